//! `outbox/<meeting>/<run>/run.toml`: who got which mail, as `erfa outbox make` writes it; or, with the
//! key `purged`, how many mails there were, as `erfa privacy purge` leaves it.

use std::ops::Range;

use chrono::{DateTime, FixedOffset, NaiveDate, SecondsFormat};

use crate::diagnostic::Diagnostic;
use crate::diagnostic::posting::BadMailFile;
use crate::domain::line::Line;
use crate::domain::outbox::{MailCount, Message, PurgedRun, Run, RunName, mail_file};
use crate::input::edit::quoted;
use crate::input::fields::Fields;
use crate::input::value;
use crate::text::Vocabulary as _;

/// More versions or revisions than any meeting has.
const MOST: u32 = 1_000_000;

/// A run to be recorded.
#[derive(Clone, Copy, Debug)]
pub struct NewRun<'a> {
    /// When it is made.
    pub made: DateTime<FixedOffset>,
    /// The version of the meeting.
    pub version: u32,
    /// The names that chose its recipients.
    pub to: &'a [String],
    /// Its mails.
    pub messages: &'a [NewMessage],
}

/// A mail to be recorded; the fields are those of [`Message`].
#[derive(Clone, Debug)]
pub struct NewMessage {
    /// The key of the contact or town.
    pub person: String,
    /// The full name.
    pub name: String,
    /// The address.
    pub mail: String,
    /// Language code.
    pub language: &'static str,
    /// How it greets.
    pub salutation: String,
    /// Whether it says du.
    pub familiar: bool,
    /// What it is.
    pub kind: String,
    /// The sequence of its calendar part.
    pub sequence: Option<u32>,
    /// The name of its file.
    pub file: String,
    /// Its name among all mails.
    pub message_id: String,
    /// The names that chose the recipient.
    pub chosen_by: Vec<String>,
    /// The actions that it reminds of, each with its day.
    pub actions: Vec<String>,
}

/// The text of a record.
pub fn text(run: &NewRun<'_>) -> String {
    let made = run.made.to_rfc3339_opts(SecondsFormat::Secs, true);
    let mut text = format!("made = {made}\nversion = {}\nto = {}\n", run.version, list(run.to));
    for message in run.messages {
        text.push_str("\n[[message]]\n");
        let mut add = |key: &str, value: String| {
            text.extend([key, " = ", &value, "\n"]);
        };
        add("person", quoted(&message.person));
        add("name", quoted(&message.name));
        add("mail", quoted(&message.mail));
        add("language", quoted(message.language));
        add("salutation", quoted(&message.salutation));
        if message.familiar {
            add("familiar", "true".to_owned());
        }
        add("kind", quoted(&message.kind));
        if let Some(sequence) = message.sequence {
            add("sequence", sequence.to_string());
        }
        add("file", quoted(&message.file));
        add("message-id", quoted(&message.message_id));
        add("chosen-by", list(&message.chosen_by));
        if !message.actions.is_empty() {
            add("actions", list(&message.actions));
        }
    }
    text
}

/// The text of a record in which the mails whose entries begin at these bytes, in their order, go to other
/// addresses.
///
/// # Errors
/// With the number in `addresses` of the first entry that is not as it was written.
pub fn readdressed_text(text: &str, addresses: &[(usize, &str)]) -> Result<String, usize> {
    let mut new = String::new();
    let mut done = 0;
    for (number, (start, mail)) in addresses.iter().enumerate() {
        let range = address(text, *start).filter(|range| done <= range.start).ok_or(number)?;
        new.extend([&text[done..range.start], &quoted(mail)]);
        done = range.end;
    }
    Ok(new + &text[done..])
}

/// Where the address stands in the entry that begins at `start`.
fn address(text: &str, start: usize) -> Option<Range<usize>> {
    const KEY: &str = "\nmail = ";
    let entry = text.get(start..)?;
    let ends = entry.get(2..)?.find("[[").map_or(text.len(), |end| start + 2 + end);
    let at = start + text[start..ends].find(KEY)? + KEY.len();
    let end = at + text[at..].find('\n')?;
    (at < ends).then_some(at..end)
}

fn list(words: &[String]) -> String {
    let quoted: Vec<String> = words.iter().map(|word| quoted(word)).collect();
    format!("[{}]", quoted.join(", "))
}

/// The record of a run whose mails were purged on the day `purged`: its groups and towns, and how many
/// mails there were.
pub fn purged_text(run: &Run, to: &[&Line], purged: NaiveDate, counts: &[MailCount]) -> String {
    let made = run.made.to_rfc3339_opts(SecondsFormat::Secs, true);
    let to: Vec<String> = to.iter().map(ToString::to_string).collect();
    let mut text = format!(
        "made = {made}\nversion = {}\nto = {}\npurged = {purged}\n",
        run.version.value,
        list(&to)
    );
    for MailCount { kind, state, number } in counts {
        text.extend(["\n[[count]]\nkind = ", &quoted(kind.as_str()), "\n"]);
        text.extend(["state = ", &quoted(state.word()), "\nnumber = ", &number.to_string(), "\n"]);
    }
    text
}

/// What a record is of.
pub(super) enum Record {
    /// A run with its mails.
    Run(Run),
    /// What is left of one.
    Purged(PurgedRun),
}

/// Reads the record of the run `name`.
pub(super) fn read(fields: &Fields<'_>, name: RunName) -> Option<Record> {
    if fields.has("purged") {
        return purged(fields, name).map(Record::Purged);
    }
    let made = fields.require("made", value::moment);
    let version = fields.require("version", value::whole(1, MOST));
    let to = fields.list("to", value::line);
    let messages = fields.tables("message").iter().filter_map(message).collect();
    Some(Record::Run(Run {
        origin: fields.origin(),
        name,
        made: made?.value,
        version: version?,
        to: to.into_iter().map(|name| name.value).collect(),
        messages,
    }))
}

fn purged(fields: &Fields<'_>, name: RunName) -> Option<PurgedRun> {
    let made = fields.require("made", value::moment);
    let version = fields.require("version", value::whole(1, MOST));
    let to = fields.list("to", value::line);
    let purged = fields.require("purged", value::date);
    let count = |fields: &Fields<'_>| {
        let kind = fields.require("kind", value::id);
        let state = fields.require("state", value::choice);
        let number = fields.require("number", value::whole(1, MOST));
        Some(MailCount { kind: kind?.value, state: state?.value, number: number?.value })
    };
    let counts = fields.tables("count").iter().filter_map(count).collect();
    Some(PurgedRun {
        origin: fields.origin(),
        name,
        made: made?.value,
        version: version?,
        to: to.into_iter().map(|name| name.value).collect(),
        purged: purged?,
        counts,
    })
}

/// Reads the entry of a mail.
pub(super) fn message(fields: &Fields<'_>) -> Option<Message> {
    let person = fields.require("person", value::id);
    let name = fields.require("name", value::line);
    let mail = fields.require("mail", value::mail);
    let language = fields.require("language", value::choice);
    let salutation = fields.require("salutation", value::line);
    let kind = fields.require("kind", value::id);
    let file = fields.require("file", value::line);
    let file = file.filter(|file| {
        let expected = person.as_ref().map(|person| mail_file(&person.value));
        let is_own = expected.as_deref().is_none_or(|expected| file.value.as_str() == expected);
        if let (false, Some(expected)) = (is_own, expected) {
            fields.report(Diagnostic::at(file.origin, BadMailFile { expected }));
        }
        is_own
    });
    let message_id = fields.require("message-id", value::line);
    let chosen_by = fields.list("chosen-by", value::line);
    let actions = fields.list("actions", value::line);
    let familiar = fields.get("familiar", value::flag).unwrap_or(false);
    let sequence = fields.get("sequence", value::whole(0, MOST));
    Some(Message {
        origin: fields.origin(),
        familiar,
        sequence,
        chosen_by: chosen_by.into_iter().map(|name| name.value).collect(),
        actions: actions.into_iter().map(|action| action.value).collect(),
        person: person?.value,
        name: name?.value,
        mail: mail?.value,
        language: language?.value,
        salutation: salutation?.value,
        kind: kind?.value,
        file: file?.value,
        message_id: message_id?.value,
    })
}
