//! The German words for `erfa import` and `erfa export`.

use super::entry::{ANYWHERE, Entry};

pub(super) const ENTRIES: &[Entry] = &[
    (
        "import",
        "",
        "Leute, Städte und vergangene Treffen aus einer Liste übernehmen: CSV, Arbeitsmappen, Visitenkarten",
        "Erst wird die Liste gelesen und gezeigt: wofür jede Spalte gehalten wird, was neu ist, was \
         ergänzt wird, was nicht übernommen werden kann und warum. Dann kommt eine Frage, und alles wird \
         geschrieben oder nichts. Wer schon bekannt ist, kommt nicht doppelt: Eine Liste füllt, was leer \
         ist, und dieselbe Liste ein zweites Mal ändert nichts.",
    ),
    (
        "import contacts",
        "",
        "Leute übernehmen",
        "Bekannt ist jemand nach der Mailadresse, oder nach Name und Stadt. Ein ganzer Name in einer \
         Spalte wird zerlegt („Nordhaus, Ada“, „Frau Dr. Nordhaus“); niemandes Anrede wird aus einem \
         Vornamen geraten.",
    ),
    ("import contacts", "group", "Eine Gruppe, zu der alle gehören (mehrfach möglich)", ""),
    (
        "import cities",
        "",
        "Städte übernehmen",
        "Sie sind von da an Mitglieder, in der Reihenfolge der Liste, hinter denen, die es schon gibt.",
    ),
    (
        "import meetings",
        "",
        "Treffen übernehmen: vergangene als durchgeführt, künftige als geplant",
        "Bekannt ist ein Treffen nach Tag und Gastgebern. Ohne Titel heißt es, wie `erfa new` es nennt.",
    ),
    (ANYWHERE, "add_cities", "Städte, die das Netzwerk nicht kennt, als Mitglieder aufnehmen", ""),
    (ANYWHERE, "file", "Die Liste: .csv, .xlsx, .ods, .xls oder .vcf; welche, sagt ihr Inhalt", ""),
    (
        ANYWHERE,
        "sheet",
        "Das Blatt einer Arbeitsmappe, nach Name oder Nummer [sonst: das mit bekannten Überschriften]",
        "",
    ),
    (
        ANYWHERE,
        "header",
        "Die Zeile der Überschriften, 0 bei einer Liste ohne [sonst: die erste mit bekannten Überschriften]",
        "",
    ),
    (
        ANYWHERE,
        "column",
        "Was eine Spalte enthält, nach Überschrift oder Buchstabe: \"E-Mail=mail\", \"C=-\" für nichts \
         (mehrfach möglich)",
        "",
    ),
    (ANYWHERE, "update", "Der Liste recht geben, wo sie anderes sagt, als bekannt ist", ""),
    (
        "export",
        "",
        "Kontakte, Teilnehmende, Treffen oder Konten als Tabellen für Excel und andere schreiben",
        "Eine CSV-Datei hat Semikolons und eine Byte-Order-Markierung, so dass ein deutsches Excel sie mit \
         einem Doppelklick öffnet; eine Arbeitsmappe hält Postleitzahlen als Text. Kontakte und Treffen \
         liest `erfa import` wieder ein.",
    ),
    (
        "export contacts",
        "",
        "Alle, die bekannt sind; wer keine Mail will, steht ohne Mailadresse da",
        "",
    ),
    (
        "export participants",
        "",
        "Wer zu einem Treffen eingeladen ist und was jede und jeder geantwortet hat, ohne Notizen",
        "",
    ),
    ("export participants", "meeting", "Das Treffen [sonst: das nächste, sonst das letzte]", ""),
    ("export meetings", "", "Alle Treffen", ""),
    ("export account", "", "Das Konto jeder Stadt", ""),
    ("import contacts", "yes", "Ohne Rückfrage ausführen", ""),
    ("import contacts", "json", "Als JSON ausgeben, was aus jeder Zeile wird", ""),
    ("import cities", "yes", "Ohne Rückfrage ausführen", ""),
    ("import cities", "json", "Als JSON ausgeben, was aus jeder Zeile wird", ""),
    ("import meetings", "yes", "Ohne Rückfrage ausführen", ""),
    ("import meetings", "json", "Als JSON ausgeben, was aus jeder Zeile wird", ""),
];
