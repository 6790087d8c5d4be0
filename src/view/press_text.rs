//! The programme told in sentences, as a newspaper tells it: "Nach der Begrüßung um 09:30 Uhr folgt
//! …", "Im Anschluss …", "Nach der Mittagspause folgen …".
//!
//! First the entries of a day become scenes: what is told together, and what leads over to it. Then
//! each language makes sentences of them. Titles are names that nobody knows the gender of, so they
//! stand in quotation marks behind a word for the kind of entry, save where a title begins with such
//! a word itself ("Rundgang durch …"). Nobody is quoted and nothing is added.

use crate::text::Language;
use crate::view::programme::Day;
use crate::view::words::Words;

mod english;
mod german;
mod scene;

/// A paragraph for each day on which something is to be told, headed by the day if there are
/// several.
///
/// Arrivals and ways between places are left out, and so is what was dropped.
pub fn press_text(days: &[Day], words: Words) -> Vec<String> {
    days.iter()
        .filter_map(|day| {
            let scenes = scene::scenes(day);
            let told = match words.language {
                Language::German => german::tell(&scenes, words),
                Language::English => english::tell(&scenes, words),
            };
            let heading = day.heading.as_ref().map(|heading| format!("{heading}: "));
            let told = told.join(" ");
            (!told.is_empty()).then(|| format!("{}{told}", heading.unwrap_or_default()))
        })
        .collect()
}

#[cfg(test)]
mod tests;
