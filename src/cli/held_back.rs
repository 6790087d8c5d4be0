//! What goes to standard error, if it is to be one object in the end.

use crate::render::json::json;
use crate::system::terminal;
use crate::view::failure::Failure;
use crate::view::finding::Finding;

/// What is said on standard error: at once, or in one object if the command fails and JSON was asked for.
#[derive(Debug, Default)]
pub(super) struct HeldBack {
    /// Whether a failure is told as JSON.
    is_json: bool,
    /// Whether a person reads along, who is told everything at once.
    is_read: bool,
    /// What was said so far, as words; told if the command does not fail.
    words: String,
    failure: Failure,
}

impl HeldBack {
    pub(super) fn new(is_json: bool, is_read: bool) -> Self {
        Self { is_json, is_read, ..Self::default() }
    }

    /// Says something beside the answer.
    pub(super) fn note(&mut self, words: &str) {
        self.say(&format!("{words}\n"), terminal::say);
        if self.is_json && !self.is_read {
            self.failure.notes.push(words.trim_end().to_owned());
        }
    }

    /// Tells findings, which are `words`.
    pub(super) fn tell(&mut self, words: &str, findings: impl FnOnce() -> Vec<Finding>) {
        self.say(words, terminal::tell);
        if self.is_json {
            self.failure.findings.extend(findings());
        }
    }

    fn say(&mut self, words: &str, say: fn(&str)) {
        if self.is_json && !self.is_read {
            self.words.push_str(words);
        } else {
            say(words);
        }
    }

    /// The end of the command: what was held back is told as words, or as an object if it failed. An
    /// answer that is "no" is an answer.
    pub(super) fn end(&mut self, status: u8) {
        let words = std::mem::take(&mut self.words);
        let failure = std::mem::take(&mut self.failure);
        let is_told = status == 0 || failure.findings.is_empty() && failure.notes.is_empty();
        if !self.is_json || is_told {
            terminal::tell(&words);
        } else {
            terminal::tell(&json(&Failure { status, ..failure }).unwrap_or(words));
        }
    }
}
