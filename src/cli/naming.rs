//! What words of the user name in the workspace, and where that stands.

use anyhow::Result;

use super::failure::Findings;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::reference::{ReferenceKind, SeveralMeant, UnknownReference};
use crate::domain::id::{CityId, Id};
use crate::domain::meeting::Meeting;
use crate::domain::session::Session;
use crate::domain::workspace::Workspace;
use crate::plan::naming::{Sought, Thing, named};
use crate::source::Located;
use crate::text::{DateStyle, Language, MemberWords, nearest, slug};

/// Everything that has a name of its own.
pub(super) const ALL: &[Sought] =
    &[Sought::City, Sought::Venue, Sought::Contact, Sought::Meeting, Sought::Topic];

/// The item of `meeting` that `words` name: by its id, its number from 1, its title or the beginning of
/// one, else by its kind.
pub(super) fn session<'m>(meeting: &'m Meeting, words: &str) -> Result<&'m Session> {
    let sessions = &meeting.sessions;
    let wanted = slug(words);
    // Without a title it is printed by its kind.
    let is_called = |one: &Session| match &one.title {
        Some(title) => slug(title.value.as_str()) == wanted,
        None => Language::ALL.iter().any(|language| slug(one.kind.name(*language)) == wanted),
    };
    let title =
        |one: &Session| one.title.as_ref().map_or(String::new(), |it| slug(it.value.as_str()));
    if let Some(one) = sessions.iter().find(|one| one.id.as_str() == wanted) {
        return Ok(one);
    }
    let number = words.trim().parse::<usize>().ok().and_then(|number| number.checked_sub(1));
    if let Some(one) = number.and_then(|number| sessions.get(number)) {
        return Ok(one);
    }
    let begins = |name: &str| wanted.len() >= 3 && name.starts_with(&wanted);
    let fits: [Vec<&Session>; 2] = [
        sessions.iter().filter(|one| !wanted.is_empty() && is_called(one)).collect(),
        sessions.iter().filter(|one| begins(&title(one)) || begins(one.id.as_str())).collect(),
    ];
    match fits.into_iter().find(|found| !found.is_empty()).as_deref() {
        Some([one]) => Ok(one),
        Some(several) => {
            let title = |one: &Session| one.title.as_ref().map(|it| format!(" ({})", it.value));
            let described = |one: &&Session| {
                let words = format!("`{}`{}", one.id, title(one).unwrap_or_default());
                [words.clone(), words]
            };
            let things = several.iter().map(described).collect();
            Err(Findings::one(SeveralMeant { name: words.to_owned(), things }).into())
        }
        None => {
            let near = nearest(words, sessions.iter().map(|one| one.id.as_str()));
            let problem = UnknownReference {
                kind: ReferenceKind::Session,
                id: words.to_owned(),
                near: near.map(str::to_owned),
                members: MemberWords::default(),
            };
            Err(Findings::one(problem).into())
        }
    }
}

/// The id for another venue whose name gives one that is taken, in the town with the id `city`; none if it
/// is free, or with the town is taken as well.
pub(super) fn free_venue_id(workspace: &Workspace, id: &str, city: Option<&str>) -> Option<String> {
    workspace.venue_named(id)?;
    let there = format!("{id}-{}", city?);
    workspace.venue_named(&there).is_none().then_some(there)
}

/// The town that `words` name.
///
/// # Errors
/// If none does, or several fit.
pub(super) fn city(workspace: &Workspace, words: &str) -> Result<CityId, Diagnostic> {
    let sought = [Sought::City];
    let found = named(workspace, &sought, words, |_| String::new());
    match one_of(workspace, words, found)? {
        Some(Thing::City(id)) => Ok(id),
        Some(Thing::Venue(_) | Thing::Contact(_) | Thing::Meeting(_) | Thing::Topic(_)) | None => {
            Err(Diagnostic::new(unknown(workspace, words, &sought)))
        }
    }
}

/// The one that was found; none if nothing was.
///
/// # Errors
/// If it is several, which are listed then.
pub(super) fn one_of(
    workspace: &Workspace,
    words: &str,
    found: Vec<Thing>,
) -> Result<Option<Thing>, Diagnostic> {
    match found[..] {
        [] => Ok(None),
        [thing] => Ok(Some(thing)),
        _ => {
            let described =
                |thing: Thing| Language::ALL.map(|language| described(workspace, thing, language));
            let things = found.into_iter().map(described).collect();
            Err(Diagnostic::new(SeveralMeant { name: words.to_owned(), things }))
        }
    }
}

/// The key of a thing, with what tells it from others.
pub(super) fn described(workspace: &Workspace, thing: Thing, language: Language) -> String {
    let of_town = |city: Option<Located<CityId>>| {
        city.map_or(String::new(), |city| format!(", {}", workspace.city(city.value).name))
    };
    let (id, what) = match thing {
        Thing::City(id) => {
            let city = workspace.city(id);
            let word = workspace.network.members.noun(language);
            (&city.id, format!("{word} {}", city.name))
        }
        Thing::Venue(id) => {
            let venue = workspace.venue(id);
            let word = language.pick("Tagungsort", "venue");
            (&venue.id, format!("{word} {}{}", venue.name, of_town(venue.city)))
        }
        Thing::Contact(id) => {
            let one = workspace.contact(id);
            (&one.id, format!("{}{}", one.bare_name(), of_town(one.city)))
        }
        Thing::Meeting(number) => {
            let meeting = &workspace.meetings[number];
            let date = meeting.when.date.map(|date| DateStyle::of(language).numeric(date.value));
            let open = || language.pick("ohne Tag", "without a day").to_owned();
            let status = meeting.status.value.name(language);
            let date = date.unwrap_or_else(open);
            (&meeting.id, format!("{}, {date}, {status}", meeting.title.value))
        }
        Thing::Topic(id) => {
            let topic = workspace.topic(id);
            (&topic.id, format!("{} {}", language.pick("Thema", "topic"), topic.title))
        }
    };
    format!("`{id}` ({what})")
}

/// Nothing goes by `words`; the kind of the nearest name is the best guess of what was meant.
pub(super) fn unknown(workspace: &Workspace, words: &str, sought: &[Sought]) -> UnknownReference {
    let names = |kind: &Sought| match kind {
        Sought::City => ids(ReferenceKind::City, workspace.cities.iter().map(|one| &one.id)),
        Sought::Venue => ids(ReferenceKind::Venue, workspace.venues.iter().map(|one| &one.id)),
        Sought::Contact => {
            ids(ReferenceKind::Contact, workspace.contacts.iter().map(|one| &one.id))
        }
        Sought::Meeting => {
            ids(ReferenceKind::Meeting, workspace.meetings.iter().map(|one| &one.id))
        }
        Sought::Topic => ids(ReferenceKind::Topic, workspace.topics.iter().map(|one| &one.id)),
    };
    let names: Vec<_> = sought.iter().flat_map(names).collect();
    let near = nearest(words, names.iter().map(|(_, name)| *name));
    let kind = near.and_then(|near| names.iter().find(|(_, name)| *name == near));
    let usual = match sought {
        [Sought::City] => ReferenceKind::City,
        [Sought::Venue] => ReferenceKind::Venue,
        [Sought::Contact] => ReferenceKind::Contact,
        [Sought::Meeting] => ReferenceKind::Meeting,
        [Sought::Topic] => ReferenceKind::Topic,
        _ => ReferenceKind::Thing,
    };
    UnknownReference {
        kind: kind.map_or(usual, |(kind, _)| *kind),
        id: words.to_owned(),
        near: near.map(str::to_owned),
        members: workspace.network.members.clone(),
    }
}

fn ids<'w>(
    kind: ReferenceKind,
    ids: impl Iterator<Item = &'w Id>,
) -> Vec<(ReferenceKind, &'w str)> {
    ids.map(|id| (kind, id.as_str())).collect()
}
