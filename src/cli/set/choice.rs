//! Words to choose from, by what people call them.

use crate::domain::contact::FormOfAddress;
use crate::domain::meeting::Status;
use crate::domain::session::{Kind, Role};
use crate::domain::time::PartOfDay;
use crate::text::{Language, Vocabulary};

/// German names of words that have none elsewhere.
const OTHERS: &[(&str, &str)] = &[
    ("abgesprochen", "fixed"),
    ("angefragt", "requested"),
    ("deutsch", "de"),
    ("englisch", "en"),
    ("english", "en"),
    ("entfällt", "dropped"),
    ("fest", "fixed"),
    ("german", "de"),
    ("intern", "internal"),
    ("leitung", "lead"),
    ("offen", "open"),
    ("öffentlich", "public"),
];

/// The one of the `known` words that `found` is another name of.
pub(super) fn meant(found: &str, known: &[String]) -> Option<&'static str> {
    let candidates = [
        named(Kind::name, found),
        named(Status::name, found),
        named(Role::name, found),
        named(PartOfDay::name, found),
        named(FormOfAddress::name, found),
    ];
    let wanted = found.trim().to_lowercase();
    let other = OTHERS.iter().find(|(name, _)| *name == wanted).map(|(_, word)| *word);
    candidates.into_iter().chain([other]).flatten().find(|word| known.iter().any(|one| one == word))
}

/// The member of a vocabulary that is called `found`, in German or English, whatever its case.
fn named<T: Vocabulary>(
    name: fn(T, Language) -> &'static str,
    found: &str,
) -> Option<&'static str> {
    let wanted = found.trim().to_lowercase();
    let is = |word: &str| word.to_lowercase() == wanted;
    let is_meant = |member: &T| {
        let names = Language::ALL.into_iter().any(|language| is(name(*member, language)));
        names || member.words().iter().any(|word| is(word))
    };
    T::all().find(is_meant).map(T::word)
}
