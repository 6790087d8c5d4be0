//! To whom a document goes, and what it tells them.

use anyhow::Result;
use rayon::iter::{IntoParallelRefIterator as _, ParallelIterator as _};

use super::delivery::Delivery;
use super::rendered::{Making, Rendered, Wordings, language};
use crate::cli::context::Context;
use crate::cli::failure::Findings;
use crate::cli::loaded::Loaded;
use crate::cli::outbox::opened::Opened;
use crate::diagnostic::request::NobodyChosen;
use crate::diagnostic::writing::{MailTogether, NobodyConcerned};
use crate::domain::line::Line;
use crate::domain::meeting::{Meeting, Status};
use crate::domain::outbox::Outbox;
use crate::domain::reply::Who;
use crate::domain::session::Certainty;
use crate::plan::post::concern::{Unconcerned, unconcerned};
use crate::plan::post::document_kind::{Concern, Document, DocumentKind};
use crate::plan::post::knowledge::Now;
use crate::plan::post::mailing::{LeftOut, reader};
use crate::plan::post::notification::part;
use crate::plan::post::premises::premises;
use crate::plan::post::recipient::{
    Addressee, Choice, Chosen as Selection, Recipient as Chosen, choose, of_no_members,
    without_former_members,
};
use crate::plan::post::reply::answers::Answers;
use crate::plan::post::told::{Mailboxes, reached};
use crate::render::{Format, Shape};
use crate::text::Vocabulary as _;
use crate::view::badges::BadgeWish;
use crate::view::mailing::{News, left_out, news};
use crate::view::recipient::{Recipient, called, recipient, together};

/// The document for each recipient, or one for nobody in particular.
pub(super) fn for_recipients(
    document: &Document,
    meeting: &Meeting,
    delivery: &Delivery,
    format: Format,
    (badges, outbox): (BadgeWish, &Outbox),
    loaded: &Loaded,
    context: &Context,
) -> Result<Vec<Rendered>> {
    let readers = readers(document, meeting, delivery, format, outbox, loaded, context)?;
    let language = |reader: &Reader| language(reader.recipient.as_ref(), loaded);
    let wanted = readers.iter().map(|reader| (document, language(reader)));
    let making = Making { today: context.clock.today(), badges };
    let wordings = Wordings::new(wanted, meeting, making, outbox, loaded);
    let rendered = |reader: &Reader| {
        wordings.rendered(document, reader.recipient.as_ref(), reader.news.as_ref())
    };
    let rendered: Vec<_> = readers.par_iter().map(rendered).collect();
    rendered.into_iter().map(|one| one.map_err(|findings| loaded.fail(findings))).collect()
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
    outbox: &Outbox,
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
    concerned(document, meeting, outbox, &mut chosen, loaded, context)?;
    warn_of_premises(document, meeting, &chosen, outbox, loaded, context);
    let reached = reached(outbox, &meeting.id);
    let mailboxes = Mailboxes::new(&reached);
    let now = Now::of(workspace, meeting);
    let answers = Answers::new(workspace, outbox, meeting);
    let worded = |one: &Chosen<'_>| {
        let recipient = recipient(workspace, meeting, &answers, one, language);
        let news = document.kind().and_then(|kind| {
            let id = one.who.id(workspace);
            let address = one.who.mail(workspace).map(Line::as_str);
            let part = part(workspace, meeting, id.as_str());
            let reader = reader(meeting, &now, kind, &mailboxes, (id, address), part)?;
            // A letter by post is on no ledger.
            let is_known = reader.notice.begins_anew() || !mailboxes.is_empty();
            is_known.then(|| news(workspace, meeting, &reader, recipient.language)).flatten()
        });
        Reader { recipient: Some(recipient), news }
    };
    Ok(chosen.iter().map(worded).collect())
}

/// The mails that were made before, if it matters to a document what they told; `names_answers` says that it
/// has with it what its readers answered.
pub(super) fn outbox(
    document: &Document,
    meeting: &Meeting,
    names_answers: bool,
    loaded: &Loaded,
    context: &Context,
) -> Result<Outbox> {
    let matters = match document.kind() {
        Some(DocumentKind::Invitation) => {
            let mut sessions = meeting.sessions.iter();
            meeting.status.value == Status::Postponed
                || sessions.any(|session| session.status == Certainty::Dropped)
        }
        // What counts on earlier mails says what became of them.
        kind => kind.is_some_and(|kind| kind.row().counts_on.is_some()),
    };
    // Whoever was told that the meeting does without them does not count as coming.
    let concern = document.kind().and_then(|kind| kind.row().concern);
    let matters = matters
        || concern.is_some_and(Concern::rests_on_answers)
        || loaded.tells_replies(document.name())
        || names_answers;
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

/// Warns of what the document takes for granted of its readers that they do not know.
pub(in crate::cli) fn warn_of_premises(
    document: &Document,
    meeting: &Meeting,
    chosen: &[Chosen<'_>],
    outbox: &Outbox,
    loaded: &Loaded,
    context: &Context,
) {
    let Some(kind) = document.kind() else { return };
    let findings = premises(&loaded.workspace, outbox, meeting, kind, chosen);
    context.warn(&findings, &loaded.sources);
}

/// Leaves out whom the document does not concern, and says so.
pub(in crate::cli) fn concerned(
    document: &Document,
    meeting: &Meeting,
    outbox: &Outbox,
    chosen: &mut Vec<Chosen<'_>>,
    loaded: &Loaded,
    context: &Context,
) -> Result<()> {
    let Some(kind) = document.kind() else { return Ok(()) };
    let Some(concern) = kind.row().concern else { return Ok(()) };
    loaded.rely_on_concern(concern, meeting)?;
    let workspace = &loaded.workspace;
    let (asked, today) = (context.chosen_language(), context.clock.today());
    let nobody = || {
        let (german, english) = concern.words();
        Err(Findings::one(NobodyConcerned { document: kind.word(), german, english }).into())
    };
    let others = unconcerned(workspace, outbox, meeting, concern, today, chosen);
    let is_told = |(_, why): &(Addressee<'_>, Unconcerned)| *why != Unconcerned::Themselves;
    if chosen.is_empty() && !others.iter().any(is_told) {
        return nobody();
    }
    for (other, why) in others {
        let why = match why {
            Unconcerned::Themselves => concern.left_out(context.language).to_owned(),
            Unconcerned::AnsweredBy(by) => {
                let by = called(workspace, Addressee::Known(by), asked);
                context.language.pick(
                    format!("{by} hat an derselben Adresse schon geantwortet"),
                    format!("{by} has answered already at the same address"),
                )
            }
            Unconcerned::NotInvited => {
                context.say("Noch nicht eingeladen", "Not invited so far").to_owned()
            }
            Unconcerned::Withdrawn => context
                .say("Die Einladung ist zurückgenommen", "The invitation is withdrawn")
                .to_owned(),
        };
        let no_letter = context.say("kein Brief", "no letter");
        context.note(&format!("{why}, {no_letter}: {}", called(workspace, other, asked)));
    }
    if chosen.is_empty() {
        return nobody();
    }
    Ok(())
}
