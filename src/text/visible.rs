//! Words of others on a screen: nothing in them moves the cursor, changes colours or hides anything.

/// The most characters that are shown of words that somebody else made: nobody reads more.
const LONGEST: usize = 1_000;

/// `words` with a mark in the place of every character that a terminal would obey or that turns the
/// direction of what follows (Unicode Technical Report 36, 2.5.3); line ends and tabs stay.
pub fn visible(words: &str) -> String {
    words.chars().map(|letter| if is_obeyed(letter) { '\u{fffd}' } else { letter }).collect()
}

/// The same in one line, as names of files and commands are shown.
pub fn visible_line(words: &str) -> String {
    if words.bytes().all(|byte| byte.is_ascii_graphic()) {
        return words.to_owned();
    }
    visible(words).replace(['\n', '\t'], "\u{fffd}")
}

/// The same, and no more of it than can be read.
pub fn brief(words: &str) -> String {
    match words.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", visible(&words[..end])),
        None => visible(words),
    }
}

/// The same in as many bytes, so that places in `words` stay where they are.
pub fn visible_in_place(words: &str) -> String {
    let mark = |letter: char| match letter.len_utf8() {
        _ if !is_obeyed(letter) => letter,
        1 => '?',
        2 => '·',
        _ => '\u{fffd}',
    };
    words.chars().map(mark).collect()
}

/// The same of words among which are our own, with their colours: only changes of colour stay (ECMA-48,
/// 8.3.117).
pub fn coloured(words: &str) -> String {
    let mut shown = String::new();
    for (number, part) in words.split('\u{1b}').enumerate() {
        let parameters = |c: char| c.is_ascii_digit() || c == ';';
        let colour = part.strip_prefix('[').map(|rest| rest.trim_start_matches(parameters));
        if number > 0 {
            let is_colour = colour.is_some_and(|rest| rest.starts_with('m'));
            shown.push(if is_colour { '\u{1b}' } else { '\u{fffd}' });
        }
        shown.push_str(&visible(part));
    }
    shown
}

/// Whether a terminal obeys `letter`, or what follows is read in another direction.
pub fn is_obeyed(letter: char) -> bool {
    (letter.is_control() && !matches!(letter, '\n' | '\t'))
        || matches!(
            letter,
            '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{2028}' | '\u{2029}'
                | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
        )
}

#[cfg(test)]
mod tests {
    use super::{brief, coloured, visible, visible_in_place};

    #[test]
    fn nothing_is_obeyed() {
        assert_eq!(visible("a\u{1b}[2Jb\rc\n\td"), "a\u{fffd}[2Jb\u{fffd}c\n\td");
        assert_eq!(visible("x\u{202e}y\u{9b}z"), "x\u{fffd}y\u{fffd}z");
        assert_eq!(visible("Grüße – 東京"), "Grüße – 東京");
        assert_eq!(brief(&"ä".repeat(2000)).chars().count(), 1001);
    }

    #[test]
    fn places_stay_where_they_are() {
        let words = "a\u{1b}ü\u{9b}\u{202e}\u{61c}b";
        assert_eq!(visible_in_place(words), "a?ü·\u{fffd}·b");
        assert_eq!(visible_in_place(words).len(), words.len());
    }

    #[test]
    fn only_colours_are_obeyed() {
        assert_eq!(coloured("\u{1b}[1;31mrot\u{1b}[0m\n"), "\u{1b}[1;31mrot\u{1b}[0m\n");
        assert_eq!(
            coloured("\u{1b}[2Ja\u{1b}]0;x\u{7}\u{1b}[31"),
            "\u{fffd}[2Ja\u{fffd}]0;x\u{fffd}\u{fffd}[31"
        );
    }
}
