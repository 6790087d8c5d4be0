//! Markdown as blocks: `CommonMark` with tables and definition lists.
//!
//! A definition list becomes labels with what they stand for. What is empty disappears with its
//! label, heading or bullet, so that a template needs no condition around every placeholder. HTML
//! is dropped but for `<br>`, a line end, and what stands for something else: [`AGENDA`], [`DRAWING`].

mod html;

use pulldown_cmark::{
    Alignment, CodeBlockKind, Event, HeadingLevel, LinkType, Parser, Tag, TagEnd,
};

use html::without_tags;

use crate::document::agenda;
use crate::document::drawing::Drawing;
use crate::document::model::{Block, Column, Fact, Inline, Table};
use crate::text::markdown::parser;
use crate::view::programme::Day;

/// Stands where the programme goes. Data cannot forge it: their `<` is escaped.
pub const AGENDA: &str = "<!-- agenda -->";
/// Stands where drawings go; data cannot forge that either.
pub const DRAWING: &str = "<!-- drawing -->";
/// A line end that is meant, wherever it stands.
pub const BREAK: &str = "<br>";
/// Stands for a value that is absent (a private-use character), so that what is around it keeps its
/// form: `****` would be a rule. It takes the space before it with it.
pub const ABSENT: char = '\u{e000}';

/// What goes where a sign stands for it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Inserts<'a> {
    /// The programme, for [`AGENDA`].
    pub days: &'a [Day],
    /// The drawings, for [`DRAWING`].
    pub drawings: &'a [Drawing],
}

/// Reads Markdown.
pub fn blocks(markdown: &str) -> Vec<Block> {
    filled(markdown, Inserts::default())
}

/// Reads Markdown in which signs stand for something else.
pub fn filled(markdown: &str, inserts: Inserts<'_>) -> Vec<Block> {
    Reader { events: parser(markdown), inserts, keeps_words: false }.blocks()
}

/// Reads Markdown in which nothing stands for anything else: of HTML the words stay, and only its tags go.
pub fn with_words_of_html(markdown: &str) -> Vec<Block> {
    let inserts = Inserts::default();
    Reader { events: parser(markdown), inserts, keeps_words: true }.blocks()
}

/// The words of some runs without their form; a line end is a space.
pub fn words(runs: &[Inline]) -> String {
    let word = |run: &Inline| match run {
        Inline::Text(words) | Inline::Code(words) => words.clone(),
        Inline::Strong(inner)
        | Inline::Emphasis(inner)
        | Inline::Link(_, inner)
        | Inline::Inside(_, inner)
        | Inline::Beside(_, inner)
        | Inline::Anchor(_, inner) => words(inner),
        Inline::Break => " ".to_owned(),
    };
    runs.iter().map(word).collect()
}

/// Whether the column at `at` has rows and nothing in them: it is filled in by hand.
pub fn is_blank(table: &Table, at: usize) -> bool {
    let mut cells = table.rows.iter().filter_map(|row| row.get(at)).peekable();
    cells.peek().is_some() && cells.all(|cell| words(cell).trim().is_empty())
}

struct Reader<'a> {
    events: Parser<'a>,
    inserts: Inserts<'a>,
    /// Whether the words between tags of HTML stay.
    keeps_words: bool,
}

impl Reader<'_> {
    /// Reads up to the end of the block at hand. Words that stand in it without a paragraph, as in
    /// a tight list, make one.
    fn blocks(&mut self) -> Vec<Block> {
        let mut blocks = Vec::new();
        let mut loose = Runs::default();
        while let Some(event) = self.events.next() {
            match event {
                Event::End(_) => break,
                Event::Start(tag) if !is_inline(&tag) => {
                    self.close(&mut loose, &mut blocks);
                    self.block(tag, &mut blocks);
                }
                Event::Rule => {
                    self.close(&mut loose, &mut blocks);
                    blocks.push(Block::Rule);
                }
                inline => self.inline(inline, &mut loose),
            }
        }
        self.close(&mut loose, &mut blocks);
        blocks
    }

    fn block(&mut self, tag: Tag<'_>, blocks: &mut Vec<Block>) {
        match tag {
            Tag::Heading { level, .. } => {
                let runs = trimmed(self.runs().words);
                if !runs.is_empty() {
                    blocks.push(Block::Heading(depth(level), runs));
                }
            }
            Tag::List(first) => {
                let items: Vec<_> = self.children(Self::blocks);
                let items: Vec<_> = items.into_iter().filter(|item| !item.is_empty()).collect();
                if !items.is_empty() {
                    blocks.push(Block::List(first, items));
                }
            }
            Tag::BlockQuote(_) => {
                let inner = self.blocks();
                if !inner.is_empty() {
                    blocks.push(Block::Quote(inner));
                }
            }
            Tag::DefinitionList => self.facts(blocks),
            Tag::Table(alignments) => self.table(&alignments, blocks),
            Tag::CodeBlock(CodeBlockKind::Fenced(_)) => blocks.push(Block::Code(self.code())),
            Tag::HtmlBlock if self.keeps_words => {
                let mut runs = Runs::default();
                runs.push_text(&without_tags(&self.source()));
                self.close(&mut runs, blocks);
            }
            // A paragraph, indented lines, HTML, and whatever else the reader may come to know.
            _ => {
                let mut runs = self.runs();
                self.close(&mut runs, blocks);
            }
        }
    }

    /// Reads the children of the block at hand, each with `read`.
    fn children<T>(&mut self, read: impl Fn(&mut Self) -> T) -> Vec<T> {
        let mut children = Vec::new();
        while let Some(Event::Start(_)) = self.events.next() {
            children.push(read(self));
        }
        children
    }

    /// Labels and their definitions; several definitions of a label are lines of one.
    fn facts(&mut self, blocks: &mut Vec<Block>) {
        let mut facts: Vec<Fact> = Vec::new();
        while let Some(Event::Start(tag)) = self.events.next() {
            if matches!(tag, Tag::DefinitionListTitle) {
                let label = words(&trimmed(self.runs().words));
                facts.push(Fact { label, content: Vec::new() });
                continue;
            }
            let definition = lines(self.blocks());
            if let Some(fact) = facts.last_mut().filter(|_| !definition.is_empty()) {
                if !fact.content.is_empty() {
                    fact.content.push(Inline::Break);
                }
                fact.content.extend(definition);
            }
        }
        facts.retain(|fact| !fact.content.is_empty());
        if !facts.is_empty() {
            match blocks.last_mut() {
                // Lists that follow each other, for a loop stood between them, are one.
                Some(Block::Facts(before)) => before.extend(facts),
                _ => blocks.push(Block::Facts(facts)),
            }
        }
    }

    fn table(&mut self, alignments: &[Alignment], blocks: &mut Vec<Block>) {
        let cells = |reader: &mut Self| reader.children(|reader| reader.runs().words);
        let mut rows = self.children(cells).into_iter();
        let Some(headings) = rows.next() else { return };
        let column = |(heading, alignment): (Vec<Inline>, &Alignment)| Column {
            heading: words(&heading),
            numeric: *alignment == Alignment::Right,
        };
        let columns = headings.into_iter().zip(alignments).map(column).collect();
        blocks.push(Block::Table(Table { caption: None, columns, rows: rows.collect() }));
    }

    /// The lines of the block at hand as they stand there.
    fn source(&mut self) -> String {
        let mut lines = String::new();
        for event in self.events.by_ref() {
            match event {
                Event::End(_) => break,
                Event::Text(words) | Event::Html(words) => lines.push_str(&words),
                _ => {}
            }
        }
        lines
    }

    /// Reads lines between fences.
    fn code(&mut self) -> String {
        let mut code = self.source();
        code.truncate(code.trim_end().len());
        printable(&code).replace(ABSENT, "")
    }

    /// Reads the runs up to the end of the element at hand.
    fn runs(&mut self) -> Runs {
        let mut runs = Runs::default();
        while let Some(event) = self.events.next() {
            if let Event::End(_) = event {
                break;
            }
            self.inline(event, &mut runs);
        }
        runs.words = tidy(runs.words);
        runs
    }

    fn inline(&mut self, event: Event<'_>, runs: &mut Runs) {
        match event {
            Event::Text(words) => runs.push_text(&words),
            Event::Code(words) => {
                let words = printable(&words).replace(ABSENT, "");
                runs.words.extend((!words.is_empty()).then_some(Inline::Code(words)));
            }
            Event::SoftBreak => runs.push_text(" "),
            Event::HardBreak => runs.words.push(Inline::Break),
            Event::Html(html) | Event::InlineHtml(html) => match html.trim() {
                BREAK => runs.words.push(Inline::Break),
                AGENDA => runs.has_agenda = true,
                DRAWING => runs.has_drawing = true,
                _ if self.keeps_words => runs.push_text(&without_tags(&html)),
                _ => {}
            },
            Event::Start(tag) => {
                let inner = self.runs();
                runs.has_agenda |= inner.has_agenda;
                runs.has_drawing |= inner.has_drawing;
                match tag {
                    _ if inner.words.is_empty() => {}
                    Tag::Emphasis => runs.words.push(Inline::Emphasis(inner.words)),
                    Tag::Strong => runs.words.push(Inline::Strong(inner.words)),
                    Tag::Link { link_type, dest_url, .. } if !dest_url.contains(ABSENT) => {
                        let target = match link_type {
                            LinkType::Email => format!("mailto:{dest_url}"),
                            _ => dest_url.into_string(),
                        };
                        runs.words.push(Inline::Link(target, inner.words));
                    }
                    _ => runs.words.extend(inner.words),
                }
            }
            _ => {}
        }
    }

    /// Makes a paragraph of what was gathered, and puts what was called for below it.
    fn close(&self, runs: &mut Runs, blocks: &mut Vec<Block>) {
        let Runs { words, has_agenda, has_drawing } = std::mem::take(runs);
        let Inserts { days, drawings } = self.inserts;
        let words = trimmed(tidy(words));
        if !words.is_empty() {
            blocks.push(Block::Paragraph(words));
        }
        if has_agenda && !agenda::is_empty(days) {
            blocks.push(Block::Agenda(days.to_vec()));
        }
        if has_drawing {
            blocks.extend(drawings.iter().cloned().map(Block::Drawing));
        }
    }
}

/// Runs of text, and whether the programme and drawings were called for among them.
#[derive(Default)]
struct Runs {
    words: Vec<Inline>,
    has_agenda: bool,
    has_drawing: bool,
}

impl Runs {
    /// Adds words to the last run, for the reader cuts them at every escape.
    fn push_text(&mut self, words: &str) {
        let words = &printable(words);
        match self.words.last_mut() {
            Some(Inline::Text(text)) => text.push_str(words),
            _ => self.words.push(Inline::text(words)),
        }
    }
}

/// Without signs that no document may hold; an entity (`&#27;`) can stand for one.
fn printable(words: &str) -> String {
    let is_sign = |letter: char| letter.is_control() && !matches!(letter, '\n' | '\t');
    words.replace(is_sign, "\u{fffd}")
}

/// Takes out what stands for absent values, and the runs and lines that are empty then.
fn tidy(mut runs: Vec<Inline>) -> Vec<Inline> {
    for run in &mut runs {
        if let Inline::Text(words) = run
            && words.contains(ABSENT)
        {
            *words = words.replace(&format!(" {ABSENT}"), "").replace(ABSENT, "");
        }
    }
    runs.retain(|run| !matches!(run, Inline::Text(words) if words.is_empty()));
    runs.dedup_by(|next, run| *next == Inline::Break && *run == Inline::Break);
    runs
}

/// Without white space and line ends around: what an absent value leaves behind.
fn trimmed(mut runs: Vec<Inline>) -> Vec<Inline> {
    let is_blank = |run: &Inline| match run {
        Inline::Text(words) => words.trim_matches(' ').is_empty(),
        Inline::Break => true,
        Inline::Strong(_)
        | Inline::Emphasis(_)
        | Inline::Link(..)
        | Inline::Inside(..)
        | Inline::Beside(..)
        | Inline::Anchor(..)
        | Inline::Code(_) => false,
    };
    while runs.last().is_some_and(is_blank) {
        runs.pop();
    }
    let blank = runs.iter().take_while(|run| is_blank(run)).count();
    runs.drain(..blank);
    if let Some(Inline::Text(words)) = runs.first_mut() {
        *words = words.trim_start_matches(' ').to_owned();
    }
    if let Some(Inline::Text(words)) = runs.last_mut() {
        words.truncate(words.trim_end_matches([' ', '\n']).len());
    }
    runs
}

/// Blocks as the lines of one run of text; what cannot stand in one is left out.
fn lines(blocks: Vec<Block>) -> Vec<Inline> {
    let mut lines = Vec::new();
    for block in blocks {
        let (Block::Paragraph(runs) | Block::Heading(_, runs)) = block else { continue };
        if !lines.is_empty() {
            lines.push(Inline::Break);
        }
        lines.extend(runs);
    }
    lines
}

fn is_inline(tag: &Tag<'_>) -> bool {
    matches!(
        tag.to_end(),
        TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::Link
            | TagEnd::Image
    )
}

fn depth(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}

#[cfg(test)]
mod tests;
