//! The table of documents: a document is its templates and one row here.

use crate::domain::outbox::Message;
use crate::plan::usual_meeting::Purpose;
use crate::text::{Language, Vocabulary as _, vocabulary};

mod columns;
mod document;
mod nature;

use columns::Condition::{
    HasChanges, HasDay, HasLeftItsDay, HasNewDay, HasRooms, IsAhead, IsCancelled, IsInHouse,
    IsNotInvited, IsOnSite, IsOver, IsPostponed, KnowsReplies, RegistrationEndsInTime,
    RegistrationIsOpen, SeeksHost, TakesPlace,
};
pub use columns::{
    Again, Bilingual, Calendar, Concern, Condition, CountsOn, Filling, Lack, Naming, Row, Settled,
    Stock, Tidings,
};
use columns::{LETTER, PAPER};
pub use document::Document;

/// Makes the kinds, each with its word, its name in German, its row and the templates of that word.
macro_rules! documents {
    ($($(#[$doc:meta])* $kind:ident $word:literal $german:literal { $($row:tt)* })*) => {
        vocabulary! {
            /// A kind of document that the program has a template for, in the order in which a meeting
            /// needs them. Its word is that of users and of its files; its name is that of a mail in a
            /// table.
            pub enum DocumentKind {
                $($(#[$doc])* $kind = $word => ($german, $word),)*
            }
        }

        impl DocumentKind {
            /// Its built-in template.
            pub fn template(self, language: Language) -> &'static str {
                let (german, english) = match self { $(
                    Self::$kind => (
                        include_str!(concat!("../../../data/templates/de/", $word, ".md")),
                        include_str!(concat!("../../../data/templates/en/", $word, ".md")),
                    ),
                )* };
                language.pick(german, english)
            }

            /// All else that is known of it.
            pub fn row(self) -> &'static Row {
                match self { $(Self::$kind => const { &Row { $($row)* } },)* }
            }
        }
    };
}

documents! {
    /// The programme of a meeting.
    Programme "programme" "Programm" {
        summary: ("das Programm", "the programme"),
        filling: Filling::Programme,
        conditions: &[],
        ..PAPER
    }

    /// Its programme for the chair.
    RunSheet "run-sheet" "Ablaufplan" {
        summary: ("der Ablaufplan", "the run sheet"),
        filling: Filling::Programme,
        ..PAPER
    }

    /// A single item of it.
    Item "item" "Programmpunkt" {
        summary: ("ein Programmpunkt", "an item of the programme"),
        filling: Filling::Item,
        ..PAPER
    }

    /// The day, long before there is more to say.
    SaveTheDate "save-the-date" "Vorabtermin" {
        summary: ("der Termin vorab", "the date, long before"),
        conditions: &[TakesPlace, HasNewDay, HasDay, IsAhead, IsNotInvited],
        purpose: Some(("Bitte vormerken", "Save the date")),
        tidings: Tidings::Meeting,
        invites: true,
        settled: Settled::Always(&[Lack::Day]),
        ..LETTER
    }

    /// The letter that invites to it.
    Invitation "invitation" "Einladung" {
        summary: ("die Einladung", "the invitation"),
        calendar: Calendar::Entry,
        with_programme: true,
        purpose: Some(("Einladung", "Invitation")),
        purpose_on_new_day: Some(("Neuer Termin", "New date")),
        tidings: Tidings::Meeting,
        conditions: &[TakesPlace, HasNewDay, IsAhead, RegistrationIsOpen, RegistrationEndsInTime],
        invites: true,
        settled: Settled::Always(Lack::ALL),
        ..LETTER
    }

    /// The letter that asks somebody to speak.
    SpeakerInvitation "speaker-invitation" "Bitte um Beitrag" {
        summary: (
            "die Bitte um einen Beitrag zum Programm",
            "the request to take part in the programme",
        ),
        calendar: Calendar::Entry,
        purpose: Some(("Einladung zur Mitwirkung", "Invitation to speak")),
        tidings: Tidings::Meeting,
        ..LETTER
    }

    /// The letter that asks a town to host; who is asked is no host yet.
    HostRequest "host-request" "Gastgeberanfrage" {
        summary: ("die Anfrage an eine Stadt, Gastgeberin zu sein", "the request to a city to host"),
        conditions: &[TakesPlace, HasNewDay, IsAhead, IsNotInvited, SeeksHost],
        purpose: Some(("Anfrage zur Gastgeberschaft", "Request to host")),
        names_hosts: false,
        tidings: Tidings::Question,
        purpose_of_meeting: Purpose::Hosting,
        invites: true,
        settled: Settled::Never,
        ..LETTER
    }

    /// The letter that asks the members for topics.
    TopicSurvey "topic-survey" "Themenumfrage" {
        summary: (
            "die Umfrage, wovon die Mitglieder hören wollen und berichten können",
            "the survey of what the members want to hear about and can speak about",
        ),
        purpose: Some(("Themenumfrage", "Topic survey")),
        names_hosts: false,
        again: Again::Always,
        ..LETTER
    }

    /// The letter to those who have not answered.
    Reminder "reminder" "Erinnerung" {
        summary: (
            "die Erinnerung, nur an alle ohne Antwort",
            "the reminder, to those without answer only",
        ),
        conditions: Condition::ASKS_FOR_ANSWERS,
        concern: Some(Concern::Unanswered),
        calendar: Calendar::Entry,
        purpose: Some(("Erinnerung", "Reminder")),
        tidings: Tidings::Meeting,
        again: Again::Always,
        invites: true,
        counts_on: Some(CountsOn::Invitation),
        settled: Settled::Always(&[Lack::Day]),
        ..LETTER
    }

    /// The letter to those who registered.
    Confirmation "confirmation" "Bestätigung" {
        summary: (
            "die Bestätigung, nur an alle mit Zusage",
            "the confirmation, to those who come only",
        ),
        conditions: &[TakesPlace, HasNewDay, HasDay, KnowsReplies, IsAhead],
        concern: Some(Concern::Coming),
        calendar: Calendar::Entry,
        with_programme: true,
        purpose: Some(("Anmeldebestätigung", "Registration confirmed")),
        tidings: Tidings::Meeting,
        ..LETTER
    }

    /// What is otherwise now than it was said before.
    Change "change" "Änderung" {
        summary: ("was sich geändert hat, alt und neu", "what has changed, old and new"),
        conditions: &[TakesPlace, HasChanges, HasNewDay, IsAhead],
        calendar: Calendar::Entry,
        with_programme: true,
        purpose: Some(("Änderung", "Change")),
        tidings: Tidings::Meeting,
        again: Again::WhenChanged,
        counts_on: Some(CountsOn::Tidings),
        ..LETTER
    }

    /// The old day and the new one.
    Postponement "postponement" "Verschiebung" {
        summary: ("der alte und der neue Termin", "the old date and the new one"),
        conditions: &[TakesPlace, IsPostponed, HasLeftItsDay, IsAhead],
        calendar: Calendar::Entry,
        with_programme: true,
        purpose: Some(("Verschoben", "Postponed")),
        purpose_on_new_day: Some(("Neuer Termin", "New date")),
        tidings: Tidings::Meeting,
        again: Again::WhenChanged,
        purpose_of_meeting: Purpose::Postponing,
        counts_on: Some(CountsOn::Tidings),
        ..LETTER
    }

    /// That it does not take place.
    Cancellation "cancellation" "Absage" {
        summary: ("die Absage", "the cancellation"),
        conditions: &[IsCancelled, IsAhead],
        calendar: Calendar::Cancellation,
        purpose: Some(("Absage", "Cancelled")),
        tidings: Tidings::Cancellation,
        again: Again::WhenChanged,
        purpose_of_meeting: Purpose::Cancelling,
        counts_on: Some(CountsOn::Tidings),
        ..LETTER
    }

    /// That it takes place without the recipient.
    Withdrawal "withdrawal" "Rücknahme" {
        summary: ("die Rücknahme einer einzelnen Einladung", "the withdrawal of a single invitation"),
        conditions: &[TakesPlace],
        calendar: Calendar::Withdrawal,
        purpose: Some(("Rücknahme der Einladung", "Invitation withdrawn")),
        tidings: Tidings::Withdrawal,
        counts_on: Some(CountsOn::Invitation),
        ..LETTER
    }

    /// The letter after it.
    Thanks "thanks" "Dank" {
        summary: ("der Dank danach", "the thanks afterwards"),
        conditions: &[TakesPlace, IsOver],
        concern: Some(Concern::Attending),
        purpose: Some(("Herzlichen Dank", "Thank you")),
        purpose_of_meeting: Purpose::LookingBack,
        ..LETTER
    }

    /// The letter to those who have something to do that was agreed.
    ActionReminder "action-reminder" "Erinnerung an Aufgaben" {
        summary: (
            "die Erinnerung an fällige Aufgaben, nur an alle, die eine haben",
            "the reminder of actions that are due, to those who have one only",
        ),
        conditions: &[],
        concern: Some(Concern::Owing),
        purpose: Some(("Erinnerung an Verabredetes", "Reminder of what was agreed")),
        again: Again::WhenDue,
        purpose_of_meeting: Purpose::LookingBack,
        ..LETTER
    }

    /// What those who speak need to know on the day.
    SpeakerSheet "speaker-sheet" "Merkblatt für Mitwirkende" {
        summary: (
            "das Merkblatt für Mitwirkende, mit Beitrag, Raum, Technik und wen sie anrufen",
            "the sheet for those who take part, with item, room, equipment and whom to call",
        ),
        conditions: &[TakesPlace, HasNewDay, HasDay, IsAhead],
        concern: Some(Concern::TakingPart),
        purpose: Some(("Beitrag", "Your part")),
        ..LETTER
    }

    /// That somebody was there.
    AttendanceCertificate "attendance-certificate" "Teilnahmebescheinigung" {
        summary: (
            "die Teilnahmebescheinigung, nur für alle, die mit Namen vermerkt sind",
            "the certificate of attendance, to those recorded by name only",
        ),
        conditions: &[TakesPlace, HasDay, IsOver],
        concern: Some(Concern::Recorded),
        purpose: Some(("Teilnahmebescheinigung", "Certificate of attendance")),
        purpose_of_meeting: Purpose::LookingBack,
        ..LETTER
    }

    /// The notice to the press before it.
    Press "press" "Pressemitteilung" {
        summary: ("die Pressemitteilung davor", "the press release before the meeting"),
        conditions: &[TakesPlace, HasNewDay, HasDay, IsAhead],
        settled: Settled::Always(&[Lack::Day, Lack::Place]),
        readers: ("Presse", "the press"),
        ..PAPER
    }

    /// The signs at the doors, one for each room.
    DoorSigns "door-signs" "Türschilder" {
        summary: (
            "die Türschilder, ein Blatt je Raum mit allem, was dort stattfindet",
            "the door signs, a sheet a room with all that is held there",
        ),
        conditions: &[TakesPlace, HasNewDay, IsInHouse, HasRooms, IsAhead],
        stock: Stock::Signs,
        readers: ("Aushang", "the doors"),
        ..PAPER
    }

    /// What the house and the kitchen need to know, without names.
    LogisticsSheet "logistics-sheet" "Logistikblatt" {
        summary: (
            "das Blatt für Haus und Küche: Zahlen, Räume, Technik und Pausen, ohne Namen",
            "the sheet for house and kitchen: numbers, rooms, equipment and breaks, without names",
        ),
        conditions: &[TakesPlace, HasNewDay, HasDay, KnowsReplies, IsInHouse, IsAhead],
        naming: Naming::Nameless,
        readers: ("Haus und Küche", "house and kitchen"),
        ..PAPER
    }

    /// What people noted of food and help, by name.
    NeedsList "needs-list" "Bedarfsliste" {
        summary: (
            "die Bemerkungen zu Essen und Hilfen mit Namen, nur für die Gastgeber",
            "the notes about food and help by name, for the hosts alone",
        ),
        conditions: &[TakesPlace, HasNewDay, KnowsReplies, IsOnSite, IsAhead],
        naming: Naming::Confidential,
        ..PAPER
    }

    /// Name badges on sheets of labels.
    NameBadges "name-badges" "Namensschilder" {
        summary: (
            "die Namensschilder auf Etiketten nach Maß",
            "the name badges, on labels by measure",
        ),
        conditions: &[TakesPlace, HasNewDay, IsOnSite, IsAhead],
        stock: Stock::Labels,
        readers: ("Teilnehmende", "participants"),
        ..PAPER
    }

    /// The list in which people sign at the door.
    SignInList "sign-in-list" "Unterschriftenliste" {
        summary: ("die Unterschriftenliste", "the list to sign at the door"),
        readers: ("Eingang", "the door"),
        ..PAPER
    }

    /// The sheet on which those who were there say what they thought of it.
    FeedbackSheet "feedback-sheet" "Feedbackbogen" {
        summary: ("der Feedbackbogen, ohne Namen", "the feedback sheet, without names"),
        readers: ("Teilnehmende", "participants"),
        ..PAPER
    }

    /// The form for the minutes.
    Minutes "minutes" "Protokoll" {
        summary: ("der Vordruck für das Protokoll", "the form for the minutes"),
        purpose_of_meeting: Purpose::LookingBack,
        tells_inner: true,
        readers: ("Mitglieder", "members"),
        ..PAPER
    }

    /// A year of the network, for those who pay for it.
    Report "report" "Jahresbericht" {
        summary: (
            "der Bericht über ein Jahr des Netzwerks, ohne Namen",
            "the report on a year of the network, without names",
        ),
        filling: Filling::Year,
        conditions: &[],
        ..PAPER
    }

    /// What somebody must know who takes over.
    Handover "handover" "Übergabe" {
        summary: (
            "die Übergabe: was ansteht, wer was zugesagt hat und wo alles liegt; vertraulich",
            "the handover: what is due, what is promised to whom and where things are; confidential",
        ),
        filling: Filling::Network,
        conditions: &[],
        naming: Naming::Confidential,
        ..PAPER
    }
}

impl DocumentKind {
    /// The kind of a mail; none for one of the user's own.
    pub fn of(message: &Message) -> Option<Self> {
        Self::read(message.kind.as_str())
    }

    /// What it is, in a line.
    pub fn summary(self, language: Language) -> &'static str {
        let (german, english) = self.row().summary;
        language.pick(german, english)
    }
}
