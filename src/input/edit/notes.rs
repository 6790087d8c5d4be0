//! Notes are taken out of `replies/<meeting>.toml`.

use super::draft::Draft;
use super::layout::Section;
use super::refuse_lists;
use crate::diagnostic::Diagnostic;
use crate::source::FileId;

const REPLY: &str = "reply";

/// The text without the key `note` of any reply; all else stays as it is, to the byte.
///
/// # Errors
/// If the file has `reply = […]` instead of entries of their own.
pub fn remove_notes(file: FileId, text: &str) -> Result<String, Diagnostic> {
    refuse_lists(file, text, &[REPLY])?;
    let mut draft = Draft::new(text);
    let layout = draft.layout();
    let note = |number| layout.pair(Section::Entry(REPLY, number), "note");
    let notes: Vec<_> = (0..layout.count(REPLY)).filter_map(note).collect();
    // From the end, so that the places before stay where they are.
    for note in notes.iter().rev() {
        draft.remove(note);
    }
    Ok(draft.into_text())
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
