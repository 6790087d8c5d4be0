//! What changes in a file, line by line.

use std::fmt::Write as _;

use similar::{ChangeTag, TextDiff};

use crate::text::Language;

const RED: &str = "31";
const GREEN: &str = "32";
const BOLD: &str = "1";

/// A file before and after a change; none where it is not there.
#[derive(Clone, Copy, Debug)]
pub struct Difference<'a> {
    /// The path as the user knows it.
    pub path: &'a str,
    /// Its text before.
    pub before: Option<&'a str>,
    /// Its text after.
    pub after: Option<&'a str>,
}

/// The lines that go and come, with their numbers, below the path.
pub fn difference(file: &Difference<'_>, language: Language, colour: bool) -> String {
    let note = match (file.before, file.after, language) {
        (None, _, Language::German) => " (neu)",
        (None, _, Language::English) => " (new)",
        (_, None, Language::German) => " (wird gelöscht)",
        (_, None, Language::English) => " (is removed)",
        _ => "",
    };
    let mut text = format!("{}\n", paint(&format!("{}{note}", file.path), BOLD, colour));
    let before = file.before.unwrap_or_default();
    let after = file.after.unwrap_or_default();
    let changes = TextDiff::from_lines(before, after);
    let digits = before.lines().count().max(after.lines().count()).max(100).to_string().len();
    for change in changes.iter_all_changes() {
        let (sign, number, code) = match change.tag() {
            ChangeTag::Equal => continue,
            ChangeTag::Delete => ('-', change.old_index(), RED),
            ChangeTag::Insert => ('+', change.new_index(), GREEN),
        };
        let number = number.map_or(0, |index| index + 1);
        let words = change.value().trim_end_matches(['\r', '\n']);
        let line = format!("{sign} {number:digits$}  {words}");
        let _ = writeln!(text, "{}", paint(line.trim_end(), code, colour));
    }
    text
}

/// Words between a sign of ECMA-48 (Select Graphic Rendition) and the one that ends it.
fn paint(words: &str, sign: &str, colour: bool) -> String {
    if colour { format!("\u{1b}[{sign}m{words}\u{1b}[0m") } else { words.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::{Difference, difference};
    use crate::text::Language::{English, German};

    #[test]
    fn lines_that_go_and_come_have_their_numbers() {
        let file =
            Difference { path: "a.toml", before: Some("a\r\nb\r\nc"), after: Some("a\r\nB\r\nc") };
        assert_eq!(difference(&file, English, false), "a.toml\n-   2  b\n+   2  B\n");
        let colours = difference(&file, English, true);
        assert!(colours.contains("\u{1b}[31m-   2  b\u{1b}[0m\n"), "{colours}");
    }

    #[test]
    fn files_come_and_go() {
        let new = Difference { path: "a", before: None, after: Some("x\n") };
        assert_eq!(difference(&new, German, false), "a (neu)\n+   1  x\n");
        let gone = Difference { path: "a", before: Some("x\n"), after: None };
        assert_eq!(difference(&gone, German, false), "a (wird gelöscht)\n-   1  x\n");
    }
}
