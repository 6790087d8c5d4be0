//! What words name in a workspace, and where that stands.

use super::Loaded;
use crate::cli::context::Context;
use crate::cli::failure::Findings;
use crate::cli::naming::{city, one_of, unknown};
use crate::diagnostic::Diagnostic;
use crate::domain::id::CityId;
use crate::domain::meeting::Meeting;
use crate::input::Unclear;
use crate::plan::naming::{Sought, Thing, named};
use crate::plan::usual_meeting::{Purpose, the_one_for};
use crate::source::Origin;
use crate::text::slug;

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

    /// The meeting that `words` name, of several the one that fits the `purpose`; the user is told which,
    /// if they are not its key.
    pub(super) fn named(
        &self,
        words: &str,
        purpose: Purpose,
        context: &Context,
    ) -> anyhow::Result<&Meeting> {
        let meetings = &self.workspace.meetings;
        // Who looks into the folder sees names of files, which may differ from the ids.
        let path = format!("meetings/{}.toml", words.trim_end_matches(".toml"));
        let in_file = |meeting: &&Meeting| self.sources.file(meeting.origin.file).path == path;
        let meeting = self.workspace.meeting(words).or_else(|| meetings.iter().find(in_file));
        if let Some(meeting) = meeting {
            return Ok(meeting);
        }
        // One of which nobody can tell more may be the one that is meant.
        let wanted = slug(words);
        let begins = |id: &str| !wanted.is_empty() && id.starts_with(&wanted);
        let is_meant = |one: &&Unclear| {
            one.path == path || one.id.as_ref().is_some_and(|it| begins(it.as_str()))
        };
        if let Some(unclear) = self.resting.unclear.iter().find(is_meant) {
            self.rely_on_file(&unclear.path)?;
        }
        let sought = [Sought::Meeting];
        let mut things = self.things(words, &sought);
        let numbers: Vec<usize> = things.iter().filter_map(|thing| thing.meeting()).collect();
        let today = context.clock.today();
        if let Some(number) = the_one_for(&self.workspace, &numbers, today, purpose) {
            things = vec![Thing::Meeting(number)];
        }
        let meant = one_of(&self.workspace, words, things);
        match meant.map_err(|several| self.fail(vec![several]))? {
            Some(Thing::Meeting(number)) => {
                let meeting = &meetings[number];
                let (head, title) = (context.say("Treffen", "Meeting"), &meeting.title.value);
                context.note(&format!("{head}: {title} ({})", meeting.id));
                Ok(meeting)
            }
            Some(Thing::City(_) | Thing::Venue(_) | Thing::Contact(_) | Thing::Topic(_)) | None => {
                Err(Findings::one(unknown(&self.workspace, words, &sought)).into())
            }
        }
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
