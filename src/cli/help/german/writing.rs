//! The German words of help for the commands that write documents.

use super::entry::Entry;

const TO: &str = "Ein Kontakt, eine Stadt, eine Gruppe oder `all` (mehrfach möglich)";
const ANYWAY: &str = "Auch zu einer Idee einladen, oder zu einem Treffen ohne Tag oder Ort";
const TOGETHER: &str = "Ein Brief an alle zusammen; hohe Gäste werden einzeln angeredet";
const LETTER_OUTPUT: &str = "In diese Datei schreiben, oder je Brief eine Datei in diesen Ordner";

pub(super) const ENTRIES: &[Entry] = &[
    (
        "release",
        "",
        "Eine nummerierte Fassung eines Treffens freigeben",
        "Schreibt als `[[release]]` in die Datei des Treffens, was Leser erfahren, und die Kennungen der \
         Programmpunkte. Programme nennen dann Tag und Fassung, `programme --since` sagt, was neu ist, und \
         Kalender erfahren von neuem Beginn, Ende, Ort oder einer Absage. Wer ein Format oder eine Datei \
         nennt, bekommt danach die Fassungen wie mit `--list`.",
    ),
    ("release", "meeting", "Das Treffen [sonst: das nächste, sonst das letzte]", ""),
    ("release", "by", "Wer sie freigibt [sonst: der Absender des Netzwerks]", ""),
    ("release", "reason", "Warum; nötig, der Grund bleibt in der Datei", ""),
    ("release", "anyway", "Auch eine Idee freigeben, oder ein Treffen ohne Tag oder Ort", ""),
    ("release", "list", "Die Fassungen zeigen, die es gibt", ""),
    (
        "invite",
        "",
        "Die Einladung zu einem Treffen schreiben, einen Brief für jeden Empfänger",
        "Dasselbe wie `write invitation`. Ohne `--to` ist es ein offener Brief. Nichts wird versandt: \
         Mails entstehen als Entwürfe, die ein Mailprogramm öffnet.",
    ),
    ("invite", "meeting", "Das Treffen [sonst: das nächste, sonst das letzte]", ""),
    ("invite", "to", TO, ""),
    ("invite", "together", TOGETHER, ""),
    ("invite", "anyway", ANYWAY, ""),
    ("invite", "output", LETTER_OUTPUT, ""),
    (
        "folder",
        "",
        "Die ganze Akte eines Treffens nummeriert in einen Ordner legen, mit Inhaltsblatt",
        "Alle Papiere, die zum Treffen passen, wie es jetzt steht: Programme, Briefe, Listen, Protokoll, \
         Mails, Antworten und was verabredet wurde. Das Inhaltsblatt nennt zu jedem Fassung, Tag und für \
         wen es ist, was seitdem überholt ist, und was fehlt und warum. Ein Papier behält seine Nummer für \
         immer: Ein späterer Aufruf erneuert es und lässt liegen, was früher abgelegt wurde; was andere \
         dort abgelegt haben, bleibt unberührt.",
    ),
    ("folder", "meeting", "Das Treffen", ""),
    ("folder", "folder", "Der Ordner; er wird angelegt, wenn es ihn noch nicht gibt", ""),
    ("folder", "format", "text, markdown, html, pdf oder docx [sonst: pdf]", ""),
    ("folder", "force", "Dateien ersetzen, die es dort gibt, was immer darin steht", ""),
    (
        "write",
        "",
        "Ein Schriftstück zu einem Treffen oder über das Netzwerk schreiben",
        "Briefe gehen an die Empfänger, die `--to` nennt; ohne `--to` ist es ein offener Brief. Papiere wie \
         `door-signs` sind für alle gleich. Namensschilder stehen so, wie `[badges]` in `network.toml` sagt: \
         `width` und `height` eines Etiketts, Ränder und Abstände in Millimetern, und wie viele leere \
         (`empty`). Eigene Vorlagen in `templates/de/` und `templates/en/` ersetzen unsere oder sind eigene \
         Schriftstücke. Nichts wird versandt: Mails entstehen als Entwürfe, die ein Mailprogramm \
         öffnet.",
    ),
    ("write", "kind", "Das Schriftstück; `--list` nennt alle", ""),
    ("write", "meeting", "Das Treffen [sonst: das, für welches das Schriftstück ist]", ""),
    ("write", "list", "Alle Schriftstücke nennen", ""),
    (
        "write",
        "label",
        "Namensschilder auf anderen Etiketten, als `[badges]` sagt: 90x54, 85x55 oder 60x90 mm",
        "",
    ),
    ("write", "empty", "So viele leere Namensschilder für Gäste, die unangemeldet kommen", ""),
    (
        "write",
        "everybody",
        "Namensschilder für alle Kontakte der Mitglieder, die nicht abgesagt haben, nicht nur für die, die kommen",
        "",
    ),
    ("write", "year", "Das Jahr eines Berichts [sonst: das laufende]", ""),
    ("write", "to", TO, ""),
    ("write", "together", TOGETHER, ""),
    ("write", "anyway", ANYWAY, ""),
    ("write", "output", LETTER_OUTPUT, ""),
];
