//! Several files change together or not at all.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use tempfile::{NamedTempFile, TempDir};

use super::files::{UNDER_WAY, beside, folder_of, remove, replace, sync_folder};
use super::folder::MadeFolders;

/// What becomes of a file.
pub struct Replacement {
    /// Where it stands.
    pub path: PathBuf,
    /// What it holds, as it was read; none if it is new, and for one that goes.
    pub before: Option<Vec<u8>>,
    /// What it is to hold; none if it goes.
    pub after: Option<Vec<u8>>,
}

/// Changes several files in their order, all or none; missing folders of new ones are made. All new
/// contents are on the disk before the first file changes; if one cannot be put in place, those before
/// it are as they were. What changes in one folder is on the disk before the next folder is touched. A
/// new file never takes the place of another; a link that is removed leaves alone what it leads to.
///
/// # Errors
/// With the path at which it failed.
pub fn replace_all(replacements: Vec<Replacement>) -> Result<(), (PathBuf, io::Error)> {
    let mut folders = MadeFolders::default();
    let prepare = |replacement: Replacement| {
        let path = replacement.path.clone();
        Prepared::new(replacement, &mut folders).map_err(|error| (path, error))
    };
    let prepared = replacements.into_iter().map(prepare).collect::<Result<Vec<_>, _>>()?;
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
    folders.keep();
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
    fn new(replacement: Replacement, folders: &mut MadeFolders) -> io::Result<Self> {
        let Replacement { path, before, after } = replacement;
        let Some(content) = after else {
            if fs::symlink_metadata(&path)?.is_dir() {
                return Err(ErrorKind::IsADirectory.into());
            }
            return Ok(Self { path, change: New::Removal });
        };
        folders.make(folder_of(&path))?;
        let path = fs::canonicalize(&path).unwrap_or(path);
        let file = beside(&path, &content)?;
        if let Ok(metadata) = fs::metadata(&path) {
            file.as_file().set_permissions(metadata.permissions())?;
        }
        Ok(Self { path, change: New::Content(before, file) })
    }

    fn put(self, aside: &mut Aside) -> io::Result<Done> {
        let Self { path, change } = self;
        let before = match change {
            New::Content(before, file) => {
                let put = match before {
                    Some(_) => file.persist(&path),
                    None => file.persist_noclobber(&path),
                };
                put.map_err(|error| error.error)?;
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
    use std::io::ErrorKind;
    use std::path::PathBuf;

    use super::{Replacement, replace_all};

    fn changed(path: PathBuf) -> Replacement {
        Replacement { path, before: Some(b"old".to_vec()), after: Some(b"new".to_vec()) }
    }

    fn new(path: PathBuf) -> Replacement {
        Replacement { path, before: None, after: Some(b"new".to_vec()) }
    }

    fn removed(path: PathBuf) -> Replacement {
        Replacement { path, before: None, after: None }
    }

    #[test]
    #[expect(clippy::disallowed_methods, reason = "a test prepares files of its own")]
    fn several_files_change_together_or_not_at_all() {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        std::fs::write(path("a"), "old").unwrap();
        std::fs::write(path("c"), "old").unwrap();
        replace_all(vec![changed(path("a")), new(path("b")), removed(path("c"))]).unwrap();
        assert_eq!((read_to_string(path("a")).unwrap(), path("c").exists()), ("new".into(), false));

        // A folder stands where the last file should go.
        create_dir(path("d")).unwrap();
        std::fs::write(path("a"), "old").unwrap();
        std::fs::remove_file(path("b")).unwrap();
        let changes = vec![changed(path("a")), new(path("b")), removed(path("d"))];
        assert_eq!(replace_all(changes).unwrap_err().0, path("d"));
        assert_eq!((read_to_string(path("a")).unwrap(), path("b").exists()), ("old".into(), false));
        assert_eq!(folder.path().read_dir().unwrap().count(), 2);

        // What was removed comes back if a later file is not there any more.
        let changes = vec![removed(path("a")), new(path("b")), removed(path("a"))];
        assert_eq!(replace_all(changes).unwrap_err().0, path("a"));
        assert_eq!((read_to_string(path("a")).unwrap(), path("b").exists()), ("old".into(), false));
        assert_eq!(folder.path().read_dir().unwrap().count(), 2);
    }

    #[test]
    fn nothing_is_left_of_new_files_where_one_is_there_already() {
        let folder = tempfile::tempdir().unwrap();
        let file = |path: &str| folder.path().join(path);
        let (one, two) = (file("a/b/one"), file("a/b/c/two"));
        let error = replace_all(vec![new(one.clone()), new(two), new(one.clone())]).unwrap_err();
        assert_eq!((error.0, error.1.kind()), (one.clone(), ErrorKind::AlreadyExists));
        assert!(replace_all(vec![new(one.clone()), new(one.join("three"))]).is_err());
        assert_eq!(folder.path().read_dir().unwrap().count(), 0);
    }
}
