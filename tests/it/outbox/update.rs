//! `erfa outbox make update`: who must know of a change hears of it, and nobody else.

use std::fs;

use snapbox::str;

use super::story::Story;
use crate::harness::same;

#[test]
fn an_update_goes_to_those_who_must_know() {
    let mut story = Story::new();
    story.ends("outbox make invitation spring --to guest --to ulm --yes", 1);
    story.sends("1-invitation");
    let update = |day: &str| format!("--today {day} outbox make update spring --yes");
    same(
        &story.ends(&update("2026-11-23"), 1),
        str!["Nobody must be told anything; nothing was made."],
    );

    // A part of the programme concerns who stands in it.
    story.edit("meetings/spring.toml", "start = \"10:00\"", "start = \"10:15\"");
    story.ends(&update("2026-11-24"), 1);
    assert_eq!(story.mails("outbox/spring/2-update"), ["c-cedar"]);
    same(
        &story.ends("outbox show spring/2-update/c-cedar.eml", 30),
        str![[r#"
From: Hanna Eiche <netz@example.org>
To: Chris Cedar <cedar@example.org>
Subject: Change: Werkstatt on 20 April 2027 in Ulm
Attached: invite.ics (2 kB)
Attached: programme

Dear Chris Cedar,

There is a change to our meeting.

Frühjahr

“Vortrag”  before: 10:00–11:00
           now: 10:15–11:00

Everything else stays as it was.

Yours sincerely

Hanna Eiche
Stadt Ulm
netz@example.org
"#]],
    );
    same(
        &story.ends("outbox list", 20),
        str![[r#"
Outbox

run                  made              version  mails
─────────────────────────────────────────────────────────
spring/1-invitation  2026-11-22 12:00        1  3 sent
spring/2-update      2026-11-24 12:00        2  1 waiting

Out of date: spring/1-invitation (spring/2-update waits and tells of it)

• “Vortrag” now begins at 10:15 instead of 10:00
"#]],
    );

    // Another day concerns everybody; who is new is invited, who has left is told so.
    story.edit("meetings/spring.toml", "date = 2027-04-20", "date = 2027-04-27");
    story.edit("contacts.toml", "id = \"b-birke\"", "id = \"a-ahorn\"");
    story.edit("contacts.toml", "Birke", "Ahorn");
    story.edit("contacts.toml", "birke@", "ahorn@");
    story.ends(&update("2026-11-25"), 1);
    assert_eq!(story.mails("outbox/spring/3-update"), ["a-ahorn", "b-birke", "c-cedar", "ulm"]);
    same(
        &story.read("outbox/spring/3-update/list.txt"),
        str![[r#"
spring/3-update: 4 Mails
========================

wer          Adresse                warum                 Datei
─────────────────────────────────────────────────────────────────────
Berta Ahorn  ahorn@köln.example     neu                   a-ahorn.eml
Stadt Ulm    stadt@ulm.example.org  geändert: Termin und  ulm.eml
                                    weitere Angaben
Chris Cedar  cedar@example.org      geändert: Termin      c-cedar.eml
Berta Birke  birke@köln.example     nicht mehr gewählt    b-birke.eml

Ohne Mail bleibt Douglas: verzeichnet ist „nie eine Mail“

"#]],
    );
    let state = |story: &Story, file: &str| {
        story.calendar(file, &["METHOD", "SEQUENCE", "STATUS"]).join(" ")
    };
    same(
        &state(&story, "outbox/spring/3-update/b-birke.eml"),
        str!["METHOD:CANCEL STATUS:CANCELLED SEQUENCE:1"],
    );
    same(
        &state(&story, "outbox/spring/3-update/c-cedar.eml"),
        str!["METHOD:REQUEST STATUS:CONFIRMED SEQUENCE:1"],
    );

    // A cancellation goes to all who count on the meeting.
    story.sends("2-update");
    story.sends("3-update");
    story.ends("--today 2026-11-26 cancel spring --reason Sturm --yes", 1);
    story.ends(&update("2026-11-26"), 1);
    assert_eq!(story.mails("outbox/spring/4-update"), ["a-ahorn", "c-cedar", "ulm"]);
    same(
        &state(&story, "outbox/spring/4-update/c-cedar.eml"),
        str!["METHOD:CANCEL STATUS:CANCELLED SEQUENCE:2"],
    );
    let uid = |run: &str| story.calendar(&format!("outbox/spring/{run}/c-cedar.eml"), &["UID"]);
    assert_eq!(uid("1-invitation"), uid("4-update"), "one name for life");
    story.sends("4-update");
    same(
        &story.ends(&update("2026-11-27"), 1),
        str!["Nobody must be told anything; nothing was made."],
    );
}

#[test]
fn an_update_for_some_withdraws_nothing() {
    let mut story = Story::new();
    story.ends("outbox make invitation spring --to guest --yes", 1);
    story.sends("1-invitation");
    story.edit("meetings/spring.toml", "start = \"09:00\"", "start = \"08:30\"");
    story.ends("outbox make update spring --to c-cedar --to ulm --yes", 1);
    assert_eq!(story.mails("outbox/spring/2-update"), ["c-cedar", "ulm"]);
    // Who was left out then is told now.
    story.ends("outbox make update spring --yes", 1);
    assert_eq!(story.mails("outbox/spring/3-update"), ["b-birke"]);
}

#[test]
fn a_new_key_for_somebody_is_nobody_new() {
    let mut story = Story::new();
    story.ends("outbox make invitation spring --to guest --yes", 1);
    story.sends("1-invitation");
    story.edit("contacts.toml", "id = \"b-birke\"", "id = \"berta-birke\"");
    same(
        &story.ends("outbox make -y update spring", 1),
        str!["Nobody must be told anything; nothing was made."],
    );
    story.edit("meetings/spring.toml", "start = \"09:00\"", "start = \"08:30\"");
    story.ends("outbox make update spring --yes", 1);
    assert_eq!(story.mails("outbox/spring/2-update"), ["berta-birke", "c-cedar"]);
    assert!(story.read("outbox/spring/2-update/run.toml").contains("kind = \"change\""));
    assert!(!story.read("outbox/spring/2-update/run.toml").contains("kind = \"invitation\""));
}

#[test]
fn mails_that_a_server_refused_told_nobody_anything() {
    let mut story = Story::new();
    story.ends("outbox make invitation spring --to c-cedar --yes", 1);
    let line =
        "2026-11-22T13:00:00+01:00 failed spring/1-invitation/c-cedar.eml 550 no such user\n";
    fs::write(story.path("outbox/ledger.txt"), line).unwrap();
    same(
        &story.run("outbox show 1-invitation").0,
        str![[r#"
spring/1-invitation

Made on 2026-11-22 12:00 from version 1

who          address            what        chosen by  state         file
────────────────────────────────────────────────────────────────────────────────
Chris Cedar  cedar@example.org  invitation  c-cedar    refused: 550  c-cedar.eml
                                                       no such user

"#]],
    );
    let (said, status) = story.run("outbox make -y update spring");
    assert_eq!((status, said.contains("[nobody-told]")), (1, true), "{said}");
}

#[test]
fn who_got_a_mail_must_hear_and_what_waits_must_not_go_out() {
    let mut story = Story::new();
    let (cancel, undo) = ("cancel spring --reason Sturm --yes", "cancel spring --undo --yes");
    story.ends("outbox make save-the-date spring --to guest --yes", 1);
    story.ends("outbox make invitation spring --to guest --yes", 1);
    same(
        &story.ends(cancel, 1),
        str![
            "4 mails about it still wait in the outbox and should be discarded: `erfa outbox discard spring/1-save-the-date` and `erfa outbox discard spring/2-invitation`"
        ],
    );
    story.ends(undo, 1);
    for (event, said) in [("failed", "and should be discarded"), ("unsure", "1 person who got")] {
        let line = format!("2026-11-22T13:00:00+01:00 {event} spring/2-invitation/c-cedar.eml x\n");
        fs::write(story.path("outbox/ledger.txt"), line).unwrap();
        let last = story.ends(cancel, 1);
        assert!(last.contains(said), "{last}");
        story.ends(undo, 1);
    }
    let line = "2026-11-22T13:00:00+01:00 sent spring/2-invitation/c-cedar.eml\n";
    fs::write(story.path("outbox/ledger.txt"), line).unwrap();
    same(
        &story.ends(cancel, 1),
        str![
            "1 person who got a mail does not know of it yet: `erfa outbox make update spring` makes the mails."
        ],
    );
}

#[test]
fn nobody_reads_last_that_a_meeting_is_cancelled_which_takes_place() {
    let mut story = Story::new();
    story.ends("outbox make invitation spring --to guest --yes", 1);
    story.ends("outbox settle spring/1-invitation --as sent --yes", 1);
    story.ends("cancel spring --reason Sturm --yes", 1);
    story.ends("outbox make update spring --yes", 1);
    story.ends("cancel spring --undo --yes", 1);
    // It is not true any more, and then it is old, too.
    let pipe = "outbox pipe spring/2-update --expect 0 -- cat";
    same(
        &story.ends(pipe, 3),
        str![[r#"
Not to Berta Birke: the meeting is not cancelled any more
Not to Chris Cedar: the meeting is not cancelled any more
Nobody gets a mail; nothing was sent.
"#]],
    );
    story.ends("postpone spring --on 2027-05-11 --reason Sturm --yes", 1);
    story.ends("outbox make update spring --yes", 1);
    story.ends("outbox settle spring/3-update --as sent --yes", 1);
    same(
        &story.ends(pipe, 3),
        str![[r#"
Not to Berta Birke: newer mail from `spring/3-update` has gone out already
Not to Chris Cedar: newer mail from `spring/3-update` has gone out already
Nobody gets a mail; nothing was sent.
"#]],
    );
    // Even if the meeting is cancelled after all: that is for a mail of its own.
    story.ends("cancel spring --reason Hochwasser --yes", 1);
    assert!(story.ends(pipe, 3).contains("newer mail from `spring/3-update`"));
    story.ends("cancel spring --undo --yes", 1);
    let (said, _) = story.run("status");
    let way = "spring/2-update waits and is out of date, `erfa outbox discard";
    assert!(said.contains(way), "{said}");
    story.ends("outbox discard spring/2-update --yes", 1);
    let (said, _) = story.run("status");
    assert!(!said.contains("out of date"), "{said}");
}

/// A mail that only waits has told nobody anything: nobody hears of a change, or of an end, of what they do
/// not know, and nobody counts as invited.
#[test]
fn a_mail_that_waits_has_told_nobody_anything() {
    let mut story = Story::new();
    story.ends("outbox make invitation spring --to guest --yes", 1);
    story.ends("outbox settle spring/1-invitation/c-cedar.eml --as sent --yes", 1);
    let (replies, _) = story.run("-q replies spring");
    assert!(replies.contains("• Chris Cedar") && !replies.contains("Birke"), "{replies}");
    let (status, _) = story.run("status");
    assert!(status.contains("Answers: 1 without answer"), "{status}");
    let (reminder, _) = story.run("outbox make reminder spring --to guest --dry-run");
    assert!(
        reminder.contains("[not-invited]: `reminder`") && reminder.contains("Birke"),
        "{reminder}"
    );
    story.edit("meetings/spring.toml", "date = 2027-04-20", "date = 2027-04-27");
    let (said, _) = story.run("outbox make update spring --dry-run");
    let waits = "Berta Birke has not heard of it yet; the mail in `spring/1-invitation` waits and holds no \
                 longer: `erfa outbox settle spring/1-invitation --as failed` takes the run back";
    assert!(said.contains(waits) && !said.contains("[unsent-mails]"), "{said}");
    story.ends("cancel spring --reason Sturm --yes", 1);
    story.ends("outbox make update spring --yes", 1);
    assert_eq!(story.mails("outbox/spring/2-update"), ["c-cedar"]);
    story.ends("cancel spring --undo --yes", 1);
    // What is taken back is made anew, and for the new day.
    story.ends("outbox settle spring/1-invitation --as failed --yes", 1);
    story.sends("2-update");
    story.ends("outbox make update spring --yes", 1);
    assert_eq!(story.mails("outbox/spring/3-update"), ["b-birke", "c-cedar"]);
    same(
        &story.ends("outbox make update spring --yes", 1),
        str!["Nothing was made; the mails that wait come first."],
    );
}

#[test]
fn who_has_a_part_of_an_item_reads_how_it_was_and_is() {
    let mut story = Story::new();
    let item = "people = [{ contact = \"c-cedar\" }]";
    let parts = "[[session.items]]\ntitle = \"Mulden\"\nduration = \"20 min\"\n\
                 people = [{ contact = \"c-cedar\" }]";
    story.edit("meetings/spring.toml", item, parts);
    story.ends("outbox make invitation spring --to guest --yes", 1);
    story.sends("1-invitation");
    story.edit("meetings/spring.toml", "20 min", "25 min");
    story.ends("outbox make update spring --yes", 1);
    assert_eq!(story.mails("outbox/spring/2-update"), ["c-cedar"]);
    let (mail, _) = story.run("-q outbox show spring/2-update/c-cedar.eml");
    let both = "“Vortrag” – “Mulden”  before: 20 min\n                      now: 25 min";
    assert!(mail.contains(both) && !mail.contains("Your part now"), "{mail}");
}
