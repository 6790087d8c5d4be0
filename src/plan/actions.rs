//! What was agreed: how each stands, what a meeting takes over from those before it, and which is meant.

use std::cmp::Reverse;

use chrono::NaiveDate;

use super::checklist::AHEAD;
use crate::domain::action::{Action, ActionStatus};
use crate::domain::id::CityId;
use crate::domain::meeting::Meeting;
use crate::domain::reply::Who;
use crate::domain::workspace::Workspace;
use crate::text::{slug, vocabulary};

/// The fewest letters that stand for a longer name.
const SHORTEST_BEGINNING: usize = 3;

vocabulary! {
    /// How an action stands on a day.
    #[derive(PartialOrd, Ord)]
    pub enum Standing {
        /// Its day has passed.
        Overdue = "overdue" => ("überfällig", "overdue"),
        /// Its day is within a week.
        Due = "due" => ("fällig", "due"),
        /// There is time, or nobody said until when.
        Open = "open" => ("offen", "open"),
        /// It is done.
        Done = "done" => ("erledigt", "done"),
        /// It is not done any more.
        Dropped = "dropped" => ("entfallen", "dropped"),
    }
}

impl Standing {
    /// Whether somebody still has to do it.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Overdue | Self::Due | Self::Open)
    }

    /// Whether it is time to look after it.
    pub fn presses(self) -> bool {
        matches!(self, Self::Overdue | Self::Due)
    }
}

/// Which actions are wanted; what is none is no matter.
#[derive(Clone, Debug, Default)]
pub struct Wanted<'a> {
    /// The town whose they are, or whose people's.
    pub city: Option<CityId>,
    /// The person or town whose own they are.
    pub owner: Option<Who>,
    /// The meeting at which they were agreed.
    pub meeting: Option<&'a Meeting>,
}

impl Wanted<'_> {
    /// Whether `action` is one of them.
    pub fn includes(&self, workspace: &Workspace, action: &Action) -> bool {
        let owner = action.owner.value;
        self.city.is_none_or(|city| workspace.city_of(owner) == Some(city))
            && self.owner.is_none_or(|wanted| owner == wanted)
            && self.meeting.is_none_or(|meeting| action.meeting.as_ref() == Some(&meeting.id))
    }
}

/// How `action` stands on the day `today`.
pub fn standing(action: &Action, today: NaiveDate) -> Standing {
    match (action.status, action.due) {
        (ActionStatus::Done, _) => Standing::Done,
        (ActionStatus::Dropped, _) => Standing::Dropped,
        (ActionStatus::Open, Some(due)) if due < today => Standing::Overdue,
        (ActionStatus::Open, Some(due)) if (due - today).num_days() <= AHEAD => Standing::Due,
        (ActionStatus::Open, _) => Standing::Open,
    }
}

/// All that are wanted: first those that are open, in the order of their days and without a day last,
/// then the others, the latest first.
pub fn listed<'w>(workspace: &'w Workspace, wanted: &Wanted<'_>) -> Vec<&'w Action> {
    let own = workspace.actions.iter().filter(|action| wanted.includes(workspace, action));
    let mut actions: Vec<&Action> = own.collect();
    actions.sort_by_key(|action| {
        let is_open = action.status == ActionStatus::Open;
        let (due, closed) = if is_open { (action.due, None) } else { (None, action.closed) };
        (!is_open, due.is_none(), due, Reverse(closed))
    });
    actions
}

/// The day on which `action` was agreed: that of its meeting, else its own.
pub fn agreed_on(workspace: &Workspace, action: &Action) -> Option<NaiveDate> {
    action.agreed_on(action.meeting.as_ref().and_then(|id| workspace.meeting(id.as_str())))
}

/// What `meeting` takes over from those before it: all that was agreed before it and was open on its day.
pub fn taken_over<'w>(workspace: &'w Workspace, meeting: &Meeting) -> Vec<&'w Action> {
    let day = meeting.when.date.map(|date| date.value);
    let was_before = |agreed: Option<NaiveDate>| match (agreed, day) {
        (Some(agreed), Some(day)) => agreed < day,
        (None, _) | (_, None) => true,
    };
    let is_earlier = |action: &Action| match &action.meeting {
        Some(id) if *id == meeting.id => false,
        Some(id) => {
            let other = workspace.meeting(id.as_str());
            was_before(other.and_then(|other| other.when.date).map(|date| date.value))
        }
        None => was_before(action.agreed),
    };
    let was_open = |action: &Action| {
        action.status == ActionStatus::Open
            || action.closed.zip(day).is_some_and(|(closed, day)| closed >= day)
    };
    let mut actions = listed(workspace, &Wanted::default());
    actions.retain(|action| is_earlier(action) && was_open(action));
    actions.sort_by_key(|action| (action.due.is_none(), action.due));
    actions
}

/// What `who` has to do that presses on the day `today`: what they have taken upon them, and their town.
pub fn owed(workspace: &Workspace, who: Who, today: NaiveDate) -> Vec<&Action> {
    let town = workspace.city_of(who).map(Who::City);
    let mut actions = listed(workspace, &Wanted::default());
    actions.retain(|action| {
        let owner = action.owner.value;
        standing(action, today).presses() && (owner == who || Some(owner) == town)
    });
    actions
}

/// An action together with its day: whoever was reminded of it is reminded anew once that is another.
pub fn mark(action: &Action) -> String {
    let due = action.due.map(|due| due.to_string()).unwrap_or_default();
    format!("{}@{due}", action.id)
}

/// The actions that `words` name: by the key, by what is to be done, or by the beginning of a word of
/// either. Of several that fit equally well those that are open are meant, if there are any.
pub fn named<'w>(workspace: &'w Workspace, words: &str) -> Vec<&'w Action> {
    let wanted = slug(words);
    let is = |action: &Action| action.id.as_str() == wanted;
    let says = |action: &Action| slug(action.what.as_str()) == wanted;
    let begins = |action: &Action| {
        let names = [action.id.to_string(), slug(action.what.as_str())];
        let has = |name: &String| format!("-{name}").contains(&format!("-{wanted}"));
        wanted.len() >= SHORTEST_BEGINNING && names.iter().any(has)
    };
    let kinds: [&dyn Fn(&Action) -> bool; 3] = [&is, &says, &begins];
    let fitting = |fits: &dyn Fn(&Action) -> bool| -> Vec<&'w Action> {
        workspace.actions.iter().filter(|action| fits(action)).collect()
    };
    let mut found: Vec<&Action> =
        kinds.into_iter().map(fitting).find(|found| !found.is_empty()).unwrap_or_default();
    let is_open = |action: &Action| action.status == ActionStatus::Open;
    if found.iter().any(|action| is_open(action)) {
        found.retain(|action| is_open(action));
    }
    found
}

#[cfg(test)]
mod tests;
