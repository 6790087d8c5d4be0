//! Lists of towns, venues and meetings, and single entries, for people at a terminal.

pub mod people;

use super::model::{Block, Document, Fact, Inline, Table};
use crate::text::{DateStyle, Language, MemberWords};
use crate::view::city::{City, Spell};
use crate::view::contact::Contact;
use crate::view::meeting::{Item, Meeting};
use crate::view::venue::Venue;
use crate::view::words::capital;

/// "17.03.2026"
pub(super) fn day(language: Language, date: chrono::NaiveDate) -> String {
    DateStyle::of(language).numeric(date)
}

fn table(language: Language, title: &str, table: Table) -> Document {
    Document::new(language, title, vec![Block::Table(table)])
}

/// The names of all kinds of documents, each with what it is.
pub fn documents(all: &[(&str, &str)], language: Language) -> Document {
    let headings = [
        (language.pick("Schriftstück", "document"), false),
        (language.pick("was es ist", "what it is"), false),
    ];
    let rows = all.iter().map(|(name, what)| vec![(*name).to_owned(), (*what).to_owned()]);
    let rows = Table::of_words(&headings, rows.collect());
    table(language, language.pick("Schriftstücke", "Documents"), rows)
}

/// The members as a table.
pub fn cities(cities: &[City], members: &MemberWords, language: Language) -> Document {
    let headings = [
        (members.one(language, language.pick("Stadt", "city")), false),
        (language.pick("Kennung", "id"), false),
        (language.pick("PLZ", "postcode"), false),
        (language.pick("Mitglied", "member"), false),
        (language.pick("zuletzt Gastgeber", "hosted last"), false),
    ];
    let rows = cities
        .iter()
        .map(|city| {
            vec![
                city.name.clone(),
                city.id.clone(),
                city.postcode.clone().unwrap_or_default(),
                membership(city, language),
                last_hosted(city, language),
            ]
        })
        .collect();
    table(
        language,
        &capital(members.several(language, language.pick("Städte", "Cities"))),
        Table::of_words(&headings, rows),
    )
}

fn last_hosted(city: &City, language: Language) -> String {
    let date = city.last_hosted.map(|date| day(language, date));
    city.last_hosted_words.clone().or(date).unwrap_or_default()
}

fn membership(city: &City, language: Language) -> String {
    match (city.member, city.member_since, city.member_until) {
        (true, None, _) => language.pick("ja", "yes").to_owned(),
        (true, Some(since), _) => {
            format!("{} {}", language.pick("seit", "since"), day(language, since))
        }
        (false, _, Some(until)) => {
            format!("{} {}", language.pick("bis", "until"), day(language, until))
        }
        (false, Some(since), None) => {
            format!("{} {}", language.pick("ab", "from"), day(language, since))
        }
        (false, None, None) => language.pick("nein", "no").to_owned(),
    }
}

/// The venues as a table.
pub fn venues(venues: &[Venue], language: Language) -> Document {
    let headings = [
        (language.pick("Tagungsort", "venue"), false),
        (language.pick("Kennung", "id"), false),
        (language.pick("Anschrift", "address"), false),
        (language.pick("Plätze", "seats"), true),
    ];
    let rows = venues
        .iter()
        .map(|venue| {
            vec![venue.name.clone(), venue.id.clone(), address(venue), number(venue.seats)]
        })
        .collect();
    table(language, language.pick("Tagungsorte", "Venues"), Table::of_words(&headings, rows))
}

fn address(venue: &Venue) -> String {
    let town = [venue.postcode.as_deref(), venue.town.as_deref()];
    let town = town.into_iter().flatten().collect::<Vec<_>>().join(" ");
    let parts = [venue.street.clone().unwrap_or_default(), town];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

fn number(number: Option<u32>) -> String {
    number.map(|number| number.to_string()).unwrap_or_default()
}

/// The meetings as a table.
pub fn meetings(meetings: &[Meeting], language: Language) -> Document {
    let title = language.pick("Treffen", "Meetings");
    table(language, title, meetings_table(meetings, language))
}

/// The same table alone.
pub fn meetings_table(meetings: &[Meeting], language: Language) -> Table {
    let headings = [
        (language.pick("Wann", "when"), false),
        (language.pick("Kennung", "id"), false),
        (language.pick("Gastgeber", "hosts"), false),
        (language.pick("Stand", "status"), false),
        (language.pick("zählt", "turn"), false),
    ];
    let rows = meetings
        .iter()
        .map(|meeting| {
            vec![
                when(meeting, language),
                meeting.id.clone(),
                meeting.hosts.join(", "),
                meeting.status.name(language).to_owned(),
                if meeting.turn { language.pick("ja", "yes") } else { "" }.to_owned(),
            ]
        })
        .collect();
    Table::of_words(&headings, rows)
}

fn when(meeting: &Meeting, language: Language) -> String {
    match (&meeting.date_text, meeting.date, meeting.end_date) {
        (Some(words), ..) => words.clone(),
        (None, Some(date), Some(end)) => {
            format!("{} – {}", day(language, date), day(language, end))
        }
        (None, Some(date), None) => day(language, date),
        (None, None, _) => language.pick("offen", "open").to_owned(),
    }
}

/// One town with everything known of it.
pub fn city(city: &City, language: Language) -> Document {
    let own = |words: &Option<String>| words.clone().unwrap_or_default();
    let spells = |spells: &[Spell]| {
        let one = |spell: &Spell| {
            format!("{}–{}: {}", day(language, spell.from), day(language, spell.to), spell.reason)
        };
        spells.iter().map(one).collect::<Vec<_>>().join("; ")
    };
    let degrees = |[north, east]: [f64; 2]| format!("{north}, {east}");
    let island =
        if city.island { language.pick("wie auf den Inseln", "as on the islands") } else { "" };
    let facts = [
        (language.pick("Kennung", "Id"), city.id.clone()),
        (language.pick("Amtlicher Name", "Official name"), own(&city.official_name)),
        (language.pick("Gemeindeschlüssel", "Municipality key"), own(&city.municipality_key)),
        (language.pick("Kreis", "District"), own(&city.district)),
        (language.pick("Straße", "Street"), own(&city.street)),
        (language.pick("Postleitzahl", "Postcode"), own(&city.postcode)),
        (language.pick("Staat", "Country"), own(&city.country)),
        (
            language.pick("Koordinaten", "Coordinates"),
            city.coordinates.map(degrees).unwrap_or_default(),
        ),
        (language.pick("E-Mail", "Mail"), own(&city.mail)),
        (language.pick("Bahnhof", "Station"), own(&city.station)),
        (language.pick("Mitglied", "Member"), membership(city, language)),
        (language.pick("Anteil", "Share"), city.share.to_string()),
        (language.pick("Zuletzt Gastgeber", "Hosted last"), last_hosted(city, language)),
        (language.pick("Verhindert", "Unavailable"), spells(&city.unavailable)),
        (language.pick("Wünsche", "Wishes"), spells(&city.wishes)),
        (language.pick("Adjektiv", "Adjective"), own(&city.adjective)),
        (language.pick("Eigene Feiertage", "Own holidays"), city.extra_holidays.join(", ")),
        (language.pick("Schulferien", "School holidays"), island.to_owned()),
        (language.pick("Notiz", "Note"), own(&city.note)),
        (language.pick("Eintrag", "Entry"), city.place.to_string()),
    ];
    entry(&city.name, facts.to_vec(), language)
}

/// One venue with everything known of it.
pub fn venue(venue: &Venue, language: Language) -> Document {
    let own = |words: &Option<String>| words.clone().unwrap_or_default();
    let mut facts = vec![
        (language.pick("Kennung", "Id"), venue.id.clone()),
        (language.pick("Anschrift", "Address"), address(venue)),
        (language.pick("Plätze", "Seats"), number(venue.seats)),
        (language.pick("Barrierefreiheit", "Access"), own(&venue.access)),
        (language.pick("Anfahrt", "Arrival"), own(&venue.arrival)),
        (language.pick("Internet", "Web"), own(&venue.link)),
    ];
    for room in &venue.rooms {
        let seats = room.seats.map(|seats| format!("{seats} {}", language.pick("Plätze", "seats")));
        let parts = [Some(format!("{} ({})", room.name, room.id)), seats, room.equipment.clone()];
        let words = parts.into_iter().flatten().collect::<Vec<_>>().join(", ");
        facts.push((language.pick("Raum", "Room"), words));
    }
    facts.push((language.pick("Eintrag", "Entry"), venue.place.to_string()));
    entry(&venue.name, facts, language)
}

/// A heading and what is known below it.
pub fn entry(title: &str, facts: Vec<(&str, String)>, language: Language) -> Document {
    let known = facts.into_iter().filter(|(_, words)| !words.is_empty());
    let facts = known.map(|(label, words)| Fact::new(label, words)).collect();
    let heading = Block::Heading(1, vec![Inline::text(title)]);
    Document::new(language, title, vec![heading, Block::Facts(facts)])
}

/// One person with everything known.
pub fn contact(contact: &Contact, language: Language) -> Document {
    let own = |words: &Option<String>| words.clone().unwrap_or_default();
    let mail = if contact.never_write {
        language.pick("nie eine Mail", "never a mail").to_owned()
    } else {
        own(&contact.mail)
    };
    let facts = vec![
        (language.pick("Kennung", "Id"), contact.id.clone()),
        (language.pick("Amt", "Office"), own(&contact.office)),
        (language.pick("Organisation", "Organisation"), own(&contact.organisation)),
        (language.pick("Stadt", "City"), own(&contact.city)),
        (language.pick("E-Mail", "Mail"), mail),
        (language.pick("Telefon", "Telephone"), own(&contact.phone)),
        (language.pick("Anschrift", "Address"), contact.address.join(", ")),
        (language.pick("Anrede", "Salutation"), contact.salutation.clone()),
        (language.pick("Rang", "Rank"), number(contact.rank)),
        (language.pick("Gruppen", "Groups"), contact.groups.join(", ")),
        (language.pick("Notiz", "Note"), own(&contact.note)),
        (language.pick("Eintrag", "Entry"), contact.place.to_string()),
    ];
    entry(&contact.name, facts, language)
}

/// One meeting in short, with what commands call the items of its programme; the programme tells the rest.
pub fn meeting(meeting: &Meeting, items: &[Item], language: Language) -> Document {
    let turn = if meeting.turn { language.pick("ja", "yes") } else { language.pick("nein", "no") };
    let facts = vec![
        (language.pick("Kennung", "Id"), meeting.id.clone()),
        (language.pick("Wann", "When"), when(meeting, language)),
        (language.pick("Gastgeber", "Hosts"), meeting.hosts.join(", ")),
        (language.pick("Stand", "Status"), meeting.status.name(language).to_owned()),
        (language.pick("Grund", "Reason"), meeting.reason.clone().unwrap_or_default()),
        (language.pick("Zählt als Gastgeberschaft", "Counts as a turn"), turn.to_owned()),
        (language.pick("Programmpunkte", "Sessions"), meeting.sessions.to_string()),
        (language.pick("Datei", "File"), meeting.place.file.clone()),
    ];
    let mut document = entry(&meeting.title, facts, language);
    if !items.is_empty() {
        let headings = [
            (language.pick("Nr.", "no."), true),
            (language.pick("Kennung", "id"), false),
            (language.pick("Beginn", "start"), false),
            (language.pick("Punkt", "item"), false),
        ];
        let row = |item: &Item| {
            vec![item.number.to_string(), item.id.clone(), item.start.clone(), item.title.clone()]
        };
        let table = Table::of_words(&headings, items.iter().map(row).collect());
        document.blocks.push(Block::Table(table));
    }
    document
}
