//! The keys of entries as options: one row a key.

use std::marker::PhantomData;

use clap::{Arg, ArgMatches, Command, FromArgMatches};

use crate::input::{key_meant, key_names};

/// A key, the name of its value, and what it is in English and German.
type Flag = (&'static str, &'static str, &'static str, &'static str);

/// A kind of entry, with its keys.
pub(in crate::cli) trait Keys {
    /// What the command is called: `add city`.
    const PLACE: &'static str;
    /// Its keys.
    const FLAGS: &'static [Flag];
}

macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident $place:literal $flags:ident,)*) => {
        $(
            $(#[$doc])*
            #[derive(Debug)]
            pub(in crate::cli) struct $name;

            impl Keys for $name {
                const PLACE: &'static str = $place;
                const FLAGS: &'static [Flag] = $flags;
            }
        )*

        /// The German words of all keys: place, key, words.
        pub(in crate::cli) fn german() -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
            let places: &[(&'static str, &'static [Flag])] =
                &[$(($name::PLACE, $name::FLAGS),)*];
            places.iter().flat_map(|(place, flags)| {
                let id = [(*place, ID, "Die Kennung [sonst: aus dem Namen]")];
                id.into_iter().chain(flags.iter().map(|(key, _, _, german)| (*place, *key, *german)))
            })
        }
    };
}

kinds! {
    /// A town.
    OfCity "add city" CITY,
    /// A venue.
    OfVenue "add venue" VENUE,
    /// A room.
    OfRoom "add room" ROOM,
    /// A person.
    OfContact "add contact" CONTACT,
    /// An item of a programme.
    OfSession "add session" SESSION,
}

const ID: &str = "id";

/// Names of keys that mean something else on the command line.
const TAKEN: [&str; 1] = ["name"];

/// What the command line says of an entry.
#[derive(Debug)]
pub(in crate::cli) struct Given<K> {
    id: Option<String>,
    values: Vec<(&'static str, String)>,
    kind: PhantomData<K>,
}

impl<K: Keys> Given<K> {
    /// The id, if one is wanted.
    pub(in crate::cli) fn id(&self) -> Option<&str> {
        self.id.as_deref()
    }

    /// The keys with their values, in the order of the table.
    pub(in crate::cli) fn values(&self) -> &[(&'static str, String)] {
        &self.values
    }

    /// Whether it has a value for `key`.
    pub(in crate::cli) fn names(&self, key: &str) -> bool {
        self.values.iter().any(|(known, _)| *known == key)
    }
}

impl<K: Keys> clap::Args for Given<K> {
    fn augment_args(command: Command) -> Command {
        let id = Arg::new(ID).long(ID).value_name("ID").help("The id [default: from the name]");
        let is_key = |name: &str| K::FLAGS.iter().any(|(key, ..)| *key == name);
        let flags = K::FLAGS.iter().map(|(key, value, english, _)| {
            // What people call it otherwise, and in German, is understood as well.
            let others = key_names().filter(|name| key_meant(name, is_key) == Some(*key));
            let others = others.filter(|name| !is_key(name) && !TAKEN.contains(name));
            let flag = Arg::new(*key).long(*key).aliases(others).value_name(*value);
            flag.help(*english).allow_negative_numbers(true)
        });
        command.args([id].into_iter().chain(flags))
    }

    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}

impl<K: Keys> FromArgMatches for Given<K> {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        let value = |key: &str| matches.get_one::<String>(key).cloned();
        let values = K::FLAGS.iter().filter_map(|(key, ..)| Some((*key, value(key)?)));
        Ok(Self { id: value(ID), values: values.collect(), kind: PhantomData })
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}

const CITY: &[Flag] = &[
    ("official-name", "NAME", "The official name", "Der amtliche Name"),
    ("postcode", "WORDS", "Its postcode", "Die Postleitzahl"),
    (
        "street",
        "WORDS",
        "Street and number of the town hall",
        "Straße und Hausnummer des Rathauses",
    ),
    ("mail", "MAIL", "Mail address of its administration", "Die Mailadresse der Verwaltung"),
    (
        "municipality-key",
        "WORDS",
        "Municipality key, eight digits",
        "Amtlicher Gemeindeschlüssel, acht Ziffern",
    ),
    (
        "region",
        "REGION",
        "Whose holidays it keeps, such as DE-BY",
        "Wessen Feiertage gelten, etwa DE-BY",
    ),
    ("district", "NAME", "Its district", "Der Landkreis"),
    ("country", "NAME", "Its country, if it lies abroad", "Der Staat, wenn sie im Ausland liegt"),
    ("station", "NAME", "Its station", "Der Bahnhof"),
    ("adjective", "WORDS", "The adjective to its name", "Das Adjektiv zum Namen"),
    ("latitude", "NUMBER", "Degrees north", "Grad nördlicher Breite"),
    ("longitude", "NUMBER", "Degrees east", "Grad östlicher Länge"),
    ("member-since", "DATE", "The first day of its membership", "Erster Tag der Mitgliedschaft"),
    (
        "share",
        "NUMBER",
        "Its part of the hosting, from 1 on",
        "Ihr Anteil an den Gastgeberschaften, ab 1",
    ),
    ("note", "WORDS", "A note for yourself", "Eine Notiz für Sie selbst"),
];

const VENUE: &[Flag] = &[
    (
        "city",
        "CITY",
        "The city of the network that it lies in",
        "Die Stadt des Netzwerks, in der er liegt",
    ),
    ("street", "WORDS", "Street and number", "Straße und Hausnummer"),
    ("postcode", "WORDS", "Its postcode", "Die Postleitzahl"),
    (
        "town",
        "NAME",
        "Its town, if that is none of the network",
        "Der Ort, wenn er zu keiner Stadt des Netzwerks gehört",
    ),
    ("seats", "NUMBER", "How many people find a seat", "Wie viele Menschen Platz finden"),
    (
        "access",
        "WORDS",
        "What there is for people with impairments",
        "Was es für Menschen mit Behinderungen gibt",
    ),
    ("arrival", "WORDS", "How to get there", "Wie man hinkommt"),
    ("link", "WORDS", "A page about it", "Eine Seite darüber"),
    ("latitude", "NUMBER", "Degrees north", "Grad nördlicher Breite"),
    ("longitude", "NUMBER", "Degrees east", "Grad östlicher Länge"),
    ("note", "WORDS", "A note for yourself", "Eine Notiz für Sie selbst"),
];

const ROOM: &[Flag] = &[
    ("seats", "NUMBER", "How many people find a seat", "Wie viele Menschen Platz finden"),
    ("equipment", "WORDS", "What is there", "Was vorhanden ist"),
];

const CONTACT: &[Flag] = &[
    ("given-name", "NAME", "The given name", "Der Vorname"),
    ("family-name", "NAME", "The family name", "Der Familienname"),
    (
        "form-of-address",
        "WORDS",
        "Frau, Herr, Ms, Mr, Mx or none",
        "Frau, Herr, Ms, Mr, Mx oder none",
    ),
    (
        "titles",
        "WORDS",
        "Academic titles, with commas between them",
        "Akademische Titel, durch Kommas getrennt",
    ),
    ("office", "WORDS", "The office", "Das Amt"),
    ("organisation", "NAME", "The body they work for", "Die Einrichtung"),
    ("department", "NAME", "The part of that body", "Die Abteilung"),
    (
        "city",
        "CITY",
        "The city of the network that they belong to",
        "Die Stadt des Netzwerks, zu der sie gehören",
    ),
    ("street", "WORDS", "Street and number", "Straße und Hausnummer"),
    ("postcode", "WORDS", "The postcode", "Die Postleitzahl"),
    ("town", "NAME", "The town", "Der Ort"),
    ("country", "NAME", "The country, if abroad", "Der Staat, wenn im Ausland"),
    ("mail", "MAIL", "The mail address; no: never write", "Die Mailadresse; nein: nie anschreiben"),
    ("phone", "WORDS", "The telephone number", "Die Telefonnummer"),
    ("language", "LANGUAGE", "The language of letters", "Die Sprache der Briefe"),
    ("familiar", "WORDS", "Whether letters say du: yes or no", "Ob Briefe du sagen: ja oder nein"),
    ("rank", "NUMBER", "Order of precedence, small numbers first", "Rang, kleine Zahlen zuerst"),
    ("groups", "WORDS", "Groups, with commas between them", "Gruppen, durch Kommas getrennt"),
    ("salutation", "WORDS", "A salutation of their own", "Eine eigene Briefanrede"),
    ("note", "WORDS", "A note for yourself", "Eine Notiz für Sie selbst"),
];

const SESSION: &[Flag] = &[
    ("kind", "WORDS", "The kind, such as talk or break", "Die Art, etwa Vortrag oder Pause"),
    ("number", "WORDS", "Its number, such as \"TOP 1\"", "Seine Nummer, etwa \"TOP 1\""),
    (
        "date",
        "DATE",
        "The day, if it is not that of the item above",
        "Der Tag, wenn es nicht der des Punktes davor ist",
    ),
    ("start", "TIME", "When it begins", "Beginn"),
    ("end", "TIME", "When it ends", "Ende"),
    ("duration", "WORDS", "How long it takes, such as \"45 min\"", "Dauer, etwa \"45 min\""),
    (
        "part-of-day",
        "WORDS",
        "The part of the day, such as morning",
        "Die Tageszeit, etwa vormittags",
    ),
    ("connector", "WORDS", "Words instead of a time", "Worte statt einer Zeit"),
    ("people", "WORDS", "Who, with semicolons between them", "Wer, durch Semikolon getrennt"),
    ("place", "VENUE", "The room, the venue, or words", "Der Raum, der Tagungsort oder Worte"),
    ("meet-at", "WORDS", "Where to meet", "Der Treffpunkt"),
    ("transport", "WORDS", "How to get there", "Wie man hinkommt"),
    ("in", "ID", "The block that it stands in", "Der Block, in dem er steht"),
    ("track", "NAME", "The strand within the block", "Der Strang innerhalb des Blocks"),
    ("repeat-of", "ID", "The item that it repeats", "Der Punkt, den er wiederholt"),
    ("seats", "NUMBER", "How many people find a seat", "Wie viele Menschen Platz finden"),
    ("cost", "WORDS", "What it costs", "Was er kostet"),
    ("description", "WORDS", "What it is about", "Worum es geht"),
    ("audience", "WORDS", "public, internal or lead", "public, internal oder lead"),
    ("status", "WORDS", "fixed, requested or dropped", "fixed, requested oder dropped"),
    ("for", "WORDS", "Whom it is for", "Für wen er ist"),
    ("responsible", "NAME", "Who sees to it", "Wer sich darum kümmert"),
    ("equipment", "WORDS", "What is needed", "Was gebraucht wird"),
    ("buffer", "WORDS", "Time to spare, such as \"10 min\"", "Puffer, etwa \"10 min\""),
    ("walk", "WORDS", "The way to it, such as \"10 min\"", "Der Weg dorthin, etwa \"10 min\""),
    ("link", "WORDS", "A page about it", "Eine Seite darüber"),
    ("online", "WORDS", "How to take part from afar", "Wie man von fern teilnimmt"),
    ("language", "LANGUAGE", "The language spoken", "Die Sprache, die gesprochen wird"),
    ("note", "WORDS", "A note for yourself", "Eine Notiz für Sie selbst"),
];
