//! What has changed beside title, time, place and names: which of it, and what it says now.

use super::sentences::Sentences;
use crate::domain::release::{Content, Detail, DetailContent};
use crate::view::words::shown;

impl Sentences {
    /// What else is otherwise, one by one: what it is now, as far as that can stand in a sentence.
    pub(super) fn details(&self, old: &Content, new: &Content) -> Vec<String> {
        let words = self.words;
        let told = |(detail, now): (Detail, Option<&DetailContent>)| {
            let label = detail.name(words.language);
            match now {
                None => words.pick(
                    format!("{label}: keine Angabe mehr"),
                    format!("{label} no longer given"),
                ),
                Some(DetailContent { words: Some(now), .. }) => {
                    let now = shown(now);
                    words.pick(format!("{label} jetzt: {now}"), format!("{label} now: {now}"))
                }
                Some(DetailContent { words: None, .. }) => {
                    words.pick(format!("{label} geändert"), format!("{label} changed"))
                }
            }
        };
        new.changed_since(old).into_iter().map(told).collect()
    }
}
