//! The keys of `meetings/*.toml`; those of the items of a programme stand in [`super::session`].

use super::key::Kind::{
    Choice, Date, Duration, End, Flag, Id, Line, List, Mail, Moment, Reference, Text, Time, Whole,
};
use super::key::{KeyedFile, entries, keys, of, table};
use super::session::{ITEM, SESSION};
use crate::domain::meeting::Status;
use crate::domain::session::{Audience, Certainty, Kind, Role};
use crate::domain::time::PartOfDay;

/// The file.
pub(super) const FILE: KeyedFile = KeyedFile {
    path: "meetings/*.toml",
    about: [
        "Ein Treffen je Datei: der Kopf, die Anmeldung, das Programm, was sich geändert hat und was \
         herausgegeben wurde.",
        "One meeting a file: its head, the registration, the programme, what has changed and what was \
         given out.",
    ],
    tables: &[
        table(&[""], HEAD),
        table(&["registration"], REGISTRATION),
        entries(&["organisers"], ORGANISER),
        entries(&["session"], SESSION),
        entries(&["session.items"], ITEM),
        entries(&["people", "session.people", "session.items.people"], PERSON),
        entries(&["acknowledge", "session.acknowledge"], ACKNOWLEDGE),
        entries(&["history"], HISTORY),
        entries(&["release"], RELEASE),
        entries(&["release.sessions"], RELEASED),
        entries(&["release.sessions.parts"], PART),
    ],
};

keys! {
    HEAD {
        "id" ? Id => "Die Kennung; sie bleibt, was auch geschieht (sonst der Dateiname)", "The id; it stays whatever happens (else the name of the file)";
        "title" ! Line => "Der Titel", "The title";
        "subtitle" ? Line => "Der Untertitel", "The subtitle";
        "theme" ? Line => "Das Thema", "The theme";
        "number" ? Line => "Das wievielte Treffen es ist: „7.“", "Which meeting it is: \"7th\"";
        "status" ? Choice(of::<Status>) => "Wie weit es ist (sonst `planned`)", "How far it is (else `planned`)";
        "reason" ? Line => "Warum es abgesagt oder verschoben ist", "Why it is cancelled or postponed";
        "date" ? Date => "Der Tag; ohne ihn gibt es keinen Kalendereintrag und keinen Turnus", "The day; without it there is neither a calendar entry nor a turn";
        "end-date" ? Date => "Der letzte Tag", "The last day";
        "date-text" ? Line => "Was statt des Tages gedruckt wird: „Herbst 2027“", "What is printed instead of the day: \"Autumn 2027\"";
        "weekday" ? Choice(of::<chrono::Weekday>) => "Der Wochentag, zur Probe", "The weekday, as a check";
        "start" ? Time => "Beginn", "When it begins";
        "end" ? End => "Ende, bei mehreren Tagen das des letzten", "When it ends, on the last day if there are several";
        "duration" ? Duration => "Dauer, wenn kein Ende bekannt ist", "How long it takes, if no end is known";
        "admission" ? Time => "Einlass", "When doors open";
        "hosts" ? List(&Reference) => "Wer ausrichtet; fehlt es, ist es offen, `[]`: niemand", "Who hosts; without it that is open, `[]`: nobody";
        "counts" ? Flag => "Ob es als Turnus zählt (sonst `true`)", "Whether it counts as a turn (else `true`)";
        "venue" ? Reference => "Der Tagungsort aus `venues.toml`", "The venue from `venues.toml`";
        "room" ? Reference => "Der Raum dort", "The room there";
        "place" ? Line => "Der Ort in Worten, statt `venue`", "The place in words, instead of `venue`";
        "contact" ? Line => "Wen man fragt: eine Kennung oder Worte", "Whom to ask: an id, or words";
        "for" ? Line => "Für wen es ist", "Whom it is for";
        "language" ? Line => "Die Sprache, die gesprochen wird", "The language spoken";
        "online" ? Line => "Wie man von fern teilnimmt", "How to take part from afar";
        "online-access" ? Text => "Die Zugangsdaten dazu; nur wer zusagt, erfährt sie", "The access data for that; only those who say yes are told";
        "link" ? Line => "Eine Seite darüber", "A page about it";
        "description" ? Text => "Worum es geht", "What it is about";
        "notices" ? List(&Line) => "Hinweise unter dem Programm", "Notices below the programme";
        "note" ? Text => "Eine Notiz für Sie selbst", "A note for yourself";
        "as-of" ? Date => "Der Stand, solange nichts freigegeben ist", "Of which day it is, as long as nothing is released";
        "created" ? Date => "Wann das Treffen angelegt wurde", "When the meeting was set up";
        "previous" ? Id => "Das Treffen davor", "The meeting before";
        "attended" ? List(&Reference) => "Welche Städte da waren", "Which cities were there";
        "excused" ? List(&Reference) => "Welche sich entschuldigt haben", "Which ones excused themselves";
        "done" ? List(&Id) => "Was auf der Checkliste erledigt ist; `erfa done` schreibt es", "What is done of the checklist; `erfa done` writes it";
        "source" ? Line => "Woher diese Angaben stammen", "Where all this is from";
    }
    REGISTRATION {
        "until" ? Date => "Der letzte Tag der Anmeldung", "The last day to register";
        "how" ? Line => "Wie man sich anmeldet", "How to register";
        "link" ? Line => "Die Seite zur Anmeldung", "The page to register on";
        "mail" ? Mail => "Die Adresse zur Anmeldung", "The address to register with";
        "cost" ? Line => "Was es kostet", "What it costs";
        "seats" ? Whole(1, 100_000) => "Wie viele Plätze es gibt", "How many seats there are";
    }
    ORGANISER {
        "name" ! Line => "Wer mitveranstaltet", "Who organises it as well";
        "role" ? Line => "Als was: „Schirmherrschaft“", "As what: \"patron\"";
    }
    PERSON {
        "contact" ? Reference => "Jemand aus `contacts.toml`", "Somebody from `contacts.toml`";
        "name" ? Line => "Oder ein Name", "Or a name";
        "names" ? List(&Line) => "Oder mehrere mit derselben Aufgabe", "Or several with the same task";
        "any-of" ? List(&Line) => "Oder eine oder einer von diesen", "Or one of these";
        "function" ? Line => "Die Funktion; allein, wo der Name nicht bekannt ist", "The function; alone where the name is not known";
        "organisation" ? Line => "Die Einrichtung", "The body they come from";
        "city" ? Reference => "Die Stadt des Netzwerks", "The city of the network";
        "role" ? Choice(of::<Role>) => "Die Aufgabe im Programm", "The task in the programme";
        "status" ? Choice(of::<Certainty>) => "Ob zugesagt ist (sonst `fixed`)", "Whether they have agreed (else `fixed`)";
    }
    ACKNOWLEDGE {
        "code" ! Id => "Der Befund, der so gewollt ist", "The finding that is meant to be so";
        "for" ? Date => "Der Tag des Treffens, für den das gilt (sonst, bis das Treffen verlegt wird)", "The day of the meeting that it is for (else until the meeting is moved)";
        "reason" ! Line => "Warum", "Why";
    }
    HISTORY {
        "changed" ! Date => "Wann es geändert wurde", "When it was changed";
        "reason" ! Line => "Warum", "Why";
        "date" ? Date => "Der Tag, der vorher galt", "The day that held before";
        "end-date" ? Date => "Der letzte Tag, der vorher galt", "The last day that held before";
        "date-text" ? Line => "Was vorher statt des Tages gedruckt wurde", "What was printed instead of the day before";
        "weekday" ? Choice(of::<chrono::Weekday>) => "Der Wochentag davor", "The weekday before";
        "start" ? Time => "Der Beginn davor", "The begin before";
        "place" ? Line => "Der Ort davor", "The place before";
        "status" ? Choice(of::<Status>) => "Wie weit es vorher war", "How far it was before";
    }
    RELEASE {
        "number" ! Whole(1, 1_000_000) => "Die Nummer der Fassung", "The number of the version";
        "released" ! Moment => "Wann sie herausgegeben wurde", "When it was given out";
        "by" ! Line => "Von wem", "By whom";
        "reason" ! Line => "Warum", "Why";
        "sequence" ! Whole(0, 1_000_000) => "Der Stand für Kalenderprogramme", "The revision for calendar programs";
        "uid" ! Line => "Wie das Treffen in Kalendern heißt", "What calendars call the meeting";
        "programme" ? Flag => "Ob das Programm mit ihr herausging (sonst `true`)", "Whether the programme went out with it (else `true`)";
        "covers" ? Whole(1, 9) => "Was die Fassung festhält", "What the version records";
        "title" ! Line => "Der Titel", "The title";
        "status" ? Choice(of::<Status>) => "Wie weit es war", "How far it was";
        "status-reason" ? Line => "Warum es abgesagt oder verschoben war", "Why it was cancelled or postponed";
        "hosts" ? List(&Line) => "Wer ausrichtete", "Who hosted";
        "date" ? Date => "Der Tag", "The day";
        "end-date" ? Date => "Der letzte Tag", "The last day";
        "date-text" ? Line => "Was statt des Tages gedruckt wurde", "What was printed instead of the day";
        "start" ? Time => "Beginn", "When it began";
        "end" ? End => "Ende", "When it ended";
        "duration" ? Duration => "Dauer", "How long it took";
        "place" ? Line => "Ort", "The place";
        "registration-until" ? Date => "Der letzte Tag der Anmeldung", "The last day to register";
        "people" ? List(&Line) => "Wer im Ganzen mitwirkte", "Who had a part in the whole";
        "content" ? Line => "Prüfsumme über alles andere", "Checksum of everything else";
        "details" ? List(&Line) => "Das Übrige, Angabe für Angabe: Prüfsumme und kurze Worte", "The rest, one by one: checksum and short words";
        "checksum" ? Line => "Prüfsumme über die Fassung; sie zeigt Änderungen von Hand", "Checksum of the version; it shows changes by hand";
    }
    RELEASED {
        "id" ! Id => "Die Kennung des Punkts", "The id of the item";
        "kind" ? Choice(of::<Kind>) => "Seine Art", "Its kind";
        "title" ? Line => "Sein Titel", "Its title";
        "date" ? Date => "Sein Tag", "Its day";
        "start" ? Time => "Sein Beginn", "When it began";
        "end" ? End => "Sein Ende", "When it ended";
        "duration" ? Duration => "Seine Dauer", "How long it took";
        "part-of-day" ? Choice(of::<PartOfDay>) => "Die Tageszeit", "The part of the day";
        "connector" ? Line => "Worte statt einer Zeit", "Words instead of a time";
        "place" ? Line => "Der Ort", "The place";
        "people" ? List(&Line) => "Wer", "Who";
        "audience" ? Choice(of::<Audience>) => "Wer ihn sieht", "Who sees it";
        "status" ? Choice(of::<Certainty>) => "Ob er feststand", "Whether it was fixed";
        "content" ? Line => "Prüfsumme über alles andere", "Checksum of everything else";
        "details" ? List(&Line) => "Das Übrige, Angabe für Angabe: Prüfsumme und kurze Worte", "The rest, one by one: checksum and short words";
    }
    PART {
        "number" ? Line => "Die Nummer des Teils", "The number of the part";
        "title" ? Line => "Sein Titel", "Its title";
        "duration" ? Duration => "Seine Dauer", "How long it took";
        "place" ? Line => "Der Ort", "The place";
        "people" ? List(&Line) => "Wer", "Who";
        "content" ? Line => "Prüfsumme über alles andere", "Checksum of everything else";
    }
}
