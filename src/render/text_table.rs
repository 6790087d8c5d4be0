//! Tables of plain text and the terminal: columns aligned, no boxes, words never broken.

use comfy_table::{
    Attribute, CellAlignment, Color, ContentArrangement, LineStyle, Table, TableStyle,
};
use textwrap::core::display_width;

use crate::text::{plain, wrap};

/// How much a cell catches the eye. Without colour all are equal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tone {
    /// Like running text.
    Plain,
    /// Titles.
    Strong,
    /// Set back.
    Faint,
    /// The accent colour.
    Accent,
}

/// A cell of words; `\n` is a line end.
#[derive(Clone, Debug)]
pub(super) struct TextCell {
    pub(super) words: String,
    /// How far its lines stand in.
    pub(super) indent: usize,
    pub(super) tone: Tone,
}

impl TextCell {
    pub(super) fn new(words: &str, tone: Tone) -> Self {
        Self { words: words.to_owned(), indent: 0, tone }
    }

    fn width(&self) -> usize {
        let widest = self.words.split('\n').map(display_width).max().unwrap_or_default();
        self.indent + widest
    }

    /// The width below which a word would stick out.
    fn least_width(&self) -> usize {
        let words = self.words.split([' ', '\n']);
        self.indent + words.map(display_width).max().unwrap_or_default()
    }

    fn lines(&self, width: usize) -> String {
        let indent = " ".repeat(self.indent);
        let lines = wrap(&self.words, width.saturating_sub(self.indent));
        let lines: Vec<String> =
            lines.iter().map(|line| format!("{indent}{}", plain(line))).collect();
        lines.join("\n")
    }
}

/// A table.
#[derive(Clone, Debug)]
pub(super) struct TextTable {
    /// The headings; none if there are none.
    pub(super) headings: Vec<String>,
    /// The rows, all of the same length.
    pub(super) rows: Vec<Vec<TextCell>>,
    /// Which columns are flush right.
    pub(super) numeric: Vec<bool>,
    /// Whether the first column holds labels or times, and the width it has at least then.
    pub(super) labels: Option<usize>,
    /// Whether colour may be used.
    pub(super) colour: bool,
    /// Whether lines that are too long would be broken where the screen ends.
    pub(super) is_on_screen: bool,
}

/// Columns between columns, and where that is too much.
const GAP: u16 = 2;
const NARROW_GAP: u16 = 1;
/// The widest that a first column of labels or times gets: "im weiteren Tagungsverlauf" stays whole.
const FIRST_COLUMN: usize = 26;
/// Below this width, and on every screen, columns that do not fit stand below each other; in a wider file
/// a table that is a little too wide is still read best as one.
const NARROW: usize = 60;

impl TextTable {
    /// The width that the first column would like to have.
    pub(super) fn first_column(&self) -> usize {
        let cells = self.rows.iter().filter_map(|row| row.first());
        let natural = cells.clone().map(TextCell::width).max().unwrap_or_default();
        let least = cells.map(TextCell::least_width).max().unwrap_or_default();
        natural.min(FIRST_COLUMN.max(least))
    }

    /// The table in lines of at most `width` columns, unless words are longer.
    pub(super) fn lines(&self, width: usize) -> Vec<String> {
        let must_fit = self.is_on_screen || width < NARROW;
        let fitting = [GAP, NARROW_GAP].into_iter().find_map(|gap| {
            let widths = self.widths(width, gap);
            let gaps = usize::from(gap) * widths.len().saturating_sub(1);
            let fits = widths.len() < 2 || widths.iter().sum::<usize>() + gaps <= width;
            (fits || !must_fit).then_some((gap, widths))
        });
        let Some((gap, widths)) = fitting else { return self.stacked(width) };
        let mut table = Table::new();
        table.load_style(self.style()).set_content_arrangement(ContentArrangement::Disabled);
        if self.colour {
            table.enforce_styling().style_text_only();
        } else {
            table.force_no_tty();
        }
        if !self.headings.is_empty() {
            let heading = |(words, width): (&String, &usize)| {
                self.cell(&TextCell::new(words, Tone::Faint), *width)
            };
            table.set_header(self.headings.iter().zip(&widths).map(heading).collect::<Vec<_>>());
        }
        for row in &self.rows {
            let cells = row.iter().zip(&widths).map(|(cell, width)| self.cell(cell, *width));
            table.add_row(cells.collect::<Vec<_>>());
        }
        let last = widths.len().saturating_sub(1);
        // The line below headings has a junction between columns, which takes a column of its own.
        let gap = if self.headings.is_empty() { gap } else { gap - 1 };
        for (index, column) in table.column_iter_mut().enumerate() {
            column.set_padding((0, if index == last { 0 } else { gap }));
            if self.numeric.get(index) == Some(&true) {
                column.set_cell_alignment(CellAlignment::Right);
            }
        }
        table.lines().map(|line| line.trim_end().to_owned()).collect()
    }

    /// The rows one below the other, each cell with its heading: for windows in which the columns
    /// do not stand side by side.
    fn stacked(&self, width: usize) -> Vec<String> {
        const INDENT: usize = 2;
        let mut lines = Vec::new();
        // A label says itself what stands beside it; the rows of other tables are set apart.
        let labelled = self.labels.is_some();
        for row in &self.rows {
            if !lines.is_empty() && !labelled {
                lines.push(String::new());
            }
            let known = row.iter().enumerate().filter(|(_, cell)| !cell.words.is_empty());
            for (column, cell) in known {
                let words = match self.headings.get(column) {
                    Some(heading) if column > 0 && !labelled => {
                        format!("{heading}: {}", cell.words)
                    }
                    _ => cell.words.clone(),
                };
                let indent = cell.indent + if column > 0 { INDENT } else { 0 };
                let cell = TextCell { words, indent, tone: cell.tone };
                lines.extend(cell.lines(width).split('\n').map(str::to_owned));
            }
        }
        lines
    }

    fn cell(&self, cell: &TextCell, width: usize) -> comfy_table::Cell {
        let drawn = comfy_table::Cell::new(cell.lines(width));
        match cell.tone {
            _ if !self.colour || cell.words.is_empty() => drawn,
            Tone::Plain => drawn,
            Tone::Strong => drawn.add_attribute(Attribute::Bold),
            Tone::Faint => drawn.add_attribute(Attribute::Dim),
            Tone::Accent => drawn.fg(Color::DarkGreen),
        }
    }

    /// A line below the headings, nothing else.
    fn style(&self) -> TableStyle {
        let style = TableStyle::new();
        if self.headings.is_empty() {
            return style;
        }
        style.header_separator(LineStyle::none().fill('─').junction('─'))
    }

    /// The widths of the columns: what they need, and where that is too much, the widest give way
    /// first, but no word is broken.
    fn widths(&self, width: usize, gap: u16) -> Vec<usize> {
        let columns = self.rows.iter().map(Vec::len).max().unwrap_or_default();
        let columns = columns.max(self.headings.len());
        let heading = |column: usize| self.headings.get(column).map_or(0, |h| display_width(h));
        let widest = |column: usize, measure: fn(&TextCell) -> usize| {
            let cells = self.rows.iter().filter_map(move |row| row.get(column));
            cells.map(measure).max().unwrap_or_default().max(heading(column))
        };
        let least: Vec<usize> = (0..columns).map(|c| widest(c, TextCell::least_width)).collect();
        let mut widths: Vec<usize> = (0..columns).map(|c| widest(c, TextCell::width)).collect();
        if let Some(least) = self.labels.filter(|_| columns > 1) {
            widths[0] = self.first_column().max(least).max(heading(0));
        }
        let available = width.saturating_sub(usize::from(gap) * columns.saturating_sub(1));
        while widths.iter().sum::<usize>() > available {
            let loose = (0..columns).filter(|&column| widths[column] > least[column]);
            let Some(widest) = loose.max_by_key(|&column| widths[column]) else { break };
            widths[widest] -= 1;
        }
        widths
    }
}
