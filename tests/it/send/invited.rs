//! A meeting counts as invited to as soon as an invitation has gone out, whatever way it took.

use crate::outbox::story::Story;

const MEETING: &str = "meetings/spring.toml";
const INVITED: &str = "\nstatus = \"invited\"\n";

fn story(kind: &str) -> Story {
    let mut story = Story::new();
    story.ends(&format!("outbox make {kind} spring --to guest --yes"), 1);
    story
}

#[test]
fn invitations_that_went_out_make_the_meeting_invited() {
    let mut story = story("invitation");
    // The question says so, and nothing is written before it is answered.
    let (said, status) = story.run("outbox pipe -- cat");
    assert_eq!((status, said.contains("then counts as invited")), (1, true), "{said}");
    assert!(!story.read(MEETING).contains(INVITED));
    let (said, status) = story.run("outbox pipe --expect 2 -- cat");
    assert_eq!((status, said.contains("counts as invited now")), (0, true), "{said}");
    assert!(story.read(MEETING).contains(INVITED));
    // What the calendar and readers know is the same.
    let (said, _) = story.run("outbox make -y update spring");
    assert!(said.contains("Nobody must be told anything"), "{said}");
}

#[test]
fn what_was_sent_by_hand_counts_and_other_mails_do_not() {
    let mut story = story("invitation");
    story.ends("outbox settle -y spring/1-invitation/b-birke.eml --as failed", 1);
    assert!(!story.read(MEETING).contains(INVITED));
    story.ends("outbox settle -y spring/1-invitation/c-cedar.eml --as sent", 1);
    assert!(story.read(MEETING).contains(INVITED));

    let mut story = self::story("save-the-date");
    story.ends("outbox settle -y spring/1-save-the-date --as sent", 1);
    assert!(!story.read(MEETING).contains(INVITED));
}

#[test]
fn what_is_sent_stays_sent_whatever_is_taken_back() {
    let mut story = story("invitation");
    let (said, status) = story.run("outbox pipe --expect 2 -- cat");
    assert_eq!(status, 0, "{said}");
    let (said, status) = story.run("undo -y");
    assert_eq!((status, said.contains("error[final-change]")), (1, true), "{said}");
    assert!(story.read(MEETING).contains(INVITED));
    // What is changed afterwards can be taken back.
    story.ends("set spring start 9:30 -y", 1);
    story.ends("undo -y", 1);
    assert!(story.read(MEETING).contains("start = \"09:00\""));
}
