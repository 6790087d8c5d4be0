//! The road of the first hour: from an office's lists to the sent invitation, by commands alone.

use std::path::Path;

use snapbox::Data;

use super::server::Server;
use crate::harness::{Test, difference, files, project, readable};
use crate::workbooks::{Cell, ods, xlsx};

/// Everybody of seven towns, as an office's table has them: without the noughts that it took away.
const PEOPLE: &[&[&str]] = &[
    &["Anrede", "Titel", "Vorname", "Nachname", "Funktion", "Ort", "PLZ", "Telefon", "E-Mail"],
    &[
        "Frau",
        "",
        "Jana",
        "Müller",
        "Bürgermeisterin",
        "Apfelstadt",
        "7743",
        "3641123456",
        "jm@apfelstadt.example",
    ],
    &["Herr", "Dr.", "Tom", "Weiß", "Bauamt", "Apfelstadt", "7743", "", "tw@apfelstadt.example"],
    &[
        "Frau",
        "",
        "Anna",
        "Groß",
        "Bürgermeisterin",
        "Birnbach",
        "99423",
        "03643 5566",
        "ag@birnbach.example",
    ],
    &[
        "Herr",
        "",
        "Uwe",
        "Sommer",
        "Stadtmarketing",
        "Birnbach",
        "99423",
        "",
        "us@birnbach.example",
    ],
    &[
        "Frau",
        "Prof. Dr.",
        "Ilse",
        "Köhler",
        "Bürgermeisterin",
        "Dornfeld",
        "99084",
        "",
        "ik@dornfeld.example",
    ],
    &["Herr", "", "Max", "Lang", "Bauamt", "Dornfeld", "99084", "", "ml@dornfeld.example"],
    &["Frau", "", "Eva", "Kühn", "Stadtplanung", "Eschenau", "98617", "", "ek@eschenau.example"],
    &["Herr", "", "Jörg", "Bär", "Bürgermeister", "Eschenau", "98617", "", "jb@eschenau.example"],
    &[
        "Frau",
        "",
        "Rosa",
        "Stein",
        "Bürgermeisterin",
        "Föhrental",
        "98693",
        "",
        "rs@foehrental.example",
    ],
    &[
        "Herr",
        "",
        "Paul",
        "Vogt",
        "Citymanagement",
        "Föhrental",
        "98693",
        "",
        "pv@foehrental.example",
    ],
    &[
        "Frau",
        "",
        "Lea",
        "Jäger",
        "Bürgermeisterin",
        "Großmühl",
        "99974",
        "",
        "lj@grossmuehl.example",
    ],
    &["Herr", "", "Kai", "Wolf", "Bauamt", "Großmühl", "99974", "", "kw@grossmuehl.example"],
    &[
        "Frau",
        "",
        "Ute",
        "Berg",
        "Bürgermeisterin",
        "Haselgrund",
        "99867",
        "",
        "ub@haselgrund.example",
    ],
    &[
        "Herr",
        "",
        "Ole",
        "Thal",
        "Stadtplanung",
        "Haselgrund",
        "99867",
        "",
        "ot@haselgrund.example",
    ],
];

/// The meetings that they have held.
const MEETINGS: &[&[&str]] = &[
    &["Datum", "Ort", "Titel"],
    &["14.03.2023", "Apfelstadt", "Leerstand"],
    &["19.09.2023", "Birnbach", "Märkte"],
    &["12.03.2024", "Dornfeld", "Grün in der Stadt"],
    &["24.09.2024", "Eschenau", "Barrierefrei"],
    &["18.03.2025", "Föhrental", "Handel"],
    &["23.09.2025", "Großmühl", "Kultur"],
    &["17.03.2026", "Haselgrund", "Verkehr"],
    &["22.09.2026", "Apfelstadt", "Klima"],
];

/// All that has to be called; `PORT` is that of the mail server.
const ROAD: [&[&str]; 12] = [
    &[
        "init",
        "-y",
        "--from",
        "leute",
        "--name",
        "Städtekreis",
        "--region",
        "DE-TH",
        "--mail",
        "netz@example.org",
    ],
    &["import", "contacts", "leute", "-y"],
    &["import", "meetings", "treffen", "-y"],
    &["new", "--date", "2.3.2027", "--venue", "Bürgersaal", "--start", "9:30", "-y"],
    &[
        "add",
        "session",
        "Begrüßung",
        "--kind",
        "Begrüßung",
        "--start",
        "9:30",
        "--people",
        "Anna Groß",
        "-y",
    ],
    &[
        "add",
        "session",
        "Leerstand heute",
        "--start",
        "10",
        "--duration",
        "90",
        "--people",
        "Uwe Sommer",
        "-y",
    ],
    &["check"],
    &["set", "network", "smtp.host", "127.0.0.1", "-y"],
    &["set", "network", "smtp.port", "PORT", "-y"],
    &["set", "network", "smtp.security", "none", "-y"],
    &["outbox", "make", "invitation", "--to", "all", "-y"],
    &["send", "--expect", "14"],
];

/// A table in one of the forms that offices keep.
type Form = fn(&[&[&str]]) -> Vec<u8>;

/// CSV as a German Excel writes it.
fn windows(rows: &[&[&str]]) -> Vec<u8> {
    let lines = rows.iter().map(|row| row.join(";") + "\r\n");
    lines
        .collect::<String>()
        .chars()
        .map(|letter| u8::try_from(u32::from(letter)).unwrap())
        .collect()
}

fn workbook(rows: &[&[&str]]) -> Vec<u8> {
    let cells: Vec<Vec<Cell<'_>>> =
        rows.iter().map(|row| row.iter().map(|words| Cell::Words(words)).collect()).collect();
    let sheet: Vec<(u32, &[Cell<'_>])> = (1..).zip(cells.iter().map(Vec::as_slice)).collect();
    xlsx(&[("Tabelle1", "visible", &sheet)], false)
}

/// Goes the road; what was said on it, and what it left in the folder and at the server.
fn walk(form: Form, language: &str) -> (String, Vec<(String, String)>, Vec<String>) {
    let server = Server::start();
    let port = server.port.to_string();
    let mut test = Test::new("check")
        .env("ERFA_LANG", language)
        .bytes("leute", &form(PEOPLE))
        .bytes("treffen", &form(MEETINGS));
    let mut said = String::new();
    for words in ROAD {
        test = words.iter().fold(test.command_line(""), |test, word| {
            test.arg(if *word == "PORT" { &port } else { *word })
        });
        let output = test.command().output().unwrap();
        let scratch = test.folder();
        let both = readable(&[output.stdout, output.stderr].concat(), scratch.parent().unwrap());
        assert_eq!(output.status.code(), Some(0), "{words:?}\n{both}");
        said.extend(["$ erfa ", &words.join(" "), "\n", &both, "\n"]);
    }
    let folder = test.folder();
    let is_file = |path: &Path| path.extension().is_some_and(|ending| ending == "toml");
    let read = |path: std::path::PathBuf| {
        let name = path.strip_prefix(&folder).unwrap().display().to_string();
        (name, std::fs::read_to_string(path).unwrap().replace(&port, "PORT"))
    };
    let left = files(&folder, is_file).into_iter().map(read).collect();
    // Where there is no PDF, the programme goes along for Word.
    let said = if cfg!(feature = "pdf") { said } else { said.replace(".docx", ".pdf") };
    (said.replace(&port, "PORT"), left, server.recipients())
}

#[test]
fn a_list_becomes_a_sent_invitation() {
    let mut faults = Vec::new();
    for language in ["de", "en"] {
        let (said, left, recipients) = walk(windows, language);
        let path = project(format!("tests/it/send/road.{language}.txt"));
        faults.extend(difference(&said, Data::read_from(&path, None)));
        assert_eq!(recipients.len(), PEOPLE.len() - 1);
        assert!(PEOPLE[1..].iter().all(|row| recipients.iter().any(|mail| mail == row[8])));
        let forms: [Form; 2] = [workbook, ods];
        for form in forms {
            let (_, other, mails) = walk(form, language);
            assert_eq!((other, mails), (left.clone(), recipients.clone()));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
