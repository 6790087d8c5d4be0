//! What the calendar of a recipient is told, and as which revision (RFC 5546).

use super::document_kind::{Calendar, DocumentKind};
use crate::domain::meeting::Meeting;

/// What a calendar that is sent asks for (RFC 5546, 1.4).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Method {
    /// To come, or to take note of a change (3.2.2).
    Request,
    /// To strike the entry out (3.2.5).
    Cancel,
}

impl Method {
    /// Its name in calendars and mails.
    pub fn name(self) -> &'static str {
        match self {
            Self::Request => "REQUEST",
            Self::Cancel => "CANCEL",
        }
    }
}

/// What somebody's calendar got last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sent {
    /// The highest sequence that it ever got.
    pub sequence: u32,
    /// What the mail was.
    pub kind: DocumentKind,
    /// The version of the meeting that it told.
    pub version: u32,
}

/// What a mail of `kind` about `meeting` asks of a calendar. An entry can be struck out if its owner
/// got one, the `last` of which is known. That of a meeting which has lost its date is.
pub fn method(kind: DocumentKind, meeting: &Meeting, last: Option<Sent>) -> Option<Method> {
    asked(kind, meeting.when.date.is_some(), last.is_some())
}

fn asked(kind: DocumentKind, has_date: bool, had_entry: bool) -> Option<Method> {
    let struck_out = had_entry.then_some(Method::Cancel);
    match kind.row().calendar {
        Calendar::Nothing => None,
        Calendar::Cancellation => Some(Method::Cancel),
        Calendar::Entry if has_date => Some(Method::Request),
        Calendar::Withdrawal | Calendar::Entry => struck_out,
    }
}

/// The sequence of a calendar part that tells the last version of `meeting` to somebody who got `last`:
/// never below what they got, and above it if the entry was or is taken back, or starts, ends or is
/// elsewhere than they were told (RFC 5546, 2.1.4). So whatever became of them and of the meeting in
/// between, they are asked again.
pub fn sequence(meeting: &Meeting, method: Method, last: Option<Sent>) -> u32 {
    let version = meeting.releases.last();
    let released = version.map_or(0, |version| version.sequence);
    let Some(last) = last else { return released };
    let known = meeting.releases.iter().find(|version| version.number == last.version);
    let same = known.zip(version).filter(|(known, now)| !known.facts.is_revised_by(&now.facts));
    let stays = same.is_some_and(|(known, _)| {
        let before = asked(last.kind, known.facts.date.is_some(), true);
        method == Method::Request && before == Some(Method::Request)
    });
    released.max(last.sequence + u32::from(!stays))
}

#[cfg(test)]
mod tests {
    //! Calendars take the newer of two mails for the newer one.

    use std::cell::Cell;

    use chrono::NaiveDate;
    use proptest::collection::vec;
    use proptest::sample::select;
    use proptest::{bool, option, prop_assert};

    use super::{Method, Sent, method, sequence};
    use crate::domain::meeting::When;
    use crate::domain::release::Release;
    use crate::example::date;
    use crate::plan::post::document_kind::{Calendar, DocumentKind};
    use crate::plan::post::sample::{network, nowhere, release, runner};
    use crate::plan::programme::release::facts;
    use crate::source::Located;
    use crate::text::Vocabulary as _;

    #[test]
    fn whoever_was_told_otherwise_gets_a_higher_sequence() {
        // Most documents say nothing to calendars; of those one is enough.
        let says_something = |kind: &DocumentKind| kind.row().calendar != Calendar::Nothing;
        let kinds: Vec<DocumentKind> = DocumentKind::all().filter(says_something).collect();
        let kinds = select([kinds, vec![DocumentKind::Press]].concat());
        let judged = Cell::new((0, 0));
        let days = ["2027-04-20", "2027-04-27"].map(date);
        let step = (kinds, option::of(select(days.to_vec())), bool::ANY);
        let result = runner().run(&vec(step, 1..12), |mails| {
            let mut workspace = network();
            let mut meeting = workspace.meetings.remove(0);
            let mut last: Option<(Sent, Method, Option<NaiveDate>)> = None;
            for (kind, day, is_told) in mails {
                let date = day.map(|day| Located::new(day, nowhere()));
                meeting.when = When { date, ..When::default() };
                let now = facts(&workspace, &meeting);
                if meeting.releases.last().is_none_or(|last| last.facts != now) {
                    let number = u32::try_from(meeting.releases.len()).unwrap() + 1;
                    // As if others had heard of what was in between, or nobody had.
                    let sequence = if is_told { number - 1 } else { 0 };
                    meeting.releases.push(Release { sequence, ..release(number, now) });
                }
                let known = last.map(|(sent, ..)| sent);
                let Some(asked) = method(kind, &meeting, known) else { continue };
                let next = sequence(&meeting, asked, known);
                if let Some((sent, before, told)) = last {
                    let is_news = [before, asked].contains(&Method::Cancel) || told != day;
                    prop_assert!(next >= sent.sequence + u32::from(is_news), "{kind:?} {next}");
                    let (all, news) = judged.get();
                    judged.set((all + 1, news + i32::from(is_news)));
                }
                let version = meeting.releases.last().unwrap().number;
                last = Some((Sent { sequence: next, kind, version }, asked, day));
            }
            Ok(())
        });
        result.unwrap();
        let (all, news) = judged.get();
        assert!(all > 200 && news > 100 && all > news, "{judged:?}");
    }
}
