//! Workbooks as offices save them, made by hand: with all that a list can have of its own.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";

/// A sheet: its name, its state (`visible`, `hidden`), and its rows with their numbers.
pub(crate) type Sheet<'s> = (&'s str, &'s str, &'s [(u32, &'s [Cell<'s>])]);

/// A cell of Excel.
#[derive(Clone, Copy)]
pub(crate) enum Cell<'c> {
    /// Words.
    Words(&'c str),
    /// A number.
    Number(&'c str),
    /// A number that is shown as a day.
    Day(&'c str),
    /// A formula and what it gave when it was saved.
    Formula(&'c str, &'c str),
    /// A formula that failed.
    Failed(&'c str),
    /// Nothing.
    Empty,
}

/// A workbook of Excel.
pub(crate) fn xlsx(sheets: &[Sheet<'_>], from_1904: bool) -> Vec<u8> {
    book(sheets, from_1904, "")
}

/// The same with a cell in the last row of its sheets.
pub(crate) fn xlsx_with(sheets: &[Sheet<'_>], cell: &str) -> Vec<u8> {
    book(sheets, false, &format!("<row r=\"1048576\">{cell}</row>"))
}

fn book(sheets: &[Sheet<'_>], from_1904: bool, last_row: &str) -> Vec<u8> {
    let mut list = String::new();
    let mut relations = String::new();
    let mut types = String::new();
    let mut parts: Vec<(String, String)> = Vec::new();
    for (number, (name, state, rows)) in (1..).zip(sheets) {
        write!(
            list,
            "<sheet name=\"{name}\" sheetId=\"{number}\" state=\"{state}\" r:id=\"r{number}\"/>"
        )
        .unwrap();
        write!(
            relations,
            "<Relationship Id=\"r{number}\" Type=\"{OFFICE}/worksheet\" Target=\"worksheets/sheet{number}.xml\"/>"
        ).unwrap();
        write!(
            types,
            "<Override PartName=\"/xl/worksheets/sheet{number}.xml\" \
             ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>"
        ).unwrap();
        parts.push((format!("xl/worksheets/sheet{number}.xml"), sheet(rows, last_row)));
    }
    let styles = "<numFmts count=\"0\"/><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\" \
                  applyNumberFormat=\"1\"/></cellXfs>";
    write!(relations, "<Relationship Id=\"r0\" Type=\"{OFFICE}/styles\" Target=\"styles.xml\"/>")
        .unwrap();
    let epoch = if from_1904 { "<workbookPr date1904=\"1\"/>" } else { "" };
    parts.extend([
        (
            "[Content_Types].xml".to_owned(),
            format!(
                "<Types xmlns=\"{PACKAGE}/content-types\"><Default Extension=\"rels\" \
                 ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default \
                 Extension=\"xml\" ContentType=\"application/xml\"/>{types}</Types>"
            ),
        ),
        (
            "_rels/.rels".to_owned(),
            format!(
                "<Relationships xmlns=\"{PACKAGE}/relationships\"><Relationship Id=\"r1\" \
                 Type=\"{OFFICE}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
            ),
        ),
        (
            "xl/workbook.xml".to_owned(),
            format!(
                "<workbook xmlns=\"{MAIN}\" xmlns:r=\"{OFFICE}\">{epoch}<sheets>{list}</sheets></workbook>"
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels".to_owned(),
            format!("<Relationships xmlns=\"{PACKAGE}/relationships\">{relations}</Relationships>"),
        ),
        ("xl/styles.xml".to_owned(), format!("<styleSheet xmlns=\"{MAIN}\">{styles}</styleSheet>")),
    ]);
    packed(&parts)
}

fn sheet(rows: &[(u32, &[Cell<'_>])], last_row: &str) -> String {
    let cell = |row: u32, (column, cell): (u8, &Cell<'_>)| {
        let place = format!("r=\"{}{row}\"", char::from(b'A' + column));
        match cell {
            Cell::Words(words) => {
                let words = words.replace('&', "&amp;").replace('<', "&lt;");
                format!(
                    "<c {place} t=\"inlineStr\"><is><t xml:space=\"preserve\">{words}</t></is></c>"
                )
            }
            Cell::Number(number) => format!("<c {place}><v>{number}</v></c>"),
            Cell::Day(number) => format!("<c {place} s=\"1\"><v>{number}</v></c>"),
            Cell::Formula(formula, value) => {
                format!("<c {place} t=\"str\"><f>{formula}</f><v>{value}</v></c>")
            }
            Cell::Failed(value) => format!("<c {place} t=\"e\"><f>A1</f><v>{value}</v></c>"),
            Cell::Empty => String::new(),
        }
    };
    let row = |(number, cells): &(u32, &[Cell<'_>])| {
        let cells: String = (0..).zip(*cells).map(|it| cell(*number, it)).collect();
        format!("<row r=\"{number}\">{cells}</row>")
    };
    let rows: String = rows.iter().map(row).collect();
    format!("<worksheet xmlns=\"{MAIN}\"><sheetData>{rows}{last_row}</sheetData></worksheet>")
}

/// An open workbook with one sheet; cells that begin with `day:` are days.
pub(crate) fn ods(rows: &[&[&str]]) -> Vec<u8> {
    let cell = |words: &&str| match words.strip_prefix("day:") {
        Some(day) => format!(
            "<table:table-cell office:value-type=\"date\" office:date-value=\"{day}\"><text:p>{day}</text:p>\
             </table:table-cell>"
        ),
        None => format!(
            "<table:table-cell office:value-type=\"string\"><text:p>{words}</text:p></table:table-cell>"
        ),
    };
    let row = |cells: &&[&str]| {
        format!("<table:table-row>{}</table:table-row>", cells.iter().map(cell).collect::<String>())
    };
    let rows: String = rows.iter().map(row).collect();
    let names = ["office", "table", "text"]
        .map(|name| format!("xmlns:{name}=\"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0\""));
    let content = format!(
        "<office:document-content {}><office:body><office:spreadsheet><table:table \
         table:name=\"Liste\">{rows}</table:table></office:spreadsheet></office:body>\
         </office:document-content>",
        names.join(" ")
    );
    open_document(&content, "<manifest:file-entry manifest:full-path=\"content.xml\"/>")
}

/// An open workbook that a password keeps closed.
pub(crate) fn locked() -> Vec<u8> {
    let entry = "<manifest:file-entry manifest:full-path=\"content.xml\"><manifest:encryption-data>\
                 </manifest:encryption-data></manifest:file-entry>";
    open_document("", entry)
}

fn open_document(content: &str, entries: &str) -> Vec<u8> {
    let space = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0";
    let manifest =
        format!("<manifest:manifest xmlns:manifest=\"{space}\">{entries}</manifest:manifest>");
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    zip.start_file("mimetype", stored).unwrap();
    zip.write_all(b"application/vnd.oasis.opendocument.spreadsheet").unwrap();
    for (name, part) in [("META-INF/manifest.xml", &*manifest), ("content.xml", content)] {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(part.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A small workbook that says to hold more words than any machine has room for.
pub(crate) fn greedy() -> Vec<u8> {
    let mut zip =
        ZipWriter::new_append(Cursor::new(xlsx(&[("Liste", "visible", &[])], false))).unwrap();
    zip.start_file("xl/sharedStrings.xml", SimpleFileOptions::default()).unwrap();
    write!(zip, "<sst xmlns=\"{MAIN}\" uniqueCount=\"99999999999\"></sst>").unwrap();
    zip.finish().unwrap().into_inner()
}

fn packed(parts: &[(String, String)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, part) in parts {
        zip.start_file(name.as_str(), SimpleFileOptions::default()).unwrap();
        zip.write_all(part.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A file of Word whose text never ends: a few bytes that become many.
pub(crate) fn endless_letter() -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    archive.start_file("word/document.xml", SimpleFileOptions::default()).unwrap();
    let page = vec![b' '; 1 << 20];
    for _ in 0..34 {
        archive.write_all(&page).unwrap();
    }
    archive.finish().unwrap().into_inner()
}
