//! Passing a town over once, and taking that back.

use chrono::NaiveDate;

use super::turn::turns;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::change::{NothingToUndo, SkipIsOver, SkipWithoutMember, SkipsOverlap};
use crate::domain::city::Membership;
use crate::domain::id::CityId;
use crate::domain::rotation::Skip;
use crate::domain::time::DateRange;
use crate::domain::workspace::Workspace;

/// What speaks against passing a town over at its first turn in `days`.
pub fn objections(
    workspace: &Workspace,
    city: CityId,
    days: DateRange,
    today: NaiveDate,
) -> Vec<Diagnostic> {
    let town = workspace.city(city);
    let mut findings = Vec::new();
    if days.last() < today {
        findings.push(Diagnostic::new(SkipIsOver { until: days.last() }));
    }
    if !belongs(&town.membership, days) {
        let problem = SkipWithoutMember { city: town.name.to_string() };
        findings.push(Diagnostic::at(town.origin, problem));
    }
    let overlaps = |skip: &&Skip| {
        skip.days.is_none_or(|other| other.first() <= days.last() && days.first() <= other.last())
    };
    if let Some(other) = open(workspace, city, today).find(overlaps) {
        let problem = SkipsOverlap { city: town.name.to_string() };
        findings.push(Diagnostic::at(other.origin, problem));
    }
    findings
}

/// The skip that is taken back: the last one of the town that no past turn has used up, or the one
/// that begins on `from`.
///
/// # Errors
/// If there is none.
pub fn undoable(
    workspace: &Workspace,
    city: CityId,
    from: Option<NaiveDate>,
    today: NaiveDate,
) -> Result<&Skip, Diagnostic> {
    let begins =
        |skip: &&Skip| from.is_none_or(|from| skip.days.is_some_and(|days| days.first() == from));
    open(workspace, city, today).filter(begins).last().ok_or_else(|| {
        let name = &workspace.city(city).name;
        Diagnostic::new(NothingToUndo {
            german: format!(
                "für {name} ist nichts ausgesetzt, das noch nicht wirksam geworden ist"
            ),
            english: format!("{name} has no skip that has not taken effect yet"),
        })
    })
}

/// The skips of a town that no past turn has used up.
fn open(workspace: &Workspace, city: CityId, today: NaiveDate) -> impl Iterator<Item = &Skip> {
    let past: Vec<NaiveDate> =
        turns(workspace).iter().map(|turn| turn.date).filter(|date| *date < today).collect();
    let skips = workspace.skips.iter().filter(move |skip| skip.city.value == city);
    skips.filter(move |skip| !past.iter().any(|date| skip.covers(*date)))
}

/// Whether the town is a member on any of the days.
fn belongs(membership: &Membership, days: DateRange) -> bool {
    // A membership that begins within the days covers its own first day.
    let begins = membership.since.map(|since| since.value);
    let begins = begins.into_iter().chain(membership.earlier.iter().map(|it| it.value.first()));
    begins
        .filter(|date| days.contains(*date))
        .chain([days.first()])
        .any(|date| membership.covers(date))
}
