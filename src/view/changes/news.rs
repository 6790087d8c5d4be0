//! What somebody must know of a change: the facts that concern them, old and new side by side.

use super::parts::{Pair, pairs};
use super::sentences::{Sentences, label};
use super::{ChangeKind, ItemChange as Item, items};
use crate::domain::id::Id;
use crate::domain::meeting::Meeting;
use crate::domain::release::{
    Commitment, Content, Detail, DetailContent, Facts, PartFacts, SessionFacts,
};
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

/// What is otherwise in `new` than in `old` of `meeting` for somebody with this `part` in it, who reads the
/// public programme.
pub fn news(
    workspace: &Workspace,
    meeting: &Meeting,
    old: &Facts,
    new: &Facts,
    part: &Part,
    language: Language,
) -> News {
    let sentences = Sentences {
        words: Words::new(&workspace.network, language),
        about: Some((workspace, meeting)),
        reader: Some(part),
    };
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
    // It has a place no more where it is elsewhere altogether.
    let no_place = if sentences.is_online() { "online" } else { sentences.open() };
    let changes = sentences.side_by_side(old, new, part, no_place);
    // What is told side by side is not told again.
    let old = &with_own_parts(old, new, part);
    let mut further: Vec<String> = sentences.title(old, new).into_iter().collect();
    further.extend(sentences.bounds(old, new));
    further.extend(sentences.further(old, new));
    let items = items(old, new, all, &sentences).into_iter();
    let items = items.filter(|item| !sentences.tells_as_own(item, part, old, new));
    further.extend(items.map(|item| item.sentence(language)));
    News { changes, further }
}

/// `old`, as if all that is told side by side of somebody's parts of items were as in `new`.
fn with_own_parts(old: &Facts, new: &Facts, part: &Part) -> Facts {
    let mut facts = old.clone();
    let is_other = |name: &&String| !part.is_among(std::slice::from_ref(*name));
    let others = |facts: &Facts| -> Option<Vec<String>> {
        Some(facts.people.as_ref()?.iter().filter(is_other).cloned().collect())
    };
    if old.people != new.people && others(old) == others(new) {
        facts.people.clone_from(&new.people);
        take_over_people(&mut facts.content, &new.content);
    }
    for (before, now) in part.sessions(old, new) {
        let Some((before, now)) = before.zip(now) else {
            let id = now.or(before).map(|one| &one.id);
            let session = facts.sessions.iter_mut().find(|one| Some(&one.id) == id);
            let now = new.sessions.iter().find(|one| Some(&one.id) == id);
            if let Some((session, now)) = session.zip(now) {
                join_or_drop_out(part, session, now);
            }
            continue;
        };
        let Some(pairs) = pairs(before, now) else { continue };
        let Some(session) = facts.sessions.iter_mut().find(|one| one.id == before.id) else {
            continue;
        };
        let own = || pairs.iter().enumerate().filter(|(_, pair)| is_own(part, **pair));
        // Each with its place among those of now.
        let mut parts: Vec<(Option<usize>, PartFacts)> = Vec::new();
        for was in before.parts.iter().flatten() {
            let at = pairs.iter().position(|(before, _)| *before == Some(was));
            let told = own().find(|(number, _)| Some(*number) == at).map(|(_, (_, now))| *now);
            match told {
                None => parts.push((at, was.clone())),
                Some(None) => {}
                Some(Some(now)) => {
                    let PartFacts { people, rest, .. } = was.clone();
                    parts.push((at, PartFacts { people, rest, ..now.clone() }));
                }
            }
        }
        for (at, now) in
            own().filter_map(|(at, (before, now))| Some((at, (*now).filter(|_| before.is_none())?)))
        {
            let behind = parts.iter().rposition(|(other, _)| other.is_some_and(|other| other < at));
            parts.insert(behind.map_or(0, |behind| behind + 1), (Some(at), now.clone()));
        }
        let parts: Vec<PartFacts> = parts.into_iter().map(|(_, part)| part).collect();
        session.parts = Some(parts);
    }
    facts
}

/// Lets somebody have as much part in `session` as in `now`, if nobody else joins it or drops out of it.
fn join_or_drop_out(part: &Part, session: &mut SessionFacts, now: &SessionFacts) {
    let of_others = |one: &SessionFacts| -> Option<Vec<(String, Commitment)>> {
        let all = one.content.commitments(one.people.len());
        let named = one.people.iter().cloned();
        // Where nobody knows what they did, it counts as what they do.
        let all = all.or_else(|| now.content.commitments(one.people.len()));
        let mut named: Vec<_> = named.zip(all?).collect();
        named.retain(|(name, _)| !part.is_among(std::slice::from_ref(name)));
        Some(named)
    };
    let is_other = |name: &&String| !part.is_among(std::slice::from_ref(*name));
    if !session.people.iter().filter(is_other).eq(now.people.iter().filter(is_other)) {
        return;
    }
    session.people.clone_from(&now.people);
    if of_others(session) == of_others(now) || now.people.is_empty() {
        take_over_people(&mut session.content, &now.content);
    }
}

/// Lets the people of something be described as in `now`.
fn take_over_people(content: &mut Content, now: &Content) {
    let is_theirs = |one: &DetailContent| [Detail::People, Detail::Roles].contains(&one.detail);
    content.details.retain(|one| !is_theirs(one));
    content.details.extend(now.details.iter().filter(|one| is_theirs(one)).cloned());
}

/// Whether a part is theirs, before or now.
fn is_own(part: &Part, (before, now): Pair<'_>) -> bool {
    before.into_iter().chain(now).any(|one| part.is_of(one))
}

impl Sentences<'_> {
    /// That something is not settled yet.
    fn open(&self) -> &'static str {
        self.words.pick("noch offen", "open so far")
    }

    /// Day, time and place, who hosts, and what somebody does in the programme; `no_place` is said where
    /// there is no place now.
    fn side_by_side(
        &self,
        old: &Facts,
        new: &Facts,
        part: &Part,
        no_place: &str,
    ) -> Vec<ChangedFact> {
        let hosts = |facts: &Facts| {
            let hosts = facts.hosts.iter().map(shown);
            (!facts.hosts.is_empty()).then(|| and(hosts, self.words.language))
        };
        let place = |facts: &Facts| facts.place.as_ref().map(shown);
        let whole = [
            (self.words.pick("Termin", "Date"), self.days(old), self.days(new), self.open()),
            (self.words.pick("Ort", "Place"), place(old), place(new), no_place),
            (self.words.pick("Gastgeber", "Host"), hosts(old), hosts(new), self.open()),
        ];
        let times = self.times_of_day(old, new).into_iter();
        let times = times
            .map(|(german, english, before, now)| (self.words.pick(german, english), before, now));
        let times = times.map(|(label, before, now)| (label, before, now, self.open()));
        let [days, place, hosts] = whole;
        let whole = std::iter::once(days).chain(times).chain([place, hosts]);
        let whole = whole.filter(|(_, before, after, _)| before != after);
        let whole = whole.map(|(label, before, after, none)| ChangedFact {
            label: label.to_owned(),
            before: Some(before.unwrap_or_else(|| self.open().to_owned())),
            after: Some(after.unwrap_or_else(|| none.to_owned())),
        });
        let own_parts = part.sessions(old, new).into_iter().flat_map(|(before, now)| {
            let both = before.zip(now);
            both.map(|(before, now)| self.own_parts(before, now, part)).unwrap_or_default()
        });
        let own_parts: Vec<ChangedFact> = own_parts.collect();
        let own = part.sessions(old, new).into_iter();
        let own = own.filter_map(|(before, now)| self.own_item((before, old), (now, new), part));
        let of_whole = self.own_of_whole(old, new, part);
        whole.chain(of_whole).chain(own).chain(own_parts).collect()
    }

    /// The parts of an item that are somebody's, as far as their time, place or name is otherwise.
    fn own_parts(&self, was: &SessionFacts, is: &SessionFacts, part: &Part) -> Vec<ChangedFact> {
        let words = self.words;
        let state = |one: &PartFacts, is_renamed: bool| {
            let title = || Some(self.part(one));
            let number = one.number.as_ref().filter(|_| is_renamed).map(shown);
            let name = if is_renamed { title() } else { None };
            let state = [number, name, self.part_state(one)].into_iter().flatten();
            let state: Vec<String> = state.collect();
            if state.is_empty() {
                words.pick("vorgesehen", "planned").to_owned()
            } else {
                state.join(", ")
            }
        };
        let change = |pair: &Pair<'_>| {
            let (before, now) = *pair;
            let named = now.or(before)?;
            let key = |one: &PartFacts| (one.title.clone(), one.number.clone());
            let is_renamed = before.zip(now).is_some_and(|(one, other)| key(one) != key(other));
            let change = ChangedFact {
                label: format!("{} – {}", words.quoted(label(is, words)), self.part(named)),
                before: Some(before.map_or_else(
                    || words.pick("nicht vorgesehen", "not planned").to_owned(),
                    |one| state(one, is_renamed),
                )),
                after: Some(now.map_or_else(
                    || words.pick("entfällt", "dropped").to_owned(),
                    |one| state(one, is_renamed),
                )),
            };
            (change.before != change.after).then_some(change)
        };
        let pairs = pairs(was, is).unwrap_or_default();
        pairs.iter().filter(|pair| is_own(part, **pair)).filter_map(change).collect()
    }

    /// Whether an item is told side by side, and there is no more to tell of it.
    fn tells_as_own(&self, item: &Item, part: &Part, old: &Facts, new: &Facts) -> bool {
        let mut own = part.sessions(old, new).into_iter();
        let pair = own.find(|(was, is)| is.or(*was).is_some_and(|one| one.id.as_str() == item.id));
        match (item.kind, pair) {
            (ChangeKind::New, Some(_)) | (ChangeKind::Dropped, Some((Some(_), None))) => true,
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

    /// Time and place of an item as far as they are known, and its day if that is said; else its title.
    pub(super) fn state_of(
        &self,
        session: &SessionFacts,
        facts: &Facts,
        is_day_said: bool,
    ) -> String {
        let parts = [
            session.date.filter(|_| is_day_said).map(|date| self.words.dates.full(date)),
            self.time_within(session, facts),
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
