//! `calendar/*.toml`

use super::city::days;
use super::directory::Directory;
use super::fields::Fields;
use super::value;
use crate::domain::calendar::Period;

/// Reads `[[period]]`.
pub(super) fn read(file: &Fields<'_>, directory: &Directory) -> Vec<Period> {
    file.tables("period").into_iter().filter_map(|fields| period(fields, directory)).collect()
}

fn period(fields: Fields<'_>, directory: &Directory) -> Option<Period> {
    let title = fields.require("title", value::line);
    let kind = fields.require("kind", value::choice);
    let from = fields.require("from", value::date);
    let to = fields.read("to", value::date);
    Some(Period {
        origin: fields.origin(),
        cities: directory.cities(&fields, "cities"),
        source: fields.get("source", value::line),
        checked: fields.get("checked", value::date),
        note: fields.get("note", value::text),
        title: title?.value,
        kind: kind?.value,
        days: days(&fields, from?.value, to.or(from)?)?,
    })
}
