//! The calendars of towns and regions, and those that could not be read at all.

use super::Reader;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::reference::UnknownReference;
use crate::diagnostic::region::IdleCalendar;
use crate::domain::calendar::Doubt;
use crate::domain::id::CityId;
use crate::domain::line::Line;
use crate::domain::region::Region;
use crate::domain::time::TimeZone;
use crate::input::calendar::Days;
use crate::input::directory::Index;
use crate::input::town_calendar::{self, Owner, TownCalendar};
use crate::source::{Origin, SourceFile};

/// The calendars of towns and regions.
#[derive(Default)]
pub(super) struct Calendars {
    /// What they say.
    pub(super) days: Days,
    /// The towns for whose region there is one.
    pub(super) regional: Vec<CityId>,
}

impl Reader<'_> {
    /// The calendars of single towns and of regions: `calendar/<city>.ics`, `calendar/<region>.ics`.
    /// `regions` are those of the towns.
    pub(super) fn calendars(
        &self,
        index: &Index,
        regions: &[Option<Region>],
        zone: &TimeZone,
        findings: &mut Vec<Diagnostic>,
    ) -> Calendars {
        let mut found = Calendars::default();
        let owner = |path: &str| Some(owner(town_calendar::owner(path)?, index, regions));
        // What could not be read at all, and what is empty, may tell of every day.
        for path in self.lost.iter().filter(|path| path.starts_with("calendar/")) {
            let cities = match owner(path) {
                Some(Ok((_, cities))) if cities.is_empty() => continue,
                Some(Ok((_, cities))) => cities,
                Some(Err(_)) => continue,
                None => Vec::new(),
            };
            let mut files = self.lossy.iter().map(|file| self.sources.file(*file));
            let is_told = |file: &SourceFile| !cities.is_empty() || !file.text.trim().is_empty();
            if !files.any(|file| file.path == *path && is_told(file)) {
                found.days.doubts.push(Doubt::always(None, Line::new(path).ok(), cities));
            }
        }
        let files = self.texts.iter().map(|file| (*file, false));
        for (file, lossy) in files.chain(self.lossy.iter().map(|file| (*file, true))) {
            let SourceFile { path, text } = self.sources.file(file);
            match owner(path) {
                Some(Ok((owner, cities))) if !cities.is_empty() => {
                    let cities = &cities;
                    let calendar = TownCalendar { file, path, text, cities, owner, zone, lossy };
                    // What could not be read as text is one finding of its own.
                    let mut echoes = Vec::new();
                    found.days.add(calendar.read(if lossy { &mut echoes } else { findings }));
                    if owner != Owner::Town {
                        found.regional.extend(cities);
                    }
                }
                Some(Ok((Owner::KnownRegion | Owner::OtherRegion, _)))
                    if index.cities.is_reliable() =>
                {
                    let region = town_calendar::owner(path).unwrap_or_default().to_owned();
                    let place = Origin::new(file, 0..0);
                    findings.push(Diagnostic::at(place, IdleCalendar { region }));
                }
                Some(Err(unknown)) => {
                    findings.push(Diagnostic::at(Origin::new(file, 0..0), unknown));
                }
                Some(Ok(_)) | None => {}
            }
        }
        found
    }
}

/// Whose calendar has this name, and the towns that it concerns: none if it could not be told which.
fn owner(
    name: &str,
    index: &Index,
    regions: &[Option<Region>],
) -> Result<(Owner, Vec<CityId>), UnknownReference> {
    let Some(region) = Region::read(name).filter(|region| *region != Region::OwnCalendar) else {
        let city = index.cities.named(name)?;
        return Ok((Owner::Town, city.map(CityId).into_iter().collect()));
    };
    let owner = if region.code().is_some() { Owner::KnownRegion } else { Owner::OtherRegion };
    let is_there = |region: &Option<Region>| region.is_some_and(|region| region.is_within(name));
    let towns = regions.iter().enumerate().filter(|(_, region)| is_there(region));
    Ok((owner, towns.map(|(number, _)| CityId(number)).collect()))
}
