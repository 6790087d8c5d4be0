//! What has changed beside title, time, place and names: which of it, and what it says now.

use super::sentences::{Sentences, label};
use crate::domain::id::Id;
use crate::domain::release::{Checksum, Content, Detail, DetailContent, Facts, SessionFacts};
use crate::domain::session::{Certainty, Person};
use crate::domain::time::{Clock, Precision, Time};
use crate::plan::programme::release::{commitments, names};
use crate::text::list::and;
use crate::text::{Vocabulary as _, count};
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
            (Detail::Roles, [before, _]) if was.people == is.people => {
                let before = before.map(|before| before.sum);
                Some(self.commitments(&is.id, before).unwrap_or_else(|| self.detail(detail, pair)))
            }
            (detail, pair) => Some(self.detail(detail, pair)),
        };
        is.content.changed_since(&was.content).into_iter().filter_map(told).collect()
    }

    /// Who of those with a part in the item with this key has agreed or is no longer sure, if their version
    /// kept this sum of it, and nothing else can have given that.
    fn commitments(&self, id: &Id, before: Option<Checksum>) -> Option<String> {
        let (workspace, meeting) = self.about?;
        let words = self.words;
        let session = meeting.sessions.iter().find(|one| one.id == *id)?;
        let changed = commitments(meeting, session, before);
        let (first, others) = changed.split_first()?;
        let of = |people: &[&Person], wanted: Certainty| -> Vec<String> {
            let meant = people.iter().filter(|person| person.status == wanted);
            meant.flat_map(|one| names(workspace, &one.who)).collect()
        };
        // Who of several it is nobody can tell, but how many, where it is so many whoever it is.
        let named = |wanted: Certainty| {
            let all = of(first, wanted);
            let is_known = others.iter().all(|other| of(other, wanted).len() == all.len());
            let people = words.pick(("Person", "Personen"), ("person", "people"));
            let told = match others {
                [] => and(all.iter().map(shown), words.language),
                _ => count(all.len(), people.0, people.1).to_string(),
            };
            (!all.is_empty() && is_known).then_some((all.len(), told))
        };
        let agreed = named(Certainty::Fixed).map(|(many, who)| {
            let has = if many == 1 { "hat" } else { "haben" };
            let english = if many == 1 { "has" } else { "have" };
            words.pick(format!("{who} {has} zugesagt"), format!("{who} {english} agreed"))
        });
        let asked = named(Certainty::Requested).map(|(many, who)| {
            let is = if many == 1 { "ist" } else { "sind" };
            let english = if many == 1 { "is" } else { "are" };
            words.pick(
                format!("{who} {is} nur noch angefragt"),
                format!("{who} {english} to be confirmed again"),
            )
        });
        let told: Vec<String> = agreed.into_iter().chain(asked).collect();
        (!told.is_empty()).then(|| told.join("; "))
    }

    /// What a detail was and is now, as far as that is known and can stand in a sentence.
    fn detail(&self, detail: Detail, [was, now]: [Option<&DetailContent>; 2]) -> String {
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
