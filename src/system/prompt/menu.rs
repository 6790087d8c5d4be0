//! A list to choose from; typing leaves those that fit.
//!
//! The library draws the items; its own list neither says that nothing fits nor clears what was typed, cuts
//! the question on narrow terminals, and does not find "Möller" by "Moeller".

use console::{Key, Term, truncate_str};
use dialoguer::theme::{SimpleTheme, Theme as _};

use super::screen::{CONTROL_D, CONTROL_U, Keys, folded, pop, rows, skip};
use crate::text::{collation_key, slug, visible};

/// Asks to choose one of `items`, beginning at `default`; gives its number. Typing leaves those that fit;
/// where none does, it says `nothing`.
pub fn choice(question: &str, items: &[String], default: usize, nothing: &str) -> Option<usize> {
    let _keys = Keys::new()?;
    let items: Vec<String> = items.iter().map(|item| visible(item)).collect();
    let (question, nothing) = (visible(question), visible(nothing));
    let mut menu = Menu { term: Term::stderr(), question, items, nothing, ..Menu::default() };
    menu.fitting = (0..menu.items.len()).collect();
    menu.at = default.min(menu.items.len().saturating_sub(1));
    let chosen = menu.keys();
    menu.erase()?;
    let item = chosen.map_or("", |number| menu.items[number].as_str());
    menu.term.write_line(&format!("{}{item}", menu.head())).ok()?;
    chosen
}

/// The numbers of the `items` that `typed` fits, those first that begin with it, then those of which a word
/// does: who types `n` means "No", not "Yes, with a new city". Capitals, accents and the writing of umlauts do
/// not matter.
pub(super) fn fitting(items: &[String], typed: &str) -> Vec<usize> {
    let typed = typed.trim().to_lowercase();
    let forms = |words: &str| [collation_key(words).0, slug(words).replace('-', " ")];
    let wanted = forms(&typed);
    let fits = |item: &String, is_there: fn(&str, &str) -> bool| {
        let has = |(item, wanted): (String, &String)| !wanted.is_empty() && is_there(&item, wanted);
        is_there(&item.to_lowercase(), &typed) || forms(item).into_iter().zip(&wanted).any(has)
    };
    let begins = |item: &str, wanted: &str| item.starts_with(wanted);
    let has_word = |item: &str, wanted: &str| format!(" {item}").contains(&format!(" {wanted}"));
    let holds = |item: &str, wanted: &str| item.contains(wanted);
    let mut found: Vec<usize> =
        (0..items.len()).filter(|number| fits(&items[*number], holds)).collect();
    found.sort_by_key(|number| {
        let item = &items[*number];
        (!fits(item, begins), !fits(item, has_word))
    });
    found
}

/// A list as it stands on the terminal.
struct Menu {
    term: Term,
    question: String,
    items: Vec<String>,
    nothing: String,
    typed: String,
    /// The numbers of the items that fit what is typed.
    fitting: Vec<usize>,
    /// The place among them that Enter takes.
    at: usize,
    /// How many lines stand above the cursor.
    above: usize,
}

impl Default for Menu {
    fn default() -> Self {
        Self {
            term: Term::stderr(),
            question: String::new(),
            items: Vec::new(),
            nothing: String::new(),
            typed: String::new(),
            fitting: Vec::new(),
            at: 0,
            above: 0,
        }
    }
}

impl Menu {
    fn keys(&mut self) -> Option<usize> {
        self.draw()?;
        loop {
            let last = self.fitting.len().saturating_sub(1);
            let page = usize::from(self.term.size().0) / 2;
            match self.term.read_key_raw().ok()? {
                Key::Enter => {
                    if let Some(number) = self.fitting.get(self.at) {
                        return Some(*number);
                    }
                }
                Key::Escape | Key::CtrlC | Key::Char(CONTROL_D) => return None,
                Key::ArrowUp | Key::BackTab => self.at = self.at.checked_sub(1).unwrap_or(last),
                Key::ArrowDown | Key::Tab => self.at = if self.at < last { self.at + 1 } else { 0 },
                Key::PageUp => self.at = self.at.saturating_sub(page),
                Key::PageDown => self.at = (self.at + page).min(last),
                Key::Home => self.at = 0,
                Key::End => self.at = last,
                Key::Char(CONTROL_U) => self.filter(String::clear),
                Key::Backspace => self.filter(pop),
                Key::Char(character) if !character.is_control() => {
                    self.filter(|typed| typed.push(character));
                }
                Key::UnknownEscSeq(begin) => skip(&self.term, &begin)?,
                _ => {}
            }
            self.erase()?;
            self.draw()?;
        }
    }

    fn filter(&mut self, change: impl FnOnce(&mut String)) {
        change(&mut self.typed);
        self.fitting = fitting(&self.items, &self.typed);
        self.at = 0;
    }

    /// The question with its sign.
    fn head(&self) -> String {
        let sign = if self.question.ends_with('?') { " " } else { ": " };
        folded(&format!("{}{sign}", self.question), usize::from(self.term.size().1))
    }

    /// Writes question and items, and leaves the cursor where one types.
    fn draw(&mut self) -> Option<()> {
        let (height, width) = self.term.size();
        let (height, width) = (usize::from(height), usize::from(width));
        let head = format!("{}{}", self.head(), self.typed);
        self.above = rows(&head, width) - 1;
        let room = height.saturating_sub(self.above + 2).max(1);
        // What does not fit on a line would be left behind when the list is written anew.
        let short = |words: String| truncate_str(&words, width.saturating_sub(1), "…").into_owned();
        let first = (self.at + 1).saturating_sub(room);
        let shown = self.fitting.iter().enumerate().skip(first).take(room);
        let item = |(place, number): (usize, &usize)| {
            short(marked(&self.items[*number], place == self.at))
        };
        let mut lines: Vec<String> = shown.map(item).collect();
        if lines.is_empty() {
            lines.push(short(marked(&self.nothing, false)));
        }
        self.term.write_str(&format!("{head}\n{}", lines.join("\n"))).ok()?;
        self.term.move_cursor_up(lines.len()).ok()?;
        self.term.write_str("\r").ok()?;
        let column = last_column(&head, width);
        if column > 0 {
            self.term.move_cursor_right(column).ok()?;
        }
        Some(())
    }

    /// Takes away what was written.
    fn erase(&mut self) -> Option<()> {
        self.term.move_cursor_up(std::mem::take(&mut self.above)).ok()?;
        self.term.write_str("\r").ok()?;
        self.term.clear_to_end_of_screen().ok()
    }
}

/// An item with the sign of the one that Enter takes, or with none.
fn marked(item: &str, is_taken: bool) -> String {
    let mut line = String::new();
    // Nothing keeps words from becoming words.
    let _ = SimpleTheme.format_select_prompt_item(&mut line, item, is_taken);
    line
}

/// The column behind `words` where a terminal breaks them.
fn last_column(words: &str, width: usize) -> usize {
    // The longest end that stands on one line.
    let total = rows(words, width);
    let free =
        (0..=width).find(|free| rows(&format!("{words}{}", " ".repeat(*free)), width) > total);
    width.saturating_sub(free.map_or(width, |free| free - 1))
}

#[cfg(test)]
mod tests {
    use super::{fitting, last_column};

    #[test]
    fn what_is_typed_finds_items_however_they_are_written() {
        let items = ["Mittagspause", "Pause", "Dr. Käthe Möller-Süß", "< zurück"];
        let items = items.map(str::to_owned);
        for (typed, expected) in [
            ("", vec![0, 1, 2, 3]),
            ("pause", vec![1, 0]),
            ("möl", vec![2]),
            ("Moel", vec![2]),
            ("moller suss", vec![2]),
            ("<", vec![3]),
            ("Atlantis", vec![]),
            ("(", vec![]),
        ] {
            assert_eq!(fitting(&items, typed), expected, "{typed}");
        }
        let answers = ["Ja, mit 2 neuen Städten", "Ja, aber ohne sie", "Nein"].map(str::to_owned);
        for (typed, expected) in [("n", 2), ("j", 0), ("ohne", 1), ("nein", 2)] {
            assert_eq!(fitting(&answers, typed)[0], expected, "{typed}");
        }
    }

    #[test]
    fn the_cursor_stands_behind_what_is_typed() {
        for (words, expected) in [("", 0), ("abc", 3), ("abcde", 5), ("abcdef", 1), ("ab\nc", 1)] {
            assert_eq!(last_column(words, 5), expected, "{words}");
        }
    }
}
