//! Answers to the survey of topics as they come in, before anybody knows whose they are.

use chrono::NaiveDate;

/// What somebody answered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TopicAnswer {
    /// The file, as the user named it.
    pub file: String,
    /// The line in it, from 1, if it is a table.
    pub line: Option<u64>,
    /// The addresses that it comes from.
    pub from: Vec<String>,
    /// What those who answer are called.
    pub called: Vec<String>,
    /// When it was written, if it says so.
    pub date: Option<NaiveDate>,
    /// The topics that they want, by number or title.
    pub wanted: Vec<String>,
    /// The topics that they offer.
    pub offered: Vec<String>,
    /// Topics that were not on the list.
    pub new: Vec<String>,
}

/// Why a file holds no answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unread {
    /// It is no mail.
    NoMail,
    /// Nobody wrote it, but a program.
    Automatic,
    /// A table without a column for who answers, or for what they want or offer.
    NoColumns,
    /// A quotation mark in a table is not closed.
    OpenQuote,
    /// A table has more rows than are read.
    ManyRows,
    /// It cannot be read.
    Refused,
    /// Its name is that of no mail and no table.
    OtherKind,
}
