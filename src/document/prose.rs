//! Free text as paragraphs.

/// Cuts free text into paragraphs of one line each.
///
/// People break lines where their editor ends, so a single line end is a space, and an empty line
/// parts paragraphs. A line that begins like an item of a list keeps its place.
pub fn paragraphs(text: &str) -> Vec<String> {
    let mut paragraphs: Vec<String> = Vec::new();
    let mut joins = false;
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let items = items(&lines);
    for (line, is_item) in lines.into_iter().zip(items) {
        match paragraphs.last_mut() {
            _ if line.is_empty() => {}
            Some(paragraph) if joins && !is_item => paragraph.extend([" ", line]),
            _ => paragraphs.push(line.to_owned()),
        }
        joins = !line.is_empty();
    }
    paragraphs
}

/// Which lines begin like an item of a list: with a mark, or with a number or letter that counts on
/// from the item before it. "1. Mai" at the beginning of a line is no item, for nothing counts on.
fn items(lines: &[&str]) -> Vec<bool> {
    let bullet = |line: &&str| ["- ", "* ", "– ", "• "].iter().any(|mark| line.starts_with(mark));
    let mut items: Vec<bool> = lines.iter().map(bullet).collect();
    let mut last: Option<(usize, (char, u32))> = None;
    for (at, line) in lines.iter().enumerate() {
        let Some((mark, number)) = counted(line) else { continue };
        if let Some((before, (same, count))) = last
            && mark == same
            && count.checked_add(1) == Some(number)
        {
            items[before] = true;
            items[at] = true;
        }
        last = Some((at, (mark, number)));
    }
    items
}

/// The number that a line begins with, and what kind of number it is: "1." and "2)" and "a)".
fn counted(line: &str) -> Option<(char, u32)> {
    let head = line.split_whitespace().next().filter(|head| head.len() < line.len())?;
    let mark = head.chars().next_back().filter(|mark| ".)".contains(*mark))?;
    let number = head.trim_end_matches(mark).trim_start_matches('(');
    match number.as_bytes() {
        [letter @ b'a'..=b'z'] if mark == ')' => Some(('a', u32::from(*letter))),
        [b'0'..=b'9'] | [b'1'..=b'9', b'0'..=b'9'] => Some((mark, number.parse().ok()?)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::paragraphs;

    #[test]
    fn line_ends_are_spaces_and_empty_lines_part() {
        let cases: [(&str, &[&str]); 12] = [
            ("", &[]),
            (" \n\t\n", &[]),
            ("one\n  line", &["one line"]),
            ("one\n\n \ntwo\nlines\n", &["one", "two lines"]),
            ("Bring:\n- boots\n- a\n  coat", &["Bring:", "- boots", "- a coat"]),
            ("no-\nlist -1", &["no- list -1"]),
            ("Steps:\n1. up\n2. down\n   again", &["Steps:", "1. up", "2. down again"]),
            ("1) up\n2) down", &["1) up", "2) down"]),
            ("a) up\nb) down\n(c) out", &["a) up", "b) down", "(c) out"]),
            ("9. up\n\n10. down", &["9. up", "10. down"]),
            ("from\n1. May to\n3. May", &["from 1. May to 3. May"]),
            ("see (item\na) and 1.\n2. more", &["see (item a) and 1. 2. more"]),
        ];
        for (text, expected) in cases {
            assert_eq!(paragraphs(text), expected, "{text}");
        }
    }
}
