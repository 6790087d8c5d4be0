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

/// The same for a family name, which goes by its first word with a capital: "von der Aue" stands
/// with A.
pub fn family_name_key(name: &str) -> (String, String) {
    let is_particle = |word: &&str| word.chars().next().is_some_and(char::is_lowercase);
    let words: Vec<&str> = name.split_whitespace().collect();
    let particles = words.iter().take_while(|word| is_particle(word)).count();
    let rest = if particles < words.len() { &words[particles..] } else { &words[..] };
    let (key, _) = collation_key(&rest.join(" "));
    (key, name.to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::{collation_key, family_name_key};

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
        names.sort_by_key(|name| family_name_key(name));
        assert_eq!(names, ["Adler", "von der Aue", "d", "Graf von Bach", "zu Wald", "Zahn"]);
    }
}
