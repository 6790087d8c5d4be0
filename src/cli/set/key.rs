//! The key of a file that somebody means.

use crate::cli::place::Subject;
use crate::input::key_meant;
use crate::plan::naming::Thing;
use crate::text::slug;

/// The key that `words` mean for `subject`: as it is written, else by another name of it.
pub(in crate::cli) fn meant(words: &str, subject: Subject) -> String {
    let parts: Vec<String> = words.split('.').map(slug).collect();
    let key = parts.join(".");
    // What a place calls by that very word is not another name of anything.
    let is_own = ["name", "room"].contains(&&*key);
    let known = key_meant(&key, |_| true).filter(|_| !is_own).unwrap_or(&key);
    // Where a part of the whole stands is said by other keys than where the whole does.
    let known = match (subject, known) {
        (Subject::Session(..) | Subject::Part(..), "room" | "venue") => "place",
        (Subject::Thing(Thing::Contact(_)), "place") => "town",
        (Subject::Thing(Thing::Contact(_)), "hosts")
        | (Subject::Thing(Thing::Venue(_)), "place") => "city",
        (Subject::Thing(Thing::Meeting(_)), "city" | "town") => "hosts",
        (Subject::Thing(Thing::Contact(_)), "name") => "family-name",
        (
            Subject::Session(..)
            | Subject::Part(..)
            | Subject::Thing(Thing::Meeting(_) | Thing::Topic(_)),
            "name",
        ) => "title",
        (_, known) => known,
    };
    known.to_owned()
}
