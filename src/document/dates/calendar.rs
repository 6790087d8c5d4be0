//! The judged days as a calendar: each with the sign of what speaks most against it.

use std::collections::BTreeMap;

use chrono::{Datelike as _, Days, Months, NaiveDate};

use crate::document::drawing::{DayCell, Drawing, Figure, Key, Month, Score};
use crate::text::{DateStyle, Language, Vocabulary as _};
use crate::view::dates::{Dates, DayCandidate, ObjectionEffect};

/// The most months that are drawn: more than two years nobody looks through.
const MOST: usize = 24;

/// So many points and more are much: 100 is what keeps all towns away.
const MUCH: u32 = 50;

/// The sign of what is blocked.
const BLOCKED: &str = "×";

/// That not all months are drawn, if that is so.
pub(super) fn shortened(view: &Dates, language: Language) -> Option<String> {
    let words = match language {
        Language::German => format!("Gezeigt sind die ersten {MOST} Monate."),
        Language::English => format!("The first {MOST} months are shown."),
    };
    (begins(view).len() > MOST).then_some(words)
}

/// The first days of the months that were asked for.
fn begins(view: &Dates) -> Vec<NaiveDate> {
    let first = view.from.with_day(1).unwrap_or(view.from);
    let begins = (0..).map_while(|number| first.checked_add_months(Months::new(number)));
    begins.take_while(|begin| *begin <= view.to).collect()
}

/// The days of `view`, which names all that were judged, as a calendar.
pub fn calendar(view: &Dates, language: Language) -> Drawing {
    let days: BTreeMap<NaiveDate, &DayCandidate> =
        view.days.iter().map(|day| (day.date, day)).collect();
    let begins = begins(view);
    let style = DateStyle::of(language);
    let shown = &begins[..begins.len().min(MOST)];
    let months: Vec<Month> = shown.iter().map(|begin| month(*begin, &days, style)).collect();
    let mut description: Vec<String> =
        months.iter().map(|month| counted(month, language)).collect();
    description.extend(shortened(view, language));
    let key = key(view, &months, language);
    Drawing {
        language,
        title: title(view, style),
        description: description.join(" "),
        figure: Figure::Months(months, key),
    }
}

fn title(view: &Dates, style: DateStyle) -> String {
    let days = style.span(view.from, view.to);
    match (style.language, &view.host) {
        (Language::German, None) => format!("Wie die Tage passen, {days}"),
        (Language::German, Some(host)) => {
            format!("Wie die Tage passen mit {} als Gastgeber, {days}", host.name)
        }
        (Language::English, None) => format!("How the days suit, {days}"),
        (Language::English, Some(host)) => {
            format!("How the days suit with {} as the host, {days}", host.name)
        }
    }
}

fn month(begin: NaiveDate, days: &BTreeMap<NaiveDate, &DayCandidate>, style: DateStyle) -> Month {
    let monday = begin.week(chrono::Weekday::Mon).first_day();
    let cell = |date: NaiveDate| {
        let is_of_it = (date.year(), date.month()) == (begin.year(), begin.month());
        is_of_it.then(|| day(date, days.get(&date).copied(), style.language))
    };
    let at = |number: u64| monday.checked_add_days(Days::new(number));
    let week = |week: u64| -> [Option<DayCell>; 7] {
        [0, 1, 2, 3, 4, 5, 6].map(|weekday| at(week * 7 + weekday).and_then(cell))
    };
    let weeks = (0..6).map(week).filter(|week| week.iter().any(Option::is_some));
    let weekday = |number| at(number).map(|day| style.weekday(day)).unwrap_or_default();
    Month {
        title: format!("{} {}", style.month(begin), begin.year()),
        weekdays: [0, 1, 2, 3, 4, 5, 6]
            .map(|number| weekday(number).chars().take(2).collect::<String>()),
        weeks: weeks.collect(),
    }
}

fn day(date: NaiveDate, judged: Option<&DayCandidate>, language: Language) -> DayCell {
    let day = date.day();
    let Some(judged) = judged else {
        let (sign, points) = (String::new(), String::new());
        return DayCell { day, score: Score::Unasked, sign, points };
    };
    let reason = judged.reasons.iter().find(|it| it.effect != ObjectionEffect::Unknown);
    let letter = reason.map_or("", |reason| reason.kind.sign(language).0);
    let score = score(judged);
    let (sign, points) = match score {
        Score::Blocked => (letter.to_owned(), BLOCKED.to_owned()),
        Score::Unknown => (format!("{letter}?"), at_worst(judged)),
        Score::Free if letter.is_empty() => (free(language).to_owned(), String::new()),
        Score::Free | Score::Little | Score::Much | Score::Unasked => {
            (letter.to_owned(), judged.points_words.clone())
        }
    };
    DayCell { day, score, sign, points }
}

/// What an unknown day weighs at worst, in a narrow cell.
fn at_worst(day: &DayCandidate) -> String {
    match day.points_at_worst {
        None => BLOCKED.to_owned(),
        Some(0) => String::new(),
        Some(points) => format!("−{points}"),
    }
}

fn score(day: &DayCandidate) -> Score {
    let is_unknown = day.free_towns.is_none()
        || day.reasons.iter().any(|reason| reason.effect == ObjectionEffect::Unknown);
    match day.points {
        _ if day.blocked => Score::Blocked,
        _ if is_unknown => Score::Unknown,
        0 => Score::Free,
        points if points < MUCH => Score::Little,
        _ => Score::Much,
    }
}

fn free(language: Language) -> &'static str {
    language.pick("frei", "free")
}

/// How many days of the month were judged how.
fn counted(month: &Month, language: Language) -> String {
    let number = |score: &Score| {
        let cells = month.weeks.iter().flatten().flatten();
        cells.filter(|cell| cell.score == *score).count()
    };
    let words = |score: Score| match score {
        Score::Free => free(language),
        Score::Little => language.pick("mit wenigen Minuspunkten", "with few minus points"),
        Score::Much => language.pick("mit vielen Minuspunkten", "with many minus points"),
        Score::Blocked => language.pick("gesperrt", "blocked"),
        Score::Unknown => language.pick("nicht ganz bekannt", "not fully known"),
        Score::Unasked => language.pick("nicht geprüft", "not judged"),
    };
    let counts = Score::all().map(|score| (number(&score), words(score)));
    let counts = counts.filter(|(number, _)| *number > 0);
    let counts: Vec<String> = counts.map(|(number, words)| format!("{number} {words}")).collect();
    format!("{}: {}.", month.title, counts.join(", "))
}

/// What the signs mean that are there.
fn key(view: &Dates, months: &[Month], language: Language) -> Vec<Key> {
    let cells = || months.iter().flat_map(|month| month.weeks.iter().flatten().flatten());
    let scores = Score::all().filter(|score| cells().any(|cell| cell.score == *score));
    let mut key: Vec<Key> = scores.map(|score| key_of(score, language)).collect();
    let reasons = view.days.iter().filter_map(|day| {
        day.reasons.iter().find(|reason| reason.effect != ObjectionEffect::Unknown)
    });
    // By their letters; each stands for one thing.
    let signs: BTreeMap<_, _> = reasons.map(|reason| reason.kind.sign(language)).collect();
    let letter = |(sign, words): (&str, &str)| {
        let (sign, words) = (sign.to_owned(), words.to_owned());
        Key { sign, words, score: None }
    };
    key.extend(signs.into_iter().map(letter));
    key
}

fn key_of(score: Score, language: Language) -> Key {
    let (sign, words) = match score {
        Score::Free => (
            free(language).to_owned(),
            language.pick("nichts spricht dagegen", "nothing speaks against it"),
        ),
        Score::Little => (
            language.pick("bis −49", "up to −49").to_owned(),
            language.pick("wenige Minuspunkte", "few minus points"),
        ),
        Score::Much => (
            language.pick("ab −50", "−50 or more").to_owned(),
            language.pick("viele Minuspunkte", "many minus points"),
        ),
        Score::Blocked => (BLOCKED.to_owned(), language.pick("gesperrt", "blocked")),
        Score::Unknown => {
            let words = language.pick(
                "nicht alles ist bekannt, die Zahl gilt schlimmstenfalls",
                "not everything is known, the number holds at worst",
            );
            ("?".to_owned(), words)
        }
        Score::Unasked => (
            language.pick("ohne Zeichen", "no sign").to_owned(),
            language.pick("nicht geprüft", "not judged"),
        ),
    };
    Key { sign, words: words.to_owned(), score: Some(score) }
}
