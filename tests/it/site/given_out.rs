//! What stands on pages, and for whom: what was given out, for everybody.

use std::fs;

use super::{small, told, written};
use crate::harness::{Test, files};

#[test]
fn pages_are_for_everybody_whom_the_mask_lets_in() {
    use std::os::unix::fs::PermissionsExt as _;
    let output = written("site web -y", small);
    let usual = fs::metadata(output.path("network.toml")).unwrap().permissions().mode() & 0o777;
    for path in files(&output.path("web"), |_| true) {
        let mode = fs::metadata(&path).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode, usual, "{}", path.display());
    }
}

#[test]
fn mails_without_the_programme_publish_none() {
    let draft = |test: Test| {
        small(test).file(
            "contacts.toml",
            "[[contact]]\nid = 'kim'\nfamily-name = 'Muster'\ngiven-name = 'Kim'\nsalutation = 'neutral'\n\
             mail = 'kim.muster@example.org'\n",
        )
    };
    for kind in ["topic-survey", "save-the-date"] {
        let command = format!("outbox make {kind} 2027-02-09-elm --to kim -y");
        let made = written(&command, draft);
        let meeting = fs::read_to_string(made.path("meetings/2027-02-09-elm.toml")).unwrap();
        assert!(meeting.contains("\nprogramme = false\n"), "{kind}: {meeting}");
        let output = made.again().command_line("site web -y").run();
        assert_eq!(output.status, 0, "{kind}: {}", output.stderr);
        for path in
            files(&output.path("web"), |path| path.extension().is_some_and(|it| it == "html"))
        {
            let page = fs::read_to_string(&path).unwrap();
            assert!(!page.contains("Noch geheim"), "{kind}: {}", path.display());
        }
        // Given out for its own sake it is there, though nothing of it is otherwise.
        let release = "release 2027-02-09-elm --reason Programm --by Kim -y --anyway";
        let released = output.again().command_line(release).run();
        assert_eq!(released.status, 0, "{kind}: {}", released.stderr);
        let output = released.again().command_line("site web -y").run();
        assert_eq!(output.status, 0, "{kind}: {}", output.stderr);
        let page = fs::read_to_string(output.path("web/meetings/2027-02-09-elm.html")).unwrap();
        assert!(page.contains("Noch geheim"), "{kind}: {page}");
        let again = output.again().command_line(release).run();
        assert!(again.stderr.contains("version 2"), "{}", again.stderr);
        let meeting = fs::read_to_string(again.path("meetings/2027-02-09-elm.toml")).unwrap();
        assert_eq!(meeting.matches("[[release]]").count(), 2, "{meeting}");
    }
}

#[test]
fn what_was_not_given_out_is_on_no_page_unasked() {
    let release = "release 2026-12-08-aue --reason Programm --by Kim -y";
    let released = written(release, small);
    let site = released.again().command_line("site web -y").run();
    assert_eq!(site.status, 0, "{}", site.stderr);
    let before = told(&site.path("web"));
    let set = "set 2026-12-08-aue/begruessung title Empfang -y";
    let changed = site.again().command_line(set).run();
    assert_eq!(changed.status, 0, "{}", changed.stderr);
    let refused = changed.again().command_line("site web -y").run();
    assert_eq!(refused.status, 1, "{}", refused.stderr);
    assert!(refused.stderr.contains("[unreleased-page]"), "{}", refused.stderr);
    assert_eq!(told(&refused.path("web")), before);
    let anyway = refused.again().command_line("site web --anyway -y").run();
    assert_eq!(anyway.status, 0, "{}", anyway.stderr);
    assert!(told(&anyway.path("web")).contains("Empfang"));
}

#[test]
fn a_meeting_that_was_moved_is_not_called_off_on_its_day() {
    let moved = |test: Test| {
        small(test).file(
            "meetings/2026-11-10-ulm.toml",
            "title = 'Brot'\nstatus = 'postponed'\nreason = 'Umbau'\ndate = 2026-11-10\nhosts = ['ulm']\n\
             [[history]]\nchanged = 2026-05-01\ndate = 2026-06-02\nstatus = 'invited'\nreason = 'Sturm'\n\
             [[history]]\nchanged = 2026-06-01\ndate = 2026-07-07\nstatus = 'postponed'\nreason = 'Umbau'\n",
        )
    };
    let output = written("site web -y", moved);
    let front = fs::read_to_string(output.path("web/index.html")).unwrap();
    let front = front.replace('\u{a0}', " ");
    assert!(front.contains("zuvor geplant: Dienstag, 7. Juli 2026"), "{front}");
    assert!(!front.contains("(verschoben"), "{front}");
}
