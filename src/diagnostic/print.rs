//! Findings about how documents look: colours, logos, designs and paper.

use super::{Wording, problems};
use crate::text::Language;
use crate::text::list::and;

/// How many lines are named before the rest is only counted.
const NAMED: usize = 5;

/// Why a picture is not safe to hand on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Active {
    /// A script, or something that embeds another page.
    Element(String),
    /// An attribute that starts a script, such as `onload`.
    Handler(String),
    /// Something to be fetched from elsewhere.
    Reference(String),
    /// A definition of entities or a style sheet outside of it.
    Declaration,
}

impl Active {
    fn words(&self, language: Language) -> String {
        match (self, language) {
            (Self::Element(name), Language::German) => format!("das Element `<{name}>`"),
            (Self::Element(name), Language::English) => format!("the element `<{name}>`"),
            (Self::Handler(name), Language::German) => format!("das Attribut `{name}`"),
            (Self::Handler(name), Language::English) => format!("the attribute `{name}`"),
            (Self::Reference(to), Language::German) => format!("einen Verweis auf `{to}`"),
            (Self::Reference(to), Language::English) => format!("a reference to `{to}`"),
            (Self::Declaration, Language::German) => {
                "eine Deklaration von Entitäten oder Stilen".to_owned()
            }
            (Self::Declaration, Language::English) => {
                "a declaration of entities or styles".to_owned()
            }
        }
    }
}

/// The first lines in quotation marks, and how many there are beside them.
fn named(lines: &[String], language: Language) -> String {
    let shorten = |line: &String| match line.char_indices().nth(60) {
        Some((end, _)) => format!("`{}…`", &line[..end]),
        None => format!("`{line}`"),
    };
    let mut names: Vec<String> = lines.iter().take(NAMED).map(shorten).collect();
    let left = lines.len().saturating_sub(NAMED);
    if left > 0 {
        names.push(match language {
            Language::German => format!("{left} weitere"),
            Language::English => format!("{left} more"),
        });
    }
    and(&names, language)
}

problems! {
    /// A colour in which text cannot be read.
    Warning "low-contrast" LowContrast {
        /// The colour.
        found: String,
        /// Its contrast with white, with one decimal.
        contrast: String,
        /// The nearest darker colour that can be read.
        nearest: String,
    }
        de => Wording::new(
            format!("{found} ist auf Weiß schlecht lesbar (Kontrast {} : 1, nötig ist 4,5 : 1)", contrast.replace('.', ",")),
            format!("gedruckt wird der nächste dunklere Ton; schreiben Sie \"{nearest}\""),
        ),
        en => Wording::new(
            format!("{found} is hard to read on white (contrast {contrast}:1, needed is 4.5:1)"),
            format!("the nearest darker shade is printed; write \"{nearest}\""),
        );

    /// A path that leads out of the workspace.
    Error "path-outside" PathOutside {
        /// The path.
        found: String,
    }
        de => Wording::new(
            format!("`{found}` liegt nicht im Arbeitsordner"),
            "schreiben Sie den Weg vom Arbeitsordner aus, mit `/`, zum Beispiel \"logos/netzwerk.svg\"",
        ),
        en => Wording::new(
            format!("`{found}` is not in the workspace"),
            "write the path from the workspace's folder, with `/`, for example \"logos/network.svg\"",
        );

    /// A logo that is not there.
    Error "logo-missing" LogoMissing {
        /// Its path.
        path: String,
    }
        de => Wording::new(
            format!("die Datei `{path}` gibt es im Arbeitsordner nicht"),
            "legen Sie das Logo dorthin, oder löschen Sie den Eintrag",
        ),
        en => Wording::new(
            format!("there is no file `{path}` in the workspace"),
            "put the logo there, or delete the entry",
        );

    /// A logo that is no picture.
    Error "not-a-picture" NotAPicture {
        /// Its path.
        path: String,
    }
        de => Wording::new(
            format!("`{path}` ist weder ein SVG- noch ein PNG-Bild, oder es ist beschädigt"),
            "speichern Sie das Logo als SVG oder PNG",
        ),
        en => Wording::new(
            format!("`{path}` is neither an SVG nor a PNG picture, or it is damaged"),
            "save the logo as SVG or PNG",
        );

    /// A drawing that does something or fetches something.
    Error "active-picture" ActivePicture {
        /// Its path.
        path: String,
        /// What it does.
        what: Active,
    }
        de => Wording::new(
            format!("das Bild `{path}` enthält {}", what.words(Language::German)),
            "ein Logo zeigt nur etwas; speichern Sie es als „einfaches SVG“ oder als PNG",
        ),
        en => Wording::new(
            format!("the picture `{path}` has {}", what.words(Language::English)),
            "a logo only shows something; save it as \"plain SVG\" or as PNG",
        );

    /// A character that no built-in font has.
    Error "glyph-missing" GlyphMissing {
        /// The character.
        character: char,
        /// The words around it.
        within: String,
    }
        de => Wording::new(
            format!("für das Zeichen {character} (U+{:04X}) in `{within}` gibt es im PDF keine Schrift", u32::from(*character)),
            "ersetzen Sie es durch ein Wort, oder wählen Sie ein anderes Format",
        ),
        en => Wording::new(
            format!("no font of the PDF has the character {character} (U+{:04X}) in `{within}`", u32::from(*character)),
            "replace it by a word, or choose another format",
        );

    /// A document that needs more than the one page that was asked for.
    Error "too-long-for-one-page" TooLongForOnePage {
        /// The size of letters in points with which it was tried last.
        points: String,
        /// The lines that do not fit.
        lines: Vec<String>,
        /// How many pages it takes.
        pages: usize,
    }
        de => Wording::new(
            format!(
                "das Programm passt auch in {points} Punkt nicht auf eine Seite, sondern braucht {pages}; keinen Platz {} {}",
                if lines.len() == 1 { "hat" } else { "haben" },
                named(lines, Language::German),
            ),
            "kürzen Sie, nehmen Sie `--edition short` oder `--paper a4`, oder lassen Sie `--one-page` weg",
        ),
        en => Wording::new(
            format!(
                "the programme does not fit on one page even at {points} points, but needs {pages}; there is no room for {}",
                named(lines, Language::English),
            ),
            "shorten it, use `--edition short` or `--paper a4`, or leave out `--one-page`",
        );

    /// An address that the window of an envelope has no room for.
    Error "address-too-long" AddressTooLong {
        /// The address in one line.
        address: String,
    }
        de => Wording::new(
            format!("die Anschrift `{address}` passt auch mit 8 Punkt nicht in das Fenster"),
            "kürzen Sie `organisation`, `department` oder `office`",
        ),
        en => Wording::new(
            format!("the address `{address}` does not fit into the window even at 8 points"),
            "shorten `organisation`, `department` or `office`",
        );

    /// A mistake in a design.
    Error "design-fault" DesignFault {
        /// What typst says.
        reason: String,
        /// What typst advises.
        hint: Option<String>,
        /// Whether it is the user's own design.
        own: bool,
    }
        de => Wording::new(
            if *own {
                format!("diese Gestaltung lässt sich nicht setzen (Meldung von Typst: {reason})")
            } else {
                format!("das Dokument lässt sich nicht setzen (Meldung von Typst: {reason})")
            },
            match (hint, own) {
                (Some(hint), _) => format!("Rat von Typst: {hint}"),
                (None, true) => "ohne die Datei gilt die eingebaute Gestaltung".to_owned(),
                (None, false) => "wählen Sie einstweilen ein anderes Format".to_owned(),
            },
        ),
        en => Wording::new(
            if *own {
                format!("this design cannot be set (typst says: {reason})")
            } else {
                format!("the document cannot be set (typst says: {reason})")
            },
            match (hint, own) {
                (Some(hint), _) => format!("typst advises: {hint}"),
                (None, true) => "without the file the built-in design is used".to_owned(),
                (None, false) => "choose another format in the meantime".to_owned(),
            },
        );

    /// A file of bytes that was about to fill the screen.
    Error "bytes-on-screen" BytesOnScreen {
        /// The format.
        format: String,
        /// What a file of this answer would be called.
        name: String,
    }
        de => Wording::new(
            format!("`{format}` ist nicht für den Bildschirm"),
            format!("schreiben Sie es in eine Datei: `--output {name}`"),
        ),
        en => Wording::new(
            format!("`{format}` is not for the screen"),
            format!("write it to a file: `--output {name}`"),
        );
}
