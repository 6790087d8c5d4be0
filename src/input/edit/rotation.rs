//! Skips and swaps are added to `rotation.toml` and taken out again.

use chrono::NaiveDate;

use super::operation::{Entry, Operation, apply, inverse};
use super::outline::Outline;
use super::{quoted, refuse_lists, written};
use crate::diagnostic::Diagnostic;
use crate::source::{FileId, Origin};

const SKIP: &str = "skip";
const SWAP: &str = "swap";

/// Why something was agreed, with whom and when.
#[derive(Clone, Debug)]
pub struct Agreement {
    /// Why.
    pub reason: String,
    /// With whom.
    pub agreed_with: Option<String>,
    /// When.
    pub decided: NaiveDate,
}

/// A town is passed over once.
#[derive(Clone, Debug)]
pub struct NewSkip<'a> {
    /// The key of the town.
    pub city: &'a str,
    /// The first day.
    pub from: NaiveDate,
    /// The last day; none is without end.
    pub until: Option<NaiveDate>,
}

/// Adds a skip to `text`; the file may be new and hold nothing yet.
///
/// # Errors
/// If the file has `skip = […]` instead of entries of their own.
pub fn add_skip(
    file: Option<FileId>,
    text: &str,
    skip: &NewSkip<'_>,
    agreement: &Agreement,
) -> Result<String, Diagnostic> {
    let mut keys = vec![("city", quoted(skip.city)), ("from", written(skip.from))];
    keys.extend(skip.until.map(|until| ("until", written(until))));
    add(file, text, SKIP, keys, agreement)
}

/// Adds a swap of the hosts of two meetings, by their keys.
///
/// # Errors
/// If the file has `swap = […]` instead of entries of their own.
pub fn add_swap(
    file: Option<FileId>,
    text: &str,
    meetings: [&str; 2],
    agreement: &Agreement,
) -> Result<String, Diagnostic> {
    let [one, other] = meetings.map(quoted);
    add(file, text, SWAP, vec![("meetings", format!("[{one}, {other}]"))], agreement)
}

/// Takes the skip at `origin` out.
///
/// # Errors
/// If it stands in a list.
pub fn remove_skip(text: &str, origin: Origin) -> Result<String, Diagnostic> {
    remove(text, SKIP, origin)
}

/// Takes the swap at `origin` out.
///
/// # Errors
/// If it stands in a list.
pub fn remove_swap(text: &str, origin: Origin) -> Result<String, Diagnostic> {
    remove(text, SWAP, origin)
}

fn add(
    file: Option<FileId>,
    text: &str,
    kind: &'static str,
    mut keys: Vec<(&'static str, String)>,
    agreement: &Agreement,
) -> Result<String, Diagnostic> {
    if let Some(file) = file {
        refuse_lists(file, text, &[kind])?;
    }
    keys.push(("reason", quoted(&agreement.reason)));
    keys.extend(agreement.agreed_with.as_deref().map(|who| ("agreed-with", quoted(who))));
    keys.push(("decided", written(agreement.decided)));
    let entry = Entry::new(kind, Outline::new(text).count(kind), &keys);
    Ok(apply(text, &[Operation::Add(entry)]).text)
}

/// Takes back that the entry at `origin` was added.
fn remove(text: &str, kind: &'static str, origin: Origin) -> Result<String, Diagnostic> {
    refuse_lists(origin.file, text, &[kind])?;
    let outline = Outline::new(text);
    let number = outline.number(kind, origin.range().start);
    let added = number.map(|number| Operation::Add(Entry::found(&outline, kind, number)));
    Ok(apply(text, &inverse(added.into_iter().collect())).text)
}
