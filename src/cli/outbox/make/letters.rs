//! Mails are made and put in their folder, together or not at all.

use std::collections::hash_map::Entry;
use std::collections::{BTreeSet, HashMap};
use std::io;
use std::path::Path;

use anyhow::{Context as _, Result};
use chrono::{DateTime, FixedOffset};
use rayon::iter::{IntoParallelRefIterator as _, ParallelIterator as _};

use super::attachments;
use super::drafts::{Draft, Drafts};
use crate::cli::context::Context;
use crate::cli::failure::Findings;
use crate::cli::loaded::Loaded;
use crate::cli::write::rendered::Wordings;
use crate::diagnostic::request::NoSender;
use crate::document::outbox::{Listed, list, list_head};
use crate::domain::meeting::{Meeting, Status};
use crate::domain::outbox::{Outbox, RunName};
use crate::domain::release::Facts;
use crate::domain::reply::ReplyAnswer;
use crate::input::outbox::{LIST, NewMessage, NewRun, RECORD, run_text};
use crate::plan::actions::{mark, owed};
use crate::plan::post::document_kind::DocumentKind;
use crate::plan::post::exchange::{Method, method, sequence};
use crate::plan::post::told::Heard;
use crate::render::eml::{
    Attachment, Correspondent, Enclosures, Invite, Mail, eml_with, names_in_mail,
};
use crate::render::html::styled;
use crate::render::ics::{Exchange, Invitation, Participation, Party, invitation};
use crate::render::text::text;
use crate::system::folder::NewFolder;
use crate::text::{Language, slug, wire_address};
use crate::view::calendar;
use crate::view::merge::sender;

/// How many lines of the list are laid out together, and how many mails are made at once.
const PORTION: usize = 100;

/// Makes the mails of a run.
pub(super) struct Letters<'a> {
    run: &'a RunName,
    meeting: &'a Meeting,
    loaded: &'a Loaded,
    outbox: &'a Outbox,
    made: DateTime<FixedOffset>,
    address: String,
    /// The meeting as those know it who never heard of another day.
    settled: Meeting,
    /// Files that the user attaches.
    own: Vec<Attachment>,
}

/// What a recipient has heard of the meeting before this mail, as far as programme and calendar tell of it.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct Knowledge {
    /// Whether it is postponed, and they know of no other day.
    is_of_this_day: bool,
    /// Whether they have heard nothing.
    is_none: bool,
}

/// What many mails have in common, made before any of them.
pub(super) struct Shared<'a> {
    wordings: Wordings<'a>,
    calendars: HashMap<(Language, Method, Knowledge), Option<Invitation>>,
    attachments: HashMap<(Language, bool, Knowledge), Vec<Attachment>>,
}

impl Shared<'_> {
    /// What is attached to any of the mails, by its name, calendar entries first.
    pub(super) fn enclosed(&self, language: Language) -> Vec<String> {
        let calendar = self.calendars.values().flatten().next();
        let calendar = calendar.map(|_| language.pick("Kalendereintrag", "calendar entry"));
        let has_calendar = calendar.is_some();
        let names = |files: &Vec<Attachment>| names_in_mail(files, has_calendar);
        let files: BTreeSet<String> = self.attachments.values().flat_map(names).collect();
        calendar.into_iter().map(str::to_owned).chain(files).collect()
    }
}

impl<'a> Letters<'a> {
    pub(super) fn new(
        run: &'a RunName,
        meeting: &'a Meeting,
        own: Vec<Attachment>,
        outbox: &'a Outbox,
        loaded: &'a Loaded,
        context: &Context,
    ) -> Result<Self> {
        let address = loaded.workspace.network.sender.mail.as_ref();
        let address = address.ok_or_else(|| Findings::one(NoSender {}))?.to_string();
        let made = context.clock.now(loaded.workspace.network.time_zone.name());
        let settled = as_settled(meeting);
        Ok(Self { run, meeting, loaded, outbox, made, address, settled, own })
    }

    /// Writes the mails, their list and their record into the new `folder`, which is to stand at `path`. Each
    /// mail is written as soon as it is made, so that many need no more room than few.
    pub(super) fn write(
        &self,
        drafts: &Drafts,
        to: &[String],
        shared: &Shared<'_>,
        folder: NewFolder,
        path: &Path,
        context: &Context,
    ) -> Result<NewFolder> {
        let mut messages = Vec::new();
        for portion in drafts.mails.chunks(PORTION) {
            let made = portion.par_iter().map(|draft| {
                let (bytes, message) = self.mail(draft, shared)?;
                Ok(folder.add(&message.file, &bytes).map(|()| message))
            });
            let made: Vec<Result<io::Result<NewMessage>>> = made.collect();
            for message in made {
                messages.push(written(message?, path, context)?);
            }
        }
        let list = self.list(drafts, &messages);
        written(folder.add(LIST, list.as_bytes()), path, context)?;
        let version = self.meeting.releases.last().map_or(0, |release| release.number);
        let record = NewRun { made: self.made, version, to, messages: &messages };
        written(folder.add(RECORD, run_text(&record).as_bytes()), path, context)?;
        Ok(folder)
    }

    /// Who gets which mail and why, in portions: a table needs much more room than its text.
    fn list(&self, drafts: &Drafts, messages: &[NewMessage]) -> String {
        let language = self.loaded.workspace.network.language;
        let name = self.run.to_string();
        let mut words = text(&list_head(&name, messages.len(), language));
        for (drafts, messages) in drafts.mails.chunks(PORTION).zip(messages.chunks(PORTION)) {
            let listed = drafts.iter().zip(messages).map(|(draft, message)| Listed {
                name: &message.name,
                mail: &message.mail,
                why: &draft.why,
                file: &message.file,
            });
            words.push('\n');
            words.push_str(&text(&list(&name, listed, language)));
        }
        words.extend(drafts.left_out.iter().map(|one| format!("\n{one}\n")));
        words
    }

    /// What the mails of these `drafts` have in common.
    pub(super) fn shared(&self, drafts: &Drafts, context: &Context) -> Result<Shared<'a>> {
        let today = context.clock.today();
        let wanted = drafts.mails.iter().map(|draft| (&draft.document, draft.recipient.language));
        let wordings = Wordings::new(wanted, self.meeting, today, self.outbox, self.loaded);
        let mut shared =
            Shared { wordings, calendars: HashMap::new(), attachments: HashMap::new() };
        for draft in &drafts.mails {
            let language = draft.recipient.language;
            let knowledge = self.knowledge(draft);
            if let Some(method) = self.method(draft) {
                let invitation = || self.invitation(method, language, knowledge);
                shared.calendars.entry((language, method, knowledge)).or_insert_with(invitation);
            }
            let with_programme = self.with_programme(draft);
            let key = (language, with_programme, knowledge);
            if let Entry::Vacant(place) = shared.attachments.entry(key) {
                place.insert(self.attachments(key, context)?);
            }
        }
        Ok(shared)
    }

    /// What the calendar of a recipient is told.
    fn method(&self, draft: &Draft) -> Option<Method> {
        // Whoever knows the day alone has no entry, and is not asked to come by anything but an invitation.
        let knows_day_alone = draft.news.as_ref().is_some_and(|news| news.heard == Heard::DayAlone);
        let kind = draft.document.kind()?;
        if knows_day_alone && kind != DocumentKind::Invitation {
            return None;
        }
        method(kind, self.meeting, draft.calendar)
    }

    /// What a recipient has heard of before.
    fn knowledge(&self, draft: &Draft) -> Knowledge {
        let is_postponed = self.meeting.status.value == Status::Postponed;
        let news = draft.news.as_ref();
        Knowledge {
            is_of_this_day: is_postponed && news.is_some_and(|news| news.former_day.is_none()),
            is_none: news.is_some_and(|news| news.heard == Heard::Nothing),
        }
    }

    /// The meeting as a recipient knows it.
    fn known(&self, knowledge: Knowledge) -> &Meeting {
        if knowledge.is_of_this_day { &self.settled } else { self.meeting }
    }

    /// Whether the programme goes with a document: where it invites or confirms.
    fn with_programme(&self, draft: &Draft) -> bool {
        let kind = draft.document.kind();
        kind.is_some_and(|kind| kind.row().with_programme)
            && self.meeting.when.date.is_some()
            && self.method(draft).is_some()
    }

    /// A mail, and what its record says.
    fn mail(&self, draft: &Draft, shared: &Shared<'_>) -> Result<(Vec<u8>, NewMessage)> {
        let Draft { recipient, document, news, .. } = draft;
        let rendered = shared.wordings.rendered(document, Some(recipient), news.as_ref());
        let rendered = rendered.map_err(|findings| self.loaded.fail(findings))?;
        let language = recipient.language;
        let method = self.method(draft);
        let (calendar, sequence) = self.calendar(draft, method, shared);
        let invite = method.zip(calendar.as_deref());
        let invite = invite.map(|(method, calendar)| Invite { method, calendar });
        let attachments =
            &shared.attachments[&(language, self.with_programme(draft), self.knowledge(draft))];
        let mailed = rendered.mailed();
        let page = styled(&mailed, &self.loaded.sources);
        let page = page.map_err(|findings| self.loaded.fail(findings))?;
        let name = &recipient.name;
        let message_id = self.message_id(document.name(), &recipient.id);
        let mail = Mail {
            from: Correspondent {
                name: Some(rendered.sender.called().to_owned()),
                address: self.address.clone(),
            },
            to: Correspondent {
                name: Some(name.clone()),
                address: recipient.mail.clone().unwrap_or_default(),
            },
            subject: rendered.subject.clone(),
            date: self.made,
            message_id: message_id.clone(),
            language,
            body: text(&mailed),
        };
        let enclosures = Enclosures { html: Some(&page), invite, attachments };
        let bytes = eml_with(&mail, &enclosures)?;
        let message = NewMessage {
            person: recipient.id.clone(),
            name: name.clone(),
            mail: mail.to.address,
            language: recipient.language.code(),
            salutation: recipient.salutation.clone(),
            familiar: recipient.familiar,
            kind: slug(document.name()),
            sequence,
            file: format!("{}.eml", recipient.id),
            message_id,
            chosen_by: recipient.chosen_by.clone(),
            actions: self.actions(draft),
        };
        Ok((bytes, message))
    }

    /// The actions that a mail reminds of, each with its day.
    fn actions(&self, draft: &Draft) -> Vec<String> {
        let workspace = &self.loaded.workspace;
        let who = workspace.who(&draft.recipient.id);
        let who = who.filter(|_| draft.document.kind() == Some(DocumentKind::ActionReminder));
        let owed = who.map(|who| owed(workspace, who, self.made.date_naive()));
        owed.unwrap_or_default().into_iter().map(mark).collect()
    }

    /// From meeting, kind, number and person, so that no two mails ever have the same one and none is
    /// dropped as a duplicate.
    fn message_id(&self, kind: &str, person: &str) -> String {
        let RunName { meeting, number, .. } = self.run;
        let address = wire_address(&self.address).unwrap_or_default();
        let domain = address.rsplit('@').next().unwrap_or_default();
        format!("{meeting}.{}.{number}.{person}@{domain}", slug(kind))
    }

    /// The calendar for a recipient, with its sequence.
    fn calendar(
        &self,
        draft: &Draft,
        method: Option<Method>,
        shared: &Shared<'_>,
    ) -> (Option<String>, Option<u32>) {
        let Some(method) = method else { return (None, None) };
        let recipient = &draft.recipient;
        let own = &shared.calendars[&(recipient.language, method, self.knowledge(draft))];
        let Some(invitation) = own else { return (None, None) };
        let sequence = sequence(self.meeting, method, draft.calendar);
        let is_group = self.loaded.workspace.city_named(&recipient.id).is_some();
        let address = recipient.mail.as_deref().unwrap_or_default();
        let attendee = Party { name: &recipient.name, address, is_group };
        (Some(invitation.to(&attendee, participation(draft), sequence)), Some(sequence))
    }

    fn invitation(
        &self,
        method: Method,
        language: Language,
        knowledge: Knowledge,
    ) -> Option<Invitation> {
        let dated = |facts: &&Facts| facts.date.is_some();
        let known = self.meeting.releases.iter().rev().map(|release| &release.facts).find(dated);
        let calendar =
            calendar::invitation(&self.loaded.workspace, self.known(knowledge), known, language)?;
        let calendar = if knowledge.is_none { calendar.without_dropped() } else { calendar };
        let sender = sender(&self.loaded.workspace);
        let organiser = Party { name: sender.called(), address: &self.address, is_group: false };
        invitation(&calendar, &Exchange { method, organiser, made: self.made.to_utc() })
    }

    /// The files that go with a mail: the programme if it is wanted, then the user's.
    fn attachments(
        &self,
        (language, with_programme, knowledge): (Language, bool, Knowledge),
        context: &Context,
    ) -> Result<Vec<Attachment>> {
        let meeting = self.known(knowledge);
        let programme = with_programme.then(|| {
            attachments::programme_file(meeting, language, knowledge.is_none, self.loaded, context)
        });
        let programme = programme.transpose()?.flatten();
        Ok(programme.into_iter().chain(self.own.iter().cloned()).collect())
    }
}

/// `meeting` without what it was before: whoever never heard of that is told of a meeting like any other.
fn as_settled(meeting: &Meeting) -> Meeting {
    let mut settled = meeting.clone();
    if settled.status.value == Status::Postponed && settled.when.date.is_some() {
        settled.status.value = Status::Invited;
    }
    settled
}

/// What calendars are told of the recipient's answer: that it holds only where the mail does not ask for it.
fn participation(draft: &Draft) -> Participation {
    let Draft { recipient, document, news, .. } = draft;
    let invites = [DocumentKind::Invitation, DocumentKind::SpeakerInvitation];
    let asks = document.kind().is_none_or(|kind| invites.contains(&kind))
        || news.as_ref().is_some_and(|news| news.has_moved || news.asked_again.is_some());
    let is_own = !recipient.answer_is_of_city && recipient.announced_by.is_none();
    match recipient.answer.filter(|_| is_own && !asks) {
        None => Participation::NeedsAction,
        Some(ReplyAnswer::Yes) => Participation::Accepted,
        Some(ReplyAnswer::No) => Participation::Declined,
        Some(ReplyAnswer::Maybe) => Participation::Tentative,
    }
}

/// What the disk did, in the user's words.
pub(super) fn written<T>(result: std::io::Result<T>, path: &Path, context: &Context) -> Result<T> {
    result.with_context(|| context.cannot_write(path))
}
