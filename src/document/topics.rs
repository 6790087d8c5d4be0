//! Topics as tables, and what could come next with its reasons.

use super::listing::{day, entry};
use super::model::{Block, Document, Inline, Table};
use crate::text::Language;
use crate::text::list::and;
use crate::view::topic::{Closed, Left, Proposal, Proposals, Reason, Stake, Topic, Treatment};
use crate::view::words::capital;

/// All topics as a table.
pub fn topics(topics: &[Topic], language: Language) -> Document {
    let title = language.pick("Themen", "Topics");
    let block = if topics.is_empty() {
        Block::paragraph(language.pick(
            "Noch keine Themen: `erfa topic add \"Leerstand in Erdgeschossen\"` nimmt das erste auf.",
            "No topics yet: `erfa topic add \"Empty shops\"` adds the first.",
        ))
    } else {
        Block::Table(table(topics, language))
    };
    Document::new(language, title, vec![block])
}

/// The same table alone.
pub fn table(topics: &[Topic], language: Language) -> Table {
    let headings = [
        (language.pick("Nr.", "no."), true),
        (language.pick("Thema", "topic"), false),
        (language.pick("Kennung", "id"), false),
        (language.pick("gewünscht von", "wanted by"), false),
        (language.pick("angeboten von", "offered by"), false),
        (language.pick("zuletzt dran", "treated last"), false),
    ];
    let rows = topics.iter().map(|topic| {
        vec![
            topic.number.map(|number| number.to_string()).unwrap_or_default(),
            topic.title.clone(),
            topic.id.clone(),
            wanted(topic),
            names(&topic.offered),
            last(topic, language),
        ]
    });
    Table::of_words(&headings, rows.collect())
}

/// One topic with everything known of it.
pub fn topic(topic: &Topic, language: Language) -> Document {
    let stakes = |stakes: &[Stake]| {
        let one = |stake: &Stake| {
            let more = [stake.person.clone(), stake.date.map(|date| day(language, date))];
            let more: Vec<String> = more.into_iter().flatten().collect();
            let more =
                if more.is_empty() { String::new() } else { format!(" ({})", more.join(", ")) };
            format!("{}{more}", stake.name)
        };
        stakes.iter().map(one).collect::<Vec<_>>().join("; ")
    };
    let treated = |all: &[Treatment]| {
        let one = |one: &Treatment| treatment(one, language);
        all.iter().map(one).collect::<Vec<_>>().join("; ")
    };
    let facts = vec![
        (language.pick("Kennung", "Id"), topic.id.clone()),
        (
            language.pick("Nummer", "Number"),
            topic.number.map(|number| number.to_string()).unwrap_or_default(),
        ),
        (language.pick("Stichworte", "Tags"), topic.tags.join(", ")),
        (language.pick("Gewünscht von", "Wanted by"), stakes(&topic.wanted)),
        (language.pick("Früher gewünscht von", "Wanted before by"), stakes(&topic.wanted_before)),
        (language.pick("Angeboten von", "Offered by"), stakes(&topic.offered)),
        (language.pick("Dran bei", "Treated at"), treated(&topic.treated)),
        (language.pick("Vorgesehen für", "Planned for"), treated(&topic.planned)),
        (language.pick("Notiz", "Note"), topic.note.clone().unwrap_or_default()),
        (language.pick("Eintrag", "Entry"), topic.place.to_string()),
    ];
    entry(&topic.title, facts, language)
}

/// What could stand in the programme of a meeting, each with its reason, and what could not.
pub fn proposals(proposals: &Proposals, language: Language) -> Document {
    let title = match language {
        Language::German => format!("Themen für „{}“", proposals.title),
        Language::English => format!("Topics for “{}”", proposals.title),
    };
    let mut blocks = vec![Block::heading(1, &title)];
    if let Some(closed) = proposals.closed {
        blocks.push(Block::paragraph(match closed {
            Closed::Cancelled => {
                language.pick("Dieses Treffen ist abgesagt.", "This meeting is cancelled.")
            }
            Closed::Over => language.pick(
                "Dieses Treffen ist vorbei; gezählt ist, was heute gewünscht wird.",
                "This meeting is over; what is wanted today counts.",
            ),
        }));
    }
    if proposals.proposed.is_empty() {
        blocks.push(Block::paragraph(
            language.pick("Kein Thema bietet sich an.", "No topic suggests itself."),
        ));
    } else {
        blocks.push(proposed(&proposals.proposed, language));
    }
    if !proposals.left_out.is_empty() {
        blocks.push(Block::heading(2, language.pick("Nicht vorgeschlagen", "Not proposed")));
        let item = |left: &Left| line(&left.topic, &left_out(left, &proposals.hosts, language));
        blocks.push(Block::List(None, proposals.left_out.iter().map(item).collect()));
    }
    Document::new(language, title, blocks)
}

/// Topics for a programme, the best first, each with what speaks for it.
pub(super) fn proposed(proposed: &[Proposal], language: Language) -> Block {
    let item = |one: &Proposal| line(&one.topic, &why(one, language));
    Block::List(Some(1), proposed.iter().map(item).collect())
}

fn line(topic: &Topic, reason: &str) -> Vec<Block> {
    let title = Inline::Strong(vec![Inline::text(&topic.title)]);
    vec![Block::Paragraph(vec![title, Inline::text(format!(" ({}): {reason}", topic.id))])]
}

/// What speaks for a topic.
fn why(one: &Proposal, language: Language) -> String {
    let mut parts = Vec::new();
    let (hosts, others, wanted) = (&one.hosts_offer, &one.others_offer, &one.wanted_by);
    if !hosts.is_empty() {
        let can = can(hosts, language);
        let hosts = and(hosts, language);
        parts.push(match language {
            Language::German => format!("{hosts} {can} es selbst zeigen"),
            Language::English => format!("{hosts} {can} show it"),
        });
    }
    if wanted.is_empty() {
        parts.push(language.pick("kein Wunsch ist offen", "no wish is open").to_owned());
    } else {
        let number = wanted.len();
        let wanted = and(wanted, language);
        parts.push(match (language, number) {
            (Language::German, 1) => format!("davon hören will {wanted}"),
            (Language::German, _) => format!("davon hören wollen {wanted}"),
            (Language::English, 1) => format!("{wanted} wants to hear of it"),
            (Language::English, _) => format!("{wanted} want to hear of it"),
        });
    }
    match (hosts.is_empty(), others.is_empty()) {
        (true, true) => parts
            .push(language.pick("kein Mitglied bietet es an", "no member offers it").to_owned()),
        (_, false) => {
            let can = can(others, language);
            let others = and(others, language);
            parts.push(match language {
                Language::German => format!("berichten {can} {others}"),
                Language::English => format!("{others} {can} tell of it"),
            });
        }
        (false, true) => {}
    }
    parts.push(match one.topic.treated.last() {
        Some(last) => {
            let when = if one.recent {
                language.pick("im Jahr davor dran", "treated in the year before")
            } else {
                language.pick("zuletzt dran", "treated last")
            };
            format!("{when}: {}", treatment(last, language))
        }
        None => language
            .pick("ein Treffen dazu ist nicht verzeichnet", "no meeting on it is on record")
            .to_owned(),
    });
    format!("{}.", capital(&parts.join("; ")))
}

fn can(names: &[String], language: Language) -> &'static str {
    match (language, names.len()) {
        (Language::German, 1) => "kann",
        (Language::German, _) => "können",
        (Language::English, _) => "can",
    }
}

/// Why a topic is left out.
fn left_out(left: &Left, hosts: &[String], language: Language) -> String {
    let at = left.at.as_ref();
    let words = at.map(|at| treatment(at, language)).unwrap_or_default();
    let item = at.and_then(|at| at.item_title.as_deref());
    match (left.reason, language) {
        (Reason::InProgramme, Language::German) => match item {
            Some(item) => format!("Es steht schon im Programm („{item}“)."),
            None => "Dieses Treffen behandelt es schon.".to_owned(),
        },
        (Reason::InProgramme, Language::English) => match item {
            Some(item) => format!("It stands in the programme already (“{item}”)."),
            None => "This meeting treats it already.".to_owned(),
        },
        (Reason::Planned, Language::German) => format!("Vorgesehen ist es schon: {words}."),
        (Reason::Planned, Language::English) => format!("It is planned already: {words}."),
        (Reason::Recent, Language::German) => {
            format!("Kein Wunsch ist offen, und im Jahr davor war es dran: {words}.")
        }
        (Reason::Recent, Language::English) => {
            format!("No wish is open, and it was treated in the year before: {words}.")
        }
        (Reason::NobodyAsks, Language::German) => match hosts {
            [] => "Kein Wunsch ist offen, und wer ausrichtet, steht noch nicht fest.".to_owned(),
            [host] => format!("Kein Wunsch ist offen, und {host} bietet es nicht an."),
            hosts => {
                format!("Kein Wunsch ist offen, und {} bieten es nicht an.", and(hosts, language))
            }
        },
        (Reason::NobodyAsks, Language::English) => match hosts {
            [] => "No wish is open, and who hosts is not known yet.".to_owned(),
            [host] => format!("No wish is open, and {host} does not offer it."),
            hosts => format!("No wish is open, and {} do not offer it.", and(hosts, language)),
        },
    }
}

/// "„Leere Läden“ (A. Muster), Birkenfurt, 17.03.2026".
fn treatment(one: &Treatment, language: Language) -> String {
    let title = one.item_title.as_ref().unwrap_or(&one.title);
    let mut words = language.pick(format!("„{title}“"), format!("“{title}”"));
    if !one.speakers.is_empty() {
        words = format!("{words} ({})", and(&one.speakers, language));
    }
    let hosts = (!one.hosts.is_empty()).then(|| and(&one.hosts, language));
    let date = one.date_text.clone().or_else(|| one.date.map(|date| day(language, date)));
    let date = date.unwrap_or_else(|| language.pick("ohne Tag", "without a day").to_owned());
    [Some(words), hosts, Some(date)].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

fn last(topic: &Topic, language: Language) -> String {
    let last = topic.treated.last().map(|last| treatment(last, language));
    let next = topic.planned.first().map(|next| {
        format!("{} {}", language.pick("kommt:", "to come:"), treatment(next, language))
    });
    let parts: Vec<String> = last.into_iter().chain(next).collect();
    if parts.is_empty() {
        return language.pick("nicht verzeichnet", "not on record").to_owned();
    }
    parts.join("; ")
}

/// How many want a topic, and who.
fn wanted(topic: &Topic) -> String {
    match topic.wanted.len() {
        0 => String::new(),
        number => format!("{number}: {}", names(&topic.wanted)),
    }
}

fn names(stakes: &[Stake]) -> String {
    stakes.iter().map(|stake| stake.name.as_str()).collect::<Vec<_>>().join(", ")
}
