//! What stands around the text on every sheet, and the parts that say how to read the file.

use super::relations::Relations;
use super::styles::{FONTS, House, W, locale};
use crate::document::grid::Grid;
use crate::document::model::Document;
use crate::render::xml::Xml;
use crate::text::Language;

/// A4, upright.
const SHEET: (usize, usize) = (11906, 16838);
/// The margins on the left and on the right.
const SIDE: usize = 1361;
/// The same of a sheet that lies on its long side.
const LANDSCAPE_SIDE: usize = 907;

/// How wide the column with the hours is, in twentieths of a point.
pub(super) const HOURS: usize = 760;
/// A column narrower than this holds no words of 9 points.
const NARROWEST: usize = 1150;

/// How wide the text is, in twentieths of a point.
pub(super) const fn width(landscape: bool) -> usize {
    if landscape { SHEET.1 - 2 * LANDSCAPE_SIDE } else { SHEET.0 - 2 * SIDE }
}

/// Whether a sheet has room for the strands of `grid` side by side.
pub(super) fn fits(grid: &Grid) -> bool {
    grid.columns.len() * NARROWEST + HOURS <= width(true)
}

/// The size of the sheet, its margins and what is repeated on it.
pub(super) fn section(house: &House, header: &str, footers: [&str; 2], xml: &mut Xml) {
    let (short, long) = (SHEET.0.to_string(), SHEET.1.to_string());
    let side = if house.landscape { LANDSCAPE_SIDE } else { SIDE }.to_string();
    let measures = if house.landscape {
        vec![("w:w", &*long), ("w:h", &*short), ("w:orient", "landscape")]
    } else {
        vec![("w:w", &*short), ("w:h", &*long)]
    };
    xml.element("w:sectPr", &[], |xml| {
        xml.empty("w:headerReference", &[("w:type", "default"), ("r:id", header)]);
        for (sheets, footer) in ["default", "first"].into_iter().zip(footers) {
            xml.empty("w:footerReference", &[("w:type", sheets), ("r:id", footer)]);
        }
        xml.empty("w:pgSz", &measures);
        let margins = [
            ("w:top", "1304"),
            ("w:right", &side),
            ("w:bottom", "1247"),
            ("w:left", &side),
            ("w:header", "680"),
            ("w:footer", "624"),
            ("w:gutter", "0"),
        ];
        xml.empty("w:pgMar", &margins);
        xml.empty("w:titlePg", &[]);
    });
}

/// The head of every sheet but the first: the title.
pub(super) fn header(document: &Document) -> Vec<u8> {
    let mut xml = Xml::part();
    xml.element("w:hdr", &[W], |xml| {
        paragraph("Header", xml, |xml| text(&document.title, xml));
    });
    xml.bytes()
}

/// The foot of every sheet: whom to ask, of when the document is, and the number of the sheet.
pub(super) fn footer(document: &Document) -> Vec<u8> {
    let (page, of) = match document.language {
        Language::German => ("Seite ", " von "),
        Language::English => ("Page ", " of "),
    };
    let mut xml = Xml::part();
    xml.element("w:ftr", &[W], |xml| {
        if let Some(contact) = &document.frame.contact {
            paragraph("Footer", xml, |xml| text(contact, xml));
        }
        paragraph("Footer", xml, |xml| {
            text(document.frame.as_of.as_deref().unwrap_or_default(), xml);
            xml.element("w:r", &[], |xml| xml.empty("w:tab", &[]));
            text(page, xml);
            field("PAGE", xml);
            text(of, xml);
            field("NUMPAGES", xml);
        });
    });
    xml.bytes()
}

fn paragraph(style: &str, xml: &mut Xml, inside: impl FnOnce(&mut Xml)) {
    xml.element("w:p", &[], |xml| {
        xml.element("w:pPr", &[], |xml| xml.value("w:pStyle", style));
        inside(xml);
    });
}

fn text(words: &str, xml: &mut Xml) {
    if !words.is_empty() {
        xml.element("w:r", &[], |xml| xml.words("w:t", &[("xml:space", "preserve")], words));
    }
}

/// A number that Word puts in when it lays out the sheets.
fn field(name: &str, xml: &mut Xml) {
    xml.element("w:fldSimple", &[("w:instr", name)], |xml| text("1", xml));
}

/// How Word treats the file: like its own of today, and with hyphens.
pub(super) fn settings(house: &House) -> Vec<u8> {
    let mut xml = Xml::part();
    xml.element("w:settings", &[W], |xml| {
        xml.empty("w:zoom", &[("w:percent", "100")]);
        xml.value("w:defaultTabStop", "708");
        xml.empty("w:autoHyphenation", &[]);
        xml.value("w:consecutiveHyphenLimit", "2");
        xml.value("w:hyphenationZone", "283");
        xml.empty("w:doNotHyphenateCaps", &[]);
        xml.value("w:characterSpacingControl", "doNotCompress");
        xml.element("w:compat", &[], |xml| {
            let modes = [
                ("compatibilityMode", "15"),
                ("overrideTableStyleFontSizeAndJustification", "1"),
                ("enableOpenTypeFeatures", "1"),
                ("doNotFlipMirrorIndents", "1"),
                ("differentiateMultirowTableHeaders", "1"),
            ];
            for (name, value) in modes {
                let uri = "http://schemas.microsoft.com/office/word";
                xml.empty("w:compatSetting", &[("w:name", name), ("w:uri", uri), ("w:val", value)]);
            }
        });
        xml.value("w:themeFontLang", locale(house.language));
        let (decimal, list) = match house.language {
            Language::German => (",", ";"),
            Language::English => (".", ","),
        };
        xml.value("w:decimalSymbol", decimal);
        xml.value("w:listSeparator", list);
    });
    xml.bytes()
}

/// The fonts that the styles name.
pub(super) fn fonts() -> Vec<u8> {
    let mut xml = Xml::part();
    xml.element("w:fonts", &[W], |xml| {
        for (name, free, panose) in FONTS {
            xml.element("w:font", &[("w:name", name)], |xml| {
                xml.value("w:altName", free);
                xml.value("w:panose1", panose);
                xml.value("w:charset", "00");
                xml.value("w:family", "roman");
                xml.value("w:pitch", "variable");
            });
        }
    });
    xml.bytes()
}

/// The colours that Word offers: the accent colour first.
pub(super) fn theme(house: &House) -> Vec<u8> {
    include_str!("theme.xml").replace("ACCENT", &house.accent).into_bytes()
}

/// Title, author and language, as catalogues and screen readers ask for them. No date: the same
/// document is the same file.
pub(super) fn core(document: &Document) -> Vec<u8> {
    let namespaces = [
        ("xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"),
        ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
    ];
    let mut xml = Xml::part();
    xml.element("cp:coreProperties", &namespaces, |xml| {
        xml.words("dc:title", &[], &document.title);
        if let Some(author) = &document.frame.author {
            xml.words("dc:creator", &[], author);
        }
        xml.words("dc:language", &[], locale(document.language));
    });
    xml.bytes()
}

/// What made the file.
pub(super) fn application() -> Vec<u8> {
    let namespace = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties";
    let mut xml = Xml::part();
    xml.element("Properties", &[("xmlns", namespace)], |xml| {
        xml.words("Application", &[], "erfa");
    });
    xml.bytes()
}

/// Which part is of which kind.
pub(super) fn content_types() -> Vec<u8> {
    let word = "application/vnd.openxmlformats-officedocument.wordprocessingml";
    let package = "application/vnd.openxmlformats-package";
    let parts = [
        ("/word/document.xml", format!("{word}.document.main+xml")),
        ("/word/styles.xml", format!("{word}.styles+xml")),
        ("/word/numbering.xml", format!("{word}.numbering+xml")),
        ("/word/settings.xml", format!("{word}.settings+xml")),
        ("/word/fontTable.xml", format!("{word}.fontTable+xml")),
        (
            "/word/theme/theme1.xml",
            "application/vnd.openxmlformats-officedocument.theme+xml".to_owned(),
        ),
        ("/word/header1.xml", format!("{word}.header+xml")),
        ("/word/footer1.xml", format!("{word}.footer+xml")),
        ("/word/footer2.xml", format!("{word}.footer+xml")),
        ("/docProps/core.xml", format!("{package}.core-properties+xml")),
        (
            "/docProps/app.xml",
            "application/vnd.openxmlformats-officedocument.extended-properties+xml".to_owned(),
        ),
    ];
    let namespace = "http://schemas.openxmlformats.org/package/2006/content-types";
    let mut xml = Xml::part();
    xml.element("Types", &[("xmlns", namespace)], |xml| {
        let defaults = [
            ("rels", format!("{package}.relationships+xml")),
            ("xml", "application/xml".to_owned()),
            ("png", "image/png".to_owned()),
        ];
        for (ending, kind) in &defaults {
            xml.empty("Default", &[("Extension", ending), ("ContentType", kind)]);
        }
        for (part, kind) in &parts {
            xml.empty("Override", &[("PartName", part), ("ContentType", kind)]);
        }
    });
    xml.bytes()
}

/// Where a reader begins.
pub(super) fn root() -> Vec<u8> {
    let mut relations = Relations::default();
    relations.part("officeDocument", "word/document.xml");
    relations.properties("docProps/core.xml");
    relations.part("extended-properties", "docProps/app.xml");
    relations.xml()
}
