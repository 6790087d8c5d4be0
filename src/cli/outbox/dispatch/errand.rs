//! A run that is about to go out, and its mails.

use std::path::PathBuf;
use std::time::Duration;

use anyhow::{Context as _, Result};

use crate::cli::context::Context;
use crate::cli::loaded::Loaded;
use crate::cli::outbox::opened::Opened;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::posting::{AlteredMail, Flaw};
use crate::domain::outbox::{Message, Run};
use crate::input::outbox::{BEGUN, OUTBOX};
use crate::input::{Outgoing, outgoing};
use crate::system::files;
use crate::system::transport::Transport;

/// How mails go out.
pub(in crate::cli) struct Route {
    /// Who takes them.
    pub(in crate::cli) transport: Box<dyn Transport>,
    /// How long to wait between two of them.
    pub(in crate::cli) pause: Duration,
}

/// A run that is about to go out.
pub(super) struct Errand<'a> {
    pub(super) run: &'a Run,
    pub(super) due: Vec<&'a Message>,
    pub(super) opened: &'a Opened,
    pub(super) loaded: &'a Loaded,
    pub(super) context: &'a Context,
}

impl Errand<'_> {
    /// Says in the folder of the run that sending has begun.
    pub(super) fn begin(&self) -> Result<()> {
        let folder = self.loaded.writable_root()?.join(OUTBOX).join(self.run.name.to_string());
        let path = folder.join(BEGUN);
        if files::exists(&path) {
            return Ok(());
        }
        files::create(&path, b"").with_context(|| self.context.cannot_write(&path))
    }

    /// The file of a mail.
    pub(super) fn file(&self, message: &Message) -> Result<PathBuf> {
        Ok(self.loaded.writable_root()?.join(OUTBOX).join(self.run.path(message)))
    }

    /// Reads a mail and makes it ready to go out.
    pub(super) fn outgoing(&self, message: &Message) -> Result<Result<Outgoing, Flaw>> {
        let now = self.context.clock.now(self.loaded.workspace.network.time_zone.name());
        let bytes = files::read_own(&self.file(message)?);
        let bytes = bytes.map_err(|error| Flaw::Unreadable(files::words(&error)));
        Ok(bytes.and_then(|bytes| outgoing(&bytes, message, now)))
    }

    /// Finds every mail that cannot go out.
    pub(super) fn check(&self, object: impl Fn(&Outgoing) -> Option<Flaw>) -> Result<()> {
        let mut findings = Vec::new();
        for message in &self.due {
            let flaw = match self.outgoing(message)? {
                Ok(outgoing) => object(&outgoing),
                Err(flaw) => Some(flaw),
            };
            findings.extend(flaw.map(|flaw| self.altered(message, flaw)));
        }
        if findings.is_empty() { Ok(()) } else { Err(self.opened.fail(findings)) }
    }

    /// The finding that a mail cannot go out as it is.
    pub(super) fn altered(&self, message: &Message, flaw: Flaw) -> Diagnostic {
        let path = format!("{OUTBOX}/{}", self.run.path(message));
        Diagnostic::at(message.origin, AlteredMail { path, flaw })
    }
}
