//! Documents and answers as bytes: one file a format, each with its own escaping.
//!
//! What a format is called and what makes it stands in its file; [`Format`] has a line for each.

use std::io;
use std::slice;

use self::eml::Mail;
use self::ics::Schedule;
use self::json::Data;
use self::sheet::Sheet;
use crate::diagnostic::Diagnostic;
use crate::document::model::{Document, Table};
use crate::source::Sources;
use crate::text::Vocabulary;

pub mod csv;
pub mod difference;
pub mod docx;
pub mod eml;
pub mod html;
pub mod ics;
pub mod json;
mod layout;
pub mod markdown;
#[cfg(feature = "pdf")]
pub mod pdf;
pub mod sheet;
pub mod terminal;
pub mod text;
mod text_table;

#[cfg(test)]
mod tests;

/// The formats, each with the profile that its file gives it.
macro_rules! formats {
    ($($(#[$about:meta])* $format:ident $profile:path,)*) => {
        /// A format of an answer.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Format { $($(#[$about])* $format,)* }

        impl Vocabulary for Format {
            const ALL: &'static [Self] = &[$(Self::$format,)*];

            fn words(self) -> &'static [&'static str] {
                slice::from_ref(&self.profile().name)
            }
        }

        impl Format {
            fn profile(self) -> &'static Profile {
                match self { $(Self::$format => &$profile,)* }
            }
        }
    };
}

formats! {
    /// A table for a terminal.
    Table terminal::FORMAT,
    /// Plain text.
    Text text::FORMAT,
    /// Markdown.
    Markdown markdown::FORMAT,
    /// A page for a browser.
    Html html::FORMAT,
    /// Pages to print.
    Pdf sheet::FORMAT,
    /// A document for Word.
    Docx docx::FORMAT,
    /// A calendar.
    Ics ics::FORMAT,
    /// A table for a spreadsheet.
    Csv csv::FORMAT,
    /// Data for other programs.
    Json json::FORMAT,
    /// A mail.
    Eml eml::FORMAT,
}

impl Format {
    /// The ending of its files.
    pub fn extension(self) -> &'static str {
        self.profile().extension
    }

    /// What its files hold.
    pub fn writing(self) -> Writing {
        self.profile().writing
    }

    /// What makes it.
    pub fn encoder(self) -> Encoder {
        self.profile().encoder
    }

    /// What it is made from.
    pub fn shape(self) -> Shape {
        match self.encoder() {
            Encoder::Screen(_) => Shape::Screen,
            Encoder::Words(_) | Encoder::Page(_) => Shape::Document,
            Encoder::Paper(_) => Shape::Paper,
            Encoder::Data(_) => Shape::Data,
            Encoder::Table(_) => Shape::Table,
            Encoder::Calendar(_) => Shape::Calendar,
            Encoder::Mail(_) => Shape::Mail,
        }
    }

    /// Whether it has a look: room for pictures, and for tables of many columns.
    pub fn has_look(self) -> bool {
        matches!(self.encoder(), Encoder::Page(_) | Encoder::Paper(_))
    }
}

/// What a format is called, what its files hold, and what makes it.
#[derive(Clone, Copy)]
struct Profile {
    name: &'static str,
    extension: &'static str,
    writing: Writing,
    encoder: Encoder,
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
type Press = fn(&[Document], Sheet, &Sources) -> Result<Vec<u8>, Failure>;

/// What makes a format, and from what.
#[derive(Clone, Copy)]
pub enum Encoder {
    /// A document becomes what a terminal shows to whoever asks.
    Screen(fn(&Document, terminal::Options) -> String),
    /// A document becomes words, which can follow others.
    Words(fn(&Document) -> String),
    /// A document becomes a file with a look, which the user's own files may change.
    Page(fn(&Document, &Sources) -> Result<Vec<u8>, Failure>),
    /// Documents become sheets of paper.
    Paper(Press),
    /// Data stay data.
    Data(fn(&dyn Data) -> serde_json::Result<String>),
    /// A table stays a table.
    Table(fn(&Table) -> io::Result<Vec<u8>>),
    /// Entries become a calendar.
    Calendar(fn(&Schedule) -> String),
    /// A mail becomes a file that a mail program opens.
    Mail(fn(&Mail) -> Result<Vec<u8>, eml::Fault>),
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
    /// Entries of a calendar.
    Calendar,
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
