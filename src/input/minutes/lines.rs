//! The lines of minutes that say something to the program.
//!
//! An agreement has one form, wherever it stands: "Aufgabe: Gotha – Liste der Förderstellen – bis
//! 1.3.2027", or "Action: Gotha – list of grants – by 1 March 2027". Any dash parts it; it may stand in a
//! list, a table or bold.

use std::ops::Range;

use crate::text::Day;

/// Something that was found in minutes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// A heading of a level, with its words.
    Heading(u8, String),
    /// An agreement.
    Action(Spoken),
}

/// The parts of a line of agreement; what is not there is none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spoken {
    /// Who does something.
    pub owner: Option<String>,
    /// What.
    pub what: Option<String>,
    /// Until when, if the line means to say so.
    pub due: Option<String>,
}

/// What an agreement begins with.
const SIGNS: [&str; 2] = ["aufgabe", "action"];

/// The same of several. Where no agreement follows, it is the beginning of a list.
const PLURALS: [&str; 2] = ["aufgaben", "actions"];

/// What stands before the day until when.
const UNTIL: [&str; 6] = ["bis zum ", "bis ", "by ", "until ", "due ", "fällig "];

/// What parts the parts, with a space on either side.
const DASHES: [&str; 7] = ["–", "—", "-", "--", "‒", "−", "―"];

/// The headings and agreements of `text`, each with the bytes of its lines.
pub fn read_lines(text: &str) -> Vec<(Range<usize>, Found)> {
    let mut found: Vec<(Range<usize>, Found)> = Vec::new();
    // The words of an agreement that may go on in the next line.
    let mut open: Option<(Range<usize>, String)> = None;
    let (mut fence, mut is_comment): (Option<&str>, bool) = (None, false);
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let range = at + (line.len() - line.trim_start().len())..at + line.trim_end().len();
        at += line.len();
        let bare = line.trim();
        let was_hidden = fence.is_some() || is_comment;
        match fence {
            Some(sign) if bare.starts_with(sign) => fence = None,
            None if bare.starts_with("```") => fence = Some("```"),
            None if bare.starts_with("~~~") => fence = Some("~~~"),
            Some(_) | None => {}
        }
        if fence.is_none() {
            is_comment = (is_comment || bare.contains("<!--")) && !ends_comment(bare);
        }
        if was_hidden || fence.is_some() || is_comment || bare.starts_with("<!--") {
            close(&mut open, &mut found);
            continue;
        }
        if let Some((level, words)) = heading(bare) {
            close(&mut open, &mut found);
            found.push((range, Found::Heading(level, words)));
            continue;
        }
        if bare.starts_with('|') {
            close(&mut open, &mut found);
            let cells = cells(bare).into_iter().filter_map(|cell| action(content(cell).1));
            found.extend(cells.map(|words| (range.clone(), Found::Action(spoken(words)))));
            continue;
        }
        let (is_new, content) = content(bare);
        if let Some(words) = action(content) {
            close(&mut open, &mut found);
            open = Some((range, words.to_owned()));
        } else if is_new || content.is_empty() || is_labelled(content) {
            close(&mut open, &mut found);
        } else if let Some((whole, words)) = &mut open {
            words.push(' ');
            words.push_str(content);
            whole.end = range.end;
        }
        // A line end that is meant ends what was said.
        if line.trim_end_matches(['\n', '\r']).ends_with("  ") || bare.ends_with('\\') {
            close(&mut open, &mut found);
        }
    }
    close(&mut open, &mut found);
    found
}

/// Whether the last comment of a line ends in it.
fn ends_comment(line: &str) -> bool {
    match (line.rfind("-->"), line.rfind("<!--")) {
        (Some(end), Some(begin)) => end > begin,
        (Some(_), None) => true,
        (None, _) => false,
    }
}

fn close(open: &mut Option<(Range<usize>, String)>, found: &mut Vec<(Range<usize>, Found)>) {
    if let Some((range, words)) = open.take() {
        found.push((range, Found::Action(spoken(&words))));
    }
}

/// Level and words of a heading.
fn heading(line: &str) -> Option<(u8, String)> {
    let words = line.trim_start_matches('#');
    let level = u8::try_from(line.len() - words.len()).ok().filter(|level| (1..=6).contains(level));
    let words = words.strip_prefix([' ', '\t'])?.trim().trim_end_matches('#').trim_end();
    Some((level?, plain(words)))
}

/// The lines in the cells of a row of a table.
fn cells(row: &str) -> Vec<&str> {
    let (mut cells, mut begin) = (Vec::new(), 0);
    let is_bar = |at: &usize| !row[..*at].ends_with('\\');
    for end in row.match_indices('|').map(|(at, _)| at).filter(is_bar).chain([row.len()]) {
        cells.extend(row[begin..end].split("<br>").map(str::trim));
        begin = (end + 1).min(row.len());
    }
    cells
}

/// Whether a line begins a paragraph of its own, and its words without what stands before them.
fn content(line: &str) -> (bool, &str) {
    let (mut rest, mut is_new) = (line, false);
    loop {
        let shorter = ["> ", "- ", "* ", "+ ", "[ ] ", "[x] ", "[X] "]
            .iter()
            .find_map(|mark| rest.strip_prefix(mark));
        let number = rest.trim_start_matches(|letter: char| letter.is_ascii_digit());
        let numbered = (number.len() < rest.len())
            .then(|| number.strip_prefix(". ").or_else(|| number.strip_prefix(") ")))
            .flatten();
        match shorter.or(numbered) {
            Some(shorter) => (rest, is_new) = (shorter.trim_start(), true),
            None => return (is_new, rest),
        }
    }
}

/// Whether a line says at its beginning what it is about, and so goes on with nothing: "Beschluss: …",
/// "Nächstes Treffen: …".
fn is_labelled(line: &str) -> bool {
    let bare = line.trim_start_matches(['*', '_']);
    let Some((label, rest)) = bare.split_once(':') else { return false };
    let label = label.trim_end_matches(['*', '_']);
    let is_word = |word: &str| word.chars().all(|it| it.is_alphabetic() || it == '-');
    let words: Vec<&str> = label.split(' ').collect();
    let rest = rest.trim_start_matches(['*', '_']);
    (rest.is_empty() || rest.starts_with([' ', '\u{a0}']))
        && label.starts_with(char::is_uppercase)
        && words.len() <= 3
        && words.iter().all(|word| !word.is_empty() && is_word(word))
}

/// The words behind the sign of an agreement.
fn action(line: &str) -> Option<&str> {
    let bare = line.trim_start_matches(['*', '_']);
    let behind = |sign: &str| {
        let begin = bare.get(..sign.len()).filter(|begin| begin.eq_ignore_ascii_case(sign))?;
        let rest = bare[begin.len()..].trim_start_matches(['*', '_']).trim_start();
        Some(rest.strip_prefix(':')?.trim_start_matches(['*', '_']).trim())
    };
    let of_several = || PLURALS.iter().find_map(|sign| behind(sign));
    let says_one = |words: &&str| spoken(words).what.is_some();
    SIGNS.iter().find_map(|sign| behind(sign)).or_else(|| of_several().filter(says_one))
}

/// The parts of what stands behind the sign.
fn spoken(words: &str) -> Spoken {
    let words = plain(words.trim_end_matches('\\'));
    let words: Vec<&str> = words.split_whitespace().collect();
    let mut parts: Vec<String> = words
        .split(|word| DASHES.contains(word))
        .map(|part| part.join(" "))
        .filter(|part| !part.is_empty())
        .collect();
    let mut due = None;
    if parts.len() > 2 {
        due = parts.last().and_then(|last| until(last));
        if due.is_some() {
            parts.pop();
        }
    }
    let mut parts = parts.into_iter();
    let owner = parts.next();
    let mut what = parts.collect::<Vec<_>>().join(" – ");
    if due.is_none() {
        // "… der Läden, bis 1.3.2027", "… der Läden (bis 1.3.2027)"
        let begin =
            |sign: &str| UNTIL.iter().filter_map(|word| what.rfind(&format!("{sign}{word}"))).max();
        let day = |at: usize, sign: &str| {
            let rest = what[at + sign.len()..].trim_end_matches('.').trim_end_matches(')');
            until(rest).filter(|day| Day::read(day).is_some())
        };
        let found = [", ", " ("].iter().find_map(|sign| {
            let at = begin(sign)?;
            Some((at, day(at, sign)?))
        });
        if let Some((at, day)) = found {
            what.truncate(at);
            due = Some(day);
        }
    }
    Spoken { owner, what: Some(what).filter(|what| !what.is_empty()), due }
}

/// The day that `words` mean to say until when something is to be done.
fn until(words: &str) -> Option<String> {
    let behind = UNTIL.iter().find_map(|word| {
        let begin = words.get(..word.len())?;
        (begin.to_lowercase() == *word).then(|| &words[word.len()..])
    });
    let fixed = || Day::read(words).and_then(|day| day.fixed()).map(|_| words);
    let day = behind.or_else(fixed)?.trim();
    let bare = day.trim_end_matches(['.', ';', ',']);
    // "1.3." ends with a point of its own.
    let is_day = |words: &str| Day::read(words).is_some();
    Some(if is_day(day) { day } else { bare }.to_owned())
}

/// Words without the signs of Markdown.
fn plain(words: &str) -> String {
    let mut plain = String::with_capacity(words.len());
    let mut letters = words.chars().peekable();
    while let Some(letter) = letters.next() {
        match (letter, letters.peek()) {
            ('\\', Some(next)) if next.is_ascii_punctuation() => plain.extend(letters.next()),
            ('*', Some('*')) => {
                letters.next();
            }
            _ => plain.push(letter),
        }
    }
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests;
