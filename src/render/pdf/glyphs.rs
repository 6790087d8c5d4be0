//! Characters that no font has: named before anything is set, for a box in print says nothing.

use std::collections::BTreeSet;

use super::fonts::Fonts;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::print::GlyphMissing;
use crate::source::{Origin, Sources};

/// How many characters around the one that is missing say where it stands.
const AROUND: usize = 12;

/// A finding for each of the `characters` of `words` that `fonts` lack, at its first place.
pub(super) fn missing(
    words: &[String],
    characters: &BTreeSet<char>,
    fonts: &Fonts,
    sources: &Sources,
) -> Vec<Diagnostic> {
    // A byte order mark is left out.
    let is_missing = |character: &char| {
        *character != '\u{feff}' && (!fonts.cover(*character) || is_forbidden(*character))
    };
    let mut missing: BTreeSet<char> = characters.iter().copied().filter(is_missing).collect();
    let mut findings = Vec::new();
    for words in words {
        if missing.is_empty() {
            break;
        }
        for (at, character) in words.char_indices() {
            if !missing.remove(&character) {
                continue;
            }
            let problem = GlyphMissing { character, within: excerpt(words, at) };
            findings.push(match place(words, at, character, sources) {
                Some(origin) => Diagnostic::at(origin, problem),
                None => Diagnostic::new(problem),
            });
        }
    }
    findings
}

/// Whether files to be kept (PDF/A) may not hold it, whatever a font shows: characters for private
/// use mean nothing to anybody else (ISO 19005-2, 6.2.11.7.3), and U+FFFE is no character.
fn is_forbidden(character: char) -> bool {
    matches!(character, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}' | '\u{fffe}')
}

/// The words around a place.
fn excerpt(words: &str, at: usize) -> String {
    let before = words[..at].chars().rev().take(AROUND).count();
    let skipped = words[..at].chars().count() - before;
    let start = if skipped > 0 { "…" } else { "" };
    let mut shown: String = words.chars().skip(skipped).take(before + 1 + AROUND).collect();
    if words.chars().count() > skipped + before + 1 + AROUND {
        shown.push('…');
    }
    format!("{start}{shown}")
}

/// Where the character was written: in a file that has the words before it on the same line, else
/// in the first that has the character at all; none if it was written as an escape.
fn place(words: &str, at: usize, character: char, sources: &Sources) -> Option<Origin> {
    let before: String = words[..at].chars().rev().take(AROUND).collect();
    let before: String = before.chars().rev().collect();
    let exact = format!("{before}{character}");
    let find = |sought: &str| {
        sources.iter().find_map(|(id, file)| {
            let end = file.text.find(sought)? + sought.len();
            Some(Origin::new(id, end - character.len_utf8()..end))
        })
    };
    find(&exact).or_else(|| find(character.encode_utf8(&mut [0; 4])))
}
