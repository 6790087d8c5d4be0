//! The accounts of turns for people: a table with a small bar for each town, and what it means.

use crate::document::drawing::Drawing;
use crate::document::model::{Block, Document, Inline, Table};
use crate::text::{Language, MemberWords};
use crate::view::account::{Account, Accounts, Charge};

pub mod course;

/// What is shown beside the figures.
#[derive(Clone, Debug)]
pub struct Details {
    /// Bars made of characters, for letters that are all of one width.
    pub bars: bool,
    /// The meetings that count, with files and lines.
    pub why: bool,
    /// How the accounts rose and fell, for formats that show it.
    pub drawing: Option<Drawing>,
}

/// The accounts as a document.
pub fn document(
    view: &Accounts,
    members: &MemberWords,
    language: Language,
    details: Details,
) -> Document {
    let words = Words::of(language);
    let bars = details.bars;
    let town = members.one(language, words.headings[0]);
    let heading = |level, text: &str| Block::Heading(level, vec![Inline::text(text)]);
    let mut blocks = vec![heading(1, words.title), Block::Table(table(view, words, town, bars))];
    blocks.extend(view.deviation.iter().map(|deviation| Block::paragraph(&deviation.words)));
    blocks.extend(view.notes.iter().map(Block::paragraph));
    if let Some(drawing) = details.drawing {
        blocks.push(heading(2, &drawing.title));
        blocks.extend(drawing.sheets().into_iter().map(Block::Drawing));
    }
    if details.why && !view.turns.is_empty() {
        blocks.push(heading(2, words.why));
        let items = view.turns.iter().map(|charge| vec![Block::paragraph(grounds(charge))]);
        blocks.push(Block::List(None, items.collect()));
    }
    Document::new(language, words.title, blocks)
}

/// The fixed words of the document.
struct Words {
    title: &'static str,
    headings: [&'static str; 6],
    bar: &'static str,
    why: &'static str,
}

impl Words {
    const fn of(language: Language) -> &'static Self {
        match language {
            Language::German => &Self {
                title: "Konten der Gastgeberschaften",
                headings: ["Stadt", "Konto", "Anteile", "Turnus", "zuletzt", "Luftlinie"],
                bar: "− │ +",
                why: "Gezählte Treffen",
            },
            Language::English => &Self {
                title: "Accounts of turns as host",
                headings: ["city", "account", "parts", "turns", "last turn", "beeline"],
                bar: "− │ +",
                why: "Meetings that count",
            },
        }
    }
}

fn table(view: &Accounts, words: &Words, town: &str, bars: bool) -> Table {
    let [_, account, parts, turns, last, travel] = words.headings;
    let mut headings = vec![(town, false), (account, true)];
    if bars {
        headings.push((words.bar, false));
    }
    headings.extend([(parts, true), (turns, true), (last, false), (travel, true)]);
    let size = |account: &Account| account.account_decimal.abs();
    let largest = view.accounts.iter().map(size).fold(0.0, f64::max);
    let row = |account: &Account| {
        let mut row = vec![account.name_words.clone(), account.account_words.clone()];
        if bars {
            row.push(bar(account.account_decimal, largest));
        }
        row.extend([
            account.earned_words.clone(),
            account.turns_words.clone(),
            account.last_turn_words.clone(),
            account.travel_words.clone(),
        ]);
        row
    };
    let rows = view.accounts.iter().map(row).collect();
    Table::of_words(&headings, rows).captioned(view.date_words.clone())
}

/// How many characters a bar has on either side.
const SIDE: usize = 4;

/// A bar that grows to the right of its middle for a plus, to the left for a minus. The largest
/// amount fills its side, and what is not nought has a mark.
fn bar(amount: f64, largest: f64) -> String {
    let share = if largest > 0.0 { amount.abs() / largest } else { 0.0 };
    let least = usize::from(amount != 0.0);
    // From 0 to 4: nothing is cut off, and nothing is negative.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss)]
    let length = ((share * SIDE as f64).round() as usize).clamp(least, SIDE);
    let (full, rest, none) = ("█".repeat(length), "·".repeat(SIDE - length), "·".repeat(SIDE));
    if amount < 0.0 { format!("{rest}{full}│{none}") } else { format!("{none}│{full}{rest}") }
}

fn grounds(charge: &Charge) -> String {
    if charge.places.is_empty() {
        return charge.words.clone();
    }
    let places = charge.places.iter().map(ToString::to_string);
    format!("{} ({})", charge.words, places.collect::<Vec<_>>().join(", "))
}

#[cfg(test)]
mod tests {
    use super::bar;

    #[test]
    fn bars_grow_from_the_middle() {
        for (amount, expected) in [
            (1.0, "····│████"),
            (0.5, "····│██··"),
            (0.01, "····│█···"),
            (0.0, "····│····"),
            (-0.01, "···█│····"),
            (-1.0, "████│····"),
        ] {
            assert_eq!(bar(amount, 1.0), expected);
        }
        assert_eq!(bar(0.0, 0.0), "····│····");
    }
}
