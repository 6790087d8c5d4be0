//! The calendars of towns, and those that could not be read at all.

use super::Reader;
use crate::diagnostic::Diagnostic;
use crate::domain::calendar::Doubt;
use crate::domain::id::CityId;
use crate::domain::line::Line;
use crate::domain::time::TimeZone;
use crate::input::calendar::Days;
use crate::input::directory::Index;
use crate::input::town_calendar::{self, TownCalendar};
use crate::source::{Origin, SourceFile};

impl Reader<'_> {
    /// The calendars of single towns: `calendar/<city>.ics`.
    pub(super) fn town_calendars(
        &self,
        index: &Index,
        zone: &TimeZone,
        findings: &mut Vec<Diagnostic>,
    ) -> Days {
        let mut days = Days::default();
        // What could not be read at all, and what is empty, may tell of every day.
        for path in self.lost.iter().filter(|path| path.starts_with("calendar/")) {
            let cities = match town_calendar::town(path).map(|name| index.cities.named(name)) {
                Some(Ok(Some(city))) => vec![CityId(city)],
                Some(Ok(None) | Err(_)) => continue,
                None => Vec::new(),
            };
            let mut files = self.lossy.iter().map(|file| self.sources.file(*file));
            let is_told = |file: &SourceFile| !cities.is_empty() || !file.text.trim().is_empty();
            if !files.any(|file| file.path == *path && is_told(file)) {
                days.doubts.push(Doubt::always(None, Line::new(path).ok(), cities));
            }
        }
        let files = self.texts.iter().map(|file| (*file, false));
        for (file, lossy) in files.chain(self.lossy.iter().map(|file| (*file, true))) {
            let SourceFile { path, text } = self.sources.file(file);
            let Some(name) = town_calendar::town(path) else { continue };
            match index.cities.named(name).map(|city| city.map(CityId)) {
                Ok(Some(city)) => {
                    let calendar = TownCalendar { file, path, text, city, zone, lossy };
                    // What could not be read as text is one finding of its own.
                    let mut echoes = Vec::new();
                    days.add(calendar.read(if lossy { &mut echoes } else { findings }));
                }
                Ok(None) => {}
                Err(unknown) => {
                    findings.push(Diagnostic::at(Origin::new(file, 0..0), unknown));
                }
            }
        }
        days
    }
}
