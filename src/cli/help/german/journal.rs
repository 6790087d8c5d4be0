//! The German words for `erfa undo` and `erfa log`.

use super::entry::Entry;

pub(super) const ENTRIES: &[Entry] = &[
    (
        "undo",
        "",
        "Die letzte Änderung zurücknehmen",
        "Zeigt, was aus den Dateien wird, und fragt; noch einmal aufgerufen, nimmt es die Änderung davor \
         zurück. Ist eine Datei seither geändert, wird sie genannt und nichts zurückgenommen. Wird \
         `outbox make` zurückgenommen, sind seine Mails verworfen; ihre Nummern und die Fassung, die für \
         sie freigegeben wurde, kommen nicht wieder. Was `send`, `outbox pipe`, `outbox settle`, `outbox \
         discard` und `privacy purge` tun, lässt sich nicht zurücknehmen, und was davor geändert wurde, \
         bleibt ebenfalls.",
    ),
    (
        "log",
        "",
        "Nennen, was geändert wurde und sich zurücknehmen lässt",
        "Das Tagebuch in `.erfa/` hebt die letzten Änderungen eines Arbeitsordners auf, mit dem, was die \
         Dateien davor sagten. `erfa undo` nimmt die neueste zurück. `[journal]` in `network.toml` sagt, \
         wie viele aufgehoben werden und wie lange.",
    ),
];
