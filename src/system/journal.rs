//! The journal of a workspace: several files change together or not at all, whatever happens
//! meanwhile, and what changed can be taken back.
//!
//! A change is written down first, with all old and new contents, and brought to the disk: `.erfa/open`.
//! Then the files are put in place, and `open` becomes one of the `.erfa/changes`. Who finds an `open`
//! while nobody has the lock finishes it. A change that failed is `.erfa/back` while its files go back.

use std::cell::RefCell;
use std::fs::{self, File};
use std::io::{self, ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use super::belongings::inherit;
use super::beside::{Beside, SHARED, folder_of, rights_in, sync_folder};
use super::files::exists;
use super::folder::{MadeFolders, NewFolder, missing};
use super::lock::Lock;
use super::under_way::{UnderWay, host, make_folder};

mod entry;
mod failure;
mod moment;
mod past;
mod place;
mod recovery;
mod sum;
mod taking;

use entry::{ENTRY, after, before, folder_mark};
pub use entry::{Entry, Rights, Step};
pub use failure::Failure;
pub use moment::Moment;
pub use past::Past;
pub use place::replace_file;
use place::{Placed, Ready};
pub use recovery::{Recovered, Unfinished, unfinished};
use sum::Sum;

/// The folder of the journal in a workspace.
pub const JOURNAL: &str = ".erfa";

/// What somebody else may do with the journal: nothing.
const PRIVATE: u32 = 0o700;

const LOCK: &str = "lock";
/// The change that is being made.
const OPEN: &str = "open";
/// The change that is being undone because it failed.
const BACK: &str = "back";
/// The changes that were made, by number.
const CHANGES: &str = "changes";
/// What was printed: beside the changes, for it is none.
pub(super) const PRINTS: &str = "prints";
const IGNORE: &str = ".gitignore";

/// What becomes of a file.
pub struct Replacement {
    /// Its path below the workspace.
    pub path: String,
    /// What it holds, as it was read; none if it is new, and for one that goes whatever it holds.
    pub before: Option<Vec<u8>>,
    /// What it is to hold; none if it goes.
    pub after: Option<Vec<u8>>,
    /// Who may look into it if it is new.
    pub rights: Rights,
    /// The file whose owner, rights and attributes it has if it is new, instead.
    pub like: Option<PathBuf>,
}

/// A change of several files and folders, which happen in this order.
pub struct Change {
    /// Which command makes it, and whether it can be taken back; its steps follow from the rest.
    pub entry: Entry,
    /// The files.
    pub files: Vec<Replacement>,
    /// A folder that was built, with its path below the workspace.
    pub folder: Option<(String, NewFolder)>,
    /// Folders that go with all that is in them.
    pub removed: Vec<String>,
}

/// What is not as it should be after a change was made.
#[derive(Debug, Default)]
pub struct Shortcomings {
    /// Folders that could not be brought to the disk.
    pub unsynced: Vec<PathBuf>,
    /// Files whose further names (hard links) still lead to the old contents.
    pub parted: Vec<PathBuf>,
    /// What still holds the contents that were to go for good; the next run removes it.
    pub left: Vec<PathBuf>,
}

/// A workspace that this run alone changes, until this is dropped.
#[derive(Debug)]
pub struct Journal {
    root: PathBuf,
    /// What was made for it: gone when dropped before anything was written.
    new: RefCell<Option<MadeFolders>>,
    lock: Lock,
}

/// Makes the `folder` of a journal that is still to come.
pub(super) fn begin(folder: &Path) -> io::Result<()> {
    make_folder(folder, PRIVATE)?;
    new_file(&folder.join(IGNORE), b"*\n")
}

/// Whether anything in the workspace at `root` was ever changed through a journal.
pub fn is_begun(root: &Path) -> bool {
    exists(&root.join(JOURNAL).join(LOCK))
}

/// Whether a change was made in the very workspace at `root`, and not in one of which this is a copy,
/// or that somebody packed: what it says is followed only then.
pub fn was_made_in(root: &Path, entry: &Entry) -> bool {
    folder_mark(&root.join(JOURNAL)).is_ok_and(|mark| mark == entry.folder)
}

/// Whether this machine made it, too: only then it can finish it.
pub fn is_own(root: &Path, entry: &Entry) -> bool {
    entry.host == host() && was_made_in(root, entry)
}

/// The sums of what a file held and is to hold, by the name of the journal's own copy.
fn sums(step: usize, file: &Replacement) -> impl Iterator<Item = (String, Sum)> {
    let contents = [(before(step), &file.before), (after(step), &file.after)];
    contents.into_iter().filter_map(|(name, content)| Some((name, Sum::of(content.as_ref()?))))
}

impl Journal {
    /// Whether nobody else can change the workspace meanwhile: some file systems know no locks.
    pub fn is_alone(&self) -> bool {
        self.lock.holds
    }

    /// Makes a change, all of it or nothing.
    ///
    /// # Errors
    /// Then everything is as it was.
    pub fn make(&self, change: Change) -> Result<Shortcomings, Failure> {
        let Change { mut entry, files, folder, removed } = change;
        let journal = self.folder();
        host().clone_into(&mut entry.host);
        entry.folder = folder_mark(&journal).map_err(|error| Failure::Io(journal, error))?;
        let written = files.iter().filter(|file| file.after.is_some());
        let parent = |file: &Replacement| folder_of(&self.root.join(&file.path)).to_owned();
        let parents: Vec<_> =
            written.map(|file| (parent(file), file.rights.of_new_folder())).collect();
        // Those of a folder that was built are older.
        let of_folder = folder.iter().flat_map(|(_, folder)| folder.made().to_vec());
        let missing = parents.iter().flat_map(|(parent, _)| missing(parent));
        for path in of_folder.chain(missing).filter_map(|path| self.below(&path)) {
            let made = Step::MadeFolder(path);
            if !entry.steps.contains(&made) {
                entry.steps.push(made);
            }
        }
        entry.steps.extend(files.iter().map(step));
        if let Some((path, folder)) = &folder {
            let from = self.below(folder.places()[1]).unwrap_or_default();
            entry.steps.push(Step::Placed(path.clone(), from));
        }
        entry.steps.extend(removed.iter().cloned().map(Step::RemovedFolder));
        let offset = entry.steps.iter().take_while(|it| matches!(it, Step::MadeFolder(_))).count();
        entry.sums =
            files.iter().enumerate().flat_map(|(at, file)| sums(at + offset, file)).collect();
        // Old contents first, as the journal keeps them; whatever can fail fails before `open` is there.
        let written = self.write_down(&entry, &files)?;
        let mut folders = MadeFolders::default();
        for (parent, mode) in parents {
            folders.make(&parent, mode).map_err(|error| Failure::Io(parent, error))?;
        }
        let mut ready = Vec::new();
        for file in files {
            ready.push(self.ready(file)?);
        }
        if let Some((path, folder)) = folder {
            let path = self.root.join(path);
            folder.sync().map_err(|error| Failure::Io(path, error))?;
            ready.push(Ready::Folder(folder));
        }
        ready.extend(removed.iter().map(|path| Ready::Removal(self.root.join(path), None)));
        self.begin(written)?;
        folders.keep();
        self.put(ready, &entry)
    }

    /// Puts everything in place, and marks the open change as made; or puts everything back.
    fn put(&self, ready: Vec<Ready>, entry: &Entry) -> Result<Shortcomings, Failure> {
        let journal = self.folder();
        let mut placed = Placed::new(&journal);
        let outcome = ready.into_iter().try_for_each(|ready| placed.put(ready));
        let mut unsynced = placed.sync();
        match outcome.and_then(|()| placed.compare()) {
            Ok(()) => {
                let open = self.folder().join(OPEN);
                let place = |path: &Path| {
                    let path = self.below(path).filter(|_| entry.is_undoable)?;
                    let is_meant = |step: &Step| step.is_of_file() && step.path() == path;
                    let number = entry.steps.iter().position(is_meant)?;
                    Some(open.join(before(number)))
                };
                let parted = placed.parted();
                let mut left = placed.stay(place);
                // Where it cannot be marked, the next run finds that it is done.
                if self.done(entry).is_err() {
                    if entry.is_undoable { &mut unsynced } else { &mut left }.push(self.folder());
                }
                if entry.is_undoable {
                    left.clear();
                }
                if !entry.is_of_answers
                    && let Some(mut made) = self.new.borrow_mut().take()
                {
                    made.keep();
                }
                Ok(Shortcomings { unsynced, parted, left })
            }
            Err(mut failure) => {
                let (open, back) = (self.folder().join(OPEN), self.folder().join(BACK));
                let _ = fs::rename(&open, &back).and_then(|()| sync_folder(&back));
                let went = placed.go_back();
                if let Failure::Changed(paths) = &mut failure {
                    // Whatever was saved meanwhile stays, wherever that was.
                    paths.extend(went.saved);
                    paths.sort();
                    paths.dedup();
                }
                if went.is_whole {
                    self.remove_made_folders(entry);
                    // Where that cannot be, the next run finds that everything went back.
                    let _ = self.forget(if exists(&back) { &back } else { &open });
                }
                Err(failure)
            }
        }
    }

    /// Writes an entry and the contents of its files into a private folder.
    fn write_down(&self, entry: &Entry, files: &[Replacement]) -> Result<UnderWay, Failure> {
        let folder = self.folder();
        let written = UnderWay::folder(&folder, PRIVATE);
        let written = written.map_err(|error| Failure::Io(folder.clone(), error))?;
        let offset = entry.steps.iter().take_while(|it| matches!(it, Step::MadeFolder(_))).count();
        let write = |name: String, content: &[u8]| {
            let path = written.path().join(name);
            new_file(&path, content).map_err(|error| Failure::Io(path.clone(), error))
        };
        for (number, file) in files.iter().enumerate() {
            let contents =
                [(before(number + offset), &file.before), (after(number + offset), &file.after)];
            for (name, content) in contents {
                content.as_ref().map_or(Ok(()), |content| write(name, content))?;
            }
            // Who may do what with it is remembered as far as this user can.
            if let Ok(metadata) = fs::metadata(self.root.join(&file.path)) {
                let copy = written.path().join(before(number + offset));
                let _ = fs::set_permissions(copy, metadata.permissions());
            }
        }
        write(ENTRY.to_owned(), entry.text().as_bytes())?;
        let _ = sync_folder(&written.path().join(ENTRY));
        Ok(written)
    }

    /// From here on the change is finished by whoever comes next.
    fn begin(&self, written: UnderWay) -> Result<(), Failure> {
        let open = self.folder().join(OPEN);
        fs::rename(written.path(), &open).map_err(|error| Failure::Io(open.clone(), error))?;
        written.keep();
        let _ = sync_folder(&open);
        Ok(())
    }

    /// A file as it is put in place.
    fn ready(&self, file: Replacement) -> Result<Ready, Failure> {
        let path = self.root.join(&file.path);
        let Some(content) = file.after else {
            if fs::symlink_metadata(&path).is_ok_and(|metadata| metadata.is_dir()) {
                return Err(Failure::Io(path, ErrorKind::IsADirectory.into()));
            }
            return Ok(Ready::Removal(path, file.before));
        };
        let mode = match file.rights {
            Rights::Shared => SHARED,
            Rights::OfFolder => rights_in(folder_of(&path)),
        };
        let failed = |error| Failure::Io(path.clone(), error);
        let mut beside = Beside::new(&path, mode).map_err(failed)?;
        let inherited = match file.like.filter(|_| file.before.is_none()) {
            Some(like) => beside.inherit_from(&like),
            None => beside.inherit(),
        };
        inherited.map_err(|error| Failure::Belongings(path.clone(), error))?;
        beside.fill(&content).map_err(failed)?;
        Ok(match file.before {
            Some(before) => {
                let (path, beside) = beside.into_parts();
                Ready::Change { path, before, beside }
            }
            None => Ready::New(beside, path),
        })
    }

    /// Marks the open change as made: what cannot be taken back leaves no contents.
    fn done(&self, entry: &Entry) -> io::Result<()> {
        let open = self.folder().join(OPEN);
        if entry.is_of_answers {
            return self.forget(&open);
        }
        if let Some(number) = entry.undoes {
            let (from, to) = (self.change(number), self.taken_back(number));
            if exists(&from) {
                fs::rename(&from, to)?;
            }
            return self.forget(&open);
        }
        if !entry.is_undoable {
            self.keep(&entry.without_removals())?;
            return self.forget(&open);
        }
        self.make_changes()?;
        let number = self.next_number();
        fs::rename(&open, self.change(number))?;
        sync_folder(&self.change(number))?;
        sync_folder(&open)
    }

    /// Removes a folder of the journal, which is gone at once; a journal that never kept anything goes
    /// with its run.
    fn forget(&self, path: &Path) -> io::Result<()> {
        if !exists(&self.folder().join(CHANGES)) {
            self.new.borrow_mut().get_or_insert_default();
        }
        let aside = UnderWay::name(&self.folder())?;
        fs::rename(path, aside.path())?;
        // Dropped, it takes with it what stands there.
        let _ = sync_folder(aside.path());
        aside.remove()
    }

    /// The path below the workspace of what is in it.
    fn below(&self, path: &Path) -> Option<String> {
        let parts = path.strip_prefix(&self.root).ok()?.iter();
        let parts: Vec<_> = parts.map(|part| part.to_string_lossy()).collect();
        Some(parts.join("/")).filter(|path| !path.is_empty())
    }

    fn folder(&self) -> PathBuf {
        self.root.join(JOURNAL)
    }
}

fn step(file: &Replacement) -> Step {
    let path = file.path.clone();
    match (&file.before, &file.after) {
        (_, None) => Step::Removed(path),
        (None, Some(_)) => Step::Made(path, file.rights),
        (Some(_), Some(_)) => Step::Changed(path),
    }
}

/// A private file that is on the disk.
fn new_file(path: &Path, content: &[u8]) -> io::Result<()> {
    let mut options = File::options();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path)?;
    inherit(&file, path)?;
    file.write_all(content)?;
    file.sync_all()
}
