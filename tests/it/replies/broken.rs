//! Broken files stop no other.

use snapbox::str;

use super::samples::{Sample, words};
use super::{invited, put};
use crate::harness::same;

#[test]
fn broken_files_stop_no_other() {
    let mut story = invited();
    put(&story, "a.eml", "");
    put(&story, "b.eml", b"\x00\xff\xfe\x01".as_slice());
    put(&story, "c.ics", "BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\n");
    put(&story, "d.ics", "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n");
    put(&story, "e.ics", "Guten Tag\n");
    put(&story, "f.csv", "Name;Raum\nBirke;3\n");
    put(&story, "g.csv", "");
    put(&story, "h.ics", Sample::birke("ACCEPTED").ics());
    put(&story, "i.msg", "Outlook's own");
    put(&story, "k.XLSX", "PK");
    std::os::unix::fs::symlink("nowhere", story.path("in/j.eml")).unwrap();
    std::fs::create_dir(story.path("in/folder.eml")).unwrap();
    let (said, status) = story.run("replies read in --yes");
    same(
        &said,
        str![[r#"
Replies read

who          answer  so far  meeting  from
──────────────────────────────────────────────
Berta Birke  yes     open    spring   in/h.ics

For you to look at: 8

• in/a.eml: unreadable: that is no mail with a sender
• in/b.eml: unreadable: that is no mail with a sender
• in/c.ics: unreadable: that is no calendar, or it breaks off
• in/d.ics: the calendar holds no event
• in/e.ics: unreadable: that is no calendar, or it breaks off
• in/f.csv: the table lacks a column for the name or the answer; there are: Name
  and Raum
• in/g.csv: the table is empty
• in/j.eml: unreadable: No such file or directory

Passed over, no mail, calendar or table: in/folder.eml, in/i.msg and in/k.XLSX.
Only Outlook reads mails in the format `.msg`; save them as `.eml`, as the new
Outlook does. Save tables in Excel as “CSV UTF-8”.
replies/spring.toml (new)
  reply b-birke (new)
    person: b-birke
    answer: yes
    for: Tuesday, 20 April 2027
    received: 2026-11-23 09:15
    sequence: 0
1 reply recorded.

"#]],
    );
    assert_eq!(status, 0);
}

#[test]
fn no_word_of_a_stranger_reaches_the_terminal_as_it_is() {
    let mut story = invited();
    let evil = "%1B%5B2J%1B%5D0;title%07@example.net";
    put(&story, "a.ics", Sample { attendee: evil, ..Sample::birke("ACCEPTED") }.ics());
    put(
        &story,
        "b.ics",
        Sample { uid: "\u{1b}[31m\\nuid\u{9b}", ..Sample::birke("ACCEPTED") }.ics(),
    );
    put(&story, "c.ics", Sample::birke("X\u{1b}[1mY").ics());
    put(&story, "d.ics", Sample::birke("ACCEPTED").ics().replace("REPLY", "X\u{7}\u{202e}Y"));
    put(&story, "e.csv", "Name\u{1b}[31m;Raum\n");
    put(&story, "f.csv", "Name;Antwort\nb\u{1b}[31m;ja\nb-birke;j\u{1b}[31ma\n");
    let (said, _) = story.run("replies read in --yes");
    assert!(!said.contains('␛'), "{said}");
    same(
        &said,
        str![[r#"
Replies read

Nothing new to record.

For you to look at: 7

• in/a.ics: `[2J ]0;title @example.net` belongs to no contact and no city

• in/b.ics: answers an entry that is not ours: `[31m uid`

• in/c.ics: `X [1MY` says neither yes nor no

  erfa replies set b-birke yes|no|maybe --meeting spring

• in/d.ics: is no reply, but `X Y`

  erfa replies set b-birke yes|no|maybe --meeting spring

• in/e.csv: the table lacks a column for the name or the answer; there are: Name
  [31m and Raum

• in/f.csv, line 2: `b [31m` is no contact and no city

• in/f.csv, line 3: `j [31ma` says neither yes nor no nor maybe

  erfa replies set b-birke yes|no|maybe --meeting spring
Next meeting: Frühjahr (spring)

"#]],
    );
}

#[test]
fn a_reply_to_a_meeting_that_cannot_be_read_is_not_called_foreign() {
    let mut story = invited();
    let uid = "autumn.netz@erfa.invalid";
    put(&story, "a.ics", Sample { uid, ..Sample::birke("ACCEPTED") }.ics());
    put(&story, "b.ics", Sample::cedar("ACCEPTED").ics());
    let autumn = story.path("meetings/autumn.toml");
    std::fs::write(&autumn, "title = \"Herbst\"\ndate = 2027-10-20\nhosts = [\"ulm\"]\n").unwrap();
    let mut said = || story.run("replies read -y in --meeting spring").0;
    assert!(said().contains("• in/a.ics: is about another meeting\n"));
    std::fs::write(&autumn, "title = \"Herbst\n").unwrap();
    same(
        &said(),
        str![[r#"
Replies read

Nothing new to record. 1 reply is recorded already, or older than what is.

For you to look at: 1

• in/a.ics: answers an entry that is not ours, or a meeting that cannot be read:
  `autumn.netz@erfa.invalid`
1 finding elsewhere: `erfa check`

"#]],
    );
}

/// What only Outlook can read holds no words that anybody could look at.
#[test]
fn a_mail_without_words_names_what_is_attached_to_it() {
    let mut story = invited();
    let packed = "From: Berta Birke <birke@xn--kln-sna.example>\r\nTo: netz@example.org\r\n\
                  Date: Mon, 23 Nov 2026 10:00:00 +0100\r\nSubject: AW: Einladung\r\nMIME-Version: 1.0\r\n\
                  Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n\
                  Content-Type: application/ms-tnef; name=\"winmail.dat\"\r\n\
                  Content-Transfer-Encoding: base64\r\n\r\neJ8+IgAA\r\n--x--\r\n";
    put(&story, "a.eml", packed);
    put(&story, "b.eml", words("Berta Birke <birke@xn--kln-sna.example>", "", ""));
    put(&story, "c.eml", words("Berta Birke <birke@xn--kln-sna.example>", "", "Ich komme."));
    same(
        &story.run("replies read in --yes").0,
        str![[r#"
Replies read

Nothing new to record.

For you to look at: 3

• in/a.eml, Berta Birke <birke@xn--kln-sna.example>: holds no words, only
  `winmail.dat`, which is not read here; ask for an answer as plain text

  “AW: Einladung”

  erfa replies set b-birke yes|no|maybe --meeting spring

• in/b.eml, Berta Birke <birke@xn--kln-sna.example>: holds no words

  “AW: Einladung”

  erfa replies set b-birke yes|no|maybe --meeting spring

• in/c.eml, Berta Birke <birke@xn--kln-sna.example>: answers in words

  “Ich komme.”

  erfa replies set b-birke yes|no|maybe --meeting spring

"#]],
    );
    story.0 = story.0.german();
    let (said, _) = story.run("replies read in/a.eml --yes");
    let german = "enthält keine Worte, nur `winmail.dat`, was hier nicht gelesen wird";
    assert!(said.replace("\n  ", " ").contains(german), "{said}");
}
