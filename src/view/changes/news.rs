//! What somebody must know of a change: the facts that concern them, old and new side by side.

use chrono::{NaiveDateTime, Timelike as _};

use super::sentences::{Sentences, label};
use super::{ChangeKind, ItemChange as Item, items};
use crate::domain::id::Id;
use crate::domain::release::{Facts, SessionFacts, Span};
use crate::domain::session::Audience;
use crate::domain::workspace::Workspace;
use crate::plan::post::notification::Part;
use crate::text::{Language, list::and};
use crate::view::merge::ChangedFact;
use crate::view::words::{Words, shown};

/// What is otherwise for somebody.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct News {
    /// Day, time and place, who hosts, and what they do in the programme, old and new side by side.
    pub changes: Vec<ChangedFact>,
    /// Everything else that readers of the programme are told, a sentence each.
    pub further: Vec<String>,
}

/// What is otherwise in `new` than in `old` for somebody with this `part` in the meeting, who reads the
/// public programme.
pub fn news(
    workspace: &Workspace,
    old: &Facts,
    new: &Facts,
    part: &Part,
    language: Language,
) -> News {
    let sentences = Sentences { words: Words::new(&workspace.network, language) };
    let own: Vec<&Id> = [old, new]
        .into_iter()
        .flat_map(|facts| &facts.sessions)
        .filter(|session| part.is_in(session))
        .map(|session| &session.id)
        .collect();
    let read = |facts: &Facts| {
        let mut facts = facts.clone();
        let is_read =
            |one: &SessionFacts| one.audience == Audience::Public || own.contains(&&one.id);
        facts.sessions.retain(is_read);
        facts
    };
    let (all, old, new) = (new, &read(old), &read(new));
    let mut further: Vec<String> = sentences.title(old, new).into_iter().collect();
    further.extend(sentences.bounds(old, new));
    further.extend(sentences.further(old, new));
    let items = items(old, new, all, &sentences).into_iter();
    let items = items.filter(|item| !sentences.tells_as_own(item, part, old, new));
    further.extend(items.map(|item| item.sentence(language)));
    News { changes: sentences.side_by_side(old, new, part), further }
}

impl Sentences {
    /// Day, time and place, who hosts, and what somebody does in the programme.
    fn side_by_side(&self, old: &Facts, new: &Facts, part: &Part) -> Vec<ChangedFact> {
        let hosts = |facts: &Facts| {
            let hosts = facts.hosts.iter().map(shown);
            (!facts.hosts.is_empty()).then(|| and(hosts, self.words.language))
        };
        let place = |facts: &Facts| facts.place.as_ref().map(shown);
        let hours = |facts: &Facts| self.hours(facts.hours);
        let whole = [
            (self.words.pick("Termin", "Date"), self.days(old), self.days(new)),
            (self.words.pick("Uhrzeit", "Time"), hours(old), hours(new)),
            (self.words.pick("Ort", "Place"), place(old), place(new)),
            (self.words.pick("Gastgeber", "Host"), hosts(old), hosts(new)),
        ];
        let open = || self.words.pick("noch offen", "open so far").to_owned();
        let whole = whole.into_iter().filter(|(_, before, after)| before != after);
        let whole = whole.map(|(label, before, after)| ChangedFact {
            label: label.to_owned(),
            before: Some(before.unwrap_or_else(open)),
            after: Some(after.unwrap_or_else(open)),
        });
        let own = part.sessions(old, new).into_iter().filter_map(|(before, now)| {
            let named = now.or(before)?;
            let state = |session: Option<&SessionFacts>, facts: &Facts, none: &str| match session {
                None => none.to_owned(),
                Some(session) => self.state_of(session, facts),
            };
            let absent = self.words.pick("ohne eigenen Beitrag", "without a part of yours");
            let change = ChangedFact {
                label: self.words.quoted(label(named, self.words)),
                before: Some(state(before, old, absent)),
                after: Some(state(now, new, absent)),
            };
            let title = |session: Option<&SessionFacts>| session.and_then(|one| one.title.clone());
            let renamed = now.is_some() && before.is_some() && title(before) != title(now);
            (change.before != change.after || renamed).then_some(change)
        });
        whole.chain(own).collect()
    }

    /// Whether an item is told side by side, and there is no more to tell of it.
    fn tells_as_own(&self, item: &Item, part: &Part, old: &Facts, new: &Facts) -> bool {
        let mut own = part.sessions(old, new).into_iter();
        let pair = own.find(|(was, is)| is.or(*was).is_some_and(|one| one.id.as_str() == item.id));
        match (item.kind, pair) {
            (ChangeKind::New, Some(_)) => true,
            (ChangeKind::Moved | ChangeKind::Changed, Some((Some(was), Some(is)))) => {
                let renamed = SessionFacts { title: is.title.clone(), ..was.clone() };
                self.rest(&renamed, is).is_empty()
            }
            (
                ChangeKind::New | ChangeKind::Moved | ChangeKind::Changed | ChangeKind::Dropped,
                _,
            ) => false,
        }
    }

    /// Another beginning or end of the day that follows from the programme alone.
    fn bounds(&self, old: &Facts, new: &Facts) -> Vec<String> {
        if old.hours != new.hours || old.date != new.date || old.end_date != new.end_date {
            return Vec::new();
        }
        let bounds = |facts: &Facts| match facts.span() {
            Some(Span::Hours(begin, end)) => [Some(begin), end],
            Some(Span::Days(..)) | None => [None, None],
        };
        let time = |at: Option<NaiveDateTime>| {
            at.map(|at| self.words.clock.with_unit(at.hour() * 60 + at.minute()))
        };
        let ([begins, ends], [began, ended]) = (bounds(new), bounds(old));
        let labels = [("Beginn", "Start", begins, began), ("Ende", "End", ends, ended)];
        let other = labels.into_iter().filter(|(.., now, before)| now != before);
        other
            .map(|(german, english, now, before)| {
                self.exchange(german, english, time(now), time(before))
            })
            .collect()
    }

    /// Day, time and place of an item as far as they are known; else its title.
    fn state_of(&self, session: &SessionFacts, facts: &Facts) -> String {
        let other_day = session.date.filter(|date| Some(*date) != facts.date);
        let parts = [
            other_day.map(|date| self.words.dates.full(date)),
            self.time(session),
            Self::place(session, facts),
        ];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        if parts.is_empty() {
            self.words.quoted(label(session, self.words))
        } else {
            parts.join(", ")
        }
    }
}
