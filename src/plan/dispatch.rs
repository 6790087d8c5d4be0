//! Which mails of a run go out now.
//!
//! Only mails that wait do, each to the address it was made for. Nobody who wants no mail any more,
//! or has another address now, gets what was made before that was known; nobody gets two mails of
//! one run.

use std::collections::HashSet;

use crate::domain::contact::Mail;
use crate::domain::id::Id;
use crate::domain::line::Line;
use crate::domain::outbox::{Entry, Message, Outbox, Run, State};
use crate::domain::workspace::Workspace;
use crate::text::{address_key, slug};

/// Which mails are wanted.
#[derive(Clone, Copy, Debug, Default)]
pub struct Wish<'a> {
    /// Those to these people alone: keys or names; empty means all.
    pub only: &'a [String],
    /// At most so many.
    pub limit: Option<usize>,
    /// Those, too, that were refused for now.
    pub retry: bool,
}

/// What goes out and what does not.
#[derive(Clone, Debug, Default)]
pub struct Dispatch<'o> {
    /// The mails that go out, in the order of the run.
    pub due: Vec<&'o Message>,
    /// Those that do not, although they wait, and why.
    pub held: Vec<(&'o Message, Hold)>,
    /// How many wait beyond the limit.
    pub later: usize,
    /// Those of which nobody knows whether they arrived.
    pub unsure: Vec<&'o Message>,
    /// How many were refused for now and are not asked for.
    pub refused_for_now: usize,
}

/// Why a mail that waits does not go out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Hold {
    /// The recipient wants no mail any more.
    Never,
    /// The recipient has another address now.
    Moved {
        /// The new one.
        to: Line,
    },
    /// Another mail of the run goes to the same address.
    Twice,
}

/// Finds out which mails of `run` go out.
///
/// # Errors
/// With every name of `wish` that is nobody's in the run.
pub fn dispatch<'o, 'w>(
    workspace: &Workspace,
    outbox: &Outbox,
    run: &'o Run,
    wish: &Wish<'w>,
) -> Result<Dispatch<'o>, Vec<&'w str>> {
    let unknown = |name: &&String| !run.messages.iter().any(|message| is_called(message, name));
    let unknown: Vec<&str> = wish.only.iter().filter(unknown).map(String::as_str).collect();
    if !unknown.is_empty() {
        return Err(unknown);
    }
    let mut dispatch = Dispatch::default();
    let mut gone: HashSet<String> = HashSet::new();
    let state = |message: &Message| outbox.ledger.state(&run.path(message));
    for message in run.messages.iter().filter(|message| state(message) != State::Pending) {
        if state(message) != State::Failed {
            gone.extend(address_key(message.mail.as_str()));
        }
    }
    for message in &run.messages {
        let path = run.path(message);
        let is_wanted =
            wish.only.is_empty() || wish.only.iter().any(|name| is_called(message, name));
        match state(message) {
            State::Unsure | State::Sending => dispatch.unsure.push(message),
            State::Failed if outbox.ledger.last(&path).is_some_and(Entry::is_temporary) => {
                if !wish.retry {
                    dispatch.refused_for_now += 1;
                } else if is_wanted {
                    dispatch.take(workspace, message, wish, &mut gone);
                }
            }
            State::Pending if is_wanted => dispatch.take(workspace, message, wish, &mut gone),
            State::Pending | State::Failed | State::Sent => {}
        }
    }
    Ok(dispatch)
}

impl<'o> Dispatch<'o> {
    fn take(
        &mut self,
        workspace: &Workspace,
        message: &'o Message,
        wish: &Wish<'_>,
        gone: &mut HashSet<String>,
    ) {
        let key = address_key(message.mail.as_str());
        if let Some(hold) = hold(workspace, message) {
            self.held.push((message, hold));
        } else if key.as_ref().is_some_and(|key| gone.contains(key)) {
            self.held.push((message, Hold::Twice));
        } else {
            gone.extend(key);
            if wish.limit.is_some_and(|limit| self.due.len() >= limit) {
                self.later += 1;
            } else {
                self.due.push(message);
            }
        }
    }
}

/// Whether a mail is to somebody of this key or name.
fn is_called(message: &Message, name: &str) -> bool {
    let name = name.trim_end_matches(".eml");
    message.person.as_str() == name || slug(message.name.as_str()) == slug(name)
}

/// What speaks against a mail now. Somebody who is no contact any more may still be told that they
/// are no longer meant.
fn hold(workspace: &Workspace, message: &Message) -> Option<Hold> {
    let same = |address: &Line| address_key(address.as_str()) == address_key(message.mail.as_str());
    let moved = |address: &Line| (!same(address)).then(|| Hold::Moved { to: address.clone() });
    let is_meant = |id: &Id| *id == message.person;
    if let Some(contact) = workspace.contacts.iter().find(|contact| is_meant(&contact.id)) {
        return match &contact.mail {
            Mail::Never => Some(Hold::Never),
            Mail::At(address) => moved(address),
            Mail::Unknown => None,
        };
    }
    let city = workspace.cities.iter().find(|city| is_meant(&city.id))?;
    city.mail.as_ref().and_then(moved)
}

#[cfg(test)]
mod tests;
