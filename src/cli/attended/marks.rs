//! Whom the arguments mark.

use std::sync::Arc;

use anyhow::Result;

use super::arguments::AttendedArgs;
use crate::cli::context::Context;
use crate::cli::failure::Findings;
use crate::cli::lists;
use crate::cli::loaded::Loaded;
use crate::cli::naming::city;
use crate::cli::outbox::opened::outbox;
use crate::cli::replies::named;
use crate::diagnostic::request::BadArgument;
use crate::domain::attendance::{Attendee, Presence};
use crate::domain::line::Line;
use crate::domain::listed::{Field, ListKind, Refused, RowFault, Value, fact};
use crate::domain::meeting::Meeting;
use crate::domain::reply::Who;
use crate::input::list::{Manner, read_list};
use crate::plan::import::contacts::{MeantRow, meant, name};
use crate::plan::post::attendance::{
    Mark, Marked, NumberFault, called, mark_of, marks_of_answers, numbers,
};
use crate::plan::post::guests::{Guest, coming, guests};
use crate::plan::post::recorded;
use crate::plan::post::reply::answers::Answers;
use crate::plan::post::reply::people::{Found, People};
use crate::text::{Language, slug};
use crate::view::import::fault;

/// Headings of columns that say for each row whether somebody came, as slugs.
const MARKED: [&str; 10] = [
    "anwesend",
    "anwesenheit",
    "teilgenommen",
    "teilnahme",
    "war-da",
    "erschienen",
    "unterschrift",
    "attended",
    "present",
    "signed",
];

/// All marks: first what holds for many, then for single ones, what is taken back last.
pub(super) fn marks(
    args: &AttendedArgs,
    meeting: &Meeting,
    loaded: &Loaded,
    context: &Context,
) -> Result<Vec<Mark>> {
    let workspace = &loaded.workspace;
    let outbox = outbox(loaded, context)?;
    let people = People::new(workspace, &outbox);
    let answers = Answers::new(workspace, &outbox, meeting);
    let marking = Marking { meeting, loaded, context, people };
    let mut marks = Vec::new();
    if args.all_who_said_yes {
        marks.extend(marks_of_answers(workspace, meeting, &coming(workspace, &answers)));
    }
    if let Some(path) = &args.from {
        marks.extend(marking.listed(path)?);
    }
    let expected = guests(workspace, meeting, &answers);
    // Whoever is named alone; of a range such as 1-10 somebody may be taken out again.
    let mut single: Vec<Mark> = Vec::new();
    let mut say = |words: &str, meant: Vec<Mark>| -> Result<()> {
        if let [mark] = &meant[..] {
            let is_other = |it: &&Mark| it.who == mark.who && it.presence != mark.presence;
            if let Some(other) = single.iter().find(is_other) {
                return Err(contradiction(words, [other.presence, mark.presence]).into());
            }
            single.push(mark.clone());
        }
        marks.extend(meant);
        Ok(())
    };
    for words in &args.who {
        say(words, marking.somebody(words, Presence::There, &expected)?)?;
    }
    for words in &args.guest {
        let who = Marked::One(marking.guest(words)?);
        say(words, vec![Mark { who, presence: Presence::There }])?;
    }
    for (names, presence) in [(&args.excused, Presence::Excused), (&args.not, Presence::Absent)] {
        for words in names {
            say(words, marking.somebody(words, presence, &expected)?)?;
        }
    }
    Ok(marks)
}

struct Marking<'l> {
    meeting: &'l Meeting,
    loaded: &'l Loaded,
    context: &'l Context,
    people: People<'l>,
}

impl Marking<'_> {
    /// Those whom words mean: numbers of the list at the door, a contact, a town, a guest of whom it is
    /// recorded that they came.
    fn somebody(&self, words: &str, presence: Presence, expected: &[Guest]) -> Result<Vec<Mark>> {
        let is_id = self.people.with_id(words.trim()).is_some();
        if let Some(numbers) = numbers(words, expected.len()).filter(|_| !is_id) {
            let numbers = numbers.map_err(|fault| beyond(words, fault, expected.len()))?;
            let mark = |number: usize| {
                let mark = mark_of(&expected[number - 1]);
                mark.map(|mark| Mark { presence, ..mark }).ok_or_else(|| nameless(number))
            };
            return numbers.into_iter().map(mark).collect();
        }
        if let Some(guest) = self.recorded_guest(words) {
            return Ok(vec![Mark { who: Marked::One(guest), presence }]);
        }
        let who = match named(words, &self.people, "--guest", self.loaded)? {
            Who::Contact(id) => Marked::One(Attendee::Contact(id)),
            Who::City(city) => Marked::City(city),
        };
        Ok(vec![Mark { who, presence }])
    }

    /// The one guest of this name of whom something is recorded.
    fn recorded_guest(&self, words: &str) -> Option<Attendee> {
        let name = words.rsplit_once(',').map_or(words, |(name, _)| name);
        let names = [slug(name), slug(words)];
        let is_meant = |who: &&Attendee| match who {
            Attendee::Guest(guest) => names.contains(&slug(guest.name.as_str())),
            Attendee::Contact(_) => false,
        };
        let entries = recorded::entries(&self.loaded.workspace, self.meeting);
        let mut meant = entries.map(|entry| &entry.who).filter(is_meant);
        let first = meant.next()?;
        meant.next().is_none().then(|| first.clone())
    }

    /// "Lena Farnbach, Tannbrück": a name, and behind the last comma where from.
    fn guest(&self, words: &str) -> Result<Attendee> {
        let (name, from) = match words.rsplit_once(',') {
            Some((name, from)) => (name, Some(from.trim()).filter(|from| !from.is_empty())),
            None => (words, None),
        };
        let line = |words: &str| {
            Line::new(words.trim()).map_err(|_| {
                Findings::one(BadArgument {
                    name: "--guest".to_owned(),
                    found: words.to_owned(),
                    german:
                        "schreiben Sie einen Namen, dahinter woher: \"Lena Farnbach, Tannbrück\""
                            .to_owned(),
                    english: "write a name, behind it where from: \"Lena Farnbach, Tannbrück\""
                        .to_owned(),
                })
            })
        };
        let name = line(name)?;
        let workspace = &self.loaded.workspace;
        let town = from.and_then(|from| city(workspace, from).ok());
        let organisation = from.filter(|_| town.is_none()).map(line).transpose()?;
        Ok(called(workspace, name, town, organisation))
    }

    /// Everybody in a list; rows that nobody can place are told.
    fn listed(&self, path: &std::path::Path) -> Result<Vec<Mark>> {
        let file = lists::file(path)?;
        let manner = Manner {
            kind: ListKind::Contacts,
            sheet: None,
            heading_row: None,
            columns: &[],
            is_abroad: false,
        };
        let listing = read_list(file, manner, &*self.context.workshop)
            .map_err(|findings| Findings { sources: Arc::default(), findings })?;
        let mut marking = listing.columns.iter().map(|column| &column.heading);
        if let Some(heading) = marking.find(|heading| MARKED.contains(&slug(heading).as_str())) {
            return Err(Findings::one(BadArgument {
                name: "--from".to_owned(),
                found: path.display().to_string(),
                german: format!(
                    "die Spalte „{heading}“ sagt, wer da war, gelesen wird aber jede Zeile; \
                     lassen Sie nur die Zeilen derer stehen, die da waren, und löschen Sie die Spalte"
                ),
                english: format!(
                    "the column “{heading}” says who came, yet every row is read; keep only the rows \
                     of those who came, and delete the column"
                ),
            })
            .into());
        }
        let mut marks: Vec<Mark> =
            listing.refused.iter().filter_map(|refused| self.refused(refused)).collect();
        let rows = meant(&self.loaded.workspace, &listing);
        marks.extend(rows.into_iter().filter_map(|row| self.row(row)));
        Ok(marks)
    }

    /// Whoever a row without a name means by the address in it; all others that cannot be taken are told.
    fn refused(&self, refused: &Refused) -> Option<Mark> {
        let mut words = refused.words.split([' ', ',', ';']);
        let address = words.find(|word| refused.why == RowFault::NoName && word.contains('@'));
        match address.map(|address| self.people.at(address, None)) {
            Some(Found::One(Who::Contact(id))) => {
                let who = Marked::One(Attendee::Contact(id));
                Some(Mark { who, presence: Presence::There })
            }
            Some(Found::One(Who::City(_)) | Found::Several(_) | Found::Gone(_) | Found::Nobody)
            | None => {
                let why = fault(&refused.why, self.context.language);
                self.left(refused.row, &refused.words, &why);
                None
            }
        }
    }

    fn left(&self, row: u32, words: &str, why: &str) {
        let words = if words.is_empty() { String::new() } else { format!(" ({words})") };
        self.context.note(&match self.context.language {
            Language::German => format!("Zeile {row}{words} ist nicht vermerkt: {why}"),
            Language::English => format!("Row {row}{words} is not recorded: {why}"),
        });
    }

    fn row(&self, row: MeantRow) -> Option<Mark> {
        let MeantRow { row, facts, contact } = row;
        let workspace = &self.loaded.workspace;
        let who = match contact {
            Ok(Some(id)) => Attendee::Contact(id),
            Err(several) => {
                let ids: Vec<String> =
                    several.iter().map(|id| format!("`{}`", workspace.contact(*id).id)).collect();
                let ids = ids.join(", ");
                let why = match self.context.language {
                    Language::German => format!("so heißen mehrere: {ids}"),
                    Language::English => format!("several have that name: {ids}"),
                };
                self.left(row, &name(&facts), &why);
                return None;
            }
            Ok(None) => {
                let words = |field| fact(&facts, field).map(Value::words);
                let titles = match fact(&facts, Field::Titles) {
                    Some(Value::Lines(titles)) => titles.iter().map(Line::to_string).collect(),
                    _ => Vec::new(),
                };
                let parts = titles.into_iter().chain([name(&facts)]).collect::<Vec<_>>();
                let city = words(Field::City);
                let city = city.and_then(|id| workspace.city_named(&id).map(|(id, _)| id));
                let from = words(Field::Organisation).or_else(|| words(Field::Town));
                let from = from.filter(|_| city.is_none()).and_then(|from| Line::new(&from).ok());
                called(workspace, Line::new(&parts.join(" ")).ok()?, city, from)
            }
        };
        Some(Mark { who: Marked::One(who), presence: Presence::There })
    }
}

/// That two things are said of somebody.
fn contradiction(words: &str, said: [Presence; 2]) -> Findings {
    let [german, english] = Language::ALL.map(|it| said.map(|presence| presence.name(it)));
    let ([one, other], [first, second]) = (german, english);
    Findings::one(BadArgument {
        name: "PERSON".to_owned(),
        found: words.to_owned(),
        german: format!("hier steht beides: {one} und {other}; lassen Sie eines davon weg"),
        english: format!("both are said here: {first} and {second}; leave one of them out"),
    })
}

/// That numbers do not stand on the list.
fn beyond(words: &str, fault: NumberFault, last: usize) -> Findings {
    let (german, english) = match fault {
        NumberFault::Reversed(first, end) => (
            format!("der Bereich {first}-{end} läuft rückwärts"),
            format!("the range {first}-{end} runs backwards"),
        ),
        NumberFault::Beyond(_) if last == 0 => (
            "auf der Unterschriftenliste steht niemand; wer sich eingetragen hat, gehört in `--guest`"
                .to_owned(),
            "nobody stands on the sign-in list; who wrote themselves in belongs to `--guest`"
                .to_owned(),
        ),
        NumberFault::Beyond(number) => (
            format!(
                "auf der Unterschriftenliste stehen die Namen 1 bis {last}, nicht {number}; wer sich in \
                 eine leere Zeile eingetragen hat, gehört in `--guest`"
            ),
            format!(
                "the names on the sign-in list are 1 to {last}, not {number}; who wrote themselves into \
                 an empty row belongs to `--guest`"
            ),
        ),
    };
    Findings::one(BadArgument {
        name: "PERSON".to_owned(),
        found: words.to_owned(),
        german,
        english,
    })
}

/// That a row of the list names nobody.
fn nameless(number: usize) -> anyhow::Error {
    let problem = BadArgument {
        name: "PERSON".to_owned(),
        found: number.to_string(),
        german:
            "diese Zeile der Unterschriftenliste nennt weder Namen noch Stadt; schreiben Sie mit \
                 `--guest`, wer da war"
                .to_owned(),
        english:
            "this row of the sign-in list has neither name nor city; say with `--guest` who was \
                  there"
                .to_owned(),
    };
    Findings::one(problem).into()
}
