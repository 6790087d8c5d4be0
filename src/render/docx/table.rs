//! Tables: hairlines between rows, no boxes, and headings that every sheet repeats.

use super::CHARACTER;
use super::body::{Body, RunLook};
use super::style::Style;
use super::words::all_words;
use crate::document::markdown::is_blank;
use crate::document::model::Table;

impl Body<'_> {
    /// A table with a row of headings.
    pub(super) fn table(&mut self, table: &Table) {
        self.part_from_table();
        if let Some(words) = &table.caption {
            self.line(Style::Caption, RunLook::default(), words);
        }
        let widths = widths(&shares(&weights(table), self.house.width), &longest_words(table));
        self.begin_table(&widths, table.caption.as_deref(), None, false);
        let headings: Vec<&str> =
            table.columns.iter().map(|column| column.heading.as_str()).collect();
        let is_number = |index: usize| table.columns.get(index).is_some_and(|it| it.numeric);
        self.headings(&headings, &widths, is_number);
        let is_form = (0..table.columns.len()).any(|index| is_signature(table, index));
        for row in &table.rows {
            self.begin_row(is_form);
            for (index, (cell, width)) in row.iter().zip(&widths).enumerate() {
                self.begin_cell(*width, [false; 2]);
                let look = RunLook { is_number: is_number(index), ..RunLook::default() };
                self.paragraph(Style::TableText, look, cell);
                self.xml.close("w:tc");
            }
            self.xml.close("w:tr");
        }
        self.end_table();
    }

    /// Begins a table of columns with these widths; `is_grid` says whether the first one holds
    /// headings, too.
    pub(super) fn begin_table(
        &mut self,
        widths: &[usize],
        caption: Option<&str>,
        about: Option<&str>,
        is_grid: bool,
    ) {
        let whole = widths.iter().sum::<usize>().to_string();
        self.xml.open("w:tbl", &[]);
        self.xml.element("w:tblPr", &[], |xml| {
            xml.value("w:tblStyle", "Hairlines");
            xml.empty("w:tblW", &[("w:w", &whole), ("w:type", "dxa")]);
            xml.empty("w:tblLayout", &[("w:type", "fixed")]);
            let look = [
                ("w:val", if is_grid { "00A0" } else { "0020" }),
                ("w:firstRow", "1"),
                ("w:lastRow", "0"),
                ("w:firstColumn", if is_grid { "1" } else { "0" }),
                ("w:lastColumn", "0"),
                ("w:noHBand", "0"),
                ("w:noVBand", "0"),
            ];
            xml.empty("w:tblLook", &look);
            if let Some(caption) = caption {
                xml.value("w:tblCaption", caption);
            }
            if let Some(about) = about {
                xml.value("w:tblDescription", about);
            }
        });
        self.xml.element("w:tblGrid", &[], |xml| {
            for width in widths {
                xml.empty("w:gridCol", &[("w:w", &width.to_string())]);
            }
        });
    }

    /// The row of headings, which every sheet repeats.
    pub(super) fn headings(
        &mut self,
        headings: &[&str],
        widths: &[usize],
        is_number: impl Fn(usize) -> bool,
    ) {
        self.xml.open("w:tr", &[]);
        self.xml.element("w:trPr", &[], |xml| {
            xml.empty("w:cantSplit", &[]);
            xml.empty("w:tblHeader", &[]);
        });
        for (index, (heading, width)) in headings.iter().zip(widths).enumerate() {
            self.begin_cell(*width, [false; 2]);
            let look = RunLook { is_number: is_number(index), ..RunLook::default() };
            self.line(Style::TableHeading, look, heading);
            self.xml.close("w:tc");
        }
        self.xml.close("w:tr");
    }

    /// Begins a row that stays on one sheet; one of a form is high enough to be written in by hand.
    pub(super) fn begin_row(&mut self, is_form: bool) {
        self.xml.open("w:tr", &[]);
        self.xml.element("w:trPr", &[], |xml| {
            xml.empty("w:cantSplit", &[]);
            if is_form {
                xml.empty("w:trHeight", &[("w:val", FORM_ROW), ("w:hRule", "atLeast")]);
            }
        });
    }

    /// Begins a cell; `joins` says whether it belongs to the row above and to the one below, and
    /// goes without a line between.
    pub(super) fn begin_cell(&mut self, width: usize, joins: [bool; 2]) {
        self.xml.open("w:tc", &[]);
        self.xml.element("w:tcPr", &[], |xml| {
            xml.empty("w:tcW", &[("w:w", &width.to_string()), ("w:type", "dxa")]);
            if joins.contains(&true) {
                xml.element("w:tcBorders", &[], |xml| {
                    let sides = ["w:top", "w:bottom"].into_iter().zip(joins);
                    for (side, _) in sides.filter(|(_, joins)| *joins) {
                        xml.value(side, "nil");
                    }
                });
            }
        });
    }

    /// Ends a table.
    pub(super) fn end_table(&mut self) {
        self.xml.close("w:tbl");
        self.below_table = true;
    }
}

/// The margins of a cell on both sides, in twentieths of a point, and what letters differ.
const CELL_MARGINS: usize = 240;

/// The least height of a row that is filled in by hand, in twentieths of a point: 1 cm.
const FORM_ROW: &str = "567";

/// The weight of a column for signatures: some 6 cm beside a name and a town.
const SIGNATURE: usize = 40;

/// Whether a column is for words that are written by hand.
fn is_signature(table: &Table, index: usize) -> bool {
    let is_number = table.columns.get(index).is_some_and(|column| column.numeric);
    !is_number && is_blank(table, index)
}

/// How much each column of a table has to say: its longest cell, within bounds.
fn weights(table: &Table) -> Vec<usize> {
    let longest = |index: usize| {
        let cells = table.rows.iter().filter_map(|row| row.get(index));
        cells.map(|cell| all_words(cell).chars().count()).max().unwrap_or_default()
    };
    let columns = table.columns.iter().enumerate();
    columns
        .map(|(index, column)| {
            if is_signature(table, index) {
                SIGNATURE
            } else {
                longest(index).max(column.heading.chars().count()).clamp(4, 40) + 2
            }
        })
        .collect()
}

/// What a column must hold, lest Word break a word in its midst: its longest one, with the margins of a cell.
/// Lines may break after hyphens, too; after a dash between numbers not every program does.
fn longest_words(table: &Table) -> Vec<usize> {
    let longest = |words: &str| {
        let parts = words.split(|c: char| c.is_whitespace() && c != '\u{a0}');
        let parts = parts.flat_map(|part| part.split_inclusive('-'));
        parts.map(|part| part.chars().count()).max().unwrap_or_default()
    };
    let columns = table.columns.iter().enumerate();
    columns
        .map(|(index, column)| {
            let cells = table.rows.iter().filter_map(|row| row.get(index));
            let cells = cells.map(|cell| longest(&all_words(cell))).max().unwrap_or_default();
            cells.max(longest(&column.heading)) * CHARACTER + CELL_MARGINS
        })
        .collect()
}

/// The `shares` with at least as much for each as it must hold: those that have more give it, by how much more
/// they have. Where all together have too little, words break anyway.
fn widths(shares: &[usize], least: &[usize]) -> Vec<usize> {
    let both = || shares.iter().zip(least);
    let lacking: usize = both().map(|(share, least)| least.saturating_sub(*share)).sum();
    let spare: usize = both().map(|(share, least)| share.saturating_sub(*least)).sum();
    if lacking == 0 {
        return shares.to_vec();
    }
    let whole = shares.iter().sum::<usize>();
    if spare < lacking {
        return self::shares(least, whole);
    }
    let width = |(share, least): (&usize, &usize)| match share.checked_sub(*least) {
        Some(more) => share - more * lacking / spare,
        None => *least,
    };
    let mut widths: Vec<usize> = both().map(width).collect();
    let over = widths.iter().sum::<usize>() - whole;
    // What rounding gave too much is some twentieths of a point.
    let widest = (0..widths.len()).max_by_key(|at| widths[*at].saturating_sub(least[*at]));
    if let Some(widest) = widest {
        widths[widest] -= over;
    }
    widths
}

/// Divides `whole` in proportion to `weights`; nothing is left over.
fn shares(weights: &[usize], whole: usize) -> Vec<usize> {
    let sum = weights.iter().sum::<usize>().max(1);
    let mut shares: Vec<usize> = weights.iter().map(|weight| weight * whole / sum).collect();
    let rest = whole.saturating_sub(shares.iter().sum());
    if let Some(last) = shares.last_mut() {
        *last += rest;
    }
    shares
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{shares, widths};

    #[test]
    fn whoever_has_more_gives_it() {
        assert_eq!(widths(&[500, 500], &[400, 300]), [500, 500]);
        assert_eq!(widths(&[200, 800], &[400, 300]), [400, 600]);
        assert_eq!(widths(&[100, 300, 600], &[200, 200, 200]), [200, 280, 520]);
        // There is too little for all.
        assert_eq!(widths(&[100, 100], &[300, 100]), [150, 50]);
    }

    proptest! {
        #[test]
        fn each_has_what_it_must_hold_where_there_is_enough(
            columns in prop::collection::vec((1_usize..50, 100_usize..3000), 1..9),
            whole in 5000_usize..15000,
        ) {
            let (weights, least): (Vec<_>, Vec<_>) = columns.into_iter().unzip();
            let found = widths(&shares(&weights, whole), &least);
            prop_assert_eq!(found.iter().sum::<usize>(), whole);
            if least.iter().sum::<usize>() + least.len() <= whole {
                for (found, least) in found.iter().zip(&least) {
                    prop_assert!(found >= least, "{} of {}", found, least);
                }
            }
        }
    }
}
