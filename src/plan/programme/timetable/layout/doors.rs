//! The ways from one session to the next, out of and into the strands of blocks.

use std::cmp::Reverse;

use super::super::Walk;
use super::super::way::{WayOnFoot, way};
use super::TimetableMaker;
use crate::domain::session::Part;

impl TimetableMaker<'_> {
    /// The longest way from one session to another, or between what stands in them.
    pub(super) fn way(&self, before: usize, after: usize) -> Option<WayOnFoot> {
        let ways = self.doors(before, after).into_iter().filter_map(|(_, _, way)| way);
        ways.max_by_key(|way| way.minutes)
    }

    /// The ways out of a session, and out of each strand of a block, into the next one.
    fn doors(&self, before: usize, after: usize) -> Vec<(usize, usize, Option<WayOnFoot>)> {
        let ends = |index: usize, end: fn(&[usize]) -> Option<&usize>| {
            let is_block = self.session(index).kind.part() == Part::SideBySide;
            // Who gives the minutes of a way means that between the two entries.
            let is_said = self.session(after).walk.is_some();
            let strands = self.strands(&self.children[index]);
            let inner: Vec<usize> =
                strands.iter().filter_map(|strand| end(strand).copied()).collect();
            if is_block && !is_said && !inner.is_empty() { inner } else { vec![index] }
        };
        let (sources, targets) = (ends(before, <[usize]>::last), ends(after, <[usize]>::first));
        let way =
            |from, to| way(self.workspace, self.meeting, self.session(from), self.session(to));
        let pairs = targets.iter().flat_map(|&to| sources.iter().map(move |&from| (from, to)));
        pairs.map(|(from, to)| (from, to, way(from, to))).collect()
    }

    /// Enters the walks between the sessions of a strand; into each session the longest one.
    pub(super) fn walks(&mut self, strand: &[usize]) {
        for pair in strand.windows(2) {
            let mut doors = self.doors(pair[0], pair[1]);
            doors.sort_by_key(|(_, to, way)| (*to, Reverse(way.map(|way| way.minutes))));
            doors.dedup_by_key(|(_, to, _)| *to);
            for (from, to, way) in doors {
                let Some(way) = way else { continue };
                let [before, after] = [from, to].map(|index| self.table.spans[index]);
                let begins = before.ends.map(|ends| ends.minutes);
                let fits = |begins: &u32| {
                    after.begins.is_some_and(|next| begins + way.minutes <= next.minutes)
                };
                let begins = begins.filter(fits);
                let (minutes, metres) = (way.minutes, way.metres);
                self.table.walks.push(Walk { from, to, begins, minutes, metres });
            }
        }
    }
}
