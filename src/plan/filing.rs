//! What belongs into the file of a meeting as it stands, under which number, and why the rest is not there.
//!
//! A paper keeps its number for ever, so that a later filing renews it and leaves what was filed before in
//! its place.

use chrono::NaiveDate;

use crate::domain::meeting::{Meeting, Status};
use crate::domain::outbox::Outbox;
use crate::domain::session::Audience;
use crate::domain::workspace::Workspace;
use crate::plan::actions::{Wanted, listed};
use crate::plan::post::applicability::{Occasion, reason};
use crate::plan::post::document_kind::{
    Bilingual, Concern, Document, DocumentKind, Filling, Settled,
};
use crate::plan::post::readiness;
use crate::plan::post::{attendance, recorded};
use crate::plan::programme::release::withdrawn;
use crate::plan::programme::rooms::audience;

/// A paper in the file of a meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paper {
    /// What is in the file.
    Contents,
    /// The programme for everybody.
    Programme,
    /// The programme for the members.
    Internal,
    /// The programme for the chair.
    RunSheet,
    /// The entry for calendars.
    Calendar,
    /// A document about the meeting.
    Document(DocumentKind),
    /// The mails that were made, with what became of them.
    Mails,
    /// Who answered what.
    Replies,
    /// Who was there.
    Attendance,
    /// What was agreed there.
    Actions,
}

/// Why a paper is not in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Absence {
    /// It does not fit the meeting as it stands.
    Unfit(Bilingual),
    /// The meeting is not settled enough to be told.
    NotReady,
    /// It may be told to nobody but those who have it in hand.
    Confidential,
    /// It goes to single people, and is another one for each.
    ForSingle,
    /// It would say the same as the programme for everybody.
    AllPublic,
    /// The meeting has no day.
    NoDay,
    /// There is nothing to tell.
    Nothing,
}

/// A meeting whose file is made.
#[derive(Clone, Copy)]
pub struct Filing<'a> {
    /// The network.
    pub workspace: &'a Workspace,
    /// Its mails.
    pub outbox: &'a Outbox,
    /// The meeting.
    pub meeting: &'a Meeting,
    /// The day on which it is filed.
    pub today: NaiveDate,
    /// Whether a reader can be told of a change.
    pub has_changes: &'a dyn Fn() -> bool,
}

/// All papers, each at the place that is its number.
pub fn papers() -> Vec<Paper> {
    let first =
        [Paper::Contents, Paper::Programme, Paper::Internal, Paper::RunSheet, Paper::Calendar];
    let documents = DocumentKind::written().filter(|kind| kind.is_about_meeting());
    let last = [Paper::Mails, Paper::Replies, Paper::Attendance, Paper::Actions];
    first.into_iter().chain(documents.map(Paper::Document)).chain(last).collect()
}

impl Filing<'_> {
    /// Why `paper` is not in the file; none if it is.
    pub fn absence(self, paper: Paper) -> Option<Absence> {
        let Self { workspace, outbox, meeting, .. } = self;
        let nothing = |is_there: bool| (!is_there).then_some(Absence::Nothing);
        match paper {
            Paper::Contents | Paper::Programme | Paper::RunSheet => None,
            Paper::Internal => {
                let sessions = &meeting.sessions;
                let mut all = sessions.iter().map(|session| audience(sessions, session));
                all.all(|audience| audience != Audience::Internal).then_some(Absence::AllPublic)
            }
            Paper::Calendar => {
                let has_day = meeting.when.date.is_some() || withdrawn(meeting).is_some();
                (!has_day).then_some(Absence::NoDay)
            }
            Paper::Document(kind) => self.document(kind),
            Paper::Mails => nothing(
                outbox.about(&meeting.id).next().is_some()
                    || outbox.purged_about(&meeting.id).next().is_some(),
            ),
            Paper::Replies => nothing(
                workspace.replies_to(&meeting.id).next().is_some()
                    || workspace.tally(&meeting.id).is_some(),
            ),
            Paper::Attendance => nothing(
                !attendance::towns(workspace, meeting).is_empty()
                    || !meeting.excused.is_empty()
                    || recorded::entries(workspace, meeting).next().is_some(),
            ),
            Paper::Actions => {
                let wanted = Wanted { meeting: Some(meeting), ..Wanted::default() };
                nothing(!listed(workspace, &wanted).is_empty())
            }
        }
    }

    fn document(self, kind: DocumentKind) -> Option<Absence> {
        let Self { workspace, meeting, today, has_changes, .. } = self;
        // What was written down of a meeting belongs into its file whatever became of it.
        if kind == DocumentKind::Minutes && has_minutes(workspace, meeting) {
            return None;
        }
        if kind.is_confidential() {
            return Some(Absence::Confidential);
        }
        if goes_to_single(kind) {
            return Some(Absence::ForSingle);
        }
        // What was called off is never over: its file tells why to the last.
        let is_off = meeting.status.value == Status::Cancelled;
        let day = meeting.when.date.map(|date| date.value).filter(|_| is_off);
        let today = day.map_or(today, |day| day.min(today));
        if let Some(why) = reason(Occasion { kind, workspace, meeting, today, has_changes }) {
            return Some(Absence::Unfit(why));
        }
        // Of an idea nobody has heard, so that nobody is thanked or asked again.
        let tells = matches!(kind.row().settled, Settled::Always(_))
            || meeting.status.value == Status::Idea;
        let is_lacking = || readiness::objection(Some(&Document::BuiltIn(kind)), meeting, false);
        (tells && is_lacking().is_some()).then_some(Absence::NotReady)
    }
}

/// Whether minutes of `meeting` were written.
pub fn has_minutes(workspace: &Workspace, meeting: &Meeting) -> bool {
    workspace.minutes.iter().any(|minutes| minutes.meeting == meeting.id)
}

/// Whether a document is another one for each of its readers.
fn goes_to_single(kind: DocumentKind) -> bool {
    let by_person = [Concern::Owing, Concern::Recorded, Concern::TakingPart];
    let asks =
        [DocumentKind::SpeakerInvitation, DocumentKind::HostRequest, DocumentKind::Withdrawal];
    kind.row().filling == Filling::Letter
        && (asks.contains(&kind)
            || kind.row().concern.is_some_and(|concern| by_person.contains(&concern)))
}

#[cfg(test)]
mod tests {
    //! Every paper has one number, and is filed or said to be left out.

    use super::{Absence, Filing, Paper, papers};
    use crate::domain::outbox::Outbox;
    use crate::example::{date, workspace};
    use crate::plan::post::document_kind::DocumentKind;

    #[test]
    fn what_is_filed_follows_the_meeting() {
        let head = "title = 'A'\ndate = 2027-03-02\nplace = 'Rathaus'\nstart = '9:30'\n";
        let inner = "[[session]]\ntitle = 'Haushalt'\naudience = 'internal'\n";
        let off = format!("{head}status = 'cancelled'\n");
        let over = format!("{head}status = 'held'\n{inner}");
        let meetings = [
            ("meetings/a.toml", head),
            ("meetings/b.toml", off.as_str()),
            ("meetings/c.toml", over.as_str()),
            ("meetings/d.toml", "title = 'D'\nstatus = 'idea'"),
        ];
        let files = [&[("network.toml", "name = 'N'")][..], &meetings].concat();
        let workspace = workspace(&files);
        let outbox = Outbox::default();
        let absence = |id: &str, today: &str, paper| {
            let meeting = workspace.meeting(id).unwrap();
            let has_changes = &|| false;
            let today = date(today);
            Filing { workspace: &workspace, outbox: &outbox, meeting, today, has_changes }
                .absence(paper)
        };
        let those = |id: &str, today: &str| -> Vec<Paper> {
            papers().into_iter().filter(|paper| absence(id, today, *paper).is_none()).collect()
        };
        let has = |id: &str, today: &str, kind| those(id, today).contains(&Paper::Document(kind));
        assert!(has("a", "2027-02-01", DocumentKind::Invitation));
        assert!(!has("a", "2027-04-01", DocumentKind::Invitation));
        assert!(has("a", "2027-04-01", DocumentKind::Thanks));
        assert!(has("b", "2027-02-01", DocumentKind::Cancellation));
        assert!(!has("b", "2027-02-01", DocumentKind::SignInList));
        assert!(those("c", "2027-04-01").contains(&Paper::Internal));
        assert!(!those("a", "2027-04-01").contains(&Paper::Internal));
        assert_eq!(absence("d", "2027-02-01", Paper::Calendar), Some(Absence::NoDay));
        let invitation = Paper::Document(DocumentKind::Invitation);
        assert_eq!(absence("d", "2027-02-01", invitation), Some(Absence::NotReady));
        for id in ["a", "b", "c", "d"] {
            let there = those(id, "2027-02-01");
            assert_eq!(there[..2], [Paper::Contents, Paper::Programme], "{id}");
            assert!(!there.contains(&Paper::Document(DocumentKind::NeedsList)), "{id}");
            assert!(!there.contains(&Paper::Mails), "{id}");
        }
        let all = papers();
        assert!(all.iter().enumerate().all(|(at, paper)| !all[..at].contains(paper)));
    }
}
