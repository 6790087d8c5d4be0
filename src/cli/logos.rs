//! The logos of a workspace: their files read and looked into.

use std::path::Path;

use super::loaded::Loaded;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::print::{ActivePicture, LogoMissing, NotAPicture};
use crate::document::model::Logo;
use crate::document::picture::{self, Fault};
use crate::domain;
use crate::domain::meeting::Meeting;
use crate::domain::workspace::Workspace;
use crate::system::files;

/// What is wrong with the logos of the workspace in the folder `root`.
pub(super) fn check(workspace: &Workspace, root: &Path) -> Vec<Diagnostic> {
    let cities = workspace.cities.iter().filter_map(|city| city.logo.as_ref());
    let logos = workspace.network.style.logos.iter().chain(cities);
    logos.filter_map(|logo| read(logo, root).err()).collect()
}

impl Loaded {
    /// The logos at the head of what is written about `meeting`: the network's and its hosts'.
    pub(super) fn logos(&self, meeting: &Meeting) -> anyhow::Result<Vec<Logo>> {
        let Some(root) = &self.root else { return Ok(Vec::new()) };
        let workspace = &self.workspace;
        let hosts = meeting.hosts.iter().map(|host| workspace.city(host.value));
        let hosts = hosts.filter_map(|city| city.logo.as_ref());
        let (mut logos, mut findings) = (Vec::new(), Vec::new());
        for logo in workspace.network.style.logos.iter().chain(hosts) {
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
        Ok(format) => Ok(Logo { alt: logo.alt.to_string(), format, bytes }),
        Err(Fault::Unreadable) => Err(Diagnostic::at(place, NotAPicture { path })),
        Err(Fault::Active(what)) => Err(Diagnostic::at(place, ActivePicture { path, what })),
    }
}
