//! Where an access request looks.

use crate::domain::outbox::{Entry, Outbox};
use crate::domain::workspace::Workspace;
use crate::source::{Located, Sources};

/// Where everything stands.
#[derive(Clone, Copy, Debug)]
pub struct Sought<'a> {
    /// The workspace.
    pub workspace: &'a Workspace,
    /// Its files.
    pub sources: &'a Sources,
    /// The outbox.
    pub outbox: &'a Outbox,
    /// Its files.
    pub outbox_sources: &'a Sources,
    /// All other texts in the folder: notes, templates, tables, mails that came in, the journal of changes.
    pub other_sources: &'a Sources,
    /// All words in the files of the three, as they read once they are decoded.
    pub words: [&'a [Located<String>]; 3],
    /// The ledger, line by line.
    pub ledger: &'a [Located<Entry>],
}
