//! The outbox: the records of its runs, and the ledger of what became of their messages.

mod ledger;
mod purge;
mod run;

use super::decode;
use super::workspace::Reader;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::file::MissingFile;
use crate::domain::outbox::{Ledger, Outbox, RunName};
use crate::source::{RawFile, Sources};

pub use ledger::{LEDGER, entries as ledger_entries, line as ledger_line};
pub use purge::LedgerPurge;
use run::Record;
pub use run::{
    NewMessage, NewRun, purged_text as purged_run_text, readdressed_text, text as run_text,
};

/// The folder of the outbox.
pub const OUTBOX: &str = "outbox";

/// The list that lies beside the mails of a run.
pub const LIST: &str = "list.txt";

/// The record of a run, in its folder.
pub const RECORD: &str = "run.toml";

/// The file in the folder of a run that says that sending has begun: a ledger that does not know of
/// it is not the right one.
pub const BEGUN: &str = "begun";

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
/// discarded is left out.
pub fn read_outbox(
    ledger: Option<RawFile>,
    runs: Vec<(RunName, Option<RawFile>)>,
) -> OutboxReading {
    let mut sources = Sources::default();
    let mut findings = Vec::new();
    // A ledger that was made and never written to says nothing.
    let ledger = ledger.filter(|file| {
        file.content.as_ref().is_ok_and(|bytes| !bytes.is_empty()) || file.content.is_err()
    });
    let ledger = ledger.and_then(|file| decode::text(file, &mut sources, &mut findings));
    let ledger = ledger.map_or_else(Ledger::default, |file| {
        ledger::read(file, &sources.file(file).text, &mut findings)
    });
    let mut outbox = Outbox { ledger, ..Outbox::default() };
    for (name, record) in runs {
        if outbox.ledger.is_discarded(&name) {
            continue;
        }
        let Some(record) = record else {
            let path = format!("{OUTBOX}/{name}/{RECORD}");
            findings.push(Diagnostic::new(MissingFile { path }));
            continue;
        };
        let Some(file) = decode::text(record, &mut sources, &mut findings) else { continue };
        let reader = Reader { sources: &sources, texts: &[], lost: &[], lossy: &[] };
        let mut parsed = reader.parse(file, |fields| run::read(&fields, name));
        findings.append(&mut parsed.findings);
        match parsed.value {
            Some(Record::Run(run)) => outbox.runs.push(run),
            Some(Record::Purged(run)) => outbox.purged.push(run),
            None => {}
        }
    }
    outbox.purged.sort_by(|one, other| one.name.cmp(&other.name));
    outbox.runs.sort_by(|one, other| one.name.cmp(&other.name));
    OutboxReading { sources, outbox, findings }
}
