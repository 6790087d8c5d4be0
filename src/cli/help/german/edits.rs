//! The German words for the commands that change what files say.

use super::entry::Entry;

pub(super) const ENTRIES: &[Entry] = &[
    (
        "set",
        "",
        "Eine Angabe in einer Datei ändern",
        "WAS ist eine Stadt, ein Tagungsort, ein Kontakt oder ein Treffen, mit Kennung oder Namen; `network`; \
         ein Programmpunkt (`2027-03-02-gotha/begruessung`, oder seine Nummer) oder ein Raum eines \
         Tagungsorts (`rathaus/saal`). Der Wert wird geschrieben, wie man ihn schreibt: 9:30, 11.6.2027, ja, \
         eine Liste mit Kommas. Kommentare, Reihenfolge und Gestalt der Datei bleiben.",
    ),
    (
        "set",
        "what",
        "Was: eine Kennung oder ein Name, ein Punkt davon hinter einem Schrägstrich",
        "",
    ),
    ("set", "key", "Die Angabe, etwa start oder sender.mail; auch deutsch: beginn", ""),
    ("set", "value", "Der neue Wert", ""),
    ("set", "remove", "Die Angabe aus der Datei nehmen", ""),
    ("set", "yes", "Ohne Rückfrage ändern", ""),
    (
        "join",
        "",
        "Festhalten, dass eine Stadt Mitglied wird oder wiederkommt",
        "Eine frühere Mitgliedschaft bleibt stehen. Eine Stadt, die noch in keiner Datei steht, kommt mit \
         `erfa add city` dazu.",
    ),
    ("join", "city", "Die Stadt, mit Kennung oder Namen", ""),
    ("join", "on", "Erster Tag der Mitgliedschaft [sonst: heute]", ""),
    ("join", "yes", "Ohne Rückfrage ändern", ""),
    (
        "leave",
        "",
        "Festhalten, dass eine Stadt ausscheidet",
        "Sie bleibt mit allen ihren Treffen in den Dateien; vom Tag danach an kommt sie nicht mehr an die Reihe, \
         und Briefe an die Mitglieder gehen nicht mehr an sie.",
    ),
    ("leave", "city", "Die Stadt, mit Kennung oder Namen", ""),
    ("leave", "on", "Letzter Tag der Mitgliedschaft [sonst: heute]", ""),
    ("leave", "yes", "Ohne Rückfrage ändern", ""),
    (
        "status",
        "",
        "Sagen, was zu tun ist, für das nächste Treffen und das letzte",
        "Jeder Punkt der Checkliste hat seinen Tag, vom Treffen aus zurückgezählt, und sagt, woran man \
         sieht, dass er erledigt ist: an den Dateien und am Postausgang, sonst an `erfa done`. Die Tage \
         stehen unter `[checklist]` in `network.toml`. Mit `--strict` endet der Befehl mit Status 1, \
         solange etwas fällig oder überfällig ist. `erfa` allein sagt in einem Arbeitsordner dasselbe.",
    ),
    (
        "done",
        "",
        "Festhalten, dass ein Punkt der Checkliste erledigt ist",
        "`erfa status` zeigt die Checkliste. Was die Dateien und der Postausgang als erledigt zeigen, muss \
         niemand sagen. Es steht als `done` in der Datei des Treffens.",
    ),
    ("done", "item", "Was erledigt ist, etwa press", ""),
    ("done", "meeting", "Das Treffen [sonst: das nächste; für alles danach das letzte]", ""),
    ("done", "yes", "Ohne Rückfrage ändern", ""),
];
