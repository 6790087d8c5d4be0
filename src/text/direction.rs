//! The direction in which words are read.

/// Whether a paragraph is read from right to left: its first letter decides (Unicode Bidirectional
/// Algorithm, rules P2 and P3).
pub fn is_right_to_left(words: &str) -> bool {
    words.chars().find_map(direction).unwrap_or(false)
}

/// Words in pieces of one direction, each with whether it is read from right to left.
///
/// What has no direction of its own (spaces, digits, marks) goes with the letters around it if they
/// agree, else with the paragraph, which is read from right to left if `base` says so.
pub fn pieces(words: &str, base: bool) -> Vec<(bool, &str)> {
    // The direction of the letter that comes next, seen from each character.
    let mut next = base;
    let mut ahead: Vec<bool> = words
        .chars()
        .rev()
        .map(|character| {
            next = direction(character).unwrap_or(next);
            next
        })
        .collect();
    ahead.reverse();
    let mut pieces: Vec<(bool, &str)> = Vec::new();
    let (mut before, mut start) = (base, 0);
    for ((at, character), after) in words.char_indices().zip(ahead) {
        before = direction(character).unwrap_or(before);
        let here = if before == after { after } else { base };
        let end = at + character.len_utf8();
        match pieces.last_mut() {
            Some((direction, piece)) if *direction == here => *piece = &words[start..end],
            _ => {
                start = at;
                pieces.push((here, &words[start..end]));
            }
        }
    }
    pieces
}

/// Whether a letter is read from right to left; none for what is no letter.
fn direction(character: char) -> Option<bool> {
    let is_right_to_left = matches!(u32::from(character),
        0x0590..=0x08ff | 0xfb1d..=0xfdff | 0xfe70..=0xfefe | 0x1_0800..=0x1_0fff | 0x1_e800..=0x1_efff
    );
    character.is_alphabetic().then_some(is_right_to_left)
}

#[cfg(test)]
mod tests {
    use super::{is_right_to_left, pieces};

    #[test]
    fn the_first_letter_decides() {
        let cases = [
            ("", false),
            ("12:30", false),
            ("Markt", false),
            ("שלום", true),
            ("12 „مرحبا“ Markt", true),
            ("Markt שלום", false),
            ("🎉 שלום", true),
        ];
        for (words, expected) in cases {
            assert_eq!(is_right_to_left(words), expected, "{words}");
        }
    }

    #[test]
    fn pieces_have_one_direction() {
        type Case = (&'static str, bool, &'static [(bool, &'static str)]);
        let cases: [Case; 7] = [
            ("", false, &[]),
            ("12 – 14", true, &[(true, "12 – 14")]),
            ("Saal 4", false, &[(false, "Saal 4")]),
            ("im (שלום) da", false, &[(false, "im ("), (true, "שלום"), (false, ") da")]),
            ("שלום Saal 4, אב", true, &[(true, "שלום "), (false, "Saal"), (true, " 4, אב")]),
            ("שלום 4", false, &[(true, "שלום"), (false, " 4")]),
            ("„שלום אב“ x", false, &[(false, "„"), (true, "שלום אב"), (false, "“ x")]),
        ];
        for (words, base, expected) in cases {
            assert_eq!(pieces(words, base), expected, "{words}");
        }
    }
}
