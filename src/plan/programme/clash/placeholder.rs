//! Words that were to be replaced: "N. N.", "XX", "TBD", "– hinzufügen".

use super::report::Report;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::programme::PlaceholderText;
use crate::domain::line::Line;
use crate::domain::meeting::{Meeting, Place};
use crate::domain::session::{Person, Session, Who};
use crate::source::Origin;

/// Reports placeholders in titles, names and places of `meeting` and its sessions.
pub(super) fn check<'m>(meeting: &'m Meeting, report: &mut Report<'m>) {
    let title = &meeting.title;
    search(&title.value, title.origin, &[], report);
    if let Some(place) = &meeting.place
        && let Place::Free(words) = &place.value
    {
        search(words, place.origin, &[], report);
    }
    people(&meeting.people, &[], report);
    for session in &meeting.sessions {
        session_words(session, report);
    }
}

fn session_words<'m>(session: &'m Session, report: &mut Report<'m>) {
    let about = &[session];
    if let Some(title) = &session.title {
        search(&title.value, title.origin, about, report);
    }
    let places = session.items.iter().filter_map(|item| item.place.as_ref());
    for place in session.place.iter().chain(places) {
        if let Place::Free(words) = &place.value {
            search(words, place.origin, about, report);
        }
    }
    if let Some(words) = &session.meet_at {
        search(words, session.origin, about, report);
    }
    people(&session.people, about, report);
    for item in &session.items {
        if let Some(title) = &item.title {
            search(title, item.origin, about, report);
        }
        people(&item.people, about, report);
    }
}

fn people<'m>(people: &[Person], about: &[&'m Session], report: &mut Report<'m>) {
    for person in people {
        let names = match &person.who {
            Who::Named(name) => std::slice::from_ref(name),
            Who::Several(names) | Who::AnyOf(names) => names,
            Who::Contact(_) | Who::Unnamed => &[],
        };
        for name in names {
            search(name, person.origin, about, report);
        }
    }
}

fn search<'m>(words: &Line, place: Origin, about: &[&'m Session], report: &mut Report<'m>) {
    if let Some(found) = placeholder(words.as_str()) {
        report.add(Diagnostic::at(place, PlaceholderText { found }), about);
    }
}

/// The first placeholder in `words`.
fn placeholder(words: &str) -> Option<String> {
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

/// Whether a part of the word is XX or XXX: "XX", "XX:XX", "XX.XX.2024".
fn has_gap(word: &str) -> bool {
    // Few words get past this, and it costs a fraction of what follows.
    if !word.contains("XX") {
        return false;
    }
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
