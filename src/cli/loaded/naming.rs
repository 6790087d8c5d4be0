//! What words name in a workspace, and where that stands.

use super::Loaded;
use crate::cli::naming::{city, one_of};
use crate::diagnostic::Diagnostic;
use crate::domain::id::CityId;
use crate::domain::meeting::Meeting;
use crate::plan::naming::{Sought, Thing, named};
use crate::source::Origin;

impl Loaded {
    /// What `words` name among those that are `sought`; none if nothing.
    ///
    /// # Errors
    /// If they fit several equally well, which are listed then.
    pub(in crate::cli) fn thing(
        &self,
        words: &str,
        sought: &[Sought],
    ) -> Result<Option<Thing>, Diagnostic> {
        one_of(&self.workspace, words, self.things(words, sought))
    }

    /// All that `words` fit best.
    pub(in crate::cli) fn things(&self, words: &str, sought: &[Sought]) -> Vec<Thing> {
        named(&self.workspace, sought, words, |meeting| self.stem(meeting))
    }

    /// The name of a meeting's file without its ending.
    fn stem(&self, meeting: &Meeting) -> String {
        let path = &self.sources.file(meeting.origin.file).path;
        let name = path.rsplit('/').next().unwrap_or_default();
        name.rsplit_once('.').map_or(name, |(stem, _)| stem).to_owned()
    }

    /// The town that `words` name.
    ///
    /// # Errors
    /// If none does, or several fit.
    pub(in crate::cli) fn city(&self, words: &str) -> Result<CityId, Diagnostic> {
        city(&self.workspace, words)
    }

    /// Where a thing is described.
    pub(in crate::cli) fn origin(&self, thing: Thing) -> Origin {
        match thing {
            Thing::City(id) => self.workspace.city(id).origin,
            Thing::Venue(id) => self.workspace.venue(id).origin,
            Thing::Contact(id) => self.workspace.contact(id).origin,
            Thing::Topic(id) => self.workspace.topic(id).origin,
            Thing::Meeting(number) => self.workspace.meetings[number].origin,
        }
    }
}
