//! Whoever knows the day alone was not invited: nobody waits for their answer, and a new day is one to save.

use std::fs;

use super::story::Story;
use crate::truths::{holds, lacks};

/// All were told the day long before.
fn saved() -> Story {
    let mut story = Story::new();
    story.edit("meetings/spring.toml", "hosts =", "place = \"Alte Mühle\"\nhosts =");
    story.ends("outbox make save-the-date spring --to guest -y", 1);
    story.sends("1-save-the-date");
    story
}

fn kinds(story: &Story, run: &str) -> Vec<String> {
    let record = story.read(&format!("outbox/spring/{run}/run.toml"));
    record.lines().filter_map(|line| line.strip_prefix("kind = ")).map(str::to_owned).collect()
}

#[test]
fn nobody_waits_for_their_answer() {
    let mut story = saved();
    let said = story.run("--today 2026-11-23 replies spring --json").0;
    holds(
        &said,
        &["\"sum\": { \"invited\": 0, \"yes\": 0, \"no\": 0, \"maybe\": 0, \"open\": 0 }"],
    );
    lacks(&story.read("meetings/spring.toml"), &["status = \"invited\""]);
    let (said, status) = story.run("--today 2026-11-23 outbox make reminder spring --to guest -y");
    assert_eq!(status, 1, "{said}");
    holds(&said, &["Not invited so far, no letter: Berta Birke", "nobody-concerned"]);
    // Whoever answers all the same is a guest.
    let replies = "[[reply]]\nperson = \"b-birke\"\nanswer = \"yes\"\nfor = 2027-04-20\n";
    fs::create_dir_all(story.path("replies")).unwrap();
    fs::write(story.path("replies/spring.toml"), replies).unwrap();
    holds(&story.run("--today 2026-11-23 replies spring").0, &["1 person has said yes"]);
    // An invitation asks.
    story.ends("--today 2026-11-24 outbox make invitation spring --to guest -y", 1);
    story.sends("2-invitation");
    let said = story.run("--today 2026-11-25 replies spring --json").0;
    holds(
        &said,
        &["\"sum\": { \"invited\": 2, \"yes\": 1, \"no\": 0, \"maybe\": 0, \"open\": 1 }"],
    );
}

#[test]
fn a_new_day_is_one_to_save() {
    let mut story = saved();
    story.ends("--today 2026-11-23 postpone spring --on 2027-05-04 --reason Sturm -y", 1);
    story.ends("--today 2026-11-23 outbox make update spring -y", 1);
    assert_eq!(kinds(&story, "2-update"), ["\"save-the-date\""; 2]);
    let told = story.run("outbox show spring/2-update/b-birke.eml").0;
    holds(
        &told,
        &[
            "unser Treffen hat einen neuen Termin. Bitte merken Sie ihn sich vor.",
            "Zuvor geplant Dienstag, 20. April 2027",
            "Grund Sturm",
            "Die Einladung mit dem Programm folgt.",
        ],
    );
    lacks(&told, &["geantwortet", "invite.ics"]);
    story.sends("2-update");
    let said = story.run("--today 2026-11-24 outbox make update spring -y").0;
    holds(&said, &["Nobody must be told anything"]);
}

#[test]
fn a_day_that_is_lost_and_found_again_is_one_to_save() {
    let mut story = saved();
    story.ends("--today 2026-11-23 postpone spring --reason Sturm -y", 1);
    story.ends("--today 2026-11-23 outbox make update spring -y", 1);
    assert_eq!(kinds(&story, "2-update"), ["\"postponement\""; 2]);
    story.sends("2-update");
    story.ends("--today 2026-11-24 postpone spring --on 2027-05-04 --reason Ersatz -y", 1);
    story.ends("--today 2026-11-24 outbox make update spring -y", 1);
    assert_eq!(kinds(&story, "3-update"), ["\"save-the-date\""; 2]);
    let told = story.run("outbox show spring/3-update/c-cedar.eml").0;
    holds(&told, &["Our meeting has a new date. Please save it.", "Reason Sturm; Ersatz"]);
}

#[test]
fn another_time_asks_nobody_and_no_calendar_is_told_to_strike_out_what_it_never_had() {
    let mut story = saved();
    story.edit("meetings/spring.toml", "start = \"09:00\"", "start = \"08:30\"");
    story.ends("--today 2026-11-23 outbox make update spring -y", 1);
    assert_eq!(kinds(&story, "2-update"), ["\"change\""; 2]);
    let told = story.run("outbox show spring/2-update/b-birke.eml").0;
    holds(&told, &["Uhrzeit bisher: 09:00–16:00 Uhr jetzt: 08:30–16:00 Uhr"]);
    lacks(&told, &["Bitte teilen Sie", "invite.ics", "programm"]);
    story.sends("2-update");
    story.ends("--today 2026-11-24 cancel spring --reason Sturm -y", 1);
    story.ends("--today 2026-11-24 outbox make update spring -y", 1);
    assert_eq!(kinds(&story, "3-update"), ["\"cancellation\""; 2]);
    lacks(&story.read("outbox/spring/3-update/b-birke.eml"), &["METHOD:CANCEL", "text/calendar"]);
}
