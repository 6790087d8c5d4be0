//! What could stand in the place of what falls away.

use super::model::{Block, Document, Table};
use super::topics::proposed;
use crate::text::{Language, list};
use crate::view::speaker::{Gap, Instead, Speaker};

/// What somebody has said, and where nobody is left the items that may move up.
pub fn speaker(speaker: &Speaker, language: Language) -> Document {
    let Speaker { title, person, consent, others, gap, instead, topics, meeting: _, item: _ } =
        speaker;
    let mut blocks = vec![Block::heading(1, title.clone())];
    blocks.push(Block::paragraph(format!("{person} {}.", consent.name(language))));
    if !others.is_empty() {
        let others = list::and(others, language);
        let label = match gap {
            Some(Gap::Whole) => {
                language.pick("Beteiligt nur an Teilen davon", "Taking part in parts of it only")
            }
            Some(Gap::All | Gap::Part) | None => {
                language.pick("Außerdem beteiligt", "Also taking part")
            }
        };
        blocks.push(Block::paragraph(format!("{label}: {others}.")));
    }
    if let Some(gap) = gap {
        blocks.push(Block::paragraph(nobody(*gap, instead.is_empty(), language)));
    }
    if !instead.is_empty() {
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
    if !topics.is_empty() {
        blocks.push(Block::paragraph(
            language.pick("Themen, auf die jemand wartet:", "Topics that somebody waits for:"),
        ));
        blocks.push(proposed(topics, language));
    }
    Document::new(language, title, blocks)
}

/// That nobody is left, and whether anything may move up.
fn nobody(gap: Gap, is_none: bool, language: Language) -> String {
    let what = match gap {
        Gap::All => language.pick("dafür", "for it"),
        Gap::Whole => language.pick("für das Ganze", "for it as a whole"),
        Gap::Part => language.pick("für diesen Teil", "for this part"),
    };
    let nobody = match language {
        Language::German => format!("Niemand ist mehr {what} vorgesehen"),
        Language::English => format!("Nobody is left {what}"),
    };
    let more = match (gap, is_none) {
        (Gap::Part, _) => ".",
        (Gap::All | Gap::Whole, true) => language.pick(
            ", und kein späterer Punkt des Tages passt an diese Stelle.",
            ", and no later item of the day fits into its place.",
        ),
        (Gap::All | Gap::Whole, false) => language.pick(
            ". An diese Stelle kann vorrücken, ohne dass sonst etwas sich verschiebt:",
            ". These may move up into its place while all else stays where it is:",
        ),
    };
    format!("{nobody}{more}")
}
