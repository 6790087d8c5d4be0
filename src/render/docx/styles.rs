//! The styles of a document: whoever changes one in Word changes all that has it.

use std::collections::BTreeSet;

use super::style::Style;
use crate::render::xml::Xml;
use crate::text::Language;

/// The namespace of nearly everything in a document.
pub(super) const W: (&str, &str) =
    ("xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main");

/// The letters, and those for scripts that are read from right to left: what comes with Word, with
/// the free fonts of the same widths and what tells a replacement (PANOSE).
pub(super) const FONTS: [(&str, &str, &str); 2] = [
    ("Cambria", "Caladea", "02040503050406030204"),
    ("Times New Roman", "Liberation Serif", "02020603050405020304"),
];

/// Letters of one width, which come with Word.
const TYPED: &str = "Consolas";

/// The accent colour where a network has none of its own.
const ACCENT: &str = "14523D";
/// What is set back; on white it has a contrast of 7 to 1.
const FAINT: &str = "595959";
/// Hairlines.
pub(super) const HAIRLINE: &str = "CCCCCC";
/// How far a level of a programme stands in, in twentieths of a point.
pub(super) const INDENT: usize = 340;

/// Letters that stand out; each is said for both directions of reading.
const BOLD: &[&str] = &["w:b", "w:bCs"];
const ITALIC: &[&str] = &["w:i", "w:iCs"];

/// How a style differs from the one it is based on. Lengths are in twentieths of a point, sizes of
/// letters in half points; the order is the one in which Word wants them.
#[derive(Debug, Default)]
struct Form {
    keeps_next: bool,
    /// A line below the paragraph, with its colour.
    line_below: Option<String>,
    /// Where a tabulator leads; the second on the right.
    tabs: Vec<(usize, &'static str)>,
    before: usize,
    after: usize,
    close: bool,
    indent: usize,
    hanging: usize,
    numbering: Option<&'static str>,
    outline: Option<u8>,
    /// Whether all letters are equally wide, and nothing is spelt or broken.
    typed: bool,
    letters: &'static [&'static str],
    colour: Option<String>,
    spacing: usize,
    size: usize,
}

/// What styles depend on beside themselves.
#[derive(Clone, Debug)]
pub(super) struct House {
    pub(super) language: Language,
    /// The accent colour in six hexadecimal digits.
    pub(super) accent: String,
    /// How wide the labels of facts are, in twentieths of a point.
    pub(super) labels: usize,
    /// Whether the sheets lie on their long side.
    pub(super) landscape: bool,
    /// Whether it is a letter, whose title is a subject line.
    pub(super) is_letter: bool,
    /// Whether each of its sections is a sign.
    pub(super) are_signs: bool,
    /// How wide the text is, in twentieths of a point.
    pub(super) width: usize,
}

impl House {
    /// The digits of a colour like `#14523d`, or those of the built-in one.
    pub(super) fn accent(colour: Option<&str>) -> String {
        let digits = colour.and_then(|colour| colour.strip_prefix('#'));
        let is_colour = |digits: &&str| {
            digits.len() == 6 && digits.bytes().all(|digit| digit.is_ascii_hexdigit())
        };
        digits.filter(is_colour).map_or_else(|| ACCENT.to_owned(), str::to_ascii_uppercase)
    }

    fn form(&self, style: Style) -> Form {
        let faint = || Some(FAINT.to_owned());
        let accent = || Some(self.accent.clone());
        // A subject line is no larger than the letter (DIN 5008).
        let (above, size) = if self.is_letter { (480, 22) } else { (0, 46) };
        match style {
            Style::Normal => Form { after: 120, ..Form::default() },
            Style::Logos => Form { after: 240, ..Form::default() },
            Style::Issuer => Form {
                line_below: accent(),
                after: 360,
                letters: &["w:b", "w:bCs", "w:caps"],
                colour: accent(),
                spacing: 16,
                size: 18,
                ..Form::default()
            },
            Style::Heading(level) => Form {
                keeps_next: true,
                before: [above, 360, 240, 200, 160, 160][usize::from(level - 1)],
                after: [120, 100, 80, 60, 60, 60][usize::from(level - 1)],
                outline: Some(level - 1),
                letters: BOLD,
                colour: accent().filter(|_| level > 1),
                size: [size, 28, 25, 23, 22, 22][usize::from(level - 1)],
                ..Form::default()
            },
            Style::Subtitle => {
                Form { keeps_next: true, after: 200, colour: faint(), size: 26, ..Form::default() }
            }
            Style::Fact => Form {
                tabs: vec![(self.labels, "left")],
                before: 120,
                after: 120,
                close: true,
                indent: self.labels,
                hanging: self.labels,
                ..Form::default()
            },
            Style::Quote => Form { after: 120, indent: 567, letters: ITALIC, ..Form::default() },
            Style::Code => {
                Form { after: 160, indent: INDENT, typed: true, size: 18, ..Form::default() }
            }
            Style::Caption => Form {
                keeps_next: true,
                before: 160,
                after: 80,
                letters: BOLD,
                size: 20,
                ..Form::default()
            },
            Style::Rule => Form {
                line_below: Some(HAIRLINE.to_owned()),
                after: 200,
                size: 8,
                ..Form::default()
            },
            Style::ListBullet => Form { after: 60, numbering: Some("1"), ..Form::default() },
            Style::ListNumber => Form { after: 60, numbering: Some("2"), ..Form::default() },
            Style::ListContinue(level) => {
                Form { after: 60, indent: INDENT * (level + 1), ..Form::default() }
            }
            Style::TableHeading => {
                Form { keeps_next: true, colour: faint(), size: 18, ..Form::default() }
            }
            Style::TableText => Form::default(),
            Style::Cue => Form { size: 20, ..Form::default() },
            Style::GridTime => Form { colour: accent(), size: 18, ..Form::default() },
            Style::GridEntry => Form { letters: BOLD, size: 19, ..Form::default() },
            Style::GridDetail => Form { colour: faint(), size: 18, ..Form::default() },
            Style::Time => Form { colour: accent(), ..Form::default() },
            Style::Entry(level) => Form {
                indent: INDENT * level,
                letters: if level == 0 { BOLD } else { &[] },
                ..Form::default()
            },
            Style::Pause(level) => {
                Form { indent: INDENT * level, letters: ITALIC, colour: faint(), ..Form::default() }
            }
            Style::People(level) => Form { indent: INDENT * level, ..Form::default() },
            Style::Place(level) => {
                Form { indent: INDENT * level, colour: faint(), size: 20, ..Form::default() }
            }
            Style::Description(level) => {
                Form { before: 40, indent: INDENT * level, size: 20, ..Form::default() }
            }
            Style::Header => Form {
                line_below: Some(HAIRLINE.to_owned()),
                after: 240,
                colour: faint(),
                size: 17,
                ..Form::default()
            },
            Style::Footer => Form {
                tabs: vec![(self.width, "right")],
                colour: faint(),
                size: 17,
                ..Form::default()
            },
        }
    }

    /// The file `word/styles.xml` with the styles that are `used`.
    pub(super) fn part(&self, used: &BTreeSet<Style>) -> Vec<u8> {
        let mut xml = Xml::part();
        xml.open("w:styles", &[W]);
        self.defaults(&mut xml);
        for &style in [Style::Normal].iter().chain(used.iter().filter(|it| **it != Style::Normal)) {
            self.paragraph(style, &mut xml);
        }
        characters(self.language, used.contains(&Style::Code), &mut xml);
        tables(&mut xml);
        xml.close("w:styles");
        xml.bytes()
    }

    fn defaults(&self, xml: &mut Xml) {
        let locale = locale(self.language);
        xml.element("w:docDefaults", &[], |xml| {
            xml.element("w:rPrDefault", &[], |xml| {
                xml.element("w:rPr", &[], |xml| {
                    let [font, other] = FONTS.map(|(name, ..)| name);
                    let fonts = [
                        ("w:ascii", font),
                        ("w:hAnsi", font),
                        ("w:eastAsia", font),
                        ("w:cs", other),
                    ];
                    xml.empty("w:rFonts", &fonts);
                    xml.value("w:sz", "22");
                    xml.value("w:szCs", "22");
                    let lang = [("w:val", locale), ("w:eastAsia", locale), ("w:bidi", "he-IL")];
                    xml.empty("w:lang", &lang);
                });
            });
            xml.element("w:pPrDefault", &[], |xml| {
                xml.element("w:pPr", &[], |xml| {
                    let spacing = [("w:after", "0"), ("w:line", "264"), ("w:lineRule", "auto")];
                    xml.empty("w:spacing", &spacing);
                });
            });
        });
    }

    fn paragraph(&self, style: Style, xml: &mut Xml) {
        let (id, form) = (style.id(), self.form(style));
        let normal = style == Style::Normal;
        let mut attributes = vec![("w:type", "paragraph"), ("w:styleId", id.as_str())];
        if normal {
            attributes.insert(1, ("w:default", "1"));
        }
        xml.element("w:style", &attributes, |xml| {
            xml.value("w:name", &style.name(self.language));
            if !normal {
                xml.value("w:basedOn", "Normal");
                // Who goes on writing below a heading writes plain text.
                if matches!(style, Style::Heading(_) | Style::Subtitle) {
                    xml.value("w:next", "Normal");
                }
            }
            xml.empty("w:qFormat", &[]);
            xml.element("w:pPr", &[], |xml| form.paragraph(xml));
            xml.element("w:rPr", &[], |xml| form.letters(xml));
        });
    }
}

impl Form {
    fn paragraph(&self, xml: &mut Xml) {
        if self.keeps_next {
            xml.empty("w:keepNext", &[]);
            xml.empty("w:keepLines", &[]);
        }
        if let Some(list) = self.numbering {
            xml.element("w:numPr", &[], |xml| xml.value("w:numId", list));
        }
        if let Some(colour) = &self.line_below {
            xml.element("w:pBdr", &[], |xml| line("w:bottom", colour, "4", xml));
        }
        if !self.tabs.is_empty() {
            xml.element("w:tabs", &[], |xml| {
                for (place, side) in &self.tabs {
                    xml.empty("w:tab", &[("w:val", side), ("w:pos", &place.to_string())]);
                }
            });
        }
        let (before, after) = (self.before.to_string(), self.after.to_string());
        xml.empty("w:spacing", &[("w:before", &before), ("w:after", &after)]);
        if self.indent > 0 {
            let (indent, hanging) = (self.indent.to_string(), self.hanging.to_string());
            xml.empty("w:ind", &[("w:left", &indent), ("w:hanging", &hanging)]);
        }
        if self.close {
            xml.empty("w:contextualSpacing", &[]);
        }
        if let Some(level) = self.outline {
            xml.value("w:outlineLvl", &level.to_string());
        }
    }

    fn letters(&self, xml: &mut Xml) {
        if self.typed {
            typed(xml);
        }
        for name in self.letters {
            xml.empty(name, &[]);
        }
        if let Some(colour) = &self.colour {
            xml.value("w:color", colour);
        }
        if self.spacing > 0 {
            xml.value("w:spacing", &self.spacing.to_string());
        }
        if self.size > 0 {
            xml.value("w:sz", &self.size.to_string());
            xml.value("w:szCs", &self.size.to_string());
        }
    }
}

/// What spelling and reading aloud go by.
pub(super) fn locale(language: Language) -> &'static str {
    match language {
        Language::German => "de-DE",
        Language::English => "en-GB",
    }
}

/// A line on a side of a paragraph or a cell.
pub(super) fn line(side: &str, colour: &str, space: &str, xml: &mut Xml) {
    xml.empty(side, &[("w:val", "single"), ("w:sz", "4"), ("w:space", space), ("w:color", colour)]);
}

/// Letters of one width.
fn typed(xml: &mut Xml) {
    let names = ["w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"].map(|name| (name, TYPED));
    xml.empty("w:rFonts", &names);
}

/// The styles of words.
fn characters(language: Language, has_code: bool, xml: &mut Xml) {
    let label = match language {
        Language::German => "Beschriftung der Angabe",
        Language::English => "Fact Label",
    };
    let mut style = |id: &str, name: &str, inside: &dyn Fn(&mut Xml)| {
        xml.element("w:style", &[("w:type", "character"), ("w:styleId", id)], |xml| {
            xml.value("w:name", name);
            xml.empty("w:qFormat", &[]);
            xml.element("w:rPr", &[], |xml| inside(xml));
        });
    };
    for (name, letters) in [("Strong", BOLD), ("Emphasis", ITALIC)] {
        style(name, name, &|xml| letters.iter().for_each(|letters| xml.empty(letters, &[])));
    }
    let code = language.pick("Eingabe im Text", "Code Words");
    if has_code {
        style("Typed", code, &|xml| {
            typed(xml);
            xml.empty("w:noProof", &[]);
            xml.value("w:sz", "19");
            xml.value("w:szCs", "19");
        });
    }
    style("FactLabel", label, &|xml| xml.value("w:color", FAINT));
    style("Hyperlink", "Hyperlink", &|xml| {
        xml.value("w:color", "0B4F8A");
        xml.value("w:u", "single");
    });
}

/// The style of tables: hairlines between rows, no boxes.
fn tables(xml: &mut Xml) {
    let normal = [("w:type", "table"), ("w:default", "1"), ("w:styleId", "TableNormal")];
    xml.element("w:style", &normal, |xml| {
        xml.value("w:name", "Normal Table");
        xml.value("w:uiPriority", "99");
        xml.empty("w:semiHidden", &[]);
        xml.empty("w:unhideWhenUsed", &[]);
        xml.element("w:tblPr", &[], |xml| {
            xml.empty("w:tblInd", &[("w:w", "0"), ("w:type", "dxa")]);
            margins(["0", "108", "0", "108"], xml);
        });
    });
    xml.element("w:style", &[("w:type", "table"), ("w:styleId", "Hairlines")], |xml| {
        xml.value("w:name", "Hairlines");
        xml.value("w:basedOn", "TableNormal");
        xml.empty("w:qFormat", &[]);
        xml.element("w:tblPr", &[], |xml| {
            xml.element("w:tblBorders", &[], |xml| line("w:insideH", HAIRLINE, "0", xml));
            margins(["70", "0", "70", "142"], xml);
        });
    });
}

/// The space within cells: above, left, below, right.
fn margins([top, left, bottom, right]: [&str; 4], xml: &mut Xml) {
    xml.element("w:tblCellMar", &[], |xml| {
        for (side, width) in
            [("w:top", top), ("w:left", left), ("w:bottom", bottom), ("w:right", right)]
        {
            xml.empty(side, &[("w:w", width), ("w:type", "dxa")]);
        }
    });
}
