//! Interrupts: Ctrl-C, and the signals that ask a program to end.

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// Whether an interrupt came since [`hold`].
static CAME: AtomicBool = AtomicBool::new(false);

/// How long a wait goes on without looking whether an interrupt came.
const NAP: Duration = Duration::from_millis(50);

/// From now on an interrupt does not end the process.
///
/// While a question is open, it counts as giving up: the terminal is put in order and whoever asked
/// decides. While files are written, it comes too late: they are written together or not at all.
/// While mails are sent, the one that is on its way is the last.
pub fn hold() {
    // A second call finds the first one's handler in place.
    let _ = ctrlc::set_handler(|| CAME.store(true, Ordering::Relaxed));
}

/// Whether one came.
pub fn came() -> bool {
    CAME.load(Ordering::Relaxed)
}

/// Waits, but no longer than until an interrupt comes.
pub fn wait(time: Duration) {
    let end = Instant::now() + time;
    while !came() {
        let left = end.saturating_duration_since(Instant::now());
        if left.is_zero() {
            return;
        }
        sleep(left.min(NAP));
    }
}
