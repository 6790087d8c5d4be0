//! What comes in is read, or refused with a reason; nothing in it stops the program.

use proptest::collection::vec;
use proptest::prelude::any;
use proptest::sample::{Index, select};
use proptest::{prop_assert, prop_assert_eq, proptest};

use super::words::{LONGEST, LONGEST_NAME, short, text};
use super::{ReplyFile, line, read_replies};
use crate::domain::incoming::{Content, Incoming};
use crate::domain::time::TimeZone;
use crate::source::RawFile;

const CALENDAR: &str = "BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nUID:t@erfa.invalid\r\n\
    DTSTAMP;TZID=Europe/Berlin:20261109T102400\r\nSEQUENCE:1\r\nATTENDEE;PARTSTAT=ACCEPTED;SENT-BY=\"mailto:s@example.org\"\r\n \
    ;CN=\"ü: x\":mailto:a%40@example.org\r\nCOMMENT:Gern\\, bis\\nbald\r\nBEGIN:VALARM\r\nUID:x\r\nEND:VALARM\r\n\
    END:VEVENT\r\nEND:VCALENDAR\r\n";

const MAIL: &str = "From: =?utf-8?Q?A_=C3=BC?= <a@example.org>\r\nDate: Mon, 9 Nov 2026 10:24:00 +0100\r\n\
    Auto-Submitted: no\r\nIn-Reply-To: <t.a@example.org>\r\nMIME-Version: 1.0\r\n\
    Content-Type: multipart/mixed; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nGern\r\n--b\r\n\
    Content-Type: text/calendar; method=REPLY; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n";

const REPORT: &str = "From: M <m@example.org>\r\nContent-Type: multipart/report; boundary=\"b\"\r\n\r\n--b\r\n\
    Content-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; x\r\n\r\nFinal-Recipient: rfc822; a@example.org\r\n\
    Action: failed\r\nStatus: 5.1.1\r\n\r\n--b--\r\n";

const TABLE: &str = "sep=;\r\nName;E-Mail;Antwort;Mit;Datum;Bemerkung\r\n\"Birke, B.\";;ja;L und T;9.11.2026;\"a\r\nb\"\r\n\
    x;y@example.org;nein;;09.11.2026 10:24;\r\n";

fn samples() -> Vec<(ReplyFile, Vec<u8>)> {
    vec![
        (ReplyFile::Calendar, CALENDAR.into()),
        (ReplyFile::Mail, format!("{MAIL}{CALENDAR}\r\n--b--\r\n").into()),
        (ReplyFile::Mail, REPORT.into()),
        (ReplyFile::Table, TABLE.into()),
    ]
}

fn read(kind: ReplyFile, bytes: Vec<u8>) -> Vec<Incoming> {
    read_replies(kind, RawFile::from(("in/a", bytes)), &TimeZone::new("Europe/Berlin").unwrap())
}

#[test]
fn the_samples_say_what_they_should() {
    let [calendar, mail, report, table] = samples().try_into().unwrap();
    let of = |(kind, bytes): (ReplyFile, Vec<u8>)| -> Vec<Content> {
        read(kind, bytes).into_iter().map(|one| one.content).collect()
    };
    let [Content::Calendar(reply)] = &of(calendar)[..] else { panic!("no calendar") };
    assert_eq!((reply.method.as_str(), reply.uid.as_str()), ("REPLY", "t@erfa.invalid"));
    assert_eq!(reply.stamp.unwrap().to_rfc3339(), "2026-11-09T10:24:00+01:00");
    assert_eq!(reply.comment.as_ref().unwrap().as_str(), "Gern, bis\nbald");
    let [attendee] = &reply.attendees[..] else { panic!("{:?}", reply.attendees) };
    assert_eq!(
        (attendee.address.as_str(), attendee.status.as_str()),
        ("a@@example.org", "ACCEPTED")
    );
    assert_eq!(attendee.sent_by.as_deref(), Some("s@example.org"));
    let [Content::Calendar(in_mail)] = &of(mail)[..] else { panic!("no calendar in the mail") };
    assert_eq!(in_mail.attendees, reply.attendees);
    assert_eq!(in_mail.answers, ["t.a@example.org"]);
    let [Content::Report(report)] = &of(report)[..] else { panic!("no report") };
    assert_eq!(report.recipients.len(), 1);
    let rows: Vec<(Option<u64>, Content)> =
        read(table.0, table.1).into_iter().map(|one| (one.line, one.content)).collect();
    let [(Some(3), Content::Row(_)), (Some(5), Content::Row(_))] = &rows[..] else {
        panic!("{rows:?}")
    };
}

proptest! {
    #[test]
    fn mangled_files_say_something_or_why_not(
        (kind, mut bytes) in select(samples()),
        changes in vec((any::<Index>(), any::<u8>(), 0_u8..4), 0..12),
        end in any::<Index>(),
        is_cut in any::<bool>(),
    ) {
        for (at, byte, change) in changes {
            let at = at.index(bytes.len());
            match change {
                0 => bytes[at] = byte,
                1 => bytes.insert(at, byte),
                2 => bytes.insert(at, b'\n'),
                _ => { bytes.remove(at); }
            }
        }
        if is_cut {
            bytes.truncate(end.index(bytes.len()));
        }
        for other in [kind, ReplyFile::Calendar, ReplyFile::Mail, ReplyFile::Table] {
            let found = read(other, bytes.clone());
            prop_assert!(other == ReplyFile::Table || !found.is_empty());
            for one in found {
                prop_assert_eq!(one.file, "in/a");
            }
        }
    }

    #[test]
    fn any_bytes_are_read(bytes in vec(any::<u8>(), 0..400)) {
        for kind in [ReplyFile::Calendar, ReplyFile::Mail, ReplyFile::Table] {
            read(kind, bytes.clone());
        }
    }

    #[test]
    fn foreign_words_are_tamed(words in any::<String>()) {
        if let Some(line) = line(&words) {
            prop_assert!(!line.as_str().contains(char::is_control));
        }
        let short = short(&words);
        prop_assert!(!short.contains(char::is_control));
        prop_assert!(short.chars().count() <= LONGEST_NAME + 1);
        if let Some(text) = text(&words) {
            prop_assert!(text.as_str().chars().count() <= LONGEST + 1);
            prop_assert!(!text.as_str().contains(|c: char| c.is_control() && c != '\n'));
        }
    }
}
