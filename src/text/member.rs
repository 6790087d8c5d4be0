//! What the members of a network are called where they are no towns.

use super::Language;
use super::vocabulary::vocabulary;

vocabulary! {
    /// The gender of a German noun.
    pub enum Gender {
        /// Der.
        Masculine = "masculine",
        /// Die.
        Feminine = "feminine",
        /// Das.
        Neuter = "neuter",
    }
}

/// The nouns of a network for its members.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MemberNouns {
    /// One and several in German: "Schule", "Schulen".
    pub german: [String; 2],
    /// The gender of the German noun.
    pub gender: Gender,
    /// One and several in English: "school", "schools".
    pub english: [String; 2],
}

/// How members are spoken of: as towns, or by the nouns that the network has for them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MemberWords(pub Option<Box<MemberNouns>>);

impl MemberWords {
    /// Whether they are towns: then one can meet "in" them.
    pub fn are_towns(&self) -> bool {
        self.0.is_none()
    }

    /// One of them; `town` is what is said of a town.
    pub fn one<'w>(&'w self, language: Language, town: &'w str) -> &'w str {
        self.0.as_ref().map_or(town, |nouns| nouns.of(language)[0].as_str())
    }

    /// Several of them; `towns` is what is said of towns.
    pub fn several<'w>(&'w self, language: Language, towns: &'w str) -> &'w str {
        self.0.as_ref().map_or(towns, |nouns| nouns.of(language)[1].as_str())
    }

    /// One of them, as a label: "Stadt", "city".
    pub fn noun(&self, language: Language) -> &str {
        self.nouns(language)[0]
    }

    /// One of them, and several.
    pub fn nouns(&self, language: Language) -> [&str; 2] {
        let [town, towns] = language.pick(["Stadt", "Städte"], ["city", "cities"]);
        [self.one(language, town), self.several(language, towns)]
    }

    /// What is said of towns, or what fits members of every kind.
    pub fn pick<T>(&self, of_towns: T, of_members: T) -> T {
        if self.are_towns() { of_towns } else { of_members }
    }

    /// What so many hosts are called, as a label.
    pub fn hosts(&self, language: Language, number: usize) -> &'static str {
        let is_feminine = self.0.as_ref().is_none_or(|nouns| nouns.gender == Gender::Feminine);
        match (language, number, is_feminine) {
            (Language::English, 0 | 1, _) => "Host",
            (Language::English, ..) => "Hosts",
            (Language::German, 0 | 1, true) => "Gastgeberin",
            (Language::German, _, true) => "Gastgeberinnen",
            (Language::German, _, false) => "Gastgeber",
        }
    }
}

impl MemberNouns {
    fn of(&self, language: Language) -> &[String; 2] {
        match language {
            Language::German => &self.german,
            Language::English => &self.english,
        }
    }
}

/// The gender and the plural that the ending of a German noun tells for certain: "Genossenschaft",
/// "Bücherei", "Realschule". Others may be anything: "Kollege", "College", "Magazin", "Stadion".
pub fn plain_german(noun: &str) -> Option<(Gender, String)> {
    /// Endings that only feminine nouns have, beside those whose plural is their own.
    const FEMININE: [&str; 10] =
        ["ung", "heit", "keit", "schaft", "tät", "tion", "erei", "partei", "universität", "region"];
    const NAMED: [&str; 9] = [
        "schule",
        "gemeinde",
        "kirche",
        "gruppe",
        "kammer",
        "genossenschaft",
        "initiative",
        "bibliothek",
        "klinik",
    ];
    let lower = noun.to_lowercase();
    let ends = |endings: &[&str]| endings.iter().any(|ending| lower.ends_with(ending));
    if ends(&["verband"]) {
        Some((Gender::Masculine, format!("{}verbände", &noun[..noun.len() - "verband".len()])))
    } else if ends(&["verein", "betrieb"]) {
        Some((Gender::Masculine, format!("{noun}e")))
    } else if ends(&FEMININE) || ends(&["bibliothek", "klinik"]) {
        Some((Gender::Feminine, format!("{noun}en")))
    } else if ends(&NAMED) {
        Some((Gender::Feminine, format!("{noun}n")))
    } else if ends(&["barin", "erin", "onin", "istin", "entin", "antin"]) {
        Some((Gender::Feminine, format!("{noun}nen")))
    } else {
        None
    }
}

/// The plural of an English noun: "schools", "libraries", "churches".
pub fn english_plural(noun: &str) -> String {
    let ends = |endings: &[&str]| endings.iter().any(|ending| noun.ends_with(ending));
    match noun.strip_suffix('y') {
        Some(stem) if !stem.ends_with(['a', 'e', 'o', 'u']) => format!("{stem}ies"),
        _ if ends(&["s", "x", "ch", "sh"]) => format!("{noun}es"),
        _ => format!("{noun}s"),
    }
}

#[cfg(test)]
mod tests {
    use super::{Gender, english_plural, plain_german};

    #[test]
    fn plain_nouns_need_no_more_than_themselves() {
        for (noun, gender, plural) in [
            ("Schule", Gender::Feminine, "Schulen"),
            ("Kirchgemeinde", Gender::Feminine, "Kirchgemeinden"),
            ("Industrie- und Handelskammer", Gender::Feminine, "Industrie- und Handelskammern"),
            ("Bibliothek", Gender::Feminine, "Bibliotheken"),
            ("Bücherei", Gender::Feminine, "Büchereien"),
            ("Genossenschaft", Gender::Feminine, "Genossenschaften"),
            ("Nachbarin", Gender::Feminine, "Nachbarinnen"),
            ("Heimatverein", Gender::Masculine, "Heimatvereine"),
            ("Kreisverband", Gender::Masculine, "Kreisverbände"),
        ] {
            assert_eq!(plain_german(noun), Some((gender, plural.to_owned())));
        }
        for noun in ["Dorf", "College", "Magazin", "Kollege", "Stadion", "Museum"] {
            assert_eq!(plain_german(noun), None, "{noun}");
        }
        let plurals = ["school", "library", "church", "valley"].map(english_plural);
        assert_eq!(plurals, ["schools", "libraries", "churches", "valleys"]);
    }
}
