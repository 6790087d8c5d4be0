//! A bar that shows how far something long has come, where a person looks.

use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::text::visible;

/// How often it is drawn anew, in times a second.
const RATE: u8 = 10;

/// A bar on standard error.
pub struct Progress(ProgressBar);

impl Progress {
    /// A bar for `length` steps; one that is not `shown` draws nothing.
    pub fn new(length: usize, shown: bool) -> Self {
        let target = if shown {
            ProgressDrawTarget::stderr_with_hz(RATE)
        } else {
            ProgressDrawTarget::hidden()
        };
        let bar = ProgressBar::with_draw_target(u64::try_from(length).ok(), target);
        // The template is ours: one that is faulty would be seen at once, and the usual one serves.
        let style = ProgressStyle::with_template("{bar:30} {pos}/{len}  {wide_msg}");
        bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
        Self(bar)
    }

    /// Says what the next step is.
    pub fn begin(&self, words: &str) {
        self.0.set_message(visible(words));
        self.0.tick();
    }

    /// One step is done.
    pub fn step(&self) {
        self.0.inc(1);
    }

    /// Goes on moving while nothing else happens, so that nobody thinks the program has stopped.
    pub fn breathe(&self) {
        self.0.enable_steady_tick(Duration::from_secs(1) / u32::from(RATE));
    }

    /// Takes the bar away.
    pub fn clear(&self) {
        self.0.finish_and_clear();
    }
}
