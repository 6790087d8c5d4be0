//! What has changed beside title, time, place and names: which of it, and what it says now.

use super::sentences::Sentences;
use crate::domain::release::{Content, Detail, DetailContent, SessionFacts};
use crate::view::words::shown;

impl Sentences {
    /// What else is otherwise of a meeting, one by one.
    pub(super) fn details(&self, old: &Content, new: &Content) -> Vec<String> {
        let changed = new.changed_since(old).into_iter();
        changed.map(|(detail, now)| self.detail(detail, now)).collect()
    }

    /// The same of an item. Its names are told already; these details are what stands behind them.
    pub(super) fn item_details(&self, was: &SessionFacts, is: &SessionFacts) -> Vec<String> {
        let told = |(detail, now): (Detail, Option<&DetailContent>)| match (detail, now) {
            (Detail::People | Detail::Roles, None) if was.people != is.people => None,
            (Detail::People, None) => Some(
                self.words
                    .pick(
                        "Amt und Organisation Mitwirkender: keine Angabe mehr",
                        "office and organisation of people no longer given",
                    )
                    .to_owned(),
            ),
            (detail, now) => Some(self.detail(detail, now)),
        };
        is.content.changed_since(&was.content).into_iter().filter_map(told).collect()
    }

    /// What a detail is now, as far as that can stand in a sentence.
    fn detail(&self, detail: Detail, now: Option<&DetailContent>) -> String {
        let words = self.words;
        let label = detail.name(words.language);
        match now {
            None if detail.is_open_if_absent() => words
                .pick(format!("{label}: keine Angabe mehr"), format!("{label} no longer given")),
            Some(DetailContent { words: Some(now), .. }) => {
                let now = shown(now);
                let is_clock =
                    detail == Detail::Admission && now.ends_with(|it: char| it.is_ascii_digit());
                let now = if is_clock { words.pick(format!("{now}\u{a0}Uhr"), now) } else { now };
                words.pick(format!("{label} jetzt: {now}"), format!("{label} now: {now}"))
            }
            None | Some(DetailContent { words: None, .. }) => {
                words.pick(format!("{label} geändert"), format!("{label} changed"))
            }
        }
    }
}
