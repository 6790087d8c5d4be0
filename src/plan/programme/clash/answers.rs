//! Answers of which nobody can tell whether they are to the day that the meeting has now.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::reply::UndatedAnswers;
use crate::domain::meeting::{Meeting, Status};
use crate::domain::reply::Reply;
use crate::domain::workspace::Workspace;
use crate::plan::post::reply::day::{Standing, standing};

/// The answers to a meeting that was moved that say neither day nor revision, and came when that tells
/// nothing: all of them at once, at the first.
pub(super) fn check(workspace: &Workspace, meeting: &Meeting) -> Option<Diagnostic> {
    meeting.when.date?;
    if meeting.status.value == Status::Cancelled {
        return None;
    }
    let is_unknown = |reply: &&Reply| {
        reply.meeting == meeting.id && standing(meeting, &reply.said) == Standing::Unknown
    };
    let unknown: Vec<&Reply> = workspace.replies.iter().filter(is_unknown).collect();
    let name = |reply: &&Reply| workspace.id_of(reply.from.who()).to_string();
    let problem = UndatedAnswers { names: unknown.iter().map(name).collect() };
    unknown.first().map(|first| Diagnostic::at(first.origin, problem))
}
