//! A purged workspace: every other command goes on, and nothing is left or lost by an accident.

use std::fs;
use std::process::Stdio;

use snapbox::str;

use super::Office;
use crate::harness::same;

const PURGE: &str = "privacy purge --before 2027-08-01 --yes";

#[test]
fn everything_else_goes_on() {
    let mut office = Office::with_mails();
    office.done(PURGE);
    same(
        &office.done("outbox list"),
        str![[r#"
Outbox

Purged, with the numbers kept

run                  made              purged      mails
────────────────────────────────────────────────────────────────────
spring/1-invitation  2027-01-05 12:00  2027-08-01  1 sent, 1 refused

"#]],
    );
    same(
        &office.done("outbox show spring/1-invitation"),
        str![[r#"
spring/1-invitation

Made on 2027-01-05 12:00 from version 1; mails, names and addresses purged on
2027-08-01

Chosen by: guest

what        state    mails
──────────────────────────
invitation  sent         1
invitation  refused      1

"#]],
    );
    same(
        &office.done("outbox show 1-invitation --json"),
        str![[r#"
{
  "name": "spring/1-invitation",
  "meeting": "spring",
  "kind": "invitation",
  "made": "2027-01-05T12:00:00+01:00",
  "version": 1,
  "to": [
    "guest"
  ],
  "purged": "2027-08-01",
  "counts": [
    {
      "kind": "invitation",
      "state": "sent",
      "number": 1
    },
    {
      "kind": "invitation",
      "state": "failed",
      "number": 1
    }
  ]
}

"#]],
    );
    office.done("check");
    let list = office.done("write sign-in-list spring");
    let rows = list.lines().skip_while(|line| !line.starts_with("Nr.")).take(8);
    same(
        &rows.collect::<Vec<_>>().join("\n"),
        str![[r#"
Nr.  Stadt oder Einrichtung  Name             Unterschrift
──────────────────────────────────────────────────────────
  1  Köln
  2  Köln
  3                          Dr. Berta Birke
  4                          Chris Cedar
  5
  6
"#]],
    );
    for refused in [
        "outbox make -y update spring",
        "outbox discard -y spring/1-invitation",
        "outbox show spring/1-invitation/b-birke.eml",
    ] {
        let (said, status) = office.run(refused);
        assert!(status == 1 && said.contains("[purged-mails]"), "{refused}: {said}");
    }
    for refused in
        ["write reminder spring --to all", "outbox make confirmation spring --to all --yes"]
    {
        let (said, status) = office.run(refused);
        assert!(status == 1 && said.contains("[purged-replies]"), "{refused}: {said}");
    }
    // No number comes twice.
    office.done("attended spring c-cedar --yes");
    let said = office.done("outbox make thanks spring --to guest --yes");
    assert!(said.contains("`outbox/spring/2-thanks/`"), "{said}");
}

#[test]
fn what_interrupted_runs_left_goes_too() {
    let mut office = Office::with_mails();
    office.done("--today 2027-01-07 outbox make save-the-date spring --to b-birke --yes");
    let old = office.read("outbox/spring/2-save-the-date/b-birke.eml");
    office.done("outbox discard -y 2-save-the-date");
    office.write("outbox/spring/2-save-the-date/b-birke.eml", &old);
    office.write("outbox/spring/.erfa-a1b2/run/b-birke.eml", &old);
    office.write("outbox/spring/1-invitation/.erfa-c3d4", &old);
    office.write("outbox/spring/1-invitation/Kopie.EML", &old);
    office.write("outbox/.erfa-e5f6", "b-birke");
    office.write("outbox/.erfa-e5f6f/ledger.txt", "b-birke");
    office.write("replies/.erfa-0000", "b-birke");
    // A line that was cut off in the middle of a name.
    let ledger = office.read("outbox/ledger.txt");
    office.write(
        "outbox/ledger.txt",
        &format!("{ledger}2027-01-07T12:00:00+01:00 sent spring/1-invitation/b-bir"),
    );
    let said = office.done(PURGE);
    assert!(said.contains("[cut-ledger]"), "{said}");
    let left: Vec<_> = office.content("").into_iter().map(|(path, _)| path).collect();
    let names: Vec<_> = left
        .iter()
        .map(|path| path.strip_prefix(office.path("")).unwrap().to_str().unwrap())
        .collect();
    assert_eq!(
        names,
        [
            "cities.toml",
            "contacts.toml",
            "meetings/spring.toml",
            "network.toml",
            "outbox/ledger.txt",
            "outbox/spring/1-invitation/run.toml",
            "replies/spring.toml"
        ]
    );
    assert!(!office.path("outbox/spring/.erfa-a1b2").exists());
    assert!(!office.path("outbox/.erfa-e5f6f").exists());
    assert!(
        !office.read("outbox/ledger.txt").contains("bir"),
        "{}",
        office.read("outbox/ledger.txt")
    );
    assert_eq!(office.done(PURGE), "There is nothing to purge.\n");
}

#[test]
fn a_link_is_removed_and_not_what_it_leads_to() {
    let mut office = Office::with_mails();
    office.write("elsewhere.eml", "kept");
    let link = office.path("outbox/spring/1-invitation/link.eml");
    std::os::unix::fs::symlink(office.path("elsewhere.eml"), &link).unwrap();
    office.done(PURGE);
    assert!(fs::symlink_metadata(link).is_err());
    assert_eq!(office.read("elsewhere.eml"), "kept");
}

#[test]
fn a_disk_that_refuses_leaves_all_as_it_was() {
    let office = Office::with_mails();
    let before = office.content("");
    let test = office.0.read_only("outbox/spring/1-invitation").command_line(PURGE);
    let output = test.command().output().unwrap();
    assert_eq!(output.status.code(), Some(3));
    let office = Office(test);
    assert_eq!(
        office.content("replies"),
        before
            .iter()
            .filter(|(path, _)| path.starts_with(office.path("replies")))
            .cloned()
            .collect::<Vec<_>>()
    );
    assert_eq!(office.content("").len(), before.len());
}

#[test]
fn killed_on_the_way_it_can_be_done_again() {
    // What a run leaves that nobody interrupts.
    let mut office = large();
    office.done(PURGE);
    let whole = texts(&office);
    for gone in [0, 1, 50, 120, 199, 201] {
        let mut office = large();
        let test = std::mem::replace(&mut office.0, crate::harness::Test::new("check"));
        office.0 = test.command_line(PURGE);
        let mut command = office.0.command();
        let mut process = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        let mails = |office: &Office| {
            let names = fs::read_dir(office.path("outbox/spring/1-invitation")).unwrap();
            let names = names.map(|entry| entry.unwrap().path());
            names.filter(|name| name.extension().is_some_and(|ending| ending == "eml")).count()
        };
        let full = mails(&office);
        while process.try_wait().unwrap().is_none() && mails(&office) + gone > full {}
        process.kill().unwrap();
        process.wait().unwrap();
        // No message that went out is taken for one that waits.
        let said = office.done("outbox list");
        assert!(!said.contains("waiting"), "{said}");
        office.done(PURGE);
        assert_eq!(texts(&office), whole);
    }
}

/// A workspace with many mails.
fn large() -> Office {
    let office = Office::with_mails();
    for number in 0..200 {
        office.write(&format!("outbox/spring/1-invitation/x{number}.eml"), "To: b-birke");
    }
    office
}

/// All files, without the folder they are in.
fn texts(office: &Office) -> Vec<(String, Vec<u8>)> {
    let root = office.path("");
    let name = |path: &std::path::Path| path.strip_prefix(&root).unwrap().display().to_string();
    office.content("").into_iter().map(|(path, bytes)| (name(&path), bytes)).collect()
}
