//! Drawings told by tables, for formats that draw nothing and for people who do not see them.

use super::drawing::{DayCell, Drawing, Figure, Key, Lanes, Month};
use super::model::{Block, Fact, Table};

/// What the drawing shows, as tables and words.
pub fn told(drawing: &Drawing) -> Vec<Block> {
    match &drawing.figure {
        Figure::Months(months, key) => {
            months.iter().map(|it| Block::Table(month(it))).chain([facts(key)]).collect()
        }
        Figure::Lanes(it) => vec![Block::Table(lanes(it))],
        // The list beside it tells more than it shows.
        Figure::Map(_) => Vec::new(),
    }
}

/// A month as a table: a row for each week.
pub fn month(month: &Month) -> Table {
    let headings: Vec<_> = month.weekdays.iter().map(|day| (day.as_str(), false)).collect();
    let cell = |cell: &Option<DayCell>| cell.as_ref().map(DayCell::words).unwrap_or_default();
    let rows = month.weeks.iter().map(|week| week.iter().map(cell).collect());
    Table::of_words(&headings, rows.collect()).captioned(month.title.as_str())
}

/// What signs mean.
pub fn facts(key: &[Key]) -> Block {
    Block::Facts(key.iter().map(|key| Fact::new(&*key.sign, &*key.words)).collect())
}

/// Lanes as a table: a row for each.
pub fn lanes(lanes: &Lanes) -> Table {
    let [label, value, words] = &lanes.headings;
    let rows = lanes.lanes.iter().map(|it| [&it.label, &it.value, &it.words].map(Clone::clone));
    let headings = [(label.as_str(), false), (value, true), (words, false)];
    Table::of_words(&headings, rows.map(Vec::from).collect())
}
