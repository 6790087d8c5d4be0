//! Everything that a workspace holds about a person, by purpose, for an access request (GDPR, Art. 15).

use chrono::{DateTime, FixedOffset, NaiveDate};
use serde::Serialize;

use super::finding::{FilePlace, place};
use super::spelling::{word, word_if_any};
use crate::domain::outbox::{Message, Run, State};
use crate::domain::reply::{Received, Reply, ReplyAnswer, Respondent, Said};
use crate::plan::post::data_subject::Subject;
use crate::plan::post::document_kind::DocumentKind;
use crate::text::Language;

mod agreed;
mod attendance;
mod contact;
mod further;
mod ledger;
mod programme;
mod sought;

pub use agreed::{AgreedAction, TopicSide, TopicStake};
pub use attendance::AttendanceEntry;
pub use contact::{ContactEntry, ContactKey, Field};
pub use further::Mention;
pub use ledger::LedgerLine;
pub use programme::{PartInMeeting, PartKind};
pub use sought::Sought;

/// What is known of a person.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Known {
    /// Who they are.
    pub person: Person,
    /// The contact list.
    pub contact_list: Held<ContactEntry>,
    /// Registration.
    pub replies: Held<ReplyEntry>,
    /// Notes in replies, which may concern health or faith (GDPR, Art. 9).
    pub notes: Held<Note>,
    /// Who was there.
    pub attendance: Held<AttendanceEntry>,
    /// Mails.
    pub mails: Held<Mail>,
    /// What the ledger of the outbox tells of these and of earlier mails.
    pub ledger: Held<LedgerLine>,
    /// Programmes.
    pub programmes: Held<PartInMeeting>,
    /// What they have taken upon them.
    pub actions: Held<AgreedAction>,
    /// Lines of minutes.
    pub minutes: Held<Mention>,
    /// The topics that they want or offer for their town.
    pub topics: Held<TopicStake>,
    /// All other lines of the files with their name, address or key.
    pub further: Held<Mention>,
    /// What the program cannot know of.
    pub not_held: Vec<&'static str>,
}

/// Who a person is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Person {
    /// The name.
    pub name: Option<String>,
    /// The keys that files call them by.
    pub keys: Vec<String>,
    /// The addresses.
    pub mails: Vec<String>,
    /// Whether they stand in the contacts now.
    pub is_contact: bool,
}

/// Entries of one purpose.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Held<T> {
    /// What ends it.
    pub ends: End,
    /// The entries.
    pub entries: Vec<T>,
}

/// What ends the entries of a purpose.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum End {
    /// Somebody deletes them.
    ByHand,
    /// A purge of notes.
    PurgeNotes,
    /// A purge of replies.
    PurgeReplies,
    /// A purge of mails.
    PurgeMails,
    /// Nothing.
    Lasting,
}

/// What somebody is in a reply.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum ReplyPart {
    /// Who answers.
    Respondent,
    /// Who comes along.
    Companion,
    /// Who comes instead.
    Substitute,
}

/// A reply that tells of somebody.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ReplyEntry {
    /// The key of the meeting.
    pub meeting: String,
    /// Its title.
    pub title: String,
    /// What they are in it.
    pub part: ReplyPart,
    /// `yes`, `no` or `maybe`, if it is their own.
    #[serde(serialize_with = "word_if_any")]
    pub answer: Option<ReplyAnswer>,
    /// Whom they bring along.
    pub with: Vec<String>,
    /// Whom they send instead.
    pub substitute: Option<String>,
    /// When it came.
    pub received: Option<NaiveDate>,
    /// Where it stands.
    pub place: FilePlace,
}

/// A note in a reply.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Note {
    /// The key of the meeting.
    pub meeting: String,
    /// Its title.
    pub title: String,
    /// The note; none if the reply is somebody else's, whom it may concern.
    pub text: Option<String>,
    /// Where the reply stands.
    pub place: FilePlace,
}

/// A mail to somebody.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Mail {
    /// The run.
    pub run: String,
    /// What it is.
    pub kind: String,
    /// The same, if it is no template of the user's own.
    #[serde(skip)]
    pub built_in: Option<DocumentKind>,
    /// When it was made.
    pub made: DateTime<FixedOffset>,
    /// The address it goes to.
    pub mail: String,
    /// The name in the record.
    pub name: String,
    /// How it greets.
    pub salutation: String,
    /// The language it is in.
    #[serde(serialize_with = "word")]
    pub language: Language,
    /// The names that chose the recipient.
    pub chosen_by: Vec<String>,
    /// How far it has come: `pending`, `sending`, `sent`, `failed` or `unsure`.
    #[serde(serialize_with = "word")]
    pub state: State,
    /// Since when.
    pub since: Option<DateTime<FixedOffset>>,
    /// The server's words.
    pub words: Option<String>,
    /// Its name among all mails.
    pub message_id: String,
    /// Its file, below the workspace.
    pub file: String,
    /// Where the record stands.
    pub place: FilePlace,
}

/// What the program cannot know of: paper, photographs, other versions, what others got, files that are no
/// text.
const NOT_HELD: [&str; 7] = [
    "signature-lists",
    "photo-consents",
    "git-history",
    "backups",
    "sent-folder",
    "printed-files",
    "other-formats",
];

/// Everything that is known of `subject`.
pub fn known(subject: &Subject, sought: Sought<'_>) -> Known {
    let Sought { workspace, sources, .. } = sought;
    let contact =
        subject.contact.map(|id| contact::entry(workspace.contact(id), workspace, sources));
    let contact_list = Held { ends: End::ByHand, entries: contact.into_iter().collect() };
    let (replies, notes) = replies(subject, sought);
    let attendance = attendance::entries(subject, sought);
    let mails = mails(subject, sought);
    let is_mail = |path: &str| mails.iter().any(|mail| mail.file == path);
    let ledger = ledger::lines(subject, sought, is_mail);
    let programmes = programme::parts(subject, workspace, sources);
    let actions = agreed::actions(subject, sought);
    let topics = agreed::topics(subject, sought);
    let mut seen = further::Seen::default();
    seen.entries(contact_list.entries.iter().map(|entry| &entry.place), sources);
    seen.entries(replies.iter().map(|entry| &entry.place), sources);
    seen.entries(attendance.iter().map(|entry| &entry.place), sources);
    seen.entries(mails.iter().map(|entry| &entry.place), sought.outbox_sources);
    seen.lines(ledger.iter().map(|entry| &entry.place));
    seen.parts(&programmes, sources);
    seen.entries(actions.iter().map(|entry| &entry.place), sources);
    seen.entries(actions.iter().filter_map(|entry| entry.entry.as_ref()), sources);
    seen.entries(topics.iter().map(|entry| &entry.place), sources);
    let mentions = further::mentions(subject, &seen, sought);
    let (minutes, further) = mentions.into_iter().partition(agreed::is_of_minutes);
    Known {
        person: Person {
            name: subject.name.clone(),
            keys: subject.keys.clone(),
            mails: subject.mails.clone(),
            is_contact: subject.contact.is_some(),
        },
        contact_list,
        replies: Held { ends: End::PurgeReplies, entries: replies },
        notes: Held { ends: End::PurgeNotes, entries: notes },
        attendance: Held { ends: End::PurgeReplies, entries: attendance },
        mails: Held { ends: End::PurgeMails, entries: mails },
        ledger: Held { ends: End::PurgeMails, entries: ledger },
        programmes: Held { ends: End::Lasting, entries: programmes },
        actions: Held { ends: End::ByHand, entries: actions },
        minutes: Held { ends: End::ByHand, entries: minutes },
        topics: Held { ends: End::ByHand, entries: topics },
        further: Held { ends: End::ByHand, entries: further },
        not_held: NOT_HELD.to_vec(),
    }
}

impl Known {
    /// Whether nothing is known but lines that hold the family name alone.
    pub fn is_of_surname_alone(&self) -> bool {
        self.is_of_lines_alone() && self.lines().all(|mention| mention.surname_only)
    }

    /// Lines that hold a name: those of minutes, and those that belong to no purpose.
    pub fn lines(&self) -> impl Iterator<Item = &Mention> {
        self.minutes.entries.iter().chain(&self.further.entries)
    }

    /// Whether nothing is known.
    pub fn is_empty(&self) -> bool {
        self.is_of_lines_alone() && self.lines().next().is_none()
    }

    fn is_of_lines_alone(&self) -> bool {
        let Self {
            contact_list,
            replies,
            notes,
            attendance,
            mails,
            ledger,
            programmes,
            actions,
            minutes: _,
            topics,
            further: _,
            person: _,
            not_held: _,
        } = self;
        contact_list.entries.is_empty()
            && replies.entries.is_empty()
            && notes.entries.is_empty()
            && attendance.entries.is_empty()
            && mails.entries.is_empty()
            && ledger.entries.is_empty()
            && programmes.entries.is_empty()
            && actions.entries.is_empty()
            && topics.entries.is_empty()
    }
}

fn replies(subject: &Subject, sought: Sought<'_>) -> (Vec<ReplyEntry>, Vec<Note>) {
    let Sought { workspace, sources, .. } = sought;
    let mut entries = Vec::new();
    let mut notes = Vec::new();
    for reply in &workspace.replies {
        let Some(part) = part(subject, reply) else { continue };
        let is_own = part == ReplyPart::Respondent;
        let Reply { origin, meeting, from: _, said } = reply;
        let Said {
            answer,
            day: _,
            with,
            unnamed: _,
            substitute,
            received,
            sequence: _,
            by: _,
            note,
        } = said;
        let title = workspace.meeting(meeting.as_str());
        // Replies may be left of a meeting that is gone.
        let title = title.map_or(meeting.to_string(), |meeting| meeting.title.value.to_string());
        let (place, meeting) = (place(*origin, sources), meeting.to_string());
        let names = with.iter().map(ToString::to_string).filter(|_| is_own);
        entries.push(ReplyEntry {
            meeting: meeting.clone(),
            title: title.clone(),
            part,
            answer: is_own.then_some(*answer),
            with: names.collect(),
            substitute: substitute.as_ref().map(ToString::to_string).filter(|_| is_own),
            received: received.map(Received::day),
            place: place.clone(),
        });
        if let Some(note) = note {
            notes.push(Note { meeting, title, text: is_own.then(|| note.to_string()), place });
        }
    }
    (entries, notes)
}

/// What somebody is in a reply; of others in it they are told nothing.
fn part(subject: &Subject, reply: &Reply) -> Option<ReplyPart> {
    let is_own = match reply.from {
        Respondent::Contact(id) => Some(id.value) == subject.contact,
        Respondent::City(_) => false,
    };
    if is_own {
        Some(ReplyPart::Respondent)
    } else if reply.said.with.iter().any(|name| subject.is_named_in(name.as_str())) {
        Some(ReplyPart::Companion)
    } else {
        let substitute = reply.said.substitute.as_ref();
        substitute.filter(|name| subject.is_named_in(name.as_str())).map(|_| ReplyPart::Substitute)
    }
}

fn mails(subject: &Subject, sought: Sought<'_>) -> Vec<Mail> {
    let of_run = |run: &Run, message: &Message| {
        let path = run.path(message);
        // How they are addressed, the salutation says.
        let Message {
            origin,
            person: _,
            name,
            mail,
            language,
            salutation,
            familiar: _,
            kind,
            sequence: _,
            file: _,
            message_id,
            chosen_by,
            actions: _,
        } = message;
        let last = sought.outbox.ledger.last(&path);
        Mail {
            run: run.name.to_string(),
            kind: kind.to_string(),
            built_in: DocumentKind::of(message),
            made: run.made,
            mail: mail.to_string(),
            name: name.to_string(),
            salutation: salutation.to_string(),
            language: *language,
            chosen_by: chosen_by.iter().map(ToString::to_string).collect(),
            state: sought.outbox.ledger.state(&path),
            since: last.map(|entry| entry.at),
            words: last.and_then(|entry| entry.words.as_ref()).map(ToString::to_string),
            message_id: message_id.to_string(),
            file: format!("outbox/{path}"),
            place: place(*origin, sought.outbox_sources),
        }
    };
    let runs = sought.outbox.runs.iter();
    runs.flat_map(|run| {
        let own = run.messages.iter().filter(|message| subject.is_recipient(message));
        own.map(move |message| of_run(run, message))
    })
    .collect()
}
