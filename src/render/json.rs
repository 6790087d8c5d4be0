//! Answers as JSON.

use serde::Serialize;

/// `answer` as JSON over several lines, with a line end.
///
/// # Errors
/// If a key in it is no text; the answers of this program have none of those.
pub fn json(answer: &impl Serialize) -> serde_json::Result<String> {
    let mut text = serde_json::to_string_pretty(answer)?;
    text.push('\n');
    Ok(text)
}
