//! Whether a document makes sense for a meeting as it stands.
//!
//! What would say something untrue is an error, and nothing is written: the cancellation of a meeting
//! that takes place, thanks for one that is still to come. What comes at an odd time but may be meant
//! is a warning: an invitation to what is over, a reminder after the last day.

use chrono::NaiveDate;

use super::document_kind::{Bilingual, Condition, DocumentKind, Filling};
use super::knowledge::is_postponed;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::day::RegistrationLate;
use crate::diagnostic::privacy::PurgedReplies;
use crate::diagnostic::writing::{OddMoment, UnfitDocument};
use crate::domain::meeting::{Meeting, Status};
use crate::domain::session::Audience;
use crate::domain::workspace::Workspace;
use crate::plan::programme::rooms::{is_only_online, rooms};
use crate::text::Vocabulary as _;

/// A document to be written.
#[derive(Clone, Copy)]
pub struct Occasion<'a> {
    /// The kind of document.
    pub kind: DocumentKind,
    /// The network.
    pub workspace: &'a Workspace,
    /// The meeting that it is about.
    pub meeting: &'a Meeting,
    /// The day on which it is written.
    pub today: NaiveDate,
    /// Whether a reader can be told of a change.
    pub has_changes: &'a dyn Fn() -> bool,
}

/// What speaks against writing a document: the weightiest objection.
pub fn objection(occasion: Occasion<'_>) -> Option<Diagnostic> {
    let conditions = occasion.kind.row().conditions;
    conditions.iter().find_map(|condition| occasion.unmet(*condition))
}

/// The same in a few words, without a place.
pub fn reason(occasion: Occasion<'_>) -> Option<Bilingual> {
    let mut conditions = occasion.kind.row().conditions.iter();
    let unmet = conditions.find(|condition| occasion.unmet(**condition).is_some())?;
    Some(match objection_to(*unmet) {
        Objection::Untrue(why, _) | Objection::Odd(why) => why,
        Objection::Purged => {
            ("die Antworten dazu sind gelöscht", "the replies it rests on were purged")
        }
    })
}

/// That news of a meeting which is over on the day `today` is probably not meant.
pub fn late_news(
    meeting: &Meeting,
    document: &'static str,
    today: NaiveDate,
) -> Option<Diagnostic> {
    let place = meeting.when.date.map_or(meeting.status.origin, |date| date.origin);
    let is_over = meeting.when.last_day().is_some_and(|last| last < today);
    let Objection::Odd((german, english)) = objection_to(Condition::IsAhead) else { return None };
    is_over.then(|| Diagnostic::at(place, OddMoment { document, german, english }))
}

impl Occasion<'_> {
    /// What there is to say if `condition` is not met.
    fn unmet(self, condition: Condition) -> Option<Diagnostic> {
        use Objection::{Odd, Purged, Untrue};

        let Self { kind, workspace, meeting, today, has_changes } = self;
        let Meeting { status, when, title, registration, hosts, host_open, .. } = meeting;
        let last = when.last_day();
        let day = when.date.map_or(status.origin, |date| date.origin);
        let until = registration.until;
        let purged = workspace.tally(&meeting.id).map(|tally| tally.purged);
        let (is_met, place) = match condition {
            Condition::TakesPlace => (status.value != Status::Cancelled, status.origin),
            Condition::IsCancelled => (status.value == Status::Cancelled, status.origin),
            Condition::IsPostponed => (status.value == Status::Postponed, status.origin),
            Condition::HasLeftItsDay => (is_postponed(meeting), status.origin),
            Condition::HasChanges => (has_changes(), title.origin),
            Condition::HasRooms => (!rooms(meeting, Audience::Public).is_empty(), title.origin),
            Condition::IsOver => {
                (last.map_or(status.value == Status::Held, |last| last <= today), day)
            }
            Condition::HasNewDay => {
                (status.value != Status::Postponed || when.date.is_some(), status.origin)
            }
            Condition::HasDay => (when.date.is_some() || when.date_text.is_some(), title.origin),
            Condition::KnowsReplies => {
                (purged.is_none(), purged.map_or(status.origin, |purged| purged.origin))
            }
            Condition::IsOnSite | Condition::IsInHouse => {
                (!is_only_online(workspace, meeting), title.origin)
            }
            Condition::IsAhead => {
                let is_ahead = match when.date {
                    Some(_) => last >= Some(today),
                    None => status.value != Status::Held,
                };
                (is_ahead, day)
            }
            Condition::IsBefore => {
                let is_before = match when.date {
                    Some(date) => date.value > today,
                    None => status.value != Status::Held,
                };
                (is_before, day)
            }
            Condition::SeeksHost => {
                // Whoever is named with an idea may be whoever is asked.
                let is_asked = !hosts.is_empty() && status.value == Status::Idea;
                (is_asked || hosts.is_empty() && *host_open, title.origin)
            }
            Condition::RegistrationIsOpen => (
                until.is_none_or(|until| until.value >= today),
                until.map_or(status.origin, |until| until.origin),
            ),
            Condition::RegistrationEndsInTime => {
                let is_late =
                    until.zip(when.date).is_some_and(|(until, date)| date.value < until.value);
                let code = RegistrationLate::CODE;
                let is_meant = meeting.acknowledged.iter().any(|known| known.code.as_str() == code);
                (!is_late || is_meant, until.map_or(status.origin, |until| until.origin))
            }
            Condition::IsNotInvited => (status.value != Status::Invited, status.origin),
        };
        if is_met {
            return None;
        }
        let document = kind.word();
        Some(match objection_to(condition) {
            Untrue((german, english), (german_way, english_way)) => Diagnostic::at(
                place,
                UnfitDocument { document, german, english, german_way, english_way },
            ),
            Odd((german, english)) => {
                Diagnostic::at(place, OddMoment { document, german, english })
            }
            Purged => {
                let is_letter = matches!(kind.row().filling, Filling::Letter);
                let purged = purged?.value;
                Diagnostic::at(place, PurgedReplies { document, purged, is_letter })
            }
        })
    }
}

/// What there is to say of a document that does not fit.
enum Objection {
    /// Why it would say something untrue, and the way out.
    Untrue(Bilingual, Bilingual),
    /// Why it is probably not meant.
    Odd(Bilingual),
    /// Nobody knows any more whom it concerns, because the replies were purged.
    Purged,
}

/// What is said of a meeting that nobody goes to.
const NO_HOUSE: Objection = Objection::Untrue(
    ("das Treffen ist online: es gibt kein Haus", "the meeting is online: there is no house"),
    (
        "ist jemand vor Ort, nennen Sie `venue` oder `place`",
        "if anybody is on site, name `venue` or `place`",
    ),
);

/// What is said of a meeting that does not meet `condition`.
fn objection_to(condition: Condition) -> Objection {
    use Objection::{Odd, Purged, Untrue};

    match condition {
        Condition::TakesPlace => Untrue(
            ("das Treffen ist abgesagt", "the meeting is cancelled"),
            (
                "schreiben Sie die Absage: `erfa write cancellation`",
                "write the cancellation: `erfa write cancellation`",
            ),
        ),
        Condition::IsCancelled => Untrue(
            ("das Treffen ist nicht abgesagt", "the meeting is not cancelled"),
            ("`erfa cancel` sagt es ab", "`erfa cancel` cancels it"),
        ),
        Condition::IsPostponed => Untrue(
            ("das Treffen ist nicht verschoben", "the meeting is not postponed"),
            ("`erfa postpone` verschiebt es", "`erfa postpone` postpones it"),
        ),
        Condition::HasLeftItsDay => Untrue(
            (
                "das Treffen ist wieder an dem Tag, der bekannt gegeben wurde",
                "the meeting is back on the day that was given out",
            ),
            (
                "mitzuteilen ist nichts; `status` in der Datei kann wieder heißen wie zuvor",
                "there is nothing to tell; `status` in the file may be what it was",
            ),
        ),
        Condition::HasChanges => Untrue(
            (
                "an Tag, Zeit und Ort hat sich nichts geändert",
                "day, time and place are as they were",
            ),
            (
                "`erfa release` hält fest, was vorher galt; sonst steht es unter `[[history]]`",
                "`erfa release` keeps what held before; else it stands below `[[history]]`",
            ),
        ),
        Condition::HasRooms => Untrue(
            (
                "im Programm steht nicht, wo etwas stattfindet",
                "the programme does not say where anything is held",
            ),
            (
                "ergänzen Sie `venue` und `room` im Kopf oder `place` bei den Programmpunkten",
                "add `venue` and `room` to the head, or `place` to the items",
            ),
        ),
        Condition::IsOver => Untrue(
            ("das Treffen steht noch bevor", "the meeting is still to come"),
            ("warten Sie bis danach", "wait until it is over"),
        ),
        Condition::HasNewDay => Untrue(
            (
                "das Treffen ist verschoben und hat noch keinen neuen Tag",
                "the meeting is postponed and has no new day yet",
            ),
            (
                "schreiben Sie die Verschiebung: `erfa write postponement`",
                "write the postponement: `erfa write postponement`",
            ),
        ),
        Condition::HasDay => Untrue(
            ("das Treffen hat noch keinen Tag", "the meeting has no day yet"),
            (
                "ergänzen Sie `date`; `erfa dates` nennt Tage, die allen passen",
                "add `date`; `erfa dates` names days that suit all",
            ),
        ),
        Condition::KnowsReplies => Purged,
        Condition::IsInHouse => NO_HOUSE,
        Condition::IsOnSite => Odd(("das Treffen ist online", "the meeting is online")),
        Condition::IsAhead => Odd(("das Treffen ist schon vorbei", "the meeting is over")),
        Condition::IsBefore => Untrue(
            ("das Treffen ist heute oder schon vorbei", "the meeting is today or over"),
            ("wer dabei war, hält `erfa attended` fest", "`erfa attended` records who was there"),
        ),
        Condition::RegistrationIsOpen => Odd((
            "die Anmeldefrist ist schon abgelaufen",
            "the last day of registration has passed",
        )),
        Condition::RegistrationEndsInTime => Odd((
            "die Anmeldefrist endet erst nach dem Treffen",
            "the last day of registration is after the meeting",
        )),
        Condition::SeeksHost => Odd((
            "das Treffen hat Gastgeber, oder es soll keinen haben",
            "the meeting has a host, or is to have none",
        )),
        Condition::IsNotInvited => {
            Odd(("die Einladung ist schon hinausgegangen", "the invitation has gone out already"))
        }
    }
}

#[cfg(test)]
mod tests;
