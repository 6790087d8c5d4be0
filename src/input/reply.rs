//! `replies/<meeting>.toml`: replies, and the numbers that a purge left of earlier ones.

use super::directory::{Directory, Names};
use super::fields::Fields;
use super::{tally, value};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::value::MissingKey;
use crate::domain::id::Id;
use crate::domain::reply::{Answer, Reply, Respondent};
use crate::domain::tally::Tally;

const ANSWERS: &[(&str, Answer)] =
    &[("yes", Answer::Yes), ("no", Answer::No), ("maybe", Answer::Maybe)];

/// Reads `[[reply]]` and `[[total]]` to the meeting `stem`.
pub(super) fn read(
    file: &Fields<'_>,
    stem: &str,
    directory: &Directory,
    meetings: &Names,
) -> (Vec<Reply>, Option<Tally>) {
    let meeting = Id::new(stem).filter(|_| meetings.number(stem).is_some());
    if meeting.is_none() {
        file.report(Diagnostic::at(file.origin(), meetings.unknown(stem)));
    }
    let replies = file.tables("reply").into_iter();
    let replies = replies.filter_map(|fields| reply(fields, meeting.clone(), directory)).collect();
    (replies, tally::read(file, meeting.as_ref(), directory))
}

fn reply(fields: Fields<'_>, meeting: Option<Id>, directory: &Directory) -> Option<Reply> {
    let person = fields.read("person", |value| directory.contact(value)).map(Respondent::Contact);
    let city = fields.read("city", |value| directory.city(value)).map(Respondent::City);
    if !fields.has("person") && !fields.has("city") {
        fields.report(Diagnostic::at(fields.origin(), MissingKey { key: "person".to_owned() }));
    }
    let answer = fields.require("answer", value::choice(ANSWERS));
    let with = fields.list("with", value::line);
    Some(Reply {
        origin: fields.origin(),
        with: with.into_iter().map(|name| name.value).collect(),
        substitute: fields.get("substitute", value::line),
        received: fields.get("received", value::date),
        note: fields.get("note", value::text),
        meeting: meeting?,
        from: person.or(city)?,
        answer: answer?.value,
    })
}
