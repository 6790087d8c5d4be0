//! Replies as they come in: mails, calendars and tables become what they say.
//!
//! Whatever stands in a file comes from somebody else: nothing of it is trusted, nothing in it stops
//! the other files, and every word that is kept is freed of control characters.

use crate::domain::incoming::{Content, Fault, Incoming};
use crate::domain::line::{Line, Text};
use crate::domain::time::TimeZone;
use crate::source::{RawFile, ReadFault};

mod calendar;
mod cell;
mod mail;
mod report;
mod table;

/// The most characters of foreign words that are kept: nobody answers an invitation at more length,
/// and what is longer still stands in the mail.
const LONGEST: usize = 1000;

/// The most characters of a foreign name or address: no address is longer (RFC 5321, 4.5.3.1).
const LONGEST_NAME: usize = 254;

/// What a file of replies is, by its ending.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReplyFile {
    /// A mail (RFC 5322).
    Mail,
    /// A calendar (RFC 5545).
    Calendar,
    /// A table.
    Table,
}

impl ReplyFile {
    /// What the file of that name is; none if it holds no replies.
    pub fn named(name: &str) -> Option<Self> {
        let (_, ending) = name.rsplit_once('.')?;
        [("eml", Self::Mail), ("ics", Self::Calendar), ("csv", Self::Table)]
            .into_iter()
            .find_map(|(known, kind)| ending.eq_ignore_ascii_case(known).then_some(kind))
    }
}

/// What a file says: one thing for a mail, one for each event of a calendar, one for each row of a
/// table. Days and times without an offset are those of `zone`.
pub fn read_replies(kind: ReplyFile, file: RawFile, zone: &TimeZone) -> Vec<Incoming> {
    let path = line(&file.path).map(|path| path.to_string()).unwrap_or_default();
    let faulty = |fault| {
        vec![Incoming {
            file: path.clone(),
            line: None,
            sender: None,
            content: Content::Faulty(fault),
        }]
    };
    let bytes = match file.content {
        Ok(bytes) => bytes,
        Err(fault) => {
            return faulty(match fault {
                ReadFault::Refused(words) => Fault::Refused(words),
                ReadFault::NotAFile | ReadFault::NotAFolder => Fault::NotAFile,
                ReadFault::TooLarge { mebibytes, most } => Fault::TooLarge(mebibytes, most),
            });
        }
    };
    let read = match kind {
        ReplyFile::Mail => mail::read(&bytes, zone),
        ReplyFile::Calendar => calendar::read(&cell::decoded(&bytes), zone).map(|replies| {
            replies.into_iter().map(|reply| (None, Content::Calendar(reply))).collect()
        }),
        ReplyFile::Table => {
            let rows = table::read(&cell::decoded(&bytes), zone);
            return match rows {
                Ok(rows) => rows
                    .into_iter()
                    .map(|(line, content)| Incoming {
                        file: path.clone(),
                        line: Some(line),
                        sender: None,
                        content,
                    })
                    .collect(),
                Err(fault) => faulty(fault),
            };
        }
    };
    match read {
        Ok(contents) => contents
            .into_iter()
            .map(|(sender, content)| Incoming { file: path.clone(), line: None, sender, content })
            .collect(),
        Err(fault) => faulty(fault),
    }
}

/// Foreign words in one line, however they were written; none if nothing is left of them.
fn line(words: &str) -> Option<Line> {
    let clean: String = words.chars().map(|c| if harmless(c) { c } else { ' ' }).collect();
    let words: Vec<&str> = clean.split_whitespace().collect();
    Line::new(&cut(&words.join(" "))).ok()
}

/// A foreign name or address: one short line, for it is shown in the middle of sentences.
fn short(words: &str) -> String {
    let line = line(words).map(|line| line.to_string()).unwrap_or_default();
    match line.char_indices().nth(LONGEST_NAME) {
        Some((at, _)) => format!("{}…", line[..at].trim_end()),
        None => line,
    }
}

/// Foreign words in several lines.
fn text(words: &str) -> Option<Text> {
    let keep = |c: char| if harmless(c) || c == '\n' { c } else { ' ' };
    let clean: String = words.replace("\r\n", "\n").chars().map(keep).collect();
    let lines: Vec<&str> = clean.lines().map(str::trim_end).collect();
    Text::new(&cut(lines.join("\n").trim())).ok()
}

/// Whether a character stays what it is in a [`Line`].
fn harmless(character: char) -> bool {
    Line::new(&format!("a{character}a")).is_ok()
}

fn cut(words: &str) -> String {
    match words.char_indices().nth(LONGEST) {
        Some((at, _)) => format!("{}…", words[..at].trim_end()),
        None => words.to_owned(),
    }
}

#[cfg(test)]
mod tests;
