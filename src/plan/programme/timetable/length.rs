//! How long sessions take: what was said, else what is usual for their kind.

use crate::domain::meeting::Meeting;
use crate::domain::session::{Kind, Session, is_mere_end};
use crate::domain::time::{Duration, Extent};

/// How long something takes, in minutes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Length {
    /// Exactly so long.
    Exact(u32),
    /// About so long, as people said.
    Loose(u32),
    /// As long as usual while there is room for that: pauses, a welcome, a closing.
    Firm(u32),
    /// As long as there is room; usual is so long.
    Elastic(u32),
    /// Nobody knows when it ends.
    Open,
    /// It takes no time: it is nothing but the end.
    End,
}

impl Length {
    /// The minutes that are said or usual.
    pub(super) fn usual(self) -> u32 {
        match self {
            Self::Exact(minutes)
            | Self::Loose(minutes)
            | Self::Firm(minutes)
            | Self::Elastic(minutes) => minutes,
            Self::Open | Self::End => 0,
        }
    }
}

/// How long somebody said that `session` takes; a repetition takes as long as the first time.
pub(super) fn said(meeting: &Meeting, session: &Session) -> Option<Duration> {
    let length = session.timing.duration.or(session.original(&meeting.sessions).timing.duration);
    length.map(|length| length.value)
}

/// How long `session` takes if nothing but its length was said.
pub(super) fn length(meeting: &Meeting, session: &Session) -> Length {
    if let Some(said) = said(meeting, session) {
        return match said.extent {
            Extent::Exact => Length::Exact(said.minutes),
            Extent::About | Extent::AtMost => Length::Loose(said.minutes),
        };
    }
    let original = session.original(&meeting.sessions);
    let title = original.title.as_ref().map(|title| title.value.as_str());
    if title.is_some_and(is_mere_end) && original.items.is_empty() {
        return Length::End;
    }
    let kind = session.actual_kind(&meeting.sessions);
    let parts = original.items.iter().map(|item| item.duration.map(|length| length.minutes));
    // What consists of parts takes as long as these, if all are known.
    if let Some(minutes) = parts.sum::<Option<u32>>().filter(|minutes| *minutes > 0) {
        return Length::Elastic(minutes);
    }
    let is_lunch = kind.part().is_pause() && is_midday(original);
    let minutes = if is_lunch { Kind::Meal } else { kind }.nature().minutes;
    if kind.part().is_firm() { Length::Firm(minutes) } else { Length::Elastic(minutes) }
}

/// Whether a pause is that at noon, which is long: "Mittagspause", "lunch break".
fn is_midday(session: &Session) -> bool {
    let title = session.title.as_ref().map(|title| title.value.as_str().to_lowercase());
    title.is_some_and(|title| ["mittag", "lunch"].iter().any(|word| title.contains(word)))
}
