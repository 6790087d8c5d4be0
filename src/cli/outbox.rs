//! `erfa outbox`

use std::io;
use std::path::Path;
use std::sync::Arc;

use anyhow::{Context as _, Result};
use clap::Subcommand;

use super::context::{Context, Loaded};
use super::failure::Findings;
use crate::diagnostic::outbox::UnknownRun;
use crate::diagnostic::{Diagnostic, stops};
use crate::domain::meeting::Meeting;
use crate::domain::outbox::{Outbox, Run, RunName};
use crate::input::outbox::{LEDGER, OUTBOX, OutboxReading, RECORD, read_outbox};
use crate::plan::notice::told;
use crate::source::{RawFile, Sources};
use crate::system::{files, folder};
use crate::text::{Language, count, nearest};

mod discard;
mod list;
mod make;
mod show;

/// Make mails, look at them and throw them away
///
/// Nothing here is sent: mails lie in the folder `outbox/` of the workspace, one file a person.
#[derive(clap::Args, Debug)]
pub(super) struct OutboxArgs {
    #[command(subcommand)]
    command: OutboxCommand,
}

#[derive(Subcommand, Debug)]
enum OutboxCommand {
    Make(make::MakeArgs),
    List(list::ListArgs),
    Show(show::ShowArgs),
    Discard(discard::DiscardArgs),
}

pub(super) fn run(args: &OutboxArgs, context: &Context) -> Result<()> {
    match &args.command {
        OutboxCommand::Make(args) => make::run(args, context),
        OutboxCommand::List(args) => list::run(args, context),
        OutboxCommand::Show(args) => show::run(args, context),
        OutboxCommand::Discard(args) => discard::run(args, context),
    }
}

/// The outbox of a workspace, with its files.
pub(super) struct Opened {
    pub(super) outbox: Outbox,
    sources: Arc<Sources>,
}

impl Opened {
    /// Reads it; its errors are the end.
    pub(super) fn read(loaded: &Loaded, context: &Context) -> Result<Self> {
        let root = loaded.writable_root()?.join(OUTBOX);
        let ledger = files::read_one(&root.join(LEDGER), &format!("{OUTBOX}/{LEDGER}"));
        let OutboxReading { sources, outbox, findings } =
            read_outbox(ledger, records(&root).with_context(|| cannot_read(&root, context))?);
        if stops(&findings, context.strict) {
            return Err(Findings { sources: sources.into(), findings }.into());
        }
        context.warn(&findings, &sources);
        Ok(Self { outbox, sources: sources.into() })
    }

    /// The run that `words` name: with its meeting, or without where no other has its name.
    fn run(&self, words: &str) -> Result<&Run> {
        let wanted = words.trim_end_matches('/');
        let wanted = wanted.strip_prefix("outbox/").unwrap_or(wanted);
        let runs = &self.outbox.runs;
        let same = |run: &&Run| run.name.to_string() == wanted || run.name.folder() == wanted;
        let mut found = runs.iter().filter(same);
        if let (Some(run), None) = (found.next(), found.next()) {
            return Ok(run);
        }
        let names: Vec<String> = runs.iter().map(|run| run.name.to_string()).collect();
        let near = nearest(wanted, names.iter().map(String::as_str)).map(str::to_owned);
        Err(Findings::one(UnknownRun { name: wanted.to_owned(), near }).into())
    }

    /// Findings about its files.
    fn fail(&self, findings: Vec<Diagnostic>) -> anyhow::Error {
        Findings { sources: Arc::clone(&self.sources), findings }.into()
    }
}

/// Says how those who were written to about `meeting` hear that it is otherwise now, if anybody was.
pub(super) fn offer_update(meeting: &Meeting, loaded: &Loaded, context: &Context) -> Result<()> {
    let root = loaded.writable_root()?.join(OUTBOX);
    let opened = files::exists(&root).then(|| Opened::read(loaded, context)).transpose()?;
    let told = opened.map_or(0, |opened| {
        let told = told(&opened.outbox, &meeting.id);
        told.values().filter(|told| told.counts_on_it()).count()
    });
    if told > 0 {
        let id = &meeting.id;
        context.note(&match context.language {
            Language::German => format!(
                "{} davon noch nichts: `erfa outbox make update {id}` macht die Mails.",
                count(
                    told,
                    "Person, die eine Mail bekam, weiß",
                    "Personen, die Mails bekamen, wissen"
                )
            ),
            Language::English => format!(
                "{} of it yet: `erfa outbox make update {id}` makes the mails.",
                count(
                    told,
                    "person who got a mail does not know",
                    "people who got mails do not know"
                )
            ),
        });
    }
    Ok(())
}

/// The records of all runs below the outbox; folders of other names are somebody else's.
fn records(root: &Path) -> io::Result<Vec<(RunName, Option<RawFile>)>> {
    let mut records = Vec::new();
    for meeting in folder::folders(root)? {
        for name in folder::folders(&root.join(&meeting))? {
            let Some(run) = RunName::parse(&meeting, &name) else { continue };
            let path = root.join(&meeting).join(&name).join(RECORD);
            let shown = format!("{OUTBOX}/{run}/{RECORD}");
            records.push((run, files::read_one(&path, &shown)));
        }
    }
    Ok(records)
}

fn cannot_read(path: &Path, context: &Context) -> String {
    let path = path.display();
    match context.language {
        Language::German => format!("`{path}` ist nicht lesbar"),
        Language::English => format!("cannot read `{path}`"),
    }
}
