//! Strange files, strange arguments and closed ends: a clear word each, never a panic.
//!
//! Exact words for each finding stand in `tests/errors/`; here it matters that one comes at all.

use std::fs;
use std::io::pipe;
use std::os::unix::ffi::OsStrExt as _;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::Command;

use erfa::diagnostic::{Appearance, render};
use erfa::source::{Origin, RawFile, Sources};
use erfa::text::Language;
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::RngSeed;
use snapbox::str;

use crate::harness::{Test, files, project};

const CITY: &str = "[[city]]\nid = \"aue\"\nname = \"Aue\"\n";

/// Runs `check`; it ends with `status` and names each of `codes`, or finds nothing.
#[track_caller]
fn checks(test: Test, status: i32, codes: &[&str]) {
    let output = test.run();
    assert_eq!(output.status, status, "{}{}", output.stdout, output.stderr);
    for code in codes {
        assert!(output.stdout.contains(&format!("[{code}]")), "no {code} in\n{}", output.stdout);
    }
    assert!(!codes.is_empty() || output.stdout.is_empty(), "{}", output.stdout);
}

fn check() -> Test {
    Test::new("check").network()
}

/// A meeting with this title.
fn titled(title: &str) -> Test {
    check().file("meetings/a.toml", &format!("title = \"{title}\"\n"))
}

#[test]
fn files_that_are_no_files_are_named() {
    let pipe = |folder: &Path| {
        let made = Command::new("mkfifo").arg(folder.join("cities.toml")).status().unwrap();
        assert!(made.success());
    };
    checks(check().prepare(pipe), 1, &["not-a-file"]);
    checks(check().file("cities.toml/x", ""), 1, &["not-a-file"]);
    checks(check().file("meetings/a.toml/x", ""), 1, &["not-a-file"]);
    checks(check().file("meetings", ""), 1, &["not-a-folder"]);
    checks(Test::new("check").file("network.toml/x", ""), 1, &["not-a-file"]);
}

#[test]
fn links_are_followed_and_broken_ones_are_named() {
    let link =
        |to: &'static str| move |folder: &Path| symlink(to, folder.join("cities.toml")).unwrap();
    checks(check().prepare(link("cities.toml")), 1, &["file-unreadable"]);
    checks(check().prepare(link("nowhere.toml")), 1, &["file-unreadable"]);
    checks(check().file("towns.toml", CITY).prepare(link("towns.toml")), 0, &[]);
}

#[test]
fn what_may_not_be_read_is_named() {
    checks(check().file("cities.toml", CITY).forbid("cities.toml"), 1, &["file-unreadable"]);
    checks(titled("Treffen").forbid("meetings"), 1, &["file-unreadable"]);
    checks(check().forbid("network.toml"), 1, &["file-unreadable"]);
}

#[test]
fn bytes_that_are_no_text_are_named() {
    checks(check().bytes("cities.toml", b"\xFF\xFE[\0[\0"), 1, &["not-utf8"]);
    checks(check().bytes("cities.toml", b"[[city]]\nid = \"a\xC3"), 1, &["not-utf8"]);
    checks(check().bytes("cities.toml", b"\0"), 1, &["toml-syntax"]);
    checks(check().bytes("cities.toml", b"# a\rb\n"), 1, &["toml-syntax"]);
    checks(check().bytes("meetings/a.toml", b"title = \"a\0b\"\n"), 1, &["toml-syntax"]);
    checks(titled(r"a\u0000b"), 1, &["control-character"]);
    checks(check().bytes("cities.toml", &vec![b'#'; 17 << 20]), 1, &["file-too-large"]);
}

#[test]
fn what_is_only_unusual_does_no_harm() {
    let windows = CITY.replace('\n', "\r\n");
    checks(check().file("cities.toml", &windows), 0, &["windows-line-ends"]);
    checks(check().file("cities.toml", &format!("\u{feff}{CITY}")), 0, &["byte-order-mark"]);
    checks(check().file("cities.toml", "# Noch keine Städte.\n"), 0, &[]);
    checks(titled(&"Ä".repeat(2000)), 0, &[]);
    checks(titled("👩‍👩‍👧 العربية \u{1F1E9}\u{1F1EA}"), 0, &[]);
    checks(titled("Treffen").file("meetings/.a.toml.swp", "?").file("meetings/a.md", "?"), 0, &[]);
}

#[test]
fn a_name_that_cannot_be_read_is_not_passed_over() {
    let broken = |folder: &Path| {
        let name = std::ffi::OsStr::from_bytes(b"fr\xFChjahr.toml");
        fs::write(folder.join("meetings").join(name), "title = \"Treffen\"\n").unwrap();
    };
    let output = titled("Treffen").prepare(broken).run();
    assert_eq!(output.status, 1, "{}{}", output.stdout, output.stderr);
}

#[test]
fn depth_is_no_danger() {
    let deep = 100_000;
    let arrays = format!("x = {}", "[".repeat(deep));
    let tables = format!("x = {}", "{x=".repeat(deep));
    let dotted = format!("{}x = 1", "x.".repeat(deep));
    let header = format!("[{}x]", "x.".repeat(deep));
    for text in [arrays, tables, dotted, header] {
        checks(check().file("cities.toml", &text), 1, &["toml-syntax"]);
    }
}

#[test]
fn a_reader_who_leaves_early_hears_nothing() {
    let faulty = check().file("cities.toml", &"[[city]]\n".repeat(2000));
    for test in [faulty, Test::new("--help"), Test::new("--version")] {
        let (reader, writer) = pipe().unwrap();
        drop(reader);
        let output = test.command().stdout(writer).output().unwrap();
        assert_eq!(output.status.code(), Some(0));
        assert_eq!(String::from_utf8(output.stderr).unwrap(), "");
    }
}

#[test]
fn a_full_disk_is_a_failure_outside() {
    let full = || fs::File::options().write(true).open("/dev/full").unwrap();
    let test = check().file("cities.toml", "x = 1\n");
    let output = test.command().stdout(full()).output().unwrap();
    assert_eq!(output.status.code(), Some(3));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.starts_with("error: cannot write the output: No space left on device"), "{said}");
    // Nobody can be told that nobody can be told.
    let output = test.command().stderr(full()).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn wrong_usage_is_explained_in_english() {
    Test::new("chek")
        .stderr(str![[r#"
error: there is no command `chek`

help: did you mean `check`?

"#]])
        .status(2);
    Test::new("check --jsn")
        .stderr(str![[r#"
error: `--jsn` is not known here

help: did you mean `--json`?

"#]])
        .status(2);
    Test::new("check --today sometime")
        .stderr(str![[r#"
error: `sometime` is not a calendar day

help: for example 2027-06-11, 11 June 2027, June 11, next Tuesday or in 3 weeks

"#]])
        .status(2);
    Test::new("check --lang fr")
        .stderr(str![[r#"
error: `fr` does not fit `--lang <LANGUAGE>`

help: possible: de or en

"#]])
        .status(2);
    Test::new("check --dir")
        .stderr(str![[r#"
error: `--dir <FOLDER>` needs a value

help: `erfa --help` shows what there is

"#]])
        .status(2);
    Test::new("check --quiet --quiet")
        .stderr(str![[r#"
error: `--quiet` may stand only once

help: `erfa check --help` shows what there is

"#]])
        .status(2);
    Test::new("check all")
        .stderr(str![[r#"
error: `all` is not known here

help: `erfa check --help` shows what there is

"#]])
        .status(2);
    Test::new("check")
        .arg(std::ffi::OsStr::from_bytes(b"\xFF"))
        .stderr(str![[r#"
error: `�` is not known here

help: `erfa check --help` shows what there is

"#]])
        .status(2);
}

#[test]
fn wrong_usage_is_explained_in_german() {
    Test::new("chek")
        .german()
        .stderr(str![[r#"
Fehler: den Befehl `chek` gibt es nicht

Hilfe: meinten Sie `check`?

"#]])
        .status(2);
    Test::new("check --jsn")
        .german()
        .stderr(str![[r#"
Fehler: `--jsn` gibt es hier nicht

Hilfe: meinten Sie `--json`?

"#]])
        .status(2);
    Test::new("check --today irgendwann")
        .german()
        .stderr(str![[r#"
Fehler: `irgendwann` ist kein Kalendertag

Hilfe: zum Beispiel 11.6.2027, Fr 11.6.27, 11. Juni, nächsten Dienstag oder in 3 Wochen

"#]])
        .status(2);
    Test::new("check --today")
        .arg("Do 11.6.27")
        .german()
        .stderr(str![[r#"
Fehler: `Do 11.6.27` passt nicht zusammen: Das ist Freitag, 11. Juni 2027

Hilfe: zum Beispiel 11.6.2027, Fr 11.6.27, 11. Juni, nächsten Dienstag oder in 3 Wochen

"#]])
        .status(2);
    Test::new("check --lang fr")
        .german()
        .stderr(str![[r#"
Fehler: `fr` passt nicht zu `--lang <SPRACHE>`

Hilfe: möglich: de oder en

"#]])
        .status(2);
    Test::new("check --dir")
        .german()
        .stderr(str![[r#"
Fehler: `--dir <ORDNER>` braucht einen Wert

Hilfe: `erfa --help` zeigt, was möglich ist

"#]])
        .status(2);
    Test::new("check --quiet --quiet")
        .german()
        .stderr(str![[r#"
Fehler: `--quiet` darf nur einmal stehen

Hilfe: `erfa check --help` zeigt, was möglich ist

"#]])
        .status(2);
    Test::new("check all")
        .german()
        .stderr(str![[r#"
Fehler: `all` gibt es hier nicht

Hilfe: `erfa check --help` zeigt, was möglich ist

"#]])
        .status(2);
    Test::new("check")
        .arg(std::ffi::OsStr::from_bytes(b"\xFF"))
        .german()
        .stderr(str![[r#"
Fehler: `�` gibt es hier nicht

Hilfe: `erfa check --help` zeigt, was möglich ist

"#]])
        .status(2);
}

/// One thing a careless hand does to a file.
#[derive(Clone, Debug)]
enum Slip {
    Delete,
    Duplicate,
    Replace(Vec<u8>),
}

fn slips() -> impl Strategy<Value = Vec<(Index, Index, usize, Slip)>> {
    let words = prop::sample::select(vec![
        "\"",
        "'''",
        "[[",
        "]",
        "{",
        "}",
        "=",
        ".",
        ",",
        "\n",
        "\r\n",
        "#",
        "\u{feff}",
        "ü",
        "👍",
        "0",
        "-1",
        "1e999",
        "true",
        "2024-02-30",
        "99:99",
        "open",
        "\"ab 24:00\"",
        "[[session]]\n",
        "in = \"x\"\n",
        "\\u0000",
        "date = 9999-12-31\n",
        "date = 0001-01-01\n",
    ]);
    let slip = prop_oneof![
        Just(Slip::Delete),
        Just(Slip::Duplicate),
        words.prop_map(|word| Slip::Replace(word.as_bytes().to_vec())),
        prop::collection::vec(any::<u8>(), 1..4).prop_map(Slip::Replace),
    ];
    prop::collection::vec((any::<Index>(), any::<Index>(), 0..40_usize, slip), 1..6)
}

fn workspace(folder: &str) -> Vec<(String, Vec<u8>)> {
    let root = project(folder);
    let toml = files(&root, |path| path.extension().is_some_and(|ending| ending == "toml"));
    let name = |path: &Path| path.strip_prefix(&root).unwrap().to_str().unwrap().to_owned();
    toml.iter().map(|path| (name(path), fs::read(path).unwrap())).collect()
}

proptest! {
    // The same cases every time; change the seed to look further.
    #![proptest_config(ProptestConfig {
        cases: 400,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(1),
        ..ProptestConfig::default()
    })]

    #[test]
    fn no_slip_of_the_hand_is_a_panic(
        folder in prop::sample::select(vec!["data", "examples/netzwerk-flusstal"]),
        slips in slips(),
    ) {
        let mut contents = workspace(folder);
        for (file, place, length, slip) in slips {
            let (_, bytes) = file.get_mut(&mut contents);
            let start = place.index(bytes.len() + 1);
            let span = start..(start + length).min(bytes.len());
            let new = match slip {
                Slip::Delete => Vec::new(),
                Slip::Duplicate => bytes[span.clone()].repeat(2),
                Slip::Replace(with) => with,
            };
            bytes.splice(span, new);
        }
        let reading = erfa::input::read(contents.into_iter().map(RawFile::from).collect());
        let mut findings = reading.findings;
        let today = chrono::NaiveDate::from_ymd_opt(2027, 4, 10).expect("a day");
        findings.extend(reading.workspace.iter().flat_map(|one| erfa::plan::programme::clash::findings(one, today)));
        for finding in &findings {
            let related = finding.related.iter().map(|(origin, _)| *origin);
            for origin in finding.place.into_iter().chain(related) {
                prop_assert!(lies_inside(origin, &reading.sources), "{finding:?}");
            }
        }
        for language in [Language::German, Language::English] {
            let appearance = Appearance { language, colour: false, width: Some(80) };
            render(&findings, &reading.sources, appearance);
        }
    }
}

fn lies_inside(origin: Origin, sources: &Sources) -> bool {
    sources.file(origin.file).text.get(origin.range()).is_some()
}
