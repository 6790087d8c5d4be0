//! Bytes become text and text becomes TOML, with every fault on the way.

use toml::Spanned;
use toml::de::DeTable;

use crate::diagnostic::Diagnostic;
use crate::diagnostic::file::{
    ByteOrderMark, EmptyFile, FileTooLarge, FileUnreadable, FurtherSyntaxErrors, NotAFile, NotUtf8,
    TomlSyntax, WindowsLineEnds,
};
use crate::source::{FileId, Origin, RawFile, ReadFault, SourceFile, Sources};

/// How many syntax errors of a file are shown: the parser recovers, but one fault soon looks like
/// many.
const SYNTAX_ERRORS_SHOWN: usize = 3;

/// Takes `raw` in as text. Broken bytes become U+FFFD, so that the place can be shown.
pub(super) fn text(
    raw: RawFile,
    sources: &mut Sources,
    findings: &mut Vec<Diagnostic>,
) -> Option<FileId> {
    let path = raw.path;
    let bytes = match raw.content {
        Ok(bytes) => bytes,
        Err(fault) => {
            findings.push(match fault {
                ReadFault::Refused(reason) => Diagnostic::new(FileUnreadable { path, reason }),
                ReadFault::NotAFile => Diagnostic::new(NotAFile { path }),
                ReadFault::TooLarge { mebibytes, most } => {
                    Diagnostic::new(FileTooLarge { path, mebibytes, most })
                }
            });
            return None;
        }
    };
    let marked = bytes.starts_with("\u{feff}".as_bytes());
    let content = if marked { &bytes[3..] } else { &bytes[..] };
    let broken = std::str::from_utf8(content).err().map(|error| error.valid_up_to());
    let text = String::from_utf8_lossy(content).into_owned();
    let crlf = text.find("\r\n");
    let empty = text.trim().is_empty();
    let broken = broken.map(|at| (at, content[at]));
    let file = sources.add(SourceFile { path, text });
    if marked {
        findings.push(Diagnostic::at(Origin::new(file, 0..0), ByteOrderMark {}));
    }
    if let Some(at) = crlf {
        findings.push(Diagnostic::at(Origin::new(file, at..at), WindowsLineEnds {}));
    }
    if let Some((at, byte)) = broken {
        let replacement = char::REPLACEMENT_CHARACTER.len_utf8();
        findings.push(Diagnostic::at(Origin::new(file, at..at + replacement), NotUtf8 { byte }));
        return None;
    }
    if empty {
        findings.push(Diagnostic::at(Origin::new(file, 0..0), EmptyFile {}));
        return None;
    }
    Some(file)
}

/// Parses `text`; what could be understood comes back even if something could not.
pub(super) fn table<'a>(
    file: FileId,
    text: &'a str,
    findings: &mut Vec<Diagnostic>,
) -> Spanned<DeTable<'a>> {
    let (table, errors) = DeTable::parse_recoverable(text);
    let hidden = errors.len().saturating_sub(SYNTAX_ERRORS_SHOWN);
    for error in errors.iter().take(SYNTAX_ERRORS_SHOWN) {
        let origin = Origin::new(file, error.span().unwrap_or_default());
        findings.push(Diagnostic::at(origin, TomlSyntax { reason: error.message().to_owned() }));
    }
    if hidden > 0 {
        let origin = Origin::new(file, errors[SYNTAX_ERRORS_SHOWN].span().unwrap_or_default());
        findings.push(Diagnostic::at(origin, FurtherSyntaxErrors { number: hidden }));
    }
    table
}
