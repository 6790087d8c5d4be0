//! Kinds of sessions: everything that the program knows of one. A further kind is added here.

use crate::text::{Gender, vocabulary};

vocabulary! {
    /// What a session is. What people call it stands for a missing title.
    #[derive(Default)]
    pub enum Kind {
        /// Anything.
        #[default]
        Item = "item" => ("Programmpunkt", "Item"),
        /// The host or another greets.
        Welcome = "welcome" => ("Begrüßung", "Welcome"),
        /// A talk.
        Talk = "talk" => ("Vortrag", "Talk"),
        /// A presentation.
        Presentation = "presentation" => ("Vorstellung", "Presentation"),
        /// A discussion of all.
        Discussion = "discussion" => ("Aussprache", "Discussion"),
        /// A discussion on a stage.
        Panel = "panel" => ("Podiumsgespräch", "Panel discussion"),
        /// People work in groups.
        Workshop = "workshop" => ("Workshop", "Workshop"),
        /// A walk through the town.
        Tour = "tour" => ("Rundgang", "Tour"),
        /// A visit to a firm or project.
        Visit = "visit" => ("Besichtigung", "Visit"),
        /// Something is opened or handed over.
        Ceremony = "ceremony" => ("Festakt", "Ceremony"),
        /// A break.
        Break = "break" => ("Pause", "Break"),
        /// A meal.
        Meal = "meal" => ("Essen", "Meal"),
        /// People arrive and register.
        Arrival = "arrival" => ("Ankunft", "Arrival"),
        /// People go from place to place.
        Transfer = "transfer" => ("Weg", "Transfer"),
        /// An evening together.
        Social = "social" => ("Geselliger Teil", "Social programme"),
        /// The end.
        Closing = "closing" => ("Abschluss", "Closing"),
        /// Its children run side by side.
        Parallel = "parallel" => ("Zur gleichen Zeit", "In parallel"),
        /// An umbrella: its children may overlap anything.
        Frame = "frame" => ("Rahmenprogramm", "Side programme"),
    }
}

impl Kind {
    /// Whether an item is called by its kind where it has no title: everybody knows what a break is.
    pub fn names_itself(self) -> bool {
        let part = self.part();
        part.is_pause() || part.holds_others()
    }

    /// What is known of it beside its words.
    pub const fn nature(self) -> Nature {
        use Part::{
            Arrival, Break, Closing, Content, Evening, Meal, Opening, SideBySide, Umbrella,
        };
        match self {
            Self::Item => Nature::new(Content, 30, der("Programmpunkt"), "item"),
            Self::Welcome => {
                Nature::new(Opening, 15, die("Begrüßung"), "welcome").with(Cast::Greets)
            }
            Self::Talk => Nature::new(Content, 30, der("Vortrag"), "talk").with(Cast::Speaks),
            Self::Presentation => Nature {
                verb: ("steht", " auf dem Programm"),
                ..Nature::new(Content, 30, die("Präsentation"), "presentation").with(Cast::Speaks)
            },
            Self::Discussion => Nature::new(Content, 30, die("Aussprache"), "discussion"),
            Self::Panel => Nature::new(Content, 60, das("Podiumsgespräch"), "panel discussion")
                .with(Cast::IsOnStage),
            Self::Workshop => Nature::new(Content, 90, der("Workshop"), "workshop"),
            Self::Tour => Nature::new(Content, 60, der("Rundgang"), "tour").with(Cast::Guides),
            Self::Visit => {
                Nature::new(Content, 60, die("Besichtigung"), "visit").with(Cast::Guides)
            }
            Self::Ceremony => Nature::new(Content, 30, der("Festakt"), "ceremony"),
            Self::Break => Nature::new(Break, 15, die("Pause"), "break"),
            Self::Meal => Nature::new(Meal, 60, das("Essen"), "meal"),
            Self::Arrival => Nature::new(Arrival, 30, die("Ankunft"), "arrival"),
            Self::Transfer => Nature::new(Part::Way, 20, der("Weg"), "transfer"),
            Self::Social => Nature::new(Evening, 120, der("gesellige Teil"), "get-together"),
            Self::Closing => Nature::new(Closing, 15, der("Abschluss"), "closing"),
            Self::Parallel => Nature::new(SideBySide, 90, der("Block"), "block"),
            Self::Frame => Nature::new(Umbrella, 90, das("Rahmenprogramm"), "side programme"),
        }
    }

    /// Which part it has in a day.
    pub const fn part(self) -> Part {
        self.nature().part
    }
}

/// What is known of a kind beside its words.
#[derive(Clone, Copy, Debug)]
pub struct Nature {
    /// Which part it has in a day.
    pub part: Part,
    /// How many minutes it usually takes at meetings of towns: a day of them, with its pauses, comes
    /// out as coordinators plan it.
    pub minutes: u32,
    /// The noun before a title, where the programme is told in German sentences, and its gender.
    pub german: (Gender, &'static str),
    /// The German verb before the noun, and what closes the sentence.
    pub verb: (&'static str, &'static str),
    /// The noun before a title, where the programme is told in English sentences.
    pub english: &'static str,
    /// What those do who have a part in it.
    pub cast: Cast,
}

impl Nature {
    const fn new(
        part: Part,
        minutes: u32,
        german: (Gender, &'static str),
        english: &'static str,
    ) -> Self {
        Self { part, minutes, german, verb: ("folgt", ""), english, cast: Cast::TakesPart }
    }

    /// Of visits and walks people say that they begin.
    const fn with(self, cast: Cast) -> Self {
        let verb = if matches!(cast, Cast::Guides) { ("beginnt", "") } else { self.verb };
        Self { verb, cast, ..self }
    }
}

const fn der(noun: &'static str) -> (Gender, &'static str) {
    (Gender::Masculine, noun)
}

const fn die(noun: &'static str) -> (Gender, &'static str) {
    (Gender::Feminine, noun)
}

const fn das(noun: &'static str) -> (Gender, &'static str) {
    (Gender::Neuter, noun)
}

/// What those do who have a part in a session without a role of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cast {
    /// They greet the guests.
    Greets,
    /// They speak.
    Speaks,
    /// They guide.
    Guides,
    /// They sit on a stage.
    IsOnStage,
    /// They take part.
    TakesPart,
}

/// Which part a session has in a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// It opens the day.
    Opening,
    /// It is what people come for.
    Content,
    /// It closes the day.
    Closing,
    /// People rest.
    Break,
    /// People eat.
    Meal,
    /// People come.
    Arrival,
    /// People are on their way.
    Way,
    /// People stay together afterwards.
    Evening,
    /// What stands in it runs side by side.
    SideBySide,
    /// What stands in it may go on beside anything.
    Umbrella,
}

impl Part {
    /// Whether others can stand in it.
    pub fn holds_others(self) -> bool {
        match self {
            Self::SideBySide | Self::Umbrella => true,
            Self::Opening
            | Self::Content
            | Self::Closing
            | Self::Break
            | Self::Meal
            | Self::Arrival
            | Self::Way
            | Self::Evening => false,
        }
    }

    /// Whether it is time between the items proper.
    pub fn is_pause(self) -> bool {
        match self {
            Self::Break | Self::Meal => true,
            Self::Opening
            | Self::Content
            | Self::Closing
            | Self::SideBySide
            | Self::Arrival
            | Self::Way
            | Self::Evening
            | Self::Umbrella => false,
        }
    }

    /// Whether it takes as long as usual while there is room for that, and no longer.
    pub fn is_firm(self) -> bool {
        match self {
            Self::Opening | Self::Closing | Self::Break | Self::Meal | Self::Arrival => true,
            Self::Content | Self::Way | Self::Evening | Self::SideBySide | Self::Umbrella => false,
        }
    }

    /// Whether it stands between the items of a programme and is none that readers are told of.
    pub fn is_untold(self) -> bool {
        match self {
            Self::Arrival | Self::Way => true,
            Self::Opening
            | Self::Content
            | Self::Closing
            | Self::Break
            | Self::Meal
            | Self::Evening
            | Self::SideBySide
            | Self::Umbrella => false,
        }
    }

    /// Whether free time beside it is usual: nobody plans the minutes between arrival and greeting or
    /// between the end of the day and dinner. A break is planned time itself.
    pub fn stands_apart(self) -> bool {
        match self {
            Self::Meal | Self::Arrival | Self::Way | Self::Evening => true,
            Self::Opening
            | Self::Content
            | Self::Closing
            | Self::Break
            | Self::SideBySide
            | Self::Umbrella => false,
        }
    }

    /// Whether it may lie before the beginning of the meeting: people arrive and meet the evening
    /// before.
    pub fn may_come_before(self) -> bool {
        self == Self::Arrival || self.may_follow()
    }

    /// Whether it may lie after the end of the meeting: an evening together follows the end.
    pub fn may_follow(self) -> bool {
        match self {
            Self::Way | Self::Evening => true,
            Self::Opening
            | Self::Content
            | Self::Closing
            | Self::Arrival
            | Self::Break
            | Self::Meal
            | Self::SideBySide
            | Self::Umbrella => false,
        }
    }
}
