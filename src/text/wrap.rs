//! Words broken into lines.

use textwrap::{Options, WordSeparator, WordSplitter, WrapAlgorithm};

/// `words` in lines of `width` columns; a longer word stands alone and whole.
pub fn wrap(words: &str, width: usize) -> Vec<String> {
    let options = Options::new(width)
        .break_words(false)
        .word_separator(WordSeparator::AsciiSpace)
        .word_splitter(WordSplitter::NoHyphenation)
        .wrap_algorithm(WrapAlgorithm::FirstFit);
    words.split('\n').flat_map(|line| textwrap::wrap(line, &options)).map(Into::into).collect()
}

/// The same with each line as far to the right as it was; lines that fit stay as they are.
pub fn wrap_indented(words: &str, width: usize) -> String {
    let mut text = String::new();
    for line in words.split_inclusive('\n') {
        let (bare, end) = line.strip_suffix('\n').map_or((line, ""), |bare| (bare, "\n"));
        if textwrap::core::display_width(bare) <= width {
            text.push_str(line);
            continue;
        }
        let rest = bare.trim_start_matches(' ');
        let indent = &bare[..bare.len() - rest.len()];
        let lines = wrap(rest, width.saturating_sub(indent.len()).max(1));
        let lines: Vec<String> = lines.iter().map(|line| format!("{indent}{line}")).collect();
        text.extend([&lines.join("\n"), end]);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::wrap_indented;

    #[test]
    fn lines_break_between_words_and_keep_their_place() {
        let cases = [
            ("eins zwei drei\n", 9, "eins zwei\ndrei\n"),
            ("  eins zwei drei", 11, "  eins zwei\n  drei"),
            ("a   b\n\nc", 5, "a   b\n\nc"),
            ("lang-und-am-stück da", 6, "lang-und-am-stück\nda"),
        ];
        for (words, width, expected) in cases {
            assert_eq!(wrap_indented(words, width), expected);
        }
    }
}
