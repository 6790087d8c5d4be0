//! Names of people as others write them: in either order, with what they do behind a comma.

use std::collections::HashSet;

use super::slug::slug;

/// A person as a line names them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonName {
    /// Titles and given names; may be empty.
    pub given: String,
    /// The family name, with `von` and the like.
    pub family: String,
    /// What stands behind the name.
    pub function: Option<String>,
}

impl PersonName {
    /// How a line names one person: "Ada Nordhaus, Bauamt" or "Nordhaus, Ada".
    pub fn of(line: &str) -> Self {
        let parts = parts(line, &[","]);
        let Some((head, behind)) = parts.split_first() else { return Self::new("", "", &[]) };
        match behind.split_first() {
            Some((given, behind)) if is_family_name(head) && is_given_name(given) => {
                Self::new(given, head, behind)
            }
            _ => Self::new("", head, behind),
        }
    }

    /// `before` the words of `name`, of which the last, with particles before it, is the family name.
    fn new(before: &str, name: &str, behind: &[&str]) -> Self {
        let (name, bracket) = name.split_once('(').unwrap_or((name, ""));
        let bracket = bracket.trim_end().trim_end_matches(')');
        let words: Vec<&str> = name.split_whitespace().collect();
        let last = words.len().saturating_sub(1);
        let particles = words[..last].iter().rev().take_while(|word| is_particle(word)).count();
        let (titles, family) = words.split_at(last - particles);
        let given = titles.iter().copied().chain(before.split_whitespace());
        let behind = [bracket].into_iter().chain(behind.iter().copied());
        let behind: Vec<&str> = behind.filter(|words| !words.is_empty()).collect();
        let function = behind.join(", ");
        Self {
            given: given.collect::<Vec<_>>().join(" "),
            family: family.join(" "),
            function: Some(function).filter(|function| !function.is_empty()),
        }
    }

    /// The name, given name first.
    pub fn full(&self) -> String {
        format!("{} {}", self.given, self.family).trim().to_owned()
    }

    /// The given names without titles.
    pub fn without_titles(&self) -> String {
        bare(&self.given).collect::<Vec<_>>().join(" ")
    }

    /// What is the same wherever the same name stands: in any order, with titles or without.
    pub fn key(&self) -> String {
        slug(&format!("{} {}", self.without_titles(), self.family))
    }

    /// The name and what stands behind it.
    pub fn written(&self) -> String {
        let function = self.function.as_ref().map(|function| format!(", {function}"));
        self.full() + function.as_deref().unwrap_or_default()
    }
}

/// `names`, each only the first time; a family name alone may be that of several.
pub fn each_once<N: AsRef<str>>(names: &[N]) -> impl Iterator<Item = &N> {
    let mut seen = HashSet::new();
    names.iter().filter(move |name| {
        let name = PersonName::of(name.as_ref());
        name.without_titles().is_empty() || seen.insert(name.key())
    })
}

/// The people whom a list names, set apart by lines, semicolons, "und" or "and", or full names by
/// commas; none if nobody can say for certain who and how many.
pub fn people_in(list: &str) -> Option<Vec<PersonName>> {
    let mut people = Vec::new();
    for line in parts(list, &["\n", ";", "\t"]) {
        let mut is_cut = false;
        for piece in parts(without_mark(line), &[" und ", " and ", " sowie ", " & ", " + ", " / "])
        {
            let parts = parts(piece.strip_prefix("und ").unwrap_or(piece), &[","]);
            // "Bauamt und Umwelt" may be one office.
            if is_cut && parts.len() == 1 && !parts[0].contains(' ') {
                return None;
            }
            is_cut = parts.last().is_some_and(|last| is_function(last));
            people.extend(of_parts(&parts)?);
        }
    }
    Some(people)
}

/// The people whom parts between commas name.
fn of_parts(parts: &[&str]) -> Option<Vec<PersonName>> {
    let (head, behind) = parts.split_first()?;
    if !is_name(head) {
        return None;
    }
    let are_functions = |parts: &[&str]| parts.iter().all(|part| is_function(part));
    if are_functions(behind) {
        return Some(vec![PersonName::new("", head, behind)]);
    }
    if is_family_name(head) {
        // "Nordhaus, Ada Maria" may be two people.
        let is_certain = is_given_name(behind[0]) && bare(behind[0]).count() == 1;
        return (is_certain && are_functions(&behind[1..]))
            .then(|| vec![PersonName::new(behind[0], head, &behind[1..])]);
    }
    let is_whole = |part: &&str| is_name(part) && bare(part).count() > 1;
    parts
        .iter()
        .all(is_whole)
        .then(|| parts.iter().map(|part| PersonName::new("", part, &[])).collect())
}

/// `text` divided by `signs` outside of brackets, without empty parts.
fn parts<'t>(text: &'t str, signs: &[&str]) -> Vec<&'t str> {
    let mut parts = Vec::new();
    let (mut start, mut depth, mut end) = (0, 0_u32, 0);
    for (at, character) in text.char_indices() {
        match character {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        let is_noble = text[..at].ends_with(" von") && text[at..].starts_with(" und zu ");
        let sign = signs.iter().find(|sign| text[at..].starts_with(**sign) && !is_noble);
        if let Some(sign) = sign.filter(|_| depth == 0 && at >= end) {
            parts.push(&text[start..at]);
            end = at + sign.len();
            start = end;
        }
    }
    parts.push(&text[start..]);
    parts.into_iter().map(str::trim).filter(|part| !part.is_empty()).collect()
}

/// A line of a list without the bullet or number before it and the full stop behind it.
fn without_mark(line: &str) -> &str {
    let line = line.trim_start_matches(['•', '·', '▪', '‣', '-', '–', '*', ' ']);
    let behind = line.trim_start_matches(|character: char| character.is_ascii_digit());
    let numbered = behind.strip_prefix(['.', ')']).filter(|_| behind.len() < line.len());
    numbered.unwrap_or(line).trim()
}

/// Words before a name, as slugs.
const TITLES: &str =
    "frau fr herr herrn hr mr mrs ms mx dr prof dipl-ing ing med phil rer nat pol h-c";

fn is_title(word: &str) -> bool {
    let word = slug(word);
    TITLES.split(' ').any(|title| title == word)
}

/// The words of a name that are no titles and do not stand in brackets.
fn bare(name: &str) -> impl Iterator<Item = &str> {
    let name = name.split('(').next().unwrap_or_default();
    name.split_whitespace().filter(|word| !is_title(word))
}

/// Small words within a name that look as if they parted two.
pub const NOBLE: &str = " von und zu ";

/// Small words within names.
const PARTICLES: &str = "von vom van der den de di da du zu zum zur ten ter und y el al";

fn is_particle(word: &str) -> bool {
    PARTICLES.split(' ').any(|particle| particle == word)
}

/// Whether all words could belong to a name.
fn is_name(part: &str) -> bool {
    let is_word = |word: &str| {
        let begins = word.chars().next().is_some_and(char::is_uppercase);
        let sound = word.chars().all(|it| it.is_alphabetic() || "-.'’`\u{301}\u{308}".contains(it));
        sound && (begins || is_particle(word))
    };
    let mut words = bare(part).peekable();
    words.peek().is_some()
        && words.all(is_word)
        && !is_function(part.split('(').next().unwrap_or_default())
}

/// Whether it is a family name alone: one word, whatever titles and particles stand before it.
fn is_family_name(part: &str) -> bool {
    is_name(part) && bare(part).filter(|word| !is_particle(word)).count() == 1
}

/// Whether it can be given names: up to three words, none of them small.
fn is_given_name(part: &str) -> bool {
    is_name(part) && bare(part).count() <= 3 && !bare(part).any(is_particle)
}

/// How words for bodies and offices end, as slugs.
const ENDINGS: &str = "amt referat leitung leiter leiterin buergermeister buergermeisterin verwaltung dezernat \
    buero abteilung bereich dienst verein verband ministerium kammer universitaet \
    hochschule marketing management manager managerin planer planerin planung referent \
    referentin sekretaer sekretaerin sekretariat assistent assistentin assistenz \
    beauftragte beauftragter vorsitzende vorsitzender presse kaemmerer kaemmerin ingenieur \
    ingenieurin architekt architektin agentur institut service betrieb stelle foerderung \
    entwicklung stiftung vertretung beratung organisation fraktion gesellschaft \
    genossenschaft zentrum innenstadt praktikant praktikantin department office officer \
    council councillor mayor director assistant planning university association secretary \
    ministry institute agency";

/// Words of bodies and offices that are no endings, as slugs.
const WORDS: &str = "stadt gemeinde kreis landkreis landrat landraetin stadtrat stadtraetin gemeinderat land \
    amt team stab ag gmbh kg ev e-v ihk hwk mdl mdb mdep ma m-a msc m-sc b-a b-sc ll-m mba \
    fuer des im am beim bei aus of the for from at city town head chair works staff";

/// Words for people who come along and are not named, as slugs.
const COMPANY: &str = "kollege kollegin kollegen kolleginnen person personen gast gaeste begleitung \
    begleitperson ehefrau ehemann mitarbeiter mitarbeiterin colleague colleagues guest \
    guests partner partnerin kind kinder mann weitere weiterer mehrere noch plus more \
    others further another wife husband ja yes";

/// Whether words tell of people whom they do not name.
fn is_company(part: &str) -> bool {
    part.contains(|it: char| it.is_ascii_digit())
        || slug(part).split('-').any(|word| COMPANY.split(' ').any(|known| known == word))
}

/// Whether words that stand for a name are that of an office or a body: "Bauamt", "Stadt Aue".
pub fn names_no_person(words: &str) -> bool {
    let begins = words.split_whitespace().next().unwrap_or_default();
    let words = words.split_whitespace().map(slug).collect::<Vec<_>>();
    let is_body = |word: &String| ENDINGS.split(' ').any(|ending| word.ends_with(ending));
    begins.chars().next().is_some_and(char::is_alphabetic)
        && words.iter().any(|word| is_body(word) || WORDS.split(' ').any(|known| known == word))
}

/// Whether words tell what somebody is or works for, and no name.
fn is_function(part: &str) -> bool {
    if is_company(part) {
        return false;
    }
    part.split(|it: char| it.is_whitespace() || "/()".contains(it))
        .filter(|word| !word.is_empty())
        .any(|word| {
            let key = slug(word);
            let letters = word.chars().filter(|it| it.is_alphabetic());
            let is_shouted = letters.clone().count() > 1
                && letters.clone().all(char::is_uppercase)
                && !word.contains('.');
            let is_small =
                word.chars().next().is_some_and(char::is_lowercase) && !is_particle(word);
            is_small
                || is_shouted
                || WORDS.split(' ').any(|known| known == key)
                || ENDINGS.split(' ').any(|ending| key.ends_with(ending))
        })
}

#[cfg(test)]
mod tests {
    use super::{PersonName, people_in};

    #[test]
    fn a_line_names_one_person_in_either_order() {
        let cases = [
            ("Ada Nordhaus", "Ada", "Nordhaus", None),
            ("Nordhaus, Ada", "Ada", "Nordhaus", None),
            ("Nordhaus, Ada, Bauamt", "Ada", "Nordhaus", Some("Bauamt")),
            ("Ada Nordhaus, Bauamt", "Ada", "Nordhaus", Some("Bauamt")),
            ("Nordhaus, Bauamt", "", "Nordhaus", Some("Bauamt")),
            ("von der Aue, Konrad", "Konrad", "von der Aue", None),
            ("Dr. Ada von Thal", "Dr. Ada", "von Thal", None),
            ("Dr. Nordhaus, Ada", "Dr. Ada", "Nordhaus", None),
            ("Nordhaus", "", "Nordhaus", None),
        ];
        for (line, given, family, function) in cases {
            let function = function.map(str::to_owned);
            let expected = PersonName { given: given.into(), family: family.into(), function };
            assert_eq!(PersonName::of(line), expected, "{line}");
        }
    }

    #[test]
    fn a_list_names_people_or_is_left_to_a_person() {
        let read = |list| {
            people_in(list)
                .map(|people| people.iter().map(PersonName::written).collect::<Vec<_>>().join("|"))
        };
        let cases = [
            ("Nordhaus, Ada", Some("Ada Nordhaus")),
            ("Ada Nordhaus, Bauamt", Some("Ada Nordhaus, Bauamt")),
            ("Ada Nordhaus (Bauamt, Leitung)", Some("Ada Nordhaus, Bauamt, Leitung")),
            ("Ada Nordhaus, Leiterin des Bauamts", Some("Ada Nordhaus, Leiterin des Bauamts")),
            ("Ada Nordhaus, IHK", Some("Ada Nordhaus, IHK")),
            ("Frau Nordhaus, Stadt Aue", Some("Frau Nordhaus, Stadt Aue")),
            ("Nordhaus, Ada; Thal, Elsa", Some("Ada Nordhaus|Elsa Thal")),
            ("Nordhaus, Ada und Thal, Elsa", Some("Ada Nordhaus|Elsa Thal")),
            ("Ada Nordhaus, Elsa Thal und Bo Nimtz", Some("Ada Nordhaus|Elsa Thal|Bo Nimtz")),
            ("1. Ada Nordhaus\n2. Elsa Thal", Some("Ada Nordhaus|Elsa Thal")),
            ("- Nordhaus, Ada\n- Elsa von Thal", Some("Ada Nordhaus|Elsa von Thal")),
            ("Lena und Till", Some("Lena|Till")),
            ("", Some("")),
            // Who can tell?
            ("Ada Nordhaus, Elsa", None),
            ("Nordhaus, Ada, Thal, Elsa", None),
            ("Nordhaus, Ada Maria", None),
            ("Ada Nordhaus, Amt für Bau und Umwelt", None),
            ("Ada Nordhaus, 2 weitere", None),
            ("Ada Nordhaus, Ehefrau", None),
            ("ja", None),
            ("eine Kollegin", None),
            ("2", None),
        ];
        for (list, expected) in cases {
            assert_eq!(read(list).as_deref(), expected, "{list}");
        }
    }
}
