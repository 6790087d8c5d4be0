//! Documents ready to go out: what all of a kind and language have in common, and what each says to its
//! reader.

use std::collections::HashMap;

use chrono::NaiveDate;

use crate::cli::loaded::Loaded;
use crate::cli::minutes::kept_document;
use crate::diagnostic::Diagnostic;
use crate::document::model;
use crate::document::template::Template;
use crate::domain::meeting::{Meeting, Status};
use crate::domain::outbox::Outbox;
use crate::plan::post::document_kind::{Document, DocumentKind};
use crate::plan::post::reply::answers::Answers;
use crate::plan::post::told::Heard;
use crate::render::text::text;
use crate::text::{Language, Vocabulary as _};
use crate::view::Filling;
use crate::view::badges::BadgeWish;
use crate::view::letter::letter;
use crate::view::mailing::News;
use crate::view::merge::{MergeData, Sender, Written, guests, merge_data};
use crate::view::programme::{Edition, programme};
use crate::view::recipient::Recipient;

/// A document to somebody, or to nobody in particular.
pub(in crate::cli) struct Rendered {
    /// The name of the kind of document.
    kind: String,
    /// The name of its file, without its ending.
    pub(super) file: String,
    /// To whom it goes; none for an open one.
    pub(in crate::cli) recipient: Option<Recipient>,
    /// What it is about, in one line.
    pub(in crate::cli) subject: String,
    /// Who writes.
    pub(in crate::cli) sender: Sender,
    /// The document.
    pub(super) document: model::Document,
    /// Its language.
    pub(in crate::cli) language: Language,
    /// Whether its head is that of a letter, which a mail carries in its own.
    is_letter: bool,
    /// The minutes of the meeting, if it is their form and they are kept: nobody is sent the form instead.
    kept: Option<model::Document>,
}

impl Rendered {
    /// Its text as a mail has it.
    pub(super) fn body(&self) -> String {
        text(&self.mailed())
    }

    /// The document as a mail has it: address and subject stand in its own head.
    pub(in crate::cli) fn mailed(&self) -> model::Document {
        let document = self.kept.as_ref().unwrap_or(&self.document).clone();
        if self.is_letter { document.without_head() } else { document }
    }

    /// The document.
    pub(in crate::cli) fn into_document(self) -> model::Document {
        self.document
    }

    /// The same as data.
    pub(super) fn data<'a>(&'a self, meeting: &'a Meeting) -> Written<'a> {
        Written {
            meeting: meeting.id.as_str(),
            document: &self.kind,
            recipient: self.recipient.as_ref(),
            subject: &self.subject,
            body: self.body(),
        }
    }

    /// A name for it among all documents about the meeting: the kind, the meeting, the recipient.
    pub(super) fn message_id(&self, meeting: &Meeting) -> String {
        let recipient = self.recipient.as_ref().map_or("", |recipient| recipient.id.as_str());
        format!("{}.{}.{recipient}", self.kind, meeting.id)
    }
}

/// The language of a document to `recipient`, or to nobody in particular.
pub(super) fn language(recipient: Option<&Recipient>, loaded: &Loaded) -> Language {
    recipient.map_or(loaded.document_language, |one| one.language)
}

/// What documents are made with beside what the files say.
#[derive(Clone, Copy)]
pub(in crate::cli) struct Making {
    /// The day on which they are written.
    pub(super) today: NaiveDate,
    /// The badges that are wanted.
    pub(super) badges: BadgeWish,
}

impl From<NaiveDate> for Making {
    fn from(today: NaiveDate) -> Self {
        Self { today, badges: BadgeWish::default() }
    }
}

/// What documents of one kind in one language have in common.
struct Wording<'l> {
    template: Template<'l>,
    merge: MergeData,
}

impl<'l> Wording<'l> {
    fn new(
        name: &str,
        language: Language,
        meeting: &Meeting,
        Making { today, badges }: Making,
        outbox: &Outbox,
        loaded: &'l Loaded,
    ) -> Result<Self, Vec<Diagnostic>> {
        let template = loaded.template(name, language, meeting)?;
        let workspace = &loaded.workspace;
        // Members keep minutes of what is for them alone as well.
        let is_inner = DocumentKind::read(name).is_some_and(|kind| kind.row().tells_inner);
        let edition = if is_inner { Edition::Internal } else { Edition::Full };
        let programme = programme(workspace, meeting, language, edition);
        let mut merge = merge_data(workspace, meeting, programme, today);
        let answers = Answers::new(workspace, outbox, meeting);
        if template.names_guests() {
            merge.guests = guests(workspace, meeting, &answers);
        }
        if template.tells_actions() {
            merge = merge.with_open_actions(workspace, meeting);
        }
        if template.tells_topics() {
            merge = merge.with_topics(workspace, today);
        }
        if template.tells_badges() {
            merge = merge.with_badges(workspace, meeting, &answers, badges);
        }
        if template.tells_logistics() {
            merge = merge.with_logistics(workspace, meeting, &answers, today);
        }
        if template.tells_remarks() {
            merge = merge.with_remarks(workspace, &answers);
        }
        if template.tells_rooms() {
            merge = merge.with_rooms(workspace, meeting);
        }
        Ok(Self { template, merge })
    }
}

/// What the documents about a meeting have in common: worded once for each kind and language, however
/// many there are.
pub(in crate::cli) struct Wordings<'l> {
    meeting: &'l Meeting,
    making: Making,
    outbox: &'l Outbox,
    loaded: &'l Loaded,
    known: HashMap<(String, Language), Result<Wording<'l>, Vec<Diagnostic>>>,
}

impl<'l> Wordings<'l> {
    /// For those that are `wanted`, written on the day `today`.
    pub(in crate::cli) fn new<'d>(
        wanted: impl IntoIterator<Item = (&'d Document, Language)>,
        meeting: &'l Meeting,
        making: impl Into<Making>,
        outbox: &'l Outbox,
        loaded: &'l Loaded,
    ) -> Self {
        let making = making.into();
        let mut known = HashMap::new();
        for (document, language) in wanted {
            let name = document.name();
            known
                .entry((name.to_owned(), language))
                .or_insert_with(|| Wording::new(name, language, meeting, making, outbox, loaded));
        }
        Self { meeting, making, outbox, loaded, known }
    }

    /// The document for a recipient; `news` stand in the place of the changes that the meeting's file
    /// tells of.
    ///
    /// # Panics
    /// If nobody wanted it in their language.
    pub(in crate::cli) fn rendered(
        &self,
        document: &Document,
        recipient: Option<&Recipient>,
        news: Option<&News>,
    ) -> Result<Rendered, Vec<Diagnostic>> {
        let workspace = &self.loaded.workspace;
        let language = language(recipient, self.loaded);
        let (name, kind) = (document.name(), document.kind());
        // Whoever hears that a meeting does without them, or not at all, hears of the day that they know.
        let believed = news.and_then(|news| news.believed.as_ref());
        let believed = believed.map(|when| Meeting { when: when.clone(), ..self.meeting.clone() });
        let wording =
            |meeting| Wording::new(name, language, meeting, self.making, self.outbox, self.loaded);
        let own = believed.as_ref().map(wording).transpose()?;
        let (meeting, news) = match &believed {
            Some(believed) => (believed, None),
            None => (self.meeting, news),
        };
        let Wording { template, merge } = match &own {
            Some(own) => own,
            None => self.known[&(name.to_owned(), language)].as_ref().map_err(Vec::clone)?,
        };
        let mut merge = merge.clone();
        let postponed = news.filter(|_| meeting.status.value == Status::Postponed);
        if let Some(News { former_day, .. }) = postponed {
            merge.programme.meeting.postponed_from.clone_from(former_day);
        }
        if news.is_some_and(|news| news.heard == Heard::Nothing) {
            merge.programme = merge.programme.without_dropped();
        }
        let to = recipient.map(|recipient| format!("-{}", recipient.id)).unwrap_or_default();
        let is_letter = kind.is_none_or(|kind| kind.row().filling == Filling::Letter);
        let (rendered, sender, subject) = if is_letter {
            let mut answer = letter(kind, workspace, meeting, merge, recipient.cloned());
            if let Some(news) = news {
                news.fill(&mut answer.merge, postponed.is_some());
            }
            (template.render(&answer)?, answer.merge.sender, answer.subject)
        } else {
            let rendered = template.render(&merge)?;
            let title = rendered.title.clone();
            (rendered, merge.sender, title)
        };
        Ok(Rendered {
            kind: name.to_owned(),
            file: format!("{}-{name}{to}", meeting.id),
            recipient: recipient.cloned(),
            subject,
            sender,
            document: rendered,
            language,
            is_letter,
            kept: (kind == Some(DocumentKind::Minutes))
                .then(|| kept_document(meeting, self.making.today, language, self.loaded))
                .flatten(),
        })
    }
}
