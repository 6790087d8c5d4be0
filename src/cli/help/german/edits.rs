//! The German words for the commands that change what files say.

use super::entry::Entry;

pub(super) const ENTRIES: &[Entry] = &[
    (
        "contacts",
        "",
        "Die Menschen des Netzwerks auflisten",
        "Wer keine Mailadresse oder Anschrift hat, wird darunter genannt, bevor Briefe daran scheitern; ebenso \
         eine Stadt, in der niemand anzuschreiben ist.",
    ),
    (
        "groups",
        "",
        "Die Gruppen auflisten, zu denen Menschen gehören",
        "Wer keine Mailadresse oder Anschrift hat, wird dabei genannt, bevor Briefe daran scheitern.",
    ),
    (
        "add",
        "",
        "Eine Stadt, einen Tagungsort, Raum, Kontakt, ein Treffen oder einen Programmpunkt hinzufügen",
        "Jede Angabe ist eine Option, und ihr Wert wird geschrieben, wie man ihn schreibt. Ist am Bildschirm gar \
         nichts angegeben, wird danach gefragt. Was schon da ist, wird nie überschrieben.",
    ),
    ("add city", "", "Eine Stadt in das Netzwerk aufnehmen", ""),
    ("add city", "name", "Der Name", ""),
    ("add venue", "", "Einen Ort hinzufügen, an dem Treffen stattfinden", ""),
    ("add venue", "name", "Der Name", ""),
    ("add room", "", "Einem Tagungsort einen Raum hinzufügen", ""),
    ("add room", "venue", "Der Tagungsort, mit Kennung oder Namen", ""),
    ("add room", "name", "Der Name", ""),
    ("add contact", "", "Jemanden hinzufügen, der angeschrieben wird", ""),
    ("add contact", "name", "Vor- und Familienname", ""),
    (
        "add session",
        "",
        "Einem Programm einen Punkt hinzufügen",
        "Einer mit Uhrzeit steht vor dem ersten, der später beginnt, andere hinter dem letzten; `--before` sagt es \
         anders. Ohne Titel wird am Bildschirm nach Art, Titel, Zeit, Personen und Raum gefragt, immer wieder, bis \
         alles gesagt ist; Punkte lassen sich verschieben, und der letzte Schritt lässt sich zurücknehmen.",
    ),
    ("add session", "title", "Der Titel", ""),
    ("add session", "meeting", "Das Treffen [sonst: das nächste, sonst das letzte]", ""),
    (
        "add session",
        "under",
        "Der Punkt, dessen Unterpunkt er wird, mit Kennung, Nummer oder Titel",
        "",
    ),
    ("add session", "before", "Der Punkt, vor dem er steht, mit Kennung, Nummer oder Titel", ""),
    (
        "confirm",
        "",
        "Aus einer Idee ein geplantes Treffen machen",
        "Von da an ist es ein Turnus und zählt für seine Gastgeberin. Es braucht einen Tag; am Bildschirm wird \
         danach gefragt.",
    ),
    ("confirm", "meeting", "Das Treffen, mit Kennung, Gastgeberin oder Tag", ""),
    ("confirm", "date", "Der Tag [sonst: der in seiner Datei]", ""),
    ("confirm", "venue", "Der Tagungsort, mit Kennung oder Namen", ""),
    ("confirm", "start", "Beginn, etwa 9:30", ""),
    (
        "set",
        "",
        "Eine Angabe in einer Datei ändern",
        "WAS ist eine Stadt, ein Tagungsort, ein Kontakt oder ein Treffen, mit Kennung oder Namen; `network`; \
         ein Programmpunkt (`2027-03-02-gotha/begruessung`, oder seine Nummer), ein Unterpunkt davon \
         (`…/begruessung.2`) oder ein Raum eines \
         Tagungsorts (`rathaus/saal`). Der Wert wird geschrieben, wie man ihn schreibt: 9:30, 11.6.2027, ja, \
         eine Liste mit Kommas. Kommentare, Reihenfolge und Gestalt der Datei bleiben. Was einen Fehler brächte, \
         wird verweigert; was eine Warnung bringt, wird erst gezeigt und dann gemacht, unter `--strict` verweigert.",
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
    (
        "rename",
        "",
        "Eine Kennung überall ändern, wo sie steht",
        "Die einer Stadt, eines Tagungsorts, Raums, Kontakts, Themas oder Programmpunkts: in ihrem Eintrag und in jeder \
         Datei, die sie nennt, in einer Änderung; die Kalenderdatei einer Stadt bekommt den neuen Namen. Namen \
         und Titel bleiben: Die ändert `erfa set`. Die Kennung eines Treffens bleibt für immer, ebenso die von \
         allen, an die schon Mails gingen.",
    ),
    ("rename", "what", "Was: eine Kennung oder ein Name", ""),
    ("rename", "id", "Die neue Kennung", ""),
    (
        "remove",
        "",
        "Etwas aus den Dateien nehmen",
        "Eine Stadt, einen Tagungsort, Raum, Kontakt, ein Thema, einen Programmpunkt oder ein Treffen, aus dem nichts wurde. \
         Was andere noch nennen, bleibt; die Stellen werden aufgezählt. Eine Stadt, die ausscheidet, wird nicht \
         entfernt: `erfa leave`; ein Treffen, von dem jemand weiß, auch nicht: `erfa cancel`.",
    ),
    (
        "remove",
        "what",
        "Was: eine Kennung oder ein Name, ein Punkt davon hinter einem Schrägstrich",
        "",
    ),
    (
        "join",
        "",
        "Festhalten, dass eine Stadt Mitglied wird oder wiederkommt",
        "Eine frühere Mitgliedschaft bleibt stehen. Eine Stadt, die noch in keiner Datei steht, kommt mit \
         `erfa add city` dazu.",
    ),
    ("join", "city", "Die Stadt, mit Kennung oder Namen", ""),
    ("join", "on", "Erster Tag der Mitgliedschaft [sonst: heute]", ""),
    (
        "leave",
        "",
        "Festhalten, dass eine Stadt ausscheidet",
        "Sie bleibt mit allen ihren Treffen in den Dateien; vom Tag danach an kommt sie nicht mehr an die Reihe, \
         und Briefe an die Mitglieder gehen nicht mehr an sie.",
    ),
    ("leave", "city", "Die Stadt, mit Kennung oder Namen", ""),
    ("leave", "on", "Letzter Tag der Mitgliedschaft [sonst: heute]", ""),
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
         niemand sagen, und dass ein Treffen stattgefunden hat, hält `erfa held` fest. Es steht als `done` in der Datei des Treffens.",
    ),
    ("done", "item", "Was erledigt ist, etwa press oder \"Presse informieren\"", ""),
    ("done", "meeting", "Das Treffen [sonst: das nächste; für alles danach das letzte]", ""),
];
