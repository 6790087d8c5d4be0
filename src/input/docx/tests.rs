//! What offices save is read, and nothing else does harm.

use std::io::{Cursor, Write as _};

use proptest::{prop_assert, proptest};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::{TEXT, WordText, read_word};

/// A file with this text.
fn packed(xml: &str) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    archive.start_file(TEXT, SimpleFileOptions::default()).unwrap();
    archive.write_all(xml.as_bytes()).unwrap();
    archive.finish().unwrap().into_inner()
}

fn read(body: &str) -> WordText {
    let xml = format!(
        "<?xml version=\"1.0\"?><w:document xmlns:w=\"w\"><w:body>{body}</w:body></w:document>"
    );
    read_word("a.docx", &packed(&xml)).unwrap()
}

fn paragraph(properties: &str, words: &str) -> String {
    format!("<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>")
}

#[test]
fn headings_lists_and_tables_are_kept() {
    let cell = |words: &str| format!("<w:tc>{}</w:tc>", paragraph("", words));
    let row = |cells: &[&str]| {
        format!("<w:tr>{}</w:tr>", cells.iter().map(|it| cell(it)).collect::<String>())
    };
    let item = |depth: u8, words: &str| {
        paragraph(
            &format!("<w:numPr><w:ilvl w:val=\"{depth}\"/><w:numId w:val=\"1\"/></w:numPr>"),
            words,
        )
    };
    let body = [
        paragraph("<w:pStyle w:val=\"Titel\"/>", "Protokoll"),
        paragraph("<w:pStyle w:val=\"berschrift2\"/>", "Licht &amp; Wasser"),
        paragraph("<w:outlineLvl w:val=\"2\"/>", "TOP 1"),
        item(0, "eins"),
        item(1, "zwei"),
        paragraph("", "Ein *Stern* &#8211; gut"),
        format!("<w:tbl>{}{}</w:tbl>", row(&["Wann", "heute"]), row(&["Wo", "hier"])),
        format!("<w:tbl>{}{}</w:tbl>", row(&["Nr.", "Was", "Wer"]), row(&["1", "a|b", ""])),
        "<w:p><w:r><w:t>oben</w:t><w:br/><w:t>unten</w:t></w:r></w:p>".to_owned(),
        "<w:p><w:r><w:drawing/></w:r></w:p>".to_owned(),
    ]
    .concat();
    let expected = "# Protokoll\n\n## Licht & Wasser\n\n### TOP 1\n\n- eins\n  - zwei\n\nEin \\*Stern\\* – gut\n\n\
        - **Wann:** heute\n- **Wo:** hier\n\n| Nr. | Was | Wer |\n| --- | --- | --- |\n| 1 | a\\|b |  |\n\noben\\\nunten\n";
    let read = read(&body);
    assert_eq!((read.markdown.as_str(), read.pictures), (expected, 1));
}

#[test]
fn what_is_bold_or_italic_stays_so() {
    let run =
        |look: &str, words: &str| format!("<w:r><w:rPr>{look}</w:rPr><w:t>{words}</w:t></w:r>");
    let body = format!(
        "<w:p>{}{}{}{}</w:p>",
        run("<w:b/>", "Wa"),
        run("<w:b w:val=\"1\"/>", "nn: "),
        run("<w:b w:val=\"0\"/>", "heute "),
        run("<w:i/>", "noch")
    );
    assert_eq!(read(&body).markdown, "**Wann:** heute *noch*\n");
}

#[test]
fn what_was_deleted_or_stands_twice_is_left_out() {
    let body = "<w:p><w:ins><w:r><w:t>neu</w:t></w:r></w:ins><w:del><w:r><w:delText>alt</w:delText></w:r></w:del>\
        <w:moveFrom><w:r><w:t>fort</w:t></w:r></w:moveFrom><w:Fallback><w:r><w:t>neu</w:t></w:r></w:Fallback></w:p>";
    assert_eq!(read(body).markdown, "neu\n");
}

#[test]
fn what_is_no_word_file_is_refused() {
    let deep = "<w:p>".repeat(300) + &"</w:p>".repeat(300);
    let deep = format!("<document>{deep}</document>");
    let bomb = "<!DOCTYPE d [<!ENTITY a \"aaaa\">]><document><p><r><t>&a;</t></r></p></document>";
    for xml in ["", "kein xml", "<document>", "<html></html>", &deep, bomb] {
        assert!(read_word("a.docx", &packed(xml)).is_err(), "{xml}");
    }
    assert!(read_word("a.docx", b"PK").is_err());
}

proptest! {
    #[test]
    fn any_bytes_are_survived(bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..300)) {
        let _ = read_word("a.docx", &bytes);
    }

    #[test]
    fn any_xml_is_survived(parts in proptest::collection::vec(0usize..14, 0..60)) {
        let pieces = [
            "<w:p>", "</w:p>", "<w:r>", "</w:r>", "<w:t>", "</w:t>", "a &lt; b", "<w:tbl>", "</w:tbl>", "<w:tr>",
            "</w:tr>", "<w:tc>", "</w:tc>", "<w:br/>",
        ];
        let body: String = parts.iter().map(|part| pieces[*part]).collect();
        let read = read_word("a.docx", &packed(&format!("<document>{body}</document>")));
        prop_assert!(read.is_err() || !read.unwrap().markdown.contains("<w:"));
    }
}
