//! Who gets which mail about a meeting, and who gets none: found out before any is made.

use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::NaiveDate;

use super::document_kind::{Again, Document, DocumentKind};
use super::exchange::Sent;
use super::knowledge::{Known, Now, had_invited};
use super::notification::{Notice, Part, had, part};
use super::recipient::{Addressee, Chosen, Recipient};
use super::reminder::reminded;
use super::told::{Heard, Mailboxes, Told, reached, told};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::outbox::UnsentMails;
use crate::domain::id::Id;
use crate::domain::line::Line;
use crate::domain::meeting::Meeting;
use crate::domain::outbox::{Message, Outbox, RunName, State};
use crate::domain::release::Facts;
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
    /// Who would no longer be meant, but has a part in the programme, and is not told that the meeting does
    /// without them.
    pub kept: Vec<Addressee<'a>>,
    /// How many were told otherwise than it is now, but of nothing that they must know at once.
    pub later: usize,
}

/// A mail to be made.
#[derive(Clone, Debug)]
pub struct Mail<'a> {
    /// To whom it goes.
    pub to: Recipient<'a>,
    /// What it is.
    pub document: Document,
    /// What they must be told of a change; none in a document that tells none.
    pub update: Option<Update<'a>>,
    /// What their calendar got last; none if it never got anything.
    pub calendar: Option<Sent>,
}

/// What somebody must be told of a change.
#[derive(Clone, Debug)]
pub struct Update<'a> {
    /// What kind of news it is.
    pub notice: Notice,
    /// What is true of the meeting now.
    pub now: &'a Facts,
    /// What they know, if they are told old and new.
    pub known: Option<Known<'a>>,
    /// What they were told last of another day, if they ever were.
    pub former: Option<&'a Facts>,
    /// Whether the last that they were told is that it does not take place.
    pub was_off: bool,
    /// Whether the last that they were told is that the meeting does without them.
    pub was_withdrawn: bool,
    /// How much mails have told them of the meeting before.
    pub heard: Heard,
    /// What they have to do with the meeting.
    pub part: Part,
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
    /// Nothing is otherwise than they were told.
    Informed(Addressee<'a>),
    /// They were taken off by name, and nobody names them now.
    TakenOff(Addressee<'a>),
    /// No mail has reached them, and the one that waits, in this run, no longer holds.
    Unreached {
        /// Who.
        who: Addressee<'a>,
        /// The run.
        run: &'a RunName,
    },
    /// Their town has left the network.
    Former {
        /// Who.
        who: Addressee<'a>,
        /// The last day of the town's membership.
        until: NaiveDate,
    },
}

impl<'a> LeftOut<'a> {
    /// Who it is.
    pub fn who(&self) -> Addressee<'a> {
        match self {
            Self::Never(who)
            | Self::Former { who, .. }
            | Self::Shared { who, .. }
            | Self::Had { who, .. }
            | Self::Unreached { who, .. }
            | Self::Informed(who)
            | Self::TakenOff(who) => *who,
        }
    }
}

/// When mails are made, and for whom.
#[derive(Clone, Copy, Debug)]
pub struct Making {
    /// The day: what presses does so on it.
    pub today: NaiveDate,
    /// Whether they go to those as well who have such a mail already.
    pub again: bool,
}

/// The mails of a document to those who are chosen: one an address, and none to
/// somebody who has it already, unless it is made again.
pub fn mailing<'a>(
    workspace: &'a Workspace,
    outbox: &'a Outbox,
    now: &'a Now,
    meeting: &'a Meeting,
    document: &Document,
    chosen: Chosen<'a>,
    making: Making,
) -> Mailing<'a> {
    let Making { today, again } = making;
    let (told, reached) = (told(outbox, &meeting.id), reached(outbox, &meeting.id));
    let is_of_one = document.kind().is_some_and(DocumentKind::is_of_one_person);
    let (mut recipients, mut left_out) = one_an_address(workspace, &told, chosen, is_of_one);
    if !again && document.kind().is_some_and(|kind| kind.row().again == Again::WhenDue) {
        recipients.retain(|Recipient { who, .. }| {
            let run = reminded(workspace, outbox, *who, today);
            left_out.extend(run.map(|run| LeftOut::Had { who: *who, run }));
            run.is_none()
        });
    }
    // Of those who share a mailbox each is taken off alone.
    let is_personal = is_of_one || document.kind() == Some(DocumentKind::Withdrawal);
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
            let run = had.run(
                who.id(workspace).as_str(),
                who.mail(workspace).map(Line::as_str).filter(|_| !is_personal),
            );
            left_out.extend(run.map(|run| LeftOut::Had { who: *who, run }));
            run.is_none()
        });
    }
    let [mailboxes, reached] = [&told, &reached].map(Mailboxes::new);
    let mut mails = Vec::new();
    for to in recipients {
        let (id, address) = (to.who.id(workspace), to.who.mail(workspace).map(Line::as_str));
        let part = part_at(workspace, meeting, to.who, &left_out);
        // What waits comes before this mail; to whom nothing has come so far, it is the first.
        let known = if reached.of(id, address).is_some() { &mailboxes } else { &reached };
        let kind = document.kind();
        let news = kind.and_then(|kind| reader(meeting, now, kind, known, (id, address), part));
        if !again && news.as_ref().is_some_and(Update::is_old) {
            left_out.push(LeftOut::Informed(to.who));
            continue;
        }
        // The entry of a mailbox is struck out when the last of those who share it is told so.
        let stays = || kind == Some(DocumentKind::Withdrawal) && mailboxes.is_awaited(id, address);
        let calendar = mailboxes.calendar(id, address).filter(|_| !stays());
        mails.push(Mail { to, document: document.clone(), update: news, calendar });
    }
    Mailing { mails, left_out, kept: Vec::new(), later: 0 }
}

/// What a document of `kind` about `meeting` that somebody asked for tells of a change to a reader with
/// this key, address and `part`: beside what they were told, else beside what was last given out. Nothing
/// if it tells of none, or if nobody was written to by mail, but the meeting's file knows of invitations.
pub fn reader<'a>(
    meeting: &'a Meeting,
    now: &'a Now,
    kind: DocumentKind,
    mailboxes: &Mailboxes<'_, '_>,
    (id, address): (&Id, Option<&str>),
    part: Part,
) -> Option<Update<'a>> {
    let notices = [
        Notice::Invitation,
        Notice::Request,
        Notice::DayAlone,
        Notice::Change,
        Notice::Postponement,
        Notice::Cancellation,
    ];
    let notice = notices.into_iter().find(|notice| notice.document() == kind)?;
    if notice.begins_anew() && mailboxes.is_empty() && had_invited(meeting) {
        return None;
    }
    let told = mailboxes.of(id, address);
    let own = told.and_then(|told| Known::by_mails(meeting, told, &part, now).ok().flatten());
    let was_off = own.as_ref().is_some_and(|known| known.facts.is_cancelled());
    let known = own.or_else(|| Known::by_version(meeting)).filter(|_| !notice.begins_anew());
    let beside = known.as_ref().map_or(now.all(), |known| now.beside(&known.facts));
    let former = told.and_then(|told| former(meeting, told, beside));
    let was_withdrawn = told.is_some_and(|told| !told.counts_on_it());
    let (now, heard) = (beside, Heard::of(told));
    Some(Update { notice, now, known, former, was_off, was_withdrawn, heard, part })
}

/// What somebody was told last of another day than that of `now`; nothing if the last day that they were
/// told is that one.
fn former<'a>(meeting: &'a Meeting, told: &Told<'_>, now: &Facts) -> Option<&'a Facts> {
    let versions = told.mails.iter().rev().filter_map(|(run, _)| {
        meeting.releases.iter().find(|release| release.number == run.version.value)
    });
    let last = versions.map(|version| &version.facts).find(|known| known.has_day())?;
    Some(last).filter(|known| known.is_on_other_days(now))
}

impl Update<'_> {
    /// Whether nothing is otherwise than the reader was told.
    fn is_old(&self) -> bool {
        let known = self.known.as_ref().filter(|known| known.is_their_own);
        known.is_some_and(|known| known.facts.says_the_same_as(self.now))
    }
}

/// Those who are chosen, of those who share an address the first, or the first who was written to by name
/// before, and who else there is; all of them where `each` gets one.
fn one_an_address<'a>(
    workspace: &'a Workspace,
    told: &BTreeMap<Id, Told<'_>>,
    chosen: Chosen<'a>,
    each: bool,
) -> (Vec<Recipient<'a>>, Vec<LeftOut<'a>>) {
    let refusing = chosen.refusing.into_iter();
    let refusing = refusing.map(|id| LeftOut::Never(Addressee::Known(Who::Contact(id))));
    let mut left_out: Vec<LeftOut<'a>> = refusing.collect();
    let mut known: HashMap<String, Addressee<'a>> = HashMap::new();
    let mut recipients = chosen.recipients;
    let before =
        recipients.iter().map(|one| one.who).filter(|who| told.contains_key(who.id(workspace)));
    for who in before {
        if let Some(key) = who.mail(workspace).and_then(|mail| address_key(mail.as_str())) {
            known.entry(key).or_insert(who);
        }
    }
    recipients.retain(|Recipient { who, .. }| {
        let Some(mail) = who.mail(workspace) else { return true };
        let Some(key) = address_key(mail.as_str()).filter(|_| !each) else { return true };
        match known.entry(key) {
            Entry::Vacant(place) => {
                place.insert(*who);
                true
            }
            Entry::Occupied(other) if other.get().id(workspace) == who.id(workspace) => true,
            Entry::Occupied(other) => {
                left_out.push(LeftOut::Shared { who: *who, mail, other: *other.get() });
                false
            }
        }
    });
    (recipients, left_out)
}

/// What `who` has to do with `meeting`, and whoever of those who are `left_out` reads the same mail.
fn part_at(
    workspace: &Workspace,
    meeting: &Meeting,
    who: Addressee<'_>,
    left_out: &[LeftOut<'_>],
) -> Part {
    let id = who.id(workspace);
    let readers = left_out.iter().filter_map(|one| match one {
        LeftOut::Shared { who, other, .. } => (other.id(workspace) == id).then_some(*who),
        _ => None,
    });
    let of = |who: Addressee<'_>| part(workspace, meeting, who.id(workspace).as_str());
    Part { with: readers.map(of).collect(), ..of(who) }
}

/// That mails about `meeting` wait whose recipients are told in `mailing` of a change since.
pub fn unsent(
    workspace: &Workspace,
    outbox: &Outbox,
    meeting: &Id,
    mailing: &Mailing<'_>,
) -> Vec<Diagnostic> {
    let addresses = mailing.mails.iter().filter_map(|mail| mail.to.who.mail(workspace));
    let told: HashSet<String> = addresses.filter_map(|mail| address_key(mail.as_str())).collect();
    let unsent = outbox.about(meeting).filter_map(|run| {
        let waits = |message: &&Message| {
            outbox.ledger.state(&run.path(message)) == State::Pending
                && address_key(message.mail.as_str()).is_some_and(|key| told.contains(&key))
        };
        let number = run.messages.iter().filter(waits).count();
        let problem = UnsentMails { run: run.name.to_string(), number };
        (number > 0).then(|| Diagnostic::at(run.origin, problem))
    });
    unsent.collect()
}

#[cfg(test)]
mod tests;
