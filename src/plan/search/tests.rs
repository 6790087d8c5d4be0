//! What is there is found, in the order of its days.

use proptest::{prop_assert, prop_assert_eq, proptest};

use super::{Found, Query, paragraphs, search, who_knows};
use crate::domain::workspace::Workspace;
use crate::example::workspace;
use crate::source::Sources;

const WORDS: [&str; 4] = ["Läden", "Märkte", "Brunnen", "Rathaus"];

/// Meetings on the first of each month, each with an item of one of the words.
fn network(words: &[usize]) -> Workspace {
    let files: Vec<(String, String)> = words
        .iter()
        .enumerate()
        .map(|(number, word)| {
            let text = format!(
                "title = 'Treffen {number}'\ndate = 2026-{:02}-01\nhosts = ['aue']\n\
                 session = [{{ title = 'Über {}', people = [{{ name = 'Ada Bach' }}] }}]",
                number + 1,
                WORDS[*word]
            );
            (format!("meetings/m{number}.toml"), text)
        })
        .collect();
    let base =
        [("network.toml", "name = 'N'"), ("cities.toml", "city = [{ id = 'aue', name = 'Aue' }]")];
    let files = files.iter().map(|(path, text)| (path.as_str(), text.as_str()));
    workspace(&base.into_iter().chain(files).collect::<Vec<_>>())
}

proptest! {
    #[test]
    fn all_that_is_there_is_found_newest_first(
        words in proptest::collection::vec(0usize..4, 0..9), wanted in 0usize..4,
    ) {
        let workspace = network(&words);
        let sources = Sources::default();
        let forms = ["laden", "Markt", "brunnens", "rathäuser"];
        let query = Query::new(forms[wanted]).unwrap();
        let hits = search(&workspace, &sources, &query);
        let expected = words.iter().filter(|word| **word == wanted).count();
        prop_assert_eq!(hits.len(), expected);
        prop_assert!(hits.iter().all(|hit| hit.found == Found::Item));
        prop_assert!(hits.iter().rev().is_sorted_by_key(|hit| hit.day));
        let people = who_knows(&workspace, &sources, &query);
        prop_assert_eq!(people.len(), expected);
        prop_assert!(people.iter().all(|one| one.name.as_deref() == Some("Ada Bach")));
    }

    #[test]
    fn paragraphs_hold_every_word_once(text in "([a-z#*|-]{0,5}[ \n]{0,2}){0,30}") {
        let kept: String = paragraphs(&text).into_iter().map(|range| text[range].to_owned() + "\n").collect();
        let letters = |text: &str| text.split_whitespace().collect::<String>();
        prop_assert_eq!(letters(&kept), letters(&text));
    }
}

#[test]
fn a_question_without_a_word_is_none() {
    assert!(Query::new(" – ?").is_none());
}
