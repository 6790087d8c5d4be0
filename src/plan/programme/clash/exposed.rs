//! What is not for everybody in texts that are.

use std::collections::BTreeSet;

use super::report::ClashReport;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::programme::{ExposedAccess, ExposedAddress};
use crate::domain::id::ContactId;
use crate::domain::meeting::Meeting;
use crate::domain::session::Audience;
use crate::domain::workspace::Workspace;
use crate::plan::post::notification;
use crate::plan::programme::rooms::audience;
use crate::plan::programme::told::{Told, by_meeting, by_network, by_places};
use crate::plan::site::exposed::{Private, holds_access};

/// What somebody has agreed to be known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Agreed {
    /// Those whose addresses and numbers may stand in texts for everybody.
    pub contacts: BTreeSet<ContactId>,
    /// The keys of the meetings whose access may.
    pub access: BTreeSet<String>,
}

/// Reports what is `private` in what `meeting` tells everybody; what is agreed goes into `agreed`.
pub(super) fn check<'m>(
    workspace: &Workspace,
    private: &Private,
    meeting: &'m Meeting,
    report: &mut ClashReport<'m>,
) -> Agreed {
    let mut agreed = Agreed::default();
    let is_open = |told: &Told<'_>| {
        let of = |session| audience(&meeting.sessions, session);
        !told.is_inner && told.session.is_none_or(|one| of(one) == Audience::Public)
    };
    for told in by_meeting(meeting).into_iter().filter(is_open) {
        let contacts = private.in_text(told.words);
        if let Some(finding) = address(workspace, &contacts, &told)
            && report.add(finding, told.session.as_slice())
        {
            agreed.contacts.extend(contacts);
        }
        if let Some(finding) = access(&told)
            && report.add(finding, told.session.as_slice())
        {
            agreed.access.insert(meeting.id.to_string());
        }
    }
    agreed
}

/// The same in what the network and its venues tell.
pub(super) fn elsewhere(workspace: &Workspace, private: &Private) -> Vec<Diagnostic> {
    let told = by_network(workspace).into_iter().chain(by_places(workspace));
    let told = told.filter(|told| !told.is_inner);
    let found = told.flat_map(|told| {
        let contacts = private.in_text(told.words);
        [address(workspace, &contacts, &told), access(&told)]
    });
    found.flatten().collect()
}

/// What somebody has agreed to be known, by the meetings.
pub fn agreed(workspace: &Workspace) -> Agreed {
    let private = Private::of(workspace);
    workspace.meetings.iter().fold(Agreed::default(), |mut all, meeting| {
        let one = check(workspace, &private, meeting, &mut ClashReport::new(meeting));
        all.contacts.extend(one.contacts);
        all.access.extend(one.access);
        all
    })
}

fn address(
    workspace: &Workspace,
    contacts: &BTreeSet<ContactId>,
    told: &Told<'_>,
) -> Option<Diagnostic> {
    let names = contacts.iter().map(|id| notification::name(workspace.contact(*id))).collect();
    let finding = || Diagnostic::at(told.origin, ExposedAddress { names });
    (!contacts.is_empty()).then(finding)
}

fn access(told: &Told<'_>) -> Option<Diagnostic> {
    holds_access(told.words).then(|| Diagnostic::at(told.origin, ExposedAccess {}))
}
