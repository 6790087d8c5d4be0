//! Answers as JSON.

use serde::Serialize;

/// Data of any type, for other programs.
pub trait Data {
    /// The data as [`json`].
    ///
    /// # Errors
    /// As there.
    fn json(&self) -> serde_json::Result<String>;
}

impl<T: Serialize> Data for T {
    fn json(&self) -> serde_json::Result<String> {
        json(self)
    }
}

/// `answer` as JSON over several lines, with a line end.
///
/// # Errors
/// If a key in it is no text; the answers of this program have none of those.
pub fn json(answer: &impl Serialize) -> serde_json::Result<String> {
    let mut text = serde_json::to_string_pretty(answer)?;
    text.push('\n');
    Ok(text)
}
