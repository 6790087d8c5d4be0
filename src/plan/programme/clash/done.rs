//! What is said to be done that is on no checklist.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::programme::UnknownTask;
use crate::domain::checklist::{Task, Work};
use crate::domain::meeting::Meeting;
use crate::domain::workspace::Workspace;
use crate::text::{Vocabulary as _, nearest};

/// Tasks of no name; those of the program may be left out of the checklist.
pub(super) fn check(workspace: &Workspace, meeting: &Meeting) -> Vec<Diagnostic> {
    let names = || {
        let known: [&str; Task::ALL.len()] = std::array::from_fn(|at| Task::ALL[at].word());
        known.into_iter().chain(own(workspace))
    };
    let unknown = meeting.done.iter().filter(|done| !names().any(|it| it == done.value.as_str()));
    unknown
        .map(|done| {
            let found = done.value.to_string();
            let near = nearest(&found, names()).map(str::to_owned);
            Diagnostic::at(done.origin, UnknownTask { found, near })
        })
        .collect()
}

/// The network's own tasks.
fn own(workspace: &Workspace) -> impl Iterator<Item = &str> {
    let items = workspace.network.checklist.items().iter();
    items.filter_map(|item| match &item.work {
        Work::Known(_) => None,
        Work::Own { id, .. } => Some(id.as_str()),
    })
}
