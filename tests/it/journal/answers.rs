//! Answers that replace others in a folder: all of them, or none.

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;

use super::{MEETING, Story};

/// What the files in a folder hold, hidden ones too.
fn held(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = fs::read_dir(folder).unwrap().map(Result::unwrap);
    entries
        .map(|entry| (entry.file_name().into_string().unwrap(), fs::read(entry.path()).unwrap()))
        .collect()
}

#[test]
fn they_leave_no_journal_and_are_no_change_of_the_workspace() {
    for folder in ["print", ".print", "../print"] {
        let all = format!("programme {MEETING} --all {folder}");
        let story = Story::new()
            .call(&all)
            .call("swap 2027-04-20-eschenquell 2027-06-09-lindenwehr --reason Umbau -y");
        let place = story.path(folder);
        fs::write(place.join("notes.md"), "mine").unwrap();
        let before = held(&place);
        let mut story = story.call(&all);
        let after = held(&place);
        assert!(before.keys().eq(after.keys()), "{:?}", after.keys());
        let is_new = |(name, words): &(&String, &Vec<u8>)| after[*name] != **words;
        assert!(before.iter().filter(is_new).count() > 5);
        assert_eq!(after["notes.md"], b"mine");
        let (again, said) = story.tell("log", 0);
        assert!(said.contains("swap") && !said.contains("programme"), "{said}");
        story = again.call("undo --yes");
        assert_eq!(held(&place), after);
        drop(story);
    }
}

#[test]
fn what_was_interrupted_among_them_is_finished_by_whoever_writes_next() {
    let all = format!("programme {MEETING} --all print");
    let story = Story::new()
        .call(&all)
        .call("swap 2027-04-20-eschenquell 2027-06-09-lindenwehr --reason Umbau -y");
    let old = held(&story.path("print"));
    let story = story.call(&all);
    let new = held(&story.path("print"));
    // As if it had been killed after the first file.
    let journal = story.path(".erfa");
    let entry = fs::read_to_string(journal.join("changes/000001/entry")).unwrap();
    let said = |word: &str| entry.lines().find(|line| line.starts_with(word)).unwrap().to_owned();
    let open = journal.join("open");
    fs::create_dir(&open).unwrap();
    let mut words = format!(
        "erfa-change 1\ncommand programme\n{}\n{}\n{}\nundo no\nkeep no\n",
        said("at"),
        said("host"),
        said("folder ")
    );
    for (number, (name, before)) in old.iter().enumerate() {
        words.extend(["changed print/", name, "\n"]);
        fs::write(open.join(format!("{number}.before")), before).unwrap();
        fs::write(open.join(format!("{number}.after")), &new[name]).unwrap();
        if number > 0 {
            fs::write(story.path("print").join(name), before).unwrap();
        }
    }
    fs::write(open.join("entry"), words + "end\n").unwrap();
    let host = said("host").replace("host ", "");
    fs::write(story.path(&format!("print/.erfa-{}-{host}-1", i32::MAX)), "").unwrap();

    let (story, said) = story.tell("cities", 0);
    assert!(said.contains("`erfa programme` was interrupted and is unfinished"), "{said}");
    let (story, said) = story.tell("held -y 2026-03-17-birkenfurt", 0);
    assert!(said.contains("`erfa programme` had been interrupted and is finished now."), "{said}");
    assert_eq!(held(&story.path("print")), new);
    let (_, said) = story.tell("log", 0);
    assert!(!said.contains("programme"), "{said}");
}

#[test]
fn links_and_strangers_among_them_stay_what_they_are() {
    let all = format!("programme {MEETING} --all print");
    let story = Story::new().call(&all);
    let name = "print/2027-04-20-eschenquell.html";
    let elsewhere = story.path("../elsewhere.html");
    fs::rename(story.path(name), &elsewhere).unwrap();
    fs::write(&elsewhere, "old").unwrap();
    symlink(&elsewhere, story.path(name)).unwrap();
    let story = story.call(&format!("{all} --force"));
    assert!(fs::symlink_metadata(story.path(name)).unwrap().is_symlink());
    assert!(fs::read_to_string(&elsewhere).unwrap().contains("<html"));
    // A journal that is none keeps nobody from writing, but that is said.
    fs::create_dir(story.path(".print")).unwrap();
    fs::write(story.path(".print/.erfa"), "mine").unwrap();
    let (story, said) = story.tell(&format!("programme {MEETING} --all .print"), 0);
    assert!(said.contains("No journal can be kept in `.print`"), "{said}");
    assert_eq!(held(&story.path(".print"))[".erfa"], b"mine");
}
