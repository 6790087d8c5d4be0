//! What stands in the outbox, how far it has come, and what of it is no longer true.

use std::collections::HashMap;

use chrono::{DateTime, FixedOffset, NaiveDate};
use serde::Serialize;

use super::changes::changes;
use super::programme::Edition;
use super::spelling::word;
use crate::domain;
use crate::domain::line::Line;
use crate::domain::outbox::{Entry, State};
use crate::domain::workspace::Workspace;
use crate::plan::post::dispatch::{Hold, anew};
use crate::plan::post::reminder::{Became, Idle, idle, is_reminder};
pub use crate::plan::post::told::UPDATE;
use crate::plan::post::told::told;
use crate::text::Language;

/// Everything in the outbox.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Outbox {
    /// The runs: those of a meeting together, by number.
    pub runs: Vec<Run>,
    /// What is left of runs that were purged.
    pub purged: Vec<PurgedRun>,
}

/// What is left of mails that were purged.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct PurgedRun {
    /// What it is called.
    pub name: String,
    /// The key of the meeting.
    pub meeting: String,
    /// The kind of document, or `update`.
    pub kind: String,
    /// When it was made.
    pub made: DateTime<FixedOffset>,
    /// The version of the meeting that it told.
    pub version: u32,
    /// The groups and towns that chose its recipients.
    pub to: Vec<String>,
    /// When it was purged.
    pub purged: NaiveDate,
    /// How many mails there were.
    pub counts: Vec<MailCount>,
}

/// How many mails were of a kind and had come so far.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct MailCount {
    /// The kind.
    pub kind: String,
    /// How far they had come, as in [`Message::state`].
    #[serde(serialize_with = "word")]
    pub state: State,
    /// How many.
    pub number: u32,
}

/// Mails that were made together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Run {
    /// What it is called: `2027-04-20-ulm/3-invitation`.
    pub name: String,
    /// The key of the meeting.
    pub meeting: String,
    /// The kind of document, or `update`.
    pub kind: String,
    /// When it was made.
    pub made: DateTime<FixedOffset>,
    /// The version of the meeting that it tells.
    pub version: u32,
    /// What has changed since, a sentence each, if any of its mails counts: it still waits, or is the
    /// last that somebody was told.
    pub stale: Vec<String>,
    /// Its mails.
    pub messages: Vec<Message>,
}

/// A mail.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Message {
    /// The key of the contact or town.
    pub person: String,
    /// The full name.
    pub name: String,
    /// The address.
    pub mail: String,
    /// What it is.
    pub kind: String,
    /// Its file, below the outbox.
    pub file: String,
    /// Its name among all mails.
    pub message_id: String,
    /// The names that chose the recipient.
    pub chosen_by: Vec<String>,
    /// How far it has come: `pending`, `sending`, `sent`, `bounced`, `failed` or `unsure`.
    #[serde(serialize_with = "word")]
    pub state: State,
    /// Since when; absent while nothing has happened to it.
    pub since: Option<DateTime<FixedOffset>>,
    /// Whether it was refused for now alone, and may be sent again.
    pub is_temporary: bool,
    /// What the server said.
    pub words: Option<String>,
    /// The address to which it goes if it is sent again: it came back, and the recipient has another one.
    pub mended: Option<String>,
    /// Why it is not sent again although it came back, in words; not where its address is all that is
    /// wrong.
    pub held: Option<String>,
}

/// What stands in `outbox`; what has changed is told in `language`.
pub fn outbox(
    workspace: &Workspace,
    outbox: &domain::outbox::Outbox,
    today: NaiveDate,
    language: Language,
) -> Outbox {
    let runs = outbox.runs.iter().map(|one| run(workspace, outbox, one, today, language)).collect();
    Outbox { runs, purged: outbox.purged.iter().map(purged_run).collect() }
}

/// What is left of a run.
pub fn purged_run(run: &domain::outbox::PurgedRun) -> PurgedRun {
    PurgedRun {
        name: run.name.to_string(),
        meeting: run.name.meeting.to_string(),
        kind: run.name.kind.to_string(),
        made: run.made,
        version: run.version.value,
        to: run.to.iter().map(ToString::to_string).collect(),
        purged: run.purged.value,
        counts: run.counts.iter().map(mail_count).collect(),
    }
}

/// How many mails there were.
pub fn mail_count(count: &domain::outbox::MailCount) -> MailCount {
    MailCount { kind: count.kind.to_string(), state: count.state, number: count.number }
}

/// A run of it.
pub fn run(
    workspace: &Workspace,
    outbox: &domain::outbox::Outbox,
    run: &domain::outbox::Run,
    today: NaiveDate,
    language: Language,
) -> Run {
    let anew = anew(workspace, outbox, run, today);
    let mended: HashMap<&str, &Line> =
        anew.mended.iter().map(|(one, to)| (one.file.as_str(), to)).collect();
    let holds: HashMap<&str, &Hold> =
        anew.held.iter().map(|(one, hold)| (one.file.as_str(), hold)).collect();
    let message = |message: &domain::outbox::Message| {
        let file = run.path(message);
        let last = outbox.ledger.last(&file);
        let is_bounced = outbox.ledger.state(&file) == State::Bounced;
        Message {
            person: message.person.to_string(),
            name: message.name.to_string(),
            mail: message.mail.to_string(),
            kind: message.kind.to_string(),
            message_id: message.message_id.to_string(),
            chosen_by: message.chosen_by.iter().map(ToString::to_string).collect(),
            state: outbox.ledger.state(&file),
            is_temporary: last.is_some_and(Entry::is_temporary),
            since: last.map(|entry| entry.at),
            mended: mended.get(message.file.as_str()).map(ToString::to_string),
            held: holds
                .get(message.file.as_str())
                .filter(|_| is_bounced)
                .map(|hold| held(message.name.as_str(), message.mail.as_str(), hold, language)),
            words: last.and_then(|entry| entry.words.as_ref()).map(ToString::to_string),
            file,
        }
    };
    Run {
        name: run.name.to_string(),
        meeting: run.name.meeting.to_string(),
        kind: run.name.kind.to_string(),
        made: run.made,
        version: run.version.value,
        stale: if run.messages.iter().any(is_reminder) {
            idle_ones(workspace, outbox, run, language)
        } else if counts(outbox, run) {
            stale(workspace, run, language)
        } else {
            Vec::new()
        },
        messages: run.messages.iter().map(message).collect(),
    }
}

/// Whether any mail of the run still waits, or is the last that its recipient was told.
fn counts(outbox: &domain::outbox::Outbox, run: &domain::outbox::Run) -> bool {
    let last = told(outbox, &run.name.meeting);
    run.messages.iter().any(|message| {
        let waits = outbox.ledger.state(&run.path(message)) == State::Pending;
        let last = last.get(&message.person);
        waits || last.is_some_and(|last| last.counts_on_it() && last.run.name == run.name)
    })
}

/// The reminders of the run that wait and do not go out any more, with the reason.
fn idle_ones(
    workspace: &Workspace,
    outbox: &domain::outbox::Outbox,
    run: &domain::outbox::Run,
    language: Language,
) -> Vec<String> {
    let waits = |message: &&domain::outbox::Message| {
        outbox.ledger.state(&run.path(message)) == State::Pending
    };
    let reason = |message: &domain::outbox::Message| {
        let hold = Hold::Idle(idle(workspace, outbox, run, message)?);
        Some(held(message.name.as_str(), message.mail.as_str(), &hold, language))
    };
    run.messages.iter().filter(waits).filter_map(reason).collect()
}

/// What is otherwise now than in the version that the run tells.
fn stale(workspace: &Workspace, run: &domain::outbox::Run, language: Language) -> Vec<String> {
    let number = run.version.value;
    if number == 0 {
        // Whoever was asked to host was told no version.
        return Vec::new();
    }
    let say = |german: String, english: String| match language {
        Language::German => vec![german],
        Language::English => vec![english],
    };
    if workspace.unclear.contains(&run.name.meeting) {
        return say(
            "Was sich geändert hat, ist unbekannt: die Datei des Treffens ist nicht lesbar"
                .to_owned(),
            "What has changed is not known: the file of the meeting cannot be read".to_owned(),
        );
    }
    let Some(meeting) = workspace.meeting(run.name.meeting.as_str()) else {
        return say(
            "Das Treffen gibt es nicht mehr".to_owned(),
            "The meeting is not there any more".to_owned(),
        );
    };
    let Some(since) = meeting.releases.iter().find(|release| release.number == number) else {
        return say(
            format!("Fassung {number} gibt es nicht mehr"),
            format!("Version {number} is not there any more"),
        );
    };
    let changes = changes(workspace, meeting, since, language, Edition::Full);
    let items = changes.items.iter().map(|change| change.sentence(language));
    changes.whole.into_iter().chain(items).collect()
}

/// Why a mail to `name` at the address `mail` does not go out, in words.
pub fn held(name: &str, mail: &str, hold: &Hold, language: Language) -> String {
    match (hold, language) {
        (Hold::Never, Language::German) => {
            format!("Nicht an {name}: inzwischen ist „nie eine Mail“ verzeichnet")
        }
        (Hold::Never, Language::English) => {
            format!("Not to {name}: by now “never a mail” is on file")
        }
        (Hold::Moved { to }, Language::German) => {
            format!("Nicht an {name}: die Mail ginge an {mail}, die Adresse ist jetzt {to}")
        }
        (Hold::Moved { to }, Language::English) => {
            format!("Not to {name}: the mail would go to {mail}, the address is {to} now")
        }
        (Hold::Gone, Language::German) => {
            format!("Nicht an {name}: die Person oder ihre Adresse ist nicht mehr verzeichnet")
        }
        (Hold::Gone, Language::English) => {
            format!("Not to {name}: the person or the address is not on file any more")
        }
        (Hold::Cancelled, Language::German) => format!("Nicht an {name}: das Treffen ist abgesagt"),
        (Hold::Cancelled, Language::English) => format!("Not to {name}: the meeting is cancelled"),
        (Hold::NotCancelled, Language::German) => {
            format!("Nicht an {name}: das Treffen ist nicht mehr abgesagt")
        }
        (Hold::NotCancelled, Language::English) => {
            format!("Not to {name}: the meeting is not cancelled any more")
        }
        (Hold::Over, Language::German) => format!("Nicht an {name}: das Treffen ist vorbei"),
        (Hold::Over, Language::English) => format!("Not to {name}: the meeting is over"),
        (Hold::Overtaken { by }, Language::German) => {
            format!("Nicht an {name}: aus `{by}` ging schon Neueres hinaus")
        }
        (Hold::Overtaken { by }, Language::English) => {
            format!("Not to {name}: newer mail from `{by}` has gone out already")
        }
        (Hold::Idle(idle), Language::German) => format!("Nicht an {name}: {}", why(idle, language)),
        (Hold::Idle(idle), Language::English) => format!("Not to {name}: {}", why(idle, language)),
        (Hold::Early { before }, Language::German) => format!(
            "Nicht an {name}: sie sagt, was seit der Mail aus `{before}` anders ist, und die ist noch nicht \
             hinaus; versenden Sie diese zuerst, oder verwerfen Sie beide Läufe und erzeugen Sie neu"
        ),
        (Hold::Early { before }, Language::English) => format!(
            "Not to {name}: it tells what has changed since the mail of `{before}`, which has not gone out \
             yet; send that one first, or discard both runs and make them anew"
        ),
        (Hold::Unfounded { on }, Language::German) => format!(
            "Nicht an {name}: sie sagt, was seit der Mail aus `{on}` anders ist, und die kommt nicht an; \
             verwerfen Sie auch diesen Lauf und erzeugen Sie ihn neu"
        ),
        (Hold::Unfounded { on }, Language::English) => format!(
            "Not to {name}: it tells what has changed since the mail of `{on}`, which does not arrive; \
             discard this run as well and make it anew"
        ),
        (Hold::Twice { at }, Language::German) => {
            format!("Nicht an {name}: an {at} geht schon eine Mail dieses Laufs")
        }
        (Hold::Twice { at }, Language::English) => {
            format!("Not to {name}: another mail of this run goes to {at}")
        }
    }
}

/// Why a reminder has lost its sense.
fn why(idle: &Idle, language: Language) -> String {
    let (action, became) = match idle {
        Idle::Repeated { by } => {
            return language.pick(
                format!("die Mail aus `{by}` erinnert auch daran"),
                format!("the mail of `{by}` reminds of it as well"),
            );
        }
        Idle::Untrue { action, became } => (action, became),
    };
    match (became, language) {
        (Became::Done, Language::German) => format!("„{action}“ ist erledigt"),
        (Became::Done, Language::English) => format!("“{action}” is done"),
        (Became::Dropped, Language::German) => format!("„{action}“ ist entfallen"),
        (Became::Dropped, Language::English) => format!("“{action}” was dropped"),
        (Became::Moved, Language::German) => format!("„{action}“ hat jetzt einen anderen Tag"),
        (Became::Moved, Language::English) => format!("“{action}” has another day now"),
        (Became::Gone, Language::German) => format!("die Aufgabe `{action}` gibt es nicht mehr"),
        (Became::Gone, Language::English) => format!("the action `{action}` is not there any more"),
    }
}
