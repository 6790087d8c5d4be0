//! Every example that stands in the help of a command is run as it is typed, each in a copy of
//! `examples/netzwerk-flusstal` of its own.

use std::fs;
use std::os::unix::fs::{PermissionsExt as _, symlink};
use std::process::Command;

use crate::harness::{PROGRAM, Test, readable};
use crate::help::places;

/// The list of an office that the examples import.
const OFFICE: &str =
    "Name;Vorname;E-Mail;Ort;Handy\nFlink;Jette;flink@example.org;Lindenwehr;0170 1\n";

/// What must have been done before, by how an example begins.
const BEFORE: &[(&str, &str)] = &[
    ("erfa outbox show", MAKE),
    ("erfa outbox pipe", MAKE),
    ("erfa outbox settle", MAKE),
    ("erfa outbox discard", MAKE),
    ("erfa send", MAKE),
    ("erfa undo", "erfa skip lindenwehr --reason Umbau -y"),
    // Only what is over has taken place.
    ("erfa held", "export ERFA_TODAY=2027-06-20"),
];

const MAKE: &str = "erfa outbox make save-the-date 2026-10-dornwerder --to all -y >/dev/null 2>&1";

#[test]
fn every_example_of_help_does_what_it_says() {
    let mut faults = Vec::new();
    let mut tried = 0;
    for place in places("en") {
        for example in examples(&place) {
            tried += 1;
            let (status, said) = run(&example);
            // Whatever changes something only shows it where nobody can be asked.
            let (status, said) = match status {
                Some(1) if example == "erfa send --limit 1" && said.contains("[unconfirmed]") => {
                    continue;
                }
                Some(1) => run(&format!("{example} -y")),
                _ => (status, said),
            };
            if status != Some(0) {
                faults.push(format!("{example}: {status:?}\n{said}"));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    assert!(tried > 70, "{tried}");
}

/// The examples that stand in the help of the command at `place`.
fn examples(place: &str) -> Vec<String> {
    let help = Test::new(&format!("{place} --help")).env("COLUMNS", "100").run().stdout;
    let listed = help.lines().skip_while(|line| *line != "Examples:").skip(1);
    let lines = listed.take_while(|line| !line.is_empty()).map(str::trim_start);
    lines.filter(|line| line.starts_with("erfa ")).map(str::to_owned).collect()
}

/// How `example` ends, after what must have been done before it, and what is said.
fn run(example: &str) -> (Option<i32>, String) {
    let test = Test::new("")
        .workspace("examples/netzwerk-flusstal")
        .file("office.csv", OFFICE)
        .file("meetings.csv", "Datum;Ort;Titel\n04.03.2025;Lindenwehr;Auftakt\n")
        .file("inbox/topics.csv", "Stadt;Wunsch\nBirkenfurt;2\n")
        .file("inbox/answers.csv", "Name;Antwort\nBirkenfurt;ja\n")
        .file("bin/msmtp", "#!/bin/sh\ncat >/dev/null\n");
    let bin = test.folder().join("bin");
    symlink(PROGRAM, bin.join("erfa")).unwrap();
    fs::set_permissions(bin.join("msmtp"), fs::Permissions::from_mode(0o755)).unwrap();
    let before = BEFORE.iter().find(|(begins, _)| example.starts_with(begins));
    let before = before.map_or("true", |(_, before)| before);
    let script = format!("PATH=$PWD/bin:$PATH\n{before}\n{example}");
    let run = test.isolate(Command::new("sh")).args(["-c", &script]).output().unwrap();
    let said = [&run.stdout, &run.stderr].map(|bytes| readable(bytes, &test.folder()));
    (run.status.code(), said.concat())
}
