//! Nobody gets a mail of the same kind twice, unless that is meant.

use std::fs;

use snapbox::str;

use super::story::Story;
use crate::harness::same;

const MAKE: &str = "outbox make invitation spring --to guest --yes";

#[test]
fn a_second_making_makes_nothing() {
    let mut story = Story::new();
    story.ends(MAKE, 1);
    story.edit("meetings/spring.toml", "start = \"09:00\"", "start = \"08:30\"");
    let before = story.read("meetings/spring.toml");
    same(
        &story.run(MAKE).0,
        str![[r#"
No mail for Douglas: “never a mail” is on file
Berta Birke has this mail already: `spring/1-invitation`
Chris Cedar has this mail already: `spring/1-invitation`
Nobody is left who lacks this mail; nothing was made. `--again` writes once more.

"#]],
    );
    assert_eq!(story.read("meetings/spring.toml"), before, "no version was given out");
    assert!(!story.path("outbox/spring/2-invitation").exists());

    // Who is new gets it alone, and `--again` means everybody.
    story.ends("outbox make invitation spring --to guest --to ulm --yes", 1);
    assert_eq!(story.mails("outbox/spring/2-invitation"), ["ulm"]);
    story.ends(&format!("{MAKE} --again"), 1);
    assert_eq!(story.mails("outbox/spring/3-invitation"), ["b-birke", "c-cedar"]);
}

#[test]
fn only_what_may_have_come_counts() {
    let mut story = Story::new();
    story.ends(MAKE, 1);
    let line = |event: &str, mail: &str| {
        format!("2026-11-22T13:00:00+01:00 {event} spring/1-invitation/{mail}.eml x\n")
    };
    let ledger = line("failed", "b-birke") + &line("unsure", "c-cedar");
    fs::write(story.path("outbox/ledger.txt"), ledger).unwrap();
    story.ends(MAKE, 1);
    assert_eq!(story.mails("outbox/spring/2-invitation"), ["b-birke"]);
    story.ends("outbox discard -y spring/2-invitation", 1);
    story.ends(MAKE, 1);
    assert_eq!(story.mails("outbox/spring/3-invitation"), ["b-birke"]);
}

#[test]
fn reminders_are_repeated_and_own_documents_are_not() {
    let mut story = Story::new();
    for number in 1..3 {
        story.ends("outbox make reminder spring --to guest --yes", 1);
        assert_eq!(story.mails(&format!("outbox/spring/{number}-reminder")).len(), 2);
    }
    for language in ["de", "en"] {
        fs::create_dir_all(story.path(&format!("templates/{language}"))).unwrap();
        fs::write(story.path(&format!("templates/{language}/anreise.md")), "# Anreise\n").unwrap();
    }
    story.ends("outbox make anreise spring --to guest --yes", 1);
    assert_eq!(story.mails("outbox/spring/3-anreise").len(), 2);
    let said = story.ends("outbox make anreise spring --to guest --yes", 1);
    assert!(said.starts_with("Nobody is left who lacks this mail"), "{said}");
}

#[test]
fn another_change_is_another_mail() {
    let mut story = Story::new();
    story.ends(MAKE, 1);
    let make = "outbox make change spring --to guest --yes";
    for (number, from, to) in [(2, "09:00", "08:30"), (3, "08:30", "08:45")] {
        let start = |time: &str| format!("start = \"{time}\"");
        story.edit("meetings/spring.toml", &start(from), &start(to));
        story.ends(make, 1);
        assert_eq!(story.mails(&format!("outbox/spring/{number}-change")).len(), 2);
    }
}

#[test]
fn whoever_did_not_come_is_thanked_for_nothing() {
    let mut story = Story::new();
    fs::create_dir(story.path("replies")).unwrap();
    let answers = "[[reply]]\nperson = \"c-cedar\"\nanswer = \"no\"\n\
                   [[reply]]\nperson = \"b-birke\"\nanswer = \"yes\"\n";
    fs::write(story.path("replies/spring.toml"), answers).unwrap();
    let make = "--today 2027-04-21 outbox make thanks spring --yes";
    let (said, status) = story.run(&format!("{make} --to guest"));
    assert!(
        status == 0 && said.contains("Not known to have come, no letter: Chris Cedar\n"),
        "{said}"
    );
    assert_eq!(story.mails("outbox/spring/1-thanks"), ["b-birke"]);
    let (said, status) = story.run(&format!("{make} --to c-cedar"));
    assert!(status == 1 && said.contains("[nobody-concerned]"), "{said}");
    assert!(said.contains("those who said that they come or are on record as present"), "{said}");
}

#[test]
fn who_wants_no_mail_is_named_and_stops_nobody() {
    let mut story = Story::new();
    let (said, status) =
        story.run("outbox make invitation spring --to b-birke --to d-douglas --yes");
    assert!(
        status == 0 && said.contains("No mail for Douglas: “never a mail” is on file\n"),
        "{said}"
    );
    assert_eq!(story.mails("outbox/spring/1-invitation"), ["b-birke"]);
}
