//! How the accounts of turns rose and fell, town by town.

use chrono::NaiveDate;
use serde::Serialize;

use super::sentences::Sentences;
use crate::domain::workspace::Workspace;
use crate::plan::rotation::account::Ledger;
use crate::plan::rotation::turn::members;
use crate::text::Language;
use crate::view::number::decimal;

/// How a town's account rose and fell.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Course {
    /// The key of the town.
    pub town: String,
    /// Its name.
    pub name: String,
    /// The account after each meeting of its memberships, by date.
    pub steps: Vec<Step>,
}

/// An account after a meeting.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Step {
    /// The day of the meeting.
    pub date: NaiveDate,
    /// The account to four decimals, in turns.
    pub account: f64,
    /// The same for people: "+0,43".
    pub account_words: String,
    /// Whether the town was a host.
    pub hosted: bool,
}

/// How the accounts rose and fell between two days.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Span {
    /// The first day, on which each course begins with the account before it.
    pub from: NaiveDate,
    /// The last day, up to which each course goes.
    pub to: NaiveDate,
    /// The towns that had an account then, who is owed most at the end first.
    pub courses: Vec<Course>,
}

/// The courses from the day `from` to the day `to`.
pub fn span(workspace: &Workspace, (from, to): (NaiveDate, NaiveDate), language: Language) -> Span {
    let cut = |mut course: Course| {
        let before = course.steps.iter().rfind(|step| step.date < from).cloned();
        course.steps.retain(|step| (from..=to).contains(&step.date));
        let begin = before.map(|step| Step { date: from, hosted: false, ..step });
        course.steps.splice(0..0, begin);
        let last = course.steps.last()?.clone();
        if last.date < to {
            course.steps.push(Step { date: to, hosted: false, ..last });
        }
        Some(course)
    };
    let mut courses: Vec<Course> =
        courses(workspace, language).into_iter().filter_map(cut).collect();
    let last = |course: &Course| course.steps.last().map_or(0.0, |step| step.account);
    courses.sort_by(|one, other| last(other).total_cmp(&last(one)));
    Span { from, to, courses }
}

/// The courses of all towns in the network's order, the turns to come that have hosts among them.
pub fn courses(workspace: &Workspace, language: Language) -> Vec<Course> {
    let sentences = Sentences::new(workspace, language);
    let course = |city: &crate::domain::city::City| Course {
        town: city.id.to_string(),
        name: city.name.to_string(),
        steps: Vec::new(),
    };
    let mut courses: Vec<Course> = workspace.cities.iter().map(course).collect();
    let mut ledger = Ledger::new(workspace);
    for turn in Ledger::of(workspace).turns() {
        ledger.charge(turn.clone());
        for (id, _) in members(workspace, turn.date) {
            let balance = ledger.account(id, turn.date).balance();
            courses[id.0].steps.push(Step {
                date: turn.date,
                account: decimal(&balance),
                account_words: sentences.signed(&balance),
                hosted: turn.hosts.contains(&id),
            });
        }
    }
    courses
}
