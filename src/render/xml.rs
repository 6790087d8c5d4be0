//! XML as it is written: for Word, and for feeds.

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

/// A part of the file as it is written.
pub(super) struct Xml(Writer<Vec<u8>>);

impl Xml {
    /// A part of its own.
    pub(super) fn part() -> Self {
        let mut xml = Self::piece();
        xml.event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), Some("yes"))));
        xml
    }

    /// What will stand within a part.
    pub(super) fn piece() -> Self {
        Self(Writer::new(Vec::new()))
    }

    /// An element with what `inside` writes into it.
    pub(super) fn element(
        &mut self,
        name: &str,
        attributes: &[(&str, &str)],
        inside: impl FnOnce(&mut Self),
    ) {
        self.open(name, attributes);
        inside(self);
        self.close(name);
    }

    /// Begins an element.
    pub(super) fn open(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.event(Event::Start(start(name, attributes)));
    }

    /// Ends an element.
    pub(super) fn close(&mut self, name: &str) {
        self.event(Event::End(BytesEnd::new(name)));
    }

    /// An element with nothing in it.
    pub(super) fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.event(Event::Empty(start(name, attributes)));
    }

    /// An element that says one value in `w:val`.
    pub(super) fn value(&mut self, name: &str, value: &str) {
        self.empty(name, &[("w:val", value)]);
    }

    /// An element with words in it.
    pub(super) fn words(&mut self, name: &str, attributes: &[(&str, &str)], words: &str) {
        let words = legal(words);
        self.element(name, attributes, |xml| xml.event(Event::Text(BytesText::new(&words))));
    }

    /// Puts in what was written elsewhere.
    pub(super) fn append(&mut self, piece: Self) {
        self.0.get_mut().extend(piece.bytes());
    }

    /// What was written.
    pub(super) fn bytes(self) -> Vec<u8> {
        self.0.into_inner()
    }

    fn event(&mut self, event: Event<'_>) {
        // Writing to memory cannot fail.
        let _ = self.0.write_event(event);
    }
}

fn start<'n>(name: &'n str, attributes: &[(&str, &str)]) -> BytesStart<'n> {
    let mut start = BytesStart::new(name);
    for (name, value) in attributes {
        start.push_attribute((*name, legal(value).as_str()));
    }
    start
}

/// Words without the characters that XML 1.0 (section 2.2) forbids; a replacement character tells
/// that one was there.
fn legal(words: &str) -> String {
    let legal = |character: char| match character {
        '\t' | '\n' => character,
        // An XML parser would take it for a line end.
        '\r' => ' ',
        '\u{fffe}' | '\u{ffff}' | '\0'..='\u{1f}' => char::REPLACEMENT_CHARACTER,
        _ => character,
    };
    words.chars().map(legal).collect()
}
