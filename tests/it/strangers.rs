//! What others made, such as names of files, arguments and lines of a log, never moves a cursor, changes
//! a colour, hides words or turns their direction.

use std::fs;

use crate::harness::Test;

/// A title for the window, an empty screen, a colour, a word read backwards, and a sign of eight bits.
const ATTACK: &str = "\x1b]0;x\x07\x1b[2J\x1b[31m\u{202e}\u{9b}2J";

/// Nothing of the attack is left in what the program says, but the words around it are.
#[track_caller]
fn harmless(test: Test, told: &str) {
    // Not as the harness makes it readable: there an escape looks like the sign that stands for one.
    let output = test.command().output().unwrap();
    let all = [output.stdout, output.stderr].concat();
    let all = String::from_utf8(all).expect("the program writes UTF-8");
    for sign in ["\x1b]", "\x1b[2J", "\x1b[31m", "\x07", "\u{202e}", "\u{9b}"] {
        assert!(!all.contains(sign), "{sign:?} in {all:?}");
    }
    assert!(all.contains(told), "{told} is not in {all}");
}

fn network(command: &str) -> Test {
    Test::new(command).network()
}

#[test]
fn names_of_files_are_shown_and_not_obeyed() {
    let path = format!("meetings/a{ATTACK}b.toml");
    harmless(network("check").file(&path, "title = 1\n"), "unfit-file-name");
    harmless(network("check").file(&path, "title = 1\n").on_a_terminal(), "unfit-file-name");
    harmless(network("meetings").file(&path, "title = 1\n"), "meetings/a");
}

#[test]
fn arguments_are_shown_and_not_obeyed() {
    for command in ["", "show", "check", "check --dir", "check --lang"] {
        let test = || network(command).arg(format!("a{ATTACK}b"));
        harmless(test(), "a\u{fffd}]0;x");
        harmless(test().german().on_a_terminal(), "a\u{fffd}]0;x");
    }
    let long = network("show").arg("x".repeat(100_000)).run();
    assert!(long.stderr.len() < 5_000, "{} bytes", long.stderr.len());
}

#[test]
fn lines_of_files_are_quoted_and_not_obeyed() {
    for path in ["cities.toml", "templates/style.css"] {
        let test = || network("check").file(path, &format!("a{ATTACK}b: = \n"));
        harmless(test(), "error[");
        harmless(test().on_a_terminal(), "error[");
    }
}

#[test]
fn the_log_is_shown_and_not_obeyed() {
    let spoilt = |folder: &std::path::Path| {
        let path = folder.join("outbox/ledger.txt");
        let line = format!(
            "2027-01-06T09:00:00+01:00 refused fruehjahr/1-invitation/ulm.eml a{ATTACK}b\n"
        );
        fs::write(path, line).unwrap();
    };
    for command in ["outbox list", "outbox show fruehjahr/1-invitation"] {
        let test = || Test::new(command).workspace("tests/errors/unsure-mail").prepare(spoilt);
        harmless(test(), "");
        harmless(test().on_a_terminal(), "");
    }
}

#[test]
fn a_template_writes_no_signs_for_a_screen() {
    for text in ["# A\n\n\x1b[2J\n", "# A\n\n{{ \"\\u001b[2J\" }}\n", "# A\n\n&#27;[2J &#x9b;\n"] {
        let test = || {
            let test = Test::new("write own 2027-04-20-eschenquell --format text");
            test.workspace("examples/netzwerk-flusstal").file("templates/de/own.md", text)
        };
        harmless(test(), "");
        harmless(test().on_a_terminal(), "");
    }
}
