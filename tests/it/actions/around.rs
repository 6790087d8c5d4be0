//! Where agreements come up again: the next meeting, the status, renaming and privacy.

use snapbox::str;

use super::{ACTIONS, erfa, text, with_actions};
use crate::harness::same;

#[test]
fn the_next_meeting_takes_over_what_is_open() {
    with_actions("programme aue --edition run-sheet --lang de")
        .stdout(str![[r#"
Netz

Ablaufplan: Treffen in Aue
==========================

Nur für die Leitung

Wann         Dienstag, 2. März 2027
Gastgeberin  Aue

Noch offen
----------

Nr.  Was              Wer       Bis wann    Aus
───────────────────────────────────────────────────────────────────────
  1  Liste der Läden  Mühl      20.11.2026  Treffen in Mühl, 08.09.2026
  2  Karte zeichnen   Lea Lang  27.11.2026  Treffen in Mühl, 08.09.2026
  3  Raum suchen      Aue                   01.10.2026

Ablauf
------

10:00–11:00 Uhr  60 min  Rundgang

Entwurf

"#]])
        .stderr(str![[r#"
Meeting: Treffen in Aue (2027-03-02-aue)

"#]])
        .status(0);
    let output = with_actions("write minutes aue --lang en").run();
    let lines = output.stdout.lines().skip_while(|line| !line.starts_with("Still open"));
    let table: Vec<&str> = lines.take_while(|line| !line.starts_with("Actions")).collect();
    same(
        &(table.join("\n") + "\n"),
        str![[r#"
Still open
----------

No.  What             Who       By when           From            State
───────────────────────────────────────────────────────────────────────
  1  Liste der Läden  Mühl      20 November 2026  Treffen in
                                                  Mühl,
                                                  8 September
                                                  2026
  2  Karte zeichnen   Lea Lang  27 November 2026  Treffen in
                                                  Mühl,
                                                  8 September
                                                  2026
  3  Raum suchen      Aue                         1 October 2026


"#]],
    );
    // At the meeting where it was agreed it is no old debt, nor is it told to everybody.
    for command in ["write minutes muehl", "programme aue"] {
        let output = with_actions(command).run();
        assert!(!output.stdout.contains("Liste der Läden"), "{}", output.stdout);
    }
}

#[test]
fn status_names_what_is_due() {
    with_actions("status")
        .stdout(str![[r#"
Status: Netz

Treffen in Aue

Tuesday, 2 March 2027, in 100 days; host: Aue

until       state  what is to be done           how that is known
───────────────────────────────────────────────────────────────────
2026-12-08  later  send a save-the-date
2026-12-22  later  settle the venue
2027-01-05  later  have the speakers confirmed  nobody is named yet
2027-01-12  later  release the programme
2027-01-19  later  invite
2027-02-16  later  remind of the answer
2027-02-23  later  inform the press
2027-02-28  later  print the sign-in list
2027-03-03  later  record it as held
2027-03-05  later  say thanks
2027-03-16  later  write the minutes

This is how to go on:

• send a save-the-date: erfa outbox make save-the-date 2027-03-02-aue --to all

Actions that press

until       state    who       what             from             id
──────────────────────────────────────────────────────────────────────
2026-11-20  overdue  Mühl      Liste der Läden  Treffen in Mühl  liste
2026-11-27  due      Lea Lang  Karte zeichnen   Treffen in Mühl  karte

`erfa action done liste` records it as done, `erfa action move liste DATE
--reason …` moves it; `erfa outbox make action-reminder --to all` reminds all
who have one and get mail.

Mühl hosts next, after the meeting of 2 March 2027.

"#]])
        .status(0);
    let done = ACTIONS.replace("due = 2026-11", "due = 2027-11");
    let output = erfa("status").file("actions.toml", &done).run();
    assert!(!output.stdout.contains("Actions"), "{}", output.stdout);
}

#[test]
fn a_key_that_is_renamed_is_renamed_there_too() {
    let output = with_actions("rename lea-lang lea -y").run();
    assert!(text(&output).contains("owner = \"lea\"\n"), "{}", text(&output));
    with_actions("remove lea-lang -y")
        .stderr(str![[r#"
error[still-named]: contact `lea-lang` is still named here
  --> actions.toml:12:9
   |
12 | owner = "lea-lang"
   |         ^^^^^^^^^^
   |
   = help: change this place first


"#]])
        .status(1);
    with_actions("leave muehl --on 2026-12-31 -y")
        .german()
        .stderr(str![[r#"
cities.toml
  Stadt muehl
    Mitglied bis: Donnerstag, 31. Dezember 2026
Geändert. `erfa undo` nimmt es zurück.
2 Aufgaben sind bei Mühl noch offen: `erfa actions --city muehl` nennt sie.

"#]])
        .status(0);
    with_actions("privacy show lea-lang --lang de")
        .stdout(str![[r#"
Held about Lea Lang

Id       lea-lang
Contact  yes

Contact list

Purpose: to invite and to write to. The entry stays until somebody deletes it.

Id           lea-lang
Given name   Lea
Family name  Lang
City         Mühl (muehl)
Place        contacts.toml:1

Registration

Purpose: to know who comes to a meeting. Once all is settled, mostly four to
eight weeks later, `erfa privacy purge --purpose replies` puts numbers in the
place of replies.

Nothing is held.

Notes about registration

Purpose: regard for diet, assistance and the like, for the host alone. They may
concern health or religion (GDPR, Art. 9); right after the meeting `erfa privacy
purge --purpose notes` deletes them.

Nothing is held.

Attendance

Purpose: to show who was at a meeting, for thanks and certificates. With the
replies `erfa privacy purge --purpose replies` puts numbers in its place too.

Nothing is held.

Mails

Purpose: to show who was told what. The address stands in the list `list.txt`
beside each mail too. `erfa privacy purge --purpose mails` deletes both and
keeps numbers.

Nothing is held.

Ledger

Purpose: to send nothing twice. `erfa privacy purge --purpose mails` takes keys
and the server's words out of its lines.

Nothing is held.

Programmes

Purpose: the course of meetings and its record. They stay; versions that were
given out do not change any more.

Nothing is held.

Actions

Purpose: to follow up who does what until when. They stay, done ones too, until
somebody deletes the entry or the line of the minutes.

• Karte zeichnen (karte); Treffen in Mühl (2026-09-08-muehl); by 2026-11-27;
  open (actions.toml:9)

Minutes

Purpose: to show what came of a meeting. They stay until somebody changes the
line; check whether this person is meant.

Nothing is held.

Topics

Purpose: to know who wants to hear of what and who can tell of it. The entry
stays until `erfa topic want` or `erfa topic offer` with `--not` deletes it.

Nothing is held.

Further places

Lines with name, address or key that belong to none of these purposes. They stay
until somebody changes them; check whether this person is meant.

Nothing is held.

What is not told here

Signature lists and consents to photographs are on paper, and lists are kept as
long as the funding notice demands; earlier versions may stand in git and in
backups, mails among those sent too; mails and attachments to others may hold
the programme with the name, and nothing is known of what was printed or saved
elsewhere; files that are no text (Word, Excel, PDF, pictures) were not looked
into.

"#]])
        .status(0);
}

#[test]
fn what_is_wrong_in_the_file_is_found_at_its_place() {
    let wrong = "[[action]]\nid = \"a\"\nwhat = \"Liste\"\nowner = \"aue\"\nstatus = \"dropped\"\n\n\
        [[action]]\nid = \"a\"\nwhat = \"Karte\"\nowner = \"mühl\"\nmeeting = \"2026\"\nstatus = \"perhaps\"\n";
    erfa("check")
        .file("actions.toml", wrong)
        .stdout(str![[r#"
error[missing-key]: `reason` is missing here
 --> actions.toml:1:1
  |
1 | [[action]]
  | ^^^^^^^^^^
  |
  = help: add `reason = …`

error[duplicate-id]: action `a` appears twice
 --> actions.toml:8:6
  |
8 | id = "a"
  |      ^^^
  |
 ::: actions.toml:2:6
  |
2 | id = "a"
  |      --- first here
  |
  = help: give one of the two another id

error[unknown-owner]: `mühl` is no contact and no city, but has an action
  --> actions.toml:10:9
   |
10 | owner = "mühl"
   |         ^^^^^^
   |
   = help: did you mean `muehl`?

error[unknown-reference]: meeting `2026` is not known
  --> actions.toml:11:11
   |
11 | meeting = "2026"
   |           ^^^^^^
   |
   = help: did you mean `2026-09-08-muehl`?

error[bad-choice]: `perhaps` is not known here
  --> actions.toml:12:10
   |
12 | status = "perhaps"
   |          ^^^^^^^^^
   |
   = help: possible: `open`, `done` or `dropped`


"#]])
        .stderr(str![[r#"
6 files checked: 5 errors

"#]])
        .status(1);
    // A fault there stops those who read it, and nobody else.
    let output = erfa("actions").file("actions.toml", wrong).run();
    assert!(output.stderr.contains("duplicate-id"), "{}", output.stderr);
    let output = erfa("programme aue").file("actions.toml", wrong).run();
    assert_eq!(output.status, 0, "{}", output.stderr);
}
