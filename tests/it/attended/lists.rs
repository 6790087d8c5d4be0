//! The marks on the list at the door, and lists of others.

use std::fs;

use snapbox::str;

use super::over;
use crate::harness::same;

#[test]
fn numbers_are_those_of_the_list_at_the_door() {
    let mut story = over();
    let (list, _) = story.run("write sign-in-list spring --format text");
    // The list ends with eight empty rows.
    same(
        &list,
        str![[r#"
Netz

Unterschriftenliste
===================

Frühjahr

Wann  Dienstag, 20. April 2027, 09:00–16:00 Uhr
Wo    Ulm

Nr.  Stadt oder Einrichtung  Name         Unterschrift
──────────────────────────────────────────────────────
  1  Köln                    Berta Birke
  2  Köln                    Zoë Quast
  3  Ulm
  4                          Chris Cedar
  5
  6
  7
  8
  9
 10
 11
 12

Diese Liste weist die Teilnahme nach. Sie wird nur dafür verwendet und
vernichtet, sobald der Nachweis nicht mehr gebraucht wird.
Verantwortlich: Stadt Ulm.

"#]],
    );
    same(
        &story.run("attended spring 1-2,4 -y").0,
        str![[r#"
Frühjahr (spring)
  there: Berta Birke (Köln)
  there: Zoë Quast (Köln)
  there: Chris Cedar
  represented: Köln
Changed. `erfa undo` takes it back.

"#]],
    );
    same(
        &story.run("attended spring").0,
        str![[r#"
Frühjahr

city            people
──────────────────────
Köln                 2
of no city           1
sum         at least 3

Nothing is recorded of: Ulm.

Were there

• Berta Birke (Köln)
• Zoë Quast (Köln)
• Chris Cedar

"#]],
    );
    let faults = ["attended spring 9 -y", "attended spring 3-1 -y", "attended spring 0 -y"];
    let said: Vec<(String, i32)> = faults.iter().map(|command| story.run(command)).collect();
    assert!(said.iter().all(|(_, status)| *status == 1), "{said:?}");
    let said: Vec<String> = said.into_iter().map(|(said, _)| said).collect();
    same(
        &said.concat(),
        str![[r#"
error[bad-argument]: `9`: the names on the sign-in list are 1 to 4, not 9
 |
 = help: who wrote themselves into an empty row belongs to `--guest`

error[bad-argument]: `3-1`: the range 3-1 runs backwards

error[bad-argument]: `0`: the names on the sign-in list are 1 to 4, not 0
 |
 = help: who wrote themselves into an empty row belongs to `--guest`


"#]],
    );
}

#[test]
fn everybody_in_a_list_was_there() {
    let mut story = over();
    let list = "Name;Stadt;E-Mail\nBirke, Berta;Köln;birke@xn--kln-sna.example\nChris Cedar;;\n\
                Ada Nordhaus;Ulm;\nDr. Eva Fern;Weit;\n;Ulm;\nA und B;Ulm;\n";
    fs::write(story.path("da.csv"), list).unwrap();
    same(
        &story.run("attended spring --from da.csv -y").0,
        str![[r#"
Row 6 (Ulm) is not recorded: no name
Row 7 (A und B, Ulm) is not recorded: “A und B” are several; give each person a row
Frühjahr (spring)
  there: Berta Birke (Köln)
  there: Chris Cedar
  there: Ada Nordhaus (Ulm)
  there: Dr. Eva Fern (Weit)
  represented: Köln, Ulm
Changed. `erfa undo` takes it back.

"#]],
    );
    same(
        &story.read("replies/spring.toml"),
        str![[r#"
[[reply]]
person = "b-birke"
answer = "yes"
with = ["Zoë Quast"]

[[reply]]
city = "ulm"
answer = "yes"

[[attendance]]
person = "b-birke"

[[attendance]]
person = "c-cedar"

[[attendance]]
name = "Ada Nordhaus"
city = "ulm"

[[attendance]]
name = "Dr. Eva Fern"
organisation = "Weit"

"#]],
    );
    fs::write(story.path("da.csv"), "Name;Anwesend\nBerta Birke;x\nChris Cedar;\n").unwrap();
    let (said, status) = story.run("attended spring --from da.csv -y");
    assert_eq!(status, 1);
    same(
        &said,
        str![[r#"
error[bad-argument]: `da.csv` does not fit `--from`
 |
 = help: the column “Anwesend” says who came, yet every row is read; keep only the rows of those who came, and delete the column


"#]],
    );
}
