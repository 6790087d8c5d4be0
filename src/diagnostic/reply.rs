//! Findings about replies.

use super::{Wording, meant, problems};
use crate::text::{Language, list};

problems! {
    /// Two replies from one side to one meeting.
    Error "duplicate-reply" DuplicateReply {
        /// Who answered.
        name: String,
    }
        de => Wording::new(
            format!("`{name}` hat hier zwei Antworten"),
            "löschen Sie die ältere; was sonst zu sagen ist, passt in `note`",
        ),
        en => Wording::new(
            format!("`{name}` has two replies here"),
            "delete the older one; whatever else there is to say fits into `note`",
        );

    /// A path at which there is nothing to read.
    Error "no-such-path" NoSuchPath {
        /// The path.
        path: String,
    }
        de => Wording::new(
            format!("`{path}` gibt es nicht"),
            "nennen Sie Dateien mit Antworten, oder einen Ordner, in dem sie liegen",
        ),
        en => Wording::new(
            format!("there is no `{path}`"),
            "name files with replies, or a folder in which they lie",
        );

    /// Somebody who is no contact and no town.
    Error "unknown-respondent" UnknownRespondent {
        /// The name.
        name: String,
        /// The nearest key.
        near: Option<String>,
    }
        de => Wording::maybe(
            format!("`{name}` ist weder Kontakt noch Stadt"),
            meant(near.as_ref(), Language::German).or_else(|| {
                Some("Kontakte stehen in `contacts.toml`; wer mitkommt, gehört in `--with`".to_owned())
            }),
        ),
        en => Wording::maybe(
            format!("`{name}` is no contact and no city"),
            meant(near.as_ref(), Language::English).or_else(|| {
                Some("contacts stand in `contacts.toml`; who comes along belongs to `--with`".to_owned())
            }),
        );

    /// A name that several people have.
    Error "ambiguous-respondent" AmbiguousRespondent {
        /// The name.
        name: String,
        /// The keys of those who have it.
        ids: Vec<String>,
    }
        de => Wording::new(
            format!("`{name}` heißen mehrere"),
            format!("nennen Sie die Kennung: {}", list::or(ids.iter().map(|id| format!("`{id}`")), Language::German)),
        ),
        en => Wording::new(
            format!("several are called `{name}`"),
            format!("give the id: {}", list::or(ids.iter().map(|id| format!("`{id}`")), Language::English)),
        );
}
