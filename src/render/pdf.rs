//! Documents as PDF, typeset by typst.
//!
//! A document goes to typst as values, never as markup, so that its text stays text. How it looks
//! is said by a file of typst's, built in or the user's own, which finds the document in
//! `sys.inputs.document` and size and paper in `sys.inputs.look`.
//!
//! Every file is PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2) at once. Its date is a
//! fact of the document, its identifier comes from what it says: the same document is the same bytes.

mod fault;
mod fit;
mod fonts;
mod glyphs;
mod job;
mod press;
mod values;
mod wire;

use std::collections::BTreeSet;
use std::slice;
use std::time::Duration;

use typst::foundations::IntoValue as _;

use crate::diagnostic::Diagnostic;
use crate::diagnostic::document::WorkStopped;
use crate::diagnostic::print::{AddressTooLong, DesignFault, PicturesStopped, TooLongForOnePage};
use crate::document::model::{Document, Frame};
use crate::source::workshop::{Mishap, Order, Trade, Workshop};
use crate::source::{FileId, Origin, Sources};
use crate::view::Stock;

use super::sheet::Sheet;
use fault::Fault;
use fonts::Fonts;
use job::Job;
use press::PROGRAMME;

pub use job::work;

/// How long it may take to set a file in a workshop, and how much longer for each document in it. Ours
/// take hundredths of a second.
const TIME: Duration = Duration::from_secs(20);
const TIME_FOR_EACH: Duration = Duration::from_secs(1);

/// How documents look, as typst reads it.
#[derive(Clone, Copy)]
struct Style<'a> {
    text: &'a str,
    /// The user's own file; none for a built-in design.
    file: Option<FileId>,
}

/// What kind of sheet a document becomes: each has a file that says how it looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Design {
    /// A programme to hand out and hang up.
    Programme,
    /// A letter for an envelope with a window.
    Letter,
    /// Signs at doors.
    Signs,
    /// Labels for name badges.
    Labels,
}

impl Design {
    /// All designs.
    pub const ALL: [Self; 4] = [Self::Programme, Self::Letter, Self::Signs, Self::Labels];

    /// The design of `document`.
    pub fn of(document: &Document) -> Self {
        match document.frame.stock {
            Stock::Signs => Self::Signs,
            Stock::Labels => Self::Labels,
            Stock::Paper if document.frame.letter.is_some() => Self::Letter,
            Stock::Paper => Self::Programme,
        }
    }

    /// Where the user's own file of this design stands in the workspace.
    pub fn path(self) -> &'static str {
        match self {
            Self::Programme => "templates/programme.typ",
            Self::Letter => "templates/letter.typ",
            Self::Signs => "templates/signs.typ",
            Self::Labels => "templates/labels.typ",
        }
    }

    fn built_in(self) -> &'static str {
        match self {
            Self::Programme => PROGRAMME,
            Self::Letter => include_str!("../../data/templates/letter.typ"),
            Self::Signs => include_str!("../../data/templates/signs.typ"),
            Self::Labels => include_str!("../../data/templates/labels.typ"),
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
/// A design of the user's own, and pictures, which are the user's too, are worked in the workshop of
/// `sources`: neither is bounded by what sets it.
///
/// # Errors
/// If the fonts lack a character, if the user's design has a mistake or takes too much, or if a document
/// does not fit on the one page that is wanted, or an address into its field.
pub fn pdf(
    documents: &[Document],
    design: Design,
    sheet: Sheet,
    sources: &Sources,
) -> Result<Vec<u8>, Vec<Diagnostic>> {
    let style = design.find(sources);
    let job = job(documents, style, sheet, sources)?;
    let is_own = style.file.is_some() || documents.iter().any(|it| !it.frame.logos.is_empty());
    let set = match sources.workshop().filter(|_| is_own) {
        Some(workshop) => {
            set_apart(&job, workshop).map_err(|mishap| vec![style.stopped(mishap)])?
        }
        None => job.work(),
    };
    set.map_err(|faults| faults.into_iter().map(|fault| style.finding(fault)).collect())
}

/// What is to be set, if the fonts have all its letters.
fn job(
    documents: &[Document],
    style: Style<'_>,
    sheet: Sheet,
    sources: &Sources,
) -> Result<Job, Vec<Diagnostic>> {
    let words: Vec<String> = documents.iter().flat_map(values::words).collect();
    let characters: BTreeSet<char> = words.iter().flat_map(|words| words.chars()).collect();
    // What is typed has letters of one width.
    let has_code = documents.iter().any(Document::has_code);
    let fonts = Fonts::for_characters(&characters, style.file.is_some() || has_code);
    let missing = glyphs::missing(&words, &characters, &fonts, sources);
    if !missing.is_empty() {
        return Err(missing);
    }
    let values = documents.iter().map(|document| values::document(document).into_value());
    Ok(Job {
        style: style.text.to_owned(),
        fonts,
        documents: values.collect(),
        // A design of the user's own may have words of its own.
        latin: style.file.is_none() && is_latin(&characters),
        sheet,
        identity: identity(documents),
        date: documents.first().and_then(|document| document.frame.date.clone()),
    })
}

/// The last letter up to which the built-in design knows all of them.
const LAST_LATIN: char = '\u{2c1}';

/// Whether no letter comes later, so that nobody need look for any.
fn is_latin(characters: &BTreeSet<char>) -> bool {
    characters.iter().all(|&character| character <= LAST_LATIN || !character.is_alphabetic())
}

/// Sets a document for the sake of its pictures, in the built-in design.
///
/// # Errors
/// If they cannot be set, or the workshop of `sources` gives them up.
pub fn try_pictures(document: Document, sources: &Sources) -> Result<(), Mishap> {
    let documents = [document];
    let style = Style { text: Design::Programme.built_in(), file: None };
    let job = job(&documents, style, Sheet::default(), &Sources::default());
    match (sources.workshop(), job) {
        (Some(workshop), Ok(job)) => match set_apart(&job, workshop)?.err().as_deref() {
            Some([Fault::Design { reason, .. }, ..]) => Err(Mishap::Refusal(reason.clone())),
            _ => Ok(()),
        },
        _ => Ok(()),
    }
}

/// What comes of a job in a workshop.
fn set_apart(job: &Job, workshop: &dyn Workshop) -> Result<Result<Vec<u8>, Vec<Fault>>, Mishap> {
    let time = TIME + TIME_FOR_EACH * u32::try_from(job.documents.len()).unwrap_or(u32::MAX);
    let content = job.to_json().to_string();
    let order = Order { trade: Trade::Paper, content: content.as_bytes(), time };
    let answer = workshop.work(&order)?;
    job::said(&answer).ok_or_else(|| Mishap::Fall("no answer".to_owned()))
}

impl Style<'_> {
    /// What kept the documents from being set.
    fn finding(&self, fault: Fault) -> Diagnostic {
        let (range, problem) = match fault {
            Fault::Design { reason, .. }
                if self.file.is_none() && fault::is_of_picture(&reason) =>
            {
                return Diagnostic::new(PicturesStopped { mishap: Mishap::Refusal(reason) });
            }
            Fault::Design { range, reason, hint } => {
                (range, DesignFault { reason, hint, own: self.file.is_some() })
            }
            Fault::TooLong { points, lines, pages } => {
                return Diagnostic::new(TooLongForOnePage { points, lines, pages });
            }
            Fault::AddressTooLong(address) => return Diagnostic::new(AddressTooLong { address }),
        };
        match self.file {
            Some(file) => {
                Diagnostic::at(Origin::spanning(file, self.text, range.unwrap_or(0..0)), problem)
            }
            None => Diagnostic::new(problem),
        }
    }

    /// That the workshop gave it up.
    fn stopped(&self, mishap: Mishap) -> Diagnostic {
        match self.file {
            Some(file) => Diagnostic::at(Origin::new(file, 0..0), WorkStopped { mishap }),
            None => Diagnostic::new(PicturesStopped { mishap }),
        }
    }
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

/// What tells a file from others: the same documents are the same file.
fn identity(documents: &[Document]) -> String {
    let identity = documents.iter().flat_map(|document| {
        let Frame { author, as_of, letter, .. } = &document.frame;
        let address = letter.iter().flat_map(|letter| &letter.address);
        [Some(&document.title), author.as_ref(), as_of.as_ref()]
            .into_iter()
            .flatten()
            .chain(address)
    });
    identity.map(String::as_str).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests;
