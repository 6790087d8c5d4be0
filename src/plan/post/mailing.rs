//! Who gets which mail about a meeting, and who gets none: found out before any is made.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use super::document_kind::Document;
use super::notification::{Notice, Part, had, told};
use super::recipient::{Addressee, Chosen, Recipient};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::outbox::UnsentMails;
use crate::domain::id::Id;
use crate::domain::line::Line;
use crate::domain::meeting::Meeting;
use crate::domain::outbox::{Outbox, RunName, State};
use crate::domain::release::{Facts, Release};
use crate::domain::reply::Who;
use crate::domain::workspace::Workspace;
use crate::plan::programme::release::next;
use crate::text::{address_key, slug};

mod update;

pub use update::update;

/// The mails of a run before they are made.
#[derive(Clone, Debug, Default)]
pub struct Mailing<'a> {
    /// The mails, in the order of their recipients.
    pub mails: Vec<Mail<'a>>,
    /// Who gets none.
    pub left_out: Vec<LeftOut<'a>>,
}

/// A mail to be made.
#[derive(Clone, Debug)]
pub struct Mail<'a> {
    /// To whom it goes.
    pub to: Recipient<'a>,
    /// What it is.
    pub document: Document,
    /// What they must be told of a change; none in a document that somebody asked for.
    pub update: Option<Update<'a>>,
    /// The least sequence of its calendar part; none if they never got one.
    pub sequence: Option<u32>,
}

/// What somebody must be told of a change.
#[derive(Clone, Debug)]
pub struct Update<'a> {
    /// What kind of news it is.
    pub notice: Notice,
    /// What is true of the meeting now.
    pub now: &'a Facts,
    /// The version that they know, if they are told old and new.
    pub known: Option<&'a Release>,
    /// What they have to do with the meeting.
    pub part: Part,
    /// Whether the file of the meeting tells of the day that they know.
    pub is_moved: bool,
}

impl Update<'_> {
    /// Why it was changed, if `meeting` says so since the version that they know.
    pub fn reason<'m>(&self, meeting: &'m Meeting) -> Option<&'m Line> {
        let since = self.known?.released.date_naive();
        let history = meeting.history.iter().filter(|change| change.changed >= since);
        Some(&history.max_by_key(|change| change.changed)?.reason)
    }
}

/// Who gets no mail, and why.
#[derive(Clone, Debug)]
pub enum LeftOut<'a> {
    /// They want none.
    Never(Addressee<'a>),
    /// Somebody else has the same address.
    Shared {
        /// Who.
        who: Addressee<'a>,
        /// The address.
        mail: &'a Line,
        /// Whoever gets the mail there.
        other: Addressee<'a>,
    },
    /// They have the same mail already, of this run.
    Had {
        /// Who.
        who: Addressee<'a>,
        /// The run.
        run: &'a RunName,
    },
}

impl<'a> LeftOut<'a> {
    /// Who it is.
    pub fn who(&self) -> Addressee<'a> {
        match self {
            Self::Never(who) | Self::Shared { who, .. } | Self::Had { who, .. } => *who,
        }
    }
}

/// The mails of a document to those who are chosen: one an address, and none to
/// somebody who has it already, save `again`.
pub fn mailing<'a>(
    workspace: &'a Workspace,
    outbox: &'a Outbox,
    meeting: &'a Meeting,
    document: &Document,
    chosen: Chosen<'a>,
    again: bool,
) -> Mailing<'a> {
    let (mut recipients, mut left_out) = one_an_address(workspace, chosen);
    if !again {
        // What holds now is told by the last version, if nothing has changed since.
        let last = meeting.releases.last().map(|release| release.number);
        let had = had(
            outbox,
            meeting,
            &slug(document.name()),
            last.filter(|_| next(workspace, meeting).is_none()),
        );
        recipients.retain(|Recipient { who, .. }| {
            let run = had.run(who.id(workspace).as_str(), who.mail(workspace).map(Line::as_str));
            left_out.extend(run.map(|run| LeftOut::Had { who: *who, run }));
            run.is_none()
        });
    }
    let told = told(outbox, &meeting.id);
    let mail = |to: Recipient<'a>| {
        let sequence = told.get(to.who.id(workspace)).and_then(|told| told.sequence);
        Mail { to, document: document.clone(), update: None, sequence }
    };
    Mailing { mails: recipients.into_iter().map(mail).collect(), left_out }
}

/// Those who are chosen, of those who share an address the first, and who else there is.
fn one_an_address<'a>(
    workspace: &'a Workspace,
    chosen: Chosen<'a>,
) -> (Vec<Recipient<'a>>, Vec<LeftOut<'a>>) {
    let refusing = chosen.refusing.into_iter();
    let refusing = refusing.map(|id| LeftOut::Never(Addressee::Known(Who::Contact(id))));
    let mut left_out: Vec<LeftOut<'a>> = refusing.collect();
    let mut known: HashMap<String, Addressee<'a>> = HashMap::new();
    let mut recipients = chosen.recipients;
    recipients.retain(|Recipient { who, .. }| {
        let Some(mail) = who.mail(workspace) else { return true };
        let Some(key) = address_key(mail.as_str()) else { return true };
        match known.entry(key) {
            Entry::Vacant(place) => {
                place.insert(*who);
                true
            }
            Entry::Occupied(other) => {
                left_out.push(LeftOut::Shared { who: *who, mail, other: *other.get() });
                false
            }
        }
    });
    (recipients, left_out)
}

/// That mails about `meeting` wait whose recipients would now be told of a change.
pub fn unsent(outbox: &Outbox, meeting: &Id) -> Vec<Diagnostic> {
    let unsent = outbox.about(meeting).filter_map(|run| {
        let states = outbox.states(run);
        let number = states.iter().filter(|state| **state == State::Pending).count();
        let problem = UnsentMails { run: run.name.to_string(), number };
        (number > 0).then(|| Diagnostic::at(run.origin, problem))
    });
    unsent.collect()
}

#[cfg(test)]
mod tests;
