//! What towns say of their own holidays, where their Land does not know it.

use super::holiday::Holiday;
use super::law::is_known;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::region::{IdleHoliday, IdleIsland, UnlawfulHoliday};
use crate::domain::city::ExtraHoliday;
use crate::domain::region::{Region, Territory};
use crate::domain::workspace::Workspace;
use crate::text::Vocabulary as _;

/// Reports what towns list among their `extra-holidays` and no law gives them, and islands that are none.
pub fn extra_holidays(workspace: &Workspace) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    for (id, city) in workspace.numbered_cities() {
        let is_coastal = workspace.region(id) == Some(Region::Of(Territory::SchleswigHolstein));
        if let Some(origin) = city.island.filter(|_| !is_coastal) {
            findings.push(Diagnostic::at(origin, IdleIsland {}));
        }
        for listed in city.extra_holidays.iter().flatten() {
            let (origin, holiday) = (listed.origin, listed.value.word());
            match workspace.region(id) {
                Some(Region::Of(territory)) if is_known(listed.value.day(), territory, city) => {}
                Some(Region::Of(territory)) => {
                    let region = territory.word().to_owned();
                    findings.push(Diagnostic::at(origin, UnlawfulHoliday { holiday, region }));
                }
                Some(Region::Canton(_) | Region::Other(_) | Region::OwnCalendar) | None => {
                    findings.push(Diagnostic::at(origin, IdleHoliday { holiday }));
                }
            }
        }
    }
    findings
}

impl ExtraHoliday {
    /// The day that it is.
    pub(super) fn day(self) -> Holiday {
        match self {
            Self::CorpusChristi => Holiday::CorpusChristi,
            Self::Assumption => Holiday::Assumption,
            Self::PeaceFestival => Holiday::PeaceFestival,
        }
    }
}
