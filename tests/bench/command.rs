//! How long whole commands take at 10, 100, 1000 and 10 000 of what they are given: the time, the time
//! for each one, and the exponent by which it grows from one size to the next.
//!
//! `cargo bench --bench command -- [WORD …]` times the commands whose names hold all the words.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// A command slower than this is not tried at larger sizes.
const ENOUGH: Duration = Duration::from_secs(20);

/// How often each is run; the fastest counts.
const RUNS: usize = 3;

/// What is timed.
struct Job {
    /// What there is many of, and the command.
    name: &'static str,
    /// How many of it there are.
    sizes: &'static [usize],
    /// Makes a workspace with so many.
    generate: fn(&Path, usize),
    /// What is done once before the command is timed.
    before: &'static [&'static str],
    /// The command.
    command: &'static [&'static str],
    /// Its exit status.
    status: i32,
}

const UP_TO_TEN_THOUSAND: &[usize] = &[10, 100, 1000, 10_000];
const UP_TO_FIVE_THOUSAND: &[usize] = &[10, 100, 1000, 5000];
const UP_TO_THREE_THOUSAND: &[usize] = &[10, 100, 1000, 3000];

const fn job(
    name: &'static str,
    sizes: &'static [usize],
    generate: fn(&Path, usize),
    command: &'static [&'static str],
) -> Job {
    Job { name, sizes, generate, before: &[], command, status: 0 }
}

const RELEASE: &[&str] = &["release", "m00000", "--reason", "Stand", "-y"];
const OUTBOX: &[&str] = &["outbox", "make", "invitation", "m00000", "--to", "everybody", "-y"];

const JOBS: &[Job] = &[
    job("meetings: next-host", UP_TO_TEN_THOUSAND, meetings, &["next-host"]),
    job("meetings: check", UP_TO_TEN_THOUSAND, meetings, &["check"]),
    job("meetings: meetings", UP_TO_TEN_THOUSAND, meetings, &["meetings"]),
    job("meetings: ics", UP_TO_TEN_THOUSAND, meetings, &["meetings", "--format", "ics"]),
    job("meetings: account", UP_TO_TEN_THOUSAND, meetings, &["account", "--why"]),
    job("meetings: programme", UP_TO_TEN_THOUSAND, meetings, &["programme", "m00000"]),
    job("meetings: dates", UP_TO_TEN_THOUSAND, meetings, &["dates"]),
    job("contacts: check", UP_TO_TEN_THOUSAND, contacts, &["check"]),
    job("contacts: show a person", UP_TO_TEN_THOUSAND, contacts, &["show", "p00001"]),
    job("contacts: show a meeting", UP_TO_TEN_THOUSAND, contacts, &["show", "m00000"]),
    job(
        "contacts: invite",
        UP_TO_THREE_THOUSAND,
        contacts,
        &["invite", "m00000", "--to", "everybody", "--json"],
    ),
    Job { before: RELEASE, ..job("contacts: outbox make", UP_TO_TEN_THOUSAND, contacts, OUTBOX) },
    Job { before: OUTBOX, ..job("mails: list", UP_TO_TEN_THOUSAND, contacts, &["outbox", "list"]) },
    Job {
        before: OUTBOX,
        ..job("mails: replies", UP_TO_TEN_THOUSAND, contacts, &["replies", "m00000"])
    },
    job("replies: replies", UP_TO_TEN_THOUSAND, replies, &["replies", "m00000"]),
    job("replies: check", UP_TO_TEN_THOUSAND, replies, &["check"]),
    job("sessions: check", UP_TO_FIVE_THOUSAND, sessions, &["check"]),
    job(
        "sessions: html",
        UP_TO_FIVE_THOUSAND,
        sessions,
        &["programme", "m00000", "--format", "html"],
    ),
    job(
        "sessions: ics",
        UP_TO_FIVE_THOUSAND,
        sessions,
        &["programme", "m00000", "--format", "ics"],
    ),
    Job {
        before: RELEASE,
        ..job("sessions: since", UP_TO_FIVE_THOUSAND, sessions, &["programme", "m00000", "--since"])
    },
    job("sessions: press", UP_TO_FIVE_THOUSAND, sessions, &["write", "press", "m00000"]),
    job(
        "sessions: release",
        UP_TO_FIVE_THOUSAND,
        sessions,
        &["release", "m00000", "--reason", "x"],
    ),
    job("towns: next-host", UP_TO_FIVE_THOUSAND, towns, &["next-host"]),
    job("towns: check", UP_TO_FIVE_THOUSAND, towns, &["check"]),
    job("towns: plan", UP_TO_FIVE_THOUSAND, towns, &["plan", "--count", "4"]),
    job("towns: account", UP_TO_FIVE_THOUSAND, towns, &["account"]),
    job("events: check", UP_TO_TEN_THOUSAND, events, &["check"]),
    job("events: dates", UP_TO_TEN_THOUSAND, events, &["dates"]),
    Job { status: 1, ..job("unknown keys: check", UP_TO_TEN_THOUSAND, unknown_keys, &["check"]) },
    Job { status: 1, ..job("bad values: check", UP_TO_TEN_THOUSAND, bad_values, &["check"]) },
    Job {
        status: 1,
        ..job("bad values: json", UP_TO_TEN_THOUSAND, bad_values, &["check", "--json"])
    },
];

fn main() {
    let words: Vec<String> =
        std::env::args().skip(1).filter(|word| !word.starts_with("--")).collect();
    let is_meant = |job: &&Job| words.iter().all(|word| job.name.contains(word.as_str()));
    tell(&format!("{:26} {:>6} {:>10} {:>9} {:>8}", "", "size", "ms", "µs each", "exponent"));
    let scratch = Path::new(env!("CARGO_TARGET_TMPDIR")).join("bench-command");
    for job in JOBS.iter().filter(is_meant) {
        let mut last: Option<(usize, Duration)> = None;
        for &size in job.sizes {
            let taken = time(job, &scratch, size);
            let exponent = last.map_or_else(String::new, |(before, less)| {
                let larger = taken.as_secs_f64() / less.as_secs_f64();
                format!("{:.2}", larger.ln() / (factor(size) / factor(before)).ln())
            });
            let [name, head] = [job.name, ""].map(|name| format!("{name:26}"));
            let name = if last.is_none() { name } else { head };
            let (ms, each) = (taken.as_secs_f64() * 1e3, taken.as_secs_f64() * 1e6 / factor(size));
            tell(&format!("{name} {size:>6} {ms:>10.1} {each:>9.1} {exponent:>8}"));
            last = Some((size, taken));
            if taken > ENOUGH {
                break;
            }
        }
    }
    // What is left lies below `target/`.
    let _ = fs::remove_dir_all(&scratch);
}

#[expect(clippy::print_stdout, reason = "the table is what this program is for")]
fn tell(line: &str) {
    println!("{line}");
}

#[expect(clippy::cast_precision_loss, reason = "there are never so many")]
fn factor(size: usize) -> f64 {
    size as f64
}

/// How long `job` takes with `size` of what it is given: the fastest of some runs, each in what a
/// fresh workspace was.
fn time(job: &Job, scratch: &Path, size: usize) -> Duration {
    let mut best = Duration::MAX;
    let is_writing = job.command.contains(&"-y");
    for run in 0..RUNS {
        if run == 0 || is_writing {
            // The first time there is none.
            let _ = fs::remove_dir_all(scratch);
            fs::create_dir_all(scratch.join("meetings")).expect("a scratch folder");
            network(scratch);
            (job.generate)(scratch, size);
            if !job.before.is_empty() {
                start(job.before, 0, scratch);
            }
        }
        let begin = Instant::now();
        start(job.command, job.status, scratch);
        best = best.min(begin.elapsed());
        if best > ENOUGH / 10 {
            break;
        }
    }
    best
}

/// # Panics
/// If the program ends with another status.
fn start(command: &[&str], status: i32, folder: &Path) {
    let ended = Command::new(program())
        .args(command)
        .env_clear()
        .env("ERFA_TODAY", "2026-12-01")
        .current_dir(folder)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .expect("the program");
    assert_eq!(ended.code(), Some(status), "{command:?}");
}

/// The program, or the one that `ERFA` names, to compare it with.
#[expect(clippy::disallowed_methods, reason = "this is no part of the program")]
fn program() -> PathBuf {
    std::env::var_os("ERFA")
        .map_or_else(|| PathBuf::from(env!("CARGO_BIN_EXE_erfa")), PathBuf::from)
}

#[expect(clippy::disallowed_methods, reason = "to sync ten thousand files takes minutes")]
fn write(path: PathBuf, text: impl AsRef<[u8]>) {
    fs::write(path, text).expect("a scratch file");
}

/// A network of nine towns with one meeting.
fn network(folder: &Path) {
    let sender = "[sender]\nname = \"A. Muster\"\nmail = \"netz@example.org\"\n";
    write(
        folder.join("network.toml"),
        format!("name = \"Netz\"\nmeeting-name = \"Treffen\"\n{sender}"),
    );
    towns(folder, 9);
    meeting(folder, 0, "");
}

fn towns(folder: &Path, many: usize) {
    let town =
        |number| format!("[[city]]\nid = \"t{number:05}\"\nname = \"Neustadt {number}\"\n\n");
    write(folder.join("cities.toml"), (0..many).map(town).collect::<String>());
}

fn meetings(folder: &Path, many: usize) {
    (0..many).for_each(|number| meeting(folder, number, &session(1)));
}

fn meeting(folder: &Path, number: usize, sessions: &str) {
    let last = chrono::NaiveDate::from_ymd_opt(2027, 3, 2).expect("a day");
    let day = last - chrono::Days::new(number as u64);
    let head =
        format!("title = \"Treffen {number}\"\ndate = {day}\nhosts = [\"t{:05}\"]\n", number % 9);
    let rest = format!("start = \"9:30\"\nplace = \"Rathaus\"\n{sessions}");
    write(folder.join(format!("meetings/m{number:05}.toml")), head + &rest);
}

fn session(number: usize) -> String {
    let person =
        format!("people = [{{ name = \"Vor{number} Nach{number}\", function = \"Leiterin\" }}]");
    format!("\n[[session]]\nkind = \"talk\"\ntitle = \"Programmpunkt {number}\"\n{person}\n")
}

fn sessions(folder: &Path, many: usize) {
    meeting(folder, 0, &(0..many).map(session).collect::<String>());
}

fn contacts(folder: &Path, many: usize) {
    let contact = |number| {
        let name = format!("given-name = \"Vor{number}\"\nfamily-name = \"Nach{number}\"");
        let place = format!("city = \"t{:05}\"\ngroups = [\"everybody\"]", number % 9);
        let mail = format!("mail = \"p{number:05}@example.org\"");
        format!("[[contact]]\nid = \"p{number:05}\"\n{name}\n{place}\n{mail}\n\n")
    };
    write(folder.join("contacts.toml"), (0..many).map(contact).collect::<String>());
}

fn replies(folder: &Path, many: usize) {
    contacts(folder, many);
    let reply = |number| {
        format!("[[reply]]\nperson = \"p{number:05}\"\nanswer = \"yes\"\nreceived = 2026-11-20\n\n")
    };
    fs::create_dir_all(folder.join("replies")).expect("a scratch folder");
    write(folder.join("replies/m00000.toml"), (0..many).map(reply).collect::<String>());
}

/// One half once, one half every month.
fn events(folder: &Path, many: usize) {
    let event = |number: usize| {
        let day = format!("2027{:02}{:02}", number % 12 + 1, number % 28 + 1);
        let rule = if number.is_multiple_of(2) { "" } else { "RRULE:FREQ=MONTHLY;COUNT=30\r\n" };
        let when = format!("DTSTART;VALUE=DATE:{day}\r\n{rule}");
        format!("BEGIN:VEVENT\r\nUID:e{number}\r\n{when}SUMMARY:Termin {number}\r\nEND:VEVENT\r\n")
    };
    let all: String = (0..many).map(event).collect();
    fs::create_dir_all(folder.join("calendar")).expect("a scratch folder");
    let text = format!("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{all}END:VCALENDAR\r\n");
    write(folder.join("calendar/t00001.ics"), text);
}

fn unknown_keys(folder: &Path, many: usize) {
    let keys: Vec<String> = (0..many).map(|number| format!("unknown-{number} = 1\n")).collect();
    let keys = keys.concat();
    write(folder.join("network.toml"), format!("name = \"Netz\"\n{keys}"));
}

fn bad_values(folder: &Path, many: usize) {
    let town = |number| {
        format!(
            "[[city]]\nid = \"t{number:05}\"\nname = \"Neustadt {number}\"\nshare = \"viel\"\n\n"
        )
    };
    write(folder.join("cities.toml"), (0..many.max(9)).map(town).collect::<String>());
}
