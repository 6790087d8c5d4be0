//! `erfa outbox make`

use std::path::PathBuf;

use anyhow::Result;

use super::Opened;
use crate::cli::change::{Beside, Manner, NewText, is_agreed, line, write};
use crate::cli::context::Context;
use crate::cli::failure::Findings;
use crate::cli::loaded::{Loaded, name_chosen};
use crate::cli::reads::{Area, Reads};
use crate::cli::release::{self, Terms, given_out, releaser};
use crate::cli::write::{check, named, purpose, ready};
use crate::diagnostic::change::WhichMeeting;
use crate::diagnostic::request::NoMeeting;
use crate::diagnostic::{Diagnostic, stops};
use crate::domain::id::Id;
use crate::domain::line::Line;
use crate::domain::meeting::Meeting;
use crate::domain::outbox::{Message, Run, RunName, State};
use crate::input::outbox::OUTBOX;
use crate::plan::post::applicability::late_news;
use crate::plan::post::document_kind::{Document, DocumentKind};
use crate::plan::post::knowledge::Now;
use crate::plan::post::mailing::update;
use crate::plan::post::readiness;
use crate::plan::post::recipient::Choice;
use crate::plan::post::told::{UPDATE, told};
use crate::plan::programme::release::{next, next_with_programme};
use crate::plan::usual_meeting::Purpose;
use crate::system::folder::NewFolder;
use crate::system::interrupt;
use crate::text::{Language, count, slug};

mod attachments;
mod drafts;
mod letters;
mod preview;

use drafts::{Drafts, of_document, of_update};
use letters::{Letters, written};

/// Make mails about a meeting, one file a person
///
/// Everything is checked first, and either all mails of a run are made or none. If the meeting has
/// changed since its last version, a new one is given out before. `update` writes to those whose time,
/// place, online access or own part has changed, or whose registration ends earlier, with old and new; who is
/// new is invited, and who is no longer meant is told so. Any other mail but a reminder goes to nobody twice. Nothing is sent.
#[derive(clap::Args, Debug)]
pub(super) struct MakeArgs {
    /// A document that `erfa write --list` names, or `update`
    #[arg(value_name = "DOCUMENT")]
    kind: String,

    /// The meeting [default: the one the document is for]
    #[arg(value_name = "MEETING")]
    meeting: Option<String>,

    /// A contact, a city, a group, or `all` (can be repeated); for `update` only these
    #[arg(long, value_name = "WHO")]
    to: Vec<String>,

    /// Attach this file (can be repeated)
    #[arg(long, value_name = "PATH")]
    attach: Vec<PathBuf>,

    /// Why a new version is given out, if one is [default: what the mails are]
    #[arg(long, value_name = "WORDS", value_parser = line)]
    reason: Option<Line>,

    /// Write also to those who have such a mail already
    #[arg(long)]
    again: bool,

    /// Write even about an idea, or about a meeting without day or place
    #[arg(long)]
    anyway: bool,

    #[command(flatten)]
    manner: Manner,
}

/// What it rests on.
const READS: Reads = Reads::of(&[]);

pub(super) fn run(args: &MakeArgs, context: &Context) -> Result<()> {
    context.begin_change()?;
    let loaded = context.load(READS)?;
    loaded.writable_root()?;
    let opened = Opened::read(&loaded, context)?;
    let meeting = match args.meeting.as_deref() {
        None if args.kind == UPDATE => still_to_tell(&opened, &loaded, context)?,
        id => {
            let document = named(&args.kind, &loaded);
            let purpose = document.as_ref().map_or(Purpose::Preparing, purpose);
            loaded.meeting_to_change(purpose, id, context)?
        }
    };
    let id = meeting.id.clone();
    let today = context.clock.today();
    let choice = Choice { names: &args.to, meeting, today, by_mail: true };
    let drafts = if args.kind == UPDATE {
        of_update(choice, &opened, &loaded, context)?
    } else {
        of_document(&args.kind, choice, args.again, &opened, &loaded, context)?
    };
    if drafts.mails.is_empty() {
        context.note(nothing_made(args, drafts.later, waits(&opened, &id), context));
        return Ok(());
    }
    if args.kind == UPDATE {
        warn_of_late(&drafts, meeting, &loaded, context)?;
    }
    let drafts = drafts.without_unreachable(args.manner, &loaded, context)?;
    let attachments = attachments::read(&args.attach)?;
    drafts.check(meeting, &loaded)?;
    let told = if args.kind == UPDATE { drafts.invitation() } else { drafts.document() };
    if let Some(document) = told {
        ready(Some(document), meeting, args.anyway, &loaded, context)?;
    }
    // Whoever is asked to host is told no version of what is still to be settled.
    let is_settled = readiness::objection(None, meeting, true).is_none();
    let asks = told.and_then(Document::kind) == Some(DocumentKind::HostRequest);
    let run = run_name(args, &drafts, &id, &opened)?;
    let path = loaded.writable_root()?.join(OUTBOX).join(run.to_string());
    let release = if asks && !is_settled {
        None
    } else {
        // News and letters with the programme give it out, others the day and the place alone.
        let has_programme = args.kind == UPDATE
            || told.and_then(Document::kind).is_some_and(|kind| kind.row().with_programme);
        let mails = GivenOut { reason: &drafts.reason, has_programme };
        next_release(args, mails, &id, &opened, &loaded, context)?
    };
    let (changes, warnings) = match &release {
        Some(release) => {
            (vec![release.change.clone()], release::warnings(meeting, &loaded, context))
        }
        None => (Vec::new(), Vec::new()),
    };
    let file = &loaded.sources.file(meeting.origin.file).path;
    // What the mails tell is what the files will say; nothing is written before all of it is made.
    let after = match &changes[..] {
        [] => None,
        changes => Some(context.read_with(changes, READS)?.0),
    };
    let now = after.as_ref().unwrap_or(&loaded);
    let meeting = now.workspace.meeting(id.as_str());
    let meeting = meeting.ok_or_else(|| Findings::one(NoMeeting {}))?;
    let letters = Letters::new(&run, meeting, attachments, &opened.outbox, now, context)?;
    let shared = letters.shared(&drafts, context)?;
    let told = release.as_ref().map(|release| release.told.as_str());
    let words = preview::preview(
        &drafts,
        meeting,
        file,
        &shared.enclosed(context.language),
        told,
        context.language,
    );
    if !is_agreed(&changes, warnings, Some(&words), args.manner, &loaded, context)? {
        return Ok(());
    }
    // From here on an interrupt is an answer: what was begun goes again.
    interrupt::hold();
    // Where no mail can be written, no version is given out for it.
    let folder = written(NewFolder::new(&path), &path, context)?;
    let folder = letters.write(&drafts, &args.to, &shared, folder, &path, context)?;
    let folder = Some((format!("{OUTBOX}/{run}"), folder));
    write(&changes, Beside { folder, ..Beside::default() }, &loaded, context)?;
    if let Some(release) = release {
        context.note(&release.said);
    }
    said(&run, drafts.mails.len(), context);
    Ok(())
}

/// Why no mail is made; `later` know otherwise than it is now, and mails may wait that come first.
fn nothing_made(args: &MakeArgs, later: usize, waits: bool, context: &Context) -> &'static str {
    if args.kind == UPDATE && waits {
        context.say(
            "Nichts wurde erzeugt; zuerst sind die Mails an der Reihe, die schon warten.",
            "Nothing was made; the mails that wait come first.",
        )
    } else if args.kind == UPDATE && later > 0 {
        context.say(
            "Niemand muss gleich etwas erfahren; nichts wurde erzeugt.",
            "Nobody must be told anything at once; nothing was made.",
        )
    } else if args.kind == UPDATE {
        context.say(
            "Niemand muss etwas erfahren; nichts wurde erzeugt.",
            "Nobody must be told anything; nothing was made.",
        )
    } else {
        context.say(
            "Niemand ist übrig, dem diese Mail noch fehlt; nichts wurde erzeugt. `--again` schreibt noch \
             einmal.",
            "Nobody is left who lacks this mail; nothing was made. `--again` writes once more.",
        )
    }
}

/// The name of the run: by the word of its document, whatever the user called that.
fn run_name(args: &MakeArgs, drafts: &Drafts, id: &Id, opened: &Opened) -> Result<RunName> {
    let own_word = drafts.document().map(Document::name).filter(|_| args.kind != UPDATE);
    let word = own_word.unwrap_or(&args.kind);
    let kind = Id::new(&slug(word)).ok_or_else(|| Findings::one(NoMeeting {}))?;
    Ok(RunName { number: opened.outbox.next_number(id), meeting: id.clone(), kind })
}

/// The meeting of which somebody must hear what is otherwise now: the only one, else the next.
fn still_to_tell<'l>(
    opened: &Opened,
    loaded: &'l Loaded,
    context: &Context,
) -> Result<&'l Meeting> {
    loaded.rely_on(Area::Turns)?;
    let (workspace, today) = (&loaded.workspace, context.clock.today());
    let must_be_told = |meeting: &&Meeting| {
        let now = Now::of(workspace, meeting);
        let choice = Choice { names: &[], meeting, today, by_mail: true };
        update(workspace, &opened.outbox, &now, choice).is_ok_and(|told| !told.mails.is_empty())
    };
    let meetings: Vec<&Meeting> = workspace.meetings.iter().filter(must_be_told).collect();
    match meetings[..] {
        [] => loaded.meeting_to_change(Purpose::Preparing, None, context),
        [meeting] => {
            name_chosen(meeting, Purpose::Changing, context);
            loaded.meeting(Some(meeting.id.as_str()), context)
        }
        [..] => {
            let meetings = meetings.iter().map(|meeting| format!("`{}`", meeting.id)).collect();
            Err(Findings::one(WhichMeeting { meetings }).into())
        }
    }
}

/// Warns of news of a meeting that is over, and of invitations after the last day of registration.
fn warn_of_late(
    drafts: &Drafts,
    meeting: &Meeting,
    loaded: &Loaded,
    context: &Context,
) -> Result<()> {
    let late = late_news(meeting, UPDATE, context.clock.today());
    let late: Vec<Diagnostic> = late.into_iter().collect();
    if stops(&late, context.strict) {
        return Err(loaded.fail(late));
    }
    context.warn(&late, &loaded.sources);
    match drafts.invitation().filter(|_| late.is_empty()) {
        Some(invitation) => check(invitation, meeting, loaded, context),
        None => Ok(()),
    }
}

/// Whether a mail waits that tells of the meeting.
fn waits(opened: &Opened, meeting: &Id) -> bool {
    let Opened { outbox, .. } = opened;
    let waits =
        |(run, mail): &(&Run, &Message)| outbox.ledger.state(&run.path(mail)) == State::Pending;
    told(outbox, meeting).values().flat_map(|told| &told.mails).any(waits)
}

/// A version that is given out for the mails.
struct ForMails {
    change: NewText,
    /// What is said of it before.
    told: String,
    /// What is said of it afterwards.
    said: String,
}

/// What mails give out of a meeting.
struct GivenOut<'a> {
    /// Why, unless a reason was said.
    reason: &'a str,
    /// Whether the programme goes with them.
    has_programme: bool,
}

/// The version that is given out because the facts have changed since the last one, or because the programme
/// goes out for the first time.
fn next_release(
    args: &MakeArgs,
    mails: GivenOut<'_>,
    id: &Id,
    opened: &Opened,
    loaded: &Loaded,
    context: &Context,
) -> Result<Option<ForMails>> {
    let meeting = loaded.workspace.meeting(id.as_str());
    let next = if mails.has_programme { next_with_programme } else { next };
    let version = meeting.and_then(|meeting| Some((meeting, next(&loaded.workspace, meeting)?)));
    let Some((meeting, version)) = version else { return Ok(None) };
    let version = version.above(opened.outbox.ledger.last_spent_version(id));
    let by = releaser(None, loaded)?;
    let reason = args.reason.as_ref().map_or(mails.reason, Line::as_str);
    let terms = Terms { by: &by, reason, has_programme: mails.has_programme };
    Ok(Some(ForMails {
        change: given_out(meeting, &version, &terms, loaded, context)?,
        told: release::told(meeting, &version, &terms, loaded, context.language),
        said: release::said(meeting, &version, context.language),
    }))
}

fn said(run: &RunName, number: usize, context: &Context) {
    context.note(&match context.language {
        Language::German => format!(
            "{} in `{OUTBOX}/{run}/`; nichts ist versandt. `erfa outbox show {run}` zeigt sie.",
            count(number, "Mail", "Mails")
        ),
        Language::English => format!(
            "{} in `{OUTBOX}/{run}/`; nothing is sent. `erfa outbox show {run}` shows them.",
            count(number, "mail", "mails")
        ),
    });
}
