//! The plan of the coming turns for people.

use crate::document::drawing::{Drawing, Figure, Lane, Lanes, Mark};
use crate::document::model::{Block, Document, Inline, Table};
use crate::text::{Language, MemberWords};
use crate::view::next_host::Ground;
use crate::view::plan::plain::PlainPlan;
use crate::view::plan::{Effect, Plan, Turn};

/// The plan as a table; with `why` also what each turn rests on, with files and lines.
/// It begins with the `drawing` of the turns, in formats that show it.
pub fn document(
    plan: &Plan,
    members: &MemberWords,
    language: Language,
    why: bool,
    drawing: Option<Drawing>,
) -> Document {
    let title = language.pick("Plan", "Plan");
    let mut blocks = Vec::new();
    if let Some(drawing) = drawing {
        blocks.extend([Block::heading(1, title), Block::heading(2, &*drawing.title)]);
        blocks.extend(drawing.sheets().into_iter().map(Block::Drawing));
    }
    let is_drawn = !blocks.is_empty();
    blocks.extend(
        is_drawn.then(|| Block::heading(2, language.pick("Turnus für Turnus", "Turn by turn"))),
    );
    blocks.push(Block::Table(table(&plan.turns, members, language)));
    if why {
        for turn in &plan.turns {
            blocks.push(Block::Paragraph(vec![
                Inline::text(format!(
                    "{} {} ({}): ",
                    language.pick("Turnus", "Turn"),
                    turn.number,
                    turn.date_words
                )),
                Inline::Strong(vec![Inline::text(&turn.host.name)]),
            ]));
            blocks.push(list(turn.grounds.iter().map(ground)));
        }
    }
    if why && !plan.effects.is_empty() {
        blocks.push(Block::paragraph(
            language.pick("Was Wünsche und Festlegungen kosten:", "What wishes and pins cost:"),
        ));
        blocks.push(list(plan.effects.iter().map(|Effect { words, .. }| words.clone())));
    }
    if why {
        blocks.push(Block::paragraph(&plan.deviation.words));
    }
    blocks.extend(plan.remark.as_deref().map(Block::paragraph));
    Document::new(language, title, blocks)
}

fn table(turns: &[Turn], members: &MemberWords, language: Language) -> Table {
    let with_meetings = turns.iter().any(|turn| turn.meeting.is_some());
    let mut headings =
        vec![(language.pick("Nr.", "no."), true), (language.pick("Tag", "day"), false)];
    if with_meetings {
        headings.push((language.pick("Treffen", "meeting"), false));
    }
    let host = members.pick(language.pick("Gastgeberstadt", "host"), members.hosts(language, 1));
    headings.push((host, false));
    headings.push((language.pick("Anspruch", "owed"), true));
    headings.push((language.pick("Bemerkung", "remark"), false));
    let row = |turn: &Turn| {
        let mut row = vec![turn.number.to_string(), turn.date_words.clone()];
        if with_meetings {
            row.push(turn.meeting.clone().unwrap_or_default());
        }
        row.extend([turn.host.name.clone(), turn.claim_words.clone(), turn.remark.clone()]);
        row
    };
    Table::of_words(&headings, turns.iter().map(row).collect())
}

/// The turns on a line of time: a lane for each town that hosts, in the order of its first turn.
pub fn drawing(plan: &Plan, language: Language) -> Drawing {
    let mut hosts: Vec<&str> = Vec::new();
    for turn in &plan.turns {
        if !hosts.contains(&turn.host.id.as_str()) {
            hosts.push(&turn.host.id);
        }
    }
    let of = |host: &str| -> Vec<&Turn> {
        plan.turns.iter().filter(|turn| turn.host.id == host).collect()
    };
    let number = language.pick("Nr.", "no.");
    let pinned = |turn: &Turn| {
        if turn.pinned { language.pick(", festgelegt", ", pinned") } else { "" }
    };
    let words =
        |turn: &Turn| format!("{number} {} ({}{})", turn.number, turn.date_words, pinned(turn));
    let mark =
        |turn: &Turn| Mark { date: turn.date, label: turn.number.to_string(), square: turn.pinned };
    let lane = |host: &&str| Lane {
        label: of(host).first().map(|turn| turn.host.name.clone()).unwrap_or_default(),
        value: of(host).len().to_string(),
        words: of(host).into_iter().map(words).collect::<Vec<_>>().join(", "),
        course: Vec::new(),
        marks: of(host).into_iter().map(mark).collect(),
    };
    let lanes: Vec<Lane> = hosts.iter().map(lane).collect();
    let told = lanes.iter().map(|lane| format!("{}: {}", lane.label, lane.words));
    let dates = || plan.turns.iter().map(|turn| turn.date);
    let headings = [
        language.pick("Stadt", "city"),
        language.pick("wie oft", "how often"),
        language.pick("wann", "when"),
    ];
    let scale = if plan.turns.iter().any(|turn| turn.pinned) {
        language.pick(
            "Die Zahl ist die Nummer im Plan; ein Quadrat ist festgelegt.",
            "The figure is the number in the plan; a square is pinned.",
        )
    } else {
        language.pick("Die Zahl ist die Nummer im Plan.", "The figure is the number in the plan.")
    };
    Drawing {
        language,
        title: language.pick("Wer wann Gastgeberin ist", "Who is the host when").to_owned(),
        description: told.collect::<Vec<_>>().join("; ") + ".",
        figure: Figure::Lanes(Lanes {
            from: dates().min().unwrap_or_default(),
            to: dates().max().unwrap_or_default(),
            today: None,
            headings: headings.map(str::to_owned),
            most: 0.0,
            scale: scale.to_owned(),
            is_low: false,
            lanes,
        }),
    }
}

/// The plan for a problem file as a table, and what it comes to.
pub fn plain(plan: &PlainPlan, language: Language) -> Document {
    let headings = [
        (language.pick("Turnus", "slot"), false),
        (language.pick("Tag", "day"), false),
        (language.pick("Gastgeberin", "host"), false),
        (language.pick("Konto danach", "account after"), true),
        (language.pick("genau", "exactly"), true),
    ];
    let rows = plan.rows.iter().map(|row| {
        let words = [&row.slot, &row.date, &row.host, &row.account_words, &row.account];
        words.map(Clone::clone).to_vec()
    });
    let objective = &plan.objective;
    let levels = [
        (language.pick("Ausgleich", "fairness"), &objective.fairness),
        (language.pick("Wünsche", "wishes"), &objective.wishes),
        (language.pick("Warten", "waiting"), &objective.waiting),
        (language.pick("Wege", "travel"), &objective.travel),
        (language.pick("Reihenfolge", "order"), &objective.order),
    ];
    let gaps = objective.gaps.as_ref().map(|gaps| {
        let name = language.pick("zu kurze Abstände", "gaps too short");
        let unproven = match (&gaps.at_least, &gaps.fairer_at_most) {
            (Some([broken, _]), Some(fairer)) => match language {
                Language::German => {
                    format!(" (mindestens {broken}; Ausgleich höchstens {fairer} besser)")
                }
                Language::English => {
                    format!(" (at least {broken}; fairness better by at most {fairer})")
                }
            },
            _ => String::new(),
        };
        let reckoned = match (gaps.reckoned, language) {
            (None, _) => String::new(),
            (Some(gap), Language::German) => {
                format!(" (gerechnet mit einem Abstand von {gap}: mehr andere gibt es nicht)")
            }
            (Some(gap), Language::English) => {
                format!(" (reckoned with a gap of {gap}: there are no more others)")
            }
        };
        format!("{name} {}{reckoned}{unproven}", gaps.broken)
    });
    let levels = levels.map(|(name, value)| format!("{name} {value}"));
    let levels = gaps.into_iter().chain(levels).collect::<Vec<_>>().join(", ");
    let blocks = vec![
        Block::Table(Table::of_words(&headings, rows.collect())),
        Block::paragraph(format!("{}: {levels}.", language.pick("Ergebnis", "Objective"))),
    ];
    Document::new(language, language.pick("Plan", "Plan"), blocks)
}

fn ground(ground: &Ground) -> String {
    let places = ground.places.iter().map(ToString::to_string);
    let places = places.collect::<Vec<_>>().join(", ");
    if places.is_empty() { ground.words.clone() } else { format!("{} ({places})", ground.words) }
}

fn list(items: impl Iterator<Item = String>) -> Block {
    Block::List(None, items.map(|words| vec![Block::paragraph(&words)]).collect())
}
