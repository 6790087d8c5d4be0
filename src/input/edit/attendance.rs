//! Who was at a meeting is written into `replies/<meeting>.toml`, and which towns into its own file.

use super::operation::{Entry, Key, Operation, State, apply};
use super::outline::{Outline, Section};
use super::{quoted, refuse_lists};
use crate::diagnostic::Diagnostic;
use crate::domain::attendance::Presence;
use crate::source::{FileId, Origin};
use crate::text::Vocabulary as _;

const ATTENDANCE: &str = "attendance";
const PRESENCE: &str = "presence";

/// The keys of an entry above its presence, the last one first.
const ABOVE: [&str; 5] = [PRESENCE, "organisation", "city", "name", "person"];

/// What becomes of an entry.
#[derive(Clone, Debug)]
pub enum AttendanceEdit<'a> {
    /// One that comes: keys with their words.
    Add(Vec<(&'static str, &'a str)>, Presence),
    /// One that is there says this of whether somebody was there.
    Set(Origin, Presence),
    /// One goes.
    Remove(Origin),
}

/// Writes who was there into `text`; the file may be new and hold nothing yet.
///
/// # Errors
/// If the file has `attendance = […]` instead of entries of their own.
pub fn set_attendance(
    file: Option<FileId>,
    text: &str,
    edits: &[AttendanceEdit<'_>],
) -> Result<String, Diagnostic> {
    if let Some(file) = file {
        refuse_lists(file, text, &[ATTENDANCE])?;
    }
    let outline = Outline::new(text);
    let number = |origin: &Origin| outline.number(ATTENDANCE, origin.range().start);
    let (mut operations, mut removed, mut added) = (Vec::new(), Vec::new(), Vec::new());
    for edit in edits {
        match edit {
            AttendanceEdit::Set(origin, presence) => {
                operations.extend(number(origin).map(|at| restated(&outline, at, *presence)));
            }
            AttendanceEdit::Remove(origin) => removed.extend(number(origin)),
            AttendanceEdit::Add(keys, presence) => added.push((keys, *presence)),
        }
    }
    // The last one goes first, so that the others keep their numbers.
    removed.sort_unstable();
    let entry = |at: &usize| Operation::Remove(Entry::found(&outline, ATTENDANCE, *at));
    operations.extend(removed.iter().rev().map(entry));
    let left = outline.count(ATTENDANCE) - removed.len();
    operations.extend(added.into_iter().enumerate().map(|(at, (keys, presence))| {
        let keys = keys.iter().map(|(key, words)| (*key, quoted(words)));
        let presence = written(presence).map(|words| (PRESENCE, words));
        let keys: Vec<(&str, String)> = keys.chain(presence).collect();
        Operation::Add(Entry::new(ATTENDANCE, left + at, &keys))
    }));
    Ok(apply(text, &operations).text)
}

/// That somebody was there goes without saying.
fn written(presence: Presence) -> Option<String> {
    (presence != Presence::default()).then(|| quoted(presence.word()))
}

fn restated(outline: &Outline<'_>, number: usize, presence: Presence) -> Operation {
    let section = Section::Entry(ATTENDANCE, number);
    let before = outline.value(section, PRESENCE).map(str::to_owned);
    let before = before.map_or(State::Absent, State::Written);
    let after = written(presence).map_or(State::Absent, State::Written);
    Operation::Key(Key { section, name: PRESENCE, before, after, below: &ABOVE })
}

/// Writes a list of towns into the file of a meeting; without any the key goes.
pub fn set_towns(text: &str, key: &'static str, towns: &[&str]) -> Option<String> {
    let ids: Vec<String> = towns.iter().map(|id| quoted(id)).collect();
    let spot = super::Spot { path: &[], key };
    if towns.is_empty() && !super::has_key(text, spot) {
        return Some(text.to_owned());
    }
    let list = format!("[{}]", ids.join(", "));
    super::set(text, spot, (!towns.is_empty()).then_some(list.as_str()))
}

#[cfg(test)]
mod tests {
    use super::{AttendanceEdit, set_attendance};
    use crate::domain::attendance::Presence;
    use crate::source::{Origin, SourceFile, Sources};

    #[test]
    fn entries_come_change_and_go_and_all_else_stays() {
        let text = "# Wer kam\n[[reply]]\nperson = \"a\"\nanswer = \"yes\"\n\n[[attendance]]\nperson = \"a\" # pünktlich\n\n\
                    [[attendance]]\nname = \"Bo Hill\"\npresence = \"excused\"\n\n[[attendance]]\nperson = \"c\"\n";
        let file = Sources::default().add(SourceFile { path: String::new(), text: String::new() });
        let at = |words: &str| {
            let start = text.find(words).map(|at| text[..at].rfind("[[").unwrap()).unwrap();
            Origin::new(file, start..start + 14)
        };
        let edits = [
            AttendanceEdit::Set(at("\"a\" # "), Presence::Absent),
            AttendanceEdit::Set(at("Bo Hill"), Presence::There),
            AttendanceEdit::Remove(at("\"c\"")),
            AttendanceEdit::Add(vec![("name", "Zoë"), ("city", "ulm")], Presence::There),
        ];
        let after = set_attendance(Some(file), text, &edits).unwrap();
        let expected = "# Wer kam\n[[reply]]\nperson = \"a\"\nanswer = \"yes\"\n\n[[attendance]]\nperson = \"a\" # pünktlich\n\
                        presence = \"absent\"\n\n[[attendance]]\nname = \"Bo Hill\"\n\n[[attendance]]\nname = \"Zoë\"\ncity = \"ulm\"\n";
        assert_eq!(after, expected);
        assert!(set_attendance(Some(file), "attendance = [{ person = \"a\" }]", &[]).is_err());
    }
}
