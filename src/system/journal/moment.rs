//! What a reader sees of whoever changes the workspace meanwhile.

use std::fs;
use std::path::Path;
use std::thread::sleep;
use std::time::{Duration, SystemTime};

use super::super::files::exists;
use super::super::lock::{holder, is_locked};
use super::{BACK, JOURNAL, LOCK, OPEN};

/// How often and how long to wait for a change that is not worth a word.
const NAPS: u32 = 50;
const NAP: Duration = Duration::from_millis(20);

/// A moment at which nobody was in the middle of a change. Two that are the same have no change between
/// them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment(Option<SystemTime>);

impl Moment {
    /// The next one of the workspace at `root`. If another run takes long over a change, `tell` learns since
    /// when.
    pub fn of(root: &Path, tell: impl FnOnce(&str)) -> Self {
        let folder = root.join(JOURNAL);
        let lock = folder.join(LOCK);
        // What a dead run left changes no more.
        let is_under_way =
            || [OPEN, BACK].iter().any(|name| exists(&folder.join(name))) && is_locked(&lock);
        let mut tell = Some(tell);
        let mut naps = 0;
        while is_under_way() {
            naps += 1;
            if naps > NAPS
                && let Some(tell) = tell.take()
            {
                tell(&holder(&lock));
            }
            sleep(NAP);
        }
        Self(fs::metadata(&folder).and_then(|metadata| metadata.modified()).ok())
    }
}
