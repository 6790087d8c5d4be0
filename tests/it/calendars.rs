//! Calendars of towns (`calendar/<city>.ics`): which days they give, and what is wrong with them.

use erfa::source::RawFile;
use proptest::prelude::*;
use snapbox::str;

use crate::harness::Test;

fn towns(command: &str) -> Test {
    let cities = "[[city]]\nid = \"bach\"\nname = \"Bach\"\n";
    Test::new(command).network().file("cities.toml", cities)
}

/// A town's calendar with this between its first and last line.
fn calendar(command: &str, body: &str) -> Test {
    let text = format!("BEGIN:VCALENDAR\nVERSION:2.0\n{body}END:VCALENDAR\n");
    towns(command).file("calendar/bach.ics", &text.replace('\n', "\r\n"))
}

#[test]
fn calendars_of_towns_are_read() {
    let event = |lines: &str| format!("BEGIN:VEVENT\nUID:1\n{lines}SUMMARY:Markt\nEND:VEVENT\n");
    let days = |lines: &str| {
        let output =
            calendar("dates --from 2027-03-01 --to 2027-03-31 --count 31 --json", &event(lines))
                .run();
        assert_eq!((output.status, output.stderr.as_str()), (0, ""), "{lines}");
        let answer: serde_json::Value = serde_json::from_str(&output.stdout).unwrap();
        let mut days: Vec<String> = answer["days"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|day| day["reasons"].as_array().unwrap().iter().any(|it| it["kind"] == "other"))
            .map(|day| day["date"].as_str().unwrap()[8..].to_owned())
            .collect();
        days.sort();
        days.join(" ")
    };
    assert_eq!(days("DTSTART;VALUE=DATE:20270302\n"), "02");
    assert_eq!(days("DTSTART;VALUE=DATE:20270302\nDTEND;VALUE=DATE:20270304\n"), "02 03");
    assert_eq!(days("DTSTART;VALUE=DATE:20270302\nDTEND;VALUE=DATE:20270302\n"), "02");
    assert_eq!(days("DTSTART;VALUE=DATE:20270302\nDURATION:P1W\n"), "02 03 04 05 06 07 08");
    assert_eq!(days("DTSTART:20270302T180000\n"), "02");
    assert_eq!(days("DTSTART:20270302T180000\nDTEND:20270303T000000\n"), "02");
    assert_eq!(days("DTSTART:20270302T180000\nDTEND:20270303T010000\n"), "02 03");
    assert_eq!(days("DTSTART:20270302T233000Z\nDURATION:PT1H\n"), "03");
    assert_eq!(days("DTSTART;TZID=America/New_York:20270302T200000\n"), "03");
    assert_eq!(days("DTSTART;TZID=\"W. Europe Standard Time\":20270302T200000\n"), "02");
    assert_eq!(days("DTSTART;VALUE=DATE:20270302\nSTATUS:CANCELLED\n"), "");
    assert_eq!(days("DTSTART;VALUE=DATE:202703\n 02\nBEGIN:VALARM\nDTSTART:x\nEND:VALARM\n"), "02");
}

#[test]
fn broken_calendars_are_one_finding_each() {
    let check = |text: &[u8]| {
        let output = towns("check").bytes("calendar/bach.ics", text).run();
        let heads = output.stdout.lines().filter(|line| line.contains("]: ")).collect::<Vec<_>>();
        (output.status, heads.join("\n"))
    };
    let fault = |words: &str| (1, format!("error[calendar-syntax]: {words}"));
    let begins = fault("`BEGIN:VCALENDAR` is missing here; this is no calendar");
    for text in ["<html>\n", "END:VCALENDAR\n", "BEGIN:VEVENT\nEND:VEVENT\n", "SUMMARY:a\n"] {
        let (status, heads) = check(text.as_bytes());
        assert_eq!(status, 1, "{text}");
        assert!(heads.lines().count() == 1 && heads.contains("calendar-syntax"), "{heads}");
    }
    assert_eq!(check(b"BEGIN:VCALENDAR\nEND:VCALENDAR\nX:1\n"), begins);
    let open = fault("`END:VCALENDAR` is missing for this beginning");
    assert_eq!(check(b"BEGIN:VCALENDAR\n"), open);
    let wrong = fault("`END:VEVENT` should stand here");
    assert_eq!(check(b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VCALENDAR\n"), wrong);
    let line = fault("this line of the calendar is not of the form `NAME:value`");
    assert_eq!(check(b"BEGIN:VCALENDAR\nGut\nEND:VCALENDAR\n"), line);
    assert_eq!(check("BEGIN:X\n".repeat(100_000).as_bytes()), begins);
    let deep = format!("BEGIN:VCALENDAR\n{}", "BEGIN:VEVENT\n".repeat(100_000));
    assert_eq!(check(deep.as_bytes()).0, 1);
    assert!(check(b"BEGIN:VCALENDAR\xFF\n").1.contains("not-utf8"));
    assert_eq!(check(b"BEGIN:VCALENDAR\nVERSION:2.0\nEND:VCALENDAR\n"), (0, String::new()));
}

#[test]
fn a_calendar_belongs_to_a_town() {
    calendar("check", "")
        .prepare(|folder| {
            std::fs::rename(folder.join("calendar/bach.ics"), folder.join("calendar/bahc.ics"))
                .unwrap();
        })
        .stdout(str![[r#"
error[unknown-reference]: city `bahc` is not known
 --> calendar/bahc.ics:1:1
  |
1 | BEGIN:VCALENDAR
  | ^
  |
  = help: did you mean `bach`?


"#]])
        .stderr(str![[r#"
3 files checked: 1 error

"#]])
        .status(1);
}

proptest! {
    #[test]
    fn no_calendar_is_too_strange(
        lines in proptest::collection::vec(
            "(BEGIN|END):(VCALENDAR|VEVENT|VALARM)|(DTSTART|DTEND|DURATION|RRULE|SUMMARY)[;:=\"A-Z0-9+-]{0,20}|DTSTART:[0-9TZ]{8,16}|\\PC{0,12}",
            0..12,
        ),
        whole in any::<bool>(),
    ) {
        let body = lines.join("\r\n");
        let text = if whole {
            format!("BEGIN:VCALENDAR\nBEGIN:VEVENT\n{body}\nEND:VEVENT\nEND:VCALENDAR\n")
        } else {
            body
        };
        let files = [
            ("network.toml", "name = 'Netz'\n"),
            ("cities.toml", "[[city]]\nid = 'bach'\nname = 'Bach'\n"),
            ("calendar/bach.ics", &text),
        ];
        let reading = erfa::input::read(files.map(RawFile::from).into());
        for finding in reading.findings {
            let (start, end) = finding.place.map_or((0, 0), |place| (place.start, place.end));
            prop_assert!(start <= end && end as usize <= text.len());
        }
    }
}
