//! The keys of `rotation.toml`, `actions.toml`, `calendar/*.toml` and `replies/*.toml`.

use super::key::Kind::{Choice, Date, DateOrMoment, Id, Line, List, Reference, Text, Whole};
use super::key::{KeyedFile, entries, keys, of, table};
use crate::domain::action::ActionStatus;
use crate::domain::attendance::Presence;
use crate::domain::calendar::PeriodKind;
use crate::domain::reply::ReplyAnswer;

/// Who was passed over, and who changed places.
pub(super) const ROTATION: KeyedFile = KeyedFile {
    path: "rotation.toml",
    about: [
        "Wer ausgesetzt und wer getauscht hat; `erfa skip` und `erfa swap` schreiben es.",
        "Who was passed over and who changed places; `erfa skip` and `erfa swap` write it.",
    ],
    tables: &[entries(&["skip"], SKIP), entries(&["swap"], SWAP)],
};

/// What was agreed.
pub(super) const ACTIONS: KeyedFile = KeyedFile {
    path: "actions.toml",
    about: [
        "Was verabredet wurde: wer was bis wann tut, und was daraus geworden ist; `erfa action` schreibt es.",
        "What was agreed: who does what until when, and what became of it; `erfa action` writes it.",
    ],
    tables: &[entries(&["action"], ACTION), entries(&["action.moved"], MOVED)],
};

/// What is going on.
pub(super) const CALENDAR: KeyedFile = KeyedFile {
    path: "calendar/*.toml",
    about: [
        "Was an welchen Tagen stört: Ratssitzungen, Feste, Märkte, Baustellen.",
        "What stands against which days: council meetings, festivals, markets, building sites.",
    ],
    tables: &[entries(&["period"], PERIOD)],
};

/// Who comes.
pub(super) const REPLIES: KeyedFile = KeyedFile {
    path: "replies/*.toml",
    about: [
        "Wer zu einem Treffen kommt und wer da war; die Datei heißt wie das Treffen, `erfa replies` und `erfa attended` schreiben sie.",
        "Who comes to a meeting, and who came; the file is called as the meeting is, `erfa replies` and `erfa attended` write it.",
    ],
    tables: &[
        table(&[""], HEAD),
        entries(&["reply"], REPLY),
        entries(&["attendance"], ATTENDANCE),
        entries(&["total"], TOTAL),
    ],
};

keys! {
    SKIP {
        "city" ! Reference => "Die Stadt, die aussetzt", "The city that is passed over";
        "reason" ! Line => "Warum", "Why";
        "from" ? Date => "Der erste Tag, von dem an es gilt", "The first day for which it holds";
        "until" ? Date => "Der letzte", "The last one";
        "agreed-with" ? Line => "Mit wem es besprochen ist", "With whom it was agreed";
        "decided" ? Date => "Wann es entschieden wurde", "When it was decided";
    }
    SWAP {
        "meetings" ! List(&Reference) => "Die zwei Treffen, deren Gastgeberinnen getauscht haben", "The two meetings whose hosts changed places";
        "reason" ! Line => "Warum", "Why";
        "agreed-with" ? Line => "Mit wem es besprochen ist", "With whom it was agreed";
        "decided" ? Date => "Wann es entschieden wurde", "When it was decided";
    }
    ACTION {
        "id" ! Id => "Die Kennung", "The id";
        "what" ? Line => "Was zu tun ist; fehlt es, sagt es eine Zeile im Protokoll des Treffens", "What is to be done; if missing, a line in the minutes of the meeting says it";
        "owner" ? Reference => "Wer es tut: die Kennung einer Person oder einer Stadt; fehlt es, sagt es jene Zeile", "Who does it: the id of a person or a city; if missing, that line says it";
        "due" ? Date => "Bis wann", "Until when";
        "meeting" ? Reference => "Das Treffen, auf dem es verabredet wurde", "The meeting at which it was agreed";
        "agreed" ? Date => "Der Tag, an dem es verabredet wurde, wenn das auf keinem Treffen war", "The day on which it was agreed, if that was at no meeting";
        "status" ? Choice(of::<ActionStatus>) => "Was daraus geworden ist (sonst offen)", "What became of it (else open)";
        "closed" ? Date => "Seit wann es nicht mehr offen ist", "Since when it is no longer open";
        "reason" ? Line => "Warum es entfällt, oder wie es erledigt wurde", "Why it was dropped, or how it was done";
    }
    MOVED {
        "from" ? Date => "Der Tag, der vorher galt", "The day that held before";
        "on" ! Date => "Wann das verabredet wurde", "When that was agreed";
        "reason" ! Line => "Warum", "Why";
    }
    PERIOD {
        "title" ! Line => "Was ist", "What there is";
        "kind" ! Choice(of::<PeriodKind>) => "Welcher Art es ist; danach richten sich die Minuspunkte", "Of what kind it is, which the minus points go by";
        "from" ! Date => "Der erste Tag", "The first day";
        "to" ? Date => "Der letzte (sonst nur dieser eine)", "The last one (else that day alone)";
        "cities" ? List(&Reference) => "Welche Städte es trifft (sonst alle)", "Which cities it concerns (else all)";
        "source" ? Line => "Woher die Angabe ist", "Where this is from";
        "checked" ? Date => "Wann sie zuletzt geprüft wurde", "When it was last checked";
        "note" ? Text => "Eine Notiz für Sie selbst", "A note for yourself";
    }
    HEAD {
        "purged" ? Date => "Wann `erfa privacy purge` die Namen gelöscht hat", "When `erfa privacy purge` deleted the names";
    }
    REPLY {
        "person" ? Reference => "Wer antwortet", "Who answers";
        "city" ? Reference => "Oder die Stadt, die für ihre Leute antwortet", "Or the city that answers for its people";
        "answer" ! Choice(of::<ReplyAnswer>) => "Die Antwort", "The answer";
        "for" ? Date => "Der Tag, für den sie gegeben wurde", "The day that it was given for";
        "with" ? List(&Line) => "Wer mitkommt", "Who comes along";
        "unnamed" ? Whole(0, 1000) => "Wie viele mitkommen, deren Namen niemand kennt", "How many come along whose names nobody knows";
        "substitute" ? Line => "Wer stattdessen kommt", "Who comes instead";
        "received" ? DateOrMoment => "Wann die Antwort kam; die neueste zählt", "When the answer came; the newest counts";
        "sequence" ? Whole(0, 1_000_000) => "Welchen Stand der Einladung ein Kalenderprogramm beantwortet hat", "Which revision of the invitation a calendar program has answered";
        "by" ? Line => "Wer für sie geantwortet hat", "Who answered for them";
        "note" ? Text => "Eine Notiz, etwa zum Essen", "A note, such as on food";
    }
    ATTENDANCE {
        "person" ? Reference => "Wer da war: ein Kontakt", "Who was there: a contact";
        "name" ? Line => "Oder der Name, wenn es kein Kontakt ist", "Or the name, if it is no contact";
        "city" ? Reference => "Zum Namen: für welche Stadt", "With a name: for which city";
        "organisation" ? Line => "Zum Namen: woher sonst", "With a name: from where else";
        "presence" ? Choice(of::<Presence>) => "Ob die Person da war (sonst: ja)", "Whether the person was there (else: yes)";
    }
    TOTAL {
        "city" ? Reference => "Die Stadt (sonst: alle, die zu keiner gehören)", "The city (else: all who belong to none)";
        "yes" ! Whole(0, 100_000) => "Zusagen", "How many said yes";
        "no" ! Whole(0, 100_000) => "Absagen", "How many said no";
        "maybe" ! Whole(0, 100_000) => "Wie viele „vielleicht“ sagten", "How many said maybe";
        "companions" ! Whole(0, 100_000) => "Wer mitkommt oder statt jemandem kommt", "Who comes along or instead of somebody";
        "there" ? Whole(0, 100_000) => "Wer da war, soweit vermerkt", "Who was there, as far as recorded";
    }
}
