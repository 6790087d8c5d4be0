//! A file of Rust as the rules see it: what is shipped, and of that the code.

use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};

use crate::harness::{files, project};

/// A file of Rust.
pub(super) struct File {
    /// Its path from the top folder.
    pub(super) path: String,
    pub(super) text: String,
    /// What is shipped: the text without what is compiled for tests alone.
    pub(super) shipped: String,
    /// The same without comments, its strings empty.
    pub(super) code: String,
}

/// All files of Rust below `folder`.
pub(super) fn rust(folder: &str) -> Vec<File> {
    let rust = |path: &Path| path.extension().is_some_and(|ending| ending == "rs");
    let read = |path: PathBuf| (relative(&path), fs::read_to_string(path).unwrap());
    let sources: Vec<(String, String)> =
        files(&project(folder), rust).into_iter().map(read).collect();
    let tests: Vec<String> =
        sources.iter().flat_map(|(path, text)| test_modules(path, text)).collect();
    sources.into_iter().map(|(path, text)| File::new(path, text, &tests)).collect()
}

impl File {
    /// A file; `tests` are the modules that are compiled for tests alone.
    pub(super) fn new(path: String, text: String, tests: &[String]) -> Self {
        let is_test = tests.iter().any(|test| {
            path.strip_prefix(test.as_str()).is_some_and(|rest| rest.starts_with(['.', '/']))
        });
        let blank = blank(&text);
        let (shipped, code) = if is_test {
            (String::new(), String::new())
        } else {
            let tests = test_items(&blank);
            (without(&text, &tests), without(&blank, &tests))
        };
        Self { path, text, shipped, code }
    }
}

/// A path from the top folder.
pub(super) fn relative(path: &Path) -> String {
    path.strip_prefix(project("")).unwrap().to_str().unwrap().to_owned()
}

/// Modules that are compiled for tests alone: `src/plan/tests` for `mod tests;` in `src/plan.rs`.
fn test_modules(path: &str, text: &str) -> Vec<String> {
    let declared = text.split(TEST).skip(1).filter_map(|rest| rest.trim_start().lines().next());
    let names = declared.filter_map(|line| line.strip_suffix(';')?.split("mod ").nth(1));
    names
        .map(|name| format!("{}/{name}", path.trim_end_matches(".rs").trim_end_matches("/lib")))
        .collect()
}

/// What marks an item that is compiled for tests alone.
const TEST: &str = "#[cfg(test)]";

/// The places in `code` of the items that are compiled for tests alone.
fn test_items(code: &str) -> Vec<Range<usize>> {
    let mut items = Vec::<Range<usize>>::new();
    for (start, _) in code.match_indices(TEST) {
        if items.last().is_none_or(|last| last.end <= start) {
            items.push(start..start + item_length(&code[start..]));
        }
    }
    items
}

/// How long the item is that `code` begins with: to its semicolon, or the end of its braces.
fn item_length(code: &str) -> usize {
    let mut depth = 0;
    for (at, sign) in code.char_indices() {
        match sign {
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 && (sign == ';' || sign == '}') {
            return at + 1;
        }
    }
    code.len()
}

fn without(text: &str, places: &[Range<usize>]) -> String {
    let mut rest = text.to_owned();
    for place in places.iter().rev() {
        rest.replace_range(place.clone(), "");
    }
    rest
}

/// `text` with a blank for every byte of a comment and of what stands in a string or a letter.
fn blank(text: &str) -> String {
    let mut code = String::new();
    let mut rest = text;
    while let Some(sign) = rest.chars().next() {
        let (kept, length) = match sign {
            '/' if rest.starts_with("//") => (0, rest.find('\n').unwrap_or(rest.len())),
            '"' => (1, 1 + string_length(&rest[1..])),
            'r' if !code.ends_with(|c: char| c.is_alphanumeric() || c == '_') => {
                let hashes = rest[1..].chars().take_while(|c| *c == '#').count();
                if rest[1 + hashes..].starts_with('"') {
                    let end = format!("\"{}", "#".repeat(hashes));
                    let inside = rest[2 + hashes..].find(&end).unwrap_or(0);
                    (1, 2 + hashes + inside + end.len())
                } else {
                    (1, 1)
                }
            }
            '\'' => (1, letter_length(rest)),
            _ => (sign.len_utf8(), sign.len_utf8()),
        };
        code.push_str(&rest[..kept]);
        // A line stays a line.
        code.extend(rest[kept..length].bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' }));
        rest = &rest[length..];
    }
    assert_eq!(code.len(), text.len(), "places in the code are places in the text");
    code
}

/// How long a string is after its first quotation mark, with the last one.
fn string_length(text: &str) -> usize {
    let mut escaped = false;
    for (at, sign) in text.char_indices() {
        if sign == '"' && !escaped {
            return at + 1;
        }
        escaped = sign == '\\' && !escaped;
    }
    text.len()
}

/// How long the letter is that `text` begins with: `'x'`, `'\n'`; of a lifetime the mark alone.
fn letter_length(text: &str) -> usize {
    let inside = &text[1..];
    if let Some(escape) = inside.strip_prefix('\\') {
        let sign = escape.chars().next().map_or(0, char::len_utf8);
        return 2 + sign + escape[sign..].find('\'').map_or(0, |end| end + 1);
    }
    let sign = inside.chars().next().map_or(0, char::len_utf8);
    if inside[sign..].starts_with('\'') { sign + 2 } else { 1 }
}

#[test]
fn code_is_what_is_shipped_without_words() {
    let text = r##"
fn first<'a>(sign: char, words: &'a str) -> bool {
    sign == '"' || sign == '\'' || words == "a \" // no comment" // one
}

#[cfg(test)]
mod tests;

#[cfg(test)]
mod more {
    fn brace() { "}" }
}

fn last() -> &'static str { r#"one " more"# }
"##;
    let file = File::new("src/sample.rs".to_owned(), text.to_owned(), &[]);
    let words = file.code.split_whitespace().collect::<Vec<_>>().join(" ");
    let first = "fn first<'a>(sign: char, words: &'a str) -> bool { \
                 sign == ' || sign == ' || words == \" }";
    assert_eq!(words, format!("{first} fn last() -> &'static str {{ r }}"));
    assert!(file.shipped.contains("// one") && file.shipped.contains("fn last()"));
    assert!(!file.shipped.contains("mod tests") && !file.shipped.contains("brace"));
}
