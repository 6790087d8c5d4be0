//! Documents for Word: Office Open XML (ISO/IEC 29500), as Word itself writes it.
//!
//! Headings, lists and tables are real ones, with styles that an office can change; tables repeat
//! their headings and say what they show; the language is set. The file holds no date, so that the
//! same document is the same file.

use std::io::{self, Cursor, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use self::body::Body;
use self::style::Style;
use self::styles::{House, W};
use crate::document::model::{Block, Document};
use crate::render::xml::Xml;
use crate::view::Stock;

mod agenda;
mod body;
mod grid;
mod link;
mod numbering;
mod picture;
mod relations;
mod sheet;
mod style;
mod styles;
mod table;
mod words;

/// How wide a character of labels and times is at most, in twentieths of a point: in the widest of the
/// fonts that stand in for a missing one (`DejaVu Serif`).
const CHARACTER: usize = 140;

/// `document` as a file for Word.
///
/// # Errors
/// If it is larger than the container can hold (4 GiB).
pub fn docx(document: &Document) -> io::Result<Vec<u8>> {
    let landscape =
        document.blocks.iter().any(|it| matches!(it, Block::Grid(grid) if sheet::fits(grid)));
    let house = House {
        language: document.language,
        accent: House::accent(document.frame.accent.as_deref()),
        labels: (longest_label(&document.blocks) * CHARACTER + 200).clamp(1300, 3000),
        landscape,
        is_letter: document.frame.letter.is_some(),
        are_signs: document.frame.stock == Stock::Signs,
        width: sheet::width(landscape),
    };
    let mut body = Body::new(&house);
    body.logos(&document.frame.logos);
    if let Some(letter) = &document.frame.letter {
        body.letterhead(document.frame.author.as_deref(), letter);
    }
    body.document(&document.blocks);
    let Body { xml: text, mut relations, mut used, lists, has_parts, .. } = body;
    for (kind, part) in [
        ("styles", "styles.xml"),
        ("numbering", "numbering.xml"),
        ("settings", "settings.xml"),
        ("fontTable", "fontTable.xml"),
        ("theme", "theme/theme1.xml"),
    ] {
        relations.part(kind, part);
    }
    let header = relations.part("header", "header1.xml");
    let footers = ["footer1.xml", "footer2.xml"].map(|part| relations.part("footer", part));
    // The marks of lists point at their styles.
    used.extend([Style::Header, Style::Footer, Style::ListBullet, Style::ListNumber]);

    let mut main = Xml::part();
    let namespaces =
        [W, ("xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships")];
    main.element("w:document", &namespaces, |xml| {
        xml.element("w:body", &[], |xml| {
            xml.append(text);
            sheet::section(&house, &header, [&footers[0], &footers[1]], xml);
        });
    });
    let footer = sheet::footer(document);
    let logos: Vec<(String, &[u8])> = picture::shown(&document.frame.logos)
        .enumerate()
        .map(|(index, (logo, _))| (format!("word/{}", picture::name(index)), &logo.bytes[..]))
        .collect();
    let parts = [
        ("[Content_Types].xml", sheet::content_types()),
        ("_rels/.rels", sheet::root()),
        ("word/document.xml", main.bytes()),
        ("word/_rels/document.xml.rels", relations.xml()),
        ("word/styles.xml", house.part(&used)),
        ("word/numbering.xml", numbering::part(&lists, has_parts)),
        ("word/settings.xml", sheet::settings(&house)),
        ("word/fontTable.xml", sheet::fonts()),
        ("word/theme/theme1.xml", sheet::theme(&house)),
        ("word/header1.xml", sheet::header(document)),
        ("word/footer1.xml", footer.clone()),
        ("word/footer2.xml", footer),
        ("docProps/core.xml", sheet::core(document)),
        ("docProps/app.xml", sheet::application()),
    ];
    let logos = logos.iter().map(|(name, bytes)| (name.as_str(), *bytes));
    package(parts.iter().map(|(name, bytes)| (*name, &bytes[..])).chain(logos))
}

/// The parts in one file.
fn package<'p>(parts: impl Iterator<Item = (&'p str, &'p [u8])>) -> io::Result<Vec<u8>> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        archive.start_file(name, options)?;
        archive.write_all(bytes)?;
    }
    Ok(archive.finish()?.into_inner())
}

fn longest_label(blocks: &[Block]) -> usize {
    let length = |block: &Block| match block {
        Block::Facts(facts) => {
            facts.iter().map(|fact| fact.label.chars().count()).max().unwrap_or_default()
        }
        Block::Quote(inner) => longest_label(inner),
        Block::List(_, items) => {
            items.iter().map(|item| longest_label(item)).max().unwrap_or_default()
        }
        Block::Heading(..)
        | Block::Paragraph(_)
        | Block::Table(_)
        | Block::Agenda(_)
        | Block::Grid(_)
        | Block::Drawing(_)
        | Block::Code(_)
        | Block::Contents(_)
        | Block::Rule => 0,
    };
    blocks.iter().map(length).max().unwrap_or_default()
}
