//! The answer to "who hosts next" for people: the town, the reason, and how all members stand.

use crate::document::model::{Block, Document, Inline, Table};
use crate::text::{Language, MemberWords};
use crate::view::next_host::{Candidate, Ground, NextHost, NextTurn};

/// The answer as a document; with `why` also what each decision rests on, with files and lines.
pub fn document(view: &NextHost, members: &MemberWords, language: Language, why: bool) -> Document {
    let words = Words::of(language);
    let mut blocks = Vec::new();
    blocks.extend(view.remark.as_deref().map(Block::paragraph));
    for turn in &view.turns {
        blocks.push(answer(turn));
        blocks.push(Block::paragraph(&turn.reason));
        blocks.push(Block::Table(standings(turn, members, language)));
        if why {
            blocks.push(Block::paragraph(words.grounds));
            blocks.push(list(turn.grounds.iter().map(ground)));
        }
    }
    if !view.assigned.is_empty() {
        blocks.push(Block::paragraph(words.assigned));
        blocks.push(list(view.assigned.iter().map(|turn| turn.words.clone())));
    }
    blocks.push(Block::paragraph(&view.account_note));
    let title = members.pick(words.title, language.pick("Nächste Gastgeberschaft", words.title));
    Document::new(language, title, blocks)
}

/// The fixed words of the document.
struct Words {
    title: &'static str,
    town: &'static str,
    account: &'static str,
    claim: &'static str,
    last_turn: &'static str,
    remark: &'static str,
    grounds: &'static str,
    assigned: &'static str,
}

impl Words {
    const fn of(language: Language) -> &'static Self {
        match language {
            Language::German => &Self {
                title: "Nächste Gastgeberstadt",
                town: "Stadt",
                account: "Konto",
                claim: "mit Anteil",
                last_turn: "zuletzt",
                remark: "Bemerkung",
                grounds: "Worauf das beruht:",
                assigned: "Schon vergeben:",
            },
            Language::English => &Self {
                title: "Next host",
                town: "city",
                account: "account",
                claim: "with its part",
                last_turn: "last turn",
                remark: "remark",
                grounds: "What this rests on:",
                assigned: "Already assigned:",
            },
        }
    }
}

/// The sentence with the name of the host made to stand out.
fn answer(turn: &NextTurn) -> Block {
    let name = turn.host.name.as_str();
    match turn.answer.strip_prefix(name) {
        Some(rest) => {
            Block::Paragraph(vec![Inline::Strong(vec![Inline::text(name)]), Inline::text(rest)])
        }
        None => Block::paragraph(&turn.answer),
    }
}

/// All members: those that can host, the best first, then those that cannot.
fn standings(turn: &NextTurn, members: &MemberWords, language: Language) -> Table {
    let words = Words::of(language);
    let towns = || turn.candidates.iter().chain(&turn.excluded);
    // With equal parts the accounts alone tell who is owed most.
    let uneven = towns().any(|town| town.credit != turn.candidates[0].credit);
    let town = members.one(language, words.town);
    let mut headings = vec![(town, false), (words.account, true)];
    if uneven {
        headings.push((words.claim, true));
    }
    headings.extend([(words.last_turn, false), (words.remark, false)]);
    let row = |town: &Candidate| {
        let mut row = vec![town.town.name.clone(), town.account_words.clone()];
        if uneven {
            row.push(town.claim_words.clone());
        }
        row.extend([town.last_turn_words.clone(), town.remark.clone()]);
        row
    };
    Table::of_words(&headings, towns().map(row).collect())
}

fn ground(ground: &Ground) -> String {
    if ground.places.is_empty() {
        return ground.words.clone();
    }
    let places = ground.places.iter().map(ToString::to_string);
    format!("{} ({})", ground.words, places.collect::<Vec<_>>().join(", "))
}

fn list(items: impl Iterator<Item = String>) -> Block {
    Block::List(None, items.map(|words| vec![Block::paragraph(&words)]).collect())
}

#[cfg(test)]
mod tests {
    use super::document;
    use crate::document::model::{Block, Inline};
    use crate::text::MemberWords;
    use crate::text::{Language, Vocabulary};
    use crate::view::finding::FilePlace;
    use crate::view::next_host::{Candidate, Ground, NextHost, NextTurn, Town};

    fn candidate(name: &str, credit: &str, remark: &str) -> Candidate {
        Candidate {
            town: Town { id: name.to_lowercase(), name: name.into() },
            account: "1/2".into(),
            account_decimal: 0.5,
            account_words: "+0,50".into(),
            credit: credit.into(),
            claim: "1".into(),
            claim_words: "+1,00".into(),
            turns: 0,
            last_turn: None,
            last_turn_words: "–".into(),
            waiting_days: 0,
            travel_km: None,
            remark: remark.into(),
            hindrances: Vec::new(),
        }
    }

    fn view(credit: &str) -> NextHost {
        let host = candidate("Ulm", "1/2", "an der Reihe");
        let place = FilePlace { file: "cities.toml".into(), line: 1, column: 1 };
        let turn = NextTurn {
            host: host.town.clone(),
            date: "2025-03-01".parse().unwrap(),
            meeting: None,
            answer: "Ulm ist an der Reihe.".into(),
            reason: "Darum.".into(),
            criterion: Vocabulary::read("order"),
            candidates: vec![host],
            excluded: vec![candidate("Bern", credit, "verhindert: Umbau")],
            grounds: vec![Ground { words: "So".into(), places: vec![place] }],
        };
        NextHost {
            language: Language::German,
            turns: vec![turn],
            remark: None,
            assigned: Vec::new(),
            account_note: "Konto.".into(),
            lookahead: None,
        }
    }

    fn columns(view: &NextHost) -> Vec<String> {
        let document = document(view, &MemberWords::default(), Language::German, false);
        let Block::Table(table) = &document.blocks[2] else { panic!("{document:?}") };
        assert!(table.rows.iter().all(|row| row.len() == table.columns.len()));
        assert_eq!(table.rows.len(), 2);
        table.columns.iter().map(|column| column.heading.clone()).collect()
    }

    #[test]
    fn the_host_stands_out_and_the_reason_follows() {
        let blocks =
            document(&view("1/2"), &MemberWords::default(), Language::German, false).blocks;
        let name = Inline::Strong(vec![Inline::text("Ulm")]);
        let answer = Block::Paragraph(vec![name, Inline::text(" ist an der Reihe.")]);
        assert_eq!(blocks[..2], [answer, super::Block::paragraph("Darum.")]);
        assert_eq!(blocks[3..], [super::Block::paragraph("Konto.")]);
    }

    #[test]
    fn what_is_compared_has_a_column_where_it_is_not_the_account() {
        assert_eq!(columns(&view("1/2")), ["Stadt", "Konto", "zuletzt", "Bemerkung"]);
        assert_eq!(columns(&view("1/3")), ["Stadt", "Konto", "mit Anteil", "zuletzt", "Bemerkung"]);
    }

    #[test]
    fn why_adds_the_grounds_with_their_places() {
        let blocks = document(&view("1/2"), &MemberWords::default(), Language::German, true).blocks;
        let grounds = vec![vec![super::Block::paragraph("So (cities.toml:1)")]];
        assert!(blocks.contains(&Block::List(None, grounds)));
    }
}
