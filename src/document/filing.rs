//! The contents of the file of a meeting, and its papers that are lists.

use super::model::{Block, Document, Fact, Inline, Table};
use super::outbox;
use crate::text::Language;
use crate::view::filing::Contents;
use crate::view::outbox::Outbox;

/// The sheet of contents.
pub fn contents(view: &Contents) -> Document {
    let language = view.language;
    let pick = |german, english| language.pick(german, english);
    let title = format!("{}: {}", pick("Akte", "File"), view.title);
    let facts = view.facts.iter().map(|(label, value)| Fact::new(label, value));
    let headings = [
        (pick("Nr.", "No."), true),
        (pick("Papier", "paper"), false),
        (pick("Fassung oder Stand", "version or day"), false),
        (pick("für", "for"), false),
        (pick("Datei", "file"), false),
    ];
    let rows = view.filed.iter().map(|one| {
        let number = one.number.to_string();
        vec![number, one.paper.clone(), one.state.clone(), one.readers.clone(), one.file.clone()]
    });
    let mut blocks = vec![
        Block::heading(1, title.as_str()),
        Block::Facts(facts.collect()),
        Block::heading(2, pick("Inhalt", "Contents")),
        Block::Table(Table::of_words(&headings, rows.collect())),
    ];
    if let Some((version, changes)) = &view.since {
        let (head, since) =
            (pick("Überholt", "Out of date"), pick("seitdem ist anders", "changed since"));
        blocks.push(Block::heading(2, format!("{head}: {version}; {since}")));
        blocks.push(list(changes));
    }
    for (run, changes) in &view.stale {
        let head = pick("Überholte Mails", "Mails that are out of date");
        blocks.push(Block::heading(2, format!("{head}: {run}")));
        blocks.push(list(changes));
    }
    if !view.earlier.is_empty() {
        blocks.push(Block::heading(2, pick("Früher abgelegt", "Filed before")));
        blocks.push(Block::paragraph(pick(
            "Diese Papiere liegen hier, wie sie früher abgelegt wurden; neu abgelegt würden sie heute nicht:",
            "These papers lie here as they were filed before; today they would not be filed anew:",
        )));
        blocks.push(list(&view.earlier));
    }
    blocks.push(Block::heading(2, pick("Nicht in der Akte", "Not in the file")));
    let headings = [(pick("Papier", "paper"), false), (pick("warum", "why"), false)];
    let rows = view.missing.iter().map(|(paper, why)| vec![paper.clone(), why.clone()]);
    blocks.push(Block::Table(Table::of_words(&headings, rows.collect())));
    blocks.push(Block::paragraph(pick(
        "Diese Akte kann Namen enthalten. Was `erfa privacy purge` im Arbeitsordner löscht, bleibt hier, bis \
         jemand es auch hier löscht.",
        "This file may hold names. What `erfa privacy purge` deletes in the workspace stays here until \
         somebody deletes it here as well.",
    )));
    Document::new(language, title, blocks)
}

/// The mails about a meeting, run by run, with what became of each.
pub fn mails(view: &Outbox, title: &str, language: Language) -> Document {
    let runs = view.runs.iter().map(|run| outbox::run(run, language));
    let purged = view.purged.iter().map(|run| outbox::purged(run, language));
    let start = Document::new(language, title, vec![Block::heading(1, title)]);
    let below = |document: Document| Document {
        blocks: document.blocks.into_iter().map(lowered).collect(),
        ..document
    };
    runs.chain(purged).map(below).fold(start, Document::followed_by)
}

/// `document` below a heading of its own that says `title`.
pub fn titled(document: Document, title: &str) -> Document {
    let rest = document.blocks.into_iter();
    let rest = rest.skip_while(|block| matches!(block, Block::Heading(1, _)));
    let blocks = [Block::heading(1, title)].into_iter().chain(rest).collect();
    Document { title: title.to_owned(), blocks, ..document }
}

/// A heading of the next lower level.
fn lowered(block: Block) -> Block {
    match block {
        Block::Heading(level, words) => Block::Heading(level.saturating_add(1).min(6), words),
        other => other,
    }
}

fn list(lines: &[String]) -> Block {
    let item = |line: &String| vec![Block::Paragraph(vec![Inline::text(line)])];
    Block::List(None, lines.iter().map(item).collect())
}
