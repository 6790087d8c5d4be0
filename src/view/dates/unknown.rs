//! Of which towns holidays are not known, and what makes them known.

use std::collections::{BTreeMap, BTreeSet};

use chrono::Datelike as _;

use super::sentences::Sentences;
use crate::domain::calendar::{Doubt, DoubtCause, PeriodKind};
use crate::domain::id::CityId;
use crate::domain::region::Region;
use crate::plan::dates::law::known_since;
use crate::plan::dates::school::published;
use crate::plan::dates::{Cause, Day, Reason, Towns};
use crate::text::Language::{English, German};
use crate::text::list;

/// What makes the public holidays of a town known.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum WayOut {
    /// To say where it lies.
    NameRegion,
    /// To list them all, and to say so, for nothing is known of its region.
    ListAndSay,
    /// To list them, for it says that they are all listed.
    List,
    /// Nothing: its law is known from this year on.
    Since(i32),
    /// Nothing: they are published for these years.
    Published(i32, i32),
}

impl Sentences<'_> {
    /// For how many towns no public holidays are known, said once for all years of `days` for which
    /// it is the same, and for how many no school holidays are.
    pub(super) fn unknown(&self, days: &[Day<'_>]) -> Vec<String> {
        let holidays = self.unknown_holidays(days);
        holidays.into_iter().chain(self.unknown_school_holidays(days)).collect()
    }

    fn unknown_holidays(&self, days: &[Day<'_>]) -> Vec<String> {
        let mut years: BTreeMap<(WayOut, Vec<CityId>, usize), BTreeSet<i32>> = BTreeMap::new();
        for day in days {
            let unknown = |it: &&Reason<'_>| matches!(it.cause, Cause::HolidaysUnknown);
            let Some(reason) = day.reasons.iter().find(unknown) else { continue };
            let mut ways: BTreeMap<WayOut, Vec<CityId>> = BTreeMap::new();
            for &town in towns(reason, day) {
                ways.entry(self.way_out(town)).or_default().push(town);
            }
            for (way, towns) in ways {
                let known = years.entry((way, towns, day.members.len())).or_default();
                known.insert(day.date.year());
            }
        }
        let sentence = |((way, towns, all), years): (&(WayOut, Vec<CityId>, usize), _)| {
            let years: &BTreeSet<i32> = years;
            let years = list::and(years.iter().map(ToString::to_string), self.words.language);
            let way = self.way_out_words(*way);
            let (part, names) = (self.part(towns.len(), *all), self.names(towns));
            match self.words.language {
                German => {
                    format!("{part} sind die Feiertage {years} nicht bekannt ({names}): {way}")
                }
                English => {
                    format!("{part} the public holidays of {years} are not known ({names}): {way}")
                }
            }
        };
        years.iter().map(sentence).collect()
    }

    fn unknown_school_holidays(&self, days: &[Day<'_>]) -> Option<String> {
        let (mut unknown, mut all) = (BTreeSet::<CityId>::new(), BTreeSet::<CityId>::new());
        for day in days {
            all.extend(day.members.iter().copied());
            let of_it = day.reasons.iter().filter(|reason| are_unknown_schools(reason.cause));
            unknown.extend(of_it.flat_map(|reason| towns(reason, day).iter().copied()));
        }
        let unknown: Vec<CityId> = unknown.into_iter().collect();
        if unknown.is_empty() {
            return None;
        }
        let (part, names) = (self.part(unknown.len(), all.len()), self.names(&unknown));
        Some(match self.words.language {
            German => format!(
                "{part} sind die Schulferien nicht für alle Tage bekannt ({names}): Tragen Sie sie \
                 in `calendar/` ein (`kind = \"school-holiday\"`)."
            ),
            English => format!(
                "{part} the school holidays are not known for all days ({names}): list them in \
                 `calendar/` (`kind = \"school-holiday\"`)."
            ),
        })
    }

    fn way_out(&self, town: CityId) -> WayOut {
        let city = self.workspace.city(town);
        match self.workspace.region(town) {
            Some(Region::Of(territory)) => WayOut::Since(known_since(territory)),
            Some(Region::Canton(_)) => {
                let published = published(self.workspace, town);
                let years = published.iter().map(|days| (days.first().year(), days.last().year()));
                years
                    .reduce(|one, other| (one.0.min(other.0), one.1.max(other.1)))
                    .map_or(WayOut::ListAndSay, |(first, last)| WayOut::Published(first, last))
            }
            // Whoever has a calendar of the region there adds what it lacks.
            Some(Region::Other(_)) if self.workspace.regional.contains(&town) => WayOut::List,
            Some(Region::OwnCalendar) => WayOut::List,
            // Who only says that it is abroad has not said where.
            Some(Region::Other(_)) if city.region.is_some() || city.country.is_none() => {
                WayOut::ListAndSay
            }
            Some(Region::Other(_)) | None => WayOut::NameRegion,
        }
    }

    fn way_out_words(&self, way: WayOut) -> String {
        let (german, english) = match way {
            WayOut::NameRegion => (
                "Nennen Sie ihre `region` (`none`, wenn alle in `calendar/` stehen).".to_owned(),
                "name their `region` (`none` if all stand in `calendar/`).".to_owned(),
            ),
            WayOut::ListAndSay => (
                "Tragen Sie alle in `calendar/` ein, und sagen Sie das mit `region = \"none\"`."
                    .to_owned(),
                "list all of them in `calendar/`, and say so by `region = \"none\"`.".to_owned(),
            ),
            WayOut::List => (
                "Tragen Sie sie in `calendar/` ein.".to_owned(),
                "list them in `calendar/`.".to_owned(),
            ),
            WayOut::Published(first, last) => (
                format!("Veröffentlicht sind sie dort für {first} bis {last}."),
                format!("they are published for {first} to {last}."),
            ),
            WayOut::Since(year) => (
                format!("Bekannt sind sie dort erst ab {year}."),
                format!("they are known from {year} on only."),
            ),
        };
        self.words.language.pick(german, english)
    }

    /// "Für 2 von 3 Städten"
    fn part(&self, number: usize, all: usize) -> String {
        let members = &self.workspace.network.members;
        match self.words.language {
            German => {
                format!("Für {number} von {all} {}", members.pick("Städten", "Mitgliedern"))
            }
            English => {
                format!("For {number} of {all} {}", members.several(English, "cities"))
            }
        }
    }

    fn names(&self, towns: &[CityId]) -> String {
        towns.iter().map(|id| self.name(*id)).collect::<Vec<_>>().join(", ")
    }
}

/// Whether it says that school holidays are not known which a town can look up: that they are in a
/// part of its canton, perhaps not in this one, or that they stand nowhere.
fn are_unknown_schools(cause: Cause<'_>) -> bool {
    let is_local =
        |doubt: &Doubt| doubt.cause == DoubtCause::Local && doubt.kind == PeriodKind::SchoolHoliday;
    matches!(cause, Cause::SchoolUnknown { not_yet: false })
        || matches!(cause, Cause::Doubt(doubt) if is_local(doubt))
}

/// The towns that it concerns.
fn towns<'r>(reason: &'r Reason<'_>, day: &'r Day<'_>) -> &'r [CityId] {
    match &reason.towns {
        Towns::Some(towns) => towns,
        Towns::None | Towns::All => &day.members,
    }
}
