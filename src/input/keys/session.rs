//! The keys of the items of a programme.

use super::key::Kind::{Choice, Date, Duration, End, Id, Line, List, Reference, Text, Time, Whole};
use super::key::{keys, of};
use crate::domain::session::{Audience, Certainty, Kind};
use crate::domain::time::PartOfDay;

keys! {
    SESSION {
        "id" ? Id => "Die Kennung (sonst aus dem Titel)", "The id (else from the title)";
        "kind" ? Choice(of::<Kind>) => "Die Art (sonst `item`)", "The kind (else `item`)";
        "number" ? Line => "Seine Nummer: „TOP 1“", "Its number: \"TOP 1\"";
        "title" ? Line => "Der Titel; nur Pausen und Blöcke kommen ohne aus", "The title; only breaks and blocks do without";
        "date" ? Date => "Der Tag (sonst der des Punktes davor)", "The day (else that of the item above)";
        "start" ? Time => "Beginn: \"9:30\", \"ca. 9:30\", \"ab 9:30\"", "When it begins: \"9:30\", \"about 9:30\", \"from 9:30\"";
        "end" ? End => "Ende", "When it ends";
        "duration" ? Duration => "Dauer, statt eines Endes: \"45 min\"", "How long it takes, instead of an end: \"45 min\"";
        "part-of-day" ? Choice(of::<PartOfDay>) => "Die Tageszeit, wenn keine Uhrzeit bekannt ist", "The part of the day, if no time is known";
        "connector" ? Line => "Worte statt einer Zeit: „anschließend“", "Words instead of a time: \"afterwards\"";
        "place" ? Line => "Der Raum, ein Tagungsort oder Worte", "The room, a venue, or words";
        "meet-at" ? Line => "Der Treffpunkt", "Where to meet";
        "transport" ? Line => "Wie man hinkommt", "How to get there";
        "walk" ? Duration => "Der Fußweg dorthin, für den Ablaufplan", "The walk to it, for the run sheet";
        "buffer" ? Duration => "Luft danach, für den Ablaufplan", "Time to spare after it, for the run sheet";
        "in" ? Reference => "Der Block, in dem er steht", "The block that it stands in";
        "track" ? Line => "Der Strang innerhalb des Blocks", "The strand within the block";
        "repeat-of" ? Reference => "Der Punkt, den er wiederholt; Titel und Menschen kommen von dort", "The item that it repeats; title and people come from there";
        "seats" ? Whole(1, 100_000) => "Wie viele Menschen Platz finden", "How many people find a seat";
        "cost" ? Line => "Was er kostet", "What it costs";
        "description" ? Text => "Worum es geht", "What it is about";
        "audience" ? Choice(of::<Audience>) => "Wer ihn in seinem Programm sieht (sonst `public`)", "Who sees it in their programme (else `public`)";
        "status" ? Choice(of::<Certainty>) => "Ob er feststeht, angefragt ist oder entfällt (sonst `fixed`)", "Whether it is fixed, requested or dropped (else `fixed`)";
        "for" ? Line => "Für wen er ist", "Whom it is for";
        "language" ? Line => "Die Sprache, die gesprochen wird", "The language spoken";
        "online" ? Line => "Wie man von fern teilnimmt", "How to take part from afar";
        "link" ? Line => "Eine Seite darüber", "A page about it";
        "responsible" ? Line => "Wer sich kümmert; nur im Ablaufplan", "Who sees to it; in the run sheet only";
        "equipment" ? Line => "Was gebraucht wird; nur im Ablaufplan", "What is needed; in the run sheet only";
        "topics" ? List(&Reference) => "Die Themen aus `topics.toml`, die er behandelt", "The topics of `topics.toml` that it treats";
        "note" ? Text => "Eine Notiz; nur im Ablaufplan", "A note; in the run sheet only";
    }
    ITEM {
        "number" ? Line => "Die Nummer des Teils: „2.1“", "The number of the part: \"2.1\"";
        "title" ? Line => "Der Titel; ohne Menschen ist er Pflicht", "The title; required where there are no people";
        "description" ? Text => "Worum es geht", "What it is about";
        "duration" ? Duration => "Dauer", "How long it takes";
        "place" ? Line => "Der Raum, ein Tagungsort oder Worte", "The room, a venue, or words";
    }
}
