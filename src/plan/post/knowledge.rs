//! What somebody knows of a meeting by the mails that they got, beside what is true of it now.

use std::borrow::Cow;

use chrono::NaiveDate;

use super::document_kind::DocumentKind;
use super::notification::Part;
use super::told::Told;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::outbox::LostVersion;
use crate::domain::id::Id;
use crate::domain::line::Line;
use crate::domain::meeting::{HistoryEntry, Meeting, Status, When};
use crate::domain::release::{Coverage, Facts, Release, SessionFacts};
use crate::domain::workspace::Workspace;
use crate::plan::programme::release::facts_covering;
use crate::source::Origin;

/// What is true of a meeting, by the keys of each coverage: every reader's knowledge is set beside what
/// covers the same.
#[derive(Clone, Debug)]
pub struct Now([Facts; Coverage::ALL.len()]);

impl Now {
    /// What is true of `meeting`.
    pub fn of(workspace: &Workspace, meeting: &Meeting) -> Self {
        Self(Coverage::ALL.map(|covers| facts_covering(covers, workspace, meeting)))
    }

    /// The facts to be set beside `known`.
    pub fn beside(&self, known: &Facts) -> &Facts {
        let same = self.0.iter().find(|now| now.covers == known.covers);
        same.unwrap_or_else(|| self.all())
    }

    /// The facts by all keys that there are.
    pub fn all(&self) -> &Facts {
        let Self([.., all]) = self;
        all
    }
}

/// What somebody knows.
#[derive(Clone, Debug)]
pub struct Known<'a> {
    /// What they were told.
    pub facts: Cow<'a, Facts>,
    /// The day on which what they were told last was given out.
    pub since: NaiveDate,
    /// Where that stands.
    pub origin: Origin,
    /// Whether it is known that they were told; else it is what was last given out.
    pub is_their_own: bool,
}

impl<'a> Known<'a> {
    /// What everybody can know by the last version of `meeting`, if there is one.
    pub fn by_version(meeting: &'a Meeting) -> Option<Self> {
        let last = meeting.releases.last()?;
        Some(Self { is_their_own: false, ..Self::whole(last) })
    }

    fn whole(version: &'a Release) -> Self {
        let since = version.released.date_naive();
        Self {
            facts: Cow::Borrowed(&version.facts),
            since,
            origin: version.origin,
            is_their_own: true,
        }
    }

    /// What somebody with this `part` in `meeting` knows who was `told` of it; nothing if they were told
    /// that it does without them. A mail that names day and place alone tells nothing of the programme:
    /// of that they know what an earlier one told, and what no mail told cannot be otherwise to them.
    ///
    /// # Errors
    /// If the version that they were told is not there any more.
    pub fn by_mails(
        meeting: &'a Meeting,
        told: &Told<'_>,
        part: &Part,
        now: &Now,
    ) -> Result<Option<Self>, Vec<Diagnostic>> {
        if !told.counts_on_it() {
            return Ok(None);
        }
        let number = told.run.version;
        let last = version(meeting, number.value).ok_or_else(|| {
            let (meeting, number_told) = (meeting.id.to_string(), number.value);
            vec![Diagnostic::at(number.origin, LostVersion { meeting, number: number_told })]
        })?;
        let mut whole = Self::whole(last);
        // A cancellation names the day that they knew.
        if let Some(day) =
            version(meeting, told.day().version.value).filter(|it| it.number != last.number)
        {
            let Facts { date, end_date, date_text, hours, .. } = day.facts.clone();
            whole.facts =
                Cow::Owned(Facts { date, end_date, date_text, hours, ..last.facts.clone() });
        }
        let programme = told.programme().map(|run| version(meeting, run.version.value));
        let facts = match programme {
            // Where the version is gone, what came after it is all that is known.
            Some(None) => return Ok(Some(whole)),
            Some(Some(programme)) if programme.number == last.number => return Ok(Some(whole)),
            Some(Some(programme)) => Facts {
                covers: programme.facts.covers,
                registration_until: programme.facts.registration_until,
                people: programme.facts.people.clone(),
                content: programme.facts.content.clone(),
                sessions: programme.facts.sessions.clone(),
                ..whole.facts.into_owned()
            },
            None => without_programme(&whole.facts, now.beside(&last.facts), part, told),
        };
        Ok(Some(Self { facts: Cow::Owned(facts), ..Self::whole(last) }))
    }

    /// Why the meeting is otherwise than they know, by the entries of its history since then, the
    /// oldest first.
    pub fn reasons<'m>(&self, meeting: &'m Meeting) -> Vec<&'m Line> {
        let now = &meeting.when;
        let is_known = |change: &&HistoryEntry| is_from(change, &self.facts);
        let history = meeting.history.iter();
        let since: Vec<&HistoryEntry> =
            history.filter(|change| change.changed >= self.since).collect();
        let is_there = self.facts.date == now.date.map(|date| date.value);
        let told: Vec<&HistoryEntry> = if is_there {
            // Where they come back to the day that they know, ways there and back are nothing to them.
            let stays = |change: &&HistoryEntry| change.date.is_none() || is_known(change);
            since.into_iter().filter(stays).collect()
        } else {
            let first = since.iter().rposition(is_known).unwrap_or(0);
            since.into_iter().skip(first).collect()
        };
        distinct(told.into_iter().map(|change| &change.reason))
    }
}

/// Why a meeting is postponed: where it lost its day first and found one later, for both reasons.
pub fn reasons_of_postponing(meeting: &Meeting) -> Vec<&Line> {
    let dated = |change: &HistoryEntry| change.date.is_some() || change.date_text.is_some();
    let found = meeting.history.iter().rposition(dated).filter(|lost| {
        meeting.status.value == Status::Postponed && lost + 1 < meeting.history.len()
    });
    let before = found.map_or(&[][..], |lost| &meeting.history[lost..meeting.history.len() - 1]);
    distinct(before.iter().map(|change| &change.reason).chain(meeting.told_reason()))
}

/// The day that a meeting had which is postponed, to those who know what was given out of it.
#[derive(Clone, Copy, Debug)]
pub enum Former<'m> {
    /// None was written down.
    Unknown,
    /// The one of this entry.
    Day(&'m HistoryEntry),
    /// The one that it has: it came back to it, and no other was given out in between.
    Same,
}

/// The day before of `meeting`: the last one that was given out, else the last one in its file.
pub fn former_day(meeting: &Meeting) -> Former<'_> {
    let dated = |change: &&HistoryEntry| change.date.is_some() || change.date_text.is_some();
    let mut changes: Vec<&HistoryEntry> = meeting.history.iter().filter(dated).collect();
    // The list begins with the oldest; of changes on the same day the later entry counts.
    changes.sort_by_key(|change| change.changed);
    let When { date, end_date, date_text, .. } = &meeting.when;
    let [date, end_date] = [date, end_date].map(|day| day.map(|day| day.value));
    let is_now = |change: &HistoryEntry| {
        let text = change.date_text.as_ref();
        (change.date, change.end_date, text) == (date, end_date, date_text.as_ref())
    };
    let was_told =
        |change: &HistoryEntry| meeting.releases.iter().any(|one| is_from(change, &one.facts));
    let told = changes.iter().rev().find(|change| was_told(change) && !is_now(change));
    match (told, changes.last()) {
        (Some(told), _) => Former::Day(told),
        (None, Some(last)) => {
            let came_back = changes.iter().any(|change| is_now(change) && was_told(change));
            if came_back { Former::Same } else { Former::Day(last) }
        }
        (None, None) => Former::Unknown,
    }
}

/// Whether `meeting` is postponed, as far as those can tell who know what was given out of it.
pub fn is_postponed(meeting: &Meeting) -> bool {
    meeting.status.value == Status::Postponed && !matches!(former_day(meeting), Former::Same)
}

/// Whether `meeting` was postponed after invitations had gone out, as its file says.
pub fn had_invited(meeting: &Meeting) -> bool {
    meeting.history.iter().any(|change| change.status == Some(Status::Invited))
}

/// Whether the entry tells what was changed about the day that somebody knows.
fn is_from(change: &HistoryEntry, known: &Facts) -> bool {
    let text = change.date_text.as_ref().map(Line::as_str);
    (change.date, text) == (known.date, known.date_text.as_deref())
}

fn distinct<'m>(reasons: impl Iterator<Item = &'m Line>) -> Vec<&'m Line> {
    let mut told: Vec<&Line> = Vec::new();
    for reason in reasons {
        if !told.contains(&reason) {
            told.push(reason);
        }
    }
    told
}

pub(super) fn version(meeting: &Meeting, number: u32) -> Option<&Release> {
    meeting.releases.iter().find(|release| release.number == number)
}

/// The facts of `last` with the programme of `now`, for nobody told them another; but whoever was asked
/// to speak knows what they were asked for.
fn without_programme(last: &Facts, now: &Facts, part: &Part, told: &Told<'_>) -> Facts {
    let asks = |message| DocumentKind::of(message) == Some(DocumentKind::SpeakerInvitation);
    let is_asked = told.mails.iter().any(|(_, message)| asks(message));
    let mut sessions = now.sessions.clone();
    if is_asked {
        let is_own = |session: &SessionFacts| part.is_in(session);
        let own = || last.sessions.iter().filter(|session| is_own(session));
        let before = |session: &SessionFacts| own().find(|known| known.id == session.id).cloned();
        sessions.retain(|session| !is_own(session) || before(session).is_some());
        for session in &mut sessions {
            *session = before(session).unwrap_or_else(|| session.clone());
        }
        let ids: Vec<Id> = sessions.iter().map(|session| session.id.clone()).collect();
        sessions.extend(own().filter(|session| !ids.contains(&session.id)).cloned());
    }
    let (registration_until, content) = (now.registration_until, now.content.clone());
    let people = now.people.clone();
    Facts { registration_until, people, content, sessions, ..last.clone() }
}
