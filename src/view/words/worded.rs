//! Words of a document that still know what they say.

use std::fmt;
use std::ops::Deref;

use serde::{Serialize, Serializer};

/// Words, and beside them what nobody should have to read out of them again. As data they are the
/// words alone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Worded<T> {
    words: String,
    /// What they say.
    pub value: T,
}

/// What is known of words that tell a time or a length.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Marks {
    /// Where in them the dash between beginning and end stands.
    pub dash: Option<usize>,
    /// Whether the sign of planning values stands in them.
    pub is_planned: bool,
}

impl<T> Worded<T> {
    /// `words`, which say `value`.
    pub fn new(words: impl Into<String>, value: T) -> Self {
        Self { words: words.into(), value }
    }

    /// The same words, with something else known of them.
    pub fn with<U>(self, value: impl FnOnce(T) -> U) -> Worded<U> {
        Worded { words: self.words, value: value(self.value) }
    }
}

impl Worded<Marks> {
    /// From `begin` to `end`, with a dash between them.
    pub fn span(begin: &str, end: &str) -> Self {
        let dash = Some(begin.len());
        Self::new(format!("{begin}–{end}"), Marks { dash, is_planned: false })
    }

    /// Beginning and end, if a dash parts them.
    pub fn ends(&self) -> Option<(&str, &str)> {
        let (begin, end) = self.words.split_at_checked(self.value.dash?)?;
        Some((begin, end.strip_prefix('–')?))
    }

    /// The words that are there, with commas between them: those of a time stand last.
    pub fn joined(
        before: impl IntoIterator<Item = Option<String>>,
        time: Option<Self>,
    ) -> Option<Self> {
        let before: Vec<String> = before.into_iter().flatten().collect();
        let before = before.join(", ");
        let Some(time) = time else { return (!before.is_empty()).then(|| before.into()) };
        let before = if before.is_empty() { before } else { before + ", " };
        let dash = time.value.dash.map(|dash| before.len() + dash);
        Some(Self::new(before + &time.words, Marks { dash, ..time.value }))
    }
}

impl<T: Default> From<String> for Worded<T> {
    fn from(words: String) -> Self {
        Self::new(words, T::default())
    }
}

impl<T> From<Worded<T>> for String {
    fn from(worded: Worded<T>) -> Self {
        worded.words
    }
}

impl<T> Deref for Worded<T> {
    type Target = str;

    fn deref(&self) -> &str {
        &self.words
    }
}

impl<T> fmt::Display for Worded<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(&self.words)
    }
}

#[cfg(test)]
impl<T> schemars::JsonSchema for Worded<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        String::schema_name()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        String::json_schema(generator)
    }
}

impl<T> Serialize for Worded<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.words)
    }
}
