//! Which reports are believed, and of whom.

use snapbox::str;

use super::{BIRKE, in_words, sent};
use crate::harness::same;
use crate::outbox::story::Story;
use crate::replies::put;
use crate::replies::samples::{bounce, words};

/// Those whose mails came back, by the ledger, after this file was read.
fn returned(file: impl AsRef<[u8]>) -> Vec<String> {
    let mut story = sent();
    put(&story, "a.eml", file);
    story.run("replies read in --yes");
    from_ledger(&story)
}

fn from_ledger(story: &Story) -> Vec<String> {
    let ledger = story.read("outbox/ledger.txt");
    let lines = ledger.lines().filter(|line| line.contains("bounced"));
    let person = |line: &str| Some(line.split(".eml").next()?.rsplit('/').next()?.to_owned());
    lines.filter_map(person).collect()
}

#[test]
fn an_address_that_is_only_mentioned_is_nobodys() {
    // It tells first who wrote, and that one has a mail of the run, too.
    let said = format!(
        "A message that you (cedar@example.org) sent could not be delivered:\n{BIRKE}: mailbox full"
    );
    assert_eq!(returned(in_words(&said, "You are invited to Frühjahr in Ulm.")), ["b-birke"]);
    // So does what it quotes.
    let quoted = "From: cedar@example.org\nTo: birke@xn--kln-sna.example\nFrühjahr in Ulm";
    let said = format!("<{BIRKE}>: could not be delivered\n\n{quoted}");
    assert_eq!(returned(in_words(&said, "Frühjahr in Ulm")), ["b-birke"]);
}

#[test]
fn people_are_no_servers() {
    let said = format!("die Einladung war unzustellbar? {BIRKE} ist doch richtig. Frühjahr in Ulm");
    let human = words("Post <postmaster@example.org>", "", &said);
    assert_eq!(returned(&human), [""; 0]);
    let forged = bounce(BIRKE, "failed", "5.1.1")
        .replace("MAILER-DAEMON@mail.example.org", "evil@attacker.example");
    assert_eq!(returned(&forged), [""; 0]);
}

#[test]
fn who_gives_up_after_a_delay_has_given_up() {
    let said = format!("Your message was delayed for 5 days. Giving up.\n\n<{BIRKE}>: timed out");
    let head = "Message-ID: <spring.invitation.1.b-birke@example.org>";
    assert_eq!(returned(in_words(&said, head)), ["b-birke"]);
}

#[test]
fn what_was_set_down_late_by_hand_was_sent_before() {
    let mut story = super::super::invited();
    story.ends("--today 2026-12-10 outbox settle -y spring/1-invitation --as sent", 1);
    put(&story, "a.eml", bounce(BIRKE, "failed", "5.1.1"));
    story.run("replies read in --yes");
    assert_eq!(from_ledger(&story), ["b-birke"]);
}

#[test]
fn nothing_is_said_to_go_out_anew_that_does_not() {
    let mut story = sent();
    put(&story, "a.eml", bounce(BIRKE, "failed", "5.1.1"));
    story.run("replies read in --yes");
    story.ends("cancel spring --reason Sturm --yes", 1);
    let shown = story.run("outbox list").0.replace("\n  ", " ");
    assert!(shown.contains("Not to Berta Birke: the meeting is cancelled."), "{shown}");
    assert!(!shown.contains("sends anew"), "{shown}");
}

#[test]
fn who_did_not_get_it_is_named() {
    let mut story = sent();
    let (said, status) = story.run("outbox settle -y spring/1-invitation --as bounced");
    assert!(status == 1 && said.contains("error[bounce-by-name]"), "{said}");
}

#[test]
fn whoever_writes_to_an_address_that_gave_a_mail_back_is_told_at_once() {
    let make = "outbox make invitation spring --to b-birke --to c-cedar --again --yes --dry-run";
    let mut story = sent();
    let (said, _) = story.run(make);
    assert!(!said.contains("address-came-back"), "{said}");
    put(&story, "a.eml", bounce(BIRKE, "failed", "5.1.1"));
    story.ends("replies read in --yes", 1);
    let (said, _) = story.run(make);
    assert!(
        said.contains("the last mail to this address came back: `birke@köln.example`"),
        "{said}"
    );
    story.edit("contacts.toml", "birke@köln.example", "berta@example.org");
    let (said, _) = story.run(make);
    assert!(!said.contains("address-came-back"), "{said}");
}

/// What is said of a run of which one mail came back.
#[track_caller]
pub(super) fn assert_shown(story: &mut Story) {
    same(
        &story.run("outbox show spring/1-invitation").0,
        str![[r#"
spring/1-invitation

Made on 2026-11-22 12:00 from version 1

Berta Birke
  address: birke@köln.example
  what: invitation
  chosen by: guest, all
  state: bounced: <birke@xn--kln-sna.example> 550 5.1.1 no such user
  file: b-birke.eml

Stadt Ulm
  address: stadt@ulm.example.org
  what: invitation
  chosen by: all
  state: sent: by hand
  file: ulm.eml

Chris Cedar
  address: cedar@example.org
  what: invitation
  chosen by: guest, all
  state: sent: by hand
  file: c-cedar.eml

Came back: spring/1-invitation

• Berta Birke: <birke@xn--kln-sna.example> 550 5.1.1 no such user. Mend the
  address birke@köln.example on file, then `erfa send spring/1-invitation` sends
  anew; if it is right after all: `erfa outbox settle
  spring/1-invitation/b-birke.eml --as pending`.

"#]],
    );
}
