//! `erfa schema --wire`: the schemas of a workspace, and the files that name them.

use std::path::Path;

use anyhow::{Context as _, Result};

use super::written::texts;
use crate::cli::change::{Before, FileChange, Manner, NewText, is_agreed, put};
use crate::cli::context::Context;
use crate::cli::failure::Findings;
use crate::cli::reads::Reads;
use crate::diagnostic::list::StandsThere;
use crate::input::edit::with_schema;
use crate::system::files;

/// What it rests on: any file can name its schema, whatever else it says.
const READS: Reads = Reads::of(&[]);

pub(super) fn run(manner: Manner, context: &Context) -> Result<()> {
    context.begin_change()?;
    let loaded = context.load(READS)?;
    let root = loaded.writable_root()?;
    let language = context.language;
    let mut words = String::new();
    let mut schemas = Vec::new();
    for (path, text) in texts(loaded.document_language)? {
        let before = schema_at(&root.join(&path), context)?;
        if before.as_ref() != Some(&text) {
            let (new, renewed) =
                (language.pick("neu", "new"), language.pick("erneuert", "renewed"));
            let fate = if before.is_none() { new } else { renewed };
            words.extend([&path, " (", fate, ")\n"]);
            schemas.push((path, before, text));
        }
    }
    let mut changes = Vec::new();
    for (_, file) in loaded.sources.iter() {
        let Some(text) = with_schema(&file.path, &file.text) else { continue };
        // One whose letters could not be read would come out without them.
        loaded.rely_on_file(&file.path)?;
        let line = text.lines().next().unwrap_or_default();
        words.extend([&file.path, ": ", line, "\n"]);
        changes.push((NewText { path: file.path.clone(), text: text.clone() }, file.text.as_str()));
    }
    if words.is_empty() {
        context.note(context.say(
            "Die Schemas sind da, und alle Dateien nennen sie; nichts ist geändert.",
            "The schemas are there, and all files name them; nothing is changed.",
        ));
        return Ok(());
    }
    let texts: Vec<NewText> = changes.iter().map(|(change, _)| change.clone()).collect();
    if !is_agreed(&texts, Vec::new(), Some(&words), manner, &loaded, context)? {
        return Ok(());
    }
    let written = schemas.iter().map(|(path, before, text)| FileChange {
        path: path.clone(),
        before: before.as_deref().map_or(Before::Nothing, Before::Text),
        after: Some(text.clone()),
    });
    let wired = changes.iter().map(|(change, before)| FileChange {
        path: change.path.clone(),
        before: Before::Text(before),
        after: Some(change.text.clone()),
    });
    put(root, &written.chain(wired).collect::<Vec<_>>(), context)?;
    context.note(&context.made(context.say("Eingetragen", "Done"), ';'));
    Ok(())
}

/// What a schema says that is there already.
fn schema_at(path: &Path, context: &Context) -> Result<Option<String>> {
    if !files::exists(path) {
        return Ok(None);
    }
    let stands = || Findings::one(StandsThere { paths: vec![path.display().to_string()] });
    let bytes = files::read_whole(path).with_context(|| context.cannot_write(path))?;
    let text = String::from_utf8(bytes).map_err(|_| stands())?;
    Ok(Some(text))
}
