//! Findings about templates and style sheets.

use super::finding::problems;
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
    /// More brackets within each other than are followed.
    TooDeep,
}

impl StyleFault {
    /// What is wrong, and what to do.
    fn words(self, language: Language) -> [&'static str; 2] {
        let (german, english) = match self {
            Self::Unclosed => (
                ["diese Klammer wird nie geschlossen", "schließen Sie sie, wo ihr Inhalt endet"],
                ["this bracket is never closed", "close it where its content ends"],
            ),
            Self::Unopened => (
                [
                    "diese Klammer wurde nie geöffnet",
                    "löschen Sie sie, oder öffnen Sie sie, wo ihr Inhalt beginnt",
                ],
                ["this bracket was never opened", "delete it, or open it where its content begins"],
            ),
            Self::Text => (
                [
                    "dieser Text ist nicht abgeschlossen",
                    "schließen Sie ihn in derselben Zeile mit dem Anführungszeichen, mit dem er \
                    beginnt",
                ],
                [
                    "this text is not closed",
                    "close it on the same line with the quote it begins with",
                ],
            ),
            Self::Comment => (
                ["dieser Kommentar hat kein Ende", "schließen Sie ihn mit */"],
                ["this comment has no end", "close it with */"],
            ),
            Self::Address => (
                [
                    "diese Adresse ist nicht lesbar",
                    "setzen Sie sie in Anführungszeichen: url(\"…\")",
                ],
                ["this address cannot be read", "put it in quotes: url(\"…\")"],
            ),
            Self::NoSelector => (
                [
                    "hier fehlt, wofür die Regel gilt",
                    "schreiben Sie es vor die Klammer, etwa h1 { … }",
                ],
                [
                    "this rule does not say what it is for",
                    "write it before the brace, such as h1 { … }",
                ],
            ),
            Self::NoBlock => (
                ["diese Regel hat keinen Inhalt", "er steht in geschweiften Klammern: h1 { … }"],
                ["this rule has no content", "it stands in braces: h1 { … }"],
            ),
            Self::NoColon => (
                ["das ist keine Angabe", "schreiben Sie Namen und Wert so: color: #14523d;"],
                ["this is no declaration", "write name and value like this: color: #14523d;"],
            ),
            Self::NoSemicolon => (
                ["vor dieser Angabe fehlt ein Semikolon", "Angaben enden mit ;"],
                ["a semicolon is missing before this declaration", "declarations end with ;"],
            ),
            Self::TooDeep => (
                ["hier stehen zu viele Klammern ineinander", "was in ihnen steht, wird nicht gelesen"],
                ["there are too many brackets within each other", "what is in them is not read"],
            ),
        };
        language.pick(german, english)
    }
}

problems! { |language|
    /// The template cannot be read as one.
    Error "template-syntax" TemplateSyntax { reason: String }
        de "die Vorlage ist nicht lesbar (Meldung der Vorlagensprache: {reason})"
            => "Platzhalter stehen in {{{{ … }}}}, Anweisungen in {{% … %}}";
        en "the template cannot be read: {reason}"
            => "placeholders stand in {{{{ … }}}}, statements in {{% … %}}";

    /// A placeholder that stands for nothing.
    Error "unknown-placeholder" UnknownPlaceholder { name: String, near: Option<String> }
        de "unbekannter Platzhalter `{name}`"
            => near or "`erfa … --json` zeigt die Angaben, die es gibt";
        en "unknown placeholder `{name}`" => near or "`erfa … --json` shows what there is";

    /// A style sheet that a browser would read in another way than it looks.
    Error "style-syntax" StyleSyntax { fault: StyleFault }
        let [message, hint] = fault.words(language);
        de "{message}" => "{hint}";
        en "{message}" => "{hint}";

    /// A style sheet that loads something.
    Error "style-loads" StyleLoads { target: String }
        de "die Seite würde mit `{target}` etwas nachladen"
            => "sie ist eine einzige Datei: betten Sie es als data:-Adresse ein, oder lassen Sie \
                es weg";
        en "the page would load something with `{target}`"
            => "it is one single file: embed it as a data: address, or leave it out";

    /// A style sheet that is more than one.
    Error "style-unsafe" StyleUnsafe { found: String }
        de "`{found}` gehört in keine Formatvorlage"
            => "löschen Sie es, auch aus Kommentaren: es beendet die Formatvorlage oder führt \
                Befehle aus";
        en "`{found}` does not belong in a style sheet"
            => "delete it, from comments too: it ends the style sheet or runs a program";

    /// A value that a template keeps and never shows.
    Warning "unused-variable" UnusedVariable { name: String }
        de "`{name}` wird gesetzt, aber nirgends verwendet"
            => "streichen Sie es, oder setzen Sie es mit {{{{ … }}}} ein";
        en "`{name}` is set but never used" => "drop it, or put it to use with {{{{ … }}}}";
}
