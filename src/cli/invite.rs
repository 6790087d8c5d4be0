//! `erfa invite`

use std::path::PathBuf;

use anyhow::{Context as _, Result};

use super::context::{Context, Loaded};
use super::format::{Format, Wish, deliver, folder, words, write};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::request::{NoMailAddress, NoRecipient, NoSender, SeveralMails};
use crate::document::model::Document;
use crate::document::template::{Kind, Template};
use crate::domain::meeting::Meeting;
use crate::render::eml::{Correspondent, Mail, eml};
use crate::render::json::json;
use crate::render::text::text;
use crate::system::files;
use crate::text::{Language, count};
use crate::view::invitation::{Invitation, Letter as LetterData, invitation};
use crate::view::programme::{Edition, programme};
use crate::view::recipient::{Recipient, choose};

/// Write the invitation to a meeting, a letter for each recipient
///
/// Without `--to` it is an open letter. Nothing is sent: mails come out as drafts that a mail
/// program opens.
#[derive(clap::Args, Debug)]
pub(super) struct InviteArgs {
    /// The meeting [default: the next one, else the last]
    #[arg(value_name = "MEETING")]
    meeting: Option<String>,

    /// A contact, a city, a group, or `all` (can be repeated)
    #[arg(long, value_name = "WHO")]
    to: Vec<String>,

    /// text, markdown, json or eml [default: text]
    #[arg(long, value_name = "FORMAT", hide_possible_values = true,
          value_parser = Format::among(FORMATS))]
    format: Option<Format>,

    /// The same as `--format json`
    #[arg(long, conflicts_with = "format")]
    json: bool,

    /// Write to this file, or one file a letter into this folder, instead of standard output
    #[arg(short, long, value_name = "PATH")]
    output: Option<PathBuf>,
}

/// The formats of an invitation.
const FORMATS: [Format; 4] = [Format::Text, Format::Markdown, Format::Json, Format::Eml];

/// What stands between two letters on one output: a form feed, so that a printer takes a new sheet.
const PAGE_BREAK: &[u8] = b"\n\x0c\n";

/// A letter, ready in every form.
struct Letter {
    answer: Invitation,
    document: Document,
    language: Language,
}

pub(super) fn run(args: &InviteArgs, context: &Context) -> Result<()> {
    let loaded = context.load()?;
    let meeting = loaded.meeting(args.meeting.as_deref(), context)?;
    let wish = Wish { format: args.format, json: args.json, output: args.output.as_deref() };
    let format = wish.format(&FORMATS, context)?;
    let by_mail = format == Format::Eml;
    let letters = letters(args, meeting, by_mail, &loaded, context)?;
    let target = args.output.as_deref();
    let alone = target.is_none_or(|target| folder(target).is_none());
    let pieces: Vec<Vec<u8>> = match format {
        Format::Json if alone => {
            let all: Vec<LetterData<'_>> = letters.iter().map(Letter::data).collect();
            return deliver(json(&all)?.as_bytes(), target, meeting.id.as_str(), context);
        }
        Format::Json => letters
            .iter()
            .map(|letter| Ok(json(&letter.data())?.into_bytes()))
            .collect::<Result<_>>()?,
        Format::Eml => mails(&letters, meeting, alone, &loaded, context)?,
        _ => letters.iter().map(|letter| letter.words(format, context).into_bytes()).collect(),
    };
    let Some(folder) = target.and_then(folder) else {
        return deliver(&pieces.join(PAGE_BREAK), target, meeting.id.as_str(), context);
    };
    files::make_folder(&folder).with_context(|| context.cannot_write(&folder))?;
    for (letter, piece) in letters.iter().zip(&pieces) {
        let to = letter
            .answer
            .recipient
            .as_ref()
            .map_or("invitation", |recipient| recipient.id.as_str());
        write(&folder.join(format!("{}-{to}.{}", meeting.id, format.extension())), piece, context)?;
    }
    context.note(&match context.language {
        Language::German => {
            format!("{} in `{}`", count(pieces.len(), "Datei", "Dateien"), folder.display())
        }
        Language::English => {
            format!("{} in `{}`", count(pieces.len(), "file", "files"), folder.display())
        }
    });
    Ok(())
}

/// A letter for each recipient, or one open letter.
fn letters(
    args: &InviteArgs,
    meeting: &Meeting,
    by_mail: bool,
    loaded: &Loaded,
    context: &Context,
) -> Result<Vec<Letter>> {
    let Loaded { workspace, sources, .. } = loaded;
    let on = meeting.when.date.map_or_else(|| context.clock.today(), |date| date.value);
    let language = context.chosen_language();
    let chosen = |by_mail| choose(workspace, &args.to, language, on, by_mail);
    let recipients = chosen(by_mail).map_err(|findings| loaded.fail(findings))?;
    let all = chosen(false).map_err(|findings| loaded.fail(findings))?;
    for left_out in all.iter().filter(|one| recipients.iter().all(|other| other.id != one.id)) {
        context.note(&match context.language {
            Language::German => format!("Ohne Mail bleibt {}: `mail = false`", left_out.name),
            Language::English => format!("No mail for {}: `mail = false`", left_out.name),
        });
    }
    let recipients: Vec<Option<Recipient>> =
        if recipients.is_empty() { vec![None] } else { recipients.into_iter().map(Some).collect() };
    recipients
        .into_iter()
        .map(|recipient| {
            let language = recipient.as_ref().map_or(loaded.document_language, Recipient::language);
            let programme = programme(workspace, meeting, language, Edition::Full);
            let answer = invitation(workspace, meeting, programme, recipient);
            let template = Template::find(Kind::Invitation, language, sources);
            let document = template.render(&answer).map_err(|findings| loaded.fail(findings))?;
            Ok(Letter { answer, document, language })
        })
        .collect()
}

impl Letter {
    fn words(&self, format: Format, context: &Context) -> String {
        words(&self.document, format, context)
    }

    /// The text of a mail: address and subject stand in its head.
    fn body(&self) -> String {
        text(&self.document.clone().without_head())
    }

    fn data(&self) -> LetterData<'_> {
        self.answer.letter(self.body())
    }
}

/// The mails; whatever is missing for any of them is said at once, and none is made.
fn mails(
    letters: &[Letter],
    meeting: &Meeting,
    alone: bool,
    loaded: &Loaded,
    context: &Context,
) -> Result<Vec<Vec<u8>>> {
    let mut findings = Vec::new();
    if alone && letters.len() > 1 {
        findings.push(Diagnostic::new(SeveralMails { number: letters.len() }));
    }
    let sender = loaded.workspace.network.sender.mail.as_ref();
    if sender.is_none() {
        findings.push(Diagnostic::new(NoSender {}));
    }
    for letter in letters {
        match &letter.answer.recipient {
            None => findings.push(Diagnostic::new(NoRecipient {})),
            Some(recipient) if recipient.mail.is_none() => {
                findings.push(Diagnostic::new(NoMailAddress { name: recipient.name.clone() }));
            }
            Some(_) => {}
        }
    }
    let Some(sender) = sender.filter(|_| findings.is_empty()) else {
        return Err(loaded.fail(findings));
    };
    let date = context.clock.now(loaded.workspace.network.time_zone.name());
    let domain = sender.as_str().rsplit('@').next().unwrap_or_default();
    let mail = |letter: &Letter| {
        let answer = &letter.answer;
        let recipient = answer.recipient.as_ref()?;
        Some(Mail {
            from: Correspondent {
                name: Some(
                    answer
                        .sender
                        .name
                        .clone()
                        .unwrap_or_else(|| answer.sender.organisation.clone()),
                ),
                address: sender.to_string(),
            },
            to: Correspondent {
                name: Some(recipient.name.clone()),
                address: recipient.mail.clone()?,
            },
            subject: answer.subject.clone(),
            date,
            message_id: format!("invitation.{}.{}@{domain}", meeting.id, recipient.id),
            language: letter.language,
            body: letter.body(),
        })
    };
    let mails = letters.iter().filter_map(mail);
    mails.map(|mail| eml(&mail).map_err(anyhow::Error::from)).collect()
}
