//! Words of lists: towns, languages, how far a meeting has come, and what stands for nothing.

use super::person::Parts;
use crate::domain::line::Line;
use crate::domain::meeting::Status;
use crate::domain::region::Region;
use crate::input::incoming::line;
use crate::text::{Language, Vocabulary as _, names_no_person, slug};

/// A time of the day as the fraction that spreadsheets reckon with.
pub(super) fn of_fraction(words: &str) -> Option<String> {
    let number: f64 = words.replace(',', ".").parse().ok()?;
    let is_fraction = (0.0..1.0).contains(&number) && words.len() > 3;
    // A day has 1440 minutes: nothing is cut off, and nothing is negative.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let minutes = (number * 1440.0).round() as u32;
    is_fraction.then(|| format!("{:02}:{:02}", minutes / 60 % 24, minutes % 60))
}

/// The towns that a cell names: "Apolda und Gotha", "Köln/Dresden". Official names hold slashes, too.
pub(super) fn towns(cell: &str) -> Vec<Line> {
    let parts = cell.split([',', ';', '\n', '&', '+']);
    let parts = parts.flat_map(|part| part.split(" und ")).flat_map(|part| part.split(" and "));
    let parts = parts.flat_map(|part| part.split(" / "));
    parts.filter_map(|part| line(part.trim())).collect()
}

/// The code of the region that words name; empty for a country, which says nothing of the holidays in its
/// parts.
pub(super) fn region(words: &str) -> Option<&'static str> {
    let region = Region::read(words).or_else(|| Region::spoken(words));
    region.and_then(Region::code).or_else(|| Region::is_country(words).then_some(""))
}

pub(super) fn language(words: &str) -> Option<Language> {
    match slug(words).get(..2)? {
        "de" | "ge" => Some(Language::German),
        "en" => Some(Language::English),
        _ => None,
    }
}

pub(super) fn status(words: &str) -> Option<Status> {
    let key = slug(words);
    let is_meant = |status: &Status| {
        let names = Language::ALL.map(|language| slug(status.name(language)));
        status.word() == key || names.contains(&key)
    };
    let others = match key.as_str() {
        "stattgefunden" | "erledigt" | "fand-statt" | "gehalten" | "done" | "took-place" => {
            Some(Status::Held)
        }
        "ausgefallen" | "entfallen" | "faellt-aus" | "storniert" | "canceled" => {
            Some(Status::Cancelled)
        }
        "vorgesehen" | "fest" | "bestaetigt" | "confirmed" => Some(Status::Planned),
        _ => None,
    };
    Status::all().find(is_meant).or(others)
}

/// Words for "nothing is known".
pub(super) fn is_placeholder(cell: &str) -> bool {
    ["-", "–", "—", "--", "?", "/", "n/a", "k. A.", "k.A.", "unbekannt", "NULL"].contains(&cell)
}

/// Words for a post that nobody holds.
pub(super) fn is_nobody(family: &str) -> bool {
    ["n-n", "nn", "n", "vakant", "unbesetzt", "offen", "vacant", "tba", "unbekannt"]
        .contains(&slug(family).as_str())
}

/// "Stadtverwaltung Aue", "Landratsamt Flusstal": what would be a given name is a body.
pub(super) fn begins_like_a_body(parts: &Parts) -> bool {
    let given = parts.given.split_whitespace().next().filter(|word| word.len() > 3);
    parts.form.is_none() && parts.titles.is_empty() && given.is_some_and(names_no_person)
}
