//! Pictures: whether bytes are one, and a safe one.
//!
//! A drawing (SVG) can hold scripts, handlers and references to other places. None of them is let
//! through: a document shows what it was made of, runs nothing and fetches nothing.

use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;

use crate::diagnostic::print::Active;
use crate::document::model::Picture;

mod bare;

use bare::PNG;
pub use bare::bare;

/// Why bytes are no picture for a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PictureFault {
    /// They are no picture of a known format.
    Unreadable,
    /// They are a drawing that does more than show something.
    Active(Active),
}

/// Elements of SVG that run something or embed other pages.
const ACTIVE: &[&str] =
    &["script", "foreignObject", "iframe", "embed", "object", "audio", "video", "handler"];

/// The format of `bytes`.
///
/// # Errors
/// If they are no picture, or one that does or fetches something.
pub fn format(bytes: &[u8]) -> Result<Picture, PictureFault> {
    if bytes.starts_with(PNG) {
        let is_sound = is_whole_png(bytes) && has_sound_size(bytes);
        return if is_sound { Ok(Picture::Png) } else { Err(PictureFault::Unreadable) };
    }
    let text = std::str::from_utf8(bytes).map_err(|_| PictureFault::Unreadable)?;
    svg(text.trim_start_matches('\u{feff}')).map(|()| Picture::Svg)
}

/// The most pixels of a picture: a sheet of A4 at 600 dots an inch has fewer.
const MOST_PIXELS: u64 = 40_000_000;

/// Whether a PNG file says in its head (`IHDR`, ISO/IEC 15948, 11.2.2) that it shows something, and
/// not more than a document can hold.
fn has_sound_size(bytes: &[u8]) -> bool {
    let number = |at: usize| bytes.get(at..)?.first_chunk::<4>().map(|it| u32::from_be_bytes(*it));
    let head = PNG.len() + 8;
    let Some((width, height)) = number(head).zip(number(head + 4)) else { return false };
    let pixels = u64::from(width) * u64::from(height);
    pixels > 0 && pixels <= MOST_PIXELS
}

/// Whether the chunks of a PNG file follow each other from its head (`IHDR`) to its end (`IEND`).
fn is_whole_png(bytes: &[u8]) -> bool {
    let mut rest = &bytes[PNG.len()..];
    let mut is_first = true;
    while let Some((length, after)) = rest.split_first_chunk::<4>() {
        let length = u32::from_be_bytes(*length) as usize;
        let Some((kind, after)) = after.split_first_chunk::<4>() else { return false };
        if is_first != (kind == b"IHDR") {
            return false;
        }
        // The data are followed by a check sum of four bytes.
        let Some(next) = length.checked_add(4).and_then(|length| after.get(length..)) else {
            return false;
        };
        if kind == b"IEND" {
            return true;
        }
        is_first = false;
        rest = next;
    }
    false
}

/// Reads a drawing through to its end.
fn svg(text: &str) -> Result<(), PictureFault> {
    let mut reader = Reader::from_str(text);
    let mut is_svg = false;
    let mut in_style = false;
    loop {
        match reader.read_event().map_err(|_| PictureFault::Unreadable)? {
            Event::Start(tag) => {
                is_svg |= is_root(&tag, is_svg)?;
                in_style = tag.local_name().as_ref() == "style";
                inspect(&tag)?;
            }
            Event::Empty(tag) => {
                is_svg |= is_root(&tag, is_svg)?;
                inspect(&tag)?;
            }
            Event::End(_) => in_style = false,
            Event::Text(words) if in_style => styles(&words)?,
            Event::CData(words) if in_style => styles(&words)?,
            Event::PI(instruction) if instruction.starts_with("xml-stylesheet") => {
                return Err(PictureFault::Active(Active::Declaration));
            }
            Event::DocType(words) if words.contains('[') => {
                return Err(PictureFault::Active(Active::Declaration));
            }
            Event::Eof => return if is_svg { Ok(()) } else { Err(PictureFault::Unreadable) },
            _ => {}
        }
    }
}

/// Whether `tag` is the root of a drawing; another root is none.
fn is_root(tag: &BytesStart<'_>, is_svg: bool) -> Result<bool, PictureFault> {
    match tag.local_name().as_ref() == "svg" {
        true => Ok(true),
        false if is_svg => Ok(false),
        false => Err(PictureFault::Unreadable),
    }
}

/// Refuses elements and attributes that do or fetch something.
fn inspect(tag: &BytesStart<'_>) -> Result<(), PictureFault> {
    let name = tag.local_name().as_ref().to_owned();
    if ACTIVE.iter().any(|active| active.eq_ignore_ascii_case(&name)) {
        return Err(PictureFault::Active(Active::Element(name)));
    }
    for attribute in tag.attributes() {
        let attribute = attribute.map_err(|_| PictureFault::Unreadable)?;
        let key = attribute.key.local_name().as_ref().to_lowercase();
        let value = attribute.value.to_string();
        if key.starts_with("on") {
            return Err(PictureFault::Active(Active::Handler(key)));
        }
        // Nothing is fetched for a link before somebody follows it.
        let fetched = matches!(key.as_str(), "href" | "src") && name != "a";
        if fetched && !is_own(&value) || runs(&value) {
            return Err(PictureFault::Active(Active::Reference(value)));
        }
        styles(&value)?;
    }
    Ok(())
}

/// Whether a reference stays within the drawing.
fn is_own(target: &str) -> bool {
    let target = target.trim();
    target.starts_with('#') || target.is_empty() || target.starts_with("data:image/")
}

/// Whether a reference starts a script; an animation can set one too.
fn runs(value: &str) -> bool {
    let scheme = value.trim().split(':').next().unwrap_or_default();
    scheme.eq_ignore_ascii_case("javascript") && value.contains(':')
}

/// Refuses styles that fetch something.
fn styles(words: &str) -> Result<(), PictureFault> {
    let lower = words.to_ascii_lowercase();
    if lower.contains("@import") {
        return Err(PictureFault::Active(Active::Reference("@import".to_owned())));
    }
    for (at, _) in lower.match_indices("url(") {
        let target = words[at + 4..].split(')').next().unwrap_or_default();
        let target = target.trim_matches(|c: char| c == '"' || c == '\'' || c.is_whitespace());
        if !is_own(target) {
            return Err(PictureFault::Active(Active::Reference(target.to_owned())));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{Active, Picture, PictureFault, format};

    fn svg(inside: &str) -> Result<Picture, PictureFault> {
        let xml = "<?xml version=\"1.0\"?><!DOCTYPE svg PUBLIC \"a\" \"b\">";
        format(format!("{xml}<svg xmlns=\"http://www.w3.org/2000/svg\">{inside}</svg>").as_bytes())
    }

    #[test]
    fn drawings_that_only_show_are_let_through() {
        for inside in [
            "<path d=\"M0 0h1v1z\" fill=\"url(#a)\"/>",
            "<style>.a { fill: url('#b') }</style><use href=\"#a\"/>",
            "<image href=\"data:image/png;base64,AAAA\"/>",
            "<a href=\"https://example.org\"><text>Netz</text></a>",
            "<title>script onload= javascript</title>",
        ] {
            assert_eq!(svg(inside), Ok(Picture::Svg), "{inside}");
        }
    }

    #[test]
    fn drawings_that_do_or_fetch_something_are_not() {
        let reference = |to: &str| Active::Reference(to.to_owned());
        let cases = [
            ("<script>alert(1)</script>", Active::Element("script".to_owned())),
            ("<x:SCRIPT/>", Active::Element("SCRIPT".to_owned())),
            ("<foreignObject/>", Active::Element("foreignObject".to_owned())),
            ("<g onClick=\"a()\"/>", Active::Handler("onclick".to_owned())),
            ("<image xlink:href=\"https://example.org/a\"/>", reference("https://example.org/a")),
            ("<use href=\"other.svg#a\"/>", reference("other.svg#a")),
            ("<a href=\"JavaScript:a()\"/>", reference("JavaScript:a()")),
            ("<set to=\"javascript:a()\"/>", reference("javascript:a()")),
            ("<style>@import 'a'</style>", reference("@import")),
            ("<style><![CDATA[a{b:url(c.png)}]]></style>", reference("c.png")),
            ("<g style=\"fill:url( 'http://example.org' )\"/>", reference("http://example.org")),
        ];
        for (inside, expected) in cases {
            assert_eq!(svg(inside), Err(PictureFault::Active(expected)), "{inside}");
        }
        let entity = b"<!DOCTYPE svg [<!ENTITY a \"b\">]><svg>&a;</svg>";
        assert_eq!(format(entity), Err(PictureFault::Active(Active::Declaration)));
    }

    #[test]
    fn what_is_no_picture_is_told_apart() {
        for bytes in
            [&b""[..], b"Netz", b"<html></html>", b"<svg><g></svg>", b"\xff\xd8\xff", super::PNG]
        {
            assert_eq!(format(bytes), Err(PictureFault::Unreadable), "{bytes:?}");
        }
        let chunk = |kind: &[u8]| [&[0; 4], kind, &[0; 4]].concat();
        let png = |width: u32, height: u32| {
            let size = [width.to_be_bytes(), height.to_be_bytes()].concat();
            let head = [&[0, 0, 0, 8], &b"IHDR"[..], &size, &[0; 4]].concat();
            [super::PNG, &head, &chunk(b"IDAT"), &chunk(b"IEND")].concat()
        };
        let whole = png(120, 40);
        assert_eq!(format(&whole), Ok(Picture::Png));
        for (width, height) in [(0, 40), (100_000, 100_000), (u32::MAX, u32::MAX)] {
            assert_eq!(
                format(&png(width, height)),
                Err(PictureFault::Unreadable),
                "{width} × {height}"
            );
        }
        assert_eq!(format(&whole[..whole.len() - 5]), Err(PictureFault::Unreadable));
    }
}
