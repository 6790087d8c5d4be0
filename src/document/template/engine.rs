//! What the template engine is asked: which names a template has that nothing explains, and what it
//! says when it is filled.
//!
//! The engine counts steps, but not bytes: a template of a few words can ask for all the memory there
//! is. So it works templates of the user's own in a workshop, to which both questions go as JSON.

use std::ops::Range;
use std::time::Duration;

use minijinja::value::Serde;
use minijinja::{ErrorKind, Value};
use serde::Serialize;

use super::names::{self, Names};
use super::values;
pub(super) use super::values::{AGENDA, DRAWING};
use crate::source::workshop::{Mishap, Order, Trade, Workshop};
use crate::text::Language;

/// How long a template may take: one of ours is filled in milliseconds.
const TIME: Duration = Duration::from_secs(10);

/// What the engine cannot do.
pub(super) struct Fault {
    /// Where it stands.
    pub(super) range: Option<Range<usize>>,
    /// What the engine says of it; none where it has only had enough.
    pub(super) reason: Option<String>,
}

impl From<minijinja::Error> for Fault {
    fn from(error: minijinja::Error) -> Self {
        let reason = || error.detail().map_or_else(|| error.kind().to_string(), str::to_owned);
        let is_tired = error.kind() == ErrorKind::OutOfFuel;
        Self { range: error.range(), reason: (!is_tired).then(reason) }
    }
}

/// A template as the engine gets it.
pub(super) struct Question<'q> {
    /// Its text.
    pub(super) text: &'q str,
    /// The language of what it says.
    pub(super) language: Language,
    /// For which placeholders that are no words there is something to put into it.
    pub(super) signs: Vec<&'static str>,
}

impl Question<'_> {
    /// The names that nothing in `answer` explains, in which everything is known.
    pub(super) fn names(
        &self,
        answer: &impl Serialize,
        workshop: Option<&dyn Workshop>,
    ) -> Result<Result<Names, Fault>, Mishap> {
        let Some(workshop) = workshop else { return Ok(self.names_here(&value(answer))) };
        let said: Result<(Vec<Misspelt>, Vec<Spare>), Said> = self.ask(true, answer, workshop)?;
        let unknown = |(range, name, near)| names::Unknown { range, name, near };
        let unused = |(range, name)| names::Unused { range, name };
        Ok(said.map_err(Fault::from).map(|(misspelt, spare)| Names {
            unknown: misspelt.into_iter().map(unknown).collect(),
            unused: spare.into_iter().map(unused).collect(),
        }))
    }

    /// The template filled with `answer`.
    pub(super) fn filled(
        &self,
        answer: &impl Serialize,
        workshop: Option<&dyn Workshop>,
    ) -> Result<Result<String, Fault>, Mishap> {
        let Some(workshop) = workshop else { return Ok(self.filled_here(value(answer))) };
        let said: Result<String, Said> = self.ask(false, answer, workshop)?;
        Ok(said.map_err(Fault::from))
    }

    fn ask<S: serde::de::DeserializeOwned>(
        &self,
        for_names: bool,
        answer: &impl Serialize,
        workshop: &dyn Workshop,
    ) -> Result<S, Mishap> {
        let Self { text, language, signs } = self;
        let question = (for_names, text, language.code(), signs, answer);
        let lost = |error: serde_json::Error| Mishap::Fall(error.to_string());
        let content = serde_json::to_vec(&question).map_err(lost)?;
        let order = Order { trade: Trade::Template, content: &content, time: TIME };
        serde_json::from_slice(&workshop.work(&order)?).map_err(lost)
    }

    fn names_here(&self, answer: &Value) -> Result<Names, Fault> {
        Ok(names::check(self.text, answer, &values::SIGNS.map(|(name, _)| name))?)
    }

    fn filled_here(&self, answer: Value) -> Result<String, Fault> {
        let environment = values::environment(self.language, &self.signs);
        Ok(environment.render_str(self.text, answer)?)
    }
}

fn value(answer: &impl Serialize) -> Value {
    Value::from(Serde(answer))
}

/// A fault, a misspelt name and a name that is never read, as they are sent.
type Said = (Option<Range<usize>>, Option<String>);
type Misspelt = (Range<usize>, String, Option<String>);
type Spare = (Range<usize>, String);

impl From<Said> for Fault {
    fn from((range, reason): Said) -> Self {
        Self { range, reason }
    }
}

/// Answers a question in the workshop.
///
/// # Errors
/// If it is none.
pub fn work(content: &[u8]) -> Result<Vec<u8>, serde_json::Error> {
    let order: (bool, String, String, Vec<String>, Value) = serde_json::from_slice(content)?;
    let (for_names, text, language, asked, answer) = order;
    let language = Language::parse(&language).unwrap_or_default();
    let known = values::SIGNS.iter().map(|(name, _)| *name);
    let signs = known.filter(|name| asked.iter().any(|sign| sign == name)).collect();
    let question = Question { text: &text, language, signs };
    let said = |fault: Fault| (fault.range, fault.reason);
    if for_names {
        let names = question.names_here(&answer).map(|names| {
            let misspelt = names.unknown.into_iter().map(|one| (one.range, one.name, one.near));
            let spare = names.unused.into_iter().map(|one| (one.range, one.name));
            (misspelt.collect::<Vec<_>>(), spare.collect::<Vec<_>>())
        });
        return serde_json::to_vec(&names.map_err(said));
    }
    serde_json::to_vec(&question.filled_here(answer).map_err(said))
}
