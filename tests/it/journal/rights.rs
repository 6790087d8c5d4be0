//! What belongs to files, what is kept of changes and for how long.

use std::fs;
use std::os::unix::fs::{PermissionsExt as _, symlink};
use std::process::Stdio;

use super::Story;
use crate::harness::Test;

const SKIP: &str = "skip birkenfurt --reason Umbau -y";
const SKIP_BACK: &str = "skip birkenfurt --undo -y";

#[test]
fn a_file_that_went_comes_back_as_private_as_it_was() {
    let story = Story::new();
    fs::remove_file(story.path("rotation.toml")).ok();
    let story = story.call(SKIP);
    let path = story.path("rotation.toml");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).unwrap();
    let (story, _) = story.tell(SKIP_BACK, 0);
    assert!(!path.exists());
    let _story = story.call("undo --yes");
    assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
}

#[test]
fn what_a_link_beside_it_leads_to_can_be_emptied() {
    let story = Story::new();
    fs::remove_file(story.path("rotation.toml")).ok();
    let story = story.call(SKIP);
    let path = story.path("rotation.toml");
    let words = fs::read_to_string(&path).unwrap();
    fs::rename(&path, story.path("shared.toml")).unwrap();
    symlink("shared.toml", &path).unwrap();
    let story = story.call(SKIP_BACK).call("undo --yes");
    assert_eq!(fs::read_to_string(story.path("rotation.toml")).unwrap(), words);
}

#[test]
fn a_day_in_the_future_drops_no_change() {
    let story = Story::new().call(SKIP);
    let story = story.call("--today 2035-01-01 skip tannbrueck --reason Umbau -y");
    let (_, said) = story.tell("log --json", 0);
    assert_eq!(said.matches("\"number\"").count(), 2, "{said}");
}

#[test]
fn nothing_is_called_undoable_that_lies_before_what_is_not() {
    let story = Story::new()
        .call("outbox make invitation 2027-04-20-eschenquell --to all -y")
        .call(SKIP)
        .call("outbox discard -y 2027-04-20-eschenquell/1-invitation")
        .call("skip tannbrueck --reason Umbau -y");
    let (_, said) = story.tell("log --json", 0);
    assert_eq!(said.matches("\"undoable\": true").count(), 1, "{said}");
    assert_eq!(said.matches("\"undoable\": false").count(), 3, "{said}");
}

#[test]
fn the_first_two_that_write_wait_for_each_other() {
    for _ in 0..4 {
        let Story(test) = Story::new();
        let begin = |test: Test| {
            let mut command = test.command();
            let run = command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
            (run, test)
        };
        let (first, test) = begin(test.command_line(SKIP));
        let (second, test) = begin(test.command_line("skip tannbrueck --reason Umbau -y"));
        for run in [first, second] {
            let output = run.wait_with_output().unwrap();
            let said = String::from_utf8(output.stderr).unwrap();
            assert_eq!(output.status.code(), Some(0), "{said}");
        }
        let words = fs::read_to_string(test.folder().join("rotation.toml")).unwrap();
        assert!(words.contains("birkenfurt") && words.contains("tannbrueck"), "{words}");
    }
}

#[test]
fn a_purge_takes_what_nobody_can_read_from_the_journal() {
    let story = Story::new()
        .call("replies set veit-salzwinkel no --meeting 2026-03-17-birkenfurt --note Urlaub -y");
    let journal = story.path(".erfa");
    fs::write(journal.join("changes/000001/entry"), "cut o").unwrap();
    fs::create_dir(journal.join(".erfa-1-elsewhere-1")).unwrap();
    fs::write(journal.join(".erfa-1-elsewhere-1/0.after"), "veit").unwrap();
    let _story = story.call("privacy purge --before 2026-11-01 -y");
    let kept = fs::read_to_string(journal.join("changes/000001/entry")).unwrap();
    assert!(kept.contains("command privacy purge"), "{kept}");
    assert!(!journal.join(".erfa-1-elsewhere-1").exists());
}

#[test]
fn whoever_has_further_names_for_a_file_hears_that_they_stay_behind() {
    let story = Story::new();
    let other = story.path("meetings/2027-04-20-eschenquell.toml");
    fs::hard_link(&other, story.path("other-name")).unwrap();
    let (story, said) = story.tell("set 2027-04-20-eschenquell start 9:21 -y", 0);
    assert!(said.contains("has further names (hard links)"), "{said}");
    assert!(!fs::read_to_string(story.path("other-name")).unwrap().contains("9:21"));
    // The names have parted: that is said once.
    let (_, said) = story.tell("set 2027-04-20-eschenquell start 9:22 -y", 0);
    assert!(!said.contains("further names"), "{said}");
}
