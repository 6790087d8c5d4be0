//! What keeps documents from being set, and the same as JSON, as it comes from a workshop.

use std::ops::Range;

use serde_json::{Value as Json, json};

/// Why nothing was set.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Fault {
    /// A mistake of the design.
    Design {
        /// Where it stands.
        range: Option<Range<usize>>,
        /// What typst says.
        reason: String,
        /// What it proposes.
        hint: Option<String>,
    },
    /// Not everything stands on the one page that is wanted.
    TooLong {
        /// The size of the letters.
        points: String,
        /// The lines that are left over.
        lines: Vec<String>,
        /// How many pages there are.
        pages: usize,
    },
    /// An address that its field has no room for.
    AddressTooLong(String),
}

/// Whether what typst says is about a picture that it cannot draw.
pub(super) fn is_of_picture(reason: &str) -> bool {
    ["failed to parse SVG", "failed to decode image", "failed to load "]
        .iter()
        .any(|words| reason.starts_with(words))
}

/// What typst says, without the place in its own sources where it noticed.
pub(super) fn plain(reason: &str) -> String {
    let place = reason.find(" (occurred at ").unwrap_or(reason.len());
    reason[..place].to_owned()
}

/// Whether a hint of typst helps those who have erfa: its own options and reports to its makers do not.
pub(super) fn is_of_use(hint: &str) -> bool {
    !["--root", "--input", "--font-path", "RUST_BACKTRACE", "report this"]
        .iter()
        .any(|words| hint.contains(words))
}

impl Fault {
    /// It as JSON.
    pub(super) fn to_json(&self) -> Json {
        match self {
            Self::Design { range, reason, hint } => {
                json!({ "reason": reason, "range": range, "hint": hint })
            }
            Self::TooLong { points, lines, pages } => {
                json!({ "points": points, "lines": lines, "pages": pages })
            }
            Self::AddressTooLong(address) => json!({ "address": address }),
        }
    }

    /// What `json` stands for.
    pub(super) fn from_json(json: &Json) -> Option<Self> {
        let words = |key: &str| json.get(key).and_then(Json::as_str).map(str::to_owned);
        let number = |value: &Json| usize::try_from(value.as_u64()?).ok();
        if let Some(reason) = words("reason") {
            let range = json.get("range");
            let end = |key: &str| number(range?.get(key)?);
            let range = end("start").zip(end("end")).map(|(start, end)| start..end);
            return Some(Self::Design { range, reason, hint: words("hint") });
        }
        if let Some(points) = words("points") {
            let lines = json.get("lines")?.as_array()?.iter();
            let lines = lines.filter_map(|line| Some(line.as_str()?.to_owned())).collect();
            return Some(Self::TooLong { points, lines, pages: number(json.get("pages")?)? });
        }
        words("address").map(Self::AddressTooLong)
    }
}
