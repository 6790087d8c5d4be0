//! Findings about files as such.

use super::finding::problems;
use super::toml_words::{hint, message};

problems! { |language|
    /// The file cannot be opened or read.
    Error "file-unreadable" FileUnreadable { path: String, reason: String }
        de "`{path}` lässt sich nicht lesen: {}", system_words(reason)
            => "prüfen Sie die Zugriffsrechte, und wohin ein Verweis führt";
        en "cannot read `{path}`: {reason}" => "check its permissions, and where a link leads";

    /// A file that others point at is not there.
    Error "missing-file" MissingFile { path: String }
        de "`{path}` fehlt, doch andere Dateien nennen Einträge daraus"
            => "legen Sie die Datei wieder an, oder löschen Sie diese Angaben";
        en "`{path}` is missing, yet other files name entries of it"
            => "put the file back, or delete what names them";

    /// A file stands where a folder should be.
    Error "not-a-folder" NotAFolder { path: String }
        de "`{path}` ist kein Ordner" => "benennen Sie die Datei um; der Ordner darf auch fehlen";
        en "`{path}` is not a folder" => "rename the file; the folder may be left out";

    /// A folder stands where a file should be.
    Error "not-a-file" NotAFile { path: String }
        de "`{path}` ist keine Datei"
            => "was dort steht, ist ein Ordner, ein Gerät oder eine Pipe; benennen Sie es um";
        en "`{path}` is not a file" => "what stands there is a folder, a device or a pipe; rename it";

    /// A file whose name nobody can write down.
    Error "unfit-file-name" UnfitFileName { path: String }
        de "der Name von `{path}` enthält Zeichen, die niemand schreiben kann"
            => "benennen Sie die Datei um: Buchstaben, Ziffern und Bindestriche passen überall";
        en "the name of `{path}` holds characters that nobody can write"
            => "rename the file: letters, digits and hyphens fit everywhere";

    /// The file is larger than any file of this kind should be.
    Error "file-too-large" FileTooLarge { path: String, mebibytes: u64, most: u64 }
        de "`{path}` ist mit {mebibytes} MiB zu groß"
            => "eine Datei darf höchstens {most} MiB haben; gehört sie wirklich hierher?";
        en "`{path}` is too large with {mebibytes} MiB"
            => "a file may have {most} MiB at most; does it belong here?";

    /// The bytes are no UTF-8.
    Error "not-utf8" NotUtf8 { byte: u8, path: Option<String> }
        let named = path.as_ref().map(|path| format!("`{path}`: ")).unwrap_or_default();
        de "{named}das Byte 0x{byte:02X} gehört zu keinem UTF-8-Text"
            => "speichern Sie die Datei im Editor mit der Kodierung UTF-8";
        en "{named}byte 0x{byte:02X} is no part of UTF-8 text"
            => "save the file as UTF-8 in your editor";

    /// The file begins with a byte order mark.
    Note "byte-order-mark" ByteOrderMark {}
        de "die Datei beginnt mit einer Byte-Order-Markierung (BOM)"
            => "das stört nicht und bleibt beim Ändern erhalten; „UTF-8 ohne BOM“ ist üblicher";
        en "the file begins with a byte order mark (BOM)"
            => "it does no harm and is kept when the file is changed; UTF-8 without BOM is more \
                usual";

    /// The lines end as on Windows.
    Note "windows-line-ends" WindowsLineEnds {}
        de "die Zeilen enden mit CR LF wie unter Windows"
            => "das stört nicht und bleibt beim Ändern erhalten";
        en "the lines end with CR LF as on Windows"
            => "it does no harm and is kept when the file is changed";

    /// The file holds nothing.
    Error "empty-file" EmptyFile {}
        de "die Datei ist leer" => "schreiben Sie die Angaben hinein, oder löschen Sie die Datei";
        en "the file is empty" => "fill it in, or delete it";

    /// The text is no TOML.
    Error "toml-syntax" TomlSyntax { reason: String, found: String }
        let words = message(reason, found, language);
        de "kein gültiges TOML: {words}" => (hint(reason, found, language));
        en "not valid TOML: {words}" => (hint(reason, found, language));

    /// There are more faults of this kind than are worth showing.
    Note "further-syntax-errors" FurtherSyntaxErrors { number: usize }
        de "{number} weitere Syntaxmeldungen in dieser Datei sind hier weggelassen"
            => "sie folgen meist aus den ersten; beheben Sie diese zuerst";
        en "{number} further syntax errors in this file are left out"
            => "they mostly follow from the first ones; mend those first";
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
        "Operation not permitted" => "das darf nur der Eigentümer",
        "Disk quota exceeded" => "das Kontingent auf dem Datenträger ist erschöpft",
        "No such file or directory" => "diesen Pfad gibt es nicht",
        "Too many levels of symbolic links" => "der Verweis führt im Kreis",
        "it is not a folder" => "dort muss ein Ordner stehen",
        "it is a link; a folder belongs there" => "dort steht ein Verweis; es muss ein Ordner sein",
        "it is a link to another folder" => "dort steht ein Verweis in einen anderen Ordner",
        "it is a link that leads nowhere" => "dort steht ein Verweis, der ins Leere führt",
        "Input/output error" => "Lesefehler auf dem Datenträger",
        other => other,
    }
}
