//! What is said of a workspace that somebody else writes in, or that a run left unfinished.

use std::path::Path;

use crate::cli::context::Context;
use crate::system::journal::{Entry, Recovered};
use crate::text::list::and;
use crate::text::{Language, visible};

impl Context {
    pub(super) fn busy(&self, since: &str) -> String {
        let since = visible(since);
        match (self.language, since.as_ref()) {
            (Language::German, "") => {
                "Hier schreibt gerade ein anderes erfa; dieses wartet …".to_owned()
            }
            (Language::English, "") => "Another erfa is writing here; this one waits …".to_owned(),
            (Language::German, since) => {
                format!("Hier schreibt gerade ein anderes erfa, seit {since}; dieses wartet …")
            }
            (Language::English, since) => {
                format!("Another erfa is writing here, since {since}; this one waits …")
            }
        }
    }

    /// That somebody wrote into a file after it had been replaced.
    pub(super) fn late(&self, path: &str, kept: &Path) -> String {
        let (path, kept) = (visible(path), kept.display());
        match self.language {
            Language::German => format!(
                "In `{path}` wurde noch geschrieben, als schon eine neue Fassung an ihrer Stelle stand; diese Worte stehen nur in `{kept}`."
            ),
            Language::English => format!(
                "Somebody went on writing into `{path}` when it had been replaced already; these words stand only in `{kept}`."
            ),
        }
    }

    pub(super) fn recovered(&self, recovered: &Recovered) -> String {
        let Recovered { entry, is_finished, changed } = recovered;
        let what = self.named(entry);
        let said = match (self.language, is_finished) {
            (Language::German, true) => {
                format!("{what} war unterbrochen worden und ist jetzt fertig")
            }
            (Language::German, false) => {
                format!("{what} war unterbrochen worden und ist zurückgenommen")
            }
            (Language::English, true) => format!("{what} had been interrupted and is finished now"),
            (Language::English, false) => format!("{what} had been interrupted and is undone"),
        };
        let files = and(changed.iter().map(|path| format!("`{path}`")), self.language);
        match (self.language, files.as_str()) {
            (_, "") => format!("{said}."),
            (Language::German, files) => {
                format!("{said}; was seither jemand geändert hat, bleibt: {files}.")
            }
            (Language::English, files) => {
                format!("{said}; what somebody has changed since stays: {files}.")
            }
        }
    }

    /// What an entry of the journal is called.
    pub(super) fn named(&self, entry: &Entry) -> String {
        let command = visible(&entry.command);
        match (self.language, command.as_ref()) {
            (Language::German, "") => "Eine Änderung".to_owned(),
            (Language::English, "") => "A change".to_owned(),
            (_, command) => format!("`erfa {command}`"),
        }
    }
}
