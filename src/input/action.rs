//! `actions.toml`: agreements of its own, and what became of those that minutes tell of.

use std::collections::HashSet;

use chrono::NaiveDate;

use super::directory::{Directory, Names};
use super::fields::Fields;
use super::minutes::Agreed;
use super::value;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::action::ActionWithoutLine;
use crate::domain::action::{Action, ActionStatus, Moved, key};
use crate::domain::id::Id;
use crate::domain::line::Line;
use crate::domain::meeting::Meeting;
use crate::domain::reply::Who;
use crate::source::{Located, Origin};
use crate::text::nearest;

/// An entry of the file.
pub(super) enum Entry {
    /// An agreement.
    Whole(Action),
    /// What became of a line in the minutes of a meeting.
    State(State),
}

/// What became of an action.
pub(super) struct State {
    origin: Origin,
    id: Located<Id>,
    meeting: Id,
    /// Whose it is, so that it never goes to another's action of the same words; none in older files.
    owner: Option<Who>,
    due: Option<NaiveDate>,
    status: ActionStatus,
    closed: Option<NaiveDate>,
    reason: Option<Line>,
    moved: Vec<Moved>,
}

/// Reads `[[action]]`; `names` are those of actions so far.
pub(super) fn read(
    file: &Fields<'_>,
    directory: &Directory<'_>,
    meetings: &Names,
    names: &mut Names,
) -> Vec<Entry> {
    let mut read = |fields: Fields<'_>| {
        let entry = entry(&fields, directory, meetings, names);
        names.keep(entry)
    };
    file.tables("action").into_iter().filter_map(&mut read).collect()
}

fn entry(
    fields: &Fields<'_>,
    directory: &Directory<'_>,
    meetings: &Names,
    names: &mut Names,
) -> Option<Entry> {
    let id = names.register(fields);
    // What was agreed stands in the minutes of the meeting where it does not stand here.
    let is_state = fields.has("meeting") && !fields.has("what");
    if !is_state {
        fields.demand("what");
        fields.demand("owner");
    }
    let what = fields.get("what", value::line);
    let owner = fields.read("owner", |value| directory.owner(value));
    let due = fields.get("due", value::date);
    let meeting =
        fields.get("meeting", |value| meetings.find(value).and_then(|_| value::id(value)));
    let agreed = fields.get("agreed", value::date);
    let status = fields.get("status", value::choice::<ActionStatus>).unwrap_or_default();
    let closed = fields.get("closed", value::date);
    let reason = fields.get("reason", value::line);
    if status == ActionStatus::Dropped {
        fields.demand("reason");
    }
    let moved = fields.tables("moved").into_iter().filter_map(|fields| moved(&fields)).collect();
    let origin = fields.origin();
    if is_state {
        let id = Located::new(id?, fields.place_of("id"));
        let meeting = meeting?;
        let owner = match owner {
            Some(owner) => Some(owner.value?),
            None => None,
        };
        return Some(Entry::State(State {
            origin,
            id,
            meeting,
            owner,
            due,
            status,
            closed,
            reason,
            moved,
        }));
    }
    let owner = owner?;
    Some(Entry::Whole(Action {
        origin,
        entry: Some(origin),
        id: id?,
        what: what?,
        owner: Located::new(owner.value?, owner.origin),
        due,
        meeting,
        agreed,
        status,
        closed,
        reason,
        moved,
    }))
}

fn moved(fields: &Fields<'_>) -> Option<Moved> {
    let from = fields.get("from", value::date);
    let on = fields.require("on", value::date);
    let reason = fields.require("reason", value::line);
    Some(Moved { from, on: on?.value, reason: reason?.value })
}

/// All that was agreed: the entries of the file, and the lines of minutes with what became of them.
/// `meetings` stand in their order; `is_whole` says whether all minutes could be read.
pub(super) fn actions(
    entries: Vec<Entry>,
    mut agreed: Vec<Agreed>,
    meetings: &[Meeting],
    is_whole: bool,
    findings: &mut Vec<Diagnostic>,
) -> Vec<Action> {
    let (mut actions, mut states) = (Vec::new(), Vec::new());
    for entry in entries {
        match entry {
            Entry::Whole(action) => actions.push(action),
            Entry::State(state) => states.push(state),
        }
    }
    agreed.sort_by_cached_key(|line| {
        let place = meetings.iter().position(|meeting| meeting.id == line.meeting);
        (place, line.origin)
    });
    let taken = actions.iter().map(|one| one.id.to_string()).collect();
    let ids = ids(&agreed, &states, taken);
    let first = actions.len();
    for (line, id) in agreed.into_iter().zip(ids) {
        let Agreed { origin, meeting, what, owner, due } = line;
        let Some(id) = id else { continue };
        actions.push(Action {
            origin,
            entry: None,
            id,
            what,
            owner,
            due,
            meeting: Some(meeting),
            agreed: None,
            status: ActionStatus::Open,
            closed: None,
            reason: None,
            moved: Vec::new(),
        });
    }
    let lines = &mut actions[first..];
    for state in states {
        let is_meant = |action: &&mut Action| {
            action.id == state.id.value
                && action.meeting.as_ref() == Some(&state.meeting)
                && state.owner.is_none_or(|owner| action.owner.value == owner)
        };
        if let Some(action) = lines.iter_mut().find(is_meant) {
            action.entry = Some(state.origin);
            action.due = state.due.or(action.due);
            action.status = state.status;
            action.closed = state.closed;
            action.reason = state.reason;
            action.moved = state.moved;
        } else if is_whole {
            let own = lines.iter().filter(|it| it.meeting.as_ref() == Some(&state.meeting));
            let near = nearest(state.id.value.as_str(), own.map(|action| action.id.as_str()));
            let problem = ActionWithoutLine {
                id: state.id.value.to_string(),
                meeting: state.meeting.to_string(),
                near: near.map(str::to_owned),
            };
            findings.push(Diagnostic::at(state.id.origin, problem));
        }
    }
    actions
}

/// The ids of lines of minutes, in their order. What became of a line is known by its owner as well, so that
/// such a line keeps its id whatever stands above it; `taken` are the ids of other actions.
fn ids(lines: &[Agreed], states: &[State], mut taken: HashSet<String>) -> Vec<Option<Id>> {
    let others = taken.clone();
    let new = |line: &Agreed, taken: &mut HashSet<String>| {
        let key = key(line.what.as_str(), |key| taken.contains(key));
        let id = Id::new(&key);
        taken.insert(key);
        id
    };
    let by_order: Vec<Option<Id>> = lines.iter().map(|line| new(line, &mut taken)).collect();
    let owned: Vec<&State> = states.iter().filter(|state| state.owner.is_some()).collect();
    let is_whose = |line: &Agreed, state: &State| {
        line.meeting == state.meeting && Some(line.owner.value) == state.owner
    };
    let mut ids: Vec<Option<Id>> = vec![None; lines.len()];
    let mut left = Vec::new();
    for state in owned.iter().copied() {
        let own = (0..lines.len()).find(|at| {
            by_order[*at].as_ref() == Some(&state.id.value) && is_whose(&lines[*at], state)
        });
        match own {
            Some(at) => ids[at] = Some(state.id.value.clone()),
            None => left.push(state),
        }
    }
    for state in left {
        let says = |line: &Agreed| is_numbered(state.id.value.as_str(), &plain_key(line));
        let own = (0..lines.len())
            .find(|at| ids[*at].is_none() && is_whose(&lines[*at], state) && says(&lines[*at]));
        if let Some(at) = own {
            ids[at] = Some(state.id.value.clone());
        }
    }
    taken = others;
    taken.extend(owned.iter().map(|state| state.id.value.to_string()));
    let ids = ids.into_iter().zip(lines);
    ids.map(|(id, line)| id.or_else(|| new(line, &mut taken))).collect()
}

/// The key of a line as if there were no other.
fn plain_key(line: &Agreed) -> String {
    key(line.what.as_str(), |_| false)
}

/// Whether `id` is `key`, or `key` with a number.
fn is_numbered(id: &str, key: &str) -> bool {
    id.strip_prefix(key).is_some_and(|rest| {
        rest.is_empty()
            || rest.strip_prefix('-').is_some_and(|number| {
                !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())
            })
    })
}
