//! Tables as a spreadsheet reads them.

/// The cells of a file without its headings.
pub(super) fn cells(file: &[u8]) -> Vec<String> {
    let text = file.strip_prefix("\u{feff}".as_bytes()).expect("a byte order mark");
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(text);
    let rows = reader.records().map(|row| row.expect("a row of as many cells"));
    rows.flat_map(|row| row.iter().map(str::to_owned).collect::<Vec<_>>()).collect()
}
