//! Lines of files with somebody's name, address or key that belong to no purpose of their own.

use std::collections::BTreeSet;

use serde::Serialize;

use super::programme::{PartInMeeting, PartKind};
use super::sought::Sought;
use crate::plan::post::data_subject::Subject;
use crate::source::{Located, Sources};
use crate::view::finding::{FilePlace, place};

/// A line that tells of somebody.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Mention {
    /// The line.
    pub line: String,
    /// Whether it holds the family name alone, which may be anybody's.
    pub surname_only: bool,
    /// Where it stands.
    pub place: FilePlace,
}

/// Lines that are told already: file and number.
#[derive(Debug, Default)]
pub(super) struct Seen(BTreeSet<(String, usize)>);

impl Seen {
    /// The lines at `places`.
    pub(super) fn lines<'p>(&mut self, places: impl Iterator<Item = &'p FilePlace>) {
        self.0.extend(places.map(|place| (place.file.clone(), place.line)));
    }

    /// The entries that begin at `places`, up to the next head; of one in a line, that line.
    pub(super) fn entries<'p>(
        &mut self,
        places: impl Iterator<Item = &'p FilePlace>,
        sources: &Sources,
    ) {
        for place in places {
            let is_head = |line: &str| line.trim_start().starts_with('[');
            let is_of_lines = line(place, sources).is_some_and(is_head);
            self.until(place, sources, |line| !is_of_lines || line.starts_with('['));
        }
    }

    /// The parts in meetings: a version to its end, else the line that names them.
    pub(super) fn parts(&mut self, parts: &[PartInMeeting], sources: &Sources) {
        for PartInMeeting { place, version, way, .. } in parts {
            match (version, way) {
                (Some(_), _) => self.until(place, sources, |line| line.starts_with("[[release]]")),
                // Their places are heads, and the line with the name is still to be found.
                (None, PartKind::Organiser | PartKind::ContactPoint | PartKind::Responsible) => {}
                (None, _) => self.lines([place].into_iter()),
            }
        }
    }

    fn until(&mut self, place: &FilePlace, sources: &Sources, is_next: impl Fn(&str) -> bool) {
        let Some((_, file)) = sources.find(&place.file) else { return };
        let rest = file.text.lines().skip(place.line).take_while(|line| !is_next(line));
        let last = place.line + rest.count();
        self.0.extend((place.line..=last).map(|line| (place.file.clone(), line)));
    }
}

/// The line at `place`.
fn line<'s>(place: &FilePlace, sources: &'s Sources) -> Option<&'s str> {
    let (_, file) = sources.find(&place.file)?;
    file.text.lines().nth(place.line.checked_sub(1)?)
}

/// All lines that tell of `subject` and are not among `seen`; and words that do so though no line does,
/// such as a name with escaped letters or one that goes over two lines.
pub(super) fn mentions(subject: &Subject, seen: &Seen, sought: Sought<'_>) -> Vec<Mention> {
    let mut mentions = Vec::new();
    let all = [sought.sources, sought.outbox_sources, sought.other_sources];
    let all = all.into_iter().zip(sought.words);
    let is_told = |line: &str| subject.is_told_in(line) || subject.may_be_meant_in(line);
    for (sources, id, file, words) in
        all.flat_map(|(all, words)| all.iter().map(move |(id, file)| (all, id, file, words)))
    {
        let is_new = |line: usize| !seen.0.contains(&(file.path.clone(), line));
        let lines = (1..).zip(file.text.lines());
        let told = lines.filter(|(number, line)| is_told(line) && is_new(*number));
        mentions.extend(told.map(|(number, line)| {
            let column = 1 + line.len() - line.trim_start().len();
            let place = FilePlace { file: file.path.clone(), line: number, column };
            let surname_only = !subject.is_told_in(line);
            Mention { line: line.trim().to_owned(), surname_only, place }
        }));
        for Located { value, origin } in words.iter().filter(|words| words.origin.file == id) {
            let place = place(*origin, sources);
            let mut lines = file.text[origin.start as usize..origin.end as usize].lines();
            let line = value.split_whitespace().collect::<Vec<_>>().join(" ");
            let is_hidden = is_told(&line) && !lines.any(is_told);
            if is_hidden && is_new(place.line) {
                let surname_only = !subject.is_told_in(&line);
                mentions.push(Mention { line, surname_only, place });
            }
        }
    }
    mentions
}
