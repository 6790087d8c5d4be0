//! Findings about the calendars of towns (`.ics`).

use chrono::NaiveDate;

use super::{Wording, problems};
use crate::text::{DateStyle, Language, Saturday};

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
        match (self, language) {
            (Self::NoCalendar, Language::German) => {
                "hier fehlt `BEGIN:VCALENDAR`; das ist kein Kalender".to_owned()
            }
            (Self::NoCalendar, Language::English) => {
                "`BEGIN:VCALENDAR` is missing here; this is no calendar".to_owned()
            }
            (Self::NotALine, Language::German) => {
                "diese Zeile des Kalenders hat nicht die Form `NAME:Wert`".to_owned()
            }
            (Self::NotALine, Language::English) => {
                "this line of the calendar is not of the form `NAME:value`".to_owned()
            }
            (Self::WrongEnd { component }, Language::German) => {
                format!("hier müsste `END:{component}` stehen")
            }
            (Self::WrongEnd { component }, Language::English) => {
                format!("`END:{component}` should stand here")
            }
            (Self::NotClosed { component }, Language::German) => {
                format!("zu diesem Anfang fehlt `END:{component}`")
            }
            (Self::NotClosed { component }, Language::English) => {
                format!("`END:{component}` is missing for this beginning")
            }
        }
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
        match (self, language) {
            (Self::NoStart, Language::German) => {
                "der Termin hat keinen lesbaren Beginn (`DTSTART`)"
            }
            (Self::NoStart, Language::English) => "the event has no readable beginning (`DTSTART`)",
            (Self::BadEnd, Language::German) => {
                "das Ende des Termins ist nicht lesbar oder liegt vor dem Beginn"
            }
            (Self::BadEnd, Language::English) => {
                "the end of the event is not readable or before its beginning"
            }
        }
    }
}

problems! {
    /// The text is no calendar.
    Error "calendar-syntax" CalendarSyntax {
        /// What is wrong.
        fault: SyntaxFault,
    }
        de => Wording::new(
            fault.words(Language::German),
            "führen Sie den Kalender neu aus dem Kalenderprogramm aus (iCalendar, `.ics`), oder nehmen Sie die Datei aus `calendar/`",
        ),
        en => Wording::new(
            fault.words(Language::English),
            "export the calendar anew from the calendar program (iCalendar, `.ics`), or take the file out of `calendar/`",
        );

    /// An event whose days are not known.
    Error "bad-event" BadEvent {
        /// What is wrong.
        fault: EventFault,
    }
        de => Wording::new(
            fault.words(Language::German),
            "ein Tag steht da wie `DTSTART;VALUE=DATE:20270421`, eine Zeit wie `DTSTART:20270421T170000`",
        ),
        en => Wording::new(
            fault.words(Language::English),
            "a day stands like `DTSTART;VALUE=DATE:20270421`, a time like `DTSTART:20270421T170000`",
        );

    /// An event of which only the first day is taken.
    Warning "recurring-event" RecurringEvent {
        /// Its first day.
        first: NaiveDate,
    }
        de => Wording::new(
            format!("die Wiederholung wird nicht verstanden; nur der erste Termin zählt ({})", day(*first, Language::German)),
            "führen Sie die Termine einzeln aus, oder tragen Sie sie als `[[period]]` in `calendar/*.toml` ein",
        ),
        en => Wording::new(
            format!("the repetition is not understood; only the first event counts ({})", day(*first, Language::English)),
            "export the events one by one, or add them as `[[period]]` in `calendar/*.toml`",
        );
}

fn day(date: NaiveDate, language: Language) -> String {
    DateStyle { language, saturday: Saturday::default() }.long(date)
}
