//! A map: dots where places lie, with their names as far as there is room.

use super::pen::{MARGIN, Pen, WIDTH, rounded, shortened};
use crate::document::drawing::Spot;

/// How far the outermost dots stand from the edges: half a name has room there.
const INSET: f64 = 40.0;

/// The least and the largest height between the outermost dots.
const HEIGHTS: [f64; 2] = [80.0, 320.0];

/// Half of the size of a dot.
const DOT: f64 = 4.5;

/// How high a label is, and how wide each of its letters at most.
const LETTER: [f64; 2] = [7.0, 14.0];

/// The most letters of a name.
const LETTERS: usize = 24;

/// What is taken: left, top, right and bottom.
type Area = [f64; 4];

pub(super) fn draw(spots: &[Spot], pen: &mut Pen) {
    let places = projected(spots);
    let height = places.iter().map(|[_, y]| *y).fold(0.0, f64::max);
    let top = f64::from(pen.y) + INSET / 2.0;
    let bounds = [
        f64::from(MARGIN),
        f64::from(pen.y),
        f64::from(WIDTH - MARGIN),
        top + height + INSET / 2.0,
    ];
    let places: Vec<[f64; 2]> = places.iter().map(|[x, y]| [x + INSET, y + top]).collect();
    let mut taken: Vec<Area> =
        places.iter().map(|[x, y]| around(*x, *y, 2.0 * DOT, 2.0 * DOT)).collect();
    for [x, y] in &places {
        let at = format!("cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"{DOT}\"");
        pen.element("circle", &format!("class=\"accent\" {at} fill=\"currentColor\""));
    }
    for (spot, [x, y]) in spots.iter().zip(&places) {
        let name = format!("{} {}", spot.number, shortened(&spot.name, LETTERS));
        let number = spot.number.to_string();
        let labels = [&name, &number].into_iter().flat_map(|words| labels(words, *x, *y));
        let is_free = |(_, area): &(Label<'_>, Area)| {
            is_within(area, &bounds) && !taken.iter().any(|other| overlap(area, other))
        };
        // Where nothing is free, the number stands above others: better that than none.
        let free = labels.clone().find(is_free).or_else(|| labels.last());
        if let Some((Label { words, x, y }, area)) = free {
            taken.push(area);
            pen.words(rounded(x), rounded(y), " text-anchor=\"middle\"", words);
        }
    }
    pen.y = rounded(bounds[3]);
}

/// Words, and where the middle of their base line is.
#[derive(Clone, Copy)]
struct Label<'w> {
    words: &'w str,
    x: f64,
    y: f64,
}

/// Where a label for the dot can stand, the best place first: right, left, below, above.
fn labels(words: &str, x: f64, y: f64) -> impl Iterator<Item = (Label<'_>, Area)> + Clone {
    let [letter, height] = LETTER;
    let width = f64::from(u32::try_from(words.chars().count()).unwrap_or_default()) * letter;
    let beside = width / 2.0 + DOT + 4.0;
    let below = height / 2.0 + DOT + 3.0;
    let middles = [[beside, 0.0], [-beside, 0.0], [0.0, below], [0.0, -below]];
    middles.into_iter().map(move |[right, down]| {
        let (x, y) = (x + right, y + down);
        (Label { words, x, y: y + 4.0 }, around(x, y, width, height))
    })
}

fn around(x: f64, y: f64, width: f64, height: f64) -> Area {
    [x - width / 2.0, y - height / 2.0, x + width / 2.0, y + height / 2.0]
}

fn is_within(area: &Area, bounds: &Area) -> bool {
    area[0] >= bounds[0] && area[1] >= bounds[1] && area[2] <= bounds[2] && area[3] <= bounds[3]
}

fn overlap(one: &Area, other: &Area) -> bool {
    one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3]
}

/// Where the places lie on paper, right and down from the outermost ones; lengths are true in the middle.
fn projected(spots: &[Spot]) -> Vec<[f64; 2]> {
    let [north, south] = bounds(spots, 0);
    let [east, west] = bounds(spots, 1);
    let shrink = f64::midpoint(north, south).to_radians().cos().max(0.01);
    let (wide, high) = ((east - west) * shrink, north - south);
    let room = f64::from(WIDTH) - 2.0 * INSET;
    let scale = [room / wide, HEIGHTS[1] / high].into_iter().filter(|it| it.is_finite());
    let scale = scale.fold(f64::INFINITY, f64::min);
    let scale = if scale.is_finite() { scale } else { 0.0 };
    let left = (room - wide * scale) / 2.0;
    let above = (HEIGHTS[0] - high * scale).max(0.0) / 2.0;
    let place = |spot: &Spot| {
        let [latitude, longitude] = spot.at;
        [left + (longitude - west) * shrink * scale, above + (north - latitude) * scale]
    };
    spots.iter().map(place).collect()
}

/// The largest and the least of these degrees.
fn bounds(spots: &[Spot], which: usize) -> [f64; 2] {
    let degrees = spots.iter().map(|spot| spot.at[which]);
    let most = degrees.clone().fold(f64::NEG_INFINITY, f64::max);
    let least = degrees.fold(f64::INFINITY, f64::min);
    if spots.is_empty() { [0.0; 2] } else { [most, least] }
}
