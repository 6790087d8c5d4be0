//! The programme as a calendar.

use anyhow::Result;

use crate::cli::context::Context;
use crate::cli::loaded::Loaded;
use crate::diagnostic::release::NoCalendarEntry;
use crate::diagnostic::{Diagnostic, stops};
use crate::domain::meeting::Meeting;
use crate::plan::programme::release::unreleased;
use crate::render::ics::Schedule;
use crate::view::calendar::meeting as entries;

/// The meeting as a calendar.
pub(super) fn calendar(
    meeting: &Meeting,
    items: bool,
    loaded: &Loaded,
    context: &Context,
) -> Result<Schedule<'static>> {
    let Loaded { workspace, sources, document_language, .. } = loaded;
    let calendar = entries(workspace, meeting, *document_language, items);
    let calendar = calendar.ok_or_else(|| {
        let problem = NoCalendarEntry { meeting: Some(meeting.id.to_string()) };
        loaded.fail(vec![Diagnostic::at(meeting.title.origin, problem)])
    })?;
    let unreleased: Vec<_> = unreleased(workspace, meeting).into_iter().collect();
    if stops(&unreleased, context.strict) {
        return Err(loaded.fail(unreleased));
    }
    context.warn(&unreleased, sources);
    Ok(Schedule::Meetings(calendar))
}
