//! Drawings as data: months of days, and lanes along a line of time. Renderers draw them, or tell
//! them in words.

use chrono::NaiveDate;

use crate::text::{Language, vocabulary};

/// Something to look at, which can also be told.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawing {
    /// The language of its words.
    pub language: Language,
    /// What it is.
    pub title: String,
    /// What it shows, for those who do not see it.
    pub description: String,
    /// What is drawn.
    pub figure: Figure,
}

/// What is drawn.
#[derive(Clone, Debug, PartialEq)]
pub enum Figure {
    /// Months, and what their signs mean.
    Months(Vec<Month>, Vec<Key>),
    /// What happens to each of several along one line of time.
    Lanes(Lanes),
    /// Places seen from above, north at the top; a list beside it tells them by their numbers.
    Map(Vec<Spot>),
}

/// A place on a map.
#[derive(Clone, Debug, PartialEq)]
pub struct Spot {
    /// Its number in the list.
    pub number: usize,
    /// What it is called.
    pub name: String,
    /// Degrees north and east.
    pub at: [f64; 2],
}

/// A month of a calendar.
#[derive(Clone, Debug, PartialEq)]
pub struct Month {
    /// Its name and year.
    pub title: String,
    /// The weekdays from Monday on, in short.
    pub weekdays: [String; 7],
    /// Its weeks, from Monday to Sunday; nothing stands where other months have their days.
    pub weeks: Vec<[Option<DayCell>; 7]>,
}

/// A day of a month.
#[derive(Clone, Debug, PartialEq)]
pub struct DayCell {
    /// Which day of its month.
    pub day: u32,
    /// How it was judged.
    pub score: Score,
    /// The sign of its heaviest reason: a letter, a question mark, or both.
    pub sign: String,
    /// Its minus points or the sign for what is blocked; empty if there is nothing to say.
    pub points: String,
}

impl DayCell {
    /// The day and all that is said of it: "4 S −11".
    pub fn words(&self) -> String {
        let parts = [self.day.to_string(), self.note()];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
    }

    /// What is said of it: "S −11".
    pub fn note(&self) -> String {
        let parts = [&*self.sign, &*self.points];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
    }
}

vocabulary! {
    /// How a day was judged, by which it is coloured.
    pub enum Score {
        /// Nothing speaks against it.
        Free = "free",
        /// Less speaks against it than keeps half of the towns away.
        Little = "little",
        /// More does.
        Much = "much",
        /// It is out of the question.
        Blocked = "blocked",
        /// Something about it is not known.
        Unknown = "unknown",
        /// Nobody asked for it.
        Unasked = "unasked",
    }
}

/// A sign and what it means.
#[derive(Clone, Debug, PartialEq)]
pub struct Key {
    /// The sign.
    pub sign: String,
    /// What it means.
    pub words: String,
    /// The look of the days that it explains; none for a letter.
    pub score: Option<Score>,
}

/// What happens to each of several along one line of time.
#[derive(Clone, Debug, PartialEq)]
pub struct Lanes {
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
    /// Today and the word for it, if it is shown.
    pub today: Option<(NaiveDate, String)>,
    /// The heads of a table of them: whose it is, its value, what happens.
    pub headings: [String; 3],
    /// The largest amount of any course, either way: the height that all courses are drawn to.
    pub most: f64,
    /// What up and down mean; empty if nothing has a course.
    pub scale: String,
    /// Whether courses are drawn half as high, where a drawing is but a part of a page.
    pub is_low: bool,
    /// One for each, from top to bottom.
    pub lanes: Vec<Lane>,
}

/// What happens to one of them.
#[derive(Clone, Debug, PartialEq)]
pub struct Lane {
    /// Whose it is.
    pub label: String,
    /// What it comes to.
    pub value: String,
    /// What happens, in words.
    pub words: String,
    /// The amounts from each day on.
    pub course: Vec<(NaiveDate, f64)>,
    /// What is marked.
    pub marks: Vec<Mark>,
}

/// A mark on a lane.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// Where.
    pub date: NaiveDate,
    /// What stands in it, a few letters; nothing in a mere dot.
    pub label: String,
    /// Whether it stands out: it is square.
    pub square: bool,
}

/// So many lanes fit on a sheet of A5; of low ones twice as many.
const LANES: usize = 6;

impl Drawing {
    /// It as drawings that fit on a sheet each; lanes without anybody are none.
    pub fn sheets(self) -> Vec<Self> {
        let Self { language, title, description, figure } = self;
        let lanes = match figure {
            Figure::Months(..) | Figure::Map(_) => {
                return vec![Self { language, title, description, figure }];
            }
            Figure::Lanes(lanes) => lanes,
        };
        let sheet = |some: &[Lane]| {
            let figure = Figure::Lanes(Lanes { lanes: some.to_vec(), ..lanes.clone() });
            Self { language, title: title.clone(), description: description.clone(), figure }
        };
        // They share them evenly.
        let most = if lanes.is_low { 2 * LANES } else { LANES };
        let number = lanes.lanes.len().div_ceil(most).max(1);
        let each = lanes.lanes.len().div_ceil(number).max(1);
        lanes.lanes.chunks(each).map(sheet).collect()
    }
}
