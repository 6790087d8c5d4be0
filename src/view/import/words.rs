//! Why rows and cells of a list are not taken, or taken otherwise.

use crate::domain::listed::{About, CellFault, RowFault};
use crate::plan::import::Why;
use crate::text::{DateStyle, Language, list};

/// Why a row cannot be read.
pub fn fault(fault: &RowFault, language: Language) -> String {
    let (german, english) = match fault {
        RowFault::NoName => ("kein Name".to_owned(), "no name".to_owned()),
        RowFault::GivenNameAlone(name) => (
            format!("zum Vornamen „{name}“ fehlt der Familienname"),
            format!("the family name to the given name “{name}” is missing"),
        ),
        RowFault::NoPerson(name) => (
            format!("„{name}“ ist ein Amt oder eine Einrichtung, keine Person"),
            format!("“{name}” is an office or a body, no person"),
        ),
        RowFault::SeveralPeople(name) => (
            format!("„{name}“ sind mehrere; geben Sie jeder Person eine Zeile"),
            format!("“{name}” are several; give each person a row"),
        ),
        RowFault::UnclearName(name) => (
            format!(
                "„{name}“ lässt sich nicht sicher zerlegen; eine Spalte für den Vornamen hilft"
            ),
            format!("“{name}” cannot be taken apart for certain; a column for given names helps"),
        ),
        RowFault::NoDay(words) if words.is_empty() => {
            ("kein Datum".to_owned(), "no date".to_owned())
        }
        RowFault::NoDay(words) => (
            format!("„{words}“ ist kein Tag, der sich sicher lesen lässt"),
            format!("“{words}” is no day that can be read for certain"),
        ),
        RowFault::NoHost => {
            ("weder Stadt noch Titel".to_owned(), "neither city nor title".to_owned())
        }
        RowFault::LostLetters(words) => (
            format!(
                "„{words}“: beim Speichern gingen Buchstaben verloren; speichern Sie als „CSV UTF-8“ oder .xlsx"
            ),
            format!("“{words}”: letters were lost when it was saved; save as “CSV UTF-8” or .xlsx"),
        ),
        RowFault::OpenQuote => (
            "ein Anführungszeichen schließt nicht, und die Zeilen dahinter gehören nicht dazu"
                .to_owned(),
            "a quotation mark is not closed, and the lines behind it do not belong to it"
                .to_owned(),
        ),
        RowFault::Reversed => (
            "der letzte Tag liegt vor dem ersten".to_owned(),
            "the last day lies before the first".to_owned(),
        ),
    };
    language.pick(german, english)
}

/// Why nobody can place a row; `named` says what an entry is called.
pub(super) fn why(why: &Why, named: &impl Fn(&str) -> String, language: Language) -> String {
    let (german, english) = match why {
        Why::Several(ids) => {
            let ids = list::or(ids.iter().map(|id| format!("`{id}`")), language);
            (
                format!("wer gemeint ist, ist nicht sicher: {ids}? Eine Spalte `id` sagt es"),
                format!("who is meant is not certain: {ids}? A column `id` says it"),
            )
        }
        Why::OthersAddress(id) => {
            let name = named(id);
            (
                format!(
                    "die Adresse gehört schon {name} (`{id}`), mit ähnlichem Namen: dieselbe Person?"
                ),
                format!(
                    "the address is {name}'s already (`{id}`), of a similar name: the same person?"
                ),
            )
        }
        Why::OtherMeeting(id) => (
            format!("an diesem Tag ist schon `{id}`, in einer anderen Stadt"),
            format!("that day has `{id}` already, in another city"),
        ),
        Why::NoSuchTowns(towns) => {
            let towns = list::and(towns, language);
            (
                format!("nicht im Netzwerk: {towns}; `--add-cities` nimmt auf, was fehlt"),
                format!("not in the network: {towns}; `--add-cities` adds what is missing"),
            )
        }
    };
    language.pick(german, english)
}

/// What was done with a cell.
pub(super) fn about(about: &About, language: Language) -> String {
    let (german, english) = match about {
        About::Noughts { from, to } => (
            format!("{from} ist {to}: die Null vorn fehlte"),
            format!("{from} is {to}: its leading zero was missing"),
        ),
        About::Mended { from, to } => (
            format!("„{from}“ ist „{to}“: die Umlaute waren falsch gespeichert"),
            format!("“{from}” is “{to}”: its letters were saved wrongly"),
        ),
        About::Further(addresses) => {
            let more = list::and(addresses, language);
            (
                format!("nur die erste Adresse wird übernommen, nicht {more}"),
                format!("only the first address is taken, not {more}"),
            )
        }
        About::Serial { from, to } => {
            let day = DateStyle::of(language).numeric(*to);
            (
                format!("{from} ist der {day}, so zählt Excel die Tage"),
                format!("{from} is {day}, as Excel counts days"),
            )
        }
        About::ShortYear { from, to } => {
            let day = DateStyle::of(language).numeric(*to);
            (format!("{from} ist der {day}"), format!("{from} is {day}"))
        }
        About::NotTaken(words, fault) => {
            let (german, english) = reason(*fault);
            (
                format!("„{words}“ wird nicht übernommen: {german}"),
                format!("“{words}” is not taken: {english}"),
            )
        }
    };
    language.pick(german, english)
}

fn reason(fault: CellFault) -> (&'static str, &'static str) {
    match fault {
        CellFault::NoMail => ("keine Mailadresse", "no mail address"),
        CellFault::OddMail => (
            "Umlaute vor dem @ nimmt nicht jeder Server",
            "not every server takes such letters before the @",
        ),
        CellFault::LedMail => (
            "davor steht ein Wort, das dazugehören kann; eine Adresse wird nicht geraten",
            "a word stands before it that may belong to it; addresses are not guessed",
        ),
        CellFault::NoPostcode => (
            "keine Postleitzahl mit fünf Ziffern; im Ausland hilft eine Spalte `country`",
            "no postcode of five digits; abroad a column `country` helps",
        ),
        CellFault::NoKey => {
            ("kein Gemeindeschlüssel mit acht Ziffern", "no municipality key of eight digits")
        }
        CellFault::NoDay => {
            ("kein Tag, der sich sicher lesen lässt", "no day that can be read for certain")
        }
        CellFault::NoTime => ("keine Uhrzeit", "no time of the day"),
        CellFault::NoChoice => {
            ("keines der Worte, die hier gelten", "none of the words that are known here")
        }
        CellFault::NoPhone => ("keine Telefonnummer", "no telephone number"),
        CellFault::Rounded => (
            "die Tabelle hat die Zahl gerundet; formatieren Sie die Spalte als Text",
            "the spreadsheet rounded the number; format the column as text",
        ),
        CellFault::Formula => ("die Formel ergab einen Fehler", "the formula gave an error"),
        CellFault::NoId => (
            "eine Kennung hat nur kleine Buchstaben, Ziffern und Bindestriche",
            "an id has small letters, digits and hyphens alone",
        ),
        CellFault::LostLetters => {
            ("beim Speichern gingen Buchstaben verloren", "letters were lost when it was saved")
        }
    }
}
