//! Findings about single values in a file.

use chrono::NaiveDate;

use super::finding::{self, problems, quoted};
use crate::text::{Day, Language, list};

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
    /// A whole number of days, or `false`.
    DaysOrFalse,
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
            Self::DaysOrFalse => {
                ("eine ganze Zahl von Tagen oder `false`", "a whole number of days, or `false`")
            }
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
        language.pick(german, english)
    }
}

/// The TOML type that was found, in words.
fn found_type(name: &str, language: Language) -> &str {
    match name {
        "string" => language.pick("ein Text", "a text"),
        "integer" => language.pick("eine ganze Zahl", "a whole number"),
        "float" => language.pick("eine Kommazahl", "a number with a point"),
        "boolean" => language.pick("`true` oder `false`", "`true` or `false`"),
        "datetime" => language.pick("ein Datum oder eine Uhrzeit", "a date or time"),
        "array" => language.pick("eine Liste", "a list"),
        "table" => language.pick("eine Tabelle", "a table"),
        _ => name,
    }
}

/// What characters that do not belong into a text are, those of one kind together.
fn controls(characters: &[char], language: Language) -> String {
    // Of what everybody knows one word says it all.
    let kind = |character: char| match character {
        '\n' | '\r' => (language.pick("einen Zeilenumbruch", "a line break"), None),
        '\t' => (language.pick("ein Tabulatorzeichen", "a tab"), None),
        '\u{2028}' | '\u{2029}' => (
            language.pick("einen unsichtbaren Zeilenumbruch", "an invisible line break"),
            Some(language.pick("unsichtbare Zeilenumbrüche", "invisible line breaks")),
        ),
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => (
            language.pick(
                "ein unsichtbares Zeichen für die Leserichtung",
                "an invisible mark for the direction of reading",
            ),
            Some(language.pick(
                "unsichtbare Zeichen für die Leserichtung",
                "invisible marks for the direction of reading",
            )),
        ),
        _ => (
            language.pick("ein unsichtbares Steuerzeichen", "an invisible control character"),
            Some(language.pick("unsichtbare Steuerzeichen", "invisible control characters")),
        ),
    };
    let mut groups: Vec<Vec<char>> = Vec::new();
    for &character in characters {
        match groups.iter_mut().find(|group| kind(group[0]) == kind(character)) {
            Some(group) => group.push(character),
            None => groups.push(vec![character]),
        }
    }
    let code = |character: &char| format!("U+{:04X}", u32::from(*character));
    let told = |group: &Vec<char>| {
        let (one, several) = kind(group[0]);
        let word = several.filter(|_| group.len() > 1).unwrap_or(one);
        let codes = several.map(|_| list::and(group.iter().map(code), language));
        codes.map_or_else(|| word.to_owned(), |codes| format!("{word} ({codes})"))
    };
    list::and(groups.iter().map(told), language)
}

/// How such a text is mended.
fn without_controls(characters: &[char], language: Language) -> String {
    let is_break = characters.iter().any(|character| matches!(character, '\n' | '\t'));
    let several = characters.len() > 1;
    let delete = match (language, several) {
        (Language::German, false) => "löschen Sie das Zeichen",
        (Language::German, true) => "löschen Sie diese Zeichen",
        (Language::English, false) => "delete the character",
        (Language::English, true) => "delete these characters",
    };
    if is_break {
        let line =
            language.pick("dieser Text ist eine einzige Zeile", "this text is a single line");
        return format!("{line}; {delete}");
    }
    let anew = language.pick(
        "zeigt der Editor nichts davon, tippen Sie den Text neu, statt ihn einzufügen",
        "if the editor shows nothing there, type the text anew instead of pasting it",
    );
    format!("{delete}; {anew}")
}

/// The key that is meant, or all that there are.
fn key_way(
    meant: Option<&(String, Option<&'static str>)>,
    known: &[String],
    language: Language,
) -> Option<String> {
    match meant {
        Some((key, Some(example))) => Some(language.pick(
            format!("meinten Sie `{key}`, etwa `{key} = {example}`?"),
            format!("did you mean `{key}`, such as `{key} = {example}`?"),
        )),
        Some((key, None)) => finding::meant(Some(key), language),
        None if known.is_empty() => None,
        None => {
            let known = quoted(known, language);
            Some(language.pick(format!("möglich: {known}"), format!("possible: {known}")))
        }
    }
}

/// How a time is written, or the keys that say what was meant.
fn time_way(
    found: &str,
    part_of_day: bool,
    span: Option<&[String; 2]>,
    language: Language,
) -> String {
    match span {
        Some([start, end]) => language.pick(
            format!("schreiben Sie `start = \"{start}\"` und `end = \"{end}\"`"),
            format!("write `start = \"{start}\"` and `end = \"{end}\"`"),
        ),
        None if part_of_day => language.pick(
            format!("eine Tageszeit steht in `part-of-day = \"{found}\"`"),
            format!("a part of the day stands in `part-of-day = \"{found}\"`"),
        ),
        None => language
            .pick(
                "zum Beispiel \"09:30\", \"ab 9:30\", \"ca. 14:00\", \"bis 24:00\"",
                "for example \"09:30\", \"from 9:30\", \"about 14:00\", \"until 24:00\"",
            )
            .to_owned(),
    }
}

problems! { |language|
    /// A key that the format does not have.
    Error "unknown-key" UnknownKey {
        key: String,
        /// The key that is meant, with an example where that tells more.
        meant: Option<(String, Option<&'static str>)>,
        known: Vec<String>,
    }
        let way = key_way(meant.as_ref(), known, language);
        de "unbekannter Schlüssel `{key}`" => (way);
        en "unknown key `{key}`" => (way);

    /// A key that must be there.
    Error "missing-key" MissingKey { key: String }
        de "hier fehlt `{key}`" => "ergänzen Sie `{key} = …`";
        en "`{key}` is missing here" => "add `{key} = …`";

    /// A value of another type.
    Error "wrong-type" WrongType { expected: Expected, found: &'static str }
        let found = found_type(found, language);
        let expected = expected.words(language);
        de "hier steht {found}" => "erwartet wird {expected}";
        en "this is {found}" => "expected is {expected}";

    /// A text without a word.
    Error "empty-value" EmptyValue {}
        de "der Text ist leer" => "schreiben Sie etwas hinein, oder löschen Sie die Zeile";
        en "the text is empty" => "fill it in, or delete the line";

    /// Control characters where none belong.
    Error "control-character" ControlCharacter { characters: Vec<char> }
        let found = controls(characters, language);
        let way = without_controls(characters, language);
        de "der Text enthält {found}" => "{way}";
        en "the text has {found}" => "{way}";

    /// An id that Windows takes for a device.
    Error "device-name" DeviceName { found: String }
        de "`{found}` ist unter Windows der Name eines Geräts und taugt nicht für eine Datei"
            => "hängen Sie etwas an, etwa `{found}-stadt`";
        en "`{found}` is the name of a device on Windows and does for no file"
            => "add something, such as `{found}-town`";

    /// An id that is no slug.
    Error "bad-id" BadId { found: String, slug: String }
        let letters = language.pick(
            "Kleinbuchstaben a–z, Ziffern und einzelne Bindestriche",
            "lower-case letters a–z, digits and single hyphens",
        );
        let way = match (slug.as_str(), language) {
            ("", Language::German) => format!("eine Kennung hat {letters}"),
            ("", Language::English) => format!("an id has {letters}"),
            (_, Language::German) => format!("{letters}, zum Beispiel `{slug}`"),
            (_, Language::English) => format!("{letters}, for example `{slug}`"),
        };
        de "`{found}` ist keine Kennung" => "{way}";
        en "`{found}` is not an id" => "{way}";

    /// A date with a time of day, or a time without a date.
    Error "bad-date" BadDate {}
        de "das ist kein Kalendertag" => "schreiben Sie nur den Tag: 2024-09-24";
        en "this is not a calendar day" => "write the day alone: 2024-09-24";

    /// A day in quotes, or words for one.
    Error "day-in-words" DayInWords {
        found: String,
        /// The day that is meant, if it is one.
        day: Option<NaiveDate>,
        /// Whether words can stand in another key.
        has_words: bool,
    }
        let way = match day {
            None if Day::is_missing(found) => language
                .pick("diesen Tag hat kein Kalender", "no calendar has this day")
                .to_owned(),
            None if !*has_words => language
                .pick(
                    "ein Tag wie 2024-09-24, ohne Anführungszeichen",
                    "a day such as 2024-09-24, without quotes",
                )
                .to_owned(),
            Some(day) => language.pick(
                format!("schreiben Sie {day}, ohne Anführungszeichen"),
                format!("write {day}, without quotes"),
            ),
            None => language.pick(
                format!(
                    "ein Tag wie 2024-09-24, ohne Anführungszeichen; Worte statt eines Tages sind \
                     `date-text = \"{found}\"`"
                ),
                format!(
                    "a day such as 2024-09-24, without quotes; words instead of a day are \
                     `date-text = \"{found}\"`"
                ),
            ),
        };
        de "`{found}` ist hier kein Tag" => (Some(way));
        en "`{found}` is no day here" => (Some(way));

    /// A text that is no time of day.
    Error "bad-time" BadTime { found: String, part_of_day: bool, span: Option<[String; 2]> }
        let way = time_way(found, *part_of_day, span.as_ref(), language);
        de "`{found}` ist keine Uhrzeit" => (Some(way));
        en "`{found}` is not a time of day" => (Some(way));

    /// A text that is no duration.
    Error "bad-duration" BadDuration { found: String }
        de "`{found}` ist keine Dauer"
            => "zum Beispiel \"45 min\", \"1 h 30 min\", \"max. 90 min\"";
        en "`{found}` is not a duration"
            => "for example \"45 min\", \"1 h 30 min\", \"max. 90 min\"";

    /// A word that is none of those to choose from.
    /// Those there are, each with what people call it in German, if that is another word.
    Error "bad-choice" BadChoice {
        found: String, near: Option<String>, known: Vec<(&'static str, Option<&'static str>)>,
    }
        let word = |(word, german): &(&str, Option<&str>)| match german {
            Some(german) if language == Language::German => format!("`{word}` ({german})"),
            Some(_) | None => format!("`{word}`"),
        };
        let known = list::or(known.iter().map(word), language);
        de "`{found}` gibt es hier nicht" => near or "möglich: {known}";
        en "`{found}` is not known here" => near or "possible: {known}";

    /// A number too small or too large.
    Error "out-of-range" OutOfRange { found: String, least: String, most: String }
        de "{found} liegt außerhalb" => "erlaubt ist {least} bis {most}";
        en "{found} is out of range" => "allowed is {least} to {most}";

    /// A number of digits that does not fit.
    Error "bad-digits" BadDigits { found: String, digits: usize }
        de "`{found}` hat nicht genau {digits} Ziffern"
            => "schreiben Sie alle Ziffern, auch führende Nullen; in einer Datei in Anführungszeichen";
        en "`{found}` does not have exactly {digits} digits"
            => "write all digits, leading zeros too; in a file in quotes";

    /// A text that is no mail address.
    Error "bad-mail" BadMail { found: String }
        de "`{found}` ist keine Mailadresse" => "zum Beispiel \"stadt@example.org\", mit einem Punkt hinter dem `@`";
        en "`{found}` is not a mail address" => "for example \"town@example.org\", with a dot behind the `@`";

    /// A text that is no colour.
    Error "bad-colour" BadColour { found: String }
        de "`{found}` ist keine Farbe" => "zum Beispiel \"#1b6b50\"";
        en "`{found}` is not a colour" => "for example \"#1b6b50\"";

    /// A text that is no address of a folder on the web.
    Error "bad-web-folder" BadWebFolder { found: String }
        de "`{found}` ist keine Adresse für einen Ordner im Web" => "zum Beispiel \"https://www.example.org/netzwerk/\"; ohne Fragezeichen, Raute und Anmeldung";
        en "`{found}` is not the address of a folder on the web" => "for example \"https://www.example.org/network/\"; without question mark, hash and login";

    /// A text that names no time zone.
    Error "bad-time-zone" BadTimeZone { found: String }
        de "die Zeitzone `{found}` gibt es nicht" => "zum Beispiel \"Europe/Berlin\"";
        en "there is no time zone `{found}`" => "for example \"Europe/Berlin\"";

    /// Latitude without longitude or the other way round.
    Error "half-coordinates" HalfCoordinates {}
        de "von den Koordinaten fehlt die Hälfte" => "geben Sie `latitude` und `longitude` an, oder beides zugleich: `erfa set … coordinates \"50.93, 11.6\"`";
        en "half of the coordinates is missing" => "give both `latitude` and `longitude`, or both at once: `erfa set … coordinates \"50.93, 11.6\"`";

    /// Two keys that cannot stand together.
    Error "conflicting-keys" ConflictingKeys { key: &'static str, other: &'static str }
        de "`{key}` und `{other}` schließen sich aus" => "löschen Sie eines von beiden";
        en "`{key}` and `{other}` exclude each other" => "delete one of the two";

    /// A key that means nothing without another.
    Error "key-alone" KeyAlone { key: &'static str, needs: &'static str }
        de "`{key}` sagt ohne `{needs}` nichts" => "ergänzen Sie `{needs} = …`";
        en "`{key}` means nothing without `{needs}`" => "add `{needs} = …`";

    /// An exchange of more or fewer than two meetings.
    Error "not-a-pair" NotAPair {}
        de "ein Tausch hat genau zwei Treffen" => "nennen Sie zwei: `meetings = [\"…\", \"…\"]`";
        en "a swap has exactly two meetings" => "name two: `meetings = [\"…\", \"…\"]`";

    /// A range that ends before it begins.
    Error "reversed-dates" ReversedDates {}
        de "der letzte Tag liegt vor dem ersten" => "vertauschen Sie die beiden Tage";
        en "the last day is before the first" => "exchange the two days";

    /// A person without a name, function or organisation.
    Error "nobody" Nobody {}
        de "hier ist niemand genannt"
            => "geben Sie `name`, `names`, `any-of`, `contact`, `function`, `organisation` oder \
                `city` an";
        en "nobody is named here"
            => "give `name`, `names`, `any-of`, `contact`, `function`, `organisation` or `city`";
}
