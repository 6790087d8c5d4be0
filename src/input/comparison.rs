//! What a change of a TOML file says, entry by entry: comments, order and layout say nothing.

use std::collections::{HashMap, VecDeque};

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::value::parse_date;

/// The lists whose tables stand for things of their own; others are values of several parts.
const ENTRIES: [&str; 22] = [
    "acknowledge",
    "action",
    "attendance",
    "city",
    "contact",
    "earlier-membership",
    "history",
    "items",
    "moved",
    "offered",
    "period",
    "release",
    "reply",
    "room",
    "session",
    "skip",
    "swap",
    "topic",
    "treated",
    "unavailable",
    "venue",
    "wanted",
];

/// What an entry is called by: the first of these keys that it has.
const NAMES: [&str; 10] =
    ["id", "person", "title", "name", "city", "code", "from", "since", "changed", "meeting"];

/// A file or an entry of it, and what becomes of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Compared {
    /// The kind of entry: `session`; empty for a file.
    pub kind: String,
    /// What it is called; its number, from 1, where it has no name.
    pub name: String,
    /// What becomes of it.
    pub fate: Fate,
    /// Its keys that change.
    pub keys: Vec<ComparedKey>,
    /// The entries within it that change.
    pub entries: Vec<Compared>,
}

/// What becomes of an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It comes.
    New,
    /// It stays, with other keys.
    Changed,
    /// It goes.
    Gone,
}

/// A key and its values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ComparedKey {
    /// Its name; one in a table has that before it: `sender.mail`.
    pub key: String,
    /// What it said.
    pub before: Option<ComparedValue>,
    /// What it will say.
    pub after: Option<ComparedValue>,
}

/// A value without the signs of its file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ComparedValue {
    /// Words, numbers and times.
    Words(String),
    /// Yes or no.
    Flag(bool),
    /// A day.
    Day(chrono::NaiveDate),
    /// Several of them.
    List(Vec<ComparedValue>),
}

/// What becomes of the file `before`, which is TOML, when it is `after`; none where it is not there. None
/// if it says the same.
pub fn compared(before: Option<&str>, after: Option<&str>) -> Option<Compared> {
    let [old, new] = [before, after]
        .map(|text| DeTable::parse_recoverable(text.unwrap_or_default()).0.into_inner());
    let fate = match (before, after) {
        (None, _) => Fate::New,
        (_, None) => Fate::Gone,
        (Some(_), Some(_)) => Fate::Changed,
    };
    let mut file = Compared::new("", String::new(), fate);
    file.compare("", &old, &new);
    (fate != Fate::Changed || file.says_something()).then_some(file)
}

impl Compared {
    fn new(kind: &str, name: String, fate: Fate) -> Self {
        Self { kind: kind.to_owned(), name, fate, keys: Vec::new(), entries: Vec::new() }
    }

    fn says_something(&self) -> bool {
        !self.keys.is_empty() || !self.entries.is_empty()
    }

    fn compare(&mut self, prefix: &str, old: &DeTable<'_>, new: &DeTable<'_>) {
        let mut keys: Vec<(usize, &str)> = Vec::new();
        for (table, rank) in [(new, 0), (old, 1)] {
            for (key, value) in table {
                let name = key.get_ref().as_ref();
                if rank == 0 || !new.contains_key(name) {
                    // What goes stands behind what stays.
                    keys.push((value.span().start + rank * usize::MAX / 2, name));
                }
            }
        }
        keys.sort_unstable();
        for (_, key) in keys {
            let [before, after] = [old, new].map(|table| table.get(key).map(Spanned::get_ref));
            self.compare_key(prefix, key, before, after);
        }
    }

    fn compare_key(
        &mut self,
        prefix: &str,
        key: &str,
        before: Option<&DeValue<'_>>,
        after: Option<&DeValue<'_>>,
    ) {
        let mut either = [before, after].into_iter().flatten();
        if ENTRIES.contains(&key) && either.clone().all(|value| value.as_array().is_some()) {
            self.compare_entries(key, &tables(before), &tables(after));
        } else if either.clone().next().is_some()
            && either.all(|value| matches!(value, DeValue::Table(_)))
        {
            let [old, new] = [before, after].map(|value| value.and_then(DeValue::as_table));
            let empty = DeTable::new();
            let prefix = format!("{prefix}{key}.");
            self.compare(&prefix, old.unwrap_or(&empty), new.unwrap_or(&empty));
        } else {
            let [before, after] = [before, after].map(|value| value.map(value_of));
            if before != after {
                self.keys.push(ComparedKey { key: format!("{prefix}{key}"), before, after });
            }
        }
    }

    /// Entries of one kind: those of one name are the same, or without a name those that say the same, and
    /// what is left over is it in its order.
    fn compare_entries(&mut self, kind: &str, old: &[&DeTable<'_>], new: &[&DeTable<'_>]) {
        let mut partners: Vec<Option<usize>> = vec![None; new.len()];
        let mut is_free = vec![true; old.len()];
        let mut called: HashMap<Option<String>, VecDeque<usize>> = HashMap::new();
        for (at, entry) in old.iter().enumerate() {
            called.entry(name_of(kind, entry)).or_default().push_back(at);
        }
        for (number, entry) in new.iter().enumerate() {
            let name = name_of(kind, entry);
            let is_named = name.is_some();
            let Some(alike) = called.get_mut(&name) else { continue };
            let is_same = |at: &usize| {
                let mut compared = Self::new(kind, String::new(), Fate::Changed);
                if !is_named {
                    compared.compare("", old[*at], entry);
                }
                !compared.says_something()
            };
            let same = alike.iter().position(is_same);
            if let Some(at) = same.and_then(|place| alike.remove(place)) {
                is_free[at] = false;
                partners[number] = Some(at);
            }
        }
        let lonely = |partners: &[Option<usize>]| {
            (0..new.len()).filter(|&it| partners[it].is_none()).collect::<Vec<_>>()
        };
        let left: Vec<usize> = (0..old.len()).filter(|&at| is_free[at]).collect();
        let alone = lonely(&partners);
        if left.len() == alone.len() {
            for (at, number) in left.into_iter().zip(alone) {
                is_free[at] = false;
                partners[number] = Some(at);
            }
        }
        let empty = DeTable::new();
        for (number, entry) in new.iter().enumerate() {
            let partner = partners[number].map(|at| old[at]);
            let named =
                partner.and_then(|partner| name_of(kind, partner)).or_else(|| name_of(kind, entry));
            let name = named.unwrap_or_else(|| (number + 1).to_string());
            let fate = if partner.is_some() { Fate::Changed } else { Fate::New };
            let mut compared = Self::new(kind, name, fate);
            compared.compare("", partner.unwrap_or(&empty), entry);
            if fate == Fate::New || compared.says_something() {
                self.entries.push(compared);
            }
        }
        for (number, entry) in old.iter().enumerate().filter(|(at, _)| is_free[*at]) {
            let name = name_of(kind, entry).unwrap_or_else(|| (number + 1).to_string());
            let mut compared = Self::new(kind, name, Fate::Gone);
            compared.compare("", entry, &empty);
            self.entries.push(compared);
        }
    }
}

fn tables<'v, 't>(value: Option<&'v DeValue<'t>>) -> Vec<&'v DeTable<'t>> {
    let entries = value.and_then(DeValue::as_array).into_iter().flat_map(|entries| entries.iter());
    entries.filter_map(|entry| entry.get_ref().as_table()).collect()
}

fn name_of(kind: &str, entry: &DeTable<'_>) -> Option<String> {
    let name = |key| entry.get(key).map(|value: &Spanned<DeValue<'_>>| plain(value.get_ref()));
    // A version has the title of its meeting as well.
    if kind == "release" { name("number") } else { NAMES.into_iter().find_map(name) }
}

/// A value on one line, as its file has it.
fn plain(value: &DeValue<'_>) -> String {
    match value_of(value) {
        ComparedValue::Words(words) => words,
        ComparedValue::Day(day) => day.to_string(),
        ComparedValue::Flag(flag) => flag.to_string(),
        ComparedValue::List(_) => String::new(),
    }
}

fn value_of(value: &DeValue<'_>) -> ComparedValue {
    match value {
        DeValue::String(words) => {
            ComparedValue::Words(words.split_whitespace().collect::<Vec<_>>().join(" "))
        }
        DeValue::Integer(number) => ComparedValue::Words(number.to_string()),
        DeValue::Float(number) => ComparedValue::Words(number.to_string()),
        DeValue::Boolean(flag) => ComparedValue::Flag(*flag),
        DeValue::Datetime(moment) => {
            let words = moment.to_string();
            parse_date(&words).map_or(ComparedValue::Words(words), ComparedValue::Day)
        }
        DeValue::Array(values) => {
            ComparedValue::List(values.iter().map(|value| value_of(value.get_ref())).collect())
        }
        DeValue::Table(table) => {
            let mut parts: Vec<_> = table.values().collect();
            parts.sort_unstable_by_key(|value| value.span().start);
            ComparedValue::List(parts.into_iter().map(|value| value_of(value.get_ref())).collect())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Compared, Fate, compared};

    fn keys(compared: &Compared) -> Vec<&str> {
        compared.keys.iter().map(|key| key.key.as_str()).collect()
    }

    #[test]
    fn comments_and_order_say_nothing() {
        let before = "# A\na = 1\n[b]\nc = \"x\"\n";
        assert_eq!(compared(Some(before), Some("b.c = 'x'\na = 1 # B\n")), None);
        assert_eq!(compared(Some(before), Some(before)), None);
        let changed = compared(Some(before), Some("b.c = 'y'\n")).unwrap();
        assert_eq!(keys(&changed), ["b.c", "a"]);
    }

    #[test]
    fn entries_without_a_name_are_known_by_what_they_say() {
        let entry = |reason: &str| format!("[[swap]]\nreason = \"{reason}\"\n");
        let [one, other] = ["a", "b"].map(entry);
        for (before, after, fate) in [
            (one.clone(), format!("{one}{other}"), Fate::New),
            (one.clone(), format!("{other}{one}"), Fate::New),
            (format!("{one}{other}"), other.clone(), Fate::Gone),
            (format!("{one}{other}"), format!("{one}{}", entry("c")), Fate::Changed),
        ] {
            let compared = compared(Some(&before), Some(&after)).unwrap();
            let fates: Vec<Fate> = compared.entries.iter().map(|entry| entry.fate).collect();
            assert_eq!(fates, [fate], "{before} → {after}");
        }
    }

    #[test]
    fn entries_are_known_by_their_names() {
        let entry = |id: &str, seats: u8| format!("[[room]]\nid = \"{id}\"\nseats = {seats}\n");
        let before = [entry("a", 1), entry("b", 2)].concat();
        let fates = |after: &str| {
            let compared = compared(Some(&before), Some(after)).unwrap();
            let fate = |it: Compared| (it.name.clone(), it.fate, keys(&it).join(" "));
            compared.entries.into_iter().map(fate).collect::<Vec<_>>()
        };
        let seats = ("b".to_owned(), Fate::Changed, "seats".to_owned());
        assert_eq!(fates(&[entry("b", 3), entry("a", 1)].concat()), [seats]);
        // One that has another name is still the same.
        let renamed = ("b".to_owned(), Fate::Changed, "id".to_owned());
        assert_eq!(fates(&[entry("a", 1), entry("c", 2)].concat()), [renamed]);
        let gone = ("b".to_owned(), Fate::Gone, "id seats".to_owned());
        assert_eq!(fates(&entry("a", 1)), [gone]);
        let new = ("c".to_owned(), Fate::New, "id seats".to_owned());
        assert_eq!(fates(&[&before, &*entry("c", 3)].concat()), [new]);
    }
}
