//! What is known goes out as tables, and can come in again.

use std::fs;

use snapbox::str;

use crate::harness::Test;

const EXAMPLE: &str = "examples/netzwerk-flusstal";

const PEOPLE: &str = r#"
[[contact]]
id = "ada"
given-name = "Ada"
family-name = "Nordhaus"
form-of-address = "Frau"
titles = ["Prof.", "Dr. med."]
office = "=SUMME(A1)"
city = "aue"
postcode = "07743"
mail = "ada@example.org"
phone = "+49 361 1"
groups = ["rat", "amt"]

[[contact]]
id = "bo"
family-name = "Thal; \"B\""
mail = false
note = """
eins
zwei"""
"#;

fn network(command: &str) -> Test {
    let cities = "[[city]]\nid = \"aue\"\nname = \"Aue\"\n";
    Test::new(command).network().file("cities.toml", cities).file("contacts.toml", PEOPLE)
}

#[test]
fn tables_are_as_a_german_excel_opens_them() {
    network("export contacts").stdout(str![[r#"
﻿Kennung;Anrede;akademische Titel;Vorname;Nachname;Amt;Organisation;Abteilung;Stadt;Straße;Postleitzahl;Ort;Staat;E-Mail;Telefon;Sprache;Gruppen;Notiz␍
ada;Frau;Prof. Dr. med.;Ada;Nordhaus;'=SUMME(A1);;;Aue;;07743;;;ada@example.org;'+49 361 1;;rat, amt;␍
bo;;;;"Thal; ""B""";;;;;;;;;;;;;eins zwei␍

"#]]).status(0);
    network("export contacts --lang en --json")
        .stdout(str![[r#"
[
  {
    "city": "aue",
    "family-name": "Nordhaus",
    "form-of-address": "Frau",
    "given-name": "Ada",
    "groups": [
      "rat",
      "amt"
    ],
    "id": "ada",
    "mail": "ada@example.org",
    "office": "=SUMME(A1)",
    "phone": "+49 361 1",
    "postcode": "07743",
    "titles": [
      "Prof.",
      "Dr. med."
    ]
  },
  {
    "family-name": "Thal; \"B\"",
    "id": "bo",
    "note": "eins\nzwei"
  }
]

"#]])
        .status(0);
    Test::new("export account --lang en")
        .workspace(EXAMPLE)
        .stdout(str![[r#"
﻿id;city;account;parts;turns;planned␍
tannbrueck;Tannbrück;0.5536;0.5536;0;0␍
birkenfurt;Birkenfurt;0.1071;1.1071;1;0␍
hohenfaehr;Hohenfähr;0.0536;0.5536;0;1␍
lindenwehr;Lindenwehr;0.0536;0.5536;0;1␍
dornwerder;Dornwerder;-0.4464;0.5536;0;1␍
eschenquell;Eschenquell;-0.4464;0.5536;0;1␍
quellstedt;Quellstedt (former);0.125;0.125;0;0␍

"#]])
        .status(0);
    Test::new("export meetings").workspace(EXAMPLE).stdout(str![[r#"
﻿Kennung;Datum;letzter Tag;Datum in Worten;Gastgeber;Titel;Tagungsort;Beginn;Ende;Stand;Thema;Beschreibung;Notiz␍
2026-03-17-birkenfurt;2026-03-17;;;Birkenfurt;Leere Läden, neue Ideen;Rathaus Birkenfurt;10:00;14:00;durchgeführt;;;␍
2026-06-16-tannbrueck;2026-06-16;;;Tannbrück;Der Markt am Abend;Marktplatz Tannbrück;;;abgesagt;;;␍
2026-10-dornwerder;2027-02-16;;;Dornwerder;Handwerk zurück in die Mitte;Alte Färberei;09:30;15:00;verschoben;;;␍
2027-04-20-eschenquell;2027-04-20;;;Eschenquell;Grün und Schatten in der Stadt;Kornhaus Eschenquell;09:00;open;eingeladen;Klimaanpassung im Ortskern;Die Sommer werden heißer, auch auf den Marktplätzen im Flusstal. Eschenquell zeigt, was Bäume, Wasser und Sonnensegel leisten.;Catering bis 6. April bestellen.␍
2027-06-09-lindenwehr;2027-06-09;2027-06-10;;"Lindenwehr; Hohenfähr";Zwei Ufer, ein Fluss;Wehrhaus Lindenwehr;ab 10:00;13:00;geplant;;;␍
2027-herbst-exkursion;;;Herbst 2027;;Ausflug in ein anderes Tal;;;;Idee;;;␍

"#]]).status(0);
    Test::new("export participants 2027-04-20-eschenquell")
        .workspace(EXAMPLE)
        .stdout(str![[r#"
﻿Kennung;Name;Stadt;Antwort;Eingang;Begleitung;weitere;Vertretung␍
veit-salzwinkel;Veit Salzwinkel;Birkenfurt;nein;2026-11-10;;;Hanna Eichbaum, Koordinatorin␍
konrad-von-der-aue;Konrad von der Aue;Dornwerder;ja;2026-11-09;"Lena Farnbach; Till Moosbacher";;␍
tannbrueck;Tannbrück;Tannbrück;vielleicht;2026-11-12;;;␍

"#]])
        .status(0);
}

/// People and meetings come back as they went out, in both languages and from both kinds of files.
#[test]
fn what_went_out_comes_in_and_changes_nothing() {
    for language in ["de", "en"] {
        for (kind, ending) in
            [("contacts", "csv"), ("contacts", "xlsx"), ("meetings", "csv"), ("meetings", "xlsx")]
        {
            let file = format!("liste.{ending}");
            let command = format!("export {kind} --lang {language} -o {file}");
            let test = Test::new(&command).workspace(EXAMPLE);
            let folder = test.folder();
            let first = test.command().output().unwrap();
            assert!(first.status.success(), "{first:?}");
            let bytes = fs::read(folder.join(&file)).unwrap();
            // The same bytes are no other file.
            let again = test.command().output().unwrap();
            assert!(again.status.success(), "{again:?}");
            assert_eq!(fs::read(folder.join(&file)).unwrap(), bytes);
            let output = test.command_line(&format!("import {kind} {file} -y --json")).run();
            assert_eq!(output.status, 0, "{kind} {ending}: {}{}", output.stdout, output.stderr);
            for nothing in ["\"added\": []", "\"changed\": []", "\"differing\": []"] {
                assert!(output.stdout.contains(nothing), "{kind} {ending}: {}", output.stdout);
            }
        }
    }
}

#[test]
fn a_file_of_somebody_else_stays() {
    let test = |command: &str| network(command).file("netz.csv", "mein\n");
    test("export contacts -o netz.csv")
        .stderr(str![[r#"
error[stands-there]: `netz.csv` is already there, and says something else
 |
 = help: choose another name, or replace the file with `--force`


"#]])
        .wrote("netz.csv", "mein\n")
        .status(1);
    let output = test("export contacts -o netz.csv --force").run();
    assert_eq!(output.status, 0, "{}", output.stderr);
    assert!(fs::read(output.path("netz.csv")).unwrap().starts_with("\u{feff}Kennung".as_bytes()));
    let output = test("export contacts -o neu/").run();
    assert!(output.path("neu/contacts.csv").exists(), "{}", output.stderr);
    assert_eq!(test("export contacts --format pdf").run().status, 2);
}
