//! Findings about templates and style sheets.

use super::{Wording, meant, problems};
use crate::text::Language;

/// What is wrong with a style sheet as one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StyleFault {
    /// A bracket that is never closed.
    Unclosed,
    /// A bracket that was never opened.
    Unopened,
    /// A text without its closing quotation mark.
    Text,
    /// A comment without its end.
    Comment,
    /// An address with white space, brackets or quotation marks in it.
    Address,
    /// Braces without anything before them.
    NoSelector,
    /// A rule without braces.
    NoBlock,
    /// A declaration without a colon.
    NoColon,
    /// Two declarations without a semicolon between them.
    NoSemicolon,
}

impl StyleFault {
    fn words(self, language: Language) -> (&'static str, &'static str) {
        match (self, language) {
            (Self::Unclosed, Language::German) => {
                ("diese Klammer wird nie geschlossen", "schließen Sie sie, wo ihr Inhalt endet")
            }
            (Self::Unclosed, Language::English) => {
                ("this bracket is never closed", "close it where its content ends")
            }
            (Self::Unopened, Language::German) => (
                "diese Klammer wurde nie geöffnet",
                "löschen Sie sie, oder öffnen Sie sie, wo ihr Inhalt beginnt",
            ),
            (Self::Unopened, Language::English) => {
                ("this bracket was never opened", "delete it, or open it where its content begins")
            }
            (Self::Text, Language::German) => (
                "dieser Text ist nicht abgeschlossen",
                "schließen Sie ihn in derselben Zeile mit dem Anführungszeichen, mit dem er beginnt",
            ),
            (Self::Text, Language::English) => (
                "this text is not closed",
                "close it on the same line with the quote it begins with",
            ),
            (Self::Comment, Language::German) => {
                ("dieser Kommentar hat kein Ende", "schließen Sie ihn mit */")
            }
            (Self::Comment, Language::English) => ("this comment has no end", "close it with */"),
            (Self::Address, Language::German) => (
                "diese Adresse ist nicht lesbar",
                "setzen Sie sie in Anführungszeichen: url(\"…\")",
            ),
            (Self::Address, Language::English) => {
                ("this address cannot be read", "put it in quotes: url(\"…\")")
            }
            (Self::NoSelector, Language::German) => (
                "hier fehlt, wofür die Regel gilt",
                "schreiben Sie es vor die Klammer, etwa h1 { … }",
            ),
            (Self::NoSelector, Language::English) => (
                "this rule does not say what it is for",
                "write it before the brace, such as h1 { … }",
            ),
            (Self::NoBlock, Language::German) => {
                ("diese Regel hat keinen Inhalt", "er steht in geschweiften Klammern: h1 { … }")
            }
            (Self::NoBlock, Language::English) => {
                ("this rule has no content", "it stands in braces: h1 { … }")
            }
            (Self::NoColon, Language::German) => {
                ("das ist keine Angabe", "schreiben Sie Namen und Wert so: color: #14523d;")
            }
            (Self::NoColon, Language::English) => {
                ("this is no declaration", "write name and value like this: color: #14523d;")
            }
            (Self::NoSemicolon, Language::German) => {
                ("vor dieser Angabe fehlt ein Semikolon", "Angaben enden mit ;")
            }
            (Self::NoSemicolon, Language::English) => {
                ("a semicolon is missing before this declaration", "declarations end with ;")
            }
        }
    }
}

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

    /// A style sheet that a browser would read in another way than it looks.
    Error "style-syntax" StyleSyntax {
        /// What is wrong.
        fault: StyleFault,
    }
        de => {
            let (message, hint) = fault.words(Language::German);
            Wording::new(message, hint)
        },
        en => {
            let (message, hint) = fault.words(Language::English);
            Wording::new(message, hint)
        };

    /// A style sheet that loads something.
    Error "style-loads" StyleLoads {
        /// What it loads.
        target: String,
    }
        de => Wording::new(
            format!("die Seite würde mit `{target}` etwas nachladen"),
            "sie ist eine einzige Datei: betten Sie es als data:-Adresse ein, oder lassen Sie es weg",
        ),
        en => Wording::new(
            format!("the page would load something with `{target}`"),
            "it is one single file: embed it as a data: address, or leave it out",
        );

    /// A style sheet that is more than one.
    Error "style-unsafe" StyleUnsafe {
        /// What was found.
        found: String,
    }
        de => Wording::new(
            format!("`{found}` gehört in keine Formatvorlage"),
            "löschen Sie es, auch aus Kommentaren: es beendet die Formatvorlage oder führt Befehle aus",
        ),
        en => Wording::new(
            format!("`{found}` does not belong in a style sheet"),
            "delete it, from comments too: it ends the style sheet or runs a program",
        );

    /// A value that a template keeps and never shows.
    Warning "unused-variable" UnusedVariable {
        /// Its name.
        name: String,
    }
        de => Wording::new(
            format!("`{name}` wird gesetzt, aber nirgends verwendet"),
            "streichen Sie es, oder setzen Sie es mit {{ … }} ein",
        ),
        en => Wording::new(
            format!("`{name}` is set but never used"),
            "drop it, or put it to use with {{ … }}",
        );
}
