//! What has changed since a version of the programme.

use anyhow::Result;

use crate::cli::failure::Findings;
use crate::cli::loaded::Loaded;
use crate::diagnostic::release::UnknownRelease;
use crate::domain::meeting::Meeting;
use crate::domain::release::Release;
use crate::view::changes::{Changes, changes};
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

/// What has changed since a version.
pub(super) fn since(
    wanted: Since,
    meeting: &Meeting,
    edition: Edition,
    loaded: &Loaded,
) -> Result<Changes> {
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
    Ok(changes(&loaded.workspace, meeting, release, loaded.document_language, edition))
}
