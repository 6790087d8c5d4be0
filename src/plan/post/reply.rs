//! Who answered what: whose a reply is, which of several counts, and how many come.

pub mod answers;
pub mod day;
pub mod judge;
pub mod people;
pub mod tally;
pub mod withdrawals;

use chrono::NaiveDate;

use crate::domain::line::{Line, Text};
use crate::domain::reply::{Received, ReplyAnswer, Said};

#[cfg(test)]
mod tests;

/// What a reply tells; what it says nothing of stays as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// The answer.
    pub answer: ReplyAnswer,
    /// The day that it answers.
    pub day: Option<NaiveDate>,
    /// Who comes along.
    pub with: Option<Vec<Line>>,
    /// How many come along, whether they are named or not.
    pub companions: Option<u32>,
    /// Who comes instead.
    pub substitute: Option<Line>,
    /// Words beside it.
    pub note: Option<Text>,
    /// When it came.
    pub received: Option<Received>,
    /// The revision that it answers.
    pub sequence: Option<u32>,
    /// Who answered on their behalf.
    pub by: Option<Line>,
}

impl Told {
    /// What an entry says after this. Whoever does not come brings nobody, and whoever comes after
    /// all sends nobody else.
    pub fn over(&self, before: Option<&Said>) -> Said {
        let was = before.map(|before| before.answer);
        let kept = before.filter(|_| self.answer != ReplyAnswer::No);
        let with = self.with.clone().or_else(|| Some(kept?.with.clone())).unwrap_or_default();
        let named = u32::try_from(with.len()).unwrap_or(u32::MAX);
        let unnamed = match self.companions {
            Some(all) => all.saturating_sub(named),
            None if self.with.is_some() => 0,
            None => kept.map_or(0, |kept| kept.unnamed),
        };
        let comes_now = self.answer == ReplyAnswer::Yes && was != Some(ReplyAnswer::Yes);
        let kept = before.filter(|_| !comes_now);
        let substitute = self.substitute.clone().or_else(|| kept?.substitute.clone());
        Said {
            answer: self.answer,
            day: self.day,
            with,
            unnamed,
            substitute,
            received: self.received,
            sequence: self.sequence,
            by: self.by.clone(),
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
            && self.companions.is_none_or(|all| usize::try_from(all) == Ok(said.companions()))
            && self.substitute.as_ref().is_none_or(|name| Some(name) == said.substitute.as_ref())
    }

    /// Whether another tells the same, in whatever words and whenever it came.
    fn agrees_with(&self, other: &Self) -> bool {
        self.answer == other.answer
            && self.with == other.with
            && self.companions == other.companions
            && self.substitute == other.substitute
    }
}
