//! What lists say that others keep: people, towns and meetings, row by row, before anybody compares them
//! with what is known.

use chrono::NaiveDate;

use super::line::{Line, Text};
use crate::text::vocabulary;

vocabulary! {
    /// What a list is about.
    pub enum ListKind {
        /// People.
        Contacts = "contacts",
        /// Towns.
        Cities = "cities",
        /// Meetings.
        Meetings = "meetings",
    }
}

vocabulary! {
    /// What a column holds, by the key of files that it becomes.
    #[derive(PartialOrd, Ord, Hash)]
    pub enum Field {
        /// The key of an entry.
        Id = "id" => ("Kennung", "id"),
        /// A name: that of a town; of people the whole name, which is taken apart.
        Name = "name" => ("Name", "name"),
        /// The official name of a town.
        OfficialName = "official-name" => ("amtlicher Name", "official name"),
        /// A title of a meeting.
        Title = "title" => ("Titel", "title"),
        /// Given name.
        GivenName = "given-name" => ("Vorname", "given name"),
        /// Family name.
        FamilyName = "family-name" => ("Nachname", "family name"),
        /// The word before a name.
        FormOfAddress = "form-of-address" => ("Anrede", "form of address"),
        /// Academic titles.
        Titles = "titles" => ("akademische Titel", "titles"),
        /// The office.
        Office = "office" => ("Amt", "office"),
        /// The body somebody works for.
        Organisation = "organisation" => ("Organisation", "organisation"),
        /// The part of that body.
        Department = "department" => ("Abteilung", "department"),
        /// The town of the network that somebody belongs to.
        City = "city" => ("Stadt", "city"),
        /// How far a meeting has come.
        Status = "status" => ("Stand", "status"),
        /// The first day.
        Date = "date" => ("Datum", "date"),
        /// The last day.
        EndDate = "end-date" => ("letzter Tag", "last day"),
        /// The words that are printed instead of the day.
        DateText = "date-text" => ("Datum in Worten", "date in words"),
        /// The towns that host.
        Hosts = "hosts" => ("Gastgeber", "hosts"),
        /// Where a meeting is.
        Place = "place" => ("Tagungsort", "place"),
        /// When a meeting begins.
        Start = "start" => ("Beginn", "start"),
        /// When a meeting ends.
        End = "end" => ("Ende", "end"),
        /// The topic of a meeting.
        Theme = "theme" => ("Thema", "theme"),
        /// Amtlicher Gemeindeschlüssel.
        MunicipalityKey = "municipality-key" => ("Gemeindeschlüssel", "municipality key"),
        /// Whose holidays a town keeps.
        Region = "region" => ("Bundesland", "region"),
        /// Landkreis.
        District = "district" => ("Kreis", "district"),
        /// Street and number.
        Street = "street" => ("Straße", "street"),
        /// Postcode.
        Postcode = "postcode" => ("Postleitzahl", "postcode"),
        /// The town of a postal address.
        Town = "town" => ("Ort", "town"),
        /// The country of an address abroad.
        Country = "country" => ("Staat", "country"),
        /// A postal address in one cell, which is taken apart.
        Address = "address" => ("Anschrift", "address"),
        /// Mail address.
        Mail = "mail" => ("E-Mail", "mail"),
        /// Telephone number.
        Phone = "phone" => ("Telefon", "telephone"),
        /// Station.
        Station = "station" => ("Bahnhof", "station"),
        /// Since when a town is a member.
        MemberSince = "member-since" => ("Mitglied seit", "member since"),
        /// Until when a town is a member.
        MemberUntil = "member-until" => ("Mitglied bis", "member until"),
        /// The language of letters.
        Language = "language" => ("Sprache", "language"),
        /// Groups.
        Groups = "groups" => ("Gruppen", "groups"),
        /// What a meeting is about.
        Description = "description" => ("Beschreibung", "description"),
        /// A note of the coordinator's own.
        Note = "note" => ("Notiz", "note"),
        /// Nothing that is wanted.
        Nothing = "-" | "none" | "nichts" => ("nicht übernommen", "not taken"),
    }
}

/// What a cell says, checked.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Words in one line; also a word to choose from, by the word that files write.
    Line(Line),
    /// Several of them.
    Lines(Vec<Line>),
    /// Words in several lines.
    Text(Text),
    /// A day.
    Day(NaiveDate),
}

impl Value {
    /// Its words, as people read them.
    pub fn words(&self) -> String {
        match self {
            Self::Line(line) => line.to_string(),
            Self::Lines(lines) => lines.iter().map(Line::as_str).collect::<Vec<_>>().join(", "),
            Self::Text(text) => text.to_string(),
            Self::Day(day) => day.to_string(),
        }
    }
}

/// What is known of an entry, in the order in which files write it.
pub type Facts = Vec<(Field, Value)>;

/// The value of a field.
pub fn fact(facts: &Facts, field: Field) -> Option<&Value> {
    facts.iter().find(|(known, _)| *known == field).map(|(_, value)| value)
}

/// A list that was read.
#[derive(Clone, Debug)]
pub struct Listing {
    /// What it is about.
    pub kind: ListKind,
    /// The sheet of a workbook, and the others that are there.
    pub sheet: Option<(String, Vec<String>)>,
    /// The row that its headings stand in, 0 where it has none; nothing for cards, which have no rows.
    pub heading_row: Option<u32>,
    /// Its columns.
    pub columns: Vec<ListColumn>,
    /// What its rows say.
    pub entries: Vec<Listed>,
    /// Rows that say nothing that can be taken.
    pub refused: Vec<Refused>,
    /// What was taken otherwise than it stands there.
    pub remarks: Vec<Remark>,
    /// Whether its rows are people, whatever was looked for in them.
    pub is_of_people: bool,
}

/// A column of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListColumn {
    /// Its heading.
    pub heading: String,
    /// Its letters, as spreadsheets count: A, B … AA.
    pub letters: String,
    /// What it holds; none if nobody can say.
    pub field: Option<Field>,
    /// Whether its content says so, not its heading.
    pub by_content: bool,
}

/// An entry of a list.
#[derive(Clone, Debug, PartialEq)]
pub struct Listed {
    /// Its row, from 1; for cards their number.
    pub row: u32,
    /// What it says.
    pub facts: Facts,
}

/// A row that cannot be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// Its row.
    pub row: u32,
    /// How it begins.
    pub words: String,
    /// Why.
    pub why: RowFault,
}

/// Why a row cannot be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RowFault {
    /// It names nobody.
    NoName,
    /// It has a given name alone, and contacts go by their family names.
    GivenNameAlone(String),
    /// What it calls a name is an office or a body.
    NoPerson(String),
    /// It names several people.
    SeveralPeople(String),
    /// Nobody can tell what of it is a name.
    UnclearName(String),
    /// It has no day that could be understood.
    NoDay(String),
    /// It has neither a town nor a title.
    NoHost,
    /// Letters were lost where it was saved.
    LostLetters(String),
    /// Its quotation mark is never closed, or closed in a later row.
    OpenQuote,
    /// Its last day lies before its first.
    Reversed,
}

/// What was taken otherwise than it stands there, or not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// The row.
    pub row: u32,
    /// What it is about.
    pub field: Field,
    /// What was done.
    pub about: About,
}

/// What was done with a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum About {
    /// Noughts that a spreadsheet had taken away came back.
    Noughts {
        /// What stood there.
        from: String,
        /// What it was before.
        to: String,
    },
    /// Letters that were read in a wrong encoding were put right.
    Mended {
        /// What stood there.
        from: String,
        /// What it is.
        to: String,
    },
    /// Of several addresses the first was taken.
    Further(Vec<String>),
    /// A number stands for a day.
    Serial {
        /// The number.
        from: String,
        /// The day.
        to: NaiveDate,
    },
    /// The year has two digits.
    ShortYear {
        /// What stood there.
        from: String,
        /// The day.
        to: NaiveDate,
    },
    /// It was not taken: what stands there, and why.
    NotTaken(String, CellFault),
}

/// Why a cell was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CellFault {
    /// No mail address.
    NoMail,
    /// A mail address that not every server takes.
    OddMail,
    /// A word stands before a mail address that may belong to it.
    LedMail,
    /// No postcode of the country.
    NoPostcode,
    /// No municipality key.
    NoKey,
    /// No day.
    NoDay,
    /// No time of the day.
    NoTime,
    /// None of the words that are known.
    NoChoice,
    /// No telephone number.
    NoPhone,
    /// A spreadsheet has rounded it.
    Rounded,
    /// A formula that failed.
    Formula,
    /// No word that could be a key.
    NoId,
    /// Letters were lost where it was saved.
    LostLetters,
}
