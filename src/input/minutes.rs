//! `minutes/<meeting>.md`: headings, and lines in which something was agreed.

use std::ops::Range;

use chrono::NaiveDate;

use super::directory::Names;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::action::{LongRow, UnclearAction, UnknownItem, UnownedAction};
use crate::diagnostic::document::TooDeep;
use crate::domain::city::City;
use crate::domain::contact::Contact;
use crate::domain::id::{CityId, ContactId, Id};
use crate::domain::line::Line;
use crate::domain::meeting::Meeting;
use crate::domain::minutes::{Heading, Minutes, item_of};
use crate::domain::reply::Who;
use crate::source::{FileId, Located, Origin};
use crate::text::markdown::{long_rows, too_deep};
use crate::text::{Day, MemberWords, PersonName, nearest, slug};

/// What the form has where something is to be filled in.
const OPEN: &str = "…";

mod lines;

pub use lines::{Found, Spoken, read_lines};

/// What was agreed in a line of minutes.
#[derive(Clone, Debug)]
pub(super) struct Agreed {
    /// The line.
    pub(super) origin: Origin,
    /// The meeting.
    pub(super) meeting: Id,
    /// What is to be done.
    pub(super) what: Line,
    /// Who does it.
    pub(super) owner: Located<Who>,
    /// Until when.
    pub(super) due: Option<NaiveDate>,
}

/// Who can be named in minutes.
#[derive(Clone, Copy)]
pub(super) struct Named<'a> {
    pub(super) meetings: &'a [Meeting],
    pub(super) names: &'a Names,
    pub(super) cities: &'a [City],
    pub(super) contacts: &'a [Contact],
    pub(super) members: &'a MemberWords,
}

/// Reads the minutes of the meeting `stem`: none of one that is not known.
pub(super) fn read(
    file: FileId,
    text: &str,
    stem: &str,
    named: Named<'_>,
    findings: &mut Vec<Diagnostic>,
) -> (Option<Minutes>, Vec<Agreed>) {
    let origin = Origin::new(file, 0..0);
    match named.names.named(stem) {
        Ok(Some(_)) => {}
        Ok(None) => return (None, Vec::new()),
        Err(unknown) => {
            findings.push(Diagnostic::at(origin, unknown));
            return (None, Vec::new());
        }
    }
    let Some(meeting) = named.meetings.iter().find(|meeting| meeting.id.as_str() == stem) else {
        return (None, Vec::new());
    };
    let place = |range: Range<usize>| Origin::new(file, range);
    if let Some(at) = too_deep(text) {
        findings.push(Diagnostic::at(place(at..at + 1), TooDeep {}));
    }
    findings.extend(long_rows(text).into_iter().map(|row| Diagnostic::at(place(row), LongRow {})));
    let (mut headings, mut agreed) = (Vec::new(), Vec::new());
    let mut in_agenda = false;
    for (range, found) in read_lines(text) {
        match found {
            Found::Heading(level, words) => {
                if level <= 2 {
                    in_agenda = is_agenda(&words);
                }
                let item = item_of(meeting, &words).filter(|_| level > 1);
                if in_agenda && level > 2 && item.is_none() {
                    findings.push(Diagnostic::at(place(range.clone()), unknown(meeting, &words)));
                }
                headings.push(Heading { words: Located::new(words, place(range)), level, item });
            }
            Found::Action(spoken) => {
                agreed.extend(agreement(&spoken, place(range), meeting, named, findings));
            }
        }
    }
    let is_blank = agreed.is_empty() && is_blank(text);
    (Some(Minutes { origin, meeting: meeting.id.clone(), headings, is_blank }), agreed)
}

/// Whether of what is to be filled in behind the same words, such as "Ergebnis: …", all is open.
fn is_blank(text: &str) -> bool {
    let filled = || text.lines().filter_map(|line| line.trim().split_once(": "));
    let is_open = |words: &str| words.trim() == OPEN;
    let open: Vec<&str> =
        filled().filter(|(_, words)| is_open(words)).map(|(label, _)| label).collect();
    let is_said = |(label, words): (&str, &str)| open.contains(&label) && !is_open(words);
    !open.is_empty() && !filled().any(is_said)
}

/// Whether a heading stands above the items of the programme.
fn is_agenda(words: &str) -> bool {
    let words = slug(words);
    ["tagesordnung", "programm", "agenda", "programme"].iter().any(|it| words.starts_with(it))
}

fn unknown(meeting: &Meeting, words: &str) -> UnknownItem {
    let titles = meeting.sessions.iter().filter_map(|session| session.title.as_ref());
    let titles: Vec<String> = titles.map(|title| title.value.to_string()).collect();
    let near = nearest(words, &titles).map(str::to_owned);
    UnknownItem { title: words.to_owned(), meeting: meeting.id.to_string(), near }
}

/// What a line agrees on; a finding if that is not to be understood.
fn agreement(
    spoken: &Spoken,
    origin: Origin,
    meeting: &Meeting,
    named: Named<'_>,
    findings: &mut Vec<Diagnostic>,
) -> Option<Agreed> {
    let mut unclear = |day: Option<&str>, is_early: bool| {
        let day = day.map(str::to_owned);
        findings.push(Diagnostic::at(origin, UnclearAction { day, is_early }));
    };
    let (Some(owner), Some(Ok(what))) = (&spoken.owner, spoken.what.as_deref().map(Line::new))
    else {
        unclear(None, false);
        return None;
    };
    let held = meeting.when.last_day();
    let day = |words: &str| {
        let day = Day::read(words)?;
        day.fixed().or_else(|| day.on(held?))
    };
    let due = match &spoken.due {
        Some(words) => {
            let due = day(words);
            let first = meeting.when.date.map(|date| date.value);
            let is_early = due.zip(first).is_some_and(|(due, first)| due < first);
            if due.is_none() || is_early {
                unclear(Some(words), is_early);
                return None;
            }
            due
        }
        None => None,
    };
    let Some(who) = who(owner, named) else {
        let towns = named.cities.iter().map(|city| city.name.to_string());
        let people = named.contacts.iter().map(Contact::bare_name);
        let known: Vec<String> = towns.chain(people).collect();
        let parts = [",", ";", "/", "&", "+", " und ", " and ", " u. "];
        let is_several = parts.iter().any(|part| owner.contains(part));
        let near = nearest(owner, &known).filter(|_| !is_several).map(str::to_owned);
        let (name, members) = (owner.clone(), named.members.clone());
        findings.push(Diagnostic::at(origin, UnownedAction { name, near, is_several, members }));
        return None;
    };
    let owner = Located::new(who, origin);
    Some(Agreed { origin, meeting: meeting.id.clone(), what, owner, due })
}

/// What stands before the name of a town or person and is none.
const BEFORE: [&str; 13] = [
    "stadt-",
    "gemeinde-",
    "city-of-",
    "town-of-",
    "frau-",
    "herr-",
    "herrn-",
    "mr-",
    "mrs-",
    "ms-",
    "dr-",
    "prof-",
    "an-",
];

/// The town or person that `words` name: by key or name, or a person by a family name that nobody
/// shares.
fn who(words: &str, named: Named<'_>) -> Option<Who> {
    let person = PersonName::of(words);
    let bare = slug(&format!("{} {}", person.without_titles(), person.family));
    let mut wanted = vec![slug(words), bare];
    if let Some(rest) = BEFORE.iter().find_map(|before| wanted[0].strip_prefix(before)) {
        wanted.push(rest.to_owned());
    }
    let is = |name: &str| wanted.iter().any(|wanted| !wanted.is_empty() && wanted == name);
    let cities = named.cities.iter().position(|city| {
        let official = city.official_name.as_ref().map(|name| slug(name.as_str()));
        is(city.id.as_str()) || is(&slug(city.name.as_str())) || official.is_some_and(|it| is(&it))
    });
    let whole = |contact: &Contact| {
        let (given, family) =
            (contact.given_name.as_ref().map_or("", Line::as_str), contact.family_name.as_str());
        is(contact.id.as_str())
            || is(&slug(&format!("{given} {family}")))
            || is(&slug(&format!("{family} {given}")))
    };
    let of_family = |contact: &Contact| is(&slug(contact.family_name.as_str()));
    let only = |fits: &dyn Fn(&Contact) -> bool| {
        let mut found = named.contacts.iter().enumerate().filter(|(_, contact)| fits(contact));
        let first = found.next();
        first.filter(|_| found.next().is_none()).map(|(number, _)| ContactId(number))
    };
    let town = cities.map(|number| Who::City(CityId(number)));
    town.or_else(|| only(&whole).or_else(|| only(&of_family)).map(Who::Contact))
}

/// Minutes with one title, and the headings of items below those of the agenda, wherever they stood before.
pub fn arranged(text: &str, meeting: &Meeting) -> String {
    let mut arranged = String::with_capacity(text.len());
    let (mut done, mut has_title) = (0, false);
    for (range, found) in read_lines(text) {
        let Found::Heading(level, words) = found else { continue };
        let is_item = item_of(meeting, &words).is_some();
        // The first heading is the title of the whole, whatever stands above it.
        let is_title = range.start == 0 || level == 1 && !is_item && !has_title;
        has_title |= is_title;
        let sign = match level {
            _ if is_title => continue,
            1 | 2 if is_item => "### ",
            1 => "## ",
            _ => continue,
        };
        arranged.push_str(&text[done..range.start]);
        arranged.push_str(sign);
        let line = &text[range.clone()];
        let rest = line.trim_start().trim_start_matches('#').trim_start();
        done = range.end - rest.len();
    }
    arranged.push_str(&text[done..]);
    arranged
}
