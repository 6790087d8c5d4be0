//! The German words for `erfa outbox` and what is below it.

use super::entry::Entry;

pub(super) const ENTRIES: &[Entry] = &[
    (
        "outbox",
        "",
        "Mails erzeugen, ansehen, weiterreichen und verwerfen",
        "Die Mails liegen im Ordner `outbox/` des Arbeitsordners, je Person eine Datei; was aus jeder \
         wurde, steht in `outbox/ledger.txt`. `erfa send` versendet sie; `pipe` tut es durch ein \
         eigenes Mailprogramm.",
    ),
    (
        "outbox make",
        "",
        "Mails zu einem Treffen erzeugen, je Person eine Datei",
        "Alles wird vorher geprüft, und entweder entstehen alle Mails eines Laufs oder keine. Ist das \
         Treffen seit seiner letzten Fassung geändert, wird vorher eine neue freigegeben. `update` \
         schreibt denen, deren Zeit, Ort, Online-Zugang oder eigener Beitrag sich geändert hat oder deren \
         Anmeldefrist früher endet, mit Alt und Neu; wer neu ist, wird eingeladen, und wer nicht mehr gemeint ist, erfährt das. Jede andere Mail außer \
         einer Erinnerung bekommt niemand zweimal. Versandt wird nichts.",
    ),
    ("outbox make", "kind", "Ein Schriftstück, das `erfa write --list` nennt, oder `update`", ""),
    ("outbox make", "meeting", "Das Treffen [sonst: das, für welches das Schriftstück ist]", ""),
    (
        "outbox make",
        "to",
        "Ein Kontakt, eine Stadt, eine Gruppe oder `all` (mehrfach möglich); bei `update` nur diese",
        "",
    ),
    ("outbox make", "attach", "Diese Datei anhängen (mehrfach möglich)", ""),
    (
        "outbox make",
        "reason",
        "Warum eine neue Fassung freigegeben wird, falls nötig [sonst: was die Mails sind]",
        "",
    ),
    ("outbox make", "again", "Auch denen schreiben, die eine solche Mail schon haben", ""),
    (
        "outbox make",
        "anyway",
        "Auch zu einer Idee schreiben, oder zu einem Treffen ohne Tag oder Ort",
        "",
    ),
    (
        "outbox list",
        "",
        "Die erzeugten Mails auflisten, und was davon überholt ist",
        "Ein Lauf ist überholt, wenn das Treffen seitdem geändert ist und eine seiner Mails noch wartet \
         oder das Letzte ist, was jemand erfahren hat; die Änderungen werden genannt.",
    ),
    ("outbox show", "", "Die Mails eines Laufs zeigen, oder eine Mail, wie man sie liest", ""),
    (
        "outbox show",
        "name",
        "Ein Lauf wie `2027-04-20-ulm/1-invitation`, oder eine Datei darin",
        "",
    ),
    (
        "outbox discard",
        "",
        "Einen Lauf verwerfen",
        "Ein Lauf, aus dem eine Mail hinausgegangen ist, bleibt. Die Nummer des Laufs wird nicht noch \
         einmal vergeben. Das lässt sich nicht zurücknehmen.",
    ),
    ("outbox discard", "name", "Der Lauf, etwa `2027-04-20-ulm/1-invitation`", ""),
];
