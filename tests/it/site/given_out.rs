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

const AUE: &str = "meetings/2026-12-08-aue.toml";

/// The file of the meeting in Aue with `added` in its head and `last` at its end.
fn aue(added: &str, last: &str) -> String {
    let file = fs::read_to_string(written("site web --dry-run", small).path(AUE)).unwrap();
    file.replace("contact = 'kim'", &format!("{added}\ncontact = 'kim'")) + last
}

#[test]
fn what_is_not_for_everybody_is_on_no_page() {
    for (code, text) in [
        ("exposed-address", "description = 'Mehr bei kim.muster@example.org.'"),
        ("exposed-address", "notices = ['Rückfragen: (030) 231251']"),
        ("exposed-address", "link = 'mailto:kim.muster@example.org'"),
        ("exposed-access", "online = 'Zoom https://zoom.example.org/w/81?pwd=GEHEIM'"),
        ("exposed-access", "online = 'Webkonferenz, Meeting-ID 812 3456'"),
    ] {
        let refused = small(Test::new("site web -y")).file(AUE, &aue(text, "")).run();
        assert_eq!(refused.status, 1, "{text}: {}", refused.stderr);
        assert!(refused.stderr.contains("[private-page]"), "{text}: {}", refused.stderr);
        assert!(!refused.path("web").exists(), "{text}");
        let check = refused.again().command_line("check").run();
        let said = check.stdout + &check.stderr;
        assert!(said.contains(&format!("[{code}]")) && said.contains(AUE), "{text}: {said}");
        // What is meant is told.
        let meant = format!("[[acknowledge]]\ncode = '{code}'\nreason = 'So vereinbart'\n");
        let output = written("site web -y", |test| small(test).file(AUE, &aue(text, &meant)));
        assert_eq!(output.status, 0, "{text}: {}", output.stderr);
    }
    // What is meant for one meeting says nothing of another.
    let text = "online = 'Kenncode 4711'";
    let meant = "[[acknowledge]]\ncode = 'exposed-access'\nreason = 'Vortrag für alle'\n";
    let other = "title = 'Damals'\nstatus = 'held'\ndate = 2025-05-06\nhosts = ['ulm']\nonline = 'PIN: 4712'\n";
    let both = small(Test::new("site web -y")).file(AUE, &aue(text, meant));
    let refused = both.file("meetings/2025-05-06-ulm.toml", other).run();
    assert_eq!(refused.status, 1, "{}", refused.stderr);
    assert!(refused.stderr.contains("2025-05-06-ulm.html"), "{}", refused.stderr);
    assert!(!refused.stderr.contains("aue"), "{}", refused.stderr);
}

#[test]
fn only_those_who_come_are_let_in() {
    let online = "online = 'Auch als Videokonferenz'\nonline-access = 'Kenncode 4711'";
    let run = |command: &str| {
        let replies = "[[reply]]\ncity = 'ulm'\nanswer = 'yes'\nreceived = 2026-11-01T09:00:00+01:00\nfor = 2026-12-08\n";
        let file = "replies/2026-12-08-aue.toml";
        written(command, |test| small(test).file(AUE, &aue(online, "")).file(file, replies))
    };
    let pages = told(&run("site web -y").path("web"));
    assert!(pages.contains("anmeldung@example.org") && pages.contains("Auch als Videokonferenz"));
    assert!(!pages.contains("4711"), "{pages}");
    let letter = run("write confirmation 2026-12-08-aue --to ulm --anyway").stdout;
    assert!(letter.contains("Kenncode 4711"), "{letter}");
    let sheet = run("programme 2026-12-08-aue --edition run-sheet").stdout;
    assert!(sheet.contains("Videokonferenz") && !sheet.contains("4711"), "{sheet}");
    for command in ["programme", "write invitation --to ulm", "write press"] {
        let said = run(&format!("{command} 2026-12-08-aue")).stdout;
        assert!(said.contains("Videokonferenz") && !said.contains("4711"), "{command}: {said}");
    }
}

#[test]
fn whom_to_ask_has_a_name_and_no_number() {
    let words = |test: Test| {
        let free = "contact = 'Zoë Amt, Leitung, zoe@geheim.example, Tel. 0171 888888, Rathaus 3'";
        small(test).prepare(|folder| {
            let path = folder.join("meetings/2026-12-08-aue.toml");
            let file = fs::read_to_string(&path).unwrap();
            fs::write(path, file.replace("contact = 'kim'", free)).unwrap();
        })
    };
    let output = written("site web -y", words);
    assert_eq!(output.status, 0, "{}", output.stderr);
    let pages = told(&output.path("web"));
    assert!(pages.contains("Zoë Amt, Leitung, Rathaus"), "{pages}");
    assert!(
        !pages.contains("888888") && !pages.contains("geheim.example") && !pages.contains("Tel.")
    );
}
