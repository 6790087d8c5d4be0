//! The outbox: the records of its runs, and the ledger of what became of their messages.

mod ledger;
mod purge;
mod run;
mod stream;

use super::decode;
use super::workspace::Reader;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::file::MissingFile;
use crate::domain::outbox::{Ledger, Outbox, RunName};
use crate::source::long::LongFile;
use crate::source::{RawFile, Sources};

pub use ledger::{LEDGER, entries as ledger_entries, line as ledger_line};
pub use purge::LedgerPurge;
use run::Record;
pub use run::{
    NewMessage, NewRun, purged_text as purged_run_text, readdressed_text, text as run_text,
};
use stream::Lines;

/// The folder of the outbox.
pub const OUTBOX: &str = "outbox";

/// The list that lies beside the mails of a run.
pub const LIST: &str = "list.txt";

/// The record of a run, in its folder.
pub const RECORD: &str = "run.toml";

/// The file in the folder of a run that says that sending has begun: a ledger that does not know of
/// it is not the right one.
pub const BEGUN: &str = "begun";

/// The file that says that somebody has the outbox in hand: the ledger itself must stay readable.
pub const LOCK: &str = ".lock";

/// What the files of an outbox say.
#[derive(Debug)]
pub struct OutboxReading {
    /// The files.
    pub sources: Sources,
    /// The runs whose record could be understood, and the ledger.
    pub outbox: Outbox,
    /// What is wrong, in the order of the files.
    pub findings: Vec<Diagnostic>,
}

/// Reads the ledger and the records of `runs`, each with the name of its two folders; what was
/// discarded is left out. They are read line by line, however long they are; only what is not as we write
/// it is held whole, so that it can be shown.
pub fn read_outbox(
    ledger: Option<LongFile>,
    runs: Vec<(RunName, Option<LongFile>)>,
) -> OutboxReading {
    let mut sources = Sources::default();
    let mut findings = Vec::new();
    let ledger = ledger.map(|file| ledger_of(file, &mut sources, &mut findings));
    let mut outbox = Outbox { ledger: ledger.unwrap_or_default(), ..Outbox::default() };
    for (name, record) in runs {
        if outbox.ledger.is_discarded(&name) {
            continue;
        }
        let Some(record) = record else {
            let path = format!("{OUTBOX}/{name}/{RECORD}");
            findings.push(Diagnostic::new(MissingFile { path }));
            continue;
        };
        match record_of(record, name, &mut sources, &mut findings) {
            Some(Record::Run(run)) => outbox.runs.push(run),
            Some(Record::Purged(run)) => outbox.purged.push(run),
            None => {}
        }
    }
    outbox.purged.sort_by(|one, other| one.name.cmp(&other.name));
    outbox.runs.sort_by(|one, other| one.name.cmp(&other.name));
    OutboxReading { sources, outbox, findings }
}

fn ledger_of(file: LongFile, sources: &mut Sources, findings: &mut Vec<Diagnostic>) -> Ledger {
    if let Some((ledger, length)) = stream(&file, ledger::sound) {
        sources.add_long(file, length);
        return ledger;
    }
    whole_ledger(file.raw(), sources, findings).unwrap_or_default()
}

fn whole_ledger(
    file: RawFile,
    sources: &mut Sources,
    findings: &mut Vec<Diagnostic>,
) -> Option<Ledger> {
    let file = decode::text(file, sources, findings)?;
    Some(ledger::read(file, &sources.file(file).text, findings))
}

fn record_of(
    record: LongFile,
    name: RunName,
    sources: &mut Sources,
    findings: &mut Vec<Diagnostic>,
) -> Option<Record> {
    let file = sources.next_id();
    if let Some((run, length)) = stream(&record, |lines| stream::run(lines, file, &name)) {
        sources.add_long(record, length);
        return Some(Record::Run(run));
    }
    whole_record(record.raw(), name, sources, findings)
}

fn whole_record(
    record: RawFile,
    name: RunName,
    sources: &mut Sources,
    findings: &mut Vec<Diagnostic>,
) -> Option<Record> {
    let file = decode::text(record, sources, findings)?;
    let reader = Reader { sources, texts: &[], lost: &[], lossy: &[] };
    let mut parsed = reader.parse(file, |fields| run::read(&fields, name));
    findings.append(&mut parsed.findings);
    parsed.value
}

/// What `read` makes of the lines of a file, with the number of its bytes; none if it is not as we write it.
fn stream<T>(
    file: &LongFile,
    read: impl FnOnce(&mut Lines<'_>) -> Option<T>,
) -> Option<(T, usize)> {
    let mut lines = Lines::new(file.bytes.stream().ok()?);
    let value = read(&mut lines)?;
    Some((value, lines.length()))
}

#[cfg(test)]
mod tests;
