//! `erfa outbox`: mails are made whole or not at all, to exactly those who must know.

use std::fs;
use std::process::Command;

use snapbox::str;

use crate::harness::{PROGRAM, Test, same};

mod again;
mod carried;
mod day_alone;
mod further;
mod known;
mod lives;
mod now;
mod parts;
mod postponed;
mod roles;
pub(crate) mod story;
mod update;
mod withdrawn;

use story::{CITIES, CONTACTS, MEETING, NETWORK, Story};

#[test]
fn mails_are_made_with_list_and_record() {
    let mut story = Story::new();
    same(
        &story.ends("outbox make invitation spring --to guest --to all --yes", 2),
        str![[r#"
Version 1 given out: Frühjahr (spring)
3 mails in `outbox/spring/1-invitation/`; nothing is sent. `erfa outbox show spring/1-invitation` shows them.
"#]],
    );
    assert_eq!(story.mails("outbox/spring/1-invitation"), ["b-birke", "c-cedar", "ulm"]);
    same(
        &story.read("outbox/spring/1-invitation/list.txt"),
        str![[r#"
spring/1-invitation: 3 Mails
============================

wer          Adresse                warum          Datei
──────────────────────────────────────────────────────────────
Berta Birke  birke@köln.example     guest und all  b-birke.eml
Stadt Ulm    stadt@ulm.example.org  all            ulm.eml
Chris Cedar  cedar@example.org      guest und all  c-cedar.eml

Ohne Mail bleibt Douglas: verzeichnet ist „nie eine Mail“

"#]],
    );
    same(
        &story.read("outbox/spring/1-invitation/run.toml"),
        str![[r#"
made = 2026-11-22T12:00:00+01:00
version = 1
to = ["guest", "all"]

[[message]]
person = "b-birke"
name = "Berta Birke"
mail = "birke@köln.example"
language = "de"
salutation = "Sehr geehrte Frau Birke,"
kind = "invitation"
sequence = 0
file = "b-birke.eml"
message-id = "spring.invitation.1.b-birke@example.org"
chosen-by = ["guest", "all"]

[[message]]
person = "ulm"
name = "Stadt Ulm"
mail = "stadt@ulm.example.org"
language = "de"
salutation = "Sehr geehrte Damen und Herren,"
kind = "invitation"
sequence = 0
file = "ulm.eml"
message-id = "spring.invitation.1.ulm@example.org"
chosen-by = ["all"]

[[message]]
person = "c-cedar"
name = "Chris Cedar"
mail = "cedar@example.org"
language = "en"
salutation = "Dear Chris Cedar,"
kind = "invitation"
sequence = 0
file = "c-cedar.eml"
message-id = "spring.invitation.1.c-cedar@example.org"
chosen-by = ["guest", "all"]

"#]],
    );
}

#[test]
fn mails_are_listed_shown_and_discarded() {
    let mut story = Story::new();
    story.ends("outbox make invitation spring --to guest --to all --yes", 1);
    same(
        &story.run("outbox list").0,
        str![[r#"
Outbox

run                  made              version  mails
─────────────────────────────────────────────────────────
spring/1-invitation  2026-11-22 12:00        1  3 waiting

"#]],
    );
    same(
        &story.run("outbox show 1-invitation").0,
        str![[r#"
spring/1-invitation

Made on 2026-11-22 12:00 from version 1

who          address                what        chosen by   state    file
────────────────────────────────────────────────────────────────────────────────
Berta Birke  birke@köln.example     invitation  guest, all  waiting  b-birke.eml
Stadt Ulm    stadt@ulm.example.org  invitation  all         waiting  ulm.eml
Chris Cedar  cedar@example.org      invitation  guest, all  waiting  c-cedar.eml

"#]],
    );
    same(
        &story.run("outbox show outbox/spring/1-invitation/b-birke.eml").0,
        str![[r#"
From: Hanna Eiche <netz@example.org>
To: Berta Birke <birke@xn--kln-sna.example>
Subject: Einladung: Werkstatt am 20.04.2027 in Ulm
Attached: invite.ics (2 kB)
Attached: programm

Sehr geehrte Frau Birke,

wir laden Sie herzlich zu unserem Treffen „Frühjahr“ am Dienstag, dem
20. April 2027, in Ulm ein.

Frühjahr

Wann         Dienstag, 20. April 2027, 09:00–16:00 Uhr
Gastgeberin  Ulm

Programm
--------

10:00–11:00 Uhr  Vortrag
                 Chris Cedar

Bitte sagen Sie uns, ob Sie kommen.

Mit freundlichen Grüßen

Hanna Eiche
Stadt Ulm
netz@example.org

"#]],
    );
    same(
        &story.run("outbox discard -y spring/1-invitation").0,
        str![[r#"
outbox/spring/1-invitation: 3 mails are thrown away for good
This cannot be taken back, and afterwards neither can what was changed before.
Discarded: spring/1-invitation, 3 mails

"#]],
    );
    assert!(!story.path("outbox/spring/1-invitation").exists());
    same(
        &story.read("outbox/ledger.txt"),
        str![[r#"
2026-11-22T12:00:00+01:00 discarded spring/1-invitation

"#]],
    );
    // The number is not given again: a mail program may have sent the draft.
    same(
        &story.ends("outbox make invitation spring --to ulm --yes", 1),
        str![
            "1 mail in `outbox/spring/2-invitation/`; nothing is sent. `erfa outbox show spring/2-invitation` shows them."
        ],
    );
}

#[test]
fn a_mail_is_complete() {
    let mut story = Story::new();
    story.ends("outbox make invitation spring --to b-birke --yes", 1);
    let path = "outbox/spring/1-invitation/b-birke.eml";
    let mail = story.read(path);
    let head = mail.split("\r\n\r\n").next().unwrap().replace("\r\n", "\n");
    same(
        &head,
        str![[r#"
From: "Hanna Eiche" <netz@example.org>
To: "Berta Birke" <birke@xn--kln-sna.example>
Subject: Einladung: Werkstatt am 20.04.2027 in Ulm
Date: Sun, 22 Nov 2026 11:00:00 +0000
Message-ID: <spring.invitation.1.b-birke@example.org>
Content-Language: de
X-Unsent: 1
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="=_eac89167dc12352a_1"
"#]],
    );
    let is_kind =
        |line: &&str| line.starts_with("Content-Type:") || line.starts_with("Content-Disp");
    let kinds: Vec<&str> = mail.lines().filter(is_kind).collect();
    let (kinds, programme) = kinds.split_at(kinds.len() - 2);
    let ending = if cfg!(feature = "pdf") { "pdf" } else { "docx" };
    let name = format!("filename=\"programm.{ending}\"");
    assert!(programme[1].ends_with(&name), "{programme:?}");
    same(
        &kinds.join("\n"),
        str![[r#"
Content-Type: multipart/mixed; boundary="=_eac89167dc12352a_1"
Content-Type: multipart/alternative; boundary="=_eac89167dc12352a_2"
Content-Type: text/plain; charset=utf-8
Content-Type: text/html; charset=utf-8
Content-Type: text/calendar; method=REQUEST; charset=utf-8
Content-Type: application/ics
Content-Disposition: attachment; filename="invite.ics"
"#]],
    );
    let wanted =
        ["METHOD", "SEQUENCE", "UID", "DTSTAMP", "DTSTART;", "STATUS", "ORGANIZER", "ATTENDEE"];
    same(
        &story.calendar(path, &wanted).join("\n"),
        str![[r#"
METHOD:REQUEST
UID:spring.netz@erfa.invalid
DTSTAMP:20261122T110000Z
DTSTART;TZID=Europe/Berlin:20270420T090000
STATUS:CONFIRMED
ORGANIZER;CN="Hanna Eiche":mailto:netz@example.org
SEQUENCE:0
ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;CN="Berta Birke":mailto:birke@xn--kln-sna.example
"#]],
    );
    let mut again = Story::new();
    again.ends("outbox make invitation spring --to b-birke --yes", 1);
    assert_eq!(mail, again.read(path), "the same input gives the same bytes");
}

#[test]
fn nothing_is_made_if_anything_is_missing() {
    let mut story = Story::new();
    let cases = [
        ("outbox make -y invitation spring", "no-recipient"),
        ("outbox make -y invitation spring --to d-douglas", "nobody-chosen"),
        ("outbox make -y invitation spring --to koeln --to nobody", "unknown-recipient"),
        ("outbox make -y cancellation spring --to guest", "unfit-document"),
        ("outbox make -y invitation spring --to guest --attach missing.pdf", "missing-attachment"),
        ("outbox make -y unfug spring --to guest", "unknown-document"),
        ("outbox make -y update spring", "nobody-told"),
    ];
    for (command, code) in cases {
        let (said, status) = story.run(command);
        assert_eq!((status, said.contains(&format!("[{code}]"))), (1, true), "{command}: {said}");
    }
    story.edit("cities.toml", "mail = \"stadt@ulm.example.org\"", "");
    let (said, status) = story.run("outbox make -y invitation spring --to ulm --to guest");
    assert_eq!((status, said.contains("[no-mail-address]")), (1, true), "{said}");
    assert!(!story.path("outbox").exists());
    assert_eq!(story.read("meetings/spring.toml"), MEETING, "no version was given out");
    let (said, status) = Story(Test::new("check")).run("outbox make -y invitation --to all");
    assert_eq!((status, said.contains("[built-in-network]")), (1, true), "{said}");
}

#[test]
fn one_address_gets_one_mail() {
    let mut story = Story::new();
    story.edit("contacts.toml", "cedar@example.org", "Birke@xn--kln-sna.example");
    let (said, _) = story.run("outbox make invitation spring --to guest --yes");
    let left_out =
        "No mail of their own for Chris Cedar: `Birke@xn--kln-sna.example` is the address of";
    assert!(said.contains(left_out), "{said}");
    assert_eq!(story.mails("outbox/spring/1-invitation"), ["b-birke"]);
    // Who got none because of that has not left.
    story.sends("1-invitation");
    same(
        &story.ends("outbox make -y update spring", 1),
        str!["Nobody must be told anything; nothing was made."],
    );
}

#[test]
fn a_disk_that_takes_nothing_leaves_nothing() {
    // Too large a file stands for a full disk.
    let mut story = Story::new();
    story.ends("release spring --reason first --yes", 1);
    fs::write(story.path("big.pdf"), vec![b'x'; 60_000]).unwrap();
    let arguments = "outbox make -y invitation spring --to guest --attach big.pdf";
    let line = format!("trap '' XFSZ; exec prlimit --fsize=50000 {PROGRAM} {arguments}");
    let mut shell = Command::new("sh");
    shell.args(["-c", &line]);
    let output = story.0.isolate(shell).output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(3), "{said}");
    assert!(said.contains("error: cannot write"), "{said}");
    assert!(!story.path("outbox").exists());

    // A folder that is closed to an ordinary user: no version is given out either.
    let test = Test::new("outbox make invitation spring --to guest --yes")
        .file("network.toml", NETWORK)
        .file("cities.toml", CITIES)
        .file("contacts.toml", CONTACTS)
        .file("meetings/spring.toml", MEETING)
        .read_only("outbox");
    let output = test.run();
    assert_eq!(output.status, 3, "{}", output.stderr);
    assert!(output.stderr.contains("error: cannot write `$DIR/"), "{}", output.stderr);
    assert_eq!(fs::read_dir(output.path("outbox")).unwrap().count(), 0);
    assert_eq!(fs::read_to_string(output.path("meetings/spring.toml")).unwrap(), MEETING);
}
