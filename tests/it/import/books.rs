//! Every encoding and every kind of file says the same.

use snapbox::str;

use super::network;
use crate::harness::Output;
use crate::workbooks::{Cell, ods, xlsx};

/// A list in each of the encodings that offices save in.
fn encoded(list: &str) -> Vec<(&'static str, Vec<u8>)> {
    let wide = |bytes: fn(u16) -> [u8; 2], mark: [u8; 2]| -> Vec<u8> {
        mark.into_iter().chain(list.encode_utf16().flat_map(bytes)).collect()
    };
    let windows = list.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
    vec![
        ("Windows-1252", windows),
        ("UTF-8", list.as_bytes().to_vec()),
        ("UTF-8 with a mark", ["\u{feff}", list].concat().into_bytes()),
        ("UTF-16, little end first", wide(u16::to_le_bytes, [0xff, 0xfe])),
        ("UTF-16, big end first", wide(u16::to_be_bytes, [0xfe, 0xff])),
    ]
}

#[test]
fn every_encoding_and_format_says_the_same() {
    let list = "Name;Stadt;E-Mail\n\"Weiß, Käthe\";Aue;kw@example.org\n";
    let contacts = |output: Output| std::fs::read_to_string(output.path("contacts.toml")).unwrap();
    let taken = |file: &str, bytes: &[u8]| {
        let test = network(&format!("import contacts {file} -y")).bytes(file, bytes);
        contacts(test.run())
    };
    let expected = taken("liste.csv", list.as_bytes());
    assert!(expected.contains("given-name = \"Käthe\"\nfamily-name = \"Weiß\"\n"), "{expected}");
    for (encoding, bytes) in encoded(list) {
        assert_eq!(taken("liste.txt", &bytes), expected, "{encoding}");
    }
    for sign in [",", "\t"] {
        let other = list.replace(';', sign);
        assert_eq!(taken("liste.csv", other.as_bytes()), expected, "{sign}");
        let told = format!("sep={sign}\r\n{other}");
        assert_eq!(taken("liste.csv", told.as_bytes()), expected, "{sign}");
    }
    // Only who says so means a sign that is none of the usual ones.
    for sign in ["|", "#"] {
        let told = format!("sep={sign}\r\n{}", list.replace(';', sign));
        assert_eq!(taken("liste.csv", told.as_bytes()), expected, "{sign}");
    }
    let rows: &[&[&str]] =
        &[&["Name", "Stadt", "E-Mail"], &["Weiß, Käthe", "Aue", "kw@example.org"]];
    assert_eq!(taken("liste.ods", &ods(rows)), expected);
    let words = |words: &'static str| Cell::Words(words);
    let sheet: &[(u32, &[Cell<'_>])] = &[
        (3, &[words("Name"), words("Stadt"), words("E-Mail")]),
        (7, &[words("Weiß, Käthe"), Cell::Formula("B1", "Aue"), words("kw@example.org")]),
    ];
    let notes: &[(u32, &[Cell<'_>])] = &[(1, &[words("Name")]), (2, &[words("nicht dieses")])];
    let book =
        xlsx(&[("Alt", "hidden", sheet), ("Info", "visible", &[]), ("L", "visible", sheet)], false);
    assert_eq!(taken("liste.xlsx", &book), expected);
    let book = xlsx(&[("Notizen", "visible", notes), ("L", "visible", sheet)], false);
    assert_eq!(taken("umbenannt.csv", &book), expected);
    let card = "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Weiß;Käthe;;;\r\nADR:;;;Aue;;;\r\nEMAIL:kw@example.org\r\nEND:VCARD\r\n";
    assert_eq!(taken("liste.vcf", card.as_bytes()), expected);
}

#[test]
fn what_a_workbook_has_of_its_own_is_understood() {
    let words = |words: &'static str| Cell::Words(words);
    let rows: &[(u32, &[Cell<'_>])] = &[
        (1, &[words("Datum"), words("Stadt"), words("Titel"), words("Beginn")]),
        (2, &[Cell::Day("44097"), words("Aue"), words("Markt"), Cell::Number("0.395833333")]),
        (3, &[Cell::Number("44098"), words("Birkenfurt"), Cell::Failed("#REF!"), Cell::Empty]),
        (4, &[Cell::Empty, Cell::Empty]),
        (5, &[words("Herbst"), words("Aue")]),
    ];
    let book = xlsx(&[("Treffen", "visible", rows)], true);
    network("import meetings treffen.xlsx -y")
        .bytes("treffen.xlsx", &book)
        .stdout(str![[r#"
From the list `treffen.xlsx`

Sheet “Treffen”.

column  heading  becomes
────────────────────────
A       Datum    date
B       Stadt    hosts
C       Titel    title
D       Beginn   start

New: 2 meetings

date        hosts       title                  status  row
──────────────────────────────────────────────────────────
2024-09-24  Aue         Markt                  held      2
2024-09-25  Birkenfurt  Treffen in Birkenfurt  held      3

Read otherwise than it stands there: 2

• Row 3, date: 44098 is 2024-09-25, as Excel counts days
• Row 3, title: “#REF!” is not taken: the formula gave an error

Not taken: 1

• Row 5 (Herbst, Aue): “Herbst” is no day that can be read for certain

"#]])
        .stderr(str![[r#"
Taken in: 2 meetings new. `erfa undo` takes it back.

"#]])
        .wrote(
            "meetings/2024-09-24-aue.toml",
            str![[r#"
id = "2024-09-24-aue"
title = "Markt"
status = "held"
date = 2024-09-24
hosts = ["aue"]
start = "09:30"

"#]],
        )
        .status(0);
}

/// The sheet that is called so, or whose headings are its own: a list of people names towns, too.
#[test]
fn each_list_finds_its_own_sheet() {
    let words = |words: &'static str| Cell::Words(words);
    let people: &[(u32, &[Cell<'_>])] = &[
        (1, &[words("Vorname"), words("Nachname"), words("Stadt"), words("PLZ"), words("E-Mail")]),
        (2, &[words("Ada"), words("Aue"), words("Aue"), words("08280"), words("ada@example.org")]),
    ];
    let towns: &[(u32, &[Cell<'_>])] = &[
        (1, &[words("Stadt"), words("AGS"), words("Bundesland")]),
        (2, &[words("Birkenfurt"), Cell::Number("14522999"), words("Sachsen")]),
        (3, &[words("Cham"), Cell::Empty, words("Bayern")]),
    ];
    for (first, second) in [("Kontakte", "Städte"), ("Tabelle1", "Tabelle2")] {
        let book = xlsx(&[(first, "visible", people), (second, "visible", towns)], false);
        let output =
            network("import cities buero.xlsx --update -y").bytes("buero.xlsx", &book).run();
        let cities = std::fs::read_to_string(output.path("cities.toml")).unwrap();
        assert!(output.stdout.contains(second), "{}", output.stdout);
        assert!(!cities.contains("ada@example.org"), "{cities}");
        assert!(cities.contains("municipality-key = \"14522999\""), "{cities}");
        assert!(cities.contains("name = \"Cham\"\nregion = \"DE-BY\"\n"), "{cities}");
        let output = network("import contacts buero.xlsx -y").bytes("buero.xlsx", &book).run();
        assert!(output.stdout.contains(first), "{}", output.stdout);
        let named = format!("import cities buero.xlsx --dry-run --sheet {}", second.to_lowercase());
        let output = network(&named).bytes("buero.xlsx", &book).run();
        assert_eq!(output.status, 0, "{}", output.stderr);
    }
    // What people have in their row is not their town's.
    let book = xlsx(&[("Kontakte", "visible", people)], false);
    let output = network("import cities buero.xlsx --dry-run").bytes("buero.xlsx", &book).run();
    assert!(
        output.stdout.contains("E      E-Mail    –") || !output.stdout.contains("ada@"),
        "{}",
        output.stdout
    );
}

#[test]
fn a_list_without_headings_loses_nobody() {
    let list = "Aue;ada@example.org;Ada Nordhaus\nAue;bo@example.org;Bo Elsner\n";
    for said in ["--column C=name", "--header 0 --column C=name"] {
        let test = network(&format!("import contacts liste.csv -y {said}")).file("liste.csv", list);
        let output = test.run();
        let people = std::fs::read_to_string(output.path("contacts.toml")).unwrap();
        for person in ["Nordhaus", "Elsner"] {
            assert!(people.contains(person), "{said}: {people}{}", output.stderr);
        }
        assert!(people.contains("mail = \"ada@example.org\""), "{people}");
    }
}

/// A cell in the last column of the last row makes no list of thousands of millions.
#[test]
fn a_cell_far_out_is_left_alone() {
    let far = "<c r=\"XFD1048576\" t=\"inlineStr\"><is><t>weit</t></is></c>";
    let rows: &[(u32, &[Cell<'_>])] =
        &[(1, &[Cell::Words("Name")]), (2, &[Cell::Words("Ada Aue")])];
    let book = crate::workbooks::xlsx_with(&[("L", "visible", rows)], far);
    let output = network("import contacts liste.xlsx -y").bytes("liste.xlsx", &book).run();
    assert_eq!(output.status, 0, "{}{}", output.stdout, output.stderr);
    assert!(output.stdout.contains("New: 1 contact"), "{}", output.stdout);
}
