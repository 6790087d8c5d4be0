//! What was understood of answers to the survey of topics, for whoever is asked whether to record it.

use super::model::{Block, Document, Table};
use crate::text::{Language, count};
use crate::view::topic_answers::{Answer, TopicAnswers, Unknown, UnreadReason};

/// What was understood, what was not, and what is left to do.
pub fn reading(answers: &TopicAnswers, language: Language) -> Document {
    let title = language.pick("Antworten zu Themen", "Answers on topics");
    let mut blocks = Vec::new();
    if !answers.answers.is_empty() {
        blocks.push(Block::Table(table(&answers.answers, language)));
    }
    let new: Vec<String> = answers
        .answers
        .iter()
        .flat_map(|answer| answer.new.iter().map(|title| format!("{title} ({})", who(answer))))
        .collect();
    if !new.is_empty() {
        let new = new.join("; ");
        blocks.push(Block::paragraph(match language {
            Language::German => {
                format!("Neue Themen, die `erfa topic add` aufnimmt: {new}.")
            }
            Language::English => format!("New topics, which `erfa topic add` adds: {new}."),
        }));
    }
    let ahead = answers.answers.iter().filter(|answer| answer.is_ahead);
    let ahead: Vec<String> = ahead.map(place).collect();
    if !ahead.is_empty() {
        let ahead = ahead.join(", ");
        blocks.push(Block::paragraph(match language {
            Language::German => {
                format!("{ahead}: trägt einen Tag, der in der Zukunft liegt; es gilt der heutige.")
            }
            Language::English => {
                format!("{ahead}: bears a day that lies in the future; today counts instead.")
            }
        }));
    }
    for unread in &answers.unread {
        let reason = reason(unread.reason, language);
        blocks.push(Block::paragraph(format!("{}: {reason}.", unread.file)));
    }
    let number = answers.changes.len();
    blocks.push(Block::paragraph(match (number, language) {
        (0, Language::German) => "Zu vermerken ist nichts Neues.".to_owned(),
        (0, Language::English) => "There is nothing new to record.".to_owned(),
        (_, Language::German) => {
            format!(
                "Zu vermerken: {}.",
                count(number, "Wunsch oder Angebot", "Wünsche und Angebote")
            )
        }
        (_, Language::English) => {
            format!("To record: {}.", count(number, "wish or offer", "wishes and offers"))
        }
    }));
    Document::new(language, title, blocks)
}

fn table(answers: &[Answer], language: Language) -> Table {
    let headings = [
        (language.pick("Antwort", "answer"), false),
        (language.pick("für", "for"), false),
        (language.pick("wünscht", "wants"), false),
        (language.pick("bietet an", "offers"), false),
        (language.pick("nicht verstanden", "not understood"), false),
    ];
    let rows = answers.iter().map(|answer| {
        let city = match (&answer.city, answer.unknown) {
            (Some(city), _) => city.clone(),
            (None, Some(unknown)) => {
                let unknown = whose(unknown, language);
                format!("{unknown} ({})", answer.from)
            }
            (None, None) => String::new(),
        };
        let nothing = answer.wanted.is_empty()
            && answer.offered.is_empty()
            && answer.unclear.is_empty()
            && answer.new.is_empty();
        let unclear = if nothing {
            language.pick("nennt kein Thema", "names no topic").to_owned()
        } else {
            answer.unclear.join(", ")
        };
        vec![place(answer), city, answer.wanted.join(", "), answer.offered.join(", "), unclear]
    });
    Table::of_words(&headings, rows.collect())
}

/// The file of an answer, and its line.
fn place(answer: &Answer) -> String {
    let line = answer.line.map(|line| format!(":{line}")).unwrap_or_default();
    format!("{}{line}", answer.file)
}

/// For whom somebody answers, else who writes.
fn who(answer: &Answer) -> &str {
    answer.city.as_deref().unwrap_or(&answer.from)
}

fn whose(unknown: Unknown, language: Language) -> &'static str {
    match unknown {
        Unknown::Nobody => language.pick("unbekannt", "unknown"),
        Unknown::Several => language.pick("mehrere kommen infrage", "it may be several"),
        Unknown::NoTown => language.pick("gehört zu keinem Mitglied", "belongs to no member"),
    }
}

fn reason(reason: UnreadReason, language: Language) -> &'static str {
    match reason {
        UnreadReason::NoMail => language.pick("das ist keine Mail", "this is no mail"),
        UnreadReason::Automatic => language.pick(
            "das hat ein Programm geschrieben, kein Mensch",
            "a program wrote this, no person",
        ),
        UnreadReason::NoColumns => language.pick(
            "hier fehlt eine Spalte für die Stadt oder Person, oder eine für Wünsche oder Angebote",
            "a column for the city or person is missing, or one for wishes or offers",
        ),
        UnreadReason::OpenQuote => language
            .pick("ein Anführungszeichen ist nicht geschlossen", "a quotation mark is not closed"),
        UnreadReason::ManyRows => language.pick(
            "so viele Zeilen hat keine Umfrage; mehr als 20 000 werden nicht gelesen",
            "no survey has so many rows; more than 20,000 are not read",
        ),
        UnreadReason::Refused => language.pick("lässt sich nicht lesen", "cannot be read"),
        UnreadReason::OtherKind => language.pick(
            "weder Mail (`.eml`) noch Tabelle (`.csv`)",
            "neither a mail (`.eml`) nor a table (`.csv`)",
        ),
    }
}
