//! `topics.toml`

use std::collections::HashMap;

use super::directory::{Index, Names};
use super::fields::Fields;
use super::value;
use crate::diagnostic::reference::{
    ListedTwice, ReferenceKind, TopicNumberTwice, UnknownReference,
};
use crate::diagnostic::{Diagnostic, Label};
use crate::domain::id::Id;
use crate::domain::meeting::Meeting;
use crate::domain::topic::{Stake, Topic, Treated};
use crate::source::{Located, Origin};
use crate::text::{MemberWords, nearest};

/// The highest number of a topic.
pub(super) const HIGHEST: u32 = 9999;

/// Reads `[[topic]]`. The meetings that it names are looked up by [`check`], as they are read later.
pub(super) fn read(file: &Fields<'_>, index: &mut Index) -> Vec<Topic> {
    let mut numbers = HashMap::new();
    let entries = file.tables("topic").into_iter();
    entries
        .filter_map(|fields| {
            let topic = topic(&fields, index, &mut numbers);
            index.topics.keep(topic)
        })
        .collect()
}

fn topic(
    fields: &Fields<'_>,
    index: &mut Index,
    numbers: &mut HashMap<u32, Origin>,
) -> Option<Topic> {
    let id = index.topics.register(fields);
    let title = fields.require("title", value::line);
    let number = fields.read("number", value::whole(1, HIGHEST));
    if let Some(number) = &number {
        if let Some(first) = numbers.get(&number.value) {
            let problem = TopicNumberTwice { number: number.value };
            fields.report(Diagnostic::at(number.origin, problem).with(*first, Label::FirstHere));
        }
        numbers.entry(number.value).or_insert(number.origin);
    }
    let tags = fields.list("tags", value::line);
    Some(Topic {
        origin: fields.origin(),
        number: number.map(|number| number.value),
        tags: tags.into_iter().map(|tag| tag.value).collect(),
        wanted: stakes(fields, "wanted", index),
        offered: stakes(fields, "offered", index),
        treated: fields.tables("treated").iter().filter_map(treated).collect(),
        note: fields.get("note", value::text),
        id: id?,
        title: title?.value,
    })
}

/// The towns on one side; one that stands there twice is reported.
fn stakes(topic: &Fields<'_>, key: &'static str, index: &Index) -> Vec<Stake> {
    let directory = index.directory();
    let mut known: HashMap<String, Origin> = HashMap::new();
    let stake = |fields: Fields<'_>| {
        let city = fields.require("city", |value| directory.city(value));
        let person = fields.read("person", |value| directory.contact(value));
        let date = fields.get("date", value::date);
        if let Some(name) = fields.peek("city", value::line) {
            let id = name.value.to_string();
            if let Some(first) = known.get(&id) {
                let problem = ListedTwice { id: id.clone() };
                fields.report(Diagnostic::at(name.origin, problem).with(*first, Label::FirstHere));
            }
            known.entry(id).or_insert(name.origin);
        }
        let person = person.and_then(|it| Some(Located::new(it.value?, it.origin)));
        Some(Stake { origin: fields.origin(), city: city?, person, date })
    };
    topic.tables(key).into_iter().filter_map(stake).collect()
}

fn treated(fields: &Fields<'_>) -> Option<Treated> {
    let meeting = fields.require("meeting", value::id);
    let item = fields.read("item", value::id);
    Some(Treated { origin: fields.origin(), meeting: meeting?, item })
}

/// Reports the meetings that topics name and that there are not, and items of them.
pub(super) fn check(topics: &[Topic], meetings: &[Meeting], names: &Names) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    for Treated { meeting, item, .. } in topics.iter().flat_map(|topic| &topic.treated) {
        match names.named(meeting.value.as_str()) {
            Err(unknown) => findings.push(Diagnostic::at(meeting.origin, unknown)),
            Ok(number) => {
                let held = number.and_then(|number| meetings.get(number));
                let unknown = held.zip(item.as_ref()).and_then(|(held, item)| missing(held, item));
                findings.extend(unknown);
            }
        }
    }
    findings
}

/// That `meeting` has no such item.
fn missing(meeting: &Meeting, item: &Located<Id>) -> Option<Diagnostic> {
    let ids = || meeting.sessions.iter().map(|session| session.id.as_str());
    let id = item.value.as_str();
    if ids().any(|known| known == id) {
        return None;
    }
    let problem = UnknownReference {
        kind: ReferenceKind::Session,
        id: id.to_owned(),
        near: nearest(id, ids()).map(str::to_owned),
        members: MemberWords::default(),
    };
    Some(Diagnostic::at(item.origin, problem))
}
