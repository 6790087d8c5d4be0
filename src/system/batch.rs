//! Several files change together or not at all.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use tempfile::{NamedTempFile, TempDir};

use super::files::{beside, exists, folder_of, read, remove, replace, sync_folder};
use super::folder::UNDER_WAY;

/// Changes several files in their order, all or none: new contents, and none for a file that is
/// removed. All new contents are on the disk before the first file changes; if one cannot be put in
/// place, those before it are as they were. What changes in one folder is on the disk before the next
/// folder is touched. A link that is removed leaves alone what it leads to.
///
/// # Errors
/// With the path at which it failed.
pub fn replace_all(changes: &[(PathBuf, Option<Vec<u8>>)]) -> Result<(), (PathBuf, io::Error)> {
    let prepare = |(path, content): &(PathBuf, Option<Vec<u8>>)| {
        Prepared::new(path, content.as_deref()).map_err(|error| (path.clone(), error))
    };
    let prepared = changes.iter().map(prepare).collect::<Result<Vec<_>, _>>()?;
    let mut aside = Aside::default();
    let mut done: Vec<Done> = Vec::new();
    let undo = |done: Vec<Done>| {
        for done in done.into_iter().rev() {
            // What cannot be restored is not worth hiding the first failure for.
            let _ = done.restore();
        }
    };
    for prepared in prepared {
        let path = prepared.path.clone();
        let last = done.last().filter(|last| folder_of(&last.path) != folder_of(&path));
        let outcome = last.map_or(Ok(()), |last| sync_folder(&last.path));
        match outcome.and_then(|()| prepared.put(&mut aside)) {
            Ok(one) => done.push(one),
            Err(error) => {
                undo(done);
                return Err((path, error));
            }
        }
    }
    let Some(last) = done.last() else { return Ok(()) };
    if let Err(error) = sync_folder(&last.path) {
        let path = last.path.clone();
        undo(done);
        return Err((path, error));
    }
    aside.empty()
}

/// A file that is ready to be put in place, or to be removed.
struct Prepared {
    path: PathBuf,
    change: New,
}

enum New {
    /// Its old content, if it has any, and the new one.
    Content(Option<Vec<u8>>, NamedTempFile),
    /// It goes.
    Removal,
}

/// A change that was made.
struct Done {
    path: PathBuf,
    before: Old,
}

enum Old {
    /// There was no file.
    Nothing,
    /// It held this.
    Content(Vec<u8>),
    /// It stands here until all is done, whatever its size.
    Aside(PathBuf),
}

/// Where removed files stand until all is done: a folder in each of theirs, gone when dropped. They are
/// not moved over other files, for some file systems then write all that is moved to the disk.
#[derive(Default)]
struct Aside(Vec<TempDir>);

impl Aside {
    /// A place for the file at `path`.
    fn place(&mut self, path: &Path) -> io::Result<PathBuf> {
        let folder = folder_of(path);
        if self.0.last().is_none_or(|last| last.path().parent() != Some(folder)) {
            self.0.push(tempfile::Builder::new().prefix(UNDER_WAY).tempdir_in(folder)?);
        }
        let name = path.file_name().unwrap_or_default();
        Ok(self.0.last().map_or_else(|| path.to_path_buf(), |last| last.path().join(name)))
    }

    /// Removes everything, and says what cannot be removed.
    fn empty(self) -> Result<(), (PathBuf, io::Error)> {
        let remove = |folder: TempDir| {
            let path = folder.path().to_path_buf();
            folder.close().map_err(|error| (path, error))
        };
        self.0.into_iter().try_for_each(remove)
    }
}

impl Prepared {
    fn new(path: &Path, content: Option<&[u8]>) -> io::Result<Self> {
        let Some(content) = content else {
            let path = path.to_path_buf();
            let metadata = fs::symlink_metadata(&path)?;
            if metadata.is_dir() {
                return Err(ErrorKind::IsADirectory.into());
            }
            return Ok(Self { path, change: New::Removal });
        };
        let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf());
        let before = if exists(&path) { Some(read(&path)?) } else { None };
        let file = beside(&path, content)?;
        if let Ok(metadata) = fs::metadata(&path) {
            file.as_file().set_permissions(metadata.permissions())?;
        }
        Ok(Self { path, change: New::Content(before, file) })
    }

    fn put(self, aside: &mut Aside) -> io::Result<Done> {
        let Self { path, change } = self;
        let before = match change {
            New::Content(before, file) => {
                file.persist(&path).map_err(|error| error.error)?;
                before.map_or(Old::Nothing, Old::Content)
            }
            New::Removal => {
                let place = aside.place(&path)?;
                fs::rename(&path, &place)?;
                Old::Aside(place)
            }
        };
        Ok(Done { path, before })
    }
}

impl Done {
    fn restore(self) -> io::Result<()> {
        match self.before {
            Old::Nothing => remove(&self.path),
            Old::Content(content) => replace(&self.path, &content),
            Old::Aside(aside) => fs::rename(&aside, &self.path),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fs::{create_dir, read_to_string};

    use super::replace_all;

    #[test]
    #[expect(clippy::disallowed_methods, reason = "a test prepares files of its own")]
    fn several_files_change_together_or_not_at_all() {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        std::fs::write(path("a"), "old").unwrap();
        std::fs::write(path("c"), "old").unwrap();
        let new = || Some(b"new".to_vec());
        replace_all(&[(path("a"), new()), (path("b"), new()), (path("c"), None)]).unwrap();
        assert_eq!((read_to_string(path("a")).unwrap(), path("c").exists()), ("new".into(), false));

        // A folder stands where the last file should go.
        create_dir(path("d")).unwrap();
        std::fs::write(path("a"), "old").unwrap();
        std::fs::remove_file(path("b")).unwrap();
        let changes = [(path("a"), new()), (path("b"), new()), (path("d"), None)];
        assert_eq!(replace_all(&changes).unwrap_err().0, path("d"));
        assert_eq!((read_to_string(path("a")).unwrap(), path("b").exists()), ("old".into(), false));
        assert_eq!(folder.path().read_dir().unwrap().count(), 2);

        // What was removed comes back if a later file is not there any more.
        let changes = [(path("a"), None), (path("b"), new()), (path("a"), None)];
        assert_eq!(replace_all(&changes).unwrap_err().0, path("a"));
        assert_eq!((read_to_string(path("a")).unwrap(), path("b").exists()), ("old".into(), false));
        assert_eq!(folder.path().read_dir().unwrap().count(), 2);
    }
}
