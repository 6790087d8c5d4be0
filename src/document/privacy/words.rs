//! Purposes and roles in words.

use crate::text::Language;
use crate::view::Role;

/// A heading, and what a purpose is for, how long that lasts and what ends it.
type Words = (&'static str, &'static str);

/// What something is kept for.
#[derive(Clone, Copy)]
pub(super) enum Purpose {
    /// Who is invited and written to.
    ContactList,
    /// Who comes.
    Replies,
    /// What to have regard for.
    Notes,
    /// Who was there.
    Attendance,
    /// Who was told what.
    Mails,
    /// What was sent already.
    Ledger,
    /// The course of meetings.
    Programmes,
    /// Who does what until when.
    Actions,
    /// What came of meetings.
    Minutes,
    /// Who wants to hear of what, and who can tell.
    Topics,
    /// None of these.
    Further,
    /// What the program cannot know of.
    NotHeld,
}

/// What no search of the files can find.
const NOT_HELD: [Words; 2] = [
    (
        "Was hier nicht steht",
        "Unterschriftenlisten und Einwilligungen in Fotos gibt es nur auf Papier, für Listen gilt die \
         Frist des Förderbescheids; frühere Stände können in git und in Sicherungen stehen, Mails auch \
         im Gesendet-Ordner; Mails und Anlagen an andere können das Programm mit dem Namen enthalten, \
         und was gedruckt oder an anderer Stelle gespeichert wurde, ist unbekannt; Dateien, die kein \
         Text sind (Word, Excel, PDF, Bilder), wurden nicht durchsucht.",
    ),
    (
        "What is not told here",
        "Signature lists and consents to photographs are on paper, and lists are kept as long as the \
         funding notice demands; earlier versions may stand in git and in backups, mails among those \
         sent too; mails and attachments to others may hold the programme with the name, and nothing \
         is known of what was printed or saved elsewhere; files that are no text (Word, Excel, PDF, \
         pictures) were not looked into.",
    ),
];

/// What somebody has taken upon them.
const ACTIONS: [Words; 2] = [
    (
        "Aufgaben",
        "Zweck: nachhalten, wer was bis wann übernommen hat. Sie bleiben, auch erledigt, bis jemand \
         den Eintrag oder die Zeile des Protokolls löscht.",
    ),
    (
        "Actions",
        "Purpose: to follow up who does what until when. They stay, done ones too, until somebody \
         deletes the entry or the line of the minutes.",
    ),
];

/// What minutes say of somebody.
const MINUTES: [Words; 2] = [
    (
        "Protokolle",
        "Zweck: nachweisen, was ein Treffen ergeben hat. Sie bleiben, bis jemand die Zeile ändert; \
         prüfen Sie, ob diese Person gemeint ist.",
    ),
    (
        "Minutes",
        "Purpose: to show what came of a meeting. They stay until somebody changes the line; check \
         whether this person is meant.",
    ),
];

/// Which topics somebody speaks for.
const TOPICS: [Words; 2] = [
    (
        "Themen",
        "Zweck: wissen, wer wovon hören will und wer davon berichten kann. Der Eintrag bleibt, bis \
         ihn `erfa topic want` oder `erfa topic offer` mit `--not` löscht.",
    ),
    (
        "Topics",
        "Purpose: to know who wants to hear of what and who can tell of it. The entry stays until \
         `erfa topic want` or `erfa topic offer` with `--not` deletes it.",
    ),
];

/// What belongs to no purpose.
const FURTHER: [Words; 2] = [
    (
        "Weitere Stellen",
        "Zeilen mit Name, Adresse oder Kennung, die zu keinem dieser Zwecke gehören. Sie bleiben, bis \
         sie jemand ändert; prüfen Sie, ob diese Person gemeint ist.",
    ),
    (
        "Further places",
        "Lines with name, address or key that belong to none of these purposes. They stay until \
         somebody changes them; check whether this person is meant.",
    ),
];

impl Purpose {
    /// Its words.
    pub(super) fn words(self, language: Language) -> Words {
        let [german, english] = match self {
            Self::ContactList => [
                (
                    "Kontaktliste",
                    "Zweck: einladen und anschreiben. Der Eintrag bleibt, bis ihn jemand löscht.",
                ),
                (
                    "Contact list",
                    "Purpose: to invite and to write to. The entry stays until somebody deletes it.",
                ),
            ],
            Self::Replies => [
                (
                    "Anmeldung",
                    "Zweck: wissen, wer zu einem Treffen kommt. Nach der Abrechnung, meist vier bis acht Wochen \
                     danach, ersetzt `erfa privacy purge --purpose replies` die Antworten durch Zahlen.",
                ),
                (
                    "Registration",
                    "Purpose: to know who comes to a meeting. Once all is settled, mostly four to eight weeks \
                     later, `erfa privacy purge --purpose replies` puts numbers in the place of replies.",
                ),
            ],
            Self::Notes => [
                (
                    "Notizen zur Anmeldung",
                    "Zweck: Rücksicht auf Essen, Assistenz und Ähnliches, nur für die Gastgeberin. Sie können \
                     Gesundheit oder Religion betreffen (Art. 9 DSGVO); gleich nach dem Treffen löscht sie \
                     `erfa privacy purge --purpose notes`.",
                ),
                (
                    "Notes about registration",
                    "Purpose: regard for diet, assistance and the like, for the host alone. They may concern \
                     health or religion (GDPR, Art. 9); right after the meeting `erfa privacy purge --purpose \
                     notes` deletes them.",
                ),
            ],
            Self::Attendance => [
                (
                    "Teilnahme",
                    "Zweck: nachweisen, wer bei einem Treffen war, für Dank und Bescheinigung. Mit den Antworten \
                     ersetzt `erfa privacy purge --purpose replies` auch sie durch Zahlen.",
                ),
                (
                    "Attendance",
                    "Purpose: to show who was at a meeting, for thanks and certificates. With the replies `erfa \
                     privacy purge --purpose replies` puts numbers in its place too.",
                ),
            ],
            Self::Mails => [
                (
                    "Mails",
                    "Zweck: belegen, wer was erfahren hat. Die Adresse steht auch in der Liste `list.txt` neben \
                     jeder Mail. `erfa privacy purge --purpose mails` löscht beides und behält Zahlen.",
                ),
                (
                    "Mails",
                    "Purpose: to show who was told what. The address stands in the list `list.txt` beside each \
                     mail too. `erfa privacy purge --purpose mails` deletes both and keeps numbers.",
                ),
            ],
            Self::Ledger => [
                (
                    "Versandbuch",
                    "Zweck: nichts zweimal versenden. `erfa privacy purge --purpose mails` nimmt den Zeilen \
                     Kennung und Worte des Servers.",
                ),
                (
                    "Ledger",
                    "Purpose: to send nothing twice. `erfa privacy purge --purpose mails` takes keys and the \
                     server's words out of its lines.",
                ),
            ],
            Self::Programmes => [
                (
                    "Programme",
                    "Zweck: Ablauf und Nachweis der Treffen. Sie bleiben; freigegebene Fassungen ändern sich \
                     nicht mehr.",
                ),
                (
                    "Programmes",
                    "Purpose: the course of meetings and its record. They stay; versions that were given out do \
                     not change any more.",
                ),
            ],
            Self::Actions => ACTIONS,
            Self::Minutes => MINUTES,
            Self::Topics => TOPICS,
            Self::Further => FURTHER,
            Self::NotHeld => NOT_HELD,
        };
        language.pick(german, english)
    }
}

/// A role in a programme in words.
pub(super) fn role(role: Role, language: Language) -> &'static str {
    let (german, english) = match role {
        Role::Speaker => ("Vortrag", "speaker"),
        Role::Moderator => ("Moderation", "moderator"),
        Role::Chair => ("Leitung", "chair"),
        Role::Panellist => ("Podium", "panel"),
        Role::Guide => ("Führung", "guide"),
        Role::Guest => ("zu Gast", "guest"),
        Role::Host => ("für die Gastgeberin", "for the hosts"),
        Role::Organiser => ("Organisation", "organiser"),
    };
    language.pick(german, english)
}
