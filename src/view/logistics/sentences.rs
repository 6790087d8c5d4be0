//! How many come, and what notes say, in sentences.

use chrono::{NaiveDate, Timelike as _};

use crate::plan::post::guests::Heads;
use crate::text::count;
use crate::view::words::Words;

/// How many come, in sentences.
pub(super) fn head_words(heads: Option<Heads>, words: Words, today: NaiveDate) -> Vec<String> {
    let day = words.dates.long(today);
    let Some(Heads { until, by_then, later, maybe, taking_part }) = heads else {
        let german =
            format!("Wie viele kommen, ist nicht bekannt: Bis zum {day} liegt keine Antwort vor.");
        let english = format!("How many will come is not known: no answer is there as of {day}.");
        return vec![words.pick(german, english)];
    };
    let people = |number| {
        let (one, several) = words.pick(("Person", "Personen"), ("person", "people"));
        count(number, one, several).to_string()
    };
    let has = |number| {
        words.pick(
            if number == 1 { "hat" } else { "haben" },
            if number == 1 { "has" } else { "have" },
        )
    };
    let noon = until.map(|until| {
        let clock = words.clock.with_unit(until.hour() * 60);
        format!("{}, {clock}", words.dates.long(until.date()))
    });
    let mut lines = Vec::new();
    let is_open = until.is_none_or(|until| today <= until.date());
    lines.push(match noon.as_ref().filter(|_| !is_open) {
        Some(noon) if by_then == 0 => words.pick(
            format!("Bis zum {noon}, hat niemand zugesagt."),
            format!("Nobody said yes by {noon}."),
        ),
        None if by_then == 0 => {
            words.pick("Bisher hat niemand zugesagt.", "Nobody has said yes so far.").to_owned()
        }
        Some(noon) => words.pick(
            format!("{} {} bis zum {noon}, zugesagt.", people(by_then), has(by_then)),
            format!("{} {} said yes by {noon}.", people(by_then), has(by_then)),
        ),
        None => words.pick(
            format!("{} {} bisher zugesagt.", people(by_then), has(by_then)),
            format!("{} {} said yes so far.", people(by_then), has(by_then)),
        ),
    });
    if later > 0 {
        lines.push(words.pick(
            format!(
                "{} {} danach zugesagt, oder am Vortag ohne Uhrzeit.",
                people(later),
                has(later)
            ),
            format!(
                "{} {} said yes later, or on the day before without a time.",
                people(later),
                has(later)
            ),
        ));
    }
    if taking_part > 0 {
        let part = |german, english| words.pick(german, english);
        let verb = if taking_part == 1 { part("wirkt", "has") } else { part("wirken", "have") };
        lines.push(words.pick(
            format!(
                "{} {verb} im Programm mit, ohne selbst zugesagt zu haben.",
                people(taking_part)
            ),
            format!(
                "{} {verb} a part in the programme without having said yes.",
                people(taking_part)
            ),
        ));
    }
    if maybe > 0 {
        let [verb, counted] = if maybe == 1 {
            ["kommt", "sie ist nicht mitgezählt"]
        } else {
            ["kommen", "sie sind nicht mitgezählt"]
        };
        lines.push(words.pick(
            format!("{} {verb} vielleicht; {counted}.", people(maybe)),
            format!("{} may come, not counted here.", people(maybe)),
        ));
    }
    lines.push(match noon.as_ref().filter(|_| is_open) {
        Some(noon) => words.pick(
            format!("Stand: {day}. Gezählt wird bis zum {noon}."),
            format!("As of {day}. Answers count until {noon}."),
        ),
        None => words.pick(format!("Stand: {day}."), format!("As of {day}.")),
    });
    lines
}

/// What is known of food and help, and what is not.
pub(super) fn remark_words(
    notes: usize,
    unread: usize,
    is_empty: bool,
    words: Words,
) -> Vec<String> {
    if notes == 0 {
        let nothing = words.pick(
            "Bei den Antworten steht nichts zu Essen und Hilfen; das heißt nicht, dass niemand etwas braucht.",
            "The answers say nothing of food and help, which does not mean that nobody needs any.",
        );
        return vec![nothing.to_owned()];
    }
    let mut lines = Vec::new();
    if !is_empty {
        let counted = words.pick(
            "Gezählt ist, was in Bemerkungen zu Antworten steht; wer nichts bemerkt hat, kann trotzdem etwas brauchen.",
            "What notes beside answers say is counted; whoever noted nothing may still need something.",
        );
        lines.push(counted.to_owned());
    }
    if unread > 0 {
        let (one, several) = words.pick(("Bemerkung", "Bemerkungen"), ("note", "notes"));
        let number = count(unread, one, several);
        lines.push(match (words.pick(true, false), unread) {
            (true, 1) => format!("{number} sagt mehr oder anderes, als hier gezählt ist; die Koordination sieht sie durch."),
            (true, _) => format!("{number} sagen mehr oder anderes, als hier gezählt ist; die Koordination sieht sie durch."),
            (false, 1) => format!("{number} says more than is counted here, or something else; the coordinator looks through it."),
            (false, _) => format!("{number} say more than is counted here, or something else; the coordinator looks through them."),
        });
    }
    lines
}
