//! The programme told in sentences, as a newspaper tells it: "Nach der Begrüßung um 09:30 Uhr folgt
//! …", "Im Anschluss …", "Nach der Mittagspause folgen …".
//!
//! First the entries of a day become scenes: what is told together, and what leads over to it. Then
//! each language makes sentences of them. Titles are names that nobody knows the gender of, so they
//! stand in quotation marks behind a word for the kind of entry, save where a title begins with such
//! a word itself ("Rundgang durch …"). Nobody is quoted and nothing is added.

use crate::text::Language;
use crate::view::programme::{Day, Entry, Programme};
use crate::view::words::Words;

mod among;
mod clock;
mod english;
mod german;
mod noun;
mod office;
mod scene;

/// A paragraph for each day on which something is to be told, headed by the day if there are
/// several.
///
/// Arrivals and ways between places are left out, and so are the mere end and what was dropped.
/// `repeated` are the keys of entries that the file calls a repetition; `towns` are the names that
/// "von" can stand before.
pub fn press_text(
    programme: &Programme,
    towns: &[String],
    repeated: &[String],
    words: Words,
) -> Vec<String> {
    let in_newspaper = |day: &Day| {
        let mut day = day.clone();
        day.entries = in_order(day.entries.iter().map(Entry::with_present));
        let mut before = None;
        for entry in &mut day.entries {
            // What stays where one is needs not be said again.
            let place = entry.elsewhere.clone();
            entry.elsewhere = place.clone().filter(|_| place != before);
            before = place;
            entry.at = entry.at.as_ref().map(|at| newspaper(at, words.language));
        }
        day
    };
    programme
        .days
        .iter()
        .map(in_newspaper)
        .filter_map(|day| {
            // What is on another day than the first, before or after it, opens nothing.
            let has_begun = day.date.is_some() && day.date != programme.meeting.date;
            let scenes = scene::scenes(&day, repeated, has_begun);
            let told = match words.language {
                Language::German => german::tell(&scenes, words, towns),
                Language::English => english::tell(&scenes, words, towns),
            };
            let heading = day.heading.as_ref().map(|heading| format!("{heading}: "));
            let told = told.join(" ");
            (!told.is_empty()).then(|| format!("{}{told}", heading.unwrap_or_default()))
        })
        .collect()
}

/// The entries in the order in which they happen, wherever they stand in the file: what is within a block
/// stays there, and what has no time of its own stays behind what comes before it.
fn in_order(entries: impl Iterator<Item = Entry>) -> Vec<Entry> {
    let mut runs: Vec<(Option<String>, Vec<Entry>)> = Vec::new();
    for entry in entries {
        match runs.last_mut() {
            Some((_, run)) if entry.level > 0 || entry.start.is_none() => run.push(entry),
            _ => runs.push((entry.start.clone(), vec![entry])),
        }
    }
    runs.sort_by(|(one, _), (other, _)| one.cmp(other));
    runs.into_iter().flat_map(|(_, run)| run).collect()
}

pub(in crate::view) use clock::newspaper;

#[cfg(test)]
mod tests;
