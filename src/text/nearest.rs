//! The known name that a misspelled one probably stands for.

use strsim::damerau_levenshtein;

use super::slug::slug;

/// The cost of a slip in whole names: a letter too many, too few, wrong, or two exchanged.
const SLIP: usize = 2;
/// The cost of a name given in part: dearer than one slip, cheaper than two.
const PART: usize = 3;
/// The cost of a word that says more than the name: no reasonable number of slips is dearer.
const SURPLUS: usize = 9;
/// The fewest letters that can stand for a longer name; `in` says nothing about `invited`.
const SHORTEST_PART: usize = 3;
/// Words longer than this many letters get no more slips, else everything would be near.
const MOST_SLIPS: usize = 4;

/// Returns the candidate nearest to a word, or none if nothing is near.
///
/// Case, umlauts (`ü`, `ue`, `u`) and separators do not matter. A third of the letters, at most
/// four, may be wrong. Part of a name is near as well: `langensalza` finds `bad-langensalza`,
/// `muehl` finds `muehlhausen`, and `muehlhausen-thueringen` finds `muehlhausen`. The order of the
/// candidates does not matter: what is equally near is settled by length, then by the alphabet.
pub fn nearest<'a, T: AsRef<str> + ?Sized + 'a>(
    word: &str,
    candidates: impl IntoIterator<Item = &'a T>,
) -> Option<&'a str> {
    let folded_word = fold(word);
    candidates
        .into_iter()
        .filter_map(|candidate| {
            let candidate = candidate.as_ref();
            let folded = fold(candidate);
            let cost = cost(&folded_word, &folded)?;
            let surplus_length = folded.len().abs_diff(folded_word.len());
            Some((cost, candidate != word, surplus_length, candidate))
        })
        .min()
        .map(|(_, _, _, candidate)| candidate)
}

/// Writes a name so that spellings of the same sounds are equal: `Köln`, `koeln` and `Koln` are all
/// `koln`.
fn fold(name: &str) -> String {
    slug(name).replace("ae", "a").replace("oe", "o").replace("ue", "u")
}

/// Returns how far a word is from a candidate, both folded, or none if it is too far.
fn cost(word: &str, candidate: &str) -> Option<usize> {
    if word.is_empty() || candidate.is_empty() {
        return None;
    }
    let whole = slips(word, candidate).map(|slips| SLIP * slips);
    let part = if word.len() < SHORTEST_PART {
        None
    } else if format!("-{candidate}").contains(&format!("-{word}")) {
        Some(PART)
    } else {
        // Three letters with a slip would be near half the dictionary.
        runs(candidate)
            .filter(|_| word.len() > SHORTEST_PART)
            .filter_map(|run| slips(word, run))
            .min()
            .map(|slips| PART + SLIP * slips)
    };
    let is_inside =
        candidate.len() >= SHORTEST_PART && format!("-{word}-").contains(&format!("-{candidate}-"));
    let surplus = is_inside.then_some(SURPLUS);
    [whole, part, surplus].into_iter().flatten().min()
}

/// Returns the slips between a word and a name, or none if there are more than its length excuses.
fn slips(word: &str, name: &str) -> Option<usize> {
    let allowed = (word.len() / 3).min(MOST_SLIPS);
    // Every missing letter is a slip; this also keeps absurdly long words from costing time and
    // memory.
    if word.len().abs_diff(name.len()) > allowed {
        return None;
    }
    Some(damerau_levenshtein(word, name)).filter(|&slips| slips <= allowed)
}

/// Returns every run of hyphenated parts: `a`, `a-b` and `b` of `a-b`.
fn runs(name: &str) -> impl Iterator<Item = &str> {
    let starts = std::iter::once(0).chain(name.match_indices('-').map(|(hyphen, _)| hyphen + 1));
    starts.flat_map(move |start| {
        let rest = &name[start..];
        let ends =
            rest.match_indices('-').map(|(hyphen, _)| hyphen).chain(std::iter::once(rest.len()));
        ends.map(move |end| &rest[..end])
    })
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::{prop_assert, prop_assert_eq, proptest};

    use super::{fold, nearest, runs};

    const CITIES: [&str; 9] = [
        "apolda",
        "bad-frankenhausen",
        "bad-langensalza",
        "eisenach",
        "gotha",
        "leinefelde-worbis",
        "muehlhausen",
        "soemmerda",
        "sondershausen",
    ];
    const KEYS: [&str; 12] = [
        "date",
        "date-text",
        "end",
        "end-date",
        "hosts",
        "id",
        "in",
        "kind",
        "member-since",
        "part-of-day",
        "start",
        "title",
    ];

    #[test]
    fn misspelled_cities_are_found() {
        let cases = [
            ("gotha", Some("gotha")),
            ("Gohta", Some("gotha")),
            ("Mühlhausen", Some("muehlhausen")),
            ("Muhlhausen", Some("muehlhausen")),
            ("MÜLHAUSEN", Some("muehlhausen")),
            ("Mühlhausen/Thüringen", Some("muehlhausen")),
            ("muehl", Some("muehlhausen")),
            ("langensalza", Some("bad-langensalza")),
            ("langensaltza", Some("bad-langensalza")),
            ("bad", Some("bad-langensalza")),
            ("bad_langensalza", Some("bad-langensalza")),
            ("Worbis", Some("leinefelde-worbis")),
            ("Leinefelde", Some("leinefelde-worbis")),
            ("Sommerda", Some("soemmerda")),
            ("Sondershasuen", Some("sondershausen")),
            ("Frankenhausen", Some("bad-frankenhausen")),
            ("Kassel", None),
            ("Erfurt", None),
            ("ba", None),
            ("hausen", None),
            ("???", None),
            ("", None),
        ];
        for (word, expected) in cases {
            assert_eq!(nearest(word, CITIES), expected, "{word}");
        }
    }

    #[test]
    fn misspelled_keys_are_found() {
        let cases = [
            ("titel", Some("title")),
            ("Titel", Some("title")),
            ("host", Some("hosts")),
            ("dat", Some("date")),
            ("datum", None),
            ("date_text", Some("date-text")),
            ("end-datum", Some("end-date")),
            ("enddate", Some("end-date")),
            ("member_since", Some("member-since")),
            ("since", Some("member-since")),
            ("i", None),
            ("ib", None),
            ("colour", None),
        ];
        for (word, expected) in cases {
            assert_eq!(nearest(word, KEYS), expected, "{word}");
        }
    }

    #[test]
    fn equally_near_names_are_settled_without_regard_to_order() {
        assert_eq!(nearest("bat", ["cat", "bar", "rat"]), Some("bar"));
        assert_eq!(nearest("bat", ["rat", "bar", "cat"]), Some("bar"));
        assert_eq!(nearest("Köln", ["koeln", "Köln", "Koln"]), Some("Köln"));
        assert_eq!(nearest("koelm", &[String::from("koeln")]), Some("koeln"));
    }

    #[test]
    fn names_fall_into_runs() {
        assert_eq!(runs("a-b-c").collect::<Vec<_>>(), ["a", "a-b", "a-b-c", "b", "b-c", "c"]);
        assert_eq!(["Köln", "koeln", "KOLN"].map(fold), ["koln", "koln", "koln"]);
    }

    proptest! {
        #[test]
        fn the_nearest_is_a_candidate_in_any_order(
            word in "\\PC{0,12}",
            names in vec("[a-zäöü -]{0,9}", 0..8),
        ) {
            let found = nearest(&word, &names);
            prop_assert!(found.is_none_or(|name| names.iter().any(|known| known == name)));
            prop_assert_eq!(nearest(&word, names.iter().rev()), found);
        }

        #[test]
        fn a_known_name_is_its_own_nearest(names in vec("[a-zäöü]{1,9}", 1..8)) {
            for name in &names {
                prop_assert_eq!(nearest(name, &names), Some(name.as_str()));
            }
        }
    }
}
