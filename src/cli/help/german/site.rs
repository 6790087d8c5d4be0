//! The German words for `erfa site`.

use super::entry::Entry;

pub(super) const ENTRIES: &[Entry] = &[
    (
        "site",
        "",
        "Die Seiten des Netzwerks schreiben, für jeden Webserver",
        "Das nächste Treffen, das Vergangene nach Jahren, zu jedem Treffen eine Seite mit dem Programm als PDF \
         und für Word und dem Termin für Kalender, die Mitglieder, ein Kalender zum Abonnieren und ein Feed \
         mit Neuigkeiten. Die Seiten laden nichts von anderswo und brauchen kein Skript. Sie sagen, was für \
         alle ist: keine internen Punkte, kein Programm, das noch nicht heraus ist, von niemandem die \
         Mailadresse. Was gleich bleibt, wird nicht angerührt; was dort nicht von erfa ist, bleibt.",
    ),
    ("site", "folder", "Der Ordner; er wird angelegt, wenn es ihn nicht gibt", ""),
    (
        "site",
        "prune",
        "Auch löschen, was zu nichts mehr gehört; ohne die Angabe wird es nur genannt",
        "",
    ),
    (
        "site",
        "anyway",
        "Auch zeigen, was noch nicht herausgegeben ist, als Entwurf gekennzeichnet",
        "",
    ),
    ("site", "force", "Auch ersetzen und löschen, was jemand von Hand geändert hat", ""),
    ("site", "json", "Als JSON sagen, welche Dateien neu, geändert, gelöscht oder übrig sind", ""),
];
