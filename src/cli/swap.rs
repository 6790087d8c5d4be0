//! `erfa swap`

use anyhow::Result;

use super::change::{EditArgs, NewText, line, propose};
use super::context::Context;
use super::loaded::Loaded;
use super::reads::{Area, Reads};
use super::skip::{ROTATION, agreement, rotation};
use crate::diagnostic::Severity;
use crate::domain::line::Line;
use crate::domain::meeting::Meeting;
use crate::input::edit::{add_swap, exchange_hosts, remove_swap};
use crate::plan::rotation::swap;
use crate::text::{Language, list};

/// Let two coming meetings change their hosts
///
/// Only the hosts change places; days, venues and programmes stay as they are.
#[derive(clap::Args, Debug)]
pub(super) struct SwapArgs {
    /// The one meeting
    #[arg(value_name = "MEETING")]
    one: String,

    /// The other meeting
    #[arg(value_name = "MEETING")]
    other: String,

    /// With whom it was agreed
    #[arg(long, value_name = "WHO", value_parser = line, conflicts_with = "undo")]
    agreed_with: Option<Line>,

    #[command(flatten)]
    edit: EditArgs,
}

/// What it rests on.
const READS: Reads = Reads::of(&[Area::Rotation]);

pub(super) fn run(args: &SwapArgs, context: &Context) -> Result<()> {
    context.begin_change()?;
    let loaded = context.load(READS)?;
    loaded.writable_root()?;
    let one = loaded.meeting(Some(&args.one), context)?;
    let other = loaded.meeting(Some(&args.other), context)?;
    let today = context.clock.today();
    let fail = |finding| loaded.fail(vec![finding]);
    let findings = swap::objections(&loaded.workspace, [one, other], today);
    if findings.iter().any(|finding| finding.severity() == Severity::Error) {
        return Err(loaded.fail(findings));
    }
    let (file, text) = rotation(&loaded);
    let text = if args.edit.undo {
        let swap = swap::undoable(&loaded.workspace, [one, other]).map_err(fail)?;
        remove_swap(text, swap.origin).map_err(fail)?
    } else {
        let agreement = agreement(&args.edit, args.agreed_with.as_ref(), today);
        add_swap(file, text, [one.id.as_str(), other.id.as_str()], &agreement).map_err(fail)?
    };
    let [first, second] = [one, other].map(|meeting| loaded.sources.file(meeting.origin.file));
    // Both have hosts, or there would have been an objection.
    let Some(texts) = exchange_hosts(&first.text, &second.text) else { return Ok(()) };
    let changes = [
        NewText { path: first.path.clone(), text: texts.0 },
        NewText { path: second.path.clone(), text: texts.1 },
        NewText { path: ROTATION.to_owned(), text },
    ];
    if propose(&changes, findings, None, args.edit.manner, &loaded, context)? {
        context.note(&said([one, other], &loaded, context.language));
    }
    Ok(())
}

/// Who hosts what now.
fn said([one, other]: [&Meeting; 2], loaded: &Loaded, language: Language) -> String {
    let hosts = |meeting: &Meeting| {
        let hosts = meeting.hosts.iter().map(|host| &loaded.workspace.city(host.value).name);
        list::and(hosts, language)
    };
    let line = |meeting: &Meeting, hosts: &str| match language {
        Language::German => format!("`{}` wird jetzt ausgerichtet von {hosts}.", meeting.id),
        Language::English => format!("`{}` is now hosted by {hosts}.", meeting.id),
    };
    format!("{}\n{}", line(one, &hosts(other)), line(other, &hosts(one)))
}
