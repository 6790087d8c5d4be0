//! All files of a workspace together.

use rayon::iter::{IntoParallelRefIterator as _, ParallelIterator as _};

use super::directory::{Directory, Names, Trust};
use super::fields::{Fields, Findings};
use super::town_calendar::{self, TownCalendar};
use super::{calendar, city, contact, decode, meeting, network, reply, rotation, venue};
use crate::diagnostic::file::MissingFile;
use crate::diagnostic::reference::{DuplicateId, Kind};
use crate::diagnostic::{Diagnostic, Label};
use crate::domain::calendar::Period;
use crate::domain::date_rules::Region;
use crate::domain::id::CityId;
use crate::domain::meeting::Meeting;
use crate::domain::time::TimeZone;
use crate::domain::workspace::Workspace;
use crate::source::{FileId, Located, Origin, RawFile, SourceFile, Sources};

/// The folder in which built-in files seem to stand.
const BUILT_IN: &str = "built-in";

/// Below this many meetings a second thread costs more than it saves.
const WORTH_THREADS: usize = 64;

/// What the files say.
#[derive(Debug)]
pub struct Reading {
    /// The files.
    pub sources: Sources,
    /// The network; none if what other entries point at could not be understood.
    pub workspace: Option<Workspace>,
    /// What is wrong, in the order of the files.
    pub findings: Vec<Diagnostic>,
}

/// Reads the files of a workspace.
pub fn read(files: Vec<RawFile>) -> Reading {
    let mut sources = Sources::default();
    let mut findings = Vec::new();
    let mut texts = Vec::new();
    let mut lost = Vec::new();
    for file in files {
        let path = file.path.clone();
        match decode::text(file, &mut sources, &mut findings) {
            Some(id) => texts.push(id),
            None => lost.push(path),
        }
    }
    let reader = Reader { sources: &sources, texts: &texts, lost: &lost };
    let workspace = reader.workspace(&mut findings);
    findings.sort_by_key(|finding| finding.place);
    Reading { sources, workspace, findings }
}

/// Adds the school holidays in `file` to `workspace`, unless a file of that name is its own.
pub fn add_school_holidays(file: RawFile, sources: &mut Sources, workspace: &mut Workspace) {
    if workspace.network.date_rules.region == Region::Elsewhere
        || sources.find(&file.path).is_some()
    {
        return;
    }
    let mut findings = Vec::new();
    let path = format!("{BUILT_IN}/{}", file.path);
    let file = decode::text(RawFile { path, ..file }, sources, &mut findings);
    let reader = Reader { sources, texts: &[], lost: &[] };
    let parsed = file
        .map(|file| reader.parse(file, |fields| calendar::read(&fields, &Directory::default())));
    workspace.periods.extend(parsed.into_iter().flat_map(|parsed| parsed.value));
}

pub(super) struct Reader<'a> {
    pub(super) sources: &'a Sources,
    pub(super) texts: &'a [FileId],
    /// The paths of files that could not be read as text.
    pub(super) lost: &'a [String],
}

/// What a file gave.
pub(super) struct Parsed<T> {
    pub(super) value: T,
    pub(super) findings: Vec<Diagnostic>,
    /// Whether the text was TOML throughout, so that nothing in it was overlooked.
    sound: bool,
}

impl Reader<'_> {
    fn workspace(&self, findings: &mut Vec<Diagnostic>) -> Option<Workspace> {
        let mut directory = Directory::default();
        let (cities, cities_trust) =
            self.one("cities.toml", findings, |fields| city::read(&fields, &mut directory.cities));
        directory.cities.trust(cities_trust);
        let (venues, venues_trust) =
            self.one("venues.toml", findings, |fields| venue::read(&fields, &mut directory));
        directory.venues.trust(venues_trust);
        let (contacts, contacts_trust) =
            self.one("contacts.toml", findings, |fields| contact::read(&fields, &mut directory));
        directory.contacts.trust(contacts_trust);
        let (network, _) =
            self.one("network.toml", findings, |fields| network::read(&fields, &directory));
        let periods =
            self.all("calendar/", findings, |fields, _| calendar::read(&fields, &directory));
        let mut periods: Vec<Period> = periods.into_iter().flatten().collect();
        let zone = network.as_ref().map(|network| network.time_zone.clone()).unwrap_or_default();
        periods.extend(self.town_calendars(&directory, &zone, findings));
        let (mut meetings, meeting_names) = self.meetings(&directory, findings);
        let ((skips, swaps), _) = self.one("rotation.toml", findings, |fields| {
            rotation::read(&fields, &directory, &meeting_names)
        });
        let (replies, tallies): (Vec<_>, Vec<_>) = self
            .all("replies/", findings, |fields, stem| {
                reply::read(&fields, stem, &directory, &meeting_names, &zone)
            })
            .into_iter()
            .unzip();
        meetings.sort_by(|one, other| order(one).cmp(&order(other)));
        // Numbers point into these lists: they hold only if no entry was left out.
        let rooms = venues.iter().map(|venue| venue.rooms.len());
        let names = [&directory.cities, &directory.venues, &directory.contacts];
        for (names, path) in names.into_iter().zip(["cities.toml", "venues.toml", "contacts.toml"])
        {
            if names.was_missed() {
                findings.push(Diagnostic::new(MissingFile { path: path.to_owned() }));
            }
        }
        let whole = names.into_iter().all(Names::is_reliable)
            && cities.len() == directory.cities.count()
            && venues.len() == directory.venues.count()
            && contacts.len() == directory.contacts.count()
            && rooms.eq(directory.rooms.iter().map(Names::count));
        let network = network.filter(|_| whole)?;
        Some(Workspace {
            network,
            cities,
            venues,
            contacts,
            periods,
            meetings,
            skips,
            swaps,
            replies: replies.into_iter().flatten().collect(),
            tallies: tallies.into_iter().flatten().collect(),
        })
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
    ) -> Vec<T> {
        let files: Vec<(FileId, &str)> = self
            .texts
            .iter()
            .filter_map(|&id| Some((id, stem(&self.sources.file(id).path, folder)?)))
            .collect();
        let parse = |(file, stem): &(FileId, &str)| self.parse(*file, |fields| read(fields, stem));
        let parsed: Vec<Parsed<T>> = if files.len() < WORTH_THREADS {
            files.iter().map(parse).collect()
        } else {
            files.par_iter().map(parse).collect()
        };
        parsed
            .into_iter()
            .map(|mut parsed| {
                findings.append(&mut parsed.findings);
                parsed.value
            })
            .collect()
    }

    pub(super) fn parse<T>(&self, file: FileId, read: impl FnOnce(Fields<'_>) -> T) -> Parsed<T> {
        let (table, syntax) = decode::table(file, &self.sources.file(file).text);
        let findings = Findings::default();
        let value = read(Fields::of_file(file, &table, &findings));
        let mut findings = findings.into_inner();
        findings.retain(|finding| !syntax.echoes(finding, self.sources));
        let sound = syntax.is_sound();
        findings.splice(0..0, syntax.findings);
        Parsed { value, findings, sound }
    }

    /// The calendars of single towns: `calendar/<city>.ics`.
    fn town_calendars(
        &self,
        directory: &Directory,
        zone: &TimeZone,
        findings: &mut Vec<Diagnostic>,
    ) -> Vec<Period> {
        let mut periods = Vec::new();
        for &file in self.texts {
            let SourceFile { path, text } = self.sources.file(file);
            let Some(name) = town_calendar::town(path) else { continue };
            match directory.cities.named(name) {
                Ok(Some(city)) => {
                    let calendar = TownCalendar { file, path, text, city: CityId(city), zone };
                    periods.append(&mut calendar.read(findings));
                }
                Ok(None) => {}
                Err(unknown) => {
                    findings.push(Diagnostic::at(Origin::new(file, 0..0), unknown));
                }
            }
        }
        periods
    }

    fn meetings(
        &self,
        directory: &Directory,
        findings: &mut Vec<Diagnostic>,
    ) -> (Vec<Meeting>, Names) {
        let read = |fields: Fields<'_>, stem: &str| meeting::read(&fields, stem, directory);
        let parsed = self.all("meetings/", findings, read);
        let complete = parsed.iter().all(Option::is_some)
            && !self.lost.iter().any(|lost| lost.starts_with("meetings"));
        let meetings: Vec<Meeting> = parsed.into_iter().flatten().collect();
        let mut names = Names::new(Kind::Meeting);
        names.trust(if complete { Trust::Whole } else { Trust::Broken });
        for (number, meeting) in meetings.iter().enumerate() {
            let id = Located::new(meeting.id.clone(), meeting.key);
            if let Some(first) = names.insert(&id, number) {
                let problem = DuplicateId { kind: Kind::Meeting, id: meeting.id.to_string() };
                findings.push(Diagnostic::at(id.origin, problem).with(first, Label::FirstHere));
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
    let (stem, ending) = path.strip_prefix(folder)?.rsplit_once('.')?;
    ending.eq_ignore_ascii_case("toml").then_some(stem)
}
