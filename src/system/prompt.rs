//! The door to the dialogue: questions on the terminal and their answers.
//!
//! No answer means that the user gave up: Esc, Ctrl-C, Ctrl-D, or a terminal that is gone. After
//! any end the cursor is visible and the terminal is as it was before.

use console::{Key, Term};

use crate::text::visible;

mod menu;
mod screen;

pub use menu::choice;
use screen::{CONTROL_D, CONTROL_U, Keys, folded, pop, rows, skip};

/// What is said to be asked the question before once more. Where what was typed before is kept, it takes
/// its place.
pub const BACK: &str = "<";

/// The most names that are shown of those that may be meant.
const MOST_SHOWN: usize = 12;

/// What divides several names in a line.
const BETWEEN_NAMES: char = ';';

/// Asks for one line. Pasted lines behind the first answer the next questions.
pub fn line(question: &str) -> Option<String> {
    line_offering(question, "", &[], "")
}

/// The same, beginning with what was `typed` before. Tab completes the name behind the last semicolon, or
/// shows which of the `names` may be meant; if none may, it says `nothing`.
pub fn line_offering(
    question: &str,
    typed: &str,
    names: &[String],
    nothing: &str,
) -> Option<String> {
    let _keys = Keys::new()?;
    let question = visible(question);
    let line = Line { names, nothing, ..Line::new(&question, typed) };
    line.read().map(|answer| answer.replace('\t', " "))
}

/// Asks for several lines below `question`, typed or pasted; an empty one ends them, and so does one that says
/// `end`, which is the last answer then.
pub fn lines(question: &str, end: &str) -> Option<Vec<String>> {
    let _keys = Keys::new()?;
    // Only now: whoever reads the question may answer it, and keys are ours from here on.
    let term = Term::stderr();
    term.write_line(&folded(&visible(question), usize::from(term.size().1))).ok()?;
    let mut answers = Vec::new();
    loop {
        let answer = Line::new("  ", "").read()?;
        if answer.trim().is_empty() {
            return Some(answers);
        }
        let is_last = answer.trim() == end;
        answers.push(answer);
        if is_last {
            return Some(answers);
        }
    }
}

/// A line that is being typed.
struct Line<'a> {
    term: Term,
    question: String,
    answer: String,
    /// What Tab completes; if there is nothing, a tab is a sign as others.
    names: &'a [String],
    /// What is said where none of them fits.
    nothing: &'a str,
    /// Whether the answer is what was typed before, and untouched.
    is_kept: bool,
}

impl Line<'_> {
    fn new(question: &str, typed: &str) -> Self {
        let term = Term::stderr();
        let question = folded(question, usize::from(term.size().1));
        let (answer, is_kept) = (typed.to_owned(), !typed.is_empty());
        Self { term, question, answer, names: &[], nothing: "", is_kept }
    }

    fn read(mut self) -> Option<String> {
        self.term.write_str(&format!("{}{}", self.question, shown_answer(&self.answer))).ok()?;
        let answer = self.keys();
        self.term.write_line("").ok()?;
        answer
    }

    fn keys(&mut self) -> Option<String> {
        loop {
            let key = self.term.read_key_raw().ok()?;
            let is_kept = std::mem::take(&mut self.is_kept);
            match key {
                Key::Char(sign) if is_kept && BACK.starts_with(sign) => {
                    self.change(|answer| BACK.clone_into(answer))?;
                }
                Key::Enter => return Some(std::mem::take(&mut self.answer)),
                Key::Escape | Key::CtrlC | Key::Char(CONTROL_D) => return None,
                Key::Char(CONTROL_U) => self.change(String::clear)?,
                Key::Backspace => self.change(pop)?,
                Key::Tab if self.names.is_empty() => self.push('\t')?,
                Key::Tab => self.complete()?,
                Key::Char(character) if !character.is_control() => self.push(character)?,
                Key::UnknownEscSeq(begin) => skip(&self.term, &begin)?,
                _ => {}
            }
        }
    }

    fn push(&mut self, character: char) -> Option<()> {
        self.answer.push(character);
        self.term.write_str(&shown_answer(&character.to_string())).ok()
    }

    /// Changes the answer and writes the whole question again: it may stand on several lines.
    fn change(&mut self, change: impl Fn(&mut String)) -> Option<()> {
        let width = usize::from(self.term.size().1);
        let words = |answer: &str| format!("{}{}", self.question, shown_answer(answer));
        let above = rows(&words(&self.answer), width) - 1;
        change(&mut self.answer);
        self.term.move_cursor_up(above).ok()?;
        self.term.write_str("\r").ok()?;
        self.term.clear_to_end_of_screen().ok()?;
        self.term.write_str(&words(&self.answer)).ok()
    }

    /// Completes the last name as far as it is certain, and shows those that may be meant.
    fn complete(&mut self) -> Option<()> {
        let begin = self.answer.rfind(BETWEEN_NAMES).map_or(0, |at| at + 1);
        let (before, typed) = self.answer.split_at(begin);
        let found = menu::fitting(self.names, typed);
        if let [number] = found[..] {
            let space = if before.is_empty() { "" } else { " " };
            let whole = format!("{before}{space}{}", self.names[number]);
            return self.change(|answer| answer.clone_from(&whole));
        }
        let shown = found.iter().take(MOST_SHOWN).map(|number| visible(&self.names[*number]));
        let more = (found.len() > MOST_SHOWN).then(|| "…".to_owned());
        let shown = shown.chain(more).collect::<Vec<_>>().join("; ");
        let width = usize::from(self.term.size().1);
        let shown = if found.is_empty() { self.nothing.to_owned() } else { shown };
        let shown = folded(&format!("  {shown}"), width);
        let words = format!("{}{}", self.question, shown_answer(&self.answer));
        self.term.write_str(&format!("\n{shown}\n{words}")).ok()
    }
}

/// The answer as it is shown: a tab would jump.
fn shown_answer(answer: &str) -> String {
    answer.replace('\t', " ")
}
