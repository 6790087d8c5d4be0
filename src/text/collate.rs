//! The order of German names: DIN 5007-1, as dictionaries and lists of towns have it.

use deunicode::deunicode_char;

/// What to sort by: an umlaut counts as its letter (`ä` as `a`), `ß` as `ss`, capitals as small
/// letters; hyphens and other marks part words, and a part of a word comes before the whole.
///
/// Of words that are equal so far, those without umlauts come first.
pub fn collation_key(words: &str) -> (String, String) {
    let mut key = String::with_capacity(words.len());
    for character in words.trim().chars() {
        let letters = match character {
            'ß' | 'ẞ' => "ss",
            // Combining marks and what nobody sees.
            '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' => "",
            _ if character.is_alphanumeric() => deunicode_char(character).unwrap_or(""),
            '\'' | '’' => "",
            _ => " ",
        };
        if letters != " " || !(key.is_empty() || key.ends_with(' ')) {
            key.push_str(&letters.to_lowercase());
        }
    }
    (key.trim_end().to_owned(), words.to_lowercase())
}

/// What to sort people by: the letters of the family name, then of the given name, then both as they
/// are written.
pub type PersonKey = [String; 4];

/// The same for people: by family name, and those of one family name by given name. A family name goes
/// by its first word with a capital: "von der Aue" stands with A.
pub fn person_key(family_name: &str, given_name: &str) -> PersonKey {
    let is_particle = |word: &&str| word.chars().next().is_some_and(char::is_lowercase);
    let words: Vec<&str> = family_name.split_whitespace().collect();
    let particles = words.iter().take_while(|word| is_particle(word)).count();
    let rest = if particles < words.len() { &words[particles..] } else { &words[..] };
    let (family, _) = collation_key(&rest.join(" "));
    let (given, written) = collation_key(given_name);
    [family, given, family_name.to_lowercase(), written]
}

#[cfg(test)]
mod tests {
    use super::{collation_key, person_key};

    #[test]
    fn towns_stand_as_in_a_german_list() {
        let sorted = [
            "Apolda",
            "Bad Frankenhausen",
            "Bad Langensalza",
            "Baden",
            "Eisenach",
            "Leinefelde-Worbis",
            "Mühlhausen",
            "Müllheim",
            "Muster",
            "Soest",
            "Sömmerda",
            "Sondershausen",
            "Straßberg",
            "Strassburg",
        ];
        let mut towns = sorted;
        towns.reverse();
        towns.sort_by_key(|town| collation_key(town));
        assert_eq!(towns, sorted);
    }

    #[test]
    fn equal_letters_are_told_apart_by_umlauts() {
        let mut names = ["Müller", "Mueller", "Muller", "MÜLLER-Au", "O’Hara", "Ohara-Ost"];
        names.sort_by_key(|name| collation_key(name));
        assert_eq!(names, ["Mueller", "Muller", "Müller", "MÜLLER-Au", "O’Hara", "Ohara-Ost"]);
        assert_eq!(collation_key("Mu\u{308}ller").0, collation_key("Müller").0);
    }

    #[test]
    fn family_names_go_by_their_first_capital() {
        let mut names = ["von der Aue", "Adler", "zu Wald", "Zahn", "Graf von Bach", "d"];
        names.sort_by_key(|name| person_key(name, ""));
        assert_eq!(names, ["Adler", "von der Aue", "d", "Graf von Bach", "zu Wald", "Zahn"]);
    }

    #[test]
    fn people_of_one_family_name_go_by_their_given_names() {
        let sorted = [
            ("Lohse", ""),
            ("Löhse", "Änne"),
            ("Lohse", "Anton"),
            ("Lohse", "Zora"),
            ("Lohse-Au", "Anna"),
        ];
        let mut people = sorted;
        people.reverse();
        people.sort_by_key(|(family, given)| person_key(family, given));
        assert_eq!(people, sorted);
    }
}
