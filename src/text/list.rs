//! Enumerations in a sentence: "Apolda, Gotha und Eisenach".

use std::fmt::Display;

use super::language::Language;

/// Joins items with commas and a closing "und" or "and".
///
/// There is no comma before the conjunction, in neither language. No item gives an empty string.
pub fn and(items: impl IntoIterator<Item: Display>, language: Language) -> String {
    let conjunction = match language {
        Language::German => "und",
        Language::English => "and",
    };
    join(items, conjunction)
}

/// Joins items with commas and a closing "oder" or "or".
///
/// There is no comma before the conjunction, in neither language. No item gives an empty string.
pub fn or(items: impl IntoIterator<Item: Display>, language: Language) -> String {
    let conjunction = match language {
        Language::German => "oder",
        Language::English => "or",
    };
    join(items, conjunction)
}

fn join(items: impl IntoIterator<Item: Display>, conjunction: &str) -> String {
    let mut items = items.into_iter().map(|item| item.to_string());
    let Some(mut sentence) = items.next() else {
        return String::new();
    };
    let mut items = items.peekable();
    while let Some(item) = items.next() {
        if items.peek().is_some() {
            sentence.push_str(", ");
        } else {
            sentence.extend([" ", conjunction, " "]);
        }
        sentence.push_str(&item);
    }
    sentence
}

#[cfg(test)]
mod tests {
    use super::Language::{English, German};
    use super::{and, or};

    #[test]
    fn items_are_joined_as_in_a_sentence() {
        let cases: [(&[&str], &str, &str); 4] = [
            (&[], "", ""),
            (&["Gotha"], "Gotha", "Gotha"),
            (&["Gotha", "Apolda"], "Gotha und Apolda", "Gotha or Apolda"),
            (
                &["Gotha", "Apolda", "Bern", "Ulm"],
                "Gotha, Apolda, Bern und Ulm",
                "Gotha, Apolda, Bern or Ulm",
            ),
        ];
        for (items, all, any) in cases {
            assert_eq!(and(items, German), all);
            assert_eq!(or(items, English), any);
        }
        assert_eq!(or(["a", "b"], German), "a oder b");
        assert_eq!(and(["a", "b", "c"], English), "a, b and c");
    }

    #[test]
    fn anything_that_can_be_shown_can_be_listed() {
        assert_eq!(and(vec![String::from("a"), String::from("b")], German), "a und b");
        assert_eq!(or(1..=3, German), "1, 2 oder 3");
        assert_eq!(and(["a", "b"].iter().map(|name| format!("`{name}`")), English), "`a` and `b`");
    }

    #[test]
    fn empty_items_keep_their_place() {
        assert_eq!(and(["", "b"], German), " und b");
    }
}
