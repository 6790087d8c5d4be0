//! Words as one looks for them: whatever their umlauts and endings.
//!
//! Light on purpose, for German and English alike: "Läden" and "Laden", "Förderstelle" and
//! "Foerderstellen" are the same; what is too much alike is rather found once too often than once too little.

use super::slug::slug;

/// What words end in.
const ENDINGS: [&str; 8] = ["ern", "en", "em", "er", "es", "e", "n", "s"];

/// So many letters stay.
const SHORTEST: usize = 3;

/// So many letters of a stem may begin a longer word.
const BEGINS: usize = 4;

/// So many letters of a stem may end a longer word.
const ENDS: usize = 5;

/// The words of `text` in small letters without umlauts, with single spaces between them.
pub fn folded(text: &str) -> String {
    let mut folded = slug(text).replace('-', " ");
    for (long, short) in [("ae", "a"), ("oe", "o"), ("ue", "u")] {
        if folded.contains(long) {
            folded = folded.replace(long, short);
        }
    }
    folded
}

/// A folded word without its endings.
pub fn stem(word: &str) -> &str {
    let cut = |word: &'_ str| -> Option<usize> {
        let rests = ENDINGS.iter().filter_map(|ending| word.strip_suffix(*ending)).map(str::len);
        rests.into_iter().find(|rest| *rest >= SHORTEST)
    };
    let mut rest = word;
    for _ in 0..2 {
        match cut(rest) {
            Some(end) => rest = &rest[..end],
            None => break,
        }
    }
    rest
}

/// Whether a word of `folded` is one with this stem, or a longer one that begins or ends with it.
pub fn has_stem(folded: &str, wanted: &str) -> bool {
    folded.split(' ').any(|word| {
        let begins = word.starts_with(wanted);
        begins && (wanted.len() >= BEGINS || stem(word) == wanted)
            || wanted.len() >= ENDS && (word.ends_with(wanted) || stem(word).ends_with(wanted))
    })
}

#[cfg(test)]
mod tests {
    use proptest::{prop_assert, proptest};

    use super::{folded, has_stem, stem};

    #[test]
    fn umlauts_and_endings_are_forgiven() {
        let finds = |wanted: &str, text: &str| has_stem(&folded(text), stem(&folded(wanted)));
        for (wanted, text) in [
            ("Läden", "Ein leerer Laden"),
            ("laden", "leere Läden"),
            ("Foerderstelle", "Liste der Förderstellen"),
            ("Städte", "die Stadt"),
            ("stadt", "Innenstädte"),
            ("Häuser", "Haus am Markt"),
            ("town", "two towns"),
            ("Leerstand", "Leerstandsmanagement"),
            ("Rat", "des Rates"),
            ("See", "zwei Seen"),
        ] {
            assert!(finds(wanted, text), "{wanted}: {text}");
        }
        for (wanted, text) in [("Rat", "Ratschlag"), ("Laden", "Lage"), ("Stadt", "Statt")] {
            assert!(!finds(wanted, text), "{wanted}: {text}");
        }
    }

    proptest! {
        #[test]
        fn every_word_is_found_by_itself(text in "\\PC{0,40}") {
            let folded = folded(&text);
            for word in folded.split(' ').filter(|word| !word.is_empty()) {
                prop_assert!(has_stem(&folded, stem(word)), "{word}");
            }
        }
    }
}
