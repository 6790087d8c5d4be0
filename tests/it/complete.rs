//! What shells complete: the scripts ask the program, which knows the workspace.
//!
//! `tests/readers/check-shells.py` lets real shells do it.

use std::fs;

use crate::harness::{Test, files};

/// What may follow `typed`, the last word of which is begun; a space at the end begins a new one.
fn offered(typed: &str) -> Vec<String> {
    words(&complete("zsh", typed))
}

fn complete(shell: &str, typed: &str) -> String {
    let test = Test::new(&format!("__complete {shell}")).workspace("examples/netzwerk-flusstal");
    let test = typed.split(' ').fold(test, Test::arg);
    let output = test.run();
    assert_eq!((output.status, output.stderr.as_str()), (0, ""), "{typed}");
    output.stdout
}

fn words(answer: &str) -> Vec<String> {
    let mut lines = answer.lines();
    assert_eq!(lines.next(), Some("words"), "{answer}");
    lines.map(|line| line.split('\t').next().unwrap().to_owned()).collect()
}

#[test]
fn names_of_the_workspace_are_offered_where_they_fit() {
    let cases: &[(&str, &[&str])] = &[
        ("programme 2027-04", &["2027-04-20-eschenquell"]),
        ("agenda 2027-04", &["2027-04-20-eschenquell"]),
        ("programme 2026-10-dornwerder --item beg", &["begruessung"]),
        ("skip li", &["lindenwehr"]),
        ("plan --pin li", &["lindenwehr="]),
        ("invite --to m", &["mayor", "mathis-holm"]),
        ("invite --to=may", &["--to=mayor"]),
        ("invite -o x --to al", &["all"]),
        ("replies set hanna-eichbaum m", &["maybe"]),
        ("replies set ole", &["ole-tannhauer"]),
        ("new --venue korn", &["kornhaus"]),
        ("add contact --city hoh", &["hohenfaehr"]),
        ("write sign", &["sign-in-list"]),
        ("write tuer", &["tuerschild"]),
        ("done pr", &["programme", "press"]),
        ("set 2026-10-dornwerder/begr", &["2026-10-dornwerder/begruessung"]),
        ("show rosa", &["rosa-weidner-korff"]),
        ("help unknown-k", &["unknown-key"]),
        ("help tu", &["turns", "turn-is-settled"]),
        ("completions p", &["powershell", "pwsh"]),
        ("outbox ma", &["make"]),
        ("prog", &["programme"]),
        ("--str", &["--strict"]),
        ("next-host --w", &["--why"]),
        ("next-host --str", &["--strict"]),
        ("--lang d", &["de"]),
        ("programme --format pd", &["pdf"]),
        // After two hyphens no option follows, and behind all that can stand nothing does.
        ("show -- --w", &[]),
        ("skip lindenwehr l", &[]),
        ("nothing-of-the-kind x", &[]),
        ("set x start 9", &[]),
        ("set netw", &["network"]),
        ("set network sender.m", &["sender.mail"]),
        ("set network coordinator hoh", &["hohenfaehr"]),
        ("set 2026-10-dornwerder sta", &["status", "start"]),
        ("set 2026-10-dornwerder status pla", &["planned"]),
        ("set 2026-10-dornwerder hosts hoh", &["hohenfaehr"]),
        ("set 2026-10-dornwerder counts ", &["yes", "no"]),
        ("set 2026-10-dornwerder/begruessung ki", &["kind"]),
        ("set 2026-10-dornwerder/begruessung kind Vort", &["Vortrag"]),
        ("set 2026-10-dornwerder/begruessung people rosa", &["rosa-weidner-korff"]),
        ("set rosa-weidner-korff form", &["form-of-address"]),
        ("set hohenfaehr start ", &[]),
        ("add session --kind wel", &["welcome"]),
        ("add session --people=rosa", &["--people=rosa-weidner-korff"]),
        ("add contact --language d", &["de"]),
        ("add city --note ", &[]),
    ];
    for (typed, expected) in cases {
        assert_eq!(offered(typed), *expected, "erfa {typed}");
    }
}

#[test]
fn files_and_folders_are_left_to_the_shell() {
    for (typed, expected) in [
        ("import contacts ", "files\n"),
        ("programme -o ", "files\n"),
        ("programme --output=", "files\n"),
        ("--dir ", "folders\n"),
        ("schema --output ", "folders\n"),
    ] {
        assert_eq!(complete("bash", typed), expected, "{typed}");
    }
}

#[test]
fn bash_takes_what_stands_behind_the_sign() {
    let answer = complete("bash", "invite --to = may");
    assert_eq!(words(&answer), ["mayor"]);
    let answer = complete("powershell-next", "skip");
    assert_eq!(words(&answer).len(), 7);
}

#[test]
fn another_workspace_answers_if_it_is_named() {
    let test = Test::new("__complete zsh --dir other skip").copy("examples/small-network", "other");
    assert!(words(&test.arg("low").run().stdout).contains(&"lowmarsh".to_owned()));
}

#[test]
fn trouble_is_silence_and_nothing_is_written() {
    let broken = || Test::new("__complete fish").file("network.toml", "name = \n[[[").network();
    let typed: &[&[&str]] = &[
        &["programme", ""],
        &["--dir", "not/there", "programme", ""],
        &["outbox", "show", ""],
        &["set", "x/", ""],
        &["--", "--", ""],
        &["-", "-"],
        &["=", "="],
        &[""],
        &[],
        &["\u{1b}[31m", "\n"],
    ];
    for words in typed {
        let test =
            broken().file("cities.toml", "[[city]\nid = 7").file("meetings/a.toml", "date =");
        let test = words.iter().fold(test.forbid("meetings/a.toml"), Test::arg);
        let folder = test.folder();
        let before = files(&folder, |_| true);
        let run = test.command().output().unwrap();
        assert_eq!((run.status.code(), run.stderr.len()), (Some(0), 0), "{words:?}");
        assert_eq!(files(&folder, |_| true), before);
    }
}

#[test]
fn each_shell_gets_its_script() {
    for (shell, ending) in
        [("bash", "bash"), ("zsh", "zsh"), ("fish", "fish"), ("powershell", "ps1"), ("pwsh", "ps1")]
    {
        let output = Test::new(&format!("completions {shell}")).run();
        let path = crate::harness::project(format!("data/completions/erfa.{ending}"));
        assert_eq!((output.status, output.stdout), (0, fs::read_to_string(path).unwrap()));
    }
}
