//! Words that people wrote: one line, or several.
//!
//! These two types close header, calendar and table injection at the door: no [`Line`] holds a
//! line break or another control character.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};

use crate::source::Origin;

/// One trimmed line of text that is not empty and has no control characters.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Line(Box<str>, Whence);

/// Several lines of text, trimmed and not empty; `\n` is its only control character besides the tab.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text(Box<str>, Whence);

/// Where words stand, if that is known: the same words are the same wherever they stand.
#[derive(Clone, Copy, Debug, Default)]
struct Whence(Option<Origin>);

/// Why words are no [`Line`] or [`Text`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Nothing but white space.
    Empty,
    /// Control characters that do not belong there, each once.
    Control(Vec<char>),
}

impl Line {
    /// Takes `words`, trimmed and without what nobody sees.
    ///
    /// # Errors
    /// If they are empty, or hold a control or line-breaking character (U+2028 and U+2029 too).
    pub fn new(words: &str) -> Result<Self, Fault> {
        if is_simple(words) {
            let words = words.trim();
            let line = || Self(words.into(), Whence::default());
            return if words.is_empty() { Err(Fault::Empty) } else { Ok(line()) };
        }
        let words = seen(words);
        let words = words.trim();
        let words = fit(words, |c| c.is_control() || is_treacherous(c))?;
        Ok(Self(words.into(), Whence::default()))
    }

    /// What can be kept of words that somebody else wrote, such as a server: characters that no line
    /// may hold become spaces, several spaces one, and what is longer than `longest` characters is
    /// cut. None if nothing is left.
    pub fn cleaned(words: &str, longest: usize) -> Option<Self> {
        let clean = |c: char| if c.is_control() || is_treacherous(c) { ' ' } else { c };
        let words: String = words.chars().map(clean).collect();
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        let words: String = words.chars().take(longest).collect();
        Self::new(&words).ok()
    }

    /// The words.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The same words, which stand at `origin`.
    #[must_use]
    pub fn found_at(self, origin: Origin) -> Self {
        Self(self.0, Whence(Some(origin)))
    }

    /// Where the words stand, if that is known: without what is around them, where the file has them letter by
    /// letter.
    pub fn origin(&self) -> Option<Origin> {
        self.1.0
    }
}

impl Text {
    /// Takes `words`, trimmed and without what nobody sees, with `\n` as line end.
    ///
    /// # Errors
    /// If they are empty, or hold a control character other than line end and tab.
    pub fn new(words: &str) -> Result<Self, Fault> {
        let words = seen(words).trim().replace("\r\n", "\n");
        let is_fault = |c: char| (c.is_control() && !matches!(c, '\n' | '\t')) || is_treacherous(c);
        let words = fit(&words, is_fault)?;
        Ok(Self(words.into(), Whence::default()))
    }

    /// The words.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The same words, which stand at `origin`.
    #[must_use]
    pub fn found_at(self, origin: Origin) -> Self {
        Self(self.0, Whence(Some(origin)))
    }

    /// Where the words stand, if that is known: without what is around them, where the file has them letter by
    /// letter.
    pub fn origin(&self) -> Option<Origin> {
        self.1.0
    }
}

impl PartialEq for Whence {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Whence {}

impl PartialOrd for Whence {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Whence {
    fn cmp(&self, _: &Self) -> Ordering {
        Ordering::Equal
    }
}

impl Hash for Whence {
    fn hash<H: Hasher>(&self, _: &mut H) {}
}

/// Whether all of `words` can be seen, and obeyed by nothing, as single bytes tell: what is otherwise begins
/// with others in UTF-8. Nearly every line is such, and there are many.
fn is_simple(words: &str) -> bool {
    words.bytes().all(|byte| byte >= b' ' && !matches!(byte, 0x7f | 0xc2 | 0xe1 | 0xe2 | 0xef))
}

/// `words`, if they say something and hold nothing that is a fault.
fn fit(words: &str, is_fault: impl Fn(char) -> bool) -> Result<&str, Fault> {
    let mut faults: Vec<char> = Vec::new();
    for character in words.chars().filter(|character| is_fault(*character)) {
        if !faults.contains(&character) {
            faults.push(character);
        }
    }
    match (faults.is_empty(), words.chars().all(is_invisible)) {
        (false, _) => Err(Fault::Control(faults)),
        (true, true) => Err(Fault::Empty),
        (true, false) => Ok(words),
    }
}

/// Line and paragraph separators, and the characters that turn the direction of what follows: with
/// them a text can read otherwise than it is (Unicode Technical Report 36, section 2.5.3). Letters
/// of right-to-left scripts need none of them.
fn is_treacherous(character: char) -> bool {
    matches!(character, '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// `words` without what has neither a width nor a meaning: byte order marks, spaces and joiners of no
/// width come along when people copy from pages and tables, and nobody sees them.
fn seen(words: &str) -> Cow<'_, str> {
    let is_stray = |character: char| {
        matches!(character, '\u{200b}' | '\u{2060}'..='\u{2064}' | '\u{180e}' | '\u{feff}')
    };
    if words.contains(is_stray) { words.replace(is_stray, "").into() } else { words.into() }
}

/// White space, and what has no width.
fn is_invisible(character: char) -> bool {
    character.is_whitespace()
        || matches!(character, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}')
}

impl fmt::Display for Line {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl AsRef<str> for Line {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl AsRef<str> for Text {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Text {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::{Fault, Line, Text, is_invisible, is_simple, is_treacherous, seen};

    #[test]
    fn lines_break_nowhere() {
        assert_eq!(Line::new("  Rathaus ").unwrap().as_str(), "Rathaus");
        assert_eq!(Line::new(" \t"), Err(Fault::Empty));
        assert_eq!(Line::new("\u{200b}"), Err(Fault::Empty));
        assert_eq!(Line::new("Som\u{feff}mer\u{200b}").unwrap().as_str(), "Sommer");
        for control in ['\n', '\r', '\0', '\t', '\u{85}', '\u{2028}', '\u{202e}', '\u{1b}'] {
            assert_eq!(Line::new(&format!("a{control}b")), Err(Fault::Control(vec![control])));
        }
    }

    #[test]
    fn what_is_simple_needs_no_second_look() {
        let all = (0..=u32::from(char::MAX)).filter_map(char::from_u32);
        for character in all.filter(|it| is_simple(it.encode_utf8(&mut [0; 4]))) {
            assert!(!character.is_control() && !is_treacherous(character), "{character:?}");
            assert!(character.is_whitespace() || !is_invisible(character), "{character:?}");
            assert_eq!(seen(&character.to_string()).chars().next(), Some(character));
        }
        assert!(is_simple("Größe 3") && !is_simple("„Größe“"));
    }

    #[test]
    fn words_of_others_are_cleaned() {
        let cleaned = |words: &str| Line::cleaned(words, 10).map(|line| line.to_string());
        assert_eq!(cleaned("250 ok\r\n\u{202e}x").as_deref(), Some("250 ok x"));
        assert_eq!(cleaned("ein sehr langer").as_deref(), Some("ein sehr l"));
        assert_eq!(cleaned("\0\u{200b}"), None);
    }

    #[test]
    fn texts_keep_their_lines() {
        assert_eq!(Text::new("a\r\nb\n").unwrap().as_str(), "a\nb");
        assert_eq!(Text::new("a\u{7}"), Err(Fault::Control(vec!['\u{7}'])));
    }
}
