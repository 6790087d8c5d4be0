//! What the TOML parser says, in German, and what to do about it.

use crate::text::Language;

/// What the parser says and what it means: its English, our German, and the way out in both.
const WORDS: &[(&str, &str, &str, &str)] = &[
    (
        "typographic quotes",
        "das sind keine geraden Anführungszeichen",
        "schreiben Sie \"…\" statt „…“",
        "write \"…\" instead of „…“",
    ),
    (
        "date as in a letter",
        "so steht ein Datum nur in Briefen",
        "schreiben Sie es als 2024-09-24, ohne Anführungszeichen",
        "write it as 2024-09-24, without quotes",
    ),
    (
        "invalid date",
        "diesen Kalendertag gibt es nicht",
        "ein Datum steht da als 2024-09-24: Jahr, Monat, Tag",
        "a date is written as 2024-09-24: year, month, day",
    ),
    (
        "invalid time",
        "diese Uhrzeit gibt es nicht",
        "schreiben Sie sie in Anführungszeichen, etwa \"09:30\"",
        "write it in quotes, such as \"09:30\"",
    ),
    (
        "invalid literal string",
        "Text ist nicht abgeschlossen",
        "schließen Sie den Text in derselben Zeile mit '",
        "close the text with ' on the same line",
    ),
    (
        "missing escaped value",
        "ein umgekehrter Schrägstrich leitet ein Sonderzeichen ein",
        "schreiben Sie \\\\, wenn er selbst gemeint ist",
        "write \\\\ if it is meant itself",
    ),
    (
        "string values must be quoted",
        "Text muss in Anführungszeichen stehen",
        "schreiben Sie \"…\" um den Wert",
        "write \"…\" around the value",
    ),
    (
        "key with no value",
        "Schlüssel ohne Wert",
        "nach dem Schlüssel folgen `=` und ein Wert",
        "a key is followed by `=` and a value",
    ),
    (
        "duplicate key",
        "Schlüssel kommt zweimal vor",
        "löschen Sie einen der beiden, oder beginnen Sie davor einen neuen Eintrag",
        "delete one of the two, or begin a new entry before it",
    ),
    (
        "invalid basic string",
        "Text ist nicht abgeschlossen",
        "schließen Sie den Text in derselben Zeile mit \"",
        "close the text with \" on the same line",
    ),
    ("unclosed table", "Tabellenkopf ist nicht geschlossen", "es fehlt `]`", "`]` is missing"),
    (
        "unclosed array table",
        "Eintragskopf ist nicht geschlossen",
        "es fehlt `]]`",
        "`]]` is missing",
    ),
    ("unclosed array", "Liste ist nicht geschlossen", "es fehlt `]`", "`]` is missing"),
    (
        "unclosed inline table",
        "Tabelle in einer Zeile ist nicht geschlossen",
        "es fehlt `}`",
        "`}` is missing",
    ),
    (
        "missing comma between array elements",
        "zwischen zwei Einträgen der Liste fehlt ein Komma",
        "trennen Sie die Einträge mit `,`",
        "put `,` between the entries",
    ),
    (
        "missing comma between key-value pairs",
        "zwischen zwei Angaben fehlt ein Komma",
        "trennen Sie die Angaben mit `,`",
        "put `,` between them",
    ),
    (
        "invalid unquoted key",
        "ein Schlüssel ohne Anführungszeichen hat nur Buchstaben a–z, Ziffern, - und _",
        "prüfen Sie die Schreibweise des Schlüssels",
        "check the spelling of the key",
    ),
    (
        "missing value for key",
        "dem Schlüssel fehlt der Wert",
        "ergänzen Sie ihn nach `=`",
        "add it after `=`",
    ),
    ("missing value", "hier fehlt ein Wert", "ergänzen Sie ihn", "add it"),
    (
        "missing assignment between key-value pairs",
        "zwischen Schlüssel und Wert fehlt `=`",
        "schreiben Sie `=` dazwischen",
        "write `=` between them",
    ),
    ("extra comma in array", "ein Komma zu viel in der Liste", "löschen Sie es", "delete it"),
    (
        "extra comma in inline table",
        "ein Komma zu viel in der Tabelle",
        "löschen Sie es",
        "delete it",
    ),
    (
        "unexpected leading zero",
        "eine Zahl beginnt nicht mit 0",
        "Postleitzahlen und Schlüsselnummern stehen in Anführungszeichen: \"06567\"",
        "postcodes and key numbers stand in quotes: \"06567\"",
    ),
    (
        "unexpected key or value",
        "hier stehen zwei Angaben in einer Zeile",
        "jede Angabe steht in ihrer eigenen Zeile",
        "each entry has a line of its own",
    ),
    (
        "unexpected content",
        "hier steht etwas, das nicht dazugehört",
        "jede Angabe steht in ihrer eigenen Zeile",
        "each entry has a line of its own",
    ),
    (
        "missing opening quote",
        "das öffnende Anführungszeichen fehlt",
        "schreiben Sie \" davor",
        "write \" before it",
    ),
    (
        "invalid comment character",
        "Steuerzeichen in einem Kommentar",
        "löschen Sie das Zeichen",
        "delete the character",
    ),
    (
        "invalid value",
        "ungültiger Wert",
        "Text steht in Anführungszeichen",
        "text stands in quotes",
    ),
    (
        "unquoted keys cannot be empty",
        "vor `=` fehlt der Schlüssel",
        "schreiben Sie ihn davor",
        "write it before `=`",
    ),
    (
        "cannot recurse further; max recursion depth met",
        "zu tief verschachtelt",
        "so tief gibt es im Format keine Angaben",
        "the format has nothing that deep",
    ),
];

/// What is wrong: `reason` is what the parser says, `found` the line from there on.
///
/// The parser guesses a type from the first character; a person who left out the quotes or wrote a
/// date as in a letter is not helped by hearing of floats.
fn description<'r>(reason: &'r str, found: &str) -> &'r str {
    let description = reason.split(", expected ").next().unwrap_or(reason);
    let guessed = description.starts_with("invalid ") || description.starts_with("string values");
    let mut parts = found.split(['.', ' ']);
    let number = |part: Option<&str>| part.is_some_and(|part| part.parse::<u32>().is_ok());
    if guessed && found.starts_with(['„', '“', '”', '‚', '‘', '’', '»', '«']) {
        "typographic quotes"
    } else if guessed && found.starts_with(char::is_alphabetic) {
        "string values must be quoted"
    } else if guessed && number(parts.next()) && number(parts.next()) && found.contains('.') {
        "date as in a letter"
    } else {
        description
    }
}

/// The message.
pub(super) fn message(reason: &str, found: &str, language: Language) -> String {
    let description = description(reason, found);
    let known = WORDS.iter().find(|(name, ..)| *name == description);
    match (known, language) {
        (Some((_, german, ..)), Language::German) => (*german).to_owned(),
        // Its own words are better than none.
        (Some((name, ..)), Language::English) if *name != reason => (*name).to_owned(),
        _ => reason.to_owned(),
    }
}

/// The way out, if one can be named.
pub(super) fn hint(reason: &str, found: &str, language: Language) -> Option<String> {
    let description = description(reason, found);
    let (.., german, english) = WORDS.iter().find(|(name, ..)| *name == description)?;
    Some(match language {
        Language::German => (*german).to_owned(),
        Language::English => (*english).to_owned(),
    })
}
