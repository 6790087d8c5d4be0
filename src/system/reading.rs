//! Files as they are opened to be read: nothing that stands there makes anybody wait, or has no end.

use std::fs::{self, File, Metadata};
use std::io::{self, ErrorKind, Read as _};
use std::path::Path;

use crate::source::ReadFault;

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

/// Reads at most so many bytes of a file. One that says to be larger than the memory is refused: a file
/// with holes may say so without taking any room.
pub(super) fn take(file: File, metadata: &Metadata, most: u64) -> io::Result<Vec<u8>> {
    let length = usize::try_from(metadata.len()).map_err(|_| ErrorKind::OutOfMemory)?;
    let mut bytes = Vec::new();
    bytes.try_reserve_exact(length).map_err(|_| ErrorKind::OutOfMemory)?;
    file.take(most).read_to_end(&mut bytes)?;
    Ok(bytes)
}
