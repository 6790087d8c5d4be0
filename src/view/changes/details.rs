//! What has changed beside title, time, place and names: which of it, and what it says now.

use super::sentences::{Sentences, label};
use crate::domain::release::{Detail, DetailContent, Facts, SessionFacts};
use crate::domain::time::{Clock, Precision, Time};
use crate::text::Vocabulary as _;
use crate::view::words::shown;

/// The time that stands in a version as files write it: "ab 09:30".
fn clock_time(said: &str) -> Option<Time> {
    let (precision, clock) = said.rsplit_once(' ').unwrap_or(("", said));
    let (hour, minute) = clock.split_once(':')?;
    let clock = Clock::new(hour.parse().ok()?, minute.parse().ok()?)?;
    let precision =
        if precision.is_empty() { Precision::Exact } else { Precision::read(precision)? };
    Some(Time { clock, precision })
}

impl Sentences<'_> {
    /// The time by which an item is told apart from another of its name: its own, else that of its block.
    pub(super) fn time_apart(&self, session: &SessionFacts, facts: &Facts) -> Option<String> {
        let name = label(session, self.words);
        let mut others = facts.sessions.iter().filter(|other| other.id != session.id);
        others.find(|other| label(other, self.words) == name)?;
        let of_block = || self.time(self.block(session, facts)?);
        self.time(session).or_else(of_block)
    }

    /// The time of an item: its own, else that it stands in a block that has one.
    pub(super) fn time_within(&self, session: &SessionFacts, facts: &Facts) -> Option<String> {
        let of_block = || {
            let block = self.block(session, facts)?;
            let (title, time) = (self.words.quoted(label(block, self.words)), self.time(block)?);
            Some(self.words.pick(
                format!("im Rahmen von {title}, {time}"),
                format!("as part of {title}, {time}"),
            ))
        };
        self.time(session).or_else(of_block)
    }

    /// The block that an item stands in.
    fn block<'f>(&self, session: &SessionFacts, facts: &'f Facts) -> Option<&'f SessionFacts> {
        let (_, meeting) = self.about?;
        let own = meeting.sessions.iter().find(|one| one.id == session.id)?;
        let block = &meeting.sessions[own.within?.value].id;
        facts.sessions.iter().find(|one| one.id == *block)
    }

    /// What else is otherwise of a meeting, one by one.
    pub(super) fn details(&self, old: &Facts, new: &Facts) -> Vec<String> {
        let names = old.people.as_ref().zip(new.people.as_ref());
        let roles = names
            .and_then(|(was, is)| self.roles_in_whole((was, &old.content), (is, &new.content)));
        let told = |(detail, pair): (Detail, [Option<&DetailContent>; 2])| match detail {
            Detail::Roles if roles.is_some() => {
                roles.as_ref().filter(|told| !told.is_empty()).map(|told| told.join("; "))
            }
            // Whoever comes or goes brings their part.
            Detail::Roles if names.is_none_or(|(was, is)| was != is) => None,
            Detail::People => Some(self.people_of_whole(new, pair)),
            _ => Some(self.detail(detail, pair)),
        };
        new.content.changed_since(&old.content).into_iter().filter_map(told).collect()
    }

    /// The same of an item. Its names are told already; these details are what stands behind them.
    pub(super) fn item_details(&self, was: &SessionFacts, is: &SessionFacts) -> Vec<String> {
        let has_parts = was.parts.is_some() && is.parts.is_some();
        let roles = self.roles((&was.people, &was.content), (&is.people, &is.content));
        let told = |(detail, pair): (Detail, [Option<&DetailContent>; 2])| match (detail, pair) {
            // Where both sides are known, each is told by name.
            (Detail::Roles, _) if roles.is_some() => {
                roles.as_ref().filter(|told| !told.is_empty()).map(|told| told.join("; "))
            }
            (Detail::Roles, [before, _]) if was.people == is.people => {
                let before = before.map(|before| before.sum);
                Some(self.agreed(&is.id, before).unwrap_or_else(|| self.detail(detail, pair)))
            }
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
    pub(super) fn detail(&self, detail: Detail, [was, now]: [Option<&DetailContent>; 2]) -> String {
        let words = self.words;
        let label = detail.name(words.language);
        let said = |content: &DetailContent| {
            let said = content.words.as_ref()?;
            let time = clock_time(said).filter(|_| detail == Detail::Admission);
            Some(time.map_or_else(|| shown(said), |time| words.time(time).clone()))
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
}
