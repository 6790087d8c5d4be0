//! The changes that the journal keeps as a table.

use super::model::{Block, Document, Inline, Table};
use crate::text::Language;
use crate::view::journal::{ChangedFile, JournalEntry, JournalKind};

/// The most files of a change that are named.
const MOST: usize = 4;

/// The changes, the newest first; whether any `are_kept` is up to the network.
pub fn changes(changes: &[JournalEntry], are_kept: bool, language: Language) -> Document {
    let headings = [
        (language.pick("Nr.", "No."), true),
        (language.pick("wann", "when"), false),
        (language.pick("Befehl", "command"), false),
        (language.pick("Dateien", "files"), false),
        (language.pick("zurücknehmen", "undo"), false),
    ];
    let row = |change: &JournalEntry| {
        let undo = match (change.taken_back, change.undoable) {
            (true, _) => language.pick("ist zurückgenommen", "is taken back"),
            (false, true) => language.pick("möglich", "possible"),
            (false, false) => language.pick("nicht möglich", "not possible"),
        };
        let (at, command) = (moment(&change.at, language), change.command.clone());
        vec![
            change.number.to_string(),
            at,
            command,
            files(&change.files, language),
            undo.to_owned(),
        ]
    };
    let rows: Vec<_> = changes.iter().rev().map(row).collect();
    let block = if rows.is_empty() {
        let none = if are_kept {
            language.pick("Noch keine Änderung.", "No change yet.")
        } else {
            language.pick(
                "Es wird nichts aufgehoben; so steht es unter `[journal]` in `network.toml`.",
                "Nothing is kept; `[journal]` in `network.toml` says so.",
            )
        };
        Block::Paragraph(vec![Inline::text(none)])
    } else {
        Block::Table(Table::of_words(&headings, rows))
    };
    let title = language.pick("Änderungen", "Changes");
    Document::new(language, title.to_owned(), vec![block])
}

/// When a change was made, as people write it; as it stands, if it is no moment.
pub fn moment(at: &str, language: Language) -> String {
    let moment = chrono::DateTime::parse_from_rfc3339(at);
    moment.map_or_else(
        |_| at.to_owned(),
        |moment| {
            let day = crate::text::DateStyle::of(language).numeric(moment.date_naive());
            format!("{day} {}", moment.format("%H:%M"))
        },
    )
}

fn files(files: &[ChangedFile], language: Language) -> String {
    let mut words: Vec<String> =
        files.iter().take(MOST).map(|file| named(file, language)).collect();
    if files.len() > MOST {
        let rest = files.len() - MOST;
        words.push(match language {
            Language::German => format!("und {rest} weitere"),
            Language::English => format!("and {rest} more"),
        });
    }
    words.join(", ")
}

fn named(file: &ChangedFile, language: Language) -> String {
    let path = &file.path;
    match file.change {
        JournalKind::Changed => path.clone(),
        JournalKind::Made => format!("{path} ({})", language.pick("neu", "new")),
        JournalKind::Removed => format!("{path} ({})", language.pick("gelöscht", "removed")),
    }
}
