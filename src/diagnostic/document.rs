//! Findings about templates and style sheets.

use super::file::system_words;
use super::finding::problems;
use crate::source::workshop::Mishap;
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
                [
                    "hier stehen zu viele Klammern ineinander",
                    "was in ihnen steht, wird nicht gelesen",
                ],
                ["there are too many brackets within each other", "what is in them is not read"],
            ),
        };
        language.pick(german, english)
    }
}

impl Mishap {
    /// What became of something that was worked apart, and what to do.
    pub(super) fn words(&self, language: Language) -> [String; 2] {
        let simpler = language.pick(
            "machen Sie sie einfacher; `erfa check` prüft sie jederzeit",
            "make it simpler; `erfa check` tests it at any time",
        );
        let (message, hint) = match self {
            Self::Time(seconds) => {
                let [german, english] = [
                    format!("sie braucht länger als {seconds} Sekunden"),
                    format!("it takes longer than {seconds} seconds"),
                ];
                (language.pick(german, english), simpler)
            }
            Self::Memory(most) => {
                let [german, english] = [
                    format!("sie braucht mehr als {most} MiB Speicher"),
                    format!("it needs more than {most} MiB of memory"),
                ];
                (language.pick(german, english), simpler)
            }
            Self::Steps => {
                let german = "sie braucht mehr Schritte, als ihr zustehen; endet sie überhaupt?";
                let english = "it takes more steps than it is given; does it ever end?";
                (language.pick(german, english).to_owned(), simpler)
            }
            Self::Depth => {
                let german = "in ihr steht zu vieles ineinander";
                let english = "too much stands within each other in it";
                (language.pick(german, english).to_owned(), simpler)
            }
            Self::Fall(words) => {
                let [german, english] = [
                    format!("sie hat das Programm zu Fall gebracht, das sie ausführt ({words})"),
                    format!("it brought down the program that works it ({words})"),
                ];
                let hint = language.pick(
                    "nehmen Sie zurück, was zuletzt hinzukam, und melden Sie es bitte den Entwicklern",
                    "take back what was added last, and please report it to the developers",
                );
                (language.pick(german, english), hint)
            }
            Self::Refusal(words) => {
                let [german, english] = [
                    format!("sie lässt sich nicht zeichnen (Meldung: {words})"),
                    format!("it cannot be drawn ({words})"),
                ];
                let hint = language.pick(
                    "speichern Sie das Bild als „einfaches SVG“ mit weniger Teilen, oder als PNG",
                    "save the picture as \"plain SVG\" with fewer parts, or as PNG",
                );
                (language.pick(german, english), hint)
            }
            Self::Closed(words) => {
                let [german, english] = [
                    format!("der Prozess dafür lässt sich nicht starten ({})", system_words(words)),
                    format!("the process for it cannot be started ({words})"),
                ];
                let hint = language.pick(
                    "eigene Vorlagen, Gestaltungen und Logos führt ein Prozess für sich aus",
                    "templates, designs and logos of your own are worked by a process of their own",
                );
                (language.pick(german, english), hint)
            }
        };
        [message, hint.to_owned()]
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

    /// A file of the user's own asks for more than it is given.
    Error "work-stopped" WorkStopped { mishap: Mishap }
        let [message, hint] = mishap.words(language);
        de "die Datei wurde abgebrochen: {message}" => "{hint}";
        en "the file was stopped: {message}" => "{hint}";

    /// A template from which something comes that is no text.
    Error "forbidden-character" ForbiddenCharacter { character: char }
        let code = u32::from(*character);
        de "aus der Vorlage kommt das Steuerzeichen U+{code:04X}"
            => "kein Schriftstück kann es enthalten: löschen Sie es";
        en "the control character U+{code:04X} comes out of the template"
            => "no document can hold it: delete it";

    /// A template or minutes whose text has too much within each other.
    Error "too-deep" TooDeep {}
        de "hier stehen zu viele Listen, Zitate oder Auszeichnungen ineinander"
            => "mehr als vierzehn kann niemand auseinanderhalten: schreiben Sie sie untereinander";
        en "too many lists, quotes or marks stand within each other here"
            => "nobody can tell more than fourteen apart: write them one below the other";

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
