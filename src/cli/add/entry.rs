//! An entry that is being put together.

use anyhow::Result;

use crate::cli::context::Context;
use crate::cli::dialogue::{Went, ask, ask_or_back};
use crate::cli::failure::{Findings, spoken};
use crate::cli::loaded::Loaded;
use crate::cli::naming::{described, unknown};
use crate::cli::place::{Place, Subject};
use crate::cli::set::refuse;
use crate::cli::set::value::Writer;
use crate::diagnostic::change::NotEntries;
use crate::diagnostic::request::IdTaken;
use crate::domain::id::{CityId, ContactId, Id, VenueId};
use crate::domain::line::Line;
use crate::input::edit::{Addition, add_entry, count_of, quoted};
use crate::plan::naming::{Sought, Thing};
use crate::text::{Language, slug};

/// What is asked for beside the name: the key, in German and English.
type Questions = &'static [(&'static str, [&'static str; 2])];

const OF_CITY: Questions = &[
    ("postcode", ["Postleitzahl", "Postcode"]),
    ("mail", ["Mailadresse der Verwaltung", "Mail address of its administration"]),
    (
        "member-since",
        [
            "Mitglied seit, etwa 1.1.2027; leer: heute, in einem neuen Netzwerk von Anfang an",
            "Member since, such as 2027-01-01; empty: today, in a new network from the beginning",
        ],
    ),
];
const OF_VENUE: Questions = &[
    ("city", ["Stadt des Netzwerks", "City of the network"]),
    ("street", ["Straße und Hausnummer", "Street and number"]),
    ("seats", ["Plätze", "Seats"]),
];
const OF_ROOM: Questions = &[("seats", ["Plätze", "Seats"])];
const OF_CONTACT: Questions = &[
    ("form-of-address", ["Anrede: Frau, Herr oder leer", "Form of address: Ms, Mr or nothing"]),
    ("office", ["Amt oder Funktion", "Office or function"]),
    ("city", ["Stadt des Netzwerks", "City of the network"]),
    ("mail", ["Mailadresse", "Mail address"]),
    ("groups", ["Gruppen, durch Kommas getrennt", "Groups, with commas between them"]),
];

/// A question in German and English, and the keys that its answer gives.
pub(super) type Question = ([&'static str; 2], Gives);

/// The keys that an answer gives.
#[derive(Clone, Copy)]
pub(super) enum Gives {
    /// One, with the answer as its value.
    One(&'static str),
    /// What is made of it.
    Several(fn(&str) -> Vec<(&'static str, String)>),
    /// What somebody else asks for.
    Asked(Asking),
}

/// Asks a question of an entry in a way of its own.
type Asking = fn(&mut Entry, &str, &Loaded, &Context) -> Result<Went>;

/// An entry and the file that it comes into.
pub(super) struct Entry {
    /// The kind of entry in its file.
    pub(super) kind: &'static str,
    /// Where it stands.
    pub(super) place: Place,
    /// What the file says with it.
    pub(super) text: String,
    /// Whether it is nothing without a title.
    pub(super) needs_title: bool,
    holder: Option<String>,
    questions: Questions,
}

impl Entry {
    pub(super) fn city() -> Self {
        Self::new("city", "cities.toml", Subject::Thing(Thing::City(CityId(0))), OF_CITY)
    }

    pub(super) fn venue() -> Self {
        Self::new("venue", "venues.toml", Subject::Thing(Thing::Venue(VenueId(0))), OF_VENUE)
    }

    pub(super) fn contact() -> Self {
        let subject = Subject::Thing(Thing::Contact(ContactId(0)));
        Self::new("contact", "contacts.toml", subject, OF_CONTACT)
    }

    pub(super) fn room(venue: &str) -> Self {
        let room = Self::new("room", "venues.toml", Subject::Room(0, 0), OF_ROOM);
        Self { holder: Some(venue.to_owned()), ..room }
    }

    /// An item of the meeting whose file says `text`, or a part of one.
    pub(super) fn session(place: Place, text: String) -> Self {
        let kind = if place.path.is_empty() { "session" } else { "items" };
        Self { kind, place, text, needs_title: true, holder: None, questions: &[] }
    }

    fn new(kind: &'static str, file: &str, subject: Subject, questions: Questions) -> Self {
        let place = Place { subject, file: file.to_owned(), path: Vec::new() };
        Self { kind, place, text: String::new(), needs_title: false, holder: None, questions }
    }

    /// The same in what the files say now, within the venue that holds it.
    pub(super) fn within(mut self, loaded: &Loaded) -> Result<Self> {
        if let Some(words) = &self.holder {
            let sought = [Sought::Venue];
            let found = loaded.thing(words, &sought).map_err(|it| loaded.fail(vec![it]))?;
            let Some(venue) = found else {
                return Err(Findings::one(unknown(&loaded.workspace, words, &sought)).into());
            };
            self.place.path = loaded.place_of(Subject::Thing(venue))?.path;
        }
        let file = loaded.sources.find(&self.place.file);
        self.text = file.map_or_else(String::new, |(_, file)| file.text.clone());
        Ok(self)
    }

    /// Adds the entry with its first keys. The id is `id`, else what `words` give.
    pub(super) fn begin(
        &mut self,
        words: &str,
        id: Option<&str>,
        keys: &[(&'static str, String)],
        loaded: &Loaded,
    ) -> Result<()> {
        let own = id.map_or_else(|| slug(words), str::to_owned);
        let checked = Id::new(&own);
        if checked.is_none() {
            return Err(Findings::no_id(&own, slug(words)).into());
        }
        self.is_free(&own, loaded)?;
        let mut written_keys = vec![("id", quoted(&own))];
        for (key, words) in keys {
            written_keys.push((key, written(words)?));
        }
        self.add(None, &written_keys)?;
        Ok(())
    }

    /// Adds the entry with keys as they are written, before the one of that number, else as the last.
    pub(super) fn add(
        &mut self,
        before: Option<usize>,
        keys: &[(&'static str, String)],
    ) -> Result<()> {
        let count = count_of(&self.text, &self.place.path, self.kind);
        let addition = Addition { path: &self.place.path, kind: self.kind, before, keys };
        let text = add_entry(&self.text, &addition);
        self.text = text.ok_or_else(|| Findings::one(NotEntries { kind: self.kind }))?;
        self.place.path.push((self.kind, before.unwrap_or(count)));
        Ok(())
    }

    /// Gives a key its value.
    pub(super) fn set(
        &mut self,
        key: &str,
        words: &str,
        loaded: &Loaded,
        context: &Context,
    ) -> Result<()> {
        if words.trim().is_empty() {
            let name = format!("--{key}");
            return Err(refuse(&name, "", "der Wert ist leer", "the value is empty"));
        }
        let writer = Writer { loaded, context, place: &self.place, text: &self.text };
        let text = writer.written(key, words)?;
        self.text = text.ok_or_else(|| Findings::one(NotEntries { kind: self.kind }))?;
        Ok(())
    }

    /// Asks for the name of an entry.
    pub(super) fn ask_name(context: &Context) -> Result<String> {
        let mut name = String::new();
        ask(context.say("Name", "Name"), "", |answer| {
            written(answer)
                .map_err(|_| context.say("Der Name fehlt.", "The name is missing.").to_owned())?;
            if answer.contains('@') {
                let words = context.say(
                    "Das ist mehr als ein Name; ganze Listen nimmt `erfa import`.",
                    "This is more than a name; whole lists are for `erfa import`.",
                );
                return Err(words.to_owned());
            }
            answer.clone_into(&mut name);
            Ok(())
        })?;
        Ok(name)
    }

    /// Asks for what is mostly known of such an entry; nothing but Enter leaves it open.
    pub(super) fn ask(&mut self, loaded: &Loaded, context: &Context) -> Result<()> {
        let questions: Vec<Question> =
            self.questions.iter().map(|(key, words)| (*words, Gives::One(key))).collect();
        // Nothing was asked before the first.
        let mut texts = Vec::new();
        while self.ask_all(&questions, &mut texts, loaded, context)? == Went::Back {}
        Ok(())
    }

    /// Asks one question after the other, and goes back where that is wanted. `texts` are what the file said
    /// before each of those that are asked already, and before the next.
    pub(super) fn ask_all(
        &mut self,
        questions: &[Question],
        texts: &mut Vec<String>,
        loaded: &Loaded,
        context: &Context,
    ) -> Result<Went> {
        if texts.is_empty() {
            texts.push(self.text.clone());
        }
        while let Some((words, gives)) = questions.get(texts.len() - 1) {
            self.text.clone_from(&texts[texts.len() - 1]);
            match self.ask_for(*words, *gives, loaded, context)? {
                Went::On | Went::Past => texts.push(self.text.clone()),
                Went::Back if texts.len() == 1 => return Ok(Went::Back),
                Went::Back => drop(texts.pop()),
            }
        }
        Ok(Went::On)
    }

    /// Asks until the answer will do.
    fn ask_for(
        &mut self,
        [german, english]: [&str; 2],
        gives: Gives,
        loaded: &Loaded,
        context: &Context,
    ) -> Result<Went> {
        let may = context.say(" (darf leer sein; < zurück)", " (may be empty; < back)");
        let question = context.say(german, english);
        let keys: &dyn Fn(&str) -> Vec<(&'static str, String)> = match &gives {
            Gives::One(key) => &|answer| vec![(key, answer.to_owned())],
            Gives::Several(keys) => keys,
            Gives::Asked(ask) => return ask(self, question, loaded, context),
        };
        ask_or_back(&format!("{question}{may}"), "", |answer| {
            let keys = if answer.is_empty() { Vec::new() } else { keys(answer) };
            self.answered(&keys, loaded, context)
        })
    }

    /// Gives keys their values.
    ///
    /// # Errors
    /// If a value will not do, in words; then the entry is as it was.
    pub(super) fn answered(
        &mut self,
        keys: &[(&'static str, String)],
        loaded: &Loaded,
        context: &Context,
    ) -> Result<(), String> {
        let before = self.text.clone();
        let mut refused = None;
        for (key, words) in keys {
            let set = self.set(key, words, loaded, context);
            refused = refused.or(set.err().map(|error| spoken(&error, context.language)));
        }
        let writer = Writer { loaded, context, place: &self.place, text: &before };
        let refused = refused.or_else(|| writer.objection(&self.text));
        let Some(objection) = refused else { return Ok(()) };
        self.text.clone_from(&before);
        Err(objection)
    }

    /// Refuses an id that is taken: nothing that is there is doubled or overwritten.
    fn is_free(&self, id: &str, loaded: &Loaded) -> Result<()> {
        let workspace = &loaded.workspace;
        let taken = match self.place.subject {
            Subject::Thing(Thing::City(_)) => {
                workspace.city_named(id).map(|(id, _)| Thing::City(id))
            }
            Subject::Thing(Thing::Venue(_)) => {
                workspace.venue_named(id).map(|(id, _)| Thing::Venue(id))
            }
            Subject::Thing(Thing::Contact(_)) => {
                workspace.contact_named(id).map(|(id, _)| Thing::Contact(id))
            }
            Subject::Network
            | Subject::Thing(Thing::Meeting(_) | Thing::Topic(_))
            | Subject::Session(..)
            | Subject::Part(..)
            | Subject::Room(..) => None,
        };
        let Some(thing) = taken else { return Ok(()) };
        let [german, english] = Language::ALL.map(|language| described(workspace, thing, language));
        Err(Findings::one(IdTaken { id: id.to_owned(), german, english }).into())
    }
}

/// Words as their file has them.
pub(super) fn written(words: &str) -> Result<String> {
    match Line::new(words) {
        Ok(line) => Ok(quoted(line.as_str())),
        Err(_) => Err(refuse(
            "NAME",
            words,
            "das ist kein Name in einer Zeile",
            "that is no name on one line",
        )),
    }
}
