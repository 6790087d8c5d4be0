//! What is otherwise than it was said before: old and new in words.

use chrono::NaiveDate;
use serde::Serialize;

use crate::domain::line::Line;
use crate::domain::meeting::{self, Meeting};
use crate::domain::workspace::Workspace;
use crate::text::Language;
use crate::view::changes as since_version;
use crate::view::programme::Edition;
use crate::view::words::{Words, place, shown};

/// A fact that has changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ChangedFact {
    /// What it is: "Termin", "Beginn", "Ort".
    pub label: String,
    /// As it was; absent if nothing was said.
    pub before: Option<String>,
    /// As it is; absent if it is open.
    pub after: Option<String>,
}

/// Whether anything is otherwise than in the last version of `meeting`, or than its history says.
pub fn has_changes(workspace: &Workspace, meeting: &Meeting) -> bool {
    let language = workspace.network.language;
    let words = Words::new(&workspace.network, language);
    !news(workspace, meeting, language).is_empty() || !changes(workspace, meeting, words).is_empty()
}

/// What everybody may know of what has changed since the last version, a sentence each.
pub(super) fn news(workspace: &Workspace, meeting: &Meeting, language: Language) -> Vec<String> {
    let Some(last) = meeting.releases.last() else { return Vec::new() };
    let since = since_version::changes(workspace, meeting, last, language, Edition::Full);
    let items = since.items.iter().map(|item| item.sentence(language));
    since.whole.into_iter().chain(items).collect()
}

/// That all else is as it was in the last version, where that was looked at.
pub(super) fn unchanged(meeting: &Meeting, words: Words) -> Option<String> {
    Some(as_in_version(meeting.releases.last()?.released.date_naive(), words))
}

/// That all else is as in the version that was given out on `day`.
pub fn as_in_version(day: NaiveDate, words: Words) -> String {
    let day = words.dates.long(day);
    words.pick(
        format!("Alles andere bleibt wie in der Fassung vom {day}."),
        format!("Everything else stays as in the version of {day}."),
    )
}

/// What the newest entry of the history says beside what the meeting says now. What that entry does
/// not tell has not changed.
pub(super) fn changes(workspace: &Workspace, meeting: &Meeting, words: Words) -> Vec<ChangedFact> {
    let Some(old) = newest(meeting) else { return Vec::new() };
    let now = &meeting.when;
    let days = |text: Option<&Line>, first: Option<NaiveDate>, last: Option<NaiveDate>| {
        let days = || first.map(|first| words.days(first, last.unwrap_or(first)));
        text.map(shown).or_else(days)
    };
    let before = days(old.date_text.as_ref(), old.date, old.end_date);
    let after = days(
        now.date_text.as_ref(),
        now.date.map(|date| date.value),
        now.end_date.map(|date| date.value),
    );
    let begins = now.start.map(|start| words.time(start.value));
    let home = meeting.place.as_ref();
    let is_at = home.map(|home| place::name(workspace, &home.value));
    let facts = [
        (words.pick("Termin", "Date"), before, after),
        (words.pick("Beginn", "Start"), old.start.map(|start| words.time(start)), begins),
        (words.pick("Ort", "Place"), old.place.as_ref().map(shown), is_at),
    ];
    facts
        .into_iter()
        .filter(|(_, before, after)| {
            before.is_some() && !is_same(before.as_deref(), after.as_deref())
        })
        .map(|(label, before, after)| ChangedFact { label: label.to_owned(), before, after })
        .collect()
}

/// Why the newest change was made.
pub(super) fn reason(meeting: &Meeting) -> Option<String> {
    newest(meeting).map(|change| shown(&change.reason))
}

/// Of changes on the same day the later entry counts.
fn newest(meeting: &Meeting) -> Option<&meeting::HistoryEntry> {
    meeting.history.iter().max_by_key(|change| change.changed)
}

/// A place with its town ("Alte Färberei, Dornwerder") is that place.
fn is_same(before: Option<&str>, after: Option<&str>) -> bool {
    match (before, after) {
        (Some(before), Some(after)) => {
            let within = |long: &str, short: &str| {
                long.strip_prefix(short)
                    .is_some_and(|rest| rest.is_empty() || rest.starts_with(", "))
            };
            within(before, after) || within(after, before)
        }
        _ => before == after,
    }
}
