//! What somebody saves while files are put in place, or go back, stays.

use std::fs;
use std::path::Path;

use super::super::{Failure, Journal, Replacement, Rights};
use super::{Placed, read_whole};

/// Two files that are changed and one that is new, put in place in `folder`.
fn placed<'a>(journal: &Journal, folder: &Path, at: &'a Path) -> Placed<'a> {
    let mut placed = Placed::new(at);
    for (name, before) in [("a", Some("old a")), ("b", Some("old b")), ("c", None)] {
        if let Some(before) = before {
            save(folder, name, before);
        }
        let file = Replacement {
            path: name.to_owned(),
            before: before.map(|words| words.as_bytes().to_vec()),
            after: Some(format!("new {name}").into_bytes()),
            rights: Rights::Shared,
            like: None,
        };
        placed.put(journal.ready(file).unwrap()).unwrap();
    }
    placed
}

#[expect(clippy::disallowed_methods, reason = "a test makes files of its own")]
fn save(folder: &Path, name: &str, words: &str) {
    fs::write(folder.join(name), words).unwrap();
}

fn held(folder: &Path) -> [Option<String>; 3] {
    ["a", "b", "c"].map(|name| {
        let content = read_whole(&folder.join(name)).ok()?;
        Some(String::from_utf8(content).unwrap())
    })
}

#[test]
fn what_somebody_saved_stays_when_the_rest_goes_back() {
    for (saved, left) in [
        (None, ["old a", "old b", ""]),
        (Some("a"), ["saved", "old b", ""]),
        (Some("b"), ["old a", "saved", ""]),
        (Some("c"), ["old a", "old b", "saved"]),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path();
        let journal = Journal::take(folder, "", |_| {}).unwrap();
        let at = journal.folder();
        let placed = placed(&journal, folder, &at);
        assert_eq!(held(folder), ["new a", "new b", "new c"].map(|it| Some(it.to_owned())));
        if let Some(name) = saved {
            save(folder, name, "saved");
        }
        let path = saved.map(|name| folder.join(name));
        match (placed.compare(), &path) {
            (Ok(()), None) => {}
            (Err(Failure::Changed(paths)), Some(path)) => {
                assert_eq!(paths, std::slice::from_ref(path));
            }
            other => panic!("{other:?}"),
        }
        let back = placed.go_back();
        assert!(back.is_whole);
        assert_eq!(back.saved, path.into_iter().collect::<Vec<_>>());
        let left = left.map(|words| (!words.is_empty()).then(|| words.to_owned()));
        assert_eq!(held(folder), left);
    }
}

#[test]
fn two_files_are_exchanged_where_no_call_does_it() {
    let folder = tempfile::tempdir().unwrap();
    let [one, other] = ["one", "other"].map(|name| folder.path().join(name));
    save(folder.path(), "one", "1");
    save(folder.path(), "other", "2");
    super::swap_in_steps(&one, &other).unwrap();
    assert_eq!([&one, &other].map(|path| read_whole(path).unwrap()), [b"2", b"1"]);
    // What is not there is not replaced, and nothing goes.
    super::swap_in_steps(&one, &folder.path().join("none")).unwrap_err();
    super::swap_in_steps(&folder.path().join("none"), &other).unwrap_err();
    assert_eq!([&one, &other].map(|path| read_whole(path).unwrap()), [b"2", b"1"]);
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 2);
}
