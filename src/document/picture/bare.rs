//! Pictures without what nobody sees in them: programs write into them who drew them, when, and where the file
//! lay, and pages for everybody carry whole pictures.

use std::borrow::Cow;

use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;
use quick_xml::writer::Writer;

use crate::document::model::Picture;

/// The first bytes of every PNG file (ISO/IEC 15948, 5.2).
pub(super) const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";

/// The elements of a drawing that describe it (SVG 2, 5.8), but for its title and description, which are read out.
const UNSEEN: &str = "metadata";

/// What begins the names of elements and attributes of drawing programs.
const PROGRAMS: [&str; 7] = ["inkscape:", "sodipodi:", "rdf:", "cc:", "dc:", "serif:", "i:"];

/// The chunks of a PNG file that are words about it (ISO/IEC 15948, 11.3.4, 11.3.6), or data of a camera.
const WORDS: [&[u8; 4]; 5] = [b"tEXt", b"zTXt", b"iTXt", b"tIME", b"eXIf"];

/// The bytes of a picture that is sound, without what nobody sees; as they are if there is nothing of it.
pub fn bare(format: Picture, bytes: &[u8]) -> Cow<'_, [u8]> {
    let bared = match format {
        Picture::Png => bare_png(bytes),
        Picture::Svg => std::str::from_utf8(bytes).ok().and_then(bare_svg),
    };
    bared.map_or(Cow::Borrowed(bytes), Cow::Owned)
}

/// A drawing without comments and what programs note; none if it has neither, or cannot be read.
fn bare_svg(text: &str) -> Option<Vec<u8>> {
    let signs = ["<!--", UNSEEN].into_iter().chain(PROGRAMS);
    if !signs.into_iter().any(|sign| text.contains(sign)) {
        return None;
    }
    let mut reader = Reader::from_str(text.trim_start_matches('\u{feff}'));
    let mut writer = Writer::new(Vec::new());
    // How deep one stands in what goes.
    let mut depth = 0_usize;
    loop {
        let event = match reader.read_event().ok()? {
            Event::Eof => return Some(writer.into_inner()),
            Event::Start(tag) if depth > 0 || is_unseen(&tag) => {
                depth += 1;
                continue;
            }
            Event::End(_) if depth > 0 => {
                depth -= 1;
                continue;
            }
            Event::Empty(tag) if is_unseen(&tag) => continue,
            Event::Comment(_) => continue,
            _ if depth > 0 => continue,
            Event::Start(tag) => Event::Start(own(&tag)?),
            Event::Empty(tag) => Event::Empty(own(&tag)?),
            event => event,
        };
        writer.write_event(event).ok()?;
    }
}

fn is_unseen(tag: &BytesStart<'_>) -> bool {
    let name = tag.name();
    let name: &str = name.as_ref();
    name == UNSEEN || is_of_program(name)
}

fn is_of_program(name: &str) -> bool {
    PROGRAMS.iter().any(|program| name.starts_with(program))
}

/// The same without the attributes of drawing programs.
fn own<'t>(tag: &BytesStart<'t>) -> Option<BytesStart<'t>> {
    let mut own = tag.to_owned();
    own.clear_attributes();
    for attribute in tag.attributes() {
        let attribute = attribute.ok()?;
        let name: &str = attribute.key.as_ref();
        if !is_of_program(name) {
            own.push_attribute(attribute);
        }
    }
    Some(own)
}

/// A PNG file without its words; none if it has none, or is not whole.
fn bare_png(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut bare = PNG.to_vec();
    let mut rest = bytes.get(PNG.len()..)?;
    let mut has_words = false;
    while let Some(length) = rest.first_chunk::<4>() {
        // Length, name and check sum are four bytes each.
        let whole = usize::try_from(u32::from_be_bytes(*length)).ok()?.checked_add(12)?;
        let (chunk, behind) = rest.split_at_checked(whole)?;
        let is_words = WORDS.iter().any(|name| chunk[4..8] == name[..]);
        has_words |= is_words;
        if !is_words {
            bare.extend_from_slice(chunk);
        }
        rest = behind;
    }
    has_words.then_some(bare)
}

#[cfg(test)]
mod tests {
    use super::{PNG, bare};
    use crate::document::model::Picture;

    #[test]
    fn a_drawing_keeps_what_is_seen() {
        let drawing = "<?xml version=\"1.0\"?>\n<!-- C:\\Users\\ada --><svg xmlns=\"http://www.w3.org/2000/svg\" \
                       xmlns:inkscape=\"http://www.inkscape.org/namespaces/inkscape\" \
                       inkscape:export-filename=\"/srv/ada/a.png\" width=\"9\"><title>Wappen</title>\
                       <metadata><rdf:RDF xmlns:rdf=\"r\"><dc:creator xmlns:dc=\"d\">Ada</dc:creator>\
                       </rdf:RDF></metadata><g inkscape:label=\"ada\"> <path d=\"M0 0\"/></g></svg>";
        let bared = bare(Picture::Svg, drawing.as_bytes());
        assert_eq!(
            std::str::from_utf8(&bared).unwrap(),
            "<?xml version=\"1.0\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" \
             xmlns:inkscape=\"http://www.inkscape.org/namespaces/inkscape\" width=\"9\">\
             <title>Wappen</title><g> <path d=\"M0 0\"/></g></svg>"
        );
        let plain = "<svg xmlns=\"http://www.w3.org/2000/svg\"><path d=\"M0 0\"/></svg>";
        assert_eq!(&*bare(Picture::Svg, plain.as_bytes()), plain.as_bytes());
    }

    #[test]
    fn a_png_file_keeps_what_is_seen() {
        let chunk = |name: &[u8; 4], data: &[u8]| {
            let length = u32::try_from(data.len()).unwrap().to_be_bytes();
            [&length[..], name, data, b"sum!"].concat()
        };
        let head = chunk(b"IHDR", &[0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
        let seen = [PNG, &head, &chunk(b"IDAT", b"x"), &chunk(b"IEND", b"")].concat();
        let words = chunk(b"tEXt", b"Author\0Ada");
        let noted = [PNG, &head, &words, &chunk(b"IDAT", b"x"), &chunk(b"IEND", b"")].concat();
        assert_eq!(&*bare(Picture::Png, &noted), &seen[..]);
        assert_eq!(&*bare(Picture::Png, &seen), &seen[..]);
        assert_eq!(&*bare(Picture::Png, &noted[..20]), &noted[..20]);
    }
}
