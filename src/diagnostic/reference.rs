//! Findings about names that point at other entries.

use super::finding::problems;
use crate::text::{Language, MemberWords};

/// What a name stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReferenceKind {
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
    /// What members want to hear about.
    Topic,
    /// A city of a problem file.
    Candidate,
    /// A slot of a problem file.
    Slot,
    /// Something on the checklist.
    Task,
    /// Something that was agreed.
    Action,
    /// Anything that has a name of its own.
    Thing,
}

impl ReferenceKind {
    /// The noun; `members` are what a network calls its towns.
    pub fn word(self, members: &MemberWords, language: Language) -> &str {
        match self {
            Self::City | Self::Candidate => members.noun(language),
            Self::Venue => language.pick("Tagungsort", "venue"),
            Self::Room => language.pick("Raum", "room"),
            Self::Contact => language.pick("Kontakt", "contact"),
            Self::Meeting => language.pick("Treffen", "meeting"),
            Self::Session => language.pick("Programmpunkt", "session"),
            Self::Topic => language.pick("Thema", "topic"),
            Self::Slot => language.pick("Turnus", "slot"),
            Self::Task => language.pick("Punkt der Checkliste", "task"),
            Self::Action => language.pick("Aufgabe", "action"),
            Self::Thing => language.pick("der Name", "the name"),
        }
    }

    /// The file of such entries, or the table; none for what can be anywhere.
    pub fn home(self) -> &'static str {
        match self {
            Self::City => "cities.toml",
            Self::Venue | Self::Room => "venues.toml",
            Self::Contact => "contacts.toml",
            Self::Meeting => "meetings/",
            Self::Session => "[[session]]",
            Self::Topic => "topics.toml",
            Self::Candidate => "cities",
            Self::Slot => "slots",
            Self::Task => "[checklist]",
            Self::Action => "actions.toml",
            Self::Thing => "",
        }
    }

    /// Where such names are found: what lists them, and what adds one.
    fn way(self, language: Language) -> &'static str {
        match self {
            Self::City => language.pick(
                "`erfa cities` nennt alle, und `erfa add city` nimmt eine neue auf",
                "`erfa cities` lists them, and `erfa add city` adds one",
            ),
            Self::Venue => language.pick(
                "`erfa venues` nennt alle, und `erfa add venue` nimmt einen neuen auf",
                "`erfa venues` lists them, and `erfa add venue` adds one",
            ),
            Self::Room => language.pick(
                "`erfa show TAGUNGSORT` nennt alle, und `erfa add room` nimmt einen neuen auf",
                "`erfa show VENUE` lists them, and `erfa add room` adds one",
            ),
            Self::Contact => language.pick(
                "`erfa contacts` nennt alle, und `erfa add contact` nimmt einen neuen auf",
                "`erfa contacts` lists them, and `erfa add contact` adds one",
            ),
            Self::Meeting => language.pick(
                "`erfa meetings` nennt alle, und `erfa new` legt ein neues an",
                "`erfa meetings` lists them, and `erfa new` makes one",
            ),
            Self::Session => language.pick(
                "`erfa show TREFFEN` nennt alle mit Nummer und Kennung, und `erfa add session` fügt einen hinzu",
                "`erfa show MEETING` lists them with number and id, and `erfa add session` adds one",
            ),
            Self::Topic => language.pick(
                "`erfa topics` nennt alle, und `erfa topic add` nimmt ein neues auf",
                "`erfa topics` lists them, and `erfa topic add` adds one",
            ),
            Self::Candidate => {
                language.pick("bekannte Namen stehen in `cities`", "known names stand in `cities`")
            }
            Self::Slot => {
                language.pick("bekannte Namen stehen in `slots`", "known names stand in `slots`")
            }
            Self::Task => language.pick(
                "`erfa status` nennt alle; eigene stehen unter `[checklist]` in `network.toml`",
                "`erfa status` lists them; your own stand under `[checklist]` in `network.toml`",
            ),
            Self::Action => language.pick(
                "`erfa actions --all` nennt alle, und `erfa action add` nimmt eine neue auf",
                "`erfa actions --all` lists them, and `erfa action add` adds one",
            ),
            Self::Thing => language.pick(
                "Namen nennen `erfa meetings`, `cities`, `venues` und `contacts`",
                "`erfa meetings`, `cities`, `venues` and `contacts` list the names",
            ),
        }
    }
}

/// As many things are listed when it is not clear which is meant.
const MOST_THINGS: usize = 8;

problems! { |language|
    /// A name that no entry has.
    Error "unknown-reference" UnknownReference {
        kind: ReferenceKind, id: String, near: Option<String>, members: MemberWords,
    }
        let (way, kind) = (kind.way(language), kind.word(members, language));
        de "{kind} `{id}` ist nicht bekannt" => near or "{way}";
        en "{kind} `{id}` is not known" => near or "{way}";

    /// Words that fit several things equally well, each named in German and English.
    Error "several-meant" SeveralMeant { name: String, things: Vec<[String; 2]> }
        let more = things.len().saturating_sub(MOST_THINGS);
        let listed = things.iter().take(MOST_THINGS).map(|[german, english]| language.pick(german.as_str(), english));
        let listed = listed.collect::<Vec<_>>().join("; ");
        let listed = match (more, language) {
            (0, _) => listed,
            (_, Language::German) => format!("{listed}; und {more} mehr"),
            (_, Language::English) => format!("{listed}; and {more} more"),
        };
        de "`{name}` kann Mehreres heißen: {listed}" => "nennen Sie eines davon mit seiner Kennung";
        en "`{name}` can mean several: {listed}" => "name one of them by its id";

    /// Two entries with one name.
    Error "duplicate-id" DuplicateId { kind: ReferenceKind, id: String, members: MemberWords }
        let kind = kind.word(members, language);
        de "{kind} `{id}` kommt zweimal vor" => "geben Sie einem der beiden eine andere Kennung";
        en "{kind} `{id}` appears twice" => "give one of the two another id";

    /// Two topics with one number.
    Error "topic-number-twice" TopicNumberTwice { number: u32 }
        de "die Nummer {number} haben zwei Themen"
            => "geben Sie einem der beiden eine andere: Antworten nennen Themen bei ihrer Nummer";
        en "two topics have the number {number}"
            => "give one of the two another: answers name topics by their number";

    /// One name twice in a list.
    Error "listed-twice" ListedTwice { id: String }
        de "`{id}` steht zweimal in dieser Liste" => "löschen Sie eine der beiden Nennungen";
        en "`{id}` stands twice in this list" => "delete one of the two";

    /// A contact or group that goes by the name of something else.
    Warning "ambiguous-name" AmbiguousName { name: String, members: MemberWords }
        let town = members.noun(language);
        de "`{name}` bezeichnet zweierlei: Kontakt, {town}, Gruppe oder `all`"
            => "geben Sie dem Kontakt oder der Gruppe einen anderen Namen; `--to` muss eindeutig \
                sein";
        en "`{name}` means two things: contact, {town}, group or `all`"
            => "give the contact or the group another name; `--to` must be clear";

    /// A session within one that holds no others.
    Error "not-a-block" NotABlock { id: String }
        de "`{id}` kann keine anderen Programmpunkte aufnehmen"
            => "geben Sie jenem `kind = \"parallel\"` oder `kind = \"frame\"`";
        en "`{id}` cannot hold other sessions"
            => "give that one `kind = \"parallel\"` or `kind = \"frame\"`";

    /// A session within itself, or repeating itself.
    Error "circular-session" CircularSession { id: String }
        de "`{id}` verweist auf sich selbst"
            => "nennen Sie bei `in` oder `repeat-of` einen anderen Programmpunkt";
        en "`{id}` refers to itself" => "name another session in `in` or `repeat-of`";
}
