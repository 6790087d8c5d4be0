//! Entries come and go, wherever they belong.

use super::operation::{Bytes, Operation, apply};
use super::outline::{Outline, line_end};

/// The path to the entry that begins at the byte `at`, in the lists `kinds`, each within the one before.
pub fn path_to<'k>(text: &str, kinds: &[&'k str], at: usize) -> Option<Vec<(&'k str, usize)>> {
    find(&Outline::new(text), &[], kinds, at)
}

fn find<'k>(
    outline: &Outline<'_>,
    above: &[(&'k str, usize)],
    kinds: &[&'k str],
    at: usize,
) -> Option<Vec<(&'k str, usize)>> {
    let (kind, rest) = kinds.split_first()?;
    let count = outline.table_at(above)?.get(*kind)?.get_ref().as_array()?.len();
    (0..count).find_map(|number| {
        let path = [above, &[(*kind, number)]].concat();
        if !rest.is_empty() {
            return find(outline, &path, rest, at);
        }
        (outline.span_at(&path)?.start == at).then_some(path)
    })
}

/// Takes the entry away to which `path` leads, with the comments that touch it. None if there is none with
/// a head of its own.
pub fn remove_entry(text: &str, path: &[(&str, usize)]) -> Option<String> {
    let mut extent = Outline::new(text).extent_at(path)?;
    let rest = &text[extent.end..];
    if let Some(line) = ["\r\n", "\n"].iter().find(|line| rest.starts_with(**line)) {
        extent.end += line.len();
    } else if rest.is_empty() {
        let above = text[..extent.start].trim_end();
        extent.start = if above.is_empty() { 0 } else { line_end(text, above.len()) };
    }
    let bytes =
        Bytes { at: extent.start, before: text[extent.clone()].to_owned(), after: String::new() };
    Some(apply(text, &[Operation::Bytes(bytes)]).text)
}

/// An entry that comes.
#[derive(Clone, Copy, Debug)]
pub struct Addition<'a> {
    /// The entry that it belongs to; empty for one of the file.
    pub path: &'a [(&'a str, usize)],
    /// Its kind.
    pub kind: &'a str,
    /// The number of the one of its kind that it stands before; none puts it behind the last.
    pub before: Option<usize>,
    /// Its keys and their values, as TOML writes them.
    pub keys: &'a [(&'a str, String)],
}

/// How many entries there are of a kind in the entry to which `path` leads.
pub fn count_of(text: &str, path: &[(&str, usize)], kind: &str) -> usize {
    let outline = Outline::new(text);
    let entries = outline.table_at(path).and_then(|table| table.get(kind)?.get_ref().as_array());
    entries.map_or(0, |entries| entries.len())
}

/// Adds an entry. None if those of its kind stand in a list without heads of their own.
pub fn add_entry(text: &str, addition: &Addition<'_>) -> Option<String> {
    let Addition { path, kind, before, keys } = *addition;
    let end = line_end_of(text);
    let names: Vec<&str> = path.iter().map(|(kind, _)| *kind).chain([kind]).collect();
    let keys = keys.iter().map(|(key, value)| format!("{key} = {value}\n"));
    let lines = format!("[[{}]]\n{}", names.join("."), keys.collect::<String>());
    let lines = lines.replace('\n', end);
    insert(text, path, kind, before, &lines)
}

/// Puts the entry `from` of its kind before the one that has the number `before` without it, or behind the
/// last. None if those of its kind stand in a list without heads of their own.
pub fn move_entry(
    text: &str,
    path: &[(&str, usize)],
    kind: &str,
    from: usize,
    before: Option<usize>,
) -> Option<String> {
    let entry = [path, &[(kind, from)]].concat();
    let lines = text[Outline::new(text).extent_at(&entry)?].trim_end();
    let lines = format!("{lines}{}", line_end_of(text));
    insert(&remove_entry(text, &entry)?, path, kind, before, &lines)
}

/// The line end that a file has.
fn line_end_of(text: &str) -> &'static str {
    if text.contains("\r\n") { "\r\n" } else { "\n" }
}

/// The file with the lines of an entry before the one of that number, else behind the last.
fn insert(
    text: &str,
    path: &[(&str, usize)],
    kind: &str,
    before: Option<usize>,
    lines: &str,
) -> Option<String> {
    let outline = Outline::new(text);
    let end = line_end_of(text);
    let entries = outline.table_at(path)?.get(kind).and_then(|list| list.get_ref().as_array());
    let number = |number| [path, &[(kind, number)]].concat();
    if let Some(next) = before {
        let at = outline.extent_at(&number(next))?.start;
        return Some(format!("{}{lines}{end}{}", &text[..at], &text[at..]));
    }
    let at = match entries.and_then(|entries| entries.len().checked_sub(1)) {
        Some(last) => outline.extent_at(&number(last))?.end,
        None if path.is_empty() => text.len(),
        None => outline.extent_at(path)?.end,
    };
    let (above, below) = text.split_at(at);
    let lines = if above.is_empty() {
        lines.to_owned()
    } else if above.ends_with('\n') {
        format!("{end}{lines}")
    } else {
        // A file that ends without a line end goes on to do so.
        format!("{end}{end}{}", lines.trim_end())
    };
    Some(format!("{above}{lines}{below}"))
}

#[cfg(test)]
mod tests {
    use super::{Addition, add_entry, move_entry, remove_entry};

    #[test]
    fn entries_come_and_go() {
        let text = "a = 1\n\n[[v]]\nid = 1\n\n# R\n[[v.r]]\nid = 2\n\n# V\n[[v]]\nid = 3\n";
        let add = |path: &[(&str, usize)], kind, before| {
            let keys = [("id", "9".to_owned())];
            add_entry(text, &Addition { path, kind, before, keys: &keys })
        };
        assert_eq!(add(&[], "v", None).unwrap(), format!("{text}\n[[v]]\nid = 9\n"));
        assert_eq!(
            add(&[("v", 0)], "r", None).unwrap(),
            text.replace("id = 2\n", "id = 2\n\n[[v.r]]\nid = 9\n")
        );
        assert_eq!(add(&[("v", 1)], "r", None).unwrap(), format!("{text}\n[[v.r]]\nid = 9\n"));
        assert_eq!(
            add(&[], "v", Some(1)).unwrap(),
            text.replace("# V\n", "[[v]]\nid = 9\n\n# V\n")
        );
        assert_eq!(
            remove_entry(text, &[("v", 0)]).unwrap(),
            text.replace("[[v]]\nid = 1\n\n# R\n[[v.r]]\nid = 2\n\n", "")
        );
        assert_eq!(
            remove_entry(text, &[("v", 0), ("r", 0)]).unwrap(),
            text.replace("# R\n[[v.r]]\nid = 2\n\n", "")
        );
        let last = remove_entry(text, &[("v", 1)]).unwrap();
        assert_eq!(last, text.replace("\n# V\n[[v]]\nid = 3\n", ""));
        assert_eq!(
            add_entry("v = [{}]\n", &Addition { path: &[], kind: "v", before: None, keys: &[] }),
            None
        );
    }

    #[test]
    fn entries_change_places_with_all_that_is_theirs() {
        let text = "a = 1\n\n# A\n[[s]]\nid = 1\n\n[[s.i]]\nx = 1\n\n# B\n[[s]]\nid = 2\n\n[[s]]\nid = 3\n";
        let first = "# A\n[[s]]\nid = 1\n\n[[s.i]]\nx = 1\n";
        let (second, third) = ("# B\n[[s]]\nid = 2\n", "[[s]]\nid = 3\n");
        for (from, before, order) in [
            (0, None, [second, third, first]),
            (0, Some(1), [second, first, third]),
            (0, Some(0), [first, second, third]),
            (2, Some(0), [third, first, second]),
            (1, None, [first, third, second]),
        ] {
            let expected = format!("a = 1\n\n{}", order.join("\n"));
            assert_eq!(move_entry(text, &[], "s", from, before).unwrap(), expected);
            let expected = expected.replace('\n', "\r\n");
            let text = text.replace('\n', "\r\n");
            assert_eq!(move_entry(&text, &[], "s", from, before).unwrap(), expected);
        }
    }
}
