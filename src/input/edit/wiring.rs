//! The line of a file that names its schema: by it editors know what may stand in the file.
//!
//! Editors that are built on taplo look for it among the comments before all else, so it stands first,
//! with an empty line below: a comment that touches an entry comes and goes with it.

use super::outline::{SCHEMA, behind_schema};
use crate::input::keys::KeyedFile;

/// `text` of the file at `path` of a workspace with the line that names its schema. None if it names one
/// already, or if there is no schema of such files.
pub fn with_schema(path: &str, text: &str) -> Option<String> {
    let schema = KeyedFile::at(path)?.schema();
    let is_comment = |line: &&str| line.starts_with('#') || line.trim().is_empty();
    if text.lines().take_while(is_comment).any(|line| line.starts_with(SCHEMA)) {
        return None;
    }
    let end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let up = if path.contains('/') { "../" } else { "./" };
    Some(format!("{SCHEMA}{up}{schema}{end}{end}{text}"))
}

/// Whether a text says nothing, or only what its schema is.
pub fn is_bare(text: &str) -> bool {
    text[behind_schema(text)..].trim().is_empty()
}

#[cfg(test)]
mod tests {
    use super::{is_bare, with_schema};
    use crate::input::edit::{Addition, Spot, add_entry, quoted, remove_entry, set};

    #[test]
    fn files_name_the_schema_that_is_theirs() {
        let line = "#:schema ./schema/contacts.schema.json";
        let wired = with_schema("contacts.toml", "# Leute\r\n").unwrap();
        assert_eq!(wired, format!("{line}\r\n\r\n# Leute\r\n"));
        assert_eq!(with_schema("contacts.toml", &wired), None);
        assert_eq!(with_schema("contacts.toml", "# Leute\n#:schema eigenes.json\n"), None);
        let meeting = with_schema("meetings/2027-a.toml", "").unwrap();
        assert_eq!(meeting, "#:schema ../schema/meetings.schema.json\n\n");
        for path in ["outbox/run.toml", "meetings/old/a.toml", "notes.toml", "network.toml.bak"] {
            assert_eq!(with_schema(path, ""), None, "{path}");
        }
        assert!(is_bare(&meeting) && is_bare(" \n") && !is_bare(&wired));
    }

    #[test]
    fn the_line_stays_first_whatever_comes_and_goes_below() {
        for gap in ["", "\n"] {
            let line = format!("#:schema x.json\n{gap}");
            let text = format!("{line}# Ada\n[[contact]]\nid = \"ada\"\n");
            let keys = [("id", "\"bo\"".to_owned())];
            let addition = |before| Addition { path: &[], kind: "contact", before, keys: &keys };
            let added = add_entry(&text, &addition(Some(0))).unwrap();
            assert!(added.starts_with(&format!("{line}[[contact]]\nid = \"bo\"\n")), "{added}");
            assert_eq!(remove_entry(&added, &[("contact", 0)]).unwrap(), text);
            let removed = remove_entry(&text, &[("contact", 0)]).unwrap();
            assert!(is_bare(&removed) && removed.starts_with(line.trim_end()), "{removed:?}");
            let again = add_entry(&removed, &addition(None)).unwrap();
            assert!(again.starts_with(line.trim_end()), "{again}");
            let head = set(&text, Spot { path: &[], key: "title" }, Some(&quoted("A"))).unwrap();
            assert!(head.starts_with(line.trim_end()), "{head}");
        }
    }
}
