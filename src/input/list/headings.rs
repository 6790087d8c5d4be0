//! What headings mean, in both languages.

use crate::domain::listed::{Field, ListKind};
use crate::text::slug;

/// The headings of a kind of list as slugs, those first that say it best.
fn headings(kind: ListKind) -> &'static [(Field, &'static str)] {
    match kind {
        ListKind::Contacts => CONTACTS,
        ListKind::Cities => CITIES,
        ListKind::Meetings => MEETINGS,
    }
}

/// What columns of a kind of list can hold.
pub fn fields(kind: ListKind) -> impl Iterator<Item = Field> {
    headings(kind).iter().map(|(field, _)| *field)
}

const CONTACTS: &[(Field, &str)] = &[
    (
        Field::Mail,
        "e-mail email mail e-mail-adresse email-adresse mail-adresse mailadresse e-mail-address \
         email-address emailadresse",
    ),
    (Field::GivenName, "vorname vornamen given-name first-name forename rufname"),
    (
        Field::FamilyName,
        "nachname familienname family-name last-name surname zuname name-familienname",
    ),
    (
        Field::Name,
        "name name-vorname vorname-name vor-und-nachname vorname-nachname vollstaendiger-name \
         full-name display-name ansprechpartner ansprechpartnerin ansprechpartner-in ansprechperson \
         kontaktperson kontakt contact-person contact teilnehmer teilnehmerin person",
    ),
    (
        Field::FormOfAddress,
        "anrede form-of-address salutation herr-frau frau-herr geschlecht gender",
    ),
    (
        Field::Titles,
        "titel akademische-titel akademischer-titel akad-titel titles academic-title title",
    ),
    (
        Field::Office,
        "amt funktion position amtsbezeichnung dienststellung dienstbezeichnung stellung office \
         function job-title role rolle amt-funktion funktion-amt",
    ),
    (
        Field::Organisation,
        "organisation behoerde institution einrichtung dienststelle firma unternehmen verwaltung \
         organization company",
    ),
    (
        Field::Department,
        "abteilung fachbereich fachdienst sachgebiet referat dezernat bereich department",
    ),
    (
        Field::City,
        "stadt kommune mitgliedsstadt mitgliedskommune stadt-gemeinde stadt-kommune gemeinde city \
         municipality mitglied member",
    ),
    (Field::Street, "strasse strasse-hausnummer strasse-und-hausnummer strasse-nr str street"),
    (Field::Postcode, "plz postleitzahl postcode post-code zip zip-code postal-code"),
    (Field::Town, "ort wohnort postort plz-ort plz-und-ort town postal-town"),
    (Field::Country, "staat country nation"),
    (Field::Address, "anschrift postanschrift dienstanschrift postadresse adresse address"),
    (
        Field::Phone,
        "telefon telefonnummer telefon-nr tel tel-nr rufnummer festnetz fon phone telephone \
         business-phone durchwahl mobil mobiltelefon handy mobile",
    ),
    (Field::Language, "sprache language"),
    (Field::Groups, "gruppen gruppe verteiler groups group kategorien kategorie categories"),
    (
        Field::Note,
        "notiz notizen bemerkung bemerkungen anmerkung hinweis kommentar note notes comment",
    ),
    (Field::Id, "kennung id"),
];

const CITIES: &[(Field, &str)] = &[
    (
        Field::Name,
        "stadt name kommune gemeinde mitgliedsstadt mitgliedskommune stadt-gemeinde stadtname ort \
         ortsname mitglied city town municipality member",
    ),
    (Field::OfficialName, "amtlicher-name offizieller-name amtliche-bezeichnung official-name"),
    (
        Field::MunicipalityKey,
        "amtlicher-gemeindeschluessel gemeindeschluessel ags gemeindekennziffer gkz schluessel \
         municipality-key",
    ),
    (Field::District, "landkreis kreis district county"),
    (Field::Region, "bundesland kanton region federal-state state canton land"),
    (Field::Street, "strasse strasse-hausnummer strasse-und-hausnummer strasse-nr street"),
    (Field::Postcode, "plz postleitzahl postcode post-code zip zip-code postal-code"),
    (Field::Country, "staat country"),
    (Field::Mail, "e-mail email mail e-mail-adresse mailadresse e-mail-address email-address"),
    (Field::Station, "bahnhof station"),
    (Field::MemberSince, "mitglied-seit beitritt seit member-since joined"),
    (Field::MemberUntil, "mitglied-bis austritt member-until left"),
    (Field::Note, "notiz bemerkung bemerkungen anmerkung hinweis note notes comment"),
    (Field::Id, "kennung id"),
];

const MEETINGS: &[(Field, &str)] = &[
    (
        Field::Date,
        "datum tag termin sitzungstag veranstaltungsdatum wann von am date day when from",
    ),
    (Field::DateText, "datum-in-worten date-in-words"),
    (Field::EndDate, "letzter-tag enddatum bis-datum bis last-day end-date until to"),
    (
        Field::Hosts,
        "gastgeber gastgeberin gastgeberstadt gastgebende-stadt ausrichter ausrichterin \
         ausrichtende-stadt stadt kommune gemeinde hosts host hosting-city city town ort wo where",
    ),
    (
        Field::Title,
        "titel bezeichnung veranstaltung betreff anlass treffen sitzung name title meeting event \
         subject",
    ),
    (Field::Theme, "thema themen schwerpunkt inhalt theme topic topics"),
    (
        Field::Place,
        "tagungsort tagungsstaette veranstaltungsort sitzungsort raum adresse venue place location \
         room ort",
    ),
    (Field::Start, "beginn uhrzeit anfang start-time start time zeit"),
    (Field::End, "ende schluss end-time end"),
    (Field::Status, "stand status state"),
    (Field::Description, "beschreibung description"),
    (Field::Note, "notiz bemerkung bemerkungen anmerkung hinweis note notes comment"),
    (Field::Id, "kennung id"),
];

/// Headings of which no two fields are meant by their first word: "E-Mail dienstlich", "Telefon 1".
const BY_BEGINNING: [Field; 6] = [
    Field::Mail,
    Field::GivenName,
    Field::FamilyName,
    Field::Phone,
    Field::Postcode,
    Field::Street,
];

/// How many of `cells` are headings of a kind of list.
pub(super) fn known<'c>(cells: impl Iterator<Item = &'c str>, kind: ListKind) -> usize {
    let cells: Vec<&str> = cells.collect();
    assigned(&cells, kind).iter().flatten().count()
}

/// Whether `cells` are the headings of a list of people; a list of towns has no second column for them.
pub(super) fn name_people(cells: &[&str]) -> bool {
    let fields = assigned(cells, ListKind::Contacts);
    let has = |field| fields.contains(&Some(field));
    has(Field::FamilyName)
        || has(Field::GivenName)
        || has(Field::Name) && (has(Field::City) || has(Field::Town))
}

/// Which column of a list of people names their towns.
pub(super) fn towns_of_people(cells: &[&str]) -> Option<usize> {
    let fields = assigned(cells, ListKind::Contacts);
    let at = |field| fields.iter().position(|known| *known == Some(field));
    at(Field::City).or_else(|| at(Field::Town))
}

/// Whether a sheet of this name is about a kind of thing.
pub(super) fn name_sheet(sheet: &str, kind: ListKind) -> bool {
    let words = match kind {
        ListKind::Contacts => {
            "kontakte personen leute ansprechpartner ansprechpersonen adressen verteiler teilnehmer \
             teilnehmende contacts people persons addresses participants"
        }
        ListKind::Cities => {
            "staedte kommunen gemeinden mitglieder mitgliedsstaedte mitgliedskommunen orte cities \
             towns municipalities members"
        }
        ListKind::Meetings => {
            "treffen termine sitzungen veranstaltungen tagungen meetings dates events"
        }
    };
    slug(sheet).split('-').any(|part| words.split(' ').any(|word| word == part))
}

/// What a heading alone means.
pub(super) fn of_heading(heading: &str, kind: ListKind) -> Option<Field> {
    assigned(&[heading], kind)[0]
}

/// What each heading means: of several for the same the one that says it best.
pub(super) fn assigned(cells: &[&str], kind: ListKind) -> Vec<Option<Field>> {
    // "E-Mail (dienstlich)", "Name*"
    let key = |cell: &&str| slug(cell.split(['(', '[']).next().unwrap_or_default());
    let slugs: Vec<String> = cells.iter().map(key).collect();
    let mut fields: Vec<Option<Field>> = vec![None; slugs.len()];
    for (field, names) in headings(kind) {
        let free = |at: &usize| fields[*at].is_none();
        let is = |name: &str| (0..slugs.len()).filter(free).find(|at| slugs[*at] == name);
        let mut names = names.split(' ');
        let begins = |name: &str| {
            let longer = format!("{name}-");
            (0..slugs.len()).filter(free).find(|at| slugs[*at].starts_with(&longer))
        };
        let best = names.clone().find_map(is);
        let best = match best {
            None if BY_BEGINNING.contains(field) => names.find_map(begins),
            best => best,
        };
        if let Some(best) = best {
            fields[best] = Some(*field);
        }
    }
    // "Name" beside "Vorname" is the family name.
    if kind == ListKind::Contacts && fields.contains(&Some(Field::GivenName)) {
        let has_family = fields.contains(&Some(Field::FamilyName));
        let name = slugs.iter().position(|slug| slug == "name").filter(|_| !has_family);
        if let Some(name) = name {
            fields[name] = Some(Field::FamilyName);
        }
    }
    fields
}

#[cfg(test)]
mod tests {
    use super::assigned;
    use crate::domain::listed::{Field, ListKind};
    use crate::text::Vocabulary as _;

    fn read(kind: ListKind, headings: &str) -> String {
        let cells: Vec<&str> = headings.split(';').collect();
        let fields = assigned(&cells, kind).into_iter();
        fields.map(|it| it.map_or("?", Field::word)).collect::<Vec<_>>().join(";")
    }

    #[test]
    fn headings_are_understood_in_both_languages() {
        let contacts = [
            ("Name;Vorname;E-Mail", "family-name;given-name;mail"),
            ("Name;Stadt;Mail", "name;city;mail"),
            ("Vorname;Nachname;Name", "given-name;family-name;name"),
            ("E-Mail (dienstlich);Telefon 1;Telefon 2", "mail;phone;?"),
            ("First name;Last name;Job title;City", "given-name;family-name;office;city"),
            ("Straße;PLZ;Ort;Anrede", "street;postcode;town;form-of-address"),
            ("Lfd. Nr.;;Umsatz", "?;?;?"),
        ];
        for (headings, expected) in contacts {
            assert_eq!(read(ListKind::Contacts, headings), expected, "{headings}");
        }
        assert_eq!(read(ListKind::Meetings, "Datum;Stadt;Ort;Titel"), "date;hosts;place;title");
        assert_eq!(read(ListKind::Meetings, "Datum;Ort;Thema"), "date;hosts;theme");
        assert_eq!(read(ListKind::Cities, "Stadt;PLZ;AGS"), "name;postcode;municipality-key");
    }
}
