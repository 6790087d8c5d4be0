//! Plain TOML beside the whole language.

use proptest::collection::vec;
use proptest::prelude::*;
use toml::de::DeTable;

use super::table;

/// What the whole language says of `text`; none if it is wrong.
fn whole(text: &str) -> Option<String> {
    DeTable::parse(text).ok().map(|table| format!("{table:?}"))
}

fn plain(text: &str) -> Option<String> {
    table(text).map(|table| format!("{table:?}"))
}

#[test]
fn files_as_people_have_them_are_plain() {
    for text in [
        include_str!("../../../data/network.toml"),
        include_str!("../../../data/cities.toml"),
        include_str!("../../../data/venues.toml"),
        include_str!("../../../data/meetings/2024-09-24-muehlhausen.toml"),
        include_str!("../../../examples/netzwerk-flusstal/network.toml"),
        include_str!("../../../examples/netzwerk-flusstal/cities.toml"),
        include_str!("../../../examples/netzwerk-flusstal/contacts.toml"),
    ] {
        assert!(plain(text).is_some(), "{text}");
        assert_eq!(plain(text), whole(text));
        let of_windows = text.replace('\n', "\r\n");
        assert!(plain(&of_windows).is_none_or(|plain| Some(plain) == whole(&of_windows)));
    }
}

#[test]
fn what_is_wrong_or_unusual_is_left_to_others() {
    for text in [
        "a = 1\na = 2",
        "[a]\n[a]",
        "a = 1\n[a]",
        "a = [1]\n[[a]]",
        "a = {}\n[a.b]",
        "[[a]]\n[a]",
        "[a]\n[[a]]",
        "[a]\nb = [1]\n[[a.b]]",
        "[a.b]",
        "a.b = 1",
        "a = 01",
        "a = 2026-02-30",
        "a = 1.5.2",
        "a = 1.",
        "a = 'b'",
        "a = \"\\n\"",
        "a = \"b\nc\"",
        "a = \"\"\"b\"\"\"\"",
        "a = { b = 1, }",
        "a = { b = 1, b = 2 }",
        "a = 1 b = 2",
        "a = ",
        "= 1",
        "a",
        "a = [1",
        "[a",
        "[[a]",
        "# \u{7}",
        "a = 1\rb = 2",
    ] {
        assert_eq!(plain(text), None, "{text}");
    }
}

/// Pieces that make TOML, wrong TOML, and much that looks like it.
fn piece() -> impl Strategy<Value = String> {
    let line = "(a|b|c|a-b|\"a\"|a\\.b) ?= ?(1|0|01|12|1\\.5|1\\.|true|tru|2026-0[12]-3[01]|2026-03-01|09:30)";
    let head = "\\[\\[?(a|b|c|a\\.b|a\\.c|a\\.b\\.c|b\\.a)\\]\\]?";
    let text = "(a|b|c|d) = (\"\"\"|\"|''|')(\n|ä| |x|\"|\\\\n|#|\t){0,4}(\"\"\"|\"|''|')";
    let list = "(a|b) = \\[((1|\"x\"|\\[\\]|\\{a = 1\\}| |\n|#x\n)(,| ,\n|, )){0,3}(1|\"y\")?\\]";
    let inline = "(a|b) = \\{ ?((a|b|c) = (1|\"x\"|\\{b = 2\\}|\\[3\\])(, |,)){0,2}(d = 4)? ?\\}";
    let noise = "(#[ -~]{0,5}| |\t|\r|\u{7}|=|\\[|\\]|\\.|,|\\{|\\}|\"){0,2}";
    let body = prop_oneof![4 => line, 4 => head, 2 => text, 2 => list, 2 => inline, 1 => noise];
    ("[ \t]?", body, "[ \t]?(#x)?(\n|\r\n)")
        .prop_map(|(one, two, three)| [one, two, three].concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4096))]

    #[test]
    fn what_is_read_is_what_the_whole_language_says(pieces in vec(piece(), 0..6)) {
        let text = pieces.concat();
        if let Some(plain) = plain(&text) {
            prop_assert_eq!(Some(plain), whole(&text), "{}", text);
        }
    }
}
