//! `actions.toml`: agreements of its own, and what became of those that minutes tell of.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;

use super::directory::{Directory, Names};
use super::fields::Fields;
use super::minutes::Agreed;
use super::value;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::action::{ActionWithoutLine, ClosedEarly};
use crate::domain::action::{Action, ActionStatus, Moved, key, key_beside};
use crate::domain::id::Id;
use crate::domain::line::Line;
use crate::domain::meeting::Meeting;
use crate::domain::reply::Who;
use crate::source::{Located, Origin};
use crate::text::{Numbers, nearest};

/// An entry of the file, and where the day stands on which it was done or dropped.
pub(super) struct Entry {
    closed: Origin,
    said: Said,
}

/// What an entry says.
enum Said {
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
    let closed_at = fields.place_of("closed");
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
        let said =
            Said::State(State { origin, id, meeting, owner, due, status, closed, reason, moved });
        return Some(Entry { closed: closed_at, said });
    }
    let owner = owner?;
    let said = Said::Whole(Action {
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
    });
    Some(Entry { closed: closed_at, said })
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
    let mut closed = HashMap::new();
    for Entry { closed: at, said } in entries {
        match said {
            Said::Whole(action) => {
                closed.insert(action.origin, at);
                actions.push(action);
            }
            Said::State(state) => {
                closed.insert(state.origin, at);
                states.push(state);
            }
        }
    }
    let order: HashMap<&Id, usize> =
        meetings.iter().enumerate().map(|(at, meeting)| (&meeting.id, at)).collect();
    agreed.sort_by_cached_key(|line| (order.get(&line.meeting).copied(), line.origin));
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
    let mut lost = Vec::new();
    let places: HashMap<Id, usize> =
        lines.iter().enumerate().map(|(at, line)| (line.id.clone(), at)).collect();
    for state in states {
        let action = places.get(&state.id.value).map(|at| &mut lines[*at]).filter(|action| {
            action.meeting.as_ref() == Some(&state.meeting)
                && state.owner.is_none_or(|owner| action.owner.value == owner)
        });
        let Some(action) = action else {
            lost.push(state);
            continue;
        };
        action.entry = Some(state.origin);
        action.due = state.due.or(action.due);
        action.status = state.status;
        action.closed = state.closed;
        action.reason = state.reason;
        action.moved = state.moved;
    }
    if is_whole {
        findings.extend(lost.iter().map(|state| without_line(state, lines)));
    }
    let early = |action: &Action| {
        let meeting = action.meeting.as_ref().and_then(|id| order.get(id)).map(|at| &meetings[*at]);
        let agreed = action.agreed_on(meeting)?;
        let at = action.entry.and_then(|entry| closed.get(&entry))?;
        (action.closed? < agreed).then(|| Diagnostic::at(*at, ClosedEarly { agreed }))
    };
    findings.extend(actions.iter().filter_map(early));
    actions
}

/// That the line is gone of which `state` tells what became of it. The line that took its place is one of the
/// same meeting and owner of which nothing is told yet.
fn without_line(state: &State, lines: &[Action]) -> Diagnostic {
    let new = |action: &&Action| {
        action.entry.is_none()
            && action.meeting.as_ref() == Some(&state.meeting)
            && state.owner.is_none_or(|owner| action.owner.value == owner)
    };
    let new: Vec<&str> = lines.iter().filter(new).map(|action| action.id.as_str()).collect();
    let near = match new[..] {
        [only] => Some(only),
        _ => nearest(state.id.value.as_str(), new),
    };
    let problem = ActionWithoutLine {
        id: state.id.value.to_string(),
        meeting: state.meeting.to_string(),
        near: near.map(str::to_owned),
    };
    Diagnostic::at(state.id.origin, problem)
}

/// What is known of a line beside its id: the meeting, whose it is, and its words as a key.
type Says<'a> = (&'a Id, Option<Who>, String);

/// The ids of lines of minutes, in their order. What became of a line is known by its owner as well, so that
/// such a line keeps its id whatever stands above it; `taken` are the ids of other actions.
fn ids(lines: &[Agreed], states: &[State], mut taken: HashSet<String>) -> Vec<Option<Id>> {
    let others = taken.clone();
    let new = |line: &Agreed, taken: &mut HashSet<String>, numbers: &mut Numbers| {
        let key = key_beside(numbers, line.what.as_str(), |key| taken.contains(key));
        let id = Id::new(&key);
        taken.insert(key);
        id
    };
    let mut numbers = Numbers::default();
    let by_order = lines.iter().map(|line| new(line, &mut taken, &mut numbers));
    let by_order: Vec<Option<Id>> = by_order.collect();
    let places = by_order.iter().enumerate();
    let places: HashMap<&Id, usize> =
        places.filter_map(|(at, id)| Some((id.as_ref()?, at))).collect();
    let owned: Vec<&State> = states.iter().filter(|state| state.owner.is_some()).collect();
    let is_whose = |at: usize, state: &State| {
        lines[at].meeting == state.meeting && Some(lines[at].owner.value) == state.owner
    };
    let mut ids: Vec<Option<Id>> = vec![None; lines.len()];
    let mut left = Vec::new();
    for state in owned.iter().copied() {
        match places.get(&state.id.value).filter(|at| is_whose(**at, state)) {
            Some(at) => ids[*at] = Some(state.id.value.clone()),
            None => left.push(state),
        }
    }
    // The lines that are free still, by whose they are and what they say, the last first.
    let mut free: HashMap<Says<'_>, Vec<usize>> = HashMap::new();
    for (at, line) in lines.iter().enumerate().rev().filter(|(at, _)| ids[*at].is_none()) {
        let says = (&line.meeting, Some(line.owner.value), plain_key(line));
        free.entry(says).or_default().push(at);
    }
    for state in left {
        let mut first: Option<(usize, Says<'_>)> = None;
        for words in unnumbered(state.id.value.as_str()) {
            let says = (&state.meeting, state.owner, words.to_owned());
            let at = free.get(&says).and_then(|places| places.last().copied());
            first = first.into_iter().chain(at.map(|at| (at, says))).min_by_key(|(at, _)| *at);
        }
        if let Some((at, says)) = first {
            free.get_mut(&says).map(Vec::pop);
            ids[at] = Some(state.id.value.clone());
        }
    }
    taken = others;
    taken.extend(owned.iter().map(|state| state.id.value.to_string()));
    let mut numbers = Numbers::default();
    let ids = ids.into_iter().zip(lines);
    ids.map(|(id, line)| id.or_else(|| new(line, &mut taken, &mut numbers))).collect()
}

/// The key of a line as if there were no other.
fn plain_key(line: &Agreed) -> String {
    key(line.what.as_str(), |_| false)
}

/// The keys of which `id` is one: itself, and without its number.
fn unnumbered(id: &str) -> impl Iterator<Item = &str> {
    let is_number = |words: &str| words.bytes().all(|byte| byte.is_ascii_digit());
    let bare = id.rsplit_once('-').filter(|(_, number)| is_number(number));
    [Some(id), bare.map(|(bare, _)| bare)].into_iter().flatten()
}
