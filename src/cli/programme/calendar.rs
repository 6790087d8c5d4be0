//! The programme as a calendar.

use anyhow::Result;

use super::form::Form;
use crate::cli::context::Context;
use crate::cli::failure::Findings;
use crate::cli::loaded::Loaded;
use crate::diagnostic::release::NoCalendarEntry;
use crate::diagnostic::request::BadArgument;
use crate::diagnostic::{Diagnostic, stops};
use crate::domain::meeting::Meeting;
use crate::plan::programme::release::unreleased;
use crate::render::Shape;
use crate::render::ics::Schedule;
use crate::view::calendar::meeting as entries;
use crate::view::programme::Edition;

/// Refuses what no calendar can tell, and items of anything else.
pub(super) fn check(form: &Form<'_>) -> Result<()> {
    let format = form.wanted.format;
    let refuse = |name: &str, german: &str, english: &str| {
        Err(Findings::one(BadArgument {
            name: name.to_owned(),
            found: format.extension().to_owned(),
            german: german.to_owned(),
            english: english.to_owned(),
        })
        .into())
    };
    match format.shape() {
        Shape::Calendar | Shape::Table if form.since.is_some() => refuse(
            "--since",
            "Änderungen gibt es als Text, Markdown, HTML, PDF, für Word oder als JSON",
            "changes come as text, Markdown, HTML, PDF, for Word or as JSON",
        ),
        Shape::Calendar if form.item.is_some() => refuse(
            "--item",
            "mit `--items` hat der Kalender einen Eintrag für jeden Programmpunkt mit Uhrzeit",
            "with `--items` the calendar has an entry for each item that has a time",
        ),
        Shape::Calendar if form.edition.is_some_and(|edition| edition != Edition::Full) => refuse(
            "--edition",
            "ein Kalendereintrag ist immer für alle",
            "a calendar entry is always for everybody",
        ),
        Shape::Calendar => Ok(()),
        Shape::Screen
        | Shape::Document
        | Shape::Paper
        | Shape::Data
        | Shape::Table
        | Shape::Mail => {
            if !form.items {
                return Ok(());
            }
            refuse(
                "--items",
                "einzelne Programmpunkte gibt es nur mit `--format ics`",
                "single items come with `--format ics` only",
            )
        }
    }
}

/// The meeting as a calendar.
pub(super) fn calendar(
    meeting: &Meeting,
    items: bool,
    loaded: &Loaded,
    context: &Context,
) -> Result<Schedule> {
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
