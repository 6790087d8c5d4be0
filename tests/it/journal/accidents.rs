//! What happens to a journal and to the files that it names, by accident and on purpose.

use std::fs;

use proptest::prelude::*;
use proptest::test_runner::{RngSeed, TestRunner};

use super::{MEETING, Story};
use crate::fuzz::{changed, changes, fault, number};
use crate::harness::Test;

const SKIP: &str = "skip birkenfurt --reason Umbau -y";
const MORE: &str = "skip tannbrueck --reason Umbau -y";

#[test]
fn a_workspace_that_was_taken_back_still_tells_so() {
    let story = Story(Test::new("")).call("init -y").call("undo --yes");
    assert_eq!(story.all().len(), 0);
    let (story, said) = story.tell("log --json", 0);
    assert!(
        said.contains("\"command\": \"init\"") && said.contains("\"taken-back\": true"),
        "{said}"
    );
    assert!(!said.contains("built-in"), "{said}");
    let (story, said) = story.tell("undo --yes", 1);
    assert!(said.contains("error[nothing-to-take-back]"), "{said}");
    let _story = story.call("init -y");
}

#[test]
fn a_folder_in_the_place_of_a_file_stays_and_stops_nobody() {
    let swap = format!("swap {MEETING} 2027-06-09-lindenwehr --reason Umbau -y");
    let story = Story::new().call(&swap);
    let name = format!("meetings/{MEETING}.toml");
    let path = story.path(&name);
    fs::remove_file(&path).unwrap();
    fs::create_dir_all(path.join("within")).unwrap();
    let (story, said) = story.tell("undo --yes", 1);
    assert!(said.contains(&format!("error[changed-since]: `{name}`")), "{said}");
    fs::rename(story.path(".erfa/changes/000001"), story.path(".erfa/open")).unwrap();
    let (story, said) = story.tell("held -y 2026-03-17-birkenfurt", 0);
    assert!(said.contains(&format!("what somebody has changed since stays: `{name}`.")), "{said}");
    assert!(path.join("within").exists() && !story.path(".erfa/open").exists());
}

#[test]
fn who_only_looks_leaves_what_was_interrupted() {
    let story = Story::new().call(SKIP);
    let open = story.path(".erfa/open");
    fs::rename(story.path(".erfa/changes/000001"), &open).unwrap();
    let unfinished = "was interrupted and is unfinished";
    let (story, said) = story.tell(&format!("{MORE} --dry-run"), 0);
    assert_eq!(said.matches(unfinished).count(), 1, "{said}");
    let (story, said) = story.tell("undo --dry-run", 1);
    assert_eq!(said.matches(unfinished).count(), 1, "{said}");
    let (story, said) = story.tell("log", 0);
    assert_eq!(said.matches(unfinished).count(), 1, "{said}");
    assert!(open.exists());
    let (_story, said) = story.tell(MORE, 0);
    assert!(said.contains("had been interrupted and is finished now"), "{said}");
    assert!(!open.exists());
}

#[test]
fn folders_that_were_made_for_mails_go_with_them() {
    let make = format!("outbox make invitation {MEETING} --to all -y");
    let story = Story::new();
    let folder = story.path(&format!("outbox/{MEETING}"));
    assert!(!folder.exists());
    let story = story.call(&make);
    assert!(folder.exists());
    let _story = story.call("undo --yes");
    assert!(!folder.exists());
}

/// An editor that keeps its file open writes into what the file was, not into what it is.
#[test]
#[cfg(unix)]
fn what_is_written_into_a_replaced_file_is_told_once() {
    use std::io::Write as _;

    let story = Story::new();
    let rotation = story.path("rotation.toml");
    let mut editor = fs::File::options().append(true).open(&rotation).unwrap();
    // A clock that goes wrong is nobody who writes.
    let now = editor.metadata().unwrap().modified().unwrap();
    let ahead = now + std::time::Duration::from_hours(1);
    editor.set_modified(ahead).unwrap();
    let late = "Somebody went on writing into `rotation.toml` when it had been replaced already; \
                these words stand only in `.erfa/changes/000001/0.before`.";
    let (story, said) = story.tell(SKIP, 0);
    assert!(!said.contains("went on"), "{said}");
    let (story, said) = story.tell("held -y 2026-03-17-birkenfurt", 0);
    assert!(!said.contains("went on"), "{said}");
    writeln!(editor, "# a late thought").unwrap();
    let (story, said) = story.tell(MORE, 0);
    assert_eq!(said.matches(late).count(), 1, "{said}");
    assert!(!fs::read_to_string(&rotation).unwrap().contains("late thought"));
    let kept = fs::read_to_string(story.path(".erfa/changes/000001/0.before")).unwrap();
    assert!(kept.ends_with("# a late thought\n"), "{kept}");
    let (_story, said) = story.tell("skip birkenfurt --undo -y", 0);
    assert!(!said.contains("went on"), "{said}");
}

#[test]
#[cfg(unix)]
fn what_was_made_for_mails_that_never_came_goes() {
    use std::os::unix::fs::PermissionsExt as _;

    let allow = |path: &std::path::Path, mode| {
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    };
    let story = Story::new();
    let (outbox, ledger) = (story.path("outbox"), story.path("outbox/ledger.txt"));
    let meeting = story.path(&format!("outbox/{MEETING}"));
    // As if it had been killed before the run, or the first entry, was there.
    fs::create_dir_all(&meeting).unwrap();
    allow(&outbox, 0o700);
    allow(&meeting, 0o700);
    let story = story.call(SKIP);
    assert!(!outbox.exists());

    // What somebody made otherwise, or put something into, stays.
    fs::create_dir_all(&meeting).unwrap();
    fs::write(&ledger, "").unwrap();
    allow(&outbox, 0o750);
    allow(&meeting, 0o755);
    let story = story.call(MORE);
    assert!(meeting.exists() && !ledger.exists());
    allow(&meeting, 0o700);
    fs::write(meeting.join("note.txt"), "").unwrap();
    fs::write(&ledger, "2027-01-05T12:00:00+01:00 discarded a/1-b\n").unwrap();
    let _story = story.call("skip birkenfurt --undo -y");
    assert!(meeting.join("note.txt").exists() && ledger.exists());
}

#[test]
fn what_cannot_be_taken_back_is_listed_once_however_it_was_interrupted() {
    let run = format!("{MEETING}/1-invitation");
    let story = Story::new()
        .call(&format!("outbox make invitation {MEETING} --to all -y"))
        .call(&format!("outbox discard -y {run}"));
    // As if it had been killed between its two last steps.
    let open = story.path(".erfa/open");
    fs::create_dir(&open).unwrap();
    fs::copy(story.path(".erfa/changes/000002/entry"), open.join("entry")).unwrap();
    fs::copy(story.path("outbox/ledger.txt"), open.join("0.after")).unwrap();
    fs::write(open.join("0.before"), "").unwrap();
    let (story, said) = story.tell(SKIP, 0);
    assert!(
        said.contains("`erfa outbox discard` had been interrupted and is finished now."),
        "{said}"
    );
    let (_, said) = story.tell("log --json", 0);
    assert_eq!(said.matches("outbox discard").count(), 1, "{said}");
}

#[test]
fn what_nobody_can_read_is_not_passed_over_and_goes_with_its_time() {
    let story = Story::new().call(SKIP).call(MORE);
    fs::write(story.path(".erfa/changes/000002/entry"), "?").unwrap();
    let before = story.all();
    let (story, said) = story.tell("undo --yes", 1);
    assert!(said.contains("error[unreadable-change]"), "{said}");
    assert!(said.contains("`.erfa/changes/000002`"), "{said}");
    assert_eq!(story.all(), before);
    let network = story.path("network.toml");
    let words = fs::read_to_string(&network).unwrap();
    assert!(words.contains("keep = 50"), "{words}");
    fs::write(network, words.replace("keep = 50", "keep = 1")).unwrap();
    let story = story.call("skip birkenfurt --undo -y");
    let kept = fs::read_dir(story.path(".erfa/changes")).unwrap().count();
    assert_eq!(kept, 1);
}

#[test]
fn what_cannot_be_written_is_not_shown() {
    let story = Story::new();
    fs::write(story.path(".erfa"), "").unwrap();
    let (_, said) = story.tell(SKIP, 3);
    assert!(said.contains("cannot write") && !said.contains("reason = "), "{said}");
}

#[test]
fn the_highest_number_is_no_end() {
    let story = Story::new().call(SKIP);
    fs::create_dir(story.path(".erfa/changes/999999999")).unwrap();
    let story = story.call(MORE).call("skip birkenfurt --undo -y").call(SKIP);
    let (_, said) = story.tell("log --json", 0);
    assert_eq!(said.matches("\"number\"").count(), 4, "{said}");
}

#[test]
fn no_entry_brings_it_down_or_leads_out_of_the_workspace() {
    let mut runner = TestRunner::new(ProptestConfig {
        cases: u32::try_from(number("ERFA_FUZZ_CASES", 40) / 2).unwrap(),
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(number("ERFA_FUZZ_SEED", 1)),
        max_shrink_iters: 50,
        ..ProptestConfig::default()
    });
    let kinds = ["changed", "made", "made-private", "removed", "made-folder", "removed-folder"];
    let paths =
        ["cities.toml", "meetings", "new/a.toml", "../beside", ".git/config", "rotation.toml"];
    let line = (prop::sample::select(kinds.to_vec()), prop::sample::select(paths.to_vec()))
        .prop_map(|(kind, path)| format!("{kind} {path}\n"));
    let lines = prop::collection::vec(line, 0..4).prop_map(|lines| lines.concat());
    let unfinished = any::<bool>();
    let judged = runner.run(&(lines, changes(), unfinished), |(lines, changes, is_unfinished)| {
        let story = Story::new().call(SKIP);
        let beside = story.path("../beside");
        fs::write(&beside, "").unwrap();
        fs::create_dir(story.path(".git")).unwrap();
        fs::write(story.path(".git/config"), "").unwrap();
        let folder = story.path(".erfa/changes/000001");
        let words = fs::read_to_string(folder.join("entry")).unwrap();
        let (head, steps) = words.split_once("undo yes\n").unwrap();
        // What tells this folder from others stays as it is: else nothing of it is followed.
        let steps = changed(format!("{lines}{steps}").into_bytes(), &changes);
        fs::write(folder.join("entry"), [head.as_bytes(), b"undo yes\n", &steps].concat()).unwrap();
        let mut command = "undo --yes";
        if is_unfinished {
            fs::rename(folder, story.path(".erfa/open")).unwrap();
            command = MORE;
        }
        let Story(test) = story;
        let test = test.command_line(command);
        let found = fault(&test);
        let shown = String::from_utf8_lossy(&steps);
        prop_assert!(found.is_none(), "{command}: {found:?}\n{shown}");
        let is_there = [test.folder().join(".git/config"), beside].iter().all(|it| it.exists());
        prop_assert!(is_there, "{command}\n{shown}");
        Ok(())
    });
    judged.unwrap();
}

#[test]
fn a_change_that_nobody_can_read_is_not_passed_over() {
    let story = Story::new().call(SKIP).call(MORE);
    let entry = story.path(".erfa/changes/000001/entry");
    let text = fs::read_to_string(&entry).unwrap();
    fs::write(&entry, text.replace("\nend", "\n")).unwrap();
    let (_story, said) = story.tell("log", 0);
    assert!(said.contains("rotation.toml"), "{said}");
    assert!(said.contains("error[unreadable-change]") && said.contains("000001"), "{said}");
}
