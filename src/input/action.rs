//! `actions.toml`: agreements of its own, and what became of those that minutes tell of.

use std::collections::HashSet;

use chrono::NaiveDate;

use super::directory::{Directory, Names};
use super::fields::Fields;
use super::minutes::Agreed;
use super::value;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::reference::{ReferenceKind, UnknownReference};
use crate::domain::action::{Action, ActionStatus, Moved, key};
use crate::domain::id::Id;
use crate::domain::line::Line;
use crate::domain::meeting::Meeting;
use crate::source::{Located, Origin};
use crate::text::{MemberWords, nearest};

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
    let is_state = fields.has("meeting") && !fields.has("what") && !fields.has("owner");
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
        return Some(Entry::State(State {
            origin,
            id,
            meeting,
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
    let mut taken: HashSet<String> = actions.iter().map(|one| one.id.to_string()).collect();
    agreed.sort_by_cached_key(|line| {
        let place = meetings.iter().position(|meeting| meeting.id == line.meeting);
        (place, line.origin)
    });
    let first = actions.len();
    for line in agreed {
        let Agreed { origin, meeting, what, owner, due } = line;
        let key = key(what.as_str(), |key| taken.contains(key));
        let Some(id) = Id::new(&key) else { continue };
        taken.insert(key);
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
            action.id == state.id.value && action.meeting.as_ref() == Some(&state.meeting)
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
            let problem = UnknownReference {
                kind: ReferenceKind::Action,
                id: state.id.value.to_string(),
                near: near.map(str::to_owned),
                members: MemberWords::default(),
            };
            findings.push(Diagnostic::at(state.id.origin, problem));
        }
    }
    actions
}
