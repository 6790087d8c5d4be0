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

    /// An event of which only the first day is taken.
    Warning "recurring-event" RecurringEvent { first: NaiveDate }
        let first = DateStyle::of(language).long(*first);
        de "die Wiederholung wird nicht verstanden; nur der erste Termin zählt ({first})"
            => "führen Sie die Termine einzeln aus, oder tragen Sie sie als `[[period]]` in \
                `calendar/*.toml` ein";
        en "the repetition is not understood; only the first event counts ({first})"
            => "export the events one by one, or add them as `[[period]]` in `calendar/*.toml`";
}
