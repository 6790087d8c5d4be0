//! Words of others on a screen: nothing in them moves the cursor, changes colours or hides anything.

/// `words` with a mark in the place of every character that a terminal would obey or that turns the
/// direction of what follows (Unicode Technical Report 36, 2.5.3); line ends and tabs stay.
pub fn visible(words: &str) -> String {
    let is_obeyed = |letter: char| {
        (letter.is_control() && !matches!(letter, '\n' | '\t'))
            || matches!(
                letter,
                '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{2028}' | '\u{2029}'
                    | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
            )
    };
    words.chars().map(|letter| if is_obeyed(letter) { '\u{fffd}' } else { letter }).collect()
}

#[cfg(test)]
mod tests {
    use super::visible;

    #[test]
    fn nothing_is_obeyed() {
        assert_eq!(visible("a\u{1b}[2Jb\rc\n\td"), "a\u{fffd}[2Jb\u{fffd}c\n\td");
        assert_eq!(visible("x\u{202e}y\u{9b}z"), "x\u{fffd}y\u{fffd}z");
        assert_eq!(visible("Grüße – 東京"), "Grüße – 東京");
    }
}
