//! A reply is added to `replies/<meeting>.toml`, or changed there.

use chrono::SecondsFormat;

use super::draft::{Draft, words, written};
use super::layout::{Layout, Section};
use super::refuse_lists;
use crate::diagnostic::Diagnostic;
use crate::domain::reply::{Received, Said};
use crate::source::{FileId, Origin};
use crate::text::Vocabulary as _;

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
    let layout = Layout::new(text);
    let mut changed = Vec::new();
    let mut new = Vec::new();
    for reply in replies {
        let entry = reply.before.and_then(|(origin, before)| {
            let number = layout.number(REPLY, origin.range().start)?;
            Some((layout.span(REPLY, number)?, before))
        });
        if let Some((span, before)) = entry {
            changed.push((span.clone(), change(&text[span], before, reply.said)));
            continue;
        }
        let (key, id) = reply.who;
        let mut keys = vec![(key, words(id))];
        let said = KEYS.iter().zip(values(reply.said));
        keys.extend(said.filter_map(|(key, value)| Some((*key, value?))));
        new.push(keys);
    }
    // From the end, so that the places before stay where they are.
    changed.sort_by_key(|(span, _)| std::cmp::Reverse(span.start));
    let mut text = text.to_owned();
    for (span, entry) in changed {
        text.replace_range(span, &entry);
    }
    let mut draft = Draft::new(&text);
    let new: Vec<_> = new.iter().map(Vec::as_slice).collect();
    draft.add_entries(REPLY, None, &new);
    Ok(draft.into_text())
}

/// The text of an entry with its new values.
fn change(entry: &str, before: &Said, said: &Said) -> String {
    let mut draft = Draft::new(entry);
    let section = Section::Entry(REPLY, 0);
    for (at, (old, new)) in values(before).into_iter().zip(values(said)).enumerate() {
        let key = KEYS[at];
        match new {
            _ if old == new => {}
            Some(value) => {
                let mut above: Vec<&str> = KEYS[..at].iter().rev().copied().collect();
                above.extend(["city", "person"]);
                draft.set(section, key, &value, &above);
            }
            None => draft.drop_key(section, key),
        }
    }
    draft.into_text()
}

/// The values of [`KEYS`] as they are written.
fn values(said: &Said) -> [Option<String>; 6] {
    let with: Vec<String> = said.with.iter().map(|name| words(name.as_str())).collect();
    [
        Some(words(said.answer.word())),
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
