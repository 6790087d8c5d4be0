//! Whose files are: the user's own, the administrator's, or somebody else's.

use std::fs;
use std::path::Path;

/// Whether a file belongs to another user than the one who runs this.
#[cfg(unix)]
pub fn is_others(path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt as _;

    let own = rustix::process::geteuid().as_raw();
    fs::metadata(path).is_ok_and(|metadata| metadata.uid() != own)
}

/// Elsewhere rights say who may do what.
#[cfg(not(unix))]
pub fn is_others(_: &Path) -> bool {
    false
}

/// Whether a file is neither the user's own nor the administrator's, and so may name programs that
/// the user did not choose.
#[cfg(unix)]
pub fn is_strangers(path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt as _;

    is_others(path) && fs::metadata(path).is_ok_and(|metadata| metadata.uid() != 0)
}

/// Elsewhere rights say who may do what.
#[cfg(not(unix))]
pub fn is_strangers(_: &Path) -> bool {
    false
}
