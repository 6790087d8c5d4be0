//! Whom of those who are chosen a document concerns: by what they answered, did or have to do.

use chrono::NaiveDate;

use super::document_kind::Concern;
use super::recipient::{Addressee, Recipient, has_part};
use super::recorded;
use super::reply::answers::{AnsweredBy, Answers};
use super::told::{Told, reached};
use crate::domain::attendance::Presence;
use crate::domain::id::CityId;
use crate::domain::meeting::Meeting;
use crate::domain::outbox::Outbox;
use crate::domain::reply::{ReplyAnswer, Who};
use crate::domain::workspace::Workspace;
use crate::plan::actions::owed;
use crate::source::Located;
use crate::text::address_key;

/// Whether somebody came to `meeting`: what is recorded of them says so; else their town is on record as
/// present, where the file says who was, and nobody of it by name; else they said yes, and their town sent no
/// apologies. Hosts were there; nobody was who said no. That somebody stands in the programme does not say
/// that they came.
fn came(workspace: &Workspace, meeting: &Meeting, who: Who, answer: Option<ReplyAnswer>) -> bool {
    if let Some(presence) = recorded::presence(workspace, meeting, who) {
        return presence == Presence::There;
    }
    let city = workspace.city_of(who);
    let is_of = |cities: &[Located<CityId>]| cities.iter().any(|one| Some(one.value) == city);
    let is_person = matches!(who, Who::Contact(_));
    let is_recorded = if is_of(&meeting.excused) {
        false
    } else if meeting.attended.is_empty() || city.is_none() {
        answer == Some(ReplyAnswer::Yes)
    } else if is_person && city.is_some_and(|it| recorded::is_named(workspace, meeting, it)) {
        // Of this town the list says by name who came.
        false
    } else {
        is_of(&meeting.attended)
    };
    answer != Some(ReplyAnswer::No) && (is_recorded || is_of(&meeting.hosts))
}

/// Whether nothing says that somebody came to `meeting` but that their town was there: they did not say so
/// themselves (`said_yes`), or the town did for them.
pub fn came_by_city(workspace: &Workspace, meeting: &Meeting, who: Who, said_yes: bool) -> bool {
    let Who::Contact(_) = who else { return false };
    if recorded::presence(workspace, meeting, who).is_some() {
        return false;
    }
    let city = workspace.city_of(who);
    let was_there = meeting.attended.iter().any(|one| Some(one.value) == city);
    was_there && !said_yes
}

/// Why a document does not concern somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unconcerned {
    /// By what they answered, did or have to do.
    Themselves,
    /// They, who read the same mails and were asked by name, answered in their place.
    AnsweredBy(Who),
    /// They know the day alone: nobody has asked them whether they come.
    NotInvited,
    /// They were told that the meeting does without them, and nobody has invited them since.
    Withdrawn,
}

/// Takes those out of `chosen` whom a document does not concern by their answers, or on the day `today`; each
/// with the reason.
pub fn unconcerned<'o>(
    workspace: &Workspace,
    outbox: &Outbox,
    meeting: &Meeting,
    concern: Concern,
    today: NaiveDate,
    chosen: &mut Vec<Recipient<'o>>,
) -> Vec<(Addressee<'o>, Unconcerned)> {
    let answers = Answers::new(workspace, outbox, meeting);
    let told = reached(outbox, &meeting.id);
    let is_open = |who: Who| {
        Concern::Unanswered.includes(answers.of(workspace, who).map(|answered| answered.answer))
    };
    let answered_for = |one: &Recipient<'_>| {
        let Addressee::Known(who) = one.who else { return None };
        let id = one.who.id(workspace);
        let is_asked =
            told.contains_key(id) || one.chosen_by.iter().any(|name| name == id.as_str());
        if concern != Concern::Unanswered || is_asked || answers.of(workspace, who).is_some() {
            return None;
        }
        let key = address_key(one.who.mail(workspace)?.as_str())?;
        let there = told.iter().filter(|(_, told)| {
            address_key(told.message.mail.as_str()).is_some_and(|other| other == key)
        });
        let readers: Vec<Who> = there.filter_map(|(id, _)| workspace.who(id.as_str())).collect();
        let first = readers.first().copied();
        first.filter(|_| readers.iter().all(|reader| !is_open(*reader)))
    };
    let is_concerned = |who: Addressee<'_>| match who {
        Addressee::Known(who) => {
            let answered = answers.of(workspace, who);
            let answer = answered.map(|answered| answered.answer);
            // A town that says who comes for it speaks for nobody else.
            let is_for_others =
                answered.is_some_and(|answered| answered.by == AnsweredBy::CityForOthers);
            let theirs = answer.filter(|_| !is_for_others);
            match concern {
                Concern::Attending if answers.are_off(who) => {
                    recorded::presence(workspace, meeting, who) == Some(Presence::There)
                }
                Concern::Unanswered if answers.are_off(who) => false,
                Concern::Attending => came(workspace, meeting, who, theirs),
                Concern::Unanswered => concern.includes(answer),
                Concern::Coming => concern.includes(theirs),
                Concern::Owing => !owed(workspace, who, today).is_empty(),
                Concern::Recorded => {
                    recorded::presence(workspace, meeting, who) == Some(Presence::There)
                }
                Concern::TakingPart => has_part(meeting, who),
            }
        }
        Addressee::Gone(_) => concern.includes(None),
    };
    let why = |one: &Recipient<'_>| {
        let is_off = matches!(one.who, Addressee::Known(who) if answers.are_off(who));
        let knows_day_alone = concern == Concern::Unanswered
            && told.get(one.who.id(workspace)).is_some_and(Told::knows_the_day_alone);
        match (answered_for(one), is_concerned(one.who)) {
            (None, true) if knows_day_alone => Some(Unconcerned::NotInvited),
            (Some(by), _) => Some(Unconcerned::AnsweredBy(by)),
            (None, true) => None,
            (None, false) if is_off && concern.rests_on_answers() => Some(Unconcerned::Withdrawn),
            (None, false) => Some(Unconcerned::Themselves),
        }
    };
    let mut others = Vec::new();
    chosen.retain(|one| {
        let why = why(one);
        others.extend(why.map(|why| (one.who, why)));
        why.is_none()
    });
    others
}
