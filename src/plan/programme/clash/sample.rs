//! A small network of values for tests: what a test is about, it changes itself.

use chrono::NaiveDate;

use crate::domain::city::{City, Membership};
use crate::domain::date_rules::DateRules;
use crate::domain::id::{CityId, Id};
use crate::domain::line::Line;
use crate::domain::meeting::{Meeting, Registration, Status, When};
use crate::domain::network::{Cadence, Network, Sender, Style, Walking};
use crate::domain::session::{
    Acknowledgement, Audience, Certainty, Kind, Person, Session, Timing, Who,
};
use crate::domain::time::{Clock, Duration, End, Extent, Precision, Time, TimeZone};
use crate::domain::workspace::Workspace;
use crate::source::{Located, Origin, SourceFile, Sources};
use crate::text::{Language, slug};

/// Two towns, Mühlhausen and Gotha, and Worbis, which left at the end of January 2024.
pub(crate) fn workspace(meetings: Vec<Meeting>) -> Workspace {
    let mut former = city("Worbis");
    former.membership.until = Some(at(date("2024-01-31")));
    Workspace {
        network: network(),
        cities: vec![city("Mühlhausen"), city("Gotha"), former],
        venues: vec![],
        contacts: vec![],
        periods: vec![],
        meetings,
        skips: vec![],
        swaps: vec![],
        replies: vec![],
        tallies: vec![],
    }
}

/// A planned meeting in Mühlhausen that has nothing but a title and a date.
pub(crate) fn meeting(day: &str) -> Meeting {
    Meeting {
        key: origin(0),
        id: id("treffen"),
        origin: origin(0),
        title: at(line("Treffen")),
        subtitle: None,
        theme: None,
        number: None,
        status: at(Status::Planned),
        reason: None,
        when: When { date: Some(at(date(day))), ..When::default() },
        hosts: vec![at(CityId(0))],
        host_open: false,
        place: None,
        admission: None,
        counts: true,
        created: None,
        previous: None,
        description: None,
        target_group: None,
        language: None,
        online: None,
        link: None,
        as_of: None,
        notices: vec![],
        note: None,
        organisers: vec![],
        people: vec![],
        contact: None,
        attended: vec![],
        excused: vec![],
        source: None,
        registration: Registration::default(),
        history: vec![],
        acknowledged: vec![],
        sessions: vec![],
        releases: vec![],
    }
}

/// A session on 24 September 2024.
pub(crate) fn session(kind: Kind, title: &str, timing: Timing) -> Session {
    Session {
        id: id(&slug(title)),
        origin: origin(0),
        kind,
        title: Some(at(line(title))),
        number: None,
        date: Some(date("2024-09-24")),
        timing,
        within: None,
        track: None,
        place: None,
        meet_at: None,
        transport: None,
        seats: None,
        cost: None,
        people: vec![],
        items: vec![],
        description: None,
        note: None,
        audience: Audience::Public,
        status: Certainty::Fixed,
        target_group: None,
        responsible: None,
        equipment: None,
        buffer: None,
        walk: None,
        link: None,
        online: None,
        language: None,
        acknowledged: vec![],
        repeat_of: None,
    }
}

/// Beginning and end; an empty one is not known.
pub(crate) fn timing(start: &str, end: &str) -> Timing {
    Timing {
        start: (!start.is_empty()).then(|| at(time(start))),
        end: (!end.is_empty()).then(|| at(End::At(time(end)))),
        ..Timing::default()
    }
}

/// Someone, mentioned at `byte`.
pub(crate) fn person(name: &str, byte: usize) -> Person {
    let (who, status) = (Who::Named(line(name)), Certainty::Fixed);
    let (function, organisation, city, role) = (None, None, None, None);
    Person { origin: origin(byte), who, function, organisation, city, role, status }
}

/// "ca. 14:00".
pub(crate) fn time(words: &str) -> Time {
    let (word, clock) = words.rsplit_once(' ').unwrap_or(("", words));
    let precision = match word {
        "ca." => Precision::About,
        "ab" => Precision::From,
        "bis" => Precision::Until,
        _ => Precision::Exact,
    };
    let (hour, minute) = clock.split_once(':').unwrap();
    Time { clock: Clock::new(hour.parse().unwrap(), minute.parse().unwrap()).unwrap(), precision }
}

/// That somebody accepts a finding.
pub(crate) fn acknowledgement(code: &str, reason: &str) -> Acknowledgement {
    Acknowledgement { origin: origin(0), code: id(code), reason: line(reason) }
}

/// Exactly so many minutes.
pub(crate) fn minutes(minutes: u32) -> Duration {
    Duration { minutes, extent: Extent::Exact }
}

/// "2024-09-24".
pub(crate) fn date(words: &str) -> NaiveDate {
    words.parse().unwrap()
}

/// A line.
pub(crate) fn line(words: &str) -> Line {
    Line::new(words).unwrap()
}

/// A slug.
pub(crate) fn id(words: &str) -> Id {
    Id::new(words).unwrap()
}

/// A value at the first place.
pub(crate) fn at<T>(value: T) -> Located<T> {
    Located::new(value, origin(0))
}

/// The place of one byte of the only file.
pub(crate) fn origin(byte: usize) -> Origin {
    let file = SourceFile { path: String::from("sample.toml"), text: String::new() };
    Origin::new(Sources::default().add(file), byte..byte + 1)
}

fn network() -> Network {
    Network {
        name: line("Netzwerk"),
        kind: None,
        meeting_name: None,
        language: Language::German,
        time_zone: TimeZone::default(),
        coordinator: None,
        about: None,
        goals: vec![],
        partners: vec![],
        travel: false,
        cadence: Cadence::default(),
        date_rules: DateRules::default(),
        walking: Walking::default(),
        sender: Sender::default(),
        submission: None,
        style: Style::default(),
        note: None,
    }
}

fn city(name: &str) -> City {
    City {
        id: id(&slug(name)),
        origin: origin(0),
        name: line(name),
        official_name: None,
        municipality_key: None,
        district: None,
        postcode: None,
        coordinates: None,
        street: None,
        mail: None,
        station: None,
        adjective: None,
        membership: Membership::default(),
        share: 1,
        extra_holidays: vec![],
        unavailable: vec![],
        wishes: vec![],
        logo: None,
        note: None,
    }
}
