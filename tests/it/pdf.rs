//! `erfa programme --format pdf`: from a workspace to a file.

use std::fs;

use snapbox::str;

use crate::harness::{Output, Test};
use crate::release::{changed, erfa};

/// A PDF of the meeting in `data/`.
fn muehlhausen(command: &str) -> Output {
    let command = format!("programme 2024-09-24-muehlhausen {command}");
    let output = Test::new(&command).workspace("data").run();
    assert_eq!(output.status, 0, "{}", output.stderr);
    output
}

/// How many pages a PDF has: its metadata say so in plain words.
pub(crate) fn pages(file: &[u8]) -> usize {
    let text = String::from_utf8_lossy(file);
    let count = text.split("<xmpTPg:NPages>").nth(1).and_then(|rest| rest.split('<').next());
    count.unwrap().parse().unwrap()
}

#[test]
fn the_ending_of_the_output_chooses_pdf() {
    let output = muehlhausen("--output programm.pdf");
    let file = fs::read(output.path("programm.pdf")).unwrap();
    assert!(file.starts_with(b"%PDF-1.7") && file.ends_with(b"%%EOF"));
    assert_eq!(file, fs::read(muehlhausen("--output programm.pdf").path("programm.pdf")).unwrap());
    assert_eq!(pages(&file), 1);
    let folder = muehlhausen("--format pdf --output neu/");
    assert_eq!(file, fs::read(folder.path("neu/2024-09-24-muehlhausen.pdf")).unwrap());
}

#[test]
fn changes_come_on_paper() {
    let output = erfa("programme --since --output aenderungen.pdf --paper a5", &changed()).run();
    assert_eq!(output.status, 0, "{}", output.stderr);
    let file = fs::read(output.path("aenderungen.pdf")).unwrap();
    assert!(file.starts_with(b"%PDF-1.7") && pages(&file) >= 1);
}

#[test]
fn paper_and_size_can_be_chosen() {
    let small = muehlhausen("--paper a5 --large --output a.pdf");
    assert!(pages(&fs::read(small.path("a.pdf")).unwrap()) > 1);
    let one = muehlhausen("--paper a5 --one-page --output a.pdf");
    assert_eq!(pages(&fs::read(one.path("a.pdf")).unwrap()), 1);
}

#[test]
fn logos_of_network_and_host_are_in_it() {
    let sizes = [&["network.toml", "cities.toml"][..], &["cities.toml"], &[]].map(|without| {
        let test = Test::new("programme 2026-03-17-birkenfurt --output a.pdf")
            .workspace("examples/netzwerk-flusstal")
            .prepare(|folder| {
                for name in without {
                    let text = fs::read_to_string(folder.join(name)).unwrap();
                    let is_logo = |line: &&str| line.contains("file = \"logos/");
                    // The head of the list in network.toml stays: it is empty then.
                    let text = text.lines().filter(|line| !is_logo(line));
                    let text: Vec<&str> = text.collect();
                    fs::write(folder.join(name), text.join("\n")).unwrap();
                }
            });
        let output = test.run();
        assert_eq!(output.status, 0, "{}", output.stderr);
        fs::read(output.path("a.pdf")).unwrap().len()
    });
    assert!(sizes.is_sorted_by(|fewer, more| fewer < more), "{sizes:?}");
}

#[test]
fn a_faulty_logo_stops_what_shows_it() {
    let network = "name = \"Netz\"\n[style]\nlogos = [{ file = \"a.svg\", alt = \"Netz\" }]\n";
    let test = |format: &str| {
        Test::new(&format!("programme --format {format} --output a"))
            .file("network.toml", network)
            .file("meetings/a.toml", "title = \"A\"\n")
            .file("a.svg", "<svg><script/></svg>")
    };
    test("pdf")
        .stderr(str![[r#"
Last meeting: A (a)
error[active-picture]: the picture `a.svg` has the element `<script>`
 --> network.toml:3:19
  |
3 | logos = [{ file = "a.svg", alt = "Netz" }]
  |                   ^^^^^^^
  |
  = help: a logo only shows something; save it as "plain SVG" or as PNG


"#]])
        .status(1);
    test("text").stderr("Last meeting: A (a)\n").status(0);
}

#[test]
fn paper_is_for_pdf_alone() {
    Test::new("programme --one-page")
        .network()
        .file("meetings/a.toml", "title = \"A\"\n")
        .stderr(str![[r#"
Last meeting: A (a)
error[bad-argument]: `text` does not fit `--one-page`
 |
 = help: only a PDF has paper: add `--format pdf`


"#]])
        .status(1);
}

#[test]
fn a_file_is_whole_or_not_there() {
    let output = Test::new("programme --output a.pdf")
        .network()
        .file("meetings/a.toml", "title = \"Fest 🎉\"\n")
        .run();
    assert_eq!(output.status, 1);
    assert!(!output.path("a.pdf").exists());
}
