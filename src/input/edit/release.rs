//! A version is added to a meeting's file, and the ids of its sessions are fixed.

use chrono::{DateTime, FixedOffset, SecondsFormat};

use super::operation::{Entry, Key, Operation, State, apply};
use super::outline::{Outline, Section};
use super::{quoted, refuse_lists, written};
use crate::diagnostic::Diagnostic;
use crate::domain::id::Id;
use crate::domain::meeting::Status;
use crate::domain::release::{
    Checksum, Content, Coverage, DetailContent, Facts, Hours, PartFacts, Release, SessionFacts,
};
use crate::domain::session::{Audience, Certainty, Kind};
use crate::source::FileId;
use crate::text::Vocabulary;

const RELEASE: &str = "release";
const SESSION: &str = "session";

/// A version to be written.
#[derive(Clone, Debug)]
pub struct NewRelease<'a> {
    /// Its number.
    pub number: u32,
    /// When it is given out.
    pub released: DateTime<FixedOffset>,
    /// By whom.
    pub by: &'a str,
    /// Why.
    pub reason: &'a str,
    /// Its sequence.
    pub sequence: u32,
    /// The name of the meeting in calendars.
    pub uid: &'a str,
    /// Whether readers get the programme by it.
    pub has_programme: bool,
    /// What it fixes.
    pub facts: &'a Facts,
}

/// Adds a version to `text`, and to each session without an id the one it goes by: `ids`, in the
/// order of the file.
///
/// # Errors
/// If the file has lists instead of entries of their own.
pub fn add_release(
    file: FileId,
    text: &str,
    release: &NewRelease<'_>,
    ids: &[&Id],
) -> Result<String, Diagnostic> {
    refuse_lists(file, text, &[RELEASE, SESSION])?;
    let outline = Outline::new(text);
    let missing = |(number, id): (usize, &&Id)| {
        let section = Section::Entry(SESSION, number);
        let (before, after) = (State::Absent, State::Written(quoted(id.as_str())));
        let key = Key { section, name: "id", before, after, below: &[] };
        outline.pair(section, key.name).is_none().then_some(Operation::Key(key))
    };
    let mut operations: Vec<Operation> = ids.iter().enumerate().filter_map(missing).collect();
    let mut entry = entry(release);
    let sum = Checksum::of(entry.iter().cloned()).map(checksum);
    entry.extend(sum.map(|sum| ("checksum", sum)));
    operations.push(Operation::Add(Entry::new(RELEASE, outline.count(RELEASE), &entry)));
    Ok(apply(text, &operations).text)
}

/// The checksum of a version that was read, whatever its entry says: it is that of the entry as it
/// would be written now, so spaces and comments do not count.
pub(in crate::input) fn checksum_of(release: &Release) -> Option<Checksum> {
    let Release { by, reason, uid, .. } = release;
    let [by, reason, uid] = [by, reason, uid].map(ToString::to_string);
    Checksum::of(entry(&NewRelease {
        number: release.number,
        released: release.released,
        by: &by,
        reason: &reason,
        sequence: release.sequence,
        uid: &uid,
        has_programme: release.has_programme,
        facts: &release.facts,
    }))
}

/// The keys of an entry. How they are written never changes, or old checksums would not hold.
fn entry(release: &NewRelease<'_>) -> Vec<(&'static str, String)> {
    let facts = release.facts;
    let mut keys = Keys::default();
    keys.add("number", release.number.to_string());
    keys.add("released", release.released.to_rfc3339_opts(SecondsFormat::Secs, true));
    keys.add("by", quoted(release.by));
    keys.add("reason", quoted(release.reason));
    keys.add("sequence", release.sequence.to_string());
    keys.add("uid", quoted(release.uid));
    keys.maybe("programme", (!release.has_programme).then(|| "false".to_owned()));
    keys.add("title", quoted(&facts.title));
    let planned = facts.status == Status::Planned;
    keys.maybe("status", (!planned).then(|| choice(facts.status)));
    keys.maybe("status-reason", facts.reason.as_deref().map(quoted));
    keys.maybe("hosts", list(&facts.hosts));
    keys.maybe("date", facts.date.map(written));
    keys.maybe("end-date", facts.end_date.map(written));
    keys.maybe("date-text", facts.date_text.as_deref().map(quoted));
    keys.hours(facts.hours);
    keys.maybe("place", facts.place.as_deref().map(quoted));
    keys.maybe("registration-until", facts.registration_until.map(written));
    let people = facts.people.as_deref().and_then(list);
    keys.maybe("people", people);
    keys.content(&facts.content);
    let session = |session: &SessionFacts| format!("    {},\n", self::session(session, facts));
    let sessions: String = facts.sessions.iter().map(session).collect();
    keys.maybe("sessions", (!sessions.is_empty()).then(|| format!("[\n{sessions}]")));
    let is_said = facts.covers != Coverage::First;
    keys.maybe("covers", is_said.then(|| facts.covers.number().to_string()));
    keys.0
}

/// A session on one line, as TOML 1.0 wants its inline tables.
fn session(session: &SessionFacts, facts: &Facts) -> String {
    let mut keys = Keys::default();
    keys.add("id", quoted(session.id.as_str()));
    let plain = session.kind == Kind::Item;
    keys.maybe("kind", (!plain).then(|| choice(session.kind)));
    keys.maybe("title", session.title.as_deref().map(quoted));
    keys.maybe("date", session.date.filter(|date| Some(*date) != facts.date).map(written));
    keys.hours(session.hours);
    keys.maybe("part-of-day", session.part_of_day.map(choice));
    keys.maybe("connector", session.connector.as_deref().map(quoted));
    keys.maybe("place", session.place.as_deref().map(quoted));
    keys.maybe("people", list(&session.people));
    let public = session.audience == Audience::Public;
    keys.maybe("audience", (!public).then(|| choice(session.audience)));
    let fixed = session.status == Certainty::Fixed;
    keys.maybe("status", (!fixed).then(|| choice(session.status)));
    let parts: Vec<String> = session.parts.iter().flatten().map(part).collect();
    keys.maybe("parts", (!parts.is_empty()).then(|| format!("[{}]", parts.join(", "))));
    keys.content(&session.content);
    keys.table()
}

/// A part of one.
fn part(part: &PartFacts) -> String {
    let PartFacts { number, title, duration, place, people, rest } = part;
    let mut keys = Keys::default();
    keys.maybe("number", number.as_deref().map(quoted));
    keys.maybe("title", title.as_deref().map(quoted));
    keys.maybe("duration", duration.map(|length| quoted(&length.to_string())));
    keys.maybe("place", place.as_deref().map(quoted));
    keys.maybe("people", list(people));
    keys.maybe("content", rest.map(checksum));
    keys.table()
}

/// Keys with their values as they are written.
#[derive(Default)]
struct Keys(Vec<(&'static str, String)>);

impl Keys {
    fn add(&mut self, key: &'static str, value: String) {
        self.0.push((key, value));
    }

    fn maybe(&mut self, key: &'static str, value: Option<String>) {
        self.0.extend(value.map(|value| (key, value)));
    }

    /// All of them on one line.
    fn table(&self) -> String {
        let pairs: Vec<_> = self.0.iter().map(|(key, value)| format!("{key} = {value}")).collect();
        format!("{{ {} }}", pairs.join(", "))
    }

    fn hours(&mut self, hours: Hours) {
        self.maybe("start", hours.start.map(|start| quoted(&start.to_string())));
        self.maybe("end", hours.end.map(|end| quoted(&end.to_string())));
        self.maybe("duration", hours.duration.map(|length| quoted(&length.to_string())));
    }

    fn content(&mut self, content: &Content) {
        self.maybe("content", content.whole.map(checksum));
        let detail = |one: &DetailContent| {
            let words = one.kept_words().map(|words| format!(" {words}"));
            format!("{} {}{}", one.detail.word(), hex(one.sum), words.unwrap_or_default())
        };
        let details: Vec<String> = content.details.iter().map(detail).collect();
        self.maybe("details", list(&details));
    }
}

fn list(lines: &[String]) -> Option<String> {
    let quoted: Vec<_> = lines.iter().map(|line| quoted(line)).collect();
    (!quoted.is_empty()).then(|| format!("[{}]", quoted.join(", ")))
}

fn checksum(sum: Checksum) -> String {
    quoted(&hex(sum))
}

fn hex(sum: Checksum) -> String {
    format!("{:0width$x}", sum.0, width = Checksum::DIGITS)
}

fn choice(member: impl Vocabulary) -> String {
    quoted(member.word())
}
