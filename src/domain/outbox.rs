//! Mails that were made, and what became of them.

use std::collections::HashMap;
use std::fmt;

use chrono::{DateTime, FixedOffset, NaiveDate};

use super::id::Id;
use super::line::Line;
use crate::source::{Located, Origin};
use crate::text::{Language, Vocabulary as _, vocabulary};

/// Everything that was made and not discarded.
#[derive(Clone, Debug, Default)]
pub struct Outbox {
    /// The runs: those of a meeting together, by number.
    pub runs: Vec<Run>,
    /// What is left of runs that were purged, in the same order.
    pub purged: Vec<PurgedRun>,
    /// What became of their messages.
    pub ledger: Ledger,
}

/// What names a run: the third making of mails about a meeting, of a kind of document.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct RunName {
    /// The meeting.
    pub meeting: Id,
    /// Its number among those of the meeting, from 1; never given twice.
    pub number: u32,
    /// The kind of document, or `update`.
    pub kind: Id,
}

/// The name of the file of a mail to somebody with the key `person`.
pub fn mail_file(person: &Id) -> String {
    format!("{person}.eml")
}

impl RunName {
    /// Reads the names of its two folders: `2027-04-20-ulm` and `3-invitation`.
    pub fn parse(meeting: &str, folder: &str) -> Option<Self> {
        let (number, kind) = folder.split_once('-')?;
        let is_plain = !number.starts_with(['0', '+']);
        let number = number.parse().ok().filter(|_| is_plain)?;
        Some(Self { meeting: Id::new(meeting)?, number, kind: Id::new(kind)? })
    }

    /// The name of its own folder.
    pub fn folder(&self) -> String {
        format!("{}-{}", self.number, self.kind)
    }
}

/// Its path below the outbox: `2027-04-20-ulm/3-invitation`.
impl fmt::Display for RunName {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}/{}", self.meeting, self.folder())
    }
}

/// Mails that were made together.
#[derive(Clone, Debug)]
pub struct Run {
    /// Where its record begins.
    pub origin: Origin,
    /// What names it.
    pub name: RunName,
    /// When it was made.
    pub made: DateTime<FixedOffset>,
    /// The version of the meeting that its mails tell.
    pub version: Located<u32>,
    /// The names that chose its recipients; none for an update, which finds them itself.
    pub to: Vec<Line>,
    /// Its mails.
    pub messages: Vec<Message>,
}

impl Run {
    /// The path of a mail's file below the outbox, by which the ledger calls it.
    pub fn path(&self, message: &Message) -> String {
        format!("{}/{}", self.name, message.file)
    }
}

/// A mail, and what must be known of its recipient when the contact is gone.
#[derive(Clone, Debug)]
pub struct Message {
    /// Where its entry begins.
    pub origin: Origin,
    /// The key of the contact or town.
    pub person: Id,
    /// The full name.
    pub name: Line,
    /// The address that it goes to.
    pub mail: Line,
    /// The language it is in.
    pub language: Language,
    /// How it greets.
    pub salutation: Line,
    /// Whether it says du.
    pub familiar: bool,
    /// What it is: the run's own kind, or in an update what the recipient must know.
    pub kind: Id,
    /// The sequence of its calendar part, if it has one.
    pub sequence: Option<u32>,
    /// The name of its file.
    pub file: Line,
    /// Its name among all mails, without angle brackets.
    pub message_id: Line,
    /// The names that chose the recipient.
    pub chosen_by: Vec<Line>,
    /// The actions that it reminds of, each with its day.
    pub actions: Vec<Line>,
}

/// What is left of a run whose mails were purged: how many there were, and nobody's name.
#[derive(Clone, Debug)]
pub struct PurgedRun {
    /// Where its record begins.
    pub origin: Origin,
    /// What names it.
    pub name: RunName,
    /// When it was made.
    pub made: DateTime<FixedOffset>,
    /// The version of the meeting that its mails told.
    pub version: Located<u32>,
    /// The groups and towns that chose its recipients.
    pub to: Vec<Line>,
    /// The day it was purged on.
    pub purged: Located<NaiveDate>,
    /// How many mails there were.
    pub counts: Vec<MailCount>,
}

/// How many mails of a purged run were of a kind and had come so far.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MailCount {
    /// The kind.
    pub kind: Id,
    /// How far they had come.
    pub state: State,
    /// How many.
    pub number: u32,
}

vocabulary! {
    /// How far a message has come.
    #[derive(PartialOrd, Ord, Hash)]
    pub enum State {
        /// It waits.
        Pending = "pending" => ("wartend", "waiting"),
        /// It is on its way, or the program was interrupted while it was.
        Sending = "sending" => ("unterwegs", "on the way"),
        /// The server took it.
        Sent = "sent" => ("versandt", "sent"),
        /// The server took it, and it came back: it reached nobody.
        Bounced = "bounced" => ("unzustellbar", "bounced"),
        /// The server refused it.
        Failed = "failed" => ("abgelehnt", "refused"),
        /// Nobody knows whether the server took it. It is never sent again by itself.
        Unsure = "unsure" => ("ungewiss", "unsure"),
    }
}

/// What an entry of the ledger tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// A message has come so far.
    Message(State),
    /// A run was thrown away.
    Discarded,
    /// The line before was cut off while it was written, and holds nothing.
    Cut,
}

impl Event {
    /// All that can happen.
    pub fn all() -> impl Iterator<Item = Self> {
        State::all().map(Self::Message).chain([Self::Discarded, Self::Cut])
    }

    /// The word of the ledger.
    pub fn word(self) -> &'static str {
        match self {
            Self::Message(state) => state.word(),
            Self::Discarded => "discarded",
            Self::Cut => "cut",
        }
    }
}

/// An entry of the ledger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// When it was written.
    pub at: DateTime<FixedOffset>,
    /// What happened.
    pub event: Event,
    /// The path of the message or run below the outbox.
    pub path: String,
    /// What there is to say about it, such as the server's own words.
    pub words: Option<Line>,
}

impl Entry {
    /// Whether a message was refused for now alone: by a reply of the 400s (RFC 5321, 4.2.1), or by a
    /// program that ended with [`TEMPORARY_FAILURE`].
    pub fn is_temporary(&self) -> bool {
        let words = self.words.as_ref().map_or("", Line::as_str);
        let code = words.split(' ').next().unwrap_or_default();
        let is_reply = code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_digit());
        self.event == Event::Message(State::Failed)
            && (is_reply && code.starts_with('4') || words.starts_with(TEMPORARY_FAILURE))
    }

    /// Whether it says something even after a later entry about the same message or run.
    fn is_kept(&self) -> bool {
        match self.event {
            Event::Message(State::Bounced | State::Pending) | Event::Discarded | Event::Cut => true,
            Event::Message(State::Sending | State::Sent | State::Failed | State::Unsure) => false,
        }
    }
}

/// As many entries may say nothing any more before it is worth to forget them.
const FEW_SUPERSEDED: usize = 32;

/// How programs that send mail end if it may go later (`EX_TEMPFAIL` of `sysexits.h`), as the
/// ledger says it.
pub const TEMPORARY_FAILURE: &str = "exit status 75";

/// How the ledger begins to say which version a run told whose making was taken back.
const SPENT: &str = "version ";

/// What the ledger says of a run that told `version`, when its making is taken back: no other facts may
/// ever bear that number.
pub fn spent_version(version: u32) -> String {
    format!("{SPENT}{version}")
}

/// What became of messages. Entries are only ever added; those that say nothing any more are forgotten, so
/// that many attempts with few messages stay as small as the messages.
#[derive(Clone, Debug, Default)]
pub struct Ledger {
    entries: Vec<Entry>,
    last: HashMap<String, usize>,
    /// How many entries say nothing any more and are still there.
    superseded: usize,
    /// Whether its last line is cut off.
    is_cut: bool,
}

impl Ledger {
    /// A ledger of these entries, in their order; `is_cut` says whether its last line is cut off.
    pub fn new(entries: impl IntoIterator<Item = Entry>, is_cut: bool) -> Self {
        let mut ledger = Self { is_cut, ..Self::default() };
        for entry in entries {
            ledger.push(entry);
        }
        ledger
    }

    /// Adds an entry. What was sent stays sent, whatever is said of it afterwards, unless it came back.
    pub fn push(&mut self, entry: Entry) {
        let came_back = entry.event == Event::Message(State::Bounced);
        if came_back || self.state(&entry.path) != State::Sent {
            let before = self.last.insert(entry.path.clone(), self.entries.len());
            let is_superseded = before.is_some_and(|before| !self.entries[before].is_kept());
            self.superseded += usize::from(is_superseded);
        } else if !entry.is_kept() {
            return;
        }
        self.entries.push(entry);
        if self.superseded > FEW_SUPERSEDED.max(self.entries.len() / 2) {
            self.forget();
        }
    }

    /// Forgets the entries that say nothing any more.
    fn forget(&mut self) {
        let entries = std::mem::take(&mut self.entries);
        for (number, entry) in entries.into_iter().enumerate() {
            match self.last.get_mut(&entry.path).filter(|last| **last == number) {
                Some(last) => *last = self.entries.len(),
                None if entry.is_kept() => {}
                None => continue,
            }
            self.entries.push(entry);
        }
        self.superseded = 0;
    }

    /// Whether its last line was cut off while it was written.
    pub fn is_cut(&self) -> bool {
        self.is_cut
    }

    /// The messages that were on their way when the program was interrupted, if nobody sends now:
    /// whether the server took them is not known.
    pub fn interrupted(&self) -> Vec<&Entry> {
        let last = self.last.values().map(|number| &self.entries[*number]);
        let mut interrupted: Vec<&Entry> =
            last.filter(|entry| entry.event == Event::Message(State::Sending)).collect();
        interrupted.sort_unstable_by(|one, other| one.path.cmp(&other.path));
        interrupted
    }

    /// The entries that say something, the oldest first: the last of each message and run, and everything that came
    /// back, goes elsewhere or was thrown away.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The last entry about the message or run at `path`.
    pub fn last(&self, path: &str) -> Option<&Entry> {
        self.last.get(path).map(|number| &self.entries[*number])
    }

    /// Every time that the message at `path` came back, the oldest first.
    pub fn bounces<'l>(&'l self, path: &'l str) -> impl Iterator<Item = &'l Entry> {
        let bounced = Event::Message(State::Bounced);
        self.entries.iter().filter(move |entry| entry.event == bounced && entry.path == path)
    }

    /// How far the message at `path` has come: a ledger that says nothing of it says that it waits.
    pub fn state(&self, path: &str) -> State {
        match self.last(path).map(|entry| entry.event) {
            Some(Event::Message(state)) => state,
            Some(Event::Discarded | Event::Cut) | None => State::Pending,
        }
    }

    /// Whether the run was thrown away.
    pub fn is_discarded(&self, run: &RunName) -> bool {
        self.last(&run.to_string()).is_some_and(|entry| entry.event == Event::Discarded)
    }

    /// The highest version of `meeting` that was given out for mails whose making was taken back.
    pub fn last_spent_version(&self, meeting: &Id) -> u32 {
        let version = |entry: &Entry| {
            let (of, _) = entry.path.split_once('/').filter(|_| entry.event == Event::Discarded)?;
            let words = entry.words.as_ref().filter(|_| of == meeting.as_str())?;
            words.as_str().strip_prefix(SPENT)?.parse().ok()
        };
        self.entries.iter().filter_map(version).max().unwrap_or(0)
    }

    /// The highest number of any run about `meeting` that the ledger tells of.
    pub fn last_number(&self, meeting: &Id) -> u32 {
        let number = |entry: &Entry| {
            let (of, rest) = entry.path.split_once('/')?;
            let folder = rest.split('/').next()?;
            RunName::parse(of, folder).filter(|run| run.meeting == *meeting).map(|run| run.number)
        };
        self.entries.iter().filter_map(number).max().unwrap_or(0)
    }
}

impl Outbox {
    /// The runs about `meeting`, by number.
    pub fn about<'o>(&'o self, meeting: &'o Id) -> impl DoubleEndedIterator<Item = &'o Run> {
        self.runs.iter().filter(move |run| run.name.meeting == *meeting)
    }

    /// What is left of purged runs about `meeting`, by number.
    pub fn purged_about<'o>(&'o self, meeting: &'o Id) -> impl Iterator<Item = &'o PurgedRun> {
        self.purged.iter().filter(move |run| run.name.meeting == *meeting)
    }

    /// The number of the next run about `meeting`. No number comes twice, for Message-IDs are made
    /// of it: a second message of the same name is dropped as a duplicate on the way.
    pub fn next_number(&self, meeting: &Id) -> u32 {
        let purged = self.purged_about(meeting).map(|run| run.name.number);
        let made = self.about(meeting).map(|run| run.name.number);
        let made = made.chain(purged).max().unwrap_or(0);
        made.max(self.ledger.last_number(meeting)) + 1
    }

    /// How many messages of `run` have come how far.
    pub fn states(&self, run: &Run) -> Vec<State> {
        run.messages.iter().map(|message| self.ledger.state(&run.path(message))).collect()
    }
}

#[cfg(test)]
mod tests;
