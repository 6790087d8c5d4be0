//! A run that is about to go out, and its mails.

use std::collections::HashMap;
use std::io;
use std::path::PathBuf;
use std::time::Duration;

use anyhow::{Context as _, Result};
use chrono::{DateTime, FixedOffset};
use rayon::iter::{IntoParallelRefIterator as _, ParallelIterator as _};

use crate::cli::change::{Beside, replace};
use crate::cli::context::Context;
use crate::cli::loaded::Loaded;
use crate::cli::outbox::journal::Journal;
use crate::cli::outbox::opened::Opened;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::posting::{AlteredMail, Flaw};
use crate::domain::line::Line;
use crate::domain::outbox::{Event, Message, Run, State};
use crate::input::outbox::{BEGUN, LEDGER, OUTBOX, readdressed_text};
use crate::input::{Outgoing, outgoing, readdressed};
use crate::system::files;
use crate::system::journal::{Replacement, Rights};
use crate::system::transport::Transport;

/// How mails go out.
pub(in crate::cli) struct Route {
    /// Who takes them.
    pub(in crate::cli) transport: Box<dyn Transport>,
    /// How long to wait between two of them.
    pub(in crate::cli) pause: Duration,
}

fn replacement(path: String, before: Option<Vec<u8>>, after: Option<Vec<u8>>) -> Replacement {
    Replacement { path, before, after, rights: Rights::OfFolder, like: None }
}

/// A run that is about to go out.
pub(super) struct Errand<'a> {
    pub(super) run: &'a Run,
    pub(super) due: Vec<&'a Message>,
    /// Those of them that came back, as they are recorded, with the address that they go to now.
    pub(super) mended: &'a [(&'a Message, Line)],
    /// The same by their files.
    pub(super) anew: HashMap<&'a str, &'a (&'a Message, Line)>,
    pub(super) opened: &'a Opened,
    pub(super) loaded: &'a Loaded,
    pub(super) context: &'a Context,
}

/// A mail as it lies in the outbox.
pub(super) struct Draft<'a> {
    file: PathBuf,
    message: &'a Message,
    /// The address that it was made for and the one that it goes to now, if it came back.
    readdress: Option<(&'a str, &'a str)>,
}

impl Draft<'_> {
    /// It as it goes out: to the address that its recipient has now.
    pub(super) fn bytes(&self) -> io::Result<Vec<u8>> {
        let bytes = files::read_own(&self.file)?;
        // What cannot be readdressed is found to go to the wrong address.
        let anew = self.readdress.and_then(|(before, to)| readdressed(&bytes, before, to));
        Ok(anew.unwrap_or(bytes))
    }

    /// Reads it and makes it ready to go out at `now`.
    pub(super) fn outgoing(&self, now: DateTime<FixedOffset>) -> Result<Outgoing, Flaw> {
        let bytes = self.bytes().map_err(|error| Flaw::Unreadable(files::words(&error)))?;
        outgoing(&bytes, self.message, now)
    }
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

    /// The draft of a mail.
    pub(super) fn draft<'m>(&'m self, message: &'m Message) -> Result<Draft<'m>> {
        let mended = self.anew.get(message.file.as_str());
        let readdress = mended.map(|(one, to)| (one.mail.as_str(), to.as_str()));
        Ok(Draft { file: self.file(message)?, message, readdress })
    }

    /// All drafts, in the order in which they go out.
    pub(super) fn drafts(&self) -> Result<Vec<Draft<'_>>> {
        self.due.iter().map(|message| self.draft(message)).collect()
    }

    /// Writes the mails that came back, and their records, with the addresses that they go to now, and
    /// sets down that they wait: all of it at once, for what is addressed anew and still counts as come
    /// back would never go out.
    pub(super) fn readdress(&self, journal: &mut Journal) -> Result<()> {
        let Some((first, _)) = self.mended.first() else { return Ok(()) };
        let root = self.loaded.writable_root()?;
        let mut files = Vec::new();
        for message in &self.due {
            if self.anew.contains_key(message.file.as_str()) {
                let before = files::read_own(&self.file(message)?).ok();
                let path = format!("{OUTBOX}/{}", self.run.path(message));
                files.push(replacement(path, before, self.draft(message)?.bytes().ok()));
            }
        }
        let record = self.opened.sources.file(first.origin.file);
        let addresses: Vec<(usize, &str)> =
            self.mended.iter().map(|(it, to)| (it.origin.range().start, to.as_str())).collect();
        let text = readdressed_text(&record.text, &addresses).map_err(|number| {
            let (message, to) = &self.mended[number];
            let flaw = Flaw::Recipient { expected: to.to_string() };
            self.opened.fail(vec![self.altered(message, flaw)])
        })?;
        let before = Some(record.text.clone().into_bytes());
        files.push(replacement(record.path.clone(), before, Some(text.into_bytes())));
        for (message, to) in self.mended {
            let words = format!("<{}> instead of <{}>", to, message.mail);
            journal.add(Event::Message(State::Pending), &self.run.path(message), Some(&words));
        }
        journal.put_by(self.context, |[before, after]| {
            files.push(replacement(format!("{OUTBOX}/{LEDGER}"), Some(before), Some(after)));
            let beside = Beside { is_final: true, ..Beside::default() };
            replace(root, files, beside, self.context)
        })?;
        // Whoever only sends keeps nobody else waiting.
        self.context.put_in_order()
    }

    /// Finds every mail that cannot go out.
    pub(super) fn check(&self, object: impl Fn(&Outgoing) -> Option<Flaw> + Sync) -> Result<()> {
        let now = self.context.clock.now(self.loaded.workspace.network.time_zone.name());
        let flaw = |draft: &Draft<'_>| match draft.outgoing(now) {
            Ok(outgoing) => object(&outgoing),
            Err(flaw) => Some(flaw),
        };
        let flaws: Vec<Option<Flaw>> = self.drafts()?.par_iter().map(flaw).collect();
        let flaws = self.due.iter().zip(flaws);
        let findings: Vec<Diagnostic> =
            flaws.filter_map(|(message, flaw)| Some(self.altered(message, flaw?))).collect();
        if findings.is_empty() { Ok(()) } else { Err(self.opened.fail(findings)) }
    }

    /// The finding that a mail cannot go out as it is.
    pub(super) fn altered(&self, message: &Message, flaw: Flaw) -> Diagnostic {
        let path = format!("{OUTBOX}/{}", self.run.path(message));
        Diagnostic::at(message.origin, AlteredMail { path, flaw })
    }
}
