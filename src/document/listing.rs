//! Lists of towns, venues and meetings, and single entries, for people at a terminal.

use super::model::{Block, Document, Fact, Inline, Table};
use crate::text::{DateStyle, Language};
use crate::view::city::{City, Spell};
use crate::view::contact::Contact;
use crate::view::finding::Place;
use crate::view::meeting::Meeting;
use crate::view::venue::Venue;

/// The one of two words that fits `language`.
fn say<'w>(language: Language, german: &'w str, english: &'w str) -> &'w str {
    match language {
        Language::German => german,
        Language::English => english,
    }
}

fn day(language: Language, date: chrono::NaiveDate) -> String {
    DateStyle::of(language).numeric(date)
}

fn table(language: Language, title: &str, table: Table) -> Document {
    Document::new(language, title, vec![Block::Table(table)])
}

/// The names of all kinds of documents, each with what it is.
pub fn documents(all: &[(&str, &str)], language: Language) -> Document {
    let headings = [
        (say(language, "Schriftstück", "document"), false),
        (say(language, "was es ist", "what it is"), false),
    ];
    let rows = all.iter().map(|(name, what)| vec![(*name).to_owned(), (*what).to_owned()]);
    let rows = Table::of_words(&headings, rows.collect());
    table(language, say(language, "Schriftstücke", "Documents"), rows)
}

/// The towns as a table.
pub fn cities(cities: &[City], language: Language) -> Document {
    let headings = [
        (say(language, "Stadt", "city"), false),
        (say(language, "Kennung", "id"), false),
        (say(language, "PLZ", "postcode"), false),
        (say(language, "Mitglied", "member"), false),
        (say(language, "zuletzt Gastgeber", "hosted last"), false),
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
    table(language, say(language, "Städte", "Cities"), Table::of_words(&headings, rows))
}

fn last_hosted(city: &City, language: Language) -> String {
    let date = city.last_hosted.map(|date| day(language, date));
    city.last_hosted_words.clone().or(date).unwrap_or_default()
}

fn membership(city: &City, language: Language) -> String {
    match (city.member, city.member_since, city.member_until) {
        (true, None, _) => say(language, "ja", "yes").to_owned(),
        (true, Some(since), _) => {
            format!("{} {}", say(language, "seit", "since"), day(language, since))
        }
        (false, _, Some(until)) => {
            format!("{} {}", say(language, "bis", "until"), day(language, until))
        }
        (false, Some(since), None) => {
            format!("{} {}", say(language, "ab", "from"), day(language, since))
        }
        (false, None, None) => say(language, "nein", "no").to_owned(),
    }
}

/// The venues as a table.
pub fn venues(venues: &[Venue], language: Language) -> Document {
    let headings = [
        (say(language, "Tagungsort", "venue"), false),
        (say(language, "Kennung", "id"), false),
        (say(language, "Anschrift", "address"), false),
        (say(language, "Plätze", "seats"), true),
    ];
    let rows = venues
        .iter()
        .map(|venue| {
            vec![venue.name.clone(), venue.id.clone(), address(venue), number(venue.seats)]
        })
        .collect();
    table(language, say(language, "Tagungsorte", "Venues"), Table::of_words(&headings, rows))
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
    let title = say(language, "Treffen", "Meetings");
    table(language, title, meetings_table(meetings, language))
}

/// The same table alone.
pub fn meetings_table(meetings: &[Meeting], language: Language) -> Table {
    let headings = [
        (say(language, "Wann", "when"), false),
        (say(language, "Kennung", "id"), false),
        (say(language, "Gastgeber", "hosts"), false),
        (say(language, "Stand", "status"), false),
        (say(language, "zählt", "turn"), false),
    ];
    let rows = meetings
        .iter()
        .map(|meeting| {
            vec![
                when(meeting, language),
                meeting.id.clone(),
                meeting.hosts.join(", "),
                meeting.status.name(language).to_owned(),
                if meeting.turn { say(language, "ja", "yes") } else { "" }.to_owned(),
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
        (None, None, _) => say(language, "offen", "open").to_owned(),
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
    let facts = [
        (say(language, "Kennung", "Id"), city.id.clone()),
        (say(language, "Amtlicher Name", "Official name"), own(&city.official_name)),
        (say(language, "Gemeindeschlüssel", "Municipality key"), own(&city.municipality_key)),
        (say(language, "Kreis", "District"), own(&city.district)),
        (say(language, "Straße", "Street"), own(&city.street)),
        (say(language, "Postleitzahl", "Postcode"), own(&city.postcode)),
        (
            say(language, "Koordinaten", "Coordinates"),
            city.coordinates.map(degrees).unwrap_or_default(),
        ),
        (say(language, "E-Mail", "Mail"), own(&city.mail)),
        (say(language, "Bahnhof", "Station"), own(&city.station)),
        (say(language, "Mitglied", "Member"), membership(city, language)),
        (say(language, "Anteil", "Share"), city.share.to_string()),
        (say(language, "Zuletzt Gastgeber", "Hosted last"), last_hosted(city, language)),
        (say(language, "Verhindert", "Unavailable"), spells(&city.unavailable)),
        (say(language, "Wünsche", "Wishes"), spells(&city.wishes)),
        (say(language, "Adjektiv", "Adjective"), own(&city.adjective)),
        (say(language, "Eigene Feiertage", "Own holidays"), city.extra_holidays.join(", ")),
        (say(language, "Notiz", "Note"), own(&city.note)),
        (say(language, "Eintrag", "Entry"), entry_place(&city.place)),
    ];
    entry(&city.name, facts.to_vec(), language)
}

/// One venue with everything known of it.
pub fn venue(venue: &Venue, language: Language) -> Document {
    let own = |words: &Option<String>| words.clone().unwrap_or_default();
    let mut facts = vec![
        (say(language, "Kennung", "Id"), venue.id.clone()),
        (say(language, "Anschrift", "Address"), address(venue)),
        (say(language, "Plätze", "Seats"), number(venue.seats)),
        (say(language, "Barrierefreiheit", "Access"), own(&venue.access)),
        (say(language, "Anfahrt", "Arrival"), own(&venue.arrival)),
        (say(language, "Internet", "Web"), own(&venue.link)),
    ];
    for room in &venue.rooms {
        let seats = room.seats.map(|seats| format!("{seats} {}", say(language, "Plätze", "seats")));
        let parts = [Some(format!("{} ({})", room.name, room.id)), seats, room.equipment.clone()];
        let words = parts.into_iter().flatten().collect::<Vec<_>>().join(", ");
        facts.push((say(language, "Raum", "Room"), words));
    }
    facts.push((say(language, "Eintrag", "Entry"), entry_place(&venue.place)));
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
        say(language, "nie eine Mail", "never a mail").to_owned()
    } else {
        own(&contact.mail)
    };
    let facts = vec![
        (say(language, "Kennung", "Id"), contact.id.clone()),
        (say(language, "Amt", "Office"), own(&contact.office)),
        (say(language, "Organisation", "Organisation"), own(&contact.organisation)),
        (say(language, "Stadt", "City"), own(&contact.city)),
        (say(language, "E-Mail", "Mail"), mail),
        (say(language, "Telefon", "Telephone"), own(&contact.phone)),
        (say(language, "Anschrift", "Address"), contact.address.join(", ")),
        (say(language, "Anrede", "Salutation"), contact.salutation.clone()),
        (say(language, "Rang", "Rank"), number(contact.rank)),
        (say(language, "Gruppen", "Groups"), contact.groups.join(", ")),
        (say(language, "Notiz", "Note"), own(&contact.note)),
        (say(language, "Eintrag", "Entry"), entry_place(&contact.place)),
    ];
    entry(&contact.name, facts, language)
}

/// One meeting in short; the programme tells the rest.
pub fn meeting(meeting: &Meeting, language: Language) -> Document {
    let turn = if meeting.turn { say(language, "ja", "yes") } else { say(language, "nein", "no") };
    let facts = vec![
        (say(language, "Kennung", "Id"), meeting.id.clone()),
        (say(language, "Wann", "When"), when(meeting, language)),
        (say(language, "Gastgeber", "Hosts"), meeting.hosts.join(", ")),
        (say(language, "Stand", "Status"), meeting.status.name(language).to_owned()),
        (say(language, "Grund", "Reason"), meeting.reason.clone().unwrap_or_default()),
        (say(language, "Zählt als Gastgeberschaft", "Counts as a turn"), turn.to_owned()),
        (say(language, "Programmpunkte", "Sessions"), meeting.sessions.to_string()),
        (say(language, "Datei", "File"), meeting.place.file.clone()),
    ];
    entry(&meeting.title, facts, language)
}

fn entry_place(place: &Place) -> String {
    format!("{}:{}", place.file, place.line)
}
