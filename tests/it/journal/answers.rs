//! Answers that replace others in a folder: all of them, or none.

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::{MetadataExt as _, symlink};
use std::path::Path;
use std::process::{Output, Stdio};
use std::time::{Duration, UNIX_EPOCH};

use super::{MEETING, Story};
use crate::harness::files;

/// What the files in a folder hold, and those in folders of it, hidden ones too.
fn held(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let name = |path: &Path| path.strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
    let all = files(folder, |_| true).into_iter();
    all.map(|path| (name(&path), fs::read(&path).unwrap())).collect()
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
    interrupt(&story, "print", "programme", &old);

    let (story, said) = story.tell("cities", 0);
    assert!(said.contains("`erfa programme` was interrupted and is unfinished"), "{said}");
    let (story, said) = story.tell("held -y 2026-03-17-birkenfurt", 0);
    assert!(said.contains("`erfa programme` had been interrupted and is finished now."), "{said}");
    assert_eq!(held(&story.path("print")), new);
    let (_, said) = story.tell("log", 0);
    assert!(!said.contains("programme"), "{said}");
}

/// Leaves `folder` as if the command that renewed it had been killed after its first file.
fn interrupt(story: &Story, folder: &str, command: &str, old: &BTreeMap<String, Vec<u8>>) {
    let place = story.path(folder);
    let new = held(&place);
    let own = story.path(".erfa");
    let entry = fs::read_to_string(own.join("changes/000001/entry")).unwrap();
    let said = |word: &str| entry.lines().find(|line| line.starts_with(word)).unwrap().to_owned();
    let is_within = place.starts_with(story.path("")) && !folder.contains("..");
    let (journal, below) =
        if is_within { (own, format!("{folder}/")) } else { (place.join(".erfa"), String::new()) };
    fs::create_dir_all(journal.join("open")).unwrap();
    let made = fs::metadata(&journal).unwrap();
    let born = made.created().ok().and_then(|at| at.duration_since(UNIX_EPOCH).ok());
    let mut words = format!(
        "erfa-change 1\ncommand {command}\n{}\n{}\nfolder {}-{}\nundo no\nkeep no\n",
        said("at"),
        said("host"),
        made.ino(),
        born.unwrap_or_default().as_nanos()
    );
    for (number, (name, before)) in old.iter().enumerate() {
        words.extend(["changed ", &below, name, "\n"]);
        fs::write(journal.join(format!("open/{number}.before")), before).unwrap();
        fs::write(journal.join(format!("open/{number}.after")), &new[name]).unwrap();
        if number > 0 {
            fs::write(place.join(name), before).unwrap();
        }
    }
    fs::write(journal.join("open/entry"), words + "end\n").unwrap();
    let host = said("host").replace("host ", "");
    fs::write(place.join(format!(".erfa-{}-{host}-1", i32::MAX)), "").unwrap();
}

#[test]
fn what_was_interrupted_elsewhere_is_put_in_order_before_anything_is_compared() {
    let swap = "swap 2027-04-20-eschenquell 2027-06-09-lindenwehr --reason Umbau -y";
    let other = format!("set {MEETING} title Anders -y");
    let commands = [
        format!("programme {MEETING} --all ../print"),
        format!("folder {MEETING} ../print --format text"),
        "site ../print --lang de -y".to_owned(),
    ];
    for command in commands {
        let story = Story::new().call(&command);
        let place = story.path("../print");
        let old = held(&place);
        let story = story.call(swap).call(&command);
        let first = command.split(' ').next().unwrap();
        interrupt(&story, "../print", first, &old);
        let names = || fs::read_dir(&place).unwrap().count();
        let crowd = names();
        // What it would say now is neither what it said nor what it was about to say.
        let story = story.call(&other);
        if first == "site" {
            let (again, said) = story.tell("site ../print --lang de --dry-run", 0);
            assert!(said.contains("`erfa site` was interrupted and is unfinished"), "{said}");
            let (again, said) = again.tell(&command, 0);
            assert!(said.contains("had been interrupted and is finished now"), "{said}");
            assert_eq!(names(), crowd - 2, "{first}");
            again.call(&command);
            continue;
        }
        let (story, said) = story.tell(&command, 0);
        assert!(said.contains("had been interrupted and is finished now"), "{said}");
        assert_eq!(names(), crowd - 2, "{first}");
        // What somebody has written there is theirs all the same.
        let mine = place.join(old.keys().next().unwrap());
        fs::write(&mine, "mine").unwrap();
        let (_story, said) = story.tell(&command, 1);
        assert!(said.contains("[stands-there]"), "{said}");
        assert_eq!(fs::read_to_string(&mine).unwrap(), "mine");
    }
}

#[test]
fn who_publishes_finishes_what_was_interrupted_and_who_only_looks_does_not() {
    let swap = "swap 2027-04-20-eschenquell 2027-06-09-lindenwehr --reason Umbau -y";
    for command in [
        "site ../web -y",
        "write report --output ../report.txt",
        "folder 2027-04-20-eschenquell ../akte",
    ] {
        let story = Story::new();
        let before = story.all();
        let story = story.call(swap);
        let after = story.all();
        // As if it had been killed between its two files.
        fs::rename(story.path(".erfa/changes/000001"), story.path(".erfa/open")).unwrap();
        let path = format!("meetings/{MEETING}.toml");
        fs::write(story.path(&path), &before[&path]).unwrap();
        let (story, said) = story.tell("meetings", 0);
        assert!(said.contains("`erfa swap` was interrupted and is unfinished"), "{said}");
        assert!(story.path(".erfa/open").exists());
        let (story, said) = story.tell(command, 0);
        assert!(
            said.contains("`erfa swap` had been interrupted and is finished now"),
            "{command}: {said}"
        );
        assert_eq!(story.all(), after, "{command}");
    }
}

#[test]
fn nobody_reads_the_half_of_a_change() {
    let swap = "swap 2027-04-20-eschenquell 2027-06-09-lindenwehr --reason Umbau -y";
    let story = Story::new();
    let before = story.all();
    let story = story.call(swap);
    let (story, whole) = story.tell("meetings", 0);
    // Another run is between its two files.
    let [change, open] = [".erfa/changes/000001", ".erfa/open"].map(|path| story.path(path));
    let path = format!("meetings/{MEETING}.toml");
    let after = fs::read(story.path(&path)).unwrap();
    fs::rename(&change, &open).unwrap();
    fs::write(story.path(&path), &before[&path]).unwrap();
    let lock = fs::File::open(story.path(".erfa/lock")).unwrap();
    lock.lock().unwrap();
    let mut reader = story.0.command();
    let mut reader = reader.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    std::thread::sleep(Duration::from_secs(2));
    assert!(reader.try_wait().unwrap().is_none());
    fs::write(story.path(&path), after).unwrap();
    fs::rename(&open, &change).unwrap();
    drop(lock);
    let Output { status, stdout, stderr } = reader.wait_with_output().unwrap();
    let [stdout, stderr] = [stdout, stderr].map(|bytes| String::from_utf8(bytes).unwrap());
    assert!(
        status.success() && !stdout.is_empty() && whole.starts_with(&stdout),
        "{stdout}{stderr}"
    );
    assert!(stderr.contains("Another erfa is writing here"), "{stderr}");
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
    let before = held(&story.path("print"));
    let (story, said) = story.tell(&format!("{all} --force"), 3);
    assert!(said.contains(&format!("cannot write `{name}`: it is a link to another")), "{said}");
    assert!(fs::symlink_metadata(story.path(name)).unwrap().is_symlink());
    assert_eq!(held(&story.path("print")), before);
    assert_eq!(fs::read_to_string(&elsewhere).unwrap(), "old");
    // To a file beside it it leads as it did.
    fs::remove_file(story.path(name)).unwrap();
    fs::write(story.path("print/beside"), "old").unwrap();
    symlink("beside", story.path(name)).unwrap();
    let story = story.call(&format!("{all} --force"));
    assert!(fs::symlink_metadata(story.path(name)).unwrap().is_symlink());
    assert!(fs::read_to_string(story.path("print/beside")).unwrap().contains("<html"));
    // A journal that is none keeps nobody from writing, but that is said.
    fs::create_dir(story.path(".print")).unwrap();
    fs::write(story.path(".print/.erfa"), "mine").unwrap();
    let (story, said) = story.tell(&format!("programme {MEETING} --all .print"), 0);
    assert!(said.contains("No journal can be kept in `.print`"), "{said}");
    assert_eq!(held(&story.path(".print"))[".erfa"], b"mine");
}
