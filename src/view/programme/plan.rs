//! What a run sheet tells of an entry beyond the programme.

use chrono::NaiveDate;

use super::context::{Context, joined};
use super::entry::data;
use super::{Entry, Plan, Programme};
use crate::domain::line::Line;
use crate::domain::session::Session;
use crate::domain::time::{Duration, Extent, Precision};
use crate::plan::programme::timetable::{Basis, Moment, Span, Walk};
use crate::text::NO_BREAK_SPACE;
use crate::view::words::{Words, place, shown};

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
) -> Plan {
    let words = context.words;
    let original = session.original(&context.meeting.sessions);
    let own = |pick: fn(&Session) -> Option<&Line>| pick(session).or(pick(original)).map(shown);
    let responsible = own(|session| session.responsible.as_ref());
    let equipment = own(|session| session.equipment.as_ref());
    let note = session.note.as_ref().or(original.note.as_ref()).map(shown);
    let said = session.timing.duration.map(|length| length.value);
    let date = session.date.filter(|&date| Some(date) != day);
    // The length has a column of its own.
    let time = time(words, session, span).or_else(|| {
        let part = session.timing.part_of_day.map(|part| words.part_of_day(part).to_owned());
        joined([session.timing.connector.as_ref().map(shown), part])
    });
    Plan {
        time: joined([date.map(|date| words.dates.full(date)), time]),
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
        ..moments(span)
    }
}

/// A walk as an entry of its own; `level` is that of the session it leads to.
pub(super) fn walk(context: &Context<'_>, walk: &Walk, level: usize) -> Entry {
    let words = context.words;
    let session = &context.meeting.sessions[walk.to];
    let original = session.original(&context.meeting.sessions);
    let own = session.place.as_ref().or(original.place.as_ref());
    let place = own.or(context.meeting.place.as_ref());
    let place = place.map(|place| place::name(context.workspace, &place.value));
    // People go to where they meet.
    let meet_at = session.meet_at.as_ref().or(original.meet_at.as_ref()).map(shown);
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
    let plan = Plan {
        time: between(words, span, Precision::Exact),
        minutes: Some(walk.minutes),
        length: Some(if metres.is_some() { approximate(&length) } else { length }),
        ..moments(span)
    };
    Entry {
        id: format!("walk:{}", session.id),
        kind: "walk",
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
    let mut plans = entries.filter_map(|entry| entry.plan.as_ref());
    let has_sign = |words: &Option<String>| words.as_ref().is_some_and(|it| it.contains(ABOUT));
    plans.any(|plan| has_sign(&plan.time) || has_sign(&plan.length)).then(|| {
        let words = words.pick(
            "Planungswert: aus Reihenfolge, Dauer und Wegen errechnet, nirgends veröffentlicht.",
            "planning value: computed from order, lengths and walks, published nowhere.",
        );
        format!("{ABOUT} {words}")
    })
}

/// Beginning and end as data.
fn moments(span: Span) -> Plan {
    Plan {
        start: span.begins.map(|begins| data(begins.minutes)),
        end: span.ends.map(|ends| data(ends.minutes)),
        start_planned: is_planned(span.begins),
        end_planned: is_planned(span.ends),
        ..Plan::default()
    }
}

/// The words of the time column: what people said stays as they said it, the rest is marked.
fn time(words: Words, session: &Session, span: Span) -> Option<String> {
    let timing = &session.timing;
    let (start, end) = (timing.start.map(|start| start.value), timing.end.map(|end| end.value));
    let is_said = |moment: Option<Moment>, said: bool| said || moment.is_none();
    if is_said(span.begins, start.is_some()) && is_said(span.ends, end.is_some()) {
        return words.hours(start, end);
    }
    let start = start.map(|start| start.precision).filter(|_| !is_planned(span.begins));
    between(words, span, start.unwrap_or(Precision::Exact))
}

/// Beginning and end, each marked if it is a planning value; `precision` is that of a beginning
/// that somebody said.
fn between(words: Words, span: Span, precision: Precision) -> Option<String> {
    let clock = words.clock;
    let marked = |moment: Option<Moment>, time: String| {
        if is_planned(moment) { approximate(&time) } else { time }
    };
    let begins = span.begins.map(|moment| moment.minutes);
    let ends = span.ends.map(|moment| moment.minutes);
    match (begins, ends) {
        (None, None) => None,
        (Some(begins), None) => {
            Some(words.precise(precision, &marked(span.begins, clock.with_unit(begins))))
        }
        (None, Some(ends)) => {
            Some(words.precise(Precision::Until, &marked(span.ends, clock.with_unit(ends))))
        }
        (Some(begins), Some(ends)) if is_planned(span.begins) == is_planned(span.ends) => {
            Some(words.precise(precision, &marked(span.begins, clock.span(begins, ends))))
        }
        (Some(begins), Some(ends)) => {
            let begins = words.precise(precision, &marked(span.begins, clock.time(begins)));
            let ends = marked(span.ends, clock.with_unit(ends));
            Some(format!("{begins}{NO_BREAK_SPACE}–{NO_BREAK_SPACE}{ends}"))
        }
    }
}

/// How long it takes, marked if that is a planning value.
fn length(words: Words, said: Option<Duration>, span: Span) -> Option<String> {
    let Some(minutes) = span.minutes() else { return said.map(|said| words.length(said)) };
    if let Some(said) = said.filter(|said| said.minutes == minutes) {
        return Some(words.length(said));
    }
    let length = words.length(Duration { minutes, extent: Extent::Exact });
    let is_planned = is_planned(span.begins) || is_planned(span.ends);
    Some(if is_planned { approximate(&length) } else { length })
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
    let labelled = |german: &str, english: &str, text: &Option<String>| {
        let text = text.as_ref()?.split_whitespace().collect::<Vec<_>>().join(" ");
        Some(format!("{}: {text}", words.pick(german, english)))
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

fn approximate(words: &str) -> String {
    format!("{ABOUT}{NO_BREAK_SPACE}{words}")
}

fn is_planned(moment: Option<Moment>) -> bool {
    moment.is_some_and(|moment| moment.basis == Basis::Planned)
}
