//! What users say of paper, and documents on paper: PDF, if this program was built with it.

use crate::diagnostic::Diagnostic;
#[cfg(not(feature = "pdf"))]
use crate::diagnostic::request::BadArgument;
use crate::document::model::Document;
use crate::render::{Encoder, Failure, Profile, Writing};
use crate::source::Sources;

/// What the format is called, and what makes it.
pub(super) const FORMAT: Profile = Profile {
    name: "pdf",
    extension: "pdf",
    writing: Writing::Binary,
    encoder: Encoder::Paper(print),
};

use crate::text::vocabulary;

/// How a document is put on paper.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// The size of the paper.
    pub paper: Paper,
    /// Whether letters are large (18 pt), for those who see little.
    pub large: bool,
    /// Whether everything must stand on one page.
    pub one_page: bool,
}

vocabulary! {
    /// A size of paper (ISO 216), upright; by its word typst knows it, too.
    #[derive(Default)]
    pub enum Paper {
        /// 210 × 297 mm.
        #[default]
        A4 = "a4",
        /// 148 × 210 mm.
        A5 = "a5",
    }
}

/// Where the user's own design of `documents` stands in the workspace.
#[cfg(feature = "pdf")]
pub fn design_path(documents: &[Document]) -> Option<&'static str> {
    use crate::render::pdf::Design;
    Some(documents.first().map_or(Design::Programme, Design::of).path())
}

/// Without PDF nobody reads designs.
#[cfg(not(feature = "pdf"))]
pub fn design_path(_: &[Document]) -> Option<&'static str> {
    None
}

/// `documents` of the same kind as one file, which only letters share.
#[cfg(feature = "pdf")]
fn print(documents: &[Document], sheet: Sheet, sources: &Sources) -> Result<Vec<u8>, Failure> {
    use crate::diagnostic::writing::SeveralDocuments;
    use crate::render::pdf::{Design, pdf};
    let design = documents.first().map_or(Design::Programme, Design::of);
    if documents.len() > 1 && design != Design::Letter {
        let number = documents.len();
        return Err(vec![Diagnostic::new(SeveralDocuments { number })].into());
    }
    Ok(pdf(documents, design, sheet, sources)?)
}

/// Says that this program was built without PDF.
#[cfg(not(feature = "pdf"))]
fn print(_: &[Document], _: Sheet, _: &Sources) -> Result<Vec<u8>, Failure> {
    let problem = BadArgument {
        name: "--format".to_owned(),
        found: "pdf".to_owned(),
        german: "dieses Programm wurde ohne PDF gebaut (Feature `pdf`)".to_owned(),
        english: "this program was built without PDF (feature `pdf`)".to_owned(),
    };
    Err(vec![Diagnostic::new(problem)].into())
}
