//! A reply is added to `replies/<meeting>.toml`, or changed there.

use chrono::SecondsFormat;

use super::draft::{Draft, words, written};
use super::layout::Section;
use super::refuse_lists;
use crate::diagnostic::Diagnostic;
use crate::domain::reply::{Received, Said};
use crate::source::{FileId, Origin};

const REPLY: &str = "reply";

/// The keys of what somebody said, in their order.
const KEYS: [&str; 6] = ["answer", "with", "substitute", "received", "sequence", "note"];

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
    // Places are those of the text as it was read: they become numbers before anything moves.
    let mut draft = Draft::new(text);
    let number = |reply: &NewReply<'_>| {
        let (origin, _) = reply.before?;
        draft.layout().number(REPLY, origin.range().start)
    };
    let numbers: Vec<Option<usize>> = replies.iter().map(number).collect();
    for (reply, number) in replies.iter().zip(numbers) {
        if let (Some(number), Some((_, before))) = (number, reply.before) {
            change(&mut draft, number, before, reply.said);
            continue;
        }
        let (key, id) = reply.who;
        let mut keys = vec![(key, words(id))];
        let said = KEYS.iter().zip(values(reply.said));
        keys.extend(said.filter_map(|(key, value)| Some((*key, value?))));
        draft.add_entry(REPLY, None, &keys);
    }
    Ok(draft.into_text())
}

fn change(draft: &mut Draft, number: usize, before: &Said, said: &Said) {
    for (at, (old, new)) in values(before).into_iter().zip(values(said)).enumerate() {
        if old == new {
            continue;
        }
        let key = KEYS[at];
        match new {
            Some(value) => {
                let mut above: Vec<&str> = KEYS[..at].iter().rev().copied().collect();
                above.extend(["city", "person"]);
                draft.set(Section::Entry(REPLY, number), key, &value, &above);
            }
            None => draft.drop_key(Section::Entry(REPLY, number), key),
        }
    }
}

/// The values of [`KEYS`] as they are written.
fn values(said: &Said) -> [Option<String>; 6] {
    let with: Vec<String> = said.with.iter().map(|name| words(name.as_str())).collect();
    [
        Some(words(said.answer.code())),
        (!with.is_empty()).then(|| format!("[{}]", with.join(", "))),
        said.substitute.as_ref().map(|name| words(name.as_str())),
        said.received.map(|received| match received {
            Received::Day { day, .. } => written(day),
            Received::At(moment) => moment.to_rfc3339_opts(SecondsFormat::Secs, true),
        }),
        said.sequence.map(|sequence| sequence.to_string()),
        said.note.as_ref().map(|note| words(note.as_str())),
    ]
}
