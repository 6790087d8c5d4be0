//! How the accounts rose and fell, as a drawing: a lane for each town.

use chrono::NaiveDate;

use crate::document::drawing::{Drawing, Figure, Lane, Lanes, Mark};
use crate::text::{DateStyle, Language};
use crate::view::account::Accounts;
use crate::view::account::course::{Course, Span, Step};

/// The courses of the towns in the order of their accounts.
pub fn drawing(view: &Accounts, courses: &[Course], language: Language) -> Drawing {
    let mut lanes: Vec<(&Course, Lane)> = Vec::new();
    for account in &view.accounts {
        let course = courses.iter().find(|course| course.town == account.town.id);
        // Who left and came back has one lane.
        let course = course.filter(|it| lanes.iter().all(|(known, _)| known.town != it.town));
        let value = &account.account_words;
        lanes.extend(course.map(|course| (course, lane(course, value, language))));
    }
    let steps = || courses.iter().flat_map(|course| &course.steps);
    let dates = || steps().map(|step| step.date).chain([view.date]);
    let days = (dates().min().unwrap_or(view.date), dates().max().unwrap_or(view.date));
    let told = language.pick("Die Konten heute", "The accounts today");
    let lanes = lanes.into_iter().map(|(_, lane)| lane).collect();
    drawn(lanes, days, Some(view.date), told, language)
}

/// The courses between two days.
pub fn of_span(span: &Span, language: Language) -> Drawing {
    let value = |course: &Course| course.steps.last().map(|step| step.account_words.clone());
    let lane = |course: &Course| lane(course, &value(course).unwrap_or_default(), language);
    let lanes = span.courses.iter().map(lane).collect();
    let day = DateStyle::of(language).long(span.to);
    let told = language.pick(format!("Die Konten am {day}"), format!("The accounts on {day}"));
    let mut drawing = drawn(lanes, (span.from, span.to), None, &told, language);
    // There it is but a part of a page.
    if let Figure::Lanes(lanes) = &mut drawing.figure {
        lanes.is_low = true;
    }
    drawing
}

fn drawn(
    lanes: Vec<Lane>,
    (from, to): (NaiveDate, NaiveDate),
    today: Option<NaiveDate>,
    head: &str,
    language: Language,
) -> Drawing {
    let amounts = lanes.iter().flat_map(|lane| &lane.course).map(|(_, amount)| amount.abs());
    let most = amounts.fold(0.0, f64::max);
    let told = lanes.iter().map(|lane| format!("{} {}", lane.label, lane.value));
    let told = told.collect::<Vec<_>>().join(", ");
    let lanes = Lanes {
        from,
        to,
        today: today.map(|day| (day, language.pick("heute", "today").to_owned())),
        headings: [
            language.pick("Stadt", "city"),
            language.pick("Konto", "account"),
            language.pick("nach eigenen Treffen", "after its own meetings"),
        ]
        .map(str::to_owned),
        most,
        scale: language
            .pick(
                "Über der Linie: hat noch Anspruch; darunter: ist voraus. Punkt: ist Gastgeberin.",
                "Above the line: is owed something; below: is ahead. Dot: is the host.",
            )
            .to_owned(),
        is_low: false,
        lanes,
    };
    Drawing {
        language,
        title: language
            .pick("Wie die Konten stiegen und fielen", "How the accounts rose and fell")
            .to_owned(),
        description: format!("{head}: {told}."),
        figure: Figure::Lanes(lanes),
    }
}

fn lane(course: &Course, value: &str, language: Language) -> Lane {
    let style = DateStyle::of(language);
    let own = || course.steps.iter().filter(|step| step.hosted);
    let words = |step: &Step| format!("{}: {}", style.numeric(step.date), step.account_words);
    let mark = |step: &Step| Mark { date: step.date, label: String::new(), square: false };
    let told: Vec<String> = own().map(words).collect();
    Lane {
        label: course.name.clone(),
        value: value.to_owned(),
        words: if told.is_empty() { "–".to_owned() } else { told.join(", ") },
        course: course.steps.iter().map(|step| (step.date, step.account)).collect(),
        marks: own().map(mark).collect(),
    }
}
