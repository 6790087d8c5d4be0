//! The German words for the commands that keep what came of the meetings.

use super::entry::Entry;

pub(super) const ENTRIES: &[Entry] = &[
    (
        "minutes",
        "",
        "Das Protokoll eines Treffens führen",
        "Es steht in `minutes/<Treffen>.md`, als einfaches Markdown. Gibt es noch keines, wird die Datei angelegt, \
         mit der Anwesenheit, jedem Programmpunkt und dem, was aus früheren Treffen offen ist; gibt es eines, wird \
         es ausgegeben, in jedem Format: `--output protokoll.docx` für Word. Eine Zeile wie `Aufgabe: Gotha – Liste \
         der Förderstellen – bis 1.3.2027` ist eine Aufgabe, wo immer sie steht (`erfa actions`). `erfa write \
         minutes` druckt einen leeren Vordruck zum Ausfüllen von Hand.",
    ),
    ("minutes", "meeting", "Das Treffen [sonst: das letzte, das begonnen hat]", ""),
    (
        "minutes read",
        "",
        "Ein Protokoll übernehmen, das anderswo geschrieben wurde",
        "Eine Word-Datei oder eine mit Markdown. Ihre Überschriften finden ihre Programmpunkte; alles bleibt, in \
         seiner Reihenfolge, und was zu keinem Punkt gehört, wird genannt. Zeilen, die mit `Aufgabe:` beginnen, \
         werden Aufgaben. Aus einer Word-Datei werden Text, Listen und Tabellen gelesen; Bilder und Fußnoten \
         werden gezählt und weggelassen.",
    ),
    ("minutes read", "file", "Die Datei: `.docx` oder `.md`", ""),
    (
        "minutes read",
        "meeting",
        "Das Treffen [sonst: das, das der Name der Datei oder ihre erste Überschrift nennt]",
        "",
    ),
    (
        "actions",
        "",
        "Nennen, wer was bis wann tut, so wie es verabredet ist",
        "Was drängt, steht oben: überfällig, binnen einer Woche fällig, offen; was erledigt oder entfallen ist, \
         nur mit `--all`. Die Verabredungen stehen in den Protokollen (`erfa minutes`) und in `actions.toml`; \
         `erfa action` nimmt weitere auf und sagt, was aus ihnen geworden ist. Was offen ist, steht von selbst im Ablaufplan und im Vordruck für das \
         Protokoll des nächsten Treffens.",
    ),
    ("actions", "city", "Nur die dieser Stadt und ihrer Leute", ""),
    ("actions", "person", "Nur die dieser Person", ""),
    ("actions", "meeting", "Nur was auf diesem Treffen verabredet wurde", ""),
    ("actions", "all", "Auch was erledigt oder entfallen ist", ""),
    (
        "action",
        "",
        "Eine Verabredung aufnehmen, oder sagen, was aus einer geworden ist",
        "Eine Aufgabe wird mit ihrer Kennung genannt, mit dem, was zu tun ist, oder mit dem Anfang eines Wortes \
         davon; `erfa actions` nennt sie.",
    ),
    (
        "action add",
        "",
        "Festhalten, was jemand übernommen hat",
        "Die Kennung entsteht aus den Worten. Ohne Treffen wird der Tag der Verabredung behalten.",
    ),
    ("action add", "owner", "Wer es tut: ein Kontakt oder eine Stadt, mit Kennung oder Namen", ""),
    ("action add", "what", "Was zu tun ist", ""),
    ("action add", "due", "Bis wann", ""),
    ("action add", "meeting", "Das Treffen, auf dem es verabredet wurde", ""),
    ("action done", "", "Sagen, dass eine Aufgabe erledigt ist", ""),
    ("action done", "action", "Die Aufgabe, mit Kennung oder Worten", ""),
    ("action done", "on", "Seit wann [sonst: heute]", ""),
    ("action done", "reason", "Wie sie erledigt wurde", ""),
    (
        "action move",
        "",
        "Den Tag verschieben, bis zu dem eine Aufgabe zu erledigen ist, mit dem Grund",
        "Der Tag davor bleibt mit dem Grund stehen.",
    ),
    ("action move", "action", "Die Aufgabe, mit Kennung oder Worten", ""),
    ("action move", "due", "Der neue Tag", ""),
    ("action move", "reason", "Warum; nötig, der Grund bleibt in der Datei", ""),
    ("action drop", "", "Sagen, dass eine Aufgabe entfällt, mit dem Grund", ""),
    ("action drop", "action", "Die Aufgabe, mit Kennung oder Worten", ""),
    ("action drop", "reason", "Warum; nötig, der Grund bleibt in der Datei", ""),
    ("action drop", "on", "Seit wann [sonst: heute]", ""),
    (
        "search",
        "",
        "Programme, Menschen, Protokolle, Aufgaben und Themen aller Jahre durchsuchen",
        "Alle Worte müssen vorkommen, gleich mit welchen Umlauten und Endungen; auch ein längeres Wort, das mit \
         einem davon beginnt oder endet, zählt. Das Neueste steht oben, jedes mit Datei und Zeile. Das ist ein \
         Befehl für innen: Die Antwort nennt Menschen; sehen Sie sie an, bevor Sie sie weitergeben.",
    ),
    ("search", "words", "Wonach gesucht wird", ""),
    ("search", "count", "Wie viele gezeigt werden [sonst: 30]", ""),
    (
        "who-knows",
        "",
        "Nennen, wer worüber gesprochen hat, wo, und was das Protokoll davon sagt",
        "Gefunden werden die Programmpunkte aller Jahre, deren Programm oder Protokoll alle Worte enthält, gleich mit \
         welchen Umlauten und Endungen, mit allen, die daran mitgewirkt haben; ist niemand genannt, die \
         Gastgeberin; dazu alle, die ein solches Thema anbieten. Ein Treffen, das noch nicht war, sagt es dazu. Das ist ein Befehl für innen: Die Antwort nennt Menschen; sehen Sie sie an, bevor Sie sie \
         weitergeben.",
    ),
    ("who-knows", "words", "Worum es geht", ""),
    ("who-knows", "count", "Wie viele gezeigt werden [sonst: 30]", ""),
];
