//! What is said before mails go out: what is out of date or unsure, and who gets none.

use crate::cli::context::Context;
use crate::cli::loaded::Loaded;
use crate::cli::outbox::opened::Opened;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::posting::{StaleRun, UnsureMail};
use crate::domain::outbox::{Message, Run, State};
use crate::plan::post::dispatch::Dispatch;
use crate::text::{Language, count};
use crate::view::outbox::{held, run as view};

/// What is out of date or unsure.
pub(super) fn of(
    planned: &Dispatch<'_>,
    run: &Run,
    opened: &Opened,
    loaded: &Loaded,
    context: &Context,
) -> Vec<Diagnostic> {
    let today = context.clock.today();
    let changes = view(&loaded.workspace, &opened.outbox, run, today, context.language).stale;
    let stale = (!changes.is_empty() && !planned.due.is_empty()).then(|| {
        let problem = StaleRun { run: run.name.to_string(), changes };
        Diagnostic::at(run.origin, problem)
    });
    let unsure = planned.unsure.iter().map(|message| unsure(run, message));
    stale.into_iter().chain(unsure).collect()
}

/// Every mail of the outbox of which nobody knows what became of it.
pub(super) fn all_unsure(opened: &Opened) -> Vec<Diagnostic> {
    let outbox = &opened.outbox;
    let of_run = |run: &Run| -> Vec<Diagnostic> {
        let is_unsure =
            |message: &&Message| outbox.ledger.state(&run.path(message)) == State::Unsure;
        run.messages.iter().filter(is_unsure).map(|message| unsure(run, message)).collect()
    };
    outbox.runs.iter().flat_map(of_run).collect()
}

/// That nobody knows what became of a mail.
pub(super) fn unsure(run: &Run, message: &Message) -> Diagnostic {
    let problem = UnsureMail {
        path: run.path(message),
        name: message.name.to_string(),
        message_id: message.message_id.to_string(),
    };
    Diagnostic::at(message.origin, problem)
}

/// Says who gets no mail now.
pub(super) fn notes(planned: &Dispatch<'_>, context: &Context) {
    for (message, hold) in &planned.held {
        context.note(&held(message.name.as_str(), message.mail.as_str(), hold, context.language));
    }
    for message in &planned.bounced {
        let Message { name, mail, .. } = message;
        context.note(&match context.language {
            Language::German => format!(
                "Nicht an {name}: die Mail an {mail} kam zurück; berichtigen Sie die Adresse im Verzeichnis"
            ),
            Language::English => {
                format!("Not to {name}: the mail to {mail} came back; mend the address on file")
            }
        });
    }
    let (later, refused) = (planned.later, planned.refused_for_now);
    if later > 0 {
        context.note(&match context.language {
            Language::German => {
                format!("{} noch wegen `--limit`.", count(later, "Mail wartet", "Mails warten"))
            }
            Language::English => {
                format!(
                    "{} waiting because of `--limit`.",
                    count(later, "mail goes on", "mails go on")
                )
            }
        });
    }
    if refused > 0 {
        context.note(&match context.language {
            Language::German => format!(
                "{} vorerst abgelehnt; `--retry` versucht es noch einmal.",
                count(refused, "Mail wurde", "Mails wurden")
            ),
            Language::English => format!(
                "{} refused for now; `--retry` tries again.",
                count(refused, "mail was", "mails were")
            ),
        });
    }
}
