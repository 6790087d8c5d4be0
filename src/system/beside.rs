//! A new content beside the file that it is for, and ways to put it in its place.

use std::fs::{self, File, Metadata};
use std::io::{self, ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use super::belongings;
use super::under_way::UnderWay;

/// What a new file may be to anybody, before the user's mask.
pub(super) const SHARED: u32 = 0o666;

/// A new content beside the file that it is for, gone when dropped.
pub struct Beside {
    /// Where it is to stand: behind a link, what that leads to.
    path: PathBuf,
    file: File,
    under_way: UnderWay,
}

impl Beside {
    /// Begins a new content of `path`; a new file has at most the rights in `mode`.
    pub(super) fn new(path: &Path, mode: u32) -> io::Result<Self> {
        let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf());
        // As long as it is nobody's, nobody looks into it: what it replaces may be private.
        let mode = if fs::symlink_metadata(&path).is_ok() { 0o600 } else { mode };
        let (under_way, file) = UnderWay::file(folder_of(&path), mode)?;
        Ok(Self { path, file, under_way })
    }

    /// Takes over what belongs to the file that it is to replace, if there is one.
    pub(super) fn inherit(&self) -> io::Result<()> {
        self.inherit_from(&self.path)
    }

    /// The same of another file.
    pub(super) fn inherit_from(&self, other: &Path) -> io::Result<()> {
        let pass_on = |it: Metadata| belongings::pass_on(other, &it, &self.file);
        fs::metadata(other).ok().map_or(Ok(()), pass_on)
    }

    /// Writes the content and brings it to the disk.
    pub(super) fn fill(&mut self, content: &[u8]) -> io::Result<()> {
        self.file.write_all(content)?;
        self.file.sync_all()
    }

    /// Takes the place of the file, whatever it holds.
    pub(super) fn replace(self) -> io::Result<PathBuf> {
        fs::rename(self.under_way.path(), &self.path)?;
        self.under_way.keep();
        Ok(self.path)
    }

    /// Where it is to stand.
    pub(super) fn place(&self) -> &Path {
        &self.path
    }

    /// Where it stands as long as it is not in its place.
    pub(super) fn under_way(&self) -> &Path {
        self.under_way.path()
    }

    /// Takes its place where nothing stands.
    pub(super) fn appear(self) -> io::Result<PathBuf> {
        rename_to_new(self.under_way.path(), &self.path)?;
        self.under_way.keep();
        Ok(self.path)
    }

    /// Its place, and what stands beside it.
    pub(super) fn into_parts(self) -> (PathBuf, UnderWay) {
        (self.path, self.under_way)
    }
}

/// Renames what stands at `from` to `to`, which must not be there.
#[cfg(any(target_os = "linux", target_vendor = "apple"))]
pub(super) fn rename_to_new(from: &Path, to: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    use rustix::io::Errno;

    match renameat_with(CWD, from, CWD, to, RenameFlags::NOREPLACE) {
        // Some file systems know no such call.
        Err(Errno::INVAL | Errno::NOSYS | Errno::NOTSUP) => link_to_new(from, to),
        outcome => Ok(outcome?),
    }
}

#[cfg(not(any(target_os = "linux", target_vendor = "apple")))]
pub(super) fn rename_to_new(from: &Path, to: &Path) -> io::Result<()> {
    link_to_new(from, to)
}

fn link_to_new(from: &Path, to: &Path) -> io::Result<()> {
    match fs::hard_link(from, to) {
        Ok(()) => fs::remove_file(from),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Err(error),
        // Neither are there links everywhere.
        Err(_) if fs::symlink_metadata(to).is_err() => fs::rename(from, to),
        Err(_) => Err(ErrorKind::AlreadyExists.into()),
    }
}

/// The rights that a file in `folder` that is about people may give. Its group has those that the folder
/// gives it, if somebody meant that: may the group write there, or is nobody else let in, it was. Others
/// have none: a folder is open to all wherever nobody thought of it.
pub(super) fn rights_in(folder: &Path) -> u32 {
    fs::metadata(folder).map_or(0o600, |metadata| {
        let mode = mode_of(&metadata);
        let is_meant = mode & 0o020 != 0 || mode & 0o004 == 0;
        mode & if is_meant { 0o660 } else { 0o600 }
    })
}

#[cfg(unix)]
pub(super) fn mode_of(metadata: &Metadata) -> u32 {
    std::os::unix::fs::MetadataExt::mode(metadata) & 0o777
}

#[cfg(not(unix))]
pub(super) fn mode_of(_: &Metadata) -> u32 {
    0o777
}

/// The folder that holds `path`.
pub(super) fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// A rename is on the disk only once its folder is.
pub(super) fn sync_folder(path: &Path) -> io::Result<()> {
    if cfg!(unix) { File::open(folder_of(path))?.sync_all() } else { Ok(()) }
}
