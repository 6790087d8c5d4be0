//! What a list adds: new entries, keys of entries that are there, files of new meetings.
//!
//! Thousands of entries can come at once, behind all others: they are operations, for which the file is
//! looked at once. The one entry that [`super::add_entry`] adds can stand anywhere, within others too.

use super::operation::{Entry, Key, Operation, State, apply};
use super::outline::{Outline, Section};
use super::{quoted, refuse_lists, written};
use crate::diagnostic::Diagnostic;
use crate::domain::line::Line;
use crate::domain::listed::{Facts, Field, Value};
use crate::source::FileId;
use crate::text::Vocabulary as _;

/// The keys of people, towns and meetings that lists say, the last one first: what comes stands below those
/// before it.
const ABOVE: [&str; 37] = [
    "note",
    "description",
    "groups",
    "language",
    "member-until",
    "member-since",
    "station",
    "phone",
    "mail",
    "country",
    "town",
    "postcode",
    "street",
    "district",
    "municipality-key",
    "official-name",
    "theme",
    "end",
    "start",
    "place",
    "venue",
    "hosts",
    "date-text",
    "end-date",
    "date",
    "status",
    "city",
    "department",
    "organisation",
    "office",
    "titles",
    "form-of-address",
    "family-name",
    "given-name",
    "title",
    "name",
    "id",
];

/// What becomes of keys of an entry: its number, and each with its value.
pub type EntryChange<'c> = (usize, Vec<(Field, &'c Value)>);

/// Adds entries of a kind to `text`, which may be new and hold nothing yet, each with its key and what it
/// says.
///
/// # Errors
/// If the file has `kind = […]` instead of entries of their own.
pub fn add_entries(
    file: Option<FileId>,
    text: &str,
    kind: &'static str,
    entries: &[(&str, &Facts)],
) -> Result<String, Diagnostic> {
    if let Some(file) = file {
        refuse_lists(file, text, &[kind])?;
    }
    let count = Outline::new(text).count(kind);
    let add = |(number, (id, facts)): (usize, &(&str, &Facts))| {
        Operation::Add(Entry::new(kind, count + number, &keys(id, facts)))
    };
    let operations: Vec<Operation> = entries.iter().enumerate().map(add).collect();
    Ok(apply(text, &operations).text)
}

/// Changes keys of entries that are there; all else stays as it is, to the byte.
///
/// # Errors
/// If the file has `kind = […]` instead of entries of their own.
pub fn set_entries(
    file: FileId,
    text: &str,
    kind: &'static str,
    changes: &[EntryChange<'_>],
) -> Result<String, Diagnostic> {
    refuse_lists(file, text, &[kind])?;
    let outline = Outline::new(text);
    let operations: Vec<Operation> = changes
        .iter()
        .flat_map(|(number, set)| {
            let section = Section::Entry(kind, *number);
            set.iter().map(move |(field, value)| (section, *field, *value))
        })
        .map(|(section, field, value)| change(&outline, section, field, value))
        .collect();
    Ok(apply(text, &operations).text)
}

/// Changes keys of a meeting.
pub fn set_meeting(text: &str, set: &[(Field, &Value)]) -> String {
    let outline = Outline::new(text);
    let change = |(field, value): &(Field, &Value)| change(&outline, Section::Head, *field, value);
    let operations: Vec<Operation> = set.iter().map(change).collect();
    apply(text, &operations).text
}

/// The file of a new meeting.
pub fn meeting_file(id: &str, facts: &Facts) -> (String, String) {
    (format!("meetings/{id}.toml"), format!("id = {}\n{}", quoted(id), key_lines(facts)))
}

fn change(outline: &Outline<'_>, section: Section, field: Field, value: &Value) -> Operation {
    let name = field.word();
    let before = outline.value(section, name);
    let before = before.map_or(State::Absent, |before| State::Written(before.to_owned()));
    let after = State::Written(toml(value));
    let at = ABOVE.iter().position(|key| *key == name).map_or(0, |at| at + 1);
    Operation::Key(Key { section, name, before, after, below: &ABOVE[at..] })
}

/// What is known of an entry, a line for each key.
pub fn key_lines(facts: &Facts) -> String {
    let line = |(field, value): &(Field, Value)| format!("{} = {}", field.word(), toml(value));
    let lines: Vec<String> = facts.iter().map(line).collect();
    if lines.is_empty() { String::new() } else { lines.join("\n") + "\n" }
}

fn keys(id: &str, facts: &Facts) -> Vec<(&'static str, String)> {
    let said = facts.iter().map(|(field, value)| (field.word(), toml(value)));
    [("id", quoted(id))].into_iter().chain(said).collect()
}

/// A value as files write it.
fn toml(value: &Value) -> String {
    match value {
        Value::Line(line) => quoted(line.as_str()),
        Value::Lines(lines) => {
            let lines: Vec<String> = lines.iter().map(Line::as_str).map(quoted).collect();
            format!("[{}]", lines.join(", "))
        }
        Value::Text(text) => quoted(text.as_str()),
        Value::Day(day) => written(*day),
    }
}

#[cfg(test)]
mod tests {
    use super::{add_entries, meeting_file, set_entries};
    use crate::domain::line::Line;
    use crate::domain::listed::{Field, Value};
    use crate::source::{SourceFile, Sources};

    fn line(words: &str) -> Value {
        Value::Line(Line::new(words).unwrap())
    }

    #[test]
    fn entries_come_behind_the_others_and_keys_where_they_belong() {
        let text =
            "# Leute\n[[contact]]\nid = \"ada\"  # Kennung\nfamily-name = \"Aue\"\n\n# Ende\n";
        let facts =
            vec![(Field::FamilyName, line("\"]] [[x")), (Field::Mail, line("b@example.org"))];
        let file = Sources::default()
            .add(SourceFile { path: "contacts.toml".to_owned(), text: text.to_owned() });
        let added = add_entries(Some(file), text, "contact", &[("bo", &facts)]).unwrap();
        assert!(added.starts_with(text.trim_end()), "{added}");
        let mail = line("a@example.org");
        let office = line("Amt");
        let set = vec![(Field::Mail, &mail), (Field::Office, &office)];
        let changed = set_entries(file, text, "contact", &[(0, set)]).unwrap();
        let expected = "# Leute\n[[contact]]\nid = \"ada\"  # Kennung\nfamily-name = \"Aue\"\noffice = \"Amt\"\n\
                        mail = \"a@example.org\"\n\n# Ende\n";
        assert_eq!(changed, expected);
    }

    #[test]
    fn a_meeting_is_a_file_of_its_own() {
        let facts = vec![(Field::Title, line("\"A\""))];
        let (path, text) = meeting_file("2024-a", &facts);
        assert_eq!(
            (path.as_str(), text.as_str()),
            ("meetings/2024-a.toml", "id = \"2024-a\"\ntitle = '\"A\"'\n")
        );
    }
}
