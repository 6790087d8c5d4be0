//! What a page looks like: its style sheet, and the values that this document gives to it.

use std::fmt::Write as _;

use super::contrast::{Rgb, contrast};
use crate::document::model::{Document, Frame};
use crate::text::Language;
use crate::view::Stock;

/// How pages look, unless the user has a style sheet of their own. Lengths follow the reader's size
/// of letters.
const STYLE: &str = include_str!("style.css");

/// How what is typed looks, and a table of contents, under either style sheet. Long lines go on below:
/// nothing moves sideways.
const CODE: &str = "\
code, pre { font-family: ui-monospace, \"Cascadia Mono\", Consolas, \"DejaVu Sans Mono\", monospace; \
font-size: 0.9em; hyphens: none; }
pre { margin: 1em 0; padding: 0.6em 0.9em; border-left: 3px solid var(--line); white-space: pre-wrap; \
overflow-wrap: anywhere; break-inside: avoid; }
pre code { font-size: 1em; }
th:has(> code) { min-width: min(9rem, 28vw); }
nav ul { margin: 0 0 0.5em; padding-left: 1.2em; }
nav > ul > li { margin: 0 0 0.4em; }
nav > ul > li > p { margin: 0 0 0.2em; font-weight: 600; }
";

/// How signs look in print, under either style sheet: each on a sheet of its own, in large letters.
const SIGNS: &str = "\
@media print { h1 { display: none; } h2 { font-size: 3em; } h2 ~ h2 { break-before: page; } \
main { font-size: 1.5em; } }
";

/// How the ways to the other pages of a site look, under either style sheet. What leads past them shows
/// itself to those who come to it with the keyboard.
const WAYS: &str = include_str!("ways.css");

/// The built-in accent colour.
const ACCENT: Rgb = Rgb([0x14, 0x52, 0x3d]);

/// The background of a page, as in `style.css`.
const PAPER: Rgb = Rgb([0xff, 0xff, 0xff]);

/// The background of a page in dark mode, as in `style.css`.
const NIGHT: Rgb = Rgb([0x16, 0x1a, 0x19]);

/// The least contrast of letters (WCAG 2.1, 1.4.3).
const LEAST: f64 = 4.5;

/// The contrast that colours made for dark mode have at least (WCAG 2.1, 1.4.6).
const GOOD: f64 = 7.0;

/// The `style` elements of the page.
pub(super) fn style(document: &Document) -> String {
    let Frame { style_sheet, .. } = &document.frame;
    let sheet = style_sheet.as_deref().unwrap_or(STYLE);
    format!("<style>\n{}</style>\n<style>\n{}\n</style>\n", values(document), sheet.trim_end())
}

/// What only this document knows, for either style sheet: its colours, and the foot of its sheets.
fn values(document: &Document) -> String {
    let (light, dark) = accents(document.frame.accent.as_deref());
    let mut css =
        format!(":root {{ --accent-light: {light}; --accent-dark: {dark}; }}\n@page {{\n");
    if let Some(line) = &document.frame.as_of {
        let _ = writeln!(css, "  @bottom-left {{ content: {}; }}", string(line));
    }
    let (page, of) = match document.language {
        Language::German => ("Seite ", " von "),
        Language::English => ("Page ", " of "),
    };
    let _ = writeln!(
        css,
        "  @bottom-right {{ content: \"{page}\" counter(page) \"{of}\" counter(pages); }}\n}}"
    );
    if document.frame.stock == Stock::Signs {
        css.push_str(SIGNS);
    }
    if document.has_code() {
        css.push_str(CODE);
    }
    if document.frame.ways.is_some() {
        css.push_str(WAYS);
    }
    css
}

/// The accent colour on paper and in dark mode. One that is too pale to be read on paper gives way
/// to the built-in one.
fn accents(wish: Option<&str>) -> (Rgb, Rgb) {
    let light = wish
        .and_then(Rgb::parse)
        .filter(|colour| contrast(*colour, PAPER) >= LEAST)
        .unwrap_or(ACCENT);
    let tones = (0..=20).map(|step| light.mixed(PAPER, f64::from(step) / 20.0));
    let dark = tones.into_iter().find(|tone| contrast(*tone, NIGHT) >= GOOD);
    (light, dark.unwrap_or(PAPER))
}

/// Words as a string of CSS that ends nowhere but at its end: all but letters, digits and spaces
/// are written as numbers (CSS Syntax Level 3, 4.3.7).
fn string(words: &str) -> String {
    let mut string = String::from("\"");
    for character in words.chars() {
        if character.is_alphanumeric() || character == ' ' {
            string.push(character);
        } else {
            let _ = write!(string, "\\{:x} ", u32::from(character));
        }
    }
    string + "\""
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_stay_strings() {
        assert_eq!(string("Stand: 1. Mai"), "\"Stand\\3a  1\\2e  Mai\"");
        assert_eq!(string("\"}</style>\\"), "\"\\22 \\7d \\3c \\2f style\\3e \\5c \"");
    }

    #[test]
    fn an_accent_can_be_read_on_paper_and_at_night() {
        for wish in [None, Some("#0b4f8a"), Some("#000000"), Some("#767676"), Some("#c00000")] {
            let (light, dark) = accents(wish);
            assert!(contrast(light, PAPER) >= LEAST, "{wish:?} {light}");
            assert!(contrast(dark, NIGHT) >= GOOD, "{wish:?} {dark}");
            assert_eq!(wish.unwrap_or("#14523d"), light.to_string());
        }
        for pale in ["#ffcc00", "#777777", "#ffffff", "green"] {
            assert_eq!(accents(Some(pale)).0, ACCENT);
        }
    }

    #[test]
    fn colours_of_the_style_sheet_can_be_read() {
        let declared = |name: &str| {
            let name = format!("--{name}: ");
            let values = STYLE.split(&name).skip(1);
            let colours = values.filter_map(|rest| Rgb::parse(rest.split(';').next()?));
            colours.collect::<Vec<_>>()
        };
        // On screen, in dark mode and in print.
        let papers = [PAPER, NIGHT, PAPER];
        assert_eq!(declared("paper"), papers);
        for name in ["ink", "quiet"] {
            for (paper, colour) in papers.into_iter().zip(declared(name)) {
                assert!(contrast(paper, colour) >= GOOD, "{name}: {colour} on {paper}");
            }
        }
    }
}
