//! People of whom only the office is known: "die Bürgermeisterin von Buchau".

use crate::view::programme::Person;

/// Offices that decline like adjectives: "der Vorsitzende", "ein Vorsitzender".
const DECLINED: [&str; 7] = [
    "ende",
    "geordnete",
    "beauftragte",
    "bevollmächtigte",
    "verantwortliche",
    "bedienstete",
    "verordnete",
];

/// How offices of men end; one of a woman ends with "in" or "frau".
const MASCULINE: [&str; 24] = [
    "meister",
    "leiter",
    "rat",
    "manager",
    "präsident",
    "minister",
    "sekretär",
    "direktor",
    "chef",
    "führer",
    "sprecher",
    "planer",
    "dezernent",
    "referent",
    "professor",
    "vertreter",
    "koordinator",
    "berater",
    "architekt",
    "kämmerer",
    "moderator",
    "redakteur",
    "mitarbeiter",
    "pfarrer",
];

/// English offices of one person.
const ENGLISH: [&str; 12] = [
    "chair",
    "chairman",
    "chairwoman",
    "councillor",
    "director",
    "head",
    "leader",
    "manager",
    "mayor",
    "minister",
    "officer",
    "president",
];

/// The person with the article of the office, in German; none if nobody can tell which it has. Whoever
/// has a name needs none.
pub(super) fn with_article(person: &Person, members: &[String]) -> Option<String> {
    if person.name.is_some() {
        return Some(person.line.clone());
    }
    // What stands in brackets already is left as it is: a list tells it better.
    if person.line.contains('(') {
        return None;
    }
    let line = person.line.as_str();
    let (office, place) = match line.split_once(", ") {
        Some((office, place)) => (office, Some(place)),
        None => (line, None),
    };
    let office = declined(office)?;
    let place = place.map(|place| {
        let is_town = members.iter().any(|member| member == place);
        if is_town { format!(" von {place}") } else { format!(" ({place})") }
    });
    Some(office + &place.unwrap_or_default())
}

/// The person with the article of the office, in English; none if nobody can tell whether it is one
/// person's.
pub(super) fn with_english_article(person: &Person, members: &[String]) -> Option<String> {
    if person.name.is_some() {
        return Some(person.line.clone());
    }
    if person.line.contains('(') {
        return None;
    }
    let (office, place) = match person.line.split_once(", ") {
        Some((office, place)) => (office, Some(place)),
        None => (person.line.as_str(), None),
    };
    let folded = office.to_lowercase();
    let is_english = folded.split(' ').any(|word| ENGLISH.contains(&word));
    let is_one = is_english || declined(office).is_some();
    let place = place.map(|place| {
        let is_town = members.iter().any(|member| member == place);
        if is_town { format!(" of {place}") } else { format!(" ({place})") }
    });
    is_one.then(|| format!("the {office}{}", place.unwrap_or_default()))
}

/// "der Bürgermeister", "die stellvertretende Vorsitzende", "der Leiter des Bauamts".
fn declined(office: &str) -> Option<String> {
    let words: Vec<&str> = office.split(' ').collect();
    let at = words.iter().position(|word| is_masculine(word).is_some())?;
    let is_man = is_masculine(words[at])?;
    // Only adjectives stand before the office; anything else may be several people.
    let before = words[..at].iter().map(|word| {
        // "Erster Bürgermeister" is the name of an office.
        let is_ordinal = ["Erste", "Zweite", "Dritte"].iter().any(|one| word.starts_with(one));
        let word = if is_ordinal { (*word).to_owned() } else { word.to_lowercase() };
        let is_adjective = word.ends_with(if is_man { "er" } else { "e" }) || word.ends_with('.');
        let weak = if is_man && word.ends_with("er") { &word[..word.len() - 1] } else { &word };
        is_adjective.then(|| weak.to_owned())
    });
    let mut told: Vec<String> = before.collect::<Option<_>>()?;
    let noun = words[at];
    let is_declined = noun.strip_suffix('r').is_some_and(ends_declined);
    told.push(if is_declined { noun[..noun.len() - 1].to_owned() } else { noun.to_owned() });
    told.extend(words[at + 1..].iter().map(|word| (*word).to_owned()));
    Some(format!("{} {}", if is_man { "der" } else { "die" }, told.join(" ")))
}

/// Whether this is the office of a man; none if it is no office, or both.
fn is_masculine(word: &str) -> Option<bool> {
    let folded = word.to_lowercase();
    let is_noun = word.chars().next().is_some_and(char::is_uppercase);
    let is_plain = folded.chars().all(|letter| letter.is_alphabetic() || letter == '-');
    if !is_noun || !is_plain || folded.ends_with("nnen") {
        return None;
    }
    let ends = |stem: &str| MASCULINE.iter().any(|known| stem.ends_with(known));
    let woman = folded.strip_suffix("in").is_some_and(|stem| {
        ends(stem) || stem.ends_with("rät") || stem.ends_with("chef") || stem.ends_with("ent")
    });
    if woman || folded.ends_with("frau") {
        Some(false)
    } else if ends(&folded) || folded.ends_with("mann") {
        Some(true)
    } else {
        // "Vorsitzende" may be one woman or several people.
        folded.strip_suffix('r').filter(|stem| is_person(stem) && ends_declined(stem)).map(|_| true)
    }
}

/// "Stellvertretende" alone is an adjective, "Vorsitzende" an office.
fn is_person(word: &str) -> bool {
    !word.ends_with("tretende") && !word.ends_with("tretender")
}

fn ends_declined(word: &str) -> bool {
    DECLINED.iter().any(|known| word.ends_with(known))
}

#[cfg(test)]
mod tests {
    use super::declined;

    #[test]
    fn offices_have_their_article() {
        for (office, told) in [
            ("Bürgermeister", "der Bürgermeister"),
            ("Oberbürgermeisterin", "die Oberbürgermeisterin"),
            ("Erste Bürgermeisterin", "die Erste Bürgermeisterin"),
            ("Erster Beigeordneter", "der Erste Beigeordnete"),
            ("Vorsitzender", "der Vorsitzende"),
            ("Stellvertretender Vorsitzender", "der stellvertretende Vorsitzende"),
            ("Stellvertretende Landrätin", "die stellvertretende Landrätin"),
            ("Beigeordneter", "der Beigeordnete"),
            ("Amtsleiterin", "die Amtsleiterin"),
            ("Landrat", "der Landrat"),
            ("Citymanager", "der Citymanager"),
            ("Leiter des Bauamts", "der Leiter des Bauamts"),
            ("Baudezernentin", "die Baudezernentin"),
        ] {
            assert_eq!(declined(office).as_deref(), Some(told), "{office}");
        }
        // Several people, both, or nobody.
        for office in [
            "Vertreterinnen und Vertreter der Städte",
            "Bürgermeister/in",
            "Amt für Bau",
            "Moderation",
            "Fraktionsvorsitzende",
            "Stellvertretende Vorsitzende",
        ] {
            assert_eq!(declined(office), None, "{office}");
        }
    }
}
