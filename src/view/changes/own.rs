//! What somebody does in a meeting and in its items, old and new side by side.

use super::sentences::{Sentences, label};
use crate::domain::release::{Commitment, Facts, SessionFacts};
use crate::domain::session::{Certainty, Role};
use crate::plan::post::notification::Part;
use crate::text::list::and;
use crate::view::merge::ChangedFact;

/// Both sides of something.
type Sides<T> = [Option<T>; 2];

impl Sentences<'_> {
    /// That somebody has another part in the meeting as a whole, or none any more.
    pub(super) fn own_of_whole(
        &self,
        old: &Facts,
        new: &Facts,
        part: &Part,
    ) -> Option<ChangedFact> {
        let words = self.words;
        let (before, now) = part.in_whole(old).zip(part.in_whole(new))?;
        let roles = |all: &[Commitment]| all.iter().map(|one| one.role).collect::<Vec<_>>();
        if roles(&before) == roles(&now) {
            return None;
        }
        let state = |all: &[Commitment], none: &str| {
            let roles = all.iter().map(|one| self.task(*one));
            if all.is_empty() { none.to_owned() } else { and(roles, words.language) }
        };
        Some(ChangedFact {
            label: words.pick("Aufgabe beim Treffen", "Part in the meeting").to_owned(),
            before: Some(state(&before, words.pick("keine", "none"))),
            after: Some(state(&now, words.pick("keine mehr", "none any more"))),
        })
    }

    /// What somebody does in an item, as far as it is at another time or place, is called otherwise, or is
    /// something else, or is theirs no more.
    pub(super) fn own_item(
        &self,
        (before, old): (Option<&SessionFacts>, &Facts),
        (now, new): (Option<&SessionFacts>, &Facts),
        part: &Part,
    ) -> Option<ChangedFact> {
        let named = now.or(before)?;
        // A time alone is of the day of the meeting, if it has but one.
        let is_day_said = [(before, old), (now, new)].iter().any(|(session, facts)| {
            let is_other = |one: &SessionFacts| one.date.is_some() && one.date != facts.date;
            let lasts = facts.end_date.is_some_and(|end| Some(end) > facts.date);
            session.is_some_and(is_other) || lasts
        });
        let [had, has] = self.tasks([before, now], part);
        let state = |session: &SessionFacts, facts: &Facts, task: Option<String>| {
            let state = self.state_of(session, facts, is_day_said);
            task.into_iter().chain([state]).collect::<Vec<_>>().join(", ")
        };
        let title = |session: Option<&SessionFacts>| session.and_then(|one| one.title.clone());
        let renamed = now.is_some() && before.is_some() && title(before) != title(now);
        // Where its name is another, it is told by both names.
        let told = |session: Option<&SessionFacts>, state: String| {
            let name = session.filter(|_| renamed).map(|one| label(one, self.words));
            let name = name.map(|name| self.words.quoted(name)).filter(|name| *name != state);
            name.into_iter().chain([state]).collect::<Vec<_>>().join(", ")
        };
        let has_place =
            |session: Option<&SessionFacts>| session.is_some_and(|it| it.place.is_some());
        let lost = has_place(before) && now.is_some() && !has_place(now) && self.is_online();
        let lost = if lost { ", online" } else { "" };
        let absent = || self.words.pick("ohne eigenen Beitrag", "not your part").to_owned();
        let was = before.map_or_else(absent, |session| state(session, old, had));
        let is = match now {
            Some(session) => state(session, new, has),
            None => self.without_own_part(named, new, part, is_day_said),
        };
        let change = ChangedFact {
            label: self.words.quoted(label(named, self.words)),
            before: Some(told(before, was)),
            after: Some(told(now, is) + lost),
        };
        (change.before != change.after).then_some(change)
    }

    /// That an item goes on without somebody, or that it is dropped and what of the same name stays theirs.
    fn without_own_part(
        &self,
        before: &SessionFacts,
        new: &Facts,
        part: &Part,
        is_day_said: bool,
    ) -> String {
        let words = self.words;
        let goes_on = new.sessions.iter().any(|one| one.id == before.id && is_on(one));
        if goes_on {
            return words.pick("ohne eigenen Beitrag", "no longer your part").to_owned();
        }
        let is_same = |one: &&SessionFacts| {
            one.id != before.id && one.title == before.title && is_on(one) && part.is_in(one)
        };
        let stay: Vec<String> = new
            .sessions
            .iter()
            .filter(is_same)
            .map(|one| self.state_of(one, new, is_day_said))
            .collect();
        let dropped = words.pick("entfällt", "dropped");
        if stay.is_empty() {
            return dropped.to_owned();
        }
        format!("{dropped}; {}: {}", words.pick("es bleibt", "what stays"), stay.join("; "))
    }

    /// What somebody does in an item before and now, where that is to be said: it is another, or the item was
    /// not theirs or is not any more.
    fn tasks(&self, sides: Sides<&SessionFacts>, part: &Part) -> Sides<String> {
        let [before, now] = sides.map(|side| side.and_then(|session| part.commitments(session)));
        let said = |all: &Option<Vec<Commitment>>| {
            all.as_ref().and_then(|all| all.first()).copied().unwrap_or_default()
        };
        let [was, is] = [said(&before), said(&now)];
        let task = |one: Commitment| Some(self.task(one)).filter(|_| told_role(one).is_some());
        match sides {
            [None, _] => [None, task(is)],
            [_, None] => [task(was), None],
            [Some(_), Some(_)] => {
                let is_known = before.is_some() && now.is_some();
                let is_other = is_known && told_role(was) != told_role(is);
                if is_other { [Some(self.task(was)), Some(self.task(is))] } else { [None, None] }
            }
        }
    }

    /// "Moderation", "Moderation (angefragt)".
    pub(super) fn task(&self, one: Commitment) -> String {
        let words = self.words;
        let role = one.role.map(|role| role.name(words.language));
        let role = role.unwrap_or_else(|| words.pick("Mitwirkung", "taking part"));
        if one.status == Certainty::Requested {
            format!("{role} ({})", words.pick("angefragt", "to be confirmed"))
        } else {
            role.to_owned()
        }
    }
}

/// Whether an item takes place.
fn is_on(session: &SessionFacts) -> bool {
    session.status != Certainty::Dropped
}

/// The role that readers of an item are told.
pub(super) fn told_role(one: Commitment) -> Option<Role> {
    one.role.filter(|role| !role.goes_without_saying())
}
