//! `[[release]]`: versions of a meeting, as `erfa release` writes them.

use toml::de::DeValue;

use super::edit::checksum_of;
use super::fields::Fields;
use super::value::{self, Outcome};
use crate::diagnostic::reference::{DuplicateId, ReferenceKind};
use crate::diagnostic::release::{BadChecksum, OtherUid, ReleaseAltered, ReleasesOutOfOrder};
use crate::diagnostic::{Diagnostic, Label};
use crate::domain::id::Id;
use crate::domain::line::Line;
use crate::domain::release::{
    Checksum, Content, Coverage, Detail, DetailContent, Facts, Hours, PartFacts, Release,
    SessionFacts,
};
use crate::domain::time::TimeZone;
use crate::source::{Located, Origin};
use crate::text::{MemberWords, Vocabulary as _};

/// More versions than any meeting has.
const MOST: u32 = 1_000_000;

/// Reads `[[release]]` of a meeting.
pub(super) fn read(meeting: &Fields<'_>, zone: TimeZone) -> Vec<Release> {
    let mut last: Option<Read> = None;
    let mut uid: Option<Located<Line>> = None;
    let mut releases = Vec::new();
    for fields in meeting.tables("release") {
        let Some(read) = release(&fields, zone) else { continue };
        if let Some(last) = &last {
            check_order(&fields, last, &read);
        }
        check_uid(&fields, uid.get_or_insert_with(|| read.uid.clone()), &read.uid);
        check_sum(&fields, &read);
        releases.push(read.release.clone());
        last = Some(read);
    }
    releases
}

/// A version with the places of what must rise from one to the next.
struct Read {
    release: Release,
    number: Origin,
    released: Origin,
    sequence: Origin,
    uid: Located<Line>,
    checksum: Option<Origin>,
}

fn check_order(fields: &Fields<'_>, last: &Read, read: &Read) {
    let (before, after) = (&last.release, &read.release);
    let refuse = |is_wrong: bool, key, found: String, other: String, places: [Origin; 2]| {
        if is_wrong {
            let problem = ReleasesOutOfOrder { key, found, before: other };
            let finding = Diagnostic::at(places[0], problem);
            fields.report(finding.with(places[1], Label::ComparedWith));
        }
    };
    refuse(
        after.number <= before.number,
        "number",
        after.number.to_string(),
        before.number.to_string(),
        [read.number, last.number],
    );
    refuse(
        after.released < before.released,
        "released",
        after.released.to_rfc3339(),
        before.released.to_rfc3339(),
        [read.released, last.released],
    );
    refuse(
        after.sequence < before.sequence,
        "sequence",
        after.sequence.to_string(),
        before.sequence.to_string(),
        [read.sequence, last.sequence],
    );
}

fn check_uid(fields: &Fields<'_>, first: &Located<Line>, uid: &Located<Line>) {
    if first.value != uid.value {
        let [found, first_uid] = [uid, first].map(|uid| uid.value.to_string());
        let finding = Diagnostic::at(uid.origin, OtherUid { found, first: first_uid });
        fields.report(finding.with(first.origin, Label::ComparedWith));
    }
}

/// A version is fixed; whoever changes it by hand tells readers of changes that never were.
fn check_sum(fields: &Fields<'_>, read: &Read) {
    let release = &read.release;
    if let Some(origin) = read.checksum
        && release.checksum != checksum_of(release)
    {
        fields.report(Diagnostic::at(origin, ReleaseAltered { number: release.number }));
    }
}

fn release(fields: &Fields<'_>, zone: TimeZone) -> Option<Read> {
    let number = fields.require("number", value::whole(1, MOST));
    let released = fields.require("released", value::moment);
    let by = fields.require("by", value::line);
    let reason = fields.require("reason", value::line);
    let sequence = fields.require("sequence", value::whole(0, MOST));
    let uid = fields.require("uid", value::line);
    let title = fields.require("title", value::line);
    let date = fields.get("date", value::date);
    let status = fields.get("status", value::choice).unwrap_or_default();
    let covers = fields.get("covers", coverage).unwrap_or(Coverage::First);
    let content = content(fields);
    let facts = Facts {
        covers,
        title: String::new(),
        status,
        reason: words(fields, "status-reason"),
        hosts: lines(fields, "hosts"),
        date,
        end_date: fields.get("end-date", value::date),
        date_text: words(fields, "date-text"),
        hours: hours(fields, zone),
        place: words(fields, "place"),
        registration_until: fields.get("registration-until", value::date),
        people: people(fields, covers, &content),
        content,
        sessions: sessions(fields, date, zone, covers),
    };
    let has_programme = fields.get("programme", value::flag).unwrap_or(true);
    let sum = fields.get("checksum", checksum);
    let (number, released, sequence, uid) = (number?, released?, sequence?, uid?);
    Some(Read {
        number: number.origin,
        released: released.origin,
        sequence: sequence.origin,
        release: Release {
            origin: fields.origin(),
            number: number.value,
            released: released.value,
            by: by?.value,
            reason: reason?.value,
            sequence: sequence.value,
            uid: uid.value.clone(),
            has_programme,
            facts: Facts { title: title?.value.to_string(), ..facts },
            checksum: sum,
        },
        uid,
        checksum: sum.map(|_| fields.place_of("checksum")),
    })
}

/// Those with a part in the meeting as a whole; earlier versions say of them that they are there, and no names.
fn people(fields: &Fields<'_>, covers: Coverage, content: &Content) -> Option<Vec<String>> {
    let people = lines(fields, "people");
    let is_there = content.details.iter().any(|one| one.detail == Detail::People);
    let is_silent = people.is_empty() && (is_there || covers < Coverage::Fourth);
    (!is_silent).then_some(people)
}

/// The items of a version; those without a date are on the meeting's first day.
fn sessions(
    release: &Fields<'_>,
    date: Option<chrono::NaiveDate>,
    zone: TimeZone,
    covers: Coverage,
) -> Vec<SessionFacts> {
    let mut sessions: Vec<(Origin, SessionFacts)> = Vec::new();
    for fields in release.tables("sessions") {
        let Some((id, session)) = session(&fields, date, zone, covers) else { continue };
        if let Some((first, _)) = sessions.iter().find(|(_, other)| other.id == session.id) {
            let duplicate = DuplicateId {
                kind: ReferenceKind::Session,
                id: session.id.to_string(),
                members: MemberWords::default(),
            };
            fields.report(Diagnostic::at(id, duplicate).with(*first, Label::FirstHere));
        }
        sessions.push((id, session));
    }
    sessions.into_iter().map(|(_, session)| session).collect()
}

fn session(
    fields: &Fields<'_>,
    date: Option<chrono::NaiveDate>,
    zone: TimeZone,
    covers: Coverage,
) -> Option<(Origin, SessionFacts)> {
    let id: Option<Located<Id>> = fields.require("id", value::id);
    let session = |id| SessionFacts {
        id,
        kind: fields.get("kind", value::choice).unwrap_or_default(),
        title: words(fields, "title"),
        date: fields.get("date", value::date).or(date),
        hours: hours(fields, zone),
        part_of_day: fields.get("part-of-day", value::choice),
        connector: words(fields, "connector"),
        place: words(fields, "place"),
        people: lines(fields, "people"),
        audience: fields.get("audience", value::choice).unwrap_or_default(),
        status: fields.get("status", value::choice).unwrap_or_default(),
        parts: parts(fields, covers),
        content: content(fields),
    };
    let origin = id.as_ref().map_or(fields.origin(), |id| id.origin);
    // Read the rest even without an id, so that every fault is found.
    let placeholder = || Id::new("session");
    let is_known = id.is_some();
    let read = session(id.map(|id| id.value).or_else(placeholder)?);
    is_known.then_some((origin, read))
}

/// What an item consists of; a version that does not cover it does not say that it has no parts.
fn parts(session: &Fields<'_>, covers: Coverage) -> Option<Vec<PartFacts>> {
    let parts = session.tables("parts").into_iter().map(|fields| PartFacts {
        number: words(&fields, "number"),
        title: words(&fields, "title"),
        duration: fields.get("duration", value::duration),
        place: words(&fields, "place"),
        people: lines(&fields, "people"),
        rest: fields.get("content", checksum),
    });
    let parts: Vec<PartFacts> = parts.collect();
    (covers >= Coverage::Fifth || !parts.is_empty()).then_some(parts)
}

fn hours(fields: &Fields<'_>, zone: TimeZone) -> Hours {
    Hours {
        start: fields.get("start", value::time),
        end: fields.get("end", value::end),
        duration: fields.get("duration", value::duration),
        zone,
    }
}

fn words(fields: &Fields<'_>, key: &'static str) -> Option<String> {
    fields.get(key, value::line).map(|line| line.to_string())
}

fn lines(fields: &Fields<'_>, key: &'static str) -> Vec<String> {
    let lines: Vec<Located<Line>> = fields.list(key, value::line);
    lines.into_iter().map(|line| line.value.to_string()).collect()
}

fn content(fields: &Fields<'_>) -> Content {
    let details: Vec<Located<DetailContent>> = fields.list("details", detail);
    Content {
        whole: fields.get("content", checksum),
        details: details.into_iter().map(|detail| detail.value).collect(),
    }
}

/// "meet-at 1a2b3c4d Brunnen"; early versions keep no words.
fn detail(value: &DeValue<'_>) -> Outcome<DetailContent> {
    let line = value::line(value)?;
    let found = line.as_str().split_once(' ').and_then(|(detail, said)| {
        let (digits, words) = match said.split_once(' ') {
            Some((digits, words)) => (digits, Some(words.to_owned())),
            None => (said, None),
        };
        Some(DetailContent { detail: Detail::read(detail)?, sum: hex(digits)?, words })
    });
    found.ok_or_else(|| Box::new(BadChecksum { found: line.to_string() }) as _)
}

fn coverage(value: &DeValue<'_>) -> Outcome<Coverage> {
    let [first, .., last] = Coverage::ALL;
    let number = value::whole(first.number(), last.number())(value)?;
    let known = Coverage::ALL.into_iter().find(|known| known.number() == number);
    Ok(known.unwrap_or(last))
}

fn checksum(value: &DeValue<'_>) -> Outcome<Checksum> {
    let line = value::line(value)?;
    hex(line.as_str()).ok_or_else(|| Box::new(BadChecksum { found: line.to_string() }) as _)
}

fn hex(digits: &str) -> Option<Checksum> {
    let is_hex = digits.len() == Checksum::DIGITS && digits.bytes().all(|b| b.is_ascii_hexdigit());
    u32::from_str_radix(digits, 16).ok().filter(|_| is_hex).map(Checksum)
}
