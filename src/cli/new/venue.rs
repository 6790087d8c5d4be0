//! The venue of a new meeting, which may be new itself.

use anyhow::Result;

use super::{Maker, Plan};
use crate::cli::change::NewText;
use crate::cli::dialogue::{Went, ask_or_back, choose_or_back};
use crate::cli::failure::{Findings, spoken};
use crate::cli::naming::{free_venue_id, one_of, unknown};
use crate::cli::reads::Area;
use crate::diagnostic::change::NotEntries;
use crate::domain::id::{CityId, Id};
use crate::domain::venue::Venue;
use crate::input::edit::{Addition, add_entry, quoted};
use crate::plan::naming::{Sought, Thing, can_house, venues_for};
use crate::text::slug;

impl Maker<'_> {
    /// The venue: one that is known in a town of the hosts, or a new name.
    pub(super) fn venue(&self, plan: &mut Plan) -> Result<Went> {
        let workspace = &self.loaded.workspace;
        if let Some(words) = &self.args.venue {
            let id = self.known_venue(words, &plan.hosts)?;
            self.loaded.rely_on_venue(&id)?;
            plan.venue = Some(id);
            return Ok(Went::Past);
        }
        if !self.asks {
            return Ok(Went::Past);
        }
        self.loaded.rely_on(Area::Venues)?;
        let hosts = self.numbers(&plan.hosts);
        let is_there = |venue: &&Venue| venue.city.is_some_and(|city| hosts.contains(&city.value));
        let venues: Vec<_> = workspace.venues.iter().filter(is_there).collect();
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

    /// The towns with these ids.
    fn numbers(&self, hosts: &[String]) -> Vec<CityId> {
        let known = hosts.iter().filter_map(|id| self.loaded.workspace.city_named(id));
        known.map(|(id, _)| id).collect()
    }

    /// The id of the venue that `words` name for a meeting of `hosts`; else the words.
    fn known_venue(&self, words: &str, hosts: &[String]) -> Result<String> {
        let workspace = &self.loaded.workspace;
        let found = venues_for(workspace, words, &self.numbers(hosts));
        let thing = one_of(workspace, words, found);
        Ok(match thing.map_err(|several| self.loaded.fail(vec![several]))? {
            Some(Thing::Venue(id)) => workspace.venue(id).id.to_string(),
            Some(Thing::City(_) | Thing::Contact(_) | Thing::Meeting(_) | Thing::Topic(_))
            | None => words.trim().to_owned(),
        })
    }

    /// Whether a venue that is known there has nearly this name: more likely that one is meant.
    fn is_near(&self, words: &str, hosts: &[String]) -> bool {
        let workspace = &self.loaded.workspace;
        let near = unknown(workspace, words, &[Sought::Venue]).near;
        let near = near.and_then(|id| workspace.venue_named(&id));
        near.is_some_and(|(_, venue)| can_house(venue, &self.numbers(hosts)))
    }

    /// What a meeting calls the venue that somebody named: as they did, or by the id that it gets.
    pub(super) fn venue_key(&self, venue: &str, hosts: &[String]) -> String {
        let is_known = self.loaded.workspace.venue_named(venue).is_some();
        let stays = is_known || self.is_near(venue, hosts);
        if stays { venue.to_owned() } else { self.free_id(venue, hosts) }
    }

    /// The venues with one that is not known yet; none if there is nothing to add.
    pub(super) fn new_venue(&self, name: &str, hosts: &[String]) -> Option<Result<NewText>> {
        let workspace = &self.loaded.workspace;
        let id = self.free_id(name, hosts);
        let is_known = workspace.venue_named(name).is_some();
        if is_known || self.is_near(name, hosts) || Id::new(&id).is_none() {
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
            let id = self.known_venue(answer, &plan.hosts);
            let id = id.map_err(|error| spoken(&error, self.context.language))?;
            if slug(&id).is_empty() {
                return Err(self.context.say("Das ist kein Name.", "That is no name.").to_owned());
            }
            plan.venue = Some(id);
            Ok(())
        })
    }

    /// The id of a venue that is new: with the town, where another has one of this name.
    fn free_id(&self, name: &str, hosts: &[String]) -> String {
        let workspace = &self.loaded.workspace;
        let Some(id) = Id::new(&slug(name)) else { return name.to_owned() };
        let there = free_venue_id(workspace, id.as_str(), hosts.first().map(String::as_str));
        there.unwrap_or_else(|| id.to_string())
    }
}
