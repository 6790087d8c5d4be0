//! The files of the workspace as a list changes them.

use anyhow::Result;

use crate::cli::change::{NewText, wired};
use crate::cli::loaded::Loaded;
use crate::diagnostic::Diagnostic;
use crate::domain::line::Line;
use crate::domain::listed::{Facts, Field, ListKind, Value};
use crate::input::edit::{EntryChange, add_entries, meeting_file, set_entries, set_meeting};
use crate::plan::import::Import;

/// What the files are to say.
pub(super) fn changes(
    kind: ListKind,
    import: &Import,
    adds_towns: bool,
    loaded: &Loaded,
) -> Result<Vec<NewText>> {
    let mut changes = Vec::new();
    let all: Result<(), Diagnostic> = (|| {
        match kind {
            ListKind::Contacts => {
                changes.extend(towns(import, adds_towns, loaded)?);
                changes.extend(entries("contacts.toml", "contact", import, loaded)?);
            }
            ListKind::Cities => changes.extend(entries("cities.toml", "city", import, loaded)?),
            ListKind::Meetings => {
                changes.extend(towns(import, adds_towns, loaded)?);
                changes.extend(meetings(import, loaded));
            }
        }
        Ok(())
    })();
    all.map_err(|finding| loaded.fail(vec![finding]))?;
    wired(&changes, loaded)
}

/// `path` with new entries of a kind, and with those that change.
fn entries(
    path: &str,
    kind: &'static str,
    import: &Import,
    loaded: &Loaded,
) -> Result<Option<NewText>, Diagnostic> {
    if import.added.is_empty() && import.changed.is_empty() {
        return Ok(None);
    }
    let found = loaded.sources.find(path);
    let mut text = found.map(|(_, file)| file.text.clone()).unwrap_or_default();
    let file = found.map(|(file, _)| file);
    if let Some(file) = file.filter(|_| !import.changed.is_empty()) {
        let changes: Vec<EntryChange<'_>> = import
            .changed
            .iter()
            .map(|one| {
                (one.number, one.set.iter().map(|(field, _, value)| (*field, value)).collect())
            })
            .collect();
        text = set_entries(file, &text, kind, &changes)?;
    }
    let added: Vec<(&str, &Facts)> =
        import.added.iter().map(|added| (added.id.as_str(), &added.facts)).collect();
    if !added.is_empty() {
        text = add_entries(file, &text, kind, &added)?;
    }
    Ok(Some(NewText { path: path.to_owned(), text }))
}

/// `cities.toml` with the cities that are new.
fn towns(
    import: &Import,
    adds_towns: bool,
    loaded: &Loaded,
) -> Result<Option<NewText>, Diagnostic> {
    if !adds_towns || import.towns.is_empty() {
        return Ok(None);
    }
    let path = "cities.toml";
    let found = loaded.sources.find(path);
    let text = found.map(|(_, file)| file.text.as_str()).unwrap_or_default();
    let named = |name: &Line| vec![(Field::Name, Value::Line(name.clone()))];
    let facts: Vec<Facts> = import.towns.iter().map(|town| named(&town.name)).collect();
    let entries: Vec<(&str, &Facts)> =
        import.towns.iter().map(|town| town.id.as_str()).zip(&facts).collect();
    let text = add_entries(found.map(|(file, _)| file), text, "city", &entries)?;
    Ok(Some(NewText { path: path.to_owned(), text }))
}

/// The files of meetings.
fn meetings(import: &Import, loaded: &Loaded) -> Vec<NewText> {
    let added = import.added.iter().map(|added| {
        let (path, text) = meeting_file(&added.id, &added.facts);
        NewText { path, text }
    });
    let changed = import.changed.iter().map(|changed| {
        let meeting = &loaded.workspace.meetings[changed.number];
        let file = loaded.sources.file(meeting.origin.file);
        let set: Vec<(Field, &Value)> =
            changed.set.iter().map(|(field, _, value)| (*field, value)).collect();
        NewText { path: file.path.clone(), text: set_meeting(&file.text, &set) }
    });
    added.chain(changed).collect()
}
