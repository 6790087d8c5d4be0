//! Keys as they are pressed, and words as a terminal breaks them.

#[cfg(unix)]
use std::io;

use console::{Key, Term};
#[cfg(unix)]
use rustix::termios::{LocalModes, OptionalActions, Termios, tcgetattr, tcsetattr};
use unicode_width::UnicodeWidthChar as _;

use crate::system::interrupt;
use crate::text::wrap_indented;

/// Gives up.
pub(super) const CONTROL_D: char = '\u{4}';
/// Clears what was typed.
pub(super) const CONTROL_U: char = '\u{15}';

/// As long as this lives, the terminal gives each key at once, shows none by itself and makes no
/// signal of Ctrl-C: between two keys too, else pasted text would be shown twice.
pub(super) struct Keys {
    #[cfg(unix)]
    before: Termios,
}

impl Keys {
    #[cfg(unix)]
    pub(super) fn new() -> Option<Self> {
        interrupt::hold();
        let before = tcgetattr(io::stdin()).ok()?;
        let mut modes = before.clone();
        modes.local_modes -=
            LocalModes::ICANON | LocalModes::ECHO | LocalModes::ISIG | LocalModes::IEXTEN;
        tcsetattr(io::stdin(), OptionalActions::Drain, &modes).ok()?;
        Self { before }.unless_interrupted()
    }

    /// Windows shows no key that a program reads one by one.
    #[cfg(not(unix))]
    pub(super) fn new() -> Option<Self> {
        interrupt::hold();
        Self {}.unless_interrupted()
    }

    fn unless_interrupted(self) -> Option<Self> {
        (!interrupt::came()).then_some(self)
    }
}

#[cfg(unix)]
impl Drop for Keys {
    fn drop(&mut self) {
        let _ = tcsetattr(io::stdin(), OptionalActions::Drain, &self.before);
    }
}

/// Reads the rest of a key that is not known, such as F1 or Ctrl with an arrow.
pub(super) fn skip(term: &Term, begin: &[char]) -> Option<()> {
    let is_last = |character: char| ('@'..='~').contains(&character);
    let mut complete = match begin {
        ['O'] => false,
        ['[', .., last] => is_last(*last),
        _ => true,
    };
    while !complete {
        complete = match term.read_key_raw().ok()? {
            Key::Char(character) => is_last(character),
            _ => true,
        };
    }
    Some(())
}

/// Takes the last character away, with the accents that stand on it.
pub(super) fn pop(answer: &mut String) {
    while answer.pop().is_some_and(|character| character.width() == Some(0)) {}
}

/// How many lines `words` take on a terminal; a wide character is never cut in two.
pub(super) fn rows(words: &str, width: usize) -> usize {
    let mut rows = 1;
    let mut column = 0;
    for character in words.chars() {
        if character == '\n' {
            rows += 1;
            column = 0;
            continue;
        }
        let columns = character.width().unwrap_or(0);
        if column + columns > width {
            rows += 1;
            column = 0;
        }
        column += columns;
    }
    rows
}

/// `words` with a line break for the space where a terminal would break a word; behind the last one there is
/// room to type.
pub(super) fn folded(words: &str, width: usize) -> String {
    let bare = words.trim_end_matches(' ');
    wrap_indented(bare, width.saturating_sub(1).max(1)) + &words[bare.len()..]
}

#[cfg(test)]
mod tests {
    use super::{folded, pop, rows};

    #[test]
    fn questions_are_broken_between_words() {
        let cases = [
            ("", 9, ""),
            ("Titel: ", 9, "Titel: "),
            ("Wer kommt noch: ", 10, "Wer kommt\nnoch: "),
            ("eins zwei drei ", 10, "eins zwei\ndrei "),
            ("Donaudampfschiff: ", 6, "Donaudampfschiff: "),
        ];
        for (words, width, expected) in cases {
            assert_eq!(folded(words, width), expected, "{words}");
        }
    }

    #[test]
    fn the_last_character_goes_with_its_accents() {
        for (before, after) in [("Mü", "M"), ("Mu\u{308}", "M"), ("東京", "東"), ("", "")] {
            let mut answer = before.to_owned();
            pop(&mut answer);
            assert_eq!(answer, after);
        }
    }

    #[test]
    fn lines_are_counted_as_a_terminal_breaks_them() {
        let cases = [
            ("", 1),
            ("12345", 1),
            ("123456", 2),
            ("1234東", 2),
            ("123東", 1),
            ("u\u{308}2345", 1),
            ("1\n2345", 2),
        ];
        for (words, expected) in cases {
            assert_eq!(rows(words, 5), expected, "{words}");
        }
    }
}
