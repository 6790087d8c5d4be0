//! Mails to those who must know of a change.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::{LeftOut, Mail, Mailing, Update, one_an_address};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::outbox::{LostVersion, NobodyTold};
use crate::domain::contact;
use crate::domain::id::Id;
use crate::domain::meeting::Meeting;
use crate::domain::outbox::Outbox;
use crate::domain::release::{Facts, Release};
use crate::domain::workspace::Workspace;
use crate::plan::post::document_kind::Document;
use crate::plan::post::notification::{Notice, Told, chosen_names, is_moved, notice, part, told};
use crate::plan::post::purge::purged;
use crate::plan::post::recipient::{Addressee, Choice, Chosen, Recipient, choose};
use crate::text::address_key;

/// Everything that decides who must know what.
struct Case<'a> {
    workspace: &'a Workspace,
    meeting: &'a Meeting,
    now: &'a Facts,
}

/// The mails that tell of what is otherwise `now` than it was when everybody was last written to. If
/// `choice` has no names, those are meant that were chosen before; who no longer is, is told so.
///
/// # Errors
/// If it is not known who was told what, or nobody was told anything, or a name is nobody's.
pub fn update<'a>(
    workspace: &'a Workspace,
    outbox: &'a Outbox,
    now: &'a Facts,
    choice: Choice<'a>,
) -> Result<Mailing<'a>, Vec<Diagnostic>> {
    let meeting = choice.meeting;
    // Whoever was told by a mail that is gone would be taken for somebody new.
    if let Some(run) = outbox.purged_about(&meeting.id).next() {
        return Err(vec![purged(run)]);
    }
    let told = told(outbox, &meeting.id);
    if told.is_empty() {
        return Err(vec![Diagnostic::new(NobodyTold { meeting: meeting.id.to_string() })]);
    }
    let case = Case { workspace, meeting, now };
    let meant = match choice.names {
        [] => still_meant(workspace, outbox, choice)?,
        _ => choose(workspace, &choice)?,
    };
    // Whoever asks for some people alone does not mean that the others are no longer meant.
    let gone = if choice.names.is_empty() { case.gone(&told, &meant) } else { Vec::new() };
    let (recipients, left_out) = one_an_address(workspace, meant);
    let mut mailing = Mailing { mails: Vec::new(), left_out };
    let by_address = by_address(&told);
    for to in recipients {
        // Who was told under this key, else at this address: a new key for somebody is nobody new.
        let own = told.get(to.who.id(workspace));
        let same = || by_address.get(&case.address(to.who)?).copied();
        let told = own.or_else(same);
        mailing.mails.extend(case.mail(to, told, true)?);
    }
    for (id, told) in gone {
        let contact = workspace.contacts.iter().find(|one| one.id == *id);
        if contact.is_none_or(|contact| contact.mail != contact::Mail::Never) {
            let to = case.as_known(id, told, choice);
            mailing.mails.extend(case.mail(to, Some(told), false)?);
        } else if mailing.left_out.iter().all(|one| one.who().id(workspace) != id) {
            mailing.left_out.push(LeftOut::Never(Addressee::Gone(told.message)));
        }
    }
    Ok(mailing)
}

/// Those whom the names mean that chose the recipients so far, as far as they still choose somebody.
fn still_meant<'a>(
    workspace: &Workspace,
    outbox: &Outbox,
    choice: Choice<'_>,
) -> Result<Chosen<'a>, Vec<Diagnostic>> {
    let names = chosen_names(outbox, &choice.meeting.id).into_iter().map(ToString::to_string);
    let chooses = |name: &String| {
        choose(workspace, &Choice { names: std::slice::from_ref(name), ..choice }).is_ok()
    };
    let names: Vec<String> = names.filter(chooses).collect();
    choose(workspace, &Choice { names: &names, ..choice })
}

/// The first who was told something at each address.
fn by_address<'t, 'a>(told: &'t BTreeMap<Id, Told<'a>>) -> HashMap<String, &'t Told<'a>> {
    let at = |told: &'t Told<'a>| Some((address_key(told.message.mail.as_str())?, told));
    told.values().rev().filter_map(at).collect()
}

impl<'a> Case<'a> {
    fn address(&self, who: Addressee<'a>) -> Option<String> {
        address_key(who.mail(self.workspace)?.as_str())
    }

    /// Those who were told something and are not meant, by key or address.
    fn gone<'t>(
        &self,
        told: &'t BTreeMap<Id, Told<'a>>,
        meant: &Chosen<'a>,
    ) -> Vec<(&'t Id, &'t Told<'a>)> {
        let meant = || meant.recipients.iter().map(|one| one.who);
        let keys: HashSet<&Id> = meant().map(|who| who.id(self.workspace)).collect();
        let addresses: HashSet<String> = meant().filter_map(|who| self.address(who)).collect();
        let is_meant = |id: &Id, told: &Told<'_>| {
            let key = address_key(told.message.mail.as_str());
            keys.contains(id) || key.is_some_and(|key| addresses.contains(&key))
        };
        told.iter().filter(|(id, told)| !is_meant(id, told)).collect()
    }

    /// Somebody who is no longer meant, as they are in the contacts or were when last written to.
    fn as_known(&self, id: &Id, told: &Told<'a>, choice: Choice<'_>) -> Recipient<'a> {
        let names = [id.to_string()];
        let chosen = choose(self.workspace, &Choice { names: &names, ..choice });
        let chosen = chosen.into_iter().flat_map(|chosen| chosen.recipients);
        let mut same = chosen.filter(|one| one.who.id(self.workspace) == id);
        let known = same.find(|one| one.who.mail(self.workspace).is_some());
        known.unwrap_or(Recipient { who: Addressee::Gone(told.message), chosen_by: Vec::new() })
    }

    /// The version that somebody was told.
    fn version(&self, told: &Told<'_>) -> Result<&'a Release, Vec<Diagnostic>> {
        let version = told.run.version;
        let found = self.meeting.releases.iter().find(|release| release.number == version.value);
        found.ok_or_else(|| {
            let (meeting, number) = (self.meeting.id.to_string(), version.value);
            vec![Diagnostic::at(version.origin, LostVersion { meeting, number })]
        })
    }

    /// The mail that a recipient must get, if any.
    fn mail(
        &self,
        to: Recipient<'a>,
        told: Option<&Told<'a>>,
        is_meant: bool,
    ) -> Result<Option<Mail<'a>>, Vec<Diagnostic>> {
        let known = told.filter(|told| told.counts_on_it());
        let known = known.map(|told| self.version(told)).transpose()?;
        let part = part(self.workspace, self.meeting, to.who.id(self.workspace).as_str());
        let facts = known.map(|release| &release.facts);
        let Some(notice) = notice(facts, self.now, is_meant, &part) else { return Ok(None) };
        let is_moved = facts.is_some_and(|facts| is_moved(facts, self.now, self.meeting));
        let notice = match notice {
            Notice::Change if is_moved => Notice::Postponement,
            notice => notice,
        };
        let known = known.filter(|_| matches!(notice, Notice::Change | Notice::Postponement));
        let update = Some(Update { notice, now: self.now, known, part, is_moved });
        let document = Document::BuiltIn(notice.document());
        Ok(Some(Mail { to, document, update, sequence: told.and_then(|told| told.sequence) }))
    }
}
