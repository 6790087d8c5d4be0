//! What an entry of the journal says: one line each, in words that a person can read.

use std::fs;
use std::io;
use std::path::{Component, Path};
use std::time::UNIX_EPOCH;

use super::super::files::{exists, read_own, read_own_whole};
use super::super::under_way::UNDER_WAY;
use super::sum::Sum;

/// The file in the folder of a change that says what it is.
pub(super) const ENTRY: &str = "entry";

/// The first line of every entry.
const HEAD: &str = "erfa-change 1";

/// A change of several files, as the journal tells of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// The command that made it.
    pub command: String,
    /// When, as RFC 3339 writes it.
    pub at: String,
    /// The machine it was made on.
    pub host: String,
    /// The folder of the journal that it was written into, as [`folder_mark`] tells it from any other.
    pub folder: String,
    /// Whether it can be taken back.
    pub is_undoable: bool,
    /// Whether it only writes answers that can be given again: nothing of it is kept.
    pub is_of_answers: bool,
    /// The number of the change that it takes back.
    pub undoes: Option<u64>,
    /// What it is about, in the order in which it happens.
    pub steps: Vec<Step>,
    /// By what the contents of its files are known again, by the names that they have in its folder; entries
    /// of before that was kept have none.
    pub sums: Vec<(String, Sum)>,
}

/// What happens to one file or folder, by its path below the workspace with `/` between the parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// A file gets new contents.
    Changed(String),
    /// A file is made, for everybody or for its owner alone.
    Made(String, Rights),
    /// A file goes.
    Removed(String),
    /// A folder is made, and goes with what was made in it.
    MadeFolder(String),
    /// A folder that was built under the second path gets its place.
    Placed(String, String),
    /// A folder goes with all that is in it.
    RemovedFolder(String),
}

/// Who may look into a new file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rights {
    /// Whoever the user's mask lets in.
    Shared,
    /// Its owner, and a group that its folder is meant for.
    OfFolder,
}

impl Rights {
    /// What a folder that is made for such a file may be to anybody, before the user's mask.
    pub(super) fn of_new_folder(self) -> u32 {
        match self {
            Self::Shared => 0o777,
            Self::OfFolder => 0o700,
        }
    }
}

impl Step {
    /// Its path below the workspace.
    pub fn path(&self) -> &str {
        match self {
            Self::Changed(path)
            | Self::Made(path, _)
            | Self::Removed(path)
            | Self::MadeFolder(path)
            | Self::Placed(path, _)
            | Self::RemovedFolder(path) => path,
        }
    }

    /// Whether it is about a file, and not a folder.
    pub fn is_of_file(&self) -> bool {
        match self {
            Self::Changed(_) | Self::Made(..) | Self::Removed(_) => true,
            Self::MadeFolder(_) | Self::Placed(..) | Self::RemovedFolder(_) => false,
        }
    }

    /// Whether there is all that it takes to make it again, and to undo it: a file that goes whatever it
    /// held has left nothing behind.
    pub fn is_whole(&self, [before, after]: &[Option<Vec<u8>>; 2]) -> bool {
        match self {
            Self::Changed(_) => before.is_some() && after.is_some(),
            Self::Made(..) => after.is_some(),
            Self::Removed(_) | Self::MadeFolder(_) | Self::Placed(..) | Self::RemovedFolder(_) => {
                true
            }
        }
    }

    /// Whether there is all that it takes to take it back.
    pub fn can_go_back(&self, contents: &[Option<Vec<u8>>; 2]) -> bool {
        let goes = matches!(self, Self::Removed(_));
        self.is_whole(contents) && (!goes || contents[0].is_some())
    }

    fn line(&self) -> String {
        match self {
            Self::Changed(path) => format!("changed {}", escaped(path)),
            Self::Made(path, Rights::Shared) => format!("made {}", escaped(path)),
            Self::Made(path, Rights::OfFolder) => format!("made-private {}", escaped(path)),
            Self::Removed(path) => format!("removed {}", escaped(path)),
            Self::MadeFolder(path) => format!("made-folder {}", escaped(path)),
            Self::Placed(path, from) => format!("placed {}\t{}", escaped(path), escaped(from)),
            Self::RemovedFolder(path) => format!("removed-folder {}", escaped(path)),
        }
    }

    fn parse(word: &str, rest: &str) -> Option<Self> {
        let path = || plain(&unescaped(rest));
        Some(match word {
            "changed" => Self::Changed(path()?),
            "made" => Self::Made(path()?, Rights::Shared),
            "made-private" => Self::Made(path()?, Rights::OfFolder),
            "removed" => Self::Removed(path()?),
            "made-folder" => Self::MadeFolder(path()?),
            "placed" => {
                let (path, from) = rest.split_once('\t')?;
                Self::Placed(plain(&unescaped(path))?, under_way(&unescaped(from))?)
            }
            "removed-folder" => Self::RemovedFolder(path()?),
            _ => return None,
        })
    }
}

impl Entry {
    /// Its text.
    pub(super) fn text(&self) -> String {
        let can = if self.is_undoable { "yes" } else { "no" };
        let mut text = format!(
            "{HEAD}\ncommand {}\nat {}\nhost {}\nfolder {}\nundo {can}\n",
            escaped(&self.command),
            escaped(&self.at),
            escaped(&self.host),
            escaped(&self.folder)
        );
        if self.is_of_answers {
            text.push_str("keep no\n");
        }
        text.extend(self.undoes.map(|number| format!("undoes {number}\n")));
        text.extend(self.steps.iter().map(|step| format!("{}\n", step.line())));
        text.extend(self.sums.iter().map(|(name, sum)| format!("sum {name} {}\n", sum.words())));
        text + "end\n"
    }

    /// What is kept of a change that cannot be taken back: names of files that are gone can be those of
    /// people.
    pub(super) fn without_removals(&self) -> Self {
        let is_there = |step: &&Step| !matches!(step, Step::Removed(_) | Step::RemovedFolder(_));
        let steps = self.steps.iter().filter(is_there).cloned().collect();
        // Nothing of what it held is kept.
        Self { steps, sums: Vec::new(), ..self.clone() }
    }

    /// Whether `contents` are those of the step, as far as that was kept.
    pub(super) fn fits(&self, step: usize, contents: &[Option<Vec<u8>>; 2]) -> bool {
        let names = [before(step), after(step)];
        names.iter().zip(contents).all(|(name, content)| {
            let mut own = self.sums.iter().filter(|(known, _)| known == name);
            own.all(|(_, sum)| content.as_ref().is_some_and(|it| Sum::of(it) == *sum))
        })
    }

    /// Reads its text; none if it is none, is cut off, or names anything that is not in the workspace.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let mut lines = text.strip_suffix("end\n")?.lines();
        let mut entry = Self::default();
        if lines.next() != Some(HEAD) {
            return None;
        }
        for line in lines {
            let (word, rest) = line.split_once(' ')?;
            match word {
                "command" => entry.command = unescaped(rest),
                "at" => entry.at = unescaped(rest),
                "host" => entry.host = unescaped(rest),
                "folder" => entry.folder = unescaped(rest),
                "undo" => entry.is_undoable = rest == "yes",
                "keep" => entry.is_of_answers = rest == "no",
                "undoes" => entry.undoes = Some(rest.parse().ok()?),
                "sum" => {
                    let (name, sum) = rest.split_once(' ')?;
                    entry.sums.push((name.to_owned(), Sum::parse(sum)?));
                }
                _ => entry.steps.push(Step::parse(word, rest)?),
            }
        }
        Some(entry)
    }
}

/// Where the old content of a step stands in the folder of its change.
pub(super) fn before(step: usize) -> String {
    format!("{step}.before")
}

/// Where the new one does.
pub(super) fn after(step: usize) -> String {
    format!("{step}.after")
}

/// What the entry in the folder of a change says; none if it makes no sense.
pub(super) fn entry_in(folder: &Path) -> Option<Entry> {
    Entry::parse(&String::from_utf8(read_own(&folder.join(ENTRY)).ok()?).ok()?)
}

/// An entry with the contents of each of its steps, before and after.
pub(super) type Sound = (Entry, Vec<[Option<Vec<u8>>; 2]>);

/// What the entry in the folder of an open change says, with all contents; none if it makes no sense, or if
/// a content is missing or damaged.
pub(super) fn sound_in(folder: &Path) -> Option<Sound> {
    let entry = entry_in(folder)?;
    let mut all = Vec::new();
    for (number, step) in entry.steps.iter().enumerate() {
        let contents = contents_in(folder, number).ok()?;
        if !step.is_whole(&contents) || !entry.fits(number, &contents) {
            return None;
        }
        all.push(contents);
    }
    Some((entry, all))
}

/// What the file of a step held before its change, and holds after it, as the folder of the change
/// has them; no link stands for either.
pub(super) fn contents_in(folder: &Path, step: usize) -> io::Result<[Option<Vec<u8>>; 2]> {
    let content = |name: String| {
        let path = folder.join(name);
        exists(&path).then(|| read_own_whole(&path)).transpose()
    };
    Ok([content(before(step))?, content(after(step))?])
}

/// What tells the folder at `path` from any copy of it: nobody who packs or copies a folder can say
/// which number the file system will give it, and when.
pub(super) fn folder_mark(path: &Path) -> io::Result<String> {
    let metadata = fs::symlink_metadata(path)?;
    #[cfg(unix)]
    let number = std::os::unix::fs::MetadataExt::ino(&metadata);
    #[cfg(not(unix))]
    let number = 0;
    // Some file systems do not know it.
    let born = metadata.created().ok().and_then(|born| born.duration_since(UNIX_EPOCH).ok());
    Ok(format!("{number}-{}", born.unwrap_or_default().as_nanos()))
}

/// A path that stays below the folder it is joined to, and names nothing that is hidden there, such as
/// the journal itself or that of a version control.
fn plain(path: &str) -> Option<String> {
    let stays = |part: Component<'_>| match part {
        Component::Normal(part) => !part.to_string_lossy().starts_with('.'),
        Component::Prefix(_) | Component::RootDir | Component::CurDir | Component::ParentDir => {
            false
        }
    };
    let is_plain = !path.is_empty() && Path::new(path).components().all(stays);
    is_plain.then(|| path.to_owned())
}

/// The path of what a run built beside its place.
fn under_way(path: &str) -> Option<String> {
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
    let is_meant = name.starts_with(UNDER_WAY) && (folder.is_empty() || plain(folder).is_some());
    is_meant.then(|| path.to_owned())
}

/// Words without line ends and tabs.
fn escaped(words: &str) -> String {
    words.replace('\\', "\\\\").replace('\n', "\\n").replace('\r', "\\r").replace('\t', "\\t")
}

fn unescaped(words: &str) -> String {
    let mut plain = String::new();
    let mut characters = words.chars();
    while let Some(character) = characters.next() {
        let meant = if character == '\\' { characters.next() } else { None };
        plain.push(match meant {
            Some('n') => '\n',
            Some('r') => '\r',
            Some('t') => '\t',
            Some(other) => other,
            None => character,
        });
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::super::sum::Sum;
    use super::{Entry, Rights, Step};

    #[test]
    fn entries_are_read_as_they_were_written() {
        let entry = Entry {
            command: "outbox make".to_owned(),
            at: "2026-11-22T12:00:00+01:00".to_owned(),
            host: "amt\\7".to_owned(),
            folder: "12-34".to_owned(),
            is_undoable: true,
            is_of_answers: true,
            undoes: Some(7),
            steps: vec![
                Step::Changed("a\tb\nc\\n.toml".to_owned()),
                Step::Made("meetings/ä b.toml".to_owned(), Rights::Shared),
                Step::Made("replies/a.toml".to_owned(), Rights::OfFolder),
                Step::Removed("replies/b.toml".to_owned()),
                Step::MadeFolder("meetings".to_owned()),
                Step::Placed("outbox/a/1-b".to_owned(), "outbox/a/.erfa-1".to_owned()),
                Step::RemovedFolder("outbox/a/2-b".to_owned()),
            ],
            sums: vec![
                ("0.before".to_owned(), Sum::of(b"a")),
                ("0.after".to_owned(), Sum::of(b"")),
            ],
        };
        let text = entry.text();
        assert_eq!(Entry::parse(&text), Some(entry));
        for (cut, _) in text.char_indices() {
            assert_eq!(Entry::parse(&text[..cut]), None, "{}", &text[..cut]);
        }
    }

    #[test]
    fn nothing_outside_the_workspace_is_ever_meant() {
        for path in ["../a", "/a", "a/../../b", ".", "", "a/./../b", ".erfa/lock", "a/.git/config"]
        {
            for step in [format!("removed {path}"), format!("placed a\t{path}")] {
                let text = format!("erfa-change 1\n{step}\nend\n");
                assert_eq!(Entry::parse(&text), None, "{step}");
            }
        }
        assert_eq!(Entry::parse("erfa-change 1\nplaced a/.erfa-1\ta/.erfa-1\nend\n"), None);
    }
}
