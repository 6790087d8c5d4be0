//! Findings about single values in a file.

use super::{Wording, meant, problems};
use crate::text::Language;
use crate::text::list::or;

/// What a key expects.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// A text in quotes.
    Text,
    /// A whole number.
    Whole,
    /// A number, with a point if need be.
    Number,
    /// `true` or `false`.
    Flag,
    /// A date such as 2024-09-24.
    Date,
    /// A time in quotes such as "09:30".
    Time,
    /// A list in square brackets.
    List,
    /// A table of keys and values.
    Table,
    /// Entries, each with its own head in double brackets.
    Entries,
    /// A mail address in quotes, or `false`.
    MailOrFalse,
    /// A whole number, or `"block"`.
    Weight,
    /// A whole number, or a fraction in quotes.
    Fraction,
    /// A list of two names: city and slot.
    Pair,
    /// A day and time with its offset from UTC.
    Moment,
}

impl Expected {
    fn words(self, language: Language) -> &'static str {
        let (german, english) = match self {
            Self::Text => ("ein Text in Anführungszeichen", "a text in quotes"),
            Self::Whole => ("eine ganze Zahl", "a whole number"),
            Self::Number => ("eine Zahl mit Dezimalpunkt", "a number"),
            Self::Flag => ("`true` oder `false`", "`true` or `false`"),
            Self::Date => (
                "ein Datum wie 2024-09-24, ohne Anführungszeichen",
                "a date such as 2024-09-24, without quotes",
            ),
            Self::Time => (
                "eine Uhrzeit in Anführungszeichen wie \"09:30\"",
                "a time in quotes such as \"09:30\"",
            ),
            Self::List => ("eine Liste in eckigen Klammern", "a list in square brackets"),
            Self::Table => ("eine Tabelle mit Schlüsseln", "a table of keys"),
            Self::Entries => ("ein Eintrag mit eigenem Kopf [[…]]", "an entry with its own [[…]]"),
            Self::MailOrFalse => (
                "eine Mailadresse in Anführungszeichen oder `false`",
                "a mail address in quotes, or `false`",
            ),
            Self::Weight => ("eine ganze Zahl oder \"block\"", "a whole number or \"block\""),
            Self::Fraction => (
                "eine ganze Zahl oder ein Bruch in Anführungszeichen wie \"-3/4\"",
                "a whole number, or a fraction in quotes such as \"-3/4\"",
            ),
            Self::Moment => (
                "ein Zeitpunkt wie 2024-09-18T10:24:00+02:00, ohne Anführungszeichen",
                "a point in time such as 2024-09-18T10:24:00+02:00, without quotes",
            ),
            Self::Pair => (
                "ein Paar aus Stadt und Turnus wie [\"a\", \"s1\"]",
                "a pair of city and slot such as [\"a\", \"s1\"]",
            ),
        };
        match language {
            Language::German => german,
            Language::English => english,
        }
    }
}

/// The TOML type that was found, in words.
fn found_type(name: &str, language: Language) -> &str {
    let german = match name {
        "string" => "ein Text",
        "integer" => "eine ganze Zahl",
        "float" => "eine Kommazahl",
        "boolean" => "`true` oder `false`",
        "datetime" => "ein Datum oder eine Uhrzeit",
        "array" => "eine Liste",
        "table" => "eine Tabelle",
        _ => name,
    };
    let english = match name {
        "string" => "a text",
        "integer" => "a whole number",
        "float" => "a number with a point",
        "boolean" => "`true` or `false`",
        "datetime" => "a date or time",
        "array" => "a list",
        "table" => "a table",
        _ => name,
    };
    match language {
        Language::German => german,
        Language::English => english,
    }
}

fn control(character: char, language: Language) -> String {
    match (character, language) {
        ('\n' | '\r', Language::German) => "einen Zeilenumbruch".to_owned(),
        ('\n' | '\r', Language::English) => "a line break".to_owned(),
        ('\t', Language::German) => "ein Tabulatorzeichen".to_owned(),
        ('\t', Language::English) => "a tab".to_owned(),
        (_, Language::German) => format!("das Steuerzeichen U+{:04X}", u32::from(character)),
        (_, Language::English) => format!("the control character U+{:04X}", u32::from(character)),
    }
}

fn quoted(names: &[String], language: Language) -> String {
    or(names.iter().map(|name| format!("`{name}`")), language)
}

problems! {
    /// A key that the format does not have.
    Error "unknown-key" UnknownKey {
        /// The key.
        key: String,
        /// The nearest known one.
        near: Option<String>,
        /// All known ones.
        known: Vec<String>,
    }
        de => Wording::maybe(
            format!("unbekannter Schlüssel `{key}`"),
            meant(near.as_ref(), Language::German)
                .or_else(|| (!known.is_empty()).then(|| format!("möglich: {}", quoted(known, Language::German)))),
        ),
        en => Wording::maybe(
            format!("unknown key `{key}`"),
            meant(near.as_ref(), Language::English)
                .or_else(|| (!known.is_empty()).then(|| format!("possible: {}", quoted(known, Language::English)))),
        );

    /// A key that must be there.
    Error "missing-key" MissingKey {
        /// The key.
        key: String,
    }
        de => Wording::new(format!("hier fehlt `{key}`"), format!("ergänzen Sie `{key} = …`")),
        en => Wording::new(format!("`{key}` is missing here"), format!("add `{key} = …`"));

    /// A value of another type.
    Error "wrong-type" WrongType {
        /// What was expected.
        expected: Expected,
        /// The type that was found, as TOML names it.
        found: &'static str,
    }
        de => Wording::new(
            format!("hier steht {}", found_type(found, Language::German)),
            format!("erwartet wird {}", expected.words(Language::German)),
        ),
        en => Wording::new(
            format!("this is {}", found_type(found, Language::English)),
            format!("expected is {}", expected.words(Language::English)),
        );

    /// A text without a word.
    Error "empty-value" EmptyValue {}
        de => Wording::new("der Text ist leer", "schreiben Sie etwas hinein, oder löschen Sie die Zeile"),
        en => Wording::new("the text is empty", "fill it in, or delete the line");

    /// A control character where none belongs.
    Error "control-character" ControlCharacter {
        /// The character.
        character: char,
    }
        de => Wording::new(
            format!("der Text enthält {}", control(*character, Language::German)),
            "dieser Text ist eine einzige Zeile; löschen Sie das Zeichen",
        ),
        en => Wording::new(
            format!("the text has {}", control(*character, Language::English)),
            "this text is a single line; delete the character",
        );

    /// An id that is no slug.
    Error "bad-id" BadId {
        /// What was found.
        found: String,
        /// The slug that is nearest to it.
        slug: String,
    }
        de => Wording::new(
            format!("`{found}` ist keine Kennung"),
            if slug.is_empty() {
                "eine Kennung hat Kleinbuchstaben a–z, Ziffern und einzelne Bindestriche".to_owned()
            } else {
                format!("Kleinbuchstaben a–z, Ziffern und einzelne Bindestriche, zum Beispiel `{slug}`")
            },
        ),
        en => Wording::new(
            format!("`{found}` is not an id"),
            if slug.is_empty() {
                "an id has lower-case letters a–z, digits and single hyphens".to_owned()
            } else {
                format!("lower-case letters a–z, digits and single hyphens, for example `{slug}`")
            },
        );

    /// A date with a time of day, or a time without a date.
    Error "bad-date" BadDate {}
        de => Wording::new("das ist kein Kalendertag", "schreiben Sie nur den Tag: 2024-09-24"),
        en => Wording::new("this is not a calendar day", "write the day alone: 2024-09-24");

    /// A text that is no time of day.
    Error "bad-time" BadTime {
        /// What was found.
        found: String,
    }
        de => Wording::new(
            format!("`{found}` ist keine Uhrzeit"),
            "zum Beispiel \"09:30\", \"ab 9:30\", \"ca. 14:00\", \"bis 24:00\"",
        ),
        en => Wording::new(
            format!("`{found}` is not a time of day"),
            "for example \"09:30\", \"from 9:30\", \"about 14:00\", \"until 24:00\"",
        );

    /// A text that is no duration.
    Error "bad-duration" BadDuration {
        /// What was found.
        found: String,
    }
        de => Wording::new(
            format!("`{found}` ist keine Dauer"),
            "zum Beispiel \"45 min\", \"1 h 30 min\", \"max. 90 min\"",
        ),
        en => Wording::new(
            format!("`{found}` is not a duration"),
            "for example \"45 min\", \"1 h 30 min\", \"max. 90 min\"",
        );

    /// A word that is none of those to choose from.
    Error "bad-choice" BadChoice {
        /// What was found.
        found: String,
        /// The nearest one.
        near: Option<String>,
        /// All of them.
        known: Vec<String>,
    }
        de => Wording::new(
            format!("`{found}` gibt es hier nicht"),
            meant(near.as_ref(), Language::German)
                .unwrap_or_else(|| format!("möglich: {}", quoted(known, Language::German))),
        ),
        en => Wording::new(
            format!("`{found}` is not known here"),
            meant(near.as_ref(), Language::English)
                .unwrap_or_else(|| format!("possible: {}", quoted(known, Language::English))),
        );

    /// A number too small or too large.
    Error "out-of-range" OutOfRange {
        /// What was found.
        found: String,
        /// The smallest that is allowed.
        least: String,
        /// The largest that is allowed.
        most: String,
    }
        de => Wording::new(format!("{found} liegt außerhalb"), format!("erlaubt ist {least} bis {most}")),
        en => Wording::new(format!("{found} is out of range"), format!("allowed is {least} to {most}"));

    /// A number of digits that does not fit.
    Error "bad-digits" BadDigits {
        /// What was found.
        found: String,
        /// How many digits it must have.
        digits: usize,
    }
        de => Wording::new(
            format!("`{found}` hat nicht genau {digits} Ziffern"),
            "schreiben Sie alle Ziffern in Anführungszeichen, auch führende Nullen",
        ),
        en => Wording::new(
            format!("`{found}` does not have exactly {digits} digits"),
            "write all digits in quotes, leading zeros too",
        );

    /// A text that is no mail address.
    Error "bad-mail" BadMail {
        /// What was found.
        found: String,
    }
        de => Wording::new(format!("`{found}` ist keine Mailadresse"), "zum Beispiel \"stadt@example.org\""),
        en => Wording::new(format!("`{found}` is not a mail address"), "for example \"town@example.org\"");

    /// A text that is no colour.
    Error "bad-colour" BadColour {
        /// What was found.
        found: String,
    }
        de => Wording::new(format!("`{found}` ist keine Farbe"), "zum Beispiel \"#1b6b50\""),
        en => Wording::new(format!("`{found}` is not a colour"), "for example \"#1b6b50\"");

    /// A text that names no time zone.
    Error "bad-time-zone" BadTimeZone {
        /// What was found.
        found: String,
    }
        de => Wording::new(format!("die Zeitzone `{found}` gibt es nicht"), "zum Beispiel \"Europe/Berlin\""),
        en => Wording::new(format!("there is no time zone `{found}`"), "for example \"Europe/Berlin\"");

    /// Latitude without longitude or the other way round.
    Error "half-coordinates" HalfCoordinates {}
        de => Wording::new("von den Koordinaten fehlt die Hälfte", "geben Sie `latitude` und `longitude` an"),
        en => Wording::new("half of the coordinates is missing", "give both `latitude` and `longitude`");

    /// Two keys that cannot stand together.
    Error "conflicting-keys" ConflictingKeys {
        /// The key.
        key: &'static str,
        /// The other one.
        other: &'static str,
    }
        de => Wording::new(format!("`{key}` und `{other}` schließen sich aus"), "löschen Sie eines von beiden"),
        en => Wording::new(format!("`{key}` and `{other}` exclude each other"), "delete one of the two");

    /// A key that means nothing without another.
    Error "key-alone" KeyAlone {
        /// The key.
        key: &'static str,
        /// The one it needs.
        needs: &'static str,
    }
        de => Wording::new(format!("`{key}` sagt ohne `{needs}` nichts"), format!("ergänzen Sie `{needs} = …`")),
        en => Wording::new(format!("`{key}` means nothing without `{needs}`"), format!("add `{needs} = …`"));

    /// An exchange of more or fewer than two meetings.
    Error "not-a-pair" NotAPair {}
        de => Wording::new("ein Tausch hat genau zwei Treffen", "nennen Sie zwei: `meetings = [\"…\", \"…\"]`"),
        en => Wording::new("a swap has exactly two meetings", "name two: `meetings = [\"…\", \"…\"]`");

    /// A range that ends before it begins.
    Error "reversed-dates" ReversedDates {}
        de => Wording::new("der letzte Tag liegt vor dem ersten", "vertauschen Sie die beiden Tage"),
        en => Wording::new("the last day is before the first", "exchange the two days");

    /// A person without a name, function or organisation.
    Error "nobody" Nobody {}
        de => Wording::new(
            "hier ist niemand genannt",
            "geben Sie `name`, `names`, `any-of`, `contact`, `function`, `organisation` oder `city` an",
        ),
        en => Wording::new(
            "nobody is named here",
            "give `name`, `names`, `any-of`, `contact`, `function`, `organisation` or `city`",
        );
}
