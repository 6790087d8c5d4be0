//! What somebody must know of a change: the facts that concern them, old and new side by side.

use super::sentences::{Sentences, label};
use crate::domain::release::{Facts, SessionFacts};
use crate::domain::workspace::Workspace;
use crate::plan::post::notification::Part;
use crate::text::{Language, list::and};
use crate::view::merge::Change;
use crate::view::words::{Words, shown};

/// What is otherwise in `new` than in `old` for somebody with this `part` in the meeting: day, time
/// and place, who hosts, and what they do in the programme.
pub fn news(
    workspace: &Workspace,
    old: &Facts,
    new: &Facts,
    part: &Part,
    language: Language,
) -> Vec<Change> {
    let words = Words::new(&workspace.network, language);
    let sentences = Sentences { words };
    let hosts = |facts: &Facts| {
        let hosts = facts.hosts.iter().map(shown);
        (!facts.hosts.is_empty()).then(|| and(hosts, language))
    };
    let place = |facts: &Facts| facts.place.as_ref().map(shown);
    let hours = |facts: &Facts| sentences.hours(facts.hours);
    let whole = [
        (words.pick("Termin", "Date"), sentences.days(old), sentences.days(new)),
        (words.pick("Uhrzeit", "Time"), hours(old), hours(new)),
        (words.pick("Ort", "Place"), place(old), place(new)),
        (words.pick("Gastgeber", "Host"), hosts(old), hosts(new)),
    ];
    let open = || words.pick("noch offen", "open so far").to_owned();
    let whole = whole.into_iter().filter(|(_, before, after)| before != after);
    let whole = whole.map(|(label, before, after)| Change {
        label: label.to_owned(),
        before: Some(before.unwrap_or_else(open)),
        after: Some(after.unwrap_or_else(open)),
    });
    let own = part.sessions(old, new).into_iter().filter_map(|(before, now)| {
        let named = now.or(before)?;
        let state = |session: Option<&SessionFacts>, facts: &Facts, none: &str| match session {
            None => none.to_owned(),
            Some(session) => sentences.state_of(session, facts),
        };
        let absent = words.pick("ohne eigenen Beitrag", "without a part of yours");
        let change = Change {
            label: words.quoted(label(named, words)),
            before: Some(state(before, old, absent)),
            after: Some(state(now, new, absent)),
        };
        let title = |session: Option<&SessionFacts>| session.and_then(|one| one.title.clone());
        let renamed = now.is_some() && before.is_some() && title(before) != title(now);
        (change.before != change.after || renamed).then_some(change)
    });
    whole.chain(own).collect()
}

impl Sentences {
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
