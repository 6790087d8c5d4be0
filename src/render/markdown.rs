//! Documents as Markdown: `CommonMark`, with the tables of GitHub's flavour.
//!
//! A programme is a list, for its entries hold people, parts and descriptions that no table of
//! Markdown can.

use std::fmt::Write as _;

use crate::document::agenda::{AgendaRow, rows};
use crate::document::model::{Block, Chapter, Document, Fact, Inline, Table};
use crate::document::told::told;
use crate::view::programme::Day;

/// `document` as Markdown, one line a paragraph.
pub fn markdown(document: &Document) -> String {
    let mut text = blocks(&document.blocks_with_foot()).join("\n");
    text.push('\n');
    text
}

/// The lines of `blocks`, with an empty one between two.
fn blocks(blocks: &[Block]) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut marks = Marks::default();
    let mut was_list = false;
    for block in blocks {
        if !lines.is_empty() {
            lines.push(String::new());
        }
        let is_list = is_list(block);
        marks = if was_list && is_list { marks.other() } else { Marks::default() };
        was_list = is_list;
        lines.extend(self::block(block, marks));
    }
    lines
}

/// The signs of lists. Two lists in a row have different ones, else they would be one.
#[derive(Clone, Copy)]
struct Marks {
    bullet: &'static str,
    number: char,
}

impl Default for Marks {
    fn default() -> Self {
        Self { bullet: "- ", number: '.' }
    }
}

impl Marks {
    fn other(self) -> Self {
        match self.number {
            '.' => Self { bullet: "* ", number: ')' },
            _ => Self::default(),
        }
    }
}

fn is_list(block: &Block) -> bool {
    matches!(
        block,
        Block::List(..) | Block::Facts(_) | Block::Agenda(_) | Block::Grid(_) | Block::Contents(_)
    )
}

fn block(block: &Block, marks: Marks) -> Vec<String> {
    match block {
        Block::Heading(level, runs) => vec![heading(*level, &inline(runs, " ", false))],
        Block::Paragraph(runs) => lines(&inline(runs, "\\\n", true)),
        Block::List(first, items) => list(*first, items, marks),
        Block::Quote(inner) => blocks(inner).iter().map(|line| format!("> {line}")).collect(),
        Block::Facts(facts) => facts.iter().flat_map(|fact| self::fact(fact, marks)).collect(),
        Block::Table(table) => self::table(table),
        Block::Agenda(days) => agenda(days, marks),
        Block::Grid(grid) => agenda(std::slice::from_ref(&grid.list), marks),
        Block::Drawing(drawing) => blocks(&told(drawing)),
        Block::Code(code) => fenced(code),
        Block::Contents(chapters) => self::block(&Chapter::list(chapters), marks),
        Block::Rule => vec!["---".to_owned()],
    }
}

/// Lines between fences that none of them can close.
fn fenced(code: &str) -> Vec<String> {
    let runs = code.split(|letter| letter != '`').map(str::len).max().unwrap_or_default();
    let fence = "`".repeat(runs.max(2) + 1);
    let lines = code.lines().map(str::to_owned);
    std::iter::once(fence.clone()).chain(lines).chain([fence]).collect()
}

/// Words between signs that they do not hold themselves; within a table a line across ends a cell.
fn typed(words: &str, in_table: bool) -> String {
    let runs = words.split(|letter| letter != '`').map(str::len).max().unwrap_or_default();
    let sign = "`".repeat(runs + 1);
    let words = if in_table { words.replace('|', "\\|") } else { words.to_owned() };
    let space = if words.starts_with('`') || words.ends_with('`') { " " } else { "" };
    format!("{sign}{space}{words}{space}{sign}")
}

fn heading(level: u8, words: &str) -> String {
    let words = match words.strip_suffix('#') {
        // Signs at the end would count as decoration.
        Some(words) => format!("{words}\\#"),
        None => words.to_owned(),
    };
    format!("{} {words}", "#".repeat(usize::from(level)))
}

fn list(first: Option<u64>, items: &[Vec<Block>], marks: Marks) -> Vec<String> {
    let is_loose = items.iter().any(|item| item.iter().filter(|b| !is_list(b)).count() > 1);
    let mut lines = Vec::new();
    for (item, number) in items.iter().zip(first.unwrap_or_default()..) {
        if is_loose && !lines.is_empty() {
            lines.push(String::new());
        }
        let mark = match first {
            Some(_) => format!("{number}{} ", marks.number),
            None => marks.bullet.to_owned(),
        };
        let content: Vec<String> = if is_loose {
            blocks(item)
        } else {
            item.iter().flat_map(|block| self::block(block, Marks::default())).collect()
        };
        hang(&mark, &content, &mut lines);
    }
    lines
}

fn fact(fact: &Fact, marks: Marks) -> Vec<String> {
    let content = inline(&fact.content, "\\\n", false);
    let content = format!("**{}:** {content}", escape(&fact.label, false));
    let mut lines = Vec::new();
    hang(marks.bullet, &self::lines(&content), &mut lines);
    lines
}

fn table(table: &Table) -> Vec<String> {
    let row = |cells: Vec<String>| format!("| {} |", cells.join(" | "));
    let headings = table.columns.iter().map(|column| escape(&column.heading, false)).collect();
    let rules = table.columns.iter().map(|c| if c.numeric { "--:" } else { "---" }.to_owned());
    let caption = table.caption.iter().flat_map(|words| [escape(words, true), String::new()]);
    let mut lines: Vec<String> = caption.collect();
    lines.extend([row(headings), row(rules.collect())]);
    let cells = |cells: &Vec<Vec<Inline>>| cells.iter().map(|c| inline(c, "<br>", false)).collect();
    lines.extend(table.rows.iter().map(|cells_of_row| row(cells(cells_of_row))));
    lines
}

fn agenda(days: &[Day], marks: Marks) -> Vec<String> {
    let mut lines = Vec::new();
    let mut marks = marks;
    for day in days {
        if !lines.is_empty() {
            lines.push(String::new());
            marks = marks.other();
        }
        if let Some(words) = &day.heading {
            lines.push(heading(3, &escape(words, false)));
        }
        let rows = rows(day);
        if day.heading.is_some() && !rows.is_empty() {
            lines.push(String::new());
        }
        for row in rows {
            entry(&row, marks, &mut lines);
        }
    }
    lines
}

/// An entry as an item of a list, its lines joined by hard breaks; its parts and what stands within
/// it are lists in it.
fn entry(row: &AgendaRow, marks: Marks, lines: &mut Vec<String>) {
    let mut content: Vec<String> = head(row).into_iter().collect();
    let below = row.people.iter().chain(&row.details).chain(row.cues());
    content.extend(below.map(|line| escape(line, true)));
    if row.parts.is_empty() {
        content.extend(row.description.iter().map(|paragraph| escape(paragraph, true)));
    }
    let mut content = self::lines(&content.join("\\\n"));
    for part in &row.parts {
        entry(part, Marks::default(), &mut content);
    }
    if !row.parts.is_empty() {
        // A paragraph after a list is parted from it, else it would belong to its last item.
        for paragraph in &row.description {
            content.extend([String::new(), escape(paragraph, true)]);
        }
    }
    for child in &row.children {
        entry(child, Marks::default(), &mut content);
    }
    hang(marks.bullet, &content, lines);
}

/// Time and headline; a break is set back.
fn head(row: &AgendaRow) -> Option<String> {
    let title = match (row.headline.is_empty(), row.pause, row.level) {
        (true, ..) => None,
        (false, true, _) => Some(format!("*{}*", escape(&row.headline, false))),
        (false, false, 0) => Some(format!("**{}**", escape(&row.headline, false))),
        (false, false, _) => Some(escape(&row.headline, row.hours().is_none())),
    };
    let time = row.hours().map(|hours| escape(&hours, true));
    match (time, title) {
        (Some(time), Some(title)) => Some(format!("{time} · {title}")),
        (time, title) => time.or(title),
    }
}

/// Adds `content` with `mark` before its first line and as much space before the others.
fn hang(mark: &str, content: &[String], lines: &mut Vec<String>) {
    for (index, line) in content.iter().enumerate() {
        lines.push(match (index, line.is_empty()) {
            (0, _) => format!("{mark}{line}"),
            (_, true) => String::new(),
            (_, false) => format!("{}{line}", " ".repeat(mark.len())),
        });
    }
}

fn lines(text: &str) -> Vec<String> {
    text.split('\n').map(str::to_owned).collect()
}

/// Runs with their signs; `line_end` stands for a break, and `leads` says whether the first run
/// begins a line.
fn inline(runs: &[Inline], line_end: &str, leads: bool) -> String {
    let mut text = String::new();
    let mut leads = leads;
    for run in runs {
        match run {
            Inline::Text(words) => text.push_str(&escape(words, leads)),
            Inline::Strong(inner) => {
                let _ = write!(text, "**{}**", inline(inner, line_end, false));
            }
            Inline::Emphasis(inner) => {
                let _ = write!(text, "*{}*", inline(inner, line_end, false));
            }
            Inline::Link(target, words) => {
                text.push_str(&link(target, &inline(words, line_end, false), words));
            }
            Inline::Inside(name, words) => {
                let _ = write!(text, "[{}](#{name})", inline(words, line_end, false));
            }
            Inline::Beside(path, words) => {
                let _ = write!(text, "[{}]({path})", inline(words, line_end, false));
            }
            Inline::Anchor(name, words) => {
                let _ = write!(text, "<a id=\"{name}\"></a>{}", inline(words, line_end, false));
            }
            Inline::Code(words) => text.push_str(&typed(words, line_end == "<br>")),
            Inline::Break => text.push_str(line_end),
        }
        leads = matches!(run, Inline::Break) && line_end.ends_with('\n');
    }
    text
}

/// A link; an address that is its own words stands alone in angle brackets.
fn link(target: &str, words: &str, runs: &[Inline]) -> String {
    let address = target.strip_prefix("mailto:").unwrap_or(target);
    let is_plain = !target.contains(|c: char| c.is_whitespace() || "<>()\\".contains(c));
    match runs {
        [Inline::Text(text)] if text == address && is_plain => format!("<{address}>"),
        _ if is_plain => format!("[{words}]({target})"),
        _ => {
            let target = target.replace('\\', "\\\\").replace('<', "\\<").replace('>', "\\>");
            format!("[{words}](<{target}>)")
        }
    }
}

/// Escapes what would be a sign, and no more, so that the Markdown reads well too. What is a sign
/// only at the beginning of a line is escaped where the words begin one.
fn escape(words: &str, leads: bool) -> String {
    let mut escaped = String::with_capacity(words.len() + 8);
    if leads && let Some(at) = block_sign(words) {
        escaped.push_str(&words[..at]);
        escaped.push('\\');
        escaped.push_str(&words[at..=at]);
        return escaped + &inner(&words[at + 1..], words[..=at].chars().last());
    }
    escaped + &inner(words, None)
}

/// The byte of the character that makes `words`, at the beginning of a line, a block of its own.
fn block_sign(words: &str) -> Option<usize> {
    let ends_word = |rest: &str| rest.is_empty() || rest.starts_with([' ', '\t']);
    let digits = words.bytes().take_while(u8::is_ascii_digit).count();
    let (number, rest) = words.split_at(digits);
    let is_sign = match rest.chars().next()? {
        '.' | ')' => !number.is_empty() && ends_word(&rest[1..]),
        _ if !number.is_empty() => false,
        '>' | ':' => true,
        '#' => ends_word(rest.trim_start_matches('#')),
        '+' => ends_word(&rest[1..]),
        // A line of nothing else is a rule, or makes the line above a heading.
        '-' => ends_word(&rest[1..]) || rest.trim_matches(['-', ' ', '\t']).is_empty(),
        '=' => rest.trim_matches(['=', ' ', '\t']).is_empty(),
        _ => false,
    };
    is_sign.then_some(digits)
}

fn inner(words: &str, mut before: Option<char>) -> String {
    let mut escaped = String::with_capacity(words.len() + 8);
    let mut characters = words.chars().peekable();
    while let Some(character) = characters.next() {
        let after = characters.peek().copied();
        let is_sign = match character {
            '\\' | '`' | '*' | '[' | ']' | '<' | '>' | '|' | '~' | '$' => true,
            // Within a word it is none.
            '_' => !(is_word(before) && is_word(after)),
            '&' => after.is_some_and(|after| after == '#' || after.is_ascii_alphanumeric()),
            _ => false,
        };
        if is_sign {
            escaped.push('\\');
        }
        escaped.push(character);
        before = Some(character);
    }
    escaped
}

fn is_word(character: Option<char>) -> bool {
    character.is_some_and(char::is_alphanumeric)
}
