//! Lanes along one line of time: marks on a line, or a course that rises and falls around it.

use std::fmt::Write as _;

use chrono::{Datelike as _, Months, NaiveDate};

use super::pen::{LINE, MARGIN, Pen, WIDTH, rounded};
use crate::document::drawing::{Lane, Lanes, Mark};

/// The height of a lane below its label: with a course, with a low one, and without.
const COURSE: u32 = 40;
const LOW_COURSE: u32 = 20;
const LINE_OF_MARKS: u32 = 24;

/// How far the outermost marks stand from the edges.
const INSET: f64 = 12.0;

/// Half of the size of a mark with a label.
const MARK: f64 = 9.0;

/// The most ticks that the line of time has.
const TICKS: u32 = 6;

pub(super) fn draw(lanes: &Lanes, pen: &mut Pen) {
    let top = pen.y;
    for lane in &lanes.lanes {
        self::lane(lane, lanes, pen);
    }
    if let Some((day, word)) = &lanes.today {
        let x = place(*day, lanes);
        let line = format!("x1=\"{x:.1}\" y1=\"{top}\" x2=\"{x:.1}\" y2=\"{}\"", pen.y);
        pen.element("line", &format!("{line} stroke=\"currentColor\" stroke-dasharray=\"2 3\""));
        label(x, pen.y + LINE - 4, word, pen);
        pen.y += LINE;
    }
    time(lanes, pen);
    if !lanes.scale.is_empty() {
        pen.paragraph(0, &lanes.scale);
    }
}

fn lane(lane: &Lane, lanes: &Lanes, pen: &mut Pen) {
    pen.ends(&lane.label, &lane.value);
    let height = match (lane.course.is_empty(), lanes.is_low) {
        (true, _) => LINE_OF_MARKS,
        (false, false) => COURSE,
        (false, true) => LOW_COURSE,
    };
    let nought = f64::from(pen.y + height / 2);
    let (left, right) = (MARGIN, WIDTH - MARGIN);
    let ends = format!("x1=\"{left}\" y1=\"{nought}\" x2=\"{right}\" y2=\"{nought}\"");
    pen.element("line", &format!("{ends} stroke=\"currentColor\" stroke-width=\"0.75\""));
    // The largest amount reaches almost to the lane's edge.
    let half = f64::from(height) / 2.0 - 4.0;
    let level = |amount: f64| {
        if lanes.most > 0.0 { nought - amount / lanes.most * half } else { nought }
    };
    if let Some((first, _)) = lane.course.first() {
        let mut path = format!("M{:.1} {nought:.1}", place(*first, lanes));
        for (date, amount) in &lane.course {
            let _ = write!(path, "H{:.1}V{:.1}", place(*date, lanes), level(*amount));
        }
        // It stays what it is, up to today at least.
        let last = lane.course.last().map_or(*first, |(date, _)| *date);
        let end = lanes.today.as_ref().map_or(last, |(today, _)| last.max(*today));
        let _ = write!(path, "H{:.1}", place(end, lanes));
        let look = "class=\"accent\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"2\"";
        pen.element("path", &format!("{look} d=\"{path}\""));
    }
    let mut occupied = f64::NEG_INFINITY;
    for mark in &lane.marks {
        let x = place(mark.date, lanes);
        let known = lane.course.iter().rev().find(|(day, _)| *day == mark.date);
        let y = known.map_or(nought, |(_, amount)| level(*amount));
        let look = "class=\"accent\"";
        if mark.label.is_empty() {
            let at = format!("cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"4\"");
            pen.element("circle", &format!("{look} {at} fill=\"currentColor\""));
        } else if x - occupied >= 2.0 * MARK {
            labelled(mark, x, y, pen);
            occupied = x;
        } else if x - occupied > MARK {
            // There is no room for another label; a stroke tells that there is one.
            let (top, bottom) = (y - MARK, y + MARK);
            let ends = format!("x1=\"{x:.1}\" y1=\"{top:.1}\" x2=\"{x:.1}\" y2=\"{bottom:.1}\"");
            pen.element(
                "line",
                &format!("{look} {ends} stroke=\"currentColor\" stroke-width=\"2\""),
            );
        }
    }
    pen.y += height + MARGIN;
}

/// A mark with words in it, on the ground of the drawing.
fn labelled(mark: &Mark, x: f64, y: f64, pen: &mut Pen) {
    let look =
        "class=\"paper accent-edge\" fill=\"#fff\" stroke=\"currentColor\" stroke-width=\"2\"";
    let (left, top, size) = (x - MARK, y - MARK, 2.0 * MARK);
    let round = if mark.square { 0.0 } else { MARK };
    pen.element(
        "rect",
        &format!(
            "{look} x=\"{left:.1}\" y=\"{top:.1}\" width=\"{size}\" height=\"{size}\" rx=\"{round}\""
        ),
    );
    // Three digits have to fit.
    let size = if mark.label.chars().count() > 2 { 8 } else { 11 };
    let down = if size == 8 { 3 } else { 4 };
    let attributes = format!(" font-size=\"{size}\" text-anchor=\"middle\"");
    pen.words(rounded(x), rounded(y) + down, &attributes, &mark.label);
}

/// The line of time with its months or years.
fn time(lanes: &Lanes, pen: &mut Pen) {
    let y = pen.y;
    let (left, right) = (MARGIN, WIDTH - MARGIN);
    let line = format!("x1=\"{left}\" y1=\"{y}\" x2=\"{right}\" y2=\"{y}\"");
    pen.element("line", &format!("{line} stroke=\"currentColor\""));
    for (day, words) in ticks(lanes.from, lanes.to) {
        let x = place(day, lanes);
        let line = format!("x1=\"{x:.1}\" y1=\"{y}\" x2=\"{x:.1}\" y2=\"{}\"", y + 4);
        pen.element("line", &format!("{line} stroke=\"currentColor\""));
        label(x, y + LINE, &words, pen);
    }
    pen.y += LINE + MARGIN;
}

/// Words below a place of the line of time, which stay within the drawing.
fn label(x: f64, y: u32, words: &str, pen: &mut Pen) {
    let half = u32::try_from(words.chars().count()).unwrap_or_default() * 3 + MARGIN;
    let x = rounded(x).clamp(half, WIDTH - half);
    pen.words(x, y, " font-size=\"11\" text-anchor=\"middle\"", words);
}

/// The first days of months or years, a few of them, with their names.
fn ticks(from: NaiveDate, to: NaiveDate) -> Vec<(NaiveDate, String)> {
    let months_between = |one: NaiveDate, other: NaiveDate| {
        let months = |day: NaiveDate| i64::from(day.year()) * 12 + i64::from(day.month0());
        u32::try_from(months(other) - months(one)).unwrap_or_default()
    };
    let all = months_between(from, to);
    let steps = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12_000, 24_000, 60_000];
    let step = steps.into_iter().find(|step| all / step < TICKS).unwrap_or(120_000);
    let begin = NaiveDate::from_ymd_opt(from.year(), 1, 1).unwrap_or(from);
    let name = |day: NaiveDate| match step {
        ..12 => format!("{:02}/{}", day.month(), day.year()),
        _ => day.year().to_string(),
    };
    (0..)
        .map_while(|number: u32| begin.checked_add_months(Months::new(number.checked_mul(step)?)))
        .take_while(|day| *day <= to)
        .filter(|day| *day >= from)
        .map(|day| (day, name(day)))
        .collect()
}

/// Where a day stands, from left to right.
fn place(day: NaiveDate, lanes: &Lanes) -> f64 {
    let days = |day: NaiveDate| {
        let days = (day - lanes.from).num_days();
        i32::try_from(days).map_or(0.0, f64::from)
    };
    let (left, room) = (f64::from(MARGIN) + INSET, f64::from(WIDTH - 2 * MARGIN) - 2.0 * INSET);
    let all = days(lanes.to);
    if all > 0.0 { left + days(day) / all * room } else { left + room / 2.0 }
}
