//! English sentences about a programme.

use super::among::{alike, aside, asides, casts, strands};
use super::clock::newspaper;
use super::noun::is_plural;
use super::office::with_english_article;
use super::scene::{
    Lead, Scene, SceneSubject, by_part, closed, has_apposition, is_break_by_another_name,
    is_free_time, listed, nature, own_title, quoted, remark, says_its_kind, since,
};
use crate::domain::session::{Cast, Nature, Part};
use crate::text::Language::English;
use crate::text::list;
use crate::view::programme::{Entry, Item, Person};
use crate::view::words::{Words, capital, english_connector};

/// The sentences that tell `scenes`.
///
/// `members` are the names of the network's towns.
pub(super) fn tell(scenes: &[Scene<'_>], words: Words, members: &[String]) -> Vec<String> {
    let mut sentences = Vec::new();
    for scene in scenes {
        sentences.push(sentence(scene, words));
        match &scene.subject {
            // Of several told together only the last has more to tell.
            SceneSubject::Entries(entries) => {
                let Some(entry) = entries.last() else { continue };
                sentences.extend(cast(entry, members));
                sentences.extend(parts(&entry.items, words));
            }
            SceneSubject::SideBySide(block, entries) | SceneSubject::Beside(block, entries) => {
                sentences.extend(casts(&[block], words));
                sentences.extend(casts(entries, words));
            }
            SceneSubject::Again(entry) => sentences.extend(cast(entry, members)),
        }
        if let Lead::After(pause) = scene.lead {
            sentences.extend(casts(&[pause], words));
        }
    }
    sentences
}

fn sentence(scene: &Scene<'_>, words: Words) -> String {
    let at = scene.at.map(|at| format!(" {at}")).unwrap_or_default();
    let lead = if scene.lead == Lead::Time {
        capital(at.trim_start())
    } else if at.is_empty() {
        lead(scene)
    } else {
        format!("{},{at}", lead(scene))
    };
    match &scene.subject {
        SceneSubject::Entries(entries) if matches!(entries[..], [entry] if is_free_time(entry)) => {
            let since = scene.at.map(|at| since(at, words));
            let lead = match (scene.lead, since) {
                (Lead::Time, since) => capital(&since.unwrap_or_default()),
                (_, Some(since)) => format!("{}, {since}", self::lead(scene)),
                (_, None) => self::lead(scene),
            };
            format!("{lead}, there is free time{}.", remark(entries[0], words))
        }
        SceneSubject::Entries(entries) => {
            let named: Vec<String> = entries.iter().map(|entry| named(entry, words)).collect();
            let bare = |named: &String| named.strip_prefix("the item ").map(str::to_owned);
            let last_named = named.iter().map(|named| bare(named).unwrap_or_else(|| named.clone()));
            let last_named = list::and(last_named, English);
            let named = list::and(named, English);
            let verb = if entries.len() == 1 { "follows" } else { "follow" };
            match scene.lead {
                // "The programme opens from 9 am" would be no English.
                Lead::First if at.starts_with(" from ") => {
                    format!("The programme opens with {named}{at}.")
                }
                Lead::First => format!("The programme opens{at} with {named}."),
                Lead::Stands if entries.len() == 1 => format!("On the programme is {last_named}."),
                Lead::Stands => format!("On the programme are {last_named}."),
                Lead::Last if entries.len() == 1 && at.is_empty() => {
                    format!("The last item is {last_named}.")
                }
                Lead::Last if entries.len() == 1 => format!("The last item,{at}, is {last_named}."),
                Lead::Last => format!("The last items{at} are {last_named}."),
                Lead::After(_) | Lead::Words(_) | Lead::Time | Lead::Next(_) => {
                    format!("{lead}, {named} {verb}.")
                }
            }
        }
        SceneSubject::SideBySide(block, entries) => {
            let (verb, beside) = match entries.len() {
                1 => ("runs", ""),
                _ => ("run", " side by side"),
            };
            let remark = remark(block, words);
            if let Some(frame) = own_title(block, words) {
                let titles = titles(entries, scene.at, words);
                let follows = match scene.lead {
                    Lead::First if is_plural(&block.title) => {
                        format!("there are {frame}{remark}")
                    }
                    Lead::First => format!("there is {frame}{remark}"),
                    Lead::Stands
                    | Lead::Last
                    | Lead::After(_)
                    | Lead::Words(_)
                    | Lead::Time
                    | Lead::Next(_) => {
                        let verb = if is_plural(&block.title) { "follow" } else { "follows" };
                        format!("{frame}{remark} {verb}")
                    }
                };
                format!("{lead}, {follows}; {titles} {verb}{beside}.")
            } else if let [(title, count @ 2..)] = &told(entries, scene.at, words)[..] {
                format!("{lead}, {title}{remark} runs {count} times side by side.")
            } else {
                let titles = titles(entries, scene.at, words);
                format!("{lead}, {titles}{remark} {verb}{beside}.")
            }
        }
        SceneSubject::Beside(frame, entries) => {
            let titles = titles(entries, scene.at, words);
            let name = quoted(&frame.title, words) + &remark(frame, words);
            let told = format!("{name} with {titles}");
            let hours = frame.start.as_ref().zip(frame.end.as_ref()).map(|(start, end)| {
                let [start, end] = [start, end].map(|time| newspaper(time, English));
                format!("From {start} to {end}, there is {told}.")
            });
            let begins =
                (!at.is_empty()).then(|| format!("{}, there is {told}.", capital(at.trim_start())));
            hours.or(begins).unwrap_or_else(|| format!("The programme includes {told}."))
        }
        SceneSubject::Again(entry) => format!("{lead}, {} is repeated.", named(entry, words)),
    }
}

/// What leads over, without its comma.
fn lead(scene: &Scene<'_>) -> String {
    match scene.lead {
        Lead::First | Lead::Stands => "To begin with".to_owned(),
        Lead::Last => "Last".to_owned(),
        Lead::Time => String::new(),
        Lead::Words(connector) => {
            let connector = connector.trim_end_matches([',', ':']);
            capital(english_connector(connector).unwrap_or(connector))
        }
        Lead::Next(number) => ["After that", "Next", "Then"][number % 3].to_owned(),
        Lead::After(entry) => {
            let at = entry.at.as_ref().filter(|_| !entry.pause);
            let at = at.map(|at| format!(" {at}")).unwrap_or_default();
            let Nature { part, english, .. } = nature(entry);
            let plain = format!("the {english}{at}");
            if is_free_time(entry) {
                return "After the free time".to_owned();
            }
            let known = (part != Part::Opening).then(|| pause(&entry.title)).flatten();
            format!("After {}", known.unwrap_or(&plain))
        }
    }
}

/// The pauses that go by a name of their own in German.
fn pause(title: &str) -> Option<&'static str> {
    Some(match title.to_lowercase().as_str() {
        "mittagspause" | "lunch break" => "the lunch break",
        "mittagessen" | "lunch" => "lunch",
        "kaffeepause" | "coffee break" => "the coffee break",
        "abendessen" | "dinner" => "dinner",
        _ => return None,
    })
}

/// The entry as it stands in a sentence: "the talk “The city as a sponge”".
fn named(entry: &Entry, words: Words) -> String {
    let remark = remark(entry, words);
    let Nature { part, english: noun, german: (_, german), cast, .. } = nature(entry);
    let title = entry.title.to_lowercase();
    if let Some(known) = pause(&entry.title) {
        return format!("{known}{remark}");
    }
    if title == noun
        || title == german.to_lowercase()
        || (part == Part::Opening && title == "begrüßung")
    {
        // Talks are many.
        let article = if cast == Cast::Speaks { "a" } else { "the" };
        return format!("{article} {noun}{remark}");
    }
    if says_its_kind(entry) && is_plural(&entry.title) {
        return format!("the item {}{remark}", quoted(&entry.title, words));
    }
    if says_its_kind(entry) || is_break_by_another_name(entry) {
        return format!("{}{remark}", quoted(&entry.title, words));
    }
    format!("the {noun} {}{remark}", quoted(&entry.title, words))
}

fn titles(entries: &[&Entry], at: Option<&str>, words: Words) -> String {
    if let Some(strands) = strands(entries) {
        let strand = |(name, own): &(&str, Vec<&Entry>)| {
            let own = own.iter().map(|entry| aside(entry, at, words));
            format!("{} with {}", quoted(name, words), list::and(own, English))
        };
        return strands.iter().map(strand).collect::<Vec<_>>().join("; ");
    }
    let counted = |(title, count)| match count {
        1 => title,
        _ => format!("{title} ({count} times)"),
    };
    list::and(told(entries, at, words).into_iter().map(counted), English)
}

/// The titles of what stands in a block, and how often each does.
fn told(entries: &[&Entry], at: Option<&str>, words: Words) -> Vec<(String, usize)> {
    alike(asides(entries, at, words))
}

/// "Parts of it are “Hollows and cisterns” and “A look abroad” (Joan Fairweather)."
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
    let begins = if parts.len() == 1 { "Part of it is" } else { "Parts of it are" };
    let told = (!parts.is_empty()).then(|| format!("{begins} {}.", list::and(parts, English)));
    let mere = items.iter().filter(|item| item.title.is_none()).flat_map(|item| &item.people);
    let mere: Vec<&str> = mere.map(|it| it.line.as_str()).filter(|line| !line.is_empty()).collect();
    let mere = (!mere.is_empty()).then(|| closed(format!("Taking part: {}.", listed(&mere))));
    let told: Vec<String> = told.into_iter().chain(mere).collect();
    (!told.is_empty()).then(|| told.join(" "))
}

/// Who has a part in it: those without a named part in one sentence, each other part in one of its
/// own.
fn cast(entry: &Entry, members: &[String]) -> Vec<String> {
    let (named, plain): (Vec<&Person>, Vec<&Person>) =
        entry.people.iter().filter(|it| !it.line.is_empty()).partition(|it| it.role.is_some());
    let lines = plain.iter().map(|person| with_english_article(person, members));
    // Where nobody can tell whether an office is one person's, a list says no more than is known.
    let Some(lines) = lines.collect::<Option<Vec<String>>>() else {
        let label = match nature(entry).cast {
            Cast::Greets => "Welcome",
            Cast::Speaks => "Speaking",
            Cast::Guides => "Guide",
            Cast::IsOnStage => "On the panel",
            Cast::TakesPart => "Taking part",
        };
        return by_part(plain.into_iter().chain(named), label);
    };
    let many = lines.len() > 1 || plain.iter().any(|person| person.are_several);
    let everybody = if lines.iter().any(|line| line.contains(", ")) {
        lines.join("; ")
    } else {
        list::and(&lines, English)
    };
    let comma = if lines.iter().any(|line| has_apposition(line)) { "," } else { "" };
    let sentence = (!lines.is_empty()).then(|| match (nature(entry).cast, many) {
        (Cast::Greets, _) => {
            format!("The welcome is given by {}.", lines.join(&format!("{comma} and by ")))
        }
        (Cast::Speaks, true) => format!("The speakers are {everybody}."),
        (Cast::Speaks, false) => format!("The speaker is {everybody}."),
        (Cast::Guides, true) => format!("The guides are {everybody}."),
        (Cast::Guides, false) => format!("The guide is {everybody}."),
        (Cast::IsOnStage, _) => format!("On the panel: {everybody}."),
        (Cast::TakesPart, _) => format!("Taking part: {everybody}."),
    });
    sentence.map(closed).into_iter().chain(by_part(named.into_iter(), "")).collect()
}
