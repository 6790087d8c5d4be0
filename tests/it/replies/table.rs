//! Tables of replies, as Excel and forms write them; and the table of who comes.

use snapbox::str;

use super::{FILE, invited, put};
use crate::harness::{Test, same};
use crate::outbox::story::Story;

#[test]
fn a_table_of_the_german_excel_is_read() {
    let mut story = invited();
    let table = "Name;E-Mail;Zusage;Begleitung;Vertretung;Bemerkung;Datum\r\n\
                 Birke, Berta;;ja;Lena Fárnbach und Till Moosbacher;;kommt später;23.11.2026\r\n\
                 ;cedar@example.org;nein;;Chlöe Cedar;\"mit \"\"Hund\"\";\r\nund Katze\";\r\n\
                 Ulm;;offen;;;;\r\n\
                 Frau Douglas;;evtl.;;;;24.11.2026 08:30\r\n";
    let (windows, _, _) = encoding_rs::WINDOWS_1252.encode(table);
    put(&story, "liste.csv", &windows);
    same(
        &story.run("replies read in --meeting spring --yes").0,
        str![[r#"
Replies read

who          answer  so far  meeting  from
──────────────────────────────────────────────────────────
Berta Birke  yes     open    spring   in/liste.csv, line 2
Chris Cedar  no      open    spring   in/liste.csv, line 3
Douglas      maybe   open    spring   in/liste.csv, line 6

1 row has no answer yet.
replies/spring.toml (new)
  reply b-birke (new)
    person: b-birke
    answer: yes
    for: Tuesday, 20 April 2027
    with: Lena Fárnbach, Till Moosbacher
    received: Monday, 23 November 2026
    note: kommt später
  reply c-cedar (new)
    person: c-cedar
    answer: no
    for: Tuesday, 20 April 2027
    substitute: Chlöe Cedar
    received: 2026-11-24 12:00
    note: mit "Hund"; und Katze
  reply d-douglas (new)
    person: d-douglas
    answer: maybe
    for: Tuesday, 20 April 2027
    received: 2026-11-24 08:30
3 replies recorded.

"#]],
    );
    same(
        &story.read(FILE),
        str![[r#"
[[reply]]
person = "b-birke"
answer = "yes"
for = 2027-04-20
with = ["Lena Fárnbach", "Till Moosbacher"]
received = 2026-11-23
note = "kommt später"

[[reply]]
person = "c-cedar"
answer = "no"
for = 2027-04-20
substitute = "Chlöe Cedar"
received = 2026-11-24T12:00:00+01:00
note = """
mit "Hund";
und Katze"""

[[reply]]
person = "d-douglas"
answer = "maybe"
for = 2027-04-20
received = 2026-11-24T08:30:00+01:00

"#]],
    );
    same(
        &story.run("replies read in --yes").0,
        str![[r#"
Replies read

Nothing new to record. 3 replies are recorded already, or older than what is. 1
row has no answer yet.
Next meeting: Frühjahr (spring)
1 warning; see `erfa check`

"#]],
    );
}

#[test]
fn commas_tabs_and_marks_are_understood() {
    let tables: [&[u8]; 5] = [
        // The status list of a meeting in Outlook, and a form that counts its answers.
        b"ID\tName\tAnwesenheit\tAntwort\n1\tBerta Birke\tErforderlich\tZugesagt\n2\tChris Cedar\t\tKeine\n",
        b"person,answer\nb-birke,yes\n",
        b"\xEF\xBB\xBFperson\tanswer\nb-birke\tyes\n",
        b"sep=;\r\nkontakt;antwort\r\nb-birke;Zugesagt\r\n",
        b"Vorname;Nachname;Antwort\nBerta;Birke;JA\n",
    ];
    for table in tables {
        let mut story = invited();
        put(&story, "a.csv", table);
        story.ends("replies read in/a.csv --yes", 1);
        same(
            &story.read(FILE),
            str![[r#"
[[reply]]
person = "b-birke"
answer = "yes"
for = 2027-04-20
received = 2026-11-24T12:00:00+01:00

"#]],
        );
    }
}

#[test]
fn rows_that_do_not_tell_are_listed_with_their_line() {
    let mut story = invited();
    let table = "Name;Mail;Antwort;Mit;Datum\n\
                 Nemo;;ja;;\n\
                 b-birk;;ja;;\n\
                 b-birke;;jein;;\n\
                 b-birke;;ja;2 Hunde;\n\
                 b-birke;;ja;;11/23/2026\n\
                 b-birke;cedar@example.org;ja;;\n\
                 ;;ja;;\n\
                 b-birke;;ja;;31.12.2030\n\
                 c-cedar;;ja;;23.11.2026\n\
                 c-cedar;;nein;;23.11.2026\n";
    put(&story, "a.csv", table);
    same(
        &story.run("replies read in --yes").0,
        str![[r#"
Replies read

Nothing new to record.

For you to look at: 10

• in/a.csv, line 2: `Nemo` is no contact and no city

• in/a.csv, line 3: `b-birk` is no contact and no city; did you mean `b-birke`?

• in/a.csv, line 4: `jein` says neither yes nor no nor maybe

  erfa replies set b-birke yes|no|maybe --meeting spring

• in/a.csv, line 5: `2 Hunde` does not tell for certain who comes; a semicolon
  is best between two people

  erfa replies set b-birke yes|no|maybe --meeting spring

• in/a.csv, line 6: `11/23/2026` is no date like 2026-11-09

  erfa replies set b-birke yes|no|maybe --meeting spring

• in/a.csv, line 7: name and address are of two people

• in/a.csv, line 8: the row names nobody

• in/a.csv, line 9: comes from the future: 2030-12-31

  erfa replies set b-birke yes|no|maybe --meeting spring

• in/a.csv, line 10: another reply of the same time says something else

  erfa replies set c-cedar yes|no|maybe --meeting spring

• in/a.csv, line 11: another reply of the same time says something else

  erfa replies set c-cedar yes|no|maybe --meeting spring
Next meeting: Frühjahr (spring)

"#]],
    );
    assert!(!story.path(FILE).exists());
}

#[test]
fn a_row_without_a_date_stands_back() {
    let mut story = invited();
    put(&story, "a.csv", "Name;Antwort\nb-birke;ja\nc-cedar;nein\n");
    story.ends("replies read in --yes", 1);
    story.0 = story.0.env("ERFA_TODAY", "2026-11-25");
    story.ends("replies set b-birke no --yes", 1);
    same(
        &story.run("replies read in --yes").0,
        str![[r#"
Replies read

Nothing new to record. 1 reply is recorded already, or older than what is.

For you to look at: 1

• in/a.csv, line 2: has no date, and there is another reply

  erfa replies set b-birke yes|no|maybe --meeting spring
Next meeting: Frühjahr (spring)
1 warning; see `erfa check`

"#]],
    );
    same(
        &story.read(FILE),
        str![[r#"
[[reply]]
person = "b-birke"
answer = "no"
for = 2027-04-20
received = 2026-11-25T12:00:00+01:00

[[reply]]
person = "c-cedar"
answer = "no"
for = 2027-04-20
received = 2026-11-24T12:00:00+01:00

"#]],
    );
}

#[test]
fn a_town_answers_for_its_people() {
    let mut story = invited();
    story.ends("replies set koeln ja --yes", 1);
    same(
        &story.run("replies").0,
        str![[r#"
Frühjahr

city        invited  yes  no  maybe  open
─────────────────────────────────────────
Ulm               1    0   0      0     1
Köln              1    1   0      0     0
of no city        1    0   0      0     1
sum               3    1   0      0     2

At least 1 person has said yes.

Open

• Ulm
• Chris Cedar
Next meeting: Frühjahr (spring)

"#]],
    );
    story.ends("replies set b-birke ja --yes", 1);
    same(
        &story.ends("replies", 9),
        str![[r#"
sum               3    1   0      0     2

1 person has said yes.

Open

• Ulm
• Chris Cedar
Next meeting: Frühjahr (spring)
"#]],
    );
    story.ends("replies set b-birke nein --yes", 1);
    // Somebody else comes from there.
    same(
        &story.run("replies").0,
        str![[r#"
Frühjahr

city        invited  yes  no  maybe  open
─────────────────────────────────────────
Ulm               1    0   0      0     1
Köln              2    1   1      0     0
of no city        1    0   0      0     1
sum               4    1   1      0     2

1 person has said yes.

Open

• Ulm
• Chris Cedar
Next meeting: Frühjahr (spring)

"#]],
    );
}

#[test]
fn whoever_was_taken_off_the_list_does_not_count() {
    let mut story = Story::new();
    story.ends("outbox make invitation spring --to guest --yes", 1);
    story.sends("1-invitation");
    story.ends("replies set c-cedar yes --yes", 1);
    story.0 = story.0.env("ERFA_TODAY", "2026-11-26");
    let cedar = "cedar@example.org\"\ngroups = [\"guest\"]";
    story.edit("contacts.toml", cedar, &cedar.replace("guest", "other"));
    story.edit("meetings/spring.toml", "people = [{ contact = \"c-cedar\" }]", "");
    story.ends("outbox make update spring --yes", 1);
    assert_eq!(story.mails("outbox/spring/2-update"), ["c-cedar"]);
    story.sends("2-update");
    same(
        &story.run("replies").0,
        str![[r#"
Frühjahr

city  invited  yes  no  maybe  open
───────────────────────────────────
Ulm         0    0   0      0     0
Köln        1    0   0      0     1
sum         1    0   0      0     1

Open

• Berta Birke (Köln)
Next meeting: Frühjahr (spring)

"#]],
    );
    // Who answers after that is expected after all.
    story.0 = story.0.env("ERFA_TODAY", "2026-11-27");
    story.ends("replies set c-cedar yes --yes", 1);
    same(
        &story.run("replies").0,
        str![[r#"
Frühjahr

city        invited  yes  no  maybe  open
─────────────────────────────────────────
Ulm               0    0   0      0     0
Köln              1    0   0      0     1
of no city        1    1   0      0     0
sum               2    1   0      0     1

1 person has said yes.

Open

• Berta Birke (Köln)
Next meeting: Frühjahr (spring)

"#]],
    );
}

#[test]
fn the_built_in_network_answers_and_changes_nothing() {
    Test::new("replies")
        .stdout(str![[r#"
Gemeinsamer Erfahrungsaustausch in Mühlhausen

No mail about this meeting has gone out from the outbox: only those who answered
are counted.

city               yes  no  maybe
─────────────────────────────────
Apolda               0   0      0
Bad Frankenhausen    0   0      0
Bad Langensalza      0   0      0
Eisenach             0   0      0
Gotha                0   0      0
Leinefelde-Worbis    0   0      0
Mühlhausen           0   0      0
Sömmerda             0   0      0
Sondershausen        0   0      0
sum                  0   0      0

"#]])
        .stderr(str![[r#"
There is no workspace here (`network.toml`); the built-in network answers.
Last meeting: Gemeinsamer Erfahrungsaustausch in Mühlhausen (2024-09-24-muehlhausen)

"#]])
        .status(0);
    Test::new("replies set -y gotha yes")
        .stderr(str![[r#"
There is no workspace here (`network.toml`); the built-in network answers.
error[built-in-network]: the built-in network cannot be changed
 |
 = help: make a workspace of your own with `erfa init`, or name it with `--dir`


"#]])
        .status(1);
}
