//! The topics that members are asked about.

use chrono::NaiveDate;
use serde::Serialize;

use crate::domain::id::TopicId;
use crate::domain::workspace::Workspace;
use crate::plan::topics::standing;
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
