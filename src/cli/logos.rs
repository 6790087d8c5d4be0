//! The logos of a workspace: their files read and looked into.

use std::path::Path;

use super::loaded::Loaded;
use crate::diagnostic::Diagnostic;
#[cfg(feature = "pdf")]
use crate::diagnostic::document::WorkStopped;
use crate::diagnostic::print::{ActivePicture, LogoMissing, NotAPicture};
use crate::document::model::Logo;
use crate::document::picture::{self, PictureFault};
use crate::domain;
use crate::domain::meeting::Meeting;
use crate::domain::workspace::Workspace;
use crate::source::Sources;
use crate::system::files;

/// What is wrong with the logos of the workspace in the folder `root`.
pub(super) fn check(workspace: &Workspace, root: &Path, sources: &Sources) -> Vec<Diagnostic> {
    let cities = workspace.cities.iter().filter_map(|city| city.logo.as_ref());
    let logos = workspace.network.style.logos.iter().chain(cities);
    let tried = |logo| read(logo, root).and_then(|picture| set(logo, picture, sources));
    logos.filter_map(|logo| tried(logo).err()).collect()
}

/// Sets a drawing on paper: what it asks for, nobody sees from outside.
#[cfg(feature = "pdf")]
fn set(logo: &domain::logo::Logo, picture: Logo, sources: &Sources) -> Result<(), Diagnostic> {
    use crate::document::model::{Document, Frame, Picture};
    use crate::text::Language;
    if picture.format != Picture::Svg {
        return Ok(());
    }
    let frame = Frame { logos: vec![picture], ..Frame::default() };
    let alone = Document { frame, ..Document::new(Language::default(), "Logo", Vec::new()) };
    let stopped = crate::render::pdf::try_pictures(alone, sources);
    stopped.map_err(|mishap| Diagnostic::at(logo.file.origin, WorkStopped { mishap }))
}

/// Without PDF nothing is set, and nothing fails.
#[cfg(not(feature = "pdf"))]
#[expect(clippy::unnecessary_wraps)]
fn set(_: &domain::logo::Logo, _: Logo, _: &Sources) -> Result<(), Diagnostic> {
    Ok(())
}

impl Loaded {
    /// The logos at the head of what is written about `meeting`: the network's and its hosts'.
    pub(super) fn logos(&self, meeting: &Meeting) -> anyhow::Result<Vec<Logo>> {
        let hosts = meeting.hosts.iter().map(|host| self.workspace.city(host.value));
        self.logos_with(hosts.filter_map(|city| city.logo.as_ref()))
    }

    /// The logos at the head of what is written about the network.
    pub(super) fn network_logos(&self) -> anyhow::Result<Vec<Logo>> {
        self.logos_with([])
    }

    fn logos_with<'l>(
        &'l self,
        others: impl IntoIterator<Item = &'l domain::logo::Logo>,
    ) -> anyhow::Result<Vec<Logo>> {
        let Some(root) = &self.root else { return Ok(Vec::new()) };
        let (mut logos, mut findings) = (Vec::new(), Vec::new());
        for logo in self.workspace.network.style.logos.iter().chain(others) {
            match read(logo, root) {
                Ok(logo) => logos.push(logo),
                Err(finding) => findings.push(finding),
            }
        }
        if findings.is_empty() { Ok(logos) } else { Err(self.fail(findings)) }
    }
}

fn read(logo: &domain::logo::Logo, root: &Path) -> Result<Logo, Diagnostic> {
    let path = logo.file.value.as_str().to_owned();
    let place = logo.file.origin;
    let Some(file) = files::read_one(&root.join(&path), &path) else {
        return Err(Diagnostic::at(place, LogoMissing { path }));
    };
    // What the system cannot read, or finds too large, shows nothing either.
    let bytes = file.content.unwrap_or_default();
    match picture::format(&bytes) {
        Ok(format) => {
            let bytes = picture::bare(format, &bytes).into_owned();
            Ok(Logo { alt: logo.alt.to_string(), format, bytes })
        }
        Err(PictureFault::Unreadable) => Err(Diagnostic::at(place, NotAPicture { path })),
        Err(PictureFault::Active(what)) => Err(Diagnostic::at(place, ActivePicture { path, what })),
    }
}
