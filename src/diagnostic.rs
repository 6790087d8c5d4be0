//! A finding: what is wrong, where it stands, and the way out.
//!
//! Callers pass facts; the words are chosen when a finding is shown, in the user's language. Each
//! kind of finding is a small struct made by the `problems!` macro in one of the files of
//! `diagnostic/`, which hold their German and English words side by side.

pub mod action;
pub mod calendar;
pub mod change;
pub mod day;
pub mod document;
pub mod file;
mod finding;
pub mod journal;
pub mod list;
pub mod outbox;
pub mod plan;
pub mod posting;
pub mod print;
pub mod privacy;
pub mod programme;
pub mod reference;
pub mod region;
pub mod release;
pub mod reply;
pub mod request;
pub mod rotation;
mod show;
mod smallest;
pub mod timetable;
mod title;
mod toml_words;
pub mod value;
pub mod writing;

pub use finding::{Diagnostic, Label, Problem, Severity, Wording, worst};
pub use show::{Appearance, Summary, render, stops};
pub use smallest::{Case, smallest_case};
pub use title::Title;

/// Every code there is, in the order of the files.
pub fn codes() -> Vec<&'static str> {
    [
        file::CODES,
        value::CODES,
        reference::CODES,
        region::CODES,
        calendar::CODES,
        programme::CODES,
        timetable::CODES,
        day::CODES,
        rotation::CODES,
        plan::CODES,
        document::CODES,
        print::CODES,
        request::CODES,
        writing::CODES,
        change::CODES,
        release::CODES,
        outbox::CODES,
        posting::CODES,
        privacy::CODES,
        reply::CODES,
        action::CODES,
        list::CODES,
        journal::CODES,
    ]
    .concat()
}

/// The codes of the findings about meetings that somebody can know of and accept.
pub fn acknowledgeable() -> Vec<&'static str> {
    let never = [programme::EndsBeforeItBegins::CODE, timetable::IdleAcknowledgement::CODE];
    let codes = programme::CODES.iter().chain(timetable::CODES).chain(day::CODES).copied();
    codes.filter(|code| !never.contains(code)).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    #[test]
    fn codes_are_distinct_and_in_kebab_case() {
        let codes = super::codes();
        assert_eq!(codes.len(), codes.iter().collect::<BTreeSet<_>>().len());
        assert!(codes.iter().all(|code| crate::text::is_slug(code)));
    }
}
