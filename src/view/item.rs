//! A single item of a programme, to hand to the people who have a part in it.

use serde::Serialize;

use super::programme::{Day, Entry, Item, Programme};
use super::words::Words;
use crate::domain::session::Kind;
use crate::domain::workspace::Workspace;

/// An item with its meeting and network.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ItemSheet {
    /// The meeting and the network; its days are the parts of the item and what stands within it.
    #[serde(flatten)]
    pub programme: Programme,
    /// The item.
    pub item: Entry,
    /// Day and time in one line.
    pub when: Option<String>,
}

/// The entry `id` of `programme` alone; none if it is not among what is told.
pub fn item(workspace: &Workspace, programme: Programme, id: &str) -> Option<ItemSheet> {
    let mut programme = only(programme, id)?;
    let day = programme.days.first_mut()?;
    let item = day.entries.remove(0);
    for entry in &mut day.entries {
        entry.level -= 1;
    }
    // Parts stand before entries, as in the programme.
    day.entries.splice(0..0, item.items.iter().map(part));
    let words = Words::new(&workspace.network, programme.language);
    let date = day.date.as_deref().and_then(|date| date.parse().ok());
    let when = [date.map(|date| words.dates.full(date)), item.time.clone().map(String::from)];
    let when: Vec<String> = when.into_iter().flatten().collect();
    let when = (!when.is_empty()).then(|| when.join(", "));
    Some(ItemSheet { programme, item, when })
}

/// The programme with nothing but the entry `id` and what stands within it; none if it is not there.
pub fn only(programme: Programme, id: &str) -> Option<Programme> {
    let day = programme.days.iter().find(|day| day.entries.iter().any(|entry| entry.id == id))?;
    let at = day.entries.iter().position(|entry| entry.id == id)?;
    let level = day.entries[at].level;
    let within = day.entries[at + 1..].iter().take_while(|entry| entry.level > level);
    let entries = std::iter::once(&day.entries[at]).chain(within);
    let entries = entries.map(|entry| Entry { level: entry.level - level, ..entry.clone() });
    let day = Day { date: day.date.clone(), heading: None, entries: entries.collect() };
    Some(Programme { days: vec![day], ..programme })
}

/// A part of an item as an entry without a time.
fn part(item: &Item) -> Entry {
    Entry {
        kind: Some(Kind::Item),
        number: item.number.clone(),
        title: item.title.clone().unwrap_or_default(),
        people: item.people.clone(),
        description: item.description.clone(),
        details: item.details.clone(),
        ..Entry::default()
    }
}
