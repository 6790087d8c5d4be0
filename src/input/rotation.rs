//! `rotation.toml`

use chrono::NaiveDate;

use super::city::days;
use super::directory::{Directory, Names};
use super::fields::Fields;
use super::value;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::value::NotAPair;
use crate::domain::rotation::{Skip, Swap};
use crate::domain::time::DateRange;

/// Reads `[[skip]]` and `[[swap]]`.
pub(super) fn read(
    file: &Fields<'_>,
    directory: &Directory<'_>,
    meetings: &Names,
) -> (Vec<Skip>, Vec<Swap>) {
    let skips =
        file.tables("skip").into_iter().filter_map(|fields| skip(fields, directory)).collect();
    let swaps =
        file.tables("swap").into_iter().filter_map(|fields| swap(fields, meetings)).collect();
    (skips, swaps)
}

fn skip(fields: Fields<'_>, directory: &Directory<'_>) -> Option<Skip> {
    let city = fields.require("city", |value| directory.city(value));
    let reason = fields.require("reason", value::line);
    let decided = fields.get("decided", value::date);
    Some(Skip {
        origin: fields.origin(),
        days: skipped_days(&fields),
        agreed_with: fields.get("agreed-with", value::line),
        decided,
        city: city?,
        reason: reason?.value,
    })
}

/// The days of a skip: an end that is not given is far away, a begin long ago.
fn skipped_days(fields: &Fields<'_>) -> Option<DateRange> {
    let from = fields.get("from", value::date);
    let until = fields.read("until", value::date);
    match (from, until) {
        (None, None) => None,
        (Some(from), None) => DateRange::new(from, NaiveDate::MAX),
        (from, Some(until)) => days(fields, from.unwrap_or(NaiveDate::MIN), until),
    }
}

fn swap(fields: Fields<'_>, names: &Names) -> Option<Swap> {
    fields.demand("meetings");
    let meetings =
        fields.list("meetings", |value| names.find(value).and_then(|_| value::id(value)));
    let reason = fields.require("reason", value::line);
    if let Some(list) = fields.length("meetings").filter(|list| list.value != 2) {
        fields.report(Diagnostic::at(list.origin, NotAPair {}));
    }
    Some(Swap {
        origin: fields.origin(),
        agreed_with: fields.get("agreed-with", value::line),
        decided: fields.get("decided", value::date),
        meetings: meetings.try_into().ok()?,
        reason: reason?.value,
    })
}
