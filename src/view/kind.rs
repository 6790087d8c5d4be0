//! The documents around a meeting.

use crate::text::Language;

/// A kind of document that the program has a template for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The programme of a meeting.
    Programme,
    /// Its programme for the chair.
    RunSheet,
    /// A single item of it.
    Item,
    /// The day, long before there is more to say.
    SaveTheDate,
    /// The letter that invites to it.
    Invitation,
    /// The letter that asks somebody to speak.
    SpeakerInvitation,
    /// The letter that asks a town to host.
    HostRequest,
    /// The letter to those who have not answered.
    Reminder,
    /// The letter to those who registered.
    Confirmation,
    /// What is otherwise now than it was said before.
    Change,
    /// The old day and the new one.
    Postponement,
    /// That it does not take place.
    Cancellation,
    /// That it takes place without the recipient.
    Withdrawal,
    /// The letter after it.
    Thanks,
    /// The notice to the press before it.
    Press,
    /// The list in which people sign at the door.
    SignInList,
    /// The form for the minutes.
    Minutes,
}

/// What a template is filled with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// [`crate::view::programme::Programme`].
    Programme,
    /// [`crate::view::item::ItemSheet`].
    Item,
    /// [`crate::view::merge::MergeData`]: the meeting, and what papers about it need beside it.
    MergeData,
    /// [`crate::view::letter::Letter`]: the same, to somebody.
    Letter,
}

impl Kind {
    /// All kinds, in the order in which a meeting needs them.
    pub const ALL: [Self; 17] = [
        Self::Programme,
        Self::RunSheet,
        Self::Item,
        Self::SaveTheDate,
        Self::Invitation,
        Self::SpeakerInvitation,
        Self::HostRequest,
        Self::Reminder,
        Self::Confirmation,
        Self::Change,
        Self::Postponement,
        Self::Cancellation,
        Self::Withdrawal,
        Self::Thanks,
        Self::Press,
        Self::SignInList,
        Self::Minutes,
    ];

    /// The kinds that `erfa write` offers: the programme has a command of its own.
    pub fn written() -> impl Iterator<Item = Self> {
        Self::ALL
            .into_iter()
            .filter(|kind| matches!(kind.subject(), Subject::MergeData | Subject::Letter))
    }

    /// Its name as users type it, and that of its files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Programme => "programme",
            Self::RunSheet => "run-sheet",
            Self::Item => "item",
            Self::SaveTheDate => "save-the-date",
            Self::Invitation => "invitation",
            Self::SpeakerInvitation => "speaker-invitation",
            Self::HostRequest => "host-request",
            Self::Reminder => "reminder",
            Self::Confirmation => "confirmation",
            Self::Change => "change",
            Self::Postponement => "postponement",
            Self::Cancellation => "cancellation",
            Self::Withdrawal => "withdrawal",
            Self::Thanks => "thanks",
            Self::Press => "press",
            Self::SignInList => "sign-in-list",
            Self::Minutes => "minutes",
        }
    }

    /// What it is, in a line.
    pub fn summary(self, language: Language) -> &'static str {
        let (german, english) = match self {
            Self::Programme => ("das Programm", "the programme"),
            Self::RunSheet => ("der Ablaufplan", "the run sheet"),
            Self::Item => ("ein Programmpunkt", "an item of the programme"),
            Self::SaveTheDate => ("der Termin vorab", "the date, long before"),
            Self::Invitation => ("die Einladung", "the invitation"),
            Self::SpeakerInvitation => (
                "die Bitte um einen Beitrag zum Programm",
                "the request to take part in the programme",
            ),
            Self::HostRequest => {
                ("die Anfrage an eine Stadt, Gastgeberin zu sein", "the request to a town to host")
            }
            Self::Reminder => (
                "die Erinnerung, nur an alle ohne Antwort",
                "the reminder, to those without answer only",
            ),
            Self::Confirmation => (
                "die Bestätigung, nur an alle mit Zusage",
                "the confirmation, to those who come only",
            ),
            Self::Change => ("was sich geändert hat, alt und neu", "what has changed, old and new"),
            Self::Postponement => ("der alte und der neue Termin", "the old date and the new one"),
            Self::Cancellation => ("die Absage", "the cancellation"),
            Self::Withdrawal => {
                ("die Rücknahme einer einzelnen Einladung", "the withdrawal of a single invitation")
            }
            Self::Thanks => ("der Dank danach", "the thanks afterwards"),
            Self::Press => ("die Pressemitteilung davor", "the press notice before the meeting"),
            Self::SignInList => ("die Unterschriftenliste", "the list to sign at the door"),
            Self::Minutes => ("der Vordruck für das Protokoll", "the form for the minutes"),
        };
        match language {
            Language::German => german,
            Language::English => english,
        }
    }

    /// What its template is filled with.
    pub fn subject(self) -> Subject {
        match self {
            Self::Programme | Self::RunSheet => Subject::Programme,
            Self::Item => Subject::Item,
            Self::Press | Self::SignInList | Self::Minutes => Subject::MergeData,
            Self::SaveTheDate
            | Self::Invitation
            | Self::SpeakerInvitation
            | Self::HostRequest
            | Self::Reminder
            | Self::Confirmation
            | Self::Change
            | Self::Postponement
            | Self::Cancellation
            | Self::Withdrawal
            | Self::Thanks => Subject::Letter,
        }
    }
}
