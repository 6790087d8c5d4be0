//! The form for the minutes: of what something can come out, with who has a part in it.

use snapbox::str;

use crate::harness::Test;

const MEETING: &str = "\
title = \"Tag\"
date = 2027-10-05
[[session]]
kind = \"arrival\"
title = \"Ankommen\"
[[session]]
kind = \"talk\"
number = \"TOP 1\"
title = \"Licht\"
people = [{ name = \"Ada Bach\" }, { name = \"Bo Lund\", role = \"moderator\" }]
[[session.items]]
number = \"1.1\"
title = \"Laternen\"
people = [{ name = \"Ida Moor\" }]
[[session.items]]
title = \"Fenster\"
[[session]]
kind = \"break\"
title = \"Pause\"
[[session]]
kind = \"parallel\"
id = \"wahl\"
title = \"Zur Wahl\"
people = [{ name = \"Ute Feld\", role = \"chair\" }]
[[session]]
in = \"wahl\"
title = \"Wasser\"
[[session]]
kind = \"tour\"
title = \"Rundgang\"
meet-at = \"rathaus\"
[[session]]
kind = \"parallel\"
id = \"weg\"
title = \"Ohne\"
status = \"dropped\"
[[session]]
in = \"weg\"
title = \"Nichts\"
[[session]]
kind = \"social\"
title = \"Abend\"
[[session]]
title = \"Ende der Veranstaltung\"
start = \"17:00\"
";

const VENUES: &str = "\
[[venue]]
id = \"rathaus\"
name = \"Altes Rathaus\"
";

fn meeting(command: &str) -> Test {
    Test::new(command).network().file("meetings/tag.toml", MEETING).file("venues.toml", VENUES)
}

#[test]
fn results_are_asked_of_what_can_have_one() {
    meeting("-q write minutes tag --format markdown --anyway").stdout(str![[r#"
Netz

# Protokoll: Tag

- **Wann:** Dienstag, 5. Oktober 2027
- **Tatsächliches Ende:** \_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_
- **Leitung:** \_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_
- **Protokollführung:** \_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_
- **Anwesend:** \_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_
- **Entschuldigt:** \_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_

## Tagesordnung und Ergebnisse

### TOP 1 Licht

Ada Bach\
Moderation: Bo Lund

- 1.1 Laternen – Ida Moor
- Fenster

* **Ergebnis:** \_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\
  \_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_

### Zur Wahl

Leitung: Ute Feld

#### Wasser

- **Ergebnis:** \_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\
  \_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_

### Rundgang

- **Ergebnis:** \_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\
  \_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_

## Maßnahmen

| Nr. | Was | Wer | Bis wann | Status |
| --: | --- | --- | --- | --- |
| 1 |  |  |  |  |
| 2 |  |  |  |  |
| 3 |  |  |  |  |
| 4 |  |  |  |  |
| 5 |  |  |  |  |
| 6 |  |  |  |  |

- **Anlagen:** \_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_
- **Verteiler:** \_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_
- **Datum, Unterschriften:** \_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_

"#]]).status(0);
}

#[test]
fn keys_are_no_words_and_nobody_meets_for_what_was_dropped() {
    let tour = |status: &str| {
        let session = "title = \"Gang\"\nmeet-at = \"rathaus\"\ntransport = \"Bus\"\n";
        Test::new("-q programme a --format text").network().file("venues.toml", VENUES).file(
            "meetings/a.toml",
            &format!("title = \"A\"\ndate = 2027-10-05\n[[session]]\n{session}{status}"),
        )
    };
    tour("")
        .stdout(str![[r#"
Netz

A
=

Wann  Dienstag, 5. Oktober 2027

Programm
--------

Gang
Treffpunkt: Altes Rathaus · Bus

Entwurf

"#]])
        .status(0);
    tour("status = \"dropped\"")
        .stdout(str![[r#"
Netz

A
=

Wann  Dienstag, 5. Oktober 2027

Programm
--------

Gang (entfällt)

Entwurf

"#]])
        .status(0);
}
