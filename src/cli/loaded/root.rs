//! Where the workspace is.

use std::path::PathBuf;

use anyhow::Context as _;

use crate::cli::context::Context;
use crate::cli::failure::Findings;
use crate::diagnostic::file::FileUnreadable;
use crate::diagnostic::request::NoWorkspace;
use crate::input;
use crate::system::{files, owner};
use crate::text::Language;

impl Context {
    /// The folder of the workspace; none stands for the built-in copy.
    pub(in crate::cli) fn workspace_root(&self) -> anyhow::Result<Option<PathBuf>> {
        let marker = input::FILES[0];
        if let Some(directory) = &self.directory {
            let candidates = [directory.clone(), directory.join("data")];
            let root = candidates.into_iter().find(|folder| files::exists(&folder.join(marker)));
            let path = directory.display().to_string();
            if let Some(reason) = files::refusal(directory) {
                return Err(Findings::one(FileUnreadable { path, reason }).into());
            }
            let problem = NoWorkspace { path };
            return Ok(Some(root.ok_or_else(|| Findings::one(problem))?));
        }
        let here = files::working_folder().with_context(|| {
            self.say("der aktuelle Ordner ist nicht lesbar", "cannot read the working folder")
                .to_owned()
        })?;
        let root = files::find_upwards(&here, marker);
        // Where one stands oneself, one knows what is there.
        let above = root.as_ref().filter(|root| !root.starts_with(&here));
        if let Some(root) = above
            && owner::is_others(&root.join(marker))
            && !self.owner_is_told.replace(true)
        {
            let root = root.display();
            self.note(&match self.language {
                Language::German => format!("Der Arbeitsordner `{root}` gehört jemand anderem."),
                Language::English => format!("The workspace `{root}` belongs to somebody else."),
            });
        }
        Ok(root)
    }
}
