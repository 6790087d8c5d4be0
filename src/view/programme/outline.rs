//! A programme as a whole: its head, and the order of days, blocks and what stands in them.

use chrono::NaiveDate;

use super::context::Context;
use super::entry::entry;
use super::head::{meeting, network};
use super::plan::{legend, plan, walk};
use super::{Day, Edition, Entry, Programme};
use crate::domain::meeting::Meeting;
use crate::domain::session::{Audience, Part, Session};
use crate::domain::workspace::Workspace;
use crate::plan::programme::timetable::timetable;
use crate::text::Language;
use crate::view::words::Words;

/// The days after which a day needs no heading if nothing is told of it.
const LONGEST: usize = 14;

/// Words `meeting` and what `edition` tells of its programme, in `language`.
///
/// Only times that people gave appear, as precise as they gave them. The run sheet alone has a
/// [`Plan`](super::Plan) of each entry, walks between places, and times that were computed, marked
/// as such.
pub fn programme(
    workspace: &Workspace,
    meeting: &Meeting,
    language: Language,
    edition: Edition,
) -> Programme {
    let words = Words::new(&workspace.network, language);
    let timetable = (edition == Edition::RunSheet).then(|| timetable(workspace, meeting));
    let context = Context { workspace, meeting, words, edition, timetable };
    let programme = Programme {
        language,
        network: network(&context),
        meeting: self::meeting(&context),
        readers: edition.readers(words),
        days: days(&context, edition),
        legend: None,
    };
    Programme { legend: legend(&programme, words), ..programme }
}

/// The days of the programme with what `edition` tells of them, in the order of the calendar and
/// within a day in that of the file.
///
/// What belongs to a block follows it, wherever it stands in the file, and is hidden with it.
fn days(context: &Context<'_>, edition: Edition) -> Vec<Day> {
    let reader = edition.reader();
    let sessions = &context.meeting.sessions;
    let visible = (0..sessions.len()).filter(|&index| audience(sessions, index) <= reader);
    let mut children = vec![Vec::new(); sessions.len()];
    let mut roots = Vec::new();
    for index in visible {
        match &sessions[index].within {
            Some(block) => children[block.value].push(index),
            None => roots.push(index),
        }
    }
    for (block, children) in children.iter_mut().enumerate() {
        if sessions[block].kind.part() == Part::SideBySide {
            sort_by_track(sessions, children);
        }
    }
    roots.sort_by_key(|&index| sessions[index].date);
    let days: Vec<_> = roots.chunk_by(|&a, &b| sessions[a].date == sessions[b].date).collect();

    let when = &context.meeting.when;
    let first = when.date.map(|date| date.value);
    let headed =
        |date: Option<NaiveDate>| days.len() > 1 || when.end_date.is_some() || date != first;
    let day = |roots: &&[usize]| {
        let date = sessions[roots[0]].date;
        let mut entries: Vec<Entry> = Vec::new();
        for &root in *roots {
            push(context, &children, root, OutlinePlace { day: date, level: 0 }, &mut entries);
        }
        let heading = match date {
            Some(date) => headed(Some(date)).then(|| context.words.dates.full(date)),
            None => open_day(context, days.len() > 1),
        };
        let entries = entries.into_iter().map(|entry| edition.shorten(entry)).collect();
        (date, Day { date: date.map(|date| date.to_string()), heading, entries })
    };
    let mut told: Vec<(Option<NaiveDate>, Day)> = days.iter().map(day).collect();
    // A day of the meeting between others, or with something that these readers are not told of, is
    // still a day.
    let own = first.zip(when.end_date.map(|last| last.value)).filter(|_| !told.is_empty());
    let is_own = |day: &NaiveDate| own.is_some_and(|(first, last)| (first..=last).contains(day));
    let planned = || sessions.iter().filter_map(|session| session.date).filter(is_own);
    let between = planned().min().into_iter().flat_map(|first| first.iter_days().take(LONGEST));
    for date in between.take_while(|day| Some(*day) <= planned().max()) {
        if told.iter().all(|(day, _)| *day != Some(date)) {
            // A heading above nothing says nothing.
            let nothing = if reader == Audience::Public {
                context.words.pick("ohne öffentliche Programmpunkte", "no public items")
            } else {
                context.words.pick("ohne Programmpunkte", "no items")
            };
            let heading = Some(format!("{}: {nothing}", context.words.dates.full(date)));
            let day = Day { date: Some(date.to_string()), heading, entries: Vec::new() };
            told.push((Some(date), day));
        }
    }
    told.sort_by_key(|(date, _)| *date);
    told.into_iter().map(|(_, day)| day).collect()
}

/// Over what has no day, where other items have one, or where the meeting was to take several days.
fn open_day(context: &Context<'_>, is_among_others: bool) -> Option<String> {
    let had_several = context.meeting.history.iter().any(|change| change.end_date.is_some());
    (is_among_others || had_several)
        .then(|| context.words.pick("Tag noch offen", "day not known yet").to_owned())
}

/// Where an entry stands: on which day, and how deep within blocks.
#[derive(Clone, Copy)]
struct OutlinePlace {
    day: Option<NaiveDate>,
    level: usize,
}

fn push(
    context: &Context<'_>,
    children: &[Vec<usize>],
    index: usize,
    place: OutlinePlace,
    entries: &mut Vec<Entry>,
) {
    let OutlinePlace { day, level } = place;
    let session = &context.meeting.sessions[index];
    let entry = Entry { level, ..entry(context, session, day) };
    if let Some(table) = &context.timetable {
        let walks = table.walks.iter().filter(|walk| walk.to == index);
        entries.extend(walks.map(|way| walk(context, way, level)));
        let mut overruns = table.overruns.iter().filter(|overrun| overrun.session == index);
        let overrun = overruns.next().map(|overrun| overrun.minutes());
        let plan = plan(context, session, day, table.spans[index], overrun);
        entries.push(Entry { plan: Some(plan), ..entry });
    } else {
        entries.push(entry);
    }
    for &child in &children[index] {
        push(context, children, child, OutlinePlace { day, level: level + 1 }, entries);
    }
}

/// Brings the strands of a parallel block together, in the order in which they first appear.
fn sort_by_track(sessions: &[Session], children: &mut [usize]) {
    let given = children.to_vec();
    let first = |index: usize| {
        given.iter().position(|&other| sessions[other].track == sessions[index].track)
    };
    children.sort_by_key(|&index| first(index));
}

/// A repetition shows what the repeated session says, so it is for no more readers than that.
fn audience(sessions: &[Session], index: usize) -> Audience {
    let session = &sessions[index];
    session.audience.max(session.original(sessions).audience)
}
