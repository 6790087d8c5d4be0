//! What words of the user name in the workspace, and where that stands.

use anyhow::Result;

use super::context::Context;
use super::failure::Findings;
use super::loaded::Loaded;
use crate::diagnostic::reference::{ReferenceKind, SeveralMeant, UnknownReference};
use crate::domain::id::CityId;
use crate::domain::line::Line;
use crate::domain::meeting::Meeting;
use crate::domain::session::Session;
use crate::plan::naming::{Sought, Thing, named};
use crate::source::Origin;
use crate::text::{DateStyle, Language, nearest, slug};

/// Everything that has a name of its own.
pub(super) const ALL: &[Sought] = &[Sought::City, Sought::Venue, Sought::Contact, Sought::Meeting];

impl Loaded {
    /// What `words` name among those that are `sought`; none if nothing.
    ///
    /// # Errors
    /// If they fit several equally well, which are listed then.
    pub(super) fn thing(
        &self,
        words: &str,
        sought: &[Sought],
        language: Language,
    ) -> Result<Option<Thing>> {
        let found = self.things(words, sought);
        if let [thing] = found[..] {
            return Ok(Some(thing));
        }
        if found.is_empty() {
            return Ok(None);
        }
        let things = found.iter().map(|thing| self.described(*thing, language)).collect();
        Err(Findings::one(SeveralMeant { name: words.to_owned(), things }).into())
    }

    /// All that `words` fit best.
    pub(super) fn things(&self, words: &str, sought: &[Sought]) -> Vec<Thing> {
        named(&self.workspace, sought, words, |meeting| self.stem(meeting))
    }

    /// The name of a meeting's file without its ending.
    fn stem(&self, meeting: &Meeting) -> String {
        let path = &self.sources.file(meeting.origin.file).path;
        let name = path.rsplit('/').next().unwrap_or_default();
        name.rsplit_once('.').map_or(name, |(stem, _)| stem).to_owned()
    }

    /// The key of a thing, with what tells it from others.
    fn described(&self, thing: Thing, language: Language) -> String {
        let workspace = &self.workspace;
        let (id, what) = match thing {
            Thing::City(id) => {
                let city = workspace.city(id);
                let word = workspace.network.members.one(language, language.pick("Stadt", "city"));
                (&city.id, format!("{word} {}", city.name))
            }
            Thing::Venue(id) => {
                let venue = workspace.venue(id);
                let town = venue.city.map(|city| format!(", {}", workspace.city(city.value).name));
                let word = language.pick("Tagungsort", "venue");
                (&venue.id, format!("{word} {}{}", venue.name, town.unwrap_or_default()))
            }
            Thing::Contact(id) => {
                let one = workspace.contact(id);
                let town = one.city.map(|city| format!(", {}", workspace.city(city.value).name));
                let given = one.given_name.as_ref().map_or("", Line::as_str);
                let name = format!("{given} {}", one.family_name);
                (&one.id, format!("{}{}", name.trim(), town.unwrap_or_default()))
            }
            Thing::Meeting(number) => {
                let meeting = &workspace.meetings[number];
                let date =
                    meeting.when.date.map(|date| DateStyle::of(language).numeric(date.value));
                let open = || language.pick("ohne Tag", "without a day").to_owned();
                (&meeting.id, format!("{}, {}", meeting.title.value, date.unwrap_or_else(open)))
            }
        };
        format!("`{id}` ({what})")
    }

    /// Nothing goes by `words`; the kind of the nearest name is the best guess of what was meant.
    pub(super) fn unknown(&self, words: &str, sought: &[Sought]) -> UnknownReference {
        let workspace = &self.workspace;
        let mut names: Vec<(ReferenceKind, &str)> = Vec::new();
        for one in sought {
            match one {
                Sought::City => {
                    let all = workspace.cities.iter().map(|one| one.id.as_str());
                    names.extend(all.map(|id| (ReferenceKind::City, id)));
                }
                Sought::Venue => {
                    let all = workspace.venues.iter().map(|one| one.id.as_str());
                    names.extend(all.map(|id| (ReferenceKind::Venue, id)));
                }
                Sought::Contact => {
                    let all = workspace.contacts.iter().map(|one| one.id.as_str());
                    names.extend(all.map(|id| (ReferenceKind::Contact, id)));
                }
                Sought::Meeting => {
                    let all = workspace.meetings.iter().map(|one| one.id.as_str());
                    names.extend(all.map(|id| (ReferenceKind::Meeting, id)));
                }
            }
        }
        let near = nearest(words, names.iter().map(|(_, name)| *name));
        let kind = near.and_then(|near| names.iter().find(|(_, name)| *name == near));
        let usual = match sought {
            [Sought::City] => ReferenceKind::City,
            [Sought::Venue] => ReferenceKind::Venue,
            [Sought::Contact] => ReferenceKind::Contact,
            _ => ReferenceKind::Meeting,
        };
        UnknownReference {
            kind: kind.map_or(usual, |(kind, _)| *kind),
            id: words.to_owned(),
            near: near.map(str::to_owned),
        }
    }

    /// Where a thing is described.
    pub(super) fn origin(&self, thing: Thing) -> Origin {
        match thing {
            Thing::City(id) => self.workspace.city(id).origin,
            Thing::Venue(id) => self.workspace.venue(id).origin,
            Thing::Contact(id) => self.workspace.contact(id).origin,
            Thing::Meeting(number) => self.workspace.meetings[number].origin,
        }
    }
}

/// The item of `meeting` that `words` name: by its id, its number from 1, its title or the beginning of
/// one.
pub(super) fn session<'m>(meeting: &'m Meeting, words: &str) -> Result<&'m Session> {
    let sessions = &meeting.sessions;
    let wanted = slug(words);
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
        sessions.iter().filter(|one| title(one) == wanted && !wanted.is_empty()).collect(),
        sessions.iter().filter(|one| begins(&title(one)) || begins(one.id.as_str())).collect(),
    ];
    match fits.into_iter().find(|found| !found.is_empty()).as_deref() {
        Some([one]) => Ok(one),
        Some(several) => {
            let title = |one: &Session| one.title.as_ref().map(|it| format!(" ({})", it.value));
            let described =
                |one: &&Session| format!("`{}`{}", one.id, title(one).unwrap_or_default());
            let things = several.iter().map(described).collect();
            Err(Findings::one(SeveralMeant { name: words.to_owned(), things }).into())
        }
        None => {
            let near = nearest(words, sessions.iter().map(|one| one.id.as_str()));
            let (kind, id) = (ReferenceKind::Session, words.to_owned());
            Err(Findings::one(UnknownReference { kind, id, near: near.map(str::to_owned) }).into())
        }
    }
}

/// The town that `words` name.
///
/// # Errors
/// If none does, or several fit.
pub(super) fn city(loaded: &Loaded, words: &str, context: &Context) -> Result<CityId> {
    match loaded.thing(words, &[Sought::City], context.language)? {
        Some(Thing::City(id)) => Ok(id),
        Some(Thing::Venue(_) | Thing::Contact(_) | Thing::Meeting(_)) | None => {
            Err(Findings::one(loaded.unknown(words, &[Sought::City])).into())
        }
    }
}
