//! Documents as PDF, typeset by typst.
//!
//! A document goes to typst as values, never as markup, so that its text stays text. How it looks
//! is said by a file of typst's, built in or the user's own, which finds the document in
//! `sys.inputs.document` and size and paper in `sys.inputs.look`.
//!
//! Every file is PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2) at once. Its date is a
//! fact of the document, its identifier comes from what it says: the same document is the same bytes.

mod fit;
mod fonts;
mod glyphs;
mod press;
mod values;

use std::slice;

use typst::foundations::{IntoValue as _, Smart};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use crate::diagnostic::Diagnostic;
use crate::document::model::{Document, Frame};
use crate::source::Sources;

use super::sheet::Sheet;
use fonts::Fonts;
use press::{PROGRAMME, Press, Style};

/// What kind of sheet a document becomes: each has a file that says how it looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Design {
    /// A programme to hand out and hang up.
    Programme,
    /// A letter for an envelope with a window.
    Letter,
}

impl Design {
    /// All designs.
    pub const ALL: [Self; 2] = [Self::Programme, Self::Letter];

    /// The design of `document`.
    pub fn of(document: &Document) -> Self {
        if document.frame.letter.is_some() { Self::Letter } else { Self::Programme }
    }

    /// Where the user's own file of this design stands in the workspace.
    pub fn path(self) -> &'static str {
        match self {
            Self::Programme => "templates/programme.typ",
            Self::Letter => "templates/letter.typ",
        }
    }

    fn built_in(self) -> &'static str {
        match self {
            Self::Programme => PROGRAMME,
            Self::Letter => include_str!("../../data/templates/letter.typ"),
        }
    }

    /// The user's own file if there is one among `sources`, else the built-in one.
    fn find(self, sources: &Sources) -> Style<'_> {
        match sources.find(self.path()) {
            // The repository of this program is a workspace that holds the built-in design.
            Some((id, file)) if file.text != self.built_in() => {
                Style { text: &file.text, file: Some(id) }
            }
            _ => Style { text: self.built_in(), file: None },
        }
    }
}

/// `documents` of one design as a PDF file.
///
/// # Errors
/// If the fonts lack a character, if the user's design has a mistake, or if a document does not fit
/// on the one page that is wanted, or an address into its field.
pub fn pdf(
    documents: &[Document],
    design: Design,
    sheet: Sheet,
    sources: &Sources,
) -> Result<Vec<u8>, Vec<Diagnostic>> {
    if sheet.one_page && documents.len() > 1 {
        // Each is told by itself what does not fit.
        for document in documents {
            set(slice::from_ref(document), design, sheet, sources)?;
        }
    }
    let (pages, press) = set(documents, design, sheet, sources)?;
    export(&pages, documents).map_err(|faults| press.findings(&faults))
}

/// The pages, and the press that they come from.
fn set<'s>(
    documents: &[Document],
    design: Design,
    sheet: Sheet,
    sources: &'s Sources,
) -> Result<(PagedDocument, Press<'s>), Vec<Diagnostic>> {
    let style = design.find(sources);
    let words: Vec<String> = documents.iter().flat_map(values::words).collect();
    let fonts = Fonts::for_words(&words, style.file.is_some());
    let missing = glyphs::missing(&words, &fonts, sources);
    if !missing.is_empty() {
        return Err(missing);
    }
    let values = documents.iter().map(|document| values::document(document).into_value());
    let mut press = Press::new(style, fonts, values.collect());
    let pages = fit::pages(&mut press, sheet, documents.len())?;
    let findings = fit::addresses_too_long(&pages);
    if findings.is_empty() { Ok((pages, press)) } else { Err(findings) }
}

/// What is wrong with the user's own design for `document`, if there is one among `sources`.
pub fn check(document: &Document, sources: &Sources) -> Vec<Diagnostic> {
    let design = Design::of(document);
    if design.find(sources).file.is_none() {
        return Vec::new();
    }
    let documents = slice::from_ref(document);
    pdf(documents, design, Sheet::default(), sources).err().unwrap_or_default()
}

fn export(
    pages: &PagedDocument,
    documents: &[Document],
) -> Result<Vec<u8>, typst::ecow::EcoVec<typst::diag::SourceDiagnostic>> {
    let standards = PdfStandards::new(&[PdfStandard::Ua_1, PdfStandard::A_2a]);
    let identity = documents.iter().flat_map(|document| {
        let Frame { author, as_of, letter, .. } = &document.frame;
        let address = letter.iter().flat_map(|letter| &letter.address);
        [Some(&document.title), author.as_ref(), as_of.as_ref()]
            .into_iter()
            .flatten()
            .chain(address)
    });
    let identity: Vec<&str> = identity.map(String::as_str).collect();
    let date = documents.first().and_then(|document| document.frame.date.as_deref());
    let options = PdfOptions {
        ident: Smart::Custom(identity.join("\n")),
        creator: Smart::Custom(Some("erfa".to_owned())),
        timestamp: values::date(date).map(Timestamp::new_utc),
        // Both are versions of PDF 1.7: they never exclude each other.
        standards: standards.unwrap_or_default(),
        ..PdfOptions::default()
    };
    typst_pdf::pdf(pages, &options).map(end_streams)
}

/// Ends each stream in a way that all readers understand. The data of a stream may end with a
/// carriage return; with the line feed that follows it looks like one line end, and strict readers
/// then find the stream a byte too short. A carriage return is a line end too (ISO 32000-1, 7.2.3).
fn end_streams(mut file: Vec<u8>) -> Vec<u8> {
    const DOUBTFUL: &[u8] = b"\r\nendstream";
    let ends = file.windows(DOUBTFUL.len()).enumerate();
    let ends: Vec<usize> =
        ends.filter(|(_, bytes)| *bytes == DOUBTFUL).map(|(at, _)| at + 1).collect();
    for end in ends {
        file[end] = b'\r';
    }
    file
}

#[cfg(test)]
mod tests;
