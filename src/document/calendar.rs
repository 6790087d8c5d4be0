//! What stands in the notes of a calendar entry: the programme as plain text.

use std::iter::once;

use super::agenda::{AgendaRow, rows};
use crate::text::prose::paragraphs;
use crate::view::calendar::About;
use crate::view::programme::{Day, Programme};

/// The notes of an entry, one line each; whom to ask is left to programmes, which are not harvested
/// as calendars on the web are.
pub fn notes(about: &About) -> String {
    match about {
        About::Meeting { programme, open } => of_meeting(programme, *open),
        About::Item { entries, as_of } => {
            let day = Day { date: None, heading: None, entries: entries.clone() };
            let lines = rows(&day).iter().flat_map(details).collect::<Vec<_>>();
            let as_of = as_of.clone().into_iter().collect();
            joined([lines, as_of])
        }
    }
}

fn of_meeting(programme: &Programme, open: Option<&str>) -> String {
    let meeting = &programme.meeting;
    let own = |words: &Option<String>| words.clone().into_iter().collect::<Vec<_>>();
    let description = meeting.description.as_deref().map(paragraphs).unwrap_or_default();
    let head = [&meeting.status_words, &meeting.subtitle, &meeting.theme];
    let open = open.map(str::to_owned);
    let head = open.into_iter().chain(head.into_iter().flat_map(own)).collect();
    let when = [&meeting.when, &meeting.online, &meeting.link].into_iter().flat_map(own).collect();
    let agenda = programme.days.iter().flat_map(|day| {
        let lines = rows(day).into_iter().flat_map(|row| agenda(&row));
        day.heading.iter().cloned().chain(lines).collect::<Vec<_>>()
    });
    let notices = meeting.notices.clone();
    joined([head, when, description, agenda.collect(), notices, own(&meeting.as_of_line)])
}

/// An entry with what belongs to it, deeper ones set in.
fn agenda(row: &AgendaRow) -> Vec<String> {
    let indent = "  ".repeat(row.level);
    let time = row.time.as_deref().into_iter();
    let head = time.chain(once(row.headline.as_str())).filter(|words| !words.is_empty());
    let head = head.collect::<Vec<_>>().join("  ");
    let people = row.people.join("; ");
    let rest = row.details.iter().chain(once(&people)).chain(&row.link);
    let rest = rest.filter(|words| !words.is_empty());
    let line = once(&head).filter(|head| !head.is_empty()).chain(rest);
    let line = line.map(String::as_str).collect::<Vec<_>>().join(" · ");
    let below = row.parts.iter().chain(&row.children).flat_map(agenda);
    once(format!("{indent}{line}")).chain(below).collect()
}

/// What there is to say of an entry whose time and title stand elsewhere.
fn details(row: &AgendaRow) -> Vec<String> {
    let inner = row.parts.iter().chain(&row.children).flat_map(agenda);
    let parts = inner.map(|line| line.trim_start().to_owned());
    row.people
        .iter()
        .chain(&row.details)
        .cloned()
        .chain(parts)
        .chain(row.description.clone())
        .collect()
}

/// Groups of lines with an empty line between them.
fn joined<const N: usize>(groups: [Vec<String>; N]) -> String {
    let groups = groups.into_iter().filter(|group| !group.is_empty());
    groups.map(|group| group.join("\n")).collect::<Vec<_>>().join("\n\n")
}
