//! Reads a document for Word the way a stranger would: unpacks it and parses its XML.

use std::io::{Cursor, Read as _};

use quick_xml::Reader;
use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};

/// The paragraphs of a document in their order, in tables and out of them.
pub(crate) fn paragraphs(file: &[u8]) -> Vec<Paragraph> {
    let text = part(file, "word/document.xml");
    let mut reader = Reader::from_str(&text);
    let mut paragraphs: Vec<Paragraph> = Vec::new();
    let (mut in_words, mut cell) = (false, 0);
    loop {
        let event = reader.read_event().unwrap();
        match &event {
            Event::Eof => return paragraphs,
            Event::Text(words) if in_words => {
                paragraphs.last_mut().unwrap().words += words;
            }
            Event::GeneralRef(name) if in_words => {
                let words = &mut paragraphs.last_mut().unwrap().words;
                *words += quick_xml::escape::resolve_predefined_entity(name).unwrap();
            }
            Event::Start(element) | Event::Empty(element) => match element.name().as_ref() {
                "w:tr" => cell = 0,
                "w:tc" => cell += 1,
                "w:tbl" => assert_eq!(cell, 0, "no table stands in a table"),
                "w:p" => paragraphs.push(Paragraph { cell, ..Paragraph::default() }),
                "w:pStyle" => paragraphs.last_mut().unwrap().style = value(element, "w:val"),
                "w:ilvl" => {
                    paragraphs.last_mut().unwrap().level = value(element, "w:val").parse().unwrap();
                }
                "w:bidi" => paragraphs.last_mut().unwrap().right_to_left = true,
                "w:br" => paragraphs.last_mut().unwrap().words.push('\n'),
                "w:tab" => paragraphs.last_mut().unwrap().words.push('\t'),
                "w:t" => in_words = matches!(event, Event::Start(_)),
                _ => {}
            },
            Event::End(element) => match element.name().as_ref() {
                "w:t" => in_words = false,
                "w:tbl" => cell = 0,
                _ => {}
            },
            _ => {}
        }
    }
}

/// A paragraph as a reader sees it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Paragraph {
    /// The key of its style.
    pub(crate) style: String,
    /// Its words, with line ends and tabulators.
    pub(crate) words: String,
    /// The cell of a table that it stands in, from 1; 0 outside of tables.
    pub(crate) cell: usize,
    /// How deep it stands in lists, from 0.
    pub(crate) level: usize,
    /// Whether it is read from right to left.
    pub(crate) right_to_left: bool,
}

/// The texts in one of the files that the document is packed from.
pub(crate) fn texts(file: &[u8], name: &str) -> Vec<String> {
    let text = part(file, name);
    let mut reader = Reader::from_str(&text);
    let mut texts: Vec<String> = Vec::new();
    loop {
        match reader.read_event().unwrap() {
            Event::Eof => return texts,
            Event::Start(_) => texts.push(String::new()),
            Event::Text(words) => *texts.last_mut().unwrap() += &words,
            Event::GeneralRef(name) => {
                *texts.last_mut().unwrap() +=
                    quick_xml::escape::resolve_predefined_entity(&name).unwrap();
            }
            _ => {}
        }
    }
}

/// One of the files that the document is packed from.
pub(crate) fn part(file: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(file)).unwrap();
    let mut text = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

fn value(element: &BytesStart<'_>, name: &str) -> String {
    let attribute = element.try_get_attribute(name).unwrap().unwrap();
    attribute.normalized_value(XmlVersion::Explicit1_0).unwrap().into_owned()
}
