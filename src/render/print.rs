//! Documents on paper: PDF, if this program was built with it.

use super::sheet::Sheet;
use crate::diagnostic::Diagnostic;
#[cfg(not(feature = "pdf"))]
use crate::diagnostic::request::BadArgument;
use crate::document::model::Document;
use crate::source::Sources;

/// Where the user's own design of `documents` stands in the workspace.
#[cfg(feature = "pdf")]
pub(super) fn design(documents: &[Document]) -> Option<&'static str> {
    use super::pdf::Design;
    documents.first().map(|document| Design::of(document).path())
}

/// Without PDF nobody reads designs.
#[cfg(not(feature = "pdf"))]
pub(super) fn design(_: &[Document]) -> Option<&'static str> {
    None
}

/// `documents` of the same kind as one file, which only letters share.
#[cfg(feature = "pdf")]
pub(super) fn print(
    documents: &[Document],
    sheet: Sheet,
    sources: &Sources,
) -> Result<Vec<u8>, Vec<Diagnostic>> {
    use super::pdf::{Design, pdf};
    use crate::diagnostic::writing::SeveralDocuments;
    let design = documents.first().map_or(Design::Programme, Design::of);
    if documents.len() > 1 && design != Design::Letter {
        let number = documents.len();
        return Err(vec![Diagnostic::new(SeveralDocuments { number })]);
    }
    pdf(documents, design, sheet, sources)
}

/// Says that this program was built without PDF.
#[cfg(not(feature = "pdf"))]
pub(super) fn print(_: &[Document], _: Sheet, _: &Sources) -> Result<Vec<u8>, Vec<Diagnostic>> {
    let problem = BadArgument {
        name: "--format".to_owned(),
        found: "pdf".to_owned(),
        german: "dieses Programm wurde ohne PDF gebaut (Feature `pdf`)".to_owned(),
        english: "this program was built without PDF (feature `pdf`)".to_owned(),
    };
    Err(vec![Diagnostic::new(problem)])
}
