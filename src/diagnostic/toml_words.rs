//! What the TOML parser says, in German, and what to do about it.

use crate::text::Language;
use crate::text::list::or;

/// What the parser says and what it means: its English, our German, and the way out in both.
const WORDS: &[(&str, &str, &str, &str)] = &[
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

/// The parser's words in German; words that are not in the table stay as they are.
pub(super) fn german(reason: &str) -> String {
    let (description, expected) = reason.split_once(", expected ").unwrap_or((reason, ""));
    let known = WORDS.iter().find(|(english, ..)| *english == description);
    let description = known.map_or(description, |(_, german, ..)| german);
    if expected.is_empty() {
        return description.to_owned();
    }
    let expected = or(
        expected.split(", ").map(|what| if what == "nothing" { "nichts" } else { what }),
        Language::German,
    );
    format!("{description}; erwartet: {expected}")
}

/// The way out, if one can be named.
pub(super) fn hint(reason: &str, language: Language) -> Option<String> {
    let description = reason.split(", expected ").next()?;
    let (.., german, english) = WORDS.iter().find(|(known, ..)| *known == description)?;
    Some(match language {
        Language::German => (*german).to_owned(),
        Language::English => (*english).to_owned(),
    })
}
