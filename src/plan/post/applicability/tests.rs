//! No document says something untrue, and what may be meant is written.

use chrono::{NaiveDate, TimeDelta};
use proptest::prelude::{Strategy, any};
use proptest::sample::select;
use proptest::{option, prop_assert, prop_assert_eq, proptest};

use super::{Occasion, objection};
use crate::domain::meeting::Status;
use crate::domain::tally::Tally;
use crate::domain::workspace::Workspace;
use crate::example::{Example, date, line};
use crate::plan::post::document_kind::{Concern, Condition, DocumentKind};
use crate::source::Located;
use crate::text::Vocabulary as _;

fn today() -> NaiveDate {
    date("2027-04-20")
}

/// What is known of a meeting; days are counted from today.
#[derive(Clone, Debug)]
struct Case {
    status: Status,
    day: Option<i64>,
    has_words: bool,
    until: Option<i64>,
    is_purged: bool,
    has_changes: bool,
}

fn case() -> impl Strategy<Value = Case> {
    let days = || option::of(-2_i64..3);
    let facts = (select(Status::ALL), days(), any::<bool>(), days(), any::<[bool; 2]>());
    facts.prop_map(|(status, day, has_words, until, [is_purged, has_changes])| Case {
        status,
        day,
        has_words,
        until,
        is_purged,
        has_changes,
    })
}

impl Case {
    fn workspace(&self) -> Workspace {
        let mut example = Example::new(&["Gotha"]);
        let meeting = example.meeting("2027-04-20", &[0]);
        let (origin, id) = (meeting.origin, meeting.id.clone());
        let at = |days| Located::new(today() + TimeDelta::days(days), origin);
        meeting.status.value = self.status;
        meeting.when.date = self.day.map(at);
        meeting.when.date_text = self.has_words.then(|| line("im Frühjahr"));
        meeting.registration.until = self.until.map(at);
        if self.is_purged {
            let (purged, totals) = (at(0), Vec::new());
            example.workspace.tallies.push(Tally { meeting: id, purged, totals });
        }
        example.workspace
    }

    /// The code of what speaks against a document.
    fn code(&self, kind: DocumentKind) -> Option<&'static str> {
        let workspace = self.workspace();
        let has_changes = || self.has_changes;
        let meeting = &workspace.meetings[0];
        let (workspace, today) = (&workspace, today());
        let occasion = Occasion { kind, workspace, meeting, today, has_changes: &has_changes };
        objection(occasion).map(|finding| finding.code())
    }

    fn is_over(&self) -> bool {
        self.day.map_or(self.status == Status::Held, |day| day < 0)
    }

    /// Whether registration goes on until after the meeting.
    fn outlasts(&self) -> bool {
        self.day.zip(self.until).is_some_and(|(day, until)| day < until)
    }
}

proptest! {
    #[test]
    fn what_would_be_untrue_is_refused(case in case()) {
        let unfit = |kind| case.code(kind) == Some("unfit-document");
        let is_cancelled = case.status == Status::Cancelled;
        for kind in DocumentKind::all().filter(|it| it.is_about_meeting()) {
            // What was agreed is to be done whatever becomes of a meeting.
            let stays = [DocumentKind::Programme, DocumentKind::ActionReminder].contains(&kind);
            let may_be_fit = !is_cancelled || stays;
            if kind == DocumentKind::Cancellation {
                prop_assert_eq!(unfit(kind), !is_cancelled);
            } else {
                prop_assert!(unfit(kind) || may_be_fit, "{:?}", kind);
            }
        }
        prop_assert_eq!(case.code(DocumentKind::Programme), None);
        let is_postponed = case.status == Status::Postponed;
        prop_assert_eq!(unfit(DocumentKind::Postponement), !is_postponed);
        let is_to_come = case.day.map_or(case.status != Status::Held, |day| day > 0);
        prop_assert_eq!(unfit(DocumentKind::Thanks), is_cancelled || is_to_come);
        prop_assert!(case.has_changes || unfit(DocumentKind::Change));
        // Nobody is invited to a meeting that waits for its day.
        let waits = is_postponed && case.day.is_none();
        prop_assert_eq!(unfit(DocumentKind::Invitation), is_cancelled || waits);
        let is_unknown = case.day.is_none() && !case.has_words;
        prop_assert_eq!(unfit(DocumentKind::Press), is_cancelled || waits || is_unknown);
    }

    #[test]
    fn what_looks_ahead_is_odd_once_the_meeting_is_over(case in case()) {
        for kind in DocumentKind::all().filter(|it| it.is_about_meeting()) {
            let found = case.code(kind);
            // A postponement tells of a day that was, too.
            let looks_ahead = kind.looks_ahead() && kind != DocumentKind::Postponement;
            if looks_ahead && case.is_over() {
                prop_assert!(found.is_some(), "{:?}", kind);
            }
            if kind == DocumentKind::Invitation && case.outlasts() {
                prop_assert!(found.is_some(), "registration goes on until after the meeting");
            }
            if found == Some("odd-moment") {
                let is_late = case.until.is_some_and(|until| until < 0);
                let asks = matches!(kind, DocumentKind::Reminder | DocumentKind::Invitation);
                let is_late = asks && (is_late || case.outlasts());
                let was_invited = case.status == Status::Invited;
                // The meeting of a case has a host.
                let has_host =
                    kind == DocumentKind::HostRequest && case.status != Status::Idea;
                prop_assert!(
                    case.is_over() || is_late || was_invited || has_host,
                    "{:?}",
                    kind
                );
            }
        }
    }

    #[test]
    fn what_rests_on_answers_is_unknown_without_them(case in case()) {
        for kind in DocumentKind::all().filter(|it| it.is_about_meeting()) {
            let needs = kind.row().conditions.contains(&Condition::KnowsReplies);
            let is_by_answer = matches!(kind.row().concern, Some(Concern::Unanswered | Concern::Coming));
            prop_assert!(needs || !is_by_answer, "{:?}", kind);
            let found = case.code(kind);
            prop_assert_eq!(
                found == Some("purged-replies"),
                needs && case.is_purged && found != Some("unfit-document")
            );
        }
    }
}
