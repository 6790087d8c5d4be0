//! What the answer about a list is made of.

use serde::Serialize;

use crate::domain::line::Line;
use crate::domain::listed::{Field, Value};
use crate::view::spelling::{word, word_if_any};

/// A column.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Column {
    /// Its letters.
    pub column: String,
    /// Its heading.
    pub heading: String,
    /// The key that it becomes.
    #[serde(serialize_with = "word_if_any")]
    pub key: Option<Field>,
    /// Whether its content says so.
    pub by_content: bool,
}

/// A value: one or several.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum Words {
    /// One.
    One(String),
    /// Several.
    Several(Vec<String>),
}

impl From<&Value> for Words {
    fn from(value: &Value) -> Self {
        match value {
            Value::Lines(lines) => Self::Several(lines.iter().map(Line::to_string).collect()),
            Value::Line(_) | Value::Text(_) | Value::Day(_) => Self::One(value.words()),
        }
    }
}

/// A town that the network does not know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Town {
    /// The key that it gets.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What the list calls it otherwise: with what tells where it lies, or without.
    pub also: Vec<String>,
    /// How many rows name it.
    pub rows: usize,
    /// A town whose name is nearly the same.
    pub near: Option<String>,
    /// Whether it becomes a member.
    pub added: bool,
}

/// A row that is not taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Row {
    /// The row.
    pub row: u32,
    /// How it begins.
    pub words: String,
    /// Why.
    pub reason: String,
}

/// A remark about a row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Note {
    /// The row.
    pub row: u32,
    /// What it is about.
    #[serde(serialize_with = "word")]
    pub key: Field,
    /// What was done.
    pub words: String,
    /// What stood there and what it is, where noughts came back.
    #[serde(skip)]
    pub noughts: Option<(String, String)>,
}
