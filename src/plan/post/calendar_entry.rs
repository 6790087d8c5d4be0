//! What calendars are told of a meeting and its items: when they are, how certain that is, and whether
//! they take somebody's time.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, Utc};

use crate::domain::id::Id;
use crate::domain::meeting::{Meeting, Status};
use crate::domain::release::{Facts, SessionFacts, Span};
use crate::domain::session::{Certainty, Part, Session};
use crate::plan::programme::release::{item_sequence, withdrawn};
use crate::text::vocabulary;

/// The day that entries are of if no file says another: before any network of ours met, so that
/// every later version is newer.
const LONG_AGO: (i32, u32, u32) = (2000, 1, 1);

/// What a calendar is told, but for words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarEntry {
    /// How often start, end, place or cancellation changed from version to version.
    pub sequence: u32,
    /// When what it says was given out.
    pub stamp: DateTime<Utc>,
    /// When it is.
    pub time: EntryTime,
    /// How many minutes it takes, if clocks show its end twice and the second time is meant.
    pub length: Option<u32>,
    /// How certain it is.
    pub status: EntryStatus,
    /// Why it does not take place when it says.
    pub off: Option<Off>,
    /// Whether it takes the time of those who have it in their calendars.
    pub is_busy: bool,
}

vocabulary! {
    /// How certain an entry is (RFC 5545, 3.8.1.11).
    pub enum EntryStatus {
        /// It may be.
        Tentative = "TENTATIVE",
        /// It will be.
        Confirmed = "CONFIRMED",
        /// It will not be.
        Cancelled = "CANCELLED",
    }
}

/// Why something does not take place when its entry says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Off {
    /// The meeting is cancelled.
    Cancelled,
    /// It is postponed, and has no day yet.
    Postponed,
    /// It has no day any more.
    Open,
    /// The item is dropped, or its meeting does not take place.
    Dropped,
}

/// When an entry is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EntryTime {
    /// Whole days, both included.
    Days(NaiveDate, NaiveDate),
    /// From a time on the clocks of the zone to another.
    Hours(NaiveDateTime, Option<NaiveDateTime>),
}

impl CalendarEntry {
    /// The entry of `meeting` as a whole, where it stands in calendars.
    pub fn of(meeting: &Meeting, facts: &Facts, span: Span) -> Self {
        let off = off(meeting);
        Self {
            sequence: meeting.releases.last().map_or(0, |release| release.sequence),
            stamp: stamp(meeting),
            time: time(span, meeting),
            length: facts.misread_length(),
            status: if off.is_some() { EntryStatus::Cancelled } else { status(meeting) },
            off,
            is_busy: off.is_none() && meeting.status.value != Status::Idea,
        }
    }

    /// The entry of an item of the same `meeting`; a pause takes nobody's time.
    pub fn of_item(
        &self,
        meeting: &Meeting,
        known: &SessionFacts,
        times: &ItemTimes<'_>,
        is_pause: bool,
    ) -> Option<Self> {
        let span = times.of(&known.id)?;
        let status = match (self.status, known.status) {
            (EntryStatus::Cancelled, _) | (_, Certainty::Dropped) => EntryStatus::Cancelled,
            (EntryStatus::Tentative | EntryStatus::Confirmed, Certainty::Requested) => {
                EntryStatus::Tentative
            }
            (EntryStatus::Tentative | EntryStatus::Confirmed, Certainty::Fixed) => self.status,
        };
        let is_off = status == EntryStatus::Cancelled;
        // Whose time is that of its block moves with it.
        let block = times.session(&known.id).and_then(|session| times.block(session));
        let block = block.filter(|_| known.span().is_none());
        let ids = block.map(|block| &block.id).into_iter().chain([&known.id]);
        Some(Self {
            sequence: ids.map(|id| item_sequence(meeting, id)).sum(),
            stamp: self.stamp,
            time: time(span, meeting),
            length: known.misread_length(),
            status,
            off: is_off.then_some(Off::Dropped),
            is_busy: !is_off && !is_pause,
        })
    }
}

/// When what is said was given out: with the last version, else on the day the file was made, else on
/// the latest day that the file knows of itself.
fn stamp(meeting: &Meeting) -> DateTime<Utc> {
    if let Some(release) = meeting.releases.last() {
        return release.released.with_timezone(&Utc);
    }
    let changed = meeting.history.iter().map(|change| change.changed);
    let (year, month, day) = LONG_AGO;
    let day = meeting
        .created
        .or_else(|| changed.chain(meeting.as_of).max())
        .or_else(|| NaiveDate::from_ymd_opt(year, month, day))
        .unwrap_or_default();
    day.and_time(NaiveTime::MIN).and_utc()
}

/// When calendars have a meeting, or an item of it, that is at `span`: what is printed in words instead
/// of a date has no time of day.
pub(in crate::plan::post) fn time(span: Span, meeting: &Meeting) -> EntryTime {
    match span {
        Span::Hours(start, end) if meeting.when.date_text.is_none() => EntryTime::Hours(start, end),
        Span::Hours(..) | Span::Days(..) => EntryTime::Days(span.first_day(), span.last_day()),
    }
}

/// How certain a meeting is that takes place. One that is planned is certain when a version was given
/// out.
fn status(meeting: &Meeting) -> EntryStatus {
    let is_released = !meeting.releases.is_empty();
    match meeting.status.value {
        Status::Idea => EntryStatus::Tentative,
        Status::Planned | Status::Postponed if !is_released => EntryStatus::Tentative,
        // No letter tells the day that stands in the calendar.
        Status::Planned | Status::Postponed | Status::Invited
            if meeting.when.date_text.is_some() =>
        {
            EntryStatus::Tentative
        }
        Status::Planned | Status::Postponed | Status::Invited | Status::Held => {
            EntryStatus::Confirmed
        }
        Status::Cancelled => EntryStatus::Cancelled,
    }
}

/// Why a meeting does not take place where it stands in calendars.
fn off(meeting: &Meeting) -> Option<Off> {
    match (meeting.status.value, withdrawn(meeting)) {
        (Status::Cancelled, _) => Some(Off::Cancelled),
        (Status::Postponed, Some(_)) => Some(Off::Postponed),
        (Status::Idea | Status::Planned | Status::Invited | Status::Held, Some(_)) => {
            Some(Off::Open)
        }
        (
            Status::Idea | Status::Planned | Status::Invited | Status::Held | Status::Postponed,
            None,
        ) => None,
    }
}

/// When the items of a meeting are.
#[derive(Debug)]
pub struct ItemTimes<'m> {
    meeting: &'m Meeting,
    sessions: BTreeMap<&'m Id, &'m Session>,
    known: BTreeMap<&'m Id, Span>,
}

impl<'m> ItemTimes<'m> {
    /// As `facts` tell them.
    pub fn new(meeting: &'m Meeting, facts: &'m Facts) -> Self {
        let sessions = meeting.sessions.iter().map(|session| (&session.id, session)).collect();
        let known = facts.sessions.iter().filter_map(|known| Some((&known.id, known.span()?)));
        Self { meeting, sessions, known: known.collect() }
    }

    /// The item with this key.
    pub fn session(&self, id: &Id) -> Option<&'m Session> {
        self.sessions.get(id).copied()
    }

    /// When an item is: as it says itself; what is alone in its strand of a block and says nothing
    /// takes as long as the block.
    pub fn of(&self, id: &Id) -> Option<Span> {
        self.known.get(id).copied().or_else(|| {
            let session = self.session(id)?;
            let block = self.block(session)?;
            let is_beside = |other: &&Session| {
                self.block(other).is_some_and(|same| same.id == block.id)
                    && session.track.is_some()
                    && other.track == session.track
            };
            let timing = &session.timing;
            let is_silent = timing.end.is_none() && timing.duration.is_none();
            let is_alone = self.meeting.sessions.iter().filter(is_beside).count() <= 1;
            let same_day = session.date == block.date;
            let span = self.known.get(&block.id).filter(|_| is_silent && is_alone && same_day);
            span.copied()
        })
    }

    /// Whether it is known when the item of this name is.
    pub fn is_known(&self, name: &str) -> bool {
        let mut ids = self.sessions.keys();
        ids.find(|id| id.as_str() == name).is_some_and(|id| self.of(id).is_some())
    }

    /// The block in which a session runs beside others.
    fn block(&self, session: &Session) -> Option<&'m Session> {
        let block = &self.meeting.sessions[session.within?.value];
        (block.kind.part() == Part::SideBySide).then_some(block)
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use proptest::prelude::{Strategy, any};
    use proptest::sample::select;
    use proptest::{prop_assert, prop_assert_eq};

    use super::{CalendarEntry, EntryStatus, EntryTime, ItemTimes};
    use crate::domain::meeting::Status;
    use crate::domain::release::Facts;
    use crate::domain::session::Certainty;
    use crate::domain::workspace::Workspace;
    use crate::example::least;
    use crate::plan::post::sample::runner;
    use crate::plan::programme::release::{facts, withdrawn};
    use crate::text::Vocabulary as _;

    /// A meeting with four items: of any status, with a day, words in its place or none, and given out
    /// with a day or never.
    fn meetings() -> impl Strategy<Value = Workspace> {
        let status = select(Status::ALL.to_vec());
        let certainty = select(Certainty::ALL.to_vec());
        let when = select(vec!["date = 2027-04-20\n", "date-text = \"im Herbst\"\n", ""]);
        (status, certainty, when, any::<bool>(), any::<bool>()).prop_map(
            |(status, certainty, when, in_words, is_released)| {
                let more = if in_words && when.starts_with("date =") { "date-text = \"bald\"\n" } else { "" };
                let release = "[[release]]\nnumber = 1\nreleased = 2027-01-05T12:00:00+01:00\nby = \"A\"\n\
                               reason = \"r\"\nsequence = 3\nuid = \"t@erfa.invalid\"\ntitle = \"T\"\n\
                               date = 2027-04-13\n";
                let release = if is_released { release } else { "" };
                let item = |kind: &str, keys: &str| {
                    format!("[[session]]\nkind = \"{kind}\"\ntitle = \"{kind}\"\n{keys}")
                };
                let certainty = format!("start = \"10:00\"\nstatus = \"{}\"\n", certainty.word());
                let items = [
                    item("talk", &certainty),
                    item("break", "start = \"11:00\"\n"),
                    item("parallel", "start = \"13:00\"\nend = \"14:00\"\n"),
                    item("workshop", "in = \"parallel\"\ntrack = \"A\"\n"),
                ];
                let text = format!(
                    "title = \"T\"\nstatus = \"{}\"\n{when}{more}start = \"9:00\"\n{release}{}",
                    status.word(),
                    items.concat()
                );
                least("meetings/t.toml", &text)
            },
        )
    }

    fn told(workspace: &Workspace) -> Facts {
        let meeting = &workspace.meetings[0];
        withdrawn(meeting).cloned().unwrap_or_else(|| facts(workspace, meeting))
    }

    #[test]
    fn an_entry_says_no_more_than_is_known() {
        let judged = EntryStatus::ALL.iter().map(|_| Cell::new(0)).collect::<Vec<_>>();
        let all = runner().run(&meetings(), |workspace| {
            let (meeting, facts) = (&workspace.meetings[0], told(&workspace));
            let Some(span) = facts.span() else { return Ok(()) };
            let entry = CalendarEntry::of(meeting, &facts, span);
            let number = EntryStatus::ALL.iter().position(|status| *status == entry.status);
            let counted = &judged[number.unwrap()];
            counted.set(counted.get() + 1);
            let is_off = meeting.status.value == Status::Cancelled || withdrawn(meeting).is_some();
            prop_assert_eq!(entry.status == EntryStatus::Cancelled, is_off);
            prop_assert_eq!(entry.off.is_some(), is_off);
            prop_assert!(!is_off || !entry.is_busy);
            if meeting.status.value == Status::Idea {
                prop_assert!(!entry.is_busy && entry.status != EntryStatus::Confirmed);
            }
            let is_said = matches!(meeting.status.value, Status::Invited | Status::Held);
            if entry.status == EntryStatus::Confirmed {
                prop_assert!(is_said || !meeting.releases.is_empty());
            }
            if meeting.when.date_text.is_some() {
                prop_assert!(matches!(entry.time, EntryTime::Days(..)));
            }
            let last = meeting.releases.last();
            prop_assert_eq!(entry.sequence, last.map_or(0, |release| release.sequence));
            if let Some(release) = last {
                prop_assert_eq!(entry.stamp, release.released);
            }
            Ok(())
        });
        all.unwrap();
        assert!(judged.iter().all(|count| count.get() >= 20), "{judged:?}");
    }

    #[test]
    fn an_item_is_no_more_certain_than_its_meeting() {
        let judged = Cell::new(0);
        let all = runner().run(&meetings(), |workspace| {
            let (meeting, facts) = (&workspace.meetings[0], told(&workspace));
            let Some(span) = facts.span() else { return Ok(()) };
            let (whole, times) =
                (CalendarEntry::of(meeting, &facts, span), ItemTimes::new(meeting, &facts));
            for known in &facts.sessions {
                let entry = |is_pause| whole.of_item(meeting, known, &times, is_pause);
                let Some(entry) = entry(false).zip(entry(true)) else { continue };
                let (entry, pause) = entry;
                judged.set(judged.get() + 1);
                prop_assert!(!pause.is_busy);
                prop_assert_eq!(entry.is_busy, entry.status != EntryStatus::Cancelled);
                prop_assert_eq!(entry.off.is_some(), entry.status == EntryStatus::Cancelled);
                prop_assert_eq!(entry.stamp, whole.stamp);
                let is_dropped = known.status == Certainty::Dropped;
                match whole.status {
                    EntryStatus::Cancelled => prop_assert_eq!(entry.status, whole.status),
                    _ if is_dropped => prop_assert_eq!(entry.status, EntryStatus::Cancelled),
                    EntryStatus::Tentative => prop_assert_eq!(entry.status, whole.status),
                    EntryStatus::Confirmed => {
                        let is_sure = known.status == Certainty::Fixed;
                        prop_assert_eq!(entry.status == EntryStatus::Confirmed, is_sure);
                    }
                }
            }
            // What is alone in its strand is when its block is.
            let [.., block, inner] = &meeting.sessions[..] else { return Ok(()) };
            prop_assert_eq!(times.of(&inner.id), times.of(&block.id));
            Ok(())
        });
        all.unwrap();
        assert!(judged.get() >= 200, "{judged:?}");
    }
}
