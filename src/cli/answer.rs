//! What commands answer, and how it becomes a format.

use std::slice;
use std::sync::Arc;

use anyhow::Result;

use super::context::Context;
use super::failure::Findings;
use super::loaded::Loaded;
use super::reads::Area;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::request::{BadArgument, SeveralMails};
use crate::diagnostic::writing::SeveralDocuments;
use crate::document::drawing::Drawing;
use crate::document::model::{Document, Table};
use crate::render::eml::Mail;
use crate::render::ics::Schedule;
use crate::render::json::Data;
use crate::render::sheet::Sheet;
use crate::render::terminal::{Options, terminal};
use crate::render::{Encoder, Failure, Format, Shape};
use crate::source::Sources;
use crate::text::{Language, Vocabulary as _};

/// What stands between two documents on one output: a form feed, so that a printer takes a new sheet.
const PAGE_BREAK: &str = "\n\x0c\n";

/// Makes an answer for a format in a language, if it is asked for: a table on a terminal is for whoever
/// asks, everything else is the network's.
type Make<'a, T> = Option<Box<dyn Fn(Format, Language) -> Result<T> + 'a>>;

/// The format that an answer takes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Wanted {
    /// The format.
    pub(super) format: Format,
    /// How a PDF is put on paper.
    pub(super) sheet: Sheet,
}

/// What a command answers: whatever it can be, of which only what the format needs is made.
pub(super) struct Answer<'a> {
    sources: Arc<Sources>,
    /// What is wrong with templates and designs of the user's own as files.
    faults: Vec<Diagnostic>,
    language: Language,
    documents: Make<'a, Vec<Document>>,
    data: Make<'a, Box<dyn Data + 'a>>,
    table: Make<'a, Table>,
    /// Whether the table can be a workbook, too.
    has_workbook: bool,
    calendar: Make<'a, Schedule<'a>>,
    drawing: Make<'a, Drawing>,
    mails: Make<'a, Vec<Mail>>,
}

impl<'a> Answer<'a> {
    /// An answer about a workspace; it can be nothing yet.
    pub(super) fn about(loaded: &Loaded) -> Self {
        let faults = loaded.faults_in(Area::Templates);
        Self { faults, ..Self::new(Arc::clone(&loaded.sources), loaded.document_language) }
    }

    /// An answer about files, in the language of documents.
    pub(super) fn new(sources: Arc<Sources>, language: Language) -> Self {
        let (documents, data, table, calendar) = (None, None, None, None);
        let (drawing, mails, faults) = (None, None, Vec::new());
        let has_workbook = false;
        Self {
            sources,
            faults,
            language,
            documents,
            data,
            table,
            has_workbook,
            calendar,
            drawing,
            mails,
        }
    }

    /// The same, which can be a document.
    pub(super) fn document(self, make: impl Fn(Format, Language) -> Result<Document> + 'a) -> Self {
        self.documents(move |format, language| Ok(vec![make(format, language)?]))
    }

    /// The same, which can be documents one after the other.
    pub(super) fn documents(
        self,
        make: impl Fn(Format, Language) -> Result<Vec<Document>> + 'a,
    ) -> Self {
        Self { documents: Some(Box::new(make)), ..self }
    }

    /// The same, which can be data.
    pub(super) fn data<D: Data + 'a>(self, make: impl Fn(Language) -> Result<D> + 'a) -> Self {
        let make =
            move |_, language| -> Result<Box<dyn Data + 'a>> { Ok(Box::new(make(language)?)) };
        Self { data: Some(Box::new(make)), ..self }
    }

    /// The same, which can be a table.
    pub(super) fn table(self, make: impl Fn(Language) -> Result<Table> + 'a) -> Self {
        Self { table: Some(Box::new(move |_, language| make(language))), ..self }
    }

    /// The same, which can be a table or a workbook.
    pub(super) fn sheet(self, make: impl Fn(Language) -> Result<Table> + 'a) -> Self {
        Self { has_workbook: true, ..self.table(make) }
    }

    /// The same, which can be a calendar.
    pub(super) fn calendar(self, make: impl Fn(Language) -> Result<Schedule<'a>> + 'a) -> Self {
        Self { calendar: Some(Box::new(move |_, language| make(language))), ..self }
    }

    /// The same, which can be a drawing.
    pub(super) fn drawing(self, make: impl Fn(Language) -> Result<Drawing> + 'a) -> Self {
        Self { drawing: Some(Box::new(move |_, language| make(language))), ..self }
    }

    /// The same, which can be mails.
    pub(super) fn mails(self, make: impl Fn() -> Result<Vec<Mail>> + 'a) -> Self {
        Self { mails: Some(Box::new(move |_, _| make())), ..self }
    }

    /// The answer in the format that was wanted.
    ///
    /// # Errors
    /// If the answer cannot take the format, or cannot be made.
    pub(super) fn encode(&self, wanted: Wanted, context: &Context) -> Result<Vec<u8>> {
        let Wanted { format, sheet } = wanted;
        let fault = |fault| self.fault(fault, context);
        match format.encoder() {
            Encoder::Screen(encode) => {
                let documents = self.make(&self.documents, format, context)?;
                let words = documents.iter().map(|one| encode(one, screen(context)));
                Ok(words.collect::<String>().into_bytes())
            }
            Encoder::Words(encode) => {
                let documents = self.make(&self.documents, format, context)?;
                let words: Vec<String> = documents.iter().map(encode).collect();
                Ok(words.join(PAGE_BREAK).into_bytes())
            }
            // One page, one file: pages and documents for Word cannot follow each other.
            Encoder::Page(encode, _) => match &self.make(&self.documents, format, context)?[..] {
                [document] => {
                    self.rely_on_look(format, slice::from_ref(document))?;
                    encode(document, &self.sources).map_err(fault)
                }
                several => Err(Findings::one(SeveralDocuments { number: several.len() }).into()),
            },
            Encoder::Paper(encode, _) => {
                let documents = self.make(&self.documents, format, context)?;
                self.rely_on_look(format, &documents)?;
                encode(&documents, sheet, &self.sources).map_err(|findings| fault(findings.into()))
            }
            Encoder::Data(encode) => {
                let data = self.make(&self.data, format, context)?;
                Ok(encode(&*data)?.into_bytes())
            }
            Encoder::Table(encode) | Encoder::Workbook(encode) => {
                Ok(encode(&self.make(&self.table, format, context)?)?)
            }
            Encoder::Calendar(encode) => {
                Ok(encode(&self.make(&self.calendar, format, context)?).into_bytes())
            }
            Encoder::Drawing(encode) => {
                Ok(encode(&self.make(&self.drawing, format, context)?).into_bytes())
            }
            Encoder::Mail(encode) => match &self.make(&self.mails, format, context)?[..] {
                [mail] => Ok(encode(mail)?),
                several => Err(Findings::one(SeveralMails { number: several.len() }).into()),
            },
        }
    }

    /// Why it did not become a file.
    pub(super) fn fault(&self, failure: Failure, context: &Context) -> anyhow::Error {
        match failure {
            Failure::Findings(findings) => {
                Findings { sources: Arc::clone(&self.sources), findings }.into()
            }
            Failure::TooLarge(error) => anyhow::Error::from(error).context(
                context
                    .say("das Dokument ist zu groß für Word", "the document is too large for Word")
                    .to_owned(),
            ),
        }
    }

    /// Stops if the user's own file that says how `documents` look could not be read.
    pub(super) fn rely_on_look(&self, format: Format, documents: &[Document]) -> Result<()> {
        let path = format.look(documents);
        let is_meant = |fault: &&Diagnostic| path.is_some() && fault.path(&self.sources) == path;
        let findings: Vec<_> = self.faults.iter().filter(is_meant).cloned().collect();
        if findings.is_empty() {
            return Ok(());
        }
        Err(Findings { sources: Arc::clone(&self.sources), findings }.into())
    }

    /// What `format` is made from; it is refused if the answer cannot be that.
    fn make<T>(&self, make: &Make<'a, T>, format: Format, context: &Context) -> Result<T> {
        let language =
            if format.shape() == Shape::Screen { context.language } else { self.language };
        let can = |format: &Format| self.can_be(format.shape());
        let refused = || refused(format, Format::all().filter(can));
        make.as_ref().ok_or_else(refused)?(format, language)
    }

    fn can_be(&self, shape: Shape) -> bool {
        match shape {
            Shape::Screen | Shape::Document | Shape::Paper => self.documents.is_some(),
            Shape::Data => self.data.is_some(),
            Shape::Table => self.table.is_some(),
            Shape::Workbook => self.table.is_some() && self.has_workbook,
            Shape::Calendar => self.calendar.is_some(),
            Shape::Drawing => self.drawing.is_some(),
            Shape::Mail => self.mails.is_some(),
        }
    }
}

/// Refuses `format` where there are only `others`.
pub(super) fn refused(format: Format, others: impl IntoIterator<Item = Format>) -> anyhow::Error {
    let names = others.into_iter().map(Format::word).collect::<Vec<_>>().join(", ");
    Findings::one(BadArgument {
        name: "--format".to_owned(),
        found: format.word().to_owned(),
        german: format!("hier gibt es nur {names}"),
        english: format!("there is only {names} here"),
    })
    .into()
}

/// Prints a document to standard output, as a terminal shows it.
pub(super) fn show(document: &Document, context: &Context) -> Result<()> {
    context.print(terminal(document, screen(context)))
}

/// How documents look on standard output.
fn screen(context: &Context) -> Options {
    Options { width: context.output.width, colour: context.output.colour }
}
