//! The strands of a programme, and what is laid in each.

use std::ops::Range;

use chrono::NaiveDate;

use super::length::{self, Length, length};
use super::segment::{Element, Until, in_turn, lay};
use super::slot::{closing, fits, moment, said};
use super::{Basis, Bound, Moment, Overrun, Span, Timetable};
use crate::domain::meeting::Meeting;
use crate::domain::session::{Certainty, Part, Session};
use crate::domain::time::{End, Extent, Precision};
use crate::domain::workspace::Workspace;

mod doors;
mod known;

use known::Known;

/// Nobody walks for longer than this between two items, in minutes.
const LONGEST_WALK: u32 = 60;
/// Walks are planned with full steps of so many minutes.
const STEP: u32 = 5;

/// When everything at `meeting` is.
pub fn timetable(workspace: &Workspace, meeting: &Meeting) -> Timetable {
    let count = meeting.sessions.len();
    let mut children = vec![Vec::new(); count];
    let mut roots = Vec::new();
    let held = |session: &&Session| session.status != Certainty::Dropped;
    let numbered = meeting.sessions.iter().enumerate();
    for (index, session) in numbered.filter(|(_, session)| held(session)) {
        match session.within {
            Some(block) => children[block.value].push(index),
            None => roots.push(index),
        }
    }
    let table = Timetable { spans: vec![Span::default(); count], ..Timetable::default() };
    let known = vec![Known::default(); count];
    let mut layout =
        TimetableMaker { workspace, meeting, children, known, table, strands: Vec::new() };
    roots.sort_by_key(|&index| meeting.sessions[index].date);
    for day in roots.chunk_by(|&a, &b| meeting.sessions[a].date == meeting.sessions[b].date) {
        let strand: Vec<usize> = day
            .iter()
            .copied()
            .filter(|&index| layout.session(index).kind.part() != Part::Umbrella)
            .collect();
        let room = layout.day(day[0]);
        layout.strand(&strand, room);
        for &index in day {
            layout.block(index);
        }
    }
    // Only now all ends are known.
    for strand in std::mem::take(&mut layout.strands) {
        layout.walks(&strand);
    }
    let mut table = layout.table;
    table.walks.sort_by_key(|walk| walk.to);
    table.overruns.sort_by_key(|overrun| overrun.session);
    table
}

/// The room for a strand: from when, and until when and why, as far as that is known.
#[derive(Clone, Copy, Default)]
struct Room {
    from: Option<Moment>,
    to: Option<(Moment, Bound)>,
}

struct TimetableMaker<'w> {
    workspace: &'w Workspace,
    meeting: &'w Meeting,
    /// What stands in each block, in the order of the file.
    children: Vec<Vec<usize>>,
    known: Vec<Known>,
    table: Timetable,
    /// The strands that were laid.
    strands: Vec<Vec<usize>>,
}

impl<'w> TimetableMaker<'w> {
    fn session(&self, index: usize) -> &'w Session {
        &self.meeting.sessions[index]
    }

    /// A time on the clocks of `day` in minutes that have passed since midnight.
    fn passed(&self, day: Option<NaiveDate>, at: Moment) -> Moment {
        let zone = self.workspace.network.time_zone;
        Moment { minutes: zone.passed(day, 0, at.minutes), ..at }
    }

    /// The hours of the meeting on the day of this session.
    fn day(&self, index: usize) -> Room {
        let when = &self.meeting.when;
        let date = self.session(index).date;
        let is_first = date == when.date.map(|date| date.value);
        let start = when.start.map(|start| start.value).filter(|_| is_first);
        let from = start.filter(|start| start.precision != Precision::Until).map(moment);
        let from = from.map(|from| self.passed(date, from));
        let end = when.end.map(|end| end.value).filter(|_| date == when.last_day());
        let later = |length: crate::domain::time::Duration| {
            let basis = if length.extent == Extent::Exact { Basis::Exact } else { Basis::Loose };
            from.map(|from| Moment { minutes: from.minutes + length.minutes, basis })
        };
        let to = match end {
            Some(End::At(_)) => closing(self.workspace.network.time_zone, self.meeting),
            Some(End::Open) => None,
            None => {
                let length = when.duration.filter(|_| when.end_date.is_none());
                length.and_then(|length| later(length.value))
            }
        };
        Room { from, to: to.map(|to| (to, Bound::Meeting)) }
    }

    /// What was said of a session; a block whose times nobody said begins and ends with what stands
    /// in it.
    fn said(&self, index: usize) -> Span {
        self.known[index].said(|| self.find_said(index))
    }

    fn find_said(&self, index: usize) -> Span {
        let session = self.session(index);
        let own = said(session, length::said(self.meeting, session));
        if own != Span::default() || session.kind.part() != Part::SideBySide {
            return own;
        }
        let inner = self.children[index].iter().map(|&child| self.said(child));
        let spans: Vec<Span> = inner.collect();
        let begins = spans.iter().filter_map(|span| span.begins);
        let ends = spans.iter().map(|span| span.ends).collect::<Option<Vec<Moment>>>();
        Span {
            begins: begins.min_by_key(|moment| moment.minutes),
            ends: ends.and_then(|ends| ends.into_iter().max_by_key(|moment| moment.minutes)),
        }
    }

    /// Lays what stands in a block; what stands under a frame may be at any time.
    fn block(&mut self, index: usize) {
        let session = self.session(index);
        if session.kind.part() == Part::Umbrella {
            self.table.spans[index] = self.said(index);
        }
        let children = self.children[index].clone();
        let span = self.table.spans[index];
        let room = Room { from: span.begins, to: span.ends.map(|ends| (ends, Bound::Ends(index))) };
        for strand in self.strands(&children) {
            let is_inside = self.session(strand[0]).date == session.date;
            let inside = session.kind.part() == Part::SideBySide && is_inside;
            self.strand(&strand, if inside { room } else { Room::default() });
        }
        for &child in &children {
            self.block(child);
        }
    }

    /// What stands in a block, by strand and day; what names no strand is one of its own.
    fn strands(&self, children: &[usize]) -> Vec<Vec<usize>> {
        let mut strands: Vec<Vec<usize>> = Vec::new();
        for &child in children {
            let key = |index: usize| (self.session(index).track.as_ref(), self.session(index).date);
            let same = |strand: &&mut Vec<usize>| {
                key(strand[0]) == key(child) && self.session(child).track.is_some()
            };
            match strands.iter_mut().find(same) {
                Some(strand) => strand.push(child),
                None => strands.push(vec![child]),
            }
        }
        strands
    }

    /// Lays sessions that follow each other.
    fn strand(&mut self, strand: &[usize], room: Room) {
        let is_free = |index: usize| {
            let is_silent = self.said(index) == Span::default();
            is_silent && matches!(self.length(index), Length::Elastic(_) | Length::Firm(_))
        };
        // What stands alone in its strand lasts as long as the block.
        if let (&[only], Some((to, Bound::Ends(_)))) = (strand, room.to)
            && is_free(only)
        {
            self.table.spans[only] = Span { begins: room.from, ends: Some(to) };
            return;
        }
        let (mut cursor, mut latest) = (room.from, 0);
        let mut before = None;
        let mut rest = strand;
        while !rest.is_empty() {
            let (segment, after) = rest.split_at(self.segment(rest));
            let next = after.first();
            cursor = self.lay(segment, &Surroundings { before, cursor, latest, next, room });
            let ends = segment.iter().filter_map(|&index| self.table.spans[index].ends);
            latest = ends.map(|ends| ends.minutes).fold(latest, u32::max);
            before = segment.last().copied();
            rest = after;
        }
        self.strands.push(strand.to_vec());
    }

    /// How many sessions at the beginning of `rest` lie between two fixed points.
    fn segment(&self, rest: &[usize]) -> usize {
        let ends =
            |index: usize| self.said(index).ends.is_some() || self.length(index) == Length::Open;
        let begins = |index: &usize| self.said(*index).begins.is_some();
        let last =
            (0..rest.len()).find(|&at| ends(rest[at]) || rest.get(at + 1).is_some_and(begins));
        last.map_or(rest.len(), |last| last + 1)
    }

    fn length(&self, index: usize) -> Length {
        self.known[index].length(|| self.find_length(index))
    }

    fn find_length(&self, index: usize) -> Length {
        let session = self.session(index);
        if session.timing.end.is_some_and(|end| end.value == End::Open) {
            return Length::Open;
        }
        match length(self.meeting, session) {
            // A block takes as long as the longest of its strands.
            Length::Elastic(usual) if session.kind.part() == Part::SideBySide => {
                let strands = self.strands(&self.children[index]);
                let inner = |strand: &Vec<usize>| {
                    strand.iter().map(|&child| self.length(child).usual()).sum()
                };
                Length::Elastic(strands.iter().map(inner).max().unwrap_or(usual))
            }
            length @ (Length::Exact(_)
            | Length::Loose(_)
            | Length::Firm(_)
            | Length::Elastic(_)
            | Length::Open
            | Length::End) => length,
        }
    }

    /// Lays one segment and says when the next thing can begin.
    fn lay(&mut self, segment: &[usize], around: &Surroundings<'_>) -> Option<Moment> {
        for &index in segment {
            self.table.spans[index] = self.said(index);
        }
        let (head, last) = (*segment.first()?, *segment.last()?);
        let (begins, ends) = (self.said(head).begins, self.said(last).ends);
        if segment.len() == 1 && begins.is_some() && ends.is_some() {
            return around.cursor.into_iter().chain(ends).max_by_key(|moment| moment.minutes);
        }
        let gap = match begins {
            Some(_) => (0, 0),
            None => around.before.map_or((0, 0), |before| self.gap(before, head)),
        };
        let Some(begin) = begins.or(around.cursor) else { return ends };
        // What overlaps is a finding, and so is what begins after the end; nothing more is laid there.
        let is_late = around.room.to.is_some_and(|(to, _)| to.minutes <= begin.minutes)
            && !self.session(head).kind.part().may_follow();
        if begin.minutes < around.latest || is_late {
            return ends.or(around.cursor);
        }
        let (until, bound) = self.until(last, begin, around);
        // An evening without a time follows the end, whenever that is.
        let is_evening = |index: &&usize| {
            self.session(**index).kind.part() == Part::Evening
                && self.said(**index) == Span::default()
        };
        let is_end = around.next.is_none() && segment.len() > 1;
        let late = segment.iter().rev().take_while(is_evening).filter(|_| is_end).count();
        let segment = &segment[..segment.len() - late.min(segment.len() - 1)];
        let elements: Vec<Element> = (segment.iter().enumerate())
            .map(|(at, &index)| {
                let gap = if at == 0 { gap } else { self.gap(segment[at - 1], index) };
                Element { gap: gap.0, least_gap: gap.1, length: self.length(index) }
            })
            .collect();
        match lay(begin.minutes, until, &elements) {
            Ok(places) => self.enter(segment, &places, u32::MAX).filter(|_| late == 0),
            Err(needed) => {
                let before = around.before.filter(|_| begins.is_none());
                self.overrun((before, segment), begin, needed, bound);
                let limit = until.end().unwrap_or(u32::MAX);
                self.enter(segment, &in_turn(begin.minutes, &elements), limit)
            }
        }
        .map(|minutes| Moment { minutes, basis: Basis::Planned })
        .filter(|_| ends.is_none())
        .or(ends)
    }

    /// Where the room after `begin` ends for a segment with this `last` session.
    fn until(
        &self,
        last: usize,
        begin: Moment,
        around: &Surroundings<'_>,
    ) -> (Until, Option<(Moment, Bound)>) {
        if let Some(ends) = self.said(last).ends {
            return (Until::Filled(ends.minutes), Some((ends, Bound::Ends(last))));
        }
        let is_open = self.length(last) == Length::Open;
        let next = around.next.and_then(|&next| Some((next, self.said(next).begins?)));
        let room = around.room.to.filter(|(to, _)| to.minutes > begin.minutes);
        let before =
            |(_, begins): &(usize, Moment)| room.is_none_or(|(to, _)| begins.minutes <= to.minutes);
        match next.filter(before) {
            Some((next, begins)) => {
                let gap = self.gap(last, next);
                let free = begins.minutes.saturating_sub(begin.minutes);
                let gap = if gap.0 < free { gap.0 } else { gap.1 };
                let end = begins.minutes.saturating_sub(gap);
                let loose = is_open || self.session(next).kind.part() == Part::Evening;
                let until = if loose { Until::AtMost(end) } else { Until::Filled(end) };
                (until, Some((begins, Bound::Begins(next))))
            }
            None => match room {
                Some((to, bound)) if is_open => (Until::AtMost(to.minutes), Some((to, bound))),
                Some((to, bound)) => (Until::Filled(to.minutes), Some((to, bound))),
                None => (Until::Never, None),
            },
        }
    }

    /// Enters planned times. From what contradicts its part of the day on nothing is known, nor from
    /// what lasts beyond `limit` on, which only begins.
    fn enter(&mut self, segment: &[usize], places: &[Range<u32>], limit: u32) -> Option<u32> {
        for (&index, place) in segment.iter().zip(places) {
            let part = self.session(index).timing.part_of_day;
            if !fits(part, place.start) || place.start >= limit {
                return None;
            }
            let planned = |minutes| Some(Moment { minutes, basis: Basis::Planned });
            let length = self.length(index);
            let is_over = matches!(length, Length::Open | Length::End) || place.end > limit;
            let span = &mut self.table.spans[index];
            span.begins = span.begins.or(planned(place.start));
            span.ends = span.ends.or(planned(place.end).filter(|_| !is_over));
            if is_over {
                return None;
            }
        }
        places.last().map(|place| place.end)
    }

    /// Notes that a segment, with the way from `before`, needs more time than there is, however its
    /// ends were meant.
    fn overrun(
        &mut self,
        (before, segment): (Option<usize>, &[usize]),
        begin: Moment,
        least: u32,
        bound: Option<(Moment, Bound)>,
    ) {
        let Some((at, bound)) = bound else { return };
        let slack: Option<u32> = [begin, at].iter().map(|moment| moment.slack()).sum();
        let (Some(&session), Some(slack)) = (segment.last(), slack) else { return };
        let next = if let Bound::Begins(next) = bound { Some(next) } else { None };
        let stations: Vec<usize> =
            before.into_iter().chain(segment.iter().copied()).chain(next).collect();
        let ways = stations.windows(2).filter_map(|pair| self.way(pair[0], pair[1]));
        let walks = ways.map(|way| way.minutes).sum();
        let buffers = stations.windows(2).map(|pair| self.buffer(pair[0])).sum();
        let onward = next.map_or(0, |next| self.gap(session, next).1);
        // What begins before the one before it is another finding.
        if at.minutes > begin.minutes && least + onward > at.minutes + slack {
            let (ends, at) = (least + onward, at.minutes);
            self.table.overruns.push(Overrun { session, ends, bound, at, walks, buffers });
        }
    }

    /// The free minutes between two sessions: as a plan would leave them, and at least.
    fn gap(&self, before: usize, after: usize) -> (u32, u32) {
        let buffer = self.buffer(before);
        match self.way(before, after).filter(|way| way.minutes <= LONGEST_WALK) {
            Some(way) => ((buffer + way.minutes).next_multiple_of(STEP), buffer + way.minutes),
            None => (buffer, buffer),
        }
    }

    fn buffer(&self, index: usize) -> u32 {
        self.session(index).buffer.map_or(0, |buffer| buffer.minutes)
    }
}

/// What a segment stands among.
struct Surroundings<'s> {
    /// The session before it.
    before: Option<usize>,
    /// When everything before it is over.
    cursor: Option<Moment>,
    /// The latest end before it, in minutes from midnight.
    latest: u32,
    /// The session after it.
    next: Option<&'s usize>,
    room: Room,
}
