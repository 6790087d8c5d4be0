//! Mails to those who must know of a change.

use std::collections::BTreeMap;

use anyhow::Result;

use super::plan::{LeftOut, Plan, Planned, chosen, one_each};
use super::{MakeArgs, Opened};
use crate::cli::context::Context;
use crate::cli::failure::Findings;
use crate::cli::loaded::Loaded;
use crate::cli::outbox::opened::purged;
use crate::cli::write::Document;
use crate::cli::write::piece::News;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::outbox::{LostVersion, NobodyTold, UnsentMails};
use crate::domain::contact::Mail;
use crate::domain::id::Id;
use crate::domain::meeting::Meeting;
use crate::domain::outbox::State;
use crate::domain::release::{Facts, Release};
use crate::plan::post::notification::{Notice, Told, chosen_names, is_moved, notice, part, told};
use crate::plan::post::recipient::{Choice, choose};
use crate::plan::programme::release::{facts, facts_beside};
use crate::text::{Language, address_key, list};
use crate::view::changes::news;
use crate::view::merge::Change;
use crate::view::recipient::{Recipient, recipient};

/// What everybody was told last.
type Known<'o> = BTreeMap<Id, Told<'o>>;

/// Everything that decides who must know what.
struct Case<'a> {
    meeting: &'a Meeting,
    now: Facts,
    opened: &'a Opened,
    loaded: &'a Loaded,
    context: &'a Context,
}

/// The mails that tell of what has changed since everybody was last written to.
pub(super) fn plan(
    args: &MakeArgs,
    meeting: &Meeting,
    opened: &Opened,
    loaded: &Loaded,
    context: &Context,
) -> Result<Plan> {
    // Whoever was told by a mail that is gone would be taken for somebody new.
    if let Some(run) = opened.outbox.purged_about(&meeting.id).next() {
        return Err(opened.fail(vec![purged(run)]));
    }
    let told = told(&opened.outbox, &meeting.id);
    if told.is_empty() {
        return Err(Findings::one(NobodyTold { meeting: meeting.id.to_string() }).into());
    }
    let now = facts(&loaded.workspace, meeting);
    let case = Case { meeting, now, opened, loaded, context };
    let mut left_out = Vec::new();
    let names = if args.to.is_empty() { case.names() } else { args.to.clone() };
    let meant = if names.is_empty() {
        Vec::new()
    } else {
        chosen(&names, meeting, &mut left_out, loaded, context)?
    };
    let is_meant = |id: &Id, told: &Told<'_>| {
        let mail = address_key(told.message.mail.as_str());
        let same = |one: &Recipient| {
            one.id == id.as_str() || one.mail.as_deref().and_then(address_key) == mail
        };
        meant.iter().any(same)
    };
    // Whoever asks for some people alone does not mean that the others are no longer meant.
    let gone = told.iter().filter(|(id, told)| args.to.is_empty() && !is_meant(id, told));
    let gone: Vec<_> = gone.collect();
    let mut mails = Vec::new();
    for recipient in one_each(meant, &mut left_out) {
        let told = known(&told, &recipient);
        mails.extend(case.mail(recipient, told, true)?);
    }
    for (id, told) in gone {
        match case.gone(id.as_str(), told) {
            Some(recipient) => mails.extend(case.mail(recipient, Some(told), false)?),
            None if left_out.iter().any(|one| one.is_about(told.message.name.as_str())) => {}
            None => left_out.push(LeftOut::Never { name: told.message.name.to_string() }),
        }
    }
    if !mails.is_empty() {
        context.warn(&case.waiting(), &opened.sources);
    }
    let reason = match loaded.workspace.network.language {
        Language::German => "Änderung mitgeteilt",
        Language::English => "change told",
    };
    Ok(Plan { mails, left_out, reason: reason.to_owned() })
}

/// Who was told under this key, else at this address: a new key for somebody is nobody new.
fn known<'t, 'o>(told: &'t Known<'o>, recipient: &Recipient) -> Option<&'t Told<'o>> {
    let key = |address: &str| address_key(address);
    let mail = recipient.mail.as_deref().and_then(key);
    let own = told.iter().find(|(id, _)| id.as_str() == recipient.id);
    let same = |told: &&Told<'_>| mail.is_some() && key(told.message.mail.as_str()) == mail;
    own.map(|(_, told)| told).or_else(|| told.values().find(same))
}

impl Case<'_> {
    fn choose(&self, names: &[String]) -> Option<Vec<Recipient>> {
        let today = self.context.clock.today();
        let choice = Choice { names, meeting: self.meeting, today, by_mail: true };
        let workspace = &self.loaded.workspace;
        let language = self.context.chosen_language();
        let chosen = choose(workspace, &choice).ok()?.recipients;
        let recipients = chosen.iter();
        Some(recipients.map(|one| recipient(workspace, self.meeting, one, language)).collect())
    }

    /// The names that chose the recipients so far and still choose somebody.
    fn names(&self) -> Vec<String> {
        let names = chosen_names(&self.opened.outbox, &self.meeting.id).into_iter();
        let names = names.map(ToString::to_string);
        names.filter(|name| self.choose(std::slice::from_ref(name)).is_some()).collect()
    }

    /// Somebody who is no longer meant, as they are in the contacts or were when last written to;
    /// none if they want no mail now.
    fn gone(&self, id: &str, told: &Told<'_>) -> Option<Recipient> {
        let contact = self.loaded.workspace.contacts.iter().find(|one| one.id.as_str() == id);
        if contact.is_some_and(|contact| contact.mail == Mail::Never) {
            return None;
        }
        let known = self.choose(&[id.to_owned()]);
        let known = known.and_then(|known| known.into_iter().find(|one| one.id == id));
        let message = told.message;
        Some(known.filter(|known| known.mail.is_some()).unwrap_or_else(|| Recipient {
            id: id.to_owned(),
            name: message.name.to_string(),
            mail: Some(message.mail.to_string()),
            language: message.language.code(),
            salutation: message.salutation.to_string(),
            familiar: message.familiar,
            address: vec![message.name.to_string()],
            city: None,
            answer: None,
            with: Vec::new(),
            chosen_by: Vec::new(),
        }))
    }

    /// The version that somebody was told.
    fn version(&self, told: &Told<'_>) -> Result<&Release> {
        let number = told.run.version.value;
        let found = self.meeting.releases.iter().find(|release| release.number == number);
        found.ok_or_else(|| {
            let problem = LostVersion { meeting: self.meeting.id.to_string(), number };
            self.opened.fail(vec![Diagnostic::at(told.run.version.origin, problem)])
        })
    }

    /// The mail that a recipient must get, if any.
    fn mail(
        &self,
        recipient: Recipient,
        told: Option<&Told<'_>>,
        is_meant: bool,
    ) -> Result<Option<Planned>> {
        let known = told.filter(|told| told.counts_on_it());
        let known = known.map(|told| self.version(told)).transpose()?;
        let part = part(&self.loaded.workspace, self.meeting, &recipient.id);
        let facts = known.map(|release| &release.facts);
        let workspace = &self.loaded.workspace;
        let now = facts.map(|known| facts_beside(workspace, self.meeting, known));
        let now = now.as_ref().unwrap_or(&self.now);
        let Some(mut notice) = notice(facts, now, is_meant, &part) else { return Ok(None) };
        let is_moved = facts.is_some_and(|facts| is_moved(facts, now, self.meeting));
        if notice == Notice::Change && is_moved {
            notice = Notice::Postponement;
        }
        let language = recipient.language();
        let changes =
            |known: &Release, language| news(workspace, &known.facts, now, &part, language);
        let tells = matches!(notice, Notice::Change | Notice::Postponement);
        let known = known.filter(|_| tells);
        let why = self.why(notice, known.map(|known| changes(known, workspace.network.language)));
        let news = known.map(|known| {
            let changes = changes(known, language);
            // The day that they know, if the meeting's file tells another one.
            let is_other = notice == Notice::Postponement && !is_moved;
            let day = changes.first().filter(|_| is_other).and_then(|day| day.before.clone());
            News { changes, reason: self.reason(known), day }
        });
        let sequence = told.and_then(|told| told.sequence);
        let document = Document::BuiltIn(notice.document());
        Ok(Some(Planned { recipient, document, news, why, sequence }))
    }

    /// Why it was changed, if the file of the meeting says so since then.
    fn reason(&self, known: &Release) -> Option<String> {
        let since = known.released.date_naive();
        let history = self.meeting.history.iter().filter(|change| change.changed >= since);
        let newest = history.max_by_key(|change| change.changed)?;
        Some(newest.reason.to_string())
    }

    fn why(&self, notice: Notice, changes: Option<Vec<Change>>) -> String {
        let language = self.loaded.workspace.network.language;
        let say = |german: &str, english: &str| match language {
            Language::German => german.to_owned(),
            Language::English => english.to_owned(),
        };
        match notice {
            Notice::Invitation => say("neu", "new"),
            Notice::Postponement => say("verschoben", "postponed"),
            Notice::Cancellation => say("Absage", "cancelled"),
            Notice::Withdrawal => say("nicht mehr gewählt", "no longer chosen"),
            Notice::Change => {
                let labels = changes.iter().flatten().map(|change| &change.label);
                let labels = list::and(labels, language);
                format!("{}: {labels}", say("geändert", "changed"))
            }
        }
    }

    /// That mails wait whose recipients would now be told of a change.
    fn waiting(&self) -> Vec<Diagnostic> {
        let outbox = &self.opened.outbox;
        let waiting = outbox.about(&self.meeting.id).filter_map(|run| {
            let states = outbox.states(run);
            let number = states.iter().filter(|state| **state == State::Pending).count();
            let problem = UnsentMails { run: run.name.to_string(), number };
            (number > 0).then(|| Diagnostic::at(run.origin, problem))
        });
        waiting.collect()
    }
}
