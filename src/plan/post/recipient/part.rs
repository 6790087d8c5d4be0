//! Who has a part in the programme of a meeting.

use crate::domain::meeting::Meeting;
use crate::domain::reply::Who;
use crate::domain::session::{Certainty, Person, Who as Named};
use crate::domain::workspace::Workspace;
use crate::plan::post::notification::name;
use crate::text::plain;

/// Whether somebody has a part in the programme, and both stand fast.
pub fn has_part(meeting: &Meeting, who: Who) -> bool {
    let is_meant =
        |person: &Person| matches!(person.who, Named::Contact(one) if Who::Contact(one) == who);
    stands_in(meeting, is_meant, |status| status == Certainty::Fixed)
}

/// Whether somebody is announced in the programme, by key or by name, or asked for a part of it.
pub fn has_part_in(workspace: &Workspace, meeting: &Meeting, who: Who) -> bool {
    let Who::Contact(id) = who else { return false };
    let called = name(workspace.contact(id));
    let is_meant = |person: &Person| match &person.who {
        Named::Contact(one) => *one == id,
        Named::Named(name) => plain(name.as_str()) == called,
        Named::Several(_) | Named::AnyOf(_) | Named::Unnamed => false,
    };
    stands_in(meeting, is_meant, |status| status != Certainty::Dropped)
}

/// Whether one of the people of a programme `is_meant`, and their part and its item are as certain as
/// `counts`.
fn stands_in(
    meeting: &Meeting,
    is_meant: impl Fn(&Person) -> bool,
    counts: impl Fn(Certainty) -> bool,
) -> bool {
    let is_me = |person: &Person| is_meant(person) && counts(person.status);
    let sessions = meeting.sessions.iter().filter(|one| counts(one.status));
    let in_sessions = sessions.flat_map(|session| {
        session.people.iter().chain(session.items.iter().flat_map(|item| &item.people))
    });
    meeting.people.iter().chain(in_sessions).any(is_me)
}
