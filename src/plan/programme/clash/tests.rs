//! What is reported about meetings and programmes, and what is not.

use super::{findings, sample};
use crate::domain::id::CityId;
use crate::domain::meeting::{Meeting, Place, Status, When};
use crate::domain::session::{Certainty, Kind, Session};
use crate::domain::time::End;
use crate::source::Located;
use crate::text::Language;

/// The codes and messages of a workspace of these meetings.
fn reported(meetings: Vec<Meeting>) -> Vec<String> {
    let words = |finding: &crate::diagnostic::Diagnostic| {
        let message = finding.problem.wording(Language::English).message;
        let message = crate::text::plain(&message);
        match &finding.acknowledged {
            Some(reason) => format!("accepted {}, {reason}: {message}", finding.code()),
            None => format!("{}: {message}", finding.code()),
        }
    };
    findings(&sample::workspace(meetings), sample::date("2024-09-20")).iter().map(words).collect()
}

/// The codes and messages of a meeting from 09:00 to 17:00 with these sessions.
fn of_the_day(sessions: Vec<Session>) -> Vec<String> {
    let mut meeting = sample::meeting("2024-09-24");
    meeting.when.start = Some(sample::at(sample::time("09:00")));
    meeting.when.end = Some(sample::at(End::At(sample::time("17:00"))));
    reported(vec![Meeting { sessions, ..meeting }])
}

/// The codes alone.
fn codes(sessions: Vec<Session>) -> Vec<String> {
    let reported = of_the_day(sessions);
    let code = |line: &String| line.split(':').next().unwrap_or_default().to_owned();
    reported.iter().map(code).collect()
}

fn session(kind: Kind, title: &str, start: &str, end: &str) -> Session {
    sample::session(kind, title, sample::timing(start, end))
}

/// A session in the first one.
fn within(track: Option<&str>, start: &str, end: &str) -> Session {
    Session {
        within: Some(sample::at(0)),
        track: track.map(sample::line),
        ..session(Kind::Workshop, "Werkstatt", start, end)
    }
}

#[test]
fn what_follows_in_order_is_fine() {
    let programme = vec![
        session(Kind::Arrival, "Ankommen", "08:30", "09:00"),
        session(Kind::Welcome, "Begrüßung", "09:00", "09:30"),
        session(Kind::Talk, "Vortrag", "09:30", "ca. 10:00"),
        session(Kind::Talk, "Noch einer", "ca. 10:00", ""),
        session(Kind::Meal, "Mittag", "12:00", "13:00"),
        session(Kind::Tour, "Rundgang", "13:30", "bis 17:00"),
        session(Kind::Closing, "Abschluss", "17:00", ""),
        session(Kind::Social, "Abend", "18:30", "00:30"),
    ];
    assert_eq!(codes(programme), [""; 0]);
}

#[test]
fn overlaps_name_the_session_that_ends_last() {
    let meeting = Meeting {
        sessions: vec![
            session(Kind::Talk, "Lang", "09:00", "12:00"),
            session(Kind::Talk, "Kurz", "09:30", "10:00"),
            session(Kind::Talk, "Spät", "11:45", "12:30"),
        ],
        ..sample::meeting("2024-09-24")
    };
    assert_eq!(
        reported(vec![meeting]),
        [
            "sessions-overlap: `Kurz` begins at 09:30, 2 h 30 min before `Lang` ends at 12:00",
            "sessions-overlap: `Spät` begins at 11:45, 15 min before `Lang` ends at 12:00",
        ]
    );
}

#[test]
fn blocks_allow_what_is_meant_to_overlap() {
    let block = |kind| session(kind, "Block", "10:00", "12:00");
    let cases = [
        (Kind::Parallel, None, None, 0),
        (Kind::Parallel, Some("Grün"), Some("Handel"), 0),
        (Kind::Parallel, Some("Grün"), Some("Grün"), 1),
        (Kind::Frame, Some("Grün"), Some("Grün"), 0),
    ];
    for (kind, first, second, expected) in cases {
        let sessions =
            vec![block(kind), within(first, "10:00", "11:30"), within(second, "11:00", "12:00")];
        assert_eq!(codes(sessions).len(), expected, "{kind:?} {first:?} {second:?}");
    }
    let talk = session(Kind::Talk, "Vortrag", "11:00", "11:30");
    assert_eq!(codes(vec![block(Kind::Frame), talk.clone()]), [""; 0]);
    assert_eq!(codes(vec![block(Kind::Parallel), talk.clone()]), ["sessions-overlap"]);
    let other_day = Some(sample::date("2024-09-25"));
    let dropped = Session { status: Certainty::Dropped, ..block(Kind::Parallel) };
    assert_eq!(codes(vec![dropped, talk.clone()]), [""; 0]);
    let tomorrow = Session { date: other_day, ..block(Kind::Parallel) };
    assert_eq!(codes(vec![talk, tomorrow]), ["outside-meeting"]);
}

#[test]
fn gaps_are_reported_unless_meant() {
    let first = || session(Kind::Talk, "Vortrag", "10:00", "11:50");
    let second = |kind| session(kind, "Danach", "12:00", "13:00");
    assert_eq!(codes(vec![first(), second(Kind::Break)]), ["gap"]);
    assert_eq!(codes(vec![first(), second(Kind::Talk)]), ["gap"]);
    for kind in [Kind::Meal, Kind::Transfer, Kind::Arrival, Kind::Social] {
        assert_eq!(codes(vec![first(), second(kind)]), [""; 0], "{kind:?}");
    }
    let mut joined = second(Kind::Talk);
    joined.timing.connector = Some(sample::line("danach"));
    assert_eq!(codes(vec![first(), joined]), [""; 0]);
    let untimed = session(Kind::Discussion, "Fragen", "", "");
    assert_eq!(codes(vec![first(), untimed, second(Kind::Talk)]), [""; 0]);
    for (minutes, expected) in [(4, 1), (5, 0), (10, 0)] {
        let buffered = Session { buffer: Some(sample::minutes(minutes)), ..first() };
        assert_eq!(codes(vec![buffered, second(Kind::Talk)]).len(), expected);
    }
    let nearly = session(Kind::Talk, "Vortrag", "10:00", "11:55");
    assert_eq!(codes(vec![nearly, second(Kind::Talk)]), [""; 0]);
    let acknowledged = vec![sample::acknowledgement("gap", "gewollt")];
    let accepted = Session { acknowledged, ..second(Kind::Talk) };
    assert_eq!(codes(vec![first(), accepted.clone()]), ["accepted gap, gewollt"]);
    assert_eq!(codes(vec![accepted]), ["idle-acknowledgement"]);
}

#[test]
fn a_gap_is_seen_behind_what_has_only_a_length() {
    let lasting = |minutes| {
        let mut lasting = session(Kind::Talk, "Kurz", "", "");
        lasting.timing.duration = (minutes > 0).then(|| sample::at(sample::minutes(minutes)));
        lasting
    };
    let programme = |minutes| Meeting {
        sessions: vec![
            session(Kind::Welcome, "Begrüßung", "09:00", "09:20"),
            lasting(minutes),
            session(Kind::Talk, "Vortrag", "12:30", "13:00"),
        ],
        ..sample::meeting("2024-09-24")
    };
    let gap =
        "gap: between `Kurz` (until 09:40) and `Vortrag` (from 12:30) there is a gap of 2 h 50 min";
    assert_eq!(reported(vec![programme(20)]), [gap]);
    // What nobody gave a length may fill the time.
    assert_eq!(reported(vec![programme(0)]), [""; 0]);
    assert_eq!(reported(vec![programme(190)]), [""; 0]);
}

#[test]
fn a_buffer_needs_its_time() {
    let first = |buffer| Session {
        buffer: Some(sample::minutes(buffer)),
        ..session(Kind::Talk, "Vortrag", "09:00", "10:00")
    };
    let cases =
        [("10:00", 15, true), ("10:10", 15, true), ("10:15", 15, false), ("10:10", 5, false)];
    for (start, buffer, expected) in cases {
        let found = codes(vec![first(buffer), session(Kind::Talk, "Danach", start, "12:00")]);
        assert_eq!(found == ["buffer-too-short"], expected, "{start} {buffer}: {found:?}");
    }
}

#[test]
fn who_accepts_an_overlap_is_told_what_comes_of_it() {
    let held = |title, start, end, codes: &[&str]| Session {
        people: vec![sample::person("Anna Muster", 0)],
        acknowledged: codes.iter().map(|code| sample::acknowledgement(code, "so")).collect(),
        ..session(Kind::Talk, title, start, end)
    };
    let found = |accepted: &[&str]| {
        let second = held("Zweiter", "10:00", "12:00", accepted);
        codes(vec![held("Erster", "09:00", "11:00", &[]), second])
    };
    assert_eq!(found(&[]), ["sessions-overlap"]);
    let overlap = "accepted sessions-overlap, so";
    assert_eq!(found(&["sessions-overlap"]), [overlap, "person-twice"]);
    let both = found(&["sessions-overlap", "person-twice"]);
    assert_eq!(both, [overlap, "accepted person-twice, so"]);
}

#[test]
fn nobody_is_at_two_meetings_at_once() {
    let held = |id: &str, status, start, end| Meeting {
        id: sample::id(id),
        status: sample::at(status),
        sessions: vec![Session {
            people: vec![sample::person("Anna Muster", 0)],
            ..session(Kind::Talk, id, start, end)
        }],
        ..sample::meeting("2024-09-24")
    };
    let first = || held("eins", Status::Planned, "09:00", "11:00");
    let found = |status, start| {
        let mut found = reported(vec![first(), held("zwei", status, start, "12:00")]);
        // That there are two on one day is a finding of its own.
        found.retain(|finding| !finding.starts_with("blocked-day: "));
        found
    };
    assert_eq!(
        found(Status::Planned, "10:00"),
        ["person-twice: Anna Muster is at `eins` and `zwei` at the same time"]
    );
    assert_eq!(found(Status::Planned, "11:00"), [""; 0]);
    assert_eq!(found(Status::Idea, "10:00"), [""; 0]);
}

#[test]
fn what_has_no_title_is_called_by_what_it_is() {
    let untitled = Session { title: None, ..session(Kind::Break, "break", "10:30", "11:00") };
    let sessions = vec![session(Kind::Talk, "Vortrag", "09:00", "10:45"), untitled];
    let meeting = Meeting { sessions, ..sample::meeting("2024-09-24") };
    let found = findings(&sample::workspace(vec![meeting]), sample::date("2024-09-20"));
    let said = |language| crate::text::plain(&found[0].problem.wording(language).message);
    assert!(said(Language::German).starts_with("„Pause“ beginnt"), "{}", said(Language::German));
    assert!(said(Language::English).starts_with("`Break` begins"));
}

#[test]
fn sessions_stay_within_their_meeting() {
    let cases = [
        (Kind::Talk, "08:30", "", "begins at 08:30, 30 min before the meeting (09:00)"),
        (Kind::Talk, "ca. 08:30", "", ""),
        (Kind::Arrival, "08:30", "09:00", ""),
        (Kind::Talk, "16:00", "17:00", ""),
        (Kind::Talk, "16:00", "17:30", "ends at 17:30, 30 min after the meeting (17:00)"),
        (Kind::Talk, "17:00", "17:05", "ends at 17:05, 5 min after the meeting (17:00)"),
        (
            Kind::Talk,
            "18:30",
            "",
            "begins at 18:30, 1 h 30 min after the end of the meeting (17:00)",
        ),
        (Kind::Talk, "16:00", "00:30", "ends at 00:30, 7 h 30 min after the meeting (17:00)"),
        (Kind::Social, "17:30", "23:00", ""),
    ];
    for (kind, start, end, expected) in cases {
        let found = of_the_day(vec![session(kind, "Punkt", start, end)]);
        let expected =
            (!expected.is_empty()).then(|| format!("outside-meeting: `Punkt` {expected}"));
        assert_eq!(found, expected.into_iter().collect::<Vec<_>>(), "{kind:?} {start} {end}");
    }
    let on = |day, kind| {
        let session = session(kind, "Vorabend", "", "");
        of_the_day(vec![Session { date: Some(sample::date(day)), ..session }])
    };
    assert_eq!(
        on("2024-09-23", Kind::Talk),
        [
            "outside-meeting: `Vorabend` is on 23 September 2024, the meeting begins on 24 September 2024",
        ]
    );
    assert_eq!(
        on("2024-09-25", Kind::Talk),
        [
            "outside-meeting: `Vorabend` is on 25 September 2024, the meeting ends on 24 September 2024",
        ]
    );
    assert_eq!(on("2024-09-23", Kind::Social), [""; 0]);
}

#[test]
fn what_was_said_loosely_may_be_a_little_late() {
    for (start, is_late) in [("ca. 17:10", false), ("ca. 17:30", true), ("gegen 17:00", false)] {
        let found = codes(vec![session(Kind::Talk, "Vortrag", start, "")]);
        assert_eq!(found.contains(&"outside-meeting".to_owned()), is_late, "{start}: {found:?}");
    }
}

#[test]
fn a_track_in_two_rooms_is_doubted_unless_the_order_was_said() {
    let item = |track: &str, start: &str, room: &str| Session {
        place: Some(sample::at(Place::Free(sample::line(room)))),
        ..within(Some(track), start, "")
    };
    let is_doubted = |second: Session| {
        let block = session(Kind::Parallel, "Werkstätten", "13:00", "15:00");
        let found = codes(vec![block, item("Grün", "", "Saal 1"), second]);
        found.contains(&"track-in-two-rooms".to_owned())
    };
    assert!(is_doubted(item("Grün", "", "Saal 2")));
    let mut follows = item("Grün", "", "Saal 2");
    follows.timing.connector = Some(sample::line("danach"));
    let tour = Session { kind: Kind::Tour, ..item("Grün", "", "Park") };
    let dropped = Session { status: Certainty::Dropped, ..item("Grün", "", "Saal 2") };
    let others =
        [item("Grün", "", "Saal 1"), item("Grün", "14:00", "Saal 2"), item("Rot", "", "Saal 2")];
    for meant in others.into_iter().chain([follows, tour, dropped]) {
        assert!(!is_doubted(meant.clone()), "{meant:?}");
    }
}

#[test]
fn heads_are_checked() {
    use chrono::Weekday::{Fri, Tue};
    let day = |weekday| When { weekday: Some(sample::at(weekday)), ..when() };
    let hours = |start, end| When {
        start: Some(sample::at(sample::time(start))),
        end: Some(sample::at(End::At(sample::time(end)))),
        ..when()
    };
    let until = |date| When { end_date: Some(sample::at(sample::date(date))), ..when() };
    let cases = [
        (day(Tue), None),
        (day(Fri), Some("weekday-mismatch: 24 September 2024 is a Tuesday")),
        (hours("09:00", "17:00"), None),
        (
            hours("17:00", "09:00"),
            Some("ends-before-it-begins: the end is not after the beginning"),
        ),
        (When { end_date: until("2024-09-25").end_date, ..hours("17:00", "09:00") }, None),
        (until("2024-09-25"), None),
        (until("2024-09-23"), Some("ends-before-it-begins: the end is not after the beginning")),
    ];
    for (when, expected) in cases {
        let found = reported(vec![Meeting { when, ..sample::meeting("2024-09-24") }]);
        assert_eq!(found.first().map(String::as_str), expected);
    }
}

fn when() -> When {
    sample::meeting("2024-09-24").when
}

#[test]
fn a_meeting_that_counts_has_a_member_as_host() {
    let hosted = |date: &str, city| Meeting {
        hosts: vec![sample::at(CityId(city))],
        ..sample::meeting(date)
    };
    let former = 2;
    let not_counted = Meeting { counts: false, ..hosted("2024-06-01", former) };
    let both = Meeting {
        hosts: vec![sample::at(CityId(0)), sample::at(CityId(former))],
        ..sample::meeting("2024-06-02")
    };
    assert_eq!(
        reported(vec![hosted("2024-03-01", 0), hosted("2024-05-01", former), not_counted, both,]),
        // Alone, and beside a member.
        ["host-not-member: Worbis is not a member on this day"; 2]
    );
}

#[test]
fn findings_come_in_the_order_of_the_file() {
    let meeting = Meeting {
        title: Located::new(sample::line("Treffen TBD"), sample::origin(5)),
        place: Some(Located::new(Place::Free(sample::line("Raum XX")), sample::origin(2))),
        people: vec![sample::person("N. N.", 30), sample::person("???", 20)],
        ..sample::meeting("2024-09-24")
    };
    let found = reported(vec![meeting]);
    let signs: Vec<_> = found.iter().map(|line| line.rsplit('`').nth(1).unwrap()).collect();
    assert_eq!(signs, ["XX", "TBD", "???", "N. N."]);
}
