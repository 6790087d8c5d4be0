//! What stands in the files of replies, and who was written to.

use anyhow::Result;

use crate::cli::change::{Manner, NewText, propose};
use crate::cli::context::Context;
use crate::cli::loaded::Loaded;
use crate::domain::id::Id;
use crate::domain::reply::{Reply, Said, Who};
use crate::input::edit::{NewReply, set_replies};
use crate::plan::post::reply::people::People;
use crate::source::{FileId, Sources};

/// The folder of replies, one file a meeting.
const REPLIES: &str = "replies";

/// A reply to be written.
pub(super) struct Entry<'a> {
    pub(super) meeting: &'a Id,
    pub(super) who: Who,
    pub(super) before: Option<&'a Reply>,
    pub(super) said: &'a Said,
}

/// Proposes replies in the files of their meetings, each in one change; they come by meeting. Says
/// whether they are written.
pub(super) fn write(
    entries: &[Entry<'_>],
    people: &People<'_>,
    manner: Manner,
    loaded: &Loaded,
    context: &Context,
) -> Result<bool> {
    let mut changes = Vec::new();
    for entries in entries.chunk_by(|one, other| one.meeting == other.meeting) {
        let Some(first) = entries.first() else { continue };
        let (file, path, text) = file_of(first.meeting, &loaded.sources);
        let new = |entry: &Entry<'_>| {
            let kind = match entry.who {
                Who::Contact(_) => "person",
                Who::City(_) => "city",
            };
            (kind, people.id(entry.who).as_str())
        };
        let replies: Vec<NewReply<'_>> = entries
            .iter()
            .map(|entry| NewReply {
                who: new(entry),
                before: entry.before.map(|reply| (reply.origin, &reply.said)),
                said: entry.said,
            })
            .collect();
        let text = set_replies(file, text, &replies).map_err(|it| loaded.fail(vec![it]))?;
        changes.push(NewText { path, text });
    }
    propose(&changes, Vec::new(), None, manner, loaded, context)
}

/// The file of replies to a meeting, its path and its text; an empty one if there is none yet.
pub(in crate::cli) fn file_of<'s>(
    meeting: &Id,
    sources: &'s Sources,
) -> (Option<FileId>, String, &'s str) {
    let wanted = format!("{REPLIES}/{meeting}.toml");
    // Some systems write `.TOML`.
    let found = sources.iter().find(|(_, file)| file.path.eq_ignore_ascii_case(&wanted));
    match found {
        Some((id, file)) => (Some(id), file.path.clone(), &file.text),
        None => (None, wanted, ""),
    }
}
