//! Free text as paragraphs.

use std::collections::HashMap;

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

/// What stands before an item of a list that is not counted.
const MARKS: [char; 9] = ['-', '*', '+', '–', '—', '•', '·', '▪', '‣'];

/// Which lines begin like an item of a list: with a mark, or with a number or letter that counts on
/// from an item before it. "1. Mai" at the beginning of a line is no item, for nothing counts on.
fn items(lines: &[&str]) -> Vec<bool> {
    let bullet = |line: &&str| line.strip_prefix(MARKS).is_some_and(|rest| rest.starts_with(' '));
    let mut items: Vec<bool> = lines.iter().map(bullet).collect();
    // The last line that was counted in each way.
    let mut last: HashMap<String, (usize, u32)> = HashMap::new();
    for (at, line) in lines.iter().enumerate() {
        for (way, number) in counted(line) {
            // "1.1" goes on from "1.".
            let outer = way.strip_suffix('.').and_then(|outer| outer.parse::<u32>().ok());
            let before = last.get(&way).filter(|(_, count)| count.checked_add(1) == Some(number));
            let begins = || last.get(".").filter(|(_, count)| number == 1 && outer == Some(*count));
            if let Some((before, _)) = before.or_else(begins) {
                items[*before] = true;
                items[at] = true;
            }
            last.insert(way, (at, number));
        }
    }
    items
}

/// Small Roman numbers, from one on.
const ROMAN: [&str; 12] =
    ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];

/// The numbers that a line may begin with, each with the way in which it is counted: "1." and "2)" and
/// "a)" and "ii." and "1.1".
fn counted(line: &str) -> Vec<(String, u32)> {
    let Some(head) = line.split_whitespace().next().filter(|head| head.len() < line.len()) else {
        return Vec::new();
    };
    let is_number =
        |part: &str| (1..=2).contains(&part.len()) && part.bytes().all(|it| it.is_ascii_digit());
    let whole = head.strip_suffix('.').unwrap_or(head);
    if let Some((outer, inner)) = whole.rsplit_once('.') {
        let is_all = outer.split('.').chain([inner]).all(is_number);
        let number = inner.parse().ok().filter(|_| is_all);
        return number.map(|number| (format!("{outer}."), number)).into_iter().collect();
    }
    let Some(mark) = head.chars().next_back().filter(|mark| ".)".contains(*mark)) else {
        return Vec::new();
    };
    let number = head.trim_end_matches(mark).trim_start_matches('(');
    if is_number(number) && !(number.len() == 2 && number.starts_with('0')) {
        return number.parse().ok().map(|number| (mark.to_string(), number)).into_iter().collect();
    }
    let folded = number.to_lowercase();
    let case = if folded == number { 'a' } else { 'A' };
    let letter = match folded.as_bytes() {
        [letter @ b'a'..=b'z'] => Some((format!("{case}{mark}"), u32::from(*letter))),
        _ => None,
    };
    let roman = ROMAN.iter().zip(1..).find(|(roman, _)| **roman == folded);
    let roman = roman.map(|(_, number)| (format!("{case}i{mark}"), number));
    letter.into_iter().chain(roman).collect()
}

#[cfg(test)]
mod tests {
    use super::paragraphs;

    #[test]
    fn line_ends_are_spaces_and_empty_lines_part() {
        let cases: [(&str, &[&str]); 19] = [
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
            ("A. up\nB. down", &["A. up", "B. down"]),
            ("i. up\nii. down\niii. out", &["i. up", "ii. down", "iii. out"]),
            ("1. up\n1.1 left\n1.2 right\n2. down", &["1. up", "1.1 left", "1.2 right", "2. down"]),
            ("1.1. up\n1.2. down", &["1.1. up", "1.2. down"]),
            ("+ up\n+ down\n+5 more", &["+ up", "+ down +5 more"]),
            ("on\n3.5. and\n4.7. there", &["on 3.5. and 4.7. there"]),
            ("as\ni. said\nii", &["as i. said ii"]),
            ("from\n1. May to\n3. May", &["from 1. May to 3. May"]),
            ("see (item\na) and 1.\n2. more", &["see (item a) and 1. 2. more"]),
        ];
        for (text, expected) in cases {
            assert_eq!(paragraphs(text), expected, "{text}");
        }
    }
}
