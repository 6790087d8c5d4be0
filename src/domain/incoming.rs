//! Replies as they come in, before anybody knows whose they are.

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime};

use super::line::{Line, Text};
use super::reply::{Received, ReplyAnswer};

/// What a file says, or a row of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Incoming {
    /// The file, as the user named it.
    pub file: String,
    /// The line in it, from 1, if it is a table.
    pub line: Option<u64>,
    /// Who sent the mail, with name and address.
    pub sender: Option<Line>,
    /// What it says.
    pub content: Content,
}

/// What a file says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// A calendar program answered.
    Calendar(CalendarReply),
    /// A row of a table that somebody kept.
    Row(Row),
    /// A row without an answer.
    Unanswered,
    /// A mail of words.
    Words(Words),
    /// A program wrote it, nobody else.
    Automatic(Words),
    /// A mail server tells what became of a mail.
    Report(Report),
    /// It cannot be understood.
    Faulty(Fault),
}

/// The answer of a calendar program (RFC 5546, 3.2.3).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarReply {
    /// What it does: `REPLY`, or another method that is no answer.
    pub method: String,
    /// The addresses that the mail comes from; none for a calendar without a mail.
    pub from: Option<Vec<String>>,
    /// What those who sent the mail are called in it.
    pub called: Vec<String>,
    /// The mails that it answers, without angle brackets.
    pub answers: Vec<String>,
    /// The name of the entry that it answers.
    pub uid: String,
    /// The addresses of those who answer, each with the address that acts for them and the word
    /// for what they do (RFC 5545, 3.2.12), in capitals. There should be one.
    pub attendees: Vec<Attendee>,
    /// The revision that is answered.
    pub sequence: u32,
    /// When the answered entry begins.
    pub start: Option<Beginning>,
    /// How many come along, as some programs ask.
    pub guests: Option<u32>,
    /// When it was written.
    pub stamp: Option<DateTime<FixedOffset>>,
    /// Whether it is about one occurrence of several.
    pub is_partial: bool,
    /// Words that came with it.
    pub comment: Option<Text>,
    /// How the mail around it begins, in one line.
    pub excerpt: Option<Line>,
    /// What whoever sent it wrote beside it.
    pub beside: Option<Beside>,
}

/// What somebody wrote beside the answer of their calendar program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Beside {
    /// The words.
    pub words: Text,
    /// The answer that they hold, if any is recognised.
    pub says: Option<ReplyAnswer>,
    /// Whether they seem to send somebody else.
    pub sends: bool,
}

/// When an entry begins, as far as an answer to it tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Beginning {
    /// On a day; at which time, it does not say for certain.
    Day(NaiveDate),
    /// At a time, on the clocks of the network.
    At(NaiveDateTime),
}

impl Beginning {
    /// The day.
    pub fn day(self) -> NaiveDate {
        match self {
            Self::Day(day) => day,
            Self::At(time) => time.date(),
        }
    }
}

/// Somebody whom a calendar program answers for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attendee {
    /// The address.
    pub address: String,
    /// What they are called there.
    pub name: Option<String>,
    /// Who answered on their behalf.
    pub sent_by: Option<String>,
    /// The addresses of those whom they send instead (RFC 5546, 3.2.2.3).
    pub delegated_to: Vec<String>,
    /// The addresses of those who send them.
    pub delegated_from: Vec<String>,
    /// What they do, in capitals: `ACCEPTED`, `DECLINED` …
    pub status: String,
}

/// A row of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Whom it is about: a key or a name.
    pub name: Option<Line>,
    /// Their address.
    pub mail: Option<Line>,
    /// The answer.
    pub answer: Cell<ReplyAnswer>,
    /// Who comes along.
    pub company: Cell<Company>,
    /// Who comes instead.
    pub substitute: Cell<Option<Line>>,
    /// The day of the meeting that is answered, if the table tells.
    pub day: Cell<Option<NaiveDate>>,
    /// When it came.
    pub received: Cell<Option<Received>>,
    /// Words beside it.
    pub note: Option<Text>,
}

/// Who comes along with somebody.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Company {
    /// Those who are named.
    pub with: Vec<Line>,
    /// How many more.
    pub unnamed: u32,
}

/// A cell of a table: what it means, or what stands there if nobody can say.
pub type Cell<T> = Result<T, String>;

/// A mail of words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    /// The addresses that it comes from.
    pub from: Vec<String>,
    /// What those who sent it are called.
    pub called: Vec<String>,
    /// The mails that it answers, without angle brackets.
    pub answers: Vec<String>,
    /// When it was written.
    pub date: Option<DateTime<FixedOffset>>,
    /// How it begins, in one line.
    pub excerpt: Option<Line>,
    /// What is attached to it, by name, where it holds no words; none where it does.
    pub only_attached: Option<Vec<String>>,
}

/// What a mail server tells (RFC 3464).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// The recipients it is about.
    pub recipients: Vec<Delivery>,
    /// The names of the mails that it is about, without angle brackets.
    pub of: Vec<String>,
    /// Its words with what it quotes, in one line.
    pub text: String,
    /// When it was written.
    pub date: Option<DateTime<FixedOffset>>,
}

/// What became of a mail to one recipient.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delivery {
    /// The recipient's address.
    pub address: Line,
    /// `failed`, `delayed`, `delivered` … (RFC 3464, 2.3.3), in small letters.
    pub action: String,
    /// The address that the mail was sent to, if it was handed on from there.
    pub original: Option<Line>,
    /// The status code (RFC 3463), such as `5.1.1`.
    pub status: Option<Line>,
    /// What the server said that did not take it.
    pub diagnostic: Option<Line>,
}

/// Why a file cannot be understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The system refused; its words.
    Refused(String),
    /// It is no file, but a pipe or the like.
    NotAFile,
    /// It is larger than allowed: its size and the limit in mebibytes.
    TooLarge(u64, u64),
    /// It is no mail.
    NoMail,
    /// It is no calendar, or one that breaks off.
    NoCalendar,
    /// A calendar without any meeting in it.
    NoEvent,
    /// A table without a column for the answer or for whom it is from; the headings that are there.
    NoColumns(Vec<String>),
    /// A table with more rows than are read, which are so many.
    ManyRows(usize),
    /// A line of a table that is broken.
    BrokenRow,
    /// A quotation mark that opens in this line and is never closed, so that nobody can tell the rows
    /// below from it.
    OpenQuote,
    /// A cell that goes over several lines, of which one looks like a row of its own.
    SwallowedRow,
    /// A row with fewer columns than the headings, so that no answer is left.
    ShortRow,
    /// A row with more columns than the headings.
    LongRow,
    /// A row without an answer that names who comes along or instead.
    NoAnswer,
    /// A heading that stands there twice.
    DoubledColumn(String),
    /// Columns with words that mean nothing here.
    UnreadColumns(Vec<String>),
}
