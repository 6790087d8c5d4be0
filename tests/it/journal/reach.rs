//! How far back changes can be taken, what `log` says of it, and what is kept of what stays.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;

use super::{MEETING, Story};
use crate::harness::files;

const SKIP: &str = "skip birkenfurt --reason Umbau -y";

impl Story {
    /// What `log` says of the changes, the oldest first: the command, and whether it can be taken back.
    fn reach(self) -> (Self, Vec<(String, bool)>) {
        let (story, said) = self.tell("log --json", 0);
        let changes: Vec<serde_json::Value> = serde_json::from_str(&said).unwrap();
        let reach = |change: &serde_json::Value| {
            (change["command"].as_str().unwrap().to_owned(), change["undoable"].as_bool().unwrap())
        };
        let reach = changes.iter().map(reach).collect();
        (story, reach)
    }

    /// The names of what is kept of the contents of files.
    fn contents(&self) -> Vec<String> {
        let is_content = |path: &std::path::Path| {
            let ending = path.extension().and_then(|ending| ending.to_str());
            matches!(ending, Some("before" | "after"))
        };
        let names = files(&self.path(".erfa/changes"), is_content);
        names.iter().map(|path| path.display().to_string()).collect()
    }
}

#[track_caller]
fn same(reach: &[(String, bool)], expected: &[(&str, bool)]) {
    let reach: Vec<(&str, bool)> = reach.iter().map(|(command, can)| (&**command, *can)).collect();
    assert_eq!(reach, expected);
}

#[test]
fn nothing_goes_back_past_what_went_out() {
    let make = "outbox make save-the-date 2026-10-dornwerder --to mayor -y";
    for (sent, command) in [
        ("outbox pipe --expect 2 -- tee", "outbox pipe"),
        ("outbox settle 2026-10-dornwerder/1-save-the-date --as sent -y", "outbox settle"),
    ] {
        let (story, reach) = Story::new().call(SKIP).call(make).reach();
        same(&reach, &[("skip", true), ("outbox make", true)]);
        assert!(!story.contents().is_empty());
        let (story, reach) = story.call(sent).reach();
        same(&reach, &[("skip", false), ("outbox make", false), (command, false)]);
        assert_eq!(story.contents(), Vec::<String>::new());
        let before = story.all();
        let (story, said) = story.tell("undo --yes", 1);
        assert!(said.contains(&format!("error[final-change]: `erfa {command}` of")), "{said}");
        assert_eq!(story.all(), before);
        // What comes after it goes back.
        let story = story.call("skip tannbrueck --reason Umbau -y").call("undo --yes");
        assert_eq!(story.all(), before);
        assert_eq!(story.contents(), Vec::<String>::new());
    }
}

#[test]
fn that_nothing_went_out_shuts_no_way() {
    let make = "outbox make save-the-date 2026-10-dornwerder --to mayor -y";
    let story = Story::new().call(SKIP).call(make);
    let refuse = story.path("refuse");
    fs::write(&refuse, "cat > /dev/null; exit 67").unwrap();
    let send = format!("outbox pipe --expect 2 -- sh {}", refuse.display());
    let (story, said) = story.tell(&send, 3);
    assert!(said.contains("Sent: 0 of 2 mails; 2 refused."), "{said}");
    let (_, reach) = story.reach();
    same(&reach, &[("skip", true), ("outbox make", true)]);
}

#[test]
fn a_meeting_that_people_were_invited_to_stays_so() {
    let story = Story::new()
        .call(&format!("outbox make invitation {MEETING} --to all -y"))
        .call(&format!("outbox settle {MEETING}/1-invitation --as sent -y"));
    let invited = fs::read_to_string(story.path(&format!("meetings/{MEETING}.toml"))).unwrap();
    assert!(invited.contains("status = \"invited\""), "{invited}");
    let (story, reach) = story.reach();
    same(&reach, &[("outbox make", false), ("outbox settle", false)]);
    let (story, said) = story.tell("undo --yes", 1);
    assert!(said.contains("error[final-change]"), "{said}");
    let path = story.path(&format!("meetings/{MEETING}.toml"));
    assert_eq!(fs::read_to_string(path).unwrap(), invited);
}

/// As a run leaves it that was killed before it could say so in the journal.
#[test]
fn mails_that_went_out_are_not_made_undone() {
    let story = Story::new()
        .call(SKIP)
        .call("outbox make save-the-date 2026-10-dornwerder --to mayor -y")
        .call("outbox settle 2026-10-dornwerder/1-save-the-date --as sent -y");
    fs::remove_dir_all(story.path(".erfa/changes/000003")).unwrap();
    let (story, reach) = story.reach();
    same(&reach, &[("skip", false), ("outbox make", false)]);
    let (_, said) = story.tell("undo --yes", 1);
    assert!(!said.contains("Taken back"), "{said}");
}

#[test]
fn what_somebody_changed_since_is_not_called_undoable() {
    let story = Story::new().call(SKIP).call("set birkenfurt note Umbau -y").call(SKIP_MORE);
    let (story, reach) = story.reach();
    same(&reach, &[("skip", true), ("set", true), ("skip", true)]);
    let cities = story.path("cities.toml");
    let words = fs::read_to_string(&cities).unwrap();
    fs::write(&cities, format!("{words}# Von Hand.\n")).unwrap();
    let (story, reach) = story.reach();
    same(&reach, &[("skip", false), ("set", false), ("skip", true)]);
    fs::write(&cities, words).unwrap();
    fs::remove_file(story.path("rotation.toml")).unwrap();
    let (_, reach) = story.reach();
    same(&reach, &[("skip", false), ("set", false), ("skip", false)]);
}

const SKIP_MORE: &str = "skip tannbrueck --reason Umbau -y";

#[test]
fn where_nothing_is_kept_nothing_is_promised() {
    let mut story = Story::new();
    let network = story.path("network.toml");
    let words = fs::read_to_string(&network).unwrap();
    fs::write(&network, words.replace("\nkeep = 50 ", "\nkeep = 0 ")).unwrap();
    for (command, expected) in [
        ("set birkenfurt note Umbau -y", "Changed.\n"),
        ("new --date 2028-03-07 --host birkenfurt -y", "Made.\n"),
    ] {
        let (again, said) = story.tell(command, 0);
        story = again;
        assert!(said.contains(expected) && !said.contains("erfa undo"), "{said}");
    }
    let (_, said) = story.tell("log --format text", 0);
    assert!(said.starts_with("Es wird nichts aufgehoben; so steht es unter `[journal]`"), "{said}");
}

#[test]
fn a_purge_leaves_no_contents_of_what_can_never_come_back() {
    let story = Story::new()
        .call("replies set veit-salzwinkel no --meeting 2026-03-17-birkenfurt --note Urlaub -y")
        .call("set ole-tannhauer phone 0999123 -y")
        .call("undo --yes")
        .call("set ole-tannhauer phone 0999124 -y");
    // What is undone is gone at once, beside that it was.
    let held = |story: &Story, words: &str| {
        files(&story.path(".erfa"), |_| true)
            .iter()
            .any(|path| String::from_utf8_lossy(&fs::read(path).unwrap()).contains(words))
    };
    assert!(!held(&story, "0999123") && held(&story, "0999124"));
    let story = story.call("privacy purge --before 2026-11-01 -y");
    assert!(!held(&story, "0999124") && !held(&story, "Tannh"));
    assert_eq!(story.contents(), Vec::<String>::new());
    let (_, reach) = story.reach();
    same(&reach, &[("set", false), ("set", false), ("privacy purge", false)]);
}

/// Words that stand nowhere else are no contents of a change.
#[test]
fn late_words_outlive_what_stays() {
    use std::io::Write as _;

    let story = Story::new();
    let mut editor = fs::File::options().append(true).open(story.path("rotation.toml")).unwrap();
    let story = story.call(SKIP);
    writeln!(editor, "# a late thought").unwrap();
    let (story, said) = story
        .call("outbox make save-the-date 2026-10-dornwerder --to mayor -y")
        .tell("outbox discard 2026-10-dornwerder/1-save-the-date -y", 0);
    assert!(!said.contains("went on"), "{said}");
    let kept = fs::read_to_string(story.path(".erfa/changes/000001/0.before")).unwrap();
    assert!(kept.ends_with("# a late thought\n"), "{kept}");
    assert_eq!(story.contents().len(), 1);
}

#[test]
fn a_new_file_about_people_is_for_those_it_is_meant_for() {
    for (folder, file) in [(0o755, 0o600), (0o750, 0o640), (0o770, 0o660), (0o700, 0o600)] {
        let story = Story::new();
        let path = story.path(&format!("replies/{MEETING}.toml"));
        fs::remove_file(&path).unwrap();
        let replies = story.path("replies");
        fs::set_permissions(&replies, fs::Permissions::from_mode(folder)).unwrap();
        let _story = story.call(&format!("replies set hanna-eichbaum yes {MEETING} -y"));
        let mode = fs::metadata(&path).unwrap().permissions().mode() & 0o777;
        // The user's mask may take more away.
        assert_eq!(mode & !file, 0, "{folder:o}: {mode:o}");
        assert_eq!(mode & 0o600, 0o600, "{folder:o}: {mode:o}");
    }
}
