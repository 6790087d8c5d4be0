//! Mails tell what is otherwise than their readers were told last, all of it and nothing else.

use std::fs;

use snapbox::str;

use super::story::Story;
use crate::harness::same;

const MEETING: &str = r#"title = "Frühjahr"
date = 2027-04-20
start = "09:00"
hosts = ["ulm"]
place = "Rathaus"

[[session]]
id = "greeting"
title = "Grußwort"
start = "09:00"
end = "09:15"
people = [{ name = "Dora Esche" }]
[[session]]
id = "talk"
title = "Vortrag"
start = "10:00"
end = "11:00"
place = "Saal 1"
people = [{ contact = "c-cedar" }]
[[session]]
id = "tour"
title = "Rundgang"
start = "14:00"
end = "16:00"
[[session]]
id = "closed"
title = "Internes"
audience = "internal"
"#;

const TOUR: &str =
    "[[session]]\nid = \"tour\"\ntitle = \"Rundgang\"\nstart = \"14:00\"\nend = \"16:00\"\n";

fn invited() -> Story {
    let mut story = Story::new();
    fs::write(story.path("meetings/spring.toml"), MEETING).unwrap();
    story.ends("outbox make invitation spring --to guest --yes", 1);
    story.sends("1-invitation");
    story
}

fn update(story: &mut Story, day: &str) -> String {
    story.ends(&format!("--today {day} outbox make update spring --yes"), 1)
}

/// The text of a mail, without its head.
fn text(story: &mut Story, mail: &str) -> String {
    let shown = story.ends(&format!("-q outbox show spring/{mail}.eml"), 99);
    shown.split_once("\n\n").unwrap().1.to_owned()
}

#[test]
fn whoever_gets_a_mail_hears_everything_that_is_otherwise() {
    let mut story = invited();
    let file = "meetings/spring.toml";
    story.edit(file, "Dora Esche", "Emil Fichte");
    story.edit(file, "start = \"10:00\"", "start = \"10:15\"");
    story.edit(file, "\"Internes\"", "\"Ganz Internes\"");
    update(&mut story, "2026-11-23");
    // Who has no part of it, and comes at the same time to the same place, need not know it now.
    assert_eq!(story.mails("outbox/spring/2-update"), ["c-cedar"]);
    same(
        &text(&mut story, "2-update/c-cedar"),
        str![[r#"
Dear Chris Cedar,

There are changes to our meeting.

Frühjahr

“Vortrag”  before: 10:00–11:00, Saal 1
           now: 10:15–11:00, Saal 1

- “Grußwort”, now with Emil Fichte instead of Dora Esche

Everything else stays as it was.

Yours sincerely

Hanna Eiche
Stadt Ulm
netz@example.org
"#]],
    );
    let plenum = TOUR.replace("tour", "plenum").replace("Rundgang", "Plenum");
    story.edit(file, TOUR, &plenum.replace("14:00", "13:00").replace("16:00", "14:30"));
    update(&mut story, "2026-11-24");
    assert_eq!(story.mails("outbox/spring/3-update"), ["b-birke", "c-cedar"]);
    same(
        &text(&mut story, "3-update/b-birke"),
        str![[r#"
Sehr geehrte Frau Birke,

zu unserem Treffen gibt es Änderungen.

Frühjahr

- Ende: 14:30 Uhr statt 16:00 Uhr
- Neu: „Plenum“, 13:00–14:30 Uhr
- „Vortrag“ beginnt jetzt um 10:15 Uhr statt um 10:00 Uhr
- „Grußwort“, jetzt mit Emil Fichte statt mit Dora Esche
- Entfällt: „Rundgang“, 14:00–16:00 Uhr

Alles andere bleibt, wie es war.

Mit freundlichen Grüßen

Hanna Eiche
Stadt Ulm
netz@example.org
"#]],
    );
    same(
        &text(&mut story, "3-update/c-cedar"),
        str![[r#"
Dear Chris Cedar,

There are changes to our meeting.

Frühjahr

- End: 14:30 instead of 16:00
- New: “Plenum”, 13:00–14:30
- Dropped: “Rundgang”, 14:00–16:00

Everything else stays as it was.

Yours sincerely

Hanna Eiche
Stadt Ulm
netz@example.org
"#]],
    );
}

#[test]
fn what_was_taken_back_is_told_to_nobody() {
    let mut story = invited();
    let file = "meetings/spring.toml";
    story.edit(file, "Rathaus", "Kornhaus");
    story.ends("--today 2026-11-23 release spring --reason Umbau --yes", 1);
    story.edit(file, "Kornhaus", "Rathaus");
    story.ends("--today 2026-11-24 release spring --reason Doch --yes", 1);
    assert!(update(&mut story, "2026-11-25").starts_with("Nobody must be told"));
    // Of two moves only the day that they know and the new one are told.
    story.edit(file, "date = 2027-04-20", "date = 2027-04-27");
    story.ends("--today 2026-11-26 release spring --reason Messe --yes", 1);
    story.edit(file, "date = 2027-04-27", "date = 2027-05-04");
    update(&mut story, "2026-11-27");
    same(
        &text(&mut story, "2-update/b-birke"),
        str![[r#"
Sehr geehrte Frau Birke,

zu unserem Treffen gibt es eine Änderung.

Frühjahr

Termin  bisher: Dienstag, 20. April 2027
        jetzt: Dienstag, 4. Mai 2027

Alles andere bleibt, wie es war. Bitte teilen Sie uns mit, ob Sie zum
neuen Termin kommen können.

Mit freundlichen Grüßen

Hanna Eiche
Stadt Ulm
netz@example.org
"#]],
    );
}

#[test]
fn a_reminder_in_between_hides_no_change_of_the_programme() {
    let mut story = invited();
    story.edit("meetings/spring.toml", "\"Grußwort\"", "\"Gruß\"");
    story.ends("--today 2026-11-23 outbox make reminder spring --to b-birke --yes", 1);
    update(&mut story, "2026-11-24");
    assert!(!story.path("outbox/spring/3-update").exists(), "it concerns nobody now");
    story.edit("meetings/spring.toml", "Rathaus", "Kornhaus");
    update(&mut story, "2026-11-25");
    let told = text(&mut story, "3-update/b-birke");
    assert!(told.contains("„Gruß“ hieß bisher „Grußwort“"), "{told}");
}

#[test]
fn a_change_that_is_asked_for_is_told_beside_what_its_reader_knows() {
    let mut story = invited();
    story.edit("meetings/spring.toml", "\"Grußwort\"", "\"Gruß\"");
    let change = "outbox make change spring --to guest --yes";
    story.ends(&format!("--today 2026-11-23 {change}"), 1);
    let told = text(&mut story, "2-change/b-birke");
    assert!(told.contains("„Gruß“ hieß bisher „Grußwort“"), "{told}");
    assert!(told.contains("Alles andere bleibt, wie es war."), "{told}");
    // On paper the same; to whom nothing was mailed the version is named.
    story.edit("meetings/spring.toml", "Rathaus", "Kornhaus");
    let (paper, _) = story.run("--lang de write change spring --to b-birke --to ulm");
    let open = "Alles andere bleibt wie in der Fassung vom 23. November 2026.";
    let own = "Alles andere bleibt, wie es war.";
    assert_eq!((paper.matches(own).count(), paper.matches(open).count()), (1, 1), "{paper}");
}
