//! The topics that members are asked about.

use chrono::NaiveDate;
use serde::Serialize;

use crate::domain::id::{CityId, TopicId};
use crate::domain::workspace::Workspace;
use crate::plan::topics::{Standing, standing, standings};
use crate::text::list::and;
use crate::view::words::{Words, shown};

/// A topic in a survey.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SurveyTopic {
    /// The number by which answers name it; one without is named by its title.
    pub number: Option<u32>,
    /// What it is called.
    pub title: String,
    /// The members that can tell of it, joined by "und".
    pub offered_by: Option<String>,
}

/// All topics by number, then those without one; who offers each is told for the day `today`.
pub fn topics(workspace: &Workspace, today: NaiveDate, words: Words) -> Vec<SurveyTopic> {
    let mut ids: Vec<TopicId> = (0..workspace.topics.len()).map(TopicId).collect();
    ids.sort_by_key(|id| (workspace.topic(*id).number.is_none(), workspace.topic(*id).number));
    let topic = |id: TopicId| {
        let standing = standing(workspace, id, today, today);
        let offered = standing.offered.iter().map(|it| shown(&workspace.city(it.city.value).name));
        let offered: Vec<String> = offered.collect();
        SurveyTopic {
            number: standing.topic.number,
            title: shown(&standing.topic.title),
            offered_by: (!offered.is_empty()).then(|| and(offered, words.language)),
        }
    };
    ids.into_iter().map(topic).collect()
}

/// What the town `city` wants and offers already, as a survey asks for it: "Wunsch: 1 und 3; Angebot: 2".
pub fn stakes(
    workspace: &Workspace,
    city: CityId,
    today: NaiveDate,
    words: Words,
) -> Option<String> {
    let all = standings(workspace, today, today);
    let named = |is_its: &dyn Fn(&Standing<'_>) -> bool| {
        let mut own: Vec<&Standing<'_>> = all.iter().filter(|one| is_its(one)).collect();
        own.sort_by_key(|one| (one.topic.number.is_none(), one.topic.number, one.id));
        let name = |one: &&Standing<'_>| match one.topic.number {
            Some(number) => number.to_string(),
            None => words.quoted(shown(&one.topic.title)),
        };
        and(own.iter().map(name), words.language)
    };
    let wants = |one: &Standing<'_>| one.wanted.iter().any(|it| it.city.value == city);
    let offers = |one: &Standing<'_>| one.is_offered_by(city);
    let said = [
        (words.pick("Wunsch", "Wish"), named(&wants)),
        (words.pick("Angebot", "Offer"), named(&offers)),
    ];
    let said = said.into_iter().filter(|(_, topics)| !topics.is_empty());
    let said: Vec<String> = said.map(|(label, topics)| format!("{label}: {topics}")).collect();
    (!said.is_empty()).then(|| said.join("; "))
}
