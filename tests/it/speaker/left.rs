//! Who is left for an item once somebody has declined, and what could stand there.

use std::fs;

use snapbox::str;

use super::{MEETING, story};
use crate::harness::same;

#[test]
fn of_names_in_one_line_one_declines_and_the_other_stays() {
    let mut story = story();
    same(
        &story.run("speaker spring shops Kurz declined -y").0,
        str![[r#"
Läden

Ina Kurz has declined.

Also taking part: Udo Lang.
meetings/spring.toml
  session shops
    people: Udo Lang, Stadtplaner; Ina Kurz → Udo Lang, Stadtplaner; Ina Kurz, dropped
Changed. `erfa undo` takes it back.

"#]],
    );
    same(
        &story.run("speaker spring shops Lang declined --dry-run").0,
        str![[r#"
Läden

Udo Lang has declined.

Nobody is left for it, and no later item of the day fits into its place.
warning[nobody-left]: nobody is left to take part in `Läden`: all have declined
  --> meetings/spring.toml:23:1
   |
23 | [[session]]
   | ^^^^^^^^^^^
   |
   = help: enter who takes it over, or drop the item with `status = "dropped"`; what could stand there instead is named by `erfa speaker`

meetings/spring.toml
  session shops
    people: Udo Lang, Stadtplaner; Ina Kurz, dropped → Udo Lang, Stadtplaner, dropped; Ina Kurz, dropped
Only shown; nothing is changed.

"#]],
    );
}

#[test]
fn where_words_stand_beside_entries_nothing_is_lost_and_nobody_else_is_meant() {
    let mut story = story();
    let people = r#"["Ada Aue; Bo Bach", { contact = "c-cedar", role = "moderation" }, { name = "Eva Fern", organisation = "Uni" }]"#;
    let mixed = MEETING.replace(r#""Udo Lang, Stadtplaner; Ina Kurz""#, people);
    fs::write(story.path("meetings/spring.toml"), &mixed).unwrap();
    same(
        &story.run("speaker spring shops Bach declined -y").0,
        str![[r#"
Läden

Bo Bach has declined.

Also taking part: Ada Aue, Chris Cedar and Eva Fern.
error[not-entries]: `people` is a list here, to which nothing can be added
 |
 = help: write each entry on its own: `[[people]]` and its keys below


"#]],
    );
    assert_eq!(story.read("meetings/spring.toml"), mixed);
    story.ends("speaker spring shops cedar declined -y", 0);
    let line = story.read("meetings/spring.toml").lines().last().unwrap().to_owned();
    same(
        &line,
        str![[
            r#"people = ["Ada Aue; Bo Bach", { contact = "c-cedar", role = "moderation", status = "dropped" }, { name = "Eva Fern", organisation = "Uni" }]"#
        ]],
    );
}

#[test]
fn topics_that_wait_are_named_and_what_parts_of_an_item_are_left() {
    let mut story = story();
    let topics = r#"[[topic]]
id = "shade"
title = "Schatten"
wanted = [{ city = "ulm", date = 2026-01-02 }]

[[topic]]
id = "trees"
title = "Stadtbäume"
wanted = [{ city = "koeln", date = 2026-03-04 }]
offered = [{ city = "ulm" }]

[[topic]]
id = "noise"
title = "Lärm"
offered = [{ city = "koeln" }]
"#;
    fs::write(story.path("topics.toml"), topics).unwrap();
    let parts = r#"
people = [{ contact = "c-cedar" }]
topics = ["shade"]
items = [{ title = "Bäume", people = [{ name = "Eva Fern" }] }, { title = "Segel", people = [{ name = "Udo Lang" }] }]
"#;
    let meeting =
        MEETING.replacen("end = \"10:15\"\npeople", &format!("end = \"10:15\"{parts}#"), 1);
    fs::write(story.path("meetings/spring.toml"), meeting).unwrap();
    same(
        &story.run("speaker spring shade Fern declined -y").0,
        str![[r#"
Schatten

Eva Fern has declined.

Also taking part: Chris Cedar and Udo Lang.

Nobody is left for this part.

Topics that somebody waits for:

1. Stadtbäume (trees): Ulm can show it; Köln wants to hear of it; no meeting on
   it is on record.
meetings/spring.toml
  session shade
    item Bäume
      people: Eva Fern → Eva Fern, dropped
Changed. `erfa undo` takes it back.

"#]],
    );
    same(
        &story.run("speaker spring shade cedar declined -y").0,
        str![[r#"
Schatten

Chris Cedar has declined.

Taking part in parts of it only: Udo Lang.

Nobody is left for it as a whole. These may move up into its place while all
else stays where it is:

item      now          then         to be told
──────────────────────────────────────────────────────────────────────
Rundgang  10:15–11:30  09:30–10:45  Berta Birke
Läden     11:30–12:00  09:30–10:00  Udo Lang, Ina Kurz and Hanna Eiche

Topics that somebody waits for:

1. Stadtbäume (trees): Ulm can show it; Köln wants to hear of it; no meeting on
   it is on record.
meetings/spring.toml
  session shade
    people: c-cedar → c-cedar, dropped
Changed. `erfa undo` takes it back.

"#]],
    );
    same(
        &story.run("speaker spring shade Lang declined --dry-run --lang de").0,
        str![[r#"
Schatten

Udo Lang has declined.

Nobody is left for it. These may move up into its place while all else stays
where it is:

item      now          then         to be told
──────────────────────────────────────────────────────────────────────
Rundgang  10:15–11:30  09:30–10:45  Berta Birke
Läden     11:30–12:00  09:30–10:00  Udo Lang, Ina Kurz and Hanna Eiche

Topics that somebody waits for:

1. Stadtbäume (trees): Ulm can show it; Köln wants to hear of it; no meeting on
   it is on record.
warning[nobody-left]: nobody is left to take part in `Schatten`: all have declined
 --> meetings/spring.toml:7:1
  |
7 | [[session]]
  | ^^^^^^^^^^^
  |
  = help: enter who takes it over, or drop the item with `status = "dropped"`; what could stand there instead is named by `erfa speaker`

meetings/spring.toml
  session shade
    item Segel
      people: Udo Lang → Udo Lang, dropped
Only shown; nothing is changed.

"#]],
    );
    let (status, _) = story.run("status");
    let shown: String = status.lines().filter(|line| line.contains("eclined")).collect();
    same(&shown, str!["Declined, nobody in their place yet: Chris Cedar (Schatten) and Eva Fern"]);
}
