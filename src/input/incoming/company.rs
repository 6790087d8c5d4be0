//! Who comes along or instead, as people write it into the cells of a table of replies.

use super::cell::{plain, shown};
use super::words::line;
use crate::domain::incoming::{Cell, Company};
use crate::domain::line::Line;
use crate::domain::reply::MOST_UNNAMED;
use crate::text::people_in;

/// Words for "nobody", where names could stand.
const NOBODY: &[&str] =
    &["", "-", "–", "0", "nein", "no", "keine", "keiner", "niemand", "none", "nobody"];

/// Words for somebody who is not named, alone or with a number before them.
const SOMEBODY: &str = "person personen begleitung begleitperson begleitpersonen begleiter begleiterin weitere gast \
    gäste frau mann ehefrau ehemann ehepartner ehepartnerin partner partnerin lebensgefährte lebensgefährtin tochter \
    sohn kollege kollegin kollegen kolleginnen mitarbeiter mitarbeiterin mitarbeitende fahrer fahrerin azubi azubis \
    auszubildende auszubildender assistent assistentin assistenz referent referentin sekretärin vertreter \
    vertreterin praktikant praktikantin people guest guests more other others wife husband spouse partner companion \
    daughter son colleague colleagues driver assistant trainee trainees deputy intern";

/// Words before them that mean one, or nothing.
const ONE: &str = "ein eine einen einer mein meine meinen meiner unser unsere a an one my our the weitere weiterer weiteren 1";

/// Small numbers in words.
const NUMBERS: &[(&str, u32)] =
    &[("zwei", 2), ("drei", 3), ("vier", 4), ("two", 2), ("three", 3), ("four", 4)];

/// How many people words mean that name nobody: "2", "+ 1 Person", "meine Ehefrau", "zwei Kollegen".
fn unnamed(words: &str) -> Option<u32> {
    let mut number = None;
    let mut is_somebody = false;
    for word in words.trim_start_matches('+').split_whitespace() {
        let of_words = NUMBERS.iter().find(|(known, _)| *known == word).map(|(_, number)| *number);
        let of_digits = word.trim_start_matches('+').parse().ok();
        if let Some(found) = of_words.or(of_digits) {
            if number.replace(found).is_some() || is_somebody {
                return None;
            }
        } else if SOMEBODY.split_whitespace().any(|known| known == word) {
            is_somebody = true;
        } else if is_somebody || !ONE.split_whitespace().any(|known| known == word) {
            return None;
        }
    }
    let number = number.or(is_somebody.then_some(1))?;
    (number <= MOST_UNNAMED).then_some(number)
}

/// Whether a cell says that there is nothing.
pub(super) fn is_none(cell: &str) -> bool {
    NOBODY.contains(&plain(cell).as_str())
}

/// Who comes along: people, or how many.
pub(super) fn company(cell: &str) -> Cell<Company> {
    if is_none(cell) {
        return Ok(Company::default());
    }
    if let Some(unnamed) = unnamed(&plain(cell)) {
        return Ok(Company { with: Vec::new(), unnamed });
    }
    Ok(Company { with: names(cell)?, unnamed: 0 })
}

/// Who comes instead: one person, if any.
pub(super) fn substitute(cell: &str) -> Cell<Option<Line>> {
    if is_none(cell) {
        return Ok(None);
    }
    let mut names = names(cell)?;
    match (names.pop(), names.is_empty()) {
        (Some(name), true) => Ok(Some(name)),
        _ => Err(shown(cell)),
    }
}

/// The people whom a cell names for certain.
fn names(cell: &str) -> Cell<Vec<Line>> {
    let people = people_in(cell).filter(|people| !people.is_empty());
    let people = people.and_then(|people| people.iter().map(|one| line(&one.written())).collect());
    people.ok_or_else(|| shown(cell))
}

#[cfg(test)]
mod tests {
    use super::{company, substitute};

    #[test]
    fn company_has_names_or_a_number() {
        let read = |cell| {
            company(cell).map(|company| {
                let with: Vec<String> = company.with.iter().map(ToString::to_string).collect();
                (with.join("|"), company.unnamed)
            })
        };
        let cases = [
            ("Lena Farnbach und Till Moosbacher", Ok(("Lena Farnbach|Till Moosbacher", 0))),
            ("Nordhaus, Ada", Ok(("Ada Nordhaus", 0))),
            ("keine", Ok(("", 0))),
            ("2", Ok(("", 2))),
            ("+ 1 Person", Ok(("", 1))),
            ("Ada Nordhaus + 1", Err("Ada Nordhaus + 1")),
            ("ja", Err("ja")),
            ("Ehefrau", Ok(("", 1))),
            ("meine Kollegin", Ok(("", 1))),
            ("zwei weitere Personen", Ok(("", 2))),
            ("3 Azubis", Ok(("", 3))),
            ("my wife", Ok(("", 1))),
            ("Uwe Kern und Frau", Err("Uwe Kern und Frau")),
        ];
        for (cell, expected) in cases {
            let expected = expected.map(|(with, unnamed)| (with.to_owned(), unnamed));
            assert_eq!(read(cell), expected.map_err(str::to_owned), "{cell}");
        }
        assert_eq!(
            substitute("Thal, Elsa").map(|it| it.unwrap().to_string()),
            Ok("Elsa Thal".into())
        );
        assert_eq!(substitute("Elsa Thal; Bo Nimtz"), Err("Elsa Thal; Bo Nimtz".to_owned()));
    }
}
