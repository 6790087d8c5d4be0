//! The German words for `erfa topics` and `erfa topic`.

use super::entry::Entry;

pub(super) const ENTRIES: &[Entry] = &[
    (
        "topics",
        "",
        "Nennen, wovon die Mitglieder hören wollen und wer davon erzählen kann",
        "Was die meisten wünschen, kommt zuerst, danach, was am längsten nicht oder noch nie dran war. Ein \
         Wunsch ist offen, bis das Thema bei einem Treffen dran war, zu dem die Stadt gekommen ist. \
         `--for` schlägt Themen für ein Programm vor: was die Gastgeberin zeigen kann, dann, was die meisten \
         wünschen; was binnen eines Jahres dran war, kommt zuletzt oder bleibt weg, jedes mit seinem Grund.",
    ),
    ("topics", "meeting", "Themen für das Programm dieses Treffens vorschlagen", ""),
    ("topics", "format", "", "`csv` ist die Liste für eine Tabellenkalkulation."),
    (
        "topics read",
        "",
        "Antworten auf die Themenumfrage lesen",
        "Verstanden werden Mails (`.eml`) mit Zeilen wie `Wunsch: 1, 3` und `Angebot: 2` über dem, was sie \
         zitieren, und Tabellen (`.csv`) mit einer Spalte für die Stadt oder Person und Spalten für Wünsche und \
         Angebote. Themen heißen dort nach Nummer, Kennung oder Titel. Die neueste Antwort einer Stadt zählt. Was \
         niemand sicher sagen kann, wird Ihnen genannt und nicht vermerkt. Ihre Dateien bleiben, wo sie sind.",
    ),
    ("topics read", "paths", "Dateien, oder Ordner mit solchen Dateien", ""),
    ("topics read", "json", "Als JSON ausgeben, was verstanden wurde", ""),
    (
        "topic",
        "",
        "Ein Thema aufnehmen und vermerken, wer es wünscht oder anbietet und wo es dran war",
        "Themen stehen in `topics.toml`. `erfa topics` listet sie; Programmpunkte nennen ihre mit `topics`.",
    ),
    (
        "topic add",
        "",
        "Ein Thema aufnehmen",
        "Es bekommt die nächste Nummer, bei der die Mitglieder es nennen, wenn sie gefragt werden.",
    ),
    ("topic add", "title", "Wie es heißt", ""),
    ("topic add", "id", "Die Kennung [sonst: aus dem Titel]", ""),
    ("topic add", "tag", "Ein Stichwort, das Themen gemeinsam haben (mehrfach möglich)", ""),
    (
        "topic add",
        "wanted_by",
        "Wer davon hören will: eine Stadt oder ein Kontakt (mehrfach möglich)",
        "",
    ),
    (
        "topic add",
        "offered_by",
        "Wer davon erzählen kann: eine Stadt oder ein Kontakt (mehrfach möglich)",
        "",
    ),
    (
        "topic want",
        "",
        "Vermerken, wer von einem Thema hören will",
        "Wer es schon wünscht, bekommt den neuen Tag: Ein Wunsch, der älter ist als das letzte Treffen dazu, \
         ist damit wieder offen.",
    ),
    ("topic want", "topic", "Das Thema, nach Kennung, Nummer oder Titel", ""),
    ("topic want", "people", "Wer: Städte, oder Kontakte, die für ihre sprechen", ""),
    ("topic want", "on", "Der Tag, an dem es gesagt wurde [sonst: heute]", ""),
    ("topic want", "not", "Sie wünschen es nicht mehr", ""),
    ("topic offer", "", "Vermerken, wer von einem Thema erzählen kann", ""),
    ("topic offer", "topic", "Das Thema, nach Kennung, Nummer oder Titel", ""),
    ("topic offer", "people", "Wer: Städte, oder Kontakte, die für ihre sprechen", ""),
    ("topic offer", "on", "Der Tag, an dem es gesagt wurde [sonst: heute]", ""),
    ("topic offer", "not", "Sie bieten es nicht mehr an", ""),
    (
        "topic treated",
        "",
        "Vermerken, bei welchem Treffen ein Thema dran war",
        "Nennt ein Programmpunkt das Thema, ist das nicht nötig: `erfa set TREFFEN/PUNKT topics THEMA`.",
    ),
    ("topic treated", "topic", "Das Thema, nach Kennung, Nummer oder Titel", ""),
    ("topic treated", "meeting", "Das Treffen", ""),
    ("topic treated", "item", "Der Punkt seines Programms", ""),
    ("topic treated", "not", "Es war dort nicht dran", ""),
    ("topic remove", "", "Ein Thema aus der Datei nehmen", "Es darf in keinem Programm stehen."),
    ("topic remove", "topic", "Das Thema, nach Kennung, Nummer oder Titel", ""),
];
