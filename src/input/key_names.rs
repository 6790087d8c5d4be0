//! What people call the keys of files.

use crate::text::slug;

/// What people call keys, in German and otherwise than files do, and the keys: the first one that the place
/// has is meant.
const NAMES: &[(&str, &[&str])] = &[
    ("abfahrt", &["transport"]),
    ("abteilung", &["department"]),
    ("address", &["street"]),
    ("adresse", &["street"]),
    ("agenda", &["session"]),
    ("amt", &["office"]),
    ("anmeldeschluss", &["registration.until"]),
    ("anrede", &["form-of-address"]),
    ("art", &["kind"]),
    ("ausstattung", &["equipment"]),
    ("begin", &["start"]),
    ("beginn", &["start"]),
    ("bemerkung", &["note"]),
    ("beschreibung", &["description"]),
    ("bezeichnung", &["title", "name"]),
    ("bis", &["end"]),
    ("block", &["in"]),
    ("breite", &["latitude"]),
    ("briefanrede", &["salutation"]),
    ("capacity", &["seats"]),
    ("datum", &["date"]),
    ("dauer", &["duration"]),
    ("e-mail", &["mail"]),
    ("einlass", &["admission"]),
    ("email", &["mail"]),
    ("ende", &["end"]),
    ("ends", &["end"]),
    ("familienname", &["family-name"]),
    ("first-name", &["given-name"]),
    ("from", &["start"]),
    ("funktion", &["office"]),
    ("gaeste", &["for"]),
    ("gastgeber", &["hosts"]),
    ("gastgeberin", &["hosts"]),
    ("gastgeberstadt", &["hosts"]),
    ("group", &["groups"]),
    ("grund", &["reason"]),
    ("gruppe", &["groups"]),
    ("gruppen", &["groups"]),
    ("handy", &["phone"]),
    ("host", &["hosts"]),
    ("kapazitaet", &["seats"]),
    ("kennung", &["id"]),
    ("koordinaten", &["coordinates"]),
    ("kosten", &["cost"]),
    ("kuerzel", &["id"]),
    ("laenge", &["longitude"]),
    ("last-name", &["family-name"]),
    ("length", &["duration"]),
    ("location", &["venue", "place"]),
    ("mail-adresse", &["mail"]),
    ("minuten", &["duration"]),
    ("minutes", &["duration"]),
    ("mitglied-bis", &["member-until"]),
    ("mitglied-seit", &["member-since"]),
    ("mobil", &["phone"]),
    ("moderation", &["people"]),
    ("nachname", &["family-name"]),
    ("name", &["title", "family-name"]),
    ("notiz", &["note"]),
    ("nummer", &["number"]),
    ("ort", &["place", "town", "venue"]),
    ("person", &["people"]),
    ("personen", &["people"]),
    ("phone-number", &["phone"]),
    ("plaetze", &["seats"]),
    ("plz", &["postcode"]),
    ("postal-code", &["postcode"]),
    ("postleitzahl", &["postcode"]),
    ("presenter", &["people"]),
    ("programm", &["session"]),
    ("punkt", &["session"]),
    ("raum", &["room", "place"]),
    ("referent", &["people"]),
    ("referenten", &["people"]),
    ("referentin", &["people"]),
    ("room", &["room", "place"]),
    ("saal", &["place", "room"]),
    ("sessions", &["session"]),
    ("speaker", &["people"]),
    ("speakers", &["people"]),
    ("sprache", &["language"]),
    ("sprecher", &["people"]),
    ("stadt", &["city", "hosts"]),
    ("staedte", &["cities"]),
    ("stand", &["status"]),
    ("strang", &["track"]),
    ("strasse", &["street"]),
    ("surname", &["family-name"]),
    ("tag", &["date"]),
    ("tageszeit", &["part-of-day"]),
    ("tagungsort", &["venue"]),
    ("tel", &["phone"]),
    ("telefon", &["phone"]),
    ("thema", &["theme"]),
    ("time", &["start"]),
    ("titel", &["title"]),
    ("topic", &["theme"]),
    ("treffpunkt", &["meet-at"]),
    ("typ", &["kind"]),
    ("type", &["kind"]),
    ("uhrzeit", &["start"]),
    ("unterpunkte", &["items"]),
    ("untertitel", &["subtitle"]),
    ("until", &["end"]),
    ("url", &["link"]),
    ("veranstaltungsort", &["venue", "place"]),
    ("verschluesselung", &["security"]),
    ("von", &["start"]),
    ("vorname", &["given-name"]),
    ("webseite", &["link"]),
    ("website", &["link"]),
    ("wer", &["people"]),
    ("where", &["place"]),
    ("who", &["people"]),
    ("wo", &["place"]),
    ("zeit", &["start"]),
    ("zielgruppe", &["for"]),
    ("zip", &["postcode"]),
];

/// How keys are written whose values people get wrong most often.
const EXAMPLES: &[(&str, &str)] = &[
    ("date", "2027-03-02"),
    ("duration", "\"45 min\""),
    ("end", "\"16:00\""),
    ("hosts", "[\"gotha\"]"),
    ("part-of-day", "\"afternoon\""),
    ("people", "[{ name = \"Lena Farnbach\", function = \"Bauamt\" }]"),
    ("place", "\"Saal 1\""),
    ("start", "\"09:30\""),
    ("venue", "\"rathaus\""),
];

/// All that people call keys.
pub fn key_names() -> impl Iterator<Item = &'static str> {
    NAMES.iter().map(|(name, _)| *name)
}

/// The key that `words` mean where `is_there` tells the keys that a place has.
pub fn key_meant(words: &str, is_there: impl Fn(&str) -> bool) -> Option<&'static str> {
    let wanted = words.split('.').map(slug).collect::<Vec<_>>().join(".");
    let (_, keys) = NAMES.iter().find(|(name, _)| *name == wanted)?;
    keys.iter().copied().find(|key| is_there(key))
}

/// How the value of `key` is written, for keys where that needs telling.
pub(super) fn example(key: &str) -> Option<&'static str> {
    EXAMPLES.iter().find(|(known, _)| *known == key).map(|(_, example)| *example)
}

#[cfg(test)]
mod tests {
    use super::{NAMES, key_meant};
    use crate::text::slug;

    #[test]
    fn every_name_can_be_found() {
        for (name, _) in NAMES {
            assert_eq!(slug(name), *name);
        }
        assert!(NAMES.is_sorted_by(|(one, _), (other, _)| one < other));
    }

    #[test]
    fn the_place_decides_which_key_is_meant() {
        let session = |key: &str| ["place", "people", "start", "end"].contains(&key);
        for (words, key) in [
            ("room", Some("place")),
            ("Location", Some("place")),
            ("speaker", Some("people")),
            ("time", Some("start")),
            ("until", Some("end")),
            ("E-Mail", None),
            ("title", None),
        ] {
            assert_eq!(key_meant(words, session), key, "{words}");
        }
        assert_eq!(key_meant("location", |_| true), Some("venue"));
    }
}
