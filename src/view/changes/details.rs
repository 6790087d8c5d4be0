//! What has changed beside title, time, place and names: which of it, and what it says now.

use super::sentences::Sentences;
use crate::domain::release::{Content, Detail, DetailContent, SessionFacts};
use crate::view::words::shown;

impl Sentences {
    /// What else is otherwise of a meeting, one by one.
    pub(super) fn details(&self, old: &Content, new: &Content) -> Vec<String> {
        let changed = new.changed_since(old).into_iter();
        changed.map(|(detail, pair)| self.detail(detail, pair)).collect()
    }

    /// The same of an item. Its names are told already; these details are what stands behind them.
    pub(super) fn item_details(&self, was: &SessionFacts, is: &SessionFacts) -> Vec<String> {
        let has_parts = was.parts.is_some() && is.parts.is_some();
        let told = |(detail, pair): (Detail, [Option<&DetailContent>; 2])| match (detail, pair) {
            // They are told one by one.
            (Detail::Items, _) if has_parts => None,
            // Who comes and goes is told with office and organisation.
            (Detail::People, [_, Some(now)]) if was.people != is.people && now.words.is_some() => {
                None
            }
            (Detail::People | Detail::Roles, [_, None]) if was.people != is.people => None,
            (Detail::People, [_, None]) => Some(
                self.words
                    .pick(
                        "Amt und Organisation Mitwirkender: keine Angabe mehr",
                        "office and organisation of people no longer given",
                    )
                    .to_owned(),
            ),
            (detail, pair) => Some(self.detail(detail, pair)),
        };
        is.content.changed_since(&was.content).into_iter().filter_map(told).collect()
    }

    /// What a detail was and is now, as far as that is known and can stand in a sentence.
    fn detail(&self, detail: Detail, [was, now]: [Option<&DetailContent>; 2]) -> String {
        let words = self.words;
        let label = detail.name(words.language);
        let said = |content: &DetailContent| {
            let said = shown(content.words.as_ref()?);
            let is_clock =
                detail == Detail::Admission && said.ends_with(|it: char| it.is_ascii_digit());
            Some(if is_clock { words.pick(format!("{said}\u{a0}Uhr"), said) } else { said })
        };
        let before = was.and_then(said);
        match (now, now.and_then(said)) {
            (None, _) if detail.is_open_if_absent() => {
                let gone = words.pick(
                    format!("{label}: keine Angabe mehr"),
                    format!("{label} no longer given"),
                );
                let before =
                    before.map(|before| format!(" ({} {before})", words.pick("bisher", "before:")));
                gone + before.as_deref().unwrap_or_default()
            }
            (Some(_), Some(now)) if before.as_ref() != Some(&now) => match before {
                // Of what is long nobody would find where the old begins.
                Some(before) if [&now, &before].iter().any(|it| it.chars().count() > 40) => {
                    format!("{label}: {now} ({} {before})", words.pick("bisher", "before:"))
                }
                Some(before) => self.exchange(label, label, Some(now), Some(before)),
                None => words.pick(format!("{label} jetzt: {now}"), format!("{label} now: {now}")),
            },
            (None | Some(_), _) => {
                words.pick(format!("{label} geändert"), format!("{label} changed"))
            }
        }
    }

    /// Those with a part in an item, with office and organisation as far as its version keeps them in words.
    pub(super) fn with_offices(session: &SessionFacts) -> Vec<String> {
        let detail = session.content.details.iter().find(|it| it.detail == Detail::People);
        let cast = detail.and_then(|detail| detail.words.as_deref()).unwrap_or_default();
        let known = |name: &String| {
            let mut cast = cast.split("; ");
            cast.find(|one| {
                one.strip_prefix(name.as_str()).is_some_and(|rest| rest.starts_with(" ("))
            })
        };
        session.people.iter().map(|name| known(name).map_or(name.clone(), str::to_owned)).collect()
    }
}
