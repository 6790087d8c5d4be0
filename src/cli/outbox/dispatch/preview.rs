//! Nothing leaves the machine unseen: who gets what, and the question whether it should be so.

use std::collections::HashSet;

use anyhow::{Context as _, Result};

use super::errand::Errand;
use crate::cli::change::is_final;
use crate::cli::dialogue::is_no;
use crate::cli::failure::{Findings, Halted};
use crate::cli::outbox::invited;
use crate::cli::outbox::mail::mail_words;
use crate::cli::outbox::opened::cannot_read;
use crate::diagnostic::posting::{Unconfirmed, WrongCount};
use crate::document::outbox::recipients;
use crate::input::read_mail;
use crate::render::terminal::{Options, terminal};
use crate::system::prompt;
use crate::system::terminal::{can_ask, say};
use crate::text::{Language, count, visible};
use crate::view::outbox::run as view;

/// Compares how many mails there are with how many the user expects.
pub(super) fn compare(number: usize, expected: Option<usize>) -> Result<()> {
    match expected {
        Some(expected) if expected != number => {
            Err(Findings::one(WrongCount { expected: expected.to_string(), number }).into())
        }
        _ => Ok(()),
    }
}

/// Shows the mails.
pub(super) fn show(errand: &Errand<'_>) -> Result<()> {
    let [first, list] = shown(errand)?;
    errand.context.note(&format!("{first}\n{}\n", list.trim_end()));
    Ok(())
}

/// Shows the mails and asks for their number, unless the user has said it before.
pub(super) fn confirm(errand: &Errand<'_>, expected: Option<usize>) -> Result<()> {
    let context = errand.context;
    let number = errand.due.len();
    let [first, list] = shown(errand)?;
    if expected.is_some() {
        // Whoever knows the number has looked before.
        context.note(&format!("{}\n", list.trim_end()));
        return Ok(());
    }
    context.say_beside(&format!("{first}\n{list}"));
    if !can_ask() {
        return Err(Findings::one(Unconfirmed { number }).into());
    }
    let question = match context.language {
        Language::German => "Zum Versenden tippen Sie die Zahl der Empfänger ein: ",
        Language::English => "To send them, type the number of recipients: ",
    };
    loop {
        let answer = prompt::line(question).map(|answer| answer.trim().to_owned());
        if answer.as_ref() == Some(&number.to_string()) {
            return Ok(());
        }
        let Some(answer) = answer.filter(|answer| !answer.is_empty() && !is_no(answer)) else {
            context.note(
                context.say("Abgebrochen; nichts wurde versandt.", "Cancelled; nothing was sent."),
            );
            return Err(Halted.into());
        };
        // The number itself is not told: whoever types it has looked.
        say(&match context.language {
            Language::German => {
                format!("  `{answer}` ist nicht die Zahl der Empfänger; Enter allein bricht ab.\n")
            }
            Language::English => {
                format!("  `{answer}` is not the number of recipients; Enter alone cancels.\n")
            }
        });
    }
}

/// The first mail as it is, and all recipients.
fn shown(errand: &Errand<'_>) -> Result<[String; 2]> {
    let Errand { run, opened, loaded, context, .. } = errand;
    let language = context.language;
    let mut view = view(&loaded.workspace, &opened.outbox, run, context.clock.today(), language);
    let due: HashSet<String> = errand.due.iter().map(|message| run.path(message)).collect();
    view.messages.retain(|message| due.contains(&message.file));
    let options = Options { width: context.error.width, colour: context.error.colour };
    let list = terminal(&recipients(&view, language), options);
    let Some(first) = errand.due.first() else { return Ok([String::new(), list]) };
    let path = errand.file(first)?;
    let bytes = errand.draft(first)?.bytes().with_context(|| cannot_read(&path, context))?;
    let mail = read_mail(&bytes).with_context(|| cannot_read(&path, context))?;
    let head = match language {
        Language::German => format!("Die erste von {}:", count(errand.due.len(), "Mail", "Mails")),
        Language::English => format!("The first of {}:", count(errand.due.len(), "mail", "mails")),
    };
    let words = mail_words(&mail, language);
    let quoted: String = words.lines().flat_map(|line| ["| ", line, "\n"]).collect();
    let files: Vec<&str> = mail.files.iter().map(|(name, _)| name.as_str()).collect();
    let [subject, attached] = match language {
        Language::German => ["Betreff der ersten", "Anlagen"],
        Language::English => ["Subject of the first", "Attached"],
    };
    let mut list = format!("{}\n\n{subject}: {}\n", list.trim_end(), visible(&mail.subject));
    if !files.is_empty() {
        list.extend([attached, ": ", &visible(&files.join(", ")), "\n"]);
    }
    let invites = errand.due.iter().copied().any(invited::invites);
    if let Some(meeting) = invited::waiting(run, loaded).filter(|_| invites) {
        list.push_str(&invited::beforehand(meeting, loaded, language));
        list.push('\n');
    }
    list.push_str(is_final(context));
    list.push('\n');
    Ok([format!("{head}\n{quoted}"), list])
}
