//! Findings about templates.

use super::{Wording, meant, problems};
use crate::text::Language;

problems! {
    /// The template cannot be read as one.
    Error "template-syntax" TemplateSyntax {
        /// What the template engine says.
        reason: String,
    }
        de => Wording::new(
            format!("die Vorlage ist nicht lesbar (Meldung der Vorlagensprache: {reason})"),
            "Platzhalter stehen in {{ … }}, Anweisungen in {% … %}",
        ),
        en => Wording::new(
            format!("the template cannot be read: {reason}"),
            "placeholders stand in {{ … }}, statements in {% … %}",
        );

    /// A placeholder that stands for nothing.
    Error "unknown-placeholder" UnknownPlaceholder {
        /// The placeholder.
        name: String,
        /// The nearest one there is.
        near: Option<String>,
    }
        de => Wording::maybe(
            format!("unbekannter Platzhalter `{name}`"),
            meant(near.as_ref(), Language::German).or_else(|| {
                Some("`erfa … --json` zeigt die Angaben, die es gibt".to_owned())
            }),
        ),
        en => Wording::maybe(
            format!("unknown placeholder `{name}`"),
            meant(near.as_ref(), Language::English).or_else(|| {
                Some("`erfa … --json` shows what there is".to_owned())
            }),
        );
}
