//! A grid as values of typst's.

use typst::foundations::{Array, Dict, IntoValue as _, Str, Value};

use super::breaks::{narrow, tidy};
use super::entry::entry;
use crate::document::agenda::AgendaRow;
use crate::document::grid::{Grid, GridCell};
use crate::view::words::{Marks, Worded};

/// A grid with words that fit into narrow cells.
pub(super) fn grid(grid: &Grid) -> Dict {
    dict! {
        "caption": tidy(&grid.caption),
        "hours": grid.hours,
        "columns": grid.columns.iter().map(|name| narrow(name).into_value()).collect::<Array>(),
        "rows": (0..grid.rows.len()).map(|row| line(grid, row).into_value()).collect::<Array>(),
    }
}

fn line(grid: &Grid, row: usize) -> Dict {
    let line = &grid.rows[row];
    let cell = |one| cell(one, grid.untold_hours(row, one));
    dict! {
        "time": line.time.as_str(),
        "cells": line.cells.iter().map(|one| cell(one).into_value()).collect::<Array>(),
    }
}

fn cell(cell: &GridCell, hours: Option<&Worded<Marks>>) -> Dict {
    let narrowed = |row| AgendaRow { time: hours.cloned(), ..narrowed(row) };
    let entry = cell.entry.as_ref().map(|row| entry(&narrowed(row)));
    dict! {
        "column": i64::try_from(cell.column).unwrap_or(i64::MAX),
        "height": i64::try_from(cell.height).unwrap_or(i64::MAX),
        "entry": entry.map_or(Value::None, Dict::into_value),
    }
}

fn narrowed(row: &AgendaRow) -> AgendaRow {
    let all = |texts: &[String]| texts.iter().map(|text| narrow(text)).collect();
    AgendaRow {
        headline: narrow(&row.headline),
        people: all(&row.people),
        details: row.details.as_deref().map(narrow),
        parts: row.parts.iter().map(narrowed).collect(),
        description: all(&row.description),
        children: row.children.iter().map(narrowed).collect(),
        ..row.clone()
    }
}
