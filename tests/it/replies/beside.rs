//! What people write beside the answer of their calendar, and in mails that others got.

use super::samples::{Sample, words};
use super::{FILE, invited, put};
use crate::outbox::story::Story;

/// The answer of Berta Birke with words beside it.
fn with(status: &'static str, words: &str) -> String {
    let program = "Chris Cedar has accepted your invitation.";
    Sample::birke(status).apple().replace("us-ascii", "utf-8").replace(program, words)
}

/// What is said of the folder of replies, in one line, and what is recorded then.
fn read(story: &mut Story) -> (String, String) {
    let (said, _) = story.run("replies read in --meeting spring --yes");
    let said = said.split_whitespace().collect::<Vec<_>>().join(" ");
    (said, std::fs::read_to_string(story.path(FILE)).unwrap_or_default())
}

#[test]
fn words_beside_an_answer_are_its_note() {
    let mut story = invited();
    put(&story, "a.eml", with("ACCEPTED", "Bitte vegetarisch.\r\nVon meinem iPhone gesendet"));
    let (said, recorded) = read(&mut story);
    assert!(recorded.contains("answer = \"yes\""), "{said}");
    assert!(recorded.contains("note = \"Bitte vegetarisch.\""), "{said}\n{recorded}");
    // What was written into the calendar itself is not repeated.
    let mut story = invited();
    let mail = with("ACCEPTED", "Vegetarisch, und ich komme später.");
    let comment = "COMMENT:Vegetarisch\\, und ich komme später.\r\nSUMMARY";
    put(&story, "a.eml", mail.replace("SUMMARY", comment));
    let (said, recorded) = read(&mut story);
    assert!(
        recorded.contains("note = \"Vegetarisch, und ich komme später.\"\n"),
        "{said}\n{recorded}"
    );
}

#[test]
fn words_that_say_something_else_are_left_to_a_person() {
    for (status, words) in [
        ("ACCEPTED", "Leider muss ich doch absagen!"),
        ("DECLINED", "Ich kann leider nicht, Frau Solms kommt für mich."),
        ("ACCEPTED", "My deputy will be there instead of me."),
        ("DECLINED", "Nun bin ich doch dabei."),
    ] {
        let mut story = invited();
        put(&story, "a.eml", with(status, words));
        let (said, recorded) = read(&mut story);
        assert_eq!(recorded, "", "{words}");
        assert!(said.contains("answers in words"), "{said}");
        assert!(said.contains(words), "{said}");
        assert!(said.contains("erfa replies set b-birke yes|no|maybe --meeting spring"), "{said}");
    }
}

#[test]
fn whoever_comes_for_somebody_is_named() {
    let mut story = invited();
    let delegate = Sample {
        from: "Fred Neu <fred@example.com>",
        attendee: "fred@example.com",
        ..Sample::birke("ACCEPTED")
    };
    let from = ";CN=\"Fred Neu\";DELEGATED-FROM=\"mailto:birke@xn--kln-sna.example\";RSVP";
    put(&story, "a.eml", delegate.apple().replace(";RSVP", from));
    let (said, recorded) = read(&mut story);
    assert_eq!(recorded, "");
    assert!(said.contains("sends somebody else: Fred Neu (fred@example.com)"), "{said}");
    let command = "erfa replies set b-birke no --substitute \"Fred Neu\" --meeting spring";
    assert!(said.contains(command), "{said}");
    // A name that is none stays out of commands.
    let mut story = invited();
    let from = from.replace("Fred Neu", "Fred; reboot");
    put(&story, "a.eml", delegate.apple().replace(";RSVP", &from));
    let (said, _) = read(&mut story);
    assert!(said.contains("no --substitute … --meeting"), "{said}");
}

#[test]
fn the_address_tells_who_writes_whoever_was_written_to() {
    let mut story = invited();
    put(&story, "a.eml", Sample::birke("DECLINED").outlook());
    read(&mut story);
    // Cedar writes before that, into the mail that Birke got.
    let more = "In-Reply-To: <spring.invitation.1.b-birke@example.org>\n";
    let mail = words("Chris Cedar <cedar@example.org>", more, "Wir kommen zu zweit.");
    put(&story, "b.eml", mail.replace("10:00:00", "09:00:00"));
    let (said, _) = read(&mut story);
    assert!(said.contains("Wir kommen zu zweit."), "{said}");
    assert!(said.contains("erfa replies set c-cedar yes|no|maybe --meeting spring"), "{said}");
    // A stranger's calendar does not answer for whoever got the mail.
    let mut story = invited();
    let stranger = Sample {
        from: "Xaver Zeh <zeh@example.com>",
        attendee: "zeh@example.com",
        ..Sample::birke("ACCEPTED")
    };
    let more = "\r\nIn-Reply-To: <spring.invitation.1.b-birke@example.org>\r\nContent-Type";
    put(&story, "a.eml", stranger.with_method("REPLY").replacen("\r\nContent-Type", more, 1));
    let (said, recorded) = read(&mut story);
    assert_eq!(recorded, "");
    assert!(said.contains("`zeh@example.com` belongs to no contact and no city"), "{said}");
    assert!(!said.contains("erfa replies set"), "{said}");
}
