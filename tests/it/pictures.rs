//! Days, turns and accounts as pictures: `--format svg`, the months of `dates`, and pages that show them.

use snapbox::str;

use crate::harness::{Test, same};

const CITIES: &str =
    "[[city]]\nid = \"aue\"\nname = \"Aue\"\n[[city]]\nid = \"bach\"\nname = \"B & <b>\"\n";

const MEETING: &str =
    "title = \"Erstes\"\nstatus = \"held\"\ndate = 2026-03-03\nhosts = [\"aue\"]\n";

const LOCAL: &str = "[[period]]\nkind = \"council\"\ntitle = \"Rat\"\nfrom = 2026-12-02\nto = 2026-12-02\n\
                     cities = [\"aue\"]\n[[period]]\nkind = \"market\"\ntitle = \"Markt\"\n\
                     from = 2026-12-03\nto = 2026-12-03\n";

fn towns(command: &str) -> Test {
    Test::new(command)
        .network()
        .file("cities.toml", CITIES)
        .file("meetings/2026-03-03-erstes.toml", MEETING)
}

#[test]
fn a_month_on_a_screen_shows_signs_and_says_what_they_mean() {
    towns("dates --month 2026-12")
        .file("calendar/orte.toml", LOCAL)
        .german()
        .stdout(str![[r#"
Dezember 2026

Mo        Di        Mi        Do         Fr        Sa      So
─────────────────────────────────────────────────────────────────
          1 V −48   2 V −61   3 V −75    4 V −43   5 W ×   6 W ×
7 V −39   8 V −38   9 V −36   10 V −35   11 V −33  12 W ×  13 W ×
14 V −29  15 V −28  16 V −26  17 V −25   18 V −23  19 W ×  20 W ×
21 V −19  22 V −18  23 S −56  24 ½ −115  25 F ×    26 W ×  27 W ×
28 S −49  29 S −48  30 S −46  31 ½ −105

bis −49  wenige Minuspunkte
ab −50   viele Minuspunkte
×        gesperrt
F        Feiertag
S        Schulferien
V        wenig Vorlauf
W        Wochenende
½        halber Feiertag

31 Tage geprüft, 9 davon gesperrt.

"#]])
        .status(0);
}

#[test]
fn what_is_not_known_has_a_sign_of_its_own_and_is_never_free() {
    towns("dates --month 2044-05 --weekday tuesday --weekday sunday")
        .stdout(str![[r#"
Mai 2044

Mo  Di        Mi  Do  Fr  Sa  So
──────────────────────────────────────
                              1 F ×
2   3 ? −40   4   5   6   7   8 ? −40
9   10 ? −40  11  12  13  14  15 ? −40
16  17 ? −40  18  19  20  21  22 ? −40
23  24 ? −40  25  26  27  28  29 ? −40
30  31 ? −40

×             gesperrt
?             nicht alles ist bekannt, die Zahl gilt schlimmstenfalls
ohne Zeichen  nicht geprüft
F             Feiertag

10 Tage geprüft, 1 davon gesperrt.

"#]])
        .status(0);
    let page = towns("dates --month 2044-05 --format html").run();
    assert!(page.stdout.contains("class=\"unknown\""), "{}", page.stdout);
    assert!(!page.stdout.contains("class=\"free\""), "{}", page.stdout);
}

#[test]
fn a_page_shows_every_month_and_names_the_best_days_below() {
    let page = towns("dates --from 2026-12-30 --until 2027-02-02 --count 1 --format html").run();
    let body = page.stdout.split("<main>").nth(1).expect("a page").to_owned();
    same(
        &body,
        str![[r#"

<h1>Termine</h1>
<p>Die besten Tage, 30. Dezember 2026 bis 2. Februar 2027:</p>
<div class="months">
<table>
<caption>Dezember 2026</caption>
<thead>
<tr><th scope="col">Mo</th><th scope="col">Di</th><th scope="col">Mi</th><th scope="col">Do</th><th scope="col">Fr</th><th scope="col">Sa</th><th scope="col">So</th></tr>
</thead>
<tbody>
<tr><td></td><td class="unasked">1</td><td class="unasked">2</td><td class="unasked">3</td><td class="unasked">4</td><td class="unasked">5</td><td class="unasked">6</td></tr>
<tr><td class="unasked">7</td><td class="unasked">8</td><td class="unasked">9</td><td class="unasked">10</td><td class="unasked">11</td><td class="unasked">12</td><td class="unasked">13</td></tr>
<tr><td class="unasked">14</td><td class="unasked">15</td><td class="unasked">16</td><td class="unasked">17</td><td class="unasked">18</td><td class="unasked">19</td><td class="unasked">20</td></tr>
<tr><td class="unasked">21</td><td class="unasked">22</td><td class="unasked">23</td><td class="unasked">24</td><td class="unasked">25</td><td class="unasked">26</td><td class="unasked">27</td></tr>
<tr><td class="unasked">28</td><td class="unasked">29</td><td class="little">30 <b>S −46</b></td><td class="much">31 <b>½ −105</b></td><td></td><td></td><td></td></tr>
</tbody>
</table>
<table>
<caption>Januar 2027</caption>
<thead>
<tr><th scope="col">Mo</th><th scope="col">Di</th><th scope="col">Mi</th><th scope="col">Do</th><th scope="col">Fr</th><th scope="col">Sa</th><th scope="col">So</th></tr>
</thead>
<tbody>
<tr><td></td><td></td><td></td><td></td><td class="blocked">1 <b>F ×</b></td><td class="blocked">2 <b>W ×</b></td><td class="blocked">3 <b>W ×</b></td></tr>
<tr><td class="free">4 <b>frei</b></td><td class="free">5 <b>frei</b></td><td class="free">6 <b>frei</b></td><td class="free">7 <b>frei</b></td><td class="free">8 <b>frei</b></td><td class="blocked">9 <b>W ×</b></td><td class="blocked">10 <b>W ×</b></td></tr>
<tr><td class="free">11 <b>frei</b></td><td class="free">12 <b>frei</b></td><td class="free">13 <b>frei</b></td><td class="free">14 <b>frei</b></td><td class="free">15 <b>frei</b></td><td class="blocked">16 <b>W ×</b></td><td class="blocked">17 <b>W ×</b></td></tr>
<tr><td class="free">18 <b>frei</b></td><td class="free">19 <b>frei</b></td><td class="free">20 <b>frei</b></td><td class="free">21 <b>frei</b></td><td class="free">22 <b>frei</b></td><td class="blocked">23 <b>W ×</b></td><td class="blocked">24 <b>W ×</b></td></tr>
<tr><td class="free">25 <b>frei</b></td><td class="free">26 <b>frei</b></td><td class="free">27 <b>frei</b></td><td class="free">28 <b>frei</b></td><td class="free">29 <b>frei</b></td><td class="blocked">30 <b>W ×</b></td><td class="blocked">31 <b>W ×</b></td></tr>
</tbody>
</table>
<table>
<caption>Februar 2027</caption>
<thead>
<tr><th scope="col">Mo</th><th scope="col">Di</th><th scope="col">Mi</th><th scope="col">Do</th><th scope="col">Fr</th><th scope="col">Sa</th><th scope="col">So</th></tr>
</thead>
<tbody>
<tr><td class="little">1 <b>S −40</b></td><td class="little">2 <b>S −40</b></td><td class="unasked">3</td><td class="unasked">4</td><td class="unasked">5</td><td class="unasked">6</td><td class="unasked">7</td></tr>
<tr><td class="unasked">8</td><td class="unasked">9</td><td class="unasked">10</td><td class="unasked">11</td><td class="unasked">12</td><td class="unasked">13</td><td class="unasked">14</td></tr>
<tr><td class="unasked">15</td><td class="unasked">16</td><td class="unasked">17</td><td class="unasked">18</td><td class="unasked">19</td><td class="unasked">20</td><td class="unasked">21</td></tr>
<tr><td class="unasked">22</td><td class="unasked">23</td><td class="unasked">24</td><td class="unasked">25</td><td class="unasked">26</td><td class="unasked">27</td><td class="unasked">28</td></tr>
</tbody>
</table>
</div>
<dl class="key">
<div><dt><span class="free">frei</span></dt><dd>nichts spricht dagegen</dd></div>
<div><dt><span class="little">bis −49</span></dt><dd>wenige Minuspunkte</dd></div>
<div><dt><span class="much">ab −50</span></dt><dd>viele Minuspunkte</dd></div>
<div><dt><span class="blocked">×</span></dt><dd>gesperrt</dd></div>
<div><dt><span class="unasked">ohne Zeichen</span></dt><dd>nicht geprüft</dd></div>
<div><dt><span>F</span></dt><dd>Feiertag</dd></div>
<div><dt><span>S</span></dt><dd>Schulferien</dd></div>
<div><dt><span>W</span></dt><dd>Wochenende</dd></div>
<div><dt><span>½</span></dt><dd>halber Feiertag</dd></div>
</dl>
<h2>Die besten Tage</h2>
<div class="wide" role="group" aria-label="Tag, Punkte, frei, was dagegen spricht" tabindex="0">
<table>
<thead>
<tr><th scope="col">Tag</th><th scope="col" class="number">Punkte</th><th scope="col">frei</th><th scope="col">was dagegen spricht</th></tr>
</thead>
<tbody>
<tr><th scope="row">Montag, 04.01.2027</th><td class="number">0</td><td>2 von 2</td><td>nichts</td></tr>
</tbody>
</table>
</div>
<p>35 Tage geprüft, 11 davon gesperrt.</p>
</main>
</body>
</html>

"#]],
    );
}

#[test]
fn turns_are_drawn_on_a_line_of_time() {
    Test::new("plan --quiet --count 3 --pin dornwerder=2 --format svg")
        .workspace("examples/netzwerk-flusstal")
        .stdout(str![[r##"
<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 224" width="400" height="224" role="img" aria-labelledby="title desc" xml:lang="de" color="#1a1a1a" font-family="sans-serif" font-size="12">
<title id="title">Wer wann Gastgeberin ist</title>
<desc id="desc">Tannbrück: Nr. 1 (01.02.2028); Dornwerder: Nr. 2 (18.04.2028, festgelegt); Birkenfurt: Nr. 3 (21.06.2028).</desc>
<style>
svg { color: #1a1a1a; }
@media (prefers-color-scheme: dark) {
  svg { color: #ececea; }
  .paper { fill: #161a19; }
  .blocked { fill: #d0d4d2; stroke: #d0d4d2; }
  .on-blocked { fill: #161a19 !important; }
}
@media (forced-colors: active) {
  svg { color: CanvasText; }
  .paper { fill: Canvas; }
  .free, .little, .much { fill: Canvas; stroke: CanvasText; }
  .much { stroke-width: 3; }
  .on-tone { fill: CanvasText !important; }
  .blocked { fill: CanvasText; stroke: CanvasText; }
  .on-blocked { fill: Canvas !important; }
}
</style>
<rect class="paper" width="400" height="224" fill="#fff"/>
<text x="8" y="20" fill="currentColor" font-weight="bold">Wer wann Gastgeberin ist</text>
<text x="8" y="44" fill="currentColor" font-weight="bold">Tannbrück</text>
<text x="392" y="44" fill="currentColor" text-anchor="end">1</text>
<line x1="8" y1="60" x2="392" y2="60" stroke="currentColor" stroke-width="0.75"/>
<rect class="paper accent-edge" fill="#fff" stroke="currentColor" stroke-width="2" x="11.0" y="51.0" width="18" height="18" rx="9"/>
<text x="20" y="64" fill="currentColor" font-size="11" text-anchor="middle">1</text>
<text x="8" y="92" fill="currentColor" font-weight="bold">Dornwerder</text>
<text x="392" y="92" fill="currentColor" text-anchor="end">1</text>
<line x1="8" y1="108" x2="392" y2="108" stroke="currentColor" stroke-width="0.75"/>
<rect class="paper accent-edge" fill="#fff" stroke="currentColor" stroke-width="2" x="207.6" y="99.0" width="18" height="18" rx="0"/>
<text x="217" y="112" fill="currentColor" font-size="11" text-anchor="middle">2</text>
<text x="8" y="140" fill="currentColor" font-weight="bold">Birkenfurt</text>
<text x="392" y="140" fill="currentColor" text-anchor="end">1</text>
<line x1="8" y1="156" x2="392" y2="156" stroke="currentColor" stroke-width="0.75"/>
<rect class="paper accent-edge" fill="#fff" stroke="currentColor" stroke-width="2" x="371.0" y="147.0" width="18" height="18" rx="9"/>
<text x="380" y="160" fill="currentColor" font-size="11" text-anchor="middle">3</text>
<line x1="8" y1="176" x2="392" y2="176" stroke="currentColor"/>
<line x1="20.0" y1="176" x2="20.0" y2="180" stroke="currentColor"/>
<text x="29" y="192" fill="currentColor" font-size="11" text-anchor="middle">02/2028</text>
<line x1="94.0" y1="176" x2="94.0" y2="180" stroke="currentColor"/>
<text x="94" y="192" fill="currentColor" font-size="11" text-anchor="middle">03/2028</text>
<line x1="173.2" y1="176" x2="173.2" y2="180" stroke="currentColor"/>
<text x="173" y="192" fill="currentColor" font-size="11" text-anchor="middle">04/2028</text>
<line x1="249.8" y1="176" x2="249.8" y2="180" stroke="currentColor"/>
<text x="250" y="192" fill="currentColor" font-size="11" text-anchor="middle">05/2028</text>
<line x1="328.9" y1="176" x2="328.9" y2="180" stroke="currentColor"/>
<text x="329" y="192" fill="currentColor" font-size="11" text-anchor="middle">06/2028</text>
<text x="8" y="212" fill="currentColor">Die Zahl ist die Nummer im Plan; ein Quadrat ist festgelegt.</text>
</svg>

"##]])
        .status(0);
}

#[test]
fn accounts_are_drawn_as_they_rose_and_fell() {
    towns("account --format svg").german().stdout(str![[r##"
<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 240" width="400" height="240" role="img" aria-labelledby="title desc" xml:lang="de" color="#1a1a1a" font-family="sans-serif" font-size="12">
<title id="title">Wie die Konten stiegen und fielen</title>
<desc id="desc">Die Konten heute: B &amp; &lt;b&gt; +0,50, Aue −0,50.</desc>
<style>
svg { color: #1a1a1a; }
@media (prefers-color-scheme: dark) {
  svg { color: #ececea; }
  .paper { fill: #161a19; }
  .blocked { fill: #d0d4d2; stroke: #d0d4d2; }
  .on-blocked { fill: #161a19 !important; }
}
@media (forced-colors: active) {
  svg { color: CanvasText; }
  .paper { fill: Canvas; }
  .free, .little, .much { fill: Canvas; stroke: CanvasText; }
  .much { stroke-width: 3; }
  .on-tone { fill: CanvasText !important; }
  .blocked { fill: CanvasText; stroke: CanvasText; }
  .on-blocked { fill: Canvas !important; }
}
</style>
<rect class="paper" width="400" height="240" fill="#fff"/>
<text x="8" y="20" fill="currentColor" font-weight="bold">Wie die Konten stiegen und fielen</text>
<text x="8" y="44" fill="currentColor" font-weight="bold">B &amp; &lt;b&gt;</text>
<text x="392" y="44" fill="currentColor" text-anchor="end">+0,50</text>
<line x1="8" y1="68" x2="392" y2="68" stroke="currentColor" stroke-width="0.75"/>
<path class="accent" fill="none" stroke="currentColor" stroke-width="2" d="M20.0 68.0H20.0V52.0H380.0"/>
<text x="8" y="108" fill="currentColor" font-weight="bold">Aue</text>
<text x="392" y="108" fill="currentColor" text-anchor="end">−0,50</text>
<line x1="8" y1="132" x2="392" y2="132" stroke="currentColor" stroke-width="0.75"/>
<path class="accent" fill="none" stroke="currentColor" stroke-width="2" d="M20.0 132.0H20.0V148.0H380.0"/>
<circle class="accent" cx="20.0" cy="148.0" r="4" fill="currentColor"/>
<line x1="380.0" y1="32" x2="380.0" y2="160" stroke="currentColor" stroke-dasharray="2 3"/>
<text x="377" y="172" fill="currentColor" font-size="11" text-anchor="middle">heute</text>
<line x1="8" y1="176" x2="392" y2="176" stroke="currentColor"/>
<line x1="100.5" y1="176" x2="100.5" y2="180" stroke="currentColor"/>
<text x="100" y="192" fill="currentColor" font-size="11" text-anchor="middle">05/2026</text>
<line x1="183.6" y1="176" x2="183.6" y2="180" stroke="currentColor"/>
<text x="184" y="192" fill="currentColor" font-size="11" text-anchor="middle">07/2026</text>
<line x1="268.2" y1="176" x2="268.2" y2="180" stroke="currentColor"/>
<text x="268" y="192" fill="currentColor" font-size="11" text-anchor="middle">09/2026</text>
<line x1="351.4" y1="176" x2="351.4" y2="180" stroke="currentColor"/>
<text x="351" y="192" fill="currentColor" font-size="11" text-anchor="middle">11/2026</text>
<text x="8" y="212" fill="currentColor">Über der Linie: hat noch Anspruch; darunter: ist voraus.</text>
<text x="8" y="228" fill="currentColor">Punkt: ist Gastgeberin.</text>
</svg>

"##]]).status(0);
}

#[test]
fn a_long_time_is_cut_and_that_is_said() {
    let drawing = towns("dates --from 2027-01-01 --until 2037-01-01 --format svg").run();
    let shows = |month| drawing.stdout.contains(&format!(">{month}<"));
    assert_eq!(["Januar 2027", "Dezember 2028", "Januar 2029"].map(shows), [true, true, false]);
    assert!(drawing.stdout.contains("Gezeigt sind die ersten 24 Monate."));
    // On a page it stands below the months.
    let page = |to: &str| {
        let asked = format!("dates --from 2027-01-01 --until {to} --format html");
        towns(&asked).run().stdout.contains("<p>Gezeigt sind die ersten 24 Monate.</p>")
    };
    assert!(page("2037-01-01") && !page("2028-12-31"));
}

#[test]
fn answers_without_a_drawing_refuse_one_by_name() {
    for command in
        ["cities --format svg", "dates --month 2027-13", "dates --month 2027-03 --until 2027-03-02"]
    {
        let refused = towns(command).run();
        assert_eq!((refused.status, refused.stdout.as_str()), (2, ""), "{command}");
    }
    towns("dates --month 1990-03")
        .stderr(str![[r#"
error[bad-argument]: `1990-03-01` does not fit `--month`
 |
 = help: public holidays are known from 1995 on in Thuringia, elsewhere from 2016 on only


"#]])
        .status(1);
}

#[test]
fn an_empty_network_is_drawn_too() {
    for command in ["account --format svg", "account --format html"] {
        let drawn = Test::new(command).network().file("cities.toml", CITIES).run();
        assert_eq!((drawn.status, drawn.stderr.as_str()), (0, ""), "{command}");
        assert!(drawn.stdout.contains("B &amp; &lt;b&gt;"), "{}", drawn.stdout);
    }
}
