//! Findings about the calendars of towns (`.ics`).

use chrono::NaiveDate;

use super::finding::problems;
use crate::text::{DateStyle, Language};

/// What is wrong with a file as a calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SyntaxFault {
    /// What should be a calendar does not begin as one.
    NoCalendar,
    /// A line that is none of `NAME:value`.
    NotALine,
    /// The end of something that did not begin.
    WrongEnd {
        /// What is open here.
        component: String,
    },
    /// Something that does not end.
    NotClosed {
        /// What is open.
        component: String,
    },
}

impl SyntaxFault {
    fn words(&self, language: Language) -> String {
        let (german, english) = match self {
            Self::NoCalendar => (
                "hier fehlt `BEGIN:VCALENDAR`; das ist kein Kalender".to_owned(),
                "`BEGIN:VCALENDAR` is missing here; this is no calendar".to_owned(),
            ),
            Self::NotALine => (
                "diese Zeile des Kalenders hat nicht die Form `NAME:Wert`".to_owned(),
                "this line of the calendar is not of the form `NAME:value`".to_owned(),
            ),
            Self::WrongEnd { component } => (
                format!("hier müsste `END:{component}` stehen"),
                format!("`END:{component}` should stand here"),
            ),
            Self::NotClosed { component } => (
                format!("zu diesem Anfang fehlt `END:{component}`"),
                format!("`END:{component}` is missing for this beginning"),
            ),
        };
        language.pick(german, english)
    }
}

/// What is wrong with an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EventFault {
    /// No day or time of its beginning.
    NoStart,
    /// An end or a length that is none, or lies before the beginning.
    BadEnd,
}

impl EventFault {
    fn words(self, language: Language) -> &'static str {
        match self {
            Self::NoStart => language.pick(
                "der Termin hat keinen lesbaren Beginn (`DTSTART`)",
                "the event has no readable beginning (`DTSTART`)",
            ),
            Self::BadEnd => language.pick(
                "das Ende des Termins ist nicht lesbar oder liegt vor dem Beginn",
                "the end of the event is not readable or before its beginning",
            ),
        }
    }
}

/// What is not known of an event that recurs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RecurrenceFault {
    /// How it recurs.
    NotUnderstood {
        /// The part of the rule that is not understood.
        part: String,
        /// The day that is known.
        first: NaiveDate,
    },
    /// When it recurs, for it lasts longer than a year.
    TooLong {
        /// The day on which it begins first.
        first: NaiveDate,
    },
    /// When it ends, for counting so far is too much work.
    TooMany {
        /// The first day of which nothing is known.
        from: NaiveDate,
    },
}

impl RecurrenceFault {
    fn words(&self, language: Language) -> String {
        let long = |day: &NaiveDate| DateStyle::of(language).long(*day);
        match (self, language) {
            (Self::NotUnderstood { part, first }, Language::German) => format!(
                "die Wiederholung wird nicht verstanden (`{part}`); sicher ist nur der erste Termin \
                 ({}), die Tage danach gelten als unbekannt",
                long(first)
            ),
            (Self::NotUnderstood { part, first }, Language::English) => format!(
                "the repetition is not understood (`{part}`); only the first event is certain ({}), \
                 the days after it count as unknown",
                long(first)
            ),
            (Self::TooLong { first }, Language::German) => format!(
                "was sich wiederholt, dauert höchstens ein Jahr, dieser Termin länger; gezählt wird nur \
                 der erste (ab {}), die Tage danach gelten als unbekannt",
                long(first)
            ),
            (Self::TooLong { first }, Language::English) => format!(
                "what recurs lasts a year at most, and this event lasts longer; only the first one \
                 counts (from {}), the days after it count as unknown",
                long(first)
            ),
            (Self::TooMany { from }, Language::German) => format!(
                "so viele Termine werden nicht gezählt; ab dem {} gelten die Tage als unbekannt",
                long(from)
            ),
            (Self::TooMany { from }, Language::English) => format!(
                "so many events are not counted; from {} on the days count as unknown",
                long(from)
            ),
        }
    }
}

problems! { |language|
    /// The text is no calendar.
    Error "calendar-syntax" CalendarSyntax { fault: SyntaxFault }
        let fault = fault.words(language);
        de "{fault}"
            => "führen Sie den Kalender neu aus dem Kalenderprogramm aus (iCalendar, `.ics`), oder \
                nehmen Sie die Datei aus `calendar/`";
        en "{fault}"
            => "export the calendar anew from the calendar program (iCalendar, `.ics`), or take \
                the file out of `calendar/`";

    /// An event whose days are not known.
    Error "bad-event" BadEvent { fault: EventFault }
        let fault = fault.words(language);
        de "{fault}"
            => "ein Tag steht da wie `DTSTART;VALUE=DATE:20270421`, eine Zeit wie \
                `DTSTART:20270421T170000`";
        en "{fault}"
            => "a day stands like `DTSTART;VALUE=DATE:20270421`, a time like \
                `DTSTART:20270421T170000`";

    /// An event on clocks that nobody knows.
    Warning "unknown-time-zone" UnknownZone { zone: String }
        de "die Zeitzone `{zone}` ist nicht bekannt; die Tage dieses Termins gelten als unbekannt"
            => "eine Zeitzone heißt wie `Europe/Berlin`; ist die Zeit vor Ort gemeint, nehmen Sie \
                `TZID` heraus";
        en "the time zone `{zone}` is not known; the days of this event count as unknown"
            => "a time zone is called like `Europe/Berlin`; if local time is meant, take \
                `TZID` out";

    /// An event of which not all days are known.
    Warning "recurring-event" RecurringEvent { fault: RecurrenceFault }
        let fault = fault.words(language);
        de "{fault}"
            => "führen Sie die Termine einzeln aus, oder tragen Sie sie als `[[period]]` in \
                `calendar/*.toml` ein";
        en "{fault}"
            => "export the events one by one, or add them as `[[period]]` in `calendar/*.toml`";
}
