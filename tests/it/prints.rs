//! What `--output` writes: nothing that somebody else wrote goes without a question, and what was printed is
//! renewed.

use std::fs;

use crate::harness::{Output, Test};

const NETWORK: &str = "examples/netzwerk-flusstal";

/// Commands that write one file, with its name.
const COMMANDS: &[(&str, &str)] = &[
    ("programme 2027-04-20-eschenquell --output out.txt", "out.txt"),
    ("programme 2027-04-20-eschenquell --output out.ics", "out.ics"),
    ("account --json --output out.json", "out.json"),
    ("meetings --output out.txt", "out.txt"),
    ("export contacts --output out.csv", "out.csv"),
    ("write press 2027-04-20-eschenquell --output out.html", "out.html"),
    ("dates --output out.txt", "out.txt"),
];

fn again(output: Output, command: &str) -> Output {
    output.again().command_line(command).run()
}

#[test]
fn a_file_of_somebody_else_stays() {
    for (command, file) in COMMANDS {
        let output = Test::new(command).workspace(NETWORK).file(file, "Meins").run();
        assert_eq!(output.status, 1, "{command}: {}", output.stderr);
        assert!(output.stderr.contains("stands-there"), "{command}: {}", output.stderr);
        assert_eq!(fs::read_to_string(output.path(file)).unwrap(), "Meins", "{command}");
        let output = again(output, &format!("{command} --force"));
        assert_eq!(output.status, 0, "{command}: {}", output.stderr);
        assert_ne!(fs::read_to_string(output.path(file)).unwrap(), "Meins", "{command}");
    }
}

#[test]
fn what_was_printed_is_renewed_until_somebody_writes_into_it() {
    for (command, file) in COMMANDS {
        let output = Test::new(command).workspace(NETWORK).run();
        assert_eq!(output.status, 0, "{command}: {}", output.stderr);
        let first = fs::read(output.path(file)).unwrap();
        // The same again, and something else.
        let output = again(output, command);
        assert_eq!(output.status, 0, "{command}: {}", output.stderr);
        let output = again(output, &format!("cities --format text --output {file}"));
        assert_eq!(output.status, 0, "{command}: {}", output.stderr);
        assert_ne!(fs::read(output.path(file)).unwrap(), first, "{command}");
        let mut changed = fs::read(output.path(file)).unwrap();
        changed.extend(b"Randnotiz");
        fs::write(output.path(file), &changed).unwrap();
        let output = again(output, command);
        assert_eq!(output.status, 1, "{command}: {}", output.stderr);
        assert_eq!(fs::read(output.path(file)).unwrap(), changed, "{command}");
        // Where an older print came back from a backup, nobody knows it any more.
        fs::write(output.path(file), b"Von anderswo").unwrap();
        assert_eq!(again(output, command).status, 1, "{command}");
    }
}

#[test]
fn a_folder_is_filled_whole_or_not_at_all() {
    for command in [
        "programme 2027-04-20-eschenquell --all out",
        "write reminder 2027-04-20-eschenquell --to all --format text --output out/",
    ] {
        let output = Test::new(command).workspace(NETWORK).run();
        assert_eq!(output.status, 0, "{command}: {}", output.stderr);
        let output = again(output, command);
        assert_eq!(output.status, 0, "{command}: {}", output.stderr);
        let mut names: Vec<_> =
            fs::read_dir(output.path("out")).unwrap().map(|it| it.unwrap().path()).collect();
        names.sort();
        assert!(names.len() > 1, "{command}");
        fs::write(&names[0], "Meins").unwrap();
        fs::remove_file(&names[1]).unwrap();
        let output = again(output, command);
        assert_eq!(output.status, 1, "{command}: {}", output.stderr);
        assert_eq!(fs::read_to_string(&names[0]).unwrap(), "Meins", "{command}");
        assert!(!names[1].exists(), "{command}");
        let output = again(output, &format!("{command} --force"));
        assert_eq!(output.status, 0, "{command}: {}", output.stderr);
        assert!(names[1].exists(), "{command}");
    }
}

#[test]
fn a_link_leads_to_what_was_printed() {
    let command = "meetings --output there.txt";
    let output = Test::new(command).workspace(NETWORK).run();
    std::os::unix::fs::symlink("there.txt", output.path("link.txt")).unwrap();
    let output = again(output, "set network name Anders -y");
    let output = again(output, "cities --output link.txt");
    assert_eq!(output.status, 0, "{}", output.stderr);
    assert!(fs::symlink_metadata(output.path("link.txt")).unwrap().is_symlink());
    assert!(!fs::read_to_string(output.path("there.txt")).unwrap().is_empty());
}

#[test]
fn the_record_names_nobody() {
    let output = Test::new("meetings --output Lena-Farnbach.txt").workspace(NETWORK).run();
    assert_eq!(output.status, 0, "{}", output.stderr);
    let record = fs::read_to_string(output.path(".erfa/prints")).unwrap();
    assert_eq!(record.lines().count(), 1);
    assert!(!record.contains("Farnbach"), "{record}");
}

#[test]
fn a_record_that_is_none_is_left_alone() {
    let output = Test::new("meetings --output out.txt")
        .workspace(NETWORK)
        .file("mine", "Meins")
        .prepare(|folder| {
            fs::create_dir(folder.join(".erfa")).unwrap();
            std::os::unix::fs::symlink("../mine", folder.join(".erfa/prints")).unwrap();
        })
        .run();
    assert_eq!(output.status, 0, "{}", output.stderr);
    assert_eq!(fs::read_to_string(output.path("mine")).unwrap(), "Meins");
}

#[test]
fn what_the_network_reads_is_no_place_for_an_answer() {
    for path in [
        "templates/de/press.md",
        "calendar/tannbrueck.ics",
        "logos/flusstal.svg",
        ".git/config",
        "logos/a/",
        ".git/a/",
    ] {
        let is_folder = path.ends_with('/');
        let command = match path {
            path if is_folder => format!("folder 2026-03-17-birkenfurt {path} --format text"),
            path if path.ends_with("svg") => format!("account --output {path} --force"),
            path => format!("meetings --output {path} --force"),
        };
        let output = Test::new(&command)
            .workspace(NETWORK)
            .file(".git/config", "Meins")
            .prepare(|folder| {
                fs::create_dir_all(folder.join("templates/de")).unwrap();
                fs::create_dir_all(folder.join("calendar")).unwrap();
            })
            .run();
        assert_eq!(output.status, 1, "{command}: {}", output.stderr);
        let why = if is_folder {
            "files of the workspace lie there"
        } else {
            "a file of the workspace itself"
        };
        assert!(output.stderr.contains(why), "{command}: {}", output.stderr);
        assert_eq!(fs::read_to_string(output.path(".git/config")).unwrap(), "Meins");
    }
}
