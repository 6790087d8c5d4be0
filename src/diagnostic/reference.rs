//! Findings about names that point at other entries.

use super::{Wording, meant, problems};
use crate::text::Language;

/// What a name stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A town.
    City,
    /// A venue.
    Venue,
    /// A room of a venue.
    Room,
    /// A person.
    Contact,
    /// A meeting.
    Meeting,
    /// An item of a programme.
    Session,
    /// A city of a problem file.
    Candidate,
    /// A slot of a problem file.
    Slot,
}

impl Kind {
    /// The noun.
    pub fn word(self, language: Language) -> &'static str {
        match (self, language) {
            (Self::City | Self::Candidate, Language::German) => "Stadt",
            (Self::City | Self::Candidate, Language::English) => "city",
            (Self::Venue, Language::German) => "Tagungsort",
            (Self::Venue, Language::English) => "venue",
            (Self::Room, Language::German) => "Raum",
            (Self::Room, Language::English) => "room",
            (Self::Contact, Language::German) => "Kontakt",
            (Self::Contact, Language::English) => "contact",
            (Self::Meeting, Language::German) => "Treffen",
            (Self::Meeting, Language::English) => "meeting",
            (Self::Session, Language::German) => "Programmpunkt",
            (Self::Session, Language::English) => "session",
            (Self::Slot, Language::German) => "Turnus",
            (Self::Slot, Language::English) => "slot",
        }
    }

    /// Where such entries stand.
    fn home(self) -> &'static str {
        match self {
            Self::City => "cities.toml",
            Self::Venue | Self::Room => "venues.toml",
            Self::Contact => "contacts.toml",
            Self::Meeting => "meetings/",
            Self::Session => "[[session]]",
            Self::Candidate => "cities",
            Self::Slot => "slots",
        }
    }
}

problems! {
    /// A name that no entry has.
    Error "unknown-reference" UnknownReference {
        /// What was looked for.
        kind: Kind,
        /// The name.
        id: String,
        /// The nearest name there is.
        near: Option<String>,
    }
        de => Wording::maybe(
            format!("{} `{id}` ist nicht bekannt", kind.word(Language::German)),
            meant(near.as_ref(), Language::German)
                .or_else(|| Some(format!("bekannte Namen stehen in `{}`", kind.home()))),
        ),
        en => Wording::maybe(
            format!("{} `{id}` is not known", kind.word(Language::English)),
            meant(near.as_ref(), Language::English)
                .or_else(|| Some(format!("known names stand in `{}`", kind.home()))),
        );

    /// Two entries with one name.
    Error "duplicate-id" DuplicateId {
        /// What the entries are.
        kind: Kind,
        /// The name.
        id: String,
    }
        de => Wording::new(
            format!("{} `{id}` kommt zweimal vor", kind.word(Language::German)),
            "geben Sie einem der beiden eine andere Kennung",
        ),
        en => Wording::new(
            format!("{} `{id}` appears twice", kind.word(Language::English)),
            "give one of the two another id",
        );

    /// One name twice in a list.
    Error "listed-twice" ListedTwice {
        /// The name.
        id: String,
    }
        de => Wording::new(format!("`{id}` steht zweimal in dieser Liste"), "löschen Sie eine der beiden Nennungen"),
        en => Wording::new(format!("`{id}` stands twice in this list"), "delete one of the two");

    /// A contact or group that goes by the name of something else.
    Warning "ambiguous-name" AmbiguousName {
        /// The name.
        name: String,
    }
        de => Wording::new(
            format!("`{name}` bezeichnet zweierlei: Kontakt, Stadt, Gruppe oder `all`"),
            "geben Sie dem Kontakt oder der Gruppe einen anderen Namen; `--to` muss eindeutig sein",
        ),
        en => Wording::new(
            format!("`{name}` means two things: contact, city, group or `all`"),
            "give the contact or the group another name; `--to` must be clear",
        );

    /// A session within one that holds no others.
    Error "not-a-block" NotABlock {
        /// The session that is named.
        id: String,
    }
        de => Wording::new(
            format!("`{id}` kann keine anderen Programmpunkte aufnehmen"),
            "geben Sie jenem `kind = \"parallel\"` oder `kind = \"frame\"`",
        ),
        en => Wording::new(
            format!("`{id}` cannot hold other sessions"),
            "give that one `kind = \"parallel\"` or `kind = \"frame\"`",
        );

    /// A session within itself, or repeating itself.
    Error "circular-session" CircularSession {
        /// The session.
        id: String,
    }
        de => Wording::new(
            format!("`{id}` verweist auf sich selbst"),
            "nennen Sie bei `in` oder `repeat-of` einen anderen Programmpunkt",
        ),
        en => Wording::new(
            format!("`{id}` refers to itself"),
            "name another session in `in` or `repeat-of`",
        );
}
