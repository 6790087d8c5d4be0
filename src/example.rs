//! Small networks for tests, made without files to read.

use chrono::NaiveDate;

use crate::diagnostic::{Diagnostic, Severity};
use crate::domain::city::{City, Membership, Unavailability, Wish};
use crate::domain::id::CityId;
use crate::domain::line::Line;
use crate::domain::meeting::{Meeting, When};
use crate::domain::rotation::Skip;
use crate::domain::time::DateRange;
use crate::domain::workspace::Workspace;
use crate::input::{self, Reading};
use crate::source::{FileId, Located, Origin, RawFile, SourceFile, Sources};
use crate::text::slug;

/// What files with these paths and texts say.
pub(crate) fn reading(files: &[(&str, &str)]) -> Reading {
    input::read(files.iter().map(|&file| RawFile::from(file)).collect())
}

/// A network as its files say it; they must hold no error. One without a word is not there.
pub(crate) fn workspace(files: &[(&str, &str)]) -> Workspace {
    let there: Vec<_> = files.iter().copied().filter(|(_, text)| !text.is_empty()).collect();
    let Reading { workspace, findings, .. } = reading(&there);
    let is_error = |finding: &&Diagnostic| finding.severity() == Severity::Error;
    let errors: Vec<&Diagnostic> = findings.iter().filter(is_error).collect();
    assert!(errors.is_empty(), "{errors:?}");
    workspace.expect("a network without errors")
}

/// A network under construction, with files in which its entries would stand.
#[derive(Debug)]
pub(crate) struct Example {
    pub(crate) sources: Sources,
    pub(crate) workspace: Workspace,
    rotation: FileId,
    cities: FileId,
}

pub(crate) fn date(words: &str) -> NaiveDate {
    words.parse().unwrap()
}

pub(crate) fn line(words: &str) -> Line {
    Line::new(words).unwrap()
}

fn range(first: &str, last: &str) -> DateRange {
    DateRange::new(date(first), date(last)).unwrap()
}

impl Example {
    /// A network of these towns; the town on line n of `cities.toml` is the n-th one.
    pub(crate) fn new(names: &[&str]) -> Self {
        let mut sources = Sources::default();
        let text = "\n".repeat(names.len());
        let cities = sources.add(SourceFile { path: "cities.toml".into(), text: text.clone() });
        let rotation = sources.add(SourceFile { path: "rotation.toml".into(), text });
        let place = |index: usize| Origin::new(cities, index..index);
        let workspace = Workspace {
            cities: names.iter().enumerate().map(|(n, name)| city(name, place(n))).collect(),
            ..least("", "")
        };
        Self { sources, workspace, rotation, cities }
    }

    /// A held meeting on a day with its hosts, by their numbers; none means still to be found.
    pub(crate) fn meeting(&mut self, day: &str, hosts: &[usize]) -> &mut Meeting {
        let path = format!("meetings/{day}.toml");
        let file = self.sources.add(SourceFile { path, text: "\n\n".into() });
        let mut meeting = meeting(day, Origin::new(file, 0..0));
        let origin = Origin::new(file, 2..2);
        meeting.hosts = hosts.iter().map(|&host| Located::new(CityId(host), origin)).collect();
        meeting.host_open = hosts.is_empty();
        self.workspace.meetings.push(meeting);
        self.workspace.meetings.last_mut().unwrap()
    }

    /// The n-th town's membership.
    pub(crate) fn membership(&mut self, city: usize) -> &mut Membership {
        &mut self.workspace.cities[city].membership
    }

    /// A day written on the town's line.
    pub(crate) fn on_line_of(&self, city: usize, day: &str) -> Located<NaiveDate> {
        Located::new(date(day), Origin::new(self.cities, city..city))
    }

    /// A membership that has ended, written on the town's line.
    pub(crate) fn earlier(&mut self, city: usize, first: &str, last: &str) {
        let origin = Origin::new(self.cities, city..city);
        self.membership(city).earlier.push(Located::new(range(first, last), origin));
    }

    /// Days on which the n-th town cannot host.
    pub(crate) fn absent(&mut self, city: usize, first: &str, last: &str) {
        let (origin, days) = (Origin::new(self.cities, city..city), range(first, last));
        let absence = Unavailability { origin, days, reason: line("Rathausumbau") };
        self.workspace.cities[city].unavailable.push(absence);
    }

    /// Days on which the n-th town would like to host.
    pub(crate) fn wish(&mut self, city: usize, first: &str, last: &str) {
        let (origin, days) = (Origin::new(self.cities, city..city), range(first, last));
        let wish = Wish { origin, days, reason: line("Stadtjubiläum"), weight: 1 };
        self.workspace.cities[city].wishes.push(wish);
    }

    /// The n-th town is passed over once, in these days or from the day that was decided on.
    pub(crate) fn skip(&mut self, city: usize, days: Option<(&str, &str)>, decided: Option<&str>) {
        let origin = Origin::new(self.rotation, 1..1);
        self.workspace.skips.push(Skip {
            origin,
            city: Located::new(CityId(city), origin),
            days: days.map(|(first, last)| range(first, last)),
            reason: line("Wahljahr"),
            agreed_with: None,
            decided: decided.map(date),
        });
    }
}

/// The network of `data/` as it stood after its four counting meetings.
pub(crate) fn real_network() -> Example {
    let mut example = Example::new(&[
        "Apolda",
        "Bad Frankenhausen",
        "Bad Langensalza",
        "Eisenach",
        "Gotha",
        "Leinefelde-Worbis",
        "Mühlhausen",
        "Sömmerda",
        "Sondershausen",
        "Heilbad Heiligenstadt",
    ]);
    example.membership(1).since = Some(example.on_line_of(1, "2024-01-25"));
    example.membership(9).until = Some(example.on_line_of(9, "2024-01-25"));
    example.meeting("2019-02-20", &[4]).counts = false;
    for (day, host) in [("2023-08-01", 2), ("2024-01-25", 8), ("2024-04-16", 1), ("2024-09-24", 6)]
    {
        example.meeting(day, &[host]);
    }
    example
}

fn city(name: &str, origin: Origin) -> City {
    let text = format!("[[city]]\nid = \"{}\"\nname = \"{name}\"\n", slug(name));
    City { origin, ..least("cities.toml", &text).cities.remove(0) }
}

fn meeting(day: &str, origin: Origin) -> Meeting {
    let text = format!("title = \"Treffen {day}\"\nstatus = \"held\"\ndate = {day}\n");
    let read = least(&format!("meetings/{day}.toml"), &text).meetings.remove(0);
    Meeting {
        origin,
        key: origin,
        title: Located::new(read.title.value, origin),
        status: Located::new(read.status.value, origin),
        when: When { date: Some(Located::new(date(day), origin)), ..read.when },
        ..read
    }
}

/// A workspace of one more file than it must have, if that has a name.
pub(crate) fn least(path: &str, text: &str) -> Workspace {
    let files = [("network.toml", "name = \"Netz\""), (path, text)];
    workspace(&files[..if path.is_empty() { 1 } else { 2 }])
}
