//! What speaks against one day: who is kept away, and how much that counts.

use super::almanac::Occasion;
use super::reason::{Cause, Effect, Reason, Towns};
use crate::domain::calendar::PeriodKind;
use crate::domain::date_rules::Weight;
use crate::domain::id::CityId;

/// What was found against one day so far.
pub(super) struct Against<'a, 'm> {
    /// The towns that take part.
    pub(super) members: &'m [CityId],
    host: Option<CityId>,
    reasons: Vec<Reason<'a>>,
    /// Which of the reasons are entries of a kind of which a town has one at a time.
    once: Vec<(PeriodKind, usize)>,
}

impl<'a, 'm> Against<'a, 'm> {
    /// Nothing yet.
    pub(super) fn new(members: &'m [CityId], host: Option<CityId>) -> Self {
        Self { members, host, reasons: Vec::new(), once: Vec::new() }
    }

    /// All reasons, the heaviest first.
    pub(super) fn into_reasons(self) -> Vec<Reason<'a>> {
        let mut reasons = self.reasons;
        reasons.sort_by_key(|reason| match reason.effect {
            Effect::Block => (0, 0),
            Effect::Minus(points) => (1, u32::MAX - points),
            Effect::Unknown(_) => (2, 0),
        });
        reasons
    }

    /// Adds a reason that keeps `towns` away. It counts in full if they are all towns or the host is
    /// among them, else as the part of the towns that they are.
    pub(super) fn add(&mut self, cause: Cause<'a>, towns: Towns, weight: Weight) {
        let effect = self.effect(&towns, weight);
        self.push(cause, towns, effect);
    }

    /// Adds a reason that keeps nobody away and holds for a part, from 0 to 1.
    pub(super) fn add_part(&mut self, cause: Cause<'a>, weight: Weight, part: (i64, i64)) {
        let effect = effect(weight, part.0.unsigned_abs(), part.1.unsigned_abs());
        self.push(cause, Towns::None, effect);
    }

    /// Adds that nobody knows whether something speaks against it that concerns `towns` and weighs so
    /// much for all of them.
    pub(super) fn add_unknown(&mut self, cause: Cause<'a>, towns: Towns, weight: Weight) {
        let at_worst = match self.effect(&towns, weight) {
            Effect::Minus(points) => Weight::Minus(points),
            Effect::Block | Effect::Unknown(_) => Weight::Block,
        };
        self.push(cause, towns, Effect::Unknown(at_worst));
    }

    /// Adds an entry of the calendar for `cities`, none of them meaning all. Holidays that several
    /// entries know of count once for each town, and together no more than one for all towns.
    pub(super) fn add_entry(&mut self, occasion: Occasion<'a>, cities: &[CityId], weight: Weight) {
        if weight == Weight::Minus(0) {
            return;
        }
        let (cause, kind) = (occasion.cause(), occasion.counts_once());
        let mut covered = Vec::new();
        let mut left = weight.points();
        for &(_, at) in self.once.iter().filter(|(known, _)| kind == Some(*known)) {
            let reason = &self.reasons[at];
            if let Effect::Minus(points) = reason.effect {
                left = left.saturating_sub(points);
            }
            match &reason.towns {
                Towns::None => {}
                Towns::All => return,
                Towns::Some(towns) => covered.extend(towns),
            }
        }
        let known = self.reasons.len();
        let concerned =
            |city: &CityId| (cities.is_empty() || cities.contains(city)) && !covered.contains(city);
        let towns: Vec<CityId> = self.members.iter().copied().filter(concerned).collect();
        let number = towns.len();
        if number == self.members.len() && (cities.is_empty() || number > 0) {
            self.add(cause, Towns::All, weight);
        } else if number > 0 && number + covered.len() == self.members.len() {
            // Together the entries leave no town: what blocks for all of them blocks.
            let rest = self.part(&towns, weight).at_most(left);
            let effect = if weight == Weight::Block { Effect::Block } else { rest };
            self.reasons.push(Reason { cause, towns: Towns::Some(towns), effect });
        } else if number > 0 {
            let effect = self.part(&towns, weight);
            // What adds no points still tells which towns are not free.
            let effect = if covered.is_empty() { effect } else { effect.at_most(left) };
            self.reasons.push(Reason { cause, towns: Towns::Some(towns), effect });
        }
        if let Some(kind) = kind.filter(|_| self.reasons.len() > known) {
            self.once.push((kind, known));
        }
    }

    fn effect(&self, towns: &Towns, weight: Weight) -> Effect {
        match towns {
            Towns::Some(some) => self.part(some, weight),
            Towns::None | Towns::All => effect(weight, 1, 1),
        }
    }

    /// What counts for some towns: in full if the host is among them.
    fn part(&self, towns: &[CityId], weight: Weight) -> Effect {
        match self.host {
            Some(host) if towns.contains(&host) => effect(weight, 1, 1),
            _ => effect(weight, towns.len() as u64, self.members.len() as u64),
        }
    }

    fn push(&mut self, cause: Cause<'a>, towns: Towns, effect: Effect) {
        if effect != Effect::Minus(0) {
            self.reasons.push(Reason { cause, towns, effect });
        }
    }
}

impl Effect {
    /// The same with no more than `points`; what blocks stays as it is.
    fn at_most(self, points: u32) -> Self {
        match self {
            Self::Minus(own) => Self::Minus(own.min(points)),
            Self::Block | Self::Unknown(_) => self,
        }
    }
}

/// A weight that holds for a part: points are rounded up, so that no reason is free.
fn effect(weight: Weight, part: u64, whole: u64) -> Effect {
    match weight {
        Weight::Block if part >= whole => Effect::Block,
        Weight::Block | Weight::Minus(_) => {
            let points = (u64::from(weight.points()) * part).div_ceil(whole.max(1));
            Effect::Minus(u32::try_from(points).unwrap_or(Weight::MOST))
        }
    }
}
