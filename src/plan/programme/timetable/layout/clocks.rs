//! From the clocks to the minutes that pass, and back.

use chrono::NaiveDate;

use super::super::{Moment, Span, Timetable};
use super::TimetableMaker;

impl TimetableMaker<'_> {
    /// A time on the clocks of `day` in minutes that have passed since midnight.
    pub(super) fn passed(&self, day: Option<NaiveDate>, at: Moment) -> Moment {
        let zone = self.workspace.network.time_zone;
        Moment { minutes: zone.passed(day, 0, at.minutes), ..at }
    }

    /// The table with the times that the clocks show.
    pub(super) fn on_the_clocks(mut self) -> Timetable {
        let zone = self.workspace.network.time_zone;
        let sessions = &self.meeting.sessions;
        let shown = |index: usize, passed| zone.shown_after(sessions[index].date, 0, passed);
        for (index, span) in self.table.spans.iter_mut().enumerate() {
            let at = |at: Moment| Moment { minutes: shown(index, at.minutes), ..at };
            let passed = span.minutes();
            *span = Span { begins: span.begins.map(at), ends: span.ends.map(at), ..*span };
            let change = span
                .minutes()
                .zip(passed)
                .map(|(shown, passed)| shown.cast_signed() - passed.cast_signed());
            span.clock_change = change.unwrap_or_default();
        }
        for walk in &mut self.table.walks {
            walk.begins = walk.begins.map(|begins| shown(walk.to, begins));
        }
        for overrun in &mut self.table.overruns {
            overrun.ends = shown(overrun.session, overrun.ends);
            overrun.at = shown(overrun.session, overrun.at);
        }
        self.table
    }
}
