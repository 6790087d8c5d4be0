//! What notes say.

use proptest::prelude::{Strategy, prop, prop_assert_eq, proptest};

use super::{FILLERS, Need, read};
use crate::text::Vocabulary as _;

/// A note, what it says of how many, and whether all of it is understood.
type Case = (&'static str, &'static [(&'static str, usize)], bool);

/// What a note says, and whether all of it is understood.
fn told(note: &str) -> (Vec<(&'static str, usize)>, bool) {
    let (found, all) = read(note);
    (found.into_iter().map(|(need, many)| (need.word(), many)).collect(), all)
}

#[test]
fn only_what_is_understood_to_its_last_word_is_counted() {
    let cases: [Case; 21] = [
        ("vegetarisch", &[("vegetarian", 1)], true),
        ("Isst kein Fleisch.", &[("vegetarian", 1)], true),
        ("2x vegan, 1 glutenfrei", &[("vegan", 2), ("gluten-free", 1)], true),
        ("zwei vegetarisch und ein Rollstuhl", &[("vegetarian", 2), ("wheelchair", 1)], true),
        (
            "Verpflegung: ohne Nüsse; kommt im Rollstuhl",
            &[("nut-free", 1), ("wheelchair", 1)],
            true,
        ),
        ("Hängt am Fahrplan, vegan", &[], false),
        ("vegan: nein", &[], false),
        ("vegan, nicht", &[], false),
        ("evtl. vegan", &[], false),
        ("2,5 vegan", &[], false),
        ("-1 vegan", &[], false),
        ("vegetarisch?", &[], false),
        ("nicht vegetarisch", &[], false),
        ("kein Rollstuhl mehr", &[], false),
        ("keine vegane Kost", &[], false),
        ("Allergie gegen Erdbeeren", &[], false),
        ("2 vegetarisch vegan", &[], false),
        ("2", &[], false),
        ("", &[], true),
        ("Please: no pork, hearing aid", &[("pork-free", 1), ("hearing", 1)], true),
        ("blinder Alarm", &[], false),
    ];
    for (note, needs, all) in cases {
        assert_eq!(told(note), (needs.to_vec(), all), "{note}");
    }
}

fn clause() -> impl Strategy<Value = (usize, Option<usize>, Vec<usize>)> {
    (
        0..Need::ALL.len(),
        prop::option::of(2_usize..9),
        prop::collection::vec(0..FILLERS.len(), 0..3),
    )
}

proptest! {
    #[test]
    fn every_way_to_say_it_is_understood_and_no_word_more(
        (need, many, fillers) in clause(),
        way in 0..20_usize,
        stranger in "[b-df-hj-np-tv-z]{4,9}q",
    ) {
        let need = Need::ALL[need];
        let said = need.said();
        let mut words: Vec<String> = many.iter().map(ToString::to_string).collect();
        words.push(said[way % said.len()].replace('-', " "));
        words.extend(fillers.iter().map(|at| FILLERS[*at].to_owned()));
        let note = words.join(" ");
        prop_assert_eq!(read(&note), (vec![(need, many.unwrap_or(1))], true));
        prop_assert_eq!(read(&format!("{note} {stranger}")), (vec![], false));
    }
}
