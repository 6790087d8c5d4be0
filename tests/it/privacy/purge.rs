//! `erfa privacy purge`: shown before, all or nothing, and everything else goes on.

use snapbox::str;

use super::{MEETING, Office, REPLIES};
use crate::harness::same;

const PURGE: &str = "privacy purge --before 2027-08-01 --yes";

#[test]
fn what_goes_is_shown_and_numbers_stay() {
    let mut office = Office::with_mails();
    same(
        &office.done(PURGE),
        str![[r#"
To be purged of meetings before 2027-08-01
==========================================

meeting  purpose  what goes               what stays
─────────────────────────────────────────────────────────────────
spring   notes    1 note
spring   replies  3 replies               numbers of each city
spring   mails    2 mails (1-invitation)  1-invitation: 1 sent, 1
                                          refused

Files that change
-----------------

- replies/spring.toml
- outbox/spring/1-invitation/run.toml
- outbox/ledger.txt

Files that are removed
----------------------

- outbox/spring/1-invitation/: b-birke.eml, c-cedar.eml, list.txt

This cannot be taken back, and afterwards neither can what was changed before.

Purged: 1 note, 3 replies and 2 mails. Contacts and programmes are as they were. Earlier versions may still stand in git and in backups, mails among those sent and with their recipients.

"#]],
    );
    same(
        &office.read("replies/spring.toml"),
        str![[r#"
purged = 2027-08-01

[[total]]
city = "ulm"
yes = 0
no = 0
maybe = 1
companions = 0

[[total]]
city = "koeln"
yes = 1
no = 0
maybe = 0
companions = 1

[[total]]
yes = 0
no = 1
maybe = 0
companions = 1

"#]],
    );
    same(
        &office.read("outbox/spring/1-invitation/run.toml"),
        str![[r#"
made = 2027-01-05T12:00:00+01:00
version = 1
to = ["guest"]
purged = 2027-08-01

[[count]]
kind = "invitation"
state = "sent"
number = 1

[[count]]
kind = "invitation"
state = "failed"
number = 1

"#]],
    );
    same(
        &office.read("outbox/ledger.txt"),
        str![[r#"
2027-01-06T08:00:00+01:00 sending spring/1-invitation/1.eml
2027-01-06T08:00:01+01:00 sent spring/1-invitation/1.eml
2027-01-06T08:00:00+01:00 sending spring/1-invitation/2.eml
2027-01-06T08:00:01+01:00 failed spring/1-invitation/2.eml

"#]],
    );
    assert_eq!(office.content("outbox").len(), 2);
    assert_eq!(office.done(PURGE), "There is nothing to purge.\n");
}

#[test]
fn it_is_shown_in_german_and_as_data() {
    let mut office = Office::with_mails().german();
    same(
        &office.done(&format!("{PURGE} --json")),
        str![[r#"
{
  "before": "2027-08-01",
  "purged": "2027-08-01",
  "purposes": [
    "notes",
    "replies",
    "mails"
  ],
  "meetings": [
    {
      "id": "spring",
      "title": "Frühjahr",
      "last_day": "2027-04-20",
      "notes": 1,
      "replies": 3,
      "attendance": 0,
      "totals": [
        {
          "city": "ulm",
          "yes": 0,
          "no": 0,
          "maybe": 1,
          "companions": 0,
          "there": 0
        },
        {
          "city": "koeln",
          "yes": 1,
          "no": 0,
          "maybe": 0,
          "companions": 1,
          "there": 0
        },
        {
          "city": null,
          "yes": 0,
          "no": 1,
          "maybe": 0,
          "companions": 1,
          "there": 0
        }
      ],
      "mails": 2,
      "runs": [
        {
          "name": "spring/1-invitation",
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
      ]
    }
  ],
  "waiting": [],
  "changed": [
    "replies/spring.toml",
    "outbox/spring/1-invitation/run.toml",
    "outbox/ledger.txt"
  ],
  "removed": [
    "outbox/spring/1-invitation/b-birke.eml",
    "outbox/spring/1-invitation/c-cedar.eml",
    "outbox/spring/1-invitation/list.txt"
  ]
}
Gelöscht wird zu Treffen vor dem 01.08.2027
===========================================

Treffen  Zweck      was geht                was bleibt
───────────────────────────────────────────────────────────────────────
spring   Notizen    1 Notiz
spring   Antworten  3 Antworten             Zahlen je Stadt
spring   Mails      2 Mails (1-invitation)  1-invitation: 1 versandt, 1
                                            abgelehnt

Geänderte Dateien
-----------------

- replies/spring.toml
- outbox/spring/1-invitation/run.toml
- outbox/ledger.txt

Gelöschte Dateien
-----------------

- outbox/spring/1-invitation/: b-birke.eml, c-cedar.eml, list.txt

Das lässt sich nicht zurücknehmen, und was vorher geändert wurde, danach auch nicht mehr.

Gelöscht: 1 Notiz, 3 Antworten und 2 Mails. Kontakte und Programme sind unverändert. Frühere Stände können noch in git und in Sicherungen stehen, Mails im Gesendet-Ordner und bei den Empfängern.

"#]],
    );
    assert_eq!(office.done(PURGE), "Nichts ist zu löschen.\n");
}

#[test]
fn numbers_that_are_left_are_still_counted() {
    let mut office = Office::with_mails();
    let lines = |said: &str| -> Vec<String> {
        let numbers = |line: &&str| line.ends_with(|last: char| last.is_ascii_digit());
        said.lines().filter(numbers).map(str::to_owned).collect()
    };
    let before = lines(&office.done("replies spring"));
    assert!(before.len() > 2, "{before:?}");
    office.done(PURGE);
    let said = office.done("replies spring");
    assert!(
        said.contains("Replies were purged on 2027-08-01; their numbers are counted."),
        "{said}"
    );
    assert_eq!(lines(&said), before);
}

#[test]
fn each_purpose_ends_by_itself() {
    let mut office = Office::with_mails();
    office.done(&format!("{PURGE} --purpose notes"));
    let without = REPLIES.replace("note = \"\"\"\nvegan,\nkommt mit Rollstuhl\"\"\"\n", "");
    assert_eq!(office.read("replies/spring.toml"), without);
    assert_eq!(office.done(&format!("{PURGE} --purpose notes")), "There is nothing to purge.\n");

    let outbox = office.content("outbox");
    office.done(&format!("{PURGE} --purpose replies"));
    assert!(office.read("replies/spring.toml").starts_with("purged = 2027-08-01\n"));
    assert_eq!(office.content("outbox"), outbox);

    let replies = office.content("replies");
    office.done(&format!("{PURGE} --purpose mails"));
    assert_eq!(office.content("replies"), replies);
    assert_eq!(office.content("outbox").len(), 2);
}

#[test]
fn replies_that_come_later_are_added_up() {
    let mut office = Office::new();
    office.done(PURGE);
    let before = office.read("replies/spring.toml");
    let late = "\n[[reply]]\nperson = \"b-birke\"\nanswer = \"no\"\nnote = \"krank\"\n";
    office.write("replies/spring.toml", &format!("{before}{late}"));
    office.done("check");
    office.done(&format!("--today 2027-09-01 {PURGE}"));
    let after = before.replace("2027-08-01", "2027-09-01").replacen("no = 0", "no = 1", 2);
    let after = after.replacen("no = 1", "no = 0", 1);
    assert_eq!(office.read("replies/spring.toml"), after);
}

#[test]
fn what_waits_stays_and_is_named() {
    for (event, hint) in [
        ("sending", "say so with `erfa outbox settle`"),
        ("unsure", "say so with `erfa outbox settle`"),
        ("pending", "`erfa outbox discard spring/1-invitation`"),
    ] {
        let mut office = Office::with_mails();
        office.delivered("1-invitation/c-cedar.eml", event, "x");
        let outbox = office.content("outbox");
        let (said, status) = office.run(&format!("{PURGE} --purpose mails"));
        assert_eq!(status, 0, "{said}");
        assert!(said.contains("[purge-waits]") && said.contains(hint), "{said}");
        assert!(said.ends_with("There is nothing to purge.\n"), "{said}");
        assert_eq!(office.content("outbox"), outbox);
        let (_, status) = office.run(&format!("--strict {PURGE}"));
        assert_eq!((status, office.content("outbox")), (1, outbox));
    }
}

#[test]
fn only_what_is_over_goes() {
    let nothing = "There is nothing to purge.\n";
    let mut office = Office::with_mails();
    assert_eq!(office.done("privacy purge -y --before 2027-04-20"), nothing);
    // The last day counts, whatever came of the meeting.
    let longer = MEETING.replace("date = 2027-04-20", "date = 2027-04-20\nend-date = 2027-04-22");
    let versions = office.read("meetings/spring.toml");
    let versions = versions.split_once("[[release]]").unwrap().1;
    office.write("meetings/spring.toml", &format!("{longer}\n[[release]]{versions}"));
    assert_eq!(office.done("privacy purge -y --before 2027-04-22"), nothing);
    let cancelled = format!("status = \"cancelled\"\n{longer}\n[[release]]{versions}");
    office.write("meetings/spring.toml", &cancelled);
    assert!(
        office
            .done("privacy purge --before 2027-04-23 --yes")
            .contains("Purged: 1 note, 3 replies and 2 mails.")
    );
}

#[test]
fn of_those_who_chose_recipients_groups_and_towns_stay() {
    let mut office = Office::with_mails();
    let record = office.read("outbox/spring/1-invitation/run.toml");
    // A person, a group that bears a person's key, a group that is gone, a town, everybody.
    let to = "to = [\"b-birke\", \"c-cedar\", \"gone\", \"guest\", \"ulm\", \"all\"]";
    let record = record.replace("to = [\"guest\", \"b-birke\"]", to);
    office.write("outbox/spring/1-invitation/run.toml", &record);
    let contacts = office.read("contacts.toml").replace("[\"guest\"]", "[\"guest\", \"c-cedar\"]");
    office.write("contacts.toml", &contacts);
    office.done(PURGE);
    let record = office.read("outbox/spring/1-invitation/run.toml");
    assert!(record.contains("\nto = [\"guest\", \"ulm\", \"all\"]\n"), "{record}");
}

#[test]
fn what_cannot_be_understood_stops_everything() {
    for (path, text) in [
        ("outbox/ledger.txt", "gestern sent spring/1-invitation/b-birke.eml\n"),
        ("outbox/spring/1-invitation/run.toml", "purged = \"gestern\"\n"),
        ("replies/spring.toml", "[[total]]\ncity = \"ulm\"\nyes = 1\n"),
        (
            "replies/spring.toml",
            "purged = 2027-05-01\n[[total]]\nyes = -1\nno = 0\nmaybe = 0\ncompanions = 0\n",
        ),
    ] {
        let mut office = Office::with_mails();
        office.write(path, text);
        let before = office.content("");
        let (said, status) = office.run(PURGE);
        assert_eq!((status, office.content("")), (1, before), "{said}");
    }
    let list = "reply = [{ person = \"b-birke\", answer = \"yes\", note = \"vegan\" }]\n";
    let mut office = Office::new();
    office.write("replies/spring.toml", list);
    let (said, status) = office.run(&format!("{PURGE} --purpose notes"));
    assert!(status == 1 && said.contains("[not-entries]"), "{said}");
    office.done(PURGE);
    assert!(office.read("replies/spring.toml").starts_with("purged = "));
}

#[test]
fn nothing_goes_where_nobody_can_be_asked() {
    let mut office = Office::with_mails();
    let before = office.content("");
    let (said, status) = office.run("privacy purge --before 2027-08-01");
    assert!(status == 1 && said.contains("[unasked]"), "{said}");
    assert!(said.contains("- replies/spring.toml") && said.contains("`-y`"), "{said}");
    assert_eq!(office.content(""), before);
}
