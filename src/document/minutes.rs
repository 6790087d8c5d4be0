//! The minutes of a meeting as a document, and the form that they begin as.

use super::markdown::{with_words_of_html, words};
use super::model::{Block, Document, Fact, Inline};
use crate::text::Language;
use crate::text::list::and;
use crate::view::merge::MergeData;
use crate::view::programme::{Day, Entry};

/// Stands where something is to be filled in.
const OPEN: &str = "…";

/// What an agreement looks like: it stands in the form, and goes once there is one.
fn hint(language: Language) -> &'static str {
    language.pick(
        "Je Verabredung eine Zeile, hier oder oben bei ihrem Punkt: „Aufgabe: Wer – Was – bis 1.3.2027“",
        "A line for each agreement, here or above at its item: “Action: who – what – by 1 March 2027”",
    )
}

/// What is to be filled in after the meeting.
pub fn form(merge: &MergeData) -> Document {
    let meeting = &merge.programme.meeting;
    let language = merge.programme.language;
    let pick = |german, english| language.pick(german, english);
    let title = format!("{}: {}", pick("Protokoll", "Minutes"), meeting.full_title);
    let mut blocks = vec![Block::heading(1, title.as_str()), Block::Facts(facts(merge))];
    let lists = [
        (pick("Anwesend", "Present"), &merge.were_there),
        (pick("Entschuldigt", "Apologies"), &meeting.excused),
    ];
    for (heading, names) in lists {
        blocks.push(Block::heading(2, heading));
        let open = [OPEN.to_owned()];
        blocks.push(list(if names.is_empty() { &open } else { names }));
    }
    blocks.push(Block::heading(2, pick("Tagesordnung und Ergebnisse", "Agenda and results")));
    for day in &merge.proceedings {
        blocks.extend(self::day(day, language));
    }
    if !meeting.open_actions.is_empty() {
        let heading = pick("Noch offen", "Still open");
        blocks.push(Block::heading(2, heading));
        let lines = meeting.open_actions.iter().map(|action| {
            let until = action.due.as_ref().map(|due| match language {
                Language::German => format!(", bis {due}"),
                Language::English => format!(", by {due}"),
            });
            format!("{}: {}{}", action.owner, action.what, until.unwrap_or_default())
        });
        blocks.push(list(&lines.collect::<Vec<_>>()));
    }
    blocks.push(Block::heading(2, pick("Aufgaben", "Actions")));
    blocks.push(Block::paragraph(hint(language)));
    Document::new(language, title, blocks)
}

fn facts(merge: &MergeData) -> Vec<Fact> {
    let meeting = &merge.programme.meeting;
    let pick = |german, english| merge.programme.language.pick(german, english);
    let mut facts: Vec<Fact> =
        [(pick("Wann", "When"), &meeting.when), (pick("Wo", "Where"), &merge.place_line)]
            .into_iter()
            .filter_map(|(label, words)| Some(Fact::new(label, words.as_ref()?.as_str())))
            .collect();
    for person in &merge.present {
        let role = person.role.as_deref().unwrap_or(pick("Leitung", "Chair"));
        facts.push(Fact::new(role, person.line.as_str()));
    }
    facts.push(Fact::new(pick("Protokoll", "Minutes by"), OPEN));
    facts
}

fn list(lines: &[String]) -> Block {
    let item = |line: &String| vec![Block::paragraph(line.as_str())];
    Block::List(None, lines.iter().map(item).collect())
}

/// The items of a day, each with its people, its parts and room for what came out of it.
fn day(day: &Day, language: Language) -> Vec<Block> {
    let heading = day.heading.as_ref().map(|heading| Block::paragraph(heading.as_str()));
    let entries = day.entries.iter().enumerate().flat_map(|(at, entry)| {
        let holds = day.entries.get(at + 1).is_some_and(|next| next.level > entry.level);
        self::entry(entry, holds, language)
    });
    heading.into_iter().chain(entries).collect()
}

fn entry(entry: &Entry, holds: bool, language: Language) -> Vec<Block> {
    let title = match &entry.track {
        Some(track) if *track != entry.title => format!("{track}: {}", entry.title),
        Some(_) | None => entry.title.clone(),
    };
    let number = entry.number.iter().map(String::as_str);
    let title = number.chain([title.as_str()]).collect::<Vec<_>>().join(" ");
    let level = if entry.level == 0 { 3 } else { 4 };
    let mut blocks = vec![Block::heading(level, title)];
    let people: Vec<String> = entry
        .people
        .iter()
        .map(|person| match &person.role {
            Some(role) => format!("{role}: {}", person.line),
            None => person.line.clone(),
        })
        .collect();
    if !people.is_empty() {
        blocks.push(Block::paragraph(people.join("; ")));
    }
    let parts = entry.items.iter().map(|item| {
        let who = item.people.iter().map(|person| person.line.as_str()).collect::<Vec<_>>();
        let who = Some(and(who, language)).filter(|who| !who.is_empty());
        let title = item.number.iter().chain(&item.title).cloned().collect::<Vec<_>>().join(" ");
        [Some(title).filter(|it| !it.is_empty()), who]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" – ")
    });
    let parts: Vec<String> = parts.collect();
    if !parts.is_empty() {
        blocks.push(list(&parts));
    }
    if !holds {
        let label = language.pick("Ergebnis", "Result");
        blocks.push(Block::paragraph(format!("{label}: {OPEN}")));
    }
    blocks
}

/// The minutes that `text` holds; what is to be filled in goes without saying once something is agreed.
pub fn document(text: &str, has_actions: bool, title: &str, language: Language) -> Document {
    let mut blocks = with_words_of_html(text);
    if has_actions {
        let is_hint = |block: &Block| match block {
            Block::Paragraph(runs) => {
                let said = plain(&words(runs));
                Language::ALL.iter().any(|language| said == plain(hint(*language)))
            }
            _ => false,
        };
        blocks.retain(|block| !is_hint(block));
    }
    let headed = blocks.iter().find_map(|block| match block {
        Block::Heading(1, runs) => Some(words(runs)),
        _ => None,
    });
    let title = headed.unwrap_or_else(|| title.to_owned());
    if !matches!(blocks.first(), Some(Block::Heading(1, _))) {
        blocks.insert(0, Block::Heading(1, vec![Inline::text(title.as_str())]));
    }
    Document::new(language, title, blocks)
}

/// Words to compare: however many spaces stand between them.
fn plain(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
