//! Templates: Markdown with placeholders, built in or the user's own.
//!
//! A file `templates/<language>/<kind>.md` of the workspace replaces the built-in template of that
//! name. Before anything is filled in, every placeholder of the template is compared with what the
//! answer can hold, in all branches: a misspelled one is a finding whatever the data are. A known
//! value that is absent prints nothing.

mod names;
mod values;

use std::ops::Range;

use minijinja::Value;
use minijinja::value::Serde;

use crate::diagnostic::Diagnostic;
use crate::diagnostic::document::{TemplateSyntax, UnknownPlaceholder};
use crate::document::agenda;
use crate::document::markdown::{self, blocks};
use crate::document::model::{Block, Document, Frame};
use crate::source::{FileId, Origin, Sources};
use crate::text::Language;
use crate::view::invitation::Invitation;
use crate::view::item::ItemSheet;
use crate::view::placeholders::Placeholders;
use crate::view::programme::Programme;

/// A kind of document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The programme of a meeting.
    Programme,
    /// Its programme for the chair.
    RunSheet,
    /// A single item of it.
    Item,
    /// The letter that invites to it.
    Invitation,
}

impl Kind {
    /// All kinds.
    pub const ALL: [Self; 4] = [Self::Programme, Self::RunSheet, Self::Item, Self::Invitation];

    /// The name of its files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Programme => "programme",
            Self::RunSheet => "run-sheet",
            Self::Item => "item",
            Self::Invitation => "invitation",
        }
    }

    /// Where the user's own template of this kind stands in the workspace.
    pub fn path(self, language: Language) -> String {
        format!("templates/{language}/{}.md", self.name())
    }

    /// What stands around a document of this kind.
    fn frame(self, programme: &Programme) -> Frame {
        let Programme { network, meeting, .. } = programme;
        Frame {
            author: Some(network.full_name.clone()),
            // A letter has a date of its own.
            as_of: meeting.as_of_line.clone().filter(|_| self != Self::Invitation),
            date: meeting.as_of_date.clone().or_else(|| meeting.date.clone()),
            contact: meeting.contact.clone(),
            members: network.members.clone(),
            accent: network.accent.clone(),
            ..Frame::default()
        }
    }

    fn built_in(self, language: Language) -> &'static str {
        match (self, language) {
            (Self::Programme, Language::German) => {
                include_str!("../../data/templates/de/programme.md")
            }
            (Self::Programme, Language::English) => {
                include_str!("../../data/templates/en/programme.md")
            }
            (Self::RunSheet, Language::German) => {
                include_str!("../../data/templates/de/run-sheet.md")
            }
            (Self::RunSheet, Language::English) => {
                include_str!("../../data/templates/en/run-sheet.md")
            }
            (Self::Item, Language::German) => include_str!("../../data/templates/de/item.md"),
            (Self::Item, Language::English) => include_str!("../../data/templates/en/item.md"),
            (Self::Invitation, Language::German) => {
                include_str!("../../data/templates/de/invitation.md")
            }
            (Self::Invitation, Language::English) => {
                include_str!("../../data/templates/en/invitation.md")
            }
        }
    }
}

/// The template of a kind of document in a language.
#[derive(Clone, Debug)]
pub struct Template<'a> {
    kind: Kind,
    language: Language,
    text: &'a str,
    /// The user's own file; none for a built-in template.
    file: Option<FileId>,
}

/// All findings of the user's own templates among `sources`.
pub fn check(sources: &Sources) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    for kind in Kind::ALL {
        for language in Language::ALL {
            let template = Template::find(kind, language, sources);
            findings.extend(match kind {
                Kind::Programme | Kind::RunSheet => template.check::<Programme>(),
                Kind::Item => template.check::<ItemSheet>(),
                Kind::Invitation => template.check::<Invitation>(),
            });
        }
    }
    findings
}

impl<'a> Template<'a> {
    /// The user's own template if there is one among `sources`, else the built-in one.
    pub fn find(kind: Kind, language: Language, sources: &'a Sources) -> Self {
        match sources.find(&kind.path(language)) {
            Some((id, file)) => Self { kind, language, text: &file.text, file: Some(id) },
            None => Self { kind, language, text: kind.built_in(language), file: None },
        }
    }

    /// What is wrong with the template, whatever it is filled with.
    pub fn check<T: Placeholders>(&self) -> Vec<Diagnostic> {
        let sample = T::sample();
        let shape = Value::from(Serde(&sample));
        match names::unknown(self.text, &shape, &[values::AGENDA]) {
            Ok(unknown) if !unknown.is_empty() => unknown
                .into_iter()
                .map(|names::Unknown { range, name, near }| {
                    self.finding(Some(range), UnknownPlaceholder { name, near })
                })
                .collect(),
            // Filters and the like are known only when the template runs.
            Ok(_) => self.filled(&sample).err().into_iter().collect(),
            Err(error) => vec![self.failure(&error)],
        }
    }

    /// Fills the template with `answer`.
    ///
    /// # Errors
    /// With everything that [`Self::check`] finds, or the fault met on the way.
    pub fn render<T: Placeholders>(&self, answer: &T) -> Result<Document, Vec<Diagnostic>> {
        let findings = self.check::<T>();
        if !findings.is_empty() {
            return Err(findings);
        }
        let markdown = self.filled(answer).map_err(|finding| vec![finding])?;
        let blocks = blocks(&markdown, &answer.programme().days);
        let title = blocks.iter().find_map(|block| match block {
            Block::Heading(_, runs) => Some(markdown::words(runs)),
            _ => None,
        });
        let document = Document::new(self.language, title.unwrap_or_default(), blocks);
        Ok(Document { frame: self.kind.frame(answer.programme()), ..document })
    }

    fn filled<T: Placeholders>(&self, answer: &T) -> Result<String, Diagnostic> {
        let environment =
            values::environment(self.language, !agenda::is_empty(&answer.programme().days));
        environment
            .render_str(self.text, Value::from(Serde(answer)))
            .map_err(|error| self.failure(&error))
    }

    fn failure(&self, error: &minijinja::Error) -> Diagnostic {
        let reason = error.detail().map_or_else(|| error.kind().to_string(), str::to_owned);
        self.finding(error.range(), TemplateSyntax { reason })
    }

    /// A finding at `range` of the user's file.
    fn finding(
        &self,
        range: Option<Range<usize>>,
        problem: impl crate::diagnostic::Problem + 'static,
    ) -> Diagnostic {
        match self.file {
            Some(file) => {
                // An unfinished statement is found at the very end.
                let end = self.text.trim_end().len();
                let range = range.unwrap_or(0..0);
                let start = self.text.floor_char_boundary(range.start.min(end));
                Diagnostic::at(Origin::new(file, start..range.end.min(end).max(start)), problem)
            }
            None => Diagnostic::new(problem),
        }
    }
}

#[cfg(test)]
mod tests;
