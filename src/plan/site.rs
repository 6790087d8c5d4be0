//! What of a network is for everybody on the web: which meetings its pages tell of, how much of each, in
//! which order, and since when.

pub mod exposed;

use chrono::{DateTime, Datelike as _, FixedOffset, NaiveDate};

use crate::diagnostic::Diagnostic;
use crate::diagnostic::release::UnreleasedPage;
use crate::domain::meeting::{Meeting, Status};
use crate::domain::workspace::Workspace;
use crate::plan::programme::release::is_unreleased;

/// How much a page tells of a meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// The programme for everybody.
    Whole,
    /// When, where and by whom: nobody has given the programme out yet.
    Outline,
}

/// The meetings of a site; each stands in one place.
#[derive(Clone, Debug, Default)]
pub struct Order<'w> {
    /// The one that comes next.
    pub next: Option<&'w Meeting>,
    /// The others to come: in their order, then those without a day.
    pub ahead: Vec<&'w Meeting>,
    /// Those that are over, the latest year first and in it the latest meeting; those of which nobody knows
    /// the year stand last.
    pub past: Vec<(Option<i32>, Vec<&'w Meeting>)>,
}

/// When something about a meeting was changed last, as far as its file says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Changed {
    /// At this moment.
    At(DateTime<FixedOffset>),
    /// On this day.
    On(NaiveDate),
}

/// The meetings as they stand on the day `today`.
pub fn order(workspace: &Workspace, today: NaiveDate) -> Order<'_> {
    let (past, coming): (Vec<&Meeting>, Vec<&Meeting>) =
        workspace.meetings.iter().partition(|meeting| is_over(meeting, today));
    let next = coming.iter().position(|meeting| can_be_next(meeting));
    let mut ahead = coming;
    let next = next.map(|at| ahead.remove(at));
    let mut order = Order { next, ahead, past: Vec::new() };
    let mut past: Vec<&Meeting> = past.into_iter().rev().collect();
    // Those without a day come last in the order of the network, and first when it is turned round.
    past.sort_by_key(|meeting| meeting.when.date.is_none());
    for meeting in past {
        let year = meeting.when.date.map(|date| date.value.year());
        match order.past.last_mut().filter(|(last, _)| *last == year) {
            Some((_, meetings)) => meetings.push(meeting),
            None => order.past.push((year, vec![meeting])),
        }
    }
    order
}

/// Whether a meeting lies behind on the day `today`.
fn is_over(meeting: &Meeting, today: NaiveDate) -> bool {
    match (meeting.status.value, meeting.when.last_day()) {
        (Status::Held, _) | (Status::Cancelled, None) => true,
        (_, Some(last)) => last < today,
        (Status::Idea | Status::Planned | Status::Invited | Status::Postponed, None) => false,
    }
}

/// Whether it takes place, as far as anybody knows.
fn can_be_next(meeting: &Meeting) -> bool {
    let takes_place = match meeting.status.value {
        Status::Planned | Status::Invited | Status::Held | Status::Postponed => true,
        Status::Idea | Status::Cancelled => false,
    };
    takes_place && meeting.when.date.is_some()
}

/// How much everybody may be told of `meeting`: its programme once it was given out, by a version or with
/// the invitation.
pub fn extent(meeting: &Meeting) -> Extent {
    let was_out = |status| matches!(status, Status::Invited | Status::Held);
    let is_out = meeting.releases.iter().any(|release| release.has_programme)
        || was_out(meeting.status.value)
        || meeting.history.iter().filter_map(|change| change.status).any(was_out);
    if is_out { Extent::Whole } else { Extent::Outline }
}

/// That the page of `meeting` would tell what was not given out yet.
pub fn held_back(workspace: &Workspace, meeting: &Meeting) -> Option<Diagnostic> {
    let last = meeting.releases.last().filter(|_| extent(meeting) == Extent::Whole)?;
    let problem = UnreleasedPage { meeting: meeting.id.to_string(), number: last.number };
    is_unreleased(workspace, meeting).then(|| Diagnostic::at(last.origin, problem))
}

/// When `meeting` was changed last for its readers; none if its file says nothing of it.
pub fn changed(meeting: &Meeting) -> Option<Changed> {
    let released = meeting.releases.last().map(|release| release.released);
    let days = meeting.history.iter().map(|change| change.changed);
    let day = days.chain(meeting.as_of).chain(meeting.created).max();
    match (released, day) {
        (Some(released), Some(day)) if released.date_naive() < day => Some(Changed::On(day)),
        (Some(released), _) => Some(Changed::At(released)),
        (None, day) => day.map(Changed::On),
    }
}

#[cfg(test)]
mod tests {
    use proptest::{prop_assert, prop_assert_eq, prop_assert_ne, proptest};

    use super::{Extent, extent, order};
    use crate::domain::meeting::Status;
    use crate::example::{date, workspace};
    use crate::text::Vocabulary as _;

    fn file(status: Status, day: Option<u32>) -> String {
        let day = day.map(|day| format!("date = 20{:02}-03-{:02}\n", 20 + day / 28, day % 28 + 1));
        format!("title = 'A'\nstatus = '{}'\n{}", status.word(), day.unwrap_or_default())
    }

    proptest! {
        #[test]
        fn every_meeting_stands_in_one_place(
            meetings in proptest::collection::vec((0..6_usize, proptest::option::of(0..280_u32)), 0..12),
            today in 0..280_u32,
        ) {
            let files = meetings.iter().enumerate().map(|(number, (status, day))| {
                (format!("meetings/m{number}.toml"), file(Status::ALL[*status], *day))
            });
            let files: Vec<(String, String)> = files.collect();
            let mut all = vec![("network.toml", "name = 'Netz'")];
            all.extend(files.iter().map(|(path, text)| (path.as_str(), text.as_str())));
            let workspace = workspace(&all);
            let today = date(&format!("20{:02}-03-{:02}", 20 + today / 28, today % 28 + 1));
            let order = order(&workspace, today);
            let past: Vec<_> = order.past.iter().flat_map(|(_, meetings)| meetings).collect();
            let told = order.next.iter().chain(&order.ahead).chain(past.iter().copied());
            let mut ids: Vec<&str> = told.map(|meeting| meeting.id.as_str()).collect();
            ids.sort_unstable();
            let mut known: Vec<&str> = workspace.meetings.iter().map(|it| it.id.as_str()).collect();
            known.sort_unstable();
            prop_assert_eq!(ids, known);
            if let Some(next) = order.next {
                prop_assert_ne!(next.status.value, Status::Cancelled);
                prop_assert_ne!(next.status.value, Status::Idea);
                let earlier = order.ahead.iter().filter(|it| it.when.date.map(|it| it.value) < next.when.date.map(|it| it.value));
                for meeting in earlier.filter(|it| it.when.date.is_some()) {
                    prop_assert!(matches!(meeting.status.value, Status::Cancelled | Status::Idea));
                }
            }
            let days: Vec<_> = past.iter().map(|it| it.when.date.map(|it| it.value)).collect();
            prop_assert!(days.windows(2).all(|pair| pair[0] >= pair[1]), "{:?}", days);
            let years: Vec<_> = order.past.iter().map(|(year, _)| *year).collect();
            prop_assert!(years.windows(2).all(|pair| pair[0] > pair[1]), "{:?}", years);
        }
    }

    #[test]
    fn a_programme_is_told_once_it_was_given_out() {
        let of = |text: &str| {
            let workspace =
                workspace(&[("network.toml", "name = 'Netz'"), ("meetings/a.toml", text)]);
            extent(&workspace.meetings[0])
        };
        let had = "[[history]]\nchanged = 2026-01-01\nstatus = 'invited'\nreason = 'Sturm'";
        for (text, expected) in [
            ("title = 'A'", Extent::Outline),
            ("title = 'A'\nstatus = 'idea'", Extent::Outline),
            ("title = 'A'\nstatus = 'invited'\ndate = 2027-01-12", Extent::Whole),
            ("title = 'A'\nstatus = 'held'\ndate = 2025-01-14", Extent::Whole),
            ("title = 'A'\nstatus = 'cancelled'\nreason = 'Sturm'", Extent::Outline),
            (&format!("title = 'A'\nstatus = 'cancelled'\nreason = 'Sturm'\n{had}"), Extent::Whole),
            (&format!("title = 'A'\nstatus = 'postponed'\nreason = 'Sturm'\n{had}"), Extent::Whole),
        ] {
            assert_eq!(of(text), expected, "{text}");
        }
    }
}
