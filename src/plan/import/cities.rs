//! Towns of a list and those of the network.

use std::collections::HashMap;

use super::towns::{Named, Towns};
use super::{Added, Changes, Import, Keys, Left, Why, Wishes, complete, order, settle};
use crate::domain::city::City;
use crate::domain::id::CityId;
use crate::domain::line::Line;
use crate::domain::listed::{Facts, Field, Listing, Value, fact};
use crate::domain::region::{Region, land};
use crate::domain::workspace::Workspace;

/// What becomes of a list of towns.
pub fn decide(workspace: &Workspace, listing: &Listing, wishes: Wishes) -> Import {
    let mut import = Import::default();
    let mut towns = Towns::of(workspace);
    let home = workspace.network.date_rules.region;
    let mut keys = Keys::of(workspace);
    let by_key: HashMap<String, usize> = (0..)
        .zip(&workspace.cities)
        .filter_map(|(number, city)| Some((city.municipality_key.as_ref()?.to_string(), number)))
        .collect();
    let mut added: HashMap<String, usize> = HashMap::new();
    let mut changes = Changes::default();
    for entry in &listing.entries {
        let row = entry.row;
        let mut facts = entry.facts.clone();
        let Some(Value::Line(name)) = fact(&facts, Field::Name).cloned() else { continue };
        let key = fact(&facts, Field::MunicipalityKey).map(Value::words);
        // What its key or the network says of its holidays goes without saying.
        let by_law = key.as_deref().and_then(land).map(Region::Of);
        let numbered = key.as_ref().and_then(|key| by_key.get(key).copied());
        let official = fact(&facts, Field::OfficialName).map(Value::words);
        let official = official.and_then(|name| towns.known(&name));
        let id = fact(&facts, Field::Id).map(Value::words);
        let named = id.as_deref().and_then(|id| workspace.city_named(id)).map(|(id, _)| id);
        let known = numbered.or(official.or(named).map(|id| id.0));
        facts.retain(|(field, _)| *field != Field::Id);
        let region = fact(&facts, Field::Region).and_then(|value| Region::read(&value.words()));
        match known.map_or_else(|| towns.named(&name), |number| Some(Named::Known(CityId(number))))
        {
            Some(Named::Known(number)) => {
                let city = workspace.city(number);
                if region == by_law.or(city.region_in(home)) {
                    facts.retain(|(field, _)| *field != Field::Region);
                }
                // By whichever name it was found, it keeps its own.
                facts.retain(|(field, _)| *field != Field::Name);
                let target = (row, number.0, &city.id);
                settle(&mut import, &mut changes, target, (self::known(city), facts), wishes);
            }
            Some(Named::New(town)) => {
                facts.retain(|(field, _)| *field != Field::Name);
                if region == by_law.or(home) {
                    facts.retain(|(field, _)| *field != Field::Region);
                }
                if let Some(at) = added.get(&town) {
                    let differing = complete(&mut import.added[*at], row, facts);
                    import.differing.extend(differing);
                    continue;
                }
                let id = keys.make(id.as_deref().unwrap_or(&town));
                let bare = towns.new_name(&town).cloned().unwrap_or(name);
                added.insert(town, import.added.len());
                facts.push((Field::Name, Value::Line(bare)));
                facts.sort_by_key(|(field, _)| order(*field));
                import.added.push(Added { row, further: Vec::new(), id, facts });
            }
            None => {
                let why = Why::NoSuchTowns(vec![name.to_string()]);
                import.left.push(Left { row, words: name.to_string(), why });
            }
        }
    }
    import.changed = changes.changed;
    import
}

/// What is known of a town, as far as lists say such things.
pub fn known(city: &City) -> Facts {
    let mut facts = Facts::new();
    let mut add = |field, line: Option<&Line>| {
        facts.extend(line.map(|line| (field, Value::Line(line.clone()))));
    };
    add(Field::Name, Some(&city.name));
    add(Field::OfficialName, city.official_name.as_ref());
    add(Field::MunicipalityKey, city.municipality_key.as_ref());
    let region = city.region.and_then(Region::code).and_then(|code| Line::new(code).ok());
    add(Field::Region, region.as_ref());
    add(Field::District, city.district.as_ref());
    add(Field::Street, city.street.as_ref());
    add(Field::Postcode, city.postcode.as_ref());
    add(Field::Country, city.country.as_ref());
    add(Field::Mail, city.mail.as_ref());
    add(Field::Station, city.station.as_ref());
    let more = [
        (Field::MemberSince, city.membership.since.map(|day| Value::Day(day.value))),
        (Field::MemberUntil, city.membership.until.map(|day| Value::Day(day.value))),
        (Field::Note, city.note.clone().map(Value::Text)),
    ];
    facts.extend(more.into_iter().filter_map(|(field, value)| Some((field, value?))));
    facts
}
