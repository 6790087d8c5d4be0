//! `erfa attended`: who was there, however it is said, and what follows from it.

use std::fs;

use snapbox::str;

use crate::harness::same;
use crate::outbox::story::Story;

mod after;
mod doubts;
mod lists;

/// The day after the meeting.
const AFTER: &str = "2027-04-21";

const REPLIES: &str = "[[reply]]\nperson = \"b-birke\"\nanswer = \"yes\"\nwith = [\"Zoë Quast\"]\n\n\
                       [[reply]]\ncity = \"ulm\"\nanswer = \"yes\"\n";

/// A story in which the meeting is over, and Köln and Ulm had said yes.
fn over() -> Story {
    let mut story = Story::new();
    fs::create_dir(story.path("replies")).unwrap();
    fs::write(story.path("replies/spring.toml"), REPLIES).unwrap();
    story.0 = story.0.env("ERFA_TODAY", AFTER);
    story
}

#[test]
fn nothing_is_recorded_before_somebody_does() {
    let mut story = over();
    same(
        &story.run("attended spring").0,
        str![[r#"
Frühjahr

Nothing is recorded yet of who was there.

"#]],
    );
    same(
        &story.run("attended --json").0,
        str![[r#"
{
  "meeting": "spring",
  "title": "Frühjahr",
  "towns": [],
  "people": 0,
  "at_least": false,
  "unrecorded": [],
  "excused": [],
  "persons": [],
  "purged": null
}
Last meeting: Frühjahr (spring)

"#]],
    );
}

#[test]
#[expect(clippy::too_many_lines, reason = "what is said is compared whole")]
fn all_who_said_yes_but_one_and_a_guest() {
    let mut story = over();
    same(
        &story.run("attended spring --all-who-said-yes --not b-birke --guest Ada --dry-run").0,
        str![[r#"
Frühjahr (spring)
  absent: Berta Birke (Köln)
  there: Zoë Quast (Köln)
  there: Ada
  represented: Köln, Ulm
Only shown; nothing is changed.

"#]],
    );
    assert!(!story.read("replies/spring.toml").contains("attendance"));
    same(
        &story.run("attended spring --all-who-said-yes c-cedar --excused koeln -y").0,
        str![[r#"
Frühjahr (spring)
  excused: Berta Birke (Köln)
  excused: Zoë Quast (Köln)
  there: Chris Cedar
  represented: Ulm
  excused: Köln
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
presence = "excused"

[[attendance]]
name = "Zoë Quast"
city = "koeln"
presence = "excused"

[[attendance]]
person = "c-cedar"

"#]],
    );
    same(
        &story.read("meetings/spring.toml"),
        str![[r#"

title = "Frühjahr"
date = 2027-04-20
start = "09:00"
end = "16:00"
hosts = ["ulm"]
attended = ["ulm"]
excused = ["koeln"]

[[session]]
id = "talk"
title = "Vortrag"
start = "10:00"
end = "11:00"
people = [{ contact = "c-cedar" }]

"#]],
    );
    same(
        &story.run("attended spring").0,
        str![[r#"
Frühjahr

city            people
──────────────────────
Ulm                  –
of no city           1
sum         at least 2

–: somebody was there; who it was is not recorded.

Excused: Köln.

Were there

• Chris Cedar

Excused

• Berta Birke (Köln)
• Zoë Quast (Köln)

"#]],
    );
    // Who had come after all.
    same(
        &story.run("attended spring b-birke -y").0,
        str![[r#"
Frühjahr (spring)
  there: Berta Birke (Köln)
  represented: Ulm, Köln
  excused: –
Changed. `erfa undo` takes it back.

"#]],
    );
    same(
        &story.run("attended spring b-birke -y").0,
        str![[r#"
That is recorded already.

"#]],
    );
    same(
        &story.run("attended spring --json").0,
        str![[r#"
{
  "meeting": "spring",
  "title": "Frühjahr",
  "towns": [
    {
      "id": "ulm",
      "name": "Ulm",
      "people": null
    },
    {
      "id": "koeln",
      "name": "Köln",
      "people": 1
    },
    {
      "id": null,
      "name": null,
      "people": 1
    }
  ],
  "people": 2,
  "at_least": true,
  "unrecorded": [],
  "excused": [],
  "persons": [
    {
      "id": "b-birke",
      "name": "Berta Birke",
      "town": "Köln",
      "presence": "there"
    },
    {
      "id": null,
      "name": "Zoë Quast",
      "town": "Köln",
      "presence": "excused"
    },
    {
      "id": "c-cedar",
      "name": "Chris Cedar",
      "town": null,
      "presence": "there"
    }
  ],
  "purged": null
}

"#]],
    );
}

#[test]
fn guests_come_and_go_by_name() {
    let mut story = over();
    story.0 = story.0.command_line("attended spring -y --guest").arg("Ada Nordhaus, Ulm");
    let output = story.0.command().output().unwrap();
    assert!(output.status.success());
    same(
        &story.run("attended spring").0,
        str![[r#"
Frühjahr

city      people
────────────────
Ulm            1
sum   at least 1

Nothing is recorded of: Köln.

Were there

• Ada Nordhaus (Ulm)

"#]],
    );
    story.0 = story.0.command_line("attended spring -y --not").arg("Ada Nordhaus");
    assert!(story.0.command().output().unwrap().status.success());
    same(
        &story.run("attended spring").0,
        str![[r#"
Frühjahr

Nothing is recorded yet of who was there.

"#]],
    );
    // Nothing is left in either file.
    same(&story.read("replies/spring.toml"), REPLIES);
}
