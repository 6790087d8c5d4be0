//! The key of a file that somebody means.

use crate::cli::place::Subject;
use crate::plan::naming::Thing;
use crate::text::slug;

/// What people call keys, in German and otherwise than files do, and the key.
const NAMES: &[(&str, &str)] = &[
    ("abfahrt", "transport"),
    ("abteilung", "department"),
    ("amt", "office"),
    ("anmeldeschluss", "registration.until"),
    ("anrede", "form-of-address"),
    ("ausstattung", "equipment"),
    ("beginn", "start"),
    ("bemerkung", "note"),
    ("beschreibung", "description"),
    ("breite", "latitude"),
    ("briefanrede", "salutation"),
    ("datum", "date"),
    ("dauer", "duration"),
    ("e-mail", "mail"),
    ("einlass", "admission"),
    ("email", "mail"),
    ("ende", "end"),
    ("familienname", "family-name"),
    ("first-name", "given-name"),
    ("funktion", "office"),
    ("gastgeber", "hosts"),
    ("gastgeberin", "hosts"),
    ("gastgeberstadt", "hosts"),
    ("grund", "reason"),
    ("gruppe", "groups"),
    ("gruppen", "groups"),
    ("group", "groups"),
    ("host", "hosts"),
    ("kosten", "cost"),
    ("laenge", "longitude"),
    ("last-name", "family-name"),
    ("location", "venue"),
    ("mail-adresse", "mail"),
    ("mitglied-bis", "member-until"),
    ("mitglied-seit", "member-since"),
    ("moderation", "people"),
    ("nachname", "family-name"),
    ("notiz", "note"),
    ("nummer", "number"),
    ("organisation", "organisation"),
    ("ort", "place"),
    ("personen", "people"),
    ("phone-number", "phone"),
    ("plaetze", "seats"),
    ("plz", "postcode"),
    ("postal-code", "postcode"),
    ("postleitzahl", "postcode"),
    ("raum", "room"),
    ("referent", "people"),
    ("referentin", "people"),
    ("speaker", "people"),
    ("speakers", "people"),
    ("sprache", "language"),
    ("stadt", "city"),
    ("stand", "status"),
    ("strasse", "street"),
    ("surname", "family-name"),
    ("tag", "date"),
    ("tagungsort", "venue"),
    ("telefon", "phone"),
    ("thema", "theme"),
    ("titel", "title"),
    ("topic", "theme"),
    ("town", "town"),
    ("treffpunkt", "meet-at"),
    ("uhrzeit", "start"),
    ("time", "start"),
    ("untertitel", "subtitle"),
    ("until", "end"),
    ("vorname", "given-name"),
    ("zielgruppe", "for"),
    ("zip", "postcode"),
];

/// The key that `words` mean for `subject`: as it is written, else by another name of it.
pub(in crate::cli) fn meant(words: &str, subject: Subject) -> String {
    let parts: Vec<String> = words.split('.').map(slug).collect();
    let key = parts.join(".");
    let known = NAMES.iter().find(|(name, _)| *name == key).map_or(&*key, |(_, key)| key);
    // Where a part of the whole stands is said by other keys than where the whole does.
    let known = match (subject, known) {
        (Subject::Session(..), "room" | "venue") => "place",
        (Subject::Thing(Thing::Contact(_)), "place") => "town",
        (Subject::Thing(Thing::Contact(_)), "hosts")
        | (Subject::Thing(Thing::Venue(_)), "place") => "city",
        (Subject::Thing(Thing::Meeting(_)), "city" | "town") => "hosts",
        (Subject::Thing(Thing::Contact(_)), "name") => "family-name",
        (Subject::Session(..) | Subject::Thing(Thing::Meeting(_)), "name") => "title",
        (_, known) => known,
    };
    known.to_owned()
}
