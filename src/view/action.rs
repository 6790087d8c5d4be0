//! What was agreed, as data: who does what until when, and how that stands.

use chrono::NaiveDate;
use serde::Serialize;

use super::finding::{FilePlace, place};
use super::replies::name_of;
use super::spelling::word;
use super::words::{Words, shown};
use crate::domain::action::Action;
use crate::domain::id::Id;
use crate::domain::meeting::Meeting;
use crate::domain::reply::Who;
use crate::domain::workspace::Workspace;
use crate::plan::actions::{Standing, Wanted, agreed_on, listed, owed, standing, taken_over};
use crate::source::Sources;

/// What was agreed, as far as it was asked for.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Actions {
    /// The day of which it tells.
    pub today: NaiveDate,
    /// First those that are open, the most pressing first.
    pub actions: Vec<ActionEntry>,
    /// How many of those that were asked for are open.
    pub open: usize,
    /// How many of these are due within a week.
    pub due: usize,
    /// How many of these are overdue.
    pub overdue: usize,
    /// How many that are no longer open are left out.
    pub left_out: usize,
    /// Whether only some were asked for.
    #[serde(skip)]
    pub is_choice: bool,
}

/// Something that was agreed.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ActionEntry {
    /// The key.
    pub id: String,
    /// What is to be done.
    pub what: String,
    /// The name of the person or town that does it.
    pub owner: String,
    /// The key of these.
    pub owner_id: String,
    /// The name of the town that the person belongs to, or that it is.
    pub city: Option<String>,
    /// Until when.
    pub due: Option<NaiveDate>,
    /// How it stands: `overdue`, `due`, `open`, `done` or `dropped`.
    #[serde(serialize_with = "word")]
    pub standing: Standing,
    /// The key of the meeting at which it was agreed.
    pub meeting: Option<String>,
    /// Its title.
    pub meeting_title: Option<String>,
    /// The day of it, else the day on which it was agreed without a meeting.
    pub agreed: Option<NaiveDate>,
    /// Since when it is no longer open.
    pub closed: Option<NaiveDate>,
    /// Why it was dropped, or how it was done.
    pub reason: Option<String>,
    /// How often its day was moved, the first time first.
    pub moved: Vec<MovedDay>,
    /// Where it stands.
    pub place: FilePlace,
}

/// The day of an action was moved.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct MovedDay {
    /// The day that it was due before.
    pub from: Option<NaiveDate>,
    /// When that was agreed.
    pub on: NaiveDate,
    /// Why.
    pub reason: String,
}

/// The actions that are `wanted` on the day `today`; those that are no longer open only if `all` are.
pub fn actions(
    workspace: &Workspace,
    sources: &Sources,
    wanted: &Wanted<'_>,
    all: bool,
    today: NaiveDate,
) -> Actions {
    let found = listed(workspace, wanted);
    let number = |is: &dyn Fn(Standing) -> bool| {
        found.iter().filter(|action| is(standing(action, today))).count()
    };
    let open = number(&Standing::is_open);
    let shown = found.iter().take(if all { found.len() } else { open });
    Actions {
        today,
        actions: shown.map(|action| entry(action, workspace, sources, today)).collect(),
        open,
        due: number(&|it| it == Standing::Due),
        overdue: number(&|it| it == Standing::Overdue),
        left_out: if all { 0 } else { found.len() - open },
        is_choice: found.len() < workspace.actions.len(),
    }
}

/// The actions that press on the day `today`.
pub fn pressing(workspace: &Workspace, sources: &Sources, today: NaiveDate) -> Vec<ActionEntry> {
    let all = listed(workspace, &Wanted::default()).into_iter();
    let own = all.filter(|action| standing(action, today).presses());
    own.map(|action| entry(action, workspace, sources, today)).collect()
}

fn entry(
    action: &Action,
    workspace: &Workspace,
    sources: &Sources,
    today: NaiveDate,
) -> ActionEntry {
    let owner = action.owner.value;
    let meeting = meeting_of(action, workspace);
    ActionEntry {
        id: action.id.to_string(),
        what: action.what.to_string(),
        owner: name_of(workspace, owner),
        owner_id: workspace.id_of(owner).to_string(),
        city: workspace.city_of(owner).map(|city| workspace.city(city).name.to_string()),
        due: action.due,
        standing: standing(action, today),
        meeting: action.meeting.as_ref().map(Id::to_string),
        meeting_title: meeting.map(|meeting| meeting.title.value.to_string()),
        agreed: agreed_on(workspace, action),
        closed: action.closed,
        reason: action.reason.as_ref().map(ToString::to_string),
        moved: action
            .moved
            .iter()
            .map(|moved| MovedDay {
                from: moved.from,
                on: moved.on,
                reason: moved.reason.to_string(),
            })
            .collect(),
        place: place(action.origin, sources),
    }
}

fn meeting_of<'w>(action: &Action, workspace: &'w Workspace) -> Option<&'w Meeting> {
    workspace.meeting(action.meeting.as_ref()?.as_str())
}

/// What a meeting takes over from those before it, in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct OpenAction {
    /// What is to be done.
    pub what: String,
    /// Who does it.
    pub owner: String,
    /// Until when.
    pub due: Option<String>,
    /// The meeting at which it was agreed, with its day; else that day alone.
    pub from: Option<String>,
}

/// What `meeting` takes over from those before it.
pub fn open_actions(workspace: &Workspace, meeting: &Meeting, words: Words) -> Vec<OpenAction> {
    taken_over(workspace, meeting).into_iter().map(|one| open(one, workspace, words)).collect()
}

/// What presses on the day `today` of what `who` has to do; of what anybody has, where nobody is named.
pub fn owed_actions(
    workspace: &Workspace,
    who: Option<Who>,
    today: NaiveDate,
    words: Words,
) -> Vec<OpenAction> {
    let owed = match who {
        Some(who) => owed(workspace, who, today),
        None => listed(workspace, &Wanted::default()),
    };
    let pressing = owed.into_iter().filter(|action| standing(action, today).presses());
    pressing.map(|one| open(one, workspace, words)).collect()
}

/// An action in words; its days stand in sentences.
pub(super) fn open(action: &Action, workspace: &Workspace, words: Words) -> OpenAction {
    let in_words = |day| words.pick(words.dates.numeric(day), words.dates.long(day));
    let from = meeting_of(action, workspace).map(|meeting| {
        let title = shown(&meeting.title.value);
        let day = meeting.when.date.map(|date| in_words(date.value));
        day.map_or_else(|| title.clone(), |day| format!("{title}, {day}"))
    });
    OpenAction {
        what: shown(&action.what),
        owner: shown(name_of(workspace, action.owner.value)),
        due: action.due.map(in_words),
        from: from.or_else(|| action.agreed.map(in_words)),
    }
}
