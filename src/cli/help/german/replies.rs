//! The German words for `erfa replies` and what is below it.

use super::entry::Entry;

pub(super) const ENTRIES: &[Entry] = &[
    (
        "replies",
        "",
        "Nennen, wer kommt, Stadt für Stadt, und Antworten einlesen",
        "Eingeladen ist, wer zu dem Treffen angeschrieben wurde (`erfa outbox`), und wer geantwortet \
         hat. Die Antwort einer Stadt gilt für ihre Leute, die keine eigene haben. Antworten stehen \
         in `replies/<Treffen>.toml`, getrennt von den Kontakten.",
    ),
    ("replies", "meeting", "Das Treffen [sonst: das nächste, sonst das letzte]", ""),
    (
        "replies read",
        "",
        "Antworten aus Mails, Kalendern und Tabellen lesen",
        "Verstanden werden Antworten von Kalenderprogrammen (`.eml`, `.ics`) und Tabellen (`.csv`) mit \
         einer Spalte für die Person und einer für die Antwort. Die neueste zählt. Was niemand sicher \
         sagen kann, wird Ihnen genannt und nicht vermerkt: Worte, unbekannte Absender, Antworten auf \
         einen überholten Stand. Kam eine Mail als unzustellbar zurück, steht das danach im Versandbuch. \
         Ihre Dateien bleiben, wo sie sind.",
    ),
    ("replies read", "paths", "Dateien, oder Ordner mit solchen Dateien", ""),
    (
        "replies read",
        "meeting",
        "Nur Antworten zu diesem Treffen vermerken; Tabellen gehören zu ihm [sonst: alle; Tabellen: das nächste]",
        "",
    ),
    ("replies read", "json", "Als JSON ausgeben, was aus jeder geworden ist", ""),
    (
        "replies set",
        "",
        "Vermerken, was jemand geantwortet hat",
        "Was vorher vermerkt war, wird an seiner Stelle geändert; Begleitung bleibt, solange keine \
         andere genannt ist und die Antwort nicht nein heißt.",
    ),
    (
        "replies set",
        "person",
        "Wer: ein Kontakt oder eine Stadt, nach Kennung oder Name; eine Stadt antwortet für ihre Leute",
        "",
    ),
    ("replies set", "answer", "Die Antwort: ja, nein oder vielleicht (auch yes, no, maybe)", ""),
    ("replies set", "meeting", "Das Treffen [sonst: das nächste, sonst das letzte]", ""),
    ("replies set", "about", "Dasselbe", ""),
    ("replies set", "with", "Wer mitkommt (mehrfach möglich)", ""),
    ("replies set", "substitute", "Wer stattdessen kommt", ""),
    (
        "replies set",
        "note",
        "Eine Bemerkung zur Antwort, etwa vegan",
        "Sie steht in `erfa replies` und in der Auskunft von `erfa privacy show`. Was sie zu Essen und Hilfen sagt, \
         zählt `logistics-sheet` ohne Namen, und `needs-list` zeigt sie den Gastgebern, wenn sie sonst nichts sagt; \
         von einer anderen lesen die Gastgeber nur, dass es sie gibt.",
    ),
];
