//! What is said of a key, and how tables of keys are written.

use crate::text::Vocabulary;

/// A file, or all files of a folder.
#[derive(Clone, Copy, Debug)]
pub struct KeyedFile {
    /// Its path in the workspace; `*` stands for any name.
    pub path: &'static str,
    /// What it holds, in German and English.
    pub about: [&'static str; 2],
    /// Its tables; each stands behind the one that holds it.
    pub tables: &'static [KeyedTable],
}

/// A table of a file.
#[derive(Clone, Copy, Debug)]
pub struct KeyedTable {
    /// Where it may stand: the names of the tables around it and its own, with dots between them;
    /// empty for the head of the file.
    pub places: &'static [&'static str],
    /// Whether there can be several (`[[city]]`), or one (`[rotation]`).
    pub several: bool,
    /// Its keys in the order of the handbook, without the tables within it.
    pub keys: &'static [Key],
}

/// A key.
#[derive(Clone, Copy, Debug)]
pub struct Key {
    /// Its name.
    pub name: &'static str,
    /// Whether it must be there.
    pub required: bool,
    /// What its value is.
    pub kind: Kind,
    /// What it means, in German and English: one sentence without a full stop.
    pub about: [&'static str; 2],
}

/// What the value of a key is.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    /// One line of words.
    Line,
    /// Words, in several lines if need be.
    Text,
    /// The key of the entry itself: a slug.
    Id,
    /// The key of another entry.
    Reference,
    /// The path of a file in the workspace.
    Path,
    /// A mail address.
    Mail,
    /// A mail address, or `false`.
    MailOrFalse,
    /// So many digits, as words.
    Digits(usize),
    /// `true` or `false`.
    Flag,
    /// A whole number within bounds.
    Whole(i64, i64),
    /// A number within bounds, with a point or without.
    Number(i64, i64),
    /// Minus points from 0 to 100, or `"block"`.
    Weight,
    /// A number of days, or `false`.
    DaysOrFalse(i64, i64),
    /// A day.
    Date,
    /// A moment with its offset from UTC.
    Moment,
    /// A day, or a moment.
    DateOrMoment,
    /// A time of day in words.
    Time,
    /// The same, or `"open"`.
    End,
    /// How long something takes, in words.
    Duration,
    /// One of these words.
    Choice(fn() -> Choices),
    /// The code of a region, such as `DE-BY`.
    Region,
    /// A zone of the IANA database.
    TimeZone,
    /// A colour as `#rrggbb`.
    Colour,
    /// A list of these.
    List(&'static Kind),
}

/// The words of a closed set.
#[derive(Clone, Debug)]
pub struct Choices {
    /// Those that the program writes.
    pub written: Vec<&'static str>,
    /// Those that people may say as well, in German and English; they are read whatever their case.
    pub spoken: Vec<&'static str>,
    /// What those that the program writes are called in German, as far as that is another word.
    pub german: Vec<(&'static str, &'static str)>,
}

/// The words of a vocabulary that files may hold.
pub fn of<T: Vocabulary>() -> Choices {
    let written: Vec<&str> = T::all().map(T::word).filter(|word| !word.is_empty()).collect();
    let mut spoken: Vec<&str> = Vec::new();
    for word in T::all().flat_map(|one| [one.words(), one.names()].concat()) {
        if !word.is_empty() && !written.contains(&word) && !spoken.contains(&word) {
            spoken.push(word);
        }
    }
    let german = |one: T| {
        // Days of the week and forms of address are written in German, and understood in English.
        let second = || one.words().get(1).filter(|word| word.starts_with(char::is_lowercase));
        let called = one.names().first().or_else(second);
        called.map(|called| (one.word(), *called))
    };
    Choices { written, spoken, german: T::all().filter_map(german).collect() }
}

/// Makes lists of keys: name, `!` if it must be there and `?` if not, the kind of its value, and what
/// it means in German and English.
macro_rules! keys {
    (@ !) => { true };
    (@ ?) => { false };
    ($($list:ident { $($name:literal $need:tt $kind:expr => $german:literal, $english:literal;)* })+) => {
        $(
            pub(super) const $list: &[$crate::input::keys::key::Key] = &[
                $($crate::input::keys::key::Key {
                    name: $name,
                    required: $crate::input::keys::key::keys!(@ $need),
                    kind: $kind,
                    about: [$german, $english],
                },)*
            ];
        )+
    };
}

pub(super) use keys;

/// A table that can stand in one place, once.
pub(super) const fn table(places: &'static [&'static str], keys: &'static [Key]) -> KeyedTable {
    KeyedTable { places, several: false, keys }
}

/// A table of which there can be several.
pub(super) const fn entries(places: &'static [&'static str], keys: &'static [Key]) -> KeyedTable {
    KeyedTable { places, several: true, keys }
}
