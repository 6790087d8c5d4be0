//! Free text as paragraphs.

/// Cuts free text into paragraphs of one line each.
///
/// People break lines where their editor ends, so a single line end is a space, and an empty line
/// parts paragraphs. A line that begins like an item of a list keeps its place.
pub fn paragraphs(text: &str) -> Vec<String> {
    let mut paragraphs: Vec<String> = Vec::new();
    let mut joins = false;
    for line in text.lines().map(str::trim) {
        let is_item = ["- ", "* ", "– ", "• "].iter().any(|mark| line.starts_with(mark));
        match paragraphs.last_mut() {
            _ if line.is_empty() => {}
            Some(paragraph) if joins && !is_item => paragraph.extend([" ", line]),
            _ => paragraphs.push(line.to_owned()),
        }
        joins = !line.is_empty();
    }
    paragraphs
}

#[cfg(test)]
mod tests {
    use super::paragraphs;

    #[test]
    fn line_ends_are_spaces_and_empty_lines_part() {
        let cases: [(&str, &[&str]); 6] = [
            ("", &[]),
            (" \n\t\n", &[]),
            ("one\n  line", &["one line"]),
            ("one\n\n \ntwo\nlines\n", &["one", "two lines"]),
            ("Bring:\n- boots\n- a\n  coat", &["Bring:", "- boots", "- a coat"]),
            ("no-\nlist -1", &["no- list -1"]),
        ];
        for (text, expected) in cases {
            assert_eq!(paragraphs(text), expected, "{text}");
        }
    }
}
