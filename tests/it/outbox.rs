//! `erfa outbox`: mails are made whole or not at all, to exactly those who must know.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::PathBuf;
use std::process::Command;

use snapbox::str;

use crate::harness::{PROGRAM, Test, files, readable, same};

const NETWORK: &str = r#"
name = "Netz"
meeting-name = "Werkstatt"
[sender]
name = "Hanna Eiche"
organisation = "Stadt Ulm"
mail = "netz@example.org"
"#;

const CITIES: &str = r#"
[[city]]
id = "ulm"
name = "Ulm"
mail = "stadt@ulm.example.org"
[[city]]
id = "koeln"
name = "Köln"
"#;

const CONTACTS: &str = r#"
[[contact]]
id = "b-birke"
given-name = "Berta"
family-name = "Birke"
form-of-address = "Frau"
city = "koeln"
mail = "birke@köln.example"
groups = ["guest"]

[[contact]]
id = "c-cedar"
given-name = "Chris"
family-name = "Cedar"
language = "en"
mail = "cedar@example.org"
groups = ["guest"]

[[contact]]
id = "d-douglas"
family-name = "Douglas"
mail = false
groups = ["guest"]
"#;

const MEETING: &str = r#"
title = "Frühjahr"
date = 2027-04-20
start = "09:00"
end = "16:00"
hosts = ["ulm"]

[[session]]
id = "talk"
title = "Vortrag"
start = "10:00"
end = "11:00"
people = [{ contact = "c-cedar" }]
"#;

/// The steps of a story in one workspace.
struct Story(Test);

impl Story {
    fn new() -> Self {
        let test = Test::new("check");
        Self(
            test.file("network.toml", NETWORK)
                .file("cities.toml", CITIES)
                .file("contacts.toml", CONTACTS)
                .file("meetings/spring.toml", MEETING),
        )
    }

    /// Runs a command; what it says on both streams, and how it ends.
    fn run(&mut self, command: &str) -> (String, i32) {
        let test = std::mem::replace(&mut self.0, Test::new("check"));
        self.0 = test.command_line(command);
        let output = self.0.command().output().unwrap();
        let scratch = self.0.folder();
        let text = [output.stdout, output.stderr].concat();
        (readable(&text, scratch.parent().unwrap()), output.status.code().unwrap())
    }

    /// The last lines of what a command that must succeed says.
    #[track_caller]
    fn ends(&mut self, command: &str, lines: usize) -> String {
        let (said, status) = self.run(command);
        assert_eq!(status, 0, "{said}");
        let said: Vec<&str> = said.lines().collect();
        said[said.len().saturating_sub(lines)..].join("\n")
    }

    fn path(&self, path: &str) -> PathBuf {
        self.0.folder().join(path)
    }

    fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap()
    }

    /// Replaces words in the head and the sessions of a file, not in its versions.
    fn edit(&self, path: &str, from: &str, to: &str) {
        let text = self.read(path);
        let head = text.find("[[release]]").unwrap_or(text.len());
        assert!(text[..head].contains(from), "{from} is not in {path}");
        let text = text[..head].replace(from, to) + &text[head..];
        fs::write(self.path(path), text).unwrap();
    }

    /// The names of the files below `path`, without records and lists.
    fn mails(&self, path: &str) -> Vec<String> {
        let is_mail = |path: &std::path::Path| path.extension().is_some_and(|it| it == "eml");
        let name = |path: PathBuf| path.file_stem().unwrap().to_str().unwrap().to_owned();
        files(&self.path(path), is_mail).into_iter().map(name).collect()
    }

    /// The lines of the calendar in a mail that begin with one of these words.
    fn calendar(&self, path: &str, wanted: &[&str]) -> Vec<String> {
        use base64::Engine as _;
        let mail = self.read(path);
        let file = mail.split("filename=\"invite.ics\"").nth(1).expect("a calendar");
        let coded = file.split("\r\n\r\n").nth(1).unwrap();
        let coded: String = coded.split("--=_").next().unwrap().split_whitespace().collect();
        let bytes = base64::engine::general_purpose::STANDARD.decode(coded).unwrap();
        let text = String::from_utf8(bytes).unwrap().replace("\r\n ", "");
        let is_wanted = |line: &&str| wanted.iter().any(|wanted| line.starts_with(wanted));
        text.lines().filter(is_wanted).map(str::to_owned).collect()
    }
}

#[test]
fn mails_are_made_listed_shown_and_discarded() {
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

No mail for Douglas: `mail = false`

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
    same(
        &story.run("outbox list").0,
        str![[r#"
Outbox

run                  made              version  mails
───────────────────────────────────────────────────────
spring/1-invitation  2026-11-22 12:00        1  3 waits

"#]],
    );
    same(
        &story.run("outbox show 1-invitation").0,
        str![[r#"
spring/1-invitation

Made on 2026-11-22 12:00 from version 1

who          address                what        chosen by   state  file
──────────────────────────────────────────────────────────────────────────────
Berta Birke  birke@köln.example     invitation  guest, all  waits  b-birke.eml
Stadt Ulm    stadt@ulm.example.org  invitation  all         waits  ulm.eml
Chris Cedar  cedar@example.org      invitation  guest, all  waits  c-cedar.eml

"#]],
    );
    same(
        &story.run("outbox show outbox/spring/1-invitation/b-birke.eml").0,
        str![[r#"
From: Hanna Eiche <netz@example.org>
To: Berta Birke <birke@xn--kln-sna.example>
Subject: Einladung: Werkstatt am 20.04.2027 in Ulm
Attached: invite.ics (2 kB)
Attached: programm.docx (8 kB)

Sehr geehrte Frau Birke,

wir laden Sie herzlich zu unserem Treffen ein.

Frühjahr

Wann         Dienstag, 20. April 2027, 09:00–16:00 Uhr
Gastgeberin  Ulm

Programm
--------

10:00–11:00 Uhr  Vortrag
                 Chris Cedar

Mit freundlichen Grüßen

Hanna Eiche
Stadt Ulm
netz@example.org

"#]],
    );
    same(
        &story.run("outbox discard spring/1-invitation").0,
        str![[r#"
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
Content-Type: application/vnd.openxmlformats-officedocument.wordprocessingml.document
Content-Disposition: attachment; filename="programm.docx"
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
fn an_update_goes_to_those_who_must_know() {
    let mut story = Story::new();
    story.ends("outbox make invitation spring --to guest --to ulm --yes", 1);
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
Attached: programme.docx (7 kB)

Dear Chris Cedar,

There is a change to our meeting.

Frühjahr

“Vortrag”  before: 10:00–11:00
           now: 10:15–11:00

All else stays as it was.

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
───────────────────────────────────────────────────────
spring/1-invitation  2026-11-22 12:00        1  3 waits
spring/2-update      2026-11-24 12:00        2  1 waits

Out of date: spring/1-invitation

• “Vortrag” now begins at 10:15 instead of 10:00
"#]],
    );

    // Another day concerns everybody; who is new is invited, who has left is told so.
    story.edit("meetings/spring.toml", "date = 2027-04-20", "date = 2027-04-27");
    story.edit("contacts.toml", "id = \"b-birke\"", "id = \"a-ahorn\"");
    story.edit("contacts.toml", "Birke", "Ahorn");
    story.ends(&update("2026-11-25"), 1);
    assert_eq!(story.mails("outbox/spring/3-update"), ["a-ahorn", "b-birke", "c-cedar", "ulm"]);
    same(
        &story.read("outbox/spring/3-update/list.txt"),
        str![[r#"
spring/3-update: 4 Mails
========================

wer          Adresse                warum               Datei
───────────────────────────────────────────────────────────────────
Berta Ahorn  birke@köln.example     neu                 a-ahorn.eml
Stadt Ulm    stadt@ulm.example.org  geändert: Termin    ulm.eml
Chris Cedar  cedar@example.org      geändert: Date      c-cedar.eml
Berta Birke  birke@köln.example     nicht mehr gewählt  b-birke.eml

No mail for Douglas: `mail = false`

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
    same(
        &story.ends("--today 2026-11-26 cancel spring --reason Sturm --yes", 1),
        str![
            "3 people who got mails do not know of it yet: `erfa outbox make update spring` makes the mails."
        ],
    );
    story.ends(&update("2026-11-26"), 1);
    assert_eq!(story.mails("outbox/spring/4-update"), ["a-ahorn", "c-cedar", "ulm"]);
    same(
        &state(&story, "outbox/spring/4-update/c-cedar.eml"),
        str!["METHOD:CANCEL STATUS:CANCELLED SEQUENCE:2"],
    );
    let uid = |run: &str| story.calendar(&format!("outbox/spring/{run}/c-cedar.eml"), &["UID"]);
    assert_eq!(uid("1-invitation"), uid("4-update"), "one name for life");
    same(
        &story.ends(&update("2026-11-27"), 1),
        str!["Nobody must be told anything; nothing was made."],
    );
}

#[test]
fn an_update_for_some_withdraws_nothing() {
    let mut story = Story::new();
    story.ends("outbox make invitation spring --to guest --yes", 1);
    story.edit("meetings/spring.toml", "start = \"09:00\"", "start = \"08:30\"");
    story.ends("outbox make update spring --to c-cedar --to ulm --yes", 1);
    assert_eq!(story.mails("outbox/spring/2-update"), ["c-cedar", "ulm"]);
    // Who was left out then is told now.
    story.ends("outbox make update spring --yes", 1);
    assert_eq!(story.mails("outbox/spring/3-update"), ["b-birke"]);
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
    let (said, status) = story.run("outbox make update spring");
    assert_eq!((status, said.contains("[nobody-told]")), (1, true), "{said}");
}

#[test]
fn nothing_is_made_if_anything_is_missing() {
    let mut story = Story::new();
    let cases = [
        ("outbox make invitation spring", "no-recipient"),
        ("outbox make invitation spring --to d-douglas", "nobody-chosen"),
        ("outbox make invitation spring --to koeln --to nobody", "unknown-recipient"),
        ("outbox make cancellation spring --to guest", "unfit-document"),
        ("outbox make invitation spring --to guest --attach missing.pdf", "missing-attachment"),
        ("outbox make unfug spring --to guest", "unknown-document"),
        ("outbox make update spring", "nobody-told"),
    ];
    for (command, code) in cases {
        let (said, status) = story.run(command);
        assert_eq!((status, said.contains(&format!("[{code}]"))), (1, true), "{command}: {said}");
    }
    story.edit("cities.toml", "mail = \"stadt@ulm.example.org\"", "");
    let (said, status) = story.run("outbox make invitation spring --to ulm --to guest");
    assert_eq!((status, said.contains("[no-mail-address]")), (1, true), "{said}");
    assert!(!story.path("outbox").exists());
    assert_eq!(story.read("meetings/spring.toml"), MEETING, "no version was given out");
    let (said, status) = Story(Test::new("check")).run("outbox make invitation --to all");
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
    same(
        &story.ends("outbox make update spring", 1),
        str!["Nobody must be told anything; nothing was made."],
    );
}

#[test]
fn a_disk_that_takes_nothing_leaves_nothing() {
    // Too large a file stands for a full disk.
    let mut story = Story::new();
    story.ends("release spring --reason first --yes", 1);
    fs::write(story.path("big.pdf"), vec![b'x'; 60_000]).unwrap();
    let arguments = "outbox make invitation spring --to guest --attach big.pdf";
    let line = format!("trap '' XFSZ; exec prlimit --fsize=50000 {PROGRAM} {arguments}");
    let mut shell = Command::new("sh");
    shell.args(["-c", &line]);
    let output = story.0.isolate(shell).output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(3), "{said}");
    assert!(said.contains("error: cannot write"), "{said}");
    assert!(!story.path("outbox").exists());

    // A folder that is closed to an ordinary user.
    let test = Test::new("outbox make invitation spring --to guest")
        .file("network.toml", NETWORK)
        .file("cities.toml", CITIES)
        .file("contacts.toml", CONTACTS)
        .file("meetings/spring.toml", &story.read("meetings/spring.toml"))
        .prepare(|folder| {
            fs::create_dir(folder.join("outbox")).unwrap();
            fs::set_permissions(folder.join("outbox"), fs::Permissions::from_mode(0o555)).unwrap();
        })
        .file("closed", "")
        .forbid("closed");
    let output = test.run();
    assert_eq!(output.status, 3, "{}", output.stderr);
    assert!(output.stderr.contains("error: cannot write `$DIR/outbox/spring/1-invitation`"));
    assert_eq!(fs::read_dir(output.path("outbox")).unwrap().count(), 0);
}
