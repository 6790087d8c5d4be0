//! Interrupted changes are finished or undone, and nobody's words go.

use std::fs;

use super::super::super::under_way::host;
use super::super::{Change, Entry, Failure, Journal, MadeFolders, Replacement, Rights};
use crate::system::folder::names;

/// Two answers in `folder`, of which one was there before.
fn answers() -> (Entry, Vec<Replacement>) {
    let answer = |name: &str, before: Option<&str>, after: &str| Replacement {
        path: name.to_owned(),
        before: before.map(|words| words.as_bytes().to_vec()),
        after: Some(after.as_bytes().to_vec()),
        rights: Rights::Shared,
        like: None,
    };
    let entry = Entry { is_of_answers: true, ..Entry::default() };
    (entry, vec![answer("a.txt", Some("old"), "new a"), answer("b.txt", None, "new b")])
}

#[test]
#[expect(clippy::disallowed_methods, reason = "a test makes files of its own")]
fn a_journal_of_answers_is_gone_when_nothing_is_left_to_do() {
    let folder = tempfile::tempdir().unwrap();
    let take = || Journal::take(folder.path(), "", |_| {}).unwrap();
    let held = || {
        let all = names(folder.path()).unwrap().into_iter();
        all.map(|name| fs::read_to_string(folder.path().join(name)).unwrap()).collect::<Vec<_>>()
    };
    let is_clean = || fs::read_dir(folder.path()).unwrap().count() == held().len();
    fs::write(folder.path().join("a.txt"), "old").unwrap();

    // It ends before the first file, or after it.
    for is_placed in [false, true] {
        let journal = take();
        let (mut entry, files) = answers();
        entry.host = super::super::host().to_owned();
        entry.folder = super::super::folder_mark(&journal.folder()).unwrap();
        entry.steps = files.iter().map(super::super::step).collect();
        let written = journal.write_down(&entry, &files).unwrap();
        journal.begin(written).unwrap();
        if is_placed {
            fs::write(folder.path().join("a.txt"), "new a").unwrap();
        }
        // It ends without a word, and the system takes its lock.
        journal.new.borrow_mut().take().iter_mut().for_each(MadeFolders::keep);
        drop(journal);

        let journal = take();
        let recovered = journal.recover().unwrap().unwrap();
        assert!(recovered.is_finished && recovered.changed.is_empty());
        assert!(Journal::past(folder.path()).is_empty());
        drop(journal);
        assert_eq!(held(), ["new a", "new b"]);
        assert!(is_clean());
        fs::write(folder.path().join("a.txt"), "old").unwrap();
        fs::remove_file(folder.path().join("b.txt")).unwrap();
    }

    let journal = take();
    let (entry, files) = answers();
    journal.make(Change { entry, files, folder: None, removed: Vec::new() }).unwrap();
    drop(journal);
    assert_eq!(held(), ["new a", "new b"]);
    assert!(is_clean());
}

#[test]
#[expect(clippy::disallowed_methods, reason = "a test makes files of its own")]
fn a_damaged_content_is_put_nowhere() {
    for damage in ["0.after", "0.before", "1.after"] {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        fs::write(path("a.txt"), "old").unwrap();
        let journal = Journal::take(folder.path(), "", |_| {}).unwrap();
        let (mut entry, files) = answers();
        entry.host = super::super::host().to_owned();
        entry.folder = super::super::folder_mark(&journal.folder()).unwrap();
        entry.steps = files.iter().map(super::super::step).collect();
        let sums = files.iter().enumerate();
        entry.sums = sums.flat_map(|(at, file)| super::super::sums(at, file)).collect();
        let written = journal.write_down(&entry, &files).unwrap();
        journal.begin(written).unwrap();
        let open = journal.folder().join(super::OPEN);
        assert!(super::sound_in(&open).is_some());
        fs::write(open.join(damage), "damaged").unwrap();

        assert!(matches!(journal.recover(), Err(Failure::Unreadable(at)) if at == open));
        assert_eq!(fs::read_to_string(path("a.txt")).unwrap(), "old");
        assert!(!path("b.txt").exists());
        drop(journal);
        let told = super::unfinished(folder.path());
        assert!(matches!(told, Some(super::Unfinished::Unreadable(_))), "{damage}");
    }
}

#[test]
#[expect(clippy::disallowed_methods, reason = "a test makes files of its own")]
fn what_came_out_with_the_last_exchange_goes_in_again() {
    for (beside, is_saved) in [("saved", true), ("new", false), ("old", false), ("", false)] {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        fs::write(path("a.txt"), "old").unwrap();
        let journal = Journal::take(folder.path(), "", |_| {}).unwrap();
        let (mut entry, files) = answers();
        entry.host = super::super::host().to_owned();
        entry.folder = super::super::folder_mark(&journal.folder()).unwrap();
        entry.steps = files.iter().map(super::super::step).collect();
        let written = journal.write_down(&entry, &files).unwrap();
        journal.begin(written).unwrap();
        // It ends between the exchange and what would have given the file back.
        fs::write(path("a.txt"), "new a").unwrap();
        fs::write(path(&format!(".erfa-{}-{}-1", i32::MAX, host())), beside).unwrap();
        journal.new.borrow_mut().take().iter_mut().for_each(MadeFolders::keep);
        drop(journal);

        let journal = Journal::take(folder.path(), "", |_| {}).unwrap();
        let recovered = journal.recover().unwrap().unwrap();
        assert_eq!(recovered.is_finished, !is_saved, "{beside}");
        drop(journal);
        let held = names(folder.path()).unwrap().into_iter();
        let held: Vec<_> =
            held.map(|name| fs::read_to_string(folder.path().join(name)).unwrap()).collect();
        if is_saved {
            assert_eq!(
                (recovered.changed, held),
                (vec!["a.txt".to_owned()], vec!["saved".to_owned()])
            );
        } else {
            assert_eq!(
                (recovered.changed.len(), held),
                (0, vec!["new a".to_owned(), "new b".to_owned()])
            );
        }
    }
}
