//! A parallel block as a table: strands side by side, the hours from top to bottom.

use crate::document::agenda::{AgendaRow, rows};
use crate::text::vocabulary;
use crate::view::programme::Day;
use crate::view::words::{Marks, Worded};

mod lay_out;

pub use lay_out::laid_out;

vocabulary! {
    /// How the strands of a parallel block are laid out.
    #[derive(Default)]
    pub enum StrandLayout {
        /// As a grid where there are many strands and entries, else as a list.
        #[default]
        Auto = "auto",
        /// One strand after the other.
        List = "list",
        /// Side by side, wherever every entry has a beginning and an end.
        Grid = "grid",
    }
}

/// A parallel block as a table.
#[derive(Clone, Debug, PartialEq)]
pub struct Grid {
    /// What it shows: time and title of the block.
    pub caption: String,
    /// The head of the first column, which tells the hours.
    pub hours: &'static str,
    /// The strands.
    pub columns: Vec<String>,
    /// The hours at which something begins.
    pub rows: Vec<GridRow>,
    /// The same as a list, for formats without wide tables.
    pub list: Day,
}

impl Grid {
    /// The block itself, without what happens in it.
    pub fn block(&self) -> Option<AgendaRow> {
        let block = rows(&self.list).into_iter().next();
        block.map(|block| AgendaRow { children: Vec::new(), ..block })
    }

    /// The hours of what stands in a cell of a row, unless the table tells them: it ends when the
    /// row below its cell begins, or with the block.
    pub fn untold_hours<'c>(&self, row: usize, cell: &'c GridCell) -> Option<&'c Worded<Marks>> {
        let entry = cell.entry.as_ref()?;
        let below = self.rows.get(row + cell.height);
        let until = match below {
            Some(line) => Some(line.time.clone()),
            None => self.block()?.end,
        };
        entry.time.as_ref().filter(|_| until != entry.end)
    }
}

/// A row of a grid.
#[derive(Clone, Debug, PartialEq)]
pub struct GridRow {
    /// When it begins ("09:30").
    pub time: String,
    /// The cells that begin in this row, from the left to the right; one that reaches further down
    /// takes the place of those below it.
    pub cells: Vec<GridCell>,
}

/// A cell of a grid.
#[derive(Clone, Debug, PartialEq)]
pub struct GridCell {
    /// The strand it stands in, from 0.
    pub column: usize,
    /// How many rows it takes, at least 1.
    pub height: usize,
    /// What happens; nothing in a free cell.
    pub entry: Option<AgendaRow>,
}

#[cfg(test)]
mod tests;
