//! Notes are taken out of `replies/<meeting>.toml`.

use super::operation::{Key, Operation, State, apply};
use super::outline::{Outline, Section};
use super::refuse_lists;
use crate::diagnostic::Diagnostic;
use crate::source::FileId;

const REPLY: &str = "reply";
const NOTE: &str = "note";

/// The text without the key `note` of any reply; all else stays as it is, to the byte.
///
/// # Errors
/// If the file has `reply = […]` instead of entries of their own.
pub fn remove_notes(file: FileId, text: &str) -> Result<String, Diagnostic> {
    refuse_lists(file, text, &[REPLY])?;
    let outline = Outline::new(text);
    let note = |number| {
        let section = Section::Entry(REPLY, number);
        let before = State::Written(outline.value(section, NOTE)?.to_owned());
        let after = State::Absent;
        Some(Operation::Key(Key { section, name: NOTE, before, after, below: &[] }))
    };
    let operations: Vec<_> = (0..outline.count(REPLY)).filter_map(note).collect();
    Ok(apply(text, &operations).text)
}

#[cfg(test)]
mod tests {
    use super::remove_notes;
    use crate::source::{SourceFile, Sources};

    #[test]
    fn nothing_but_notes_goes() {
        let text = "# Antworten\n[[reply]]\nperson = \"a\"  # note = \"x\"\nnote = \"\"\"\nvegan,\n\
                    note = \"y\"\n\"\"\"  # Essen\nanswer = \"yes\"\n\n[[reply]]\ncity = \"ulm\"\r\n\
                    answer = \"no\"\r\n note = 'Rampe'";
        let after = "# Antworten\n[[reply]]\nperson = \"a\"  # note = \"x\"\nanswer = \"yes\"\n\n\
                     [[reply]]\ncity = \"ulm\"\r\nanswer = \"no\"";
        let file = Sources::default().add(SourceFile { path: String::new(), text: String::new() });
        assert_eq!(remove_notes(file, text).unwrap(), after);
        assert_eq!(remove_notes(file, after).unwrap(), after);
        assert!(remove_notes(file, "reply = [{ city = \"ulm\", note = \"x\" }]").is_err());
    }
}
