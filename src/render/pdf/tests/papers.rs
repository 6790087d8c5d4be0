//! Papers that people write on: a list to sign, a form for minutes.

use super::{all_words, dense, pages, runs, within, words};
use crate::document::model::Document;
use crate::document::template::Template;
use crate::domain::badges::{Badges, LabelSize};
use crate::render::sheet::{Paper, Sheet};
use crate::source::Sources;
use crate::text::{Language, Vocabulary as _};
use crate::view::badges::Badge;
use crate::view::merge;
use crate::view::placeholders::Placeholders as _;
use crate::view::rooms::{SignedEntry, SignedRoom};
use crate::view::{DocumentKind, LabelSheet};

fn paper(kind: DocumentKind, change: impl FnOnce(&mut merge::MergeData)) -> Document {
    let mut paper = merge::MergeData::sample();
    change(&mut paper);
    let sources = Sources::default();
    Template::find(kind, Language::German, &sources).render(&paper).unwrap()
}

/// A list with this number of guests.
fn sign_in_list(guests: usize) -> Document {
    paper(DocumentKind::SignInList, |paper| {
        let guest = paper.guests[0].clone();
        paper.guests = (1..=guests)
            .map(|number| merge::Guest { name: Some(format!("Gast {number:03}")), ..guest.clone() })
            .collect();
    })
}

#[test]
fn a_list_to_sign_has_room_its_head_and_its_number_on_every_page() {
    for sheet in [Paper::A4, Paper::A5].map(|paper| Sheet { paper, ..Sheet::default() }) {
        let pages = pages(&sign_in_list(60), sheet);
        within(&pages);
        let (mut guests, all) = (0, pages.pages().len());
        assert!(all > 2);
        for (number, page) in (1..).zip(pages.pages()) {
            let said = dense(&words(&page.frame));
            assert!(said.contains("Nr.membernounoderEinrichtungNameUnterschrift"), "{said}");
            assert!(said.contains(&format!("Seite{number}von{all}")), "{said}");
            let runs = runs(&page.frame);
            let bases: Vec<f64> = runs
                .iter()
                .filter(|run| run.words.starts_with("Gast"))
                .map(|run| run.base)
                .collect();
            guests += bases.len();
            for rows in bases.windows(2) {
                let height = rows[1] - rows[0];
                assert!(height > 11.99, "a row is {height} mm high");
            }
        }
        assert_eq!(guests, 60, "no row is torn apart or lost");
        let said = all_words(&pages);
        assert!(said.contains("68DieseListeweistdieTeilnahmenach."), "empty rows, and what for");
    }
}

#[test]
fn a_door_sign_is_one_page_in_letters_as_large_as_fit() {
    let largest = |entries: usize, sheet: Sheet| {
        let signs = paper(DocumentKind::DoorSigns, |paper| {
            let mut room = paper.rooms[0].clone();
            let entry = SignedEntry { is_repetition: false, ..room.days[0].entries[0].clone() };
            room.days[0].entries = vec![entry; entries];
            let name = "Rittersaal im Nordflügel des Schlosses zu Bad Langensalza".to_owned();
            paper.rooms = vec![room.clone(), SignedRoom { name, ..room }];
        });
        let pages = pages(&signs, sheet);
        within(&pages);
        assert_eq!(pages.pages().len(), 2, "{entries}");
        let [first, second] = [0, 1].map(|at| dense(&words(&pages.pages()[at].frame)));
        assert!(first.contains("roomname") && !first.contains("Rittersaal"), "{first}");
        assert!(second.contains("Rittersaal"), "{second}");
        let runs = runs(&pages.pages()[0].frame);
        let titles = runs.iter().filter(|run| run.words.starts_with("room title"));
        titles.map(|run| run.points).fold(f64::NAN, f64::max)
    };
    for paper in [Paper::A4, Paper::A5] {
        let sheet = Sheet { paper, ..Sheet::default() };
        assert!(largest(1, sheet) > 30.0);
        assert!(largest(5, sheet) > 13.9);
    }
    assert!(largest(10, Sheet::default()) < 20.0);
}

/// Millimetres from the upper left corner of its page to the upper left corner of each label, and its words.
fn badges(names: &[&str], labels: LabelSheet) -> Vec<(usize, Vec<super::Run>)> {
    let document = paper(DocumentKind::NameBadges, |paper| {
        let lines = vec!["Sachgebietsleiterin".to_owned(), "Bad Langensalza".to_owned()];
        let badge = |name: &&str| Badge { name: Some((*name).to_owned()), lines: lines.clone() };
        paper.badges = names.iter().map(badge).collect();
        paper.labels = Some(labels);
    });
    let pages = pages(&document, Sheet::default());
    pages.pages().iter().map(|page| runs(&page.frame)).enumerate().collect()
}

#[test]
fn each_badge_is_on_its_label_and_long_names_shrink() {
    let long = "Prof. Dr.-Ing. Maximiliane Freifrau von Hohenstein-Wartenburg";
    assert!(long.chars().count() >= 60);
    let names =
        ["Ada Aue", long, "Bo Bach", "Donaudampfschifffahrtsgesellschaftskapitän", "Eva Fern"];
    let own = Badges { size: [700, 400], margins: [Some(123), Some(87)], gaps: [31, 22], empty: 0 };
    let sizes =
        LabelSize::ALL.iter().map(|size| Badges { size: size.measure(), ..Badges::default() });
    for badges_of in sizes.chain([own]) {
        let sheet = badges_of.sheet().unwrap();
        let [columns, rows] = sheet.number.map(|number| usize::try_from(number).unwrap());
        // More than a sheet.
        let all: Vec<&str> = names.iter().copied().cycle().take(columns * rows + 2).collect();
        let pages = badges(&all, sheet);
        assert_eq!(pages.len(), 2);
        let mut shown = 0;
        for (page, runs) in pages {
            let first = page * columns * rows;
            let here = all.len().min(first + columns * rows) - first;
            for (at, name) in all[first..first + here].iter().enumerate() {
                let edge = |way: usize, number: usize| {
                    let step = sheet.size[way] + sheet.gaps[way];
                    f64::from(sheet.margins[way] + u32::try_from(number).unwrap() * step) / 10.0
                };
                let (left, top) = (edge(0, at % columns), edge(1, at / columns));
                let [width, height] = sheet.size.map(|length| f64::from(length) / 10.0);
                let on_it = runs.iter().filter(|run| {
                    let middle = f64::midpoint(run.left, run.right);
                    (left..left + width).contains(&middle)
                        && (top..top + height).contains(&run.base)
                });
                let mut words = String::new();
                for run in on_it {
                    assert!(run.left > left && run.right < left + width, "{name}: {}", run.words);
                    assert!(run.base < top + height - 1.0, "{name}: {}", run.words);
                    assert!(run.points > 5.9, "{name}: {} pt", run.points);
                    words += &run.words;
                }
                assert!(dense(&words).contains(&dense(name)), "{name}: {words}");
                assert!(dense(&words).contains("BadLangensalza"), "{words}");
                shown += 1;
            }
        }
        assert_eq!(shown, all.len());
        let points = |name: &str| {
            let pages = badges(&[name], sheet);
            pages[0].1.iter().map(|run| run.points).fold(0.0, f64::max)
        };
        assert!(points("Ada Aue") > points(long) && points(long) > 8.9, "{}", points(long));
    }
}

#[test]
fn minutes_have_lines_to_write_on() {
    let pages = pages(&paper(DocumentKind::Minutes, |_| {}), Sheet::default());
    within(&pages);
    let said = all_words(&pages);
    assert!(!said.contains("__"), "{said}");
    // What is open from before stands between; the table may go on on the next page.
    assert!(said.contains("ErgebnisNochoffen"), "{said}");
    assert!(said.contains("MaßnahmenNr.WasWerBiswannStatus1234"), "{said}");
    assert!(said.contains("56NächstesTreffen"), "{said}");
    // The label of the next line stands below the line before it.
    let runs: Vec<_> = pages.pages().iter().flat_map(|page| runs(&page.frame)).collect();
    let base = |label: &str| runs.iter().find(|run| run.words == label).map(|run| run.base);
    let between = base("Verteiler").unwrap() - base("Anlagen").unwrap();
    assert!(between > 8.0, "there are {between} mm to write in");
}

#[test]
fn a_feedback_sheet_is_one_page_with_words_at_every_box_and_lines_to_write_on() {
    let pages = pages(&paper(DocumentKind::FeedbackSheet, |_| {}), Sheet::default());
    within(&pages);
    assert_eq!(pages.pages().len(), 1);
    let said = all_words(&pages);
    assert_eq!(said.matches("☐ja☐eherja☐ehernein☐nein☐weißnicht").count(), 5, "{said}");
    assert_eq!(said.matches('☐').count(), 25, "{said}");
    assert!(!said.contains("__"), "{said}");
}
