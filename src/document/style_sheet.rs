//! The user's own style sheet for pages of HTML: `templates/style.css` of the workspace.
//!
//! A page is one file that loads nothing and runs nothing; a style sheet that would change this is
//! refused, and so is one that a browser would read in another way than it looks.

use std::ops::Range;

use cssparser::{Parser, Token};

use crate::diagnostic::document::{StyleFault, StyleLoads, StyleSyntax, StyleUnsafe};
use crate::diagnostic::{Diagnostic, Problem};
use crate::source::{FileId, Origin, Sources};

/// Where it stands in the workspace.
pub const PATH: &str = "templates/style.css";

/// Functions that load what they name (CSS Images Level 4, CSS Values Level 5).
const LOADING: [&str; 6] = ["url", "src", "image", "image-set", "-webkit-image-set", "cross-fade"];

/// How deep brackets may stand within each other: a browser follows a few rules within rules.
const DEEPEST: usize = 50;

/// How many findings are told: whoever mends the first ones has most of the others mended too.
const MOST_FINDINGS: usize = 100;

/// The user's own style sheet, if there is one.
///
/// # Errors
/// With everything that [`check`] finds.
pub fn find(sources: &Sources) -> Result<Option<String>, Vec<Diagnostic>> {
    let findings = check(sources);
    if !findings.is_empty() {
        return Err(findings);
    }
    Ok(sources.find(PATH).map(|(_, file)| file.text.clone()))
}

/// All that is wrong with the user's own style sheet.
pub fn check(sources: &Sources) -> Vec<Diagnostic> {
    let Some((file, source)) = sources.find(PATH) else { return Vec::new() };
    let mut reader = Reader { file, text: &source.text, depth: 0, findings: Vec::new() };
    // Within a page this ends the style sheet wherever it stands, even in a comment.
    for (at, end) in source.text.to_ascii_lowercase().match_indices("</style") {
        let found = source.text[at..at + end.len()].to_owned();
        reader.report(at..at + end.len(), StyleUnsafe { found });
    }
    reader.rules(&mut Parser::new(&source.text), Level::Sheet);
    reader.findings.sort_by_key(|finding| finding.place);
    reader.findings.truncate(MOST_FINDINGS);
    reader.findings
}

/// Where a piece of a style sheet stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Level {
    /// Not within braces: there are only rules.
    Sheet,
    /// Within braces: there are declarations, and rules within rules.
    Block,
}

/// What has been read of a rule or a declaration.
struct Piece {
    /// Its bytes.
    range: Range<usize>,
    /// Its first words: a name, and whether a colon follows.
    name: Option<String>,
    is_at_rule: bool,
    tokens: usize,
    has_colon: bool,
    /// A second colon, as after a semicolon that was forgotten.
    second_colon: Option<Range<usize>>,
}

struct Reader<'s> {
    file: FileId,
    text: &'s str,
    /// How many brackets are open.
    depth: usize,
    findings: Vec<Diagnostic>,
}

impl Reader<'_> {
    /// Rules, and declarations between them, up to the end of the sheet or block.
    fn rules(&mut self, input: &mut Parser<'_>, level: Level) {
        let mut piece: Option<Piece> = None;
        while let Some((token, range)) = next(input) {
            match token {
                Token::WhiteSpace(_) | Token::CDO | Token::CDC => {}
                Token::Semicolon => self.end(piece.take(), level),
                Token::CurlyBracketBlock => {
                    if piece.take().is_none() {
                        self.report(range.clone(), StyleSyntax { fault: StyleFault::NoSelector });
                    }
                    self.within(input, range, |reader, inner| reader.rules(inner, Level::Block));
                }
                token => {
                    if !matches!(token, Token::Comment(_)) {
                        Piece::grow(&mut piece, &token, &range);
                    }
                    self.token(input, &token, range, false);
                }
            }
        }
        self.end(piece, level);
    }

    /// A piece without braces ends here: it has to be a declaration or a rule that needs none.
    fn end(&mut self, piece: Option<Piece>, level: Level) {
        let Some(piece) = piece.filter(|piece| !piece.is_at_rule) else { return };
        let fault = match (level, piece.second_colon) {
            (Level::Sheet, _) => Some((piece.range, StyleFault::NoBlock)),
            (Level::Block, _) if !piece.has_colon => Some((piece.range, StyleFault::NoColon)),
            // The value of a property of one's own may be anything.
            (Level::Block, Some(colon)) if !piece.name.is_some_and(|it| it.starts_with("--")) => {
                Some((colon, StyleFault::NoSemicolon))
            }
            (Level::Block, _) => None,
        };
        if let Some((range, fault)) = fault {
            self.report(range, StyleSyntax { fault });
        }
    }

    /// Values up to the end of the parentheses; those of some functions are `loading`.
    fn values(&mut self, input: &mut Parser<'_>, loading: bool) {
        while let Some((token, range)) = next(input) {
            match token {
                Token::CurlyBracketBlock => {
                    self.within(input, range, |reader, inner| reader.values(inner, false));
                }
                token => self.token(input, &token, range, loading),
            }
        }
    }

    fn token(
        &mut self,
        input: &mut Parser<'_>,
        token: &Token<'_>,
        range: Range<usize>,
        loading: bool,
    ) {
        let written = &self.text[range.clone()];
        match token {
            Token::Function(name) => {
                let is = |known: &&str| name.eq_ignore_ascii_case(known);
                if is(&"expression") {
                    self.report(range.clone(), StyleUnsafe { found: written.to_owned() });
                }
                let loading = LOADING.iter().any(is);
                self.within(input, range, |reader, inner| reader.values(inner, loading));
            }
            Token::ParenthesisBlock | Token::SquareBracketBlock => {
                self.within(input, range, |reader, inner| reader.values(inner, loading));
            }
            Token::AtKeyword(name) if name.eq_ignore_ascii_case("import") => {
                self.report(range, StyleLoads { target: written.to_owned() });
            }
            Token::UnquotedUrl(target) => self.target(range, target),
            Token::QuotedString(_) if !is_closed(written) => self.fault(range, StyleFault::Text),
            Token::QuotedString(target) if loading => self.target(range, target),
            Token::Comment(_) if written.len() < 4 || !written.ends_with("*/") => {
                // The beginning is where to mend it.
                self.fault(range.start..range.start + 2, StyleFault::Comment);
            }
            Token::BadString(_) => self.fault(range, StyleFault::Text),
            Token::BadUrl(_) => self.fault(range, StyleFault::Address),
            Token::CloseParenthesis | Token::CloseSquareBracket | Token::CloseCurlyBracket => {
                self.fault(range, StyleFault::Unopened);
            }
            _ => {}
        }
    }

    /// What stands between brackets that open at `range`.
    fn within(
        &mut self,
        input: &mut Parser<'_>,
        range: Range<usize>,
        read: impl FnOnce(&mut Self, &mut Parser<'_>),
    ) {
        if self.depth == DEEPEST {
            // What is in it is passed over.
            return self.fault(range, StyleFault::TooDeep);
        }
        self.depth += 1;
        let mut end = range.end;
        let _ = input.parse_nested_block(|inner| {
            read(self, inner);
            end = inner.position().byte_index();
            Ok::<(), cssparser::ParseError<()>>(())
        });
        self.depth -= 1;
        // The closing bracket follows what was read last, unless the file ends there.
        if input.position().byte_index() <= end {
            self.fault(range, StyleFault::Unclosed);
        }
    }

    /// An address that is loaded.
    fn target(&mut self, range: Range<usize>, target: &str) {
        let scheme = target.trim_start().get(..5);
        if !scheme.is_some_and(|scheme| scheme.eq_ignore_ascii_case("data:")) {
            self.report(range, StyleLoads { target: target.to_owned() });
        }
    }

    fn fault(&mut self, range: Range<usize>, fault: StyleFault) {
        self.report(range, StyleSyntax { fault });
    }

    fn report(&mut self, range: Range<usize>, problem: impl Problem + 'static) {
        self.findings.push(Diagnostic::at(Origin::spanning(self.file, self.text, range), problem));
    }
}

impl Piece {
    fn grow(piece: &mut Option<Self>, token: &Token<'_>, range: &Range<usize>) {
        let piece = piece.get_or_insert_with(|| Self {
            range: range.clone(),
            name: None,
            is_at_rule: matches!(token, Token::AtKeyword(_)),
            tokens: 0,
            has_colon: false,
            second_colon: None,
        });
        piece.range.end = range.end;
        match (piece.tokens, token) {
            (0, Token::Ident(name)) => piece.name = Some(name.to_string()),
            (1, Token::Colon) => piece.has_colon = piece.name.is_some(),
            (_, Token::Colon) if piece.has_colon => {
                piece.second_colon.get_or_insert(range.clone());
            }
            _ => {}
        }
        piece.tokens += 1;
    }
}

/// The next token and its bytes.
fn next<'i>(input: &mut Parser<'i>) -> Option<(Token<'i>, Range<usize>)> {
    let start = input.position().byte_index();
    let token = input.next_including_whitespace_and_comments().ok()?.clone();
    Some((token, start..input.position().byte_index()))
}

/// Whether a string ends with the quotation mark that it begins with.
fn is_closed(written: &str) -> bool {
    let mut characters = written.chars();
    let first = characters.next();
    characters.next_back() == first && first.is_some()
}

#[cfg(test)]
mod tests;
