//! Folders that appear whole or not at all, and files that are only added to.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, ErrorKind, Read as _, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use super::belongings::inherit;
use super::beside::{SHARED, folder_of, mode_of, rename_to_new, rights_in, sync_folder};
use super::files::exists;
use super::under_way::{UnderWay, is_left_over, make_folder, remove_left_over};

/// Up to this many files each is brought to the disk by itself; beyond, the whole disk at once is
/// quicker.
const FEW: usize = 64;

/// A folder under way: gone when dropped, in its place when finished.
pub struct NewFolder {
    path: PathBuf,
    /// It goes before its parents do.
    beside: UnderWay,
    files: Mutex<Vec<PathBuf>>,
    parents: MadeFolders,
    /// Whether what is in it is for everybody whom the user's mask lets in.
    is_public: bool,
}

/// Folders that were made for what is to stand in them: gone when dropped, unless they are kept or
/// somebody else has put something there meanwhile.
#[derive(Debug, Default)]
pub(super) struct MadeFolders(Vec<PathBuf>);

impl MadeFolders {
    /// Makes a folder with its parents, as far as they are missing, with at most the rights in `mode`.
    pub(super) fn make(&mut self, path: &Path, mode: u32) -> io::Result<()> {
        for folder in missing(path) {
            make_folder(&folder, mode)?;
            self.0.push(folder);
        }
        Ok(())
    }

    /// Those that were made so far.
    pub(super) fn made(&self) -> &[PathBuf] {
        &self.0
    }

    /// They stay.
    pub(super) fn keep(&mut self) {
        self.0.clear();
    }
}

/// The folders that are missing for `path` to be there, the outermost first.
pub(super) fn missing(path: &Path) -> Vec<PathBuf> {
    let missing = path.ancestors().take_while(|it| !exists(it) && !it.as_os_str().is_empty());
    let mut missing: Vec<PathBuf> = missing.map(Path::to_owned).collect();
    missing.reverse();
    missing
}

impl Drop for MadeFolders {
    fn drop(&mut self) {
        for folder in self.0.iter().rev() {
            let _ = fs::remove_dir(folder);
        }
    }
}

impl NewFolder {
    /// Begins the folder `path`, which must not be there yet; its parents are made. It is for whoever
    /// may look into the folder above it; where that one is new, it is private.
    pub fn new(path: &Path) -> io::Result<Self> {
        Self::with(path, 0o700)
    }

    /// The same, with parents that are for everybody whom the user's mask lets in.
    pub fn shared(path: &Path) -> io::Result<Self> {
        Self::with(path, 0o777)
    }

    /// The same, with files that are as well: it tells of nobody what is not for everybody.
    pub fn public(path: &Path) -> io::Result<Self> {
        Ok(Self { is_public: true, ..Self::shared(path)? })
    }

    fn with(path: &Path, mode: u32) -> io::Result<Self> {
        if exists(path) {
            return Err(ErrorKind::AlreadyExists.into());
        }
        let parent = folder_of(path);
        let mut parents = MadeFolders::default();
        remove_left_over(parent);
        parents.make(parent, mode)?;
        let mode = fs::metadata(parent).map_or(mode, |metadata| mode_of(&metadata));
        let beside = UnderWay::folder(parent, mode)?;
        let (path, files) = (path.to_owned(), Mutex::default());
        Ok(Self { path, beside, files, parents, is_public: false })
    }

    /// Puts a file into it, or into a folder in it, which is made; several may be put there at once.
    pub fn add(&self, name: &str, content: &[u8]) -> io::Result<()> {
        let path = self.beside.path().join(name);
        let inner = folder_of(&path);
        if inner != self.beside.path() {
            self.make_inner(inner)?;
        }
        let mut options = File::options();
        options.write(true).create_new(true);
        let rights = if self.is_public { SHARED } else { rights_in(self.beside.path()) };
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, rights);
        let mut file = options.open(&path)?;
        inherit(&file, &path)?;
        file.write_all(content)?;
        self.files.lock().unwrap_or_else(PoisonError::into_inner).push(path);
        Ok(())
    }

    /// Makes a folder in it, as those are that stand around it.
    fn make_inner(&self, folder: &Path) -> io::Result<()> {
        let mode = mode_of(&fs::metadata(self.beside.path())?);
        let missing: Vec<&Path> = folder.ancestors().take_while(|it| !exists(it)).collect();
        missing.into_iter().rev().try_for_each(|folder| match make_folder(folder, mode) {
            Err(error) if error.kind() == ErrorKind::AlreadyExists => Ok(()),
            Err(error) => Err(error),
            // What is in it is brought to the disk with it.
            Ok(()) if cfg!(unix) => {
                let mut files = self.files.lock().unwrap_or_else(PoisonError::into_inner);
                files.push(folder.to_owned());
                Ok(())
            }
            Ok(()) => Ok(()),
        })
    }

    /// Brings everything to the disk, then puts the folder in its place.
    pub fn finish(self) -> io::Result<()> {
        self.sync()?;
        let path = self.path.clone();
        self.appear()?;
        let _ = sync_folder(&path);
        Ok(())
    }

    /// Brings everything to the disk.
    pub(super) fn sync(&self) -> io::Result<()> {
        let files = self.files.lock().unwrap_or_else(PoisonError::into_inner);
        sync(self.beside.path(), &files)
    }

    /// The folders above it that were made for it, the outermost first.
    pub(super) fn made(&self) -> &[PathBuf] {
        self.parents.made()
    }

    /// Where it is to stand, and where it stands as long as it is under way.
    pub(super) fn places(&self) -> [&Path; 2] {
        [&self.path, self.beside.path()]
    }

    /// Puts it in its place.
    pub(super) fn appear(mut self) -> io::Result<()> {
        rename_to_new(self.beside.path(), &self.path)?;
        self.beside.keep();
        self.parents.keep();
        Ok(())
    }
}

#[cfg(target_os = "linux")]
fn sync(folder: &Path, files: &[PathBuf]) -> io::Result<()> {
    if files.len() > FEW {
        return Ok(rustix::fs::syncfs(File::open(folder)?)?);
    }
    sync_each(folder, files)
}

#[cfg(not(target_os = "linux"))]
fn sync(folder: &Path, files: &[PathBuf]) -> io::Result<()> {
    sync_each(folder, files)
}

fn sync_each(folder: &Path, files: &[PathBuf]) -> io::Result<()> {
    for file in files {
        File::open(file)?.sync_all()?;
    }
    if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
}

/// Whether a folder is at `path` into which this user may not look.
pub fn is_closed(path: &Path) -> bool {
    fs::read_dir(path).is_err_and(|error| error.kind() == ErrorKind::PermissionDenied)
}

/// The names of the folders in `path`, sorted; none if it is not there. What begins with a dot is
/// under way or belongs to other programs.
pub fn folders(path: &Path) -> io::Result<Vec<String>> {
    let entries = match fs::read_dir(path) {
        Ok(entries) => entries,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(error),
    };
    let mut names = Vec::new();
    for entry in entries {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        // A link may lead anywhere: what is behind it is somebody else's.
        if entry.file_type()?.is_dir() && !name.starts_with('.') {
            names.push(name);
        }
    }
    names.sort_unstable();
    Ok(names)
}

/// The names of everything in `path`, sorted; what begins with a dot belongs to other programs.
pub fn names(path: &Path) -> io::Result<Vec<OsString>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(path)? {
        let name = entry?.file_name();
        if !name.as_encoded_bytes().starts_with(b".") {
            names.push(name);
        }
    }
    names.sort_unstable();
    Ok(names)
}

/// The files below `path` at any depth, as paths relative to it with `/` between the parts, sorted;
/// none if it is not there. Those that begin with a dot are among them; links are not followed.
pub fn files_below(path: &Path) -> io::Result<Vec<String>> {
    let mut found = Vec::new();
    if fs::symlink_metadata(path).is_ok_and(|metadata| metadata.is_symlink()) {
        return Ok(found);
    }
    let mut folders = vec![String::new()];
    while let Some(folder) = folders.pop() {
        let entries = match fs::read_dir(path.join(&folder)) {
            Ok(entries) => entries,
            Err(error) if error.kind() == ErrorKind::NotFound && folder.is_empty() => break,
            Err(error) => return Err(error),
        };
        for entry in entries {
            let entry = entry?;
            let name = entry.file_name().to_string_lossy().into_owned();
            if entry.file_type()?.is_dir() {
                folders.push(format!("{folder}{name}/"));
            } else {
                found.push(format!("{folder}{name}"));
            }
        }
    }
    found.sort_unstable();
    Ok(found)
}

/// The files that were left over in `path` itself, not in other folders of it.
pub fn left_over(path: &Path) -> io::Result<Vec<String>> {
    let entries = match fs::read_dir(path) {
        Ok(entries) => entries,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(error),
    };
    let mut names = Vec::new();
    for entry in entries {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if !is_left_over(&name) {
            continue;
        }
        if entry.file_type()?.is_dir() {
            let within = files_below(&entry.path())?.into_iter();
            names.extend(within.map(|file| format!("{name}/{file}")));
        } else {
            names.push(name);
        }
    }
    names.sort_unstable();
    Ok(names)
}

/// Adds `lines` to the end of a file, which is made if need be, and brings them to the disk. A last
/// line that was cut off is ended first, so that it stays alone.
pub fn append(path: &Path, lines: &str) -> io::Result<()> {
    Appended::open(path)?.add(lines)
}

/// A file that is only ever added to.
pub struct Appended {
    file: File,
    path: PathBuf,
    /// Whether the last line was cut off and not ended yet.
    is_cut: bool,
}

impl Appended {
    /// Opens the file `path`, which is made if need be.
    pub fn open(path: &Path) -> io::Result<Self> {
        let is_new = !exists(path);
        let mut options = File::options();
        options.read(true).append(true).create(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, rights_in(folder_of(path)));
        let mut file = options.open(path)?;
        let mut last = [b'\n'];
        if file.metadata()?.len() > 0 {
            file.seek(SeekFrom::End(-1))?;
            file.read_exact(&mut last)?;
        }
        if is_new {
            inherit(&file, path)?;
            sync_folder(path)?;
        }
        Ok(Self { file, path: path.to_owned(), is_cut: last != [b'\n'] })
    }

    /// Adds `lines` at once and brings them to the disk; a last line that was cut off is ended with the
    /// same breath, so that it is never left behind without what says so.
    ///
    /// # Errors
    /// If they cannot be written, or if another file stands in its place by now: what is added to this
    /// one nobody would ever read.
    pub fn add(&mut self, lines: &str) -> io::Result<()> {
        if !self.is_in_place() {
            return Err(io::Error::other("it was replaced meanwhile"));
        }
        let end = if self.is_cut { "\n" } else { "" };
        self.file.write_all([end, lines].concat().as_bytes())?;
        self.is_cut = false;
        self.file.sync_data()
    }

    #[cfg(unix)]
    fn is_in_place(&self) -> bool {
        use std::os::unix::fs::MetadataExt as _;
        let identity = |metadata: fs::Metadata| (metadata.dev(), metadata.ino());
        let own = self.file.metadata().map(identity);
        fs::metadata(&self.path).map(identity).is_ok_and(|there| own.is_ok_and(|own| own == there))
    }

    /// Elsewhere a file that is open is not replaced.
    #[cfg(not(unix))]
    fn is_in_place(&self) -> bool {
        exists(&self.path)
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{NewFolder, append, folders};

    #[test]
    fn folders_appear_whole_or_leave_nothing() {
        let root = tempfile::tempdir().unwrap();
        let path = root.path().join("outbox/ulm/1-invitation");
        let folder = NewFolder::new(&path).unwrap();
        folder.add("a.eml", b"a").unwrap();
        assert!(!path.exists());
        drop(folder);
        assert_eq!(fs::read_dir(root.path()).unwrap().count(), 0);

        let folder = NewFolder::new(&path).unwrap();
        folder.add("a.eml", b"a").unwrap();
        assert!(folder.add("a.eml", b"b").is_err());
        folder.finish().unwrap();
        assert_eq!(folders(path.parent().unwrap()).unwrap(), ["1-invitation"]);
        assert_eq!(fs::read_dir(&path).unwrap().count(), 1);
        assert!(NewFolder::new(&path).is_err());
    }

    #[test]
    #[expect(clippy::disallowed_methods, reason = "a test looks at files of its own")]
    fn lines_are_added_after_one_that_was_cut_off() {
        let root = tempfile::tempdir().unwrap();
        let path = root.path().join("ledger.txt");
        append(&path, "one\n").unwrap();
        append(&path, "tw").unwrap();
        append(&path, "three\n").unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "one\ntw\nthree\n");
    }
}
