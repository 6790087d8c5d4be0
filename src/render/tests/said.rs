//! What documents say at least.

use crate::view::DocumentKind;

/// What a document of a kind says beside its heading, whatever the meeting is.
pub(super) fn said(kind: DocumentKind) -> &'static [&'static str] {
    match kind {
        DocumentKind::Item => &["entry title"],
        DocumentKind::RunSheet => {
            &["full title", "place line", "entry title", "person line", "item title"]
        }
        DocumentKind::Programme | DocumentKind::Invitation => &[
            "full title",
            "place line",
            "description",
            "entry title",
            "person line",
            "item title",
            "item description",
            "entry description",
            "notice",
        ],
        DocumentKind::SaveTheDate => &["full title", "when", "place line", "contact", "salutation"],
        DocumentKind::SpeakerInvitation => {
            &["full title", "contribution line", "entry title", "person line"]
        }
        DocumentKind::HostRequest => &["full title", "theme", "when", "recipient city"],
        DocumentKind::TopicSurvey => &["contact", "salutation"],
        DocumentKind::Reminder => &["full title", "register until", "register how"],
        DocumentKind::Confirmation => {
            &["company", "contribution line", "item title", "notice", "access"]
        }
        DocumentKind::Change => &["full title", "news", "contact"],
        DocumentKind::Postponement => &["postponed from", "when", "reason", "contact"],
        DocumentKind::Cancellation => &["date in a sentence", "reason", "next title"],
        DocumentKind::Withdrawal => &["full title", "next title", "contact"],
        DocumentKind::Thanks => {
            &["recipient city", "contribution line", "next title", "next host words"]
        }
        DocumentKind::ActionReminder => &["action due", "action from", "salutation"],
        DocumentKind::SpeakerSheet => &[
            "full title",
            "salutation",
            "contribution title",
            "contribution place",
            "contribution equipment",
            "contribution responsible",
            "contact",
        ],
        DocumentKind::AttendanceCertificate => {
            &["recipient name", "full title", "when", "place line", "contribution line"]
        }
        DocumentKind::Press => {
            &["headline", "subtitle", "host words", "theme", "story", "goal", "partner", "member"]
        }
        DocumentKind::LogisticsSheet => &["heads", "buffer", "needed equipment"],
        DocumentKind::NeedsList => &["full title"],
        DocumentKind::NameBadges => &["badge name", "badge line"],
        DocumentKind::DoorSigns => {
            &["full title", "room name", "room time", "room title", "room person"]
        }
        DocumentKind::SignInList => {
            &["full title", "guest town", "guest name", "sender organisation"]
        }
        DocumentKind::FeedbackSheet => &["full title", "when", "place line", "sender organisation"],
        DocumentKind::Minutes => {
            &["full title", "entry title", "person line", "who was there", "excused"]
        }
        DocumentKind::Report => &[
            "summary",
            "meeting title",
            "meeting attendance",
            "present people",
            "account name",
            "topic treated",
            "agreed action",
            "closed action",
        ],
        DocumentKind::Handover => &[
            "next host",
            "due step",
            "meeting words",
            "meeting version",
            "asked",
            "declined",
            "action owner",
            "mail state",
            "stale change",
            "sending",
            "place what",
            "findings",
        ],
    }
}
