//! Documents about the network as a whole: the report on a year, and the handover.

use anyhow::Result;
use chrono::Datelike as _;

use super::delivery::{Delivery, refuse_unmailed};
use crate::cli::answer::Answer;
use crate::cli::context::Context;
use crate::cli::failure::Findings;
use crate::cli::loaded::Loaded;
use crate::cli::outbox::opened;
use crate::cli::reads::{Area, Reads};
use crate::cli::set::refuse;
use crate::cli::status::around;
use crate::diagnostic::request::BadArgument;
use crate::document::model;
use crate::plan::post::document_kind::{Document, DocumentKind};
use crate::plan::year::Year;
use crate::render::{Format, Shape};
use crate::text::{Language, Vocabulary as _};
use crate::view::Filling;
use crate::view::handover::handover;
use crate::view::placeholders::Placeholders;
use crate::view::report::report;

/// What is to be told of the network.
#[derive(Clone, Copy, Debug)]
pub(super) enum About {
    /// This year; the one that runs, if none was named.
    Year(Option<i32>),
    /// What somebody must know who takes over.
    Handover,
}

impl About {
    fn kind(self) -> DocumentKind {
        match self {
            Self::Year(_) => DocumentKind::Report,
            Self::Handover => DocumentKind::Handover,
        }
    }
}

/// What is to be told, if `document` is about no meeting.
///
/// # Errors
/// If something was said that only other documents have.
pub(super) fn about(
    document: &Document,
    year: Option<i32>,
    meeting: Option<&str>,
    delivery: &Delivery,
) -> Result<Option<About>> {
    let about = match document.kind().map(|kind| kind.row().filling) {
        Some(Filling::Year) => Some(About::Year(year)),
        Some(Filling::Network) => Some(About::Handover),
        Some(Filling::Programme | Filling::Item | Filling::MergeData | Filling::Letter) | None => {
            None
        }
    };
    if year.is_some() && !matches!(about, Some(About::Year(_))) {
        let (german, english) = ("das gibt es nur für `report`", "that is for `report` alone");
        return Err(refuse("--year", document.name(), german, english));
    }
    let given = [
        (meeting.is_some(), "MEETING"),
        (!delivery.to.is_empty(), "--to"),
        (delivery.together, "--together"),
        (delivery.anyway, "--anyway"),
    ];
    match given.into_iter().find(|(given, _)| *given && about.is_some()) {
        None => Ok(about),
        Some((_, name)) => Err(refuse(
            name,
            meeting.filter(|_| name == "MEETING").unwrap_or(document.name()),
            "dieses Schriftstück handelt vom ganzen Netzwerk und geht an niemand Bestimmten",
            "this document is about the whole network and goes to nobody in particular",
        )),
    }
}

/// Writes what there is to say of the network.
pub(super) fn write(
    about: About,
    delivery: &Delivery,
    loaded: &Loaded,
    context: &Context,
) -> Result<()> {
    if delivery.output.wanted(context)?.format == Format::Eml {
        refuse_unmailed(&Document::BuiltIn(about.kind()))?;
    }
    match about {
        About::Year(number) => write_report(number, delivery, loaded, context),
        About::Handover => write_handover(delivery, loaded, context),
    }
}

fn write_report(
    number: Option<i32>,
    delivery: &Delivery,
    loaded: &Loaded,
    context: &Context,
) -> Result<()> {
    let today = context.clock.today();
    if number.is_none() {
        context.note(&match context.language {
            Language::German => format!("Jahr: {} (`--year` nennt ein anderes)", today.year()),
            Language::English => format!("Year: {} (`--year` names another one)", today.year()),
        });
    }
    let number = number.unwrap_or(today.year());
    let Some(year) = Year::new(number, today) else {
        return Err(Findings::one(BadArgument {
            name: "--year".to_owned(),
            found: number.to_string(),
            german: "dieses Jahr hat noch nicht begonnen".to_owned(),
            english: "that year has not begun yet".to_owned(),
        })
        .into());
    };
    // What is left out would be told as if it had not been.
    for area in [Area::Meetings, Area::Rotation, Area::Topics, Area::Contacts, Area::Replies] {
        loaded.rely_on(area)?;
    }
    loaded.rely_on_actions()?;
    let told = |language| report(&loaded.workspace, year, language);
    let answer = Answer::about(loaded)
        .document(|format, language| filled(DocumentKind::Report, &told(language), format, loaded))
        .data(|language| Ok(told(language)));
    delivery.output.give(&format!("{number}-{}", DocumentKind::Report.word()), &answer, context)
}

/// What it rests on; what cannot be read is named in it.
const HANDED_OVER: Reads = Reads::of(&[]).as_far_as_well(&[
    Area::Meetings,
    Area::Contacts,
    Area::Rotation,
    Area::Actions,
    Area::Minutes,
    Area::Topics,
    Area::Replies,
    Area::Turns,
]);

fn write_handover(delivery: &Delivery, _: &Loaded, context: &Context) -> Result<()> {
    let (loaded, warnings) = context.read(HANDED_OVER)?;
    let loaded = loaded.with_published();
    let sent = opened::outbox(&loaded, context)?;
    let told = |language| {
        let around = around(&sent, &loaded, &warnings, context, language);
        let (workspace, today) = (&loaded.workspace, context.clock.today());
        handover(workspace, &loaded.sources, &sent, today, around, language)
    };
    let answer = Answer::about(&loaded)
        .document(|format, language| {
            filled(DocumentKind::Handover, &told(language), format, &loaded)
        })
        .data(|language| Ok(told(language)));
    delivery.output.give(DocumentKind::Handover.word(), &answer, context)
}

/// The template of `kind` filled with `answer`.
fn filled<T: Placeholders>(
    kind: DocumentKind,
    answer: &T,
    format: Format,
    loaded: &Loaded,
) -> Result<model::Document> {
    let template = loaded.network_template(kind.word(), loaded.document_language);
    let document = template.and_then(|it| it.render(answer));
    let mut document = document.map_err(|findings| loaded.fail(findings))?;
    if format.shape() == Shape::Paper {
        document.frame.logos = loaded.network_logos()?;
    }
    Ok(document)
}
