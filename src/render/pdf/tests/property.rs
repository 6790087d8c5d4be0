//! Whatever is written stands on the pages, and what is not for everybody does not.

use proptest::prelude::Strategy;
use proptest::test_runner::{Config as ProptestConfig, RngSeed};
use proptest::{prop_assert, proptest};

use super::{all_words, dense, pages, programme};
use crate::document::template::Template;
use crate::example;
use crate::render::sheet::Sheet;
use crate::source::Sources;
use crate::text::Language;
use crate::view::DocumentKind;
use crate::view::item::item;
use crate::view::programme::{self, Edition};

#[path = "../../../../tests/it/editions/slips.rs"]
mod slips;

use slips::{CHAIR, INNER, MEMBERS, PLANNED, Slip, meeting, network};

/// Words of typst's signs and letters.
fn signs() -> impl Strategy<Value = String> {
    let words = "[-#\\[\\]{}()$*_`\\\\\"'/@<>~=+:;.,!?&%^|a-zäöüßA-Z0-9 ]{1,60}";
    words.prop_filter("white space", |words| !words.trim().is_empty())
}

/// The words on the pages of an edition, and on those of each of its items.
fn printed(slips: &[Slip], edition: Edition) -> Vec<String> {
    let files = network(meeting(slips));
    let files: Vec<_> = files.iter().map(|(path, text)| (*path, text.as_str())).collect();
    let workspace = example::workspace(&files);
    let of = &workspace.meetings[0];
    let answer = programme::programme(&workspace, of, Language::German, edition);
    let sources = Sources::default();
    let template = |kind| Template::find(kind, Language::German, &sources);
    let kind =
        if edition == Edition::RunSheet { DocumentKind::RunSheet } else { DocumentKind::Programme };
    let mut documents = vec![template(kind).render(&answer).unwrap()];
    // One item is enough: which ones there are is the same for every format.
    let first = of
        .sessions
        .iter()
        .find_map(|session| item(&workspace, answer.clone(), session.id.as_str()));
    documents.extend(first.map(|sheet| template(DocumentKind::Item).render(&sheet).unwrap()));
    documents.iter().map(|document| all_words(&pages(document, Sheet::default()))).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, rng_seed: RngSeed::Fixed(1), ..ProptestConfig::default() })]

    #[test]
    fn signs_are_words(signs in signs()) {
        let document = programme(&|name| format!("{signs} {name}"));
        let printed = all_words(&pages(&document, Sheet::default()));
        for name in [
            "full title", "place line", "description", "entry title", "person line", "item title",
            "entry description", "entry detail", "entry term", "notice", "contact",
        ] {
            let expected = dense(&format!("{signs} {name}"));
            prop_assert!(printed.contains(&expected), "{}: {}\n{}", name, signs, printed);
        }
    }

    #[test]
    fn pages_keep_what_is_not_for_everybody(slips in slips::slips()) {
        for edition in [Edition::Short, Edition::Full, Edition::Internal] {
            let members = (edition != Edition::Internal).then_some(MEMBERS);
            for words in printed(&slips, edition) {
                for secret in [INNER, CHAIR, PLANNED].into_iter().chain(members) {
                    prop_assert!(!words.contains(secret), "{:?}: {}\n{}", edition, secret, words);
                }
            }
        }
    }
}

#[test]
fn the_chair_has_it_all_on_paper() {
    let slips =
        [Slip::full("tour", ("internal", MEMBERS)), Slip::full("workshop", ("lead", CHAIR))];
    let words = &printed(&slips, Edition::RunSheet)[0];
    for word in [INNER, MEMBERS, CHAIR, PLANNED] {
        assert!(words.contains(word), "{word}: {words}");
    }
}
