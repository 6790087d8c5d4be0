//! Files and folders under way: their names say whose they are, and none outlives its process for
//! long.

use std::collections::BTreeSet;
use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::process;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{LazyLock, Mutex};

use super::belongings::{inherit, inherit_folder};
use super::interrupt;

/// What the names of files and folders under way begin with; process, host and a number follow.
pub(super) const UNDER_WAY: &str = ".erfa-";

/// How many taken names are passed over: those that a killed process of the same number left.
const MOST_TAKEN: u32 = 10_000;

/// What this process has under way, for whoever interrupts it.
static OWN: Mutex<BTreeSet<PathBuf>> = Mutex::new(BTreeSet::new());

static NUMBER: AtomicU64 = AtomicU64::new(1);

/// The name of this machine, of letters and digits alone.
static HOST: LazyLock<String> = LazyLock::new(|| {
    let plain = |c: char| if c.is_ascii_alphanumeric() { c } else { '_' };
    node_name().chars().map(plain).collect()
});

/// A file or folder under way: gone when dropped, unless it is kept.
#[derive(Debug)]
pub(super) struct UnderWay {
    path: PathBuf,
    is_kept: bool,
}

/// The name of this machine.
pub(super) fn host() -> &'static str {
    &HOST
}

impl UnderWay {
    /// An empty file in `folder` that nobody may do more with than `mode` says; the user's mask takes
    /// away what it does not want others to have.
    pub(super) fn file(folder: &Path, mode: u32) -> io::Result<(Self, File)> {
        let mut options = OpenOptions::new();
        options.read(true).write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, mode);
        Self::made(folder, |path| {
            let file = options.open(path)?;
            inherit(&file, path)?;
            Ok(file)
        })
    }

    /// The same of a folder.
    pub(super) fn folder(folder: &Path, mode: u32) -> io::Result<Self> {
        Ok(Self::made(folder, |path| make_folder(path, mode))?.0)
    }

    /// A name in `folder` that nothing has yet.
    pub(super) fn name(folder: &Path) -> io::Result<Self> {
        let free = |path: &Path| {
            let taken = fs::symlink_metadata(path).is_ok();
            if taken { Err(ErrorKind::AlreadyExists.into()) } else { Ok(()) }
        };
        Ok(Self::made(folder, free)?.0)
    }

    fn made<T>(folder: &Path, make: impl Fn(&Path) -> io::Result<T>) -> io::Result<(Self, T)> {
        interrupt::tidy_with(remove_own);
        let mut taken = 0;
        loop {
            let number = NUMBER.fetch_add(1, Ordering::Relaxed);
            let path = folder.join(format!("{UNDER_WAY}{}-{}-{number}", process::id(), host()));
            // Whoever interrupts finds it here before it is there.
            let under_way = Self { path, is_kept: false };
            own(|own| own.insert(under_way.path.clone()));
            match make(&under_way.path) {
                Ok(opened) => return Ok((under_way, opened)),
                Err(error) => {
                    let path = under_way.keep();
                    let again = error.kind() == ErrorKind::AlreadyExists && taken < MOST_TAKEN;
                    if !again {
                        return Err(error);
                    }
                    taken += 1;
                    drop(path);
                }
            }
        }
    }

    /// Where it stands.
    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// What stands there now is something else, or nothing.
    pub(super) fn keep(mut self) -> PathBuf {
        self.is_kept = true;
        self.path.clone()
    }

    /// Removes it, and says what cannot be removed.
    pub(super) fn remove(self) -> io::Result<()> {
        let path = self.path.clone();
        remove(&path)?;
        self.keep();
        Ok(())
    }
}

impl Drop for UnderWay {
    fn drop(&mut self) {
        if !self.is_kept {
            // The next start tries again.
            let _ = remove(&self.path);
        }
        own(|own| own.remove(&self.path));
    }
}

/// Makes a folder, with at most the rights that `mode` names.
pub(super) fn make_folder(path: &Path, mode: u32) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, mode);
    let _ = mode;
    builder.create(path)?;
    inherit_folder(path)
}

/// Removes whatever this process has under way.
fn remove_own() {
    let paths: Vec<PathBuf> = own(|own| own.iter().cloned().collect());
    for path in paths {
        let _ = remove(&path);
    }
}

/// What dead processes of this machine left in `folder`.
pub(super) fn of_dead(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let dead = entries.filter(|entry| entry.file_name().to_str().is_some_and(is_dead));
    dead.map(|entry| entry.path()).filter(|path| !is_own(path)).collect()
}

/// Removes it; whoever calls has the lock, without which nothing is under way in a workspace.
pub(super) fn remove_left_over(folder: &Path) {
    for path in of_dead(folder) {
        let _ = remove(&path);
    }
}

/// The same of files beside those to which links in `folder` lead, for there they are written. A folder
/// may be under way in a workspace of its own.
pub(super) fn remove_behind_links(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    let is_link = |entry: &fs::DirEntry| entry.file_type().is_ok_and(|kind| kind.is_symlink());
    let links = entries.flatten().filter(is_link).filter_map(|it| fs::canonicalize(it.path()).ok());
    let files = links.filter(|path| path.is_file());
    let folders: BTreeSet<PathBuf> =
        files.map(|path| path.parent().unwrap_or(&path).to_owned()).collect();
    for entry in folders.iter().filter_map(|folder| fs::read_dir(folder).ok()).flatten().flatten() {
        let is_file = entry.file_type().is_ok_and(|kind| kind.is_file());
        if is_file && entry.file_name().to_str().is_some_and(is_dead) && !is_own(&entry.path()) {
            let _ = remove(&entry.path());
        }
    }
}

/// Removes whatever anybody but this process left under way in `folder`; whoever calls has the lock.
///
/// # Errors
/// If something stays.
pub(super) fn remove_others(folder: &Path) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if is_left_over(&entry.file_name().to_string_lossy()) && !is_own(&entry.path()) {
            remove(&entry.path())?;
        }
    }
    Ok(())
}

/// Whether the program was interrupted while the file at `path` was under way: such files and folders
/// are nobody's.
pub fn is_left_over(path: &str) -> bool {
    path.split('/').any(|part| part.starts_with(UNDER_WAY))
}

/// Whether something of this name belongs to a process of this machine that is not there any more.
fn is_dead(name: &str) -> bool {
    let mut parts = name.strip_prefix(UNDER_WAY).unwrap_or_default().split('-');
    let (Some(owner), Some(machine), Some(_), None) =
        (parts.next(), parts.next(), parts.next(), parts.next())
    else {
        return false;
    };
    // What bears our number and is not ours is from one that had it before us.
    let is_gone = |owner: u32| owner == process::id() || !is_alive(owner);
    machine == host() && owner.parse().is_ok_and(is_gone)
}

fn is_own(path: &Path) -> bool {
    own(|own| own.contains(path))
}

fn own<T>(with: impl FnOnce(&mut BTreeSet<PathBuf>) -> T) -> T {
    // A set of names is whole whatever happened to whoever held it.
    with(&mut OWN.lock().unwrap_or_else(std::sync::PoisonError::into_inner))
}

fn remove(path: &Path) -> io::Result<()> {
    match fs::symlink_metadata(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        Err(error) => Err(error),
        Ok(metadata) if metadata.is_dir() => fs::remove_dir_all(path),
        Ok(_) => fs::remove_file(path),
    }
}

#[cfg(unix)]
fn node_name() -> String {
    rustix::system::uname().nodename().to_string_lossy().into_owned()
}

#[cfg(not(unix))]
#[expect(clippy::disallowed_methods, reason = "no other call names the machine")]
fn node_name() -> String {
    std::env::var("COMPUTERNAME").unwrap_or_default()
}

#[cfg(unix)]
fn is_alive(process: u32) -> bool {
    let process = i32::try_from(process).ok().and_then(rustix::process::Pid::from_raw);
    let tried = process.map(rustix::process::test_kill_process);
    tried.is_some_and(|tried| tried != Err(rustix::io::Errno::SRCH))
}

/// Where nobody can tell, nothing is touched.
#[cfg(not(unix))]
fn is_alive(_: u32) -> bool {
    true
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{UnderWay, host, is_dead, remove_left_over};

    #[cfg(unix)]
    #[test]
    #[expect(clippy::disallowed_methods, reason = "a test makes files of its own")]
    fn what_was_written_behind_a_link_is_removed_there() {
        let [folder, elsewhere] = [(), ()].map(|()| tempfile::tempdir().unwrap());
        let dead = |number: u32| format!(".erfa-{}-{}-{number}", i32::MAX, host());
        let there = |name: &str| elsewhere.path().join(name);
        fs::write(there("a.toml"), "").unwrap();
        fs::write(there(&dead(1)), "").unwrap();
        fs::write(there(".erfa-a.toml"), "").unwrap();
        fs::create_dir(there(&dead(2))).unwrap();
        super::remove_behind_links(folder.path());
        assert!(there(&dead(1)).exists());
        std::os::unix::fs::symlink(there("a.toml"), folder.path().join("a.toml")).unwrap();
        super::remove_behind_links(folder.path());
        assert!(!there(&dead(1)).exists());
        assert!(there(&dead(2)).exists() && there(".erfa-a.toml").exists());
    }

    #[test]
    fn what_dead_processes_left_is_told_from_what_is_at_work() {
        let own = format!(".erfa-{}-{}-1", std::process::id(), host());
        // No process has this number: it is above the highest there can be.
        let dead = format!(".erfa-{}-{}-1", i32::MAX, host());
        let elsewhere = format!(".erfa-{}-other{}-1", i32::MAX, host());
        let first = format!(".erfa-1-{}-1", host());
        assert!(is_dead(&own) && is_dead(&dead));
        for name in [&elsewhere, &first, ".erfa-Xy12Zq", ".erfa-1-2", ".erfa", "a.toml"] {
            assert!(!is_dead(name), "{name}");
        }
        let folder = tempfile::tempdir().unwrap();
        let at_work = UnderWay::folder(folder.path(), 0o700).unwrap();
        fs::create_dir(folder.path().join(dead)).unwrap();
        fs::create_dir(folder.path().join(&elsewhere)).unwrap();
        remove_left_over(folder.path());
        assert!(at_work.path().exists());
        drop(at_work);
        let left: Vec<_> = fs::read_dir(folder.path()).unwrap().flatten().collect();
        assert_eq!(left.len(), 1);
        assert_eq!(left[0].file_name().to_str(), Some(elsewhere.as_str()));
    }
}
