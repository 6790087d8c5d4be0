//! Who answered what: whose a reply is, which of several counts, and how many come.

pub mod judge;
pub mod people;
pub mod tally;

use crate::domain::line::{Line, Text};
use crate::domain::reply::{Answer, Received, Said};

#[cfg(test)]
mod tests;

/// What a reply tells; what it says nothing of stays as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// The answer.
    pub answer: Answer,
    /// Who comes along.
    pub with: Option<Vec<Line>>,
    /// Who comes instead.
    pub substitute: Option<Line>,
    /// Words beside it.
    pub note: Option<Text>,
    /// When it came.
    pub received: Option<Received>,
    /// The revision that it answers.
    pub sequence: Option<u32>,
}

impl Told {
    /// What an entry says after this. Whoever does not come brings nobody, and whoever comes after
    /// all sends nobody else.
    pub fn over(&self, before: Option<&Said>) -> Said {
        let was = before.map(|before| before.answer);
        let kept = before.filter(|_| self.answer != Answer::No);
        let with = self.with.clone().or_else(|| Some(kept?.with.clone()));
        let comes_now = self.answer == Answer::Yes && was != Some(Answer::Yes);
        let kept = before.filter(|_| !comes_now);
        let substitute = self.substitute.clone().or_else(|| kept?.substitute.clone());
        Said {
            answer: self.answer,
            with: with.unwrap_or_default(),
            substitute,
            received: self.received,
            sequence: self.sequence,
            note: self.note.clone().or_else(|| before?.note.clone()),
        }
    }

    /// The same with a note that keeps what was noted before.
    #[must_use]
    fn adding_to(mut self, before: Option<&Said>) -> Self {
        let old = before.and_then(|before| before.note.as_ref());
        if let (Some(old), Some(new)) = (old, &self.note) {
            let is_known = old.as_str().contains(new.as_str());
            let both = format!("{}\n{}", old.as_str(), new.as_str());
            let both = if is_known { None } else { Text::new(&both).ok() };
            self.note = both.or_else(|| Some(old.clone()));
        }
        self
    }

    /// Whether an entry says all this already.
    fn is_said_by(&self, said: &Said) -> bool {
        self.answer == said.answer
            && self.with.as_ref().is_none_or(|with| *with == said.with)
            && self.substitute.as_ref().is_none_or(|name| Some(name) == said.substitute.as_ref())
    }

    /// Whether another tells the same, in whatever words and whenever it came.
    fn agrees_with(&self, other: &Self) -> bool {
        self.answer == other.answer
            && self.with == other.with
            && self.substitute == other.substitute
    }
}
