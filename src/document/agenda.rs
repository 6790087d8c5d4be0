//! The lines of a programme in the order in which every format prints them.

use crate::text::prose::paragraphs;
use crate::view::programme::{Day, Entry, Item, Person, PlanningValues};
use crate::view::words::{Marks, Worded};

/// An entry of a programme or a part of one, put into words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgendaRow {
    /// How deep it stands, from 0.
    pub level: usize,
    /// What stands in the time column; in a run sheet with planning values, marked as such.
    pub time: Option<Worded<Marks>>,
    /// Its beginning as data (`09:30`), if a clock time is given.
    pub start: Option<String>,
    /// The same of its end.
    pub end: Option<String>,
    /// Number, strand, title and status in one line; empty for a part that is only people.
    pub headline: String,
    /// Whether it is a break, set back.
    pub pause: bool,
    /// Who has a part in it, one line each.
    pub people: Vec<String>,
    /// Where it is and how to get there.
    pub details: Option<String>,
    /// What it consists of.
    pub parts: Vec<AgendaRow>,
    /// What it is about, a paragraph each, its page, and on which terms it is open.
    pub description: Vec<String>,
    /// Its page, which stands among what it is about, too.
    pub link: Option<String>,
    /// What only the chair needs to know; only in a run sheet.
    pub plan: Option<PlanningValues>,
    /// The entries that stand within it.
    pub children: Vec<AgendaRow>,
}

impl AgendaRow {
    /// A row that is only a title.
    fn titled(title: &str, level: usize) -> Self {
        Self {
            level,
            time: None,
            start: None,
            end: None,
            headline: title.to_owned(),
            pause: false,
            people: Vec::new(),
            details: None,
            parts: Vec::new(),
            description: Vec::new(),
            link: None,
            plan: None,
            children: Vec::new(),
        }
    }

    /// How long it takes; only in a run sheet.
    pub fn length(&self) -> Option<&str> {
        self.plan.as_ref()?.length.as_deref()
    }

    /// When it is and how long it takes in one line, for formats without columns.
    pub fn hours(&self) -> Option<String> {
        let parts: Vec<&str> = self.time.as_deref().into_iter().chain(self.length()).collect();
        (!parts.is_empty()).then(|| parts.join(", "))
    }

    /// Who sees to it, what it needs and what to mind, one line each; only in a run sheet.
    pub fn cues(&self) -> &[String] {
        self.plan.as_ref().map_or(&[], |plan| &plan.lines)
    }

    /// Whether it takes more than its headline.
    pub fn is_long(&self) -> bool {
        let lines = [&self.people[..], &self.description, self.cues()];
        let rows = [&self.parts, &self.children];
        self.details.is_some()
            || lines.iter().any(|lines| !lines.is_empty())
            || rows.iter().any(|rows| !rows.is_empty())
    }
}

/// The entries of a day, each with those that stand within it.
pub fn rows(day: &Day) -> Vec<AgendaRow> {
    nested(&day.entries, 0)
}

fn nested(entries: &[Entry], level: usize) -> Vec<AgendaRow> {
    groups(entries)
        .into_iter()
        .map(|group| {
            let (first, within) = group.split_first().expect("a group has a head");
            let children = if first.is_side_by_side() {
                strands(within, level + 1)
            } else {
                nested(within, level + 1)
            };
            AgendaRow { children, ..entry(first, level) }
        })
        .collect()
}

/// What stands in a parallel block: a strand with several entries has a head of its own.
fn strands(entries: &[Entry], level: usize) -> Vec<AgendaRow> {
    let groups = groups(entries);
    let same = |one: &&[Entry], other: &&[Entry]| one[0].track == other[0].track;
    let strand = |groups: &[&[Entry]]| match &groups[0][0].track {
        Some(track) if groups.len() > 1 => {
            let untracked = |entry: &Entry| {
                // A strand without a title of its own keeps its name.
                let track = entry.track.clone().filter(|track| entry.title == *track);
                let mut entry = Entry { track, ..entry.clone() };
                entry.details.retain(|detail| Some(detail) != groups[0][0].track.as_ref());
                entry
            };
            let entries: Vec<Entry> = groups.concat().iter().map(untracked).collect();
            vec![AgendaRow {
                children: nested(&entries, level + 1),
                ..AgendaRow::titled(track, level)
            }]
        }
        _ => nested(&groups.concat(), level),
    };
    groups.chunk_by(same).flat_map(strand).collect()
}

/// Each entry with those that follow it one level deeper or more.
fn groups(entries: &[Entry]) -> Vec<&[Entry]> {
    let Some(level) = entries.first().map(|first| first.level) else { return Vec::new() };
    // Nobody wrote a level less deep than the first; should one come, it begins a group.
    entries.chunk_by(|_, next| next.level > level).collect()
}

/// Whether rows or what stands within them say how long they take.
pub fn has_lengths(rows: &[AgendaRow]) -> bool {
    rows.iter().any(|row| row.length().is_some() || has_lengths(&row.children))
}

/// Whether anything happens on these days.
pub fn is_empty(days: &[Day]) -> bool {
    days.iter().all(|day| day.entries.is_empty())
}

fn entry(entry: &Entry, level: usize) -> AgendaRow {
    let title = match &entry.track {
        // A strand without a title of its own is its own title.
        Some(track) if entry.title.is_empty() || *track == entry.title => track.clone(),
        Some(track) => format!("{track}: {}", entry.title),
        None => entry.title.clone(),
    };
    let status = entry.status.as_ref().map(|status| format!("({status})"));
    AgendaRow {
        level,
        time: entry.plan.as_ref().map_or(&entry.time, |plan| &plan.time).clone(),
        start: entry.start.clone(),
        end: entry.end.clone(),
        headline: joined([entry.number.as_deref(), Some(&title), status.as_deref()]),
        pause: entry.pause,
        people: people(&entry.people),
        details: in_one_line(&entry.details),
        parts: entry.items.iter().map(|item| part(item, level + 1)).collect(),
        description: description(entry.description.as_deref())
            .chain(entry.link.clone())
            .chain(in_one_line(&entry.terms))
            .collect(),
        link: entry.link.clone(),
        plan: entry.plan.clone(),
        children: Vec::new(),
    }
}

/// A part of an entry, `level` deep.
pub fn part(item: &Item, level: usize) -> AgendaRow {
    AgendaRow {
        level,
        time: None,
        start: None,
        end: None,
        headline: joined([item.number.as_deref(), item.title.as_deref(), None]),
        pause: false,
        people: people(&item.people),
        details: in_one_line(&item.details),
        parts: Vec::new(),
        description: description(item.description.as_deref()).collect(),
        link: None,
        plan: None,
        children: Vec::new(),
    }
}

fn joined(words: [Option<&str>; 3]) -> String {
    let words: Vec<&str> = words.into_iter().flatten().filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

fn in_one_line(details: &[String]) -> Option<String> {
    (!details.is_empty()).then(|| details.join(" · "))
}

/// People, each with the part they have, one line each.
pub fn people(people: &[Person]) -> Vec<String> {
    let line = |person: &Person| match &person.role {
        Some(role) => format!("{role}: {}", person.line),
        None => person.line.clone(),
    };
    people.iter().map(line).collect()
}

fn description(text: Option<&str>) -> impl Iterator<Item = String> {
    text.map(paragraphs).unwrap_or_default().into_iter()
}
