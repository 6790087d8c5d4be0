//! The layout that plain text and the terminal share: blocks as lines of a given width.

use crate::document::agenda::{AgendaRow, has_lengths, rows};
use crate::document::model::{Block, Chapter, Document, Inline, Table};
use crate::document::told::told;
use crate::render::text_table::{TextCell, TextTable, Tone};
use crate::text::{Language, plain, wrap};
use crate::view::programme::{Day, Entry};

/// What differs between the two.
pub(super) trait Look {
    /// A heading, as one or more lines.
    fn heading(&self, level: u8, lines: Vec<String>) -> Vec<String>;
    /// Important words.
    fn strong(&self, words: String) -> String;
    /// Stressed words.
    fn emphasis(&self, words: String) -> String;
    /// The character of a line across.
    fn rule(&self) -> &'static str;
    /// The mark before the items of a list.
    fn bullet(&self) -> &'static str;
    /// Whether a programme has a row of headings, and colour may be used.
    fn grid(&self) -> GridLook;
}

/// How tables look.
#[derive(Clone, Copy, Debug)]
pub(super) struct GridLook {
    /// Whether the programme has headings over its columns.
    pub(super) agenda_headings: bool,
    /// Whether colour may be used.
    pub(super) colour: bool,
    /// Whether lines that are too long would be broken where the screen ends.
    pub(super) is_on_screen: bool,
}

/// How far the levels of a programme stand in.
const INDENT: usize = 2;

/// The whole document, `width` columns wide but for words that are longer.
///
/// Lines are broken for good, so no-break spaces have done their work and become plain ones: who
/// searches for "24. September" finds it.
pub(super) fn page(document: &Document, width: usize, look: &dyn Look) -> String {
    let layout = Typesetter { language: document.language, look };
    let mut page = String::new();
    for line in layout.blocks(&document.blocks_with_foot(), width) {
        page.push_str(plain(&line).trim_end_matches(' '));
        page.push('\n');
    }
    page
}

struct Typesetter<'a> {
    language: Language,
    look: &'a dyn Look,
}

impl Typesetter<'_> {
    fn blocks(&self, blocks: &[Block], width: usize) -> Vec<String> {
        let mut lines = Vec::new();
        for block in blocks {
            if !lines.is_empty() {
                lines.push(String::new());
            }
            lines.extend(self.block(block, width));
        }
        lines
    }

    fn block(&self, block: &Block, width: usize) -> Vec<String> {
        match block {
            Block::Heading(level, runs) => self.look.heading(*level, wrap(&words(runs), width)),
            Block::Paragraph(runs) => wrap(&self.styled(runs), width),
            Block::List(first, items) => self.list(*first, items, width),
            Block::Quote(inner) => self
                .blocks(inner, width.saturating_sub(2))
                .iter()
                .map(|l| format!("> {l}"))
                .collect(),
            Block::Facts(facts) => {
                let row = |label: &str, content| vec![TextCell::new(label, Tone::Faint), content];
                let rows = facts.iter().map(|fact| {
                    row(&fact.label, TextCell::new(&words(&fact.content), Tone::Plain))
                });
                let mut grid = self.grid(Vec::new(), rows.collect());
                grid.labels = Some(0);
                grid.lines(width)
            }
            Block::Table(table) => self.table(table, width),
            Block::Agenda(days) => self.agenda(days, width),
            Block::Grid(grid) => self.agenda(std::slice::from_ref(&grid.list), width),
            Block::Drawing(drawing) => self.blocks(&told(drawing), width),
            Block::Code(lines) => lines.lines().map(|line| format!("    {line}")).collect(),
            Block::Contents(chapters) => self.block(&Chapter::list(chapters), width),
            Block::Rule => vec![self.look.rule().repeat(width)],
        }
    }

    fn list(&self, first: Option<u64>, items: &[Vec<Block>], width: usize) -> Vec<String> {
        let mut lines = Vec::new();
        let is_loose = items.iter().any(|item| {
            item.iter().filter(|block| matches!(block, Block::Paragraph(_))).count() > 1
        });
        for (item, number) in items.iter().zip(first.unwrap_or_default()..) {
            let mark = match first {
                Some(_) => format!("{number}. "),
                None => format!("{} ", self.look.bullet()),
            };
            let indent = mark.chars().count();
            let inner = width.saturating_sub(indent);
            let content: Vec<String> = if is_loose {
                self.blocks(item, inner)
            } else {
                item.iter().flat_map(|block| self.block(block, inner)).collect()
            };
            if is_loose && !lines.is_empty() {
                lines.push(String::new());
            }
            for (index, line) in content.iter().enumerate() {
                let before = if index == 0 { mark.clone() } else { " ".repeat(indent) };
                lines.push(format!("{before}{line}"));
            }
        }
        lines
    }

    fn table(&self, table: &Table, width: usize) -> Vec<String> {
        let headings = table.columns.iter().map(|column| column.heading.clone()).collect();
        let cell = |runs: &Vec<Inline>| TextCell::new(&words(runs), Tone::Plain);
        let rows = table.rows.iter().map(|row| row.iter().map(cell).collect()).collect();
        let mut grid = self.grid(headings, rows);
        grid.numeric = table.columns.iter().map(|column| column.numeric).collect();
        let caption =
            table.caption.iter().flat_map(|words| [wrap(words, width), vec![String::new()]]);
        caption.flatten().chain(grid.lines(width)).collect()
    }

    fn agenda(&self, days: &[Day], width: usize) -> Vec<String> {
        let has_time = |entry: &Entry| {
            entry.plan.as_ref().map_or(entry.time.is_some(), |plan| plan.time.is_some())
        };
        let has_times = days.iter().flat_map(|day| &day.entries).any(has_time);
        let mut lines = Vec::new();
        let mut grids = Vec::new();
        for day in days {
            let rows = rows(day);
            let is_airy = rows.iter().any(AgendaRow::is_long);
            let has_lengths = has_lengths(&rows);
            let mut entries = Entries { has_times, has_lengths, rows: Vec::new() };
            for (index, row) in rows.iter().enumerate() {
                if is_airy && index > 0 {
                    entries.line("", 0, Tone::Plain);
                }
                entries.push(row);
            }
            let mut grid = self.grid(Vec::new(), entries.rows);
            if self.look.grid().agenda_headings && has_times && days.len() == 1 {
                let headings = match self.language {
                    Language::German => ["Zeit", "Dauer", "Programmpunkt"],
                    Language::English => ["Time", "Length", "Item"],
                };
                let headings = headings.into_iter().enumerate();
                let shown = headings.filter(|(column, _)| has_lengths || *column != 1);
                grid.headings = shown.map(|(_, heading)| heading.to_owned()).collect();
            }
            grids.push((day, grid));
        }
        // All days have their times in one column.
        let widest = grids.iter().map(|(_, grid)| grid.first_column()).max().unwrap_or_default();
        for (day, mut grid) in grids {
            if !lines.is_empty() {
                lines.push(String::new());
            }
            if let Some(heading) = &day.heading {
                lines.extend(self.look.heading(3, wrap(heading, width)));
                if !day.entries.is_empty() {
                    lines.push(String::new());
                }
            }
            grid.labels = Some(widest);
            lines.extend(grid.lines(width));
        }
        lines
    }

    fn grid(&self, headings: Vec<String>, rows: Vec<Vec<TextCell>>) -> TextTable {
        let GridLook { colour, is_on_screen, .. } = self.look.grid();
        TextTable { headings, rows, numeric: Vec::new(), labels: None, colour, is_on_screen }
    }

    fn styled(&self, runs: &[Inline]) -> String {
        let run = |run: &Inline| match run {
            Inline::Text(words) => words.clone(),
            Inline::Strong(inner) => self.look.strong(self.styled(inner)),
            Inline::Emphasis(inner) => self.look.emphasis(self.styled(inner)),
            Inline::Link(target, inner) => linked(target, self.styled(inner)),
            Inline::Inside(_, inner) | Inline::Beside(_, inner) | Inline::Anchor(_, inner) => {
                self.styled(inner)
            }
            Inline::Code(words) => format!("`{words}`"),
            Inline::Break => "\n".to_owned(),
        };
        runs.iter().map(run).collect()
    }
}

/// Runs without their form.
fn words(runs: &[Inline]) -> String {
    let run = |run: &Inline| match run {
        Inline::Text(words) | Inline::Code(words) => words.clone(),
        Inline::Strong(inner)
        | Inline::Emphasis(inner)
        | Inline::Inside(_, inner)
        | Inline::Beside(_, inner)
        | Inline::Anchor(_, inner) => words(inner),
        Inline::Link(target, inner) => linked(target, words(inner)),
        Inline::Break => "\n".to_owned(),
    };
    runs.iter().map(run).collect()
}

/// Words with where they lead, unless they say so themselves.
fn linked(target: &str, words: String) -> String {
    let address = target.strip_prefix("mailto:").unwrap_or(target);
    if words == address { words } else { format!("{words} ({address})") }
}

/// The rows of a programme: a time where there are times, a length where there are lengths, and
/// words beside it.
struct Entries {
    has_times: bool,
    has_lengths: bool,
    rows: Vec<Vec<TextCell>>,
}

impl Entries {
    /// Adds the rows of an entry: its headline, and below it what belongs to it.
    fn push(&mut self, row: &AgendaRow) {
        let time = row.time.as_deref().unwrap_or_default();
        let length = row.length().unwrap_or_default();
        let mut indent = row.level * INDENT;
        let (title, below) = match (row.pause, row.level) {
            (true, _) => (Tone::Faint, Tone::Faint),
            (false, 0) => (Tone::Strong, Tone::Plain),
            (false, _) => (Tone::Plain, Tone::Plain),
        };
        // A part that is only people has no headline to stand below.
        if !row.headline.is_empty() || !time.is_empty() {
            self.cells([time, length], &row.headline, indent, title);
            indent += if row.level == 0 { 0 } else { INDENT };
        }
        for person in &row.people {
            self.line(person, indent, below);
        }
        if let Some(details) = &row.details {
            self.line(details, indent, Tone::Faint);
        }
        for cue in row.cues() {
            self.line(cue, indent, Tone::Faint);
        }
        for part in &row.parts {
            self.push(part);
        }
        for paragraph in &row.description {
            self.line(paragraph, indent, Tone::Faint);
        }
        for child in &row.children {
            self.push(child);
        }
    }

    /// Adds words below the others.
    fn line(&mut self, words: &str, indent: usize, tone: Tone) {
        self.cells(["", ""], words, indent, tone);
    }

    fn cells(&mut self, [time, length]: [&str; 2], words: &str, indent: usize, tone: Tone) {
        let time = self.has_times.then(|| TextCell::new(time, Tone::Accent));
        let length = self.has_lengths.then(|| TextCell::new(length, Tone::Plain));
        let words = TextCell { words: words.to_owned(), indent, tone };
        self.rows.push(time.into_iter().chain(length).chain([words]).collect());
    }
}
