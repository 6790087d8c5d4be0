//! What typst sees of the world: one file, one document, our fonts, and neither clock nor disk.

use std::path::PathBuf;

use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::ecow::EcoVec;
use typst::foundations::{Bytes, Datetime, Dict, Duration, IntoValue as _};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Library, LibraryExt as _, World, WorldExt as _};
use typst_layout::PagedDocument;

use super::Style;
use super::fonts::Fonts;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::print::DesignFault;
use crate::source::Origin;

/// A document with its design, ready to be set.
pub(super) struct Press<'a> {
    style: Style<'a>,
    source: Source,
    fonts: Fonts,
    document: Dict,
    library: LazyHash<Library>,
}

impl<'a> Press<'a> {
    /// Takes `document` in the form of [`super::values`].
    pub(super) fn new(style: Style<'a>, fonts: Fonts, document: Dict) -> Self {
        let root = VirtualPath::new("design.typ").expect("a plain name");
        let file = FileId::unique(RootedPath::new(VirtualRoot::Project, root));
        let source = Source::new(file, style.text.to_owned());
        Self { style, source, fonts, document, library: LazyHash::new(Library::default()) }
    }

    /// Sets the document in a look.
    ///
    /// # Errors
    /// With every fault of the design.
    pub(super) fn set(&mut self, look: Dict) -> Result<PagedDocument, Vec<Diagnostic>> {
        let mut inputs = Dict::new();
        inputs.insert("document".into(), self.document.clone().into_value());
        inputs.insert("look".into(), look.into_value());
        // Only with these can a table say that its first column holds headings too.
        let features = [Feature::A11yExtras].into_iter().collect();
        let library = Library::builder().with_inputs(inputs).with_features(features);
        self.library = LazyHash::new(library.build());
        typst::compile::<PagedDocument>(&*self).output.map_err(|faults| self.findings(&faults))
    }

    /// Faults as typst sees them, at their places in the user's own design.
    pub(super) fn findings(&self, faults: &EcoVec<SourceDiagnostic>) -> Vec<Diagnostic> {
        let finding = |fault: &SourceDiagnostic| {
            let hints: Vec<&str> = fault.hints.iter().map(|hint| hint.v.as_str()).collect();
            let problem = DesignFault {
                reason: fault.message.to_string(),
                hint: (!hints.is_empty()).then(|| hints.join("; ")),
                own: self.style.file.is_some(),
            };
            match (self.style.file, self.range(fault.span)) {
                (Some(file), Some(range)) => Diagnostic::at(Origin::new(file, range), problem),
                (Some(file), None) => Diagnostic::at(Origin::new(file, 0..0), problem),
                (None, _) => Diagnostic::new(problem),
            }
        };
        faults.iter().map(finding).collect()
    }
}

impl World for Press<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        self.fonts.book()
    }

    fn main(&self) -> FileId {
        self.source.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.source.id() { Ok(self.source.clone()) } else { Err(absent(id)) }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        Err(absent(id))
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.font(index)
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

/// A design is one file; what it wants to read beside it is not there.
fn absent(id: FileId) -> FileError {
    FileError::NotFound(PathBuf::from(id.get().vpath().get_without_slash()))
}
