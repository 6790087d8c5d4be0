//! What somebody must know who takes over: where each meeting stands, what is due, what is promised to whom,
//! and where things are. It names people, and is for nobody else.

use chrono::NaiveDate;
use serde::Serialize;

use super::action::OpenAction;
use super::merge::{CalledMembers, Sender, sender};
use super::outbox::{Run, outbox};
use super::programme::{Network, network_on};
use super::spelling::word;
use super::status::{Around, MeetingStatus, OpenPart, StaleRun, StepStatus, of_meeting};
use super::words::{Words, shown};
use crate::domain;
use crate::domain::meeting::Meeting;
use crate::domain::outbox::State;
use crate::domain::workspace::Workspace;
use crate::plan::actions::{Standing, Wanted, listed, standing};
use crate::plan::checklist::{Progress, in_hand};
use crate::plan::post::document_kind::DocumentKind;
use crate::plan::programme::release::next;
use crate::source::Sources;
use crate::text::{Language, Vocabulary as _, count};

mod places;

pub use places::Place;

/// What somebody must know who takes over.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Handover {
    /// Its language, by its code.
    #[serde(serialize_with = "word")]
    pub language: Language,
    /// The network.
    pub network: Network,
    /// What its members are called.
    pub member: CalledMembers,
    /// Who hands over: whoever writes for the network.
    pub sender: Sender,
    /// The day of which it tells, in words.
    pub written: String,
    /// The same as `2026-11-22`.
    pub written_date: String,
    /// Whose turn is next, in a sentence.
    pub next_host: Option<String>,
    /// What is due or late, the most pressing first.
    pub due: Vec<Due>,
    /// The meetings that are not done with, by date.
    pub meetings: Vec<HandedMeeting>,
    /// What was agreed and is open, the most pressing first.
    pub actions: Vec<HandedAction>,
    /// Mails that have not arrived, as far as is known.
    pub mails: Vec<OpenMails>,
    /// Mails that tell what is no longer true.
    pub stale: Vec<StaleRun>,
    /// How mails go out, in sentences.
    pub sending: Vec<String>,
    /// Where things are.
    pub places: Vec<Place>,
    /// How many findings there are, in words; none if there are none.
    pub findings: Option<String>,
}

/// Something that is due.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Due {
    /// Until when.
    #[serde(skip)]
    pub(super) day: Option<NaiveDate>,
    /// The same in words.
    pub until: Option<String>,
    /// What is to be done.
    pub what: String,
    /// The title of the meeting that it is for, or who does it.
    pub about: String,
    /// How it stands, in words.
    pub state: String,
    /// The command that does it.
    pub command: Option<String>,
}

/// A meeting that is not done with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct HandedMeeting {
    /// The key.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Day, days left and hosts in words.
    pub words: String,
    /// How far it has come: its status in words.
    pub status: String,
    /// Which version was given out, and whether it has changed since.
    pub version: String,
    /// Who comes, in words; none before anybody was written to.
    pub replies: Option<String>,
    /// How many have not answered.
    pub unanswered: usize,
    /// Who was asked for a part and has not agreed: name and item.
    pub asked: Vec<String>,
    /// Who has declined a part, while nobody else stands in the place.
    pub declined: Vec<String>,
    /// What is done, in a few words.
    pub done: Vec<String>,
    /// What is to be done next.
    pub next: Option<Due>,
}

/// What was agreed and is open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct HandedAction {
    /// What is to be done, by whom, until when and from where.
    #[serde(flatten)]
    pub action: OpenAction,
    /// How it stands, in words.
    pub state: String,
}

/// Mails of a run that have not arrived.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OpenMails {
    /// What the run is called.
    pub run: String,
    /// What the mails are, in a word.
    pub what: String,
    /// How many wait, came back, were refused or may have arrived, in words.
    pub state: String,
    /// The command that goes on with them.
    pub command: String,
}

/// What is to be known on the day `today`.
pub fn handover(
    workspace: &Workspace,
    sources: &Sources,
    sent: &domain::outbox::Outbox,
    today: NaiveDate,
    around: Around,
    language: Language,
) -> Handover {
    let words = Words::new(&workspace.network, language);
    let known = in_hand(workspace, sent, today);
    let standings: Vec<(&Meeting, MeetingStatus)> =
        known.iter().map(|it| (*it, of_meeting(workspace, sent, it, today, words))).collect();
    let actions = actions(workspace, today, words);
    let steps = standings.iter().flat_map(|(_, one)| one.steps.iter().map(move |step| (one, step)));
    let pressing =
        steps.filter(|(_, step)| matches!(step.progress, Progress::Due | Progress::Late));
    let mut due: Vec<Due> =
        pressing.map(|(one, step)| due_step(step, &one.title, language)).collect();
    due.extend(actions.iter().filter(|(_, one, _)| one.presses()).map(|(action, one, id)| Due {
        day: action.due,
        until: id.action.due.clone(),
        what: id.action.what.clone(),
        about: id.action.owner.clone(),
        state: one.name(language).to_owned(),
        command: Some(format!("erfa action done {}", action.id)),
    }));
    due.sort_by_key(|one| (one.day.is_none(), one.day));
    let shown_outbox = outbox(workspace, sent, today, language);
    let Around { next_host, stale, findings, actions: _, waiting: _ } = around;
    Handover {
        language,
        network: network_on(workspace, Some(today), words),
        member: CalledMembers::of(workspace, words),
        sender: sender(workspace),
        written: words.dates.long(today),
        written_date: today.to_string(),
        next_host,
        due,
        meetings: standings
            .iter()
            .map(|(meeting, status)| handed(workspace, meeting, status, words))
            .collect(),
        actions: actions.into_iter().map(|(_, _, action)| action).collect(),
        mails: shown_outbox.runs.iter().filter_map(|run| open_mails(run, language)).collect(),
        stale,
        sending: places::sending(workspace, words),
        places: places::places(workspace, sources, &shown_outbox, words),
        findings,
    }
}

fn due_step(step: &StepStatus, about: &str, language: Language) -> Due {
    Due {
        day: step.due,
        until: step.due.map(|_| step.due_words.clone()),
        what: step.next(),
        about: shown(about),
        state: match &step.evidence {
            Some(evidence) => format!("{}: {evidence}", step.progress.name(language)),
            None => step.progress.name(language).to_owned(),
        },
        command: step.command.clone().filter(|command| !command.is_empty()),
    }
}

fn handed(
    workspace: &Workspace,
    meeting: &Meeting,
    status: &MeetingStatus,
    words: Words,
) -> HandedMeeting {
    let language = words.language;
    let part = |one: &OpenPart| format!("{} ({})", shown(&one.person), shown(&one.title));
    let is_done = |step: &&StepStatus| step.progress == Progress::Done;
    let done = status.steps.iter().filter(is_done).map(|step| match &step.evidence {
        Some(evidence) => format!("{} ({evidence})", step.words),
        None => step.words.clone(),
    });
    let next = status.steps.iter().find(|step| step.progress != Progress::Done);
    HandedMeeting {
        id: status.id.clone(),
        title: shown(&status.title),
        words: status.words.clone(),
        status: meeting.status.value.name(language).to_owned(),
        version: version(workspace, meeting, words),
        // Its label stands before it.
        replies: status.replies.as_ref().map(|replies| {
            let words = replies.words.as_str();
            words.split_once(": ").map_or(words, |(_, counts)| counts).to_owned()
        }),
        unanswered: status.replies.as_ref().map_or(0, |replies| replies.open),
        asked: status.asked.iter().map(part).collect(),
        declined: status.declined.iter().map(part).collect(),
        done: done.collect(),
        next: next.map(|step| due_step(step, &status.title, language)),
    }
}

/// "Fassung 2 vom 18. September 2024, seitdem geändert".
fn version(workspace: &Workspace, meeting: &Meeting, words: Words) -> String {
    let Some(last) = meeting.releases.last() else {
        return words.pick("noch keine Fassung", "no version yet").to_owned();
    };
    let (number, day) = (last.number, words.dates.long(last.released.date_naive()));
    let head =
        words.pick(format!("Fassung {number} vom {day}"), format!("version {number} of {day}"));
    match next(workspace, meeting) {
        Some(_) => format!("{head}, {}", words.pick("seitdem geändert", "changed since")),
        None => head,
    }
}

/// What is open, with how it stands.
fn actions(
    workspace: &Workspace,
    today: NaiveDate,
    words: Words,
) -> Vec<(&domain::action::Action, Standing, HandedAction)> {
    let all = listed(workspace, &Wanted::default()).into_iter();
    let own = all.map(|action| (action, standing(action, today))).filter(|(_, it)| it.is_open());
    own.map(|(action, standing)| {
        let state = standing.name(words.language).to_owned();
        let action_words = super::action::open(action, workspace, words);
        (action, standing, HandedAction { action: action_words, state })
    })
    .collect()
}

/// What of a run has not arrived, as far as is known.
fn open_mails(run: &Run, language: Language) -> Option<OpenMails> {
    let number = |state: State| run.messages.iter().filter(|mail| mail.state == state).count();
    let open = State::all().filter(|state| *state != State::Sent && number(*state) > 0);
    let told: Vec<String> =
        open.map(|state| format!("{} {}", number(state), state.name(language))).collect();
    let waits = number(State::Pending) > 0;
    let command = if waits { "send" } else { "outbox show" };
    (!told.is_empty()).then(|| OpenMails {
        run: run.name.clone(),
        what: DocumentKind::read(&run.kind)
            .map_or(run.kind.as_str(), |kind| kind.name(language))
            .to_owned(),
        state: format!(
            "{} ({})",
            told.join(", "),
            language.pick(
                format!("von {}", count(run.messages.len(), "Mail", "Mails")),
                format!("of {}", count(run.messages.len(), "mail", "mails"))
            )
        ),
        command: format!("erfa {command} {}", run.name),
    })
}
