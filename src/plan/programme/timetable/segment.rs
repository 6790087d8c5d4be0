//! What stands between two fixed points: lengths for all of it that fill the room.

use std::cmp::Reverse;
use std::ops::Range;

use super::length::Length;

/// The minutes that planned times are rounded to.
const STEP: u32 = 5;
/// What takes more than so many times as long as usual is no longer that: time remains free.
const MOST: u32 = 3;

/// One of several things that follow each other.
#[derive(Clone, Copy, Debug)]
pub(super) struct Element {
    /// The free minutes before it that a plan would leave.
    pub(super) gap: u32,
    /// The free minutes that it needs at least.
    pub(super) least_gap: u32,
    /// How long it takes.
    pub(super) length: Length,
}

/// Where the room ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Until {
    /// Nowhere.
    Never,
    /// There, and what comes before lasts until then.
    Filled(u32),
    /// There, but what comes before may end earlier.
    AtMost(u32),
}

impl Until {
    /// When that is, in minutes from midnight.
    pub(super) fn end(self) -> Option<u32> {
        match self {
            Self::Never => None,
            Self::Filled(end) | Self::AtMost(end) => Some(end),
        }
    }
}

/// Lays `elements` one after the other from `begin`, in minutes from midnight.
///
/// What has a length keeps it; the others share the room, in proportion to what is usual for them.
/// What is firm gives way only if the others had less than half of what is usual, and loose lengths
/// last.
///
/// # Errors
/// With the time at which all would end at the earliest, if that is after the end of the room.
pub(super) fn lay(begin: u32, until: Until, elements: &[Element]) -> Result<Vec<Range<u32>>, u32> {
    let gaps = |least: bool| {
        let gap = |element: &Element| if least { element.least_gap } else { element.gap };
        elements.iter().map(gap).collect::<Vec<u32>>()
    };
    let Some(end) = until.end() else {
        let lengths: Vec<u32> = elements.iter().map(|element| element.length.usual()).collect();
        return Ok(placed(begin, &gaps(false), &lengths));
    };
    let attempts = [
        (false, Yielding::Elastic),
        (false, Yielding::Firm),
        (false, Yielding::All),
        (true, Yielding::All),
    ];
    for (least, yielding) in attempts {
        let gaps = gaps(least);
        let taken = gaps.iter().sum::<u32>() + kept(elements, yielding);
        let Some(room) = end.checked_sub(begin).and_then(|room| room.checked_sub(taken)) else {
            continue;
        };
        if let Some(lengths) = lengths(begin, room, until, elements, yielding) {
            return Ok(placed(begin, &gaps, &lengths));
        }
    }
    let least: u32 = elements.iter().map(|element| element.least_gap + least(element.length)).sum();
    Err(begin + least)
}

/// Lays `elements` as if the room never ended, with the free minutes that they need at least.
pub(super) fn in_turn(begin: u32, elements: &[Element]) -> Vec<Range<u32>> {
    let gaps: Vec<u32> = elements.iter().map(|element| element.least_gap).collect();
    let lengths: Vec<u32> = elements.iter().map(|element| element.length.usual()).collect();
    placed(begin, &gaps, &lengths)
}

/// What gives way where there is too little room, or too much.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Yielding {
    /// What nobody said a length for and has no firm one.
    Elastic,
    /// The same and firm ones.
    Firm,
    /// All but exact lengths.
    All,
}

impl Yielding {
    fn includes(self, length: Length) -> bool {
        match length {
            Length::Exact(_) | Length::Open | Length::End => false,
            Length::Elastic(_) => true,
            Length::Firm(_) => self != Self::Elastic,
            Length::Loose(_) => self == Self::All,
        }
    }
}

/// The minutes of all that does not give way.
fn kept(elements: &[Element], yielding: Yielding) -> u32 {
    let lengths = elements.iter().map(|element| element.length);
    lengths.filter(|length| !yielding.includes(*length)).map(Length::usual).sum()
}

/// The shortest that a length can get.
fn least(length: Length) -> u32 {
    match length {
        Length::Exact(minutes) => minutes,
        Length::Loose(_) | Length::Firm(_) | Length::Elastic(_) => 1,
        Length::Open | Length::End => 0,
    }
}

/// The lengths of all elements if `room` is left for what gives way; none if that is no good plan.
fn lengths(
    begin: u32,
    room: u32,
    until: Until,
    elements: &[Element],
    yielding: Yielding,
) -> Option<Vec<u32>> {
    let yields = |element: &&Element| yielding.includes(element.length);
    let weights: Vec<u32> =
        elements.iter().filter(yields).map(|element| element.length.usual()).collect();
    let usual: u32 = weights.iter().sum();
    let count = u32::try_from(weights.len()).unwrap_or(u32::MAX);
    let is_good = match (yielding, weights.is_empty()) {
        (Yielding::Elastic, true) => !elements.iter().any(|e| matches!(e.length, Length::Firm(_))),
        (Yielding::Firm | Yielding::All, true) => true,
        (Yielding::Elastic | Yielding::Firm, false) => 2 * room >= usual && room >= count,
        (Yielding::All, false) => room >= count,
    };
    let most = if matches!(until, Until::Filled(_)) { MOST * usual } else { usual };
    let mut shares = is_good.then(|| share(begin, room.min(most), &weights))?.into_iter();
    let length = |element: &Element| {
        if yielding.includes(element.length) {
            shares.next().unwrap_or_default()
        } else {
            element.length.usual()
        }
    };
    Some(elements.iter().map(length).collect())
}

/// Shares `room`, at least a minute each, in proportion to `weights`: in steps of five minutes if
/// there is room for that, by largest remainders. Odd minutes go to the first if that brings the
/// plan to full steps of the clock, else to the last.
fn share(begin: u32, room: u32, weights: &[u32]) -> Vec<u32> {
    let count = u32::try_from(weights.len()).unwrap_or(u32::MAX);
    if count == 0 {
        return Vec::new();
    }
    let step = if room >= STEP * count { STEP } else { 1 };
    let (steps, odd) = (room / step, room % step);
    let total = u64::from(weights.iter().sum::<u32>().max(1));
    let parts = weights.iter().map(|weight| u64::from(*weight) * u64::from(steps));
    let (mut shares, mut remainders): (Vec<u64>, Vec<(u64, usize)>) =
        parts.enumerate().map(|(at, part)| ((part / total).max(1), (part % total, at))).unzip();
    remainders.sort_by_key(|(remainder, at)| (Reverse(*remainder), *at));
    let mut order = remainders.iter().map(|(_, at)| *at).cycle();
    // Nobody goes without a step, so there may be too many now, which the largest share gives.
    while shares.iter().sum::<u64>() > u64::from(steps) {
        let Some(largest) = (0..shares.len()).max_by_key(|&at| (shares[at], Reverse(at))) else {
            break;
        };
        shares[largest] -= 1;
    }
    while shares.iter().sum::<u64>() < u64::from(steps) {
        let Some(at) = order.next() else { break };
        shares[at] += 1;
    }
    let minutes = |steps: u64| u32::try_from(steps).unwrap_or(u32::MAX).saturating_mul(step);
    let mut shares: Vec<u32> = shares.into_iter().map(minutes).collect();
    let first = (begin + odd).is_multiple_of(STEP);
    let at = if first { 0 } else { shares.len() - 1 };
    shares[at] += odd;
    shares
}

fn placed(begin: u32, gaps: &[u32], lengths: &[u32]) -> Vec<Range<u32>> {
    let mut at = begin;
    let place = |(gap, length): (&u32, &u32)| {
        let begins = at + gap;
        at = begins + length;
        begins..at
    };
    gaps.iter().zip(lengths).map(place).collect()
}
