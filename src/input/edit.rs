//! Changes to a file that a person wrote: text in, text out.
//!
//! A change is made where it belongs and nowhere else: comments, order, layout, line ends and a
//! byte order mark stay as they are, to the byte.

use toml_edit::Value;

use crate::diagnostic::Diagnostic;
use crate::diagnostic::change::NotEntries;
use crate::source::{FileId, Origin};

mod draft;
mod layout;
mod meeting;
mod notes;
mod release;
mod reply;
mod rotation;

pub use meeting::{Change, cancel, exchange_hosts, postpone, undo_cancel, undo_postpone};
pub use notes::remove_notes;
pub(in crate::input) use release::checksum_of;
pub use release::{NewRelease, add_release};
pub use reply::{NewReply, set_replies};
pub use rotation::{Agreement, NewSkip, add_skip, add_swap, remove_skip, remove_swap};

const BYTE_ORDER_MARK: &str = "\u{feff}";

/// Replaces the value at `origin` by the text `value`.
///
/// `content` is the whole file as bytes; `origin` counts from behind a byte order mark.
pub fn replace_value(content: &[u8], origin: Origin, value: &str) -> Vec<u8> {
    let mark = mark(content);
    let range = origin.range();
    [&content[..mark + range.start], quoted(value).as_bytes(), &content[mark + range.end..]]
        .concat()
}

/// Adds the line `key = "value"` behind the line that holds `origin`.
pub fn add_below(content: &[u8], origin: Origin, key: &str, value: &str) -> Vec<u8> {
    let at = mark(content) + origin.range().end;
    let rest = &content[at..];
    let (line_end, at) = match rest.iter().position(|&byte| byte == b'\n') {
        Some(newline) => {
            let windows = content[..at + newline].ends_with(b"\r");
            (if windows { "\r\n" } else { "\n" }, at + newline + 1)
        }
        None => ("\n", content.len()),
    };
    let line = format!("{key} = {}{line_end}", quoted(value));
    let before = if content[..at].ends_with(b"\n") { "" } else { line_end };
    [&content[..at], before.as_bytes(), line.as_bytes(), &content[at..]].concat()
}

fn mark(content: &[u8]) -> usize {
    if content.starts_with(BYTE_ORDER_MARK.as_bytes()) { BYTE_ORDER_MARK.len() } else { 0 }
}

/// A text as TOML 1.0 writes it.
pub(super) fn quoted(value: &str) -> String {
    Value::from(value).to_string()
}

/// Refuses files whose entries stand in a list: `history = [{ … }]`. TOML allows no entries of
/// their own beside it.
fn refuse_lists(file: FileId, text: &str, kinds: &[&'static str]) -> Result<(), Diagnostic> {
    let layout = layout::Layout::new(text);
    let list = kinds.iter().find_map(|kind| Some((kind, layout.inline(kind)?)));
    list.map_or(Ok(()), |(kind, span)| {
        Err(Diagnostic::at(Origin::new(file, span), NotEntries { kind }))
    })
}

#[cfg(test)]
mod tests {
    use super::{add_below, replace_value};
    use crate::source::{Origin, SourceFile, Sources};

    fn origin(range: std::ops::Range<usize>) -> Origin {
        let file = SourceFile { path: String::new(), text: String::new() };
        Origin::new(Sources::default().add(file), range)
    }

    #[test]
    fn nothing_but_the_value_changes() {
        let before = "\u{feff}status = \"planned\" # so far\r\n";
        let after = replace_value(before.as_bytes(), origin(9..18), "held");
        assert_eq!(String::from_utf8(after).unwrap(), "\u{feff}status = \"held\" # so far\r\n");
    }

    #[test]
    fn a_line_is_added_with_the_line_end_of_the_file() {
        let cases = [
            ("title = \"A\"\r\ndate = 1\r\n", "title = \"A\"\r\nstatus = \"held\"\r\ndate = 1\r\n"),
            ("title = \"A\" # a\nx", "title = \"A\" # a\nstatus = \"held\"\nx"),
            ("title = \"A\"", "title = \"A\"\nstatus = \"held\"\n"),
        ];
        for (before, after) in cases {
            let changed = add_below(before.as_bytes(), origin(8..11), "status", "held");
            assert_eq!(String::from_utf8(changed).unwrap(), after);
        }
    }
}
