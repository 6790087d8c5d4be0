//! Findings about files as such.

use super::toml_words::{hint, message};
use super::{Wording, problems};
use crate::text::Language;

problems! {
    /// The file cannot be opened or read.
    Error "file-unreadable" FileUnreadable {
        /// The path.
        path: String,
        /// What the system said.
        reason: String,
    }
        de => Wording::new(
            format!("`{path}` lässt sich nicht lesen: {}", system_words(reason)),
            "prüfen Sie die Zugriffsrechte, und wohin ein Verweis führt",
        ),
        en => Wording::new(
            format!("cannot read `{path}`: {reason}"),
            "check its permissions, and where a link leads",
        );

    /// A file that others point at is not there.
    Error "missing-file" MissingFile {
        /// The path.
        path: String,
    }
        de => Wording::new(
            format!("`{path}` fehlt, doch andere Dateien nennen Einträge daraus"),
            "legen Sie die Datei wieder an, oder löschen Sie diese Angaben",
        ),
        en => Wording::new(
            format!("`{path}` is missing, yet other files name entries of it"),
            "put the file back, or delete what names them",
        );

    /// A file stands where a folder should be.
    Error "not-a-folder" NotAFolder {
        /// The path.
        path: String,
    }
        de => Wording::new(
            format!("`{path}` ist kein Ordner"),
            "benennen Sie die Datei um; der Ordner darf auch fehlen",
        ),
        en => Wording::new(
            format!("`{path}` is not a folder"),
            "rename the file; the folder may be left out",
        );

    /// A folder stands where a file should be.
    Error "not-a-file" NotAFile {
        /// The path.
        path: String,
    }
        de => Wording::new(
            format!("`{path}` ist keine Datei"),
            "benennen Sie den Ordner um, oder legen Sie seinen Inhalt an die richtige Stelle",
        ),
        en => Wording::new(
            format!("`{path}` is not a file"),
            "rename the folder, or move its content to where it belongs",
        );

    /// The file is larger than any file of this kind should be.
    Error "file-too-large" FileTooLarge {
        /// The path.
        path: String,
        /// Its size in mebibytes.
        mebibytes: u64,
        /// The largest size in mebibytes.
        most: u64,
    }
        de => Wording::new(
            format!("`{path}` ist mit {mebibytes} MiB zu groß"),
            format!("eine Datei darf höchstens {most} MiB haben; gehört sie wirklich hierher?"),
        ),
        en => Wording::new(
            format!("`{path}` is too large with {mebibytes} MiB"),
            format!("a file may have {most} MiB at most; does it belong here?"),
        );

    /// The bytes are no UTF-8.
    Error "not-utf8" NotUtf8 {
        /// The first broken byte.
        byte: u8,
    }
        de => Wording::new(
            format!("das Byte 0x{byte:02X} gehört zu keinem UTF-8-Text"),
            "speichern Sie die Datei im Editor mit der Kodierung UTF-8",
        ),
        en => Wording::new(
            format!("byte 0x{byte:02X} is no part of UTF-8 text"),
            "save the file as UTF-8 in your editor",
        );

    /// The file begins with a byte order mark.
    Note "byte-order-mark" ByteOrderMark {}
        de => Wording::new(
            "die Datei beginnt mit einer Byte-Order-Markierung (BOM)",
            "das stört nicht und bleibt beim Ändern erhalten; „UTF-8 ohne BOM“ ist üblicher",
        ),
        en => Wording::new(
            "the file begins with a byte order mark (BOM)",
            "it does no harm and is kept when the file is changed; UTF-8 without BOM is more usual",
        );

    /// The lines end as on Windows.
    Note "windows-line-ends" WindowsLineEnds {}
        de => Wording::new(
            "die Zeilen enden mit CR LF wie unter Windows",
            "das stört nicht und bleibt beim Ändern erhalten",
        ),
        en => Wording::new(
            "the lines end with CR LF as on Windows",
            "it does no harm and is kept when the file is changed",
        );

    /// The file holds nothing.
    Error "empty-file" EmptyFile {}
        de => Wording::new(
            "die Datei ist leer",
            "schreiben Sie die Angaben hinein, oder löschen Sie die Datei",
        ),
        en => Wording::new("the file is empty", "fill it in, or delete it");

    /// The text is no TOML.
    Error "toml-syntax" TomlSyntax {
        /// What the parser says.
        reason: String,
        /// The line from the place on.
        found: String,
    }
        de => Wording::maybe(
            format!("kein gültiges TOML: {}", message(reason, found, Language::German)),
            hint(reason, found, Language::German),
        ),
        en => Wording::maybe(
            format!("not valid TOML: {}", message(reason, found, Language::English)),
            hint(reason, found, Language::English),
        );

    /// There are more faults of this kind than are worth showing.
    Note "further-syntax-errors" FurtherSyntaxErrors {
        /// How many are not shown.
        number: usize,
    }
        de => Wording::new(
            format!("{number} weitere Syntaxmeldungen in dieser Datei sind hier weggelassen"),
            "sie folgen meist aus den ersten; beheben Sie diese zuerst",
        ),
        en => Wording::new(
            format!("{number} further syntax errors in this file are left out"),
            "they mostly follow from the first ones; mend those first",
        );
}

/// What the system says about a file, in German where it is common.
pub fn system_words(reason: &str) -> &str {
    match reason {
        "No space left on device" => "auf dem Datenträger ist kein Platz mehr",
        "Read-only file system" => "der Datenträger ist schreibgeschützt",
        "Is a directory" => "dort steht ein Ordner",
        "Not a directory" => "ein Teil des Pfads ist kein Ordner",
        "File exists" => "dort steht schon etwas",
        "Permission denied" => "die Berechtigung fehlt",
        "No such file or directory" => "diesen Pfad gibt es nicht",
        "Too many levels of symbolic links" => "der Verweis führt im Kreis",
        "Input/output error" => "Lesefehler auf dem Datenträger",
        other => other,
    }
}
