//! Answers that cannot be meant as they stand: to a day that nobody can tell, to one that never was, with
//! company that cannot be.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::diagnostic::Diagnostic;
use crate::diagnostic::reply::{
    AnswersToNoDay, CompanyDeclined, NoWithCompany, OwnCompany, UndatedAnswers, YesWithSubstitute,
};
use crate::domain::meeting::{Meeting, Status};
use crate::domain::outbox::Outbox;
use crate::domain::reply::{Reply, ReplyAnswer, Who};
use crate::domain::workspace::Workspace;
use crate::plan::post::reply::answers::{Answers, along, instead, is_own_name};
use crate::plan::post::reply::day::{Standing, standing};

/// All that is to be said of the answers to `meeting`.
pub(super) fn check(workspace: &Workspace, meeting: &Meeting) -> Vec<Diagnostic> {
    let replies = || workspace.replies_to(&meeting.id);
    let ids = |replies: &[&Reply]| {
        replies.iter().map(|reply| workspace.id_of(reply.from.who()).to_string()).collect()
    };
    let mut findings: Vec<Diagnostic> = undated(workspace, meeting).into_iter().collect();
    let never: Vec<(&Reply, NaiveDate)> = replies()
        .filter_map(|reply| match standing(meeting, &reply.said) {
            Standing::Never(day) => Some((reply, day)),
            Standing::Counts
            | Standing::Earlier(_)
            | Standing::Unknown
            | Standing::AskedAgain(_)
            | Standing::Withdrawn => None,
        })
        .collect();
    findings.extend(never.first().map(|(first, _)| {
        let of_whom: Vec<&Reply> = never.iter().map(|(reply, _)| *reply).collect();
        let days: BTreeSet<NaiveDate> = never.iter().map(|(_, day)| *day).collect();
        let problem = AnswersToNoDay { names: ids(&of_whom), days: days.into_iter().collect() };
        Diagnostic::at(first.origin, problem)
    }));
    let bring =
        |reply: &&Reply| reply.said.answer == ReplyAnswer::No && reply.said.companions() > 0;
    let bring: Vec<&Reply> = replies().filter(bring).collect();
    findings.extend(
        bring
            .first()
            .map(|first| Diagnostic::at(first.origin, NoWithCompany { names: ids(&bring) })),
    );
    let names_self = |reply: &&Reply| {
        let mut names = reply.said.with.iter().chain(&reply.said.substitute);
        names.any(|name| is_own_name(workspace, reply.from.who(), name))
    };
    let own: Vec<&Reply> = replies().filter(names_self).collect();
    findings.extend(
        own.first().map(|first| Diagnostic::at(first.origin, OwnCompany { names: ids(&own) })),
    );
    // A town that says who comes in its place is represented.
    let sends = |reply: &&Reply| {
        let comes = reply.said.answer == ReplyAnswer::Yes && reply.said.substitute.is_some();
        comes && matches!(reply.from.who(), Who::Contact(_))
    };
    let send: Vec<&Reply> = replies().filter(sends).collect();
    findings.extend(
        send.first()
            .map(|first| Diagnostic::at(first.origin, YesWithSubstitute { names: ids(&send) })),
    );
    let no_mails = Outbox::default();
    let answers = Answers::new(workspace, &no_mails, meeting);
    let named = |reply: &'_ Reply| {
        let company = along(workspace, reply).chain(instead(workspace, reply));
        company.filter(|name| answers.has_declined(name)).map(ToString::to_string).collect()
    };
    let declined: Vec<(&Reply, Vec<String>)> = replies()
        .map(|reply| (reply, named(reply)))
        .filter(|(_, company): &(_, Vec<String>)| !company.is_empty())
        .collect();
    findings.extend(declined.first().map(|(first, _)| {
        let of_whom: Vec<&Reply> = declined.iter().map(|(reply, _)| *reply).collect();
        let company = declined.iter().flat_map(|(_, company)| company.clone()).collect();
        Diagnostic::at(first.origin, CompanyDeclined { names: ids(&of_whom), company })
    }));
    findings
}

/// The answers to a meeting that was moved that say neither day nor revision, and came when that tells
/// nothing: all of them at once, at the first.
fn undated(workspace: &Workspace, meeting: &Meeting) -> Option<Diagnostic> {
    meeting.when.date?;
    if meeting.status.value == Status::Cancelled {
        return None;
    }
    let is_unknown = |reply: &&Reply| standing(meeting, &reply.said) == Standing::Unknown;
    let unknown: Vec<&Reply> = workspace.replies_to(&meeting.id).filter(is_unknown).collect();
    let name = |reply: &&Reply| workspace.id_of(reply.from.who()).to_string();
    let problem = UndatedAnswers { names: unknown.iter().map(name).collect() };
    unknown.first().map(|first| Diagnostic::at(first.origin, problem))
}
