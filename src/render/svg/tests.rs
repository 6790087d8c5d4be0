//! What every drawing is: well-formed, safe, and the same each time.

use chrono::NaiveDate;

use super::svg;
use crate::document::drawing::{
    DayCell, Drawing, Figure, Key, Lane, Lanes, Mark, Month, Score, Spot,
};
use crate::document::model::Picture;
use crate::document::picture;
use crate::text::{Language, Vocabulary as _};

const NASTY: &str = "<script>\"&'\u{0}\u{ffff} Ж ]]>";

fn drawing(figure: Figure) -> Drawing {
    let language = Language::German;
    let (title, description) = (NASTY.to_owned(), NASTY.to_owned());
    Drawing { language, title, description, figure }
}

fn day(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2027, 3, day).unwrap()
}

fn months() -> Drawing {
    let mut scores = Score::all().cycle();
    let mut cell = |day| DayCell {
        day,
        score: scores.next().unwrap(),
        sign: NASTY.to_owned(),
        points: String::new(),
    };
    let month = Month {
        title: NASTY.to_owned(),
        weekdays: [0; 7].map(|_| NASTY.to_owned()),
        weeks: vec![[1, 2, 3, 4, 5, 6, 7].map(|day| Some(cell(day))), [0; 7].map(|_| None)],
    };
    let key = |score| Key { sign: NASTY.to_owned(), words: NASTY.to_owned(), score };
    let keys = Score::all().map(Some).chain([None]).map(key).collect();
    drawing(Figure::Months(vec![month.clone(), month.clone(), month], keys))
}

fn lanes(amounts: &[f64], marks: &[(u32, &str)]) -> Drawing {
    let mark = |(at, label): &(u32, &str)| Mark {
        date: day(*at),
        label: (*label).to_owned(),
        square: *at == 2,
    };
    let lane = Lane {
        label: NASTY.repeat(20),
        value: NASTY.to_owned(),
        words: NASTY.to_owned(),
        course: (1..).map(day).zip(amounts.iter().copied()).collect(),
        marks: marks.iter().map(mark).collect(),
    };
    drawing(Figure::Lanes(Lanes {
        from: day(1),
        to: day(if amounts.is_empty() && marks.len() < 2 { 1 } else { 31 }),
        today: Some((day(1), NASTY.to_owned())),
        headings: [0; 3].map(|_| NASTY.to_owned()),
        most: amounts.iter().copied().fold(0.0, |most: f64, one| most.max(one.abs())),
        scale: NASTY.to_owned(),
        is_low: false,
        lanes: vec![lane.clone(), lane],
    }))
}

fn map(places: &[[f64; 2]]) -> Drawing {
    let spot = |(at, number)| Spot { number, name: NASTY.repeat(number), at };
    drawing(Figure::Map(places.iter().copied().zip(1..).map(spot).collect()))
}

#[test]
fn every_drawing_is_a_safe_picture_whatever_is_in_it() {
    let all = [
        months(),
        drawing(Figure::Months(Vec::new(), Vec::new())),
        lanes(&[], &[]),
        lanes(&[0.0, 0.0], &[(1, "")]),
        lanes(&[0.5, -0.5], &[(1, "1"), (2, "2"), (20, "400")]),
        map(&[]),
        map(&[[50.9, 11.3]]),
        map(&[[50.9, 11.3], [50.9, 11.3], [51.0, 11.3]]),
        map(&[[90.0, 180.0], [-90.0, -180.0], [0.0, 0.0]]),
    ];
    for drawing in all {
        let file = svg(&drawing);
        assert_eq!(picture::format(file.as_bytes()), Ok(Picture::Svg), "{file}");
        assert!(!file.contains("NaN") && !file.contains("inf"), "{file}");
        assert_eq!(file.matches("<title").count(), 1);
        assert!(file.contains("&lt;script&gt;\"&amp;'  Ж ]]&gt;"), "{file}");
        assert_eq!(file, svg(&drawing));
    }
}

#[test]
fn each_score_has_a_look_of_its_own() {
    let file = svg(&months());
    for score in Score::all() {
        let class = format!("<rect class=\"{}\"", score.word());
        let number = file.matches(&class).count();
        match score {
            Score::Unasked => assert_eq!(number, 0),
            // In each month, and in the key.
            _ => assert!(number >= 4, "{class}: {number}"),
        }
    }
}

#[test]
fn marks_that_would_cover_each_other_become_strokes() {
    let file = svg(&lanes(&[], &[(1, "1"), (2, "2"), (20, "3")]));
    let labels: Vec<_> = file.matches("font-size=\"11\" text-anchor=\"middle\">").collect();
    // Two of three in each of two lanes, the word for today, and the day of the only tick.
    assert_eq!(labels.len(), 2 * 2 + 2, "{file}");
    assert_eq!(file.matches("accent-edge").count(), 4);
}
