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
            calendar("dates --from 2027-03-01 --until 2027-03-31 --count 31 --json", &event(lines))
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

/// A calendar as a town hall exports it: with rules, single times more, fewer, moved and cancelled, a
/// change from one time on, an older version, and zones by three kinds of names.
const TOWN_HALL: &str = "\
BEGIN:VTIMEZONE
TZID:Rathauszeit
BEGIN:STANDARD
DTSTART:16010101T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
END:DAYLIGHT
END:VTIMEZONE
BEGIN:VEVENT
UID:council
SEQUENCE:2
DTSTART;TZID=W. Europe Standard Time:20260106T180000
DURATION:PT2H
RRULE:FREQ=MONTHLY;BYDAY=1TU,3TU
EXDATE;TZID=W. Europe Standard Time:20270316T180000
RDATE;TZID=W. Europe Standard Time:20270325T180000
SUMMARY:Rat
END:VEVENT
BEGIN:VEVENT
UID:council
SEQUENCE:1
DTSTART:20260105T180000
RRULE:FREQ=DAILY
SUMMARY:Rat (alt)
END:VEVENT
BEGIN:VEVENT
UID:council
RECURRENCE-ID:20270302T170000Z
DTSTART;TZID=Europe/Berlin:20270304T180000
SUMMARY:Rat (verlegt)
END:VEVENT
BEGIN:VEVENT
UID:council
RECURRENCE-ID;TZID=W. Europe Standard Time:20270406T180000
DTSTART;TZID=Europe/Berlin:20270406T180000
STATUS:CANCELLED
END:VEVENT
BEGIN:VEVENT
UID:committee
DTSTART;TZID=Rathauszeit:20270301T233000
RRULE:FREQ=WEEKLY;WKST=SU;BYDAY=MO;UNTIL=20270412T213000Z
DURATION:PT15M
SUMMARY:Bauausschuss
END:VEVENT
BEGIN:VEVENT
UID:committee
RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Rathauszeit:20270322T233000
DTSTART;TZID=Rathauszeit:20270324T090000
DURATION:PT1H
SUMMARY:Bauausschuss (neu)
END:VEVENT
BEGIN:VEVENT
UID:partner
DTSTART;TZID=America/New_York:20270330T200000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2;COUNT=3
SUMMARY:Partnerstadt
END:VEVENT
";

#[test]
fn what_recurs_is_busy_on_the_days_of_the_town() {
    let days = |first: &str, last: &str| {
        let command = format!("dates --from {first} --until {last} --count 31 --json");
        let output = calendar(&command, TOWN_HALL).run();
        assert_eq!(output.status, 0, "{}", output.stderr);
        let answer: serde_json::Value = serde_json::from_str(&output.stdout).unwrap();
        let mut found = Vec::new();
        for day in answer["days"].as_array().unwrap() {
            for reason in day["reasons"].as_array().unwrap() {
                if reason["kind"] == "other" {
                    let words = reason["words"].as_str().unwrap();
                    found.push(format!("{} {words}", &day["date"].as_str().unwrap()[8..]));
                }
            }
        }
        found.sort();
        found
    };
    assert_eq!(
        days("2027-03-01", "2027-03-31"),
        [
            "01 Bauausschuss",
            "04 Rat (verlegt)",
            "08 Bauausschuss",
            "15 Bauausschuss",
            "24 Bauausschuss (neu)",
            "25 Rat",
            "31 Bauausschuss (neu)",
            "31 Partnerstadt",
        ]
    );
    let april = ["07 Bauausschuss (neu)", "14 Bauausschuss (neu)", "20 Rat"];
    assert_eq!(days("2027-04-01", "2027-04-30")[..], april);
}

#[test]
fn endless_counting_ends_and_says_so() {
    let event =
        "BEGIN:VEVENT\nDTSTART:19700101T000000\nRRULE:FREQ=DAILY;COUNT=99999999999\nEND:VEVENT\n";
    let output = calendar("check", &event.repeat(20)).run();
    assert_eq!(output.status, 0);
    assert_eq!(output.stdout.matches("so many events are not counted").count(), 20);
    // What one calendar may cost is used up by twenty of them: of the others nothing is known.
    let doubts = |body: &str| {
        let output = calendar("dates --from 2027-03-02 --until 2027-03-02 --json", body).run();
        output.stdout.matches("wiederholt sich vielleicht").count()
    };
    assert_eq!(doubts(&event.repeat(21)), 1);
    // One of them takes nothing away from an event that can be counted.
    let weekly = "BEGIN:VEVENT\nDTSTART:20260105T180000\nRRULE:FREQ=WEEKLY;COUNT=100\nEND:VEVENT\n";
    assert_eq!(doubts(&format!("{event}{weekly}")), 0);
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
            "(BEGIN|END):(VCALENDAR|VEVENT|VALARM)|(DTSTART|DTEND|DURATION|RRULE|RDATE|EXDATE|RECURRENCE-ID|UID|SUMMARY)[;:=\"A-Z0-9+-]{0,20}|DTSTART:[0-9TZ]{8,16}|\\PC{0,12}",
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
