//! What is planned for programmes, and rules that hold for all of them.

use proptest::prelude::*;

use super::{Basis, Bound, Moment, Span, Timetable, timetable};
use crate::domain::id::VenueId;
use crate::domain::meeting::{Meeting, Place};
use crate::domain::session::{Certainty, Kind, Session};
use crate::domain::time::{Duration, End, Extent, PartOfDay};
use crate::domain::venue::Venue;
use crate::example::least;
use crate::plan::programme::clash::sample;

/// A session with a length, or with none for 0.
fn session(kind: Kind, title: &str, start: &str, length: u32) -> Session {
    let mut session = sample::session(kind, title, sample::timing(start, ""));
    session.timing.duration = (length > 0).then(|| sample::at(sample::minutes(length)));
    session
}

fn meeting(start: &str, end: &str, sessions: Vec<Session>) -> Meeting {
    let mut meeting = sample::meeting("2024-09-24");
    meeting.when.start = (!start.is_empty()).then(|| sample::at(sample::time(start)));
    meeting.when.end = (!end.is_empty()).then(|| sample::at(End::At(sample::time(end))));
    Meeting { sessions, ..meeting }
}

fn table(meeting: &Meeting) -> Timetable {
    timetable(&sample::workspace(vec![]), meeting)
}

/// "09:30-10:00*", with a star after what is a planning value.
fn shown(span: Span) -> String {
    let clock = |moment: Option<Moment>| {
        let Some(Moment { minutes, basis }) = moment else { return "?".to_owned() };
        let mark = if basis == Basis::Planned { "*" } else { "" };
        format!("{:02}:{:02}{mark}", minutes / 60, minutes % 60)
    };
    format!("{}-{}", clock(span.begins), clock(span.ends))
}

#[track_caller]
fn expect(meeting: &Meeting, expected: &[&str]) {
    let found: Vec<String> = table(meeting).spans.into_iter().map(shown).collect();
    assert_eq!(found, expected);
}

#[test]
fn a_day_with_one_clock_time_is_planned_by_what_is_usual() {
    let sessions = vec![
        session(Kind::Welcome, "Begrüßung", "09:30", 0),
        session(Kind::Presentation, "Smart City", "", 0),
        session(Kind::Tour, "Rundgang", "", 0),
        session(Kind::Break, "Mittagspause", "", 0),
        session(Kind::Talk, "Bauernkrieg", "", 0),
        session(Kind::Social, "Abend", "", 0),
    ];
    let expected =
        ["09:30-09:45*", "09:45*-10:15*", "10:15*-11:15*", "11:15*-12:15*", "12:15*-12:45*", "?-?"];
    expect(&meeting("ab 09:30", "", sessions), &expected);
}

#[test]
fn the_room_between_fixed_points_is_shared_by_kind() {
    let sessions = vec![
        session(Kind::Welcome, "Begrüßung", "10:00", 0),
        session(Kind::Talk, "Vortrag", "", 0),
        session(Kind::Break, "Pause", "", 0),
        session(Kind::Workshop, "Werkstatt", "", 0),
        session(Kind::Meal, "Mittag", "12:30", 60),
        session(Kind::Talk, "Film", "", 20),
        session(Kind::Closing, "Abschluss", "", 0),
    ];
    let expected = [
        "10:00-10:15*",
        "10:15*-10:45*",
        "10:45*-11:00*",
        "11:00*-12:30*",
        "12:30-13:30",
        "13:30*-13:50*",
        "13:50*-14:20*",
    ];
    expect(&meeting("", "14:20", sessions), &expected);
}

#[test]
fn nothing_is_planned_without_a_beginning() {
    let sessions = || {
        vec![
            session(Kind::Talk, "Vortrag", "", 0),
            session(Kind::Meal, "Mittag", "12:00", 60),
            session(Kind::Talk, "Noch einer", "", 30),
        ]
    };
    expect(&meeting("", "", sessions()), &["?-?", "12:00-13:00", "13:00*-13:30*"]);
    expect(&meeting("", "", vec![session(Kind::Talk, "Vortrag", "", 45)]), &["?-?"]);
    expect(&meeting("11:00", "", sessions()), &["11:00*-12:00*", "12:00-13:00", "13:00*-13:30*"]);
}

#[test]
fn what_is_loose_or_open_or_at_night_stays_so() {
    let mut open = session(Kind::Social, "Fest", "18:00", 0);
    open.timing.end = Some(sample::at(End::Open));
    let night = sample::session(Kind::Tour, "Nacht", sample::timing("22:00", "00:30"));
    let about = session(Kind::Tour, "Rundgang", "ca. 14:00", 0);
    let until = sample::session(Kind::Arrival, "Anreise", sample::timing("bis 13:30", ""));
    let mut loose = session(Kind::Discussion, "Fragen", "", 25);
    let about_so_long = Duration { minutes: 25, extent: Extent::About };
    loose.timing.duration = Some(sample::at(about_so_long));
    let talk = session(Kind::Talk, "Vortrag", "15:30", 30);
    let sessions = vec![until, about, loose, talk, open, night];
    let expected =
        ["?-13:30", "14:00-15:05*", "15:05*-15:30*", "15:30-16:00", "18:00-?", "22:00-24:30"];
    expect(&meeting("", "", sessions), &expected);
}

#[test]
fn a_part_of_the_day_is_not_contradicted() {
    let mut late = session(Kind::Talk, "Praxis", "", 0);
    late.timing.part_of_day = Some(PartOfDay::Afternoon);
    let welcome = || session(Kind::Welcome, "Begrüßung", "09:00", 0);
    let meal = session(Kind::Meal, "Mittag", "12:00", 60);
    expect(&meeting("", "", vec![welcome(), late.clone()]), &["09:00-09:15*", "?-?"]);
    let planned = vec![welcome(), meal, late];
    expect(&meeting("", "", planned), &["09:00-09:45*", "12:00-13:00", "13:00*-13:30*"]);
}

#[test]
fn blocks_hold_strands_and_what_is_dropped_takes_no_time() {
    let within = |track: &str, title: &str| Session {
        within: Some(sample::at(1)),
        track: Some(sample::line(track)),
        ..session(Kind::Workshop, title, "", 0)
    };
    let dropped = Session { status: Certainty::Dropped, ..session(Kind::Talk, "Entfällt", "", 0) };
    let sessions = vec![
        session(Kind::Welcome, "Begrüßung", "10:00", 30),
        session(Kind::Parallel, "Werkstätten", "", 0),
        within("Grün", "Schatten"),
        within("Handel", "Läden"),
        within("Grün", "Bäume"),
        dropped,
        session(Kind::Meal, "Mittag", "13:30", 60),
    ];
    let expected = [
        "10:00-10:30",
        "10:30*-13:30*",
        "10:30*-12:00*",
        "10:30*-13:30*",
        "12:00*-13:30*",
        "?-?",
        "13:30-14:30",
    ];
    expect(&meeting("", "", sessions), &expected);
}

#[test]
fn walks_take_their_time_and_buffers_too() {
    let mut workspace = sample::workspace(vec![]);
    // A degree of latitude is 111.2 km: 0.01 of it, with the detour, is 1445 m or 22 minutes.
    workspace.venues = vec![venue("Rathaus", 50.0), venue("Halle", 50.01)];
    let at = |venue, session: Session| Session {
        place: Some(sample::at(Place::Venue(VenueId(venue)))),
        ..session
    };
    let buffered = Session {
        buffer: Some(sample::minutes(5)),
        ..at(0, session(Kind::Talk, "Vortrag", "10:00", 30))
    };
    let sessions = vec![
        buffered,
        at(1, session(Kind::Visit, "Besuch", "", 30)),
        at(0, session(Kind::Meal, "Mittag", "12:00", 60)),
    ];
    let table = timetable(&workspace, &meeting("", "", sessions));
    let spans: Vec<String> = table.spans.iter().copied().map(shown).collect();
    assert_eq!(spans, ["10:00-10:30", "11:00*-11:30*", "12:00-13:00"]);
    let walks: Vec<_> =
        table.walks.iter().map(|walk| (walk.to, walk.begins, walk.minutes)).collect();
    assert_eq!(walks, [(1, Some(630), 22), (2, Some(690), 22)]);
}

#[test]
fn who_comes_out_of_a_block_walks_to_what_follows() {
    let mut workspace = sample::workspace(vec![]);
    workspace.venues = vec![venue("Rathaus", 50.0), venue("Halle", 50.01)];
    let at = |venue, session: Session| Session {
        place: Some(sample::at(Place::Venue(VenueId(venue)))),
        ..session
    };
    let within = |venue, track: &str| Session {
        within: Some(sample::at(0)),
        track: Some(sample::line(track)),
        ..at(venue, session(Kind::Workshop, track, "", 0))
    };
    let block = session(Kind::Parallel, "Werkstätten", "09:00", 60);
    let plenum = |start| at(0, session(Kind::Talk, "Plenum", start, 30));
    let found = |start| {
        let sessions = vec![block.clone(), within(0, "Haus"), within(1, "Halle"), plenum(start)];
        timetable(&workspace, &meeting("", "", sessions))
    };
    let walks = |table: &Timetable| -> Vec<_> {
        table.walks.iter().map(|walk| (walk.from, walk.to, walk.begins, walk.minutes)).collect()
    };
    assert_eq!(walks(&found("10:00")), [(2, 3, None, 22)]);
    let planned = found("");
    assert_eq!(walks(&planned), [(2, 3, Some(600), 22)]);
    assert_eq!(shown(planned.spans[3]), "10:25*-10:55*");
}

fn venue(name: &str, latitude: f64) -> Venue {
    let id = crate::text::slug(name);
    let text = format!(
        "[[venue]]\nid = \"{id}\"\nname = \"{name}\"\nlatitude = {latitude:?}\nlongitude = 10.0\n"
    );
    least("venues.toml", &text).venues.remove(0)
}

#[test]
fn what_does_not_fit_is_told_with_its_minutes() {
    let sessions = |meal: &str| {
        vec![
            session(Kind::Welcome, "Begrüßung", "11:00", 15),
            session(Kind::Talk, "Stadtgrün", "", 60),
            session(Kind::Meal, "Mittag", meal, 0),
        ]
    };
    let found = table(&meeting("", "", sessions("12:00")));
    let overruns: Vec<_> =
        found.overruns.iter().map(|it| (it.session, it.ends, it.bound, it.at)).collect();
    assert_eq!(overruns, [(1, 735, Bound::Begins(2), 720)]);
    // What has room keeps its time, and what lasts too long its beginning.
    let spans: Vec<String> = found.spans.iter().copied().map(shown).collect();
    assert_eq!(spans, ["11:00-11:15", "11:15*-?", "12:00-13:00*"]);
    // "ca. 12:00" is late by a quarter of an hour easily.
    for meal in ["12:15", "ca. 12:00"] {
        assert_eq!(table(&meeting("", "", sessions(meal))).overruns, [], "{meal}");
    }
    let end = table(&meeting("10:00", "10:45", vec![session(Kind::Talk, "Lang", "", 60)]));
    assert_eq!(end.overruns.first().map(|it| (it.ends, it.bound)), Some((660, Bound::Meeting)));
}

#[test]
fn an_overrun_leaves_the_times_of_what_fits() {
    let sessions = vec![
        session(Kind::Welcome, "Begrüßung", "09:00", 60),
        session(Kind::Talk, "Lauf", "", 30),
        session(Kind::Visit, "Museum", "", 120),
        session(Kind::Talk, "Noch einer", "", 30),
        session(Kind::Meal, "Mittag", "12:00", 60),
        session(Kind::Discussion, "Aussprache", "", 30),
    ];
    let meeting = meeting("", "", sessions);
    expect(
        &meeting,
        ["09:00-10:00", "10:00*-10:30*", "10:30*-?", "?-?", "12:00-13:00", "13:00*-13:30*"]
            .as_slice(),
    );
    let overruns = table(&meeting).overruns;
    assert_eq!(overruns.iter().map(|it| it.minutes()).collect::<Vec<_>>(), [60]);
}

/// Sessions of any kind, some with a start on the full five minutes of a growing clock.
fn sessions() -> impl Strategy<Value = Vec<Session>> {
    let kinds = prop::sample::select(vec![
        Kind::Talk,
        Kind::Break,
        Kind::Meal,
        Kind::Tour,
        Kind::Welcome,
        Kind::Social,
        Kind::Workshop,
    ]);
    let one = (kinds, 0u32..4, 1u32..150, prop::option::of(1u32..90), 0u32..3);
    prop::collection::vec(one, 1..14).prop_map(|list| {
        let mut clock = 8 * 60;
        let entry =
            |(at, (kind, fixed, step, length, buffer)): (usize, (_, _, _, Option<u32>, _))| {
                clock += step;
                let start = if fixed == 0 {
                    format!("{:02}:{:02}", clock / 60 % 24, clock % 60)
                } else {
                    String::new()
                };
                // Beyond midnight the clock would begin anew.
                let start = if clock < 24 * 60 { start } else { String::new() };
                let buffer = (buffer == 2).then(|| sample::minutes(5));
                Session {
                    buffer,
                    ..session(kind, &format!("Punkt {at}"), &start, length.unwrap_or(0))
                }
            };
        list.into_iter().enumerate().map(entry).collect()
    })
}

#[test]
fn nothing_is_planned_beyond_the_end() {
    let closing = || session(Kind::Item, "Ende der Veranstaltung", "12:30", 0);
    let talk = |title: &str| session(Kind::Talk, title, "", 0);
    let evening = || session(Kind::Social, "Abend", "19:00", 0);
    let cases = [
        // The end takes no time, and nothing comes after it.
        (
            vec![session(Kind::Talk, "Licht", "12:00", 0), closing(), talk("Nachtrag")],
            ["12:00-12:30*", "12:30-?", "?-?"],
        ),
        (
            vec![talk("Licht"), talk("Luft"), closing()],
            ["09:00*-10:30*", "10:30*-12:00*", "12:30-?"],
        ),
        (
            vec![session(Kind::Talk, "Licht", "12:30", 0), talk("Luft"), evening()],
            ["12:30-?", "?-?", "19:00-21:00*"],
        ),
    ];
    for (sessions, expected) in cases {
        expect(&meeting("09:00", "12:30", sessions), &expected);
    }
}

#[test]
fn what_was_said_loosely_is_no_way_out_of_too_little_room() {
    for (start, is_found) in [("ca. 11:20", false), ("gegen 12:00", true), ("12:00", true)] {
        let sessions = vec![
            session(Kind::Break, "Imbiss", start, 0),
            session(Kind::Talk, "Licht", "", 60),
            session(Kind::Talk, "Luft", "12:30", 0),
        ];
        let found = table(&meeting("09:00", "", sessions)).overruns;
        assert_eq!(found.len(), usize::from(is_found), "{start}: {found:?}");
    }
}

proptest! {
    #[test]
    fn fixed_points_stay_order_is_kept_and_nothing_planned_overlaps(sessions in sessions(), start in 0u32..3) {
        let start = ["", "08:00", "ca. 08:00"][start as usize];
        let meeting = meeting(start, "", sessions);
        let found = table(&meeting);
        prop_assert_eq!(&found, &table(&meeting));
        for (session, span) in meeting.sessions.iter().zip(&found.spans) {
            if let Some(start) = session.timing.start {
                let said = Moment { minutes: start.value.clock.minutes(), basis: Basis::Exact };
                prop_assert_eq!(span.begins, Some(said));
            }
        }
        let known = found.spans.iter().filter_map(|span| Some((span.begins?, span.ends)));
        let mut latest = (0, Basis::Exact);
        for (begins, ends) in known {
            let planned = [begins.basis, latest.1].contains(&Basis::Planned);
            prop_assert!(!planned || begins.minutes >= latest.0, "{:?}", found.spans);
            prop_assert!(ends.is_none_or(|ends| ends.minutes > begins.minutes));
            if let Some(ends) = ends.filter(|ends| ends.minutes >= latest.0) {
                latest = (ends.minutes, ends.basis);
            }
        }
    }

    #[test]
    fn what_is_shared_out_is_the_room(count in 1usize..9, room in 1u32..60) {
        // Up to three times of what is usual is filled.
        let room = (room * 5).clamp(10 * u32::try_from(count).unwrap(), 90 * u32::try_from(count).unwrap());
        let mut sessions: Vec<Session> =
            (0..count).map(|at| session(Kind::Talk, &format!("Vortrag {at}"), "", 0)).collect();
        let ends = 9 * 60 + room;
        sessions.push(session(Kind::Closing, "Ende", &format!("{:02}:{:02}", ends / 60, ends % 60), 15));
        let found = table(&meeting("09:00", "", sessions));
        let minutes: Vec<u32> = found.spans[..count].iter().filter_map(|span| span.minutes()).collect();
        prop_assert_eq!(minutes.len(), count);
        prop_assert_eq!(minutes.iter().sum::<u32>(), room);
        prop_assert!(minutes.iter().all(|minutes| minutes % 5 == 0));
    }
}
