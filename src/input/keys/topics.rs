//! The keys of `topics.toml`.

use super::key::Kind::{Date, Id, Line, List, Reference, Text, Whole};
use super::key::{KeyedFile, entries, keys};

/// What members want to hear about, and who can tell.
pub(super) const FILE: KeyedFile = KeyedFile {
    path: "topics.toml",
    about: [
        "Wovon die Mitglieder hören wollen, und wer davon erzählen kann; `erfa topic` schreibt es.",
        "What the members want to hear about, and who can tell; `erfa topic` writes it.",
    ],
    tables: &[
        entries(&["topic"], TOPIC),
        entries(&["topic.wanted", "topic.offered"], STAKE),
        entries(&["topic.treated"], TREATED),
    ],
};

keys! {
    TOPIC {
        "id" ! Id => "Die Kennung", "The id";
        "title" ! Line => "Wie das Thema heißt", "What the topic is called";
        "number" ? Whole(1, 9999) => "Die Nummer in der Umfrage, bei der Antworten es nennen; sie bleibt immer gleich", "The number in the survey by which answers name it; it never changes";
        "tags" ? List(&Line) => "Stichworte, die Themen gemeinsam haben", "Words that topics have in common";
        "note" ? Text => "Eine Notiz für Sie selbst", "A note for yourself";
    }
    STAKE {
        "city" ! Reference => "Die Stadt, die davon hören will oder erzählen kann", "The city that wants to hear of it or can tell";
        "person" ? Reference => "Wer das gesagt hat oder erzählen würde: ein Kontakt", "Who said so or would tell: a contact";
        "date" ? Date => "Wann es gesagt wurde", "When it was said";
    }
    TREATED {
        "meeting" ! Reference => "Das Treffen, bei dem es dran war", "The meeting at which it was treated";
        "item" ? Reference => "Der Programmpunkt", "The item of the programme";
    }
}
