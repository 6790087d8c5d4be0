//! `erfa speaker`: who agreed and who did not, and what may stand in the place of what falls away.

use std::fs;

use snapbox::str;

use crate::harness::same;
use crate::outbox::story::Story;

mod left;

const MEETING: &str = r#"title = "Frühjahr"
date = 2027-04-20
start = "09:00"
end = "13:00"
hosts = ["ulm"]

[[session]]
id = "shade"
kind = "talk"
title = "Schatten"
start = "09:30"
end = "10:15"
people = [{ contact = "c-cedar", status = "requested" }, { name = "Eva Fern", function = "Planerin" }]   # am Telefon

[[session]]
id = "walk"
kind = "tour"
title = "Rundgang"
start = "10:15"
end = "11:30"
people = [{ contact = "b-birke", role = "guide" }]

[[session]]
id = "shops"
kind = "talk"
title = "Läden"
start = "11:30"
end = "12:00"
responsible = "Hanna Eiche"
people = "Udo Lang, Stadtplaner; Ina Kurz"
"#;

fn story() -> Story {
    let story = Story::new();
    fs::write(story.path("meetings/spring.toml"), MEETING).unwrap();
    story
}

#[test]
fn one_of_two_declines_and_is_announced_to_nobody() {
    let mut story = story();
    same(
        &story.run("speaker spring shade cedar declined -y").0,
        str![[r#"
Schatten

Chris Cedar has declined.

Also taking part: Eva Fern.
meetings/spring.toml
  session shade
    people: c-cedar, requested; Eva Fern, Planerin → c-cedar, dropped; Eva Fern, Planerin
Changed. `erfa undo` takes it back.

"#]],
    );
    let line = story.read("meetings/spring.toml");
    let line = line.lines().find(|line| line.contains("Eva Fern")).unwrap().to_owned();
    same(
        &line,
        str![[
            r#"people = [{ contact = "c-cedar", status = "dropped" }, { name = "Eva Fern", function = "Planerin" }]   # am Telefon"#
        ]],
    );
    for command in [
        "programme spring --format text",
        "programme spring --format text --edition internal",
        "programme spring --format ics",
        "write press spring --format text",
        "write invitation spring --format text",
    ] {
        let (said, status) = story.run(command);
        assert_eq!(status, 0, "{said}");
        assert!(!said.contains("Cedar"), "{command}: {said}");
    }
    // The chair still sees who it was.
    let (said, _) = story.run("programme spring --format text --edition run-sheet");
    assert!(said.contains("Chris Cedar (verhindert)"), "{said}");
}

#[test]
fn where_nobody_is_left_the_items_are_named_that_may_move_up() {
    let mut story = story();
    story.ends("speaker spring shade cedar declined -y", 1);
    same(
        &story.run("speaker spring shade fern declined -y").0,
        str![[r#"
Schatten

Eva Fern has declined.

Nobody is left for it. These may move up into its place while all else stays
where it is:

item      now          then         to be told
──────────────────────────────────────────────────────────────────────
Rundgang  10:15–11:30  09:30–10:45  Berta Birke
Läden     11:30–12:00  09:30–10:00  Udo Lang, Ina Kurz and Hanna Eiche
warning[nobody-left]: nobody is left to take part in `Schatten`: all have declined
 --> meetings/spring.toml:7:1
  |
7 | [[session]]
  | ^^^^^^^^^^^
  |
  = help: enter who takes it over, or drop the item with `status = "dropped"`; what could stand there instead is named by `erfa speaker`

meetings/spring.toml
  session shade
    people: c-cedar, dropped; Eva Fern, Planerin → c-cedar, dropped; Eva Fern, Planerin, dropped
Changed. `erfa undo` takes it back.

"#]],
    );
    same(
        &story.run("speaker spring shade fern declined --json").0,
        str![[r#"
{
  "meeting": "spring",
  "item": "shade",
  "title": "Schatten",
  "person": "Eva Fern",
  "consent": "declined",
  "others": [],
  "gap": "all",
  "instead": [
    {
      "item": "walk",
      "title": "Rundgang",
      "before": "10:15–11:30 Uhr",
      "after": "09:30–10:45 Uhr",
      "tell": [
        "Berta Birke"
      ]
    },
    {
      "item": "shops",
      "title": "Läden",
      "before": "11:30–12:00 Uhr",
      "after": "09:30–10:00 Uhr",
      "tell": [
        "Udo Lang",
        "Ina Kurz",
        "Hanna Eiche"
      ]
    }
  ],
  "topics": []
}
1 warning; see `erfa check`
It says so already; nothing is changed.

"#]],
    );
    let (status, _) = story.run("status");
    let shown: String = status.lines().filter(|line| line.contains("eclined")).collect();
    same(&shown, str!["Declined, nobody in their place yet: Chris Cedar (Schatten) and Eva Fern"]);
    // Whoever has agreed after all stands there without a word.
    same(
        &story.run("speaker spring shade fern confirmed -y").0,
        str![[r#"
Schatten

Eva Fern has agreed.
1 warning; see `erfa check`
meetings/spring.toml
  session shade
    people: c-cedar, dropped; Eva Fern, Planerin, dropped → c-cedar, dropped; Eva Fern, Planerin
Changed. `erfa undo` takes it back.

"#]],
    );
}

#[test]
fn names_in_words_become_entries_and_status_tells_who_is_open() {
    let mut story = story();
    same(
        &story.run("speaker spring 3 Kurz asked -y").0,
        str![[r#"
Läden

Ina Kurz has been asked.

Also taking part: Udo Lang.
meetings/spring.toml
  session shops
    people: Udo Lang, Stadtplaner; Ina Kurz → Udo Lang, Stadtplaner; Ina Kurz, requested
Changed. `erfa undo` takes it back.

"#]],
    );
    let text = story.read("meetings/spring.toml");
    same(
        text.lines().last().unwrap(),
        str![[
            r#"people = [{ name = "Udo Lang", function = "Stadtplaner" }, { name = "Ina Kurz", status = "requested" }]"#
        ]],
    );
    let (status, _) = story.run("status");
    let shown: String = status.lines().filter(|line| line.contains("agreed yet")).collect();
    same(&shown, str!["Not agreed yet: Chris Cedar (Schatten) and Ina Kurz (Läden)"]);
}

#[test]
fn who_is_not_meant_is_said() {
    let mut story = story();
    let faults = [
        "speaker spring shade douglas declined -y",
        "speaker spring nothing cedar declined -y",
        "speaker spring shade cedar perhaps -y",
    ];
    let said: Vec<String> = faults.iter().map(|command| story.run(command).0).collect();
    same(
        &said.concat(),
        str![[r#"
error[bad-argument]: `douglas`: nobody is called so here
 |
 = help: those taking part are Chris Cedar and Eva Fern

error[unknown-reference]: session `nothing` is not known
 |
 = help: `erfa show MEETING` lists them with number and id, and `erfa add session` adds one

error: `perhaps` does not fit `<ANSWER>`

help: possible: confirmed, declined, asked, zugesagt, abgesagt or angefragt

"#]],
    );
    assert_eq!(story.read("meetings/spring.toml"), MEETING);
}
