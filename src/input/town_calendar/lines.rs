//! The content lines of a calendar: unfolded, each with its place (RFC 5545, 3.1).

use std::borrow::Cow;
use std::ops::Range;

/// A line, with those that continue it.
#[derive(Clone, Debug)]
pub(in crate::input) struct ContentLine<'a> {
    /// Its bytes in the file, without the last line end.
    pub(in crate::input) range: Range<usize>,
    text: &'a str,
}

/// The lines of `text` that are not blank.
pub(in crate::input) fn lines(text: &str) -> impl Iterator<Item = ContentLine<'_>> {
    let mut next = 0;
    let all = std::iter::from_fn(move || {
        let start = next;
        if start >= text.len() {
            return None;
        }
        loop {
            next = text[next..].find('\n').map_or(text.len(), |newline| next + newline + 1);
            if !text[next..].starts_with([' ', '\t']) {
                break;
            }
        }
        let text = text[start..next].trim_end_matches(['\r', '\n']);
        Some(ContentLine { range: start..start + text.len(), text })
    });
    all.filter(|line| !line.text.trim().is_empty())
}

impl<'a> ContentLine<'a> {
    /// The line unfolded: line ends are left out, each with the white space that follows it.
    pub(in crate::input) fn content(&self) -> Cow<'a, str> {
        if !self.text.contains('\n') {
            return Cow::Borrowed(self.text);
        }
        let mut parts = self.text.split('\n').map(|part| part.strip_suffix('\r').unwrap_or(part));
        let first = parts.next().unwrap_or_default().to_owned();
        Cow::Owned(parts.fold(first, |content, part| content + part.get(1..).unwrap_or_default()))
    }

    /// The name in capitals, and what follows the first colon that is not quoted; none if this is no
    /// content line.
    pub(in crate::input) fn name_and_value(&self) -> Option<(String, String)> {
        let content = self.content();
        let (head, value) = halves(&content)?;
        let name = head.split(';').next().unwrap_or_default();
        let is_name = |c: char| c.is_ascii_alphanumeric() || c == '-';
        let named = !name.is_empty() && name.chars().all(is_name);
        named.then(|| (name.to_ascii_uppercase(), value.to_owned()))
    }

    /// The value of a parameter, without quotes.
    pub(in crate::input) fn parameter(&self, name: &str) -> Option<String> {
        let content = self.content();
        let (head, _) = halves(&content)?;
        let mut parameters = unquoted(head, ';').filter_map(|part| part.split_once('='));
        let (_, value) = parameters.find(|(key, _)| key.trim().eq_ignore_ascii_case(name))?;
        Some(value.trim().trim_matches('"').to_owned())
    }

    /// Whether it has this name.
    pub(in crate::input) fn is(&self, name: &str) -> bool {
        self.name_and_value().is_some_and(|(found, _)| found == name)
    }
}

/// What is before and after the first colon that is not quoted, else after the first one.
fn halves(content: &str) -> Option<(&str, &str)> {
    let head = unquoted(content, ':').next()?;
    match content.get(head.len() + 1..) {
        Some(value) => Some((head, value)),
        None => content.split_once(':'),
    }
}

/// The parts of `words` between separators that are not quoted.
fn unquoted(words: &str, separator: char) -> impl Iterator<Item = &str> {
    let mut quoted = false;
    words.split(move |c: char| {
        quoted ^= c == '"';
        c == separator && !quoted
    })
}

#[cfg(test)]
mod tests {
    use super::lines;

    #[test]
    fn folded_lines_are_one_and_keep_their_place() {
        let text = "A:1\r\n\r\nB;X=\"y\":Stadt\r\n fe\r\n\tst\r\nC:\n 2";
        let found: Vec<_> = lines(text).map(|line| (line.range.clone(), line.content())).collect();
        let contents: Vec<&str> = found.iter().map(|(_, content)| content.as_ref()).collect();
        assert_eq!(contents, ["A:1", "B;X=\"y\":Stadtfest", "C:2"]);
        assert_eq!(&text[found[1].0.clone()], "B;X=\"y\":Stadt\r\n fe\r\n\tst");
    }

    #[test]
    fn a_character_that_was_broken_is_no_danger() {
        let line = lines("A:x\n ä").next().unwrap();
        assert_eq!(line.content(), "A:xä");
        assert_eq!(line.name_and_value(), Some(("A".into(), "xä".into())));
        for text in ["no colon", ":x", "Ä:x", ";a:x"] {
            assert_eq!(lines(text).next().unwrap().name_and_value(), None, "{text}");
        }
    }
}
