//! The ledger without people: what it tells of purged runs keeps its time and event, while the path
//! of a message becomes a number and the server's words go, for they often hold the address.

use std::collections::HashMap;

use super::ledger::entry;
use crate::domain::id::Id;
use crate::domain::outbox::{Run, RunName};

/// What is purged from a ledger.
#[derive(Clone, Copy, Debug)]
pub struct LedgerPurge<'a> {
    /// The meetings, all of whose runs are meant.
    pub meetings: &'a [&'a Id],
    /// Runs of theirs that stay as they are.
    pub kept: &'a [&'a RunName],
    /// The runs that are purged now: their messages are numbered in the order of their record, all
    /// others in the order in which the ledger first tells of them.
    pub runs: &'a [&'a Run],
}

impl LedgerPurge<'_> {
    /// The new text of the ledger `text`; the same if it tells nothing that would go. A last line that
    /// was cut off does not count; it goes if it may tell of one of the meetings.
    pub fn text(self, text: &str) -> String {
        let mut numbers = Numbers::new(self.runs);
        let lines = text.split_inclusive('\n');
        lines.filter_map(|line| self.line(line, &mut numbers)).collect()
    }

    fn line(self, line: &str, numbers: &mut Numbers) -> Option<String> {
        let kept = || Some(line.to_owned());
        // What was cut off may tell of anybody in one of the meetings.
        let cut = || {
            let path = line.split(' ').nth(2).unwrap_or_default();
            let meeting = path.split('/').next().unwrap_or_default();
            let may_be = |id: &&Id| id.as_str().starts_with(meeting);
            if self.meetings.iter().any(may_be) { None } else { kept() }
        };
        let Some(body) = line.strip_suffix('\n') else { return cut() };
        let (body, end) = body.strip_suffix('\r').map_or((body, "\n"), |body| (body, "\r\n"));
        let parts: Vec<&str> = body.splitn(4, ' ').collect();
        let (Some(_), [at, event, path, ..]) = (entry(body), parts.as_slice()) else {
            return cut();
        };
        let mut folders = path.splitn(3, '/');
        let (Some(meeting), Some(folder)) = (folders.next(), folders.next()) else { return kept() };
        let run = format!("{meeting}/{folder}");
        let is_meant = self.meetings.iter().any(|id| id.as_str() == meeting)
            && self.kept.iter().all(|kept| kept.to_string() != run);
        if !is_meant {
            return kept();
        }
        let path = match folders.next() {
            Some(file) => format!("{run}/{}.eml", numbers.of(&run, file)),
            None => run,
        };
        Some(format!("{at} {event} {path}{end}"))
    }
}

/// The numbers that stand for the files of runs.
struct Numbers(HashMap<String, HashMap<String, usize>>);

impl Numbers {
    fn new(runs: &[&Run]) -> Self {
        let of_run = |run: &&Run| {
            let files = run.messages.iter().map(|message| message.file.to_string());
            (run.name.to_string(), files.zip(1..).collect())
        };
        Self(runs.iter().map(of_run).collect())
    }

    fn of(&mut self, run: &str, file: &str) -> usize {
        let files = self.0.entry(run.to_owned()).or_default();
        if let Some(number) = files.get(file) {
            return *number;
        }
        // What an earlier purge numbered keeps its number.
        let earlier = file.strip_suffix(".eml").and_then(|number| number.parse().ok());
        let is_free = |number: &usize| files.values().all(|taken| taken != number);
        let next = || files.values().max().map_or(1, |last| last.saturating_add(1));
        let number = earlier.filter(is_free).unwrap_or_else(next);
        files.insert(file.to_owned(), number);
        number
    }
}

#[cfg(test)]
mod tests {
    use super::LedgerPurge;
    use crate::domain::id::Id;
    use crate::domain::outbox::RunName;

    #[test]
    fn nobody_is_named_and_a_second_purge_changes_nothing() {
        let ledger = "\
2027-01-05T12:00:00+01:00 sending ulm/1-invitation/b-birke.eml
2027-01-05T12:00:01+01:00 sent ulm/1-invitation/b-birke.eml 250 Ok <birke@example.org>\r
2027-01-05T12:00:02+01:00 failed ulm/1-invitation/c-cedar.eml 550 no
2027-01-05T12:00:03+01:00 discarded ulm/2-thanks
2027-01-05T12:00:04+01:00 failed ulm/3-thanks/c-cedar.eml 451 later
2027-01-05T12:00:05+01:00 sent gera/1-invitation/b-birke.eml 250 Ok
2027-01-05T12:00:06+01:00 sent ulm/1-invitation/b-bir";
        let ulm = Id::new("ulm").unwrap();
        let kept = RunName::parse("ulm", "3-thanks").unwrap();
        let purge = LedgerPurge { meetings: &[&ulm], kept: &[&kept], runs: &[] };
        let after = purge.text(ledger);
        assert_eq!(
            after,
            "\
2027-01-05T12:00:00+01:00 sending ulm/1-invitation/1.eml
2027-01-05T12:00:01+01:00 sent ulm/1-invitation/1.eml\r
2027-01-05T12:00:02+01:00 failed ulm/1-invitation/2.eml
2027-01-05T12:00:03+01:00 discarded ulm/2-thanks
2027-01-05T12:00:04+01:00 failed ulm/3-thanks/c-cedar.eml 451 later
2027-01-05T12:00:05+01:00 sent gera/1-invitation/b-birke.eml 250 Ok
"
        );
        assert_eq!(purge.text(&after), after);

        // Of what was cut off stays what surely tells of another meeting.
        let at = "2027-01-05T12:00:06+01:00 sent";
        for (cut, rest) in [("", 0), (" ", 0), (" u", 0), (" ulm/1", 0), (" gera/1", 1)] {
            let line = format!("{at}{cut}");
            assert_eq!(purge.text(&line).lines().count(), rest, "{line}");
        }
    }
}
