//! What is to be done, for people: each meeting with its checklist, and how to go on.

use super::action;
use super::model::{Block, Document, Inline, Table};
use crate::text::{Language, count, list};
use crate::view::Progress;
use crate::view::status::{MeetingStatus, Status, StepStatus};

/// The answer as a document.
pub fn document(view: &Status, language: Language) -> Document {
    let title = language.pick("Stand", "Status");
    let mut blocks = vec![Block::heading(1, format!("{title}: {}", view.network))];
    if view.meetings.is_empty() {
        blocks.push(Block::paragraph(language.pick(
            "Kein Treffen steht bevor. `erfa new` legt das nächste an, `erfa plan` verteilt die Turnusse.",
            "No meeting lies ahead. `erfa new` adds the next one, `erfa plan` lays out the turns.",
        )));
    }
    for meeting in &view.meetings {
        blocks.extend(of_meeting(meeting, language));
    }
    if let [first, ..] = &view.actions[..] {
        let title = language.pick("Aufgaben, die drängen", "Actions that press");
        blocks.push(Block::heading(2, title));
        blocks.push(Block::Table(action::table(&view.actions, language)));
        let id = &first.id;
        blocks.push(Block::paragraph(language.pick(
            format!("`erfa action done {id}` vermerkt sie als erledigt, `erfa action move {id} TAG --reason …` verschiebt sie; `erfa outbox make action-reminder --to all` erinnert alle, die eine haben und Mails bekommen."),
            format!("`erfa action done {id}` records it as done, `erfa action move {id} DATE --reason …` moves it; `erfa outbox make action-reminder --to all` reminds all who have one and get mail."),
        )));
    }
    // What is named above is not named again.
    let steps = view.meetings.iter().flat_map(pressing);
    let named: Vec<&str> = steps.filter_map(|step| step.command.as_deref()).collect();
    for run in view.waiting.iter().filter(|run| !named.contains(&run.command.as_str())) {
        let (name, command) = (&run.run, &run.command);
        let kinds = list::and(&run.kinds, language);
        blocks.push(Block::paragraph(match language {
            Language::German => format!(
                "{} in {name} ({kinds}), `{command}` versendet sie.",
                count(run.number, "Mail wartet", "Mails warten")
            ),
            Language::English => format!(
                "{} in {name} ({kinds}), `{command}` sends {}.",
                count(run.number, "mail waits", "mails wait"),
                if run.number == 1 { "it" } else { "them" }
            ),
        }));
    }
    for run in &view.stale {
        let (run_name, command) = (&run.run, &run.command);
        blocks.push(Block::paragraph(if run.is_waiting {
            language.pick(
                format!("{run_name} wartet und ist überholt, `{command}` verwirft diese Mails:"),
                format!(
                    "{run_name} waits and is out of date, `{command}` throws these mails away:"
                ),
            )
        } else {
            language.pick(
                format!("{run_name} ist überholt, `{command}` sagt es denen, die es angeht:"),
                format!("{run_name} is out of date, `{command}` tells those whom it concerns:"),
            )
        }));
        blocks.push(items(run.changes.iter().cloned()));
    }
    blocks.extend(view.next_host.as_deref().map(Block::paragraph));
    blocks.extend(view.findings.as_deref().map(|findings| {
        let see = language.pick("`erfa check` zeigt sie.", "`erfa check` shows them.");
        Block::paragraph(format!("{findings}: {see}"))
    }));
    Document::new(language, title, blocks)
}

fn of_meeting(meeting: &MeetingStatus, language: Language) -> Vec<Block> {
    let mut blocks = vec![
        Block::heading(2, meeting.title.as_str()),
        Block::paragraph(meeting.words.as_str()),
        Block::Table(checklist(&meeting.steps, language)),
    ];
    blocks.extend(meeting.replies.as_ref().map(|replies| Block::paragraph(replies.words.as_str())));
    let parts = [
        (language.pick("Noch ohne Zusage", "Not agreed yet"), &meeting.asked),
        (
            language.pick("Abgesagt, noch ohne Ersatz", "Declined, nobody in their place yet"),
            &meeting.declined,
        ),
    ];
    for (label, parts) in parts.into_iter().filter(|(_, parts)| !parts.is_empty()) {
        let names: Vec<String> =
            parts.iter().map(|part| format!("{} ({})", part.person, part.title)).collect();
        blocks.push(Block::paragraph(format!("{label}: {}", list::and(names, language))));
    }
    let ways = pressing(meeting)
        .into_iter()
        .filter_map(|step| Some(format!("{}: {}", step.next(), step.command.as_deref()?)));
    let ways: Vec<String> = ways.collect();
    if !ways.is_empty() {
        let words = language.pick("So geht es weiter:", "This is how to go on:");
        blocks.extend([Block::paragraph(words), items(ways.into_iter())]);
    }
    blocks
}

/// What is to be done now; where nothing is, what comes first.
fn pressing(meeting: &MeetingStatus) -> Vec<&StepStatus> {
    let is_pressing = |step: &&StepStatus| matches!(step.progress, Progress::Due | Progress::Late);
    let mut pressing: Vec<&StepStatus> = meeting.steps.iter().filter(is_pressing).collect();
    if pressing.is_empty() {
        pressing.extend(meeting.steps.iter().find(|step| step.progress != Progress::Done));
    }
    pressing
}

fn checklist(steps: &[StepStatus], language: Language) -> Table {
    let headings = [
        (language.pick("bis", "until"), false),
        (language.pick("Stand", "state"), false),
        (language.pick("was zu tun ist", "what is to be done"), false),
        (language.pick("woran man es sieht", "how that is known"), false),
    ];
    let row = |step: &StepStatus| {
        vec![
            step.due_words.clone(),
            step.progress.name(language).to_owned(),
            step.words.clone(),
            step.evidence.clone().unwrap_or_default(),
        ]
    };
    Table::of_words(&headings, steps.iter().map(row).collect())
}

fn items(lines: impl Iterator<Item = String>) -> Block {
    let item = |line: String| vec![Block::Paragraph(vec![Inline::text(line)])];
    Block::List(None, lines.map(item).collect())
}
