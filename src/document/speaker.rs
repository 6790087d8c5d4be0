//! What could stand in the place of what falls away.

use super::model::{Block, Document, Table};
use crate::text::{Language, list};
use crate::view::speaker::{Instead, Speaker};

/// What somebody has said, and where nobody is left the items that may move up.
pub fn speaker(speaker: &Speaker, language: Language) -> Document {
    let Speaker { title, person, consent, others, instead, is_empty, meeting: _, item: _ } =
        speaker;
    let mut blocks = vec![Block::heading(1, title.clone())];
    blocks.push(Block::paragraph(format!("{person} {}.", consent.name(language))));
    if !others.is_empty() {
        let others = list::and(others, language);
        blocks.push(Block::paragraph(match language {
            Language::German => format!("Außerdem beteiligt: {others}."),
            Language::English => format!("Also taking part: {others}."),
        }));
    }
    if *is_empty && instead.is_empty() {
        blocks.push(Block::paragraph(language.pick(
            "Niemand ist mehr dafür vorgesehen, und kein späterer Punkt des Tages passt an diese Stelle.",
            "Nobody is left for it, and no later item of the day fits into its place.",
        )));
    }
    if !instead.is_empty() {
        blocks.push(Block::paragraph(language.pick(
            "Niemand ist mehr dafür vorgesehen. An diese Stelle kann vorrücken, ohne dass sonst etwas sich verschiebt:",
            "Nobody is left for it. These may move up into its place while all else stays where it is:",
        )));
        let headings = [
            (language.pick("Programmpunkt", "item"), false),
            (language.pick("jetzt", "now"), false),
            (language.pick("dann", "then"), false),
            (language.pick("Bescheid bekommt", "to be told"), false),
        ];
        let row = |one: &Instead| {
            let tell = list::and(&one.tell, language);
            vec![one.title.clone(), one.before.clone(), one.after.clone(), tell]
        };
        blocks.push(Block::Table(Table::of_words(&headings, instead.iter().map(row).collect())));
    }
    Document::new(language, title, blocks)
}
