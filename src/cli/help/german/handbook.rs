//! The German words for `erfa handbook`.

use super::entry::Entry;

pub(super) const ENTRIES: &[Entry] = &[(
    "handbook",
    "",
    "Das Handbuch zeigen: der Weg von der ersten Stunde an, jeder Befehl, Schlüssel und Befund",
    "Es ist Teil des Programms und braucht weder Arbeitsordner noch Netz. `erfa handbook --output \
     handbuch.pdf` druckt es.",
)];
