//! A value as its file wants it. Which form that is, the reader of the file says: what it refuses as the
//! wrong type is written as the right one.

use anyhow::Result;

use super::clock::clock;
use crate::cli::change::{NewText, added, findings, findings_before};
use crate::cli::context::Context;
use crate::cli::loaded::Loaded;
use crate::cli::naming::one_of;
use crate::cli::people::{self, Meant};
use crate::cli::place::{Place, Subject, text_of};
use crate::diagnostic::reference::{ReferenceKind, UnknownReference};
use crate::diagnostic::value::{BadDigits, BadId, BadMail, DayInWords, Expected, WrongType};
use crate::diagnostic::{Diagnostic, Severity};
use crate::domain::id::CityId;
use crate::domain::meeting::{Meeting, Place as Where};
use crate::input::edit::{self, Spot, quoted};
use crate::input::split_names;
use crate::plan::naming::{Sought, Thing, venues_for};
use crate::text::{Day, Language, list, named_month, slug};

/// How often a value is written anew before its reader has the last word.
const ATTEMPTS: usize = 5;

/// Keys that list towns.
const TOWNS: [&str; 4] = ["hosts", "attended", "excused", "cities"];

/// The key that holds a program and its arguments.
const COMMAND: &str = "smtp.password-command";

/// Words that mean yes, and no.
const FLAGS: [&[&str]; 2] = [
    &["ja", "yes", "true", "wahr", "j", "y"],
    &["nein", "no", "false", "falsch", "nie", "never", "n"],
];

/// Writes values into a file.
pub(in crate::cli) struct Writer<'a> {
    /// The workspace.
    pub(in crate::cli) loaded: &'a Loaded,
    /// The run.
    pub(in crate::cli) context: &'a Context,
    /// Where the key belongs.
    pub(in crate::cli) place: &'a Place,
    /// What the file says, maybe with other changes already.
    pub(in crate::cli) text: &'a str,
}

/// How a value is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    Text,
    Whole,
    Number,
    Flag,
    Day,
    List,
    ListOfNumbers,
    People,
    Verbatim,
}

impl Writer<'_> {
    /// The file with `words` as the value of `key`; none if there is no place for one value.
    ///
    /// # Errors
    /// If names in `words` fit several things.
    pub(in crate::cli) fn written(&self, key: &str, words: &str) -> Result<Option<String>> {
        let words = words.trim();
        let spot = Spot { path: &self.place.path, key };
        let without = if edit::has_key(self.text, spot) {
            edit::set(self.text, spot, None)
        } else {
            Some(self.text.to_owned())
        };
        let Some(without) = without else { return Ok(None) };
        let is_people = key == "people" && !words.starts_with('[');
        if is_people {
            self.tell_doubts(words);
        }
        let mut form = if is_people { Form::People } else { Form::Text };
        let mut value = Words { parts: vec![self.canonical(key, words)], whole: words.to_owned() };
        let mut text = None;
        for _ in 0..ATTEMPTS {
            let Some(written) = self.form(form, &value) else { break };
            let Some(after) = edit::set(self.text, spot, Some(&written)) else { return Ok(None) };
            let found = self.findings_between(&without, &after);
            text = Some(after);
            let Some(next) = self.next(form, &mut value, &found, key)? else { break };
            form = next;
        }
        Ok(text)
    }

    /// Tells of names that are nearly, or more than once, those of contacts: they stay as they were written.
    fn tell_doubts(&self, words: &str) {
        for one in people::parts(words) {
            let like = match people::meant(one, self.loaded) {
                Meant::Near(id) => vec![people::printed(id, self.loaded)],
                Meant::Several(ids) => {
                    ids.into_iter().map(|id| people::printed(id, self.loaded)).collect()
                }
                Meant::Known(_) | Meant::Nobody => continue,
            };
            let language = self.context.language;
            let like = list::or(&like, language);
            self.context.note(&match language {
                Language::German => {
                    format!("`{one}` bleibt, wie es dasteht; unter den Kontakten steht {like}.")
                }
                Language::English => {
                    format!("`{one}` stays as it is written; among the contacts there is {like}.")
                }
            });
        }
    }

    /// What is wrong with the file when it says `after`, and was not before; the first error.
    pub(in crate::cli) fn objection(&self, after: &str) -> Option<String> {
        let found = self.findings_between(self.text, after);
        let error = found.iter().find(|finding| finding.severity() == Severity::Error)?;
        let wording = error.problem.wording(self.context.language);
        Some(match wording.hint {
            Some(hint) => format!("{} ({hint})", wording.message),
            None => wording.message,
        })
    }

    /// What the file would be complained of with the value and not without it.
    fn findings_between(&self, without: &str, with: &str) -> Vec<Diagnostic> {
        let today = self.context.clock.today();
        let found = |text: &str| {
            let new = NewText { path: self.place.file.clone(), text: text.to_owned() };
            findings(&self.loaded.sources, &[new], today).0
        };
        let is_as_read = without == text_of(self.place, self.loaded);
        let before = if is_as_read { findings_before(self.loaded, today) } else { found(without) };
        added(&before, found(with))
    }

    /// How the value is to be written instead; none if nothing better is known.
    fn next(
        &self,
        form: Form,
        value: &mut Words,
        found: &[Diagnostic],
        key: &str,
    ) -> Result<Option<Form>> {
        let words = value.whole.clone();
        for finding in found {
            if let Some(WrongType { expected, .. }) = finding.facts() {
                let next = match expected {
                    Expected::Date => Form::Day,
                    Expected::Whole if form == Form::List => Form::ListOfNumbers,
                    Expected::DaysOrFalse if is_no(&words) => Form::Flag,
                    Expected::Whole | Expected::DaysOrFalse | Expected::Weight => Form::Whole,
                    Expected::Number => Form::Number,
                    Expected::Flag => Form::Flag,
                    Expected::List => {
                        value.parts = list(key, &words);
                        Form::List
                    }
                    Expected::Entries | Expected::Table => Form::Verbatim,
                    Expected::Text
                    | Expected::Time
                    | Expected::MailOrFalse
                    | Expected::Fraction
                    | Expected::Pair
                    | Expected::Moment => return Ok(None),
                };
                let next = if next == Form::List && words.starts_with('[') {
                    Form::Verbatim
                } else {
                    next
                };
                return Ok(Some(next).filter(|next| *next != form));
            }
            // The advice is meant for files, where such digits stand in quotes.
            let bare = words.strip_prefix('"').and_then(|words| words.strip_suffix('"'));
            if let (Some(_), Some(bare)) = (finding.facts::<BadDigits>(), bare) {
                value.parts = vec![bare.to_owned()];
                bare.clone_into(&mut value.whole);
                return Ok(Some(form));
            }
            if finding.facts::<DayInWords>().is_some() {
                return Ok(Some(Form::Day).filter(|next| *next != form));
            }
            if finding.facts::<BadMail>().is_some() && is_no(&words) {
                return Ok(Some(Form::Flag).filter(|next| *next != form));
            }
            // A group goes by an id, whatever people call it.
            if let Some(BadId { found, slug }) = finding.facts()
                && key == "groups"
                && !slug.is_empty()
            {
                value.replace(found, slug);
                return Ok(Some(form));
            }
            if let Some(UnknownReference { kind, id, .. }) = finding.facts()
                && let Some(known) = self.named(*kind, id)?
            {
                value.replace(id, &known);
                return Ok(Some(form));
            }
        }
        Ok(None)
    }

    /// The value in this form; none if the words cannot be written so.
    fn form(&self, form: Form, value: &Words) -> Option<String> {
        let first = value.parts.first().map_or("", String::as_str);
        match form {
            Form::Text => Some(quoted(first)),
            Form::Whole => whole(first).map(|number| number.to_string()),
            Form::Number => {
                let number = first.replace(',', ".");
                let is_number = number.parse::<f64>().is_ok_and(f64::is_finite);
                (is_number && edit::is_value(&number)).then_some(number)
            }
            Form::Flag => {
                let word = first.to_lowercase();
                let flag = FLAGS.iter().position(|words| words.contains(&&*word))?;
                Some((flag == 0).to_string())
            }
            Form::Day => Some(self.context.day(&Day::read(first)?).ok()?.to_string()),
            Form::List => {
                let parts: Vec<String> = value.parts.iter().map(|part| quoted(part)).collect();
                Some(format!("[{}]", parts.join(", ")))
            }
            Form::ListOfNumbers => {
                // Where a list holds numbers, they are months, or their names.
                let number =
                    |part: &String| part.parse().ok().or_else(|| named_month(part).map(i64::from));
                let numbers: Option<Vec<i64>> = value.parts.iter().map(number).collect();
                let numbers: Vec<String> = numbers?.iter().map(ToString::to_string).collect();
                Some(format!("[{}]", numbers.join(", ")))
            }
            Form::People => Some(people::written(&value.whole, self.loaded)),
            Form::Verbatim => edit::is_value(&value.whole).then(|| value.whole.clone()),
        }
    }

    /// What is written for `words` where the key says what it is about: times with two digits each, and
    /// known rooms by their ids.
    fn canonical(&self, key: &str, words: &str) -> String {
        if ["start", "end", "admission"].contains(&key) {
            return clock(words).unwrap_or_else(|| words.to_owned());
        }
        if key == "place"
            && let Some(room) = self.room(words)
        {
            return room;
        }
        if key == "place"
            && let [Thing::Venue(id)] = self.venues(words)[..]
            && slug(self.loaded.workspace.venue(id).name.as_str()) == slug(words)
        {
            return self.loaded.workspace.venue(id).id.to_string();
        }
        words.to_owned()
    }

    /// The venues that `words` name: those of the hosts' towns, else any.
    fn venues(&self, words: &str) -> Vec<Thing> {
        let workspace = &self.loaded.workspace;
        let here = venues_for(workspace, words, &self.hosts().unwrap_or_default());
        if here.is_empty() { venues_for(workspace, words, &[]) } else { here }
    }

    /// The meeting that it is about, or about a part of.
    fn meeting(&self) -> Option<&Meeting> {
        match self.place.subject {
            Subject::Thing(Thing::Meeting(number))
            | Subject::Session(number, _)
            | Subject::Part(number, ..) => Some(&self.loaded.workspace.meetings[number]),
            Subject::Network | Subject::Thing(_) | Subject::Room(..) => None,
        }
    }

    /// Who hosts that meeting.
    fn hosts(&self) -> Option<Vec<CityId>> {
        let hosts = self.meeting()?.hosts.iter();
        Some(hosts.map(|host| host.value).collect())
    }

    /// The room of the meeting's venue with this name.
    fn room(&self, words: &str) -> Option<String> {
        let workspace = &self.loaded.workspace;
        let place = self.meeting()?.place.as_ref()?;
        let venue = match &place.value {
            Where::Room(venue, _) | Where::Venue(venue) => *venue,
            Where::Free(_) => return None,
        };
        let wanted = slug(words);
        let rooms = &workspace.venue(venue).rooms;
        let room = rooms.iter().find(|room| slug(room.name.as_str()) == wanted);
        room.map(|room| room.id.to_string())
    }

    /// The id of what goes by another name.
    fn named(&self, kind: ReferenceKind, words: &str) -> Result<Option<String>> {
        let workspace = &self.loaded.workspace;
        let sought = match kind {
            ReferenceKind::City => Sought::City,
            ReferenceKind::Venue => Sought::Venue,
            ReferenceKind::Contact => Sought::Contact,
            ReferenceKind::Meeting => Sought::Meeting,
            ReferenceKind::Topic => Sought::Topic,
            ReferenceKind::Room => return Ok(self.room(words)),
            ReferenceKind::Session
            | ReferenceKind::Candidate
            | ReferenceKind::Slot
            | ReferenceKind::Task
            | ReferenceKind::Action
            | ReferenceKind::Thing => {
                return Ok(None);
            }
        };
        let thing = match (sought, self.hosts()) {
            (Sought::Venue, Some(hosts)) => {
                one_of(workspace, words, venues_for(workspace, words, &hosts))
            }
            _ => self.loaded.thing(words, &[sought]),
        };
        let thing = thing.map_err(|several| self.loaded.fail(vec![several]))?;
        let id = thing.map(|thing| match thing {
            Thing::City(id) => &workspace.city(id).id,
            Thing::Venue(id) => &workspace.venue(id).id,
            Thing::Contact(id) => &workspace.contact(id).id,
            Thing::Meeting(number) => &workspace.meetings[number].id,
            Thing::Topic(id) => &workspace.topic(id).id,
        });
        // What is its own id and yet unknown cannot be helped.
        Ok(id.map(ToString::to_string).filter(|id| id != words))
    }
}

fn is_no(words: &str) -> bool {
    FLAGS[1].contains(&&*words.to_lowercase())
}

/// A number, maybe with what it counts behind it ("120 seats").
fn whole(words: &str) -> Option<i64> {
    let (number, unit) = words.split_once(' ').unwrap_or((words, ""));
    number.parse().ok().filter(|_| unit.chars().all(char::is_alphabetic))
}

/// What somebody wrote.
struct Words {
    /// The values, each for itself.
    parts: Vec<String>,
    /// All of it.
    whole: String,
}

impl Words {
    fn replace(&mut self, found: &str, better: &str) {
        for part in self.parts.iter_mut().filter(|part| *part == found) {
            better.clone_into(part);
        }
    }
}

/// The parts of a list; of towns, words such as "and" part them too.
fn list(key: &str, words: &str) -> Vec<String> {
    if TOWNS.contains(&key) {
        return split_names(words);
    }
    if key == COMMAND {
        return arguments(words);
    }
    let parts = words.split([',', ';']).map(str::trim);
    parts.filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

/// The words of a command as shells divide them: at white space that stands in no quotes.
fn arguments(words: &str) -> Vec<String> {
    let (mut found, mut quote) = (vec![None::<String>], None);
    for letter in words.chars() {
        let last = found.len() - 1;
        match quote {
            Some(sign) if sign == letter => quote = None,
            None if letter == '"' || letter == '\'' => {
                quote = Some(letter);
                found[last].get_or_insert_default();
            }
            None if letter.is_whitespace() => found.push(None),
            Some(_) | None => found[last].get_or_insert_default().push(letter),
        }
    }
    found.into_iter().flatten().collect()
}
