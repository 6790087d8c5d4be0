//! `erfa write`

use std::path::Path;
use std::slice;

use anyhow::Result;

use super::answer::{Answer, Wanted};
use super::context::Context;
use super::failure::Findings;
use super::loaded::Loaded;
use super::reads::Reads;
use super::set::refuse;
use super::target_folder::TargetFolder;
use crate::diagnostic::writing::UnknownDocument;
use crate::diagnostic::{Diagnostic, stops};
use crate::document::listing;
use crate::document::template::{self, own_kinds};
use crate::domain::meeting::Meeting;
use crate::plan::post::applicability::{Occasion, objection};
use crate::plan::post::document_kind::{Document, DocumentKind, Filling, Settled, Stock};
use crate::plan::post::guests::{Circle, nobody_comes};
use crate::plan::post::readiness;
use crate::plan::post::reply::answers::Answers;
use crate::plan::usual_meeting::Purpose;
use crate::render::sheet::Sheet;
use crate::render::{Format, Shape};
use crate::text::{Language, Vocabulary as _, nearest};
use crate::view::badges::BadgeWish;
use crate::view::documents::ListedDocument;
use crate::view::merge::has_changes;

mod badges;
mod delivery;
mod mail;
mod network;
mod print;
pub(super) mod readers;
pub(super) mod rendered;

use badges::BadgeArgs;
pub(super) use delivery::{Delivery, refuse_unmailed};
use readers::{for_recipients, outbox};
use rendered::Rendered;

/// Write a document about a meeting, or about the network
///
/// Letters go to the recipients that `--to` names; without `--to` it is an open letter. Papers such as
/// `door-signs` are the same for everybody. Name badges stand as `[badges]` in `network.toml` says: `width`
/// and `height` of a label, margins and gaps in millimetres, and how many `empty` ones. Templates of
/// your own in `templates/de/` and `templates/en/` replace ours or are documents of their own.
/// Nothing is sent: mails come out as drafts that a mail program opens.
#[derive(clap::Args, Debug)]
pub(super) struct WriteArgs {
    /// The document; `--list` names all
    #[arg(value_name = "DOCUMENT", required_unless_present = "list")]
    kind: Option<String>,

    /// The meeting [default: the one the document is for]
    #[arg(value_name = "MEETING")]
    meeting: Option<String>,

    /// Name all documents
    #[arg(long, conflicts_with_all = ["kind", "to", "together", "anyway", "format", "output", "label", "empty", "everybody", "year"])]
    list: bool,

    #[command(flatten)]
    badges: BadgeArgs,

    /// The year of a report [default: the one that runs]
    #[arg(long, value_name = "YEAR", value_parser = clap::value_parser!(i32).range(1..=9999))]
    year: Option<i32>,

    #[command(flatten)]
    delivery: Delivery,
}

/// The document with this name.
pub(super) fn named(name: &str, loaded: &Loaded) -> Result<Document> {
    if let Some(kind) = DocumentKind::written().find(|kind| kind.word() == name) {
        return Ok(Document::BuiltIn(kind));
    }
    let own = own_kinds(&loaded.sources);
    if own.contains(&name) {
        return Ok(Document::Own(name.to_owned()));
    }
    for language in Language::ALL {
        loaded.rely_on_file(&template::path(name, language))?;
    }
    if let Some(kind) = DocumentKind::written().find(|kind| kind.is_called(name)) {
        return Ok(Document::BuiltIn(kind));
    }
    let ours: Vec<&str> = DocumentKind::written().map(DocumentKind::word).collect();
    let near = nearest(name, ours.into_iter().chain(own)).map(str::to_owned);
    Err(Findings::one(UnknownDocument { name: name.to_owned(), near }).into())
}

/// What it rests on.
pub(super) const READS: Reads = Reads::of(&[]);

pub(super) fn run(args: &WriteArgs, context: &Context) -> Result<()> {
    args.delivery.begin(context)?;
    let loaded = context.load(READS)?;
    match &args.kind {
        None => list(&args.delivery, &loaded, context),
        Some(name) => {
            let document = named(name, &loaded)?;
            let badges = args.badges.wish(&document)?;
            let meeting = args.meeting.as_deref();
            if let Some(about) = network::about(&document, args.year, meeting, &args.delivery)? {
                return network::write(about, &args.delivery, &loaded, context);
            }
            write(&document, meeting, &args.delivery, badges, &loaded, context)
        }
    }
}

/// Names all documents, those of the user's own last.
fn list(delivery: &Delivery, loaded: &Loaded, context: &Context) -> Result<()> {
    let list = |language: Language| {
        let own = language.pick("eigene Vorlage", "your own template");
        let ours = DocumentKind::written().map(move |kind| (kind.word(), kind.summary(language)));
        ours.chain(own_kinds(&loaded.sources).into_iter().map(move |name| (name, own)))
    };
    if delivery.output.wanted(context)?.format == Format::Json {
        let listed = list(loaded.document_language)
            .map(|(name, about)| ListedDocument { name: name.to_owned(), about: about.to_owned() });
        return context.print_json(&listed.collect::<Vec<_>>());
    }
    let format = if context.output.is_terminal { Format::Table } else { Format::Text };
    let table = |language| listing::documents(&list(language).collect::<Vec<_>>(), language);
    let answer = Answer::about(loaded).document(|_, language| Ok(table(language)));
    context.print(answer.encode(Wanted { format, sheet: Sheet::default() }, context)?)
}

/// Writes `document` about the meeting to whom and where `delivery` says.
pub(super) fn write(
    document: &Document,
    meeting: Option<&str>,
    delivery: &Delivery,
    badges: BadgeWish,
    loaded: &Loaded,
    context: &Context,
) -> Result<()> {
    let meeting = loaded.meeting_for(purpose(document), meeting, context)?;
    let wanted = delivery.output.wanted(context)?;
    let format = wanted.format;
    if format == Format::Eml {
        refuse_unmailed(document)?;
    }
    if format.shape() != Shape::Mail
        && document.kind().is_some_and(|kind| matches!(kind.row().filling, Filling::MergeData))
    {
        refuse_recipients(document, delivery)?;
    }
    check(document, meeting, loaded, context)?;
    let names_answers = format.shape() == Shape::Data && !delivery.to.is_empty();
    let outbox = outbox(document, meeting, names_answers, loaded, context)?;
    let workspace = &loaded.workspace;
    if document.kind().is_some_and(|kind| kind.row().stock == Stock::Labels)
        && badges.circle == Circle::Expected
        && nobody_comes(workspace, meeting, &Answers::new(workspace, &outbox, meeting))
    {
        context.note(context.say(
            "Zugesagt hat noch niemand: Die Schilder sind für alle Kontakte der Mitglieder, die nicht abgesagt \
             haben, und für alle, die mitwirken.",
            "Nobody has said yes yet: the badges are for all contacts of the members who did not decline, and for \
             all who take part.",
        ));
    }
    let is_ready = || {
        if matches!(document.settled(), Settled::Always(_)) {
            ready(Some(document), meeting, delivery.anyway, loaded, context)?;
        }
        anyhow::Ok(())
    };
    let all = || {
        let all = for_recipients(
            document,
            meeting,
            delivery,
            format,
            (badges, &outbox),
            loaded,
            context,
        )?;
        if format.shape() == Shape::Data && all.iter().any(|one| one.recipient.is_some()) {
            // Who gets it stands there with the answer.
            loaded.rely_on_replies(meeting)?;
        }
        anyhow::Ok(all)
    };
    if let Some(folder) = delivery.output.folder() {
        let all = all()?;
        fit(&all, wanted, false, loaded)?;
        is_ready()?;
        let one = |rendered: &Rendered| {
            let answer = answer(slice::from_ref(rendered), meeting, loaded, context);
            answer.data(|_| Ok(rendered.data(meeting))).encode(wanted, context)
        };
        let files = all.iter().map(one).collect::<Result<Vec<_>>>()?;
        return into_folder(&folder, &all, &files, delivery, context);
    }
    let name = format!("{}-{}", meeting.id, document.name());
    let is_about_people = document.kind() != Some(DocumentKind::Press);
    let target = delivery.output.target_of(format, &name, is_about_people, context)?;
    let all = all()?;
    fit(&all, wanted, true, loaded)?;
    is_ready()?;
    target.write(&answer(&all, meeting, loaded, context).encode(wanted, context)?, context)
}

/// What the meeting is wanted for that a document is about.
pub(super) fn purpose(document: &Document) -> Purpose {
    document.kind().map_or(Purpose::Preparing, |kind| kind.row().purpose_of_meeting)
}

/// Whether the document makes sense for the meeting as it stands.
pub(super) fn check(
    document: &Document,
    meeting: &Meeting,
    loaded: &Loaded,
    context: &Context,
) -> Result<()> {
    let Some(kind) = document.kind() else { return Ok(()) };
    let (workspace, today) = (&loaded.workspace, context.clock.today());
    let has_changes = || has_changes(workspace, meeting);
    let occasion = Occasion { kind, workspace, meeting, today, has_changes: &has_changes };
    let findings: Vec<Diagnostic> = objection(occasion).into_iter().collect();
    if stops(&findings, context.strict) {
        return Err(loaded.fail(findings));
    }
    context.warn(&findings, &loaded.sources);
    Ok(())
}

/// Refuses recipients of a paper, which says the same whoever reads it.
fn refuse_recipients(document: &Document, delivery: &Delivery) -> Result<()> {
    if delivery.to.is_empty() {
        return Ok(());
    }
    Err(refuse(
        "--to",
        &delivery.to.join(", "),
        &format!(
            "`{}` ist für alle gleich und geht an niemanden; mit `--format eml` wird daraus eine Mail",
            document.name()
        ),
        &format!(
            "`{}` is the same for everybody and goes to nobody; with `--format eml` it becomes a mail",
            document.name()
        ),
    ))
}

/// Whether the meeting has all that readers need of the document, or of a version that is given out.
pub(super) fn ready(
    document: Option<&Document>,
    meeting: &Meeting,
    anyway: bool,
    loaded: &Loaded,
    context: &Context,
) -> Result<()> {
    let findings: Vec<Diagnostic> =
        readiness::objection(document, meeting, anyway).into_iter().collect();
    if stops(&findings, context.strict) {
        return Err(loaded.fail(findings));
    }
    context.warn(&findings, &loaded.sources);
    Ok(())
}

/// Rendered documents as one answer.
fn answer<'a>(
    all: &'a [Rendered],
    meeting: &'a Meeting,
    loaded: &'a Loaded,
    context: &'a Context,
) -> Answer<'a> {
    let documents = move |format: Format, _| {
        let on_paper = format.shape() == Shape::Paper;
        let logos = if on_paper { loaded.logos(meeting)? } else { Vec::new() };
        let mut documents: Vec<_> = all.iter().map(|rendered| rendered.document.clone()).collect();
        for document in documents.iter_mut().filter(|_| on_paper) {
            document.frame.logos.clone_from(&logos);
        }
        Ok(documents)
    };
    Answer::about(loaded)
        .documents(documents)
        .data(move |_| Ok(all.iter().map(|rendered| rendered.data(meeting)).collect::<Vec<_>>()))
        .mails(move || Ok(mail::mails(all, meeting, loaded, context)))
}

/// Whether all can take the format that is wanted; `together` they share one output.
fn fit(
    all: &[Rendered],
    Wanted { format, sheet }: Wanted,
    together: bool,
    loaded: &Loaded,
) -> Result<()> {
    match format.shape() {
        Shape::Paper => print::check(all, sheet, loaded),
        Shape::Mail => mail::check(all, together, loaded),
        Shape::Screen
        | Shape::Document
        | Shape::Data
        | Shape::Table
        | Shape::Workbook
        | Shape::Calendar
        | Shape::Drawing => Ok(()),
    }
}

/// Writes a file for each document.
fn into_folder(
    folder: &Path,
    all: &[Rendered],
    bytes: &[Vec<u8>],
    delivery: &Delivery,
    context: &Context,
) -> Result<()> {
    let format = delivery.output.wanted(context)?.format;
    let name = |rendered: &Rendered| format!("{}.{}", rendered.file, format.extension());
    let names = all.iter().map(name).collect();
    TargetFolder::open(folder, names, delivery.output.force(), context)?.write(bytes, context)
}
