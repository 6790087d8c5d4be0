//! The ledger of the outbox: one line an entry, only ever added to.
//!
//! ```text
//! <time> <event> <path>[ <words>]
//! 2027-01-05T12:00:00+01:00 sent 2027-04-20-ulm/1-invitation/h-eiche.eml 250 2.0.0 Ok: queued
//! ```
//!
//! The time is that of RFC 3339 with seconds; the event is one of [`Event::all`]; the path, without
//! spaces, is that of a message or a run below the outbox; the words are all that follows. Every line
//! ends with LF. A last line without it was cut off while it was written. It counts if it names a
//! whole message, for then only words are missing, else not. Whoever adds to such a file ends that
//! line and adds one that says `cut`, so that nobody takes the rest of it for damage.

use chrono::{DateTime, SecondsFormat};

use super::stream::Lines;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::outbox::{CutLedger, DamagedLedger};
use crate::domain::id::Id;
use crate::domain::line::Line;
use crate::domain::outbox::{Entry, Event, Ledger, RunName};
use crate::source::{FileId, Located, Origin};

/// The file in the folder of the outbox.
pub const LEDGER: &str = "ledger.txt";

/// How the path of a message ends.
const MESSAGE: &str = ".eml";

/// The line that says `entry`, with its end.
pub fn line(entry: &Entry) -> String {
    let event = entry.event.word();
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

/// A ledger every line of which is an entry; one that was made and never written to says nothing.
pub(super) fn sound(lines: &mut Lines<'_>) -> Option<Ledger> {
    let mut ledger = Ledger::default();
    while let Some(line) = lines.next() {
        ledger.push(entry(line.strip_suffix('\n')?)?);
    }
    lines.is_sound().then_some(ledger)
}

/// Reads a ledger.
pub(super) fn read(file: FileId, text: &str, findings: &mut Vec<Diagnostic>) -> Ledger {
    let mut entries = Vec::new();
    let mut start = 0;
    let mut damaged = None;
    let mut is_cut = false;
    for line in text.split_inclusive('\n') {
        let origin = Origin::new(file, start..start + line.trim_end().len());
        start += line.len();
        is_cut = !line.ends_with('\n');
        let line = line.trim_end_matches(['\r', '\n']);
        // What was cut off is the beginning of one line and nothing else.
        is_cut &= is_remnant(line);
        let entry = entry(line);
        // Whoever says that the line before was cut off may have been cut off, too.
        let is_excuse = is_cut || entry.as_ref().is_some_and(|entry| entry.event == Event::Cut);
        let unexcused = damaged.take().filter(|(_, is_remnant)| !(is_excuse && *is_remnant));
        findings.extend(unexcused.map(|(origin, _)| Diagnostic::at(origin, DamagedLedger {})));
        match entry {
            Some(entry) if !is_cut || entry.path.ends_with(MESSAGE) => entries.push(entry),
            _ if is_cut || line.trim().is_empty() => {}
            _ => damaged = Some((origin, is_remnant(line))),
        }
        if is_cut {
            findings.push(Diagnostic::at(origin, CutLedger {}));
        }
    }
    findings.extend(damaged.map(|(origin, _)| Diagnostic::at(origin, DamagedLedger {})));
    Ledger::new(entries, is_cut)
}

/// The entry that a line without its end says.
pub(super) fn entry(line: &str) -> Option<Entry> {
    let mut parts = line.splitn(4, ' ');
    let at = DateTime::parse_from_rfc3339(parts.next()?).ok()?;
    let word = parts.next()?;
    let event = Event::all().find(|event| event.word() == word)?;
    let path = parts.next().filter(|path| is_fit(event, path))?.to_owned();
    let words = parts.next().and_then(|words| Line::new(words).ok());
    Some(Entry { at, event, path, words })
}

/// Whether an event can have happened to what is at `path`: a mail, a run, or the ledger.
fn is_fit(event: Event, path: &str) -> bool {
    let run = |path: &str| {
        let (meeting, folder) = path.split_once('/')?;
        RunName::parse(meeting, folder)
    };
    match event {
        Event::Message(_) => path.rsplit_once('/').is_some_and(|(folder, file)| {
            let person = file.strip_suffix(MESSAGE).and_then(Id::new);
            run(folder).is_some() && person.is_some()
        }),
        Event::Discarded => run(path).is_some(),
        Event::Cut => path == LEDGER,
    }
}

/// Whether a line can be what is left of one that was cut off: it begins as an entry does.
fn is_remnant(line: &str) -> bool {
    let time = line.split(' ').next().unwrap_or_default();
    time.chars().all(|letter| letter.is_ascii_digit() || "-:T+Z".contains(letter))
        && !line.chars().any(char::is_control)
}

#[cfg(test)]
mod tests {
    use super::{Entry, Event, entry, line};
    use crate::diagnostic::Diagnostic;
    use crate::domain::line::Line;
    use crate::domain::outbox::State;
    use crate::source::{SourceFile, Sources};

    #[test]
    fn lines_say_what_they_were_made_of() {
        for event in Event::all() {
            let path = match event {
                Event::Message(_) => "2027-04-20-ulm/1-invitation/h-eiche.eml",
                Event::Discarded => "2027-04-20-ulm/1-invitation",
                Event::Cut => "ledger.txt",
            };
            for words in [None, Some("250 2.0.0 Ok: queued as ÄÖ")] {
                let entry_before = Entry {
                    at: "2027-01-05T12:00:00+01:00".parse().unwrap(),
                    event,
                    path: path.to_owned(),
                    words: words.map(|words| Line::new(words).unwrap()),
                };
                let line = line(&entry_before);
                assert_eq!(entry(line.strip_suffix('\n').unwrap()), Some(entry_before));
            }
        }
        for damaged in [
            "",
            "x",
            "2027-01-05T12:00:00+01:00 sent",
            "2027-01-05 sent a/1-b/c.eml",
            "2027-01-05T12:00:00+01:00 sent outbox/a/1-b/c.eml",
            "2027-01-05T12:00:00+01:00 sent a/1-b/../c.eml",
            "2027-01-05T12:00:00+01:00 sent a/1-b/C.eml",
            "2027-01-05T12:00:00+01:00 discarded a/1-b/c.eml",
            "2027-01-05T12:00:00+01:00 cut a/1-b/c.eml",
        ] {
            assert_eq!(entry(damaged), None, "{damaged}");
        }
    }

    /// The states of `a/1-b/c.eml` and the codes of what is found, whatever a ledger says.
    fn reading(text: &str) -> (State, Vec<&'static str>) {
        let mut sources = Sources::default();
        let file = SourceFile { path: "ledger.txt".to_owned(), text: text.to_owned() };
        let mut findings = Vec::new();
        let ledger = super::read(sources.add(file), text, &mut findings);
        let codes = findings.iter().map(Diagnostic::code).collect();
        (ledger.state("a/1-b/c.eml"), codes)
    }

    #[test]
    fn a_line_that_is_cut_off_counts_if_it_names_a_message() {
        let at = "2027-01-05T12:00:00+01:00";
        let begun = format!("{at} sending a/1-b/c.eml\n");
        for (cut, state) in [
            ("2027-01", State::Sending),
            (&format!("{at} sent a/1-b/c"), State::Sending),
            (&format!("{at} sent a/1-b/c.eml"), State::Sent),
            (&format!("{at} failed a/1-b/c.eml 550 5."), State::Failed),
        ] {
            let text = format!("{begun}{cut}");
            assert_eq!(reading(&text), (state, vec!["cut-ledger"]), "{cut}");
            // Whoever goes on says so, and then there is nothing more to say about it.
            let text = format!("{text}\n{at} cut ledger.txt\n");
            assert_eq!(reading(&text), (state, vec![]), "{cut}");
        }
        let damaged = |text: String| assert_eq!(reading(&text).1, ["damaged-ledger"], "{text:?}");
        damaged(format!("{begun}2027-01\n{begun}"));
        damaged(format!("{begun}xx sent a/1-b/c.eml\n{at} cut ledger.txt\n"));
        damaged(format!("{at} sent a/1-b/c.eml\r{at} sent a/1-b/d.eml\r"));
        damaged("\0".repeat(99));
        // What was sent stays sent.
        let sent = format!("{at} sent a/1-b/c.eml\n{at} pending a/1-b/c.eml\n");
        assert_eq!(reading(&sent), (State::Sent, vec![]));
    }
}
