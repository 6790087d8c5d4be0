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

/// Replaces the value at `origin` by the text `value`.
pub fn replace_value(text: &str, origin: Origin, value: &str) -> String {
    let range = origin.range();
    [&text[..range.start], &quoted(value), &text[range.end..]].concat()
}

/// Adds the line `key = "value"` behind the line that holds `origin`.
pub fn add_below(text: &str, origin: Origin, key: &str, value: &str) -> String {
    let at = origin.range().end;
    let (line_end, at) = match text[at..].find('\n') {
        Some(newline) => {
            let windows = text[..at + newline].ends_with('\r');
            (if windows { "\r\n" } else { "\n" }, at + newline + 1)
        }
        None => ("\n", text.len()),
    };
    let line = format!("{key} = {}{line_end}", quoted(value));
    let before = if text[..at].ends_with('\n') { "" } else { line_end };
    [&text[..at], before, &line, &text[at..]].concat()
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
        let before = "status = \"planned\" # so far\r\n";
        let after = replace_value(before, origin(9..18), "held");
        assert_eq!(after, "status = \"held\" # so far\r\n");
    }

    #[test]
    fn a_line_is_added_with_the_line_end_of_the_file() {
        let cases = [
            ("title = \"A\"\r\ndate = 1\r\n", "title = \"A\"\r\nstatus = \"held\"\r\ndate = 1\r\n"),
            ("title = \"A\" # a\nx", "title = \"A\" # a\nstatus = \"held\"\nx"),
            ("title = \"A\"", "title = \"A\"\nstatus = \"held\"\n"),
        ];
        for (before, after) in cases {
            assert_eq!(add_below(before, origin(8..11), "status", "held"), after);
        }
    }
}
