//! Paragraphs and the runs of words in them.

use super::body::{Body, RunLook};
use super::link;
use super::style::Style;
use crate::document::model::Inline;
use crate::render::xml::Xml;
use crate::text::direction::{is_right_to_left, pieces};

/// How words stand out.
#[derive(Clone, Copy, Debug, Default)]
struct Stress {
    strong: bool,
    emphasis: bool,
    /// The style of links and labels, which goes before the others.
    style: Option<&'static str>,
    /// Whether the paragraph is read from right to left.
    base: bool,
}

impl Body<'_> {
    /// A paragraph of runs.
    pub(super) fn paragraph(&mut self, style: Style, look: RunLook, runs: &[Inline]) {
        let base = is_right_to_left(&all_words(runs));
        self.begin_paragraph(style, look, base);
        self.runs(runs, Stress { base, ..Stress::default() });
        self.xml.close("w:p");
    }

    /// A paragraph of plain words.
    pub(super) fn line(&mut self, style: Style, look: RunLook, words: &str) {
        self.paragraph(style, look, &[Inline::text(words)]);
    }

    /// A label, and beside it what it stands for.
    pub(super) fn labelled(&mut self, label: &str, look: RunLook, runs: &[Inline]) {
        let base = is_right_to_left(label);
        self.begin_paragraph(Style::Fact, look, base);
        let stress = Stress { base, ..Stress::default() };
        self.text(label, Stress { style: Some("FactLabel"), ..stress });
        self.xml.element("w:r", &[], |xml| xml.empty("w:tab", &[]));
        self.runs(runs, stress);
        self.xml.close("w:p");
    }

    /// Begins a paragraph, which is read from right to left if `base` says so.
    pub(super) fn begin_paragraph(&mut self, style: Style, look: RunLook, base: bool) {
        let style = style.at();
        self.used.insert(style);
        self.xml.open("w:p", &[]);
        self.xml.element("w:pPr", &[], |xml| {
            xml.value("w:pStyle", &style.id());
            if look.keeps_next {
                xml.empty("w:keepNext", &[]);
            }
            if look.new_page {
                xml.empty("w:pageBreakBefore", &[]);
            }
            if let Some((list, level)) = look.item {
                xml.element("w:numPr", &[], |xml| {
                    xml.value("w:ilvl", &level.to_string());
                    xml.value("w:numId", &list.to_string());
                });
            }
            if base {
                xml.empty("w:bidi", &[]);
            }
            if look.below_table {
                xml.empty("w:spacing", &[("w:before", "280")]);
            }
            if look.is_number {
                xml.value("w:jc", if base { "left" } else { "right" });
            }
        });
    }

    fn runs(&mut self, runs: &[Inline], stress: Stress) {
        for run in runs {
            match run {
                Inline::Text(words) => self.text(words, stress),
                Inline::Strong(inner) => self.runs(inner, Stress { strong: true, ..stress }),
                Inline::Emphasis(inner) => self.runs(inner, Stress { emphasis: true, ..stress }),
                Inline::Link(target, inner) => self.link(target, inner, stress),
                Inline::Inside(name, inner) => self.inside(name, inner, stress),
                Inline::Beside(_, inner) => self.runs(inner, stress),
                Inline::Anchor(name, inner) => self.anchor(name, inner, stress),
                Inline::Code(words) => {
                    self.used.insert(Style::Code);
                    self.text(words, Stress { style: stress.style.or(Some("Typed")), ..stress });
                }
                Inline::Break => self.xml.element("w:r", &[], |xml| xml.empty("w:br", &[])),
            }
        }
    }

    /// A link; where it leads nowhere that Word follows, the words say where it leads.
    fn link(&mut self, target: &str, inner: &[Inline], stress: Stress) {
        // Links do not stand within links.
        let Some(uri) = link::sound(target).filter(|_| stress.style.is_none()) else {
            self.runs(inner, stress);
            if all_words(inner) != target {
                self.text(&format!(" ({target})"), stress);
            }
            return;
        };
        let id = self.relations.link(&uri);
        self.xml.open("w:hyperlink", &[("r:id", &id)]);
        self.runs(inner, Stress { style: Some("Hyperlink"), ..stress });
        self.xml.close("w:hyperlink");
    }

    /// A link to a bookmark of the same document; links do not stand within links.
    fn inside(&mut self, name: &str, inner: &[Inline], stress: Stress) {
        if stress.style.is_some() {
            return self.runs(inner, stress);
        }
        self.xml.open("w:hyperlink", &[("w:anchor", &bookmark(name))]);
        self.runs(inner, Stress { style: Some("Hyperlink"), ..stress });
        self.xml.close("w:hyperlink");
    }

    fn anchor(&mut self, name: &str, inner: &[Inline], stress: Stress) {
        let id = self.bookmarks.to_string();
        self.bookmarks += 1;
        self.xml.empty("w:bookmarkStart", &[("w:id", &id), ("w:name", &bookmark(name))]);
        self.runs(inner, stress);
        self.xml.empty("w:bookmarkEnd", &[("w:id", &id)]);
    }

    fn text(&mut self, words: &str, stress: Stress) {
        for (right_to_left, piece) in pieces(words, stress.base) {
            self.xml.element("w:r", &[], |xml| {
                properties(stress, right_to_left, xml);
                content(piece, xml);
            });
        }
    }
}

/// How a run of words looks: by a style where one says it all.
fn properties(stress: Stress, right_to_left: bool, xml: &mut Xml) {
    let own = match stress {
        Stress { strong: true, .. } => Some("Strong"),
        Stress { emphasis: true, .. } => Some("Emphasis"),
        Stress { .. } => None,
    };
    let style = stress.style.or(own);
    if style.is_none() && !right_to_left {
        return;
    }
    xml.element("w:rPr", &[], |xml| {
        if let Some(style) = style {
            xml.value("w:rStyle", style);
        }
        let switches = [
            (stress.strong && style != Some("Strong"), ["w:b", "w:bCs"]),
            (stress.emphasis && style != Some("Emphasis"), ["w:i", "w:iCs"]),
            (right_to_left, ["w:rtl", ""]),
        ];
        for (_, names) in switches.into_iter().filter(|(is_on, _)| *is_on) {
            for name in names.into_iter().filter(|name| !name.is_empty()) {
                xml.empty(name, &[]);
            }
        }
    });
}

/// Words in a run; line ends and tabulators are elements of their own.
fn content(words: &str, xml: &mut Xml) {
    let words = words.replace("\r\n", "\n").replace('\r', "\n");
    for (index, line) in words.split('\n').enumerate() {
        if index > 0 {
            xml.empty("w:br", &[]);
        }
        for (index, piece) in line.split('\t').enumerate() {
            if index > 0 {
                xml.empty("w:tab", &[]);
            }
            if !piece.is_empty() {
                xml.words("w:t", &[("xml:space", "preserve")], piece);
            }
        }
    }
}

/// The name of a bookmark: letters, digits and underscores, and no more than 40.
fn bookmark(name: &str) -> String {
    let letters = name.chars().map(|it| if it.is_ascii_alphanumeric() { it } else { '_' });
    "a_".chars().chain(letters).take(40).collect()
}

/// The words of runs without their form.
pub(super) fn all_words(runs: &[Inline]) -> String {
    let words = |run: &Inline| match run {
        Inline::Text(words) | Inline::Code(words) => words.clone(),
        Inline::Strong(inner)
        | Inline::Emphasis(inner)
        | Inline::Link(_, inner)
        | Inline::Inside(_, inner)
        | Inline::Beside(_, inner)
        | Inline::Anchor(_, inner) => all_words(inner),
        Inline::Break => "\n".to_owned(),
    };
    runs.iter().map(words).collect()
}
