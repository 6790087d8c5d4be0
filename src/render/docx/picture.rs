//! Logos at the head of a document.
//!
//! Word shows pictures of pixels; one of lines (SVG) would need a copy in pixels beside it, which
//! nothing here can draw, so it is left out.

use super::body::{Body, RunLook};
use super::style::Style;
use crate::document::model::{Logo, Picture};
use crate::render::xml::Xml;

/// The most that a logo takes, in units of Office: 36 000 to a millimetre.
const WIDEST: u64 = 70 * 36_000;
const HIGHEST: u64 = 16 * 36_000;

/// The logos that Word can show.
pub(super) fn shown(logos: &[Logo]) -> impl Iterator<Item = (&Logo, [u64; 2])> {
    let is_pixels = |logo: &&Logo| match logo.format {
        Picture::Png => true,
        Picture::Svg => false,
    };
    logos.iter().filter(is_pixels).filter_map(|logo| Some((logo, size(&logo.bytes)?)))
}

/// The name of the part that holds a logo, counted from 0.
pub(super) fn name(index: usize) -> String {
    format!("media/logo{}.png", index + 1)
}

impl Body<'_> {
    /// The logos side by side.
    pub(super) fn logos(&mut self, logos: &[Logo]) {
        let logos: Vec<(&Logo, [u64; 2])> = shown(logos).collect();
        if logos.is_empty() {
            return;
        }
        self.begin_paragraph(Style::Logos, RunLook::default(), false);
        for (index, (logo, size)) in logos.into_iter().enumerate() {
            let id = self.relations.part("image", &name(index));
            if index > 0 {
                self.xml.element("w:r", &[], |xml| {
                    xml.words("w:t", &[("xml:space", "preserve")], "   ");
                });
            }
            self.xml.element("w:r", &[], |xml| {
                xml.element("w:drawing", &[], |xml| {
                    drawing(&id, &(index + 1).to_string(), &logo.alt, size, xml);
                });
            });
        }
        self.xml.close("w:p");
    }
}

/// A picture that stands in the line like a letter.
fn drawing(id: &str, number: &str, alt: &str, [width, height]: [u64; 2], xml: &mut Xml) {
    let main = "http://schemas.openxmlformats.org/drawingml/2006/main";
    let picture = "http://schemas.openxmlformats.org/drawingml/2006/picture";
    let anchor = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";
    let (width, height) = (width.to_string(), height.to_string());
    let size = [("cx", width.as_str()), ("cy", height.as_str())];
    let none = [("distT", "0"), ("distB", "0"), ("distL", "0"), ("distR", "0")];
    let name = format!("Logo {number}");
    let namespace = [("xmlns:wp", anchor)];
    xml.element("wp:inline", &[&namespace[..], &none].concat(), |xml| {
        xml.empty("wp:extent", &size);
        xml.empty("wp:docPr", &[("id", number), ("name", &name), ("descr", alt)]);
        xml.element("a:graphic", &[("xmlns:a", main)], |xml| {
            xml.element("a:graphicData", &[("uri", picture)], |xml| {
                xml.element("pic:pic", &[("xmlns:pic", picture)], |xml| {
                    xml.element("pic:nvPicPr", &[], |xml| {
                        let about = [("id", number), ("name", &*name), ("descr", alt)];
                        xml.empty("pic:cNvPr", &about);
                        xml.empty("pic:cNvPicPr", &[]);
                    });
                    xml.element("pic:blipFill", &[], |xml| {
                        xml.empty("a:blip", &[("r:embed", id)]);
                        xml.element("a:stretch", &[], |xml| xml.empty("a:fillRect", &[]));
                    });
                    xml.element("pic:spPr", &[], |xml| {
                        xml.element("a:xfrm", &[], |xml| {
                            xml.empty("a:off", &[("x", "0"), ("y", "0")]);
                            xml.empty("a:ext", &size);
                        });
                        xml.element("a:prstGeom", &[("prst", "rect")], |xml| {
                            xml.empty("a:avLst", &[]);
                        });
                    });
                });
            });
        });
    });
}

/// Width and height on paper, in the proportion of the picture's pixels; none if it is no PNG
/// (PNG, section 11.2.1: the first chunk tells the size).
fn size(bytes: &[u8]) -> Option<[u64; 2]> {
    let rest = bytes.strip_prefix(b"\x89PNG\r\n\x1a\n")?;
    let number = |from: usize| {
        let digits: [u8; 4] = rest.get(from..from + 4)?.try_into().ok()?;
        Some(u64::from(u32::from_be_bytes(digits))).filter(|number| *number > 0)
    };
    let (width, height) = (number(8)?, number(12)?);
    if width * HIGHEST > height * WIDEST {
        return Some([WIDEST, (WIDEST * height / width).max(1)]);
    }
    Some([(HIGHEST * width / height).max(1), HIGHEST])
}

#[cfg(test)]
mod tests {
    use super::{HIGHEST, WIDEST, size};

    #[test]
    fn logos_keep_their_proportions() {
        let png = |width: u32, height: u32| {
            let [width, height] = [width, height].map(u32::to_be_bytes);
            [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", &width[..], &height[..]].concat()
        };
        assert_eq!(size(&png(100, 100)), Some([HIGHEST, HIGHEST]));
        assert_eq!(size(&png(1000, 10)), Some([WIDEST, WIDEST / 100]));
        assert_eq!(size(&png(1, u32::MAX)), Some([1, HIGHEST]));
        assert_eq!(size(&png(0, 1)), None);
        assert_eq!(size(b"\x89PNG\r\n\x1a\n"), None);
        assert_eq!(size(b"GIF89a"), None);
    }
}
