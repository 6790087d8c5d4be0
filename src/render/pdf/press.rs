//! What typst sees of the world: one file, one document, our fonts, and neither clock nor disk.

use std::path::PathBuf;
use std::sync::OnceLock;

use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::ecow::EcoVec;
use typst::foundations::{Array, Bytes, Datetime, Dict, Duration, IntoValue as _};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Library, LibraryExt as _, World, WorldExt as _};
use typst_layout::PagedDocument;

use super::fault::{Fault, is_of_use, plain};
use super::fonts::Fonts;

/// The built-in design of programmes, which other designs can take from.
pub(super) const PROGRAMME: &str = include_str!("../../../data/templates/programme.typ");

/// A document with its design, ready to be set.
pub(super) struct Press {
    source: Source,
    /// The built-in design of programmes, for designs that import from it; read when one does.
    programme: OnceLock<Source>,
    programme_id: FileId,
    fonts: Fonts,
    documents: Array,
    /// Whether they have no letters but those that the built-in design calls Latin.
    latin: bool,
    /// What designs can name; made when something is set, for it holds what that is.
    library: OnceLock<LazyHash<Library>>,
}

impl Press {
    /// Takes documents in the form of [`super::values`], at least one.
    pub(super) fn new(text: &str, fonts: Fonts, documents: Array, latin: bool) -> Self {
        let place = |name| {
            let path = VirtualPath::new(name).expect("a plain name");
            RootedPath::new(VirtualRoot::Project, path)
        };
        let source = Source::new(FileId::unique(place("design.typ")), text.to_owned());
        let programme_id = FileId::new(place("programme.typ"));
        let (programme, library) = (OnceLock::new(), OnceLock::new());
        Self { source, programme, programme_id, fonts, documents, latin, library }
    }

    /// Sets the document in a look.
    ///
    /// # Errors
    /// With every fault of the design.
    pub(super) fn set(&mut self, mut look: Dict) -> Result<PagedDocument, Vec<Fault>> {
        let mut inputs = Dict::new();
        let first = self.documents.iter().next().cloned().unwrap_or_default();
        inputs.insert("document".into(), first);
        inputs.insert("documents".into(), self.documents.clone().into_value());
        look.insert("latin".into(), self.latin.into_value());
        inputs.insert("look".into(), look.into_value());
        // Only with these can a table say that its first column holds headings too.
        let features = [Feature::A11yExtras].into_iter().collect();
        let library = Library::builder().with_inputs(inputs).with_features(features);
        self.library = OnceLock::from(LazyHash::new(library.build()));
        typst::compile::<PagedDocument>(&*self).output.map_err(|faults| self.faults(&faults))
    }

    /// The fonts, for another document.
    pub(super) fn into_fonts(self) -> Fonts {
        self.fonts
    }

    /// Faults as typst sees them, with their places in the design.
    pub(super) fn faults(&self, faults: &EcoVec<SourceDiagnostic>) -> Vec<Fault> {
        let fault = |fault: &SourceDiagnostic| {
            let hints = fault.hints.iter().map(|hint| hint.v.as_str());
            let hints: Vec<&str> = hints.filter(|hint| is_of_use(hint)).collect();
            let here = fault.span.id() == Some(self.source.id());
            Fault::Design {
                range: self.range(fault.span).filter(|_| here),
                reason: plain(&fault.message),
                hint: (!hints.is_empty()).then(|| hints.join("; ")),
            }
        };
        faults.iter().map(fault).collect()
    }
}

impl World for Press {
    fn library(&self) -> &LazyHash<Library> {
        self.library.get_or_init(|| LazyHash::new(Library::default()))
    }

    fn book(&self) -> &LazyHash<FontBook> {
        self.fonts.book()
    }

    fn main(&self) -> FileId {
        self.source.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.source.id() {
            return Ok(self.source.clone());
        }
        if id == self.programme_id {
            let programme = || Source::new(id, PROGRAMME.to_owned());
            return Ok(self.programme.get_or_init(programme).clone());
        }
        Err(absent(id))
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
