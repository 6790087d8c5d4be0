//! What the chair has in her hand: `programme --edition run-sheet`.

use snapbox::str;

use crate::harness::Test;

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
  Puffer danach: 5 min
- ≈ 11:45–11:54 Uhr, ≈ 9 min · *Fußweg zu „Rathaus“*\
  etwa 580 m
- 12:00–13:00 Uhr, 60 min · *Mittagessen*

≈ Planungswert: aus Reihenfolge, Dauer und Wegen errechnet, nirgends veröffentlicht.

Entwurf

"#]])
        .status(0);
}

#[test]
fn lists_in_notes_stay_lists() {
    let list = SHEET
        .replace(
            "note = \"Blumen bestellen\"",
            "note = \"\"\"\nVorher:\n(1) Blumen\n(2) Licht\n\"\"\"",
        )
        .replace("Stick mitbringen", "1. Stick\\n2. Kabel\\n   und Adapter");
    let sheet = |options: &str| {
        let command = format!("-q programme a --edition run-sheet {options}");
        let test = sheet(&command).file("meetings/a.toml", &list);
        let said = test.run().stdout;
        said.lines().map(str::trim).collect::<Vec<_>>().join("\n")
    };
    let text = sheet("--format text");
    let lines = |said: &str, wanted: &[&str]| {
        assert!(said.contains(&wanted.join("\n")), "{wanted:?} is not in {said}");
    };
    lines(&text, &["Notiz:", "1. Stick", "2. Kabel und Adapter"]);
    lines(&text, &["Vorher:", "(1) Blumen", "(2) Licht"]);
    lines(&sheet("--format table"), &["Notiz:", "1. Stick", "2. Kabel und Adapter"]);
    assert!(!sheet("--format markdown").contains("Stick 2."), "{}", sheet("--format markdown"));
    assert!(!sheet("--format html").contains("Stick 2."));
}
