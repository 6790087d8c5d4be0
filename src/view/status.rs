//! Where the coming meeting and the last one stand: the answer to "what is to be done today?".

use chrono::NaiveDate;
use serde::Serialize;

use super::action::ActionEntry;
use super::words::{Words, shown};
use crate::domain::checklist::{Task, Work};
use crate::domain::meeting::{Meeting, Status as MeetingState};
use crate::domain::outbox::Outbox;
use crate::domain::session::Certainty;
use crate::domain::workspace::Workspace;
use crate::plan::checklist::{
    Evidence, Progress, Step, item_to_settle, meetings_at_hand, steps, unrecorded,
};
use crate::plan::post::reply::tally::{Counts, Guest, tally};
use crate::plan::programme::speaker::is_anybody_asked;
use crate::text::{Language, count, list};
use crate::view::spelling::word;

mod evidence;
mod speakers;

pub use speakers::OpenPart;

/// What is to be done.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Status {
    /// Its language, by its code.
    #[serde(serialize_with = "word")]
    pub language: Language,
    /// The day of which it tells.
    pub today: NaiveDate,
    /// The name of the network.
    pub network: String,
    /// A meeting of which nobody wrote down that it took place; the last one, as long as something is left
    /// of it; and the next one.
    pub meetings: Vec<MeetingStatus>,
    /// Whose turn is next, in a sentence.
    pub next_host: Option<String>,
    /// What was agreed and is due or overdue.
    pub actions: Vec<ActionEntry>,
    /// Runs of mails that tell what is no longer true.
    pub stale: Vec<StaleRun>,
    /// Runs of mails that still hold and that nobody has sent.
    pub waiting: Vec<WaitingRun>,
    /// How many findings there are, and which, in words; none if there are none.
    pub findings: Option<String>,
}

/// A meeting and what is to be done for it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct MeetingStatus {
    /// The key.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its first day.
    pub date: Option<NaiveDate>,
    /// How many days are left until then; below 0 so many have passed since.
    pub days_left: Option<i64>,
    /// Day, days left and hosts in words.
    pub words: String,
    /// What is to be done, in the order of its days.
    pub steps: Vec<StepStatus>,
    /// Who comes, once anybody was written to.
    pub replies: Option<ReplyCounts>,
    /// Who has a part in the programme and has not agreed; none once the meeting is over.
    pub asked: Vec<OpenPart>,
    /// Who has declined, while nobody else stands in the place.
    pub declined: Vec<OpenPart>,
}

/// Something that is to be done.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct StepStatus {
    /// The key by which `erfa done` names it.
    pub id: String,
    /// What to do.
    pub words: String,
    /// Until when.
    pub due: Option<NaiveDate>,
    /// The same for people.
    pub due_words: String,
    /// How far it has come: `done`, `late`, `due` or `later`.
    #[serde(serialize_with = "word")]
    pub progress: Progress,
    /// By what that is known; none if nothing tells of it.
    pub evidence: Option<String>,
    /// The command that does it; none where it is done.
    pub command: Option<String>,
    /// What that command does, where something else must come first.
    #[serde(skip)]
    #[cfg_attr(test, schemars(skip))]
    pub before: Option<&'static str>,
}

impl StepStatus {
    /// What comes next: the step, else what must come before it.
    pub fn next(&self) -> String {
        match self.before {
            Some(before) => format!("{} ({before})", self.words),
            None => self.words.clone(),
        }
    }
}

/// How many answered what.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ReplyCounts {
    /// Who was written to, and who answered unasked.
    pub invited: usize,
    /// Who comes.
    pub yes: usize,
    /// Who does not.
    pub no: usize,
    /// Who perhaps does.
    pub maybe: usize,
    /// Who has not answered.
    pub open: usize,
    /// All this in words.
    pub words: String,
}

/// Mails that tell what is no longer true.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct StaleRun {
    /// What the run is called.
    pub run: String,
    /// What has changed since, a sentence each.
    pub changes: Vec<String>,
    /// Whether none of its mails has gone out.
    pub is_waiting: bool,
    /// The command that tells those whom it concerns, or throws away what only waits.
    pub command: String,
}

/// Mails that were made and not sent.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct WaitingRun {
    /// What the run is called.
    pub run: String,
    /// How many of its mails would go out.
    pub number: usize,
    /// What they are: "Absage", each kind once.
    pub kinds: Vec<String>,
    /// The command that sends them.
    pub command: String,
}

/// What else is known of the workspace.
#[derive(Clone, Debug, Default)]
pub struct Around {
    /// Whose turn is next, in a sentence.
    pub next_host: Option<String>,
    /// What was agreed and is due or overdue.
    pub actions: Vec<ActionEntry>,
    /// Runs that are out of date.
    pub stale: Vec<StaleRun>,
    /// Runs that wait and still hold.
    pub waiting: Vec<WaitingRun>,
    /// The findings in words.
    pub findings: Option<String>,
}

/// The answer on the day `today`.
pub fn status(
    workspace: &Workspace,
    outbox: &Outbox,
    today: NaiveDate,
    around: Around,
    language: Language,
) -> Status {
    let words = Words::new(&workspace.network, language);
    let at_hand = meetings_at_hand(workspace, outbox, today);
    let meetings =
        unrecorded(workspace, &at_hand, today).into_iter().chain(at_hand.iter().copied());
    let meeting = |meeting: &Meeting| of_meeting(workspace, outbox, meeting, today, words);
    let Around { next_host, actions, stale, waiting, findings } = around;
    Status {
        language,
        today,
        network: workspace.network.name.to_string(),
        meetings: meetings.map(meeting).collect(),
        next_host,
        actions,
        stale,
        waiting,
        findings,
    }
}

pub(super) fn of_meeting(
    workspace: &Workspace,
    outbox: &Outbox,
    meeting: &Meeting,
    today: NaiveDate,
    words: Words,
) -> MeetingStatus {
    let date = meeting.when.date.map(|date| date.value);
    let step = |step: &Step<'_>| of_step(step, meeting, words);
    let tally = tally(workspace, outbox, meeting);
    let is_ahead = meeting.when.last_day().is_none_or(|day| day >= today);
    let open = |wanted| {
        if is_ahead {
            speakers::open(workspace, meeting, wanted, words.language)
        } else {
            Vec::new()
        }
    };
    let counts: Counts = tally.guests.iter().map(Guest::counts).sum();
    MeetingStatus {
        id: meeting.id.to_string(),
        title: meeting.title.value.to_string(),
        date,
        days_left: date.map(|date| (date - today).num_days()),
        words: head(workspace, meeting, today, words),
        steps: steps(workspace, outbox, meeting, today).iter().map(step).collect(),
        replies: (counts.invited > 0).then(|| reply_counts(counts, words.language)),
        asked: open(Certainty::Requested),
        declined: open(Certainty::Dropped),
    }
}

/// "2. März 2027, in 39 Tagen; Gastgeber: Birkenfurt"
fn head(workspace: &Workspace, meeting: &Meeting, today: NaiveDate, words: Words) -> String {
    let day = match (meeting.when.date, &meeting.when.date_text) {
        (Some(date), _) => {
            let last = meeting.when.last_day().unwrap_or(date.value);
            let is_running = (date.value..=last).contains(&today) && date.value < last;
            let when = match (is_running, last < today) {
                (true, _) => words.pick("läuft heute", "on today").to_owned(),
                (false, true) => left((last - today).num_days(), words),
                (false, false) => left((date.value - today).num_days(), words),
            };
            format!("{}, {when}", words.days(date.value, last))
        }
        (None, Some(text)) => shown(text),
        (None, None) => words.pick("ohne Termin", "no day yet").to_owned(),
    };
    let hosts = meeting.hosts.iter().map(|host| workspace.city(host.value).name.as_str());
    let hosts = list::and(hosts, words.language);
    if hosts.is_empty() && !meeting.host_open {
        return day;
    }
    match (hosts.is_empty(), words.language) {
        (true, Language::German) => format!("{day}; noch ohne Gastgeber"),
        (true, Language::English) => format!("{day}; no host yet"),
        (false, Language::German) => format!("{day}; Gastgeber: {hosts}"),
        (false, Language::English) if meeting.hosts.len() > 1 => format!("{day}; hosts: {hosts}"),
        (false, Language::English) => format!("{day}; host: {hosts}"),
    }
}

fn left(days: i64, words: Words) -> String {
    let number = usize::try_from(days.unsigned_abs()).unwrap_or(usize::MAX);
    match (words.language, days) {
        (Language::German, 0) => "heute".to_owned(),
        (Language::German, 1) => "morgen".to_owned(),
        (Language::German, -1) => "gestern".to_owned(),
        (Language::German, 2..) => format!("in {}", count(number, "Tag", "Tagen")),
        (Language::German, _) => format!("vor {}", count(number, "Tag", "Tagen")),
        (Language::English, 0) => "today".to_owned(),
        (Language::English, 1) => "tomorrow".to_owned(),
        (Language::English, -1) => "yesterday".to_owned(),
        (Language::English, 2..) => format!("in {}", count(number, "day", "days")),
        (Language::English, _) => format!("{} ago", count(number, "day", "days")),
    }
}

fn reply_counts(counts: Counts, language: Language) -> ReplyCounts {
    let Counts { invited, yes, no, maybe, open } = counts;
    let german = [
        count(yes, "Zusage", "Zusagen").to_string(),
        count(no, "Absage", "Absagen").to_string(),
        format!("{maybe} vielleicht"),
        format!("{open} ohne Antwort"),
    ];
    let english = [
        format!("{yes} yes"),
        format!("{no} no"),
        format!("{maybe} maybe"),
        format!("{open} without answer"),
    ];
    let answers = language.pick("Antworten", "Answers");
    let parts = language.pick(german, english).into_iter().zip([yes, no, maybe, open]);
    let said = parts.filter(|(_, number)| *number > 0).map(|(words, _)| words);
    let words = format!("{answers}: {}", said.collect::<Vec<_>>().join(", "));
    ReplyCounts { invited, yes, no, maybe, open, words }
}

fn of_step(step: &Step<'_>, meeting: &Meeting, words: Words) -> StepStatus {
    StepStatus {
        id: step.work.id().to_owned(),
        words: shown(step.work.name(words.language)),
        due: step.due,
        due_words: step.due.map(|due| words.dates.numeric(due)).unwrap_or_default(),
        progress: step.progress,
        evidence: evidence::words(&step.evidence, words),
        command: (step.progress != Progress::Done).then(|| command(step, meeting)),
        before: (step.progress != Progress::Done && waits_for_day(step, meeting))
            .then(|| words.pick("zuerst den Tag festlegen", "settle the day first")),
    }
}

/// The command that does it.
fn command(step: &Step<'_>, meeting: &Meeting) -> String {
    let (id, task) = (&meeting.id, step.work.id());
    match &step.evidence {
        Evidence::Waiting(_, run) => return format!("erfa send {run}"),
        Evidence::CameBack(_, run) => return format!("erfa outbox show {run}"),
        Evidence::Said
        | Evidence::SaidAndMoved
        | Evidence::Sent(..)
        | Evidence::Status(_)
        | Evidence::Placed
        | Evidence::Certain(_)
        | Evidence::Invited
        | Evidence::Asked(..)
        | Evidence::Nobody
        | Evidence::Released(_)
        | Evidence::Changed(_)
        | Evidence::AllAnswered
        | Evidence::Unanswered(_)
        | Evidence::Kept
        | Evidence::None => {}
    }
    if waits_for_day(step, meeting) {
        return match meeting.status.value {
            MeetingState::Postponed => format!("erfa postpone {id} --on …"),
            MeetingState::Idea => format!("erfa confirm {id} --date …"),
            MeetingState::Planned
            | MeetingState::Invited
            | MeetingState::Held
            | MeetingState::Cancelled => format!("erfa set {id} date …"),
        };
    }
    match step.work {
        Work::Own { .. } => format!("erfa done {task} {id}"),
        Work::Known(known) => match known {
            Task::SaveTheDate | Task::Invitation | Task::Reminder | Task::Thanks => {
                format!("erfa outbox make {task} {id} --to all")
            }
            Task::Venue => format!("erfa set {id} venue …"),
            // Who is settled is said there; without an item one comes first.
            Task::Speakers => {
                // In a break nobody speaks.
                let of_people = || meeting.sessions.iter().find(|item| !item.kind.names_itself());
                match item_to_settle(meeting).or_else(of_people) {
                    Some(item) if is_anybody_asked(item) => {
                        format!("erfa speaker {id} {} … confirmed", item.id)
                    }
                    Some(item) => format!("erfa set {id}/{} people …", item.id),
                    None => format!("erfa add session --meeting {id}"),
                }
            }
            Task::Programme if meeting.sessions.is_empty() => {
                format!("erfa add session --meeting {id}")
            }
            Task::Programme => format!("erfa release {id} --reason …"),
            Task::Held if meeting.status.value == MeetingState::Held => String::new(),
            Task::Held => format!("erfa held {id}"),
            Task::Minutes => format!("erfa minutes {id}"),
            Task::Press | Task::SignInList => {
                format!("erfa write {task} {id}; erfa done {task} {id}")
            }
        },
    }
}

/// Whether the day of the meeting must be found before.
fn waits_for_day(step: &Step<'_>, meeting: &Meeting) -> bool {
    let is_made = matches!(step.evidence, Evidence::Waiting(..) | Evidence::CameBack(..));
    !is_made && meeting.when.date.is_none() && needs_day(step.work)
}

/// Whether it cannot be done as long as the meeting has no day.
fn needs_day(work: &Work) -> bool {
    match work {
        Work::Own { .. }
        | Work::Known(Task::Venue | Task::Speakers | Task::Programme | Task::Press) => false,
        Work::Known(
            Task::SaveTheDate
            | Task::Invitation
            | Task::Reminder
            | Task::SignInList
            | Task::Held
            | Task::Thanks
            | Task::Minutes,
        ) => true,
    }
}
