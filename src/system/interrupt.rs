//! Interrupts: Ctrl-C, and the signals that ask a program to end.

use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::sleep;
use std::time::{Duration, Instant};

use super::terminal::tell;

/// Whether an interrupt came since [`hold`].
static CAME: AtomicBool = AtomicBool::new(false);

/// Whether an interrupt leaves the process alive.
static HELD: AtomicBool = AtomicBool::new(false);

/// Whether one is ending the process now.
static ENDS: AtomicBool = AtomicBool::new(false);

/// What is done before an interrupt ends the process.
static TIDY: Mutex<Option<fn()>> = Mutex::new(None);

/// What is said when one comes, if a second one ends the process at once.
static LAST_WORDS: Mutex<Option<String>> = Mutex::new(None);

/// How long a wait goes on without looking whether an interrupt came.
const NAP: Duration = Duration::from_millis(50);

/// The exit status of a process that was interrupted, as shells say it.
const INTERRUPTED: i32 = 130;

/// From now on an interrupt does not end the process.
///
/// While a question is open, it counts as giving up: the terminal is put in order and whoever asked
/// decides. While files are written, it comes too late: they are written together or not at all.
/// While mails are sent, the one that is on its way is the last.
pub fn hold() {
    HELD.store(true, Ordering::Relaxed);
    // A second call finds the first one's handler in place.
    let _ = ctrlc::set_handler(came_now);
}

/// From now on an interrupt calls `tidy` before it ends the process, unless it is held.
pub(super) fn tidy_with(tidy: fn()) {
    let Ok(mut known) = TIDY.lock() else { return };
    if known.is_none() {
        *known = Some(tidy);
        let _ = ctrlc::set_handler(came_now);
    }
}

/// The same for something that may take long, such as the answer of a server: the first interrupt is
/// answered with `words`, a second one ends the process at once.
pub fn hold_once(words: String) {
    if let Ok(mut last) = LAST_WORDS.lock() {
        *last = Some(words);
    }
    hold();
}

fn came_now() {
    if !HELD.load(Ordering::Relaxed) {
        end();
    }
    let is_first = !CAME.swap(true, Ordering::Relaxed);
    let words = LAST_WORDS.lock().ok().and_then(|words| words.clone());
    match words {
        Some(words) if is_first => tell(&format!("\n{words}\n")),
        Some(_) => end(),
        None => {}
    }
}

#[expect(clippy::exit, reason = "no other way leads out of what waits for a server, or works")]
fn end() {
    ENDS.store(true, Ordering::Relaxed);
    let tidy = TIDY.lock().ok().and_then(|tidy| *tidy);
    if let Some(tidy) = tidy {
        tidy();
    }
    std::process::exit(INTERRUPTED);
}

/// Waits for the end if an interrupt brings it about now: whatever fails meanwhile fails because what was
/// under way is gone.
pub fn await_end() {
    while ENDS.load(Ordering::Relaxed) {
        sleep(NAP);
    }
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
