//! What a run sheet tells of an entry beyond the programme.

use chrono::NaiveDate;

use super::context::{Context, joined};
use super::entry::{data, meeting_point};
use super::{Entry, PlanningValues, Programme};
use crate::domain::line::Line;
use crate::domain::session::Session;
use crate::domain::time::{Duration, Extent, Precision};
use crate::plan::programme::timetable::{Basis, Moment, Span, Walk};
use crate::text::prose::paragraphs;
use crate::text::{ClockTime, NO_BREAK_SPACE};
use crate::view::words::{Marks, Worded, Words, place, shown};

/// The sign before planning values.
const ABOUT: char = '≈';

/// What the chair needs to know of `session`, which stands under `day`; `overrun` is by how many
/// minutes everything up to it is too long.
pub(super) fn plan(
    context: &Context<'_>,
    session: &Session,
    day: Option<NaiveDate>,
    span: Span,
    overrun: Option<u32>,
) -> PlanningValues {
    let words = context.words;
    let original = session.original(&context.meeting.sessions);
    let own = |pick: fn(&Session) -> Option<&Line>| pick(session).or(pick(original)).map(shown);
    let responsible = own(|session| session.responsible.as_ref());
    let equipment = own(|session| session.equipment.as_ref());
    let note = session.note.as_ref().or(original.note.as_ref()).map(shown);
    let said = session.timing.duration.map(|length| length.value);
    let date = session.date.filter(|&date| Some(date) != day);
    // The length has a column of its own.
    let timing = &session.timing;
    let is_open = timing.start.is_none() && span.begins.is_none();
    let part = timing.part_of_day.filter(|_| is_open);
    let part = part.map(|part| words.part_of_day(part).to_owned());
    let time = match time(words, session, span) {
        None => {
            let connector = timing.connector.as_ref().map(|line| words.connector(line));
            joined([connector, part]).map(Worded::from)
        }
        hours => Worded::joined([part], hours),
    };
    PlanningValues {
        time: Worded::joined([date.map(|date| words.dates.full(date))], time),
        length: length(words, said, span),
        minutes: span.minutes().or(said.map(|said| said.minutes)),
        lines: overrun
            .map(|minutes| over(words, minutes))
            .into_iter()
            .chain(lines(words, session, [&responsible, &equipment, &note]))
            .collect(),
        responsible,
        equipment,
        note,
        ..moments(session, span)
    }
}

/// A walk as an entry of its own; `level` is that of the session it leads to.
pub(super) fn walk(context: &Context<'_>, walk: &Walk, level: usize) -> Entry {
    let words = context.words;
    let session = &context.meeting.sessions[walk.to];
    let original = session.original(&context.meeting.sessions);
    let own = session.place.as_ref().or(original.place.as_ref());
    let place = own.or(context.meeting.place.as_ref());
    let near = place.and_then(|place| place.value.venue());
    let place = place.map(|place| place::name(context.workspace, &place.value));
    // People go to where they meet.
    let meet_at = session.meet_at.as_ref().or(original.meet_at.as_ref());
    let meet_at = meet_at.map(|line| meeting_point(context, line, near));
    let foot = words.pick("Fußweg", "Walk");
    let title = match meet_at.or(place) {
        Some(target) => format!("{foot} {} {}", words.pick("zu", "to"), words.quoted(target)),
        None => foot.to_owned(),
    };
    // Nobody measures a way to the metre.
    let metres = walk.metres.map(|metres| metres.div_ceil(10) * 10);
    let about = words.pick("etwa", "about");
    let planned = |minutes| Moment { minutes, basis: Basis::Planned };
    let span = Span {
        begins: walk.begins.map(planned),
        ends: walk.begins.map(|begins| planned(begins + walk.minutes)),
    };
    let said = Duration { minutes: walk.minutes, extent: Extent::Exact };
    let length = words.length(said);
    let plan = PlanningValues {
        time: between(words, session, span, Precision::Exact),
        minutes: Some(walk.minutes),
        length: Some(marked(length, metres.is_some())),
        ..moments(session, span)
    };
    Entry {
        id: format!("walk:{}", session.id),
        kind: None,
        level,
        pause: true,
        title,
        details: metres
            .map(|metres| format!("{about} {metres}{NO_BREAK_SPACE}m"))
            .into_iter()
            .collect(),
        plan: Some(plan),
        ..Entry::default()
    }
}

/// What the sign of planning values means, if the programme has some.
pub(super) fn legend(programme: &Programme, words: Words) -> Option<String> {
    let entries = programme.days.iter().flat_map(|day| &day.entries);
    let told = entries.filter_map(|entry| entry.plan.as_ref());
    let mut told = told.flat_map(|plan| plan.time.iter().chain(&plan.length));
    told.any(|words| words.value.is_planned).then(|| {
        let words = words.pick(
            "Planungswert: aus Reihenfolge, Dauer und Wegen errechnet, nirgends veröffentlicht.",
            "planning value: computed from order, lengths and walks, published nowhere.",
        );
        format!("{ABOUT} {words}")
    })
}

/// Beginning and end as data.
fn moments(session: &Session, span: Span) -> PlanningValues {
    let clock = |at: Moment| data(session.shown_at(at.minutes).minutes);
    PlanningValues {
        start: span.begins.map(clock),
        end: span.ends.map(clock),
        start_planned: is_planned(span.begins),
        end_planned: is_planned(span.ends),
        ..PlanningValues::default()
    }
}

/// The words of the time column: what people said stays as they said it, the rest is marked.
fn time(words: Words, session: &Session, span: Span) -> Option<Worded<Marks>> {
    let timing = &session.timing;
    let (start, end) = (timing.start.map(|start| start.value), timing.end.map(|end| end.value));
    let is_said = |moment: Option<Moment>, said: bool| said || moment.is_none();
    if is_said(span.begins, start.is_some()) && is_said(span.ends, end.is_some()) {
        return words.hours(start, end);
    }
    let start = start.map(|start| start.precision).filter(|_| !is_planned(span.begins));
    between(words, session, span, start.unwrap_or(Precision::Exact))
}

/// Beginning and end, each marked if it is a planning value; `precision` is that of a beginning
/// that somebody said. A time that clocks show twice says so where the second is meant.
fn between(
    words: Words,
    session: &Session,
    span: Span,
    precision: Precision,
) -> Option<Worded<Marks>> {
    let clock = words.clock;
    let told = |words: String, time: ClockTime| time.noted(words, clock.language);
    let shown = |moment: Option<Moment>| Some(session.shown_at(moment?.minutes));
    let [begins, ends] = [span.begins, span.ends].map(shown);
    let [begin_planned, end_planned] = [span.begins, span.ends].map(is_planned);
    let signed = |time: String, is_planned: bool| String::from(marked(time, is_planned));
    let hours: Worded<Marks> = match (begins, ends) {
        (None, None) => return None,
        (Some(begins), None) => {
            let begin = told(clock.with_unit(begins.minutes), begins);
            words.precise(precision, &signed(begin, begin_planned)).into()
        }
        (None, Some(ends)) => {
            let end = told(clock.with_unit(ends.minutes), ends);
            words.precise(Precision::Until, &signed(end, end_planned)).into()
        }
        (Some(begins), Some(ends)) if begin_planned == end_planned => {
            let [begin, end] = clock.told_ends(begins, ends);
            Worded::span(&words.precise(precision, &signed(begin, begin_planned)), &end)
        }
        (Some(begins), Some(ends)) => {
            let begin = told(clock.time(begins.minutes), begins);
            let begin = words.precise(precision, &signed(begin, begin_planned));
            let end = signed(told(clock.with_unit(ends.minutes), ends), end_planned);
            let space = NO_BREAK_SPACE;
            Worded::span(&format!("{begin}{space}"), &format!("{space}{end}"))
        }
    };
    let is_planned = begin_planned || end_planned;
    Some(hours.with(|marks| Marks { is_planned, ..marks }))
}

/// How long it takes, marked if that is a planning value.
fn length(words: Words, said: Option<Duration>, span: Span) -> Option<Worded<Marks>> {
    let Some(minutes) = span.minutes() else {
        return said.map(|said| marked(words.length(said), false));
    };
    if let Some(said) = said.filter(|said| said.minutes == minutes) {
        return Some(marked(words.length(said), false));
    }
    let length = words.length(Duration { minutes, extent: Extent::Exact });
    Some(marked(length, is_planned(span.begins) || is_planned(span.ends)))
}

fn over(words: Words, minutes: u32) -> String {
    let minutes = words.length(Duration { minutes, extent: Extent::Exact });
    words.pick(format!("{minutes} zu viel"), format!("{minutes} over"))
}

fn lines(
    words: Words,
    session: &Session,
    [responsible, equipment, note]: [&Option<String>; 3],
) -> Vec<String> {
    // Lines of a list stay lines.
    let labelled = |german: &str, english: &str, text: &Option<String>| {
        let text = text.iter().map(|text| format!("{}:\n{text}", words.pick(german, english)));
        text.flat_map(|text| paragraphs(&text)).collect::<Vec<String>>()
    };
    let buffer = session.buffer.map(|buffer| words.length(buffer));
    [
        labelled("Verantwortlich", "In charge", responsible),
        labelled("Technik", "Equipment", equipment),
        labelled("Puffer danach", "To spare afterwards", &buffer),
        labelled("Notiz", "Note", note),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// `words`, with the sign before them if they tell a planning value.
fn marked(words: String, is_planned: bool) -> Worded<Marks> {
    let words = if is_planned { format!("{ABOUT}{NO_BREAK_SPACE}{words}") } else { words };
    Worded::new(words, Marks { dash: None, is_planned })
}

fn is_planned(moment: Option<Moment>) -> bool {
    moment.is_some_and(|moment| moment.basis == Basis::Planned)
}
