//! The keys of `network.toml`.

use super::key::Kind::{
    Choice, Colour, DaysOrFalse, Digits, Flag, Id, Line, List, Mail, Number, Path, Reference,
    Region, Text, TimeZone, Weight, Whole,
};
use super::key::{KeyedFile, entries, keys, of, table};
use crate::domain::submission::Security;
use crate::text::{Gender, Language, Saturday, Separator};

/// The file.
pub(super) const FILE: KeyedFile = KeyedFile {
    path: "network.toml",
    about: [
        "Das Netzwerk als Ganzes: wie es heißt, wie es sich trifft, wer schreibt. Diese Datei macht \
         einen Ordner zum Arbeitsordner.",
        "The network as a whole: what it is called, how it meets, who writes. This file makes a folder \
         a workspace.",
    ],
    tables: &[
        table(&[""], HEAD),
        table(&["words"], WORDS),
        table(&["rotation"], ROTATION),
        table(&["cadence"], CADENCE),
        table(&["dates"], DATES),
        table(&["walking"], WALKING),
        table(&["sender"], SENDER),
        table(&["smtp"], SMTP),
        table(&["badges"], BADGES),
        table(&["style"], STYLE),
        entries(&["style.logos"], LOGO),
        table(&["site"], SITE),
        table(&["checklist"], CHECKLIST),
        entries(&["checklist.own"], OWN),
        table(&["journal"], JOURNAL),
    ],
};

keys! {
    HEAD {
        "name" ! Line => "Der Name des Netzwerks", "The name of the network";
        "kind" ? Line => "Was es ist, vor dem Namen: „Städtenetz“", "What it is, before the name: \"Town network\"";
        "meeting-name" ? Line => "Wie ein Treffen heißt: „Erfahrungsaustausch“", "What a meeting is called: \"Exchange\"";
        "language" ? Choice(of::<Language>) => "Die Sprache der Schriftstücke (sonst `de`)", "The language of documents (else `de`)";
        "time-zone" ? TimeZone => "Die Zeitzone der Treffen (sonst `Europe/Berlin`)", "The time zone of the meetings (else `Europe/Berlin`)";
        "region" ? Region => "Wessen Feiertage und Schulferien gelten, wo keine Stadt etwas anderes sagt", "Whose holidays hold where no city says otherwise";
        "coordinator" ? Reference => "Die Stadt, die das Netzwerk führt; sie richtet nicht immer aus", "The city that leads the network; it does not always host";
        "about" ? Text => "Worum es dem Netzwerk geht, für Presse und Programm", "What the network is about, for press and programme";
        "goals" ? List(&Line) => "Seine Ziele", "Its goals";
        "partners" ? List(&Line) => "Wer es unterstützt", "Who supports it";
        "note" ? Text => "Eine Notiz für Sie selbst; sie steht in keinem Schriftstück", "A note for yourself; no document shows it";
    }
    WORDS {
        "member" ! Line => "Was ein Mitglied ist, wenn keine Stadt: „Schule“", "What a member is if no town, in German: \"Schule\"";
        "members" ? Line => "Die Mehrzahl, wenn die Endung sie nicht verrät", "Its plural, where the ending does not tell it";
        "gender" ? Choice(of::<Gender>) => "Das Geschlecht des Wortes, wenn die Endung es nicht verrät", "The gender of the word, where the ending does not tell it";
        "member-en" ? Line => "Dasselbe auf Englisch", "The same in English";
        "members-en" ? Line => "Die englische Mehrzahl, wenn sie unregelmäßig ist", "The English plural, if it is irregular";
    }
    ROTATION {
        "travel" ? Flag => "Ob bei Gleichstand der kürzere Weg entscheidet (sonst `false`)", "Whether the shorter way decides between equals (else `false`)";
        "min-gap" ? Whole(0, 1000) => "So viele Turnusse liegen mindestens zwischen zweien derselben Stadt (sonst 1)", "So many turns lie at least between two of one city (else 1)";
    }
    CADENCE {
        "per-year" ? Whole(1, 366) => "So viele Treffen gibt es im Jahr", "So many meetings there are in a year";
        "months" ? List(&Whole(1, 12)) => "Die üblichen Monate, 1 bis 12", "The usual months, 1 to 12";
        "weekdays" ? List(&Choice(of::<chrono::Weekday>)) => "Die üblichen Wochentage", "The usual weekdays";
    }
    DATES {
        "region" ? Region => "Dasselbe wie `region` am Kopf der Datei", "The same as `region` at the head of the file";
        "weekend" ? Weight => "Samstage und Sonntage (sonst gesperrt)", "Saturdays and Sundays (else blocked)";
        "holiday" ? Weight => "Gesetzliche Feiertage (sonst gesperrt)", "Public holidays (else blocked)";
        "school-holiday" ? Weight => "Schulferien", "School holidays";
        "bridge-day" ? Weight => "Tage zwischen Feiertag und Wochenende", "Days between a holiday and a weekend";
        "half-holiday" ? Weight => "Rosenmontag, Gründonnerstag, Heiligabend, Silvester", "Carnival Monday, Maundy Thursday, Christmas Eve, New Year's Eve";
        "council" ? Weight => "Ratssitzungen aus `calendar/`", "Council days from `calendar/`";
        "market" ? Weight => "Märkte aus `calendar/`", "Markets from `calendar/`";
        "festival" ? Weight => "Feste aus `calendar/`", "Festivals from `calendar/`";
        "building-site" ? Weight => "Baustellen aus `calendar/`", "Building sites from `calendar/`";
        "other" ? Weight => "Anderes aus `calendar/`", "Other things from `calendar/`";
        "host-unavailable" ? Weight => "Die Gastgeberstadt kann an dem Tag nicht", "The host cannot on that day";
        "other-weekday" ? Weight => "Ein anderer Wochentag als die üblichen", "Another weekday than the usual ones";
        "other-month" ? Weight => "Ein anderer Monat als die üblichen", "Another month than the usual ones";
        "too-close" ? Weight => "Am Tag eines anderen Treffens; nimmt ab, bis der halbe Abstand erreicht ist", "On the day of another meeting; falls until half the usual distance is reached";
        "too-far" ? Weight => "Einen ganzen Abstand nach dem üblichen Tag", "A whole distance after the usual day";
        "short-notice" ? Weight => "Heute; nimmt ab, bis sechs Wochen Vorlauf bleiben", "Today; falls until six weeks are left";
    }
    WALKING {
        "pace" ? Number(1, 10) => "Wie schnell eine Gruppe geht, in Kilometern je Stunde (sonst 4)", "How fast a group walks, in kilometres an hour (else 4)";
        "detour" ? Number(1, 3) => "Wievielmal so lang wie die Luftlinie ein Weg ist (sonst 1.3)", "How many times as long as the straight line a way is (else 1.3)";
    }
    SENDER {
        "name" ? Line => "Wer die Briefe unterschreibt", "Who signs the letters";
        "function" ? Line => "Die Funktion darunter", "The function below the name";
        "organisation" ? Line => "Die Stelle, die schreibt", "The body that writes";
        "street" ? Line => "Straße und Hausnummer", "Street and number";
        "postcode" ? Digits(5) => "Die Postleitzahl", "The postcode";
        "town" ? Line => "Der Ort", "The town";
        "mail" ? Mail => "Die Absenderadresse der Mails", "The address that mails come from";
        "phone" ? Line => "Die Telefonnummer", "The telephone number";
    }
    SMTP {
        "host" ! Line => "Der Server, der Ihre Mails annimmt", "The server that takes your mails";
        "security" ? Choice(of::<Security>) => "Wie die Verbindung verschlüsselt ist; `none` nur auf diesem Rechner (sonst `starttls`)", "How the connection is encrypted; `none` only on this machine (else `starttls`)";
        "port" ? Whole(1, 65535) => "Der Anschluss (sonst 587, mit `tls` 465)", "The port (else 587, with `tls` 465)";
        "user" ? Line => "Der Name zum Anmelden (sonst ERFA_SMTP_USER)", "The name to log in with (else ERFA_SMTP_USER)";
        "password-command" ? List(&Line) => "Dieses Programm gibt das Kennwort aus (sonst ERFA_SMTP_PASSWORD)", "This program prints the password (else ERFA_SMTP_PASSWORD)";
        "ca-file" ? Path => "Nur den Zertifikaten in dieser Datei trauen", "Trust the certificates in this file alone";
        "pause" ? Number(0, 3600) => "Sekunden zwischen zwei Mails (sonst 0)", "Seconds between two mails (else 0)";
        "timeout" ? Number(0, 3600) => "Sekunden, die der Server zum Antworten hat (sonst 60)", "Seconds that the server has to answer (else 60)";
    }
    BADGES {
        "width" ? Number(20, 1000) => "Wie breit ein Namensschild ist, in Millimetern (sonst 90)", "How wide a name badge is, in millimetres (else 90)";
        "height" ? Number(20, 1000) => "Wie hoch es ist (sonst 54)", "How high it is (else 54)";
        "margin-left" ? Number(0, 1000) => "Wie weit das erste vom linken Rand entfernt ist (sonst stehen alle in der Mitte)", "How far the first is from the left edge (else all are centred)";
        "margin-top" ? Number(0, 1000) => "Wie weit das erste vom oberen Rand entfernt ist (sonst stehen alle in der Mitte)", "How far the first is from the upper edge (else all are centred)";
        "gap-across" ? Number(0, 1000) => "Der Abstand zwischen zwei nebeneinander (sonst 0)", "The gap between two side by side (else 0)";
        "gap-down" ? Number(0, 1000) => "Der Abstand zwischen zwei untereinander (sonst 0)", "The gap between two one below the other (else 0)";
        "empty" ? Whole(0, 1000) => "So viele leere für Gäste ohne Anmeldung (sonst 0)", "So many empty ones for guests who come unannounced (else 0)";
    }
    STYLE {
        "accent" ? Colour => "Die Farbe von Uhrzeiten und Linien", "The colour of times and lines";
        "saturday" ? Choice(of::<Saturday>) => "Wie der Tag vor dem Sonntag heißt", "What the day before Sunday is called in German";
        "clock" ? Choice(of::<Separator>) => "`colon`: 09:30 Uhr, `point`: 9.30 Uhr", "`colon`: 09:30, `point`: 9.30";
    }
    LOGO {
        "file" ! Path => "Das Bild, SVG oder PNG", "The picture, SVG or PNG";
        "alt" ! Line => "Was darauf zu sehen ist", "What it shows";
    }
    SITE {
        "url" ? Line => "Wo die Seiten von `erfa site` im Web stehen; ohne die Adresse gibt es keine Nachrichten als Feed", "Where the pages of `erfa site` stand on the web; without the address there is no news feed";
        "languages" ? List(&Choice(of::<Language>)) => "Ihre Sprachen (sonst die der Schriftstücke); die erste steht im Ordner selbst, jede weitere in einem eigenen darin", "Their languages (else that of the documents); the first stands in the folder itself, each further one in a folder of its own in it";
    }
    CHECKLIST {
        "save-the-date" ? DaysOrFalse(-365, 730) => "Termin vorab mitteilen: Tage vor dem Treffen (sonst 84)", "Tell the day in advance: days before the meeting (else 84)";
        "venue" ? DaysOrFalse(-365, 730) => "Ort festlegen (sonst 70)", "Settle the venue (else 70)";
        "speakers" ? DaysOrFalse(-365, 730) => "Mitwirkende bestätigen lassen (sonst 56)", "Have the speakers confirmed (else 56)";
        "programme" ? DaysOrFalse(-365, 730) => "Programm freigeben (sonst 49)", "Release the programme (else 49)";
        "invitation" ? DaysOrFalse(-365, 730) => "Einladen (sonst 42)", "Invite (else 42)";
        "reminder" ? DaysOrFalse(-365, 730) => "An die Antwort erinnern (sonst 14)", "Remind of the answer (else 14)";
        "press" ? DaysOrFalse(-365, 730) => "Presse informieren (sonst 7)", "Inform the press (else 7)";
        "sign-in-list" ? DaysOrFalse(-365, 730) => "Unterschriftenliste drucken (sonst 2)", "Print the sign-in list (else 2)";
        "held" ? DaysOrFalse(-365, 730) => "Als durchgeführt festhalten (sonst −1: einen Tag danach)", "Record it as held (else −1: a day after)";
        "thanks" ? DaysOrFalse(-365, 730) => "Danken (sonst −3)", "Say thanks (else −3)";
        "minutes" ? DaysOrFalse(-365, 730) => "Protokoll schreiben (sonst −14)", "Write the minutes (else −14)";
    }
    OWN {
        "id" ! Id => "Die Kennung, wie `erfa done` sie nennt", "The id by which `erfa done` names it";
        "title" ! Line => "Was zu tun ist", "What is to be done";
        "days" ! Whole(-365, 730) => "Tage vor dem Treffen; unter 0 danach", "Days before the meeting; below 0 after it";
    }
    JOURNAL {
        "keep" ? Whole(0, 10_000) => "So viele Änderungen hebt `erfa undo` auf (sonst 50)", "So many changes are kept for `erfa undo` (else 50)";
        "days" ? Whole(0, 36_500) => "Und so viele Tage lang (sonst 90)", "And for so many days (else 90)";
    }
}
