//! Documents and answers as bytes: one file a format, each with its own escaping.
//!
//! A new format is a file that imports nothing from here, and its row in the table of [`Format`].

use std::io;
use std::slice;

use self::eml::Mail;
use self::ics::Schedule;
use self::json::Data;
use self::sheet::Sheet;
use crate::diagnostic::Diagnostic;
use crate::document::drawing::Drawing;
use crate::document::model::{Document, Table};
use crate::document::style_sheet;
use crate::source::Sources;
use crate::text::vocabulary;

pub mod atom;
pub mod csv;
pub mod difference;
pub mod docx;
pub mod eml;
pub mod html;
pub mod ics;
pub mod json;
mod layout;
pub mod manual;
pub mod markdown;
#[cfg(feature = "pdf")]
pub mod pdf;
mod print;
pub mod sheet;
pub mod svg;
pub mod terminal;
pub mod text;
mod text_table;
pub mod xlsx;
mod xml;

#[cfg(test)]
mod tests;

/// The formats: each with its name, the ending of its files, what they hold, and what makes them.
macro_rules! formats {
    ($($(#[$about:meta])*
        $format:ident($name:literal, $extension:literal, $writing:ident, $encoder:expr),)*) => {
        /// A format of an answer.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Format { $($(#[$about])* $format,)* }

        vocabulary! { for Format { $($format = $name,)* } }

        impl Format {
            /// The ending of its files.
            pub fn extension(self) -> &'static str {
                match self { $(Self::$format => $extension,)* }
            }

            /// What its files hold.
            pub fn writing(self) -> Writing {
                match self { $(Self::$format => Writing::$writing,)* }
            }

            /// What makes it.
            pub fn encoder(self) -> Encoder {
                match self { $(Self::$format => $encoder,)* }
            }
        }
    };
}

formats! {
    /// A table for a terminal.
    Table("table", "txt", Aligned, Encoder::Screen(terminal::terminal)),
    /// Plain text.
    Text("text", "txt", Aligned, Encoder::Words(text::text)),
    /// Markdown.
    Markdown("markdown", "md", Free, Encoder::Words(markdown::markdown)),
    /// A page for a browser.
    Html("html", "html", Free, Encoder::Page(
        |document, sources| Ok(html::styled(document, sources)?.into_bytes()),
        |_| Some(style_sheet::PATH),
    )),
    /// Pages to print.
    Pdf("pdf", "pdf", Binary, Encoder::Paper(print::print, print::design)),
    /// A drawing.
    Svg("svg", "svg", Free, Encoder::Drawing(svg::svg)),
    /// A document for Word.
    Docx("docx", "docx", Binary, Encoder::Page(
        |document, _| docx::docx(document).map_err(Failure::TooLarge),
        |_| None,
    )),
    /// A calendar.
    Ics("ics", "ics", Free, Encoder::Calendar(ics::ics)),
    /// A table for a spreadsheet.
    Csv("csv", "csv", Free, Encoder::Table(csv::csv)),
    /// A workbook for a spreadsheet.
    Xlsx("xlsx", "xlsx", Binary, Encoder::Workbook(xlsx::xlsx)),
    /// Data for other programs.
    Json("json", "json", Free, Encoder::Data(|data| data.json())),
    /// A mail.
    Eml("eml", "eml", Free, Encoder::Mail(eml::eml)),
}

impl Format {
    /// What it is made from.
    pub fn shape(self) -> Shape {
        match self.encoder() {
            Encoder::Screen(_) => Shape::Screen,
            Encoder::Words(_) | Encoder::Page(..) => Shape::Document,
            Encoder::Paper(..) => Shape::Paper,
            Encoder::Data(_) => Shape::Data,
            Encoder::Table(_) => Shape::Table,
            Encoder::Workbook(_) => Shape::Workbook,
            Encoder::Calendar(_) => Shape::Calendar,
            Encoder::Drawing(_) => Shape::Drawing,
            Encoder::Mail(_) => Shape::Mail,
        }
    }

    /// Whether it has a look: room for pictures, and for tables of many columns.
    pub fn has_look(self) -> bool {
        matches!(self.encoder(), Encoder::Page(..) | Encoder::Paper(..))
    }

    /// Whether documents in it show drawings; others tell them.
    pub fn has_drawings(self) -> bool {
        matches!(self, Self::Html | Self::Pdf)
    }

    /// `document` as a file of it; what is made from anything else than documents gets none, and is empty.
    ///
    /// # Errors
    /// If something is wrong with it, or with the user's own files that say how it looks.
    pub fn file(self, document: &Document, sources: &Sources) -> Result<Vec<u8>, Failure> {
        match self.encoder() {
            Encoder::Words(encode) => Ok(encode(document).into_bytes()),
            Encoder::Page(encode, _) => encode(document, sources),
            Encoder::Paper(encode, _) => {
                Ok(encode(slice::from_ref(document), Sheet::default(), sources)?)
            }
            Encoder::Screen(_)
            | Encoder::Data(_)
            | Encoder::Table(_)
            | Encoder::Workbook(_)
            | Encoder::Calendar(_)
            | Encoder::Drawing(_)
            | Encoder::Mail(_) => Ok(Vec::new()),
        }
    }

    /// Where the user's own file stands that says how `documents` look in it.
    pub fn look(self, documents: &[Document]) -> Option<&'static str> {
        match self.encoder() {
            Encoder::Page(_, look) | Encoder::Paper(_, look) => look(documents),
            Encoder::Screen(_)
            | Encoder::Words(_)
            | Encoder::Data(_)
            | Encoder::Table(_)
            | Encoder::Workbook(_)
            | Encoder::Calendar(_)
            | Encoder::Drawing(_)
            | Encoder::Mail(_) => None,
        }
    }
}

/// What the files of a format hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Writing {
    /// Letters of one width, in which columns can be aligned.
    Aligned,
    /// Letters that another program sets, or reads.
    Free,
    /// Bytes that fill no screen.
    Binary,
}

/// Sets documents on sheets.
type PrintDocuments = fn(&[Document], Sheet, &Sources) -> Result<Vec<u8>, Vec<Diagnostic>>;

/// Where the user's own file stands that says how documents look.
type FindLook = fn(&[Document]) -> Option<&'static str>;

/// What makes a format, and from what.
#[derive(Clone, Copy)]
pub enum Encoder {
    /// A document becomes what a terminal shows to whoever asks.
    Screen(fn(&Document, terminal::Options) -> String),
    /// A document becomes words, which can follow others.
    Words(fn(&Document) -> String),
    /// A document becomes a file with a look, which the user's own files may change.
    Page(fn(&Document, &Sources) -> Result<Vec<u8>, Failure>, FindLook),
    /// Documents become sheets of paper.
    Paper(PrintDocuments, FindLook),
    /// Data stay data.
    Data(fn(&dyn Data) -> serde_json::Result<String>),
    /// A table stays a table.
    Table(fn(&Table) -> io::Result<Vec<u8>>),
    /// A table becomes a workbook.
    Workbook(fn(&Table) -> io::Result<Vec<u8>>),
    /// Entries become a calendar.
    Calendar(fn(&Schedule<'_>) -> String),
    /// A drawing becomes a picture.
    Drawing(fn(&Drawing) -> String),
    /// A mail becomes a file that a mail program opens.
    Mail(fn(&Mail) -> Result<Vec<u8>, eml::MailFault>),
}

/// What an answer can be: the shapes that formats are made from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A document, for the screen of whoever asks.
    Screen,
    /// A document.
    Document,
    /// A document that there is a design of a sheet for.
    Paper,
    /// Data.
    Data,
    /// A table of columns and rows.
    Table,
    /// The same for a workbook.
    Workbook,
    /// Entries of a calendar.
    Calendar,
    /// A drawing.
    Drawing,
    /// Mails.
    Mail,
}

/// Why a document did not become a file.
#[derive(Debug)]
pub enum Failure {
    /// Something is wrong with it, or with the user's own files that say how it looks.
    Findings(Vec<Diagnostic>),
    /// It is larger than a file of this format can be.
    TooLarge(io::Error),
}

impl From<Vec<Diagnostic>> for Failure {
    fn from(findings: Vec<Diagnostic>) -> Self {
        Self::Findings(findings)
    }
}
