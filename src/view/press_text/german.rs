//! German sentences about a programme.

use super::scene::{Lead, Scene, Subject, capital, quoted};
use crate::text::Language::German;
use crate::text::list;
use crate::view::programme::{Entry, Item, Person};
use crate::view::words::Words;

/// The sentences that tell `scenes`.
pub(super) fn tell(scenes: &[Scene<'_>], words: Words) -> Vec<String> {
    let mut sentences = Vec::new();
    for scene in scenes {
        sentences.push(sentence(scene, words));
        // Of several told together only the last has more to tell.
        if let Subject::Entries(entries) = &scene.subject
            && let Some(entry) = entries.last()
        {
            sentences.extend(cast(entry, greeting(scene).is_some()));
            sentences.extend(parts(&entry.items, words));
        }
    }
    sentences
}

fn sentence(scene: &Scene<'_>, words: Words) -> String {
    let at = scene.at.map(|at| format!(" {at}")).unwrap_or_default();
    if let Some((verb, everybody)) = greeting(scene) {
        return format!("Die Gäste {verb}{at} {everybody}.");
    }
    let lead = lead(scene);
    match &scene.subject {
        Subject::Entries(entries) => {
            let named: Vec<String> = entries.iter().map(|entry| named(entry, words)).collect();
            let (verb, tail) = match &entries[..] {
                [entry] => verb(entry.kind),
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
        Subject::SideBySide(entries) => {
            let (verb, beside) = match entries.len() {
                1 => ("läuft", ""),
                _ => ("laufen", " nebeneinander"),
            };
            let titles = titles(entries, words);
            match scene.lead {
                Lead::Time => format!("{} {verb}{beside} {titles}.", capital(at.trim_start())),
                _ => format!("{lead} {verb}{at}{beside} {titles}."),
            }
        }
        Subject::Beside(entries) => {
            let each = entries.iter().map(|entry| beside(entry, words));
            format!("Begleitend gibt es {}.", list::and(each, German))
        }
        Subject::Again(entry) => match scene.lead {
            Lead::Time => {
                format!("{} wird {} wiederholt.", capital(at.trim_start()), named(entry, words))
            }
            _ => format!("{lead} wird{at} {} wiederholt.", named(entry, words)),
        },
    }
}

/// The verb with what closes the sentence.
fn verb(kind: &str) -> (&'static str, &'static str) {
    match kind {
        "tour" | "visit" => ("beginnt", ""),
        "presentation" => ("steht", " auf dem Programm"),
        _ => ("folgt", ""),
    }
}

/// The verb and those who greet, where a day opens with nothing else.
fn greeting(scene: &Scene<'_>) -> Option<(&'static str, String)> {
    let Subject::Entries(entries) = &scene.subject else { return None };
    let [entry] = entries[..] else { return None };
    let is_plain = matches!(head(&entry.title), Some((_, "Begrüßung", "")));
    if scene.lead != Lead::First || entry.kind != "welcome" || !is_plain {
        return None;
    }
    let plain = entry.people.iter().filter(|it| it.role.is_none() && !it.line.is_empty());
    let lines: Vec<String> = plain.map(|person| person.line.clone()).collect();
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
    match head(&entry.title) {
        Some((Gender::Feminine, noun, "")) => format!("der {noun}"),
        Some((Gender::Masculine | Gender::Neuter, noun, "")) => format!("dem {noun}"),
        _ => match entry.kind {
            "meal" => "dem Essen".to_owned(),
            "welcome" => "der Begrüßung".to_owned(),
            _ => "einer Pause".to_owned(),
        },
    }
}

/// The entry as the subject of a sentence: "der Vortrag „Die Stadt als Schwamm“".
fn named(entry: &Entry, words: Words) -> String {
    let status = entry.status.as_ref().map(|status| format!(" ({status})")).unwrap_or_default();
    let (article, noun) = kind(entry.kind);
    let named = match head(&entry.title) {
        Some((gender, noun, "")) => format!("{} {noun}", gender.article()),
        Some((gender, noun, rest)) => match rest.strip_prefix(':') {
            Some(rest) => format!("{} {noun} {}", gender.article(), quoted(rest.trim(), words)),
            None => format!("{} {noun}{rest}", gender.article()),
        },
        None => format!("{article} {noun} {}", quoted(&entry.title, words)),
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
        let names: Vec<&str> = item.people.iter().filter_map(|it| it.name.as_deref()).collect();
        Some(match &names[..] {
            [] => title,
            names => format!("{title} mit {}", list::and(names, German)),
        })
    };
    let parts: Vec<String> = items.iter().filter_map(part).collect();
    match parts.len() {
        0 => None,
        1 => Some(format!("Dazu gehört {}.", parts[0])),
        _ => Some(format!("Dazu gehören {}.", as_well(&parts))),
    }
}

/// Who has a part in it: those without a named part in one sentence, each other in one of its own.
/// Who was `greeted` with is not named again.
fn cast(entry: &Entry, greeted: bool) -> Vec<String> {
    let (named, plain): (Vec<&Person>, Vec<&Person>) =
        entry.people.iter().filter(|it| !it.line.is_empty()).partition(|it| it.role.is_some());
    let lines: Vec<String> = plain.iter().map(|person| person.line.clone()).collect();
    let many = lines.len() > 1;
    let everybody = as_well(&lines);
    let sentence = match entry.kind {
        _ if lines.is_empty() || greeted => None,
        "welcome" if many => Some(format!("Die Gäste begrüßen {everybody}.")),
        "welcome" => Some(format!("Die Gäste begrüßt {everybody}.")),
        "talk" | "presentation" if many => Some(format!("Es sprechen {everybody}.")),
        "talk" | "presentation" => Some(format!("Es spricht {everybody}.")),
        "tour" | "visit" if many => Some(format!("Es führen {everybody}.")),
        "tour" | "visit" => Some(format!("Es führt {everybody}.")),
        "panel" => Some(format!("Auf dem Podium: {everybody}.")),
        _ => Some(format!("Mit dabei: {everybody}.")),
    };
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

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Gender {
    Masculine,
    Feminine,
    Neuter,
}

impl Gender {
    fn article(self) -> &'static str {
        match self {
            Self::Masculine => "der",
            Self::Feminine => "die",
            Self::Neuter => "das",
        }
    }
}

/// The word that stands before a title.
fn kind(code: &str) -> (&'static str, &'static str) {
    match code {
        "welcome" => ("die", "Begrüßung"),
        "talk" => ("der", "Vortrag"),
        "presentation" => ("die", "Präsentation"),
        "discussion" => ("die", "Aussprache"),
        "panel" => ("das", "Podiumsgespräch"),
        "workshop" => ("der", "Workshop"),
        "tour" => ("der", "Rundgang"),
        "visit" => ("die", "Besichtigung"),
        "ceremony" => ("der", "Festakt"),
        "break" => ("die", "Pause"),
        "meal" => ("das", "Essen"),
        "social" => ("der", "gesellige Teil"),
        "closing" => ("der", "Abschluss"),
        "parallel" => ("der", "Block"),
        "frame" => ("das", "Rahmenprogramm"),
        _ => ("der", "Programmpunkt"),
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
