//! Versions and what calendars learn of them; versions that were changed by hand.

use std::fs;

use crate::release::{SPRING, edited, erfa, released};

/// The meeting as a calendar, with plain line ends.
fn calendar(text: &str) -> String {
    erfa("programme fruehjahr --format ics -q", text).run().stdout.replace('␍', "")
}

#[test]
fn the_sequence_rises_with_the_version_after_a_change_of_plan() {
    let sequence = |text: &str| {
        let output = calendar(text);
        output.lines().find_map(|line| line.strip_prefix("SEQUENCE:")).unwrap().to_owned()
    };
    let run = |command: &str, text: &str| {
        let output = erfa(&format!("{command} fruehjahr --reason Sturm"), text).run();
        assert_eq!(output.status, 0, "{}", output.stderr);
        fs::read_to_string(output.path("meetings/fruehjahr.toml")).unwrap()
    };
    let first = released(SPRING, "2027-01-12");
    assert_eq!(sequence(&first), "0");
    let postponed = run("postpone -y --on 2027-03-23", &first);
    assert_eq!(sequence(&postponed), "0");
    let second = released(&postponed, "2027-01-13");
    assert_eq!(sequence(&second), "1");
    let cancelled = run("cancel -y", &second);
    let third = released(&cancelled, "2027-01-14");
    assert_eq!(sequence(&third), "2");
    let calendar = calendar(&third);
    for line in ["STATUS:CANCELLED", "SUMMARY;LANGUAGE=de:Abgesagt: Frühjahrstreffen"] {
        assert!(calendar.lines().any(|found| found == line), "{calendar}");
    }
    let other_title = edited(&third, &[("Frühjahrstreffen", "Frühlingstreffen")]);
    assert_eq!(sequence(&released(&other_title, "2027-01-15")), "2");
}

/// The file after `erfa postpone`, with no new day.
pub(crate) fn postponed(text: &str) -> String {
    let output = erfa("postpone fruehjahr --reason Schnee -y --today 2027-01-13", text).run();
    assert_eq!(output.status, 0, "{}", output.stderr);
    fs::read_to_string(output.path("meetings/fruehjahr.toml")).unwrap()
}

#[test]
fn a_meeting_without_a_day_any_more_takes_its_entries_back() {
    let event = |calendar: &str, number: usize| -> Vec<String> {
        let events = calendar.split("BEGIN:VEVENT").nth(number).unwrap().lines();
        let keys = ["UID", "SEQUENCE", "DTSTART", "SUMMARY", "STATUS", "TRANSP"];
        let told = events.filter(|line| keys.iter().any(|key| line.starts_with(key)));
        told.map(str::to_owned).collect()
    };
    let open = released(&postponed(&released(SPRING, "2027-01-12")), "2027-01-14");
    let whole = [
        "UID:fruehjahr.netz@erfa.invalid",
        "SEQUENCE:1",
        "DTSTART;TZID=Europe/Berlin:20270316T093000",
        "SUMMARY;LANGUAGE=de:Verschoben: Frühjahrstreffen",
        "STATUS:CANCELLED",
        "TRANSP:TRANSPARENT",
    ];
    let entry = calendar(&open);
    assert_eq!(event(&entry, 1), whole);
    assert!(entry.contains("Dieser Termin entfällt\\; ein neuer folgt."), "{entry}");
    let feed = erfa("meetings --format ics -q", &open).run().stdout.replace('␍', "");
    assert_eq!(event(&feed, 1), whole);
    let items = erfa("programme fruehjahr --format ics --items -q", &open).run().stdout;
    assert_eq!(
        event(&items.replace('␍', ""), 3),
        [
            "UID:fruehjahr.netz.stadtgruen@erfa.invalid",
            "SEQUENCE:1",
            "DTSTART;TZID=Europe/Berlin:20270316T100000",
            "SUMMARY;LANGUAGE=de:Entfällt: Stadtgrün",
            "STATUS:CANCELLED",
            "TRANSP:TRANSPARENT",
        ]
    );
    // A new day brings the same entry back.
    let again =
        erfa("postpone fruehjahr --on 2027-04-20 --reason Neu -y --today 2027-01-15", &open);
    let again = fs::read_to_string(again.run().path("meetings/fruehjahr.toml")).unwrap();
    let again = calendar(&released(&again, "2027-01-16"));
    assert_eq!(
        event(&again, 1)[..3],
        [
            "UID:fruehjahr.netz@erfa.invalid",
            "SEQUENCE:2",
            "DTSTART;TZID=Europe/Berlin:20270420T093000",
        ]
    );
    assert!(event(&again, 1).contains(&"STATUS:CONFIRMED".to_owned()), "{again}");
}

#[test]
fn a_version_changed_by_hand_is_found() {
    let text = released(SPRING, "2027-01-12");
    let codes = |text: &str| {
        let output = erfa("check", text).run().stdout;
        let heads = output.lines().filter(|line| line.contains("]: "));
        heads
            .filter_map(|line| line.split(['[', ']']).nth(1))
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    let with = |from: &str, to: &str| {
        let at = text.find("[[release]]").unwrap();
        assert!(text[at..].contains(from), "{from}");
        format!("{}{}", &text[..at], text[at..].replacen(from, to, 1))
    };
    let unaltered = codes(&text);
    for (from, to) in [
        ("end = \"12:00\"", "end = \"12:30\""),
        ("\"A. Muster\"", "\"B. Muster\""),
        ("uid = \"fruehjahr", "uid = \"herbst"),
        ("    { id = \"ausblick\", title = \"Ausblick\" },\n", ""),
    ] {
        let found = codes(&with(from, to));
        let found: Vec<_> = found.iter().filter(|code| !unaltered.contains(code)).collect();
        assert_eq!(found, ["release-altered"], "{from}");
    }
    // Spaces and comments are no change, and older files have no checksum.
    assert_eq!(codes(&with("sequence = 0", "sequence  =  0 # Anfang")), unaltered);
    let at = text.find("\nchecksum").unwrap();
    let old = with(text[at..].trim_end(), "");
    assert_eq!(codes(&old.replace("\"12:00\"", "\"12:30\"")), unaltered);
}
