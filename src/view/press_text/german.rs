//! German sentences about a programme.

use super::clock::newspaper;
use super::office::with_article;
use super::scene::{Lead, Scene, SceneSubject, capital, casts, nature, quoted, says_its_kind};
use crate::domain::session::{Cast, Gender, Nature, Part};
use crate::text::Language::German;
use crate::text::list;
use crate::view::programme::{Entry, Item, Person};
use crate::view::words::Words;

/// The sentences that tell `scenes`.
///
/// `members` are the names of the network's towns.
pub(super) fn tell(scenes: &[Scene<'_>], words: Words, members: &[String]) -> Vec<String> {
    let mut sentences = Vec::new();
    for scene in scenes {
        sentences.push(sentence(scene, words, members));
        match &scene.subject {
            // Of several told together only the last has more to tell.
            SceneSubject::Entries(entries) => {
                let Some(entry) = entries.last() else { continue };
                sentences.extend(cast(entry, greeting(scene, members).is_some(), members));
                sentences.extend(parts(&entry.items, words));
            }
            SceneSubject::SideBySide(entries) | SceneSubject::Beside(_, entries) => {
                sentences.extend(casts(entries, words));
            }
            SceneSubject::Again(entry) => sentences.extend(casts(&[entry], words)),
        }
        if let Lead::After(pause) = scene.lead {
            sentences.extend(casts(&[pause], words));
        }
    }
    sentences
}

fn sentence(scene: &Scene<'_>, words: Words, members: &[String]) -> String {
    let at = scene.at.map(|at| format!(" {at}")).unwrap_or_default();
    if let Some((verb, everybody)) = greeting(scene, members) {
        return format!("Die Gäste {verb}{at} {everybody}.");
    }
    let lead = lead(scene);
    match &scene.subject {
        SceneSubject::Entries(entries) => {
            let named: Vec<String> = entries.iter().map(|entry| named(entry, words)).collect();
            let (verb, tail) = match &entries[..] {
                [entry] => nature(entry).verb,
                _ => ("folgen", ""),
            };
            let (opens, closes, follows) = match named.len() {
                1 => ("macht", "bildet", "folgt"),
                _ => ("machen", "bilden", "folgen"),
            };
            let named = as_well(&named);
            match scene.lead {
                Lead::First => format!("Den Auftakt {opens}{at} {named}."),
                // "Den Abschluss bildet der Abschluss" would say it twice.
                Lead::Last if named.contains("schluss") => {
                    format!("Am Ende {follows}{at} {named}.")
                }
                Lead::Last => format!("Den Abschluss {closes}{at} {named}."),
                Lead::Time => format!("{} {verb} {named}{tail}.", capital(at.trim_start())),
                Lead::After(_) | Lead::Words(_) | Lead::Next(_) => {
                    format!("{lead} {verb}{at} {named}{tail}.")
                }
            }
        }
        SceneSubject::SideBySide(entries) => {
            let (verb, beside) = match entries.len() {
                1 => ("läuft", ""),
                _ => ("laufen", " nebeneinander"),
            };
            let titles = titles(entries, words);
            if scene.lead == Lead::Time {
                format!("{} {verb}{beside} {titles}.", capital(at.trim_start()))
            } else {
                format!("{lead} {verb}{at}{beside} {titles}.")
            }
        }
        SceneSubject::Beside(frame, entries) => {
            let each = entries.iter().map(|entry| beside(entry, words));
            let (title, each) = (quoted(&frame.title, words), list::and(each, German));
            let hours = frame.start.as_ref().zip(frame.end.as_ref()).map(|(start, end)| {
                let [start, end] = [start, end].map(|time| newspaper(time, German));
                format!(" von {start} bis {end}\u{a0}Uhr")
            });
            let hours = hours.unwrap_or(at);
            format!("Begleitend gibt es{hours} {title}: {each}.")
        }
        SceneSubject::Again(entry) if scene.lead == Lead::Time => {
            format!("{} wird {} wiederholt.", capital(at.trim_start()), named(entry, words))
        }
        SceneSubject::Again(entry) => {
            format!("{lead} wird{at} {} wiederholt.", named(entry, words))
        }
    }
}

/// The verb and those who greet, where a day opens with nothing else.
fn greeting(scene: &Scene<'_>, members: &[String]) -> Option<(&'static str, String)> {
    let SceneSubject::Entries(entries) = &scene.subject else { return None };
    let [entry] = entries[..] else { return None };
    let is_plain = matches!(head(&entry.title), Some((_, "Begrüßung", "")));
    if scene.lead != Lead::First || nature(entry).cast != Cast::Greets || !is_plain {
        return None;
    }
    let plain = entry.people.iter().filter(|it| it.role.is_none() && !it.line.is_empty());
    let lines: Vec<String> = plain.map(|it| with_article(it, members)).collect::<Option<_>>()?;
    let verb = if lines.len() == 1 { "begrüßt" } else { "begrüßen" };
    (!lines.is_empty()).then(|| (verb, as_well(&lines)))
}

/// What stands before the verb.
fn lead(scene: &Scene<'_>) -> String {
    match scene.lead {
        Lead::First => "Zu Beginn".to_owned(),
        Lead::Last => "Zum Abschluss".to_owned(),
        Lead::Time => String::new(),
        Lead::Words(words) => capital(words.trim_end_matches([',', ':'])),
        Lead::Next(number) => ["Danach", "Im Anschluss", "Anschließend"][number % 3].to_owned(),
        Lead::After(entry) => {
            let at = entry.at.as_ref().filter(|_| !entry.pause);
            let at = at.map(|at| format!(" {at}")).unwrap_or_default();
            format!("Nach {}{at}", dative(entry))
        }
    }
}

/// "der Mittagspause", "dem Mittagessen"; what has no gender that is known, by its kind.
fn dative(entry: &Entry) -> String {
    let Nature { part, german, .. } = nature(entry);
    let (gender, noun) = match head(&entry.title) {
        Some((gender, noun, "")) => (gender, noun),
        _ if part == Part::Break => return "einer Pause".to_owned(),
        _ => german,
    };
    match gender {
        Gender::Feminine => format!("der {noun}"),
        Gender::Masculine | Gender::Neuter => format!("dem {noun}"),
    }
}

/// The entry as the subject of a sentence: "der Vortrag „Die Stadt als Schwamm“".
fn named(entry: &Entry, words: Words) -> String {
    let status = entry.status.as_ref().map(|status| format!(" ({status})")).unwrap_or_default();
    let named = match head(&entry.title) {
        Some((gender, noun, "")) => format!("{} {noun}", article(gender)),
        Some((gender, noun, rest)) => match rest.strip_prefix(':') {
            Some(rest) => format!("{} {noun} {}", article(gender), quoted(rest.trim(), words)),
            None => format!("{} {noun}{rest}", article(gender)),
        },
        None if says_its_kind(entry) => quoted(&entry.title, words),
        None => {
            let (gender, noun) = nature(entry).german;
            format!("{} {noun} {}", article(gender), quoted(&entry.title, words))
        }
    };
    named + &status
}

/// The entry behind "gibt es", which wants the accusative: "die Ausstellung „Unsere Plätze“".
fn beside(entry: &Entry, words: Words) -> String {
    match head(&entry.title) {
        Some((Gender::Feminine | Gender::Neuter, ..)) => named(entry, words),
        _ => titles(&[entry], words),
    }
}

/// "„A“, „B“ und „C“".
fn titles(entries: &[&Entry], words: Words) -> String {
    let title = |entry: &&Entry| {
        let status = entry.status.as_ref().map(|status| format!(" ({status})"));
        quoted(&entry.title, words) + &status.unwrap_or_default()
    };
    list::and(entries.iter().map(title), German)
}

/// "Dazu gehören „Mulden und Zisternen“ sowie „Ein Blick nach außen“ mit Joan Fairweather."
fn parts(items: &[Item], words: Words) -> Option<String> {
    let part = |item: &Item| {
        let title = quoted(item.title.as_ref()?, words);
        let people = item.people.iter().map(|it| it.line.as_str());
        let people: Vec<&str> = people.filter(|line| !line.is_empty()).collect();
        Some(match &people[..] {
            [] => title,
            people => format!("{title} ({})", people.join("; ")),
        })
    };
    let parts: Vec<String> = items.iter().filter_map(part).collect();
    let told = match parts.len() {
        0 => None,
        1 => Some(format!("Dazu gehört {}.", parts[0])),
        _ => Some(format!("Dazu gehören {}.", as_well(&parts))),
    };
    // A part may be nothing but people.
    let mere = items.iter().filter(|item| item.title.is_none()).flat_map(|item| &item.people);
    let mere: Vec<&str> = mere.map(|it| it.line.as_str()).filter(|line| !line.is_empty()).collect();
    let mere = (!mere.is_empty()).then(|| format!("Mit dabei: {}.", mere.join("; ")));
    let told: Vec<String> = told.into_iter().chain(mere).collect();
    (!told.is_empty()).then(|| told.join(" "))
}

/// Who has a part in it: those without a named part in one sentence, each other in one of its own.
/// Who was `greeted` with is not named again.
fn cast(entry: &Entry, greeted: bool, members: &[String]) -> Vec<String> {
    let (named, plain): (Vec<&Person>, Vec<&Person>) =
        entry.people.iter().filter(|it| !it.line.is_empty()).partition(|it| it.role.is_some());
    let lines: Vec<String> = plain.iter().map(|person| person.line.clone()).collect();
    let subjects = plain.iter().map(|person| with_article(person, members));
    // Where nobody can tell the article of an office, a list says no more than is known.
    let Some(subjects) = subjects.collect::<Option<Vec<String>>>() else {
        let label = match nature(entry).cast {
            Cast::Greets => "Begrüßung",
            Cast::Speaks => "Vortrag",
            Cast::Guides => "Führung",
            Cast::IsOnStage => "Auf dem Podium",
            Cast::TakesPart => "Mit dabei",
        };
        let all = plain.iter().chain(&named).map(|person| match &person.role {
            Some(role) => format!("{role}: {}.", person.line),
            None => format!("{label}: {}.", person.line),
        });
        return all.collect();
    };
    let many = lines.len() > 1;
    let everybody = as_well(&subjects);
    let is_told = !lines.is_empty() && !greeted;
    let sentence = is_told.then(|| match (nature(entry).cast, many) {
        (Cast::Greets, true) => format!("Die Gäste begrüßen {everybody}."),
        (Cast::Greets, false) => format!("Die Gäste begrüßt {everybody}."),
        (Cast::Speaks, true) => format!("Es sprechen {everybody}."),
        (Cast::Speaks, false) => format!("Es spricht {everybody}."),
        (Cast::Guides, true) => format!("Es führen {everybody}."),
        (Cast::Guides, false) => format!("Es führt {everybody}."),
        (Cast::IsOnStage, _) => format!("Auf dem Podium: {everybody}."),
        (Cast::TakesPart, _) => format!("Mit dabei: {everybody}."),
    });
    let roles = named.iter().map(|person| {
        let role = person.role.as_deref().unwrap_or_default();
        format!("{role}: {}.", person.line)
    });
    sentence.into_iter().chain(roles).collect()
}

/// "A", "A sowie B", "A; B sowie C": lines that have commas in them.
fn as_well(lines: &[String]) -> String {
    let separator = if lines.iter().any(|line| line.contains(", ")) { "; " } else { ", " };
    match lines.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} sowie {last}", rest.join(separator)),
        _ => lines.concat(),
    }
}

fn article(gender: Gender) -> &'static str {
    match gender {
        Gender::Masculine => "der",
        Gender::Feminine => "die",
        Gender::Neuter => "das",
    }
}

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
        ],
    ),
];

/// The noun at the head of a title, its gender, and what follows it; none if the first word is no
/// such noun.
fn head(title: &str) -> Option<(Gender, &str, &str)> {
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
