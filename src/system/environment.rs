//! The environment variables the program looks at.

use std::path::PathBuf;

use super::secret::Secret;
use crate::text::Language;

/// What the environment says.
#[derive(Clone, Debug, Default)]
pub struct Environment {
    /// The workspace (`ERFA_DIR`).
    pub directory: Option<PathBuf>,
    /// The day the clock is set to (`ERFA_TODAY`), as written.
    pub today: Option<String>,
    /// The language of the user (`ERFA_LANG`, else the locale).
    pub language: Language,
    /// The width of the terminal (`COLUMNS`).
    pub columns: Option<usize>,
    /// The name to log in to the mail server with (`ERFA_SMTP_USER`).
    pub smtp_user: Option<String>,
    /// The password that goes with it (`ERFA_SMTP_PASSWORD`).
    pub smtp_password: Option<Secret>,
    /// Whether colour is unwelcome (`NO_COLOR`, or `TERM=dumb`).
    pub no_colour: bool,
}

impl Environment {
    /// Reads the environment of the process. A variable that is empty counts as not set.
    pub fn read() -> Self {
        let locale = ["ERFA_LANG", "LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(variable);
        Self {
            directory: variable("ERFA_DIR").map(PathBuf::from),
            today: variable("ERFA_TODAY"),
            language: Language::from_locale(&locale.unwrap_or_default()),
            columns: variable("COLUMNS").and_then(|columns| columns.parse().ok()),
            smtp_user: variable("ERFA_SMTP_USER"),
            smtp_password: variable("ERFA_SMTP_PASSWORD").map(Secret::new),
            no_colour: variable("NO_COLOR").is_some()
                || variable("TERM").is_some_and(|terminal| terminal == "dumb"),
        }
    }
}

/// The folders in which the system looks for programs (`PATH`); none if nothing is said.
#[cfg(unix)]
#[expect(clippy::disallowed_methods, reason = "this is the door")]
pub(super) fn program_folders() -> Option<Vec<PathBuf>> {
    let folders = std::env::var_os("PATH")?;
    Some(std::env::split_paths(&folders).collect())
}

#[expect(clippy::disallowed_methods, reason = "this is the door")]
fn variable(name: &str) -> Option<String> {
    std::env::var_os(name)
        .map(|value| value.to_string_lossy().into_owned())
        .filter(|value| !value.is_empty())
}
