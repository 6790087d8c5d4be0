//! German sentences about a programme.

use super::among::{alike, aside, asides, casts, strands};
use super::clock::newspaper;
use super::noun::{article, described, follows_on, head, indefinite, is_one_of_many, is_plural};
use super::office::with_article;
use super::scene::{
    Lead, Scene, SceneSubject, by_part, closed, has_apposition, is_break_by_another_name,
    is_free_time, listed, nature, own_title, quoted, remark, says_its_kind, since,
};
use crate::domain::session::{Cast, Nature, Part};
use crate::text::Language::German;
use crate::text::{Gender, list};
use crate::view::programme::{Entry, Item, Person};
use crate::view::words::{Words, capital};

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
            SceneSubject::SideBySide(block, entries) | SceneSubject::Beside(block, entries) => {
                sentences.extend(casts(&[block], words));
                sentences.extend(casts(entries, words));
            }
            SceneSubject::Again(entry) => sentences.extend(cast(entry, false, members)),
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
        return closed(format!("Die Gäste {verb}{at} {everybody}."));
    }
    let lead = lead(scene);
    match &scene.subject {
        SceneSubject::Entries(entries) if matches!(entries[..], [entry] if is_free_time(entry)) => {
            let since = scene.at.map(|at| format!(" {}", since(at, words))).unwrap_or_default();
            let time = match entries[0].title.as_str() {
                title if title.starts_with("Zeit ") => title,
                _ => "freie Zeit",
            };
            let lead = if scene.lead == Lead::Time { since.trim_start() } else { &lead };
            let since = if scene.lead == Lead::Time { "" } else { since.as_str() };
            format!("{} ist{since} {time}{}.", capital(lead), remark(entries[0], words))
        }
        SceneSubject::Entries(entries) => {
            let named: Vec<String> = entries.iter().map(|entry| named(entry, words)).collect();
            let (verb, tail) = match &entries[..] {
                [entry] => nature(entry).verb,
                _ => ("folgen", ""),
            };
            let (opens, stands, closes, follows, last) = match named.len() {
                1 => ("macht", "steht", "bildet", "folgt", "Letzter Programmpunkt ist"),
                _ => ("machen", "stehen", "bilden", "folgen", "Letzte Programmpunkte sind"),
            };
            let closes_day = entries.iter().all(|entry| nature(entry).part == Part::Closing);
            let bare = |named: &String| named.strip_prefix("der Programmpunkt ").map(str::to_owned);
            let last_named: Vec<String> =
                named.iter().map(|named| bare(named).unwrap_or_else(|| named.clone())).collect();
            let named = as_well(&named);
            match scene.lead {
                Lead::First => format!("Den Auftakt {opens}{at} {named}."),
                Lead::Stands => format!("Auf dem Programm {stands} {}.", as_well(&last_named)),
                // "Den Abschluss bildet der Abschluss" would say it twice.
                Lead::Last if named.contains("schluss") => {
                    format!("Am Ende {follows}{at} {named}.")
                }
                Lead::Last if closes_day => format!("Den Abschluss {closes}{at} {named}."),
                Lead::Last => format!("{last}{at} {}.", as_well(&last_named)),
                Lead::Time => format!("{} {verb} {named}{tail}.", capital(at.trim_start())),
                Lead::After(_) | Lead::Words(_) | Lead::Next(_) => {
                    format!("{lead} {verb}{at} {named}{tail}.")
                }
            }
        }
        SceneSubject::SideBySide(block, entries) => {
            let (verb, beside) = match entries.len() {
                1 => ("läuft", ""),
                _ => ("laufen", " nebeneinander"),
            };
            let titles = titles(entries, scene.at, words) + &remark(block, words);
            if let Some(frame) = own_title(block, words) {
                let [stands, follows] =
                    if is_plural(&block.title) { ["stehen", "folgen"] } else { ["steht", "folgt"] };
                let follows = if scene.lead == Lead::Time {
                    format!("{} {follows}", capital(at.trim_start()))
                } else {
                    let verb = if scene.lead == Lead::First { stands } else { follows };
                    format!("{lead} {verb}{at}")
                };
                let run = if entries.len() == 1 { "darin läuft" } else { "nebeneinander laufen" };
                return format!("{follows} {frame}; {run} {titles}.");
            }
            if scene.lead == Lead::Time {
                format!("{} {verb}{beside} {titles}.", capital(at.trim_start()))
            } else {
                format!("{lead} {verb}{at}{beside} {titles}.")
            }
        }
        SceneSubject::Beside(frame, entries) => {
            let titles = titles(entries, scene.at, words);
            let name = quoted(&frame.title, words) + &remark(frame, words);
            let told = format!("{name} mit {titles}");
            let hours = frame.start.as_ref().zip(frame.end.as_ref()).map(|(start, end)| {
                let [start, end] = [start, end].map(|time| newspaper(time, German));
                format!("Von {start} bis {end}\u{a0}Uhr läuft {told}.")
            });
            let begins =
                (!at.is_empty()).then(|| format!("{} beginnt {told}.", capital(at.trim_start())));
            hours.or(begins).unwrap_or_else(|| format!("Zum Programm gehört {told}."))
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
    if scene.lead != Lead::First
        || entry.status.is_some()
        || nature(entry).cast != Cast::Greets
        || !is_plain
    {
        return None;
    }
    let plain = || entry.people.iter().filter(|it| it.role.is_none() && !it.line.is_empty());
    let lines: Vec<String> = plain().map(|it| with_article(it, members)).collect::<Option<_>>()?;
    let is_one = lines.len() == 1 && plain().all(|it| !it.are_several);
    let verb = if is_one { "begrüßt" } else { "begrüßen" };
    (!lines.is_empty()).then(|| (verb, as_well(&lines)))
}

/// What stands before the verb.
fn lead(scene: &Scene<'_>) -> String {
    match scene.lead {
        Lead::First | Lead::Stands => "Zu Beginn".to_owned(),
        Lead::Last => "Zuletzt".to_owned(),
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
        _ if is_free_time(entry) => return "der freien Zeit".to_owned(),
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
    let named = match head(&entry.title) {
        Some((gender, noun, "")) if is_one_of_many(noun) => {
            format!("{} {noun}", indefinite(gender))
        }
        Some((gender, noun, rest)) if follows_on(rest) => {
            format!("{} {noun}{rest}", article(gender))
        }
        Some((gender, noun, rest)) if rest.starts_with(':') => {
            format!("{} {noun} {}", article(gender), quoted(rest[1..].trim(), words))
        }
        Some(_) => quoted(&entry.title, words),
        None => described(&entry.title).unwrap_or_else(|| {
            let (gender, noun) = nature(entry).german;
            let title = quoted(&entry.title, words);
            let is_title = says_its_kind(entry) || is_break_by_another_name(entry);
            if is_title && is_plural(&entry.title) {
                format!("der Programmpunkt {title}")
            } else if is_title {
                title
            } else {
                format!("{} {noun} {title}", article(gender))
            }
        }),
    };
    named + &remark(entry, words)
}

/// "„A“, „B“ (um 10 Uhr) und „C“": what stands in a block that begins `at` some time, with what is
/// said of each alone. Of strands of several each is told with what stands in it: "„Grün“ mit „A“ und
/// „B“ sowie „Blau“ mit „C“".
fn titles(entries: &[&Entry], at: Option<&str>, words: Words) -> String {
    if let Some(strands) = strands(entries) {
        let strand = |(name, own): &(&str, Vec<&Entry>)| {
            let own = own.iter().map(|entry| aside(entry, at, words));
            format!("{} mit {}", quoted(name, words), list::and(own, German))
        };
        return as_well(&strands.iter().map(strand).collect::<Vec<_>>());
    }
    let counted = |(title, count)| match count {
        1 => title,
        _ => format!("{title} ({count}-mal)"),
    };
    let told = alike(asides(entries, at, words));
    list::and(told.into_iter().map(counted), German)
}

/// "Dazu gehören „Mulden und Zisternen“ sowie „Ein Blick nach außen“ mit Joan Fairweather."
fn parts(items: &[Item], words: Words) -> Option<String> {
    let part = |item: &Item| {
        let title = quoted(item.title.as_ref()?, words);
        let people = item.people.iter().map(|it| it.line.as_str());
        let people: Vec<&str> = people.filter(|line| !line.is_empty()).collect();
        Some(match &people[..] {
            [] => title,
            people => format!("{title} ({})", listed(people)),
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
    let mere = (!mere.is_empty()).then(|| closed(format!("Mit dabei: {}.", listed(&mere))));
    let told: Vec<String> = told.into_iter().chain(mere).collect();
    (!told.is_empty()).then(|| told.join(" "))
}

/// Who has a part in it: those without a named part in one sentence, each other in one of its own.
/// Who was `greeted` with is not named again.
fn cast(entry: &Entry, greeted: bool, members: &[String]) -> Vec<String> {
    let (named, plain): (Vec<&Person>, Vec<&Person>) =
        entry.people.iter().filter(|it| !it.line.is_empty()).partition(|it| it.role.is_some());
    let subjects = plain.iter().map(|person| with_article(person, members));
    // Where nobody can tell the article of an office, a list says no more than is known.
    let is_message = nature(entry).cast == Cast::Greets
        && !matches!(head(&entry.title), Some((_, "Begrüßung" | "Eröffnung", _)));
    let Some(subjects) = subjects.collect::<Option<Vec<String>>>() else {
        let label = match nature(entry).cast {
            Cast::Greets => "Begrüßung",
            Cast::Speaks => "Vortrag",
            Cast::Guides => "Führung",
            Cast::IsOnStage => "Auf dem Podium",
            Cast::TakesPart => "Mit dabei",
        };
        let all = plain.into_iter().chain(named);
        return by_part(all, label);
    };
    let many = subjects.len() > 1 || plain.iter().any(|person| person.are_several);
    let everybody = as_well(&subjects);
    let is_told = !subjects.is_empty() && !greeted;
    let sentence = is_told.then(|| match (nature(entry).cast, many) {
        // Whoever sends a message need not be there to greet.
        (Cast::Greets, true) if is_message => format!("Es grüßen {everybody}."),
        (Cast::Greets, false) if is_message => format!("Es grüßt {everybody}."),
        (Cast::Greets, true) => format!("Die Gäste begrüßen {everybody}."),
        (Cast::Greets, false) => format!("Die Gäste begrüßt {everybody}."),
        (Cast::Speaks, true) => format!("Es sprechen {everybody}."),
        (Cast::Speaks, false) => format!("Es spricht {everybody}."),
        (Cast::Guides, true) => format!("Es führen {everybody}."),
        (Cast::Guides, false) => format!("Es führt {everybody}."),
        (Cast::IsOnStage, _) => format!("Auf dem Podium: {everybody}."),
        (Cast::TakesPart, _) => format!("Mit dabei: {everybody}."),
    });
    sentence.map(closed).into_iter().chain(by_part(named.into_iter(), "")).collect()
}

/// "A", "A sowie B", "A, Leiter, sowie B", "A, Leiter; B sowie C": what follows a comma is closed by one.
fn as_well(lines: &[String]) -> String {
    match lines.split_last() {
        Some((last, rest)) if !rest.is_empty() => {
            let separator = if rest.iter().any(|line| line.contains(", ")) { "; " } else { ", " };
            let comma = if rest.last().is_some_and(|line| has_apposition(line)) { "," } else { "" };
            format!("{}{comma} sowie {last}", rest.join(separator))
        }
        _ => lines.concat(),
    }
}
