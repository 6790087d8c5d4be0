//! The journal: what was interrupted is put in order, and what was changed is taken back.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Output, Stdio};

use crate::harness::{Test, files};

mod accidents;
#[cfg(unix)]
mod answers;
#[cfg(unix)]
mod delivered;
#[cfg(unix)]
mod reach;
#[cfg(unix)]
mod rights;

const MEETING: &str = "2027-04-20-eschenquell";

/// A workspace in which one command after the other is called.
struct Story(Test);

impl Story {
    fn new() -> Self {
        Self(Test::new("").workspace("examples/netzwerk-flusstal"))
    }

    /// Calls a command, which must end like this, and gives what it says on standard error.
    #[track_caller]
    fn tell(self, command: &str, status: i32) -> (Self, String) {
        let test = self.0.command_line(command);
        let Output { status: ended, stdout, stderr } = test.command().output().unwrap();
        let said = [stdout, stderr].map(|bytes| String::from_utf8(bytes).unwrap());
        assert_eq!(ended.code(), Some(status), "{command}\n{}\n{}", said[0], said[1]);
        (Self(test), said.concat())
    }

    #[track_caller]
    fn call(self, command: &str) -> Self {
        self.tell(command, 0).0
    }

    fn path(&self, path: &str) -> std::path::PathBuf {
        self.0.folder().join(path)
    }

    /// All files but those of the journal.
    fn all(&self) -> BTreeMap<String, Vec<u8>> {
        let root = self.0.folder();
        let name = |path: &Path| path.strip_prefix(&root).unwrap().to_str().unwrap().to_owned();
        files(&root, |path| !path.to_str().unwrap().contains("/.erfa/"))
            .into_iter()
            .map(|path| (name(&path), fs::read(&path).unwrap()))
            .collect()
    }
}

#[test]
fn changes_are_taken_back_one_after_the_other_to_the_very_bytes() {
    let mut story = Story::new();
    let mut states = vec![story.all()];
    for command in [
        "skip birkenfurt --reason Umbau -y",
        "swap 2027-04-20-eschenquell 2027-06-09-lindenwehr --reason Umbau -y",
        "new --date 2028-03-07 --host birkenfurt -y",
        "release 2027-06-09-lindenwehr --reason Versand -y",
        "plan --count 3 --save -y",
    ] {
        story = story.call(command);
        states.push(story.all());
    }
    states.pop();
    for before in states.into_iter().rev() {
        let (again, said) = story.tell("undo", 1);
        assert!(said.contains("[unasked]"), "{said}");
        story = again.call("undo --yes");
        assert_eq!(story.all(), before);
    }
    let (story, said) = story.tell("undo --yes", 1);
    assert!(said.contains("nothing-to-take-back"), "{said}");
    let (_, said) = story.tell("log --json", 0);
    assert_eq!(said.matches("\"taken-back\": true").count(), 5, "{said}");
}

#[test]
fn what_somebody_changed_since_stays() {
    let story = Story::new().call("skip birkenfurt --reason Umbau -y");
    let path = story.path("rotation.toml");
    let words = fs::read_to_string(&path).unwrap() + "# Von Hand.\n";
    fs::write(&path, &words).unwrap();
    let (_story, said) = story.tell("undo --yes", 1);
    assert!(said.contains("error[changed-since]: `rotation.toml`"), "{said}");
    assert_eq!(fs::read_to_string(&path).unwrap(), words);
}

#[test]
fn mails_whose_making_is_taken_back_leave_their_number_and_version_behind() {
    let make = format!("outbox make invitation {MEETING} --to all -y");
    let story = Story::new();
    let before = story.all();
    let story = story.call(&make).call("undo --yes");
    let mut after = story.all();
    after.retain(|name, _| !name.starts_with("outbox/"));
    assert_eq!(after, before);
    let (story, said) = story.tell(&make, 0);
    assert!(said.contains("Version 2 given out"), "{said}");
    assert!(said.contains("/2-invitation/"), "{said}");
    // What has gone out stays.
    let run = format!("{MEETING}/2-invitation");
    let story = story.call(&format!("outbox settle -y {run} --as sent"));
    let (story, said) = story.tell("undo --yes", 1);
    assert!(said.contains("error[final-change]: `erfa outbox settle` of"), "{said}");
    let (_, said) = story.tell("outbox list --format text", 0);
    assert!(said.contains("2-invitation") && !said.contains("1-invitation"), "{said}");
}

#[test]
fn what_was_purged_is_in_no_journal() {
    let held = "2026-03-17-birkenfurt";
    let story = Story::new()
        .call(&format!("replies set veit-salzwinkel no --meeting {held} --note Urlaub -y"))
        .call("skip birkenfurt --reason Umbau -y")
        .call("privacy purge --before 2026-11-01 -y");
    for path in files(&story.path(".erfa"), |_| true) {
        let words = fs::read_to_string(&path).unwrap();
        assert!(!words.contains("Urlaub") && !words.contains("veit"), "{}", path.display());
    }
    let (story, said) = story.tell("undo --yes", 1);
    assert!(said.contains("error[final-change]: `erfa privacy purge`"), "{said}");
    let (_, said) = story.tell("log --format text", 0);
    assert!(said.contains("skip") && !said.contains("replies set"), "{said}");
}

#[test]
fn what_was_interrupted_is_told_by_readers_and_finished_by_writers() {
    let swap = "swap 2027-04-20-eschenquell 2027-06-09-lindenwehr --reason Umbau -y";
    let story = Story::new();
    let before = story.all();
    let story = story.call(swap);
    let after = story.all();
    // As if it had been killed after the first file: the others are as they were.
    let journal = story.path(".erfa");
    let interrupt = |first: &str| {
        fs::rename(journal.join("changes/000001"), journal.join("open")).unwrap();
        for (name, words) in before.iter().filter(|(name, _)| name.as_str() != first) {
            fs::write(story.path(name), words).unwrap();
        }
    };
    let first = "meetings/2027-04-20-eschenquell.toml";
    interrupt(first);
    fs::write(journal.join(format!(".erfa-{}-elsewhere-1", i32::MAX)), "").unwrap();
    let (story, said) = story.tell("cities", 0);
    assert!(said.contains("`erfa swap` was interrupted and is unfinished"), "{said}");
    assert!(journal.join("open").exists());
    let (story, said) = story.tell("held -y 2026-03-17-birkenfurt", 0);
    assert!(said.contains("`erfa swap` had been interrupted and is finished now."), "{said}");
    assert_eq!(story.all(), after);
    assert!(!journal.join("open").exists());
}

#[test]
fn who_waits_for_another_run_says_so_and_reads_what_that_one_wrote() {
    let Story(test) = Story::new().call("skip birkenfurt --reason Umbau -y");
    let lock = fs::File::options().write(true).open(test.folder().join(".erfa/lock")).unwrap();
    lock.lock().unwrap();
    let test = test.command_line("skip tannbrueck --reason Umbau -y");
    let run = test.command().stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
    let path = test.folder().join("rotation.toml");
    let words = fs::read_to_string(&path).unwrap() + "# Von Hand.\n";
    std::thread::sleep(std::time::Duration::from_millis(300));
    fs::write(&path, &words).unwrap();
    lock.unlock().unwrap();
    let output = run.wait_with_output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.starts_with("Another erfa is writing here, since "), "{said}");
    assert_eq!(output.status.code(), Some(0), "{said}");
    let words = fs::read_to_string(&path).unwrap();
    assert!(words.contains("tannbrueck") && words.contains("# Von Hand."), "{words}");
}
