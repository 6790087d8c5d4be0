//! What draws: it keeps how far down it is, and writes elements of SVG.

use std::fmt::Write as _;

/// The width of every drawing.
pub(super) const WIDTH: u32 = 400;

/// The margin around what is drawn.
pub(super) const MARGIN: u32 = 8;

/// The height of a line of words.
pub(super) const LINE: u32 = 16;

/// So many letters fill a line: half of a letter's height is its usual width.
const LETTERS: usize = 60;

/// Draws from top to bottom.
pub(super) struct Pen {
    /// How far down it is.
    pub(super) y: u32,
    elements: String,
}

impl Pen {
    pub(super) fn new() -> Self {
        Self { y: MARGIN, elements: String::new() }
    }

    /// The height of it all, and the elements.
    pub(super) fn finish(self) -> (u32, String) {
        (self.y + MARGIN, self.elements)
    }

    /// An element with these attributes, which hold no words of the user's.
    pub(super) fn element(&mut self, name: &str, attributes: &str) {
        let _ = writeln!(self.elements, "<{name} {attributes}/>");
    }

    /// Words at a place, with further attributes.
    pub(super) fn words(&mut self, x: u32, y: u32, attributes: &str, words: &str) {
        let words = escape(words);
        let _ = writeln!(
            self.elements,
            "<text x=\"{x}\" y=\"{y}\" fill=\"currentColor\"{attributes}>{words}</text>"
        );
    }

    /// Words in bold across the drawing.
    pub(super) fn heading(&mut self, words: &str) {
        for line in broken(words, LETTERS * 9 / 10) {
            self.y += LINE;
            self.words(MARGIN, self.y - 4, " font-weight=\"bold\"", &line);
        }
        self.y += MARGIN;
    }

    /// Words that stand in from the left, as many lines as they need.
    pub(super) fn paragraph(&mut self, indent: u32, words: &str) {
        let room = LETTERS - indent as usize / 6;
        for line in broken(words, room) {
            self.y += LINE;
            self.words(MARGIN + indent, self.y - 4, "", &line);
        }
    }

    /// What stands at the left and the right end of a line.
    pub(super) fn ends(&mut self, left: &str, right: &str) {
        self.y += LINE;
        let room = LETTERS.saturating_sub(right.chars().count() + 1);
        self.words(MARGIN, self.y - 4, " font-weight=\"bold\"", &shortened(left, room * 9 / 10));
        self.words(WIDTH - MARGIN, self.y - 4, " text-anchor=\"end\"", right);
    }
}

/// Words in lines of at most so many letters; a longer word is shortened.
fn broken(words: &str, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in words.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= most => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(shortened(word, most)),
        }
    }
    lines
}

pub(super) fn shortened(words: &str, most: usize) -> String {
    if words.chars().count() <= most {
        return words.to_owned();
    }
    let kept: String = words.chars().take(most.saturating_sub(1)).collect();
    format!("{}…", kept.trim_end())
}

/// A place in whole units.
pub(super) fn rounded(place: f64) -> u32 {
    // Places are within the drawing, which is smaller than any number is large.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let rounded = place.round().max(0.0) as u32;
    rounded
}

/// Words as they stand between tags, without what XML has no place for (XML 1.0, 2.2).
pub(super) fn escape(words: &str) -> String {
    let mut escaped = String::with_capacity(words.len());
    for character in words.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '\u{fffe}' | '\u{ffff}' => {}
            control if control.is_control() => escaped.push(' '),
            _ => escaped.push(character),
        }
    }
    escaped
}
