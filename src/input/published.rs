//! The tables of holidays that are built in, for the towns that lie where they hold.
//!
//! Their rows are short, since there are thousands of them, and only those of regions that occur are
//! kept. A test reads each.

use chrono::{Datelike as _, NaiveDate, TimeDelta};

use super::calendar::{self, Days};
use super::decode;
use super::directory::Index;
use super::workspace::Reader;
use crate::domain::calendar::{Doubt, DoubtCause, Period, PeriodKind, Published};
use crate::domain::id::CityId;
use crate::domain::line::Line;
use crate::domain::region::{Region, Territory};
use crate::domain::time::DateRange;
use crate::domain::workspace::Workspace;
use crate::source::{FileId, Located, Origin, RawFile, Sources};
use crate::text::{MemberWords, Vocabulary as _, vocabulary};

/// The folder in which built-in files seem to stand.
const BUILT_IN: &str = "built-in";

/// Where the table comes from, as [`Period::source`] tells.
const SOURCE: &str = "OpenHolidays, 2026-01-21 (ODbL 1.0)";

vocabulary! {
    /// What a row of the table is.
    enum RowKind {
        /// In this time nothing is missing.
        Complete = "complete",
        /// School holidays, and single days without school.
        School = "school",
        /// School holidays that can still be changed.
        Provisional = "provisional",
        /// School holidays that the canton recommends to its municipalities.
        Recommended = "recommended",
        /// School holidays in a part of the canton.
        SomeSchools = "some-schools",
        /// School holidays of the islands, instead of those of the Land with the same name.
        Islands = "islands",
        /// In this time no public holidays are missing.
        AllPublic = "all-public",
        /// A public holiday.
        Public = "public",
        /// A public holiday in a part of the canton, or by custom, or in the afternoon.
        SomePublic = "some-public",
    }
}

impl RowKind {
    /// What it tells of.
    fn period_kind(self) -> PeriodKind {
        match self {
            Self::AllPublic | Self::Public | Self::SomePublic => PeriodKind::Holiday,
            Self::Complete
            | Self::School
            | Self::Provisional
            | Self::Recommended
            | Self::SomeSchools
            | Self::Islands => PeriodKind::SchoolHoliday,
        }
    }
}

/// A town that lies where something is published.
struct Place {
    id: CityId,
    region: &'static str,
    is_island: bool,
    /// Whether it has said which holidays of its own it has.
    is_told: bool,
}

/// A row of the table.
struct Row<'a> {
    kind: RowKind,
    regions: &'a str,
    days: DateRange,
    title: &'a str,
    origin: Origin,
}

/// Adds the holidays of the `table` of Länder and cantons, and the school holidays of Thuringia in
/// their own file, to the towns of `workspace` that lie there, once. A file with the name of the
/// latter takes its place.
pub fn add_published(
    [thuringia, table]: [fn() -> RawFile; 2],
    sources: &mut Sources,
    workspace: &mut Workspace,
) {
    if !workspace.published.complete.is_empty() {
        return;
    }
    let thuringia = thuringia();
    if sources.find(&thuringia.path).is_none() {
        add_thuringia(thuringia, sources, workspace);
    }
    let thuringian = Territory::Thuringia.word();
    let elsewhere = |(id, _)| code(workspace, id).is_some_and(|region| region != thuringian);
    if workspace.numbered_cities().any(elsewhere) {
        add_table(table(), sources, workspace);
    }
}

/// Where a town lies.
fn code(workspace: &Workspace, city: CityId) -> Option<&'static str> {
    workspace.region(city).and_then(Region::code)
}

/// Whether the network's calendar has the school holidays of the town for which these days stand in
/// another part of its canton: those of a week or more within three weeks of them.
fn lists_schools(workspace: &Workspace, town: CityId, days: DateRange) -> bool {
    let [week, near] = [6, 21].map(TimeDelta::days);
    workspace.periods.iter().any(|period| {
        let own = period.days;
        period.kind == PeriodKind::SchoolHoliday
            && period.cities.iter().any(|city| city.value == town)
            && own.last() - own.first() >= week
            && own.first() - days.last() <= near
            && days.first() - own.last() <= near
    })
}

fn add_thuringia(file: RawFile, sources: &mut Sources, workspace: &mut Workspace) {
    let region = Some(Territory::Thuringia.word());
    let is_there = |(id, _): &(CityId, _)| code(workspace, *id) == region;
    let towns: Vec<CityId> =
        workspace.numbered_cities().filter(is_there).map(|(id, _)| id).collect();
    if towns.is_empty() {
        return;
    }
    let Some(file) = built_in(file, sources) else { return };
    let (reader, index) =
        (Reader { sources, texts: &[], lost: &[], lossy: &[] }, Index::new(MemberWords::default()));
    let parsed = reader.parse(file, |fields| calendar::read(&fields, &index.directory()));
    let mut periods = Days::of(parsed.value, &parsed.findings, "", false).periods;
    for period in &mut periods {
        period.cities = of(&towns, workspace, period.origin);
    }
    let first = periods.iter().map(|period| period.days.first()).min();
    let last = periods.iter().map(|period| period.days.last()).max();
    if let Some(days) = first.zip(last).and_then(|(first, last)| DateRange::new(first, last)) {
        workspace.published.complete.push((PeriodKind::SchoolHoliday, days, towns));
    }
    workspace.published.periods.extend(periods);
}

fn add_table(file: RawFile, sources: &mut Sources, workspace: &mut Workspace) {
    let Some(file) = built_in(file, sources) else { return };
    let places: Vec<Place> = workspace
        .numbered_cities()
        .filter_map(|(id, city)| {
            let (is_island, is_told) = (city.island.is_some(), city.extra_holidays.is_some());
            Some(Place { id, region: code(workspace, id)?, is_island, is_told })
        })
        .collect();
    let text = &sources.file(file).text;
    let rows: Vec<Row<'_>> =
        lines(text).filter_map(|(start, line)| row(file, start, line)).collect();
    let island_rows: Vec<&Row<'_>> =
        rows.iter().filter(|row| row.kind == RowKind::Islands).collect();
    let is_replaced = |row: &Row<'_>| {
        let same = |other: &&Row<'_>| {
            let shares_days =
                other.days.first() <= row.days.last() && row.days.first() <= other.days.last();
            other.title == row.title && shares_days
        };
        island_rows.iter().copied().any(|other| same(&other))
    };
    let mut published = std::mem::take(&mut workspace.published);
    for row in &rows {
        let holds_in = |place: &Place| match row.kind {
            RowKind::School => !place.is_island || !is_replaced(row),
            RowKind::Islands => place.is_island,
            RowKind::SomePublic => !place.is_told,
            RowKind::SomeSchools => !lists_schools(workspace, place.id, row.days),
            RowKind::Complete
            | RowKind::Provisional
            | RowKind::Recommended
            | RowKind::AllPublic
            | RowKind::Public => true,
        };
        let is_there = |place: &&Place| {
            let within = |one: &str| place.region.strip_prefix(one).is_some_and(is_part);
            row.regions.split(' ').any(within)
        };
        let there = places.iter().filter(is_there).filter(|place| holds_in(place));
        let towns: Vec<CityId> = there.map(|place| place.id).collect();
        if !towns.is_empty() {
            row.add(&mut published, towns, workspace);
        }
    }
    workspace.published = published;
}

impl Row<'_> {
    /// Adds what it says of these towns.
    fn add(&self, published: &mut Published, towns: Vec<CityId>, workspace: &Workspace) {
        let kind = self.kind.period_kind();
        let title = self.title();
        match self.kind {
            RowKind::Complete | RowKind::AllPublic => {
                published.complete.push((kind, self.days, towns));
            }
            RowKind::SomeSchools | RowKind::SomePublic => published.doubts.push(Doubt {
                origin: Some(self.origin),
                title,
                kind,
                cities: towns,
                days: self.days,
                cause: DoubtCause::Local,
                length: 1,
            }),
            RowKind::School
            | RowKind::Provisional
            | RowKind::Recommended
            | RowKind::Islands
            | RowKind::Public => published.periods.extend(title.map(|title| Period {
                origin: self.origin,
                title,
                kind,
                days: self.days,
                cities: of(&towns, workspace, self.origin),
                source: Line::new(SOURCE).ok(),
                checked: None,
                note: None,
            })),
        }
    }

    /// The name; of school holidays with the year, or both: "Weihnachtsferien 2026/2027".
    fn title(&self) -> Option<Line> {
        let [first, last] = [self.days.first(), self.days.last()].map(|day| day.year());
        let years = if first == last { first.to_string() } else { format!("{first}/{last}") };
        let mark = match self.kind {
            RowKind::Provisional => " (vorläufig)",
            RowKind::Recommended => " (empfohlen)",
            RowKind::Complete
            | RowKind::School
            | RowKind::SomeSchools
            | RowKind::Islands
            | RowKind::AllPublic
            | RowKind::Public
            | RowKind::SomePublic => "",
        };
        let is_school = self.kind.period_kind() == PeriodKind::SchoolHoliday;
        let title =
            if is_school { format!("{} {years}{mark}", self.title) } else { self.title.to_owned() };
        Line::new(title.trim()).ok()
    }
}

/// Whether this, behind a region or a country, is the same region or a part of the country.
fn is_part(rest: &str) -> bool {
    rest.is_empty() || rest.starts_with('-')
}

/// The file among the sources, in the folder of what is built in.
fn built_in(file: RawFile, sources: &mut Sources) -> Option<FileId> {
    let path = format!("{BUILT_IN}/{}", file.path);
    decode::text(RawFile { path, ..file }, sources, &mut Vec::new())
}

/// The towns that something concerns; all of them need no list.
fn of(towns: &[CityId], workspace: &Workspace, origin: Origin) -> Vec<Located<CityId>> {
    if towns.len() == workspace.cities.len() {
        return Vec::new();
    }
    towns.iter().map(|&town| Located::new(town, origin)).collect()
}

/// The rows below the line of headings, each with where it begins.
fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut start = 0;
    let lines = text.split_inclusive('\n').map(move |line| {
        let here = start;
        start += line.len();
        (here, line.trim_end())
    });
    lines.filter(|(_, line)| !line.starts_with('#')).skip(1)
}

fn row(file: FileId, start: usize, line: &str) -> Option<Row<'_>> {
    let mut cells = line.split(';');
    let mut next = || cells.next();
    let kind = RowKind::read(next()?)?;
    let regions = next()?;
    let day = |cell: Option<&str>| NaiveDate::parse_from_str(cell?, "%Y-%m-%d").ok();
    let days = DateRange::new(day(next())?, day(next())?)?;
    let title = next()?;
    Some(Row { kind, regions, days, title, origin: Origin::new(file, start..start + line.len()) })
}

#[cfg(test)]
mod tests {
    use super::{lines, row};
    use crate::domain::region::Region;
    use crate::source::{SourceFile, Sources};

    #[test]
    fn every_row_of_the_table_is_read() {
        let text = include_str!("../../data/calendar/holidays.csv");
        let file = SourceFile { path: "holidays.csv".into(), text: String::new() };
        let file = Sources::default().add(file);
        for (start, line) in lines(text) {
            let row = row(file, start, line).unwrap_or_else(|| panic!("{line}"));
            assert!(text[start..].starts_with(line), "{line}");
            for region in row.regions.split(' ') {
                let known = Region::read(region).and_then(Region::code).is_some();
                assert!(known || ["AT", "CH"].contains(&region), "{line}");
            }
        }
        assert!(lines(text).count() > 2000);
    }
}
