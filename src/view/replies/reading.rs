//! What became of replies that came in.

use serde::Serialize;

use super::reasons::{code, words};
use super::{name_of, written};
use crate::domain::incoming::{CalendarReply, Content, Incoming};
use crate::domain::reply::ReplyAnswer;
use crate::domain::workspace::Workspace;
use crate::plan::post::reply::judge::{Bounce, Judgement, ReplyChange, UnclearReply, Why};
use crate::plan::post::reply::people::People;
use crate::text::Language;
use crate::view::spelling::{word, word_if_any};

/// What became of all of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Reading {
    /// How many files were read.
    pub files: usize,
    /// What is recorded now.
    pub recorded: Vec<Recorded>,
    /// The mails that came back, as they are recorded now.
    pub bounced: Vec<Bounced>,
    /// What a person must look at.
    pub unclear: Vec<Open>,
    /// How many said what was recorded already, or were older.
    pub known: usize,
    /// How many reports of mail servers tell what is recorded already.
    pub reported: usize,
    /// How many rows of tables hold no answer yet.
    pub unanswered: usize,
    /// What holds no replies.
    pub passed_over: Vec<String>,
}

/// A reply that is recorded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Recorded {
    /// The key of the meeting.
    pub meeting: String,
    /// The key of the contact or town.
    pub person: String,
    /// The full name, or the town's.
    pub name: String,
    /// `yes`, `no` or `maybe`.
    #[serde(serialize_with = "word")]
    pub answer: ReplyAnswer,
    /// The answer so far.
    #[serde(serialize_with = "word_if_any")]
    pub before: Option<ReplyAnswer>,
    /// When it came: a day or a moment.
    pub received: Option<String>,
    /// The address that answered on their behalf.
    pub sent_by: Option<String>,
    /// The file it stands in.
    pub file: String,
    /// The line in it, if it is a table.
    pub line: Option<u64>,
}

/// A mail that came back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Bounced {
    /// The key of the contact or town.
    pub person: String,
    /// The full name.
    pub name: String,
    /// The mail, below the outbox.
    pub mail: String,
    /// The address that could not be reached, and why, in the server's words.
    pub words: String,
    /// The file that says so.
    pub file: String,
}

/// Something that a person must look at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Open {
    /// The file.
    pub file: String,
    /// The line in it, if it is a table.
    pub line: Option<u64>,
    /// Who sent it, with name and address.
    pub sender: Option<String>,
    /// Why, as a stable word.
    pub reason: &'static str,
    /// Why, in a sentence.
    pub words: String,
    /// How it begins, if it is a mail of words.
    pub excerpt: Option<String>,
    /// The key of whoever answers, if that is known.
    pub person: Option<String>,
    /// The key of the meeting, if that is known.
    pub meeting: Option<String>,
    /// The command that records what it means; the user chooses the answer.
    pub command: Option<String>,
}

/// What `judgement` says of `incoming`, in `language`.
pub fn reading(
    workspace: &Workspace,
    people: &People<'_>,
    incoming: &[Incoming],
    judgement: &Judgement<'_>,
    files: usize,
    passed_over: Vec<String>,
    language: Language,
) -> Reading {
    let recorded = |change: &ReplyChange<'_>| {
        let source = &incoming[change.source];
        Recorded {
            meeting: change.meeting.to_string(),
            person: people.id(change.who).to_string(),
            name: name_of(workspace, change.who),
            answer: change.said.answer,
            before: change.so_far,
            received: change.said.received.map(written),
            sent_by: change.sent_by.clone(),
            file: source.file.clone(),
            line: source.line,
        }
    };
    let bounced = |bounce: &Bounce<'_>| Bounced {
        person: bounce.message.person.to_string(),
        name: bounce.message.name.to_string(),
        mail: bounce.run.path(bounce.message),
        words: bounce.words.as_ref().map(ToString::to_string).unwrap_or_default(),
        file: incoming[bounce.source].file.clone(),
    };
    let open = |unclear: &UnclearReply<'_>| {
        let source = &incoming[unclear.source];
        let person = unclear.who.map(|who| people.id(who).to_string());
        let meeting = unclear.meeting.map(ToString::to_string);
        let of_meeting = meeting.as_ref().map(|id| format!(" --meeting {id}")).unwrap_or_default();
        let command = choices(&unclear.why).or_else(|| person.clone());
        let command = command.filter(|_| can_be_set(&unclear.why));
        Open {
            file: source.file.clone(),
            line: source.line,
            sender: source.sender.as_ref().map(ToString::to_string),
            reason: code(&unclear.why),
            words: words(&unclear.why, language),
            excerpt: match &source.content {
                Content::Words(words) => words.excerpt.as_ref().map(ToString::to_string),
                Content::Calendar(CalendarReply { beside: Some(beside), .. }) => {
                    Some(beside.words.as_str().lines().collect::<Vec<_>>().join(" "))
                }
                Content::Calendar(_)
                | Content::Row(_)
                | Content::Unanswered
                | Content::Automatic(_)
                | Content::Report(_)
                | Content::Faulty(_) => None,
            },
            command: command.map(|person| {
                let answer = answer_to_set(&unclear.why);
                format!("erfa replies set {person} {answer}{of_meeting}")
            }),
            person,
            meeting,
        }
    };
    Reading {
        files,
        recorded: judgement.changes.iter().map(recorded).collect(),
        bounced: judgement.bounces.iter().map(bounced).collect(),
        unclear: judgement.unclear.iter().map(open).collect(),
        known: judgement.known,
        reported: judgement.reported,
        unanswered: judgement.unanswered,
        passed_over,
    }
}

/// The keys of those of whom one answered, for a person to choose from: `max|lea`.
fn choices(why: &Why) -> Option<String> {
    match why {
        Why::SharedAddress(_, ids) | Why::AmbiguousPerson(_, ids) => Some(ids.join("|")),
        _ => None,
    }
}

/// What is to be recorded as far as it is known.
fn answer_to_set(why: &Why) -> String {
    match why {
        // A stranger's words are never part of a command.
        Why::Delegated { substitute: Some(name), .. }
            if name.starts_with(char::is_alphabetic)
                && name.chars().all(|c| c.is_alphabetic() || " -.".contains(c)) =>
        {
            format!("no --substitute \"{name}\"")
        }
        Why::Delegated { .. } => "no --substitute …".to_owned(),
        _ => "yes|no|maybe".to_owned(),
    }
}

/// Whether somebody may have answered at all, so that it can be recorded once a person has looked.
fn can_be_set(why: &Why) -> bool {
    !matches!(
        why,
        Why::Automatic
            | Why::Delivery(_)
            | Why::NeverSent(_)
            | Why::EmptyReport
            | Why::OtherMeeting
            | Why::UnreadMeeting(_)
    )
}
