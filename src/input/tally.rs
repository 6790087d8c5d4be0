//! What a purge left of the replies to a meeting: `purged` and `[[total]]` in
//! `replies/<meeting>.toml`.
//!
//! ```toml
//! purged = 2027-08-01
//!
//! [[total]]
//! city = "ulm"
//! yes = 2
//! no = 1
//! maybe = 0
//! companions = 3
//! there = 4
//! ```
//!
//! The numbers of those who are of no town stand without `city`.

use std::fmt::Write as _;

use chrono::NaiveDate;

use super::directory::Directory;
use super::edit::quoted;
use super::fields::Fields;
use super::value;
use crate::diagnostic::reference::ListedTwice;
use crate::diagnostic::{Diagnostic, Label};
use crate::domain::id::{CityId, Id};
use crate::domain::tally::{Counts, Tally, Total};
use crate::source::{Located, Origin};

/// More people than any town sends.
const MOST: u32 = 100_000;

/// Reads the tally of `meeting`; none if nothing was purged.
pub(super) fn read(
    file: &Fields<'_>,
    meeting: Option<&Id>,
    directory: &Directory<'_>,
) -> Option<Tally> {
    let entries = file.tables("total");
    if !entries.is_empty() {
        file.demand("purged");
    }
    let purged = file.read("purged", value::date);
    let mut totals = Vec::new();
    let mut seen: Vec<(Option<String>, Origin)> = Vec::new();
    for fields in entries {
        // Compared by name: where the towns could not be read, numbers say nothing.
        let name = fields.peek("city", value::line).map(|name| name.value.to_string());
        let place = fields.place_of("city");
        if let Some((_, first)) = seen.iter().find(|(known, _)| *known == name) {
            let problem = ListedTwice { id: name.clone().unwrap_or_else(|| "total".to_owned()) };
            fields.report(Diagnostic::at(place, problem).with(*first, Label::FirstHere));
        }
        seen.push((name, place));
        totals.extend(total(&fields, directory));
    }
    Some(Tally { meeting: meeting?.clone(), purged: purged?, totals })
}

fn total(fields: &Fields<'_>, directory: &Directory<'_>) -> Option<Total> {
    let city = fields.read("city", |value| directory.city(value));
    let number = |key| fields.require(key, value::whole(0, MOST)).map(|number| number.value);
    let [yes, no, maybe, companions] = ["yes", "no", "maybe", "companions"].map(number);
    let there = fields.get("there", value::whole(0, MOST)).unwrap_or_default();
    let city: Option<Located<CityId>> = match city {
        None if fields.has("city") => return None,
        city => city,
    };
    let counts = Counts { yes: yes?, no: no?, maybe: maybe?, companions: companions?, there };
    Some(Total { origin: fields.origin(), city: city.map(|city| city.value), counts })
}

/// The text of a file of replies that holds nothing but numbers: those of a town with its key, those
/// of people of no town without.
pub fn tally_text<'t>(
    purged: NaiveDate,
    totals: impl IntoIterator<Item = (Option<&'t str>, Counts)>,
) -> String {
    let mut text = format!("purged = {purged}\n");
    for (city, Counts { yes, no, maybe, companions, there }) in totals {
        text.push_str("\n[[total]]\n");
        if let Some(city) = city {
            text.extend(["city = ", &quoted(city), "\n"]);
        }
        // Nothing can go wrong when a string is written to.
        let _ =
            writeln!(text, "yes = {yes}\nno = {no}\nmaybe = {maybe}\ncompanions = {companions}");
        if there > 0 {
            let _ = writeln!(text, "there = {there}");
        }
    }
    text
}
