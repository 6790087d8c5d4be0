//! The plan of the coming turns for people.

use crate::document::model::{Block, Document, Inline, Table};
use crate::text::Language;
use crate::view::next_host::Ground;
use crate::view::plan::plain::PlainPlan;
use crate::view::plan::{Effect, Plan, Turn};

/// The plan as a table; with `why` also what each turn rests on, with files and lines.
pub fn document(plan: &Plan, language: Language, why: bool) -> Document {
    let mut blocks = vec![Block::Table(table(&plan.turns, language))];
    if why {
        for turn in &plan.turns {
            blocks.push(Block::Paragraph(vec![
                Inline::text(format!(
                    "{} {} ({}): ",
                    language.pick("Turnus", "Turn"),
                    turn.number,
                    turn.date_words
                )),
                Inline::Strong(vec![Inline::text(&turn.host.name)]),
            ]));
            blocks.push(list(turn.grounds.iter().map(ground)));
        }
    }
    if why && !plan.effects.is_empty() {
        blocks.push(Block::paragraph(
            language.pick("Was Wünsche und Festlegungen kosten:", "What wishes and pins cost:"),
        ));
        blocks.push(list(plan.effects.iter().map(|Effect { words, .. }| words.clone())));
    }
    if why {
        blocks.push(Block::paragraph(&plan.deviation.words));
    }
    blocks.extend(plan.remark.as_deref().map(Block::paragraph));
    Document::new(language, language.pick("Plan", "Plan"), blocks)
}

fn table(turns: &[Turn], language: Language) -> Table {
    let with_meetings = turns.iter().any(|turn| turn.meeting.is_some());
    let mut headings =
        vec![(language.pick("Nr.", "no."), true), (language.pick("Tag", "day"), false)];
    if with_meetings {
        headings.push((language.pick("Treffen", "meeting"), false));
    }
    headings.push((language.pick("Gastgeberstadt", "host"), false));
    headings.push((language.pick("Anspruch", "owed"), true));
    headings.push((language.pick("Bemerkung", "remark"), false));
    let row = |turn: &Turn| {
        let mut row = vec![turn.number.to_string(), turn.date_words.clone()];
        if with_meetings {
            row.push(turn.meeting.clone().unwrap_or_default());
        }
        row.extend([turn.host.name.clone(), turn.claim_words.clone(), turn.remark.clone()]);
        row
    };
    Table::of_words(&headings, turns.iter().map(row).collect())
}

/// The plan for a problem file as a table, and what it comes to.
pub fn plain(plan: &PlainPlan, language: Language) -> Document {
    let headings = [
        (language.pick("Turnus", "slot"), false),
        (language.pick("Tag", "day"), false),
        (language.pick("Gastgeberin", "host"), false),
        (language.pick("Konto danach", "account after"), true),
        (language.pick("genau", "exactly"), true),
    ];
    let rows = plan.rows.iter().map(|row| {
        let words = [&row.slot, &row.date, &row.host, &row.account_words, &row.account];
        words.map(Clone::clone).to_vec()
    });
    let objective = &plan.objective;
    let levels = [
        (language.pick("Ausgleich", "fairness"), &objective.fairness),
        (language.pick("Wünsche", "wishes"), &objective.wishes),
        (language.pick("Warten", "waiting"), &objective.waiting),
        (language.pick("Wege", "travel"), &objective.travel),
        (language.pick("Reihenfolge", "order"), &objective.order),
    ];
    let levels = levels.map(|(name, value)| format!("{name} {value}")).join(", ");
    let blocks = vec![
        Block::Table(Table::of_words(&headings, rows.collect())),
        Block::paragraph(format!("{}: {levels}.", language.pick("Ergebnis", "Objective"))),
    ];
    Document::new(language, language.pick("Plan", "Plan"), blocks)
}

fn ground(ground: &Ground) -> String {
    let places = ground.places.iter().map(|place| format!("{}:{}", place.file, place.line));
    let places = places.collect::<Vec<_>>().join(", ");
    if places.is_empty() { ground.words.clone() } else { format!("{} ({places})", ground.words) }
}

fn list(items: impl Iterator<Item = String>) -> Block {
    Block::List(None, items.map(|words| vec![Block::paragraph(&words)]).collect())
}
