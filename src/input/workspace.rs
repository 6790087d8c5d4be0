//! All files of a workspace together.

use super::calendar::Days;
use super::decode::Lost;
use super::directory::{Ailing, Index, Names, Pointed, Trust};
use super::fields::{Fields, Findings};
use super::{
    calendar, city, contact, decode, meeting, minutes, network, reply, rotation, topic, venue,
};
use crate::diagnostic::file::MissingFile;
use crate::diagnostic::reference::ReferenceKind;
use crate::diagnostic::{Diagnostic, Label};
use crate::domain::calendar::Published;
use crate::domain::id::Id;
use crate::domain::meeting::Meeting;
use crate::domain::workspace::{Places, Workspace};
use crate::source::{FileId, Located, Origin, RawFile, Sources, threads};
use crate::text::{MemberWords, slug};

mod actions;
mod calendars;

/// What the files say.
#[derive(Debug)]
pub struct Reading {
    /// The files.
    pub sources: Sources,
    /// The network; none if what other entries point at could not be understood.
    pub workspace: Option<Workspace>,
    /// What is wrong, in the order of the files.
    pub findings: Vec<Diagnostic>,
    /// What rests on what is wrong.
    pub resting: Resting,
}

/// What rests on findings.
#[derive(Clone, Debug, Default)]
pub struct Resting {
    /// The meetings of which nobody can tell when, where and by whom they are held.
    pub unclear: Vec<Unclear>,
    /// The venues and contacts in which something was found.
    pub ailing: Vec<Ailing>,
    /// What points at them.
    pub leaning: Vec<Leaning>,
}

/// A file that points at an entry with findings in another: whoever reads the one rests on the other.
#[derive(Clone, Debug)]
pub struct Leaning {
    /// The path of the file that points.
    pub path: String,
    /// The path of the file that it points at.
    pub at: &'static str,
    /// Where the entry stands there; none if it was not found.
    pub part: Option<Origin>,
}

/// A meeting that could not be understood where it matters to others.
#[derive(Clone, Debug)]
pub struct Unclear {
    /// The path of its file.
    pub path: String,
    /// Its key, as far as is known.
    pub id: Option<Id>,
}

impl Resting {
    /// Whether the meeting in the file at `path` could not be understood where it matters to others.
    pub fn is_unclear(&self, path: &str) -> bool {
        self.unclear.iter().any(|one| one.path == path)
    }

    /// Whether a file at `path` points at an entry in which `finding` is.
    pub fn points_at(
        &self,
        is_meant: impl Fn(&str) -> bool,
        finding: &Diagnostic,
        sources: &Sources,
    ) -> bool {
        let is_at = |leaning: &Leaning| {
            finding.path(sources) == Some(leaning.at)
                && leaning.part.is_none_or(|part| finding.is_within(part))
        };
        self.leaning.iter().any(|leaning| is_meant(&leaning.path) && is_at(leaning))
    }
}

/// Reads the files of a workspace.
pub fn read(files: Vec<RawFile>) -> Reading {
    let mut sources = Sources::default();
    let mut findings = Vec::new();
    let mut texts = Vec::new();
    let (mut lost, mut lossy) = (Vec::new(), Vec::new());
    for file in threads::each_of(files, decode::decoded) {
        match decode::take_in(file, &mut sources, &mut findings) {
            Ok(id) => texts.push(id),
            Err(Lost { path, file }) => {
                lossy.extend(file);
                lost.push(path);
            }
        }
    }
    let reader = Reader { sources: &sources, texts: &texts, lost: &lost, lossy: &lossy };
    let mut resting = Resting::default();
    let workspace = reader.workspace(&mut findings, &mut resting);
    findings.extend(workspace.as_ref().and_then(network::wide_gap));
    findings.sort_by_key(|finding| finding.place);
    Reading { sources, workspace, findings, resting }
}

pub(super) struct Reader<'a> {
    pub(super) sources: &'a Sources,
    pub(super) texts: &'a [FileId],
    /// The paths of files that could not be read as text.
    pub(super) lost: &'a [String],
    /// Those of them of which at least something is text.
    pub(super) lossy: &'a [FileId],
}

/// What a file gave.
pub(super) struct Parsed<T> {
    pub(super) value: T,
    pub(super) findings: Vec<Diagnostic>,
    file: FileId,
    /// Whether the text was TOML throughout, so that nothing in it was overlooked.
    sound: bool,
}

impl Reader<'_> {
    fn workspace(
        &self,
        findings: &mut Vec<Diagnostic>,
        resting: &mut Resting,
    ) -> Option<Workspace> {
        let mut index = Index::new(self.member_words());
        let (cities, trust) =
            self.one("cities.toml", findings, |fields| city::read(&fields, &mut index.cities));
        index.cities.trust(trust, findings);
        let (venues, trust) =
            self.one("venues.toml", findings, |fields| venue::read(&fields, &mut index));
        index.venues.trust(trust, findings);
        let (contacts, trust) =
            self.one("contacts.toml", findings, |fields| contact::read(&fields, &mut index));
        index.contacts.trust(trust, findings);
        let (topics, trust) =
            self.one("topics.toml", findings, |fields| topic::read(&fields, &mut index));
        index.topics.trust(trust, &[]);
        resting.ailing = index.venues.ailing().chain(index.contacts.ailing()).collect();
        let (network, _) =
            self.one("network.toml", findings, |fields| network::read(&fields, &index.directory()));
        index.zone = network.as_ref().map(|network| network.time_zone).unwrap_or_default();
        let (directory, zone) = (index.directory(), index.zone);
        let calendars = self
            .all("calendar/", findings, |fields, _| calendar::read(&fields, &index.directory()));
        let mut days = Days::default();
        for Parsed { value, file, .. } in calendars {
            days.add(Days::of(value, findings, &self.sources.file(file).text, false));
        }
        for &file in self.lossy.iter().filter(|file| self.stem(**file, "calendar/").is_some()) {
            let read = |fields: Fields<'_>| calendar::read(&fields, &directory);
            let Parsed { value, findings, .. } = self.parse(file, read);
            days.add(Days::of(value, &findings, &self.sources.file(file).text, true));
        }
        let home = network.as_ref().and_then(|network| network.date_rules.region);
        let regions: Vec<_> = cities.iter().map(|city| city.region_in(home)).collect();
        let calendars = self.calendars(&index, &regions, &zone, findings);
        days.add(calendars.days);
        let (mut meetings, meeting_names) = self.meetings(&index, findings, resting);
        findings.extend(topic::check(&topics, &meetings, &meeting_names));
        let ((skips, swaps), _) = self.one("rotation.toml", findings, |fields| {
            rotation::read(&fields, &directory, &meeting_names)
        });
        let files = self.all("replies/", findings, |fields, stem| {
            let directory = index.directory();
            let read = reply::read(&fields, stem, &directory, &meeting_names, &zone);
            (read, directory.pointed())
        });
        let (mut replies, mut attendance, mut tallies) = (Vec::new(), Vec::new(), Vec::new());
        for Parsed { value: ((answers, came, tally), pointed), file, .. } in files {
            self.lean(&mut resting.leaning, file, &pointed);
            replies.extend(answers);
            attendance.extend(came);
            tallies.extend(tally);
        }
        meetings.sort_by(|one, other| order(one).cmp(&order(other)));
        let about = minutes::Named {
            meetings: &meetings,
            names: &meeting_names,
            cities: &cities,
            contacts: &contacts,
            members: &index.members(),
        };
        let (minutes, actions) = self.actions(about, &index, findings, resting);
        let names = [&index.cities, &index.venues, &index.contacts, &index.topics];
        let paths = ["cities.toml", "venues.toml", "contacts.toml", "topics.toml"];
        for (names, path) in names.into_iter().zip(paths) {
            if names.was_missed() {
                findings.push(Diagnostic::about(path, MissingFile { path: path.to_owned() }));
            }
        }
        // On the towns everything rests.
        let network = network.filter(|_| index.cities.is_reliable())?;
        Some(Workspace {
            network,
            cities,
            venues,
            contacts,
            periods: days.periods,
            series: days.series,
            published: Published::default(),
            regional: calendars.regional,
            doubts: days.doubts,
            meetings,
            skips,
            swaps,
            actions,
            minutes,
            topics,
            replies,
            attendance,
            tallies,
            unclear: Vec::new(),
            places: Places::default(),
        })
    }

    /// What the network calls its towns. Findings in the files before its own call them so; what is
    /// wrong with the words is found when that is read.
    fn member_words(&self) -> MemberWords {
        let words =
            |fields: Fields<'_>| fields.table("words").map(network::members).unwrap_or_default();
        self.one("network.toml", &mut Vec::new(), words).0
    }

    /// The file at `path`, and whether nothing in it was overlooked.
    fn one<T: Default>(
        &self,
        path: &str,
        findings: &mut Vec<Diagnostic>,
        read: impl FnOnce(Fields<'_>) -> T,
    ) -> (T, Trust) {
        let Some(file) = self.texts.iter().find(|id| self.sources.file(**id).path == path) else {
            let lost = self.lost.iter().any(|lost| lost == path);
            return (T::default(), if lost { Trust::Broken } else { Trust::Absent });
        };
        let mut parsed = self.parse(*file, read);
        findings.append(&mut parsed.findings);
        (parsed.value, if parsed.sound { Trust::Whole } else { Trust::Broken })
    }

    /// The files below `folder`, each with its name without `.toml`.
    fn all<T: Send>(
        &self,
        folder: &str,
        findings: &mut Vec<Diagnostic>,
        read: impl Fn(Fields<'_>, &str) -> T + Sync,
    ) -> Vec<Parsed<T>> {
        let files: Vec<(FileId, &str)> =
            self.texts.iter().filter_map(|&id| Some((id, self.stem(id, folder)?))).collect();
        let parse = |(file, stem): &(FileId, &str)| self.parse(*file, |fields| read(fields, stem));
        let mut parsed: Vec<Parsed<T>> = threads::each(&files, parse);
        for parsed in &mut parsed {
            findings.append(&mut parsed.findings);
        }
        parsed
    }

    /// Notes that whoever reads `file` rests on the entries with findings that it points at.
    fn lean(&self, leaning: &mut Vec<Leaning>, file: FileId, pointed: &[Pointed]) {
        leaning.extend(pointed.iter().map(|Pointed { kind, part }| {
            let path = self.sources.file(file).path.clone();
            Leaning { path, at: kind.home(), part: *part }
        }));
    }

    /// `x` of the file `folder/x.toml`.
    fn stem(&self, file: FileId, folder: &str) -> Option<&str> {
        stem(&self.sources.file(file).path, folder)
    }

    pub(super) fn parse<T>(&self, file: FileId, read: impl FnOnce(Fields<'_>) -> T) -> Parsed<T> {
        let (table, syntax) = decode::table(file, &self.sources.file(file).text);
        let findings = Findings::default();
        let value = read(Fields::of_file(file, &table, &findings));
        let mut findings = findings.into_inner();
        findings.retain(|finding| !syntax.echoes(finding, self.sources));
        let sound = syntax.is_sound();
        findings.splice(0..0, syntax.findings);
        Parsed { value, findings, file, sound }
    }

    /// The meetings that could be read, and their names.
    fn meetings(
        &self,
        index: &Index,
        findings: &mut Vec<Diagnostic>,
        resting: &mut Resting,
    ) -> (Vec<Meeting>, Names) {
        let read = |fields: Fields<'_>, stem: &str| {
            let directory = index.directory();
            (meeting::read(&fields, stem, &directory), directory.pointed())
        };
        let files = self.all("meetings/", findings, read);
        let files: Vec<Parsed<meeting::MeetingFile>> = files
            .into_iter()
            .map(|Parsed { value: (value, pointed), findings, file, sound }| {
                self.lean(&mut resting.leaning, file, &pointed);
                Parsed { value, findings, file, sound }
            })
            .collect();
        let is_meeting = |path: &&String| path.split('/').next() == Some("meetings");
        let lost: Vec<&String> = self.lost.iter().filter(is_meeting).collect();
        let complete = lost.is_empty() && files.iter().all(|file| file.value.meeting.is_some());
        let path = |file: FileId| self.sources.file(file).path.clone();
        let id_by_path = |path: &str| stem(path, "meetings/").and_then(|stem| Id::new(&slug(stem)));
        let unclear = &mut resting.unclear;
        unclear.extend(
            lost.iter().map(|path| Unclear { id: id_by_path(path), path: (*path).clone() }),
        );
        let murky = files.iter().filter(|file| !(file.sound && file.value.is_clear));
        unclear.extend(murky.map(|file| {
            let path = path(file.file);
            Unclear { id: file.value.id.clone().or_else(|| id_by_path(&path)), path }
        }));
        let meetings: Vec<Meeting> =
            files.into_iter().filter_map(|file| file.value.meeting).collect();
        let mut names = Names::new(ReferenceKind::Meeting);
        names.trust(if complete { Trust::Whole } else { Trust::Broken }, &[]);
        for (number, meeting) in meetings.iter().enumerate() {
            let id = Located::new(meeting.id.clone(), meeting.key);
            if let Some(first) = names.insert(&id, number) {
                let problem = names.duplicate(meeting.id.as_str());
                findings.push(Diagnostic::at(id.origin, problem).with(first, Label::FirstHere));
                let twins = [first.file, id.origin.file].map(path);
                unclear.extend(twins.map(|path| Unclear { path, id: Some(meeting.id.clone()) }));
            }
        }
        for previous in meetings.iter().filter_map(|meeting| meeting.previous.as_ref()) {
            if complete && names.number(previous.value.as_str()).is_none() {
                let problem = names.unknown(previous.value.as_str());
                findings.push(Diagnostic::at(previous.origin, problem));
            }
        }
        (meetings, names)
    }
}

/// Meetings stand in the order of their dates, those without one last, by id.
fn order(meeting: &Meeting) -> (bool, Option<chrono::NaiveDate>, &str) {
    let date = meeting.when.date.map(|date| date.value);
    (date.is_none(), date, meeting.id.as_str())
}

/// `x` of `folder/x.toml`.
fn stem<'p>(path: &'p str, folder: &str) -> Option<&'p str> {
    stem_of(path, folder, "toml")
}

/// `x` of `folder/x.ending`.
fn stem_of<'p>(path: &'p str, folder: &str, ending: &str) -> Option<&'p str> {
    let (stem, own) = path.strip_prefix(folder)?.rsplit_once('.')?;
    own.eq_ignore_ascii_case(ending).then_some(stem)
}
