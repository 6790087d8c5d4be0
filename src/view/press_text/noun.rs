//! German nouns at the head of titles, with their gender and article.

use crate::text::Gender;

/// Nouns that titles of programmes begin with. A compound has the gender of its last part.
const NOUNS: [(Gender, &[&str]); 3] = [
    (
        Gender::Masculine,
        &[
            "vortrag",
            "rundgang",
            "austausch",
            "workshop",
            "impuls",
            "bericht",
            "besuch",
            "abschluss",
            "imbiss",
            "ausblick",
            "auftakt",
            "empfang",
            "festakt",
            "spaziergang",
            "überblick",
            "rückblick",
            "ausklang",
            "einblick",
            "dialog",
        ],
    ),
    (
        Gender::Feminine,
        &[
            "begrüßung",
            "präsentation",
            "vorstellung",
            "führung",
            "besichtigung",
            "diskussion",
            "aussprache",
            "pause",
            "verabschiedung",
            "eröffnung",
            "einführung",
            "wanderung",
            "zusammenfassung",
            "aufnahme",
            "übergabe",
            "unterzeichnung",
            "auswertung",
            "rückmeldung",
            "beratung",
            "ausstellung",
            "werkstatt",
            "runde",
            "besprechung",
            "moderation",
            "ansprache",
            "rede",
            "botschaft",
            "keynote",
        ],
    ),
    (
        Gender::Neuter,
        &[
            "mittagessen",
            "abendessen",
            "grußwort",
            "gespräch",
            "resümee",
            "fazit",
            "schlusswort",
            "frühstück",
            "fest",
            "treffen",
            "interview",
        ],
    ),
];

/// The noun at the head of a title, its gender, and what follows it; none if the first word is no
/// such noun.
pub(super) fn head(title: &str) -> Option<(Gender, &str, &str)> {
    let end = title.find([' ', ':', ',', '\u{a0}']).unwrap_or(title.len());
    let (noun, rest) = title.split_at(end);
    let folded = noun.to_lowercase();
    let is_compound = |known: &&&str| folded.ends_with(**known);
    let found =
        NOUNS.iter().find_map(|(gender, nouns)| nouns.iter().find(is_compound).map(|_| *gender));
    // "Begrüßung und Einführung" would need the plural, "Austausch, …" a pause.
    let is_single =
        !rest.starts_with(" und ") && !rest.starts_with(',') && !rest.starts_with(" & ");
    found.filter(|_| is_single).map(|gender| (gender, noun, rest))
}

/// Whether what stands behind a noun goes on in its sentence: "durch die Altstadt", "der Gäste".
/// A name, or words that are bent by an article, would not.
pub(super) fn follows_on(rest: &str) -> bool {
    const JOINS: [&str; 32] = [
        "am", "an", "auf", "aus", "bei", "beim", "bis", "das", "dem", "den", "der", "des", "durch",
        "eines", "einer", "für", "gegen", "im", "in", "ins", "mit", "nach", "ohne", "rund", "über",
        "um", "unter", "vom", "von", "zu", "zum", "zur",
    ];
    let Some(rest) = rest.strip_prefix([' ', '\u{a0}']) else { return rest.is_empty() };
    let first = rest.split([' ', '\u{a0}']).next().unwrap_or_default();
    JOINS.contains(&first) || rest.starts_with('„')
}

/// "die kurze Begrüßung", "der kleine Stadtrundgang": an adjective before the noun, which loses its
/// ending behind the article.
pub(super) fn described(title: &str) -> Option<String> {
    const ADJECTIVES: [&str; 20] = [
        "abendlich",
        "abschließend",
        "allgemein",
        "anschließend",
        "fachlich",
        "feierlich",
        "gemeinsam",
        "gesellig",
        "groß",
        "informell",
        "intern",
        "kollegial",
        "klein",
        "kurz",
        "moderiert",
        "offen",
        "offiziell",
        "öffentlich",
        "persönlich",
        "thematisch",
    ];
    let (adjective, noun) = title.split_once([' ', '\u{a0}'])?;
    let (gender, noun, rest) = head(noun).filter(|(.., rest)| follows_on(rest))?;
    let ending = match gender {
        Gender::Masculine => "er",
        Gender::Feminine => "e",
        Gender::Neuter => "es",
    };
    let stem = adjective.to_lowercase().strip_suffix(ending)?.to_owned();
    ADJECTIVES.contains(&stem.as_str()).then(|| format!("{} {stem}e {noun}{rest}", article(gender)))
}

/// Whether a title is of several things: "Praxissessions", "Werkstätten zur Wahl". A verb would have to say so.
pub(super) fn is_plural(title: &str) -> bool {
    const PLURALS: [&str; 30] = [
        "ausflüge",
        "beiträge",
        "berichte",
        "besichtigungen",
        "diskussionen",
        "exkursionen",
        "foren",
        "führungen",
        "gespräche",
        "grußworte",
        "gruppen",
        "impulse",
        "labore",
        "panels",
        "präsentationen",
        "runden",
        "rundgänge",
        "seminare",
        "sessions",
        "stationen",
        "symposien",
        "talks",
        "themenfelder",
        "tische",
        "vorträge",
        "werkstätten",
        "workshops",
        "groups",
        "tours",
        "visits",
    ];
    let mut words = title.split([' ', ':', ',', '\u{a0}']).filter(|word| !word.is_empty());
    let is_any = |word: &str| PLURALS.iter().any(|plural| word.ends_with(plural));
    // "Parallele Workshops"; what stands behind a preposition is another thing.
    let [first, second] = [words.next(), words.next()].map(Option::unwrap_or_default);
    let [first, second] = [first.to_lowercase(), second.to_lowercase()];
    is_any(&first) || first.ends_with('e') && is_any(&second)
}

/// Whether such things are many in a programme, so that "der Vortrag" would say which.
pub(super) fn is_one_of_many(noun: &str) -> bool {
    ["Vortrag", "Impuls", "Grußwort", "Workshop", "Bericht", "Keynote"].contains(&noun)
}

/// The article of one among others.
pub(super) fn indefinite(gender: Gender) -> &'static str {
    match gender {
        Gender::Masculine | Gender::Neuter => "ein",
        Gender::Feminine => "eine",
    }
}

/// The article.
pub(super) fn article(gender: Gender) -> &'static str {
    match gender {
        Gender::Masculine => "der",
        Gender::Feminine => "die",
        Gender::Neuter => "das",
    }
}
