//! Slugs: the form of every id, `bad-langensalza`.

use std::collections::HashMap;

use deunicode::deunicode_char;

/// Makes a slug: lower-case ASCII letters, digits and single hyphens, none at either end.
///
/// Umlauts are written out the German way (`ä` → `ae`, `ß` → `ss`), other scripts and accents by
/// sound (`é` → `e`); apostrophes vanish, everything else becomes a hyphen. Text without letters or
/// digits gives an empty string, so ask [`is_slug`] before using the answer as an id.
pub fn slug(text: &str) -> String {
    let mut slug = String::with_capacity(text.len());
    let mut gap = false;
    for character in text.chars() {
        let ascii = match character {
            'ä' | 'Ä' => "ae",
            'ö' | 'Ö' => "oe",
            'ü' | 'Ü' => "ue",
            'ß' | 'ẞ' => "ss",
            // Text from macOS often holds an umlaut as a letter with a combining mark.
            '\u{308}' if !gap && slug.ends_with(['a', 'o', 'u']) => "e",
            // Without this the section sign would read as the letters SS.
            '§' => " ",
            // Soft hyphens, joiners and marks of order stand inside words without being seen.
            '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' => "",
            _ => deunicode_char(character).unwrap_or(" "),
        };
        for letter in ascii.chars() {
            if letter.is_ascii_alphanumeric() {
                if gap && !slug.is_empty() {
                    slug.push('-');
                }
                gap = false;
                slug.push(letter.to_ascii_lowercase());
            } else if !matches!(letter, '\'' | '`') {
                gap = true;
            }
        }
    }
    slug
}

/// Whether the text is a slug as [`slug()`] makes it, and not empty.
pub fn is_slug(text: &str) -> bool {
    text.split('-').all(|part| {
        !part.is_empty()
            && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
    })
}

/// Keys of things that are called alike, told apart by numbers. It remembers how far it has come, so that
/// thousands of the same name cost no more than thousands of others; what was taken once must stay so.
#[derive(Debug, Default)]
pub struct Numbers(HashMap<String, u32>);

impl Numbers {
    /// The first of `first`, `first-2`, `first-3` and so on that nothing has.
    pub fn free(&mut self, first: &str, is_taken: impl Fn(&str) -> bool) -> String {
        let last = self.0.get(first).copied();
        if last.is_none() && !is_taken(first) {
            self.0.insert(first.to_owned(), 1);
            return first.to_owned();
        }
        let mut number = last.unwrap_or(1);
        loop {
            number = number.saturating_add(1);
            let key = format!("{first}-{number}");
            if number == u32::MAX || !is_taken(&key) {
                self.0.insert(first.to_owned(), number);
                return key;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::{prop_assert, prop_assert_eq, proptest};

    use super::{is_slug, slug};

    #[test]
    fn slugs_are_german_and_plain() {
        let cases = [
            ("Bad Langensalza", "bad-langensalza"),
            ("Mühlhausen/Thüringen", "muehlhausen-thueringen"),
            ("Bad Frankenhausen / Kyffhäuser", "bad-frankenhausen-kyffhaeuser"),
            ("Bürgermeister-Schönau-Platz 1", "buergermeister-schoenau-platz-1"),
            ("ÄÖÜ GROẞ größer", "aeoeue-gross-groesser"),
            ("Mu\u{308}hlhausen A\u{308}u", "muehlhausen-aeu"),
            ("Cafe\u{301} Čapek Łódź Øre", "cafe-capek-lodz-ore"),
            ("Stand\u{ad}ort", "standort"),
            ("Hans’ Laden, d'Artagnan", "hans-laden-dartagnan"),
            ("  --test_-_cool -- ", "test-cool"),
            ("500 Jahre Bauernkrieg 2025", "500-jahre-bauernkrieg-2025"),
            ("§ 3 Abs. 2", "3-abs-2"),
            ("09:30–10:00 Uhr", "09-30-10-00-uhr"),
            ("Объект", "obekt"),
            ("../../etc/passwd", "etc-passwd"),
            ("\u{e000}\u{0}", ""),
            ("…?!", ""),
            ("", ""),
        ];
        for (text, expected) in cases {
            assert_eq!(slug(text), expected, "{text}");
        }
    }

    #[test]
    fn slugs_are_told_from_other_text() {
        for text in ["a", "4", "bad-langensalza", "2024-04-koeln-dresden"] {
            assert!(is_slug(text), "{text}");
        }
        for text in ["", "-", "-a", "a-", "a--b", "A", "ä", "a b", "a_b", "a/b", "a\n", "a.", "٣"]
        {
            assert!(!is_slug(text), "{text}");
        }
    }

    proptest! {
        #[test]
        fn every_slug_is_one_and_stays(text: String) {
            let once = slug(&text);
            prop_assert!(once.is_empty() || is_slug(&once));
            prop_assert_eq!(slug(&once), once);
        }

        #[test]
        fn what_is_a_slug_is_its_own(text in "[a-c-]{0,6}") {
            prop_assert_eq!(is_slug(&text), !text.is_empty() && slug(&text) == text);
        }
    }
}
