//! `[checklist]` in `network.toml`

use toml::de::DeValue;

use super::fields::Fields;
use super::value::{self, Outcome};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::reference::{DuplicateId, ReferenceKind};
use crate::diagnostic::value::Expected;
use crate::domain::checklist::{Checklist, ChecklistItem, Task, Work};
use crate::text::{MemberWords, Vocabulary as _};

/// So many days before a meeting and after it something may be due.
const BEFORE: i64 = 730;
const AFTER: i64 = 365;

/// Reads the table: of each known task its days, or `false` for none; and the network's own.
pub(super) fn read(fields: Fields<'_>) -> Checklist {
    let mut items: Vec<ChecklistItem> = Task::all()
        .filter_map(|task| {
            let days = fields.get(task.word(), days_or_none).unwrap_or(Some(task.usual_days()))?;
            Some(ChecklistItem { work: Work::Known(task), days })
        })
        .collect();
    for own in fields.tables("own") {
        let id = own.require("id", value::id);
        let title = own.require("title", value::line);
        let days = own.require("days", days);
        let Some(((id, title), days)) = id.zip(title).zip(days) else { continue };
        let is_taken = |known: &str| known == id.value.as_str();
        if Task::all().any(|task| is_taken(task.word()))
            || items.iter().any(|it| is_taken(it.work.id()))
        {
            let problem = DuplicateId {
                kind: ReferenceKind::Task,
                id: id.value.to_string(),
                members: MemberWords::default(),
            };
            own.report(Diagnostic::at(id.origin, problem));
            continue;
        }
        let work = Work::Own { id: id.value, title: title.value };
        items.push(ChecklistItem { work, days: days.value });
    }
    Checklist::new(items)
}

fn days_or_none(value: &DeValue<'_>) -> Outcome<Option<i64>> {
    match value {
        DeValue::Boolean(false) => Ok(None),
        DeValue::Integer(_) => days(value).map(Some),
        _ => Err(value::wrong_type(Expected::DaysOrFalse, value)),
    }
}

fn days(value: &DeValue<'_>) -> Outcome<i64> {
    value::signed(-AFTER, BEFORE)(value)
}
