//! `erfa man`: pages of the manual.

use std::collections::BTreeSet;

use snapbox::Data;

use crate::harness::{Test, files, project, same};
use crate::help::places;

#[test]
fn every_command_has_its_page_in_both_languages() {
    for language in ["en", "de"] {
        let output = Test::new("man --output man1/").env("ERFA_LANG", language).run();
        assert_eq!(output.status, 0, "{}", output.stderr);
        let written = files(&output.path("man1"), |_| true);
        let names =
            written.iter().map(|path| path.file_name().unwrap().to_str().unwrap().to_owned());
        let name = |place: String| format!("erfa {place}").trim().replace(' ', "-") + ".1";
        let expected: BTreeSet<String> = places(language).into_iter().map(name).collect();
        assert_eq!(names.collect::<BTreeSet<_>>(), expected);
        let page = Test::new("man outbox make").env("ERFA_LANG", language).run();
        assert_eq!((page.status, page.stderr.as_str()), (0, ""));
        let path = project(format!("tests/it/manual/outbox-make.{language}.1"));
        same(&page.stdout, Data::read_from(&path, None));
    }
}

#[test]
fn a_page_that_there_is_not_is_a_finding() {
    let output = Test::new("man progamme").run();
    assert_eq!(output.status, 1);
    assert!(output.stderr.contains("did you mean `programme`?"), "{}", output.stderr);
}
