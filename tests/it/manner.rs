//! One manner of writing: whatever a command changes is shown in words first, asked about on a terminal,
//! and elsewhere only shown.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use crate::harness::{Test, files};

const NETWORK: &str = "examples/netzwerk-flusstal";

/// Commands that change something, each in an untouched workspace.
const COMMANDS: &[&str] = &[
    "skip birkenfurt --reason Umbau",
    "swap 2027-02-16-dornwerder 2027-06-09-lindenwehr --reason Tausch",
    "cancel 2027-04-20-eschenquell --reason Sturm",
    "postpone 2027-04-20-eschenquell --reason Sturm",
    "postpone 2027-04-20-eschenquell --reason Sturm --on 2027-05-04",
    "release 2027-04-20-eschenquell --reason Druck",
    "replies set eschenquell nein --meeting 2027-04-20-eschenquell",
    "replies read list.csv --meeting 2027-04-20-eschenquell",
    "plan --count 1 --save",
    "outbox make invitation 2027-04-20-eschenquell --to mayor",
];

/// Commands that go on from an outbox with one run.
const AFTER_MAILS: &[&str] = &[
    "outbox discard 2027-04-20-eschenquell/1-invitation",
    "outbox settle 2027-04-20-eschenquell/1-invitation --as sent",
    "undo",
];

fn office() -> Test {
    let list = "Name;Antwort\nKim Steinacker;ja\n";
    Test::new("check").workspace(NETWORK).file("list.csv", list)
}

/// Every file, but for locks and the journal.
fn state(root: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let is_lock = |path: &Path| path.ends_with(".lock") || path.starts_with(root.join(".erfa"));
    let found = files(root, |path| !is_lock(path));
    found.into_iter().map(|path| (path.clone(), fs::read(path).unwrap())).collect()
}

/// The four ways through one command.
fn judge(command: &str, prepared: impl Fn() -> Test) {
    let call = |more: &str| {
        let test = prepared().command_line(&format!("{command} {more}"));
        let before: Vec<Vec<u8>> = state(&test.folder()).into_values().collect();
        let output = test.run();
        let after: Vec<Vec<u8>> = state(&output.path("")).into_values().collect();
        (output, before == after)
    };
    let (asked, stays) = call("");
    assert_eq!((asked.status, stays), (1, true), "{command}: {}", asked.stderr);
    assert!(asked.stderr.contains("error[unasked]"), "{command}: {}", asked.stderr);
    assert!(asked.stderr.contains("`-y`"), "{command}: {}", asked.stderr);
    let (dry, stays) = call("--dry-run");
    assert_eq!((dry.status, stays), (0, true), "{command}: {}", dry.stderr);
    assert!(dry.stderr.contains("Only shown; nothing is changed."), "{command}: {}", dry.stderr);
    let (dry_all_the_same, stays) = call("--dry-run -y");
    assert_eq!((dry_all_the_same.status, stays), (0, true), "{command}");
    let (done, stays) = call("-y");
    assert_eq!((done.status, stays), (0, false), "{command}: {}", done.stderr);
    // Everybody is shown the same, in words.
    let shown = dry.stderr.split("Only shown;").next().unwrap().trim_end();
    for output in [&asked, &done] {
        assert!(output.stderr.starts_with(shown), "{command}: {}\n{shown}", output.stderr);
    }
    for unreadable in ["checksum", "\n+ ", "@@", "content ="] {
        assert!(!shown.contains(unreadable), "{command}: {shown}");
    }
}

#[test]
fn without_a_terminal_a_change_is_only_shown() {
    for command in COMMANDS {
        judge(command, office);
    }
}

#[test]
fn mails_are_settled_discarded_and_unmade_in_the_same_manner() {
    let mails = || {
        let make = "outbox make invitation 2027-04-20-eschenquell --to mayor -y";
        let output = office().command_line(make).run();
        assert_eq!(output.status, 0, "{}", output.stderr);
        // Only what was made in this very folder is taken back, so that it cannot be copied.
        output.again()
    };
    for command in AFTER_MAILS {
        judge(command, mails);
    }
}

#[test]
fn yes_never_sends() {
    let make = "outbox make invitation 2027-04-20-eschenquell --to mayor -y";
    let output = office().command_line(make).run();
    let output = output.again().command_line("send 1-invitation -y").run();
    assert_eq!(output.status, 2, "{}", output.stderr);
}

#[test]
fn what_is_planned_only_shown_wants_to_be_saved() {
    for more in ["-y", "--dry-run"] {
        let output = office().command_line(&format!("plan {more}")).run();
        assert_eq!(output.status, 2, "{}", output.stderr);
    }
}

/// Options as they are called, and as they were called before.
const SPELLINGS: &[[&str; 2]] = &[
    ["dates --until 2027-03-01", "dates --to 2027-03-01"],
    [
        "postpone 2027-04-20-eschenquell --reason Sturm --dry-run --on 2027-05-04",
        "postpone 2027-04-20-eschenquell --reason Sturm --dry-run --to 2027-05-04",
    ],
    [
        "replies set eschenquell nein 2027-04-20-eschenquell --dry-run",
        "replies set eschenquell nein --meeting 2027-04-20-eschenquell --dry-run",
    ],
    [
        "privacy purge --until 2026-10-31 --purpose replies --dry-run",
        "privacy purge --before 2026-11-01 --purpose replies --dry-run",
    ],
];

#[test]
fn former_spellings_are_understood_and_not_shown() {
    for [now, before] in SPELLINGS {
        let said = [now, before].map(|command| {
            let output = office().command_line(command).run();
            assert_eq!(output.status, 0, "{command}: {}", output.stderr);
            (output.stdout, output.stderr)
        });
        assert_eq!(said[0], said[1], "{now}");
    }
    for command in ["dates", "postpone", "replies set", "privacy purge"] {
        for language in ["en", "de"] {
            let help =
                office().command_line(&format!("{command} --help")).env("ERFA_LANG", language);
            let help = help.run().stdout;
            for former in ["--to ", "--before ", "--meeting "] {
                assert!(!help.contains(former), "{command}: {help}");
            }
        }
    }
}
