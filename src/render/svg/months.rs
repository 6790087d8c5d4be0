//! Months side by side: a cell for each day, in the tone of its score and with the sign of its reason.

use super::pen::{LINE, MARGIN, Pen, WIDTH};
use crate::document::drawing::{DayCell, Key, Month, Score};
use crate::text::Vocabulary as _;

/// The width and height of a cell, and of what is drawn of it.
const CELL: [u32; 2] = [27, 32];
const BOX: [u32; 2] = [25, 30];

/// So many months stand side by side.
const ABREAST: usize = 2;

/// The height of a month's name and its weekdays.
const HEAD: u32 = 2 * LINE;

pub(super) fn draw(months: &[Month], key: &[Key], pen: &mut Pen) {
    for row in months.chunks(ABREAST) {
        for (month, place) in row.iter().zip(0..) {
            self::month(month, MARGIN + place * WIDTH / 2, pen);
        }
        let weeks = row.iter().map(|month| month.weeks.len()).max().unwrap_or_default();
        pen.y += HEAD + CELL[1] * u32::try_from(weeks).unwrap_or_default() + MARGIN;
    }
    for key in key {
        let top = pen.y;
        if let Some(score) = key.score {
            cell(score, [MARGIN, top + 1], [BOX[0], LINE - 2], pen);
        }
        pen.paragraph(BOX[0] + MARGIN, &format!("{} – {}", key.sign, key.words));
    }
}

fn month(month: &Month, left: u32, pen: &mut Pen) {
    let top = pen.y;
    pen.words(left, top + LINE - 4, " font-weight=\"bold\"", &month.title);
    let middle = |column: u32| left + column * CELL[0] + BOX[0] / 2;
    for (name, column) in month.weekdays.iter().zip(0..) {
        pen.words(middle(column), top + HEAD - 4, " font-size=\"11\" text-anchor=\"middle\"", name);
    }
    for (week, row) in month.weeks.iter().zip(0..) {
        for (day, column) in week.iter().zip(0..) {
            if let Some(day) = day {
                let place = [left + column * CELL[0], top + HEAD + row * CELL[1]];
                self::day(day, place, pen);
            }
        }
    }
}

fn day(day: &DayCell, [left, top]: [u32; 2], pen: &mut Pen) {
    cell(day.score, [left, top], BOX, pen);
    // White letters on what is dark.
    let class = match day.score {
        Score::Blocked => " class=\"on-blocked\" style=\"fill:#fff\"",
        Score::Free | Score::Little | Score::Much => " class=\"on-tone\" style=\"fill:#1a1a1a\"",
        Score::Unknown | Score::Unasked => "",
    };
    let middle = left + BOX[0] / 2;
    let attributes = format!("{class} font-size=\"11\" text-anchor=\"middle\"");
    pen.words(middle, top + 12, &attributes, &day.day.to_string());
    let attributes = format!("{attributes} font-weight=\"bold\"");
    let sign = match day.score {
        Score::Blocked => format!("{}{}", day.sign, day.points),
        Score::Free | Score::Little | Score::Much | Score::Unknown | Score::Unasked => {
            day.sign.clone()
        }
    };
    pen.words(middle, top + 25, &attributes, &sign);
}

/// The ground of a day. What is unknown has a broken edge, and no tone.
fn cell(score: Score, [x, y]: [u32; 2], [width, height]: [u32; 2], pen: &mut Pen) {
    let look = match score {
        Score::Free => "fill=\"#dff3e7\" stroke=\"#1b6b50\" stroke-width=\"2\"",
        Score::Little => "fill=\"#f6dc86\" stroke=\"#4a4a4a\"",
        Score::Much => "fill=\"#e08e45\" stroke=\"#4a4a4a\"",
        Score::Blocked => "fill=\"#4a4a4a\" stroke=\"#4a4a4a\"",
        Score::Unknown => "fill=\"none\" stroke=\"currentColor\" stroke-dasharray=\"3 2\"",
        Score::Unasked => return,
    };
    let place = format!("x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" rx=\"3\"");
    pen.element("rect", &format!("class=\"{}\" {place} {look}", score.word()));
}
