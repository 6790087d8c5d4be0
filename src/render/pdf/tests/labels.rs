//! Labels and times beside what they are for: none of their words is torn.

use super::{pages, runs, within};
use crate::document::model::{Block, Document, Fact};
use crate::render::sheet::{Paper, Sheet};
use crate::text::Language;

#[test]
fn no_word_of_a_label_is_torn() {
    let labels = [
        "Wann",
        "Veranstaltet von",
        "Gastgeberin und Moderation",
        "Kooperationspartnerinnen",
        "Teilnahmebestätigung für Bedienstete",
    ];
    for paper in [Paper::A4, Paper::A5] {
        for large in [false, true] {
            let facts = labels.map(|label| Fact::new(label, "Stadt Aue"));
            let blocks = vec![Block::Facts(facts.to_vec())];
            let document = Document::new(Language::German, "Bericht", blocks);
            let pages = pages(&document, Sheet { paper, large, ..Sheet::default() });
            within(&pages);
            let set = runs(&pages.pages()[0].frame);
            for word in labels.iter().flat_map(|label| label.split(' ')) {
                let is_whole = set.iter().any(|run| run.words.split(' ').any(|it| it == word));
                let all: Vec<&str> = set.iter().map(|run| run.words.as_str()).collect();
                assert!(is_whole, "{word} on {paper:?}, large: {large}: {all:?}");
            }
        }
    }
}
