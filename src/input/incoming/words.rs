//! Words of strangers, freed of control characters and cut to what anybody reads.

use crate::domain::line::{Line, Text};

/// The most characters of foreign words that are kept: nobody answers an invitation at more length,
/// and what is longer still stands in the mail.
pub(super) const LONGEST: usize = 1000;

/// The most characters of a foreign name or address: no address is longer (RFC 5321, 4.5.3.1).
pub(super) const LONGEST_NAME: usize = 254;

/// Foreign words in one line, however they were written; none if nothing is left of them.
pub(in crate::input) fn line(words: &str) -> Option<Line> {
    let clean: String = words.chars().map(|c| if harmless(c) { c } else { ' ' }).collect();
    let words: Vec<&str> = clean.split_whitespace().collect();
    Line::new(&cut(&words.join(" "))).ok()
}

/// A foreign name or address: one short line, for it is shown in the middle of sentences.
pub(in crate::input) fn short(words: &str) -> String {
    let line = line(words).map(|line| line.to_string()).unwrap_or_default();
    match line.char_indices().nth(LONGEST_NAME) {
        Some((at, _)) => format!("{}…", line[..at].trim_end()),
        None => line,
    }
}

/// Foreign words in several lines.
pub(in crate::input) fn text(words: &str) -> Option<Text> {
    let keep = |c: char| if harmless(c) || c == '\n' { c } else { ' ' };
    let clean: String = words.replace("\r\n", "\n").chars().map(keep).collect();
    let lines: Vec<&str> = clean.lines().map(str::trim_end).collect();
    Text::new(&cut(lines.join("\n").trim())).ok()
}

/// Whether a character stays what it is in a [`Line`].
fn harmless(character: char) -> bool {
    Line::new(&format!("a{character}a")).is_ok()
}

fn cut(words: &str) -> String {
    match words.char_indices().nth(LONGEST) {
        Some((at, _)) => format!("{}…", words[..at].trim_end()),
        None => words.to_owned(),
    }
}
