//! What cannot be recorded as it is said, and what is lost by nothing.

use std::fs;

use snapbox::str;

use super::over;
use crate::harness::{Test, same};
use crate::outbox::story::Story;

/// What a command says whose last words stand together.
fn said(story: &mut Story, command: &str, last: &str) -> (String, i32) {
    let test = std::mem::replace(&mut story.0, Test::new("check"));
    story.0 = test.command_line(command).arg(last);
    let output = story.0.command().output().unwrap();
    let said = [output.stdout, output.stderr].concat();
    (String::from_utf8(said).unwrap(), output.status.code().unwrap())
}

#[test]
fn nobody_is_not_somebody_who_is_recorded_already() {
    let mut story = over();
    fs::remove_file(story.path("replies/spring.toml")).unwrap();
    same(
        &story.run("attended spring --all-who-said-yes -y").0,
        str![[r#"
There is nobody to record; nothing is changed.

"#]],
    );
    fs::write(story.path("da.csv"), "Name;Stadt\n;Ulm\n").unwrap();
    same(
        &story.run("attended spring --from da.csv -y").0,
        str![[r#"
Row 2 (Ulm) is not recorded: no name
There is nobody to record; nothing is changed.

"#]],
    );
}

#[test]
fn a_row_with_an_address_alone_is_whoever_has_it() {
    let mut story = over();
    let list = "Name;E-Mail\n;cedar@example.org\n;nobody@example.org\n";
    fs::write(story.path("da.csv"), list).unwrap();
    same(
        &story.run("attended spring --from da.csv --dry-run").0,
        str![[r#"
Row 3 (nobody@example.org) is not recorded: no name
Frühjahr (spring)
  there: Chris Cedar
Only shown; nothing is changed.

"#]],
    );
}

#[test]
fn whoever_is_unknown_may_be_a_guest_and_nobody_is_there_and_not() {
    let mut story = over();
    let commands = [
        "attended spring nobody -y",
        "attended spring b-birke --not b-birke -y",
        "attended spring --excused c-cedar --not c-cedar -y",
    ];
    let told: Vec<String> = commands.iter().map(|command| story.run(command).0).collect();
    same(
        &told.concat(),
        str![[r#"
error[unknown-respondent]: `nobody` is no contact and no city
 |
 = help: contacts stand in `contacts.toml`; who comes along belongs to `--guest`

error[bad-argument]: `b-birke`: both are said here: there and absent
 |
 = help: leave one of them out

error[bad-argument]: `c-cedar`: both are said here: excused and absent
 |
 = help: leave one of them out


"#]],
    );
    // Of a range somebody may be taken out.
    same(
        &story.run("attended spring 1-2 --not 1 --dry-run").0,
        str![[r#"
Frühjahr (spring)
  absent: Berta Birke (Köln)
  there: Zoë Quast (Köln)
  represented: Köln
Only shown; nothing is changed.

"#]],
    );
}

#[test]
fn a_town_whose_only_guest_sent_an_apology_sent_one() {
    let mut story = over();
    story.edit(
        "meetings/spring.toml",
        "hosts = [\"ulm\"]",
        "hosts = [\"ulm\"]\nexcused = [\"koeln\"]",
    );
    story.ends("attended spring b-birke -y", 0);
    same(
        &story.run("attended spring --excused b-birke -y").0,
        str![[r#"
Frühjahr (spring)
  excused: Berta Birke (Köln)
  represented: –
  excused: Köln
Changed. `erfa undo` takes it back.

"#]],
    );
    let text = story.read("meetings/spring.toml");
    let towns: Vec<&str> = text
        .lines()
        .filter(|line| line.starts_with("attended") || line.starts_with("excused"))
        .collect();
    same(&towns.join("\n"), str![[r#"excused = ["koeln"]"#]]);
}

#[test]
fn a_guest_goes_by_the_words_by_which_they_came() {
    let mut story = over();
    let words = "Lena Farnbach, Leiterin, Ulm";
    let (told, status) = said(&mut story, "attended spring -y --guest", words);
    assert_eq!(status, 0, "{told}");
    same(
        &told,
        str![[r#"
Frühjahr (spring)
  there: Lena Farnbach (Ulm)
  represented: Ulm
Changed. `erfa undo` takes it back.

"#]],
    );
    let (told, status) = said(&mut story, "attended spring -y --not", words);
    assert_eq!(status, 0, "{told}");
    same(
        &told,
        str![[r#"
Frühjahr (spring)
  not there after all: Lena Farnbach (Ulm)
  represented: –
Changed. `erfa undo` takes it back.

"#]],
    );
}

#[test]
fn what_is_taken_back_is_told_entry_by_entry() {
    let mut story = over();
    story.ends("attended spring b-birke c-cedar -y", 0);
    same(
        &story.run("undo --dry-run").0,
        str![[r#"
`erfa attended` of 2027-04-21 12:00
meetings/spring.toml
  attended: koeln → removed
replies/spring.toml
  attendance b-birke (is removed)
  attendance c-cedar (is removed)
Only shown; nothing is changed.

"#]],
    );
    story.0 = story.0.german();
    same(
        &story.run("undo --dry-run").0,
        str![[r#"
`erfa attended` vom 21.04.2027 12:00
meetings/spring.toml
  Dabei waren: koeln → entfällt
replies/spring.toml
  Teilnahme b-birke (wird gelöscht)
  Teilnahme c-cedar (wird gelöscht)
Nur gezeigt; nichts ist geändert.

"#]],
    );
}
