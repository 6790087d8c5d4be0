//! What people are shown of the keys of files: the words of an office form instead of the file's own.

use super::keys::{KeyedFile, Kind};

/// The keys that are shown otherwise than they are written, in German.
const LABELS: &[(&str, &str)] = &[
    ("about", "Über das Netzwerk"),
    ("accent", "Farbe"),
    ("access", "Barrierefreiheit"),
    ("acknowledged", "Hingenommen"),
    ("actions", "Aufgaben"),
    ("adjective", "Eigenschaftswort"),
    ("admission", "Einlass"),
    ("agreed", "Verabredet am"),
    ("agreed-with", "Verabredet mit"),
    ("alt", "Bildbeschreibung"),
    ("answer", "Antwort"),
    ("any-of", "Einer von"),
    ("arrival", "Anreise"),
    ("as-of", "Stand"),
    ("attended", "Dabei waren"),
    ("audience", "Für wen sichtbar"),
    ("badges", "Namensschilder"),
    ("bridge-day", "Brückentag"),
    ("buffer", "Luft danach"),
    ("building-site", "Baustelle"),
    ("by", "Durch"),
    ("ca-file", "Zertifikate"),
    ("cadence", "Rhythmus"),
    ("changed", "Geändert"),
    ("checked", "Geprüft am"),
    ("checklist", "Merkliste"),
    ("checksum", "Prüfsumme"),
    ("cities", "Städte"),
    ("city", "Stadt"),
    ("clock", "Uhrzeiten"),
    ("closed", "Geschlossen"),
    ("code", "Befund"),
    ("companions", "Begleitung"),
    ("connector", "Anschluss"),
    ("contact", "Ansprechperson"),
    ("content", "Inhalt"),
    ("coordinates", "Koordinaten"),
    ("coordinator", "Koordination"),
    ("cost", "Kosten"),
    ("council", "Ratssitzung"),
    ("country", "Staat"),
    ("counts", "Zahlen"),
    ("covers", "Umfang"),
    ("created", "Angelegt am"),
    ("date", "Datum"),
    ("date-rules", "Regeln für Tage"),
    ("date-text", "Datum in Worten"),
    ("days", "Tage"),
    ("decided", "Entschieden am"),
    ("department", "Abteilung"),
    ("description", "Beschreibung"),
    ("details", "Einzelheiten"),
    ("detour", "Umweg"),
    ("district", "Landkreis"),
    ("done", "Erledigt"),
    ("due", "Fällig am"),
    ("duration", "Dauer"),
    ("earlier-membership", "Frühere Mitgliedschaft"),
    ("empty", "Leere Schilder"),
    ("end", "Ende"),
    ("end-date", "Letzter Tag"),
    ("equipment", "Ausstattung"),
    ("excused", "Entschuldigt"),
    ("extra-holidays", "Weitere Feiertage"),
    ("familiar", "Per Du"),
    ("family-name", "Nachname"),
    ("festival", "Fest"),
    ("file", "Datei"),
    ("for", "Zielgruppe"),
    ("form-of-address", "Anrede"),
    ("from", "Von"),
    ("function", "Funktion"),
    ("gap-across", "Abstand quer"),
    ("gap-down", "Abstand längs"),
    ("gender", "Geschlecht"),
    ("given-name", "Vorname"),
    ("goals", "Ziele"),
    ("groups", "Gruppen"),
    ("half-holiday", "Halber Feiertag"),
    ("height", "Höhe"),
    ("held", "Durchgeführt"),
    ("holiday", "Feiertag"),
    ("host", "Gastgeberin"),
    ("host-unavailable", "Gastgeberin verhindert"),
    ("hosts", "Gastgeberin"),
    ("how", "Wie"),
    ("id", "Kennung"),
    ("in", "Block"),
    ("invitation", "Einladung"),
    ("island", "Insel"),
    ("item", "Programmpunkt"),
    ("items", "Unterpunkte"),
    ("journal", "Verlauf"),
    ("keep", "Aufheben"),
    ("kind", "Art"),
    ("language", "Sprache"),
    ("languages", "Sprachen"),
    ("latitude", "Breite"),
    ("link", "Webseite"),
    ("logo", "Logo"),
    ("longitude", "Länge"),
    ("mail", "E-Mail"),
    ("margin-left", "Rand links"),
    ("margin-top", "Rand oben"),
    ("market", "Markt"),
    ("maybe", "Vielleicht"),
    ("meet-at", "Treffpunkt"),
    ("meeting", "Treffen"),
    ("meeting-name", "Name der Treffen"),
    ("meetings", "Treffen"),
    ("member", "Mitglied"),
    ("member-en", "Mitglied, englisch"),
    ("member-since", "Mitglied seit"),
    ("member-until", "Mitglied bis"),
    ("members", "Mitglieder"),
    ("members-en", "Mitglieder, englisch"),
    ("min-gap", "Mindestabstand"),
    ("minutes", "Protokoll"),
    ("months", "Monate"),
    ("municipality-key", "Gemeindeschlüssel"),
    ("name", "Name"),
    ("names", "Namen"),
    ("no", "Nein"),
    ("note", "Bemerkung"),
    ("notices", "Hinweise"),
    ("number", "Nummer"),
    ("office", "Amt"),
    ("official-name", "Amtlicher Name"),
    ("on", "Am"),
    ("online", "Online"),
    ("online-access", "Zugangsdaten"),
    ("organisation", "Organisation"),
    ("organisers", "Veranstalter"),
    ("other", "Andere"),
    ("other-month", "Anderer Monat"),
    ("other-weekday", "Anderer Wochentag"),
    ("owner", "Zuständig"),
    ("pace", "Takt"),
    ("part-of-day", "Tageszeit"),
    ("partners", "Partner"),
    ("password-command", "Befehl für das Passwort"),
    ("pause", "Pause beim Versand"),
    ("people", "Mitwirkende"),
    ("per-year", "Treffen im Jahr"),
    ("person", "Person"),
    ("phone", "Telefon"),
    ("place", "Ort"),
    ("port", "Port"),
    ("postcode", "Postleitzahl"),
    ("presence", "Anwesenheit"),
    ("press", "Presse"),
    ("previous", "Ersetzt"),
    ("programme", "Programm"),
    ("purged", "Gelöscht am"),
    ("rank", "Rang"),
    ("reason", "Grund"),
    ("received", "Eingegangen"),
    ("region", "Land"),
    ("registration", "Anmeldung"),
    ("registration-until", "Anmeldeschluss"),
    ("registration.cost", "Kosten"),
    ("registration.how", "Anmeldung"),
    ("registration.link", "Anmeldung im Web"),
    ("registration.mail", "Anmeldung per E-Mail"),
    ("registration.seats", "Plätze"),
    ("registration.until", "Anmeldeschluss"),
    ("release", "Fassung"),
    ("released", "Freigegeben"),
    ("reminder", "Erinnerung"),
    ("repeat-of", "Wiederholung von"),
    ("responsible", "Verantwortlich"),
    ("role", "Rolle"),
    ("room", "Raum"),
    ("rotation", "Turnus"),
    ("salutation", "Briefanrede"),
    ("saturday", "Samstag"),
    ("save-the-date", "Terminankündigung"),
    ("school-holiday", "Schulferien"),
    ("seats", "Plätze"),
    ("security", "Verschlüsselung"),
    ("sender", "Absender"),
    ("sequence", "Folge"),
    ("share", "Anteil"),
    ("short-notice", "Kurzfristig"),
    ("sign-in-list", "Anwesenheitsliste"),
    ("since", "Seit"),
    ("site", "Seiten im Web"),
    ("smtp", "Versand"),
    ("source", "Quelle"),
    ("speakers", "Vortragende"),
    ("start", "Beginn"),
    ("station", "Bahnhof"),
    ("status", "Stand"),
    ("status-reason", "Grund"),
    ("street", "Straße"),
    ("style", "Aussehen"),
    ("substitute", "Vertretung"),
    ("subtitle", "Untertitel"),
    ("tags", "Schlagwörter"),
    ("thanks", "Dank"),
    ("theme", "Thema"),
    ("there", "Anwesend"),
    ("time-zone", "Zeitzone"),
    ("timeout", "Wartezeit"),
    ("title", "Titel"),
    ("titles", "Titel"),
    ("to", "Bis"),
    ("too-close", "Zu nah"),
    ("too-far", "Zu fern"),
    ("topics", "Themen"),
    ("town", "Ort"),
    ("track", "Strang"),
    ("transport", "Fahrt"),
    ("travel", "Fahrwege"),
    ("uid", "Kalenderkennung"),
    ("unavailable", "Verhindert"),
    ("unnamed", "Ohne Namen"),
    ("until", "Bis"),
    ("url", "Adresse im Web"),
    ("user", "Anmeldename"),
    ("venue", "Tagungsort"),
    ("walk", "Fußweg"),
    ("weekday", "Wochentag"),
    ("weekdays", "Wochentage"),
    ("weekend", "Wochenende"),
    ("weight", "Gewicht"),
    ("weights", "Gewichte"),
    ("what", "Was"),
    ("width", "Breite"),
    ("with", "Mit"),
    ("words", "Bezeichnungen"),
    ("yes", "Ja"),
];

/// A key as it is shown in German: as a whole, or each of its parts, as far as it has other words; "Rhythmus,
/// Treffen im Jahr".
pub fn german_label(key: &str) -> String {
    let found = |part: &str| {
        let at = LABELS.binary_search_by(|(key, _)| (*key).cmp(part)).ok()?;
        Some(LABELS[at].1.to_owned())
    };
    let parts = || key.split('.').map(|part| found(part).unwrap_or_else(|| part.to_owned()));
    found(key).unwrap_or_else(|| parts().collect::<Vec<_>>().join(", "))
}

/// A key as it is shown in English: "form of address".
pub fn english_label(key: &str) -> String {
    key.replace(['.', '-'], " ")
}

/// What people call in German the value `word` of `key` in the file at `path`, where it is one of a closed set.
pub fn german_value(path: &str, key: &str, word: &str) -> Option<&'static str> {
    let key = key.rsplit('.').next().unwrap_or(key);
    let tables = KeyedFile::at(path)?.tables.iter();
    let keys = tables.flat_map(|table| table.keys).filter(|it| it.name == key);
    let choices = |kind: &Kind| match kind {
        Kind::Choice(choices) | Kind::List(Kind::Choice(choices)) => Some(choices()),
        _ => None,
    };
    let called = keys.filter_map(|key| choices(&key.kind)).flat_map(|choices| choices.german);
    called.into_iter().find(|(written, _)| *written == word).map(|(_, called)| called)
}

#[cfg(test)]
mod tests {
    use super::super::keys::KEYED_FILES;
    use super::{LABELS, english_label, german_label, german_value};

    #[test]
    fn every_key_has_words() {
        assert!(LABELS.is_sorted_by(|(one, _), (other, _)| one < other));
        let keys = KEYED_FILES.iter().flat_map(|file| file.tables).flat_map(|table| table.keys);
        let silent: Vec<&str> = keys
            .map(|key| key.name)
            .filter(|name| LABELS.iter().all(|(key, _)| key != name))
            .collect();
        assert_eq!(silent, [""; 0]);
    }

    #[test]
    fn keys_and_values_are_shown_as_people_call_them() {
        assert_eq!(german_label("cadence.per-year"), "Rhythmus, Treffen im Jahr");
        assert_eq!(german_label("registration.until"), "Anmeldeschluss");
        assert_eq!(english_label("form-of-address"), "form of address");
        let meeting = "meetings/2027-03-02-aue.toml";
        assert_eq!(german_value(meeting, "status", "planned"), Some("geplant"));
        assert_eq!(german_value(meeting, "kind", "welcome"), Some("Begrüßung"));
        assert_eq!(german_value(meeting, "title", "planned"), None);
        assert_eq!(german_value(meeting, "weekday", "Dienstag"), None);
    }
}
