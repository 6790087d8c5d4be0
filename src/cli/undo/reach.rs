//! How far back the changes of a workspace can be taken.

use std::collections::HashMap;
use std::io;
use std::path::Path;

use crate::cli::context::Context;
use crate::cli::outbox::undo::Unsent;
use crate::system::journal::{JOURNAL, Journal, Past, Step, was_made_in};
use crate::system::{files, owner};

/// What files are to hold when all later changes are taken back.
type Held = HashMap<String, Option<Vec<u8>>>;

/// Which of the changes `past`, the oldest first, can be taken back once those after them are: nothing
/// goes back past what cannot.
pub(in crate::cli) fn reach(root: &Path, past: &[Past], context: &Context) -> Vec<bool> {
    let unreadable = Journal::unreadable(root);
    let mut is_open = !owner::is_others(&root.join(JOURNAL));
    let mut held = Held::new();
    let unsent = Unsent::default();
    let mut goes_back = |past: &Past| {
        if past.is_taken_back {
            return false;
        }
        is_open = is_open
            && past.entry.is_undoable
            && was_made_in(root, &past.entry)
            && unreadable.is_none_or(|unreadable| unreadable < past.number)
            && is_as_it_was_left(past, root, &mut held, |run| unsent.holds(run, context));
        is_open
    };
    let mut reach: Vec<bool> = past.iter().rev().map(&mut goes_back).collect();
    reach.reverse();
    reach
}

/// Whether all that it takes is there, and everything is as the change left it; then `held` is what it
/// was before.
fn is_as_it_was_left(
    past: &Past,
    root: &Path,
    held: &mut Held,
    mut can_go: impl FnMut(&str) -> bool,
) -> bool {
    past.entry.steps.iter().enumerate().rev().all(|(number, step)| {
        let contents = Journal::contents(root, past, number).ok();
        let Some([old, new]) = contents.filter(|contents| step.can_go_back(contents)) else {
            return false;
        };
        match step {
            Step::MadeFolder(_) | Step::RemovedFolder(_) => true,
            Step::Placed(folder, _) => can_go(folder),
            Step::Changed(path) | Step::Made(path, _) | Step::Removed(path) => {
                let now = held.get(path).cloned().or_else(|| content(&root.join(path)).ok());
                held.insert(path.clone(), old);
                now == Some(new)
            }
        }
    })
}

/// What a file holds; none if it is not there.
fn content(path: &Path) -> io::Result<Option<Vec<u8>>> {
    match (files::exists(path), files::is_file(path)) {
        (false, _) => Ok(None),
        (true, true) => files::read_whole(path).map(Some),
        (true, false) => Err(io::ErrorKind::InvalidInput.into()),
    }
}
