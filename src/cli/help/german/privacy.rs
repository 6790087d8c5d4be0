//! The German words for `erfa privacy` and what is below it.

use super::entry::Entry;

pub(super) const ENTRIES: &[Entry] = &[
    (
        "privacy",
        "",
        "Auskunft geben, was zu jemandem gespeichert ist, und löschen, was niemand mehr braucht",
        "",
    ),
    (
        "privacy show",
        "",
        "Alles nennen, was der Arbeitsordner zu einer Person enthält",
        "Für eine Auskunft nach Artikel 15 DSGVO: nach Zwecken, jeder Eintrag mit Datei und Zeile, wozu er \
         da ist und was ihn beendet. Wer nicht mehr unter den Kontakten steht, wird in Mails, Antworten und \
         Programmen trotzdem gefunden. Lesen Sie die Auskunft, bevor Sie sie weitergeben: Sie darf nichts \
         über andere verraten.",
    ),
    ("privacy show", "person", "Kennung eines Kontakts, ganzer Name oder Mailadresse", ""),
    (
        "privacy purge",
        "",
        "Löschen, was nach einem Treffen nicht mehr gebraucht wird",
        "Drei Zwecke enden von selbst. `notes`: Notizen in Antworten, etwa zu Essen und Assistenz, sind bis \
         zum Tag selbst für die Gastgeberin. `replies`: wer kommt; die Zahlen je Stadt bleiben. `mails`: die \
         Mails, ihre Listen und alle Namen und Adressen in Verzeichnissen und Versandbuch; es bleibt, wie \
         viele Mails welcher Art wie weit kamen. Kontakte und Programme bleiben immer, wie sie sind. Vorher \
         wird gezeigt, was geht; wo sich nicht nachfragen lässt, geht ohne `-y` nichts. Frühere Stände können in git und in Sicherungen stehen.",
    ),
    (
        "privacy purge",
        "until",
        "Zu Treffen, deren letzter Tag bis zu diesem liegt, etwa 2026-02-28; nötig",
        "",
    ),
    ("privacy purge", "before", "Zu Treffen, deren letzter Tag vor diesem liegt", ""),
    (
        "privacy purge",
        "purpose",
        "notes, replies oder mails (mehrfach möglich) [sonst: alle drei]",
        "",
    ),
    ("privacy purge", "json", "Was geht und was bleibt, als JSON ausgeben", ""),
];
