//! Where an id stands as the value of a key, so that others can be put there.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::operation::{Bytes, Operation, apply};
use super::quoted;

/// Entries that tell what was given out: they stay as they are, whatever is renamed.
const GIVEN_OUT: &str = "release";

/// The places in `text` where one of `keys` says `id`, alone or in a list.
pub fn references(text: &str, keys: &[&str], id: &str) -> Vec<Range<usize>> {
    let (root, _) = DeTable::parse_recoverable(text);
    let mut found = Vec::new();
    in_table(root.get_ref(), keys, id, &mut found);
    found.sort_unstable_by_key(|span| span.start);
    found
}

/// The file with `after` wherever one of `keys` says `before`.
pub fn rename(text: &str, keys: &[&str], before: &str, after: &str) -> String {
    let places = references(text, keys, before).into_iter().rev();
    let change = |span: Range<usize>| {
        let before = text[span.clone()].to_owned();
        Operation::Bytes(Bytes { at: span.start, before, after: quoted(after) })
    };
    apply(text, &places.map(change).collect::<Vec<_>>()).text
}

fn in_table(table: &DeTable<'_>, keys: &[&str], id: &str, found: &mut Vec<Range<usize>>) {
    for (key, value) in table {
        let key = key.get_ref().as_ref();
        if key != GIVEN_OUT {
            in_value(value, keys.contains(&key), keys, id, found);
        }
    }
}

fn in_value(
    value: &Spanned<DeValue<'_>>,
    counts: bool,
    keys: &[&str],
    id: &str,
    found: &mut Vec<Range<usize>>,
) {
    match value.get_ref() {
        DeValue::String(words) if counts && words == id => found.push(value.span()),
        DeValue::Array(values) => {
            values.iter().for_each(|value| in_value(value, counts, keys, id, found));
        }
        DeValue::Table(table) => in_table(table, keys, id, found),
        DeValue::String(_)
        | DeValue::Integer(_)
        | DeValue::Float(_)
        | DeValue::Boolean(_)
        | DeValue::Datetime(_) => {}
    }
}

#[cfg(test)]
mod tests {
    use super::{references, rename};

    #[test]
    fn an_id_is_renamed_where_a_key_says_it_and_nowhere_else() {
        let text = "# aue\ntitle = \"aue\"\nhosts = [\"aue\", 'elm', # aue\n  'aue']\n\n[[session]]\n\
                    people = [{ city = \"aue\", name = \"aue\" }]\n\n[[release]]\nhosts = [\"aue\"]\n";
        let keys = ["city", "hosts"];
        assert_eq!(references(text, &keys, "aue").len(), 3);
        let renamed = rename(text, &keys, "aue", "neu-aue");
        let expected = "# aue\ntitle = \"aue\"\nhosts = [\"neu-aue\", 'elm', # aue\n  \"neu-aue\"]\n\n\
                        [[session]]\npeople = [{ city = \"neu-aue\", name = \"aue\" }]\n\n[[release]]\n\
                        hosts = [\"aue\"]\n";
        assert_eq!(renamed, expected);
        assert_eq!(
            rename(&renamed, &keys, "neu-aue", "aue").replace('\'', "\""),
            text.replace('\'', "\"")
        );
    }
}
