//! What has changed since a version of the programme.

use anyhow::Result;

use crate::cli::context::Context;
use crate::cli::failure::Findings;
use crate::cli::format::{self, Format};
use crate::cli::loaded::Loaded;
use crate::cli::paper;
use crate::diagnostic::release::UnknownRelease;
use crate::document::changes::document;
use crate::domain::meeting::Meeting;
use crate::domain::release::Release;
use crate::render::json::json;
use crate::render::sheet::Sheet;
use crate::view::changes::changes;
use crate::view::programme::Edition;

/// The version that `--since` means.
#[derive(Clone, Copy, Debug)]
pub(super) enum Since {
    /// The last one.
    Last,
    /// The one with this number.
    Number(u32),
}

impl Since {
    pub(super) const LAST: &str = "last";

    pub(super) fn parse(words: &str) -> Result<Self, String> {
        let number = words.parse().ok().filter(|number| *number > 0).map(Self::Number);
        let last = (words == Self::LAST).then_some(Self::Last);
        number.or(last).ok_or_else(|| "2, last".to_owned())
    }
}

/// What has changed since a version, in a format.
pub(super) fn since(
    wanted: Since,
    meeting: &Meeting,
    edition: Edition,
    format: Format,
    sheet: Sheet,
    loaded: &Loaded,
    context: &Context,
) -> Result<Vec<u8>> {
    let releases = &meeting.releases;
    let number = match wanted {
        Since::Last => None,
        Since::Number(number) => Some(number),
    };
    let is_wanted = |release: &&Release| number.is_none_or(|number| release.number == number);
    let release = releases.iter().rfind(is_wanted).ok_or_else(|| {
        let known = releases.iter().map(|release| release.number).collect();
        Findings::one(UnknownRelease { meeting: meeting.id.to_string(), number, known })
    })?;
    let Loaded { workspace, document_language, .. } = loaded;
    let changes = changes(workspace, meeting, release, *document_language, edition);
    if format == Format::Json {
        return Ok(json(&changes)?.into_bytes());
    }
    let document = document(&changes, *document_language);
    let document = loaded.styled(document, format)?;
    match format {
        Format::Pdf => paper::pdf(&[document], sheet, loaded),
        _ => format::bytes(&document, format, context),
    }
}
