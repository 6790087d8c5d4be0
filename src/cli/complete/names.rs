//! Which names may stand where an argument wants a value.

use clap::Arg;

use super::keys::{Fitting, Subject};
use super::known::Known;
use crate::cli::help;
use crate::cli::tree::Groups;
use crate::diagnostic::codes;
use crate::document::template::own_kinds;
use crate::domain::action::ActionStatus;
use crate::domain::checklist::Task;
use crate::domain::id::{Id, VenueId};
use crate::domain::meeting::{Meeting, Status};
use crate::domain::session::Session;
use crate::plan::post::document_kind::DocumentKind;
use crate::text::{DateStyle, Language, Vocabulary as _, is_slug};
use crate::view::salutation::full_name;

/// What may stand at a place.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Answer {
    /// One of these, each with what it is.
    Words(Vec<(String, String)>),
    /// A file.
    Files,
    /// A folder.
    Folders,
}

/// What is asked: which value may stand where.
#[derive(Clone, Copy)]
pub(super) struct Asked<'a> {
    /// What wants the value.
    pub(super) argument: &'a Arg,
    /// The command that it belongs to.
    pub(super) place: &'a str,
    /// The values that stand alone so far.
    pub(super) values: &'a [String],
    /// The value as far as it is typed.
    pub(super) current: &'a str,
    /// All commands.
    pub(super) groups: Groups,
}

/// Words, each with what it is.
type Words = Vec<(String, String)>;

/// A kind of value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Source {
    Meetings,
    Items,
    Cities,
    /// Cities, each with the sign behind which a turn stands.
    Pins,
    Venues,
    Groups,
    /// Contacts and cities.
    People,
    /// Contacts, cities, groups, and all.
    Recipients,
    /// Meetings that are no more than an idea.
    Ideas,
    Documents,
    Runs,
    Mails,
    Tasks,
    Actions,
    Topics,
    /// Whatever has an id, and behind a slash what is within it.
    Everything,
    /// The same, and the network.
    Settable,
    /// The keys of what was named before.
    Keys,
    /// What the key takes that was named before.
    Values,
    Commands,
    /// Commands, topics and codes of findings.
    Pages,
    Files,
    Folders,
    /// Something that nobody can know.
    Free,
}

/// What the names of values stand for, whatever the command.
const USUAL: &[(&str, Source)] = &[
    ("FOLDER", Source::Folders),
    ("MEETING", Source::Meetings),
    ("DOCUMENT", Source::Documents),
    ("CITY", Source::Cities),
    ("CITY=TURN", Source::Pins),
    ("VENUE", Source::Venues),
    ("PATH", Source::Files),
    ("FILE", Source::Files),
    ("WHO", Source::Recipients),
    ("PERSON", Source::People),
    ("RUN", Source::Runs),
    ("GROUP", Source::Groups),
    ("ACTION", Source::Actions),
    ("TOPIC", Source::Topics),
    ("WHAT", Source::Everything),
];

/// Where it is otherwise: the command, the argument.
const SPECIAL: &[(&str, &str, Source)] = &[
    ("show", "id", Source::Everything),
    ("confirm", "meeting", Source::Ideas),
    ("set", "what", Source::Settable),
    ("set", "key", Source::Keys),
    ("set", "value", Source::Values),
    ("programme", "item", Source::Items),
    ("done", "item", Source::Tasks),
    ("help", "what", Source::Pages),
    ("man", "what", Source::Commands),
    ("outbox settle", "names", Source::Mails),
    ("topic treated", "item", Source::Items),
    ("add session", "before", Source::Items),
    ("add session", "in", Source::Items),
    ("add session", "repeat-of", Source::Items),
];

/// What may stand there.
pub(super) fn of(asked: Asked<'_>, known: &Known, language: Language) -> Answer {
    let Asked { argument, place, values, current, groups: listed } = asked;
    let commands = listed.iter().map(|(name, _)| *name);
    let possible = argument.get_possible_values();
    if !possible.is_empty() {
        let words = possible.iter().map(|value| value.get_name().to_owned());
        return Answer::Words(bare(words));
    }
    let name = argument.get_value_names().and_then(<[_]>::first);
    let special = SPECIAL.iter().find(|(at, id, _)| *at == place && argument.get_id() == id);
    let usual = USUAL.iter().find(|(usual, _)| name.is_some_and(|name| name == usual));
    let source = special.map(|(.., source)| *source).or(usual.map(|(_, source)| *source));
    if special.is_none()
        && let Some(subject) = Subject::added(place)
        && let Some(words) = fitting(subject, argument.get_id().as_str(), asked, known, language)
    {
        return Answer::Words(words);
    }
    let words = match source.unwrap_or(Source::Free) {
        Source::Files => return Answer::Files,
        Source::Folders => return Answer::Folders,
        Source::Free => Vec::new(),
        Source::Meetings => meetings(known, language, |_| true),
        Source::Ideas => meetings(known, language, |one| one.status.value == Status::Idea),
        Source::Items => known.meeting(values).map(|it| items(it, "")).unwrap_or_default(),
        Source::Cities => cities(known),
        Source::Pins => {
            cities(known).into_iter().map(|(id, name)| (format!("{id}="), name)).collect()
        }
        Source::Venues => venues(known),
        Source::Groups => groups(known),
        Source::People => [contacts(known), cities(known)].concat(),
        Source::Recipients => {
            let all = ("all".to_owned(), language.pick("alle", "everybody").to_owned());
            [groups(known), contacts(known), cities(known), vec![all]].concat()
        }
        Source::Documents => documents(known, language),
        Source::Runs => bare(known.runs()),
        Source::Mails => bare(known.mails()),
        Source::Tasks => Task::all()
            .map(|task| (task.word().to_owned(), task.name(language).to_owned()))
            .collect(),
        Source::Actions => actions(known),
        Source::Topics => topics(known),
        Source::Everything => everything(known, current, language),
        Source::Settable => {
            let network =
                ("network".to_owned(), language.pick("das Netzwerk", "the network").to_owned());
            [everything(known, current, language), vec![network]].concat()
        }
        Source::Keys => values
            .first()
            .and_then(|words| Subject::named(words, known))
            .map_or_else(Vec::new, |subject| subject.keys(language)),
        Source::Values => match values {
            [what, key, ..] => Subject::named(what, known)
                .and_then(|subject| fitting(subject, key, asked, known, language))
                .unwrap_or_default(),
            [] | [_] => Vec::new(),
        },
        Source::Commands => bare(commands),
        Source::Pages => bare(commands.chain(help::topics::names(language)).chain(codes())),
    };
    Answer::Words(words)
}

/// What the key `name` of a subject takes; none if nobody can know it.
fn fitting(
    subject: Subject,
    name: &str,
    asked: Asked<'_>,
    known: &Known,
    language: Language,
) -> Option<Words> {
    let meeting = || {
        let own = known.workspace().and_then(|workspace| subject.meeting(workspace));
        own.or_else(|| known.meeting(asked.values))
    };
    Some(match subject.fitting(name, language) {
        Fitting::Words(words) => bare(words),
        Fitting::Cities => cities(known),
        Fitting::Venues => venues(known),
        Fitting::Contacts => contacts(known),
        Fitting::Groups => groups(known),
        Fitting::Items => meeting().map(|it| items(it, "")).unwrap_or_default(),
        Fitting::Rooms(or_venues) => {
            let more = if or_venues { venues(known) } else { Vec::new() };
            let place = meeting().and_then(|meeting| meeting.place.as_ref());
            [rooms(known, place.and_then(|place| place.value.venue())), more].concat()
        }
        Fitting::Free => return None,
    })
}

fn rooms(known: &Known, venue: Option<VenueId>) -> Words {
    let venue = known.workspace().zip(venue).map(|(workspace, venue)| workspace.venue(venue));
    let rooms = venue.into_iter().flat_map(|venue| &venue.rooms);
    rooms.map(|room| (room.id.to_string(), room.name.to_string())).collect()
}

fn bare(words: impl IntoIterator<Item = impl Into<String>>) -> Words {
    words.into_iter().map(|word| (word.into(), String::new())).collect()
}

fn entry(id: &Id, about: impl Into<String>) -> (String, String) {
    (id.to_string(), about.into())
}

/// The latest come first: they are what is mostly meant.
fn meetings(known: &Known, language: Language, is_meant: impl Fn(&Meeting) -> bool) -> Words {
    let style = DateStyle::of(language);
    let about = |meeting: &Meeting| {
        let day = meeting.when.date.map(|date| format!("{} – ", style.numeric(date.value)));
        format!("{}{}", day.unwrap_or_default(), meeting.title.value)
    };
    let meetings = known.workspace().into_iter().flat_map(|it| it.meetings.iter().rev());
    let meetings = meetings.filter(|meeting| is_meant(meeting));
    meetings.map(|meeting| entry(&meeting.id, about(meeting))).collect()
}

fn items(meeting: &Meeting, before: &str) -> Words {
    let about = |session: &Session| {
        let title = session.original(&meeting.sessions).title.as_ref();
        title.map(|title| title.value.to_string()).unwrap_or_default()
    };
    let item = |session: &Session| (format!("{before}{}", session.id), about(session));
    meeting.sessions.iter().map(item).collect()
}

fn cities(known: &Known) -> Words {
    let cities = known.registers().into_iter().flat_map(|it| &it.cities);
    cities.map(|city| entry(&city.id, city.name.as_str())).collect()
}

fn venues(known: &Known) -> Words {
    let venues = known.registers().into_iter().flat_map(|it| &it.venues);
    venues.map(|venue| entry(&venue.id, venue.name.as_str())).collect()
}

fn contacts(known: &Known) -> Words {
    let contacts = known.registers().into_iter().flat_map(|it| &it.contacts);
    contacts.map(|contact| entry(&contact.id, full_name(contact))).collect()
}

fn topics(known: &Known) -> Words {
    let topics = known.registers().into_iter().flat_map(|it| &it.topics);
    topics.map(|topic| entry(&topic.id, topic.title.as_str())).collect()
}

fn groups(known: &Known) -> Words {
    let contacts = known.registers().into_iter().flat_map(|it| &it.contacts);
    let mut groups: Vec<String> = contacts.flat_map(|it| &it.groups).map(Id::to_string).collect();
    groups.sort_unstable();
    groups.dedup();
    bare(groups)
}

/// Those that are still open.
fn actions(known: &Known) -> Words {
    let actions = known.workspace().into_iter().flat_map(|it| &it.actions);
    let open = actions.filter(|action| action.status == ActionStatus::Open);
    open.map(|action| entry(&action.id, action.what.as_str())).collect()
}

fn documents(known: &Known, language: Language) -> Words {
    let ours = DocumentKind::written();
    let ours = ours.map(|kind| (kind.word().to_owned(), kind.summary(language).to_owned()));
    // A file may be called anything; a word that has to be quoted is left to who made it.
    let own = own_kinds(known.sources()).into_iter().filter(|name| is_slug(name));
    ours.chain(bare(own)).collect()
}

fn everything(known: &Known, current: &str, language: Language) -> Words {
    let Some((holder, _)) = current.split_once('/') else {
        let people = [cities(known), venues(known), contacts(known), topics(known)].concat();
        return [meetings(known, language, |_| true), people].concat();
    };
    let Some(workspace) = known.workspace() else { return Vec::new() };
    let before = format!("{holder}/");
    if let Some(meeting) = workspace.meeting(holder) {
        return items(meeting, &before);
    }
    let rooms = workspace.venue_named(holder).into_iter().flat_map(|(_, venue)| &venue.rooms);
    rooms.map(|room| (format!("{before}{}", room.id), room.name.to_string())).collect()
}

#[cfg(test)]
mod tests {
    use clap::Command;

    use super::{SPECIAL, USUAL};
    use crate::cli::whole;

    /// The names of values and the places of arguments.
    fn gather(command: &Command, place: &str, found: &mut [Vec<String>; 2]) {
        for argument in command.get_arguments() {
            let value = argument.get_value_names().unwrap_or_default();
            found[0].extend(value.iter().map(ToString::to_string));
            found[1].push(format!("{place} {}", argument.get_id()));
        }
        for below in command.get_subcommands() {
            gather(below, format!("{place} {}", below.get_name()).trim(), found);
        }
    }

    #[test]
    fn every_row_is_of_an_argument_that_there_is() {
        let mut found = [Vec::new(), Vec::new()];
        gather(&whole(), "", &mut found);
        for (name, _) in USUAL {
            assert!(found[0].iter().any(|known| known == name), "{name}");
        }
        for (place, id, _) in SPECIAL {
            assert!(found[1].contains(&format!("{place} {id}")), "{place} {id}");
        }
    }
}
