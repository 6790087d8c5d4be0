//! Documents on a terminal.

use crate::document::model::Document;
use crate::render::layout::{GridLook, Look, page};

/// How a document looks on a terminal.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// The width in columns; none where there is no telling.
    pub width: Option<usize>,
    /// Whether colour may be used.
    pub colour: bool,
}

/// The width where there is no telling.
const USUAL_WIDTH: usize = 80;
/// Lines longer than this are hard to read.
const WIDEST: usize = 100;
/// In narrower windows the terminal breaks the lines.
const NARROWEST: usize = 30;

const BOLD: &str = "1";
const BOLD_GREEN: &str = "1;32";
const ITALIC: &str = "3";

/// `document` for a terminal.
pub fn terminal(document: &Document, options: Options) -> String {
    let width = options.width.unwrap_or(USUAL_WIDTH).clamp(NARROWEST, WIDEST);
    page(document, width, &Screen { colour: options.colour })
}

struct Screen {
    colour: bool,
}

impl Screen {
    /// Words between a sign of ECMA-48 (Select Graphic Rendition) and the one that ends it.
    fn paint(&self, sign: &str, words: &str) -> String {
        if self.colour { format!("\u{1b}[{sign}m{words}\u{1b}[0m") } else { words.to_owned() }
    }
}

impl Look for Screen {
    fn heading(&self, level: u8, lines: Vec<String>) -> Vec<String> {
        let sign = if level == 1 { BOLD_GREEN } else { BOLD };
        lines.iter().map(|line| self.paint(sign, line)).collect()
    }

    fn strong(&self, words: String) -> String {
        self.paint(BOLD, &words)
    }

    fn emphasis(&self, words: String) -> String {
        self.paint(ITALIC, &words)
    }

    fn rule(&self) -> &'static str {
        "─"
    }

    fn bullet(&self) -> &'static str {
        "•"
    }

    fn grid(&self) -> GridLook {
        GridLook { agenda_headings: true, colour: self.colour, is_on_screen: true }
    }
}
