//! Workspaces that others packed: what their journals say is not done here.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;

use super::Story;

const SKIP: &str = "skip birkenfurt --reason Umbau -y";

impl Story {
    /// A workspace with one change, which somebody says to be made of these steps.
    fn with_change(steps: &str) -> Self {
        let story = Self::new().call(SKIP);
        let entry = story.path(".erfa/changes/000001/entry");
        let words = fs::read_to_string(&entry).unwrap();
        let (head, _) = words.split_once("undo yes\n").unwrap();
        fs::write(&entry, format!("{head}undo yes\n{steps}\nend\n")).unwrap();
        story
    }

    /// The same as it comes out of an archive.
    fn packed(self) -> Self {
        let [journal, old] = [".erfa", "old"].map(|name| self.path(name));
        fs::rename(&journal, &old).unwrap();
        copy(&old, &journal);
        fs::remove_dir_all(old).unwrap();
        self
    }

    /// The same as if the change had been interrupted.
    fn interrupted(self) -> Self {
        fs::rename(self.path(".erfa/changes/000001"), self.path(".erfa/open")).unwrap();
        self
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir(to).unwrap();
    for entry in fs::read_dir(from).unwrap().flatten() {
        let to = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &to);
        } else {
            fs::copy(entry.path(), to).unwrap();
        }
    }
}

#[test]
fn what_was_packed_unfinished_is_only_told() {
    let story = Story::with_change("removed cities.toml").packed().interrupted();
    let before = story.all();
    let (story, said) = story.tell(SKIP, 1);
    assert!(said.contains("error[foreign-change]"), "{said}");
    let (story, said) = story.tell("undo --yes", 1);
    assert!(said.contains("error[foreign-change]"), "{said}");
    let (story, said) = story.tell("cities", 0);
    assert!(said.contains("is unfinished on the machine"), "{said}");
    assert_eq!(story.all(), before);
}

#[test]
fn what_was_packed_is_not_taken_back() {
    let story = Story::new().call(SKIP).packed();
    let before = story.all();
    let (story, said) = story.tell("undo --yes", 1);
    assert!(said.contains("error[copied-change]: `erfa skip` of"), "{said}");
    assert_eq!(story.all(), before);
    let (_, said) = story.tell("log --json", 0);
    assert!(said.contains("\"undoable\": false"), "{said}");
}

#[test]
fn a_hidden_file_is_no_file_of_a_workspace() {
    for step in ["removed .git/config", "removed-folder .erfa", "made a/.profile"] {
        let story = Story::with_change(step).interrupted();
        let (_, said) = story.tell(SKIP, 1);
        assert!(said.contains("error[unreadable-change]"), "{step}: {said}");
    }
}

#[test]
fn no_part_of_a_journal_is_a_link() {
    for part in ["", "changes", "open", "back"] {
        let story = Story::new();
        let outside = tempfile::tempdir().unwrap();
        let journal = story.path(".erfa");
        if part.is_empty() {
            symlink(outside.path(), &journal).unwrap();
        } else {
            fs::create_dir(&journal).unwrap();
            fs::write(journal.join("lock"), "").unwrap();
            symlink(outside.path(), journal.join(part)).unwrap();
        }
        let before = story.all();
        let (story, said) = story.tell(SKIP, 3);
        assert!(said.contains("it is a link; a folder belongs there"), "{part}: {said}");
        assert_eq!(story.all(), before);
        assert_eq!(fs::read_dir(outside.path()).unwrap().count(), 0, "{part}");
    }
}

#[test]
fn no_content_is_a_link() {
    let story = Story::new().call(SKIP);
    let secret = tempfile::NamedTempFile::new().unwrap();
    let after = story.path(".erfa/changes/000001");
    let after = fs::read_dir(after).unwrap().flatten().map(|it| it.path());
    let after =
        after.into_iter().find(|it| it.extension().is_some_and(|it| it == "after")).unwrap();
    fs::remove_file(&after).unwrap();
    symlink(secret.path(), &after).unwrap();
    let before = story.all();
    let (story, said) = story.tell("undo --yes", 1);
    assert!(said.contains("error[unreadable-change]"), "{said}");
    assert_eq!(story.all(), before);
}

#[test]
fn without_its_old_content_no_file_goes() {
    let mut story = Story::new().call("held -y 2026-03-17-birkenfurt");
    let mut changed = "swap 2027-04-20-eschenquell 2027-06-09-lindenwehr --reason Umbau -y";
    for _ in 0..2 {
        story = story.call(changed);
        changed = SKIP;
        let newest = fs::read_dir(story.path(".erfa/changes")).unwrap().flatten();
        let newest = newest.map(|it| it.path()).max().unwrap();
        let old = fs::read_dir(newest).unwrap().flatten().map(|it| it.path());
        for old in old.filter(|it| it.extension().is_some_and(|it| it == "before")) {
            fs::remove_file(old).unwrap();
            let before = story.all();
            let (again, said) = story.tell("undo --yes", 1);
            assert!(said.contains("error[unreadable-change]"), "{said}");
            assert_eq!(again.all(), before);
            story = again;
        }
    }
}

#[test]
fn numbers_that_nobody_gave_stop_nothing() {
    let story = Story::new().call(SKIP);
    for name in ["18446744073709551615", "+5", "7", "000999-undone-undone"] {
        fs::create_dir(story.path(".erfa/changes").join(name)).unwrap();
    }
    let story = story.call("skip tannbrueck --reason Umbau -y").call("undo --yes");
    let (_, said) = story.tell("log --json", 0);
    assert_eq!(said.matches("\"number\"").count(), 2, "{said}");
}

#[test]
fn files_that_claim_to_be_huge_are_refused() {
    let story = Story::new().call(SKIP).interrupted();
    let entry = fs::File::options().write(true).open(story.path(".erfa/open/entry")).unwrap();
    // It takes no room.
    entry.set_len(8 << 40).unwrap();
    let (story, said) = story.tell("cities", 0);
    assert!(said.contains("A change was interrupted"), "{said}");
    let (_, said) = story.tell(SKIP, 1);
    assert!(said.contains("error[unreadable-change]"), "{said}");
}
