//! Findings about changes that are made, and taken back.

use super::file::system_words;
use super::finding::problems;
use crate::text::list;

problems! { |language|
    /// What belongs to a file would be lost if it were replaced.
    Error "kept-belongings" KeptBelongings { path: String, reason: String }
        de "`{path}` gehört jemand anderem oder hat Rechte, die verloren gingen: {}",
                system_words(reason)
            => "nichts wurde geschrieben; lassen Sie den Eigentümer ändern, oder übernehmen Sie die \
                Datei: eine Kopie unter ihrem Namen";
        en "`{path}` belongs to somebody else or has rights that would be lost: {reason}"
            => "nothing was written; let its owner make the change, or take the file over: a copy \
                under its name";

    /// A file that is not to be written to.
    Error "read-only-file" ReadOnlyFile { path: String }
        de "`{path}` ist schreibgeschützt, und niemand kann gefragt werden"
            => "nichts wurde geschrieben; nehmen Sie den Schreibschutz weg, wenn die Datei geändert \
                werden soll";
        en "`{path}` is read-only, and nobody can be asked"
            => "nothing was written; make it writable if it should change";

    /// Another machine was interrupted while it changed the workspace, or is at it.
    Error "foreign-change" ForeignChange { host: String, journal: String }
        de "auf dem Rechner „{host}“ oder in einem Ordner, von dem dies eine Kopie ist, ist eine Änderung \
            noch nicht fertig"
            => "rufen Sie `erfa` dort noch einmal auf; geht das nicht, löschen Sie `{journal}/open` und \
                `{journal}/back` und prüfen Sie die Dateien";
        en "on the machine `{host}`, or in a folder of which this is a copy, a change is not finished"
            => "call `erfa` there once more; if that cannot be, delete `{journal}/open` and \
                `{journal}/back` and look through the files";

    /// The entry of a change cannot be understood.
    Error "unreadable-change" UnreadableChange { path: String }
        de "eine Änderung im Journal ist nicht zu lesen: `{path}`"
            => "nichts wurde geschrieben; prüfen Sie die Dateien, dann löschen Sie diesen Ordner";
        en "a change in the journal cannot be read: `{path}`"
            => "nothing was written; look through the files, then delete this folder";

    /// Nothing is kept that could be taken back.
    Error "nothing-to-take-back" NothingToTakeBack {}
        de "hier gibt es keine Änderung, die sich zurücknehmen ließe"
            => "`erfa log` nennt, was aufgehoben ist";
        en "there is no change here that could be taken back" => "`erfa log` lists what is kept";

    /// The last change is one of those that stay.
    Error "final-change" FinalChange { command: String, at: String }
        de "`erfa {command}` vom {at} lässt sich nicht zurücknehmen"
            => "was davor war, bleibt deshalb auch; `erfa log` zeigt es";
        en "`erfa {command}` of {at} cannot be taken back"
            => "so what came before stays as well; `erfa log` shows it";

    /// The last change was made elsewhere, or what it replaced is not there any more.
    Error "copied-change" CopiedChange { command: String, at: String }
        de "`erfa {command}` vom {at} wurde nicht in diesem Ordner gemacht"
            => "zurückgenommen wird nur dort, nicht in einer Kopie; ändern Sie von Hand, was Sie ändern \
                möchten";
        en "`erfa {command}` of {at} was not made in this folder"
            => "it is taken back only there, not in a copy; change by hand what you want to change";

    /// Files are not as the change left them.
    Error "changed-since" ChangedSince { paths: Vec<String>, command: String, at: String }
        let files = list::and(paths.iter().map(|path| format!("`{path}`")), language);
        de "{files}: seit `erfa {command}` vom {at} geändert"
            => "nichts wurde zurückgenommen; ändern Sie von Hand, was Sie ändern möchten";
        en "{files}: changed since `erfa {command}` of {at}"
            => "nothing was taken back; change by hand what you want to change";
}
