//! The blocks of a document one below the other.

use std::collections::BTreeSet;

use super::relations::Relations;
use super::sheet;
use super::style::Style;
use super::styles::House;
use crate::document::model::{Block, Chapter, Inline, Letterhead};
use crate::document::told::told;
use crate::render::xml::Xml;

/// The deepest level of lists that Word knows, from 0.
const DEEPEST_LIST: usize = 8;

/// The text of a document as it is written, and what the other parts must know of it.
pub(super) struct Body<'a> {
    pub(super) house: &'a House,
    pub(super) xml: Xml,
    pub(super) relations: Relations,
    /// The styles that occur.
    pub(super) used: BTreeSet<Style>,
    /// The first number of each numbered list.
    pub(super) lists: Vec<u64>,
    /// Whether an entry of a programme has parts, which are a list of dashes.
    pub(super) has_parts: bool,
    /// Whether a table was written last.
    pub(super) below_table: bool,
    /// How many places links lead to.
    pub(super) bookmarks: usize,
    /// Whether a sign was begun.
    has_sign: bool,
}

/// What a block stands in.
#[derive(Clone, Copy, Debug)]
struct Within {
    /// The style of its paragraphs.
    style: Style,
    /// How many lists it stands in.
    depth: usize,
}

/// What a paragraph has beside its style.
#[expect(clippy::struct_excessive_bools, reason = "each is a property of its own in Word")]
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct RunLook {
    /// Whether it stays with what follows it on one sheet.
    pub(super) keeps_next: bool,
    /// The list it is an item of, with how deep.
    pub(super) item: Option<(usize, usize)>,
    /// Whether it is set flush right.
    pub(super) is_number: bool,
    /// Whether it stands below a table, which has no space of its own.
    pub(super) below_table: bool,
    /// Whether it begins a sheet.
    pub(super) new_page: bool,
}

impl<'a> Body<'a> {
    /// Nothing yet.
    pub(super) fn new(house: &'a House) -> Self {
        Self {
            house,
            xml: Xml::piece(),
            relations: Relations::default(),
            used: BTreeSet::new(),
            lists: Vec::new(),
            has_parts: false,
            below_table: false,
            bookmarks: 0,
            has_sign: false,
        }
    }

    /// Who writes, and the day of the letter; DIN 5008 has both at the head of the sheet.
    pub(super) fn letterhead(&mut self, author: Option<&str>, letter: &Letterhead) {
        let sender = &letter.sender;
        self.line(Style::Issuer, RunLook::default(), author.unwrap_or(&sender.organisation));
        let right = RunLook { is_number: true, ..RunLook::default() };
        let known = [&sender.name, &sender.phone, &sender.mail].into_iter().flatten();
        let lines = sender.address.iter().chain(known).chain([&letter.date]);
        for words in lines {
            self.line(Style::TableText, right, words);
        }
        self.line(Style::Normal, RunLook::default(), "");
    }

    /// All blocks of a document.
    pub(super) fn document(&mut self, blocks: &[Block]) {
        let title = blocks.iter().position(|block| matches!(block, Block::Heading(1, _)));
        for (index, block) in blocks.iter().enumerate() {
            let style = match block {
                // The one line above the title tells whose document it is.
                Block::Paragraph(runs)
                    if index == 0
                        && !self.house.is_letter
                        && title.is_some()
                        && is_one_line(runs) =>
                {
                    Style::Issuer
                }
                // An important line right below the title is a part of it.
                Block::Paragraph(runs)
                    if index > 0
                        && title == Some(index - 1)
                        && matches!(&runs[..], [Inline::Strong(_)]) =>
                {
                    Style::Subtitle
                }
                _ => Style::Normal,
            };
            if let (Style::Subtitle, Block::Paragraph(runs)) = (style, block)
                && let [Inline::Strong(inner)] = &runs[..]
            {
                self.paragraph(style, RunLook::default(), inner);
                continue;
            }
            self.block(block, Within { style, depth: 0 });
        }
        self.part_from_table();
    }

    /// Two tables one below the other would be one, and none may be the last thing.
    pub(super) fn part_from_table(&mut self) {
        if self.below_table {
            self.line(Style::TableText, RunLook::default(), "");
        }
        self.below_table = false;
    }

    /// How the next paragraph looks if it is an ordinary one.
    pub(super) fn look(&mut self) -> RunLook {
        RunLook { below_table: std::mem::take(&mut self.below_table), ..RunLook::default() }
    }

    fn block(&mut self, block: &Block, within: Within) {
        match block {
            Block::Heading(level, runs) => {
                // Headings bring the space above them along.
                self.below_table = false;
                // A sign stands on a sheet of its own; the first one below the title.
                let new_page = self.house.are_signs && *level == 2 && self.has_sign;
                self.has_sign |= *level == 2;
                let look = RunLook { new_page, ..RunLook::default() };
                self.paragraph(Style::Heading(*level), look, runs);
            }
            Block::Paragraph(runs) => {
                let look = self.look();
                self.paragraph(within.style, look, runs);
            }
            Block::List(first, items) => self.list(*first, items, within),
            Block::Quote(inner) => {
                for block in inner {
                    self.block(block, Within { style: Style::Quote, ..within });
                }
            }
            Block::Facts(facts) => {
                for fact in facts {
                    let look = self.look();
                    self.labelled(&fact.label, look, &fact.content);
                }
            }
            Block::Table(table) => self.table(table),
            Block::Agenda(days) => self.agenda(days),
            Block::Grid(grid) if sheet::fits(grid) => self.grid(grid),
            Block::Grid(grid) => self.agenda(std::slice::from_ref(&grid.list)),
            Block::Drawing(drawing) => {
                for block in &told(drawing) {
                    self.block(block, within);
                }
            }
            Block::Code(lines) => {
                let look = self.look();
                self.line(Style::Code, look, lines);
            }
            Block::Contents(chapters) => self.block(&Chapter::list(chapters), within),
            Block::Rule => {
                self.below_table = false;
                self.paragraph(Style::Rule, RunLook::default(), &[]);
            }
        }
    }

    fn list(&mut self, first: Option<u64>, items: &[Vec<Block>], within: Within) {
        let level = within.depth.min(DEEPEST_LIST);
        let (style, list) = match first {
            None => (Style::ListBullet, 1),
            Some(first) => {
                self.lists.push(first);
                (Style::ListNumber, self.lists.len() + 2)
            }
        };
        let inside = Within { style: Style::ListContinue(level), depth: within.depth + 1 };
        for item in items {
            let mut rest = &item[..];
            if let [Block::Paragraph(runs), further @ ..] = rest {
                let look = RunLook { item: Some((list, level)), ..self.look() };
                self.paragraph(style, look, runs);
                rest = further;
            }
            for block in rest {
                self.block(block, inside);
            }
        }
    }
}

fn is_one_line(runs: &[Inline]) -> bool {
    !runs.iter().any(|run| matches!(run, Inline::Break | Inline::Strong(_)))
}
