//! Quotation marks in tables that nobody closed: what stands behind them is not what it seems.

/// A quotation mark that is never closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::input) struct OpenQuote {
    /// Where it stands, in bytes.
    pub(in crate::input) quote: usize,
    /// Where its row begins.
    pub(in crate::input) record: usize,
}

/// The first quotation mark of `table` that opens a cell and is not closed before the end, or is
/// closed in a later line within words: then it met one that opens another cell.
pub(in crate::input) fn open_quote(table: &str, delimiter: u8) -> Option<OpenQuote> {
    let bytes = table.as_bytes();
    let mut record = 0;
    let mut at = 0;
    while at < bytes.len() {
        // The beginning of a cell.
        if bytes[at] == b'"' {
            let quote = at;
            at += 1;
            loop {
                match bytes.get(at..)? {
                    [] => return Some(OpenQuote { quote, record }),
                    [b'"', b'"', ..] => at += 2,
                    [b'"', ..] => break,
                    [_, ..] => at += 1,
                }
            }
            at += 1;
            let behind = bytes[at..].iter().find(|byte| **byte != b' ');
            let is_closed = behind.is_none_or(|byte| *byte == delimiter || b"\r\n".contains(byte));
            if !is_closed && bytes[quote..at].contains(&b'\n') {
                return Some(OpenQuote { quote, record });
            }
        }
        while at < bytes.len() && bytes[at] != delimiter && !b"\r\n".contains(&bytes[at]) {
            at += 1;
        }
        if bytes.get(at).is_some_and(|byte| *byte != delimiter) {
            while bytes.get(at).is_some_and(|byte| b"\r\n".contains(byte)) {
                at += 1;
            }
            record = at;
        } else {
            at += 1;
        }
    }
    None
}

/// Whether a cell holds a line that could be a row of a table with so many `columns`: then a quotation
/// mark was forgotten in one row and another stands in a later one.
pub(in crate::input) fn swallows_a_row(cell: &str, delimiter: u8, columns: usize) -> bool {
    let parts = |line: &str| line.bytes().filter(|byte| *byte == delimiter).count() + 1;
    columns > 1 && cell.lines().skip(1).any(|line| parts(line) >= columns)
}

#[cfg(test)]
mod tests {
    use super::{open_quote, swallows_a_row};

    #[test]
    fn open_quotes_are_found_where_they_open() {
        let cases = [
            ("a;b\n1;\"x\n2;y\n", Some((6, 4))),
            ("a;b\r\n1;\"x\r\n2;\"y\"\r\n", Some((7, 5))),
            ("\"a;b\n", Some((0, 0))),
            ("a;b\n1;\"x \"\"y\"\" z\"\n", None),
            ("a;b\n1;\"x\ny\"\n2;z", None),
            ("a;b\n1;x \"y\n2;z\n", None),
            ("a;b\n\"x\" y;1\n", None),
            ("a;b\n1;\"", Some((6, 4))),
        ];
        for (table, expected) in cases {
            let found = open_quote(table, b';').map(|open| (open.quote, open.record));
            assert_eq!(found, expected, "{table}");
        }
    }

    #[test]
    fn rows_within_cells_are_seen() {
        assert!(swallows_a_row("later\nBo;no;", b';', 3));
        assert!(!swallows_a_row("later;\nand; the dog", b';', 3));
        assert!(!swallows_a_row("Bo;no;", b';', 3));
    }
}
