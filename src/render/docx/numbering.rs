//! The lists: how their marks look and where their numbers begin.

use super::styles::{INDENT, W};
use crate::render::xml::Xml;

/// The levels that a list of Word has.
const LEVELS: usize = 9;

/// The number of the list of all parts of entries of a programme: no document has so many of its own.
pub(super) const PARTS: usize = 32_000;

/// How far the dash of such a part hangs out.
const DASH: &str = "200";

/// The file `word/numbering.xml`: the marks, and each numbered list with its first number.
///
/// List 1 has marks, list 2 is what the style of numbered lists points at, and the document's own
/// lists follow; last that of [`PARTS`], if there are any.
pub(super) fn part(lists: &[u64], has_parts: bool) -> Vec<u8> {
    let mut xml = Xml::part();
    xml.open("w:numbering", &[W]);
    for (index, style) in ["ListBullet", "ListNumber"].into_iter().enumerate() {
        xml.element("w:abstractNum", &[("w:abstractNumId", &index.to_string())], |xml| {
            xml.value("w:multiLevelType", "hybridMultilevel");
            for level in 0..LEVELS {
                self::level(level, style, xml);
            }
        });
    }
    if has_parts {
        xml.element("w:abstractNum", &[("w:abstractNumId", "2")], |xml| {
            xml.value("w:multiLevelType", "multilevel");
            (0..LEVELS).for_each(|level| dash(level, xml));
        });
    }
    let own = lists.iter().map(|first| ("1", Some(*first)));
    for (index, (kind, first)) in [("0", None), ("1", None)].into_iter().chain(own).enumerate() {
        xml.element("w:num", &[("w:numId", &(index + 1).to_string())], |xml| {
            xml.value("w:abstractNumId", kind);
            // Without it the numbers of the list before would go on.
            if let Some(first) = first {
                for level in 0..LEVELS {
                    xml.element("w:lvlOverride", &[("w:ilvl", &level.to_string())], |xml| {
                        let first = first.min(u64::from(i16::MAX.unsigned_abs()));
                        xml.value("w:startOverride", &first.to_string());
                    });
                }
            }
        });
    }
    if has_parts {
        let number = PARTS.to_string();
        xml.element("w:num", &[("w:numId", &number)], |xml| xml.value("w:abstractNumId", "2"));
    }
    xml.close("w:numbering");
    xml.bytes()
}

fn level(level: usize, style: &str, xml: &mut Xml) {
    let bullets = style == "ListBullet";
    xml.element("w:lvl", &[("w:ilvl", &level.to_string())], |xml| {
        xml.value("w:start", "1");
        xml.value("w:numFmt", if bullets { "bullet" } else { "decimal" });
        if level == 0 {
            xml.value("w:pStyle", style);
        }
        let mark =
            if bullets { ["•", "–"][level % 2].to_owned() } else { format!("%{}.", level + 1) };
        xml.value("w:lvlText", &mark);
        xml.value("w:lvlJc", "left");
        xml.element("w:pPr", &[], |xml| {
            let indent = (340 * (level + 1)).to_string();
            xml.empty("w:ind", &[("w:left", &indent), ("w:hanging", "340")]);
        });
    });
}

/// A part of an entry stands where its style sets it; the dash hangs out.
fn dash(level: usize, xml: &mut Xml) {
    xml.element("w:lvl", &[("w:ilvl", &level.to_string())], |xml| {
        xml.value("w:start", "1");
        xml.value("w:numFmt", "bullet");
        xml.value("w:lvlText", "–");
        xml.value("w:lvlJc", "left");
        xml.element("w:pPr", &[], |xml| {
            let indent = (INDENT * level.max(1)).to_string();
            xml.empty("w:ind", &[("w:left", &indent), ("w:hanging", DASH)]);
        });
    });
}
