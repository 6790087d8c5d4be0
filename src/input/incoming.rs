//! Replies as they come in: mails, calendars and tables become what they say.
//!
//! Whatever stands in a file comes from somebody else: nothing of it is trusted, nothing in it stops
//! the other files, and every word that is kept is freed of control characters.

use crate::domain::incoming::{Content, Fault, Incoming};
use crate::domain::time::TimeZone;
use crate::source::{RawFile, ReadFault};

mod beside;
mod calendar;
mod cell;
mod company;
mod dos;
mod mail;
mod quotes;
mod report;
mod table;
mod topics;
mod words;

pub use cell::decoded;
pub(super) use quotes::{open_quote, swallows_a_row};
pub(super) use table::{DELIMITERS, Lines, MOST_ROWS, without_wish};
pub use topics::read_topic_answers;
pub(super) use words::{line, short, text};

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
                ReadFault::NotAFile | ReadFault::NotAFolder | ReadFault::UnfitName => {
                    Fault::NotAFile
                }
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

#[cfg(test)]
mod tests;
