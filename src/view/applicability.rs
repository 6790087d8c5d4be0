//! Whether a document makes sense for a meeting as it stands, and for whom.
//!
//! What would say something untrue is an error, and nothing is written: the cancellation of a meeting
//! that takes place, thanks for one that is still to come. What comes at an odd time but may be meant
//! is a warning: an invitation to what is over, a reminder after the last day.

use chrono::NaiveDate;

use crate::diagnostic::Diagnostic;
use crate::diagnostic::privacy::PurgedReplies;
use crate::diagnostic::writing::{OddMoment, UnfitDocument};
use crate::domain::meeting::{Meeting, Status};
use crate::domain::workspace::Workspace;
use crate::source::Origin;
use crate::view::kind::Kind;
use crate::view::merge::has_changes;
use crate::view::recipient::Recipient;

/// All that speaks against writing a document of `kind` about `meeting` on the day `today`.
pub fn findings(
    kind: Kind,
    workspace: &Workspace,
    meeting: &Meeting,
    today: NaiveDate,
) -> Vec<Diagnostic> {
    let occasion = Occasion { kind, meeting, today };
    let misfit = occasion.misfit(workspace).or_else(|| occasion.unknown(workspace));
    misfit.or_else(|| occasion.odd()).into_iter().collect()
}

/// Whether a document of `kind` goes to this recipient: a reminder to those who have not answered or
/// were not sure, a confirmation to those who come, thanks to all but those who said no.
pub fn concerns(kind: Kind, recipient: &Recipient) -> bool {
    match kind {
        Kind::Reminder => !matches!(recipient.answer, Some("yes" | "no")),
        Kind::Confirmation => recipient.answer == Some("yes"),
        Kind::Thanks => recipient.answer != Some("no"),
        _ => true,
    }
}

#[derive(Clone, Copy)]
struct Occasion<'a> {
    kind: Kind,
    meeting: &'a Meeting,
    today: NaiveDate,
}

/// German and English.
type Reason = (&'static str, &'static str);

const CANCELLED: Reason = ("das Treffen ist abgesagt", "the meeting is cancelled");
const OPEN: Reason = (
    "das Treffen ist verschoben und hat noch keinen neuen Tag",
    "the meeting is postponed and has no new day yet",
);
const NO_DAY: Reason = ("das Treffen hat noch keinen Tag", "the meeting has no day yet");

impl Occasion<'_> {
    /// That nobody knows any more whom the document concerns, because the replies were purged.
    fn unknown(self, workspace: &Workspace) -> Option<Diagnostic> {
        let tally = workspace.tally(&self.meeting.id)?;
        matches!(self.kind, Kind::Reminder | Kind::Confirmation).then(|| {
            let (document, purged) = (self.kind.name(), tally.purged.value);
            Diagnostic::at(tally.purged.origin, PurgedReplies { document, purged })
        })
    }

    /// Why the document would say something untrue.
    fn misfit(self, workspace: &Workspace) -> Option<Diagnostic> {
        let Self { kind, meeting, today } = self;
        let Meeting { status, when, .. } = meeting;
        let dated = when.date.is_some();
        let over = match when.last_day() {
            Some(day) => day <= today,
            None => status.value == Status::Held,
        };
        let says =
            |reason, place, (german, english)| Some(self.unfit(reason, place, german, english));
        let on_status = |reason: Reason, way: Reason| says(reason, status.origin, way);
        let use_cancellation = (
            "schreiben Sie die Absage: `erfa write cancellation`",
            "write the cancellation: `erfa write cancellation`",
        );
        let use_postponement = (
            "schreiben Sie die Verschiebung: `erfa write postponement`",
            "write the postponement: `erfa write postponement`",
        );
        match (kind, status.value) {
            (Kind::Programme, _)
            | (Kind::Cancellation, Status::Cancelled)
            | (Kind::Postponement, Status::Postponed) => None,
            (Kind::Cancellation, _) => on_status(
                ("das Treffen ist nicht abgesagt", "the meeting is not cancelled"),
                ("`erfa cancel` sagt es ab", "`erfa cancel` cancels it"),
            ),
            (_, Status::Cancelled) => on_status(CANCELLED, use_cancellation),
            (Kind::Postponement, _) => on_status(
                ("das Treffen ist nicht verschoben", "the meeting is not postponed"),
                ("`erfa postpone` verschiebt es", "`erfa postpone` postpones it"),
            ),
            (Kind::Change, _) if !has_changes(workspace, meeting) => says(
                (
                    "an Tag, Zeit und Ort hat sich nichts geändert",
                    "day, time and place are as they were",
                ),
                meeting.title.origin,
                (
                    "`erfa release` hält fest, was vorher galt; sonst steht es unter `[[history]]`",
                    "`erfa release` keeps what held before; else it stands below `[[history]]`",
                ),
            ),
            (Kind::Thanks, _) if !over => says(
                ("das Treffen steht noch bevor", "the meeting is still to come"),
                when.date.map_or(status.origin, |date| date.origin),
                ("warten Sie bis danach", "wait until it is over"),
            ),
            (_, Status::Postponed) if !dated && self.looks_ahead() => {
                on_status(OPEN, use_postponement)
            }
            (Kind::SaveTheDate | Kind::Reminder | Kind::Confirmation | Kind::Press, _)
                if !dated && when.date_text.is_none() =>
            {
                says(
                    NO_DAY,
                    meeting.title.origin,
                    (
                        "ergänzen Sie `date`; `erfa dates` nennt Tage, die allen passen",
                        "add `date`; `erfa dates` names days that suit all",
                    ),
                )
            }
            _ => None,
        }
    }

    /// Why it is probably not meant.
    fn odd(self) -> Option<Diagnostic> {
        let Self { kind, meeting, today } = self;
        let until = meeting.registration.until;
        let last = meeting.when.last_day();
        let odd = |place: Origin, german: &'static str, english: &'static str| {
            Some(Diagnostic::at(place, OddMoment { document: kind.name(), german, english }))
        };
        match (meeting.when.date, until) {
            (Some(date), _) if self.looks_ahead() && last < Some(today) => {
                odd(date.origin, "das Treffen ist schon vorbei", "the meeting is over")
            }
            (_, Some(until)) if kind == Kind::Reminder && until.value < today => odd(
                until.origin,
                "die Anmeldefrist ist schon abgelaufen",
                "the last day of registration has passed",
            ),
            _ if meeting.status.value != Status::Invited => None,
            _ if matches!(kind, Kind::SaveTheDate | Kind::HostRequest) => odd(
                meeting.status.origin,
                "die Einladung ist schon hinausgegangen",
                "the invitation has gone out already",
            ),
            _ => None,
        }
    }

    /// Whether the document speaks of the meeting as of something to come.
    fn looks_ahead(self) -> bool {
        match self.kind {
            Kind::SaveTheDate
            | Kind::Invitation
            | Kind::SpeakerInvitation
            | Kind::HostRequest
            | Kind::Reminder
            | Kind::Confirmation
            | Kind::Change
            | Kind::Press => true,
            Kind::Programme
            | Kind::RunSheet
            | Kind::Item
            | Kind::Postponement
            | Kind::Cancellation
            | Kind::Withdrawal
            | Kind::Thanks
            | Kind::SignInList
            | Kind::Minutes => false,
        }
    }

    fn unfit(
        self,
        (german, english): Reason,
        place: Origin,
        german_way: &'static str,
        english_way: &'static str,
    ) -> Diagnostic {
        let document = self.kind.name();
        Diagnostic::at(place, UnfitDocument { document, german, english, german_way, english_way })
    }
}
