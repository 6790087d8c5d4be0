//! The zones that a calendar describes by itself (`VTIMEZONE`).

use super::lines::ContentLine;
use super::recurrence::Clocks;
use super::zones::{Written, Zones, written};
use crate::domain::calendar::series::Observance;
use crate::domain::time::TimeZone;

/// Reads the zones that are described, each as the lines of its observances.
pub(super) fn zones(home: TimeZone, listed: &[(String, Vec<Vec<ContentLine<'_>>>)]) -> Zones {
    let described = listed.iter().filter_map(|(name, observances)| {
        let observances: Option<Vec<Observance>> =
            observances.iter().map(|lines| observance(lines, home)).collect();
        Some((name.clone(), observances.filter(|list| !list.is_empty())?))
    });
    Zones::new(home, described)
}

fn observance(lines: &[ContentLine<'_>], home: TimeZone) -> Option<Observance> {
    let zones = Zones::new(home, std::iter::empty());
    let value = |name: &str| Some(lines.iter().find(|line| line.is(name))?.name_and_value()?.1);
    let start = written(&value("DTSTART")?, None)?.time;
    let before = offset(&value("TZOFFSETFROM")?)?;
    let clocks = Clocks { start, is_day: false, ahead: Some(before), zone: None, zones: &zones };
    let rules = lines.iter().filter(|line| line.is("RRULE"));
    let rules = rules.map(|line| {
        // So few changes are cheaper to follow without counting them.
        let (rule, count) = clocks.rule(&line.name_and_value()?.1).ok()?;
        count.is_none().then_some(rule)
    });
    let more = lines.iter().filter(|line| line.is("RDATE")).map(|line| zones.list(line));
    let more: Option<Vec<Vec<Written>>> = more.collect();
    Some(Observance {
        start,
        rules: rules.collect::<Option<_>>()?,
        more: more?.into_iter().flatten().map(|written| written.time).collect(),
        before,
        offset: offset(&value("TZOFFSETTO")?)?,
    })
}

/// Reads `+0100` as seconds.
fn offset(words: &str) -> Option<i32> {
    let words = words.trim();
    let (sign, digits) = match words.as_bytes().first()? {
        b'-' => (-1, &words[1..]),
        b'+' => (1, &words[1..]),
        _ => (1, words),
    };
    let is_plain = digits.bytes().all(|byte| byte.is_ascii_digit());
    if !is_plain || !(digits.len() == 4 || digits.len() == 6) {
        return None;
    }
    let part = |at: usize| digits.get(at..at + 2).map_or(Some(0), |part| part.parse::<i32>().ok());
    let (hours, minutes, seconds) = (part(0)?, part(2)?, part(4)?);
    let is_possible = hours < 24 && minutes < 60 && seconds < 60;
    is_possible.then_some(sign * (hours * 3600 + minutes * 60 + seconds))
}
