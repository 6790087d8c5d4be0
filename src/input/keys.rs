//! Every key of every file of a workspace: where it stands, what its value is, and what it means.
//!
//! What is read stands in the readers beside this; `tests/it/keys/known.rs` holds that they know the
//! same keys as these tables. The handbook is made from them.

mod key;
mod meeting;
mod network;
mod others;
mod places;
mod session;
mod topics;

pub use key::{Choices, Key, KeyedFile, KeyedTable, Kind, of as choices};

/// The folder of a workspace in which the schemas of its files lie.
pub const SCHEMAS: &str = "schema";

/// The files of a workspace with keys, in the order in which one meets them.
pub const KEYED_FILES: &[KeyedFile] = &[
    network::FILE,
    places::CITIES,
    places::VENUES,
    places::CONTACTS,
    meeting::FILE,
    others::ROTATION,
    others::ACTIONS,
    topics::FILE,
    others::CALENDAR,
    others::REPLIES,
];

impl KeyedFile {
    /// The one that the file at `path` of a workspace is, if any.
    pub fn at(path: &str) -> Option<&'static Self> {
        KEYED_FILES.iter().find(|file| match file.path.split_once('*') {
            Some((folder, ending)) => {
                let name = path.strip_prefix(folder).and_then(|rest| rest.strip_suffix(ending));
                name.is_some_and(|name| !name.is_empty() && !name.contains('/'))
            }
            None => file.path == path,
        })
    }

    /// What it is called: the file, or the folder in which such files stand.
    pub fn name(&self) -> &'static str {
        self.path.trim_end_matches(".toml").trim_end_matches("/*")
    }

    /// The path of its schema in a workspace.
    pub fn schema(&self) -> String {
        format!("{SCHEMAS}/{}.schema.json", self.name())
    }

    /// The keys with one value in the table at `place`, and those of the tables within it, of which there
    /// can be one, with both names: `sender.mail`.
    pub fn keys_at(&self, place: &str) -> Vec<(String, &'static Key)> {
        let mut keys = Vec::new();
        for table in self.tables {
            for at in table.places {
                let within = match at.strip_prefix(place) {
                    Some("") => "",
                    Some(name) if place.is_empty() => name,
                    Some(name) => name.strip_prefix('.').unwrap_or("."),
                    None => continue,
                };
                let name = |key: &Key| match within {
                    "" => key.name.to_owned(),
                    _ => format!("{within}.{}", key.name),
                };
                if within.is_empty() || !table.several && !within.contains('.') {
                    keys.extend(table.keys.iter().map(|key| (name(key), key)));
                }
            }
        }
        keys
    }
}
