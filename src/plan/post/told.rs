//! What people were told of a meeting by the mails that they got, or will get.

use std::collections::{BTreeMap, HashMap};

use super::document_kind::DocumentKind;
use super::exchange::Sent;
use crate::domain::id::Id;
use crate::domain::line::Line;
use crate::domain::outbox::{Message, Outbox, Run, State};
use crate::text::address_key;

/// The kind of a run of mails to those who must know.
pub const UPDATE: &str = "update";

/// How much of a meeting mails have told somebody.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Heard {
    /// Nothing.
    Nothing,
    /// The day alone: nobody has asked them whether they come.
    DayAlone,
    /// More, or nobody looked.
    #[default]
    More,
}

impl Heard {
    /// How much somebody has who was `told` this.
    pub fn of(told: Option<&Told<'_>>) -> Self {
        match told {
            None => Self::Nothing,
            Some(told) if told.knows_the_day_alone() => Self::DayAlone,
            Some(_) => Self::More,
        }
    }
}

/// The mails about a meeting that somebody got, or will get if they still wait.
#[derive(Clone, Debug)]
pub struct Told<'o> {
    /// The last run.
    pub run: &'o Run,
    /// The last mail.
    pub message: &'o Message,
    /// All of them, the oldest first, each with its run.
    pub mails: Vec<(&'o Run, &'o Message)>,
}

impl<'o> Told<'o> {
    /// Whether they count on the meeting.
    pub fn counts_on_it(&self) -> bool {
        DocumentKind::of(self.message) != Some(DocumentKind::Withdrawal)
    }

    /// Whether they know the day alone, which they were told long before, and nobody has asked them since
    /// whether they come: that there will be an invitation is none.
    pub fn knows_the_day_alone(&self) -> bool {
        const ASKING: [DocumentKind; 4] = [
            DocumentKind::Invitation,
            DocumentKind::SpeakerInvitation,
            DocumentKind::Reminder,
            DocumentKind::Confirmation,
        ];
        let mut kinds = self.since_withdrawal().filter_map(DocumentKind::of);
        let first = kinds.next();
        first == Some(DocumentKind::SaveTheDate) && !kinds.any(|kind| ASKING.contains(&kind))
    }

    /// The last mail that told them that the meeting does without them, with its run.
    pub fn withdrawal(&self) -> Option<(&'o Run, &'o Message)> {
        let withdraws =
            |message: &Message| DocumentKind::of(message) == Some(DocumentKind::Withdrawal);
        self.mails.iter().rev().find(|(_, message)| withdraws(message)).copied()
    }

    /// The mails since then, or all of them.
    pub fn since_withdrawal(&self) -> impl Iterator<Item = &'o Message> {
        let last = self.withdrawal().map(|(run, _)| run.name.number);
        let mails = self.mails.iter().filter(move |(run, _)| Some(run.name.number) > last);
        mails.map(|(_, message)| *message)
    }

    /// Whether somebody took them off by a run of its own, so that only who names them invites them again;
    /// whom an update finds to be no longer meant may be meant again.
    pub fn was_taken_off(&self) -> bool {
        !self.counts_on_it() && self.run.name.kind.as_str() != UPDATE
    }

    /// The last run that told them when it is: not one that tells that it is not.
    pub fn day(&self) -> &'o Run {
        let tells =
            |message: &Message| DocumentKind::of(message) != Some(DocumentKind::Cancellation);
        let last = self.mails.iter().rev().find(|(_, message)| tells(message));
        last.map_or(self.run, |(run, _)| *run)
    }

    /// The last run that told them the programme, and not the day and the place alone.
    pub fn programme(&self) -> Option<&'o Run> {
        let tells = |message: &Message| {
            DocumentKind::of(message).is_some_and(|kind| kind.row().with_programme)
        };
        self.mails.iter().rev().find(|(_, message)| tells(message)).map(|(run, _)| *run)
    }

    /// What their calendar got last, with the highest sequence that it got.
    fn calendar(&self) -> Option<(u32, Sent)> {
        let mut entered =
            self.mails.iter().filter_map(|(run, message)| Some((run, message, message.sequence?)));
        let highest = entered.clone().map(|(.., sequence)| sequence).max()?;
        let (run, message, _) = entered.next_back()?;
        let sent = Sent {
            sequence: highest,
            kind: DocumentKind::of(message)?,
            version: run.version.value,
        };
        Some((run.name.number, sent))
    }
}

/// What everybody who was written to about `meeting` was told, by their keys. Mails that a server
/// refused, or that came back, were told to nobody; those that wait were.
pub fn told<'o>(outbox: &'o Outbox, meeting: &'o Id) -> BTreeMap<Id, Told<'o>> {
    by_mails(outbox, meeting, |state| !matches!(state, State::Failed | State::Bounced))
}

/// The same of those whom mails have reached, or may have: a mail that waits has told nobody anything.
pub fn reached<'o>(outbox: &'o Outbox, meeting: &'o Id) -> BTreeMap<Id, Told<'o>> {
    by_mails(outbox, meeting, |state| {
        !matches!(state, State::Failed | State::Bounced | State::Pending)
    })
}

fn by_mails<'o>(
    outbox: &'o Outbox,
    meeting: &'o Id,
    is_told: impl Fn(State) -> bool,
) -> BTreeMap<Id, Told<'o>> {
    let mut told: BTreeMap<Id, Told<'o>> = BTreeMap::new();
    for run in outbox.about(meeting) {
        for message in &run.messages {
            let kind = DocumentKind::of(message);
            let tells = kind.is_some_and(|kind| kind.says_farewell() || kind.tells_of_meeting());
            if !tells || !is_told(outbox.ledger.state(&run.path(message))) {
                continue;
            }
            let one = told.entry(message.person.clone());
            let one = one.or_insert_with(|| Told { run, message, mails: Vec::new() });
            (one.run, one.message) = (run, message);
            one.mails.push((run, message));
        }
    }
    told
}

/// The same, found by key or by address: a new key for somebody is nobody new, and a mailbox has one
/// calendar, whoever was written to there.
pub struct Mailboxes<'t, 'o> {
    told: &'t BTreeMap<Id, Told<'o>>,
    by_address: HashMap<String, Vec<&'t Told<'o>>>,
}

impl<'t, 'o> Mailboxes<'t, 'o> {
    /// Those of everybody who was `told` something.
    pub fn new(told: &'t BTreeMap<Id, Told<'o>>) -> Self {
        let mut by_address: HashMap<String, Vec<&'t Told<'o>>> = HashMap::new();
        for one in told.values() {
            if let Some(key) = address_key(one.message.mail.as_str()) {
                by_address.entry(key).or_default().push(one);
            }
        }
        Self { told, by_address }
    }

    /// Whether nobody was told anything.
    pub fn is_empty(&self) -> bool {
        self.told.is_empty()
    }

    fn at(&self, address: Option<&str>) -> &[&'t Told<'o>] {
        let found = address.and_then(address_key).and_then(|key| self.by_address.get(&key));
        found.map_or(&[], Vec::as_slice)
    }

    /// What somebody was told: under this key, else at this address by the last mail that went there.
    pub fn of(&self, id: &Id, address: Option<&str>) -> Option<&'t Told<'o>> {
        let there = || self.at(address).iter().copied();
        let last = || there().rev().max_by_key(|told| told.run.name.number);
        self.told.get(id).or_else(last)
    }

    /// Whether somebody else at this address counts on the meeting.
    pub fn is_awaited(&self, id: &Id, address: Option<&str>) -> bool {
        let mut others = self.at(address).iter().filter(|told| told.message.person != *id);
        others.any(|told| told.counts_on_it())
    }

    /// What the calendar of somebody with this key and address got last, with the highest sequence.
    pub fn calendar(&self, id: &Id, address: Option<&str>) -> Option<Sent> {
        let there = self.told.get(id).into_iter().chain(self.at(address).iter().copied());
        let got: Vec<(u32, Sent)> = there.filter_map(Told::calendar).collect();
        let sequence = got.iter().map(|(_, sent)| sent.sequence).max()?;
        let (_, last) = got.into_iter().max_by_key(|(number, _)| *number)?;
        Some(Sent { sequence, ..last })
    }
}

/// The names that chose those who were told of `meeting`, each once; an update has some if the user
/// gave it some.
pub fn chosen_names<'o>(outbox: &'o Outbox, meeting: &'o Id) -> Vec<&'o Line> {
    let mut names = Vec::new();
    let tells = |run: &&Run| {
        // A run may go by another word than its mails.
        let mut kinds = run.messages.iter().filter_map(DocumentKind::of);
        run.name.kind.as_str() == UPDATE || kinds.any(DocumentKind::tells_of_meeting)
    };
    for name in outbox.about(meeting).filter(tells).flat_map(|run| &run.to) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}
