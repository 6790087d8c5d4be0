//! Documents as plain text, for mail and `.txt`.

use textwrap::core::display_width;

use crate::document::model::Document;
use crate::render::layout::{GridLook, Look, page};

/// The width of the text in columns; quoted twice in a mail it still fits into 78 (RFC 5322).
const WIDTH: usize = 72;

/// `document` as plain text in lines of at most 72 columns.
pub fn text(document: &Document) -> String {
    page(document, WIDTH, &Plain)
}

struct Plain;

impl Look for Plain {
    fn heading(&self, level: u8, mut lines: Vec<String>) -> Vec<String> {
        let underline = match level {
            1 => "=",
            2 => "-",
            _ => return lines,
        };
        let width = lines.iter().map(|line| display_width(line)).max().unwrap_or_default();
        lines.push(underline.repeat(width));
        lines
    }

    fn strong(&self, words: String) -> String {
        words
    }

    fn emphasis(&self, words: String) -> String {
        words
    }

    fn rule(&self) -> &'static str {
        "-"
    }

    fn bullet(&self) -> &'static str {
        "-"
    }

    fn grid(&self) -> GridLook {
        GridLook { agenda_headings: false, colour: false, is_on_screen: false }
    }
}
