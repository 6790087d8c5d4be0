//! `--save`: planned turns become meetings with the status `idea`.

use anyhow::Result;

use crate::cli::change::{Manner, NewText, propose};
use crate::cli::context::Context;
use crate::cli::create::NewFiles;
use crate::cli::loaded::Loaded;
use crate::cli::new::title;
use crate::diagnostic::plan::NoCadence;
use crate::diagnostic::{Diagnostic, stops};
use crate::domain::meeting::Status;
use crate::input::MeetingDraft;
use crate::plan::rotation::explanation::Outlook;
use crate::plan::rotation::slot::is_paced;
use crate::system::files;
use crate::text::Language;

/// Whether there is a folder to write to, and days to write down.
pub(super) fn is_possible(outlook: &Outlook<'_>, loaded: &Loaded) -> Result<()> {
    loaded.writable_root()?;
    let foreseen = outlook.horizon.slots.iter().filter(|slot| slot.meeting.is_none()).count();
    let asked = usize::from(outlook.horizon.question.date.is_some());
    if foreseen > asked && !is_paced(&loaded.workspace.network.cadence) {
        return Err(loaded.fail(vec![Diagnostic::new(NoCadence {})]));
    }
    Ok(())
}

/// Writes a file for each turn that has no meeting yet. What is there already is named and stays.
pub(super) fn save(
    outlook: &Outlook<'_>,
    loaded: &Loaded,
    manner: Manner,
    context: &Context,
) -> Result<()> {
    let root = loaded.writable_root()?;
    let mut drafts = Vec::new();
    for (slot, turn) in outlook.horizon.slots.iter().zip(&outlook.turns) {
        if let Some(meeting) = slot.meeting {
            leave(&loaded.sources.file(meeting.origin.file).path, context);
            continue;
        }
        let city = loaded.workspace.city(turn.host.city);
        let draft = MeetingDraft {
            id: format!("{}-{}", slot.date(), city.id),
            title: title(&loaded.workspace, [city.name.as_str()], loaded.document_language),
            status: Status::Idea,
            date: Some(slot.date()),
            hosts: vec![city.id.to_string()],
            venue: None,
            start: None,
            created: context.clock.today(),
            language: loaded.document_language,
        };
        let (path, text) = draft.file();
        if files::exists(&root.join(&path)) {
            leave(&path, context);
        } else {
            drafts.push((path, text));
        }
    }
    if drafts.is_empty() {
        context.note(context.say("Es ist nichts zu schreiben.", "There is nothing to write."));
        return Ok(());
    }
    let changes: Vec<NewText> =
        drafts.iter().cloned().map(|(path, text)| NewText { path, text }).collect();
    let found = NewFiles::new(root, drafts).check(&loaded.sources, context.clock.today());
    if stops(&found.findings, context.strict) {
        return Err(found.into());
    }
    if !propose(&changes, Vec::new(), None, manner, loaded, context)? {
        return Ok(());
    }
    let number = changes.len();
    context.note(&match (context.language, number) {
        (Language::German, 1) => "Eine Datei geschrieben.".to_owned(),
        (Language::German, _) => format!("{number} Dateien geschrieben."),
        (Language::English, 1) => "One file written.".to_owned(),
        (Language::English, _) => format!("{number} files written."),
    });
    Ok(())
}

fn leave(path: &str, context: &Context) {
    context.note(&match context.language {
        Language::German => format!("`{path}` ist schon da und bleibt, wie es ist."),
        Language::English => format!("`{path}` is there already and stays as it is."),
    });
}
