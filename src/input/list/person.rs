//! A name as lists write it, taken apart: "Frau Dr. Ada Nordhaus", "Nordhaus, Ada".

use super::cell::shown;
use crate::domain::contact::FormOfAddress;
use crate::domain::listed::RowFault;
use crate::text::{NOBLE, PersonName, Vocabulary as _, names_no_person, people_in, slug};

/// A name and what stands before and behind it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Parts {
    /// The word before the name.
    pub(super) form: Option<FormOfAddress>,
    /// Academic titles in their order.
    pub(super) titles: Vec<String>,
    /// Given names.
    pub(super) given: String,
    /// The family name, with `von` and the like.
    pub(super) family: String,
    /// What stands behind the name.
    pub(super) function: Option<String>,
}

/// Takes a whole name apart.
///
/// # Errors
/// If it names several people, or what stands behind it may be a name or something else.
pub(super) fn one(name: &str) -> Result<Parts, RowFault> {
    // A line may be divided where the cell was too narrow: two people are two whole names.
    let is_whole = |line: &str| !whole(line).given.is_empty();
    let lines = name.contains('\n') && name.lines().all(is_whole);
    let joined = name.split_whitespace().collect::<Vec<_>>().join(" ");
    let name = joined.as_str();
    let parts = whole(name);
    let several = people_in(name).is_some_and(|people| people.len() > 1);
    if lines || several || name.replace(NOBLE, " von ").contains(" und ") {
        return Err(RowFault::SeveralPeople(shown(name)));
    }
    // "Ada Nordhaus, Bauamt" is certain, "Ada, die Große" is not.
    let is_office = |function: &String| {
        names_no_person(function)
            || !parts.given.is_empty() && people_in(name).is_some_and(|people| people.len() == 1)
    };
    match &parts.function {
        Some(function) if !is_office(function) => Err(RowFault::UnclearName(shown(name))),
        _ => Ok(parts),
    }
}

/// Takes apart a whole name that stands where given names do.
///
/// # Errors
/// If it is a given name alone, or one that [`one`] refuses.
pub(super) fn of_given(words: &str) -> Result<Parts, RowFault> {
    let parts = one(words)?;
    if parts.given.is_empty() {
        return Err(RowFault::GivenNameAlone(shown(words.trim())));
    }
    Ok(parts)
}

/// Takes a whole name apart, whatever it is.
pub(super) fn whole(name: &str) -> Parts {
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    let PersonName { given, family, function } = match name.split_once(',') {
        // "NORDHAUS, Ada": capitals alone look like the name of a body.
        Some((family, given)) if is_shouted(family) && !given.contains(',') => PersonName {
            given: given.trim().to_owned(),
            family: family.trim().to_owned(),
            function: None,
        },
        _ => PersonName::of(&name),
    };
    Parts { family, function, ..before(&given) }
}

fn is_shouted(word: &str) -> bool {
    let word = word.trim();
    !word.contains(' ')
        && word.chars().all(|c| !c.is_lowercase())
        && !names_no_person(&word.to_lowercase())
}

/// Takes what stands before a family name apart: "Frau Dr. Ada".
pub(super) fn before(words: &str) -> Parts {
    let mut parts = Parts::default();
    let mut given: Vec<&str> = Vec::new();
    for word in words.split_whitespace() {
        let is_rest = parts.titles.last().is_some_and(|_| given.is_empty()) && is_small(word);
        if given.is_empty() && parts.form.is_none() && form_of(word).is_some() {
            parts.form = form_of(word);
        } else if let Some(title) = parts.titles.last_mut().filter(|_| is_rest) {
            title.push(' ');
            title.push_str(word);
        } else if given.is_empty() && is_title(word) {
            parts.titles.push(word.to_owned());
        } else {
            given.push(word);
        }
    }
    parts.given = given.join(" ");
    parts
}

/// How somebody is addressed, and their titles, as `words` before a family name say it: "Hr. Dr. Max".
pub fn address_and_titles(words: &str) -> (Option<FormOfAddress>, Vec<String>) {
    let parts = before(words);
    (parts.form, parts.titles)
}

/// Takes a list of titles apart: "Prof. Dr. med." is two.
pub(super) fn titles(words: &str) -> Vec<String> {
    let words = words.replace([',', ';'], " ");
    let mut titles: Vec<String> = Vec::new();
    for word in words.split_whitespace() {
        match titles.last_mut().filter(|_| is_small(word)) {
            Some(title) => {
                title.push(' ');
                title.push_str(word);
            }
            None => titles.push(word.to_owned()),
        }
    }
    titles
}

/// "med.", "rer.", "h."
fn is_small(word: &str) -> bool {
    word.starts_with(char::is_lowercase) && word.ends_with('.')
}

/// Titles that stand before names, as slugs; longer ones begin like these.
const TITLES: &str = "dr prof pd mag dipl ing priv univ";

fn is_title(word: &str) -> bool {
    let key = slug(word);
    let first = key.split('-').next().unwrap_or_default();
    word.contains('.') && TITLES.split(' ').any(|title| title == first)
        || ["dr", "prof"].contains(&key.as_str())
}

/// The word before a name that a word means, in whatever case it stands: "Herrn", "Fr.".
fn form_of(word: &str) -> Option<FormOfAddress> {
    let word = slug(word);
    Some(match word.as_str() {
        "frau" | "fr" | "weiblich" | "w" | "female" | "f" => FormOfAddress::Frau,
        "herr" | "herrn" | "hr" | "hrn" | "maennlich" | "m" | "male" => FormOfAddress::Herr,
        "ms" | "mrs" | "miss" => FormOfAddress::Ms,
        "mr" => FormOfAddress::Mr,
        "mx" => FormOfAddress::Mx,
        _ => return None,
    })
}

/// What a column of forms of address says: "Frau Dr.", "Sehr geehrter Herr". None where there is
/// nothing to say; an error where nobody can tell.
pub(super) fn form_of_address(cell: &str) -> Result<Parts, ()> {
    let words = cell.trim().trim_end_matches(',');
    let polite = ["Sehr geehrte ", "Sehr geehrter ", "Dear "];
    let words = polite.iter().find_map(|it| words.strip_prefix(it)).unwrap_or(words);
    let first = words.split_whitespace().next().unwrap_or_default();
    if let Some(form) = FormOfAddress::understand(words) {
        return Ok(Parts { form: Some(form), ..Parts::default() });
    }
    match form_of(first) {
        // "Frau/Herr" says nothing of anybody.
        Some(_) if !words.contains('/') => Ok(before(words)),
        _ if is_title(first) => Ok(before(words)),
        _ if ["divers", "d", "-", "k-a", "x", "neutral"].contains(&slug(words).as_str()) => {
            Ok(Parts::default())
        }
        _ => Err(()),
    }
}

/// Whether all that stands in a cell is a form of address.
pub(super) fn is_form_of_address(cell: &str) -> bool {
    // A letter alone can mean anything.
    cell.len() > 1 && form_of_address(cell).is_ok_and(|it| it.form.is_some() && it.given.is_empty())
}

#[cfg(test)]
mod tests {
    use super::{form_of_address, one, titles, whole};
    use crate::domain::contact::FormOfAddress;
    use crate::text::Vocabulary as _;

    #[test]
    fn names_are_taken_apart() {
        let cases = [
            ("Ada Nordhaus", "||Ada|Nordhaus|"),
            ("Nordhaus, Ada", "||Ada|Nordhaus|"),
            ("Frau Dr. Ada Nordhaus", "Frau|Dr.|Ada|Nordhaus|"),
            ("Frau Dr. Nordhaus", "Frau|Dr.||Nordhaus|"),
            ("Herrn Prof. Dr. med. Bo von der Aue", "Herr|Prof.+Dr. med.|Bo|von der Aue|"),
            ("Nordhaus, Dr. Ada", "|Dr.|Ada|Nordhaus|"),
            ("NORDHAUS, Ada", "||Ada|NORDHAUS|"),
            ("Ada Nordhaus, Bauamt", "||Ada|Nordhaus|Bauamt"),
            ("Dr.-Ing. Bo Weidner-Korff", "|Dr.-Ing.|Bo|Weidner-Korff|"),
            ("Mr Bo Hill", "Mr||Bo|Hill|"),
            ("Nordhaus", "|||Nordhaus|"),
            ("Frau Dr. Ada\nNordhaus", "Frau|Dr.|Ada|Nordhaus|"),
            ("Herr Dr. h.c. Bo von und zu Aue", "Herr|Dr. h.c.|Bo|von und zu Aue|"),
        ];
        for (name, expected) in cases {
            let parts = whole(name);
            let form = parts.form.map(FormOfAddress::word).unwrap_or_default();
            let function = parts.function.unwrap_or_default();
            let titles = parts.titles.join("+");
            let found = [form, &titles, &parts.given, &parts.family, &function].join("|");
            assert_eq!(found, expected, "{name}");
        }
        for name in [
            "Ada Nordhaus und Bo Thal",
            "Ada, die Große",
            "Ada Nordhaus; Bo Thal",
            "Ada Nordhaus\nBo Thal",
            "Bo von und zu Aue und Ada Nordhaus",
        ] {
            assert!(one(name).is_err(), "{name}");
        }
        for name in [
            "Ada Nordhaus, Leiterin des Bauamts",
            "Nordhaus, Ada Maria",
            "Ada Nordhaus (Bauamt)",
            "Frau Dr. Ada\nNordhaus",
            "Herr Prof. Bo von und zu Aue",
        ] {
            assert!(one(name).is_ok(), "{name}");
        }
        assert_eq!(titles("Prof. Dr. rer. nat."), ["Prof.", "Dr. rer. nat."]);
    }

    #[test]
    fn forms_of_address_are_understood_or_left() {
        let read = |cell| form_of_address(cell).map(|it| it.form.map(FormOfAddress::word));
        let cases = [
            ("Frau", Ok(Some("Frau"))),
            ("Sehr geehrter Herr Dr. Aue,", Ok(Some("Herr"))),
            ("w", Ok(Some("Frau"))),
            ("divers", Ok(None)),
            ("Frau/Herr", Err(())),
            ("Liebe Ada", Err(())),
        ];
        for (cell, expected) in cases {
            assert_eq!(read(cell), expected, "{cell}");
        }
    }
}
