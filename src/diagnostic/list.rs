//! Findings about lists that are taken in.

use super::finding::{problems, quoted};
use crate::text::{Language, list};

problems! { |language|
    /// There is nothing in a list.
    Error "empty-list" EmptyList {
        path: String,
        sheet: Option<String>,
        is_headed: bool,
        /// The line in which a quotation mark stands that is never closed.
        open_quote: Option<u32>,
    }
        let sheet = sheet.as_ref().map(|sheet| match language {
            Language::German => format!(", Blatt „{sheet}“"),
            Language::English => format!(", sheet “{sheet}”"),
        });
        let sheet = sheet.unwrap_or_default();
        let way = match (open_quote, language) {
            (Some(line), Language::German) => {
                format!("in Zeile {line} schließt ein Anführungszeichen nicht, und alles dahinter gehört dazu")
            }
            (Some(line), Language::English) => {
                format!("in line {line} a quotation mark is not closed, and all behind it belongs to it")
            }
            (None, Language::German) => {
                "ein anderes Blatt nennt `--sheet`, die Zeile der Überschriften `--header`".to_owned()
            }
            (None, Language::English) => {
                "`--sheet` names another sheet, `--header` the row of the headings".to_owned()
            }
        };
        de "{}: `{path}`{sheet}",
            if *is_headed { "unter den Überschriften steht nichts" } else { "die Liste ist leer" }
            => "{way}";
        en "{}: `{path}`{sheet}",
            if *is_headed { "nothing stands below the headings" } else { "the list is empty" }
            => "{way}";

    /// A list is not where it was said to be.
    Error "no-such-list" NoSuchList { path: String, is_folder: bool, near: Vec<String> }
        let near = list::and(near.iter().map(|it| format!("`{it}`")), language);
        de "{}", if *is_folder {
                format!("`{path}` ist ein Ordner, keine Liste")
            } else {
                format!("die Datei `{path}` gibt es nicht")
            }
            => (Some(if near.is_empty() {
                "nennen Sie die Datei, mit ihrem Ordner davor".to_owned()
            } else {
                format!("dort liegen: {near}")
            }));
        en "{}", if *is_folder {
                format!("`{path}` is a folder, no list")
            } else {
                format!("there is no file `{path}`")
            }
            => (Some(if near.is_empty() {
                "name the file, with its folder before it".to_owned()
            } else {
                format!("there are: {near}")
            }));

    /// A file is no list.
    Error "no-list" NoListHere { path: String }
        de "`{path}` ist keine Liste"
            => "gelesen werden CSV, Arbeitsmappen (.xlsx, .ods, .xls) und Visitenkarten (.vcf)";
        en "`{path}` is no list"
            => "what is read: CSV, workbooks (.xlsx, .ods, .xls) and visiting cards (.vcf)";

    /// A workbook is broken, or something else that is packed alike.
    Error "unreadable-list" UnreadableList { path: String }
        de "`{path}` ist keine Arbeitsmappe, oder sie ist beschädigt"
            => "öffnen Sie die Datei in Excel oder LibreOffice, und speichern Sie sie als .xlsx oder CSV";
        en "`{path}` is no workbook, or a broken one"
            => "open the file in Excel or LibreOffice, and save it as .xlsx or CSV";

    /// A password keeps a workbook closed.
    Error "locked-list" LockedList { path: String }
        de "`{path}` ist mit einem Kennwort geschützt"
            => "speichern Sie die Arbeitsmappe ohne Kennwort";
        en "`{path}` is protected by a password" => "save the workbook without the password";

    /// A workbook takes more than it is given.
    Error "list-too-large" ListTooLarge { path: String }
        de "`{path}` braucht beim Auspacken mehr Zeit oder Speicher, als eine Liste haben darf"
            => "speichern Sie nur die Liste, als CSV";
        en "`{path}` takes more time or memory to unpack than a list may have"
            => "save the list alone, as CSV";

    /// A list has more rows than anybody has people or meetings.
    Error "long-list" LongList { path: String, most: usize }
        de "`{path}` hat mehr als {most} Zeilen"
            => "so viele Mitglieder, Personen oder Treffen hat kein Netzwerk: Woher kommt die Datei?";
        en "`{path}` has more than {most} rows"
            => "no network has so many members, people or meetings: where does the file come from?";

    /// There is no such sheet.
    Error "unknown-sheet" UnknownSheet { name: String, sheets: Vec<String> }
        let known = quoted(sheets, language);
        de "ein Blatt „{name}“ gibt es hier nicht"
            => (Some(if sheets.is_empty() {
                "nur Arbeitsmappen haben Blätter; lassen Sie `--sheet` weg".to_owned()
            } else {
                format!("wählen Sie {known}")
            }));
        en "there is no sheet “{name}” here"
            => (Some(if sheets.is_empty() {
                "only workbooks have sheets; leave `--sheet` out".to_owned()
            } else {
                format!("choose {known}")
            }));

    /// No row of a list has headings that are known.
    Error "no-headings" NoHeadings {
        german: &'static str, english: &'static str, example: &'static str, found: Vec<String>,
    }
        let found = list::and(found.iter().map(|it| format!("`{it}`")), language);
        let found = if found.is_empty() { "–".to_owned() } else { found };
        de "keine Spalte ist als {german} zu erkennen; gefunden: {found}"
            => "sagen Sie, was eine Spalte enthält: `--column \"{example}\"`; `--header 0`, wenn es keine Überschriften gibt";
        en "no column can be told to be the {english}; found: {found}"
            => "say what a column holds: `--column \"{example}\"`; `--header 0` if there are no headings";

    /// Two columns have one heading, and both say something.
    Error "doubled-heading" DoubledHeading { heading: String, letters: String }
        de "die Überschrift „{heading}“ steht zweimal da, noch einmal in Spalte {letters}"
            => "sagen Sie, was die Spalte enthält, oder dass sie nicht zählt: `--column {letters}=-`";
        en "the heading “{heading}” stands there twice, again in column {letters}"
            => "say what the column holds, or that it does not count: `--column {letters}=-`";

    /// There is no such column.
    Error "no-such-column" NoSuchColumn { column: String, near: Option<String> }
        de "eine Spalte „{column}“ gibt es nicht"
            => near or "nennen Sie ihre Überschrift oder ihren Buchstaben";
        en "there is no column “{column}”" => near or "name its heading or its letter";

    /// The row that is to hold the headings is not there.
    Error "no-such-row" NoSuchRow { row: u32, last: u32 }
        de "eine Zeile {row} mit Inhalt gibt es nicht; die letzte ist Zeile {last}"
            => "`--header` nennt die Zeile mit den Überschriften; ohne die Angabe wird sie gesucht";
        en "there is no row {row} with anything in it; the last is row {last}"
            => "`--header` names the row with the headings; unless it is said they are looked for";

    /// Something stands where a table is to be written.
    Error "stands-there" StandsThere { paths: Vec<String> }
        let names = list::and(paths.iter().map(|path| format!("`{path}`")), language);
        let several = paths.len() > 1;
        de "{names} gibt es schon, mit anderem Inhalt"
            => (Some(if several {
                "wählen Sie einen anderen Ordner, oder ersetzen Sie die Dateien mit `--force`; welche davon `erfa` \
                 geschrieben hat, weiß nur der Arbeitsordner, aus dem sie kamen, nicht seine Kopie"
            } else {
                "wählen Sie einen anderen Namen, oder ersetzen Sie die Datei mit `--force`"
            }.to_owned()));
        en "{names} {} already there, and {} something else",
                if several { "are" } else { "is" }, if several { "say" } else { "says" }
            => (Some(if several {
                "choose another folder, or replace the files with `--force`; which of them `erfa` wrote is known \
                 only to the workspace that they came from, not to its copy"
            } else {
                "choose another name, or replace the file with `--force`"
            }.to_owned()));

    /// Something that the program did not write stands where a page is to stand.
    Error "foreign-file" ForeignFile { path: String }
        de "`{path}` gibt es schon, und `erfa site` hat die Datei nicht geschrieben"
            => "wählen Sie einen anderen Ordner, oder legen Sie die Datei anderswohin";
        en "`{path}` is already there, and `erfa site` did not write it"
            => "choose another folder, or put the file somewhere else";

    /// The papers of another meeting lie in a folder.
    Error "folder-of-another" FolderOfAnother { path: String }
        de "in diesem Ordner liegt schon die Akte eines anderen Treffens: `{path}`"
            => "wählen Sie für jedes Treffen einen eigenen Ordner; `--force` ersetzt, was gleich heißt";
        en "the file of another meeting lies in this folder already: `{path}`"
            => "choose a folder of its own for each meeting; `--force` replaces what has the same name";

    /// Pages for everybody and papers that are not would lie in one folder.
    Error "mixed-folder" MixedFolder { path: String, is_site: bool }
        let (german, english) = if *is_site {
            ("hier liegen Seiten für alle, zu denen keine anderen Schriftstücke kommen", "pages for everybody lie here, to which no other papers come")
        } else {
            ("hier liegt die Akte eines Treffens, zu der keine Seiten für alle kommen", "the file of a meeting lies here, to which no pages for everybody come")
        };
        de "{german}: `{path}`" => "nennen Sie einen anderen Ordner; wer die Website hochlädt, lädt alles hoch, was in ihrem Ordner liegt";
        en "{english}: `{path}`" => "name another folder; whoever uploads the site uploads all that lies in its folder";

    /// A page for everybody would tell how to reach somebody, or how to get into a meeting.
    Error "private-page" PrivatePage { path: String, names: Vec<String>, access: bool }
        let reach = |words: &str| {
            (!names.is_empty()).then(|| format!("{words} {}", list::and(names, language)))
        };
        let told = |words: &str, own: &str| {
            list::and(reach(words).into_iter().chain(access.then(|| own.to_owned())), language)
        };
        let german = told("eine Mailadresse oder Telefonnummer von", "Zugangsdaten");
        let english = told("a mail address or telephone number of", "access data");
        de "auf `{path}` stünde für alle {german}"
            => "streichen Sie das dort, wo es steht (`erfa check` nennt die Stelle); Zugangsdaten gehören in \
                `online-access`, die Adresse zur Anmeldung unter `[registration]` in `mail`; was so gewollt ist, \
                bekommt im Treffen `[[acknowledge]]`";
        en "`{path}` would show {english} to everybody"
            => "take it out where it stands (`erfa check` names the place); access data belongs into \
                `online-access`, the address to register with into `mail` below `[registration]`; what is meant gets \
                `[[acknowledge]]` in the meeting";

    /// Somebody has written into a page since the program wrote it.
    Error "changed-by-hand" ChangedByHand { path: String }
        de "`{path}` wurde von Hand geändert, seit `erfa site` die Datei geschrieben hat"
            => "was bleiben soll, gehört in die Dateien des Arbeitsordners, in eine Vorlage oder in `templates/style.css`; `--force` ersetzt die Datei";
        en "`{path}` was changed by hand since `erfa site` wrote it"
            => "what is to stay belongs into the files of the workspace, into a template or into `templates/style.css`; `--force` replaces the file";

    /// A column was said twice, or two to hold one thing.
    Error "unfit-column" UnfitColumn { column: String, field: &'static str }
        de "`--column {column}={field}` passt nicht zu den übrigen"
            => "jede Spalte enthält eines, und jedes steht in einer Spalte";
        en "`--column {column}={field}` does not go with the others"
            => "each column holds one thing, and each thing stands in one column";
}
