//! What is recorded, shown first and then written.

use std::fmt::Write as _;

use anyhow::Result;

use super::arguments::AttendedArgs;
use crate::cli::change::{NewText, propose};
use crate::cli::context::Context;
use crate::cli::failure::Findings;
use crate::cli::loaded::Loaded;
use crate::cli::replies::file_of;
use crate::cli::set::done;
use crate::diagnostic::request::BadArgument;
use crate::domain::attendance::{Attendee, Presence};
use crate::domain::id::CityId;
use crate::domain::meeting::Meeting;
use crate::domain::workspace::Workspace;
use crate::input::edit::{AttendanceEdit, set_attendance, set_towns};
use crate::plan::post::attendance::{Change, Decided};
use crate::text::Language;
use crate::view::attendance::person;

/// Proposes what was decided: the entries beside the replies, the towns in the meeting's file.
pub(super) fn write(
    decided: &Decided,
    meeting: &Meeting,
    args: &AttendedArgs,
    loaded: &Loaded,
    context: &Context,
) -> Result<()> {
    if decided.is_empty() {
        context.note(context.say("Das ist schon vermerkt.", "That is recorded already."));
        return Ok(());
    }
    let mut changes = Vec::new();
    if !decided.changes.is_empty() {
        let (file, path, text) = file_of(&meeting.id, &loaded.sources);
        let edits: Vec<_> = decided.changes.iter().map(|it| edit(it, &loaded.workspace)).collect();
        let text = set_attendance(file, text, &edits).map_err(|it| loaded.fail(vec![it]))?;
        changes.push(NewText { path, text });
    }
    let file = loaded.sources.file(meeting.origin.file);
    let mut text = file.text.clone();
    for (key, towns) in [("attended", &decided.attended), ("excused", &decided.excused)] {
        let Some(towns) = towns else { continue };
        let ids: Vec<&str> =
            towns.iter().map(|id| loaded.workspace.city(*id).id.as_str()).collect();
        text = set_towns(&text, key, &ids).ok_or_else(|| {
            Findings::one(BadArgument {
                name: key.to_owned(),
                found: String::new(),
                german: format!("`{key}` steht nicht als Liste in der Datei"),
                english: format!("`{key}` is no list in the file"),
            })
        })?;
    }
    if text != file.text {
        changes.push(NewText { path: file.path.clone(), text });
    }
    let words = told(decided, meeting, &loaded.workspace, context.language);
    if propose(&changes, Vec::new(), Some(&words), args.manner, loaded, context)? {
        done(context);
    }
    Ok(())
}

fn edit<'w>(change: &'w Change, workspace: &'w Workspace) -> AttendanceEdit<'w> {
    match change {
        Change::Remove(origin, _) => AttendanceEdit::Remove(*origin),
        Change::Set(origin, _, presence) => AttendanceEdit::Set(*origin, *presence),
        Change::Add(Attendee::Contact(id), presence) => {
            let id = workspace.contact(*id).id.as_str();
            AttendanceEdit::Add(vec![("person", id)], *presence)
        }
        Change::Add(Attendee::Guest(guest), presence) => {
            let city = guest.city.map(|city| ("city", workspace.city(city).id.as_str()));
            let organisation = guest.organisation.as_ref();
            let organisation = organisation.map(|words| ("organisation", words.as_str()));
            let keys = [Some(("name", guest.name.as_str())), city, organisation];
            AttendanceEdit::Add(keys.into_iter().flatten().collect(), *presence)
        }
    }
}

/// What changes, a line each.
fn told(decided: &Decided, meeting: &Meeting, workspace: &Workspace, language: Language) -> String {
    let mut words = format!("{} ({})\n", meeting.title.value, meeting.id);
    for change in &decided.changes {
        let (who, presence) = match change {
            Change::Add(who, presence) | Change::Set(_, who, presence) => (who, Some(*presence)),
            Change::Remove(_, who) => (who, None),
        };
        let label = presence
            .map_or(language.pick("doch nicht da", "not there after all"), |it| it.name(language));
        let person = person(workspace, who, presence.unwrap_or(Presence::Absent));
        // Nothing can go wrong when a string is written to.
        let _ = writeln!(words, "  {label}: {}", person.in_town());
    }
    let names = |towns: &[CityId]| {
        let names = towns.iter().map(|id| workspace.city(*id).name.to_string());
        let names = names.collect::<Vec<_>>().join(", ");
        if names.is_empty() { "–".to_owned() } else { names }
    };
    let towns = [
        (&decided.attended, language.pick("vertreten", "represented")),
        (&decided.excused, language.pick("entschuldigt", "excused")),
    ];
    for (list, label) in towns {
        let Some(list) = list else { continue };
        let _ = writeln!(words, "  {label}: {}", names(list));
    }
    words
}
