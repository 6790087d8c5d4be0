//! Templates: Markdown with placeholders, built in or the user's own.
//!
//! A file `templates/<language>/<kind>.md` of the workspace replaces the built-in template of that
//! name; one of another name is a kind of document of its own. Before anything is filled in, every placeholder of the template is compared with what the
//! answer can hold, in all branches: a misspelled one is a finding whatever the data are. A known
//! value that is absent prints nothing.

pub mod engine;
mod names;
mod values;

use std::ops::Range;

use engine::{Fault, Question};

use crate::diagnostic::document::{
    ForbiddenCharacter, TemplateSyntax, TooDeep, UnknownPlaceholder, UnusedVariable, WorkStopped,
};
use crate::diagnostic::{Diagnostic, Severity};
use crate::document::account::course::of_span;
use crate::document::agenda;
use crate::document::drawing::Drawing;
use crate::document::markdown::{self, Inserts};
use crate::document::model::{Block, Document, Frame, Letterhead};
use crate::source::workshop::{Mishap, Workshop};
use crate::source::{FileId, Origin, Sources};
use crate::text::markdown::too_deep;
use crate::text::{Language, Vocabulary as _, is_obeyed};
use crate::view::handover::Handover;
use crate::view::item::ItemSheet;
use crate::view::letter::Letter;
use crate::view::merge::MergeData;
use crate::view::placeholders::Placeholders;
use crate::view::programme::{Day, Programme};
use crate::view::report::Report;
use crate::view::{DocumentKind, Filling, Naming};

/// The folder of users' own templates, with one for each language in it.
const FOLDER: &str = "templates/";

/// The template of a kind of document in a language.
#[derive(Clone, Debug)]
pub struct Template<'a> {
    /// None for a kind of the user's own.
    kind: Option<DocumentKind>,
    language: Language,
    text: &'a str,
    /// The user's own file; none for a built-in template.
    file: Option<FileId>,
    /// Where it is worked, if it is the user's own.
    workshop: Option<&'a dyn Workshop>,
}

/// Where the user's own template of this name stands in the workspace.
pub fn path(name: &str, language: Language) -> String {
    format!("{FOLDER}{language}/{name}.md")
}

/// The kinds of the user's own: the names of the templates among `sources` that replace none of
/// ours, sorted.
pub fn own_kinds(sources: &Sources) -> Vec<&str> {
    let mut names: Vec<&str> = own_templates(sources)
        .map(|(_, name)| name)
        .filter(|name| DocumentKind::read(name).is_none())
        .collect();
    names.sort_unstable();
    names.dedup();
    names
}

/// Language and name of each of the user's own templates.
fn own_templates(sources: &Sources) -> impl Iterator<Item = (Language, &str)> {
    sources.iter().filter_map(|(_, file)| {
        let (language, name) = file.path.strip_prefix(FOLDER)?.split_once('/')?;
        Some((Language::parse(language)?, name.strip_suffix(".md")?))
    })
}

/// All findings of the user's own templates among `sources`.
pub fn check(sources: &Sources) -> Vec<Diagnostic> {
    own_templates(sources)
        .filter_map(|(language, name)| Template::named(name, language, sources))
        .flat_map(|template| template.check_for_its_subject())
        .collect()
}

impl<'a> Template<'a> {
    /// The user's own template if there is one among `sources`, else the built-in one.
    pub fn find(kind: DocumentKind, language: Language, sources: &'a Sources) -> Self {
        let own = sources.find(&path(kind.word(), language));
        let text = own.map_or_else(|| kind.template(language), |(_, file)| &file.text);
        // The repository of this program is a workspace that holds the built-in templates.
        let is_ours = text == kind.template(language);
        let workshop = sources.workshop().filter(|_| !is_ours);
        Self { kind: Some(kind), language, text, file: own.map(|(id, _)| id), workshop }
    }

    /// The template of a kind of the user's own, if there is one in this language; names of built-in
    /// kinds find theirs.
    pub fn named(name: &str, language: Language, sources: &'a Sources) -> Option<Self> {
        if let Some(kind) = DocumentKind::read(name) {
            return Some(Self::find(kind, language, sources));
        }
        let (id, file) = sources.find(&path(name, language))?;
        let workshop = sources.workshop();
        Some(Self { kind: None, language, text: &file.text, file: Some(id), workshop })
    }

    /// Whether it tells what somebody answered.
    pub fn tells_replies(&self) -> bool {
        ["guests", ".answer", ".with", "logistics", "remarks", "badges", "debug"]
            .iter()
            .any(|name| self.text.contains(name))
    }

    /// Whether it may tell what is open from earlier meetings.
    pub fn tells_actions(&self) -> bool {
        ["open_actions", "debug"].iter().any(|name| self.text.contains(name))
    }

    /// Whether it may tell the topics of the network.
    pub fn tells_topics(&self) -> bool {
        ["topics", "debug"].iter().any(|name| self.text.contains(name))
    }

    /// Whether it may tell what house and kitchen need to know.
    pub fn tells_logistics(&self) -> bool {
        ["logistics", "debug"].iter().any(|name| self.text.contains(name))
    }

    /// Whether it may name those who get badges.
    pub fn tells_badges(&self) -> bool {
        ["badges", "debug"].iter().any(|name| self.text.contains(name))
    }

    /// Whether it may tell what people noted beside their answers.
    pub fn tells_remarks(&self) -> bool {
        ["remarks", "debug"].iter().any(|name| self.text.contains(name))
    }

    /// Whether it may tell what is held in each room.
    pub fn tells_rooms(&self) -> bool {
        ["rooms", "debug"].iter().any(|name| self.text.contains(name))
    }

    /// Whether it may name those who are expected.
    pub fn names_guests(&self) -> bool {
        // The engine prints all that it knows when it is asked to.
        ["guests", "debug"].iter().any(|name| self.text.contains(name))
    }

    /// What is wrong with the template, whatever it is filled with.
    fn check_for_its_subject(&self) -> Vec<Diagnostic> {
        // What is said of nobody in particular can be said in a letter too.
        match self.kind.map_or(Filling::Letter, |kind| kind.row().filling) {
            Filling::Programme => self.check::<Programme>(),
            Filling::Item => self.check::<ItemSheet>(),
            Filling::MergeData => self.check::<MergeData>(),
            Filling::Letter => self.check::<Letter>(),
            Filling::Year => self.check::<Report>(),
            Filling::Network => self.check::<Handover>(),
        }
    }

    /// What would stop the template from being filled, whatever it is filled with.
    pub fn errors(&self) -> Vec<Diagnostic> {
        self.check_for_its_subject().into_iter().filter(is_error).collect()
    }

    /// What is wrong with the template, if it is filled with a `T`.
    pub fn check<T: Placeholders>(&self) -> Vec<Diagnostic> {
        let sample = T::sample();
        let names = match self.question(&sample).names(&sample, self.workshop) {
            Ok(Ok(names)) => names,
            Ok(Err(fault)) => return vec![self.failure(fault)],
            Err(mishap) => return vec![self.stopped(mishap)],
        };
        let unknown = names.unknown.into_iter().map(|names::Unknown { range, name, near }| {
            self.finding(Some(range), UnknownPlaceholder { name, near })
        });
        let unused = names.unused.into_iter().map(|names::Unused { range, name }| {
            self.finding(Some(range), UnusedVariable { name })
        });
        let mut findings: Vec<Diagnostic> = unknown.chain(unused).collect();
        if !findings.iter().any(is_error) {
            // Filters and the like are known only when the template runs.
            findings.extend(self.filled(&sample).err());
        }
        findings
    }

    /// Fills the template with `answer`.
    ///
    /// # Errors
    /// With everything that [`Self::check`] finds, if any of it is an error, or the fault met on
    /// the way.
    pub fn render<T: Placeholders>(&self, answer: &T) -> Result<Document, Vec<Diagnostic>> {
        // Our own templates are checked by our tests; a thousand mails need not check them again.
        let findings = if self.file.is_some() { self.check::<T>() } else { Vec::new() };
        if findings.iter().any(is_error) {
            return Err(findings);
        }
        let markdown = self.filled(answer).map_err(|finding| vec![finding])?;
        let drawings = self.drawings(answer);
        let inserts = Inserts { days: days(answer), drawings: &drawings };
        let blocks = markdown::filled(&markdown, inserts);
        let title = blocks.iter().find_map(|block| {
            let Block::Heading(_, runs) = block else { return None };
            Some(markdown::words(runs))
        });
        let document = Document::new(self.language, title.unwrap_or_default(), blocks);
        Ok(Document { frame: self.frame(answer), ..document })
    }

    /// What stands around the document.
    fn frame<T: Placeholders>(&self, answer: &T) -> Frame {
        let (network, meeting) = (answer.network(), answer.programme().map(|it| &it.meeting));
        // A letter has a date of its own.
        let row = self.kind.map(DocumentKind::row);
        let is_programme =
            row.is_some_and(|row| matches!(row.filling, Filling::Programme | Filling::Item));
        let is_nameless = row.is_some_and(|row| row.naming == Naming::Nameless);
        Frame {
            author: Some(network.full_name.clone()),
            as_of: meeting.and_then(|it| it.as_of_line.clone()).filter(|_| is_programme),
            date: match answer.written() {
                Some(day) => Some(day.to_owned()),
                None => meeting.and_then(|it| it.as_of_date.clone().or_else(|| it.date.clone())),
            },
            contact: meeting.and_then(|it| it.contact.clone()).filter(|_| !is_nameless),
            // A notice names them in words, and a form is no place for them.
            members: if is_programme { network.members.clone() } else { Vec::new() },
            members_called: network.members_called.clone(),
            accent: network.accent.clone(),
            letter: answer.letter().map(letterhead),
            labels: answer.merge_data().and_then(|paper| paper.labels),
            stock: row.map(|row| row.stock).unwrap_or_default(),
            ..Frame::default()
        }
    }

    fn filled<T: Placeholders>(&self, answer: &T) -> Result<String, Diagnostic> {
        let markdown = match self.question(answer).filled(answer, self.workshop) {
            Ok(Ok(markdown)) => markdown,
            Ok(Err(fault)) => return Err(self.failure(fault)),
            Err(mishap) => return Err(self.stopped(mishap)),
        };
        if self.file.is_some()
            && let Some(character) = markdown.chars().find(|letter| is_forbidden(*letter))
        {
            let place = self.text.find(character);
            let place = place.map(|start| start..start + character.len_utf8());
            return Err(self.finding(place, ForbiddenCharacter { character }));
        }
        if self.file.is_some() && too_deep(&markdown).is_some() {
            return Err(self.finding(None, TooDeep {}));
        }
        Ok(markdown)
    }

    fn question<T: Placeholders>(&self, answer: &T) -> Question<'a> {
        let has_agenda = !agenda::is_empty(days(answer));
        let has_drawing = answer.accounts().is_some_and(|it| !it.courses.is_empty());
        let signs = [(has_agenda, engine::AGENDA), (has_drawing, engine::DRAWING)];
        let signs = signs.into_iter().filter(|(is_there, _)| *is_there).map(|(_, name)| name);
        Question { text: self.text, language: self.language, signs: signs.collect() }
    }

    /// What stands where drawings are called for.
    fn drawings<T: Placeholders>(&self, answer: &T) -> Vec<Drawing> {
        let accounts = answer.accounts().filter(|it| !it.courses.is_empty());
        accounts.map_or_else(Vec::new, |it| of_span(it, self.language).sheets())
    }

    fn failure(&self, fault: Fault) -> Diagnostic {
        match fault.reason {
            Some(reason) => self.finding(fault.range, TemplateSyntax { reason }),
            None => self.finding(fault.range, WorkStopped { mishap: Mishap::Steps }),
        }
    }

    fn stopped(&self, mishap: Mishap) -> Diagnostic {
        self.finding(None, WorkStopped { mishap })
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
                let text = self.text.trim_end();
                let origin = Origin::spanning(file, text, range.unwrap_or(0..0));
                Diagnostic::at(origin, problem)
            }
            None => Diagnostic::new(problem),
        }
    }
}

/// The days of the programme, if it is about one.
fn days<T: Placeholders>(answer: &T) -> &[Day] {
    answer.programme().map_or(&[], |programme| &programme.days)
}

fn letterhead(letter: &Letter) -> Letterhead {
    let address = letter.recipient.as_ref().map(|recipient| recipient.address.clone());
    Letterhead {
        sender: letter.merge.sender.clone(),
        address: address.unwrap_or_default(),
        date: letter.merge.written.clone(),
    }
}

/// Whether no document may hold `letter`: a screen would obey it, and no page of HTML nor file for Word
/// knows it.
fn is_forbidden(letter: char) -> bool {
    is_obeyed(letter) && letter.is_control() && letter != '\r'
}

fn is_error(finding: &Diagnostic) -> bool {
    finding.severity() == Severity::Error
}

#[cfg(test)]
mod tests;
