//! Findings about mails and the outbox.

use super::file::system_words;
use super::finding::problems;
use crate::text::count;

problems! { |language|
    /// What stands before the `@` of an address is not ASCII.
    Error "non-ascii-mail" NonAsciiMail { found: String }
        de "vor dem `@` von `{found}` stehen Zeichen, die viele Mailserver nicht annehmen"
            => "fragen Sie nach einer Adresse ohne Umlaute vor dem `@`; dahinter dürfen sie stehen";
        en "what stands before the `@` of `{found}` is not taken by many mail servers"
            => "ask for an address of plain letters before the `@`; the part after it may have \
                others";

    /// Two people have one address.
    Warning "shared-address" SharedAddress { mail: String }
        de "`{mail}` ist die Adresse von zwei Personen"
            => "sind beide gewählt, geht eine Mail an eine von beiden; tragen Sie eigene Adressen \
                ein, wenn es sie gibt";
        en "`{mail}` is the address of two people"
            => "if both are chosen, one mail goes to one of the two; give them addresses of their \
                own if they have any";

    /// A line of the ledger that cannot be understood.
    Error "damaged-ledger" DamagedLedger {}
        de "diese Zeile des Versandbuchs ist nicht zu lesen; was mit der Mail geschah, ist \
                unbekannt"
            => "stellen Sie die Zeile aus einer Sicherung wieder her: Zeit, Zustand, Datei; ist \
                sie nicht zu retten, sehen Sie im Postausgang nach, bevor Sie sie löschen";
        en "this line of the ledger cannot be read; nobody knows what became of the mail"
            => "restore it from a backup: time, state, file; if that cannot be, look among your \
                sent mails before you delete it";

    /// The last line of the ledger was cut off while it was written.
    Warning "cut-ledger" CutLedger {}
        de "die letzte Zeile des Versandbuchs ist abgeschnitten und zählt nicht"
            => "das Programm wurde beim Schreiben unterbrochen; was davor steht, gilt";
        en "the last line of the ledger is cut off and does not count"
            => "the program was interrupted while writing; what stands before it holds";

    /// No run or file of the outbox has this name.
    Error "unknown-run" UnknownRun { name: String, near: Option<String> }
        de "im Postausgang gibt es kein `{name}`"
            => near or "`erfa outbox list` nennt, was es gibt";
        en "there is no `{name}` in the outbox" => near or "`erfa outbox list` names what there is";

    /// What was sent cannot be thrown away.
    Error "already-sent" AlreadySent { run: String, number: usize }
        de "{} aus `{run}` schon hinausgegangen oder auf dem Weg",
                count(*number, "Mail ist", "Mails sind")
            => "ein solcher Lauf bleibt, denn er sagt, wer was bekommen hat; eine Änderung macht \
                `erfa outbox make update`";
        en "of `{run}` {} out already or on the way", count(*number, "mail is", "mails are")
            => "such a run stays, for it tells who got what; `erfa outbox make update` makes a \
                change";

    /// An update without anybody who was told something.
    Error "nobody-told" NobodyTold { meeting: String }
        de "zu „{meeting}“ hat noch niemand eine Mail bekommen, die sich ändern könnte"
            => "`erfa outbox make invitation --to …` macht die Einladungen";
        en "nobody has got a mail about `{meeting}` yet that could change"
            => "`erfa outbox make invitation --to …` makes the invitations";

    /// A file to be attached cannot be read.
    Error "missing-attachment" MissingAttachment { path: String, reason: String }
        de "die Anlage `{path}` lässt sich nicht lesen: {}", system_words(reason)
            => "nichts wurde erzeugt; prüfen Sie den Pfad";
        en "the attachment `{path}` cannot be read: {reason}" => "nothing was made; check the path";

    /// The record of a run names a version that the meeting does not have.
    Error "lost-version" LostVersion { meeting: String, number: u32 }
        de "„{meeting}“ hat keine Fassung {number}; was diese Mails sagten, ist unbekannt"
            => "stellen Sie den Eintrag `[[release]]` in der Datei des Treffens wieder her";
        en "`{meeting}` has no version {number}; nobody knows what these mails told"
            => "restore the entry `[[release]]` in the meeting's file";

    /// Mails wait whose recipients are now told of a change.
    Warning "unsent-mails" UnsentMails { run: String, number: usize }
        de "aus `{run}` {} noch; die neuen Mails setzen voraus, dass sie ankommen",
                count(*number, "Mail wartet", "Mails warten")
            => "versenden Sie die alten nur zuerst, wenn noch stimmt, was sie sagen; sonst \
                verwerfen Sie beide Läufe und erzeugen neu, was noch gebraucht wird: `erfa outbox \
                discard {run}`";
        en "of `{run}` {} still waiting; the new mails count on their arrival",
                count(*number, "mail is", "mails are")
            => "send the old ones first only if what they say still holds; else discard both runs \
                and make anew what is still needed: `erfa outbox discard {run}`";
}
