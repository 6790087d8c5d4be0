//! The templates that are compiled into the program.

use crate::text::Language;
use crate::view::kind::Kind;

macro_rules! templates {
    ($($kind:ident => $file:literal),* $(,)?) => {
        /// The built-in template of a kind of document in a language.
        pub(super) fn built_in(kind: Kind, language: Language) -> &'static str {
            match (kind, language) {
                $(
                    (Kind::$kind, Language::German) => {
                        include_str!(concat!("../../../data/templates/de/", $file))
                    }
                    (Kind::$kind, Language::English) => {
                        include_str!(concat!("../../../data/templates/en/", $file))
                    }
                )*
            }
        }
    };
}

templates! {
    Programme => "programme.md",
    RunSheet => "run-sheet.md",
    Item => "item.md",
    SaveTheDate => "save-the-date.md",
    Invitation => "invitation.md",
    SpeakerInvitation => "speaker-invitation.md",
    HostRequest => "host-request.md",
    Reminder => "reminder.md",
    Confirmation => "confirmation.md",
    Change => "change.md",
    Postponement => "postponement.md",
    Cancellation => "cancellation.md",
    Withdrawal => "withdrawal.md",
    Thanks => "thanks.md",
    Press => "press.md",
    SignInList => "sign-in-list.md",
    Minutes => "minutes.md",
}
