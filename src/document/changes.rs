//! What has changed in a meeting since a version was given out.

use super::model::{Block, Document, Frame, Inline};
use crate::text::{Language, Vocabulary as _};
use crate::view::changes::{ChangeKind, Changes, ItemChange};

/// The changes under a heading for each kind of them.
pub fn document(changes: &Changes, language: Language) -> Document {
    let Changes { meeting, since, since_day, whole, items, .. } = changes;
    let number = since.number;
    let title = match language {
        Language::German => {
            format!("{}: Änderungen seit Fassung {number} vom {since_day}", meeting.full_title)
        }
        Language::English => {
            format!("{}: changes since version {number} of {since_day}", meeting.full_title)
        }
    };
    let list = |lines: Vec<&String>| {
        let entry = |line: &String| vec![Block::Paragraph(vec![Inline::text(line)])];
        Block::List(None, lines.into_iter().map(entry).collect())
    };
    let mut blocks = vec![Block::Heading(1, vec![Inline::text(&title)])];
    let when = [meeting.when.clone(), meeting.place.as_ref().map(|place| place.line.clone())];
    let when = when.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    if !when.is_empty() {
        blocks.push(Block::Paragraph(vec![Inline::text(when)]));
    }
    let mut section = |heading: &str, lines: Vec<&String>| {
        if !lines.is_empty() {
            blocks.push(Block::Heading(2, vec![Inline::text(heading)]));
            blocks.push(list(lines));
        }
    };
    section(language.pick("Das Treffen", "The meeting"), whole.iter().collect());
    for kind in ChangeKind::all() {
        let of_kind = items.iter().filter(|change| change.kind == kind);
        section(kind.name(language), of_kind.map(|ItemChange { words, .. }| words).collect());
    }
    if whole.is_empty() && items.is_empty() {
        let nothing = language.pick("Seitdem ist nichts geändert.", "Nothing has changed since.");
        blocks.push(Block::Paragraph(vec![Inline::text(nothing)]));
    }
    let document = Document::new(language, title, blocks);
    let frame = Frame {
        as_of: meeting.as_of_line.clone(),
        contact: meeting.contact.clone(),
        ..Frame::default()
    };
    Document { frame, ..document }
}
