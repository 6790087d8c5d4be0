//! Bytes become text and text becomes TOML, with every fault on the way.

use toml::Spanned;
use toml::de::DeTable;

use super::{plain, town_calendar};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::file::{
    ByteOrderMark, EmptyFile, FileTooLarge, FileUnreadable, FurtherSyntaxErrors, NotAFile,
    NotAFolder, NotUtf8, TomlSyntax, UnfitFileName, WindowsLineEnds,
};
use crate::diagnostic::value::{MissingKey, UnknownKey};
use crate::source::{FileId, Origin, RawFile, ReadFault, SourceFile, Sources};

/// How many syntax errors of a file are shown: the parser recovers, but one fault soon looks like
/// many.
const SYNTAX_ERRORS_SHOWN: usize = 3;

/// U+FEFF in UTF-8, which some editors put before a text.
const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// A file whose bytes were looked at.
pub(super) struct Decoded {
    path: String,
    content: Result<Content, ReadFault>,
}

/// The text of a file, and what it was made of.
struct Content {
    /// Broken bytes became U+FFFD, so that the place can be shown.
    text: String,
    /// Whether a byte order mark stood before it.
    is_marked: bool,
    /// The first byte that is no text, and where it stands.
    broken: Option<(usize, u8)>,
    /// The first line end of Windows.
    crlf: Option<usize>,
    is_empty: bool,
}

/// A file that could not be read as text.
pub(super) struct Lost {
    pub(super) path: String,
    /// It, if at least something of it is text.
    pub(super) file: Option<FileId>,
}

/// Looks at the bytes of `raw`.
pub(super) fn decoded(raw: RawFile) -> Decoded {
    // Calendars have these line ends by their standard (RFC 5545, 3.1).
    let notes_crlf = town_calendar::owner(&raw.path).is_none();
    Decoded { path: raw.path, content: raw.content.map(|bytes| Content::of(bytes, notes_crlf)) }
}

impl Content {
    fn of(bytes: Vec<u8>, notes_crlf: bool) -> Self {
        let is_marked = bytes.starts_with(BYTE_ORDER_MARK);
        let content = if is_marked { bytes[BYTE_ORDER_MARK.len()..].to_vec() } else { bytes };
        let (text, broken) = match String::from_utf8(content) {
            Ok(text) => (text, None),
            Err(error) => {
                let at = error.utf8_error().valid_up_to();
                let text = String::from_utf8_lossy(error.as_bytes()).into_owned();
                (text, Some((at, error.as_bytes()[at])))
            }
        };
        let crlf = text.find('\r').filter(|at| notes_crlf && text[*at..].starts_with("\r\n"));
        let is_empty = text.trim_start().is_empty();
        Self { text, is_marked, broken, crlf, is_empty }
    }
}

/// Takes `raw` in as text.
pub(super) fn text(
    raw: RawFile,
    sources: &mut Sources,
    findings: &mut Vec<Diagnostic>,
) -> Option<FileId> {
    take_in(decoded(raw), sources, findings).ok()
}

/// The same of a file whose bytes were looked at.
pub(super) fn take_in(
    Decoded { path, content }: Decoded,
    sources: &mut Sources,
    findings: &mut Vec<Diagnostic>,
) -> Result<FileId, Lost> {
    let Content { text, is_marked, broken, crlf, is_empty } = match content {
        Ok(content) => content,
        Err(fault) => {
            findings.push(unreadable(path.clone(), fault));
            return Err(Lost { path, file: None });
        }
    };
    let lost = (is_empty || broken.is_some()).then(|| path.clone());
    let file = sources.add(SourceFile { path, text });
    if is_marked {
        findings.push(Diagnostic::at(Origin::new(file, 0..0), ByteOrderMark {}));
    }
    if let Some(at) = crlf {
        findings.push(Diagnostic::at(Origin::new(file, at..at), WindowsLineEnds {}));
    }
    if let Some((at, byte)) = broken {
        let replacement = char::REPLACEMENT_CHARACTER.len_utf8();
        findings.push(Diagnostic::at(
            Origin::new(file, at..at + replacement),
            NotUtf8 { byte, path: None },
        ));
    } else if is_empty {
        findings.push(Diagnostic::at(Origin::new(file, 0..0), EmptyFile {}));
    }
    lost.map_or(Ok(file), |path| Err(Lost { path, file: Some(file) }))
}

/// Why there are no bytes of the file at `path`.
fn unreadable(path: String, fault: ReadFault) -> Diagnostic {
    let file = path.clone();
    match fault {
        ReadFault::Refused(reason) => Diagnostic::about(&file, FileUnreadable { path, reason }),
        ReadFault::NotAFolder => Diagnostic::about(&file, NotAFolder { path }),
        ReadFault::NotAFile => Diagnostic::about(&file, NotAFile { path }),
        ReadFault::UnfitName => Diagnostic::about(&file, UnfitFileName { path }),
        ReadFault::TooLarge { mebibytes, most } => {
            Diagnostic::about(&file, FileTooLarge { path, mebibytes, most })
        }
    }
}

/// What is wrong with a text as TOML.
#[derive(Default)]
pub(super) struct Syntax {
    /// The first few errors.
    pub(super) findings: Vec<Diagnostic>,
    /// Whether the head of an entry is broken: its keys then fall to the entry before it.
    broken_head: bool,
}

impl Syntax {
    /// Whether the text is TOML throughout.
    pub(super) fn is_sound(&self) -> bool {
        self.findings.is_empty()
    }

    /// Whether `finding` may be but an echo of an error: on the same line the parser guessed, and a
    /// key that seems missing may stand in what it could not read.
    pub(super) fn echoes(&self, finding: &Diagnostic, sources: &Sources) -> bool {
        let line = |finding: &Diagnostic| finding.place.map(|place| sources.position(place).line);
        let lost = finding.code() == MissingKey::CODE
            || (self.broken_head && finding.code() == UnknownKey::CODE);
        !self.is_sound() && (lost || self.findings.iter().any(|error| line(error) == line(finding)))
    }
}

/// Parses `text`; what could be understood comes back even if something could not.
pub(super) fn table(file: FileId, text: &str) -> (Spanned<DeTable<'_>>, Syntax) {
    if let Some(table) = plain::table(text) {
        return (table, Syntax::default());
    }
    let (table, errors) = DeTable::parse_recoverable(text);
    let mut syntax = Syntax::default();
    let hidden = errors.len().saturating_sub(SYNTAX_ERRORS_SHOWN);
    for error in errors.iter().take(SYNTAX_ERRORS_SHOWN) {
        let span = error.span().unwrap_or_default();
        let reason = error.message().to_owned();
        syntax.broken_head |= reason.starts_with("unclosed");
        let problem = TomlSyntax { reason, found: value_at(text, span.start) };
        syntax.findings.push(Diagnostic::at(Origin::spanning(file, text, span), problem));
    }
    if hidden > 0 {
        let span = errors[SYNTAX_ERRORS_SHOWN].span().unwrap_or_default();
        let problem = FurtherSyntaxErrors { number: hidden };
        syntax.findings.push(Diagnostic::at(Origin::spanning(file, text, span), problem));
    }
    (table, syntax)
}

/// The value that the line holds at `at`, or the rest of the line where there is no `=` before it.
fn value_at(text: &str, at: usize) -> String {
    let at = text.floor_char_boundary(at);
    let line_start = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
    let start = text[line_start..at].find('=').map_or(at, |equals| line_start + equals + 1);
    text[start..].lines().next().unwrap_or_default().trim().to_owned()
}
