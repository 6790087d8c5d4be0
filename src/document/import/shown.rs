//! How much of a list is shown, and what its rows are called.

use crate::text::Language;
use crate::view::import::Import;

/// The most lines of a kind that are shown: whoever takes in thousands reads the first ones.
pub(super) const MOST: usize = 30;

/// The most numbers of a column that are shown.
pub(super) const MOST_NUMBERS: usize = 12;

/// What the column with the places of rows is called.
pub(super) fn place_heading(import: &Import, language: Language) -> &'static str {
    match import.heading_row {
        Some(_) => language.pick("Zeile", "row"),
        None => language.pick("Karte", "card"),
    }
}

/// That there is more than is shown.
pub(super) fn more(number: usize, language: Language) -> Option<String> {
    let more = number.checked_sub(MOST).filter(|more| *more > 0)?;
    Some(match language {
        Language::German => format!("Und {more} mehr; `--json` nennt alle."),
        Language::English => format!("And {more} more; `--json` tells all."),
    })
}
