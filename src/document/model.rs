//! The blocks that every renderer knows.

use std::iter;

use crate::document::drawing::Drawing;
use crate::document::grid::Grid;
use crate::text::Language;
use crate::view::merge::Sender;
use crate::view::programme::Day;
use crate::view::{LabelSheet, Stock};

/// A document in one language.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// Its language.
    pub language: Language,
    /// Its title as metadata; the visible one is a heading.
    pub title: String,
    /// What it consists of, from top to bottom.
    pub blocks: Vec<Block>,
    /// What stands around it on every sheet.
    pub frame: Frame,
}

/// What stands around a document: the look of the house, and the foot of every sheet.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Frame {
    /// Whose document it is, as metadata.
    pub author: Option<String>,
    /// Of which day and version it is ("Stand: 18. September 2024, Fassung 2"). Formats without
    /// sheets print it once, below everything else.
    pub as_of: Option<String>,
    /// The day that files name as theirs (`2024-09-18`): no file knows when it was made.
    pub date: Option<String>,
    /// Whom to ask, at the foot of paper.
    pub contact: Option<String>,
    /// Names of the member towns, at the end of paper where there is room.
    pub members: Vec<String>,
    /// What they are called.
    pub members_called: String,
    /// The accent colour as `#rrggbb`, readable on white; none stands for the built-in one.
    pub accent: Option<String>,
    /// Pictures at the head.
    pub logos: Vec<Logo>,
    /// What letter paper shows beside the letter; none for anything else.
    pub letter: Option<Letterhead>,
    /// What it is printed on.
    pub stock: Stock,
    /// Where its labels are; none for anything else.
    pub labels: Option<LabelSheet>,
    /// The user's own style sheet for pages of HTML; none stands for the built-in one.
    pub style_sheet: Option<String>,
    /// What leads to the other pages of a site; none for a page by itself.
    pub ways: Option<Ways>,
}

/// What leads from a page of a site to what stands beside it. Addresses are relative.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ways {
    /// What leads past it all, for those who have no pointer: "Zum Inhalt".
    pub past: &'static str,
    /// What it is called: "Seiten".
    pub name: &'static str,
    /// The pages that every page leads to.
    pub pages: Vec<Way>,
    /// The same page in other languages.
    pub languages: Vec<(Language, String)>,
    /// What programs can subscribe to.
    pub feeds: Vec<Feed>,
}

/// What leads to another page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Way {
    /// What the page is called.
    pub name: String,
    /// Its address from here.
    pub path: String,
    /// Whether it is this page.
    pub is_here: bool,
}

/// What programs can subscribe to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Feed {
    /// What it is called.
    pub name: String,
    /// What kind of file it is.
    pub media_type: &'static str,
    /// Its address from here.
    pub path: String,
}

/// What letter paper shows beside the letter, after DIN 5008.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letterhead {
    /// Who writes.
    pub sender: Sender,
    /// The lines of the address field; none for an open letter.
    pub address: Vec<String>,
    /// The day of the letter, in words.
    pub date: String,
}

/// A picture at the head of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Logo {
    /// What it shows, for those who do not see it.
    pub alt: String,
    /// What its bytes are.
    pub format: Picture,
    /// The file as it is.
    pub bytes: Vec<u8>,
}

/// The formats of pictures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Picture {
    /// Scalable Vector Graphics.
    Svg,
    /// Portable Network Graphics.
    Png,
}

/// A part of a document.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A heading of level 1 to 6.
    Heading(u8, Vec<Inline>),
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// A list; an ordered one with its first number.
    List(Option<u64>, Vec<Vec<Block>>),
    /// Something said by somebody else.
    Quote(Vec<Block>),
    /// Labels with what they stand for ("Wann", "Wo").
    Facts(Vec<Fact>),
    /// A table.
    Table(Table),
    /// The days of a programme.
    Agenda(Vec<Day>),
    /// A parallel block of a programme, its strands side by side.
    Grid(Grid),
    /// A drawing, which tables tell too.
    Drawing(Drawing),
    /// Lines that are typed, or that a program wrote: they stay as they are.
    Code(String),
    /// What the document holds, with links to it.
    Contents(Vec<Chapter>),
    /// A line across.
    Rule,
}

/// A part of a document that stands in its table of contents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chapter {
    /// The name of the [`Inline::Anchor`] in its heading.
    pub anchor: String,
    /// Its heading.
    pub title: String,
    /// What it is divided into.
    pub parts: Vec<Self>,
}

impl Block {
    /// A paragraph of plain words.
    pub fn paragraph(words: impl Into<String>) -> Self {
        Self::Paragraph(vec![Inline::text(words)])
    }

    /// A heading of plain words; 1 is the highest level.
    pub fn heading(level: u8, words: impl Into<String>) -> Self {
        Self::Heading(level, vec![Inline::text(words)])
    }
}

/// A run of text within a block.
#[derive(Clone, Debug, PartialEq)]
pub enum Inline {
    /// Plain words.
    Text(String),
    /// Important words.
    Strong(Vec<Inline>),
    /// Stressed words.
    Emphasis(Vec<Inline>),
    /// Words that lead somewhere.
    Link(String, Vec<Inline>),
    /// Words that lead to the anchor with this name.
    Inside(String, Vec<Inline>),
    /// Words that lead to a file beside this one, by its relative address.
    Beside(String, Vec<Inline>),
    /// Words to which others of the same document lead, by a name: a slug.
    Anchor(String, Vec<Inline>),
    /// What is typed, or stands in a file.
    Code(String),
    /// A line end that is meant.
    Break,
}

/// A label and what it stands for.
#[derive(Clone, Debug, PartialEq)]
pub struct Fact {
    /// The label.
    pub label: String,
    /// What it stands for.
    pub content: Vec<Inline>,
}

/// A table with one row of headings.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// What it shows, above it.
    pub caption: Option<String>,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows, each with as many cells as there are columns.
    pub rows: Vec<Vec<Vec<Inline>>>,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// Its heading.
    pub heading: String,
    /// Whether its cells are numbers, set flush right.
    pub numeric: bool,
}

impl Document {
    /// A document without a frame.
    pub fn new(language: Language, title: impl Into<String>, blocks: Vec<Block>) -> Self {
        Self { language, title: title.into(), blocks, frame: Frame::default() }
    }

    /// It and `other` below it as one document.
    #[must_use]
    pub fn followed_by(mut self, other: Self) -> Self {
        self.blocks.extend(other.blocks);
        self
    }

    /// Its blocks and, for formats without sheets, the line that its foot would say.
    pub fn blocks_with_foot(&self) -> Vec<Block> {
        let foot = self.frame.as_of.iter().map(|line| Block::Paragraph(vec![Inline::text(line)]));
        self.blocks.iter().cloned().chain(foot).collect()
    }

    /// Whether strands stand side by side somewhere in it.
    pub fn has_grid(&self) -> bool {
        self.blocks.iter().any(|block| matches!(block, Block::Grid(_)))
    }

    /// Whether something in it is typed, or is a table of contents.
    pub fn has_code(&self) -> bool {
        has_code(&self.blocks)
    }

    /// A letter without its head, which a mail carries in its own: what follows the first heading,
    /// the subject.
    #[must_use]
    pub fn without_head(mut self) -> Self {
        let is_heading = |block: &Block| matches!(block, Block::Heading(..));
        if let Some(subject) = self.blocks.iter().position(is_heading) {
            self.blocks.drain(..=subject);
        }
        self
    }
}

impl Chapter {
    /// Chapters as a list of links.
    pub fn list(chapters: &[Self]) -> Block {
        let item = |chapter: &Self| {
            let words = vec![Inline::text(&chapter.title)];
            let line = Block::Paragraph(vec![Inline::Inside(chapter.anchor.clone(), words)]);
            let parts = (!chapter.parts.is_empty()).then(|| Self::list(&chapter.parts));
            iter::once(line).chain(parts).collect()
        };
        Block::List(None, chapters.iter().map(item).collect())
    }
}

fn has_code(blocks: &[Block]) -> bool {
    blocks.iter().any(|block| match block {
        Block::Code(_) | Block::Contents(_) => true,
        Block::Heading(_, runs) | Block::Paragraph(runs) => is_code(runs),
        Block::List(_, items) => items.iter().any(|item| has_code(item)),
        Block::Quote(inner) => has_code(inner),
        Block::Facts(facts) => facts.iter().any(|fact| is_code(&fact.content)),
        Block::Table(table) => table.rows.iter().flatten().any(|cell| is_code(cell)),
        Block::Agenda(_) | Block::Grid(_) | Block::Drawing(_) | Block::Rule => false,
    })
}

fn is_code(runs: &[Inline]) -> bool {
    runs.iter().any(|run| match run {
        Inline::Code(_) => true,
        Inline::Strong(inner)
        | Inline::Emphasis(inner)
        | Inline::Link(_, inner)
        | Inline::Inside(_, inner)
        | Inline::Beside(_, inner)
        | Inline::Anchor(_, inner) => is_code(inner),
        Inline::Text(_) | Inline::Break => false,
    })
}

impl Inline {
    /// Plain words as a run.
    pub fn text(words: impl Into<String>) -> Self {
        Self::Text(words.into())
    }
}

impl Fact {
    /// A label and plain words.
    pub fn new(label: impl Into<String>, words: impl Into<String>) -> Self {
        Self { label: label.into(), content: vec![Inline::Text(words.into())] }
    }
}

impl Table {
    /// A table of plain words under `headings`, each with whether its column holds numbers.
    pub fn of_words(headings: &[(&str, bool)], rows: Vec<Vec<String>>) -> Self {
        let columns = headings
            .iter()
            .map(|(heading, numeric)| Column { heading: (*heading).to_owned(), numeric: *numeric })
            .collect();
        let cells =
            |row: Vec<String>| row.into_iter().map(|cell| vec![Inline::Text(cell)]).collect();
        Self { caption: None, columns, rows: rows.into_iter().map(cells).collect() }
    }

    /// The same with a caption.
    #[must_use]
    pub fn captioned(mut self, caption: impl Into<String>) -> Self {
        self.caption = Some(caption.into());
        self
    }
}
