//! The fonts that are built in: Libertinus Serif for everything, others for what it lacks.

use std::collections::BTreeSet;

use typst::foundations::Bytes;
use typst::text::{Font, FontBook, is_default_ignorable};
use typst::utils::LazyHash;

/// How many of the built-in fonts are cuts of Libertinus Serif; they stand first.
const OF_THE_TEXT: usize = 6;

/// Fonts that are parsed, with what they cover.
pub(super) struct Fonts {
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
}

impl Fonts {
    /// The fonts for `characters`: those of the text alone while they suffice, for reading the others
    /// takes longer than setting a page; `all` of them for a design that may name any.
    pub(super) fn for_characters(characters: &BTreeSet<char>, all: bool) -> Self {
        let text = Self::load(OF_THE_TEXT);
        let suffices = || characters.iter().all(|&character| text.cover(character));
        if !all && suffices() { text } else { Self::load(usize::MAX) }
    }

    /// How many there are.
    pub(super) fn number(&self) -> usize {
        self.fonts.len()
    }

    /// The first so many built-in fonts.
    pub(super) fn load(most: usize) -> Self {
        let fonts: Vec<Font> = typst_assets::fonts()
            .take(most)
            .filter_map(|data| Font::new(Bytes::new(data), 0))
            .collect();
        Self { book: LazyHash::new(FontBook::from_fonts(&fonts)), fonts }
    }

    /// Whether one of them has `character`, or none is needed for it.
    pub(super) fn cover(&self, character: char) -> bool {
        let in_font = |font: &Font| font.info().coverage.contains(character.into());
        character.is_whitespace()
            || is_default_ignorable(character)
            || self.fonts.iter().any(in_font)
    }

    /// Their names and properties.
    pub(super) fn book(&self) -> &LazyHash<FontBook> {
        &self.book
    }

    /// The font with a number of the book.
    pub(super) fn font(&self, index: usize) -> Option<Font> {
        self.fonts.get(index).cloned()
    }
}
