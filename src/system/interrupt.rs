//! Interrupts: Ctrl-C, and the signals that ask a program to end.

use std::sync::atomic::{AtomicBool, AtomicU8, Ordering};
use std::sync::{Mutex, Once};
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

/// The exit status of a process that a signal ended, as shells say it: 128 and the signal's number.
const BY_SIGNAL: u8 = 128;

/// The number of an interrupt on every system (POSIX).
const INTERRUPT: u8 = 2;

/// The signal that came last.
static LAST: AtomicU8 = AtomicU8::new(INTERRUPT);

/// The ear for signals is opened once.
static LISTENS: Once = Once::new();

/// From now on an interrupt does not end the process.
///
/// While a question is open, it counts as giving up: the terminal is put in order and whoever asked
/// decides. While files are written, it comes too late: they are written together or not at all.
/// While mails are sent, the one that is on its way is the last.
pub fn hold() {
    HELD.store(true, Ordering::Relaxed);
    LISTENS.call_once(listen);
}

/// From now on an interrupt calls `tidy` before it ends the process, unless it is held.
pub(super) fn tidy_with(tidy: fn()) {
    let Ok(mut known) = TIDY.lock() else { return };
    if known.is_none() {
        *known = Some(tidy);
        LISTENS.call_once(listen);
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

/// Hears Ctrl-C, the wish to end and the end of the terminal. What whoever started this process had it
/// ignore stays ignored: `nohup` lets a long run go on when the terminal is gone.
#[cfg(unix)]
fn listen() {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
    use signal_hook::iterator::Signals;

    let ignored = ignored();
    let heard = [SIGHUP, SIGINT, SIGTERM];
    let heard = heard.into_iter().filter(|signal| ignored & (1 << (signal - 1)) == 0);
    // Without it a signal ends the process as it would anyway.
    let Ok(mut signals) = Signals::new(heard) else { return };
    std::thread::spawn(move || {
        for signal in signals.forever() {
            LAST.store(u8::try_from(signal).unwrap_or(INTERRUPT), Ordering::Relaxed);
            came_now();
        }
    });
}

/// The signals that this process ignores, each the bit of its number less one (proc(5)); none where the
/// system does not say.
#[cfg(unix)]
#[expect(
    clippy::disallowed_methods,
    reason = "it is no file, but what the system tells of a process"
)]
fn ignored() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let mask = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    mask.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok()).unwrap_or(0)
}

/// Hears Ctrl-C, and that the window is closed.
#[cfg(not(unix))]
fn listen() {
    let _ = ctrlc::set_handler(came_now);
}

/// The exit status of a process that ends because of a signal; of an interrupt if none came.
pub fn status() -> u8 {
    BY_SIGNAL + LAST.load(Ordering::Relaxed)
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
    std::process::exit(status().into());
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
