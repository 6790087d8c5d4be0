//! Files as they are opened to be read: nothing that stands there makes anybody wait, or has no end.

use std::fs::{self, File, Metadata};
use std::io::{self, ErrorKind, Read as _};
use std::path::Path;

use crate::source::ReadFault;

/// The bytes that are read at once at most.
const STEP: usize = 1 << 20;

/// Opens a file to read it. What a pipe, a device or the kernel itself would say may have no end, or never
/// come: what it is must be known before it is opened.
pub(super) fn opened(path: &Path) -> io::Result<Result<(File, Metadata), ReadFault>> {
    if !fs::metadata(path)?.is_file() || is_made_up(path) {
        return Ok(Err(ReadFault::NotAFile));
    }
    let file = File::open(path)?;
    let metadata = file.metadata()?;
    Ok(Ok((file, metadata)))
}

/// Whether the kernel makes up what stands at `path` while somebody reads it: such files say that they are
/// empty, and some go on without end or wait until something happens.
#[cfg(target_os = "linux")]
fn is_made_up(path: &Path) -> bool {
    use rustix::fs::{FsWord, PROC_SUPER_MAGIC, statfs};

    /// Of sysfs, debugfs, tracefs, securityfs, configfs and both kinds of control groups
    /// (`linux/magic.h`).
    const OTHERS: [FsWord; 7] =
        [0x6265_6572, 0x6462_6720, 0x7472_6163, 0x7363_6673, 0x6265_6570, 0x0027_e0eb, 0x6367_7270];
    let kind = statfs(path).map(|system| system.f_type);
    kind.is_ok_and(|kind| kind == PROC_SUPER_MAGIC || OTHERS.contains(&kind))
}

#[cfg(not(target_os = "linux"))]
fn is_made_up(_: &Path) -> bool {
    false
}

/// The disk that a folder lies on, if that holds files that somebody wrote.
#[derive(Clone, Copy, Debug)]
pub(super) struct Disk(u64);

#[cfg(unix)]
impl Disk {
    /// That of `folder`.
    pub(super) fn of(folder: &Path) -> Option<Self> {
        use std::os::unix::fs::MetadataExt as _;

        let metadata = fs::metadata(folder).ok()?;
        (!is_made_up(folder)).then(|| Self(metadata.dev()))
    }
}

/// Opens what the folder above it, which lies on `disk`, lists as a file: there are many of them, and then
/// nobody need ask first what it is. None if it turns out to be something else, or cannot be opened.
#[cfg(unix)]
pub(super) fn opened_on(disk: Disk, path: &Path) -> Option<(File, Metadata)> {
    use std::os::unix::fs::{MetadataExt as _, OpenOptionsExt as _};

    // Somebody may have put a pipe there meanwhile.
    let waits_for_nobody = rustix::fs::OFlags::NONBLOCK.bits().cast_signed();
    let file = File::options().read(true).custom_flags(waits_for_nobody).open(path).ok()?;
    let metadata = file.metadata().ok()?;
    (metadata.is_file() && metadata.dev() == disk.0).then_some((file, metadata))
}

#[cfg(not(unix))]
impl Disk {
    /// Elsewhere every file is asked what it is.
    pub(super) fn of(_: &Path) -> Option<Self> {
        None
    }
}

#[cfg(not(unix))]
pub(super) fn opened_on(_: Disk, _: &Path) -> Option<(File, Metadata)> {
    None
}

/// Reads at most so many bytes of a file. One that says to be larger than the memory is refused: a file
/// with holes may say so without taking any room.
pub(super) fn take(mut file: File, metadata: &Metadata, most: u64) -> io::Result<Vec<u8>> {
    let length = usize::try_from(metadata.len().min(most)).map_err(|_| ErrorKind::OutOfMemory)?;
    let most = usize::try_from(most).unwrap_or(usize::MAX);
    let mut bytes = Vec::new();
    bytes.try_reserve_exact(length.saturating_add(1)).map_err(|_| ErrorKind::OutOfMemory)?;
    let mut filled = 0;
    while filled < most {
        // With room for one byte more a file that is as long as it says is read at once, its end included.
        let room = match length.saturating_sub(filled) {
            0 if filled > 0 => STEP,
            left => left.saturating_add(1).min(STEP),
        };
        bytes.resize(filled + room, 0);
        match file.read(&mut bytes[filled..]) {
            Ok(0) => break,
            Ok(count) => filled += count,
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
        if filled == length {
            break;
        }
    }
    bytes.truncate(filled.min(most));
    Ok(bytes)
}
