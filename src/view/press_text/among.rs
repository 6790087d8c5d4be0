//! What several that stand together are called, each told apart from the others.

use super::scene::{closed, listed, quoted, remarks};
use crate::view::programme::Entry;
use crate::view::words::Words;

/// The title of what stands in a block, and behind it what is said of it alone: its time, if it is
/// not the block's, where it is, and whether it is certain.
pub(super) fn aside(entry: &Entry, at: Option<&str>, words: Words) -> String {
    let at = entry.at.as_deref().filter(|own| Some(*own) != at);
    let said: Vec<String> =
        at.map(str::to_owned).into_iter().chain(remarks(entry, words)).collect();
    let title = quoted(&entry.title, words);
    if said.is_empty() { title } else { format!("{title} ({})", said.join(", ")) }
}

/// The same of each of `entries` that holds nothing itself; those of one name are told apart by their strands.
pub(super) fn asides(entries: &[&Entry], at: Option<&str>, words: Words) -> Vec<String> {
    let single = entries.iter().filter(|entry| !entry.holds_others());
    let told = single.map(|entry| match strand(entry, entries) {
        Some(strand) => {
            let aside = aside(entry, at, words);
            let title = quoted(&entry.title, words);
            match aside.strip_prefix(&format!("{title} (")) {
                Some(rest) => format!("{title} ({strand}, {rest}"),
                None => format!("{title} ({strand})"),
            }
        }
        None => aside(entry, at, words),
    });
    told.collect()
}

/// The strand of an entry, where another one goes by the same name.
fn strand<'e>(entry: &'e Entry, entries: &[&Entry]) -> Option<&'e str> {
    let is_alike = |other: &&&Entry| other.title == entry.title && other.id != entry.id;
    let track = entry.track.as_deref().filter(|track| *track != entry.title)?;
    entries.iter().find(is_alike).map(|_| track)
}

/// What an entry goes by beside `entries`: its title, and where another has the same its strand or its place.
fn name_among(entry: &Entry, entries: &[&Entry], words: Words) -> String {
    let title = quoted(&entry.title, words);
    let is_alike = |other: &&&Entry| other.title == entry.title && other.id != entry.id;
    let apart = entry.track.as_deref().filter(|track| *track != entry.title);
    let apart = apart.or(entry.place.as_deref()).filter(|_| entries.iter().any(|it| is_alike(&it)));
    apart.map_or_else(|| title.clone(), |apart| format!("{title} ({apart})"))
}

/// `titles`, with those that are the same told once, and how often.
pub(super) fn alike(titles: Vec<String>) -> Vec<(String, usize)> {
    let mut told: Vec<(String, usize)> = Vec::new();
    for title in titles {
        match told.iter_mut().find(|(known, _)| *known == title) {
            Some((_, count)) => *count += 1,
            None => told.push((title, 1)),
        }
    }
    told
}

/// What stands in a block, by the strand it belongs to: of each strand its name and what stands in it.
/// None if no strand holds more than one thing, so that all of it runs side by side.
pub(super) fn strands<'e>(entries: &[&'e Entry]) -> Option<Vec<(&'e str, Vec<&'e Entry>)>> {
    let mut strands: Vec<(&str, Vec<&Entry>)> = Vec::new();
    for &entry in entries.iter().filter(|entry| !entry.holds_others()) {
        let track = entry.track.as_deref()?;
        match strands.iter_mut().find(|(known, _)| *known == track) {
            Some((_, own)) => own.push(entry),
            None => strands.push((track, vec![entry])),
        }
    }
    strands.iter().any(|(_, own)| own.len() > 1).then_some(strands)
}

/// Who has a part in what is told in one sentence with others, a line each behind its title.
pub(super) fn casts(entries: &[&Entry], words: Words) -> Vec<String> {
    let line = |entry: &&Entry| {
        let own = entry.people.iter();
        let people = own.chain(entry.items.iter().flat_map(|item| &item.people));
        let lines: Vec<String> = people
            .filter(|person| !person.line.is_empty())
            .map(|person| match &person.role {
                Some(role) => format!("{} ({role})", person.line),
                None => person.line.clone(),
            })
            .collect();
        (!lines.is_empty()).then(|| {
            let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
            closed(format!("{}: {}.", name_among(entry, entries, words), listed(&lines)))
        })
    };
    entries.iter().filter_map(line).collect()
}
