//! A meeting that leaves its day, and perhaps comes back to it: what is said to whom, and what an answer is
//! still worth.

use crate::claims::{files, said};
use crate::harness::Test;
use crate::outbox::story::Story;

/// Moved from 20 April 2027 on 1 February.
const MOVED: &str = "date = 2027-05-04\nhosts = [\"aue\"]\n[[history]]\nchanged = 2027-02-01\ndate = 2027-04-20\n\
                     reason = \"Umbau\"\n";

fn with_reply(command: &str, meeting: &str, reply: &str) -> Test {
    files(Test::new(&format!("-q {command}")), meeting, "no")
        .file("replies/a.toml", &format!("[[reply]]\nperson = \"eva\"\nanswer = \"no\"\n{reply}"))
}

#[test]
fn a_reminder_says_no_more_of_an_answer_than_is_known() {
    let reminder = |language: &str, reply: &str| {
        let command = format!("--lang {language} --today 2027-03-01 write reminder a --to eva");
        said(with_reply(&command, MOVED, reply))
    };
    // On the day of the move nobody knows which came first.
    let unclear = "received = 2027-02-01\n";
    let letter = reminder("de", unclear);
    assert!(
        letter.contains("Aus ihr geht nicht hervor, ob sie für den Termin unten gilt"),
        "{letter}"
    );
    let letter = reminder("en", unclear);
    assert!(letter.contains("It does not tell whether it is about the date below"), "{letter}");
    let letter = reminder("de", "received = 2027-01-05\n");
    assert!(letter.contains("danke für Ihre Antwort zum früheren Termin."), "{letter}");
    // The meeting was never to be then.
    let letter = reminder("de", "for = 2027-12-24\n");
    assert!(letter.contains("Aus ihr geht nicht hervor"), "{letter}");
}

#[test]
fn the_sheet_for_the_house_names_answers_that_do_not_count() {
    let sheet = with_reply(
        "--lang de --today 2027-03-01 write logistics-sheet a",
        MOVED,
        "received = 2027-01-05\n",
    );
    let sheet = said(sheet);
    assert!(
        sheet.contains("1 weitere Antwort gilt einem früheren Termin oder ist unklar"),
        "{sheet}"
    );
}

#[test]
fn an_answer_from_before_the_day_was_left_is_open_when_the_day_comes_back() {
    let back = "date = 2027-04-20\nhosts = [\"aue\"]\n[[history]]\nchanged = 2027-02-01\ndate = 2027-04-20\n\
                reason = \"Umbau\"\n[[history]]\nchanged = 2027-02-20\ndate = 2027-05-04\nreason = \"Doch\"\n";
    let said = |reply: &str| {
        let replies = with_reply("--today 2027-03-01 replies a", back, reply);
        replies.run().stdout
    };
    let text = said("for = 2027-04-20\nreceived = 2027-01-05\n");
    assert!(text.contains("no, before it was moved to another day"), "{text}");
    for counts in ["for = 2027-04-20\nreceived = 2027-02-21\n", "for = 2027-04-20\n"] {
        let text = said(counts);
        assert!(!text.contains("before it was moved"), "{text}");
    }
}

#[test]
fn letter_and_calendar_ask_alike_when_the_day_comes_back() {
    let mut story = Story::new();
    story.ends("outbox make invitation spring --to c-cedar -y", 1);
    story.sends("1-invitation");
    story.ends("replies set c-cedar yes spring -y", 1);
    let first = day(&story);
    story.edit("meetings/spring.toml", &format!("date = {first}"), "date = 2027-06-15");
    story.ends("--today 2026-11-24 outbox make update spring -y", 1);
    story.sends("2-update");
    story.edit("meetings/spring.toml", "date = 2027-06-15", &format!("date = {first}"));
    story.ends("--today 2026-11-25 outbox make update spring -y", 1);
    let mail = "outbox/spring/3-update/c-cedar.eml";
    let asks = story.calendar(mail, &["ATTENDEE"]).concat();
    assert!(asks.contains("NEEDS-ACTION"), "{asks}");
    let (replies, status) = story.run("--today 2026-11-25 replies spring");
    assert_eq!(status, 0);
    assert!(replies.contains("yes, before it was moved to another day"), "{replies}");
    assert!(!replies.contains("is expected"), "{replies}");
}

#[test]
fn a_reminder_warns_of_those_who_do_not_know_the_new_day() {
    let mut story = Story::new();
    story.ends("outbox make invitation spring --to c-cedar -y", 1);
    story.sends("1-invitation");
    let first = day(&story);
    story.edit("meetings/spring.toml", &format!("date = {first}"), "date = 2027-06-15");
    story.ends("outbox make update spring -y", 1);
    let warned = |story: &mut Story| {
        let (said, status) = story.run("write reminder spring --to c-cedar");
        assert_eq!(status, 0, "{said}");
        said.contains("warning[day-not-told]")
    };
    // What waits has told nobody anything.
    assert!(warned(&mut story));
    story.sends("2-update");
    assert!(!warned(&mut story));
}

/// The day of the meeting in its file.
fn day(story: &Story) -> String {
    let text = story.read("meetings/spring.toml");
    let line = text.lines().find_map(|line| line.strip_prefix("date = ")).unwrap();
    line.to_owned()
}

#[test]
fn what_was_accepted_of_one_day_is_not_accepted_of_another() {
    let accepted = |more: &str| {
        format!(
            "title = \"Herbst\"\nacknowledge = [{{ code = \"blocked-day\", reason = \"Uns recht\"{more} }}]\n"
        )
    };
    let check = |meeting: String| {
        Test::new("check")
            .file("network.toml", "name = \"Netz\"\n[dates]\nregion = \"DE-TH\"\n")
            .file("cities.toml", "[[city]]\nid = \"aue\"\nname = \"Aue\"\n")
            .file("meetings/herbst.toml", &meeting)
            .run()
            .stdout
    };
    let before = accepted("") + "date = 2028-09-20\n";
    assert!(check(before.clone()).contains("acknowledged[blocked-day]"), "{before}");
    let history = "[[history]]\nchanged = 2028-01-01\ndate = 2028-09-20\nreason = \"x\"\n";
    let moved = check(accepted("") + "date = 2028-10-03\n" + history);
    assert!(moved.contains("warning[blocked-day]"), "{moved}");
    assert!(moved.contains("warning[outdated-acknowledgement]"), "{moved}");
    let again = check(accepted(", for = 2028-10-03") + "date = 2028-10-03\n" + history);
    assert!(again.contains("acknowledged[blocked-day]"), "{again}");
    assert!(!again.contains("outdated"), "{again}");
}
