//! The ledger of the outbox: one line an entry, only ever added to.
//!
//! ```text
//! <time> <event> <path>[ <words>]
//! 2027-01-05T12:00:00+01:00 sent 2027-04-20-ulm/1-invitation/h-eiche.eml 250 2.0.0 Ok: queued
//! ```
//!
//! The time is that of RFC 3339 with seconds; the event is one of [`EVENTS`]; the path, without
//! spaces, is that of a message or a run below the outbox; the words are all that follows. Every line
//! ends with LF. A last line without it was cut off while it was written: it does not count. Whoever
//! adds to such a file ends that line first.

use chrono::{DateTime, SecondsFormat};

use crate::diagnostic::Diagnostic;
use crate::diagnostic::outbox::{CutLedger, DamagedLedger};
use crate::domain::line::Line;
use crate::domain::outbox::{Entry, Event, State};
use crate::source::{FileId, Located, Origin};

/// What may happen, as it is written.
const EVENTS: &[(&str, Event)] = &[
    ("pending", Event::Message(State::Pending)),
    ("sending", Event::Message(State::Sending)),
    ("sent", Event::Message(State::Sent)),
    ("failed", Event::Message(State::Failed)),
    ("unsure", Event::Message(State::Unsure)),
    ("discarded", Event::Discarded),
];

/// The line that says `entry`, with its end.
pub fn line(entry: &Entry) -> String {
    let event = EVENTS.iter().find(|(_, event)| *event == entry.event);
    let event = event.map_or("", |(word, _)| word);
    let at = entry.at.to_rfc3339_opts(SecondsFormat::Secs, true);
    let words = entry.words.as_ref().map(|words| format!(" {words}")).unwrap_or_default();
    format!("{at} {event} {}{words}\n", entry.path)
}

/// The entries of a ledger with their places; lines that cannot be understood are left out.
pub fn entries(file: FileId, text: &str) -> Vec<Located<Entry>> {
    let mut start = 0;
    let lines = text.split_inclusive('\n').map(|line| {
        let origin = Origin::new(file, start..start + line.trim_end().len());
        start += line.len();
        Located::new(line, origin)
    });
    let read = |line: Located<&str>| {
        let words = line.value.strip_suffix('\n')?;
        Some(Located::new(entry(words.strip_suffix('\r').unwrap_or(words))?, line.origin))
    };
    lines.filter_map(read).collect()
}

/// The entries of a ledger.
pub(super) fn read(file: FileId, text: &str, findings: &mut Vec<Diagnostic>) -> Vec<Entry> {
    let mut entries = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let origin = Origin::new(file, start..start + line.trim_end().len());
        start += line.len();
        let Some(line) = line.strip_suffix('\n') else {
            findings.push(Diagnostic::at(origin, CutLedger {}));
            continue;
        };
        let line = line.strip_suffix('\r').unwrap_or(line);
        match entry(line) {
            Some(entry) => entries.push(entry),
            None if line.trim().is_empty() => {}
            None => findings.push(Diagnostic::at(origin, DamagedLedger {})),
        }
    }
    entries
}

/// The entry that a line without its end says.
pub(super) fn entry(line: &str) -> Option<Entry> {
    let mut parts = line.splitn(4, ' ');
    let at = DateTime::parse_from_rfc3339(parts.next()?).ok()?;
    let word = parts.next()?;
    let event = EVENTS.iter().find(|(known, _)| *known == word).map(|(_, event)| *event)?;
    let path = parts.next().filter(|path| !path.is_empty())?.to_owned();
    let words = parts.next().and_then(|words| Line::new(words).ok());
    Some(Entry { at, event, path, words })
}

#[cfg(test)]
mod tests {
    use super::{EVENTS, Entry, entry, line};
    use crate::domain::line::Line;

    #[test]
    fn lines_say_what_they_were_made_of() {
        for (_, event) in EVENTS {
            for words in [None, Some("250 2.0.0 Ok: queued as ÄÖ")] {
                let entry_before = Entry {
                    at: "2027-01-05T12:00:00+01:00".parse().unwrap(),
                    event: *event,
                    path: "2027-04-20-ulm/1-invitation/h-eiche.eml".to_owned(),
                    words: words.map(|words| Line::new(words).unwrap()),
                };
                let line = line(&entry_before);
                assert_eq!(entry(line.strip_suffix('\n').unwrap()), Some(entry_before));
            }
        }
        for damaged in ["", "x", "2027-01-05T12:00:00+01:00 sent", "2027-01-05 sent a/1-b/c.eml"] {
            assert_eq!(entry(damaged), None, "{damaged}");
        }
    }
}
