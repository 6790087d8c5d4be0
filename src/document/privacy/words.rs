//! Purposes, keys and roles in words.

use crate::text::Language;

/// A heading, and what a purpose is for, how long that lasts and what ends it.
type Words = (&'static str, &'static str);

/// The purposes in German and in English.
const PURPOSES: &[(&str, [Words; 2])] = &[
    (
        "contact-list",
        [
            (
                "Kontaktliste",
                "Zweck: einladen und anschreiben. Der Eintrag bleibt, bis ihn jemand löscht.",
            ),
            (
                "Contact list",
                "Purpose: to invite and to write to. The entry stays until somebody deletes it.",
            ),
        ],
    ),
    (
        "replies",
        [
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
    ),
    (
        "notes",
        [
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
    ),
    (
        "mails",
        [
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
    ),
    (
        "ledger",
        [
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
    ),
    (
        "programmes",
        [
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
    ),
    (
        "further",
        [
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
        ],
    ),
    (
        "not-held",
        [
            (
                "Was hier nicht steht",
                "Unterschriftenlisten und Einwilligungen in Fotos gibt es nur auf Papier, für Listen gilt die \
                 Frist des Förderbescheids; frühere Stände können in git und in Sicherungen stehen, Mails auch \
                 im Gesendet-Ordner; Mails und Anlagen an andere können das Programm mit dem Namen enthalten, \
                 und was gedruckt oder an anderer Stelle gespeichert wurde, ist unbekannt.",
            ),
            (
                "What is not told here",
                "Signature lists and consents to photographs are on paper, and lists are kept as long as the \
                 funding notice demands; earlier versions may stand in git and in backups, mails among those \
                 sent too; mails and attachments to others may hold the programme with the name, and nothing \
                 is known of what was printed or saved elsewhere.",
            ),
        ],
    ),
];

/// The words of a purpose.
pub(super) fn purpose(code: &str, language: Language) -> Words {
    let found = PURPOSES.iter().find(|(known, _)| *known == code);
    let [german, english] = found.map_or([("", ""); 2], |(_, words)| *words);
    match language {
        Language::German => german,
        Language::English => english,
    }
}

/// A key of the contact list in words.
pub(super) fn field(key: &'static str, language: Language) -> &'static str {
    let (german, english) = match key {
        "id" => ("Kennung", "Id"),
        "form-of-address" => ("Form der Anrede", "Form of address"),
        "titles" => ("Titel", "Titles"),
        "given-name" => ("Vorname", "Given name"),
        "family-name" => ("Familienname", "Family name"),
        "office" => ("Amt", "Office"),
        "organisation" => ("Organisation", "Organisation"),
        "department" => ("Abteilung", "Department"),
        "city" => ("Stadt", "City"),
        "street" => ("Straße", "Street"),
        "postcode" => ("Postleitzahl", "Postcode"),
        "town" => ("Ort", "Town"),
        "country" => ("Land", "Country"),
        "mail" => ("E-Mail", "Mail"),
        "phone" => ("Telefon", "Telephone"),
        "language" => ("Sprache", "Language"),
        "familiar" => ("per Du", "First-name terms"),
        "rank" => ("Rang", "Rank"),
        "groups" => ("Gruppen", "Groups"),
        "salutation" => ("Eigene Anrede", "Own salutation"),
        "note" => ("Notiz", "Note"),
        other => (other, other),
    };
    language.pick(german, english)
}

/// A role in a programme in words.
pub(super) fn role(code: &str, language: Language) -> &'static str {
    let (german, english) = match code {
        "speaker" => ("Vortrag", "speaker"),
        "moderator" => ("Moderation", "moderator"),
        "chair" => ("Leitung", "chair"),
        "panellist" => ("Podium", "panel"),
        "guide" => ("Führung", "guide"),
        "guest" => ("zu Gast", "guest"),
        "host" => ("für die Gastgeberin", "for the hosts"),
        _ => ("Organisation", "organiser"),
    };
    language.pick(german, english)
}
