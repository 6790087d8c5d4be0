//! Mails to those who must know of a change.

use std::collections::{BTreeMap, HashSet};

use super::{LeftOut, Mail, Mailing, Update, former, one_an_address, part_at};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::outbox::NobodyTold;
use crate::domain::contact;
use crate::domain::id::{CityId, Id};
use crate::domain::line::Line;
use crate::domain::meeting::Meeting;
use crate::domain::outbox::Outbox;
use crate::domain::release::Facts;
use crate::domain::reply::Who;
use crate::domain::session::Audience;
use crate::domain::workspace::Workspace;
use crate::plan::post::document_kind::Document;
use crate::plan::post::knowledge::{Known, Now};
use crate::plan::post::notification::{Part, notice, part};
use crate::plan::post::purge::purged;
use crate::plan::post::recipient::{
    Addressee, Choice, Chosen, Recipient, choose, has_part, has_part_in, left_with_town,
    without_former_members,
};
use crate::plan::post::told::{Heard, Mailboxes, Told, chosen_names, reached, told};
use crate::text::address_key;

/// Everything that decides who must know what.
struct Case<'a> {
    workspace: &'a Workspace,
    meeting: &'a Meeting,
    now: &'a Now,
}

/// The mails that tell of what is otherwise `now` than it was when everybody was last written to. If
/// `choice` has no names, those are meant that were chosen before; who no longer is, is told so.
///
/// # Errors
/// If it is not known who was told what, or nobody was told anything, or a name is nobody's.
pub fn update<'a>(
    workspace: &'a Workspace,
    outbox: &'a Outbox,
    now: &'a Now,
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
    let mut meant = match choice.names {
        [] => still_meant(workspace, outbox, choice)?,
        _ => choose(workspace, &choice)?,
    };
    if choice.names.is_empty() {
        let fresh = case.newly_taking_part(&told, &meant, choice);
        meant.recipients.extend(fresh);
    }
    let former = without_former_members(workspace, meeting, choice.today, &mut meant.recipients);
    // Whoever asks for some people alone does not mean that the others are no longer meant.
    let mut gone = if choice.names.is_empty() { case.gone(&told, &meant) } else { Vec::new() };
    // Whoever has a part in the programme is expected, whatever chose them before.
    let has_left = |one: &&Recipient<'a>| left_with_town(workspace, meeting, choice.today, one);
    let mut kept: Vec<Addressee<'a>> =
        meant.recipients.iter().filter(|one| has_left(one).is_some()).map(|one| one.who).collect();
    gone.retain(|(id, told)| {
        let to = case.as_known(id, told, choice);
        let has_part =
            matches!(to.who, Addressee::Known(who) if has_part_in(workspace, meeting, who));
        let is_due = told.counts_on_it();
        // Somebody of a town who was entered since brings their own mail, and takes nothing from the town.
        let town = town(workspace, id).filter(|(town, city)| {
            let is_of = |one: &Recipient<'_>| {
                matches!(one.who, Addressee::Known(who @ Who::Contact(_))
                    if workspace.city_of(who) == Some(*city))
            };
            left_with_town(workspace, meeting, choice.today, town).is_none()
                && meant.recipients.iter().any(is_of)
        });
        let stays = is_due && (has_part || town.is_some());
        if stays {
            kept.extend(has_part.then_some(to.who));
            meant.recipients.push(town.filter(|_| !has_part).map_or(to, |(town, _)| town));
        }
        !stays
    });
    let (recipients, mut left_out) = one_an_address(workspace, &told, meant, false);
    left_out.extend(former.into_iter().map(|(who, until)| LeftOut::Former { who, until }));
    let mut mailing = Mailing { mails: Vec::new(), left_out, kept, later: 0 };
    let reached = reached(outbox, &meeting.id);
    let (mailboxes, reached) = (Mailboxes::new(&told), Mailboxes::new(&reached));
    let write = |mailing: &mut Mailing<'a>, mail: Option<Mail<'a>>| {
        let Some(mail) = mail else { return };
        let who = mail.to.who;
        let (id, address) = (who.id(workspace), who.mail(workspace).map(Line::as_str));
        // Whoever has heard of nothing yet is told of no change, and of no end.
        match mailboxes.of(id, address).filter(|_| reached.of(id, address).is_none()) {
            Some(told) => mailing.left_out.push(LeftOut::Unreached { who, run: &told.run.name }),
            None => mailing.mails.push(mail),
        }
    };
    for to in recipients {
        let (id, address) = (to.who.id(workspace), to.who.mail(workspace).map(Line::as_str));
        let is_off = mailboxes.of(id, address).is_some_and(Told::was_taken_off);
        if is_off && choice.names.is_empty() {
            mailing.left_out.push(LeftOut::TakenOff(to.who));
        } else {
            let part = part_at(workspace, meeting, to.who, &mailing.left_out);
            let known = case.known(&to, &part, &mailboxes)?;
            let mail = case.mail(to, part, &mailboxes, true)?;
            mailing.later +=
                usize::from(mail.is_none() && known.is_some_and(|it| case.is_news_to(&it)));
            write(&mut mailing, mail);
        }
    }
    for (id, told) in gone {
        let contact = workspace.contact_named(id.as_str()).map(|(_, contact)| contact);
        if contact.is_none_or(|contact| contact.mail != contact::Mail::Never) {
            let to = case.as_known(id, told, choice);
            let part = part(workspace, meeting, to.who.id(workspace).as_str());
            write(&mut mailing, case.mail(to, part, &mailboxes, false)?);
        } else if mailing.left_out.iter().all(|one| one.who().id(workspace) != id) {
            mailing.left_out.push(LeftOut::Never(Addressee::Gone(told.message)));
        }
    }
    Ok(mailing)
}

/// The town with this key, if it has a mailbox.
fn town<'a>(workspace: &Workspace, id: &Id) -> Option<(Recipient<'a>, CityId)> {
    let Some(who @ Who::City(city)) = workspace.who(id.as_str()) else { return None };
    workspace.city(city).mail.as_ref()?;
    Some((Recipient { who: Addressee::Known(who), chosen_by: Vec::new() }, city))
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

    /// Those whom nobody has written to and who got a firm part in the programme since somebody was: before,
    /// somebody may have decided not to write to them.
    fn newly_taking_part(
        &self,
        told: &BTreeMap<Id, Told<'a>>,
        meant: &Chosen<'a>,
        choice: Choice<'_>,
    ) -> Vec<Recipient<'a>> {
        let Self { workspace, meeting, now } = *self;
        let is_meant = |id: &Id| meant.recipients.iter().any(|one| one.who.id(workspace) == id);
        let numbers: HashSet<u32> =
            told.values().flat_map(|told| &told.mails).map(|(run, _)| run.version.value).collect();
        let given_out: Vec<&Facts> = meeting
            .releases
            .iter()
            .filter(|release| numbers.contains(&release.number))
            .map(|release| &release.facts)
            .collect();
        let is_new =
            |id: &Id| part(workspace, meeting, id.as_str()).is_new_to(&given_out, now.all());
        let fresh = workspace.contacts.iter().filter(|contact| {
            workspace
                .contact_named(contact.id.as_str())
                .is_some_and(|(it, _)| has_part(meeting, Who::Contact(it)))
                && matches!(contact.mail, contact::Mail::At(_))
                && !told.contains_key(&contact.id)
                && !is_meant(&contact.id)
                && is_new(&contact.id)
        });
        let names: Vec<String> = fresh.map(|contact| contact.id.to_string()).collect();
        let chosen = choose(workspace, &Choice { names: &names, ..choice });
        let mut fresh = chosen.map(|chosen| chosen.recipients).unwrap_or_default();
        for one in &mut fresh {
            // Their part chose them, and no name.
            one.chosen_by.clear();
        }
        fresh
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

    /// What a recipient with this part knows of the meeting.
    fn known(
        &self,
        to: &Recipient<'a>,
        part: &Part,
        mailboxes: &Mailboxes<'_, 'a>,
    ) -> Result<Option<Known<'a>>, Vec<Diagnostic>> {
        let (id, address) = (to.who.id(self.workspace), to.who.mail(self.workspace));
        match mailboxes.of(id, address.map(Line::as_str)) {
            Some(told) => Known::by_mails(self.meeting, told, part, self.now),
            None => Ok(None),
        }
    }

    /// Whether readers of the programme who know this would be told otherwise now.
    fn is_news_to(&self, known: &Known<'_>) -> bool {
        let public = |facts: &Facts| facts.clone().for_reader(Audience::Public);
        let now = self.now.beside(&known.facts);
        !public(&known.facts).says_the_same_as(&public(now))
    }

    /// The mail that a recipient must get, if any.
    fn mail(
        &self,
        to: Recipient<'a>,
        part: Part,
        mailboxes: &Mailboxes<'_, 'a>,
        is_meant: bool,
    ) -> Result<Option<Mail<'a>>, Vec<Diagnostic>> {
        let Self { workspace, meeting, now } = *self;
        let (id, address) = (to.who.id(workspace), to.who.mail(workspace).map(Line::as_str));
        let told = mailboxes.of(id, address);
        let known = self.known(&to, &part, mailboxes)?;
        let now = known.as_ref().map_or(now.all(), |known| now.beside(&known.facts));
        let facts = known.as_ref().map(|known| &*known.facts);
        let Some(notice) = notice(facts, now, is_meant, &part) else { return Ok(None) };
        let heard = Heard::of(told);
        let notice = match heard {
            Heard::DayAlone => notice.to_those_who_know_the_day_alone(now),
            Heard::Nothing | Heard::More => notice,
        };
        let former = told.and_then(|told| former(meeting, told, now));
        let was_off = facts.is_some_and(Facts::is_cancelled);
        let known = known.filter(|_| !notice.begins_anew());
        let was_withdrawn = told.is_some_and(|told| !told.counts_on_it());
        let update =
            Some(Update { notice, now, known, former, was_off, was_withdrawn, heard, part });
        let document = Document::BuiltIn(notice.document());
        Ok(Some(Mail { document, update, calendar: mailboxes.calendar(id, address), to }))
    }
}
