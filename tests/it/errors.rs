//! The catalogue of findings: for each code the smallest workspace that brings it about.
//!
//! `tests/errors/<code>/` holds the files of the workspace and beside them
//!
//! - `command`: the arguments, if they are not `check`; `NAME=value` before them sets a variable,
//! - `expected.en`, `expected.de`: all that is said, standard output first, and the exit status.
//!
//! Bytes that an editor or a version control system might change are written by [`prepare`].
//! For a new code make the folder, run `SNAPSHOTS=overwrite cargo test errors`, and read what the
//! two files say as somebody who has never seen the program.

use std::collections::BTreeSet;
use std::fs;
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use snapbox::Data;

use crate::harness::{Test, difference, files, project};
use crate::workbooks;

/// What is no part of the workspace.
const ABOUT: [&str; 3] = ["command", "expected.en", "expected.de"];

/// What only a program with PDF can find.
const OF_PDF: [&str; 5] = [
    "address-too-long",
    "design-fault",
    "glyph-missing",
    "pictures-stopped",
    "too-long-for-one-page",
];

#[test]
fn every_finding_reads_as_it_should() {
    let mut faults = Vec::new();
    for code in erfa::diagnostic::codes() {
        if cfg!(not(feature = "pdf")) && OF_PDF.contains(&code) {
            continue;
        }
        for language in ["en", "de"] {
            let said = said(code, language);
            let path = project(format!("tests/errors/{code}/expected.{language}"));
            let comes_up = [format!("[{code}]"), format!("\"code\": \"{code}\"")];
            if comes_up.iter().any(|word| said.contains(word)) {
                faults.extend(difference(&said, Data::read_from(&path, None)));
            } else {
                faults.push(format!("{code} does not come up:\n{said}"));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// What `erfa help CODE` shows is this catalogue: of the files those that the finding names, else all
/// that are checked.
#[test]
fn help_shows_the_files_that_the_finding_names() {
    for code in erfa::diagnostic::codes() {
        let case = erfa::diagnostic::smallest_case(code).expect(code);
        let root = project(format!("tests/errors/{code}"));
        let said = fs::read_to_string(root.join("expected.en")).unwrap();
        let finding = said.lines().skip_while(|line| !line.contains(&format!("[{code}]")));
        let places = finding.take_while(|line| !line.is_empty()).filter_map(|line| {
            let line = line.trim_start();
            let place = line.strip_prefix("--> ").or_else(|| line.strip_prefix("::: "))?;
            Some(place.split(':').next()?.to_owned())
        });
        let mut paths: Vec<String> = places.filter(|path| root.join(path).is_file()).collect();
        if paths.is_empty() && case.command == "check" {
            let all = files(&root, |path| path.extension().is_some_and(|it| it == "toml"));
            let path =
                |path: &PathBuf| path.strip_prefix(&root).unwrap().to_str().unwrap().to_owned();
            paths = all.iter().map(path).collect();
        }
        let mut seen = BTreeSet::new();
        paths.retain(|path| seen.insert(path.clone()));
        let shown: Vec<&str> = case.files.iter().map(|(path, _)| *path).collect();
        assert_eq!(shown, paths, "{code}: mend its row in src/diagnostic/smallest.rs");
        let command = fs::read_to_string(root.join("command"));
        assert_eq!(case.command, command.as_deref().unwrap_or("check"), "{code}");
    }
}

/// What findings call towns where the members of the network are schools.
#[test]
fn no_finding_calls_a_school_a_town() {
    const WORDS: &str = "\n[words]\nmember = \"Schule\"\nmember-en = \"school\"\n";
    let (mut faults, mut judged) = (Vec::new(), 0);
    for code in erfa::diagnostic::codes() {
        for (language, towns) in
            [("de", &["Stadt", "Städte", "stadt "][..]), ("en", &["town", "city", "cities"])]
        {
            let add_words = |folder: &Path| {
                let path = folder.join("network.toml");
                // Some cases are about a network that is not there, or cannot be read.
                let text = fs::read_to_string(&path).unwrap_or_default();
                if !text.contains("[words]") {
                    let _ = fs::write(&path, text + WORDS);
                }
            };
            let output = prepare(code, case(code, language)).prepare(add_words).run();
            let said = output.stdout + &output.stderr;
            let sentences = said.lines().filter(|line| {
                line.contains(&format!("[{code}]")) || line.trim_start().starts_with("= ")
            });
            for sentence in sentences {
                judged += 1;
                // What stands in quotes is the user's own, or a key.
                let told: String = sentence.split(['`', '„', '“', '”', '"']).step_by(2).collect();
                let told = told.replace("Stadt Ulm", "");
                if towns.iter().any(|town| told.contains(town)) {
                    faults.push(format!("{code}: {sentence}"));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    assert!(judged > 600, "only {judged} sentences");
}

fn said(code: &str, language: &str) -> String {
    let output = prepare(code, case(code, language)).run();
    format!("{}{}exit status: {}\n", output.stdout, output.stderr, output.status)
}

/// The command of a case on its workspace.
fn case(code: &str, language: &str) -> Test {
    let folder = format!("tests/errors/{code}");
    let command = fs::read_to_string(project(&folder).join("command"));
    let command = command.as_deref().unwrap_or("check").trim();
    let words: Vec<&str> = command.split_whitespace().collect();
    let settings = words.iter().take_while(|word| word.contains('=')).count();
    let mut test = Test::new(&words[settings..].join(" ")).env("ERFA_LANG", language);
    for (name, value) in words[..settings].iter().filter_map(|word| word.split_once('=')) {
        test = test.env(name, value);
    }
    test.workspace(&folder).prepare(|folder| {
        for name in ABOUT {
            // Not every folder has all of them.
            let _ = fs::remove_file(folder.join(name));
        }
    })
}

/// Adds what no text file in a repository can hold.
fn prepare(code: &str, test: Test) -> Test {
    match code {
        "byte-order-mark" => test.bytes("network.toml", b"\xEF\xBB\xBFname = \"Netz\"\n"),
        "changed-since" => test.prepare(|folder| {
            // What was changed must have been changed in this very folder.
            let journal = fs::metadata(folder.join(".erfa")).unwrap();
            let born = journal.created().ok().and_then(|at| at.duration_since(UNIX_EPOCH).ok());
            let mark =
                format!("folder {}-{}\nundo", journal.ino(), born.unwrap_or_default().as_nanos());
            let entry = folder.join(".erfa/changes/000001/entry");
            let words = fs::read_to_string(&entry).unwrap();
            fs::write(&entry, words.replace("undo", &mark)).unwrap();
        }),
        "file-too-large" => test.bytes("cities.toml", &vec![b'#'; 17 << 20]),
        "file-unreadable" => test.forbid("cities.toml"),
        "not-utf8" => test.bytes("cities.toml", b"[[city]]\nid = \"suhl\"\nname = \"S\xFChl\"\n"),
        "bytes-on-screen" => test.on_a_terminal(),
        "outbox-busy" => test.prepare(|folder| {
            let lock = fs::File::create(folder.join("outbox/.lock")).unwrap();
            lock.lock().unwrap();
            // It is held until the tests end.
            std::mem::forget(lock);
        }),
        // It belongs to somebody else, and so would not be theirs any more.
        "kept-belongings" => test.read_only("calendar").prepare(|folder| {
            let all = fs::Permissions::from_mode(0o777);
            fs::set_permissions(folder, all).unwrap();
        }),
        "read-only-file" => test.prepare(|folder| {
            let nobody = fs::Permissions::from_mode(0o444);
            fs::set_permissions(folder.join("rotation.toml"), nobody).unwrap();
        }),
        "unreadable-list" => test.bytes("liste.xlsx", b"PK\x03\x04 und mehr nicht"),
        "locked-list" => test.bytes("liste.ods", &workbooks::locked()),
        "list-too-large" => test.bytes("liste.xlsx", &workbooks::greedy()),
        "long-list" => {
            let rows = "Ada Aue;ada@example.org\n".repeat(100_001);
            test.bytes("liste.csv", format!("Name;Mail\n{rows}").as_bytes())
        }
        "word-file-too-large" => test.bytes("protokoll.docx", &workbooks::endless_letter()),
        "unfit-file-name" => test.bytes("meetings/a\nb.toml", b"title = \"Treffen\"\n"),
        "windows-line-ends" => test.bytes("network.toml", b"name = \"Netz\"\r\n"),
        _ => test,
    }
}
