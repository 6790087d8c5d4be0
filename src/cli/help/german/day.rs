//! The German words for the day itself: `erfa attended` and `erfa speaker`.

use super::entry::Entry;

pub(super) const ENTRIES: &[Entry] = &[
    (
        "attended",
        "",
        "Vermerken, wer bei einem Treffen war, oder es nennen",
        "Ohne Angabe von jemandem steht da, wer da war, Stadt für Stadt. Menschen und Städte gehen nach \
         Kennung oder Name; Nummern wie 1-4,7 sind die der Unterschriftenliste (`erfa write \
         sign-in-list`), wie sie jetzt gedruckt würde. Wer da war, bringt seine Stadt auf die Liste der \
         Anwesenden des Treffens. Es steht bei den Antworten und wird mit ihnen gelöscht; die Zahlen \
         bleiben.",
    ),
    ("attended", "meeting", "Das Treffen [sonst: das letzte, das begonnen hat]", ""),
    (
        "attended",
        "who",
        "Wer da war: Kontakte, Städte oder Nummern der Unterschriftenliste (mehrfach möglich)",
        "",
    ),
    ("attended", "from", "Alle in dieser Liste waren da: .csv, .xlsx, .ods, .xls oder .vcf", ""),
    (
        "attended",
        "all_who_said_yes",
        "Alle mit Zusage waren da, außer wo schon etwas anderes vermerkt ist",
        "",
    ),
    (
        "attended",
        "guest",
        "Jemand ohne Kontakteintrag war da, etwa „Lena Farnbach, Tannbrück“ (mehrfach möglich)",
        "",
    ),
    ("attended", "excused", "Wer sich entschuldigt hat (mehrfach möglich)", ""),
    ("attended", "not", "Wer doch nicht da war, auch Gäste nach Namen (mehrfach möglich)", ""),
    ("attended", "list", "Nennen, wer da war; das geschieht auch ohne jede Angabe", ""),
    (
        "speaker",
        "",
        "Vermerken, ob jemand Angefragtes an einem Programmpunkt mitwirkt",
        "Wer abgesagt hat, wird niemandem mehr angekündigt. Ist niemand mehr für den Punkt vorgesehen, \
         stehen da die späteren Punkte des Tages, die an seine Stelle vorrücken können, mit ihren Zeiten \
         und wem das zu sagen ist, und die Themen, auf die jemand wartet.",
    ),
    ("speaker", "meeting", "Das Treffen", ""),
    ("speaker", "item", "Der Programmpunkt, nach Kennung, Nummer oder Anfang des Titels", ""),
    ("speaker", "person", "Wer, wie das Programm die Person nennt", ""),
    (
        "speaker",
        "consent",
        "Was die Antwort war: zugesagt, abgesagt oder angefragt (auch confirmed, declined, asked)",
        "",
    ),
    (
        "speaker",
        "json",
        "Als JSON ausgeben, was vermerkt wird und was an die Stelle treten kann",
        "",
    ),
];
