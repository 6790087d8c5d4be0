//! All words of TOML files, whatever their keys, and all lines of minutes: what is sought is sought in each
//! of them.

use toml::de::DeValue;

use super::decode;
use crate::source::{FileId, Located, Origin, Sources};

/// The strings in the TOML files of `sources`, as they read once they are no TOML any more, and the lines of
/// minutes.
pub fn words(sources: &Sources) -> Vec<Located<String>> {
    let mut words = Vec::new();
    for (id, file) in sources.iter().filter(|(_, file)| file.path.strip_suffix(".toml").is_some()) {
        let (table, _) = decode::table(id, &file.text);
        for (_, value) in table.get_ref() {
            gather(id, value, &mut words);
        }
    }
    for (id, file) in sources.iter().filter(|(_, file)| file.path.starts_with("minutes/")) {
        let mut at = 0;
        for line in file.text.split_inclusive('\n') {
            let words_of_line = line.trim();
            let origin = Origin::new(id, at..at + line.trim_end().len());
            at += line.len();
            if !words_of_line.is_empty() {
                words.push(Located::new(words_of_line.to_owned(), origin));
            }
        }
    }
    words
}

fn gather(file: FileId, value: &toml::Spanned<DeValue<'_>>, words: &mut Vec<Located<String>>) {
    match value.get_ref() {
        DeValue::String(text) => {
            words.push(Located::new(text.to_string(), Origin::new(file, value.span())));
        }
        DeValue::Array(values) => values.iter().for_each(|value| gather(file, value, words)),
        DeValue::Table(table) => table.iter().for_each(|(_, value)| gather(file, value, words)),
        DeValue::Integer(_) | DeValue::Float(_) | DeValue::Boolean(_) | DeValue::Datetime(_) => {}
    }
}
