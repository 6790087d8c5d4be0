//! The keys of all files, in words.

use crate::input::keys::{KEYED_FILES, Key, KeyedFile, KeyedTable, Kind};
use crate::text::Language;
use crate::text::list::or;
use crate::view::handbook::{FileKeys, KeyLine, TableKeys};

/// The files with their keys.
pub(super) fn files(language: Language) -> Vec<FileKeys> {
    KEYED_FILES.iter().map(|one| file(one, language)).collect()
}

fn file(file: &KeyedFile, language: Language) -> FileKeys {
    let about = language.pick(file.about[0], file.about[1]);
    let tables = file.tables.iter().map(|one| table(one, language)).collect();
    FileKeys { path: file.path, about, tables }
}

fn table(table: &KeyedTable, language: Language) -> TableKeys {
    let heading = |place: &&&str| {
        if table.several { format!("[[{place}]]") } else { format!("[{place}]") }
    };
    let places = table.places.iter().filter(|place| !place.is_empty());
    TableKeys {
        headings: places.map(|place| heading(&place)).collect(),
        keys: table.keys.iter().map(|one| key(one, language)).collect(),
    }
}

fn key(key: &Key, language: Language) -> KeyLine {
    KeyLine {
        name: key.name,
        required: key.required,
        value: value(&key.kind, language),
        about: language.pick(key.about[0], key.about[1]),
    }
}

/// What the value of a key is, in words.
fn value(kind: &Kind, language: Language) -> String {
    let words = |german: &str, english: &str| language.pick(german, english).to_owned();
    let bounds = |least: i64, most: i64| {
        let [least, most] = [least, most].map(|number| number.to_string().replace('-', "−"));
        format!("{least} {} {most}", language.pick("bis", "to"))
    };
    match kind {
        Kind::Line => words("Worte", "words"),
        Kind::Text => words("Text", "text"),
        Kind::Id | Kind::Reference => words("Kennung", "id"),
        Kind::Path => words("Datei", "file"),
        Kind::Mail => words("Mailadresse", "mail address"),
        Kind::MailOrFalse => words("Mailadresse oder `false`", "mail address or `false`"),
        Kind::Digits(number) => words(&format!("{number} Ziffern"), &format!("{number} digits")),
        Kind::Flag => words("`true` oder `false`", "`true` or `false`"),
        Kind::Whole(least, most) | Kind::Number(least, most) => bounds(*least, *most),
        Kind::Weight => words("0 bis 100 oder `\"block\"`", "0 to 100 or `\"block\"`"),
        Kind::DaysOrFalse(..) => words("Tage oder `false`", "days or `false`"),
        Kind::Date => words("Tag", "day"),
        Kind::Moment => words("Zeitpunkt", "moment"),
        Kind::DateOrMoment => words("Tag oder Zeitpunkt", "day or moment"),
        Kind::Time => words("Uhrzeit", "time"),
        Kind::End => words("Uhrzeit oder `\"open\"`", "time or `\"open\"`"),
        Kind::Duration => words("Dauer", "length"),
        Kind::Choice(choices) => {
            or(choices().written.iter().map(|word| format!("`{word}`")), language)
        }
        Kind::Region => words("Region, etwa `DE-TH`", "region, such as `DE-TH`"),
        Kind::TimeZone => words("Zeitzone", "time zone"),
        Kind::Colour => words("Farbe, etwa `#1b6b50`", "colour, such as `#1b6b50`"),
        Kind::List(inner) => {
            let inner = value(inner, language);
            language.pick(format!("Liste: {inner}"), format!("list: {inner}"))
        }
    }
}
