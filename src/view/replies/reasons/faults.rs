//! What is wrong with a file or a row of replies, and what else needs more than a line.

use chrono::NaiveDate;

use crate::domain::incoming::Fault;
use crate::text::{DateStyle, Language, list};

pub(super) fn no_with_company(language: Language) -> &'static str {
    language.pick(
        "sagt ab und nennt doch eine Begleitung; wer statt dessen kommt, gehört in die Spalte `Vertretung`",
        "says no and yet names who comes along; whoever comes instead belongs to the column `substitute`",
    )
}

pub(super) fn yes_with_substitute(language: Language) -> &'static str {
    language.pick(
        "sagt zu und nennt doch eine Vertretung; wer mitkommt, gehört in die Spalte `Begleitung`",
        "says yes and yet names who comes instead; whoever comes along belongs to the column `with`",
    )
}

pub(super) fn german_fault(fault: &Fault) -> String {
    match fault {
        Fault::Refused(words) => {
            format!("nicht lesbar: {}", crate::diagnostic::file::system_words(words))
        }
        Fault::NotAFile => "nicht lesbar: das ist keine Datei".to_owned(),
        Fault::TooLarge(size, most) => format!("nicht gelesen: {size} MB, mehr als {most}"),
        Fault::NoMail => "nicht lesbar: das ist keine Mail mit Absender".to_owned(),
        Fault::NoCalendar => "nicht lesbar: das ist kein Kalender, oder er bricht ab".to_owned(),
        Fault::NoEvent => "der Kalender enthält keinen Termin".to_owned(),
        Fault::NoColumns(headings) if headings.is_empty() => "die Tabelle ist leer".to_owned(),
        Fault::NoColumns(headings) => format!(
            "der Tabelle fehlt eine Spalte für den Namen oder die Antwort; es gibt: {}",
            list::and(headings, Language::German)
        ),
        Fault::ManyRows(most) => format!("nicht gelesen: die Tabelle hat mehr als {most} Zeilen"),
        Fault::BrokenRow => "die Zeile ist nicht lesbar".to_owned(),
        Fault::OpenQuote => {
            "das Anführungszeichen in dieser Zeile wird nicht geschlossen; von hier an ist nichts gelesen"
                .to_owned()
        }
        Fault::SwallowedRow => {
            "eine Zelle geht über mehrere Zeilen und sieht aus, als enthielte sie eine eigene Zeile; \
             vielleicht fehlt ein Anführungszeichen"
                .to_owned()
        }
        Fault::ShortRow => "die Zeile hat weniger Spalten als die Überschrift".to_owned(),
        Fault::LongRow => "die Zeile hat mehr Spalten als die Überschrift".to_owned(),
        Fault::NoAnswer => "die Zeile nennt Begleitung oder Vertretung, aber keine Antwort".to_owned(),
        Fault::DoubledColumn(heading) => format!("die Spalte `{heading}` gibt es zweimal"),
        Fault::UnreadColumns(headings) => {
            format!("nicht gelesene Spalten: {}", list::and(headings, Language::German))
        }
    }
}

pub(super) fn english_fault(fault: &Fault) -> String {
    match fault {
        Fault::Refused(words) => format!("unreadable: {words}"),
        Fault::NotAFile => "unreadable: that is no file".to_owned(),
        Fault::TooLarge(size, most) => format!("not read: {size} MB, more than {most}"),
        Fault::NoMail => "unreadable: that is no mail with a sender".to_owned(),
        Fault::NoCalendar => "unreadable: that is no calendar, or it breaks off".to_owned(),
        Fault::NoEvent => "the calendar holds no event".to_owned(),
        Fault::NoColumns(headings) if headings.is_empty() => "the table is empty".to_owned(),
        Fault::NoColumns(headings) => format!(
            "the table lacks a column for the name or the answer; there are: {}",
            list::and(headings, Language::English)
        ),
        Fault::ManyRows(most) => format!("not read: the table has more than {most} rows"),
        Fault::BrokenRow => "the row cannot be read".to_owned(),
        Fault::OpenQuote => {
            "the quotation mark in this line is never closed; nothing is read from here on"
                .to_owned()
        }
        Fault::SwallowedRow => {
            "a cell goes over several lines and looks as if it held a row of its own; perhaps a \
             quotation mark is missing"
                .to_owned()
        }
        Fault::ShortRow => "the row has fewer columns than the headings".to_owned(),
        Fault::LongRow => "the row has more columns than the headings".to_owned(),
        Fault::NoAnswer => "the row names companions or a substitute, but no answer".to_owned(),
        Fault::DoubledColumn(heading) => format!("there are two columns `{heading}`"),
        Fault::UnreadColumns(headings) => {
            format!("columns that were not read: {}", list::and(headings, Language::English))
        }
    }
}

/// That an answer came on this `day`, or on an unknown one, before everybody was asked again.
pub(super) fn asked_again(day: Option<NaiveDate>, language: Language) -> String {
    let day = day.map(|day| DateStyle { language, ..DateStyle::default() }.numeric(day));
    match (day, language) {
        (Some(day), Language::German) => format!(
            "kam am {day}; seitdem wurde das Treffen abgesagt, oder es beginnt zu anderer Uhrzeit"
        ),
        (Some(day), Language::English) => format!(
            "came on {day}; since then the meeting was cancelled, or its start is at another time"
        ),
        (None, Language::German) => {
            "das Treffen war abgesagt oder begann zu anderer Uhrzeit, und die Zeile sagt nicht, wann \
             die Antwort kam (Spalte `Eingang`)"
                .to_owned()
        }
        (None, Language::English) => {
            "the meeting was cancelled or began at another time, and the row does not tell when the \
             answer came (column `received`)"
                .to_owned()
        }
    }
}

/// That a mail holds no words, and what is `attached` to it.
pub(super) fn no_words(attached: &[String], language: Language) -> String {
    let names = list::and(attached.iter().map(|file| format!("`{file}`")), language);
    match language {
        Language::German if attached.is_empty() => "enthält keine Worte".to_owned(),
        Language::English if attached.is_empty() => "holds no words".to_owned(),
        Language::German => format!(
            "enthält keine Worte, nur {names}, was hier nicht gelesen wird; bitten Sie um eine Antwort als \
             reinen Text"
        ),
        Language::English => format!(
            "holds no words, only {names}, which is not read here; ask for an answer as plain text"
        ),
    }
}
