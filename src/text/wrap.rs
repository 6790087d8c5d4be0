//! Words broken into lines.

use textwrap::{Options, WordSeparator, WordSplitter, WrapAlgorithm};

/// `words` in lines of `width` columns; a longer word stands alone and whole.
pub fn wrap(words: &str, width: usize) -> Vec<String> {
    let options = options(width);
    words.split('\n').flat_map(|line| textwrap::wrap(line, &options)).map(Into::into).collect()
}

fn options<'o>(width: usize) -> Options<'o> {
    Options::new(width)
        .break_words(false)
        .word_separator(WordSeparator::AsciiSpace)
        .word_splitter(WordSplitter::NoHyphenation)
        .wrap_algorithm(WrapAlgorithm::FirstFit)
}

/// The columns that `words` take on a terminal.
pub fn columns(words: &str) -> usize {
    textwrap::core::display_width(words)
}

/// `words` as lines of `width` columns, of which all but the first stand `indent` columns to the right.
pub fn wrap_hanging(words: &str, width: usize, indent: usize) -> String {
    let rest = words.trim_start_matches(' ');
    let (begin, indent) = (&words[..words.len() - rest.len()], " ".repeat(indent));
    let options = options(width).initial_indent(begin).subsequent_indent(&indent);
    textwrap::fill(rest, options)
}

/// The same with each line as far to the right as it was; lines that fit stay as they are.
pub fn wrap_indented(words: &str, width: usize) -> String {
    let mut text = String::new();
    for line in words.split_inclusive('\n') {
        let (bare, end) = line.strip_suffix('\n').map_or((line, ""), |bare| (bare, "\n"));
        if columns(bare) <= width {
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
