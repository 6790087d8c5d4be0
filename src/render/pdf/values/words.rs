//! All the words that a document puts on paper, for which there must be letters.

use super::letter;
use crate::document::agenda::{AgendaRow, rows};
use crate::document::drawing::Figure;
use crate::document::markdown;
use crate::document::model::{Block, Chapter, Document};
use crate::document::told::told;

/// All that will be printed, piece by piece.
pub(in crate::render::pdf) fn words(document: &Document) -> Vec<String> {
    let mut words = Vec::new();
    let frame = &document.frame;
    words.extend([&frame.as_of, &frame.contact].into_iter().flatten().cloned());
    words.extend(frame.members.iter().cloned());
    words.push(frame.members_called.clone());
    words.extend(frame.letter.iter().flat_map(letter::words));
    words_of(&document.blocks, &mut words);
    words
}

fn words_of(blocks: &[Block], words: &mut Vec<String>) {
    for block in blocks {
        match block {
            Block::Heading(_, runs) | Block::Paragraph(runs) => words.push(markdown::words(runs)),
            Block::List(_, items) => items.iter().for_each(|item| words_of(item, words)),
            Block::Quote(inner) => words_of(inner, words),
            Block::Facts(facts) => {
                for fact in facts {
                    words.extend([fact.label.clone(), markdown::words(&fact.content)]);
                }
            }
            Block::Table(table) => {
                words.extend(table.caption.iter().cloned());
                words.extend(table.columns.iter().map(|column| column.heading.clone()));
                words.extend(table.rows.iter().flatten().map(|cell| markdown::words(cell)));
            }
            Block::Agenda(days) => {
                for day in days {
                    words.extend(day.heading.iter().cloned());
                    for row in &rows(day) {
                        words_of_row(row, words);
                    }
                }
            }
            Block::Grid(grid) => {
                words.extend([grid.caption.clone(), grid.hours.to_owned()]);
                words.extend(grid.columns.iter().cloned());
                words.extend(grid.rows.iter().map(|line| line.time.clone()));
                words.extend(grid.list.heading.iter().cloned());
                for row in &rows(&grid.list) {
                    words_of_row(row, words);
                }
            }
            Block::Drawing(drawing) => {
                words_of(&told(drawing), words);
                match &drawing.figure {
                    Figure::Months(..) => {}
                    Figure::Map(spots) => {
                        words.extend(spots.iter().map(|spot| spot.name.clone()));
                    }
                    Figure::Lanes(lanes) => {
                        words.push(lanes.scale.clone());
                        words.extend(lanes.today.iter().map(|(_, word)| word.clone()));
                    }
                }
            }
            Block::Code(lines) => words.push(lines.clone()),
            Block::Contents(chapters) => words_of(&[Chapter::list(chapters)], words),
            Block::Rule => {}
        }
    }
}

fn words_of_row(row: &AgendaRow, words: &mut Vec<String>) {
    words.extend(row.time.clone().map(String::from));
    words.push(row.headline.clone());
    words.extend(row.people.iter().chain(&row.details).chain(&row.description).cloned());
    words.extend(row.length().map(str::to_owned));
    words.extend(row.cues().iter().cloned());
    row.parts.iter().chain(&row.children).for_each(|row| words_of_row(row, words));
}
