//! Meetings as calendar entries: `programme --format ics`, `meetings --format ics`.

use std::fs;

use chrono::{DateTime, NaiveDate};
use erfa::plan::post::calendar_entry::CalendarEntry;
use erfa::render::ics;
use erfa::view::calendar::{About, Calendar, Event};
use erfa::view::placeholders::Placeholders as _;
use erfa::view::programme::Programme;
use erfa::view::{EntryStatus, EntryTime};
use proptest::{prop_assert, prop_assert_eq, proptest};

use crate::harness::{Test, files, project, same};
use erfa::text::Language;

/// A meeting with this head and programme; its lines without those of the time zone.
fn lines(command: &str, head: &str) -> Vec<String> {
    let output = Test::new(&format!("{command} --format ics -q"))
        .network()
        .file("meetings/treffen.toml", &format!("title = \"Treffen\"\nhosts = []\n{head}"))
        .run();
    assert_eq!(output.status, 0, "{}", output.stderr);
    let text = output.stdout.replace('␍', "");
    let (before, zone) = text.split_once("BEGIN:VTIMEZONE").unwrap_or((&text, "END:VTIMEZONE\n"));
    let (_, after) = zone.split_once("END:VTIMEZONE\n").unwrap();
    let rest = if zone.len() > 20 { after } else { "" };
    [before, rest].concat().lines().map(str::to_owned).collect()
}

/// Beginning and end of each entry.
fn spans(command: &str, head: &str) -> Vec<String> {
    let is_span = |line: &String| line.starts_with("DTSTART") || line.starts_with("DTEND");
    lines(command, head).into_iter().filter(is_span).collect()
}

#[test]
fn an_entry_takes_the_time_that_is_known() {
    let session = |keys: &str| format!("\n[[session]]\ntitle = \"Punkt\"\n{keys}");
    let zone = |name: &str, time: &str| format!("{name};TZID=Europe/Berlin:{time}");
    let from = |time: &str| zone("DTSTART", time);
    let to = |time: &str| zone("DTEND", time);
    let days = |first: &str, end: &str| {
        vec![format!("DTSTART;VALUE=DATE:{first}"), format!("DTEND;VALUE=DATE:{end}")]
    };
    let day = "date = 2027-03-16\n";
    let two_days = "date = 2027-03-16\nend-date = 2027-03-17\n";
    let cases = [
        (day.to_owned(), days("20270316", "20270317")),
        (two_days.to_owned(), days("20270316", "20270318")),
        (format!("{day}start = \"bis 15:00\""), days("20270316", "20270317")),
        (
            format!("{day}start = \"9:30\"\nend = \"15:00\""),
            vec![from("20270316T093000"), to("20270316T150000")],
        ),
        (
            format!("{day}start = \"ca. 9:30\"\nend = \"gegen 15:00\""),
            vec![from("20270316T093000"), to("20270316T150000")],
        ),
        (
            format!("{day}start = \"9:30\"\nduration = \"1 h 30 min\""),
            vec![from("20270316T093000"), to("20270316T110000")],
        ),
        // Nobody knows the end, so there is none.
        (format!("{day}start = \"18:00\"\nend = \"open\""), vec![from("20270316T180000")]),
        (
            format!("{two_days}start = \"22:00\"\nend = \"00:30\""),
            vec![from("20270316T220000"), to("20270317T003000")],
        ),
        (
            format!("{day}start = \"20:00\"\nend = \"24:00\""),
            vec![from("20270316T200000"), to("20270317T000000")],
        ),
        // What the meeting does not say, its programme may.
        (
            format!("{day}{}{}", session("start = \"9:30\""), session("start = \"14:00\"")),
            vec![from("20270316T093000")],
        ),
        (
            format!(
                "{day}{}{}",
                session("start = \"9:30\""),
                session("start = \"14:00\"\nend = \"15:00\"")
            ),
            vec![from("20270316T093000"), to("20270316T150000")],
        ),
        (
            format!("{day}{}", session("start = \"9:30\"\naudience = \"lead\"")),
            days("20270316", "20270317"),
        ),
        (
            format!("{two_days}start = \"9:30\"\nend = \"12:00\""),
            vec![from("20270316T093000"), to("20270317T120000")],
        ),
        (
            // When the second day is over nobody knows.
            format!("{two_days}start = \"9:30\""),
            days("20270316", "20270318"),
        ),
        // A best guess at the day has no time.
        (format!("{day}date-text = \"März 2027\"\nstart = \"9:30\""), days("20270316", "20270317")),
    ];
    for (head, expected) in cases {
        assert_eq!(spans("programme", &head), expected, "{head}");
    }
}

#[test]
fn items_have_entries_of_their_own() {
    let head = r#"id = "treffen-1"
date = 2027-03-16
status = "invited"
created = 2026-10-01
[[session]]
title = "Ohne Zeit"
[[session]]
kind = "parallel"
id = "block"
start = "13:00"
end = "15:00"
[[session]]
in = "block"
track = "Grün"
title = "Schatten"
start = "13:00"
end = "14:00"
place = "Saal"
people = [{ name = "A. Muster" }]
[[session]]
in = "block"
track = "Handel"
title = "Läden"
start = "13:00"
duration = "max. 45 min"
status = "requested"
[[session]]
title = "Fest"
start = "18:00"
end = "open"
status = "dropped"
[[session]]
title = "Nachtwanderung"
start = "22:00"
end = "00:30"
[[session]]
title = "Nachlese"
start = "09:00"
date = 2027-03-17
audience = "internal"
"#;
    let expected = "\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//erfa//erfa//DE
CALSCALE:GREGORIAN
METHOD:PUBLISH
";
    let calendar = lines("programme --items", head).join("\n");
    same(&calendar, snapbox::Data::read_from(&project("tests/it/ics.items"), None));
    assert!(calendar.starts_with(expected), "{calendar}");
}

#[test]
fn what_is_side_by_side_has_entries_too() {
    let head = r#"date = 2027-03-16
link = "www.example.org/tag"
[[session]]
kind = "parallel"
id = "block"
title = "Gruppen"
start = "13:00"
end = "15:00"
[[session]]
in = "block"
track = "Grün"
title = "Schatten"
link = "https://example.org/schatten"
[[session]]
in = "block"
track = "Handel"
title = "Läden"
[[session]]
in = "block"
track = "Handel"
title = "Märkte"
link = "www.example.org/markt"
"#;
    let text = lines("programme --items", head).join("\n").replace("\n ", "");
    let entries: Vec<&str> = text.split("BEGIN:VEVENT").skip(1).collect();
    let [whole, block, only] = entries[..] else { panic!("{text}") };
    assert!(whole.contains("www.example.org/tag"), "{whole}");
    assert!(whole.contains("Grün: Schatten · https://example.org/schatten"), "{whole}");
    let hours = "DTSTART;TZID=Europe/Berlin:20270316T130000\n\
                 DTEND;TZID=Europe/Berlin:20270316T150000\n";
    // Two that follow each other in one strand have no times: the block tells of them.
    assert!(block.contains("SUMMARY;LANGUAGE=de:Gruppen") && block.contains(hours), "{block}");
    let told = "DESCRIPTION;LANGUAGE=de:Handel\\nLäden\\nMärkte · www.example.org/markt\\n";
    assert!(block.contains(told), "{block}");
    // What fills its strand alone takes as long as the block.
    assert!(only.contains("SUMMARY;LANGUAGE=de:Grün: Schatten") && only.contains(hours), "{only}");
    assert!(only.contains("URL:https://example.org/schatten"), "{only}");
}

#[test]
fn the_feed_holds_every_meeting_with_a_date() {
    let output =
        Test::new("meetings --output feed.ics").workspace("examples/netzwerk-flusstal").run();
    assert_eq!(output.status, 0, "{}", output.stderr);
    let text = fs::read_to_string(output.path("feed.ics")).unwrap();
    let count = |line: &str| text.lines().filter(|found| *found == line).count();
    assert_eq!(count("BEGIN:VTIMEZONE"), 1);
    assert_eq!(count("BEGIN:VEVENT"), 5);
    assert_eq!(count("REFRESH-INTERVAL;VALUE=DURATION:P1D"), 1);
    assert_eq!(count("X-PUBLISHED-TTL:P1D"), 1);
    assert_eq!(count("STATUS:CANCELLED"), 1);
    assert!(!text.contains("ATTENDEE"), "{text}");
    // The addresses of people and of the sender are not for everybody.
    assert!(!text.contains("@example.org"), "{text}");
}

#[test]
fn what_no_calendar_can_tell_is_refused() {
    let cases = [
        ("--format ics --since", "`ics` does not fit `--since`"),
        ("--format ics --edition internal", "`ics` does not fit `--edition`"),
        ("--format text --items", "`txt` does not fit `--items`"),
    ];
    for (arguments, expected) in cases {
        let test = Test::new(&format!("programme {arguments}"));
        let output =
            test.network().file("meetings/a.toml", "title = \"A\"\ndate = 2027-01-01\n").run();
        assert_eq!(output.status, 1);
        assert!(output.stderr.contains(expected), "{}", output.stderr);
    }
}

/// Every meeting of the examples and agendas keeps the rules of the wire.
#[test]
fn calendars_keep_the_rules_of_lines() {
    let is_workspace = |path: &std::path::Path| path.ends_with("network.toml");
    let folders = ["examples", "tests/agendas"].map(|folder| files(&project(folder), is_workspace));
    let mut entries = 0;
    for path in folders.concat() {
        let root = path.parent().unwrap().strip_prefix(project("")).unwrap().to_owned();
        let run = Test::new("meetings --output feed.ics -q").workspace(root.to_str().unwrap());
        let output = run.run();
        let Ok(text) = fs::read_to_string(output.path("feed.ics")) else {
            assert!(output.stderr.contains("[no-calendar-entry]"), "{}", output.stderr);
            continue;
        };
        check_lines(&text).unwrap();
        entries += text.matches("BEGIN:VEVENT").count();
    }
    assert!(entries > 20, "{entries}");
}

/// What is wrong with the lines of a calendar.
fn check_lines(text: &str) -> Result<(), String> {
    let lines: Vec<&str> =
        text.strip_suffix("\r\n").ok_or("no end of line")?.split("\r\n").collect();
    match lines.iter().find(|line| line.len() > 75 || line.contains(['\r', '\n'])) {
        Some(line) => Err(format!("{line:?}")),
        None => Ok(()),
    }
}

/// A calendar in which every text is `words`.
fn calendar(words: &str) -> Calendar {
    let start = NaiveDate::from_ymd_opt(2027, 3, 16).unwrap().and_hms_opt(9, 30, 0).unwrap();
    let event = Event {
        uid: "a@b".to_owned(),
        decided: CalendarEntry {
            sequence: 3,
            stamp: DateTime::UNIX_EPOCH,
            time: EntryTime::Hours(start, None),
            length: None,
            status: EntryStatus::Confirmed,
            off: None,
            is_busy: true,
        },
        summary: words.to_owned(),
        place: Some(words.to_owned()),
        coordinates: None,
        link: Some(words.to_owned()),
        about: About::Meeting {
            programme: Box::new(Programme::filled(&|name| format!("{words} {name}"))),
            open: None,
        },
    };
    Calendar {
        language: Language::German,
        name: words.to_owned(),
        is_feed: true,
        organiser: words.to_owned(),
        zone: "Europe/Berlin",
        events: vec![event],
    }
}

/// The text that a reader takes from a value (RFC 5545, 3.3.11).
fn unescaped(value: &str) -> String {
    let mut text = String::new();
    let mut characters = value.chars();
    while let Some(character) = characters.next() {
        match character {
            '\\' => match characters.next() {
                Some('n') => text.push('\n'),
                other => text.extend(other),
            },
            character => text.push(character),
        }
    }
    text
}

proptest! {
    #[test]
    fn no_text_breaks_out_and_every_text_comes_back(
        words in "[ -~äß€👩„“\u{a0}]{1,120}|[\\x00-\\x20;,\\\\:\"\r\n\u{2028}BEGIN:VNT]{0,60}"
    ) {
        let text = ics::calendar(&calendar(&words));
        prop_assert!(check_lines(&text).is_ok());
        let unfolded = text.replace("\r\n ", "");
        let lines: Vec<&str> = unfolded.split_terminator("\r\n").collect();
        for line in &lines {
            let name = line.split([':', ';']).next().unwrap();
            prop_assert!(name.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'-'), "{}", line);
        }
        prop_assert_eq!(lines.iter().filter(|line| **line == "BEGIN:VEVENT").count(), 1);
        if !words.contains(char::is_control) && !words.contains('\u{2028}') {
            let expected = words.replace('\u{a0}', " ");
            for name in ["SUMMARY;LANGUAGE=de:", "LOCATION:", "NAME:"] {
                let value = lines.iter().find_map(|line| line.strip_prefix(name)).unwrap();
                prop_assert_eq!(unescaped(value), expected.as_str());
            }
            let notes = lines.iter().find_map(|line| line.strip_prefix("DESCRIPTION;LANGUAGE=de:"));
            let notes = unescaped(notes.unwrap());
            let dense = |words: &str| words.split_whitespace().collect::<String>();
            for name in ["description", "entry title", "person line", "item title", "notice"] {
                let expected = dense(&format!("{expected} {name}"));
                prop_assert!(dense(&notes).contains(&expected), "{}: {}\n{}", name, words, notes);
            }
        }
    }
}
