//! Mails are made and put in their folder, together or not at all.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::path::Path;

use anyhow::{Context as _, Result};
use chrono::{DateTime, FixedOffset};

use super::attachments;
use super::drafts::{Draft, Drafts};
use crate::cli::context::Context;
use crate::cli::failure::Findings;
use crate::cli::loaded::Loaded;
use crate::cli::write::rendered::{Rendered, rendered};
use crate::diagnostic::request::NoSender;
use crate::document::outbox::{Listed, list, list_head};
use crate::domain::meeting::Meeting;
use crate::domain::outbox::RunName;
use crate::domain::release::Facts;
use crate::input::outbox::{LIST, NewMessage, NewRun, RECORD, run_text};
use crate::plan::post::document_kind::DocumentKind;
use crate::plan::post::exchange::{Method, method, sequence};
use crate::render::eml::{Attachment, Correspondent, Enclosures, Invite, Mail, eml_with};
use crate::render::html::styled;
use crate::render::ics::{Exchange, Invitation, Party, invitation};
use crate::render::text::text;
use crate::system::folder::NewFolder;
use crate::text::{Language, slug, wire_address};
use crate::view::calendar;

/// How many lines of the list are laid out together.
const PORTION: usize = 100;

/// Makes the mails of a run.
pub(super) struct Letters<'a> {
    run: &'a RunName,
    meeting: &'a Meeting,
    loaded: &'a Loaded,
    context: &'a Context,
    made: DateTime<FixedOffset>,
    address: String,
    /// Files that the user attaches.
    own: Vec<Attachment>,
}

/// What many mails have in common, made when it is first needed.
#[derive(Default)]
struct Shared {
    calendars: HashMap<(Language, Method), Option<Invitation>>,
    attachments: HashMap<(Language, bool), Vec<Attachment>>,
}

impl<'a> Letters<'a> {
    pub(super) fn new(
        run: &'a RunName,
        meeting: &'a Meeting,
        own: Vec<Attachment>,
        loaded: &'a Loaded,
        context: &'a Context,
    ) -> Result<Self> {
        let address = loaded.workspace.network.sender.mail.as_ref();
        let address = address.ok_or_else(|| Findings::one(NoSender {}))?.to_string();
        let made = context.clock.now(loaded.workspace.network.time_zone.name());
        Ok(Self { run, meeting, loaded, context, made, address, own })
    }

    /// Writes the mails, their list and their record into the new `folder`, which is to stand at `path`. One mail after the
    /// other is made and written, so that many need no more room than few.
    pub(super) fn write(
        &self,
        drafts: &Drafts,
        to: &[String],
        mut folder: NewFolder,
        path: &Path,
    ) -> Result<NewFolder> {
        let done = |result| written(result, path, self.context);
        let mut shared = Shared::default();
        let mut messages = Vec::new();
        for draft in &drafts.mails {
            let (bytes, message) = self.mail(draft, &mut shared)?;
            done(folder.add(&message.file, &bytes))?;
            messages.push(message);
        }
        done(folder.add(LIST, self.list(drafts, &messages).as_bytes()))?;
        let version = self.meeting.releases.last().map_or(0, |release| release.number);
        let record = NewRun { made: self.made, version, to, messages: &messages };
        done(folder.add(RECORD, run_text(&record).as_bytes()))?;
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

    /// A mail, and what its record says.
    fn mail(&self, draft: &Draft, shared: &mut Shared) -> Result<(Vec<u8>, NewMessage)> {
        let Draft { recipient, document, news, .. } = draft;
        let today = self.context.clock.today();
        let rendered = rendered(
            document,
            self.meeting,
            Some(recipient.clone()),
            news.as_ref(),
            today,
            self.loaded,
        )
        .map_err(|findings| self.loaded.fail(findings))?;
        let language = recipient.language;
        let kind = document.kind();
        let method = kind.and_then(|kind| method(kind, self.meeting, draft.calendar));
        let (calendar, sequence) = self.calendar(draft, &rendered, method, shared);
        let invite = method.zip(calendar.as_deref());
        let invite = invite.map(|(method, calendar)| Invite { method, calendar });
        let attachments = self.attachments(language, kind, shared)?;
        let mailed = rendered.mailed();
        let page = styled(&mailed, &self.loaded.sources);
        let page = page.map_err(|findings| self.loaded.fail(findings))?;
        let name = &recipient.name;
        let message_id = self.message_id(document.name(), &recipient.id);
        let mail = Mail {
            from: Correspondent {
                name: Some(organiser(&rendered).to_owned()),
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
        };
        Ok((bytes, message))
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
        rendered: &Rendered,
        method: Option<Method>,
        shared: &mut Shared,
    ) -> (Option<String>, Option<u32>) {
        let Some(method) = method else { return (None, None) };
        let recipient = &draft.recipient;
        let language = recipient.language;
        let own = shared.calendars.entry((language, method));
        let invitation = own.or_insert_with(|| self.invitation(rendered, method, language));
        let Some(invitation) = invitation else { return (None, None) };
        let sequence = sequence(self.meeting, method, draft.calendar);
        let is_group =
            self.loaded.workspace.cities.iter().any(|city| city.id.as_str() == recipient.id);
        let address = recipient.mail.as_deref().unwrap_or_default();
        let attendee = Party { name: &recipient.name, address, is_group };
        (Some(invitation.to(&attendee, sequence)), Some(sequence))
    }

    fn invitation(
        &self,
        rendered: &Rendered,
        method: Method,
        language: Language,
    ) -> Option<Invitation> {
        let dated = |facts: &&Facts| facts.date.is_some();
        let known = self.meeting.releases.iter().rev().map(|release| &release.facts).find(dated);
        let calendar = calendar::invitation(&self.loaded.workspace, self.meeting, known, language)?;
        let organiser =
            Party { name: organiser(rendered), address: &self.address, is_group: false };
        invitation(&calendar, &Exchange { method, organiser, made: self.made.to_utc() })
    }

    /// The files that go with a mail: the programme where it invites or confirms, then the user's.
    fn attachments<'s>(
        &self,
        language: Language,
        kind: Option<DocumentKind>,
        shared: &'s mut Shared,
    ) -> Result<&'s [Attachment]> {
        let with_programme =
            kind.is_some_and(|kind| kind.row().with_programme) && self.meeting.when.date.is_some();
        let key = (language, with_programme);
        let files = match shared.attachments.entry(key) {
            Entry::Occupied(known) => return Ok(known.into_mut()),
            Entry::Vacant(place) => place,
        };
        let programme = with_programme.then(|| {
            attachments::programme_file(self.meeting, language, self.loaded, self.context)
        });
        let programme = programme.transpose()?.flatten();
        Ok(files.insert(programme.into_iter().chain(self.own.iter().cloned()).collect()))
    }
}

/// Who writes, as the mail names them.
fn organiser(rendered: &Rendered) -> &str {
    rendered.sender.name.as_ref().unwrap_or(&rendered.sender.organisation)
}

/// What the disk did, in the user's words.
pub(super) fn written<T>(result: std::io::Result<T>, path: &Path, context: &Context) -> Result<T> {
    result.with_context(|| context.cannot_write(path))
}
