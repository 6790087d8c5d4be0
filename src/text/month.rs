//! The names of the months.

use super::slug::slug;

/// German names of the months, January first.
pub(super) const GERMAN_MONTHS: [&str; 12] = [
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
];

/// English names of the months, January first.
pub(super) const ENGLISH_MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The number of the month that has this name in either language, or one that begins with these three
/// letters or more.
pub fn named_month(word: &str) -> Option<u32> {
    let word = slug(word);
    if word == "mrz" {
        return Some(3);
    }
    let is_word = word.len() >= 3 && word.bytes().all(|byte| byte.is_ascii_lowercase());
    let position = |names: &[&str; 12]| names.iter().position(|name| slug(name).starts_with(&word));
    let month =
        position(&GERMAN_MONTHS).or_else(|| position(&ENGLISH_MONTHS)).filter(|_| is_word)?;
    u32::try_from(month).ok().map(|month| month + 1)
}
