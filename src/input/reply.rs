//! `replies/<meeting>.toml`: replies, who came, and the numbers that a purge left of earlier ones.

use std::collections::HashMap;

use chrono::NaiveDate;
use toml::de::DeValue;
use toml::value::Datetime;

use super::directory::{Directory, Names};
use super::fields::Fields;
use super::town_calendar::moment::{clocks_show, on_clocks_of};
use super::value::{self, Outcome};
use super::{attendance, tally};
use crate::diagnostic::reply::DuplicateReply;
use crate::diagnostic::value::{Expected, MissingKey};
use crate::diagnostic::{Diagnostic, Label};
use crate::domain::attendance::Attendance;
use crate::domain::id::Id;
use crate::domain::reply::{MOST_UNNAMED, Received, Reply, Respondent, Said, Who};
use crate::domain::tally::Tally;
use crate::domain::time::TimeZone;
use crate::source::{Located, Origin};

/// More revisions than any meeting has.
const MOST: u32 = 1_000_000;

/// Reads `[[reply]]`, `[[attendance]]` and `[[total]]` to the meeting `stem`; days end when they do in `zone`.
pub(super) fn read(
    file: &Fields<'_>,
    stem: &str,
    directory: &Directory<'_>,
    meetings: &Names,
    zone: &TimeZone,
) -> (Vec<Reply>, Vec<Attendance>, Option<Tally>) {
    let meeting = match meetings.named(stem) {
        Ok(_) => Id::new(stem),
        Err(unknown) => {
            file.report(Diagnostic::at(file.origin(), unknown));
            None
        }
    };
    let mut known: HashMap<Who, Origin> = HashMap::new();
    let mut replies = Vec::new();
    for fields in file.tables("reply") {
        let Some(reply) = reply(&fields, meeting.clone(), directory, zone) else { continue };
        // Where the towns could not be read, their numbers say nothing.
        let who = reply.from.who();
        let name = fields.peek("person", value::line).or(fields.peek("city", value::line));
        let is_known = match who {
            Who::Contact(_) => true,
            Who::City(_) => directory.knows_cities(),
        };
        if let (Some(name), true) = (name, is_known) {
            if let Some(first) = known.get(&who) {
                let problem = DuplicateReply { name: name.value.to_string() };
                fields.report(Diagnostic::at(name.origin, problem).with(*first, Label::FirstHere));
            }
            known.entry(who).or_insert(name.origin);
        }
        replies.push(reply);
    }
    let attendance = attendance::read(file, meeting.as_ref(), directory);
    (replies, attendance, tally::read(file, meeting.as_ref(), directory))
}

fn reply(
    fields: &Fields<'_>,
    meeting: Option<Id>,
    directory: &Directory<'_>,
    zone: &TimeZone,
) -> Option<Reply> {
    let person = fields.read("person", |value| directory.contact(value));
    let person = person.and_then(|Located { value, origin }| {
        Some(Respondent::Contact(Located::new(value?, origin)))
    });
    let city = fields.read("city", |value| directory.city(value)).map(Respondent::City);
    if !fields.has("person") && !fields.has("city") {
        fields.report(Diagnostic::at(fields.origin(), MissingKey { key: "person".to_owned() }));
    }
    let answer = fields.require("answer", value::choice);
    let day = fields.get("for", value::date);
    let with = fields.list("with", value::line);
    let unnamed = fields.get("unnamed", value::whole(0, MOST_UNNAMED)).unwrap_or_default();
    let substitute = fields.get("substitute", value::line);
    let received = fields.get("received", |value| received(value, zone));
    let sequence = fields.get("sequence", value::whole(0, MOST));
    let by = fields.get("by", value::line);
    let note = fields.get("note", value::text);
    Some(Reply {
        origin: fields.origin(),
        meeting: meeting?,
        from: person.or(city)?,
        said: Said {
            answer: answer?.value,
            day,
            with: with.into_iter().map(|name| name.value).collect(),
            unnamed,
            substitute,
            received,
            sequence,
            by,
            note,
        },
    })
}

/// A day, or a moment with its offset from UTC.
fn received(value: &DeValue<'_>, zone: &TimeZone) -> Outcome<Received> {
    match value {
        DeValue::Datetime(Datetime { time: None, .. }) => Ok(on_day(value::date(value)?, zone)),
        DeValue::Datetime(_) => Ok(Received::At(on_clocks_of(value::moment(value)?, zone))),
        _ => Err(value::wrong_type(Expected::Date, value)),
    }
}

/// What came on `day`.
pub(super) fn on_day(day: NaiveDate, zone: &TimeZone) -> Received {
    let last = day.and_hms_opt(23, 59, 59).unwrap_or_default();
    let end = clocks_show(last, zone).unwrap_or_else(|| last.and_utc().fixed_offset());
    Received::Day { day, end }
}
