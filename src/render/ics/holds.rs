//! Days that are held for something that is not settled yet.

use chrono::{DateTime, FixedOffset, NaiveDate, Utc};

use super::lines::{Lines, date, moment};
use crate::text::Language;

/// Something that lasts whole days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hold {
    /// Its name among all events, the same whenever it is written: `left@right`.
    pub uid: String,
    /// The first day.
    pub first: NaiveDate,
    /// The last day.
    pub last: NaiveDate,
    /// What it is, in one line.
    pub summary: String,
    /// More about it, in one line or several; may be empty.
    pub description: String,
}

/// Days that are held for something that is not settled yet: tentative, and nobody is busy because
/// of them. `stamp` is when they were written.
pub(super) fn holds(events: &[Hold], stamp: DateTime<FixedOffset>, language: Language) -> String {
    let stamp = moment(stamp.with_timezone(&Utc));
    let mut lines = Lines::default();
    lines.add("BEGIN", "VCALENDAR");
    lines.add("VERSION", "2.0");
    lines.add("PRODID", &format!("-//erfa//erfa//{}", language.code().to_uppercase()));
    lines.add("CALSCALE", "GREGORIAN");
    for event in events {
        lines.add("BEGIN", "VEVENT");
        lines.add_text("UID", &event.uid);
        lines.add("DTSTAMP", &stamp);
        lines.add("DTSTART;VALUE=DATE", &date(event.first));
        // The end is the day after; a single day has none if that day would be in the year 10000.
        if let Some(end) = event.last.succ_opt().map(date).filter(|end| end.len() == 8) {
            lines.add("DTEND;VALUE=DATE", &end);
        }
        lines.add_text("SUMMARY", &event.summary);
        if !event.description.is_empty() {
            lines.add_text("DESCRIPTION", &event.description);
        }
        lines.add("STATUS", "TENTATIVE");
        lines.add("TRANSP", "TRANSPARENT");
        lines.add("END", "VEVENT");
    }
    lines.add("END", "VCALENDAR");
    lines.into_text()
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;
    use proptest::{prop_assert, prop_assert_eq, proptest};

    use super::{Hold, holds};
    use crate::text::Language;

    fn written(summary: &str, description: &str) -> String {
        let event = Hold {
            uid: "hold.2027-03-02@example.org".into(),
            first: "2027-03-02".parse().unwrap(),
            last: "2027-03-02".parse().unwrap(),
            summary: summary.into(),
            description: description.into(),
        };
        let stamp = DateTime::parse_from_rfc3339("2026-11-22T12:00:00+01:00").unwrap();
        holds(&[event], stamp, Language::German)
    }

    #[test]
    fn a_hold_is_a_whole_tentative_day() {
        let lines = [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//erfa//erfa//DE",
            "CALSCALE:GREGORIAN",
            "BEGIN:VEVENT",
            "UID:hold.2027-03-02@example.org",
            "DTSTAMP:20261122T110000Z",
            "DTSTART;VALUE=DATE:20270302",
            "DTEND;VALUE=DATE:20270303",
            "SUMMARY:Treffen\\; Rat\\, Markt",
            "DESCRIPTION:a\\nb \\\\ c",
            "STATUS:TENTATIVE",
            "TRANSP:TRANSPARENT",
            "END:VEVENT",
            "END:VCALENDAR",
            "",
        ];
        assert_eq!(written("Treffen; Rat, Markt", "a\r\nb \\ c\u{7}"), lines.join("\r\n"));
    }

    proptest! {
        #[test]
        fn no_text_breaks_out(words in "\\PC{0,200}|[\\x00-\\x20äß€👩\u{2028};,\\\\:\"]{0,200}") {
            let text = written(&words, "");
            for line in text.strip_suffix("\r\n").unwrap().split("\r\n") {
                prop_assert!(line.len() <= 75 && !line.contains(['\r', '\n']));
            }
            let unfolded = text.replace("\r\n ", "");
            prop_assert_eq!(unfolded.lines().count(), 14);
        }
    }
}
