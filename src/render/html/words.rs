//! Words with the tags around them.

use std::fmt::Write as _;

use crate::document::model::Inline;

/// `name` may have attributes.
pub(super) fn element(name: &str, content: &str, page: &mut String) {
    let tag = name.split(' ').next().unwrap_or(name);
    let _ = writeln!(page, "<{name}>{content}</{tag}>");
}

/// An element of words that runs in their direction.
pub(super) fn spoken(name: &str, runs: &[Inline], page: &mut String) {
    let words = inline(runs);
    element(&format!("{name}{}", direction(&words)), &words, page);
}

/// A paragraph of plain words.
pub(super) fn paragraph(class: &str, words: &str, page: &mut String) {
    element(&format!("p class=\"{class}\"{}", direction(words)), &escape(words), page);
}

/// The attribute that words need among which some run from right to left: the first letter then
/// decides, and what stands around them is left alone.
pub(super) fn direction(words: &str) -> &'static str {
    let turns = |character| {
        matches!(character, '\u{590}'..='\u{8ff}' | '\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2066}'..='\u{2069}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}'
            | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
    };
    if words.contains(turns) { " dir=\"auto\"" } else { "" }
}

pub(super) fn inline(runs: &[Inline]) -> String {
    let mut text = String::new();
    for run in runs {
        let _ = match run {
            Inline::Text(words) => write!(text, "{}", escape(words)),
            Inline::Strong(inner) => write!(text, "<strong>{}</strong>", inline(inner)),
            Inline::Emphasis(inner) => write!(text, "<em>{}</em>", inline(inner)),
            Inline::Link(target, inner) => write!(text, "{}", link(target, &inline(inner))),
            Inline::Inside(name, inner) => {
                write!(text, "<a href=\"#{}\">{}</a>", escape(name), inline(inner))
            }
            Inline::Beside(path, inner) => {
                write!(text, "<a href=\"{}\">{}</a>", escape(path), inline(inner))
            }
            Inline::Anchor(name, inner) => {
                write!(text, "<span id=\"{}\">{}</span>", escape(name), inline(inner))
            }
            Inline::Code(words) => write!(text, "<code>{}</code>", escape(words)),
            Inline::Break => writeln!(text, "<br>"),
        };
    }
    text
}

/// A link, if it leads to a page, a mailbox or a telephone; else the words with where it leads.
pub(super) fn link(target: &str, words: &str) -> String {
    let scheme = target.split_once(':').map(|(scheme, _)| scheme.to_ascii_lowercase());
    match scheme.as_deref() {
        Some("https" | "http" | "mailto" | "tel") => {
            format!("<a href=\"{}\">{words}</a>", escape(target))
        }
        _ => format!("{words} ({})", escape(target)),
    }
}

/// Words as they stand between tags and in attributes.
pub(super) fn escape(words: &str) -> String {
    let mut escaped = String::with_capacity(words.len() + 8);
    for character in words.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            _ => escaped.push(character),
        }
    }
    escaped
}
