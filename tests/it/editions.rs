//! What is not for everybody stays out of the public editions of a programme, in every format.

use erfa::document::template::{Kind, Template};
use erfa::input;
use erfa::render::html::html;
use erfa::render::json::json;
use erfa::render::markdown::markdown;
use erfa::render::terminal::{Options, terminal};
use erfa::render::text::text;
use erfa::source::{RawFile, Sources};
use erfa::text::Language;
use erfa::view::programme::{Edition, programme};
use proptest::prelude::*;
use snapbox::str;

use crate::harness::Test;

/// Stands in everything that only the coordinator writes for herself and the chair.
const INNER: &str = "hinterderhand";
/// Stands in the titles of sessions for the members, and for the chair.
const MEMBERS: &str = "nurmitglieder";
const CHAIR: &str = "nurleitung";
/// The sign of planning values.
const PLANNED: &str = "≈";

/// A session: its kind, audience and status, whether it has a start, what it stands in or repeats.
type Slip = (usize, usize, usize, bool, usize);

fn workspace(slips: &[Slip]) -> Vec<RawFile> {
    let kinds = ["talk", "break", "meal", "tour", "workshop", "parallel", "frame", "social"];
    let audiences = [("public", "offen"), ("internal", MEMBERS), ("lead", CHAIR)];
    let statuses = ["fixed", "requested", "dropped"];
    let mut meeting = format!(
        "title = \"Treffen\"\ndate = 2027-03-16\nstart = \"09:00\"\nend = \"17:00\"\nvenue = \"haus\"\n\
         note = \"{INNER} head\"\n"
    );
    let mut block = None;
    for (number, (kind, audience, status, has_start, tie)) in slips.iter().enumerate() {
        let (kind, (audience, word)) = (kinds[*kind], audiences[*audience]);
        meeting.extend([format!(
            "[[session]]\nid = \"s{number}\"\nkind = \"{kind}\"\naudience = \"{audience}\"\n\
             title = \"{word} {number}\"\nstatus = \"{}\"\nnote = \"{INNER} note\"\n\
             responsible = \"{INNER} who\"\nequipment = \"{INNER} what\"\nbuffer = \"7 min\"\n\
             walk = \"9 min\"\nacknowledge = [{{ code = \"gap\", reason = \"{INNER} why\" }}]\n",
            statuses[*status]
        )]);
        if *has_start {
            meeting.extend([format!("start = \"{:02}:10\"\n", 9 + number % 8)]);
        }
        match (tie, block, number.checked_sub(1)) {
            (1, Some(block), _) => meeting.extend([format!("in = \"s{block}\"\n")]),
            (2, _, Some(before)) => meeting.extend([format!("repeat-of = \"s{before}\"\n")]),
            _ => {}
        }
        if ["parallel", "frame"].contains(&kind) {
            block = Some(number);
        }
    }
    let venues = format!(
        "[[venue]]\nid = \"haus\"\nname = \"Haus\"\nnote = \"{INNER} venue\"\n\
         [[venue.room]]\nid = \"saal\"\nname = \"Saal\"\nequipment = \"{INNER} room\"\n"
    );
    let network = format!("name = \"Netz\"\nnote = \"{INNER} network\"\n");
    [("network.toml", network), ("venues.toml", venues), ("meetings/a.toml", meeting)]
        .map(|(path, text)| RawFile { path: path.to_owned(), content: Ok(text.into_bytes()) })
        .into()
}

/// An edition in all formats of words, and as data.
fn printed(files: Vec<RawFile>, edition: Edition, language: Language) -> Vec<String> {
    let workspace = input::read(files).workspace.expect("a sound workspace");
    let answer = programme(&workspace, &workspace.meetings[0], language, edition);
    let kind = if edition == Edition::RunSheet { Kind::RunSheet } else { Kind::Programme };
    let sources = Sources::default();
    let document = Template::find(kind, language, &sources).render(&answer).expect("a template");
    let screen = terminal(&document, Options { width: Some(200), colour: false });
    let data = json(&answer).expect("data");
    vec![text(&document), screen, markdown(&document), html(&document), data]
}

fn slips() -> impl Strategy<Value = Vec<Slip>> {
    prop::collection::vec((0usize..8, 0usize..3, 0usize..3, any::<bool>(), 0usize..3), 1..9)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn public_editions_keep_what_is_not_for_everybody(slips in slips(), english: bool) {
        let language = if english { Language::English } else { Language::German };
        let kept = |edition| match edition {
            Edition::Short | Edition::Full => vec![INNER, MEMBERS, CHAIR, PLANNED],
            Edition::Internal => vec![INNER, CHAIR, PLANNED],
            Edition::RunSheet => vec![],
        };
        for edition in Edition::ALL {
            for output in printed(workspace(&slips), edition, language) {
                for secret in kept(edition) {
                    prop_assert!(!output.contains(secret), "{edition:?}: {secret}\n{output}");
                }
            }
        }
    }
}

#[test]
fn the_run_sheet_tells_all_of_it() {
    let slips = [(0, 0, 0, true, 0), (3, 1, 0, false, 0), (4, 2, 0, false, 0)];
    for output in printed(workspace(&slips), Edition::RunSheet, Language::German) {
        for word in [" head", " venue", " note", " who", " what"] {
            assert!(output.contains(&format!("{INNER}{word}")), "{word}\n{output}");
        }
        assert!([MEMBERS, CHAIR, PLANNED].iter().all(|word| output.contains(word)), "{output}");
        assert!(!output.contains(&format!("{INNER} network")), "{output}");
    }
}

const SHEET: &str = "\
title = \"Grün in der Stadt\"
date = 2027-03-16
start = \"09:30\"
venue = \"rathaus\"
note = \"Blumen bestellen\"

[[session]]
kind = \"welcome\"
title = \"Begrüßung\"
start = \"09:30\"
responsible = \"Vorzimmer\"
equipment = \"Mikrofon\"

[[session]]
kind = \"presentation\"
title = \"Die Baumliste\"
note = \"Stick mitbringen\"

[[session]]
kind = \"visit\"
title = \"Der neue Park\"
place = \"park\"
duration = \"40 min\"
buffer = \"5 min\"

[[session]]
kind = \"meal\"
title = \"Mittagessen\"
start = \"12:00\"
end = \"13:00\"
";

const VENUES: &str = "\
[[venue]]
id = \"rathaus\"
name = \"Rathaus\"
latitude = 50.91
longitude = 11.40
note = \"Schlüssel an der Pforte\"

[[venue]]
id = \"park\"
name = \"Stadtpark\"
latitude = 50.914
longitude = 11.40
";

fn sheet(command: &str) -> Test {
    Test::new(command).network().file("venues.toml", VENUES).file("meetings/a.toml", SHEET)
}

#[test]
fn a_run_sheet_on_the_screen() {
    sheet("programme a --edition run-sheet --format table")
        .stdout(str![[r#"
Netz

Ablaufplan: Grün in der Stadt

Nur für die Leitung

Wann     Dienstag, 16. März 2027, 09:30 Uhr
Wo       Rathaus
Notizen  Blumen bestellen
         Rathaus: Schlüssel an der Pforte

Ablauf

Zeit                 Dauer     Programmpunkt
────────────────────────────────────────────────────────
09:30 – ≈ 09:45 Uhr  ≈ 15 min  Begrüßung
                               Verantwortlich: Vorzimmer
                               Technik: Mikrofon

≈ 09:45–10:55 Uhr    ≈ 70 min  Die Baumliste
                               Notiz: Stick mitbringen

≈ 10:55–11:04 Uhr    ≈ 9 min   Fußweg zu „Stadtpark“
                               etwa 580 m

≈ 11:05–11:45 Uhr    40 min    Der neue Park
                               Stadtpark
                               Puffer danach: 5 min

≈ 11:45–11:54 Uhr    ≈ 9 min   Fußweg zu „Rathaus“
                               etwa 580 m

12:00–13:00 Uhr      60 min    Mittagessen

≈ Planungswert: aus Reihenfolge, Dauer und Wegen errechnet, nirgends
veröffentlicht.

Entwurf

"#]])
        .status(0);
}

#[test]
fn a_run_sheet_as_text() {
    sheet("programme a --edition run-sheet --format text --lang en")
        .stdout(str![[r#"
Netz

Run sheet: Grün in der Stadt
============================

For the chair only

When   Tuesday, 16 March 2027, 09:30
Where  Rathaus
Notes  Blumen bestellen
       Rathaus: Schlüssel an der Pforte

Programme
---------

09:30 – ≈ 09:45  ≈ 15 min  Begrüßung
                           In charge: Vorzimmer
                           Equipment: Mikrofon

≈ 09:45–10:55    ≈ 70 min  Die Baumliste
                           Note: Stick mitbringen

≈ 10:55–11:04    ≈ 9 min   Walk to “Stadtpark”
                           about 580 m

≈ 11:05–11:45    40 min    Der neue Park
                           Stadtpark
                           To spare afterwards: 5 min

≈ 11:45–11:54    ≈ 9 min   Walk to “Rathaus”
                           about 580 m

12:00–13:00      60 min    Mittagessen

≈ planning value: computed from order, lengths and walks, published
nowhere.

Draft

"#]])
        .status(0);
}

#[test]
fn a_run_sheet_as_markdown() {
    sheet("programme a --edition run-sheet --format markdown")
        .stdout(str![[r#"
Netz

# Ablaufplan: Grün in der Stadt

**Nur für die Leitung**

- **Wann:** Dienstag, 16. März 2027, 09:30 Uhr
- **Wo:** Rathaus
- **Notizen:** Blumen bestellen\
  Rathaus: Schlüssel an der Pforte

## Ablauf

- 09:30 – ≈ 09:45 Uhr, ≈ 15 min · **Begrüßung**\
  Verantwortlich: Vorzimmer\
  Technik: Mikrofon
- ≈ 09:45–10:55 Uhr, ≈ 70 min · **Die Baumliste**\
  Notiz: Stick mitbringen
- ≈ 10:55–11:04 Uhr, ≈ 9 min · *Fußweg zu „Stadtpark“*\
  etwa 580 m
- ≈ 11:05–11:45 Uhr, 40 min · **Der neue Park**\
  Stadtpark\
  Puffer danach: 5 min
- ≈ 11:45–11:54 Uhr, ≈ 9 min · *Fußweg zu „Rathaus“*\
  etwa 580 m
- 12:00–13:00 Uhr, 60 min · *Mittagessen*

≈ Planungswert: aus Reihenfolge, Dauer und Wegen errechnet, nirgends veröffentlicht.

Entwurf

"#]])
        .status(0);
}
