//! No row of a table vanishes, and none is recorded by half.

use snapbox::str;

use super::{FILE, invited, put};
use crate::harness::same;

/// What reading a table says and what is recorded then.
fn read(table: impl AsRef<[u8]>) -> (String, Option<String>) {
    let mut story = invited();
    put(&story, "a.csv", table);
    let (said, status) = story.run("-q replies read in/a.csv --meeting spring --yes");
    assert_eq!(status, 0, "{said}");
    let file = story.path(FILE);
    (said, file.exists().then(|| story.read(FILE)))
}

#[test]
fn an_open_quotation_mark_ends_what_is_read() {
    let (said, file) = read(
        "Name;Antwort;Bemerkung\r\nb-birke;ja;\r\nc-cedar;nein;\"kommt \"\"nicht\"\"\r\nulm;ja;\"gern\"\r\n",
    );
    same(
        &said,
        str![[r#"
Replies read

who          answer  so far  meeting  from
──────────────────────────────────────────────────────
Berta Birke  yes     open    spring   in/a.csv, line 2

For you to look at: 1

• in/a.csv, line 3: the quotation mark in this line is never closed; nothing is
  read from here on

"#]],
    );
    assert!(!file.unwrap().contains("c-cedar"));
    // In the headings, and in the last line.
    for (table, line) in [("Name;\"Antwort\nb-birke;ja\n", 1), ("Name;Antwort\nb-birke;\"ja", 2)] {
        let (said, file) = read(table);
        assert!(
            said.contains(&format!("line {line}: the quotation mark"))
                || said.contains("lacks a column"),
            "{said}"
        );
        assert_eq!(file, None);
    }
}

#[test]
fn rows_that_are_not_whole_are_listed() {
    let (said, file) = read(
        "Name;Antwort;Mit;Bemerkung\nb-birke;ja;;\"spät\nc-cedar;nein;;\"\nulm\nulm;ja;;;mehr\n\
         d-douglas;;Ada Nordhaus;\n;;;\n\nc-cedar;;;Urlaub\n",
    );
    same(
        &said,
        str![[r#"
Replies read

Nothing new to record. 1 row has no answer yet.

For you to look at: 4

• in/a.csv, line 2: a cell goes over several lines and looks as if it held a row
  of its own; perhaps a quotation mark is missing
• in/a.csv, line 4: the row has fewer columns than the headings
• in/a.csv, line 5: the row has more columns than the headings
• in/a.csv, line 6: the row names companions or a substitute, but no answer

"#]],
    );
    assert_eq!(file, None);
}

#[test]
fn columns_that_mean_nothing_or_stand_twice_are_named() {
    let (said, file) = read(
        "Nr;Name;Antwort;Hotel;Essen;Kommentar\n1;b-birke;Ja, gerne;ab Montag;vegan;bis bald\n",
    );
    assert!(said.contains("in/a.csv, line 1: columns that were not read: Hotel"), "{said}");
    same(
        &file.unwrap(),
        str![[r#"
[[reply]]
person = "b-birke"
answer = "yes"
for = 2027-04-20
received = 2026-11-24T12:00:00+01:00
note = """
bis bald
vegan"""

"#]],
    );
    let (said, file) = read("Name;Antwort;Antwort\nb-birke;ja;nein\n");
    assert!(said.contains("in/a.csv: there are two columns `Antwort`"), "{said}");
    assert_eq!(file, None);
}

#[test]
fn companions_are_people_in_either_order() {
    let with = |cell: &str| {
        let (said, file) = read(format!("Name;Antwort;Begleitung\nb-birke;ja;\"{cell}\"\n"));
        let line = |file: String| {
            let mut lines =
                file.lines().filter(|line| line.starts_with("with") || line.starts_with("unnamed"));
            lines.next().unwrap_or_default().to_owned()
        };
        file.map_or_else(
            || said.lines().find(|line| line.contains("certain")).unwrap_or(&said).to_owned(),
            line,
        )
    };
    let cases = [
        ("Nordhaus, Ada", "with = [\"Ada Nordhaus\"]"),
        ("Ada Nordhaus, Bauamt", "with = [\"Ada Nordhaus, Bauamt\"]"),
        ("Nordhaus, Ada; Thal, Elsa", "with = [\"Ada Nordhaus\", \"Elsa Thal\"]"),
        ("Nordhaus, Ada\nThal, Elsa", "with = [\"Ada Nordhaus\", \"Elsa Thal\"]"),
        ("+1", "unnamed = 1"),
        (
            "Ada Nordhaus, Elsa",
            "• in/a.csv, line 2: `Ada Nordhaus, Elsa` does not tell for certain who comes; a",
        ),
    ];
    for (cell, expected) in cases {
        assert_eq!(with(cell), expected, "{cell}");
    }
}

#[test]
fn people_who_are_not_named_are_counted_all_the_same() {
    let mut story = invited();
    put(&story, "a.csv", "Name;Antwort;Begleitung\nb-birke;ja;2\nc-cedar;ja;\"Nordhaus, Ada\"\n");
    story.ends("replies read in --meeting spring --yes", 1);
    same(
        &story.ends("-q replies spring", 7),
        str![[r#"

• Ulm

Companions and substitutes

• Berta Birke (Köln) with 2 people
• Chris Cedar with Ada Nordhaus
"#]],
    );
    let (list, _) = story.run("-q write sign-in-list spring");
    assert_eq!(list.lines().filter(|line| line.contains("Köln")).count(), 3, "{list}");
}

#[test]
fn a_row_is_for_whom_it_names() {
    // The address is Berta Birke's, the name is not.
    let (said, file) = read("Name;E-Mail;Antwort\nKarl Fremd;birke@xn--kln-sna.example;ja\n");
    assert!(said.contains("line 2: name and address are of two people"), "{said}");
    assert_eq!(file, None);
    let (_, file) = read("Name;E-Mail;Antwort\nB. Birke;birke@xn--kln-sna.example;ja\n");
    assert!(file.unwrap().contains("b-birke"));
    let (_, file) = read("Name;Antwort\n\"Birke, Berta, Bauamt\";ja\n");
    assert!(file.unwrap().contains("b-birke"));
}

#[test]
fn windows_writes_two_bytes_a_letter_without_saying_so() {
    let table: Vec<u8> =
        "Name;Antwort\r\nb-birke;ja\r\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let (_, file) = read(table);
    assert!(file.unwrap().contains("b-birke"));
}
