//! Which mails of a run go out now.
//!
//! Only mails that wait do, each to the address it was made for. Nobody who wants no mail any more,
//! is known no more or has another address now, gets what was made before that was known; nobody is
//! invited to what is cancelled or over, is told that a meeting is cancelled which is not, hears old news
//! after new, or what has changed since a mail that never arrived, or is reminded of what is done; nobody gets
//! two mails of one run. A mail that came back waits until its recipient has another address, and goes there.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;

use super::document_kind::DocumentKind;
use super::reminder::{Idle, idle};
use super::told::UPDATE;
use crate::domain::city::City;
use crate::domain::contact::Mail;
use crate::domain::line::Line;
use crate::domain::meeting::{Meeting, Status};
use crate::domain::outbox::{Entry, Event, Message, Outbox, Run, RunName, State};
use crate::domain::workspace::Workspace;
use crate::text::{Vocabulary as _, address_key, slug};

/// Which mails are wanted.
#[derive(Clone, Copy, Debug, Default)]
pub struct Selection<'a> {
    /// Those to these people alone: keys or names; empty means all.
    pub only: &'a [String],
    /// At most so many.
    pub limit: Option<usize>,
    /// Those, too, that were refused for now.
    pub retry: bool,
    /// The day: nobody is invited to what is over. None means that it does not matter.
    pub today: Option<NaiveDate>,
}

/// What goes out and what does not.
#[derive(Clone, Debug, Default)]
pub struct Dispatch<'o> {
    /// The mails that go out, in the order of the run.
    pub due: Vec<&'o Message>,
    /// Those that do not, although they wait, and why.
    pub held: Vec<(&'o Message, Hold)>,
    /// Those of `due` that came back, with the address that they go to now.
    pub mended: Vec<(&'o Message, Line)>,
    /// Those that came back and still have no other address.
    pub bounced: Vec<&'o Message>,
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
    Twice {
        /// The address.
        at: Line,
    },
    /// The recipient is known no more, or has no address.
    Gone,
    /// The meeting is cancelled.
    Cancelled,
    /// It tells that the meeting is cancelled, which it is not any more.
    NotCancelled,
    /// The meeting is over.
    Over,
    /// A later mail about the meeting has gone out to the recipient already.
    Overtaken {
        /// The run of that mail.
        by: RunName,
    },
    /// It is a reminder of actions that has lost its sense.
    Idle(Idle),
    /// It tells what has changed since an earlier mail that waits.
    Early {
        /// The run of that mail.
        before: RunName,
    },
    /// It tells what has changed since an earlier mail that never arrives.
    Unfounded {
        /// The run of that mail.
        on: RunName,
    },
}

/// Finds out which mails of `run` go out.
///
/// # Errors
/// With every name of `selection` that is nobody's in the run.
pub fn dispatch<'o, 'w>(
    workspace: &Workspace,
    outbox: &Outbox,
    run: &'o Run,
    selection: &Selection<'w>,
) -> Result<Dispatch<'o>, Vec<&'w str>> {
    let is_called = |message: &Message, name: &str| is_called(workspace, message, name);
    let unknown = |name: &&String| !run.messages.iter().any(|message| is_called(message, name));
    let case = Case {
        workspace,
        outbox,
        run,
        meeting: workspace.meeting(run.name.meeting.as_str()),
        selection,
        later: later(outbox, run),
        earlier: Earlier::of(outbox, run),
    };
    let unknown: Vec<&str> = selection.only.iter().filter(unknown).map(String::as_str).collect();
    if !unknown.is_empty() {
        return Err(unknown);
    }
    let mut dispatch = Dispatch::default();
    let mut gone: HashSet<String> = HashSet::new();
    let state = |message: &Message| outbox.ledger.state(&run.path(message));
    for message in run.messages.iter().filter(|message| state(message) != State::Pending) {
        if !matches!(state(message), State::Failed | State::Bounced) {
            gone.extend(address_key(message.mail.as_str()));
        }
    }
    for message in &run.messages {
        let path = run.path(message);
        let is_wanted =
            selection.only.is_empty() || selection.only.iter().any(|name| is_called(message, name));
        match state(message) {
            State::Unsure | State::Sending => dispatch.unsure.push(message),
            State::Failed if outbox.ledger.last(&path).is_some_and(Entry::is_temporary) => {
                if !selection.retry {
                    dispatch.refused_for_now += 1;
                } else if is_wanted {
                    dispatch.take(&case, message, &mut gone);
                }
            }
            State::Pending if is_wanted => dispatch.take(&case, message, &mut gone),
            State::Bounced if is_wanted => dispatch.take_again(&case, message, &mut gone),
            State::Pending | State::Bounced | State::Failed | State::Sent => {}
        }
    }
    Ok(dispatch)
}

/// Everything that decides whether a mail may go out.
struct Case<'a, 'w> {
    workspace: &'a Workspace,
    outbox: &'a Outbox,
    run: &'a Run,
    meeting: Option<&'a Meeting>,
    selection: &'a Selection<'w>,
    /// The later runs in which a mail about the meeting has gone out, by address.
    later: HashMap<String, RunName>,
    earlier: Earlier,
}

/// The mails that the mails of a run count on and that have not arrived.
#[derive(Default)]
struct Earlier {
    /// By address.
    mails: HashMap<String, Hold>,
    /// The last run that was thrown away since; nobody knows any more to whom it went.
    discarded: Option<RunName>,
}

impl Earlier {
    fn of(outbox: &Outbox, run: &Run) -> Self {
        let mut earlier = Self::default();
        let is_before = |name: &RunName| name.number < run.name.number;
        for other in outbox.about(&run.name.meeting).filter(|other| is_before(&other.name)) {
            for message in other.messages.iter().filter(|message| tells(message)) {
                let path = other.path(message);
                let last = outbox.ledger.last(&path);
                // What had failed by then was not counted on.
                let was_counted_on = last.is_none_or(|entry| entry.at > run.made);
                let hold = match outbox.ledger.state(&path) {
                    State::Pending => Hold::Early { before: other.name.clone() },
                    State::Bounced if was_counted_on => Hold::Early { before: other.name.clone() },
                    State::Failed if was_counted_on => {
                        if last.is_some_and(Entry::is_temporary) {
                            Hold::Early { before: other.name.clone() }
                        } else {
                            Hold::Unfounded { on: other.name.clone() }
                        }
                    }
                    State::Bounced
                    | State::Failed
                    | State::Sending
                    | State::Sent
                    | State::Unsure => continue,
                };
                earlier.mails.extend(address_key(message.mail.as_str()).map(|key| (key, hold)));
            }
        }
        let mut discarded = outbox.ledger.entries().iter().filter_map(|entry| {
            let since = entry.event == Event::Discarded && entry.at > run.made;
            let (meeting, folder) = entry.path.split_once('/').filter(|_| since)?;
            let name = RunName::parse(meeting, folder)?;
            let word = name.kind.as_str();
            let told = word == UPDATE || DocumentKind::read(word).is_some_and(tells_anything);
            (name.meeting == run.name.meeting && is_before(&name) && told).then_some(name)
        });
        earlier.discarded = discarded.next_back();
        earlier
    }

    /// What speaks against a mail that tells what has changed.
    fn hold(&self, message: &Message) -> Option<Hold> {
        if !compares(message) {
            return None;
        }
        let known = address_key(message.mail.as_str()).and_then(|key| self.mails.get(&key));
        let discarded = || self.discarded.clone().map(|on| Hold::Unfounded { on });
        known.cloned().or_else(discarded)
    }
}

impl<'o> Dispatch<'o> {
    fn take(&mut self, case: &Case<'_, '_>, message: &'o Message, gone: &mut HashSet<String>) {
        let key = address_key(message.mail.as_str());
        if let Some(hold) = case.hold(message) {
            self.held.push((message, hold));
        } else if key.as_ref().is_some_and(|key| gone.contains(key)) {
            self.held.push((message, Hold::Twice { at: message.mail.clone() }));
        } else {
            gone.extend(key);
            self.add(case, message);
        }
    }

    /// The same of a mail that came back: it goes to the address that its recipient has now.
    fn take_again(
        &mut self,
        case: &Case<'_, '_>,
        message: &'o Message,
        gone: &mut HashSet<String>,
    ) {
        match case.hold(message) {
            Some(Hold::Moved { to }) => {
                let key = address_key(to.as_str());
                if key.as_ref().is_some_and(|key| gone.contains(key)) {
                    self.held.push((message, Hold::Twice { at: to }));
                } else {
                    gone.extend(key);
                    if self.add(case, message) {
                        self.mended.push((message, to));
                    }
                }
            }
            Some(hold) => self.held.push((message, hold)),
            None => self.bounced.push(message),
        }
    }

    /// Whether a mail goes out, by the limit.
    fn add(&mut self, case: &Case<'_, '_>, message: &'o Message) -> bool {
        let is_within = case.selection.limit.is_none_or(|limit| self.due.len() < limit);
        if is_within {
            self.due.push(message);
        } else {
            self.later += 1;
        }
        is_within
    }
}

/// What goes out of a run and what does not, if any mail of it came back; else nothing.
pub fn anew<'o>(
    workspace: &Workspace,
    outbox: &Outbox,
    run: &'o Run,
    today: NaiveDate,
) -> Dispatch<'o> {
    let is_bounced = |message: &Message| outbox.ledger.state(&run.path(message)) == State::Bounced;
    if !run.messages.iter().any(is_bounced) {
        return Dispatch::default();
    }
    let selection = Selection { today: Some(today), ..Selection::default() };
    // Nobody is named, so nobody is unknown.
    dispatch(workspace, outbox, run, &selection).unwrap_or_default()
}

/// Whether a mail is to somebody of this key or name, or of this town.
fn is_called(workspace: &Workspace, message: &Message, name: &str) -> bool {
    let name = name.trim_end_matches(".eml");
    let is_city = |city: &City| city.id.as_str() == name || slug(city.name.as_str()) == slug(name);
    let contact = workspace.contact_named(message.person.as_str()).map(|(_, contact)| contact);
    let city = contact.and_then(|contact| contact.city).map(|city| workspace.city(city.value));
    message.person.as_str() == name
        || slug(message.name.as_str()) == slug(name)
        || city.is_some_and(is_city)
        || workspace.city_named(message.person.as_str()).is_some_and(|(_, city)| is_city(city))
}

/// The runs after `run` about its meeting in which a mail has gone out, or may have, by address.
fn later(outbox: &Outbox, run: &Run) -> HashMap<String, RunName> {
    let mut later = HashMap::new();
    for other in outbox.about(&run.name.meeting).filter(|other| other.name.number > run.name.number)
    {
        for message in
            other.messages.iter().filter(|message| looks_ahead(message) || says_farewell(message))
        {
            let state = outbox.ledger.state(&other.path(message));
            let has_gone = matches!(state, State::Sent | State::Sending | State::Unsure);
            if let (Some(key), true) = (address_key(message.mail.as_str()), has_gone) {
                later.insert(key, other.name.clone());
            }
        }
    }
    later
}

/// Whether a mail tells old and new: what it counts on must have come before.
fn compares(message: &Message) -> bool {
    let kind = DocumentKind::of(message);
    matches!(kind, Some(DocumentKind::Change | DocumentKind::Postponement))
}

/// Whether a mail tells of the meeting what later ones do not tell again.
fn tells(message: &Message) -> bool {
    DocumentKind::of(message).is_some_and(tells_anything)
}

fn tells_anything(kind: DocumentKind) -> bool {
    kind.says_farewell() || kind.tells_of_meeting()
}

fn looks_ahead(message: &Message) -> bool {
    DocumentKind::of(message).is_some_and(DocumentKind::looks_ahead)
}

fn says_farewell(message: &Message) -> bool {
    DocumentKind::of(message).is_some_and(DocumentKind::says_farewell)
}

impl Case<'_, '_> {
    /// What speaks against a mail now.
    fn hold(&self, message: &Message) -> Option<Hold> {
        self.overtaken(message)
            .or_else(|| self.earlier.hold(message))
            .or_else(|| self.untimely(message))
            .or_else(|| idle(self.workspace, self.outbox, self.run, message).map(Hold::Idle))
            .or_else(|| unwanted(self.workspace, message))
    }

    /// The order in which mails were made is the order in which they make sense.
    fn overtaken(&self, message: &Message) -> Option<Hold> {
        let key = address_key(message.mail.as_str())?;
        let by = self.later.get(&key).filter(|_| looks_ahead(message) || says_farewell(message))?;
        Some(Hold::Overtaken { by: by.clone() })
    }

    fn untimely(&self, message: &Message) -> Option<Hold> {
        let meeting = self.meeting?;
        let is_cancelled = meeting.status.value == Status::Cancelled;
        if !is_cancelled && DocumentKind::of(message) == Some(DocumentKind::Cancellation) {
            return Some(Hold::NotCancelled);
        }
        if !looks_ahead(message) {
            return None;
        }
        if is_cancelled {
            return Some(Hold::Cancelled);
        }
        let is_over = meeting.when.last_day().is_some_and(|day| Some(day) < self.selection.today);
        is_over.then_some(Hold::Over)
    }
}

/// Whether the recipient wants no mail, or has no address or another. Somebody who is no contact any
/// more may still be told that they are no longer meant.
fn unwanted(workspace: &Workspace, message: &Message) -> Option<Hold> {
    let key = |address: &Line| address_key(address.as_str());
    let moved = |address: &Line| {
        (key(address) != key(&message.mail)).then(|| Hold::Moved { to: address.clone() })
    };
    let gone = || (!says_farewell(message)).then_some(Hold::Gone);
    if let Some((_, contact)) = workspace.contact_named(message.person.as_str()) {
        return match &contact.mail {
            Mail::Never => Some(Hold::Never),
            Mail::At(address) => moved(address),
            Mail::Unknown => gone(),
        };
    }
    match workspace.city_named(message.person.as_str()).map(|(_, city)| city) {
        Some(city) => city.mail.as_ref().map_or_else(gone, moved),
        None => gone(),
    }
}

#[cfg(test)]
mod tests;
