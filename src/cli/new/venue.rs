//! The venue of a new meeting, which may be new itself.

use anyhow::Result;

use super::{Maker, Plan};
use crate::cli::change::NewText;
use crate::cli::dialogue::{Went, ask_or_back, choose_or_back};
use crate::cli::failure::{Findings, spoken};
use crate::cli::naming::unknown;
use crate::cli::reads::Area;
use crate::diagnostic::change::NotEntries;
use crate::domain::id::{CityId, Id};
use crate::input::edit::{Addition, add_entry, quoted};
use crate::plan::naming::Sought;
use crate::text::slug;

impl Maker<'_> {
    /// The venue: one that is known in a town of the hosts, or a new name.
    pub(super) fn venue(&self, plan: &mut Plan) -> Result<Went> {
        let workspace = &self.loaded.workspace;
        if let Some(words) = &self.args.venue {
            let id = self.id_of(words, Sought::Venue)?;
            self.loaded.rely_on_venue(&id)?;
            plan.venue = Some(id);
            return Ok(Went::Past);
        }
        if !self.asks {
            return Ok(Went::Past);
        }
        self.loaded.rely_on(Area::Venues)?;
        let is_there =
            |city: CityId| plan.hosts.iter().any(|id| id == workspace.city(city).id.as_str());
        let venues: Vec<_> = workspace
            .venues
            .iter()
            .filter(|venue| venue.city.is_some_and(|city| is_there(city.value)))
            .collect();
        if venues.is_empty() {
            return self.ask_for_venue(plan);
        }
        let open = self.context.say("noch offen", "not known yet").to_owned();
        let other = self.context.say("ein anderer", "another one").to_owned();
        let names = venues.iter().map(|venue| venue.name.to_string());
        let names: Vec<String> = [open].into_iter().chain(names).chain([other]).collect();
        let Some(chosen) =
            choose_or_back(self.context.say("Tagungsort", "Venue"), &names, 0, self.context)?
        else {
            return Ok(Went::Back);
        };
        if chosen > venues.len() {
            return self.ask_for_venue(plan);
        }
        plan.venue = chosen.checked_sub(1).map(|number| venues[number].id.to_string());
        Ok(Went::On)
    }

    /// Whether a venue that is known has nearly this name: more likely that one is meant.
    pub(super) fn is_near(&self, words: &str) -> bool {
        unknown(&self.loaded.workspace, words, &[Sought::Venue]).near.is_some()
    }

    /// What a meeting calls the venue that somebody named: as they did, or by the id that it gets.
    pub(super) fn venue_key(&self, venue: &str) -> String {
        let is_known = self.loaded.workspace.venue_named(venue).is_some();
        if is_known || self.is_near(venue) { venue.to_owned() } else { free_id(venue) }
    }

    /// The venues with one that is not known yet; none if there is nothing to add.
    pub(super) fn new_venue(&self, name: &str, hosts: &[String]) -> Option<Result<NewText>> {
        let workspace = &self.loaded.workspace;
        let id = free_id(name);
        if workspace.venue_named(name).is_some() || self.is_near(name) || Id::new(&id).is_none() {
            return None;
        }
        let path = "venues.toml";
        let file = self.loaded.sources.find(path);
        let text = file.map_or("", |(_, file)| file.text.as_str());
        let mut keys = vec![("id", quoted(&id)), ("name", quoted(name))];
        if let [host] = hosts
            && workspace.city_named(host).is_some()
        {
            keys.push(("city", quoted(host)));
        }
        let addition = Addition { path: &[], kind: "venue", before: None, keys: &keys };
        let text = add_entry(text, &addition);
        let text = text.ok_or_else(|| Findings::one(NotEntries { kind: "venue" }).into());
        Some(text.map(|text| NewText { path: path.to_owned(), text }))
    }

    fn ask_for_venue(&self, plan: &mut Plan) -> Result<Went> {
        let question = self.context.say(
            "Tagungsort, etwa Bürgersaal (leer: noch offen)",
            "Venue, such as Town Hall (empty: not known yet)",
        );
        ask_or_back(question, "", |answer| {
            if answer.is_empty() {
                plan.venue = None;
                return Ok(());
            }
            let id = self.id_of(answer, Sought::Venue);
            let id = id.map_err(|error| spoken(&error, self.context.language))?;
            if slug(&id).is_empty() {
                return Err(self.context.say("Das ist kein Name.", "That is no name.").to_owned());
            }
            plan.venue = Some(id);
            Ok(())
        })
    }
}

/// The id of a venue that is new.
fn free_id(name: &str) -> String {
    let id = slug(name);
    if Id::new(&id).is_some() { id } else { name.to_owned() }
}
