//! `erfa folder`

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use anyhow::Result;

use super::answer::{Answer, Wanted};
use super::choice::choice;
use super::context::Context;
use super::failure::Findings;
use super::loaded::Loaded;
use super::minutes::kept_document;
use super::outbox::opened;
use super::programme::form::Form;
use super::reads::{Area, Reads};
use super::target::{prints, refuse_own_folder};
use super::target_folder::TargetFolder;
use super::write::rendered::{Rendered, Wordings};
use crate::diagnostic::list::FolderOfAnother;
use crate::document::filing::{contents, mails, titled};
use crate::document::model::Document as Page;
use crate::document::{action, attendance, replies};
use crate::domain::id::Id;
use crate::plan::actions::Wanted as WantedActions;
use crate::plan::filing::{Filing, Paper, has_minutes, papers};
use crate::plan::post::document_kind::{Document, DocumentKind};
use crate::plan::usual_meeting::Purpose;
use crate::render::sheet::Sheet;
use crate::render::{Format, Shape};
use crate::system::files;
use crate::system::folder::names;
use crate::text::{Language, Vocabulary as _};
use crate::view;
use crate::view::filing::{filed, name, stem};
use crate::view::merge::has_changes;
use crate::view::programme::Edition;

/// Put the whole file of a meeting into a folder, numbered, with a sheet of contents
///
/// All papers that fit the meeting as it stands: programmes, letters, lists, minutes, mails, replies and what
/// was agreed. The contents say of each its version, its day and for whom it is, what is out of date since,
/// and what is not there and why. A paper keeps its number for ever: a later call renews it and leaves what
/// was filed before; what somebody else put there is not touched.
#[derive(clap::Args, Debug)]
pub(super) struct FolderArgs {
    /// The meeting
    #[arg(value_name = "MEETING")]
    meeting: String,

    /// The folder, which is made if need be
    #[arg(value_name = "FOLDER")]
    folder: PathBuf,

    /// text, markdown, html, pdf or docx [default: pdf]
    #[arg(long, value_name = "FORMAT", hide_possible_values = true, value_parser = choice(&formats()))]
    format: Option<Format>,

    /// Replace files that are there, whatever they say
    #[arg(long)]
    force: bool,
}

/// The formats that a paper can take.
fn formats() -> Vec<Format> {
    let is_paper = |format: &Format| matches!(format.shape(), Shape::Document | Shape::Paper);
    Format::all().filter(is_paper).collect()
}

/// What it rests on: what is left out would be missing without a word.
const READS: Reads = Reads::of(&[Area::Contacts, Area::Actions, Area::Minutes]);

pub(super) fn run(args: &FolderArgs, context: &Context) -> Result<()> {
    refuse_own_folder(&args.folder, context)?;
    context.begin_answers(&args.folder)?;
    let loaded = context.load(READS)?;
    let meeting = loaded.meeting_for(Purpose::LookingBack, Some(&args.meeting), context)?;
    loaded.rely_on_replies(meeting)?;
    loaded.rely_on_actions()?;
    let outbox = opened::outbox(&loaded, context)?;
    let workspace = &loaded.workspace;
    let has_changes = || has_changes(workspace, meeting);
    let today = context.clock.today();
    let filing = Filing { workspace, outbox: &outbox, meeting, today, has_changes: &has_changes };
    let usual = if cfg!(feature = "pdf") { Format::Pdf } else { Format::Html };
    let format = args.format.unwrap_or(usual);
    let language = loaded.document_language;
    let papers = filed(filing);
    let name = |(number, paper): &(usize, Paper)| {
        file_name(*number, *paper, format, language, &meeting.id)
    };
    let names: Vec<String> = papers.iter().map(name).collect();
    if !args.force {
        refuse_others(&args.folder, &meeting.id)?;
    }
    let earlier = earlier(args, &names, (language, &meeting.id), context)?;
    let target = TargetFolder::open(&args.folder, names.clone(), args.force, context)?;
    let sheet = view::filing::contents(filing, &papers, &names, earlier, language);
    let clerk = Clerk { filing, format, loaded: &loaded, context };
    let file = |(_, paper): &(usize, Paper)| match paper {
        Paper::Contents => clerk.page(contents(&sheet)),
        paper => clerk.file(*paper),
    };
    target.write(&papers.iter().map(file).collect::<Result<Vec<_>>>()?, context)
}

/// "02-programm.pdf"; the contents sheet says by its name whose file it is.
fn file_name(
    number: usize,
    paper: Paper,
    format: Format,
    language: Language,
    meeting: &Id,
) -> String {
    let format = if paper == Paper::Calendar { Format::Ics } else { format };
    let stem = stem(number, paper, language);
    match paper {
        Paper::Contents => format!("{stem}-{meeting}.{}", format.extension()),
        _ => format!("{stem}.{}", format.extension()),
    }
}

/// Refuses a folder that holds the contents sheet of another meeting: its papers have the same names.
fn refuse_others(folder: &Path, meeting: &Id) -> Result<()> {
    let ours = Language::ALL.map(|language| format!("{}-", stem(1, Paper::Contents, language)));
    let endings = formats();
    let is_others = |name: OsString| {
        let name = name.into_string().ok()?;
        let rest = ours.iter().find_map(|ours| name.strip_prefix(ours.as_str()))?;
        let (id, ending) = rest.rsplit_once('.')?;
        let is_paper = endings.iter().any(|format| format.extension() == ending);
        (is_paper && id != meeting.as_str()).then_some(name)
    };
    match names(folder).unwrap_or_default().into_iter().find_map(is_others) {
        None => Ok(()),
        Some(name) => {
            let path = folder.join(name).display().to_string();
            Err(Findings::one(FolderOfAnother { path }).into())
        }
    }
}

/// What was filed before in the folder, is as it was then, and is not filed now.
fn earlier(
    args: &FolderArgs,
    names: &[String],
    (language, meeting): (Language, &Id),
    context: &Context,
) -> Result<Vec<String>> {
    let Some(prints) = prints(context)? else { return Ok(Vec::new()) };
    let all = (1..).zip(papers());
    let known = all.flat_map(|(number, paper)| {
        let name = move |format| file_name(number, paper, format, language, meeting);
        formats().into_iter().map(name)
    });
    let is_ours = |name: &String| {
        let path = args.folder.join(name);
        files::is_file(&path)
            && files::read_whole(&path).is_ok_and(|bytes| prints.know(&path, &bytes))
    };
    let mut known: Vec<String> =
        known.filter(|name| !names.contains(name)).filter(is_ours).collect();
    known.dedup();
    Ok(known)
}

/// Who makes the papers.
struct Clerk<'a> {
    filing: Filing<'a>,
    format: Format,
    loaded: &'a Loaded,
    context: &'a Context,
}

impl Clerk<'_> {
    /// A paper as a file.
    fn file(&self, paper: Paper) -> Result<Vec<u8>> {
        let Self { filing, format, loaded, context } = self;
        let Filing { meeting, .. } = *filing;
        let form = |format| Form::new(Wanted { format, sheet: Sheet::default() });
        let programme =
            |edition: Edition| form(*format).in_edition(edition).bytes(meeting, loaded, context);
        match paper {
            Paper::Programme => programme(Edition::Full),
            Paper::Internal => programme(Edition::Internal),
            Paper::RunSheet => programme(Edition::RunSheet),
            Paper::Calendar => form(Format::Ics).bytes(meeting, loaded, context),
            Paper::Contents
            | Paper::Document(_)
            | Paper::Mails
            | Paper::Replies
            | Paper::Attendance
            | Paper::Actions => self.page(self.list(paper)?),
        }
    }

    /// A document as a file.
    fn page(&self, mut page: Page) -> Result<Vec<u8>> {
        let Self { filing, format, loaded, context } = self;
        if format.shape() == Shape::Paper {
            page.frame.logos = loaded.logos(filing.meeting)?;
        }
        let wanted = Wanted { format: *format, sheet: Sheet::default() };
        Answer::about(loaded).document(|_, _| Ok(page.clone())).encode(wanted, context)
    }

    /// A paper that is no programme, as a document.
    fn list(&self, paper: Paper) -> Result<Page> {
        let Self { filing, loaded, .. } = self;
        let Filing { workspace, outbox, meeting, today, .. } = *filing;
        let (language, members) = (loaded.document_language, &workspace.network.members);
        let title = format!("{}: {}", name(paper, language), meeting.title.value);
        let page = match paper {
            Paper::Document(kind) => return self.document(kind),
            Paper::Mails => {
                let mut all = view::outbox::outbox(workspace, outbox, today, language);
                all.runs.retain(|run| run.meeting == meeting.id.as_str());
                all.purged.retain(|run| run.meeting == meeting.id.as_str());
                return Ok(mails(&all, &title, language));
            }
            Paper::Replies => replies::table(
                &view::replies::replies(workspace, outbox, meeting),
                members,
                language,
            ),
            Paper::Attendance => attendance::table(
                &view::attendance::attendance(workspace, meeting),
                members,
                language,
            ),
            Paper::Actions => {
                let wanted = WantedActions { meeting: Some(meeting), ..WantedActions::default() };
                let sources = &loaded.sources;
                action::document(
                    &view::action::actions(workspace, sources, &wanted, true, today),
                    language,
                )
            }
            Paper::Contents
            | Paper::Programme
            | Paper::Internal
            | Paper::RunSheet
            | Paper::Calendar => Page::new(language, title.as_str(), Vec::new()),
        };
        Ok(titled(page, &title))
    }

    /// A document about the meeting; minutes as they were kept, if they were.
    fn document(&self, kind: DocumentKind) -> Result<Page> {
        let Self { filing, loaded, .. } = self;
        let Filing { workspace, meeting, today, .. } = *filing;
        let language = loaded.document_language;
        if kind == DocumentKind::Minutes
            && has_minutes(workspace, meeting)
            && let Some(kept) = kept_document(meeting, today, language, loaded)
        {
            return Ok(kept);
        }
        let document = Document::BuiltIn(kind);
        let wordings =
            Wordings::new([(&document, language)], meeting, today, filing.outbox, loaded);
        let rendered = wordings.rendered(&document, None, None);
        rendered.map(Rendered::into_document).map_err(|findings| loaded.fail(findings))
    }
}
