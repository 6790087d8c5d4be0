//! A reply is added to `replies/<meeting>.toml`, or changed there.

use chrono::SecondsFormat;

use super::operation::{Entry, Key, Operation, State, apply};
use super::outline::{Outline, Section};
use super::{quoted, refuse_lists, written};
use crate::diagnostic::Diagnostic;
use crate::domain::reply::{Received, Said};
use crate::source::{FileId, Origin};
use crate::text::Vocabulary as _;

const REPLY: &str = "reply";

/// The keys of what somebody said, in their order.
const KEYS: [&str; 9] =
    ["answer", "for", "with", "unnamed", "substitute", "received", "sequence", "by", "note"];

/// All keys of a reply, the last one first: what comes stands below those before it.
const ABOVE: [&str; 11] = [
    "note",
    "by",
    "sequence",
    "received",
    "substitute",
    "unnamed",
    "with",
    "for",
    "answer",
    "city",
    "person",
];

/// A reply to be written.
#[derive(Clone, Debug)]
pub struct NewReply<'a> {
    /// Who answers: `person` or `city`, and their key.
    pub who: (&'static str, &'a str),
    /// Where their entry begins and what it says, if they have one.
    pub before: Option<(Origin, &'a Said)>,
    /// What it is to say.
    pub said: &'a Said,
}

/// Writes replies into `text`; the file may be new and hold nothing yet. What they say already stays
/// as it is written.
///
/// # Errors
/// If the file has `reply = […]` instead of entries of their own.
pub fn set_replies(
    file: Option<FileId>,
    text: &str,
    replies: &[NewReply<'_>],
) -> Result<String, Diagnostic> {
    if let Some(file) = file {
        refuse_lists(file, text, &[REPLY])?;
    }
    let outline = Outline::new(text);
    let mut operations = Vec::new();
    let mut new = Vec::new();
    for reply in replies {
        let known = reply.before.and_then(|(origin, before)| {
            Some((outline.number(REPLY, origin.range().start)?, before))
        });
        if let Some((number, before)) = known {
            operations.extend(changes(&outline, number, before, reply.said));
            continue;
        }
        let (key, id) = reply.who;
        let mut keys = vec![(key, quoted(id))];
        let said = KEYS.iter().zip(values(reply.said));
        keys.extend(said.filter_map(|(key, value)| Some((*key, value?))));
        let number = outline.count(REPLY) + new.len();
        new.push(Operation::Add(Entry::new(REPLY, number, &keys)));
    }
    operations.append(&mut new);
    Ok(apply(text, &operations).text)
}

/// What becomes of the keys of an entry. One that goes is set aside if a comment stands behind it.
fn changes(outline: &Outline<'_>, number: usize, before: &Said, said: &Said) -> Vec<Operation> {
    let section = Section::Entry(REPLY, number);
    let change = |(at, (old, new)): (usize, (Option<String>, Option<String>))| {
        let name = KEYS[at];
        let there = outline.pair(section, name).map(|pair| (outline.is_bare(&pair), pair));
        let there = there.map(|(is_bare, pair)| (is_bare, outline.text(pair.value).to_owned()));
        let after = match (new, &there) {
            (new, _) if new == old => return None,
            (Some(value), _) => State::Written(value),
            (None, Some((false, value))) => State::Aside(value.clone()),
            (None, _) => State::Absent,
        };
        let before = there.map_or(State::Absent, |(_, value)| State::Written(value));
        Some(Operation::Key(Key { section, name, before, after, below: &ABOVE[KEYS.len() - at..] }))
    };
    values(before).into_iter().zip(values(said)).enumerate().filter_map(change).collect()
}

/// The values of [`KEYS`] as they are written.
fn values(said: &Said) -> [Option<String>; 9] {
    let Said { answer, day, with, unnamed, substitute, received, sequence, by, note } = said;
    let with: Vec<String> = with.iter().map(|name| quoted(name.as_str())).collect();
    [
        Some(quoted(answer.word())),
        day.map(written),
        (!with.is_empty()).then(|| format!("[{}]", with.join(", "))),
        (*unnamed > 0).then(|| unnamed.to_string()),
        substitute.as_ref().map(|name| quoted(name.as_str())),
        received.map(|received| match received {
            Received::Day { day, .. } => written(day),
            Received::At(moment) => moment.to_rfc3339_opts(SecondsFormat::Secs, true),
        }),
        sequence.map(|sequence| sequence.to_string()),
        by.as_ref().map(|by| quoted(by.as_str())),
        note.as_ref().map(|note| quoted(note.as_str())),
    ]
}
