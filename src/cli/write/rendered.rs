//! Documents ready to go out, one for each recipient.

use std::collections::HashMap;

use anyhow::Result;
use chrono::NaiveDate;
use rayon::iter::{IntoParallelRefIterator as _, ParallelIterator as _};

use super::delivery::Delivery;
use crate::cli::context::Context;
use crate::cli::failure::Findings;
use crate::cli::loaded::Loaded;
use crate::cli::outbox::opened::Opened;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::request::NobodyChosen;
use crate::diagnostic::writing::{MailTogether, NobodyConcerned};
use crate::document::model;
use crate::document::template::Template;
use crate::domain::line::Line;
use crate::domain::meeting::{Meeting, Status};
use crate::domain::outbox::Outbox;
use crate::domain::reply::Who;
use crate::plan::post::document_kind::{Document, DocumentKind};
use crate::plan::post::knowledge::Now;
use crate::plan::post::mailing::{LeftOut, reader};
use crate::plan::post::notification::part;
use crate::plan::post::recipient::{
    Addressee, Choice, Chosen as Selection, Recipient as Chosen, choose, of_no_members,
    unconcerned, without_former_members,
};
use crate::plan::post::reply::answers::Answers;
use crate::plan::post::told::{Mailboxes, reached};
use crate::plan::post::uninvited::uninvited;
use crate::render::text::text;
use crate::render::{Format, Shape};
use crate::text::{Language, Vocabulary as _};
use crate::view::Filling;
use crate::view::letter::letter;
use crate::view::mailing::{News, left_out, news};
use crate::view::merge::{MergeData, Sender, Written, guests, merge_data};
use crate::view::programme::{Edition, programme};
use crate::view::recipient::{Recipient, called, recipient, together};

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
}

impl Rendered {
    /// Its text as a mail has it.
    pub(super) fn body(&self) -> String {
        text(&self.mailed())
    }

    /// The document as a mail has it: address and subject stand in its own head.
    pub(in crate::cli) fn mailed(&self) -> model::Document {
        let document = self.document.clone();
        if self.is_letter { document.without_head() } else { document }
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

/// The document for each recipient, or one for nobody in particular.
pub(super) fn for_recipients(
    document: &Document,
    meeting: &Meeting,
    delivery: &Delivery,
    format: Format,
    loaded: &Loaded,
    context: &Context,
) -> Result<Vec<Rendered>> {
    let readers = readers(document, meeting, delivery, format, loaded, context)?;
    let language = |reader: &Reader| language(reader.recipient.as_ref(), loaded);
    let wanted = readers.iter().map(|reader| (document, language(reader)));
    let wordings = Wordings::new(wanted, meeting, context.clock.today(), loaded);
    let rendered = |reader: &Reader| {
        wordings.rendered(document, reader.recipient.as_ref(), reader.news.as_ref())
    };
    let rendered: Vec<_> = readers.par_iter().map(rendered).collect();
    rendered.into_iter().map(|one| one.map_err(|findings| loaded.fail(findings))).collect()
}

/// The language of a document to `recipient`, or to nobody in particular.
fn language(recipient: Option<&Recipient>, loaded: &Loaded) -> Language {
    recipient.map_or(loaded.document_language, |one| one.language)
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
        today: NaiveDate,
        loaded: &'l Loaded,
    ) -> Result<Self, Vec<Diagnostic>> {
        let template = loaded.template(name, language, meeting)?;
        let workspace = &loaded.workspace;
        let programme = programme(workspace, meeting, language, Edition::Full);
        let mut merge = merge_data(workspace, meeting, programme, today);
        if template.names_guests() {
            merge.guests = guests(workspace, meeting);
        }
        if template.tells_actions() {
            merge = merge.with_open_actions(workspace, meeting);
        }
        if template.tells_topics() {
            merge = merge.with_topics(workspace, today);
        }
        Ok(Self { template, merge })
    }
}

/// What the documents about a meeting have in common: worded once for each kind and language, however
/// many there are.
pub(in crate::cli) struct Wordings<'l> {
    meeting: &'l Meeting,
    today: NaiveDate,
    loaded: &'l Loaded,
    known: HashMap<(String, Language), Result<Wording<'l>, Vec<Diagnostic>>>,
}

impl<'l> Wordings<'l> {
    /// For those that are `wanted`, written on the day `today`.
    pub(in crate::cli) fn new<'d>(
        wanted: impl IntoIterator<Item = (&'d Document, Language)>,
        meeting: &'l Meeting,
        today: NaiveDate,
        loaded: &'l Loaded,
    ) -> Self {
        let mut known = HashMap::new();
        for (document, language) in wanted {
            let name = document.name();
            known
                .entry((name.to_owned(), language))
                .or_insert_with(|| Wording::new(name, language, meeting, today, loaded));
        }
        Self { meeting, today, loaded, known }
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
        let wording = |meeting| Wording::new(name, language, meeting, self.today, self.loaded);
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
        let to = recipient.map(|recipient| format!("-{}", recipient.id)).unwrap_or_default();
        let is_letter = kind.is_none_or(|kind| kind.row().filling == Filling::Letter);
        let (rendered, sender, subject) = if is_letter {
            let mut answer = letter(kind, workspace, meeting, merge, recipient.cloned());
            if let Some(News { changes, further, unchanged, has_moved, reason, .. }) = news.cloned()
            {
                let merge = &mut answer.merge;
                // Set beside what the reader knows, what others know is nothing to them.
                merge.news.clear();
                (merge.changes, merge.further) = (changes, further);
                (merge.unchanged, merge.has_moved) = (unchanged, has_moved);
                if postponed.is_some() {
                    merge.programme.meeting.reason.clone_from(&reason);
                }
                merge.change_reason = reason;
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
        })
    }
}

/// To whom a document goes: none for nobody in particular, and what it tells them of a change.
#[derive(Default)]
struct Reader {
    recipient: Option<Recipient>,
    news: Option<News>,
}

/// To whom the document goes.
fn readers(
    document: &Document,
    meeting: &Meeting,
    delivery: &Delivery,
    format: Format,
    loaded: &Loaded,
    context: &Context,
) -> Result<Vec<Reader>> {
    if delivery.to.is_empty() {
        return Ok(vec![Reader::default()]);
    }
    let by_mail = format.shape() == Shape::Mail;
    if delivery.together && by_mail {
        return Err(Findings::one(MailTogether {}).into());
    }
    let workspace = &loaded.workspace;
    // Who belongs to a town or a group, only the whole file tells.
    delivery.to.iter().try_for_each(|name| loaded.rely_on_contact(name))?;
    let today = context.clock.today();
    let choice = Choice { names: &delivery.to, meeting, today, by_mail };
    let mut chosen = choose(workspace, &choice).map_err(|findings| loaded.fail(findings))?;
    former_members(document, meeting, &mut chosen, loaded, context)?;
    let language = context.chosen_language();
    if delivery.together {
        let recipient = Some(together(workspace, &chosen.recipients, &delivery.to, language));
        return Ok(vec![Reader { recipient, news: None }]);
    }
    for refusing in chosen.refusing {
        let refusing = LeftOut::Never(Addressee::Known(Who::Contact(refusing)));
        context.note(&left_out(workspace, &refusing, language, context.language));
    }
    let mut chosen = chosen.recipients;
    concerned(document, meeting, &mut chosen, loaded, context)?;
    let outbox = outbox(document, meeting, loaded, context)?;
    warn_of_uninvited(document, meeting, &chosen, &outbox, loaded, context);
    let reached = reached(&outbox, &meeting.id);
    let mailboxes = Mailboxes::new(&reached);
    let now = Now::of(workspace, meeting);
    let answers = Answers::new(workspace, meeting);
    let worded = |one: &Chosen<'_>| {
        let recipient = recipient(workspace, meeting, &answers, one, language);
        let news = document.kind().and_then(|kind| {
            let id = one.who.id(workspace);
            let address = one.who.mail(workspace).map(Line::as_str);
            let part = part(workspace, meeting, id.as_str());
            let reader = reader(meeting, &now, kind, &mailboxes, (id, address), part)?;
            // A letter by post is on no ledger.
            let is_known = kind == DocumentKind::Invitation || !mailboxes.is_empty();
            is_known.then(|| news(workspace, meeting, &reader, recipient.language)).flatten()
        });
        Reader { recipient: Some(recipient), news }
    };
    Ok(chosen.iter().map(worded).collect())
}

/// The mails that were made before, if it matters to a document what they told.
fn outbox(
    document: &Document,
    meeting: &Meeting,
    loaded: &Loaded,
    context: &Context,
) -> Result<Outbox> {
    let matters = match document.kind() {
        Some(DocumentKind::Invitation) => meeting.status.value == Status::Postponed,
        kind => matches!(
            kind,
            Some(
                DocumentKind::Change
                    | DocumentKind::Postponement
                    | DocumentKind::Cancellation
                    | DocumentKind::Reminder
                    | DocumentKind::Withdrawal
            )
        ),
    };
    if matters && loaded.root.is_some() {
        return Ok(Opened::read(loaded, context)?.outbox);
    }
    Ok(Outbox::default())
}

/// Leaves out those whom a group invites though their town has left, and warns of those who are named.
pub(in crate::cli) fn former_members(
    document: &Document,
    meeting: &Meeting,
    chosen: &mut Selection<'_>,
    loaded: &Loaded,
    context: &Context,
) -> Result<()> {
    let (workspace, today) = (&loaded.workspace, context.clock.today());
    if document.invites() {
        let recipients = &mut chosen.recipients;
        let mut names: Vec<String> =
            recipients.iter().flat_map(|one| one.chosen_by.clone()).collect();
        names.dedup();
        let former = without_former_members(workspace, meeting, today, recipients);
        for (who, until) in &former {
            let one = LeftOut::Former { who: *who, until: *until };
            context.note(&left_out(workspace, &one, context.chosen_language(), context.language));
        }
        if recipients.is_empty() && !former.is_empty() {
            return Err(Findings::one(NobodyChosen { names: names.join("`, `") }).into());
        }
    }
    context.warn(&of_no_members(workspace, meeting, today, chosen), &loaded.sources);
    Ok(())
}

/// Warns of those whom nobody invited, where the document speaks as if somebody had.
pub(in crate::cli) fn warn_of_uninvited(
    document: &Document,
    meeting: &Meeting,
    chosen: &[Chosen<'_>],
    outbox: &Outbox,
    loaded: &Loaded,
    context: &Context,
) {
    let Some(kind) = document.kind() else { return };
    let finding = uninvited(&loaded.workspace, outbox, meeting, kind, chosen);
    context.warn(&finding.into_iter().collect::<Vec<_>>(), &loaded.sources);
}

/// Leaves out whom the document does not concern, and says so.
pub(in crate::cli) fn concerned(
    document: &Document,
    meeting: &Meeting,
    chosen: &mut Vec<Chosen<'_>>,
    loaded: &Loaded,
    context: &Context,
) -> Result<()> {
    let Some(kind) = document.kind() else { return Ok(()) };
    let Some(concern) = kind.row().concern else { return Ok(()) };
    loaded.rely_on_concern(concern, meeting)?;
    let workspace = &loaded.workspace;
    let (asked, today) = (context.chosen_language(), context.clock.today());
    let others = unconcerned(workspace, meeting, concern, today, chosen);
    if chosen.is_empty() {
        let (german, english) = concern.words();
        return Err(
            Findings::one(NobodyConcerned { document: kind.word(), german, english }).into()
        );
    }
    for other in others {
        let why = concern.left_out(context.language);
        let no_letter = context.say("kein Brief", "no letter");
        context.note(&format!("{why}, {no_letter}: {}", called(workspace, other, asked)));
    }
    Ok(())
}
