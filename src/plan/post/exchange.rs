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

/// What a mail of `kind` about `meeting` asks of a calendar. An entry can be struck out if its owner
/// got one: `least` is the least sequence that they may get next. That of a meeting which has lost its
/// date is.
pub fn method(kind: DocumentKind, meeting: &Meeting, least: Option<u32>) -> Option<Method> {
    let struck_out = least.map(|_| Method::Cancel);
    match kind.row().calendar {
        Calendar::Nothing => None,
        Calendar::Cancellation => Some(Method::Cancel),
        Calendar::Withdrawal => struck_out,
        Calendar::Entry => meeting.when.date.map_or(struck_out, |_| Some(Method::Request)),
    }
}

/// The sequence of a calendar part: that of the last version of `meeting`, not below `least`, and
/// higher than it if it takes something back (2.1.4).
pub fn sequence(meeting: &Meeting, method: Method, least: Option<u32>) -> u32 {
    let released = meeting.releases.last().map_or(0, |release| release.sequence);
    match (method, least) {
        (_, None) => released,
        (Method::Request, Some(least)) => released.max(least),
        (Method::Cancel, Some(least)) => released.max(least + 1),
    }
}

#[cfg(test)]
mod tests {
    //! Calendars take the newer of two mails for the newer one.

    use std::cell::Cell;

    use proptest::collection::vec;
    use proptest::sample::select;
    use proptest::{bool, prop_assert};

    use super::{Method, method, sequence};
    use crate::domain::meeting::When;
    use crate::example::date;
    use crate::plan::post::document_kind::DocumentKind;
    use crate::plan::post::sample::{network, nowhere, release, runner};
    use crate::plan::programme::release::facts;
    use crate::source::Located;
    use crate::text::Vocabulary as _;

    #[test]
    fn no_revision_is_older_than_what_it_follows() {
        let kinds = select(DocumentKind::ALL.to_vec());
        let judged = Cell::new(0);
        let result = runner().run(&vec((kinds, bool::ANY, bool::ANY), 1..12), |mails| {
            let mut workspace = network();
            let day = Located::new(date("2027-04-20"), nowhere());
            let dated = When { date: Some(day), ..When::default() };
            let mut version = release(1, facts(&workspace, &workspace.meetings[0]));
            let mut meeting = workspace.meetings.remove(0);
            let mut last: Option<(Method, u32)> = None;
            for (kind, has_day, is_revised) in mails {
                meeting.when = if has_day { dated.clone() } else { When::default() };
                version.sequence += u32::from(is_revised);
                meeting.releases = vec![version.clone()];
                let bound = last.map(|(told, got)| got + u32::from(told == Method::Cancel));
                let Some(asked) = method(kind, &meeting, bound) else { continue };
                let next = sequence(&meeting, asked, bound);
                if let Some((before, got)) = last {
                    let takes_back = before == Method::Cancel || asked == Method::Cancel;
                    prop_assert!(next >= got + u32::from(takes_back), "{kind:?} {next} {got}");
                }
                prop_assert!(next >= version.sequence);
                last = Some((asked, next));
                judged.set(judged.get() + 1);
            }
            Ok(())
        });
        result.unwrap();
        assert!(judged.get() > 300, "{judged:?}");
    }
}
