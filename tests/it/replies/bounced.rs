//! Mails that came back: set down, told of, and sent anew to the address that was mended.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;

use snapbox::str;

use super::samples::{bounce, words};
use super::{invited, put, written};
use crate::harness::same;
use crate::outbox::story::Story;

mod reports;

const BIRKE: &str = "birke@xn--kln-sna.example";

/// A story in which everybody was invited by mail.
fn sent() -> Story {
    let mut story = invited();
    story.ends("--today 2026-11-22 outbox settle -y spring/1-invitation --as sent", 1);
    story
}

/// What a server says in words alone, with the head of the mail.
fn in_words(said: &str, quoted: &str) -> String {
    let text = format!("{said}\n\n------ This is a copy of your message ------\n\n{quoted}");
    words("Mail Delivery System <MAILER-DAEMON@mail.example.org>", "", &text)
        .replace("AW: Einladung", "Mail delivery failed: returning message to sender")
}

/// The new address and that the mail waits are one change: whoever is stopped leaves both or neither.
fn assert_readdressed_at_once(log: &str) {
    let changes: Vec<&str> = log.split("\"number\"").collect();
    let whole = ["b-birke.eml", "run.toml", "ledger.txt"];
    let is_whole = |change: &&&str| whole.iter().all(|name| change.contains(name));
    assert_eq!(changes.iter().filter(is_whole).count(), 1, "{log}");
    assert_eq!(log.matches("ledger.txt").count(), 2, "what goes out is a change of its own: {log}");
}

#[test]
fn a_mail_that_came_back_goes_to_the_address_that_was_mended_and_to_nobody_twice() {
    let mut story = sent();
    put(&story, "a.eml", bounce(BIRKE, "failed", "5.1.1"));
    same(
        &story.run("replies read in --yes").0,
        str![[r#"
Replies read

Came back

• Berta Birke (in/a.eml): <birke@xn--kln-sna.example> 550 5.1.1 no such user.
  Mend the address; `erfa outbox list` says what comes next.
spring/1-invitation/b-birke.eml: came back
1 mail recorded as come back.

"#]],
    );
    assert!(!story.path(super::FILE).exists());
    reports::assert_shown(&mut story);
    // Nothing goes to the address that is broken.
    let take = story.path("take");
    fs::write(&take, "#!/bin/sh\ncat >> sink\n").unwrap();
    fs::set_permissions(&take, fs::Permissions::from_mode(0o755)).unwrap();
    let pipe = "outbox pipe spring/1-invitation --expect 1 -- ./take";
    same(
        &story.run("outbox pipe spring/1-invitation --expect 0 -- ./take").0,
        str![[r#"
Not to Berta Birke: the mail to birke@köln.example came back; mend the address on file
Nobody gets a mail; nothing was sent.

"#]],
    );
    story.edit("contacts.toml", "birke@köln.example", "berta.birke@example.org");
    same(
        &story.run("outbox list").0,
        str![[r#"
Outbox

run                  made              version  mails
─────────────────────────────────────────────────────────────────
spring/1-invitation  2026-11-22 12:00        1  2 sent, 1 bounced

Came back: spring/1-invitation

• Berta Birke: <birke@xn--kln-sna.example> 550 5.1.1 no such user. The address
  is berta.birke@example.org now: `erfa send spring/1-invitation` sends anew.

"#]],
    );
    // The programme is a PDF where the program can make one.
    let said = story.run(pipe).0.replace("programm.pdf", "programm.docx");
    same(
        &said,
        str![[r#"
Sending spring/1-invitation: 1 mail

who          address                  what
────────────────────────────────────────────────
Berta Birke  berta.birke@example.org  invitation

Subject of the first: Einladung: Werkstatt am 20.04.2027 in Ulm
Attached: invite.ics, programm.docx
This cannot be taken back, and afterwards neither can what was changed before.

Sent: 1 of 1 mail.

"#]],
    );
    assert_readdressed_at_once(&story.run("log --json").0);
    let sink = story.read("sink");
    assert_eq!(
        sink.matches("\nTo: \"Berta Birke\" <berta.birke@example.org>").count(),
        1,
        "{sink}"
    );
    assert!(!sink.contains("<birke@"), "{sink}");
    let attendee = story.calendar("outbox/spring/1-invitation/b-birke.eml", &["ATTENDEE"]);
    same(
        &attendee.join("\n"),
        str![[
            r#"ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;CN="Berta Birke":mailto:berta.birke@example.org"#
        ]],
    );
    // It is out: nobody gets it again, and the report on the old address is no news.
    same(
        &story.run("outbox pipe --expect 0 -- ./take").0,
        str![[r#"
No mail is waiting; nothing was sent.

"#]],
    );
    same(
        &story.run("replies read in --yes").0,
        str![[r#"
Replies read

Nothing new to record. 1 report is recorded already.

"#]],
    );
}

#[test]
fn servers_that_tell_it_in_words_are_understood() {
    let mut story = sent();
    let head = "Message-ID: <spring.invitation.1.b-birke@example.org>\nSubject: Einladung\n";
    let said = format!(
        "This message was created automatically by mail delivery software.\nA message that you \
         sent could not be delivered to one of its recipients. This is a permanent error.\n\n  \
         {BIRKE}\n    host mx.example.org: 550 5.1.1 no such user"
    );
    put(&story, "a.eml", in_words(&said, head));
    // Without its head, the meeting that it quotes tells which mail it is.
    let said = "Ihre Nachricht an cedar@example.org konnte nicht zugestellt werden.";
    put(&story, "b.eml", in_words(said, "Dear Mr Cedar,\nyou are invited to Frühjahr in Ulm."));
    // Of another mail to the same address nothing is known.
    let said = "Unzustellbar: stadt@ulm.example.org";
    put(&story, "c.eml", in_words(said, "Guten Tag,\nanbei die Rechnung."));
    // Nor is anything known of somebody who only writes that mails come back.
    put(
        &story,
        "d.eml",
        words("Chris Cedar <cedar@example.org>", "", "Your mail was not delivered"),
    );
    same(
        &story.run("replies read in --yes").0,
        str![[r#"
Replies read

Came back

• Berta Birke (in/a.eml): <birke@xn--kln-sna.example> host mx.example.org: 550
  5.1.1 no such user. Mend the address; `erfa outbox list` says what comes next.
• Chris Cedar (in/b.eml): <cedar@example.org> Ihre Nachricht an
  cedar@example.org konnte nicht zugestellt werden. Mend the address; `erfa
  outbox list` says what comes next.

For you to look at: 2

• in/c.eml, Mail Delivery System <MAILER-DAEMON@mail.example.org>: could not be
  delivered to `stadt@ulm.example.org`

• in/d.eml, Chris Cedar <cedar@example.org>: answers in words

  “Your mail was not delivered”

  erfa replies set c-cedar yes|no|maybe --meeting spring
spring/1-invitation/b-birke.eml: came back
spring/1-invitation/c-cedar.eml: came back
2 mails recorded as come back.

"#]],
    );
    same(
        &story.run("outbox list").0,
        str![[r#"
Outbox

run                  made              version  mails
─────────────────────────────────────────────────────────────────
spring/1-invitation  2026-11-22 12:00        1  1 sent, 2 bounced

Came back: spring/1-invitation

• Berta Birke: <birke@xn--kln-sna.example> host mx.example.org: 550 5.1.1 no
  such user. Mend the address birke@köln.example on file, then `erfa send
  spring/1-invitation` sends anew; if it is right after all: `erfa outbox settle
  spring/1-invitation/b-birke.eml --as pending`.
• Chris Cedar: <cedar@example.org> Ihre Nachricht an cedar@example.org konnte
  nicht zugestellt werden. Mend the address cedar@example.org on file, then
  `erfa send spring/1-invitation` sends anew; if it is right after all: `erfa
  outbox settle spring/1-invitation/c-cedar.eml --as pending`.

"#]],
    );
}

#[test]
fn a_report_in_words_alone_is_open_until_somebody_has_dealt_with_it() {
    let mut story = sent();
    // It quotes nothing that would name the mail.
    put(&story, "a.eml", in_words("Unzustellbar: stadt@ulm.example.org", "anbei die Rechnung."));
    assert!(story.run("replies read in --yes").0.contains("For you to look at: 1"));
    // The day before it came says nothing of it.
    let settle = "outbox settle -y spring/1-invitation/ulm.eml --as bounced --reason Anruf";
    story.ends(&format!("--today 2026-11-22 {settle}"), 1);
    assert!(story.run("replies read in --yes").0.contains("For you to look at: 1"));
    story.ends(&format!("--today 2026-11-24 {settle}"), 1);
    same(
        &story.run("replies read in --yes").0,
        str![[r#"
Replies read

Nothing new to record. 1 report is recorded already.

"#]],
    );
}

#[test]
fn words_of_a_program_are_open_until_an_answer_is_known() {
    let mut story = sent();
    let absent = "Auto-Submitted: auto-replied\n";
    put(&story, "a.eml", words("Chris Cedar <cedar@example.org>", absent, "Bin im Urlaub."));
    assert!(story.run("replies read in --yes").0.contains("For you to look at: 1"));
    story.ends("replies set c-cedar yes --meeting spring --yes", 1);
    same(
        &story.run("replies read in --yes").0,
        str![[r#"
Replies read

Nothing new to record. 1 reply is recorded already, or older than what is.

"#]],
    );
}

#[test]
fn a_delay_is_no_bounce_and_neither_is_a_report_on_what_was_never_sent() {
    let mut story = written();
    let forged = bounce(BIRKE, "failed", "5.1.1");
    put(&story, "a.eml", &forged);
    same(
        &story.run("replies read in --yes").0,
        str![[r#"
Replies read

Nothing new to record.

For you to look at: 1

• in/a.eml, Mail Delivery System <MAILER-DAEMON@mail.example.org>: says of a
  mail to `birke@xn--kln-sna.example` that it could not be delivered, but none
  was sent

"#]],
    );
    story.ends("--today 2026-11-22 outbox settle -y spring/1-invitation --as sent", 1);
    put(&story, "a.eml", bounce(BIRKE, "delayed", "4.4.7"));
    let said = format!("Your message to {BIRKE} has been delayed. You do not need to resend it.");
    put(&story, "b.eml", in_words(&said, "Message-ID: <spring.invitation.1.b-birke@example.org>"));
    // It is about another address than the mail that it names.
    put(&story, "c.eml", bounce("cedar@example.org", "failed", "5.1.1"));
    let foreign = forged.replace("spring.invitation.1.b-birke", "something-else");
    put(&story, "d.eml", foreign);
    // It is older than the mail.
    put(&story, "e.eml", forged.replace("23 Nov 2026", "13 Nov 2026"));
    same(
        &story.run("replies read in --yes").0,
        str![[r#"
Replies read

Nothing new to record.

For you to look at: 5

• in/a.eml, Mail Delivery System <MAILER-DAEMON@mail.example.org>: not yet
  delivered to `birke@xn--kln-sna.example` (4.4.7)
• in/b.eml, Mail Delivery System <MAILER-DAEMON@mail.example.org>: not yet
  delivered to `birke@xn--kln-sna.example`
• in/c.eml, Mail Delivery System <MAILER-DAEMON@mail.example.org>: could not be
  delivered to `cedar@example.org` (5.1.1)
• in/d.eml, Mail Delivery System <MAILER-DAEMON@mail.example.org>: could not be
  delivered to `birke@xn--kln-sna.example` (5.1.1)
• in/e.eml, Mail Delivery System <MAILER-DAEMON@mail.example.org>: could not be
  delivered to `birke@xn--kln-sna.example` (5.1.1)

"#]],
    );
    assert!(!story.read("outbox/ledger.txt").contains("bounced"));
}

#[test]
fn what_came_back_by_word_of_mouth_is_set_down_by_hand() {
    let mut story = sent();
    story.0 = story.0.german();
    let mail = "spring/1-invitation/b-birke.eml";
    same(
        &story.run(&format!("outbox settle -y {mail} --as bounced --reason Anruf")).0,
        str![[r#"
spring/1-invitation/b-birke.eml: versandt → unzustellbar
Das lässt sich nicht zurücknehmen, und was vorher geändert wurde, danach auch nicht mehr.
1 Mail: unzustellbar

"#]],
    );
    same(
        &story.run("outbox list").0,
        str![[r#"
Postausgang

Lauf                 erzeugt           Fassung  Mails
──────────────────────────────────────────────────────────────────────────
spring/1-invitation  22.11.2026 12:00        1  2 versandt, 1 unzustellbar

Unzustellbar: spring/1-invitation

• Berta Birke: Anruf. Berichtigen Sie die Adresse birke@köln.example im
  Verzeichnis, dann versendet `erfa send spring/1-invitation` neu; stimmt sie
  doch: `erfa outbox settle spring/1-invitation/b-birke.eml --as pending`.

"#]],
    );
    same(
        &story.run(&format!("outbox settle -y {mail} --as pending")).0,
        str![[r#"
spring/1-invitation/b-birke.eml: unzustellbar → wartet auf den Versand
Das lässt sich nicht zurücknehmen, und was vorher geändert wurde, danach auch nicht mehr.
1 Mail: wartet auf den Versand

"#]],
    );
    put(&story, "a.eml", bounce(BIRKE, "failed", "5.1.1"));
    // The report is older than the second try.
    same(
        &story.run("replies read in --yes").0,
        str![[r#"
Gelesene Antworten

Nichts Neues zu vermerken. 1 Meldung ist schon vermerkt.

"#]],
    );
}
