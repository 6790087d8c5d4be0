//! Where lines may end, besides between words.

/// The most letters of a word without signs: it can be hyphenated.
const LONGEST_WORD: usize = 60;

/// The most letters and signs of anything else that stands together, such as an address.
const LONGEST_ADDRESS: usize = 32;

/// Words in one line: line ends and tabs are spaces, and what is too long for a narrow column can be
/// broken between its parts.
pub(super) fn tidy(words: &str) -> String {
    let words = in_one_line(words);
    if words.split(' ').all(is_breakable) {
        return words;
    }
    words.split(' ').map(breakable).collect::<Vec<_>>().join(" ")
}

/// Words in one line, and nothing else.
pub(super) fn in_one_line(words: &str) -> String {
    // A byte order mark is no text, and files to be kept may not hold it.
    words.replace('\u{feff}', "").replace(|character: char| character.is_control(), " ")
}

fn is_breakable(word: &str) -> bool {
    // Most words are short in bytes already.
    let is_short = |part: &str| {
        let is_word = part.chars().all(char::is_alphabetic);
        part.chars().count() <= if is_word { LONGEST_WORD } else { LONGEST_ADDRESS }
    };
    word.len() <= LONGEST_ADDRESS || word.split('\u{200b}').all(is_short)
}

fn breakable(word: &str) -> String {
    if is_breakable(word) { word.to_owned() } else { every_eighth(word) }
}

/// `word` with places at which a line can end: after its signs, and after every eighth letter.
fn every_eighth(word: &str) -> String {
    let mut breakable = String::with_capacity(word.len() * 2);
    for (at, character) in word.chars().enumerate() {
        breakable.push(character);
        if at % 8 == 7 || character.is_ascii_punctuation() {
            breakable.push('\u{200b}');
        }
    }
    breakable
}

/// The most letters and digits that stand together in a narrow cell.
const LONGEST_IN_CELL: usize = 10;

/// Words for a narrow cell, in which a line can also end after a sign within a word.
pub(super) fn narrow(words: &str) -> String {
    let words = in_one_line(words);
    if words.split(' ').all(|word| word.len() <= LONGEST_IN_CELL) {
        return words;
    }
    words.split(' ').map(breakable_at_signs).collect::<Vec<_>>().join(" ")
}

fn breakable_at_signs(word: &str) -> String {
    if word.chars().count() <= LONGEST_IN_CELL {
        return word.to_owned();
    }
    let mut breakable = String::with_capacity(word.len() * 2);
    for piece in word.split_inclusive(|character: char| character.is_ascii_punctuation()) {
        let letters = piece.trim_end_matches(|character: char| character.is_ascii_punctuation());
        // Words are hyphenated; anything else is not.
        let is_word = letters.chars().all(char::is_alphabetic);
        if is_breakable(letters) && (is_word || letters.chars().count() <= LONGEST_IN_CELL) {
            breakable.push_str(letters);
        } else {
            breakable.push_str(&every_eighth(letters));
        }
        let sign = &piece[letters.len()..];
        breakable.push_str(sign);
        // Neither a bracket nor a quotation mark stands alone at the end of a line.
        if !letters.is_empty() && !sign.is_empty() && !"([{'\"".contains(sign) {
            breakable.push('\u{200b}');
        }
    }
    breakable.trim_end_matches('\u{200b}').to_owned()
}
