//! `erfa outbox pipe`: a program takes the mails, under the same ledger.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;

use snapbox::str;

use super::{Server, TWO, waiting};
use crate::harness::same;
use crate::outbox::story::Story;

/// Mails that wait, and a program `take` beside them that does as `script` says.
fn office(script: &str) -> Story {
    let story = waiting(&Server::start(), TWO);
    let path = story.path("take");
    fs::write(&path, format!("#!/bin/sh\n{script}\n")).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
    story
}

fn ledger(story: &Story) -> String {
    let ledger = story.read("outbox/ledger.txt").replace("2026-11-22T12:00:00+01:00 ", "");
    ledger.replace("spring/1-save-the-date/", "")
}

#[test]
fn a_program_takes_the_mails() {
    let mut story = office("cat > taken-$2; echo \"$@\" >> arguments");
    let (said, status) = story.run("outbox pipe --expect 2 -- ./take -f{from} {to}");
    assert_eq!(status, 0, "{said}");
    same(
        &story.read("arguments"),
        str![[r#"
-fnetz@example.org a@example.org
-fnetz@example.org b@example.org

"#]],
    );
    let taken = story.read("taken-a@example.org");
    let head = "From: \"Hanna Eiche\" <netz@example.org>\r\nTo: =?utf-8?b?";
    assert!(taken.starts_with(head), "{taken}");
    assert!(!taken.contains("X-Unsent"), "{taken}");
    same(
        &ledger(&story),
        str![[r#"
sending a-a.eml
sent a-a.eml taken by the program
sending b-b.eml
sent b-b.eml taken by the program

"#]],
    );
}

#[test]
fn how_it_ends_says_what_became_of_a_mail() {
    for (script, expected) in [
        (
            "cat > /dev/null; echo spool is full >&2; exit 75",
            "failed a-a.eml exit status 75: spool is full",
        ),
        (
            "cat > /dev/null; echo unknown user >&2; exit 67",
            "failed a-a.eml exit status 67: unknown user",
        ),
        ("kill -9 $$", "unsure a-a.eml signal: 9 (SIGKILL)"),
        ("cat > /dev/null; echo bad data >&2; exit 65", "failed a-a.eml exit status 65: bad data"),
        ("cat > /dev/null; echo gone >&2; exit 127", "pending a-a.eml exit status 127: gone"),
        ("cat > /dev/null; echo set up >&2; exit 78", "pending a-a.eml exit status 78: set up"),
        ("exit 1", "pending a-a.eml exit status 1"),
    ] {
        let mut story = office(script);
        let (said, status) = story.run("outbox pipe --only a-a --expect 1 -- ./take");
        assert_eq!(status, 3, "{said}");
        assert_eq!(ledger(&story), format!("sending a-a.eml\n{expected}\n"));
    }
    let mut story = office("");
    let (said, status) = story.run("outbox pipe --expect 2 -- ./there-is-no-such-program");
    let end = "nothing was sent: the program cannot be started; check its name, and whether it is \
               installed: starting `./there-is-no-such-program`: there is no such program\n";
    assert_eq!((status, said.ends_with(end)), (3, true), "{said}");
    assert_eq!(ledger(&story), "");
    // It is looked for where the shell does.
    let (said, status) = story.run("outbox pipe --expect 2 -- there-is-no-such-program");
    assert_eq!((status, said.contains("starting `there-is-no-such-program`")), (3, true), "{said}");
    assert_eq!(ledger(&story), "");
}

#[test]
fn an_address_is_no_option() {
    let server = Server::start();
    let mut story = waiting(&server, &["-oQ@example.org"]);
    let (said, status) = story.run("outbox pipe --expect 1 -- sendmail {to}");
    assert_eq!((status, said.contains("[altered-mail]")), (1, true), "{said}");
    assert_eq!(story.run("outbox pipe --expect 1 -- cat").1, 0);
}
