//! A small network of values for tests: what a test is about, it changes itself.

use chrono::NaiveDate;

use crate::domain::id::{CityId, Id};
use crate::domain::line::Line;
use crate::domain::meeting::{Meeting, When};
use crate::domain::session::{Acknowledgement, Certainty, Kind, Person, Session, Timing, Who};
use crate::domain::time::{Clock, Duration, End, Extent, Precision, Time};
use crate::domain::workspace::Workspace;
use crate::example::least;
use crate::source::{Located, Origin, SourceFile, Sources};
use crate::text::slug;

/// Two towns, Mühlhausen and Gotha, and Worbis, which left at the end of January 2024. Their holidays
/// are known: they have none.
pub(crate) fn workspace(meetings: Vec<Meeting>) -> Workspace {
    let cities = "[[city]]\nid = \"muehlhausen\"\nname = \"Mühlhausen\"\nregion = \"none\"\n\
                  [[city]]\nid = \"gotha\"\nname = \"Gotha\"\nregion = \"none\"\n\
                  [[city]]\nid = \"worbis\"\nname = \"Worbis\"\nregion = \"none\"\n\
                  member-until = 2024-01-31\n";
    Workspace { meetings, ..least("cities.toml", cities) }
}

/// A planned meeting in Mühlhausen that has nothing but a title and a date.
pub(crate) fn meeting(day: &str) -> Meeting {
    let read = read(&format!("title = \"Treffen\"\ndate = {day}\nhosts = []\n"));
    Meeting {
        origin: origin(0),
        key: origin(0),
        title: at(read.title.value),
        status: at(read.status.value),
        when: When { date: Some(at(date(day))), ..read.when },
        hosts: vec![at(CityId(0))],
        ..read
    }
}

/// A session on 24 September 2024.
pub(crate) fn session(kind: Kind, title: &str, timing: Timing) -> Session {
    let mut read = read("title = \"Treffen\"\n[[session]]\ntitle = \"Punkt\"\n");
    Session {
        id: id(&slug(title)),
        origin: origin(0),
        kind,
        title: Some(at(line(title))),
        date: Some(date("2024-09-24")),
        timing,
        ..read.sessions.remove(0)
    }
}

fn read(text: &str) -> Meeting {
    least("meetings/treffen.toml", text).meetings.remove(0)
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
    let (origin, is_status_said, absence) = (origin(byte), false, None);
    Person { origin, who, function, organisation, city, role, status, is_status_said, absence }
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
    Acknowledgement { origin: origin(0), code: id(code), day: None, reason: line(reason) }
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
