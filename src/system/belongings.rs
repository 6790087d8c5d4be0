//! What belongs to a file beside its content: owner, group, rights and attributes.

use std::fs::{File, Metadata};
use std::io;
use std::path::Path;

/// Gives `file`, which is to replace the one at `path`, all that belongs to that one. Lists of rights
/// (ACLs) are extended attributes.
///
/// # Errors
/// If something cannot be given away; the file at `path` is as it was.
#[cfg(unix)]
pub(super) fn pass_on(path: &Path, metadata: &Metadata, file: &File) -> io::Result<()> {
    use std::os::unix::fs::{MetadataExt as _, fchown};

    let own = file.metadata()?;
    let owner = (own.uid() != metadata.uid()).then_some(metadata.uid());
    let group = (own.gid() != metadata.gid()).then_some(metadata.gid());
    if owner.is_some() || group.is_some() {
        fchown(file, owner, group)?;
    }
    // Attributes first: whoever gives a file away may lose the right to.
    attributes(path, file)?;
    // A change of owner takes rights away.
    file.set_permissions(metadata.permissions())
}

/// Whether a file has further names (hard links): they keep the old content when another file takes one of
/// them.
#[cfg(unix)]
pub(super) fn has_further_names(path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt as _;

    std::fs::symlink_metadata(path).is_ok_and(|metadata| metadata.is_file() && metadata.nlink() > 1)
}

#[cfg(not(unix))]
pub(super) fn has_further_names(_: &Path) -> bool {
    false
}

/// Gives `file`, which was just made at `path`, to the owner of the folder if the administrator made it in
/// somebody else's: they could not read what they are to take back.
///
/// # Errors
/// If it cannot be given away.
#[cfg(unix)]
pub(super) fn inherit(file: &File, path: &Path) -> io::Result<()> {
    use std::os::unix::fs::{MetadataExt as _, fchown};

    if !rustix::process::geteuid().is_root() {
        return Ok(());
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let folder = std::fs::metadata(folder.unwrap_or(Path::new(".")))?;
    let own = file.metadata()?;
    if own.uid() == 0 && folder.uid() != 0 {
        fchown(file, Some(folder.uid()), Some(folder.gid()))?;
    }
    Ok(())
}

/// The same of a folder. The way to it may lead elsewhere by now: what is opened is given away, and no
/// link is followed.
#[cfg(unix)]
pub(super) fn inherit_folder(path: &Path) -> io::Result<()> {
    use rustix::fs::{Mode, OFlags, open};

    if !rustix::process::geteuid().is_root() {
        return Ok(());
    }
    let flags = OFlags::DIRECTORY | OFlags::NOFOLLOW | OFlags::RDONLY | OFlags::CLOEXEC;
    inherit(&open(path, flags, Mode::empty())?.into(), path)
}

#[cfg(not(unix))]
pub(super) fn inherit_folder(_: &Path) -> io::Result<()> {
    Ok(())
}

#[cfg(not(unix))]
pub(super) fn inherit(_: &File, _: &Path) -> io::Result<()> {
    Ok(())
}

#[cfg(not(unix))]
pub(super) fn pass_on(_: &Path, metadata: &Metadata, file: &File) -> io::Result<()> {
    file.set_permissions(metadata.permissions())
}

#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
fn attributes(path: &Path, file: &File) -> io::Result<()> {
    use rustix::fs::{XattrFlags, fgetxattr, fsetxattr, getxattr, listxattr};
    use rustix::io::Errno;

    /// The most that names and values of attributes take (Linux).
    const LARGEST: usize = 1 << 16;
    let mut names = vec![0; LARGEST];
    let length = match listxattr(path, names.as_mut_slice()) {
        // Some file systems know none.
        Err(Errno::NOTSUP | Errno::NOSYS) => return Ok(()),
        length => length?,
    };
    let mut value = vec![0; LARGEST];
    let mut own = Vec::new();
    for name in names[..length].split(|byte| *byte == 0).filter(|name| !name.is_empty()) {
        let length = match getxattr(path, name, value.as_mut_slice()) {
            // Gone meanwhile, or for others' eyes.
            Err(Errno::NODATA | Errno::NOTSUP) => continue,
            length => length?,
        };
        own.resize(LARGEST, 0);
        let has = fgetxattr(file, name, own.as_mut_slice());
        if has.is_ok_and(|has| own[..has] == value[..length]) {
            continue;
        }
        fsetxattr(file, name, &value[..length], XattrFlags::empty())?;
    }
    Ok(())
}

#[cfg(all(unix, not(any(target_os = "linux", target_os = "android", target_vendor = "apple"))))]
fn attributes(_: &Path, _: &File) -> io::Result<()> {
    Ok(())
}
