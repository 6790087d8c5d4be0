//! A small network whose people are written to, for tests.

use proptest::prelude::ProptestConfig;
use proptest::test_runner::{RngSeed, TestRunner};

use crate::domain::contact::{Contact, FormOfAddress};
use crate::domain::id::Id;
use crate::domain::line::Line;
use crate::domain::outbox::Message;
use crate::domain::release::{Facts, Release};
use crate::domain::workspace::Workspace;
use crate::example::{least, line, workspace};
use crate::source::{Origin, SourceFile, Sources};
use crate::text::{Language, Vocabulary as _};

const CITIES: &str = r#"
[[city]]
id = "gotha"
name = "Gotha"
street = "Hauptmarkt 1"
postcode = "99867"
[[city]]
id = "apolda"
name = "Apolda"
street = "Markt 1"
postcode = "99510"
mail = "stadt@example.org"
[[city]]
id = "worbis"
name = "Worbis"
member-until = 2024-01-31
[[city]]
id = "suhl"
name = "Suhl"
"#;

const CONTACTS: &str = r#"
[[contact]]
id = "zoe"
given-name = "Zoe"
family-name = "Zahn"
city = "gotha"
mail = "zoe@example.org"
groups = ["board"]
[[contact]]
id = "ali"
given-name = "Ali"
family-name = "Öhler"
form-of-address = "Herr"
organisation = "Stadt Gotha"
office = "Oberbürgermeister"
city = "gotha"
rank = 1
groups = ["mayor", "board"]
[[contact]]
id = "bo"
given-name = "Bo"
family-name = "Adler"
form-of-address = "Frau"
familiar = true
language = "en"
street = "Weg 2"
postcode = "10115"
town = "Berlin"
[[contact]]
id = "never"
family-name = "Nie"
city = "suhl"
mail = false
groups = ["board", "quiet"]
"#;

const REPLIES: &str = r#"
[[reply]]
person = "ali"
answer = "no"
[[reply]]
city = "gotha"
answer = "yes"
with = ["Lea Lang"]
"#;

/// Four towns, one of which has left, and four people; two of its replies are about its only meeting.
pub(crate) fn network() -> Workspace {
    workspace(&[
        ("network.toml", "name = \"Netz\""),
        ("cities.toml", CITIES),
        ("contacts.toml", CONTACTS),
        ("meetings/spring.toml", "title = \"Spring\"\nhosts = [\"suhl\"]"),
        ("replies/spring.toml", REPLIES),
    ])
}

/// Where nothing stands.
pub(crate) fn nowhere() -> Origin {
    let file = SourceFile { path: String::new(), text: String::new() };
    Origin::new(Sources::default().add(file), 0..0)
}

/// A mail of this kind to somebody.
pub(crate) fn message(person: &str, mail: &str, kind: &str) -> Message {
    Message {
        origin: nowhere(),
        person: Id::new(person).unwrap(),
        name: line(&format!("Person {person}")),
        mail: line(mail),
        language: Language::German,
        salutation: line("Guten Tag,"),
        familiar: false,
        kind: Id::new(kind).unwrap(),
        sequence: None,
        file: line(&format!("{person}.eml")),
        message_id: line(&format!("a.{person}@example.org")),
        chosen_by: Vec::new(),
        actions: Vec::new(),
    }
}

/// A version that was given out.
pub(crate) fn release(number: u32, facts: Facts) -> Release {
    Release {
        has_programme: true,
        origin: nowhere(),
        number,
        released: "2027-01-05T12:00:00+01:00".parse().unwrap(),
        by: line("A. Muster"),
        reason: line("Ort"),
        sequence: number - 1,
        uid: line("a@example.org"),
        facts,
        checksum: None,
    }
}

/// Asks of the same samples every time; change the seed to look further.
pub(crate) fn runner() -> TestRunner {
    TestRunner::new(ProptestConfig {
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(1),
        ..ProptestConfig::default()
    })
}

/// A person in one line: form of address, titles, given name, `/`, family name, `@` office. A given
/// name with `~` before it is on first-name terms.
pub(crate) fn person(words: &str) -> Contact {
    let line = |words: &str| Line::new(words).ok();
    let (words, office) = words.split_once(" @ ").unwrap_or((words, ""));
    let (before, family_name) = words.split_once('/').unwrap();
    let mut before: Vec<&str> = before.split_whitespace().collect();
    let form_of_address = before.first().and_then(|word| FormOfAddress::read(word));
    if form_of_address.is_some() {
        before.remove(0);
    }
    let is_title = |word: &&str| word.ends_with('.') || word.contains("Dipl") || *word == "PD";
    let titles = before.iter().filter(|word| is_title(word)).filter_map(|word| line(word));
    let given_name = before.iter().rfind(|word| !is_title(word)).copied().unwrap_or_default();
    let blank = "[[contact]]\nid = \"x\"\nfamily-name = \"x\"\n";
    Contact {
        titles: titles.collect(),
        familiar: given_name.starts_with('~'),
        given_name: line(given_name.trim_start_matches('~')),
        family_name: line(family_name).unwrap(),
        form_of_address,
        office: line(office),
        ..least("contacts.toml", blank).contacts.remove(0)
    }
}
