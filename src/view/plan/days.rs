//! What is to be known about the days of a plan.

use super::sentences::Sentences;
use crate::plan::rotation::slot::{is_paced, overfull};
use crate::text::DateStyle;
use crate::text::Language::{English, German};

impl Sentences<'_> {
    /// In which years there are more turns than `per-year` says: those that somebody set or asked for.
    pub(super) fn overfull(&self) -> Vec<String> {
        let horizon = self.outlook.horizon;
        let wanted = horizon.workspace.network.cadence.per_year.unwrap_or_default();
        let years = overfull(horizon.workspace, &horizon.ledger, &horizon.slots);
        let said = |(year, turns): (i32, u32)| match self.words.language {
            German => format!("{year} sind es damit {turns} Turnusse, `per-year` will {wanted}."),
            English => format!("That makes {turns} turns in {year}; `per-year` wants {wanted}."),
        };
        years.into_iter().map(said).collect()
    }

    /// That no turn is on the day that was asked for, since there is a later meeting already.
    pub(super) fn too_early(&self) -> Option<String> {
        let horizon = self.outlook.horizon;
        let asked = horizon.question.date?;
        let mut foreseen = horizon.slots.iter().filter(|slot| slot.meeting.is_none());
        foreseen.next().filter(|first| first.date() > asked)?;
        let day = DateStyle::of(self.words.language).long(asked);
        Some(match self.words.language {
            German => format!(
                "Für den {day} ist kein Turnus vorgesehen: Vorgesehen wird nach dem letzten Treffen, das \
                 es schon gibt."
            ),
            English => format!(
                "No turn is foreseen for {day}: turns are foreseen after the last meeting that there is \
                 already."
            ),
        })
    }

    /// That nothing says how far turns are apart, if a day comes twice for that.
    pub(super) fn no_cadence(&self) -> Option<String> {
        let horizon = self.outlook.horizon;
        let cadence = &horizon.workspace.network.cadence;
        let foreseen = horizon.slots.iter().filter(|slot| slot.meeting.is_none()).count();
        let is_silent = !is_paced(cadence) && foreseen > 1;
        is_silent.then(|| {
            self.words
                .pick(
                    "Wie weit die Turnusse auseinanderliegen, sagt `per-year` unter `[cadence]` in \
                     `network.toml`; ohne das sind alle für denselben Tag gerechnet.",
                    "How far turns are apart is said by `per-year` below `[cadence]` in \
                     `network.toml`; without it all are reckoned for the same day.",
                )
                .to_owned()
        })
    }
}
