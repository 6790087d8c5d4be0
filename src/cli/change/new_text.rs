//! What a file of the workspace is to say.

use std::path::Path;

use crate::input::edit::{is_bare, with_schema};
use crate::input::keys::KeyedFile;
use crate::system::files;

/// The new text of a file, by its path below the workspace; one that is empty is removed.
#[derive(Clone)]
pub(in crate::cli) struct NewText {
    pub(in crate::cli) path: String,
    pub(in crate::cli) text: String,
}

impl NewText {
    /// What the file will say; none if it goes, as one does that says no more than what its schema is.
    pub(super) fn after(&self) -> Option<&str> {
        Some(self.text.as_str()).filter(|text| !is_bare(text))
    }

    /// The same for a file that is new in the workspace at `root`: it names its schema, if there is one. In
    /// a workspace without schemas editors would only miss what the line names.
    pub(super) fn wired(self, root: &Path) -> Self {
        let schema = KeyedFile::at(&self.path).map(|file| root.join(file.schema()));
        let text = schema
            .filter(|schema| files::is_file(schema))
            .and_then(|_| with_schema(&self.path, &self.text));
        Self { text: text.unwrap_or(self.text), path: self.path }
    }
}
