//! The door to the dialogue: questions on the terminal and their answers.
//!
//! No answer means that the user gave up: Esc, Ctrl-C, Ctrl-D, or a terminal that is gone. After
//! any end the cursor is visible and the terminal is as it was before.

#[cfg(unix)]
use std::io;

use console::{Key, Term, truncate_str};
use dialoguer::FuzzySelect;
#[cfg(unix)]
use rustix::termios::{LocalModes, OptionalActions, Termios, tcgetattr, tcsetattr};
use unicode_width::UnicodeWidthChar as _;

use super::interrupt;
use crate::text::visible;

const CONTROL_D: char = '\u{4}';
const CONTROL_U: char = '\u{15}';

/// What stands before a chosen item.
const MARK: usize = "> ".len();

/// Asks for one line. Pasted lines behind the first answer the next questions.
pub fn line(question: &str) -> Option<String> {
    line_again(question, "")
}

/// The same, beginning with what was `typed` before.
pub fn line_again(question: &str, typed: &str) -> Option<String> {
    let _keys = Keys::new()?;
    Line::new(&visible(question), typed).read().map(|answer| answer.replace('\t', " "))
}

/// Asks for several lines below `question`, typed or pasted; an empty one ends them.
pub fn lines(question: &str) -> Option<Vec<String>> {
    let _keys = Keys::new()?;
    // Only now: whoever reads the question may answer it, and keys are ours from here on.
    Term::stderr().write_line(&visible(question)).ok()?;
    let mut answers = Vec::new();
    loop {
        let answer = Line::new("  ", "").read()?;
        if answer.trim().is_empty() {
            return Some(answers);
        }
        answers.push(answer);
    }
}

/// Asks to choose one of `items`, beginning at `default`; gives its number. Typing leaves those that fit.
pub fn choice(question: &str, items: &[String], default: usize) -> Option<usize> {
    let _keys = Keys::new()?;
    let term = Term::stderr();
    // What does not fit on a line would be left behind when the list is redrawn.
    let width = usize::from(term.size().1).saturating_sub(MARK + 1);
    let items = items.iter().map(|item| visible(item));
    let items = items.map(|item| truncate_str(&item, width, "…").into_owned());
    let question = visible(question);
    let select = FuzzySelect::new()
        .with_prompt(truncate_str(&question, width, "…"))
        .highlight_matches(false)
        .items(items)
        .default(default)
        .report(true);
    let answer = select.interact_on_opt(&term);
    let _ = term.show_cursor();
    answer.ok().flatten()
}

/// As long as this lives, the terminal gives each key at once, shows none by itself and makes no
/// signal of Ctrl-C: between two keys too, else pasted text would be shown twice.
struct Keys {
    #[cfg(unix)]
    before: Termios,
}

impl Keys {
    #[cfg(unix)]
    fn new() -> Option<Self> {
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
    fn new() -> Option<Self> {
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

/// A line that is being typed.
struct Line<'a> {
    term: Term,
    question: &'a str,
    answer: String,
}

impl<'a> Line<'a> {
    fn new(question: &'a str, typed: &str) -> Self {
        Self { term: Term::stderr(), question, answer: typed.to_owned() }
    }

    fn read(mut self) -> Option<String> {
        self.term.write_str(&format!("{}{}", self.question, shown(&self.answer))).ok()?;
        let answer = self.keys();
        self.term.write_line("").ok()?;
        answer
    }

    fn keys(&mut self) -> Option<String> {
        loop {
            match self.term.read_key_raw().ok()? {
                Key::Enter => return Some(std::mem::take(&mut self.answer)),
                Key::Escape | Key::CtrlC | Key::Char(CONTROL_D) => return None,
                Key::Char(CONTROL_U) => self.change(String::clear)?,
                Key::Backspace => self.change(pop)?,
                Key::Tab => self.push('\t')?,
                Key::Char(character) if !character.is_control() => self.push(character)?,
                Key::UnknownEscSeq(begin) => self.skip(&begin)?,
                _ => {}
            }
        }
    }

    fn push(&mut self, character: char) -> Option<()> {
        self.answer.push(character);
        self.term.write_str(&shown(&character.to_string())).ok()
    }

    /// Changes the answer and writes the whole question again: it may stand on several lines.
    fn change(&mut self, change: impl Fn(&mut String)) -> Option<()> {
        let width = usize::from(self.term.size().1);
        let words = |answer: &str| format!("{}{}", self.question, shown(answer));
        let above = rows(&words(&self.answer), width) - 1;
        change(&mut self.answer);
        self.term.move_cursor_up(above).ok()?;
        self.term.write_str("\r").ok()?;
        self.term.clear_to_end_of_screen().ok()?;
        self.term.write_str(&words(&self.answer)).ok()
    }

    /// Reads the rest of a key that is not known, such as F1 or Ctrl with an arrow.
    fn skip(&self, begin: &[char]) -> Option<()> {
        let is_last = |character: char| ('@'..='~').contains(&character);
        let mut complete = match begin {
            ['O'] => false,
            ['[', .., last] => is_last(*last),
            _ => true,
        };
        while !complete {
            complete = match self.term.read_key_raw().ok()? {
                Key::Char(character) => is_last(character),
                _ => true,
            };
        }
        Some(())
    }
}

/// Takes the last character away, with the accents that stand on it.
fn pop(answer: &mut String) {
    while answer.pop().is_some_and(|character| character.width() == Some(0)) {}
}

/// The answer as it is shown: a tab would jump.
fn shown(answer: &str) -> String {
    answer.replace('\t', " ")
}

/// How many lines `words` take on a terminal; a wide character is never cut in two.
fn rows(words: &str, width: usize) -> usize {
    let mut rows = 1;
    let mut column = 0;
    for character in words.chars() {
        let columns = character.width().unwrap_or(0);
        if column + columns > width {
            rows += 1;
            column = 0;
        }
        column += columns;
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::{pop, rows};

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
        ];
        for (words, expected) in cases {
            assert_eq!(rows(words, 5), expected, "{words}");
        }
    }
}
