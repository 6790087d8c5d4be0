//! The hour at which a new meeting begins.

use anyhow::Result;

use super::{Maker, Plan};
use crate::cli::dialogue::{Went, ask_or_back};
use crate::input::is_time;
use crate::text::Language;

impl Maker<'_> {
    /// When it begins; of what is over nobody is invited any more.
    pub(super) fn start(&self, plan: &mut Plan) -> Result<Went> {
        let is_ahead = plan.date.is_some() && !self.is_past(plan);
        if self.args.start.is_some() || !self.asks || !is_ahead {
            return Ok(Went::Past);
        }
        let question = self.context.say(
            "Beginn, etwa 9:30 (leer: noch offen)",
            "Start, such as 9:30 (empty: not known yet)",
        );
        let default = plan.start.clone().unwrap_or_default();
        ask_or_back(question, &default, |answer| {
            if !answer.is_empty() && !is_time(answer) {
                let objection = match self.context.language {
                    Language::German => format!("`{answer}` ist keine Uhrzeit"),
                    Language::English => format!("`{answer}` is not a time of day"),
                };
                return Err(objection);
            }
            plan.start = (!answer.is_empty()).then(|| answer.to_owned());
            Ok(())
        })
    }
}
