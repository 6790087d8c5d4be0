//! `programme --all`: the whole set in one folder.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use snapbox::str;

use crate::harness::{Output, Test, readable};

const MEETING: &str = "\
title = \"Markt\"
date = 2027-04-20
[[session]]
title = \"Baumliste\"
start = \"9:30\"
[[session]]
title = \"Kasse\"
audience = \"internal\"
start = \"11:00\"
[[session]]
title = \"Regie\"
audience = \"lead\"
start = \"12:00\"
";

fn all(arguments: &str) -> Test {
    Test::new(&format!("programme markt {arguments}"))
        .network()
        .file("meetings/markt.toml", MEETING)
}

/// What is in a folder, hidden files too, by name.
fn content(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entry = |entry: fs::DirEntry| {
        (entry.file_name().into_string().unwrap(), fs::read(entry.path()).unwrap())
    };
    fs::read_dir(folder).unwrap().map(|found| entry(found.unwrap())).collect()
}

fn is(name: &str, ending: &str) -> bool {
    Path::new(name).extension().is_some_and(|found| found == ending)
}

/// The names in the folder `set`; those of PDFs are left out, which a program without PDF has not.
fn names(output: &Output) -> Vec<String> {
    assert_eq!(output.status, 0, "{}", output.stderr);
    let (pdf, rest): (Vec<_>, Vec<_>) =
        content(&output.path("set")).into_keys().partition(|name| is(name, "pdf"));
    assert_eq!(!pdf.is_empty(), cfg!(feature = "pdf"), "{pdf:?}");
    rest
}

#[test]
fn the_set_sorts_by_day() {
    let output = all("--all set").run();
    assert_eq!(
        names(&output),
        [
            "2027-04-20-markt-items.ics",
            "2027-04-20-markt-short.csv",
            "2027-04-20-markt-short.docx",
            "2027-04-20-markt-short.html",
            "2027-04-20-markt-short.md",
            "2027-04-20-markt-short.txt",
            "2027-04-20-markt.csv",
            "2027-04-20-markt.docx",
            "2027-04-20-markt.html",
            "2027-04-20-markt.ics",
            "2027-04-20-markt.json",
            "2027-04-20-markt.md",
            "2027-04-20-markt.txt",
        ]
    );
    assert_eq!(output.stdout, "");
    let number = if cfg!(feature = "pdf") { 17 } else { 13 };
    assert_eq!(output.stderr, format!("{number} files in `set`\n"));
}

#[cfg(feature = "pdf")]
#[test]
fn the_set_has_paper_for_all_eyes() {
    let output = all("--all set").run();
    let pdf = content(&output.path("set")).into_keys().filter(|name| is(name, "pdf"));
    assert_eq!(
        pdf.collect::<Vec<_>>(),
        [
            "2027-04-20-markt-a5.pdf",
            "2027-04-20-markt-large.pdf",
            "2027-04-20-markt-short.pdf",
            "2027-04-20-markt.pdf",
        ]
    );
}

#[test]
fn each_file_is_what_its_own_command_writes() {
    let output = all("--all set").run();
    let set = content(&output.path("set"));
    for (name, arguments) in [
        ("2027-04-20-markt.txt", "--format text"),
        ("2027-04-20-markt-short.html", "--format html --edition short"),
        ("2027-04-20-markt.json", "--json"),
        ("2027-04-20-markt.csv", "--format csv"),
        ("2027-04-20-markt-items.ics", "--format ics --items"),
    ] {
        let alone = all(arguments).run();
        assert_eq!(readable(&set[name], Path::new("-")), alone.stdout, "{name}");
    }
}

#[test]
fn inner_editions_come_alone_and_only_when_named() {
    for (name, content) in content(&all("--all set").run().path("set")) {
        let text = String::from_utf8_lossy(&content);
        assert!(!text.contains("Kasse") && !text.contains("Regie"), "{name}");
    }
    for (edition, told) in [("internal", vec!["Kasse"]), ("run-sheet", vec!["Kasse", "Regie"])] {
        let output = all(&format!("--all set --edition {edition}")).run();
        let expected = ["csv", "docx", "html", "json", "md", "txt"]
            .map(|it| format!("2027-04-20-markt-{edition}.{it}"));
        assert_eq!(names(&output), expected);
        for ending in ["csv", "html", "json", "md", "txt"] {
            let file = format!("set/2027-04-20-markt-{edition}.{ending}");
            let text = fs::read_to_string(output.path(&file)).unwrap();
            assert!(told.iter().all(|title| text.contains(title)), "{file}: {text}");
        }
    }
}

#[test]
fn a_meeting_without_a_day_has_no_calendar() {
    let output = Test::new("programme idee --all set")
        .network()
        .file("meetings/idee.toml", "title = \"Idee\"\n")
        .run();
    let names = names(&output);
    assert_eq!(names.len(), 11, "{names:?}");
    assert!(names.iter().all(|name| name.starts_with("idee") && !is(name, "ics")), "{names:?}");
}

#[test]
fn the_same_twice_is_the_same_bytes() {
    let first = all("--all set").run();
    let second = all("--all set").copy_of(&first.path("set"), "set").run();
    assert_eq!(content(&first.path("set")), content(&second.path("set")));
}

#[test]
fn what_is_no_folder_is_left_as_it_is() {
    all("--all set")
        .file("set", "mine")
        .stderr(str![[r#"
error[bad-argument]: `set`: this is a file, not a folder


"#]])
        .wrote("set", "mine")
        .status(1);
}

#[test]
fn a_file_in_the_way_stops_the_whole_set() {
    let output = all("--all set").prepare(|root| {
        fs::create_dir_all(root.join("set/2027-04-20-markt.txt")).unwrap();
    });
    let output = output.run();
    assert_eq!(output.status, 3, "{}", output.stderr);
    assert_eq!(fs::read_dir(output.path("set")).unwrap().count(), 1);
}

#[test]
fn a_folder_that_must_not_be_written_stays_empty() {
    let output = all("--all set").read_only("set").run();
    assert_eq!(output.status, 3, "{}", output.stderr);
    assert!(
        output.stderr.starts_with("error: cannot write `set/2027-04-20-markt"),
        "{}",
        output.stderr
    );
    assert!(output.stderr.contains("Permission denied"), "{}", output.stderr);
    assert_eq!(content(&output.path("set")), BTreeMap::new());
}

/// Runs `line` of a shell where `set` is a disk of 32 KiB, or, where nobody may mount one, where no
/// file can have more than 4 KiB.
fn on_a_small_disk(test: &Test, line: &str) -> std::process::Output {
    let can_mount = Command::new("unshare")
        .args(["--mount", "--map-root-user", "mount", "-t", "tmpfs", "none", "/mnt"])
        .output()
        .is_ok_and(|run| run.status.success());
    let mut command = Command::new(if can_mount { "unshare" } else { "sh" });
    if can_mount {
        let line = format!("mount -t tmpfs -o size=32k none set && {{ {line}; }}");
        command.args(["--mount", "--map-root-user", "sh", "-c", &line]);
    } else {
        command.args(["-c", &format!("trap '' XFSZ; ulimit -f 8; {line}")]);
    }
    test.isolate(command).output().unwrap()
}

#[test]
fn a_full_disk_holds_all_or_nothing() {
    let test = all("").prepare(|root| fs::create_dir(root.join("set")).unwrap());
    let erfa = crate::harness::PROGRAM;
    let line = format!(
        "echo mine > set/mine; '{erfa}' programme markt --all set; echo $?; ls -A set; cat set/mine"
    );
    let output = on_a_small_disk(&test, &line);
    assert_eq!(String::from_utf8(output.stdout).unwrap(), "3\nmine\nmine\n");
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.starts_with("error: cannot write `set"), "{said}");
    let reasons = ["No space left on device", "File too large"];
    assert!(reasons.iter().any(|reason| said.contains(reason)), "{said}");
}

#[test]
fn a_full_device_is_a_failure_outside() {
    for format in ["text", "html", "docx", "ics", "csv", "json"] {
        let output = all(&format!("--format {format} --output /dev/full -q")).run();
        assert_eq!(output.status, 3, "{format}");
        let expected = "error: cannot write `/dev/full`: No space left on device";
        let is_object = format == "json" && output.stderr.starts_with('{');
        let expected = if is_object { &expected[7..] } else { expected };
        assert!(output.stderr.contains(expected), "{}", output.stderr);
        assert_eq!(is_object, format == "json");
    }
}
