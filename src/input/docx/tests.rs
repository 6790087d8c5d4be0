//! What offices save is read, and nothing else does harm.

use std::io::{Cursor, Write as _};

use proptest::{prop_assert, proptest};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::{LINKS, LISTS, TEXT, WordText, read_word};

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
fn numbers_links_quotes_and_what_is_typed_come_back() {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let item = |list: u8, level: u8, words: &str| {
        let properties =
            format!("<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr>");
        paragraph(&properties, words)
    };
    let style =
        |style: &str, words: &str| paragraph(&format!("<w:pStyle w:val=\"{style}\"/>"), words);
    let body = [
        item(2, 0, "eins"),
        item(1, 1, "Punkt"),
        item(2, 0, "zwei"),
        style("ListContinue", "noch dazu"),
        item(3, 0, "andere"),
        style("Zitat", "gesagt"),
        style("Zitat", "getan"),
        style("Code", "a * b"),
        style("Rule", ""),
        "<w:p><w:hyperlink r:id=\"r1\"><w:r><w:t>dort</w:t></w:r></w:hyperlink><w:hyperlink r:id=\"r2\">\
         <w:r><w:t>hier</w:t></w:r></w:hyperlink><w:r><w:rPr><w:rStyle w:val=\"Typed\"/></w:rPr><w:t>x_y</w:t>\
         </w:r></w:p>".to_owned(),
    ]
    .concat();
    let levels = |kind: &str| {
        let level = |at: u8| {
            format!(
                "<w:lvl w:ilvl=\"{at}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{kind}\"/></w:lvl>"
            )
        };
        level(0) + &level(1)
    };
    let list = |id: u8, kind: u8, own: &str| {
        format!("<w:num w:numId=\"{id}\"><w:abstractNumId w:val=\"{kind}\"/>{own}</w:num>")
    };
    let first = "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"7\"/></w:lvlOverride>";
    let parts = [
        (TEXT, format!("<w:document><w:body>{body}</w:body></w:document>")),
        (LISTS, format!(
            "<w:numbering><w:abstractNum w:abstractNumId=\"0\">{}</w:abstractNum><w:abstractNum w:abstractNumId=\"1\">{}\
             </w:abstractNum>{}{}{}</w:numbering>",
            levels("bullet"), levels("decimal"), list(1, 0, ""), list(2, 1, ""), list(3, 1, first)
        )),
        (LINKS, "<Relationships><Relationship Id=\"r1\" Target=\"https://a.example.org/?b=1&amp;c=2\"/>\
                 <Relationship Id=\"r2\" Target=\"file:///etc/passwd\"/></Relationships>".to_owned()),
    ];
    for (name, content) in parts {
        archive.start_file(name, SimpleFileOptions::default()).unwrap();
        archive.write_all(content.as_bytes()).unwrap();
    }
    let read = read_word("a.docx", &archive.finish().unwrap().into_inner()).unwrap();
    let expected = "1. eins\n   - Punkt\n2. zwei\n\n   noch dazu\n\n7) andere\n\n> gesagt\n>\n> getan\n\n```\na * b\n```\n\n\
        ---\n\n[dort](https://a.example.org/?b=1&c=2)hier`x_y`\n";
    assert_eq!((read.markdown.as_str(), read.links), (expected, 1));
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
