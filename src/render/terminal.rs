//! Documents on a terminal.

use console::Style;

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

/// `document` for a terminal.
pub fn terminal(document: &Document, options: Options) -> String {
    let width = options.width.unwrap_or(USUAL_WIDTH).clamp(NARROWEST, WIDEST);
    page(document, width, &Screen { colour: options.colour })
}

struct Screen {
    colour: bool,
}

impl Screen {
    fn paint(&self, style: Style, words: &str) -> String {
        style.force_styling(self.colour).apply_to(words).to_string()
    }
}

impl Look for Screen {
    fn heading(&self, level: u8, lines: Vec<String>) -> Vec<String> {
        let style = match level {
            1 => Style::new().bold().green(),
            _ => Style::new().bold(),
        };
        lines.iter().map(|line| self.paint(style.clone(), line)).collect()
    }

    fn strong(&self, words: String) -> String {
        self.paint(Style::new().bold(), &words)
    }

    fn emphasis(&self, words: String) -> String {
        self.paint(Style::new().italic(), &words)
    }

    fn rule(&self) -> &'static str {
        "─"
    }

    fn bullet(&self) -> &'static str {
        "•"
    }

    fn grid(&self) -> GridLook {
        GridLook { agenda_headings: true, colour: self.colour }
    }
}
