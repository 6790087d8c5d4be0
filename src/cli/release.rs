//! `erfa release`

use anyhow::Result;

use super::answer::{Answer, Wanted};
use super::change::{Manner, NewText, line, propose};
use super::context::Context;
use super::failure::Findings;
use super::loaded::Loaded;
use super::outbox::opened::outbox;
use super::output::{Listing, OutputArgs};
use super::reads::Reads;
use super::target::Target;
use super::write::ready;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::release::{NoReleaser, ReleaseAhead};
use crate::document::release::document;
use crate::domain::line::Line;
use crate::domain::meeting::Meeting;
use crate::input::edit::{NewRelease, add_release};
use crate::plan::dates::blocked::blocked;
use crate::plan::programme::release::{Version, next_with_programme};
use crate::plan::usual_meeting::Purpose;
use crate::text::{Language, plain};
use crate::view::changes::changes;
use crate::view::programme::Edition;
use crate::view::release::releases;

/// Give out a numbered version of a meeting
///
/// Writes a `[[release]]` entry with what readers are told of the meeting, and the ids of its
/// sessions, into its file. Programmes then name day and version, `programme --since` tells what
/// has changed, and calendars learn of another start, end, place or cancellation. Whoever asks for a
/// format or a file is shown the versions afterwards, as with `--list`.
#[derive(clap::Args, Debug)]
pub(super) struct ReleaseArgs {
    /// The meeting [default: the next one, else the last]
    #[arg(value_name = "MEETING")]
    meeting: Option<String>,

    /// Who gives it out [default: the network's sender]
    #[arg(long, value_name = "NAME", value_parser = line)]
    by: Option<Line>,

    /// Why; needed, and kept in the file
    #[arg(long, value_name = "WORDS", value_parser = line, required_unless_present = "list")]
    reason: Option<Line>,

    /// Give out even an idea, or a meeting without day or place
    #[arg(long)]
    anyway: bool,

    #[command(flatten)]
    manner: Manner,

    /// Show the versions there are
    #[arg(long, conflicts_with_all = ["by", "reason", "yes", "dry_run"])]
    list: bool,

    #[command(flatten)]
    output: OutputArgs<Listing>,
}

/// What it rests on.
const READS: Reads = Reads::of(&[]);

pub(super) fn run(args: &ReleaseArgs, context: &Context) -> Result<()> {
    if !args.list {
        context.begin_change()?;
    }
    let loaded = context.load(READS)?;
    let id = args.meeting.as_deref();
    if args.list {
        let meeting = loaded.meeting(id, context)?;
        let opened = args.output.open(&stem(meeting), context)?;
        return list(meeting, opened, &loaded, context);
    }
    loaded.writable_root()?;
    let meeting = loaded.meeting_to_change(Purpose::Preparing, id, context)?;
    let by = releaser(args.by.as_ref(), &loaded)?;
    let reason = args.reason.as_ref().map(ToString::to_string).unwrap_or_default();
    let is_told = !args.output.is_usual();
    let opened = is_told.then(|| args.output.open(&stem(meeting), context)).transpose()?;
    match next_with_programme(&loaded.workspace, meeting) {
        None => context.note(&unchanged(meeting, context.language)),
        Some(version) => {
            ready(None, meeting, args.anyway, &loaded, context)?;
            let spent = outbox(&loaded, context)?.ledger.last_spent_version(&meeting.id);
            let version = version.above(spent);
            let terms = Terms { by: &by, reason: &reason, has_programme: true };
            let change = given_out(meeting, &version, &terms, &loaded, context)?;
            let words = told(meeting, &version, &terms, &loaded, context.language);
            let warnings = warnings(meeting, &loaded, context);
            if propose(&[change], warnings, Some(&words), args.manner, &loaded, context)? {
                context.note(&said(meeting, &version, context.language));
            }
        }
    }
    let Some(opened) = opened else { return Ok(()) };
    let (loaded, _) = context.read(READS)?;
    list(loaded.meeting(Some(meeting.id.as_str()), context)?, opened, &loaded, context)
}

/// What a file with the versions of `meeting` is called.
fn stem(meeting: &Meeting) -> String {
    format!("{}-releases", meeting.id)
}

fn list(
    meeting: &Meeting,
    (wanted, target): (Wanted, Target),
    loaded: &Loaded,
    context: &Context,
) -> Result<()> {
    let releases = releases(&loaded.workspace, meeting);
    let answer = Answer::about(loaded)
        .document(|_, language| Ok(document(&releases, language)))
        .data(|_| Ok(&releases));
    target.write(&answer.encode(wanted, context)?, context)
}

/// By whom and why a version is given out.
pub(super) struct Terms<'a> {
    pub(super) by: &'a str,
    pub(super) reason: &'a str,
    /// Whether readers get the programme by it.
    pub(super) has_programme: bool,
}

/// What the file of `meeting` says when `version` is given out.
pub(super) fn given_out(
    meeting: &Meeting,
    version: &Version,
    terms: &Terms<'_>,
    loaded: &Loaded,
    context: &Context,
) -> Result<NewText> {
    let zone = loaded.workspace.network.time_zone.name();
    // A clock that was ahead once holds nobody up: versions follow each other all the same.
    let last = meeting.releases.last().map(|release| release.released);
    let now = context.clock.now(zone);
    let release = NewRelease {
        number: version.number,
        released: last.map_or(now, |last| last.max(now)),
        by: terms.by,
        reason: terms.reason,
        sequence: version.sequence,
        uid: &version.uid,
        has_programme: terms.has_programme,
        facts: &version.facts,
    };
    let id = meeting.origin.file;
    let file = loaded.sources.file(id);
    let ids: Vec<_> = meeting.sessions.iter().map(|session| &session.id).collect();
    let text = add_release(id, &file.text, &release, &ids);
    let text = text.map_err(|finding| loaded.fail(vec![finding]))?;
    Ok(NewText { path: file.path.clone(), text })
}

/// What the file of `meeting` will say of `version`, and what is otherwise since the last one.
pub(super) fn told(
    meeting: &Meeting,
    version: &Version,
    terms: &Terms<'_>,
    loaded: &Loaded,
    language: Language,
) -> String {
    let path = &loaded.sources.file(meeting.origin.file).path;
    let (number, Terms { by, reason, has_programme: _ }) = (version.number, terms);
    let head = match language {
        Language::German => {
            format!("{path}\n  Fassung {number} (neu), freigegeben von {by}: {reason}\n")
        }
        Language::English => {
            format!("{path}\n  version {number} (new), given out by {by}: {reason}\n")
        }
    };
    let Some(last) = meeting.releases.last() else { return plain(&head) };
    let changes = changes(&loaded.workspace, meeting, last, language, Edition::Full);
    let items = changes.items.iter().map(|item| item.sentence(language));
    let lines = changes.whole.iter().cloned().chain(items).map(|line| format!("    {line}\n"));
    let since = match language {
        Language::German => format!("  geändert seit Fassung {}:\n", last.number),
        Language::English => format!("  changed since version {}:\n", last.number),
    };
    let lines: String = lines.collect();
    let since = if lines.is_empty() { String::new() } else { since + &lines };
    plain(&(head + &since))
}

/// What speaks against the day of a meeting that is given out, and was not accepted; and that the last
/// version is of a day to come.
pub(super) fn warnings(meeting: &Meeting, loaded: &Loaded, context: &Context) -> Vec<Diagnostic> {
    let accepted = |finding: &Diagnostic| {
        let known = meeting.acknowledged.iter().map(|known| known.code.as_str());
        known.into_iter().any(|code| code == finding.code())
    };
    let mut warnings = blocked(&loaded.workspace, meeting, context.clock.today());
    warnings.retain(|finding| !accepted(finding));
    let today = context.clock.today();
    let last = meeting.releases.last().map(|last| (last, last.released.date_naive()));
    warnings.extend(last.filter(|(_, released)| *released > today).map(|(last, released)| {
        Diagnostic::at(last.origin, ReleaseAhead { number: last.number, released })
    }));
    warnings
}

/// Who gives the version out: the person named, else the sender of the network.
pub(super) fn releaser(by: Option<&Line>, loaded: &Loaded) -> Result<String> {
    let sender = &loaded.workspace.network.sender;
    let by = by.or(sender.name.as_ref()).or(sender.organisation.as_ref());
    let by = by.ok_or_else(|| Findings::one(NoReleaser {}))?;
    Ok(by.to_string())
}

fn unchanged(meeting: &Meeting, language: Language) -> String {
    let number = meeting.releases.last().map_or(0, |release| release.number);
    match language {
        Language::German => {
            format!("Seit Fassung {number} ist nichts geändert; nichts wurde geschrieben.")
        }
        Language::English => {
            format!("Nothing has changed since version {number}; nothing was written.")
        }
    }
}

/// That a version was given out, and what calendars make of it.
pub(super) fn said(meeting: &Meeting, version: &Version, language: Language) -> String {
    let (title, id) = (&meeting.title.value, &meeting.id);
    let Version { number, sequence, .. } = version;
    let before = meeting.releases.last().map(|release| release.sequence);
    let risen = before.is_some_and(|before| before < *sequence);
    let head = match language {
        Language::German => format!("Fassung {number} freigegeben: {title} ({id})"),
        Language::English => format!("Version {number} given out: {title} ({id})"),
    };
    let calendars = match language {
        Language::German => format!(
            "\nBeginn, Ende, Ort oder Absage sind neu: der Kalenderstand (SEQUENCE) steigt auf {sequence}, damit Kalender es merken."
        ),
        Language::English => format!(
            "\nStart, end, place or cancellation are new: the calendar revision (SEQUENCE) rises to {sequence}, so that calendars notice."
        ),
    };
    if risen { head + &calendars } else { head }
}
