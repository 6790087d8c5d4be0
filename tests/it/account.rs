//! `erfa account`: every format, whole.

use snapbox::str;

use crate::harness::{Test, same};

#[test]
fn the_real_network_as_a_table_in_german() {
    Test::new("account --format table --why")
        .workspace("data")
        .german()
        .stdout(str![[r#"
Konten der Gastgeberschaften

Stand 22. November 2026: 4 gezählte Treffen

Stadt                  Konto  − │ +      Anteile  Turnus  zuletzt      Luftlinie
────────────────────────────────────────────────────────────────────────────────
Apolda                 +0,43  ····│███·     0,43       0  –               244 km
Eisenach               +0,43  ····│███·     0,43       0  –               181 km
Gotha                  +0,43  ····│███·     0,43       0  –               153 km
Leinefelde-Worbis      +0,43  ····│███·     0,43       0  –               153 km
Sömmerda               +0,43  ····│███·     0,43       0  –               131 km
Bad Langensalza        −0,57  ·███│····     0,43       1  August 2023      93 km
Mühlhausen             −0,57  ·███│····     0,43       1  24.09.2024       99 km
Sondershausen          −0,57  ·███│····     0,43       1  25.01.2024       83 km
Bad Frankenhausen      −0,68  ████│····     0,32       1  16.04.2024       64 km
Heilbad Heiligenstadt  +0,21  ····│█···     0,21       0  –                98 km
(ehemals)

Größte Abweichung bisher: −8/9 ≈ −0,89, Bad Langensalza nach „Netzwerktreffen in
Bad Langensalza“ (August 2023). Zum Vergleich: Bei 9 Mitgliedern lässt sich die
Reihenfolge immer so wählen, dass kein Konto weiter als 1 − 1/(2·9 − 2) = 15/16
≈ 0,94 von null abweicht (Tijdeman 1980); Wünsche, Absagen und Beitritte können
darüber hinausführen.

Konto = Anteile − eigene Gastgeberschaften (Turnus): Bei jedem Treffen bekommt
jede Mitgliedsstadt ihren Anteil gutgeschrieben, die Gastgeberstadt gibt eine
ganze ab. Ein Plus heißt: Der Stadt steht noch etwas zu. Alle Konten zusammen
ergeben null.

Luftlinie: einfacher Weg vom eigenen Ort zu jedem gezählten Treffen,
zusammengerechnet.

Gezählte Treffen

• August 2023: „Netzwerktreffen in Bad Langensalza“, ausgerichtet von Bad
  Langensalza, 9 Mitglieder (meetings/2023-08-bad-langensalza.toml:8)
• 25.01.2024: „Absichtserklärung zur Fortführung des Netzwerks“, ausgerichtet
  von Sondershausen, 10 Mitglieder (meetings/2024-01-25-sondershausen.toml:7)
• 16.04.2024: „Netzwerktreffen in Bad Frankenhausen“, ausgerichtet von Bad
  Frankenhausen, 9 Mitglieder (meetings/2024-04-16-bad-frankenhausen.toml:5)
• 24.09.2024: „Gemeinsamer Erfahrungsaustausch in Mühlhausen“, ausgerichtet von
  Mühlhausen, 9 Mitglieder (meetings/2024-09-24-muehlhausen.toml:8)

"#]])
        .status(0);
}

#[test]
fn an_english_network_as_text() {
    Test::new("account")
        .workspace("examples/small-network")
        .stdout(str![[r#"
Accounts of turns as host
=========================

As of 22 November 2026: 2 meetings that count, 1 of them still to come

city           account  − │ +      parts  turns  last turn   beeline
────────────────────────────────────────────────────────────────────
Saltwick Cove    +0.67  ····│████   0.67      0  –           unknown
Brackenhythe     −0.33  ··██│····   0.67      1  2026-09-15  unknown
Lowmarsh         −0.33  ··██│····   0.67  0 + 1  –           unknown

Largest deviation so far: −2/3 ≈ −0.67, Brackenhythe after “Shops on the
quay” (2026-09-15). For comparison: with 3 members the order can always
be chosen so that no account is farther from nought than 1 − 1/(2·3 − 2)
= 3/4 = 0.75 (Tijdeman 1980); wishes, absences and joining members can
lead beyond it.

Account = parts − turns as host: at each meeting every member is
credited its part, and the host pays a whole turn. A plus means: the
city is still owed something. All accounts together are nought.

“1 + 1” below turns: one so far and one to come; both are charged
already.

Beeline: one way as the crow flies from the city to each meeting that
counts, added up.

A way is unknown where the place of the city or of the meeting is not
entered.

"#]])
        .status(0);
}

#[test]
fn markdown_for_the_minutes() {
    Test::new("account --format markdown")
        .workspace("examples/netzwerk-flusstal")
        .stdout(str![[r#"
# Konten der Gastgeberschaften

Stand 22. November 2026: 4 gezählte Treffen, davon 3 noch geplant

| Stadt | Konto | Anteile | Turnus | zuletzt | Luftlinie |
| --- | --: | --: | --: | --- | --: |
| Tannbrück | +0,55 | 0,55 | 0 | – | 58 km |
| Birkenfurt | +0,11 | 1,11 | 1 | 17.03.2026 | 42 km |
| Hohenfähr | +0,05 | 0,55 | 0 + 1 | – | 59 km |
| Lindenwehr | +0,05 | 0,55 | 0 + 1 | – | 71 km |
| Dornwerder | −0,45 | 0,55 | 0 + 1 | – | 40 km |
| Eschenquell | −0,45 | 0,55 | 0 + 1 | – | 52 km |
| Quellstedt (ehemals) | +0,13 | 0,13 | 0 | – | unbekannt |

Größte Abweichung bisher: −3/4 = −0,75, Birkenfurt nach „Leere Läden, neue Ideen“ (17.03.2026). Zum Vergleich: Bei 6 Mitgliedern lässt sich die Reihenfolge immer so wählen, dass kein Konto weiter als 1 − 1/(2·6 − 2) = 9/10 = 0,90 von null abweicht (Tijdeman 1980); Wünsche, Absagen und Beitritte können darüber hinausführen.

Konto = Anteile − eigene Gastgeberschaften (Turnus): Bei jedem Treffen bekommt jede Mitgliedsstadt ihren Anteil gutgeschrieben, die Gastgeberstadt gibt eine ganze ab. Ein Plus heißt: Der Stadt steht noch etwas zu. Alle Konten zusammen ergeben null.

„1 + 1“ unter Turnus: eine Gastgeberschaft bisher und eine geplante; beide sind im Konto schon abgezogen.

Luftlinie: einfacher Weg vom eigenen Ort zu jedem gezählten Treffen, zusammengerechnet.

Unbekannt ist ein Weg, wenn die Lage der Stadt oder des Treffens nicht eingetragen ist.

"#]])
        .status(0);
}

#[test]
fn a_page_to_publish() {
    let page = Test::new("account --format html --why").workspace("examples/small-network").run();
    let (head, body) = page.stdout.split_once("</head>\n").unwrap();
    assert!(head.starts_with("<!DOCTYPE html>\n<html lang=\"en\">\n"), "{head}");
    assert!(!page.stdout.contains("<script") && !page.stdout.contains("url("), "{head}");
    same(
        body,
        str![[r#"
<body>
<main>
<h1>Accounts of turns as host</h1>
<div class="wide" role="group" aria-label="As of 22 November 2026: 2 meetings that count, 1 of them still to come" tabindex="0">
<table>
<caption>As of 22 November 2026: 2 meetings that count, 1 of them still to come</caption>
<thead>
<tr><th scope="col">city</th><th scope="col" class="number">account</th><th scope="col" class="number">parts</th><th scope="col" class="number">turns</th><th scope="col">last turn</th><th scope="col" class="number">beeline</th></tr>
</thead>
<tbody>
<tr><th scope="row">Saltwick Cove</th><td class="number">+0.67</td><td class="number">0.67</td><td class="number">0</td><td>–</td><td class="number">unknown</td></tr>
<tr><th scope="row">Brackenhythe</th><td class="number">−0.33</td><td class="number">0.67</td><td class="number">1</td><td>2026-09-15</td><td class="number">unknown</td></tr>
<tr><th scope="row">Lowmarsh</th><td class="number">−0.33</td><td class="number">0.67</td><td class="number">0 + 1</td><td>–</td><td class="number">unknown</td></tr>
</tbody>
</table>
</div>
<p>Largest deviation so far: −2/3 ≈ −0.67, Brackenhythe after “Shops on the quay” (2026-09-15). For comparison: with 3 members the order can always be chosen so that no account is farther from nought than 1 − 1/(2·3 − 2) = 3/4 = 0.75 (Tijdeman 1980); wishes, absences and joining members can lead beyond it.</p>
<p>Account = parts − turns as host: at each meeting every member is credited its part, and the host pays a whole turn. A plus means: the city is still owed something. All accounts together are nought.</p>
<p>“1 + 1” below turns: one so far and one to come; both are charged already.</p>
<p>Beeline: one way as the crow flies from the city to each meeting that counts, added up.</p>
<p>A way is unknown where the place of the city or of the meeting is not entered.</p>
<h2>How the accounts rose and fell</h2>
<div class="drawing">
<svg viewBox="0 0 400 280" role="img" font-size="12">
<title>How the accounts rose and fell</title>
<desc>The accounts today: Saltwick Cove +0.67, Brackenhythe −0.33, Lowmarsh −0.33.</desc>
<text x="8" y="20" fill="currentColor" font-weight="bold">Saltwick Cove</text>
<text x="392" y="20" fill="currentColor" text-anchor="end">+0.67</text>
<line x1="8" y1="44" x2="392" y2="44" stroke="currentColor" stroke-width="0.75"/>
<path class="accent" fill="none" stroke="currentColor" stroke-width="2" d="M20.0 44.0H20.0V36.0H380.0V28.0H380.0"/>
<text x="8" y="84" fill="currentColor" font-weight="bold">Brackenhythe</text>
<text x="392" y="84" fill="currentColor" text-anchor="end">−0.33</text>
<line x1="8" y1="108" x2="392" y2="108" stroke="currentColor" stroke-width="0.75"/>
<path class="accent" fill="none" stroke="currentColor" stroke-width="2" d="M20.0 108.0H20.0V124.0H380.0V116.0H380.0"/>
<circle class="accent" cx="20.0" cy="124.0" r="4" fill="currentColor"/>
<text x="8" y="148" fill="currentColor" font-weight="bold">Lowmarsh</text>
<text x="392" y="148" fill="currentColor" text-anchor="end">−0.33</text>
<line x1="8" y1="172" x2="392" y2="172" stroke="currentColor" stroke-width="0.75"/>
<path class="accent" fill="none" stroke="currentColor" stroke-width="2" d="M20.0 172.0H20.0V164.0H380.0V180.0H380.0"/>
<circle class="accent" cx="380.0" cy="180.0" r="4" fill="currentColor"/>
<line x1="136.6" y1="8" x2="136.6" y2="200" stroke="currentColor" stroke-dasharray="2 3"/>
<text x="137" y="212" fill="currentColor" font-size="11" text-anchor="middle">today</text>
<line x1="8" y1="216" x2="392" y2="216" stroke="currentColor"/>
<line x1="100.6" y1="216" x2="100.6" y2="220" stroke="currentColor"/>
<text x="101" y="232" fill="currentColor" font-size="11" text-anchor="middle">11/2026</text>
<line x1="205.1" y1="216" x2="205.1" y2="220" stroke="currentColor"/>
<text x="205" y="232" fill="currentColor" font-size="11" text-anchor="middle">01/2027</text>
<line x1="306.3" y1="216" x2="306.3" y2="220" stroke="currentColor"/>
<text x="306" y="232" fill="currentColor" font-size="11" text-anchor="middle">03/2027</text>
<text x="8" y="252" fill="currentColor">Above the line: is owed something; below: is ahead. Dot: is</text>
<text x="8" y="268" fill="currentColor">the host.</text>
</svg>
</div>
<table>
<thead>
<tr><th scope="col">city</th><th scope="col" class="number">account</th><th scope="col">after its own meetings</th></tr>
</thead>
<tbody>
<tr><th scope="row">Saltwick Cove</th><td class="number">+0.67</td><td>–</td></tr>
<tr><th scope="row">Brackenhythe</th><td class="number">−0.33</td><td>2026-09-15: −0.67</td></tr>
<tr><th scope="row">Lowmarsh</th><td class="number">−0.33</td><td>2027-04-13: −0.33</td></tr>
</tbody>
</table>
<h2>Meetings that count</h2>
<ul>
<li>2026-09-15: “Shops on the quay”, hosted by Brackenhythe, 3 members (meetings/2026-09-15-brackenhythe.toml:4)</li>
<li>2027-04-13 (to come): “Markets in winter”, hosted by Lowmarsh, 3 members (meetings/2027-04-13-lowmarsh.toml:3)</li>
</ul>
</main>
</body>
</html>

"#]],
    );
}

#[test]
fn figures_for_programs() {
    Test::new("account --json")
        .network()
        .file("cities.toml", "[[city]]\nid = \"aue\"\nname = \"Aue\"\n")
        .file("meetings/a.toml", "title = \"A\"\ndate = 2026-03-17\nhosts = [\"aue\"]\n")
        .stdout(str![[r#"
{
  "language": "de",
  "date": "2026-11-22",
  "date_words": "Stand 22. November 2026: 1 gezähltes Treffen",
  "accounts": [
    {
      "id": "aue",
      "name": "Aue",
      "membership": "member",
      "name_words": "Aue",
      "account": "0",
      "account_decimal": 0.0,
      "account_words": "0,00",
      "earned": "1",
      "earned_decimal": 1.0,
      "earned_words": "1,00",
      "paid": "1",
      "paid_decimal": 1.0,
      "turns": 1,
      "coming_turns": 0,
      "turns_words": "1",
      "last_turn": "2026-03-17",
      "last_turn_words": "17.03.2026",
      "travel_km": null,
      "travel_unknown": 1,
      "travel_words": "unbekannt",
      "place": {
        "file": "cities.toml",
        "line": 1,
        "column": 1
      }
    }
  ],
  "deviation": {
    "town": {
      "id": "aue",
      "name": "Aue"
    },
    "account": "0",
    "account_decimal": 0.0,
    "date": "2026-03-17",
    "yardstick": null,
    "yardstick_decimal": null,
    "words": "Größte Abweichung bisher: 0, Aue nach „A“ (17.03.2026)."
  },
  "notes": [
    "Konto = Anteile − eigene Gastgeberschaften (Turnus): Bei jedem Treffen bekommt jede Mitgliedsstadt ihren Anteil gutgeschrieben, die Gastgeberstadt gibt eine ganze ab. Ein Plus heißt: Der Stadt steht noch etwas zu. Alle Konten zusammen ergeben null.",
    "Luftlinie: einfacher Weg vom eigenen Ort zu jedem gezählten Treffen, zusammengerechnet.",
    "Unbekannt ist ein Weg, wenn die Lage der Stadt oder des Treffens nicht eingetragen ist."
  ],
  "turns": [
    {
      "date": "2026-03-17",
      "meeting": {
        "id": "a",
        "title": "A",
        "place": {
          "file": "meetings/a.toml",
          "line": 1,
          "column": 1
        }
      },
      "hosts": [
        {
          "id": "aue",
          "name": "Aue"
        }
      ],
      "members": 1,
      "words": "17.03.2026: „A“, ausgerichtet von Aue, 1 Mitglied",
      "places": [
        {
          "file": "meetings/a.toml",
          "line": 3,
          "column": 10
        }
      ]
    }
  ]
}

"#]])
        .status(0);
}

#[test]
fn a_network_without_meetings_has_empty_accounts() {
    Test::new("account")
        .network()
        .file("cities.toml", "[[city]]\nid = \"aue\"\nname = \"Aue\"\n")
        .stdout(str![[r#"
Konten der Gastgeberschaften
============================

Stand 22. November 2026: 0 gezählte Treffen

Stadt  Konto  − │ +      Anteile  Turnus  zuletzt  Luftlinie
────────────────────────────────────────────────────────────
Aue     0,00  ····│····     0,00       0  –             0 km

Konto = Anteile − eigene Gastgeberschaften (Turnus): Bei jedem Treffen
bekommt jede Mitgliedsstadt ihren Anteil gutgeschrieben, die
Gastgeberstadt gibt eine ganze ab. Ein Plus heißt: Der Stadt steht noch
etwas zu. Alle Konten zusammen ergeben null.

Luftlinie: einfacher Weg vom eigenen Ort zu jedem gezählten Treffen,
zusammengerechnet.

"#]])
        .status(0);
}

#[test]
fn a_folder_is_made_and_gets_a_file() {
    let cases = [
        ("account --format html --output new/out/", "new/out/account.html"),
        ("dates --format ics --output new/out/", "new/out/dates.ics"),
        ("programme --quiet --output new/out/", "new/out/2027-04-13-lowmarsh.txt"),
    ];
    for (command, file) in cases {
        let output = Test::new(command).workspace("examples/small-network").status(0);
        assert!(output.path(file).exists(), "{command}");
    }
}
