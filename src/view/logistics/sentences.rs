//! How many come, and what notes say, in sentences.

use chrono::{NaiveDate, Timelike as _};

use crate::domain::meeting::Meeting;
use crate::plan::post::guests::Heads;
use crate::plan::post::needs::Needs;
use crate::text::{count, list};
use crate::view::words::Words;

/// How many come, in sentences.
pub(super) fn head_words(
    heads: Option<Heads>,
    meeting: &Meeting,
    words: Words,
    today: NaiveDate,
) -> Vec<String> {
    let day = words.dates.long(today);
    let Some(Heads { until, by_then, later, maybe, taking_part, asked }) = heads else {
        let german =
            format!("Wie viele kommen, ist nicht bekannt: Bis zum {day} liegt keine Antwort vor.");
        let english =
            format!("How many will come is not known: no answers have come in as of {day}.");
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
    lines.extend(asked_words(asked, words));
    let until = meeting.registration.until.filter(|until| until.value >= today);
    let until = until.map(|until| words.dates.long(until.value));
    lines.push(match until {
        Some(until) => words.pick(
            format!("Stand: {day}. Die Anmeldung ist bis zum {until} offen."),
            format!("As of {day}. Registration is open until {until}."),
        ),
        None => words.pick(format!("Stand: {day}."), format!("As of {day}.")),
    });
    lines
}

/// That so many are asked, if any are.
fn asked_words(asked: usize, words: Words) -> Option<String> {
    let (one, several) = words.pick(("Person", "Personen"), ("person", "people"));
    let people = count(asked, one, several);
    let [verb, counted] = if asked == 1 {
        ["ist angefragt", "sie ist nicht mitgezählt"]
    } else {
        ["sind angefragt", "sie sind nicht mitgezählt"]
    };
    let has = if asked == 1 { "has been asked" } else { "have been asked" };
    (asked > 0).then(|| {
        words.pick(
            format!("{people} {verb}, im Programm mitzuwirken; {counted}."),
            format!("{people} {has} to take part in the programme, not counted here."),
        )
    })
}

/// What is known of food and help, and what is not.
pub(super) fn remark_words(needs: &Needs, has_answers: bool, words: Words) -> Vec<String> {
    let Needs { notes, unread, counts, mentioned } = needs;
    let (notes, unread, is_empty) = (*notes, *unread, counts.is_empty());
    if !has_answers {
        let nothing = words.pick(
            "Noch liegt keine Antwort vor, die zu Essen und Hilfen etwas sagen könnte.",
            "No answers have come in yet that could say anything of food and help.",
        );
        return vec![nothing.to_owned()];
    }
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
        let found: Vec<&str> = mentioned.iter().map(|need| need.name(words.language)).collect();
        let found_words = list::and(&found, words.language);
        lines.extend((!found.is_empty()).then(|| {
            words.pick(
                format!("Erwähnt ist dort: {found_words}; für wie viele, ist nicht klar."),
                format!("Mentioned there: {found_words}; for how many is not clear."),
            )
        }));
    }
    lines
}
