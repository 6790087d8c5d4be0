//! A ledger or record that is as we write it, line by line. Of anything else nothing comes: whoever
//! wants to say what is wrong reads it whole.

use std::io::BufRead;
use std::mem;

use super::run;
use crate::domain::outbox::{Message, Run, RunName};
use crate::input::decode;
use crate::input::fields::{Fields, Findings};
use crate::source::{FileId, Origin};

/// The line with which the entry of a mail begins.
const ENTRY: &str = "[[message]]\n";

/// The lines of a file, as long as each is text with its end.
pub(super) struct Lines<'f> {
    from: Box<dyn BufRead + 'f>,
    line: Vec<u8>,
    length: usize,
    is_sound: bool,
}

impl<'f> Lines<'f> {
    pub(super) fn new(from: Box<dyn BufRead + 'f>) -> Self {
        Self { from, line: Vec::new(), length: 0, is_sound: true }
    }

    /// The next line with its end; none at the end of the file, and where it is not as we write it.
    pub(super) fn next(&mut self) -> Option<&str> {
        self.line.clear();
        let taken = self.from.read_until(b'\n', &mut self.line).ok();
        if taken == Some(0) {
            return None;
        }
        self.length += self.line.len();
        let line = str::from_utf8(&self.line).ok();
        let line = line.filter(|line| line.ends_with('\n') && !line.contains(['\r', '\u{feff}']));
        self.is_sound &= taken.is_some() && line.is_some();
        line
    }

    /// How many bytes were read.
    pub(super) fn length(&self) -> usize {
        self.length
    }

    /// Whether everything was as we write it, up to the end.
    pub(super) fn is_sound(&self) -> bool {
        self.is_sound
    }
}

/// The run `name` of which `lines` of `file` are the record, if nothing is to be said about it.
pub(super) fn run(lines: &mut Lines<'_>, file: FileId, name: &RunName) -> Option<Run> {
    let mut run = None;
    let (mut part, mut start) = (String::new(), 0);
    loop {
        let before = lines.length();
        let line = lines.next();
        if let Some(line) = line.filter(|line| *line != ENTRY) {
            // Anything else than plain keys and values could reach over more than one entry.
            let is_plain = !line.starts_with([' ', '\t', '[']);
            if !is_plain || line.contains("\"\"\"") || line.contains("'''") {
                return None;
            }
            part.push_str(line);
            continue;
        }
        let is_end = line.is_none();
        let whole = mem::replace(&mut part, ENTRY.to_owned());
        match &mut run {
            None => run = Some(head(&whole, file, name)?),
            Some(run) => run.messages.push(entry(&whole, start, file)?),
        }
        if is_end {
            return run.filter(|_| lines.is_sound());
        }
        start = before;
    }
}

/// The run as far as it is told before its mails.
fn head(text: &str, file: FileId, name: &RunName) -> Option<Run> {
    let read = |fields: &Fields<'_>| {
        if fields.has("message") { None } else { run::read(fields, name.clone()) }
    };
    match sound(text, file, read)? {
        run::Record::Run(run) => Some(run),
        run::Record::Purged(_) => None,
    }
}

/// The mail of which the entry begins at the byte `start`.
fn entry(text: &str, start: usize, file: FileId) -> Option<Message> {
    let read = |fields: &Fields<'_>| fields.tables("message").first().and_then(run::message);
    let mut message = sound(text, file, read)?;
    let range = message.origin.range();
    message.origin = Origin::new(file, start + range.start..start + range.end);
    Some(message)
}

/// What `read` makes of a text of which nothing is to be said.
fn sound<T>(text: &str, file: FileId, read: impl FnOnce(&Fields<'_>) -> Option<T>) -> Option<T> {
    let (table, syntax) = decode::table(file, text);
    let findings = Findings::default();
    let value = read(&Fields::of_file(file, &table, &findings));
    (syntax.is_sound() && findings.into_inner().is_empty()).then_some(value?)
}
