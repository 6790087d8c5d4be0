//! Of which day and version a programme is.

use chrono::NaiveDate;

use super::context::Context;
use crate::domain::meeting::Status;
use crate::plan::programme::release::facts_beside;

/// The day the facts are of, and the line that says so on every print.
///
/// A meeting that was given out is of its last version, and a draft again as soon as its readers
/// would be told something else. Without a version the file may say the day; if it does not, what is
/// still to come is a draft.
pub(super) fn version(context: &Context<'_>) -> (Option<NaiveDate>, Option<String>) {
    let Context { workspace, meeting, words, .. } = context;
    let is_over = matches!(meeting.status.value, Status::Held | Status::Cancelled);
    let as_of = |date| format!("{} {}", words.pick("Stand:", "As of"), words.dates.long(date));
    if let Some(release) = meeting.releases.last() {
        let date = release.released.date_naive();
        let version = format!("{} {}", words.pick("Fassung", "version"), release.number);
        let reader = context.edition.reader();
        let now = facts_beside(workspace, meeting, &release.facts).for_reader(reader);
        let same = release.facts.clone().for_reader(reader).says_the_same_as(&now);
        let since = match (same, is_over) {
            (true, _) => "",
            (false, true) => words.pick("; seitdem geändert", "; changed since"),
            (false, false) => words.pick("; seitdem geändert (Entwurf)", "; changed since (draft)"),
        };
        return (Some(date), Some(format!("{}, {version}{since}", as_of(date))));
    }
    if let Some(date) = meeting.as_of {
        return (Some(date), Some(as_of(date)));
    }
    let draft = || match meeting.created.map(|created| words.dates.long(created)) {
        Some(created) => words
            .pick(format!("Entwurf, angelegt am {created}"), format!("Draft, begun on {created}")),
        None => words.pick("Entwurf", "Draft").to_owned(),
    };
    (None, (!is_over).then(draft))
}
