//! A network lives through a year by commands alone: nobody opens a file of TOML.
//!
//! `tests/it/year/year.de.txt` holds all that is said on the way; `told.en.txt` what is told of it in English. With
//! `SNAPSHOTS=overwrite` they are written anew; read them as the coordinator would.

use std::fmt::Write as _;
use std::fs;

use snapbox::Data;

use crate::harness::{Output, Test, difference, files, project};

/// The minutes, as somebody wrote them down.
const MINUTES: &str = "# Protokoll: Werkstatt in Aue\n\n## Leere Läden in Aue\n\nVon siebzehn leeren Läden sind vier \
    wieder vermietet.\n\nAufgabe: Aue – Kennzahlen der leeren Läden schicken – bis 1.4.2027\n\nAufgabe: Lea Lang – \
    Muster eines Mietvertrags – bis 1.6.2027\n";

/// What is typed, on which day.
const YEAR: &[(&str, &str)] = &[
    (
        "2027-01-04",
        "init --name 'Städte am Fluss' --kind Städtenetz --city Aue --city Bruck --city Cella --region DE-TH \
         --per-year 2 --mail netz@example.org -y",
    ),
    ("2027-01-04", "set network sender.name 'Ada Amt' -y"),
    (
        "2027-01-05",
        "add contact 'Lea Lang' --form-of-address Frau --city bruck --mail lang@example.org -y",
    ),
    (
        "2027-01-05",
        "add contact 'Ole Ort' --form-of-address Herr --city cella --mail ort@example.org -y",
    ),
    (
        "2027-01-05",
        "add contact 'Ada Amt' --form-of-address Frau --city aue --mail amt@example.org -y",
    ),
    ("2027-01-05", "plan --count 3"),
    ("2027-01-06", "new --date 2027-03-09 --start 9:30 --title 'Werkstatt in Aue' -y"),
    ("2027-01-06", "set 2027-03-09-aue place 'Rathaus Aue, Markt 1' -y"),
    (
        "2027-01-07",
        "topic add 'Leere Läden' --wanted-by bruck --wanted-by cella --offered-by aue -y",
    ),
    ("2027-01-07", "topic add Trinkbrunnen --wanted-by aue --offered-by cella -y"),
    ("2027-01-08", "topics --for 2027-03-09-aue"),
    ("2027-01-08", "add session Begrüßung --kind welcome --start 9:30 --end 9:45 -y"),
    (
        "2027-01-08",
        "add session 'Leere Läden in Aue' --kind talk --start 9:45 --end 11:00 --people 'Ada Amt' -y",
    ),
    ("2027-01-08", "add session Rundgang --kind tour --start 11:00 --end 12:30 -y"),
    ("2027-01-08", "set 2027-03-09-aue/leere-laeden-in-aue topics leere-laeden -y"),
    ("2027-01-10", "status"),
    ("2027-01-11", "programme --format text"),
    ("2027-01-11", "outbox make invitation --to all -y"),
    ("2027-01-11", "outbox settle 2027-03-09-aue/1-invitation --as sent -y"),
    ("2027-01-20", "replies set lea-lang yes --with 'Max Muster' -y"),
    ("2027-01-21", "replies set ole-ort no -y"),
    ("2027-02-20", "replies"),
    ("2027-03-08", "write sign-in-list"),
    (
        "2027-03-09",
        "attended 2027-03-09-aue lea-lang ada-amt --guest 'Max Muster, Bruck' --excused cella -y",
    ),
    ("2027-03-10", "held -y"),
    ("2027-03-11", "minutes read 2027-03-09-aue.md -y"),
    ("2027-03-11", "actions"),
    ("2027-03-12", "outbox make thanks --to all -y"),
    ("2027-03-12", "outbox settle 2027-03-09-aue/2-thanks --as sent -y"),
    ("2027-04-02", "action done kennzahlen --reason 'Liegen bei allen' -y"),
    ("2027-05-03", "next-host"),
    ("2027-05-03", "new --date 2027-10-05 --start 10:00 --title 'Werkstatt in Bruck' -y"),
    ("2027-05-03", "set 2027-10-05-bruck place 'Stadthalle Bruck' -y"),
    (
        "2027-05-04",
        "add session Trinkbrunnen --kind talk --start 10:00 --end 11:00 --meeting 2027-10-05-bruck --people \
         'Ole Ort' -y",
    ),
    ("2027-05-04", "set 2027-10-05-bruck/trinkbrunnen topics trinkbrunnen -y"),
    ("2027-05-05", "programme 2027-10-05-bruck --edition run-sheet --format text"),
    ("2027-06-01", "outbox make save-the-date --to all -y"),
    ("2027-06-02", "set 2027-10-05-bruck start 9:00 -y"),
    ("2027-06-03", "check"),
];

/// What is told of it then.
const TOLD: &[&str] = &["write report", "write handover"];

/// The words of a command; those between quotation marks are one.
fn words(command: &str) -> Vec<String> {
    let parts = command.split('\'').enumerate();
    let words = parts.flat_map(|(at, part)| match at % 2 {
        0 => part.split_whitespace().map(str::to_owned).collect(),
        _ => vec![part.to_owned()],
    });
    words.collect()
}

/// Does what is typed on `day`, and adds all that it said to `told`.
fn step(test: Test, day: &str, command: &str, language: &str, told: &mut String) -> Output {
    let mut test = test.command_line("--today").arg(day).arg("--lang").arg(language);
    for word in words(command) {
        test = test.arg(word);
    }
    let output = test.env("ERFA_LANG", language).env("COLUMNS", "100").run();
    let Output { status, stdout, stderr, .. } = &output;
    let _ = writeln!(told, "$ erfa --today {day} {command}\n{stderr}{stdout}");
    assert_eq!(*status, 0, "{command}\n{stderr}");
    output
}

#[test]
fn a_network_lives_through_a_year_by_commands_alone() {
    let mut told = String::new();
    let mut output = Test::new("--version").file("2027-03-09-aue.md", MINUTES).run();
    for (day, command) in YEAR {
        output = step(output.again(), day, command, "de", &mut told);
    }
    let day = "2027-06-03";
    for command in TOLD {
        output = step(output.again(), day, command, "de", &mut told);
    }
    for meeting in ["2027-03-09-aue", "2027-10-05-bruck"] {
        let command = format!("folder {meeting} akten/{meeting} --format text");
        output = step(output.again(), day, &command, "de", &mut told);
        let root = output.path("akten").join(meeting);
        for path in files(&root, |_| true) {
            let name = path.file_name().unwrap().to_str().unwrap();
            let _ = writeln!(told, "{name}");
        }
        let contents = fs::read_to_string(root.join(format!("01-inhalt-{meeting}.txt"))).unwrap();
        let _ = writeln!(told, "\n{contents}");
    }
    let mut english = String::new();
    for command in TOLD {
        output = step(output.again(), day, command, "en", &mut english);
    }
    output =
        step(output.again(), day, "folder 2027-03-09-aue files --format text", "en", &mut english);
    english += &fs::read_to_string(output.path("files/01-contents-2027-03-09-aue.txt")).unwrap();
    let faults: Vec<String> = [("year.de.txt", told), ("told.en.txt", english)]
        .into_iter()
        .filter_map(|(name, said)| {
            difference(&said, Data::read_from(&project("tests/it/year").join(name), None))
        })
        .collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
