//! The keys of `cities.toml`, `venues.toml` and `contacts.toml`.

use super::key::Kind::{
    Choice, Date, Digits, Flag, Id, Line, List, Mail, MailOrFalse, Number, Path, Reference, Region,
    Text, Whole,
};
use super::key::{KeyedFile, entries, keys, of, table};
use crate::domain::city::ExtraHoliday;
use crate::domain::contact::FormOfAddress;
use crate::text::Language;

/// The members.
pub(super) const CITIES: KeyedFile = KeyedFile {
    path: "cities.toml",
    about: [
        "Die Mitglieder. Die Reihenfolge in der Datei ist die des Netzwerks: Steht mehreren gleich viel \
         zu, geht es in ihr reihum.",
        "The members. Their order in the file is that of the network: among those who are owed the \
         same it goes round.",
    ],
    tables: &[
        entries(&["city"], CITY),
        table(&["city.logo"], LOGO),
        entries(&["city.unavailable"], UNAVAILABLE),
        entries(&["city.wish"], WISH),
        entries(&["city.earlier-membership"], EARLIER),
    ],
};

/// The places.
pub(super) const VENUES: KeyedFile = KeyedFile {
    path: "venues.toml",
    about: ["Die Tagungsorte mit ihren Räumen.", "The venues with their rooms."],
    tables: &[entries(&["venue"], VENUE), entries(&["venue.room"], ROOM)],
};

/// The people.
pub(super) const CONTACTS: KeyedFile = KeyedFile {
    path: "contacts.toml",
    about: [
        "Die Menschen, und wie man sie anschreibt.",
        "The people, and how they are written to.",
    ],
    tables: &[entries(&["contact"], CONTACT)],
};

keys! {
    CITY {
        "id" ! Id => "Die Kennung, mit der andere Dateien sie nennen", "The id by which other files name it";
        "name" ! Line => "Ihr kurzer Name", "Its short name";
        "official-name" ? Line => "Der amtliche Name; er darf einen Schrägstrich haben", "The official name; it may hold a slash";
        "municipality-key" ? Digits(8) => "Der amtliche Gemeindeschlüssel; er nennt auch das Land", "The official municipality key; it tells the Land, too";
        "region" ? Region => "Wessen Feiertage und Schulferien sie hat, etwa `DE-BY`", "Whose holidays it has, such as `DE-BY`";
        "extra-holidays" ? List(&Choice(of::<ExtraHoliday>)) => "Feiertage, die nur in manchen Gemeinden gelten; `[]`: keiner davon", "Holidays that hold in some municipalities only; `[]`: none of them";
        "island" ? Flag => "Ob sie auf einer Insel mit eigenen Ferien liegt", "Whether it lies on an island with school holidays of its own";
        "district" ? Line => "Der Landkreis", "The district";
        "country" ? Line => "Der Staat, wenn sie im Ausland liegt", "The country, if it lies abroad";
        "street" ? Line => "Straße und Hausnummer des Rathauses", "Street and number of the town hall";
        "postcode" ? Line => "Die Postleitzahl, als Text: Die Null vorn bleibt", "The postcode, as words: a leading zero stays";
        "mail" ? Mail => "Die Mailadresse der Verwaltung", "The mail address of its administration";
        "station" ? Line => "Der Bahnhof", "The station";
        "latitude" ? Number(-90, 90) => "Grad nördlicher Breite, für Wege; nur mit `longitude`", "Degrees north, for ways; only with `longitude`";
        "longitude" ? Number(-180, 180) => "Grad östlicher Länge; nur mit `latitude`", "Degrees east; only with `latitude`";
        "adjective" ? Line => "Das Adjektiv zum Namen: „im Birkenfurter Rathaus“", "The German adjective to its name";
        "member-since" ? Date => "Der erste Tag der Mitgliedschaft (sonst: seit dem ersten gezählten Treffen)", "The first day of its membership (else: since the first meeting that counts)";
        "member-until" ? Date => "Der letzte Tag der Mitgliedschaft", "The last day of its membership";
        "share" ? Whole(1, 1000) => "Ihr Anteil an den Gastgeberschaften (sonst 1)", "Its part of the hosting (else 1)";
        "note" ? Text => "Eine Notiz für Sie selbst", "A note for yourself";
    }
    LOGO {
        "file" ! Path => "Das Wappen oder Logo, SVG oder PNG; auf Programmen der Treffen hier", "The coat of arms or logo, SVG or PNG; on programmes of meetings here";
        "alt" ! Line => "Was darauf zu sehen ist", "What it shows";
    }
    UNAVAILABLE {
        "from" ! Date => "Der erste Tag, an dem sie nicht ausrichten kann", "The first day on which it cannot host";
        "to" ! Date => "Der letzte", "The last one";
        "reason" ! Line => "Warum", "Why";
    }
    WISH {
        "from" ! Date => "Der erste Tag, an dem sie gern ausrichten würde", "The first day on which it would like to host";
        "to" ! Date => "Der letzte", "The last one";
        "reason" ! Line => "Warum", "Why";
        "weight" ? Whole(1, 1000) => "Wie wichtig der Wunsch ist (sonst 1)", "How much the wish weighs (else 1)";
    }
    EARLIER {
        "since" ! Date => "Der erste Tag einer früheren Mitgliedschaft", "The first day of an earlier membership";
        "until" ! Date => "Ihr letzter Tag", "Its last day";
    }
    VENUE {
        "id" ! Id => "Die Kennung", "Its id";
        "name" ! Line => "Der Name", "Its name";
        "city" ? Reference => "Die Stadt des Netzwerks, in der er liegt", "The city of the network that it lies in";
        "street" ? Line => "Straße und Hausnummer", "Street and number";
        "postcode" ? Digits(5) => "Die Postleitzahl", "The postcode";
        "town" ? Line => "Der Ort, wenn er zu keiner Stadt des Netzwerks gehört", "The town, if that is none of the network";
        "latitude" ? Number(-90, 90) => "Grad nördlicher Breite, für Fußwege; nur mit `longitude`", "Degrees north, for walks; only with `longitude`";
        "longitude" ? Number(-180, 180) => "Grad östlicher Länge; nur mit `latitude`", "Degrees east; only with `latitude`";
        "seats" ? Whole(1, 100_000) => "Wie viele Menschen Platz finden", "How many people find a seat";
        "access" ? Text => "Was es für Menschen mit Behinderungen gibt", "What there is for people with impairments";
        "arrival" ? Text => "Wie man hinkommt", "How to get there";
        "link" ? Line => "Eine Seite darüber", "A page about it";
        "note" ? Text => "Eine Notiz für Sie selbst", "A note for yourself";
    }
    ROOM {
        "id" ! Id => "Die Kennung des Raums", "The id of the room";
        "name" ! Line => "Sein Name", "Its name";
        "seats" ? Whole(1, 100_000) => "Wie viele Menschen Platz finden", "How many people find a seat";
        "equipment" ? Line => "Was vorhanden ist", "What is there";
    }
    CONTACT {
        "id" ! Id => "Die Kennung", "Their id";
        "given-name" ? Line => "Der Vorname", "The given name";
        "family-name" ! Line => "Der Familienname, mit „von“ und „zu“", "The family name, with \"von\" and \"zu\"";
        "form-of-address" ? Choice(of::<FormOfAddress>) => "Wie man sie anredet; fehlt es, wird neutral gegrüßt", "How they are addressed; without it letters greet neutrally";
        "titles" ? List(&Line) => "Akademische Titel", "Academic titles";
        "office" ? Line => "Das Amt: „Bürgermeisterin“", "The office: \"Mayor\"";
        "organisation" ? Line => "Die Einrichtung, für die sie arbeiten", "The body they work for";
        "department" ? Line => "Die Abteilung", "The part of that body";
        "city" ? Reference => "Die Stadt des Netzwerks, zu der sie gehören", "The city of the network that they belong to";
        "street" ? Line => "Straße und Hausnummer", "Street and number";
        "postcode" ? Line => "Die Postleitzahl", "The postcode";
        "town" ? Line => "Der Ort", "The town";
        "country" ? Line => "Der Staat, wenn im Ausland", "The country, if abroad";
        "mail" ? MailOrFalse => "Die Mailadresse; `false`: nie eine Mail schreiben", "The mail address; `false`: never write a mail";
        "phone" ? Line => "Die Telefonnummer", "The telephone number";
        "language" ? Choice(of::<Language>) => "Die Sprache ihrer Briefe (sonst die des Netzwerks)", "The language of their letters (else that of the network)";
        "familiar" ? Flag => "Ob Briefe du sagen (sonst `false`)", "Whether letters say du (else `false`)";
        "rank" ? Whole(0, 1_000_000) => "Der Rang, kleine Zahlen zuerst (sonst nach dem Amt)", "Order of precedence, small numbers first (else by office)";
        "groups" ? List(&Id) => "Die Gruppen, in denen sie angeschrieben werden", "The groups in which they are written to";
        "salutation" ? Line => "Eine eigene Briefanrede, Wort für Wort", "A salutation of their own, word for word";
        "note" ? Text => "Eine Notiz für Sie selbst", "A note for yourself";
    }
}
