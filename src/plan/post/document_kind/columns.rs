//! What the table of documents says of each kind: its columns and what may stand in them.

use crate::domain::reply::ReplyAnswer;
use crate::plan::usual_meeting::Purpose;
use crate::text::{Language, Vocabulary as _, vocabulary};

/// The same words in German and English.
pub type Bilingual = (&'static str, &'static str);

/// All that the program knows of a kind of document beside its name and its templates.
#[derive(Clone, Copy, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is a column of its own")]
pub struct Row {
    /// What it is, in a line.
    pub summary: Bilingual,
    /// What its template is filled with.
    pub filling: Filling,
    /// When it makes sense: the first condition that is not met is what is found.
    pub conditions: &'static [Condition],
    /// Whom it concerns; none stands for everybody it is addressed to.
    pub concern: Option<Concern>,
    /// What the calendars of its recipients are told.
    pub calendar: Calendar,
    /// Whether the programme goes with it, if the meeting has a day.
    pub with_programme: bool,
    /// What its subject line begins with.
    pub purpose: Option<Bilingual>,
    /// The same for a meeting that is postponed to a new day.
    pub purpose_on_new_day: Option<Bilingual>,
    /// Whether its subject line names the hosts.
    pub names_hosts: bool,
    /// What a mail of it makes of its recipients' plans.
    pub tidings: Tidings,
    /// Whether somebody who has a mail of it gets another one.
    pub again: Again,
    /// What the meeting is wanted for that it is about where none is named.
    pub purpose_of_meeting: Purpose,
    /// What it is printed on.
    pub stock: Stock,
    /// Whether members are told in it what stands in their programme alone.
    pub tells_inner: bool,
    /// What it may say of people.
    pub naming: Naming,
    /// What it takes for granted of its readers, if anything.
    pub counts_on: Option<CountsOn>,
    /// Whether it asks its readers to come or to host, so that it goes to nobody whose town has left by
    /// then.
    pub invites: bool,
    /// What must be settled of a meeting before its readers are told of it.
    pub settled: Settled,
    /// Who reads it.
    pub readers: Bilingual,
}

/// A document to nobody in particular.
pub(super) const PAPER: Row = Row {
    summary: ("", ""),
    filling: Filling::MergeData,
    conditions: &[Condition::TakesPlace],
    concern: None,
    calendar: Calendar::Nothing,
    with_programme: false,
    purpose: None,
    purpose_on_new_day: None,
    names_hosts: true,
    tidings: Tidings::Nothing,
    again: Again::Never,
    purpose_of_meeting: Purpose::Preparing,
    stock: Stock::Paper,
    tells_inner: false,
    naming: Naming::Open,
    counts_on: None,
    invites: false,
    settled: Settled::InMails(Lack::ALL),
    readers: ("Empfänger, hier ohne Namen", "recipients, unnamed here"),
};

/// A letter that speaks of the meeting as of something to come.
pub(super) const LETTER: Row = Row {
    filling: Filling::Letter,
    conditions: &[Condition::TakesPlace, Condition::HasNewDay, Condition::IsAhead],
    ..PAPER
};

/// What a template is filled with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Filling {
    /// The programme of a meeting.
    Programme,
    /// A single item of it.
    Item,
    /// The meeting, and what papers about it need beside it.
    MergeData,
    /// The same, to somebody.
    Letter,
    /// A year of the network.
    Year,
    /// The network, as it stands.
    Network,
}

/// What a document is printed on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Stock {
    /// Paper to read in the hand.
    #[default]
    Paper,
    /// A sheet for each of its parts, to hang up and read from afar.
    Signs,
    /// Labels that stand on their sheet by measure.
    Labels,
}

/// What a document may say of people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Naming {
    /// What its reader may know.
    Open,
    /// Nobody's name, not even around it: whoever works in the house reads it.
    Nameless,
    /// What is for nobody but those who have it in hand: no mail is made of it.
    Confidential,
}

/// What a letter takes for granted of its reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CountsOn {
    /// That they are invited.
    Invitation,
    /// That they have heard of the meeting.
    Tidings,
}

vocabulary! {
    /// What a meeting may lack.
    #[derive(PartialOrd, Ord)]
    pub enum Lack {
        /// Its day.
        Day = "day" => ("Tag", "day"),
        /// Where it is: a place, or a way to take part from afar.
        Place = "place" => ("Ort", "place"),
        /// When it begins.
        Time = "time" => ("Uhrzeit", "time"),
    }
}

/// What must be settled of a meeting before readers are told of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Settled {
    /// Nothing: whoever is asked helps to settle it.
    Never,
    /// This, before a mail is made; a print may be a draft.
    InMails(&'static [Lack]),
    /// This, also in print: it tells people of the meeting. A day that is kept free needs no more than itself,
    /// who was invited knows the rest, and who reports of it can ask when it begins.
    Always(&'static [Lack]),
}

/// What must be so for a document to make sense.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Condition {
    /// The meeting is not cancelled.
    TakesPlace,
    /// The meeting is cancelled.
    IsCancelled,
    /// The meeting is postponed.
    IsPostponed,
    /// It is on another day than was given out of it.
    HasLeftItsDay,
    /// There is a change to tell of.
    HasChanges,
    /// The meeting is over.
    IsOver,
    /// Something of what everybody is told is held in a place that is known.
    HasRooms,
    /// If the meeting is postponed, its new day is known.
    HasNewDay,
    /// Something is known of the day.
    HasDay,
    /// It is still known who answered what.
    KnowsReplies,
    /// People meet somewhere; if it is online alone, the document may be meant.
    IsOnSite,
    /// People meet somewhere.
    IsInHouse,
    /// The meeting is not over; if it is, the document may be meant.
    IsAhead,
    /// The day of the meeting has not come: an answer is of use.
    IsBefore,
    /// The last day of registration has not passed; if it has, the document may be meant.
    RegistrationIsOpen,
    /// Nobody is told of registration until after the meeting; if so, that may be meant.
    RegistrationEndsInTime,
    /// The invitation has not gone out; if it has, the document may be meant.
    IsNotInvited,
    /// A host is sought; where there is one, or none is wanted, the document may be meant.
    SeeksHost,
}

impl Condition {
    /// What a letter is about that asks for answers which are missing.
    pub(super) const ASKS_FOR_ANSWERS: &[Self] = &[
        Self::TakesPlace,
        Self::HasNewDay,
        Self::HasDay,
        Self::KnowsReplies,
        Self::IsBefore,
        Self::RegistrationIsOpen,
        Self::RegistrationEndsInTime,
    ];
}

/// Whom of those it is addressed to a document concerns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Concern {
    /// Those who have not answered or are not sure.
    Unanswered,
    /// Those who come.
    Coming,
    /// Those who came, as far as that is known.
    Attending,
    /// Those who have something to do that is due.
    Owing,
    /// Those of whom it is recorded by name that they came.
    Recorded,
    /// Those with a part in the programme who have agreed.
    TakingPart,
}

impl Concern {
    /// Whether a document goes to somebody who gave this answer, or none.
    pub fn includes(self, answer: Option<ReplyAnswer>) -> bool {
        match self {
            Self::Unanswered => matches!(answer, None | Some(ReplyAnswer::Maybe)),
            // Who said that they come is taken at their word, where nothing is known of who came.
            Self::Coming | Self::Attending => answer == Some(ReplyAnswer::Yes),
            // What somebody answered is nothing to what they owe, do or did.
            Self::Owing | Self::Recorded | Self::TakingPart => false,
        }
    }

    /// Whether it goes by what people answered to their invitations.
    pub fn rests_on_answers(self) -> bool {
        match self {
            Self::Unanswered | Self::Coming | Self::Attending => true,
            Self::Owing | Self::Recorded | Self::TakingPart => false,
        }
    }

    /// What those have done whom it concerns.
    pub fn words(self) -> Bilingual {
        match self {
            Self::Unanswered => ("noch nicht geantwortet haben", "have not answered yet"),
            Self::Coming => ("zugesagt haben", "said that they come"),
            Self::Attending => (
                "zugesagt haben oder als anwesend vermerkt sind",
                "said that they come or are on record as present",
            ),
            Self::Owing => ("eine fällige Aufgabe haben", "have an action that is due"),
            Self::Recorded => (
                "mit Namen als anwesend vermerkt sind (`erfa attended`)",
                "are recorded by name as present (`erfa attended`)",
            ),
            Self::TakingPart => (
                "im Programm mitwirken und zugesagt haben",
                "have a part in the programme and agreed",
            ),
        }
    }

    /// Why somebody is left out.
    pub fn left_out(self, language: Language) -> &'static str {
        let (german, english) = match self {
            Self::Unanswered => ("Hat schon geantwortet", "Has answered already"),
            Self::Coming => ("Ohne Zusage", "Did not say yes"),
            Self::Attending => ("Nicht als anwesend bekannt", "Not known to have come"),
            Self::Owing => ("Ohne fällige Aufgabe", "Has no action that is due"),
            Self::Recorded => {
                ("Nicht mit Namen als anwesend vermerkt", "Not recorded as present by name")
            }
            Self::TakingPart => ("Ohne festen Beitrag", "No part that is agreed"),
        };
        language.pick(german, english)
    }
}

/// What the calendar of a recipient is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Calendar {
    /// Nothing.
    Nothing,
    /// The meeting; one that has lost its day is struck out where it was entered.
    Entry,
    /// That the meeting is cancelled.
    Cancellation,
    /// That it is struck out where it was entered.
    Withdrawal,
}

/// What a mail makes of its recipient's plans.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tidings {
    /// Nothing.
    Nothing,
    /// It asks about a meeting to come; nobody counts on that yet.
    Question,
    /// Its recipients count on the meeting from now on.
    Meeting,
    /// The meeting does not take place.
    Cancellation,
    /// It takes place without them.
    Withdrawal,
}

/// Whether somebody who has a mail of a kind about a meeting gets another one unasked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Again {
    /// No.
    Never,
    /// As often as one is made.
    Always,
    /// When the meeting stands otherwise than in the version which that mail told.
    WhenChanged,
    /// When something is due that no such mail told them with its day.
    WhenDue,
}
