//! Files that nobody wrote: bytes of good ones changed by chance, each read by the program as a process
//! of its own, which must end by itself, with a status of the house and in time.
//!
//! The cases are the same every time and few; `ERFA_FUZZ_CASES=20000 ERFA_FUZZ_SEED=7 cargo test --test
//! it fuzz` looks further. Every fault that was found stays below as its smallest bytes.

use std::fs;
use std::io::Read as _;
use std::path::Path;
use std::process::Stdio;
use std::thread;
use std::time::{Duration, Instant};

use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::{RngSeed, TestRunner};

use crate::harness::{Test, project};

/// A kind of file that is read: where a good one stands, and the commands that read it.
struct Kind {
    workspace: &'static str,
    path: &'static str,
    /// Where a good one is taken from, if the workspace has none.
    from: &'static str,
    commands: &'static [&'static str],
}

const NETWORK: &str = "examples/netzwerk-flusstal";
const POST: &str = "tests/errors/unsure-mail";

const fn file(path: &'static str, commands: &'static [&'static str]) -> Kind {
    Kind { workspace: NETWORK, path, from: "", commands }
}

const fn mail(path: &'static str, from: &'static str, commands: &'static [&'static str]) -> Kind {
    Kind { workspace: POST, path, from, commands }
}

const KINDS: &[Kind] = &[
    file("network.toml", &["check", "outbox list"]),
    file("cities.toml", &["check", "next-host"]),
    file("venues.toml", &["check", "programme"]),
    file("contacts.toml", &["check", "write invitation 2027-04-20-eschenquell"]),
    file("rotation.toml", &["check", "account"]),
    file("actions.toml", &["check", "actions --all"]),
    file("minutes/2026-03-17-birkenfurt.md", &["check", "minutes 2026-03-17-birkenfurt"]),
    Kind {
        workspace: NETWORK,
        path: "protokoll.docx",
        from: "tests/it/fuzz/minutes.docx",
        commands: &["minutes read protokoll.docx --meeting 2026-03-17-birkenfurt --dry-run"],
    },
    file("calendar/flusstal.toml", &["check", "dates"]),
    file("calendar/eschenquell.ics", &["check", "dates"]),
    file("meetings/2027-04-20-eschenquell.toml", &["check", "programme --format docx"]),
    file("replies/2027-04-20-eschenquell.toml", &["check", "replies 2027-04-20-eschenquell"]),
    file("logos/flusstal.svg", &["check", "programme --format html"]),
    file("templates/de/tuerschild.md", &["check", "write tuerschild 2027-04-20-eschenquell"]),
    Kind {
        workspace: NETWORK,
        path: "templates/de/invitation.md",
        from: "data/templates/de/invitation.md",
        commands: &["check", "write invitation 2027-04-20-eschenquell"],
    },
    Kind {
        workspace: NETWORK,
        path: "templates/style.css",
        from: "src/render/html/style.css",
        commands: &["check", "programme --format html"],
    },
    #[cfg(feature = "pdf")]
    Kind {
        workspace: NETWORK,
        path: "templates/programme.typ",
        from: "data/templates/programme.typ",
        commands: &["programme --format pdf --output programme.pdf"],
    },
    mail("problem.json", "tests/errors/no-plan/problem.json", &["plan --problem problem.json"]),
    mail(
        "outbox/ledger.txt",
        "",
        &[
            "outbox list",
            "send",
            "outbox settle -y outbox/fruehjahr/1-invitation/ulm.eml --as sent",
        ],
    ),
    mail("outbox/fruehjahr/1-invitation/run.toml", "", &["outbox list", "send"]),
    mail(
        "outbox/fruehjahr/1-invitation/ulm.eml",
        "",
        &["outbox show fruehjahr/1-invitation", "send"],
    ),
    mail(
        "reply.eml",
        "tests/errors/unsure-mail/outbox/fruehjahr/1-invitation/ulm.eml",
        &["replies read -y reply.eml --meeting fruehjahr"],
    ),
    Kind {
        workspace: NETWORK,
        path: "list.csv",
        from: "tests/it/fuzz/list.csv",
        commands: &[
            "import contacts list.csv --add-cities -y",
            "import meetings list.csv --dry-run",
            "import cities list.csv -y",
        ],
    },
    Kind {
        workspace: NETWORK,
        path: "list.vcf",
        from: "tests/it/fuzz/list.vcf",
        commands: &["import contacts list.vcf -y"],
    },
    Kind {
        workspace: NETWORK,
        path: "list.xlsx",
        from: "tests/it/fuzz/list.xlsx",
        commands: &["import contacts list.xlsx -y", "import meetings list.xlsx -y"],
    },
    Kind {
        workspace: NETWORK,
        path: "list.ods",
        from: "tests/it/fuzz/list.ods",
        commands: &["import contacts list.ods -y"],
    },
    mail(
        "reply.csv",
        "tests/it/fuzz/reply.csv",
        &["replies read -y reply.csv --meeting fruehjahr"],
    ),
    Kind {
        workspace: "tests/errors/copied-change",
        path: ".erfa/changes/000001/entry",
        from: "",
        commands: &["log", "undo --yes", "skip ulm --reason Umbau -y"],
    },
    mail(
        "reply.ics",
        "tests/it/fuzz/reply.ics",
        &["replies read -y reply.ics --meeting fruehjahr"],
    ),
];

/// What once ended the program or never let it end: the file, its bytes, the command.
const PAST: &[(&str, &str, &str)] = &[
    ("templates/de/tuerschild.md", "{{ü", "check"),
    ("templates/de/tuerschild.md", "{{ größe }}", "check"),
    ("templates/de/tuerschild.md", "{{ [1]|batch(1000000000, 0)|list }}", "check"),
    ("templates/de/tuerschild.md", "{% set n = namespace(a=1) %}{% set n.a = n %}{{ n }}", "check"),
];

/// How long a run may take: a template and a design may take theirs.
const LIMIT: Duration = Duration::from_mins(1);

/// What chance does to a file.
#[derive(Clone, Debug)]
pub(crate) enum Change {
    Delete(usize),
    Repeat(usize, usize),
    Insert(Vec<u8>),
    Replace(Vec<u8>),
}

pub(crate) fn changes() -> impl Strategy<Value = Vec<(Index, Change)>> {
    let words: Vec<&'static [u8]> = vec![
        b"\0",
        b"\r",
        b"\n",
        b"\x1b[2J",
        "\u{202e}".as_bytes(),
        "ü".as_bytes(),
        b"\xff",
        b"\xf0\x9f",
        b"{{",
        b"}}",
        b"{%",
        b"%}",
        b"{#",
        b"[",
        b"]",
        b"(",
        b"\"",
        b"'''",
        b"= ",
        b"<",
        b"<!--",
        b"&",
        b"BEGIN:VEVENT\r\n",
        b"RRULE:FREQ=SECONDLY\r\n",
        b"DTSTART:99991231T235959Z\r\n",
        b"-1",
        b"1e999",
        b"99999999999999999999",
        b"9999-12-31",
        b"0001-01-01",
        b"=?utf-8?q?=00?=",
        b"\r\n\r\n",
        b"--x\r\n",
        b"Content-Type: multipart/mixed; boundary=x\r\n",
        b"while true {}",
        b"range(100000)",
    ];
    let word = prop::sample::select(words).prop_map(<[u8]>::to_vec);
    let some = prop_oneof![3 => word, 1 => prop::collection::vec(any::<u8>(), 1..6)];
    let change = prop_oneof![
        (1..80_usize).prop_map(Change::Delete),
        (1..60_usize, prop::sample::select(vec![2_usize, 9, 500]))
            .prop_map(|(n, t)| Change::Repeat(n, t)),
        some.clone().prop_map(Change::Insert),
        some.prop_map(Change::Replace),
    ];
    prop::collection::vec((any::<Index>(), change), 1..6)
}

pub(crate) fn changed(mut bytes: Vec<u8>, changes: &[(Index, Change)]) -> Vec<u8> {
    for (place, change) in changes {
        let start = place.index(bytes.len() + 1);
        let end = |length: usize| (start + length).min(bytes.len());
        match change {
            Change::Delete(length) => drop(bytes.drain(start..end(*length))),
            Change::Repeat(length, times) => {
                let span = start..end(*length);
                let more = bytes[span.clone()].repeat(*times);
                bytes.splice(span, more);
            }
            Change::Insert(with) => drop(bytes.splice(start..start, with.iter().copied())),
            Change::Replace(with) => {
                drop(bytes.splice(start..end(with.len()), with.iter().copied()));
            }
        }
    }
    bytes
}

/// Runs the program; says what is wrong with how it ended.
pub(crate) fn fault(test: &Test) -> Option<String> {
    let mut command = test.command();
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let mut output = child.stdout.take().unwrap();
    let reader = thread::spawn(move || std::io::copy(&mut output, &mut std::io::sink()));
    let mut errors = child.stderr.take().unwrap();
    let listener = thread::spawn(move || {
        let mut said = Vec::new();
        errors.read_to_end(&mut said).map(|_| String::from_utf8_lossy(&said).into_owned())
    });
    let begin = Instant::now();
    let status = loop {
        if let Some(status) = child.try_wait().unwrap() {
            break status;
        }
        if begin.elapsed() > LIMIT {
            child.kill().unwrap();
            child.wait().unwrap();
            return Some("it does not end".to_owned());
        }
        thread::sleep(Duration::from_millis(5));
    };
    reader.join().unwrap().unwrap();
    let said = listener.join().unwrap().unwrap();
    match status.code() {
        Some(0 | 1 | 3) => None,
        _ => Some(format!("{status}: {said}")),
    }
}

fn good(kind: &Kind) -> Vec<u8> {
    let own = Path::new(kind.workspace).join(kind.path);
    let from = if kind.from.is_empty() { own.as_path() } else { Path::new(kind.from) };
    fs::read(project(from)).unwrap()
}

fn test(kind: &Kind, command: &str, bytes: &[u8]) -> Test {
    Test::new(command).workspace(kind.workspace).bytes(kind.path, bytes)
}

pub(crate) fn number(name: &str, usual: u64) -> u64 {
    std::env::var(name).ok().and_then(|words| words.parse().ok()).unwrap_or(usual)
}

#[test]
fn good_files_are_read() {
    for kind in KINDS {
        for command in kind.commands {
            let found = fault(&test(kind, command, &good(kind)));
            assert_eq!(found, None, "{} {command}", kind.path);
        }
    }
}

#[test]
fn what_once_brought_it_down_does_so_no_more() {
    for (path, text, command) in PAST {
        let found = fault(&Test::new(command).workspace(NETWORK).file(path, text));
        assert_eq!(found, None, "{path}: {text}");
    }
}

#[test]
fn no_bytes_bring_it_down() {
    let cases = u32::try_from(number("ERFA_FUZZ_CASES", 40)).unwrap();
    let mut runner = TestRunner::new(ProptestConfig {
        cases,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(number("ERFA_FUZZ_SEED", 1)),
        max_shrink_iters: 200,
        ..ProptestConfig::default()
    });
    let kinds = prop::sample::select((0..KINDS.len()).collect::<Vec<_>>());
    let judged = runner.run(&(kinds, any::<Index>(), changes()), |(kind, command, changes)| {
        let kind = &KINDS[kind];
        let command = command.get(kind.commands);
        let bytes = changed(good(kind), &changes);
        let found = fault(&test(kind, command, &bytes));
        let text = String::from_utf8_lossy(&bytes);
        let shown: String = text.chars().take(4000).collect();
        prop_assert!(found.is_none(), "{} {command}: {found:?}\n{shown}", kind.path);
        Ok(())
    });
    judged.unwrap();
}
