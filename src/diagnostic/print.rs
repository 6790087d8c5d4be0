//! Findings about how documents look: colours, logos, designs and paper.

use super::finding::problems;
use crate::source::workshop::Mishap;
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
        let (german, english) = match self {
            Self::Element(name) => {
                (format!("das Element `<{name}>`"), format!("the element `<{name}>`"))
            }
            Self::Handler(name) => {
                (format!("das Attribut `{name}`"), format!("the attribute `{name}`"))
            }
            Self::Reference(to) => {
                (format!("einen Verweis auf `{to}`"), format!("a reference to `{to}`"))
            }
            Self::Declaration => (
                "eine Deklaration von Entitäten oder Stilen".to_owned(),
                "a declaration of entities or styles".to_owned(),
            ),
        };
        language.pick(german, english)
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
        names.push(format!("{left} {}", language.pick("weitere", "more")));
    }
    and(&names, language)
}

problems! { |language|
    /// Pictures that ask for more than they are given.
    Error "pictures-stopped" PicturesStopped { mishap: Mishap }
        let [message, _] = mishap.words(language);
        de "mit diesen Logos entsteht kein PDF; eine Datei wurde abgebrochen: {message}"
            => "`erfa check` prüft jedes für sich; eine Zeichnung mit weniger Filtern und Masken hilft";
        en "with these logos there is no PDF; a file was stopped: {message}"
            => "`erfa check` tests each by itself; a drawing with fewer filters and masks helps";

    /// A colour in which text cannot be read.
    Warning "low-contrast" LowContrast { found: String, contrast: String, nearest: String }
        de "{found} ist auf Weiß schlecht lesbar (Kontrast {} : 1, nötig ist 4,5 : 1)",
                contrast.replace('.', ",")
            => "gedruckt wird der nächste dunklere Ton; schreiben Sie \"{nearest}\"";
        en "{found} is hard to read on white (contrast {contrast}:1, needed is 4.5:1)"
            => "the nearest darker shade is printed; write \"{nearest}\"";

    /// Labels of which not even one is on the sheet.
    Error "labels-off-sheet" LabelsOffSheet { width: String, height: String }
        de "auf einem Blatt A4 (210 × 297 mm) hat kein Schild von {} × {} mm Platz",
                width.replace('.', ","), height.replace('.', ",")
            => "messen Sie Schild und Ränder in Millimetern nach; üblich sind 90 × 54, 85 × 55 und \
                60 × 90";
        en "no label of {width} × {height} mm is on a sheet of A4 (210 × 297 mm)"
            => "measure label and margins in millimetres; usual are 90 × 54, 85 × 55 and 60 × 90";

    /// A path that leads out of the workspace.
    Error "path-outside" PathOutside { found: String }
        de "`{found}` liegt nicht im Arbeitsordner"
            => "schreiben Sie den Weg vom Arbeitsordner aus, mit `/`, zum Beispiel \
                \"logos/netzwerk.svg\"";
        en "`{found}` is not in the workspace"
            => "write the path from the workspace's folder, with `/`, for example \
                \"logos/network.svg\"";

    /// A logo that is not there.
    Error "logo-missing" LogoMissing { path: String }
        de "die Datei `{path}` gibt es im Arbeitsordner nicht"
            => "legen Sie das Logo dorthin, oder löschen Sie den Eintrag";
        en "there is no file `{path}` in the workspace"
            => "put the logo there, or delete the entry";

    /// A logo that is no picture.
    Error "not-a-picture" NotAPicture { path: String }
        de "`{path}` ist weder ein SVG- noch ein PNG-Bild, oder es ist beschädigt"
            => "speichern Sie das Logo als SVG oder PNG";
        en "`{path}` is neither an SVG nor a PNG picture, or it is damaged"
            => "save the logo as SVG or PNG";

    /// A drawing that does something or fetches something.
    Error "active-picture" ActivePicture { path: String, what: Active }
        let what = what.words(language);
        de "das Bild `{path}` enthält {what}"
            => "ein Logo zeigt nur etwas; speichern Sie es als „einfaches SVG“ oder als PNG";
        en "the picture `{path}` has {what}"
            => "a logo only shows something; save it as \"plain SVG\" or as PNG";

    /// A character that no built-in font has.
    Error "glyph-missing" GlyphMissing { character: char, within: String }
        let code = u32::from(*character);
        de "für das Zeichen {character} (U+{code:04X}) in `{within}` gibt es im PDF keine Schrift"
            => "ersetzen Sie es durch ein Wort, oder wählen Sie ein anderes Format";
        en "no font of the PDF has the character {character} (U+{code:04X}) in `{within}`"
            => "replace it by a word, or choose another format";

    /// A document that needs more than the one page that was asked for.
    Error "too-long-for-one-page" TooLongForOnePage {
        points: String, lines: Vec<String>, pages: usize,
    }
        let have = if lines.len() == 1 { "hat" } else { "haben" };
        let names = named(lines, language);
        de "das Programm passt auch in {points} Punkt nicht auf eine Seite, sondern braucht \
                {pages}; keinen Platz {have} {names}"
            => "kürzen Sie, nehmen Sie `--edition short` oder `--paper a4`, oder lassen Sie \
                `--one-page` weg";
        en "the programme does not fit on one page even at {points} points, but needs {pages}; \
                there is no room for {names}"
            => "shorten it, use `--edition short` or `--paper a4`, or leave out `--one-page`";

    /// An address that the window of an envelope has no room for.
    Error "address-too-long" AddressTooLong { address: String }
        de "die Anschrift `{address}` passt auch mit 8 Punkt nicht in das Fenster"
            => "kürzen Sie `organisation`, `department` oder `office`";
        en "the address `{address}` does not fit into the window even at 8 points"
            => "shorten `organisation`, `department` or `office`";

    /// A mistake in a design.
    Error "design-fault" DesignFault { reason: String, hint: Option<String>, own: bool }
        let (german, english) = match own {
            true => ("diese Gestaltung", "this design"),
            false => ("das Dokument", "the document"),
        };
        let way = match (hint, own, language) {
            (Some(hint), _, Language::German) => format!("Rat von Typst: {hint}"),
            (Some(hint), _, Language::English) => format!("typst advises: {hint}"),
            (None, true, _) => language
                .pick(
                    "ohne die Datei gilt die eingebaute Gestaltung",
                    "without the file the built-in design is used",
                )
                .to_owned(),
            (None, false, _) => language
                .pick(
                    "wählen Sie einstweilen ein anderes Format",
                    "choose another format in the meantime",
                )
                .to_owned(),
        };
        de "{german} lässt sich nicht setzen (Meldung von Typst: {reason})" => "{way}";
        en "{english} cannot be set (typst says: {reason})" => "{way}";

    /// A file of bytes that was about to fill the screen.
    Error "bytes-on-screen" BytesOnScreen { format: String, name: String }
        de "`{format}` ist nicht für den Bildschirm"
            => "schreiben Sie es in eine Datei: `--output {name}`";
        en "`{format}` is not for the screen" => "write it to a file: `--output {name}`";
}
