//! What is at the other end of the standard streams.

use std::io::{self, IsTerminal as _, Write};

use console::Term;

use super::environment::Environment;
use crate::text::{coloured, vocabulary, wrap_hanging, wrap_indented};

/// The narrowest and the widest lines that tables are laid out for.
const WIDTHS: std::ops::RangeInclusive<usize> = 40..=160;

/// The same of pages of help: longer lines are hard to read.
const PAGES: std::ops::RangeInclusive<usize> = 30..=100;

vocabulary! {
    /// Whether colour is wanted.
    #[derive(Default)]
    pub enum Colour {
        /// On a terminal, unless the environment says no.
        #[default]
        Auto = "auto",
        /// In any case.
        Always = "always",
        /// In no case.
        Never = "never",
    }
}

/// One of the standard streams.
#[derive(Clone, Copy, Debug)]
pub struct Stream {
    /// Whether a person reads it.
    pub is_terminal: bool,
    /// Whether it may have colour.
    pub colour: bool,
    /// Its width in columns, if a person reads it.
    pub width: Option<usize>,
    /// The width of pages of help in columns: also what goes into a pipe is for people.
    pub page: usize,
}

impl Stream {
    fn new(is_terminal: bool, wish: Colour, environment: &Environment, size: (u16, u16)) -> Self {
        let colour = match wish {
            Colour::Auto => is_terminal && !environment.no_colour,
            Colour::Always => true,
            Colour::Never => false,
        };
        let (_, columns) = size;
        let width = environment.columns.unwrap_or(usize::from(columns));
        let widest = *PAGES.end();
        // What goes through a pager is read where the faults are shown.
        let page =
            if is_terminal { width } else { environment.columns.or_else(seen).unwrap_or(widest) };
        let width = is_terminal.then(|| width.clamp(*WIDTHS.start(), *WIDTHS.end()));
        Self { is_terminal, colour, width, page: page.clamp(*PAGES.start(), widest) }
    }

    /// `words` as they are set here, further lines so far to the right; what nobody reads is on one line.
    pub fn set(self, words: &str, indent: usize) -> String {
        self.width.map_or_else(|| words.to_owned(), |width| wrap_hanging(words, width, indent))
    }

    /// Standard output.
    pub fn output(wish: Colour, environment: &Environment) -> Self {
        Self::new(io::stdout().is_terminal(), wish, environment, Term::stdout().size())
    }

    /// Standard error.
    pub fn error(wish: Colour, environment: &Environment) -> Self {
        Self::new(io::stderr().is_terminal(), wish, environment, Term::stderr().size())
    }
}

/// The width of the terminal that shows faults, if there is one.
fn seen() -> Option<usize> {
    let (_, columns) = Term::stderr().size_checked()?;
    io::stderr().is_terminal().then(|| usize::from(columns))
}

/// Whether a person can answer questions: input and the stream of the questions are terminals.
pub fn can_ask() -> bool {
    io::stdin().is_terminal() && io::stderr().is_terminal()
}

/// Writes to standard output; on a terminal nothing but colours and weights is obeyed.
pub fn print(bytes: &[u8]) -> io::Result<()> {
    let mut output = io::stdout().lock();
    if output.is_terminal() {
        output.write_all(coloured(&String::from_utf8_lossy(bytes)).as_bytes())?;
    } else {
        output.write_all(bytes)?;
    }
    output.flush()
}

/// Writes to standard error; if that is closed, nobody is left to tell. Of what others wrote nothing
/// moves the cursor, or does more.
pub fn tell(words: &str) {
    let _ = io::stderr().lock().write_all(coloured(words).as_bytes());
}

/// The same for sentences: on a terminal no word is cut in two where a line ends.
pub fn say(words: &str) {
    if !io::stderr().is_terminal() {
        return tell(words);
    }
    tell(&wrap_indented(words, usize::from(Term::stderr().size().1).max(1)));
}
