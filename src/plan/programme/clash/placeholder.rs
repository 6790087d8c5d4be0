//! Words that were to be replaced: "N. N.", "XX", "TBD", "– hinzufügen".

use super::report::ClashReport;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::programme::PlaceholderText;
use crate::domain::meeting::Meeting;
use crate::domain::workspace::Workspace;
use crate::plan::programme::told::{Told, by_meeting, by_people, by_places};

/// Reports placeholders in what `meeting` tells its readers.
pub(super) fn check<'m>(meeting: &'m Meeting, report: &mut ClashReport<'m>) {
    for told in by_meeting(meeting) {
        if let Some(finding) = finding(&told) {
            report.add(finding, told.session.as_slice());
        }
    }
}

/// The placeholders in what venues and contacts tell.
pub(super) fn elsewhere(workspace: &Workspace) -> impl Iterator<Item = Diagnostic> {
    let told = by_places(workspace).into_iter().chain(by_people(workspace));
    told.filter_map(|told| finding(&told))
}

fn finding(told: &Told<'_>) -> Option<Diagnostic> {
    let found = placeholder(told.words)?;
    Some(Diagnostic::at(told.place_of(&found), PlaceholderText { found }))
}

/// The first placeholder in `words`.
pub(in crate::plan) fn placeholder(words: &str) -> Option<String> {
    if !may_hold(words.as_bytes()) {
        return None;
    }
    let mut rest = words.split_whitespace().peekable();
    while let Some(word) = rest.next() {
        let next = rest.peek().copied();
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        let alone = word.contains("???")
            || ["TBD", "TBA"].iter().any(|sign| bare.eq_ignore_ascii_case(sign))
            || bare == "N.N"
            || has_gap(bare) && !is_ordinal(word, next);
        if alone {
            return Some(word.to_owned());
        }
        let Some(next) = next else { continue };
        let next_bare = next.trim_matches(|c: char| !c.is_alphanumeric());
        let pair = (bare == "N" && word.ends_with("N.") && next.starts_with("N."))
            || (matches!(word, "–" | "-" | "—") && next_bare == "hinzufügen")
            || (bare.eq_ignore_ascii_case("lorem") && next_bare.eq_ignore_ascii_case("ipsum"));
        if pair {
            return Some(format!("{word} {next}"));
        }
    }
    None
}

/// Whether two letters stand side by side that each placeholder has: few words get past this, and it
/// costs a fraction of what follows.
fn may_hold(words: &[u8]) -> bool {
    let mut before = 0;
    words.iter().any(|byte| {
        let is_pair = before & SECOND[usize::from(*byte)] != 0;
        before = FIRST[usize::from(*byte)];
        is_pair
    })
}

/// Two letters side by side in each placeholder, whatever their case.
const PAIRS: [[u8; 2]; 6] = [*b"??", *b"xx", *b"n.", *b"tb", *b"hi", *b"lo"];

/// For each byte a bit for each pair that it begins.
const FIRST: [u8; 256] = bits(0);

/// For each byte a bit for each pair that it ends.
const SECOND: [u8; 256] = bits(1);

const fn bits(at: usize) -> [u8; 256] {
    let mut bits = [0; 256];
    let mut number = 0;
    while number < PAIRS.len() {
        let byte = PAIRS[number][at];
        bits[byte.to_ascii_lowercase() as usize] |= 1 << number;
        bits[byte.to_ascii_uppercase() as usize] |= 1 << number;
        number += 1;
    }
    bits
}

/// Whether a part of the word is XX or XXX: "XX", "XX:XX", "XX.XX.2024".
fn has_gap(word: &str) -> bool {
    let mut parts = word.split(|c: char| !c.is_alphanumeric());
    parts.any(|part| matches!(part, "XX" | "XXX" | "XXXX"))
}

/// Whether the word is a Roman number before its noun: "XX. Jahrestagung".
fn is_ordinal(word: &str, next: Option<&str>) -> bool {
    matches!(word, "XX." | "XXX.") && next.is_some_and(|next| next.starts_with(char::is_uppercase))
}

#[cfg(test)]
mod tests {
    use super::placeholder;

    #[test]
    fn what_was_to_be_replaced_is_found() {
        let cases = [
            ("N. N.", "N. N."),
            ("Dr. N.\u{a0}N., Leiterin", "N. N.,"),
            ("N.N.", "N.N."),
            ("Grußwort (N.N.)", "(N.N.)"),
            ("Rathaus, Raum XX", "XX"),
            ("am XX.XX.2027", "XX.XX.2027"),
            ("um XX:XX Uhr", "XX:XX"),
            ("Thema XXX.", "XXX."),
            ("Ort: tbd", "tbd"),
            ("TBA!", "TBA!"),
            ("Vortrag – hinzufügen", "– hinzufügen"),
            ("Vortrag - hinzufügen!", "- hinzufügen!"),
            ("wer ???", "???"),
            ("Lorem ipsum dolor", "Lorem ipsum"),
        ];
        for (words, expected) in cases {
            assert_eq!(placeholder(words).as_deref(), Some(expected), "{words}");
        }
    }

    #[test]
    fn ordinary_words_are_not() {
        let cases = [
            "N. Norden",
            "XX. Jahrestagung",
            "Größe XXL",
            "Wie weiter??",
            "Stadtbad – Bilder hinzufügen",
            "A. Muster",
            "Lorem",
            "",
        ];
        for words in cases {
            assert_eq!(placeholder(words), None, "{words}");
        }
    }
}
