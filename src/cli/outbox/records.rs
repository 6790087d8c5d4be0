//! The records of the outbox as they lie on the disk.

use std::io;
use std::path::Path;

use crate::domain::meeting::Meeting;
use crate::domain::outbox::RunName;
use crate::input::outbox::{LEDGER, OUTBOX, OutboxReading, RECORD, read_outbox};
use crate::plan::post::document_kind::DocumentKind;
use crate::source::long::LongFile;
use crate::system::folder;
use crate::system::long::long_file;
use crate::text::Vocabulary as _;

/// Reads the ledger and the records of all runs below `root`, the outbox.
pub(in crate::cli) fn read(root: &Path) -> io::Result<OutboxReading> {
    let ledger = long_file(&root.join(LEDGER), &format!("{OUTBOX}/{LEDGER}"));
    records(root).map(|records| read_outbox(ledger, records))
}

/// Whether mails below `root`, the outbox, told anybody that one of these `meetings` does without them.
pub(in crate::cli) fn have_withdrawn<'m>(
    root: &Path,
    mut meetings: impl Iterator<Item = &'m Meeting>,
) -> bool {
    meetings.any(|meeting| {
        let id = meeting.id.as_str();
        let runs = folder::folders(&root.join(id)).unwrap_or_default();
        let mut runs = runs.iter().filter_map(|run| RunName::parse(id, run));
        runs.any(|run| run.kind.as_str() == DocumentKind::Withdrawal.word())
    })
}

/// The records of all runs below the outbox; folders of other names are somebody else's.
fn records(root: &Path) -> io::Result<Vec<(RunName, Option<LongFile>)>> {
    let mut records = Vec::new();
    for meeting in folder::folders(root)? {
        for name in folder::folders(&root.join(&meeting))? {
            let Some(run) = RunName::parse(&meeting, &name) else { continue };
            let path = root.join(&meeting).join(&name).join(RECORD);
            let shown = format!("{OUTBOX}/{run}/{RECORD}");
            records.push((run, long_file(&path, &shown)));
        }
    }
    Ok(records)
}
