//! A grid as a table on a sheet that lies on its long side; its cells reach over several rows.

use super::body::{Body, RunLook};
use super::sheet::HOURS;
use super::style::Style;
use super::styles::{HAIRLINE, line};
use crate::document::agenda::AgendaRow;
use crate::document::grid::{Grid, GridCell};
use crate::text::Language;

/// A cell as Word counts them: one in every row for each column.
#[derive(Clone, Copy, Debug)]
enum CellPlace<'g> {
    Begins(&'g GridCell),
    GoesOn,
}

impl Body<'_> {
    /// A parallel block: what is said of it as a whole, and below it the strands side by side.
    pub(super) fn grid(&mut self, grid: &Grid) {
        match &grid.list.heading {
            Some(heading) => {
                self.below_table = false;
                self.line(Style::Heading(3), RunLook::default(), heading);
            }
            None => self.part_from_table(),
        }
        let keeps_next = RunLook { keeps_next: true, ..RunLook::default() };
        self.line(Style::Caption, keeps_next, &grid.caption);
        if let Some(block) = grid.block() {
            self.entry(&AgendaRow { headline: String::new(), ..block }, keeps_next);
        }
        let about = match self.house.language {
            Language::German => "Was zugleich geschieht, steht nebeneinander",
            Language::English => "What happens at the same time stands side by side",
        };
        let widths = widths(grid.columns.len(), self.house.width);
        self.begin_table(&widths, Some(&grid.caption), Some(about), true);
        self.xml.open("w:tr", &[]);
        self.row_properties(true);
        let columns = grid.columns.iter().map(String::as_str);
        for (heading, width) in std::iter::once(grid.hours).chain(columns).zip(&widths) {
            self.begin_grid_cell(*width, None, [false; 2]);
            self.line(Style::TableHeading, RunLook::default(), heading);
            self.xml.close("w:tc");
        }
        self.xml.close("w:tr");
        for row in 0..grid.rows.len() {
            self.grid_row(grid, row, &widths);
        }
        self.end_table();
    }

    fn grid_row(&mut self, grid: &Grid, row: usize, widths: &[usize]) {
        // If one sheet has room for all rows, they stay on one.
        let is_last = row + 1 == grid.rows.len();
        let look = RunLook { keeps_next: !is_last, ..RunLook::default() };
        self.xml.open("w:tr", &[]);
        self.row_properties(false);
        self.begin_grid_cell(widths[0], None, [false, is_last]);
        self.line(Style::GridTime, look, &grid.rows[row].time);
        self.xml.close("w:tc");
        for (place, width) in places(grid, row).iter().zip(&widths[1..]) {
            let merge = match place {
                CellPlace::Begins(cell) if cell.height == 1 => None,
                CellPlace::Begins(_) => Some("restart"),
                CellPlace::GoesOn => Some("continue"),
            };
            self.begin_grid_cell(*width, merge, [true, is_last]);
            match place {
                CellPlace::Begins(cell @ GridCell { entry: Some(entry), .. }) => {
                    if let Some(hours) = grid.untold_hours(row, cell) {
                        self.line(Style::GridTime, look, hours);
                    }
                    self.in_cell(entry, look);
                }
                // A cell without a paragraph is none.
                CellPlace::Begins(GridCell { entry: None, .. }) | CellPlace::GoesOn => {
                    self.line(Style::GridDetail, look, "");
                }
            }
            self.xml.close("w:tc");
        }
        self.xml.close("w:tr");
    }

    /// An entry and its parts, small.
    fn in_cell(&mut self, row: &AgendaRow, look: RunLook) {
        let title = if row.pause || row.level > 0 { Style::GridDetail } else { Style::GridEntry };
        if !row.headline.is_empty() {
            self.line(title, look, &row.headline);
        }
        for words in row.people.iter().chain(&row.details).chain(&row.description) {
            self.line(Style::GridDetail, look, words);
        }
        row.parts.iter().for_each(|part| self.in_cell(part, look));
    }

    fn row_properties(&mut self, is_heading: bool) {
        self.xml.element("w:trPr", &[], |xml| {
            xml.empty("w:cantSplit", &[]);
            if is_heading {
                xml.empty("w:tblHeader", &[]);
            }
        });
    }

    /// Begins a cell, which may be `merge`d with the one below or above it, with `lines` on its
    /// left and below it.
    fn begin_grid_cell(&mut self, width: usize, merge: Option<&str>, lines: [bool; 2]) {
        self.xml.open("w:tc", &[]);
        self.xml.element("w:tcPr", &[], |xml| {
            xml.empty("w:tcW", &[("w:w", &width.to_string()), ("w:type", "dxa")]);
            if let Some(merge) = merge {
                xml.value("w:vMerge", merge);
            }
            if lines.contains(&true) {
                xml.element("w:tcBorders", &[], |xml| {
                    let sides = ["w:left", "w:bottom"].into_iter().zip(lines);
                    for (side, _) in sides.filter(|(_, has_line)| *has_line) {
                        line(side, HAIRLINE, "0", xml);
                    }
                });
            }
            xml.element("w:tcMar", &[], |xml| {
                for side in ["w:left", "w:right"] {
                    xml.empty(side, &[("w:w", "70"), ("w:type", "dxa")]);
                }
            });
        });
    }
}

/// What stands in each column of a row.
fn places(grid: &Grid, row: usize) -> Vec<CellPlace<'_>> {
    let place = |column: usize| {
        let begins = grid.rows[row].cells.iter().find(|cell| cell.column == column);
        begins.map_or(CellPlace::GoesOn, CellPlace::Begins)
    };
    (0..grid.columns.len()).map(place).collect()
}

/// The widths of the hours and of `strands` equal columns; nothing is left over.
fn widths(strands: usize, whole: usize) -> Vec<usize> {
    let each = (whole - HOURS) / strands.max(1);
    let hours = whole - each * strands;
    std::iter::once(hours).chain(std::iter::repeat_n(each, strands)).collect()
}
