//! `erfa actions` and `erfa action`: what was agreed, what became of it, and where it comes up again.

use snapbox::str;

use crate::harness::{Output, Test, same};

const CITIES: &str =
    "[[city]]\nid = \"aue\"\nname = \"Aue\"\n\n[[city]]\nid = \"muehl\"\nname = \"Mühl\"\n";
const CONTACTS: &str = "[[contact]]\nid = \"lea-lang\"\ngiven-name = \"Lea\"\nfamily-name = \"Lang\"\ncity = \"muehl\"\n";
const LAST: &str =
    "title = \"Treffen in Mühl\"\ndate = 2026-09-08\nhosts = [\"muehl\"]\nstatus = \"held\"\n";
const NEXT: &str = "title = \"Treffen in Aue\"\ndate = 2027-03-02\nhosts = [\"aue\"]\n\n[[session]]\ntitle = \"Rundgang\"\nstart = \"10:00\"\nend = \"11:00\"\n";
const ACTIONS: &str = "# Verabredet\n[[action]]\nid = \"liste\"\nwhat = \"Liste der Läden\"\nowner = \"muehl\"\n\
    due = 2026-11-20 # der Freitag\nmeeting = \"2026-09-08-muehl\"\n\n[[action]]\nid = \"karte\"\nwhat = \"Karte zeichnen\"\n\
    owner = \"lea-lang\"\ndue = 2026-11-27\nmeeting = \"2026-09-08-muehl\"\n\n[[action]]\nid = \"raum\"\nwhat = \"Raum suchen\"\n\
    owner = \"aue\"\nagreed = 2026-10-01\n\n[[action]]\nid = \"alt\"\nwhat = \"Altes Blatt\"\nowner = \"aue\"\nstatus = \"done\"\nclosed = 2026-10-05\n";

fn erfa(command: &str) -> Test {
    Test::new(command)
        .network()
        .file("cities.toml", CITIES)
        .file("contacts.toml", CONTACTS)
        .file("meetings/2026-09-08-muehl.toml", LAST)
        .file("meetings/2027-03-02-aue.toml", NEXT)
}

fn with_actions(command: &str) -> Test {
    erfa(command).file("actions.toml", ACTIONS)
}

fn text(output: &Output) -> String {
    std::fs::read_to_string(output.path("actions.toml")).unwrap()
}

#[test]
fn what_presses_comes_first() {
    with_actions("actions")
        .stdout(str![[r#"
bis         Stand       wer       was             aus         Kennung
─────────────────────────────────────────────────────────────────────
20.11.2026  überfällig  Mühl      Liste der       Treffen in  liste
                                  Läden           Mühl
27.11.2026  fällig      Lea Lang  Karte zeichnen  Treffen in  karte
                                                  Mühl
            offen       Aue       Raum suchen     01.10.2026  raum

Offen: 3; überfällig: 1; binnen einer Woche fällig: 1; erledigt oder
entfallen: 1 (`--all` nennt sie).

"#]])
        .status(0);
    with_actions("actions --all")
        .german()
        .stdout(str![[r#"
bis         Stand       wer       was          aus         Kennung
──────────────────────────────────────────────────────────────────
20.11.2026  überfällig  Mühl      Liste der    Treffen in  liste
                                  Läden        Mühl
27.11.2026  fällig      Lea Lang  Karte        Treffen in  karte
                                  zeichnen     Mühl
            offen       Aue       Raum suchen  01.10.2026  raum
            erledigt    Aue       Altes Blatt              alt
            05.10.2026

Offen: 3; überfällig: 1; binnen einer Woche fällig: 1; erledigt oder
entfallen: 1.

"#]])
        .status(0);
    with_actions("actions --city Mühl --lang de")
        .german()
        .stdout(str![[r#"
bis         Stand       wer       was             aus         Kennung
─────────────────────────────────────────────────────────────────────
20.11.2026  überfällig  Mühl      Liste der       Treffen in  liste
                                  Läden           Mühl
27.11.2026  fällig      Lea Lang  Karte zeichnen  Treffen in  karte
                                                  Mühl

Offen: 2; überfällig: 1; binnen einer Woche fällig: 1.

"#]])
        .status(0);
    with_actions("actions --person lang")
        .stdout(str![[r#"
bis         Stand   wer       was             aus              Kennung
──────────────────────────────────────────────────────────────────────
27.11.2026  fällig  Lea Lang  Karte zeichnen  Treffen in Mühl  karte

Offen: 1; binnen einer Woche fällig: 1.

"#]])
        .status(0);
    with_actions("actions --meeting aue")
        .stdout(str![[r#"
Keine Aufgabe, auf die das passt, ist offen.

"#]])
        .stderr(str![[r#"
Meeting: Treffen in Aue (2027-03-02-aue)

"#]])
        .status(0);
    erfa("actions")
        .stdout(str![[r#"
Keine Aufgabe ist offen.

"#]])
        .status(0);
}

#[test]
fn the_list_is_data_and_a_spreadsheet() {
    with_actions("actions --city muehl --json")
        .stdout(str![[r#"
{
  "today": "2026-11-22",
  "actions": [
    {
      "id": "liste",
      "what": "Liste der Läden",
      "owner": "Mühl",
      "owner_id": "muehl",
      "city": "Mühl",
      "due": "2026-11-20",
      "standing": "overdue",
      "meeting": "2026-09-08-muehl",
      "meeting_title": "Treffen in Mühl",
      "agreed": "2026-09-08",
      "closed": null,
      "reason": null,
      "moved": [],
      "place": {
        "file": "actions.toml",
        "line": 2,
        "column": 1
      }
    },
    {
      "id": "karte",
      "what": "Karte zeichnen",
      "owner": "Lea Lang",
      "owner_id": "lea-lang",
      "city": "Mühl",
      "due": "2026-11-27",
      "standing": "due",
      "meeting": "2026-09-08-muehl",
      "meeting_title": "Treffen in Mühl",
      "agreed": "2026-09-08",
      "closed": null,
      "reason": null,
      "moved": [],
      "place": {
        "file": "actions.toml",
        "line": 9,
        "column": 1
      }
    }
  ],
  "open": 2,
  "due": 1,
  "overdue": 1,
  "left_out": 0
}

"#]])
        .status(0);
    with_actions("actions --all --format csv --lang de")
        .stdout(str![[r#"
﻿Kennung;Was;Wer;Stadt;Bis;Stand;Treffen;Verabredet;Abgeschlossen;Grund;Verschoben␍
liste;Liste der Läden;Mühl;Mühl;2026-11-20;überfällig;2026-09-08-muehl;2026-09-08;;;0␍
karte;Karte zeichnen;Lea Lang;Mühl;2026-11-27;fällig;2026-09-08-muehl;2026-09-08;;;0␍
raum;Raum suchen;Aue;Aue;;offen;;2026-10-01;;;0␍
alt;Altes Blatt;Aue;Aue;;erledigt;;;2026-10-05;;0␍

"#]])
        .status(0);
}

#[test]
fn an_agreement_is_written_down() {
    let output = erfa("action add Lea")
        .arg("Liste der Förderstellen schicken")
        .arg("--due")
        .arg("1.3.2027")
        .arg("--meeting")
        .arg("mühl")
        .arg("-y")
        .stderr(str![[r#"
Meeting: Treffen in Mühl (2026-09-08-muehl)
actions.toml (new)
  action liste-der-foerderstellen-schicken (new)
    id: liste-der-foerderstellen-schicken
    what: Liste der Förderstellen schicken
    owner: lea-lang
    due: Monday, 1 March 2027
    meeting: 2026-09-08-muehl
Agreed: Lea Lang – Liste der Förderstellen schicken – by 1 March 2027 (`liste-der-foerderstellen-schicken` in `actions.toml`).

"#]])
        .wrote("actions.toml", str![[r#"
[[action]]
id = "liste-der-foerderstellen-schicken"
what = "Liste der Förderstellen schicken"
owner = "lea-lang"
due = 2027-03-01
meeting = "2026-09-08-muehl"

"#]])
        .status(0);
    // The second of the same words gets another key; without a meeting the day is kept.
    output
        .again()
        .command_line("action add muehl")
        .arg("Liste der Förderstellen schicken")
        .arg("-y")
        .german()
        .stderr(str![[r#"
actions.toml
  Aufgabe liste-der-foerderstellen-schicken-2 (neu)
    id: liste-der-foerderstellen-schicken-2
    what: Liste der Förderstellen schicken
    owner: muehl
    agreed: Sonntag, 22. November 2026
Verabredet: Mühl – Liste der Förderstellen schicken (`liste-der-foerderstellen-schicken-2` in `actions.toml`).

"#]])
        .wrote("actions.toml", str![[r#"
[[action]]
id = "liste-der-foerderstellen-schicken"
what = "Liste der Förderstellen schicken"
owner = "lea-lang"
due = 2027-03-01
meeting = "2026-09-08-muehl"

[[action]]
id = "liste-der-foerderstellen-schicken-2"
what = "Liste der Förderstellen schicken"
owner = "muehl"
agreed = 2026-11-22

"#]])
        .status(0);
}

#[test]
fn nothing_is_written_unless_somebody_agrees() {
    erfa("action add aue Liste")
        .stderr(str![[r#"
actions.toml (new)
  action liste (new)
    id: liste
    what: Liste
    owner: aue
    agreed: Sunday, 22 November 2026
error[unasked]: nothing is changed: nobody can be asked here
 |
 = help: `-y` does it without asking


"#]])
        .status(1);
    let output = with_actions("action done liste --dry-run")
        .stderr(str![[r#"
actions.toml
  action liste
    status: done
    closed: Sunday, 22 November 2026
Only shown; nothing is changed.

"#]])
        .status(0);
    assert_eq!(text(&output), ACTIONS);
}

#[test]
fn what_became_of_it_is_kept_with_its_day() {
    let output = with_actions("action done läd -y")
        .stderr(str![[r#"
actions.toml
  action liste
    status: done
    closed: Sunday, 22 November 2026
Changed. `erfa undo` takes it back.

"#]])
        .wrote(
            "actions.toml",
            str![[r##"
# Verabredet
[[action]]
id = "liste"
what = "Liste der Läden"
owner = "muehl"
due = 2026-11-20 # der Freitag
meeting = "2026-09-08-muehl"
status = "done"
closed = 2026-11-22

[[action]]
id = "karte"
what = "Karte zeichnen"
owner = "lea-lang"
due = 2026-11-27
meeting = "2026-09-08-muehl"

[[action]]
id = "raum"
what = "Raum suchen"
owner = "aue"
agreed = 2026-10-01

[[action]]
id = "alt"
what = "Altes Blatt"
owner = "aue"
status = "done"
closed = 2026-10-05

"##]],
        )
        .status(0);
    // Said twice, nothing changes; what is done is neither moved nor dropped.
    let output = output
        .again()
        .command_line("action done liste -y")
        .stderr(str![[r#"
It says so already; nothing is changed.

"#]])
        .status(0);
    let output = output
        .again()
        .command_line("action move liste 2027-01-01 --reason Urlaub -y")
        .german()
        .stderr(str![[r#"
Fehler[bad-argument]: `liste`: ist seit 22.11.2026 erledigt
 |
 = Hilfe: `status = "open"` in `actions.toml` öffnet sie wieder


"#]])
        .status(1);
    // Taken back, every byte is as it was.
    let output = output.again().command_line("undo -y").run();
    assert_eq!(text(&output), ACTIONS);
    let output = output
        .again()
        .command_line("action move karte 15.1.2027 --reason Urlaub -y")
        .german()
        .stderr(str![[r#"
actions.toml
  Aufgabe karte
    due: Freitag, 27. November 2026 → Freitag, 15. Januar 2027
    verschoben vom 2026-11-27 (neu)
      from: Freitag, 27. November 2026
      on: Sonntag, 22. November 2026
      reason: Urlaub
Geändert. `erfa undo` nimmt es zurück.

"#]])
        .status(0);
    output
        .again()
        .command_line("action drop karte -y --reason")
        .arg("Das Amt hat eine")
        .german()
        .stderr(str![[r#"
actions.toml
  Aufgabe karte
    status: dropped
    closed: Sonntag, 22. November 2026
    reason: Das Amt hat eine
Geändert. `erfa undo` nimmt es zurück.

"#]])
        .wrote(
            "actions.toml",
            str![[r##"
# Verabredet
[[action]]
id = "liste"
what = "Liste der Läden"
owner = "muehl"
due = 2026-11-20 # der Freitag
meeting = "2026-09-08-muehl"

[[action]]
id = "karte"
what = "Karte zeichnen"
owner = "lea-lang"
due = 2027-01-15
meeting = "2026-09-08-muehl"
status = "dropped"
closed = 2026-11-22
reason = "Das Amt hat eine"

[[action.moved]]
from = 2026-11-27
on = 2026-11-22
reason = "Urlaub"

[[action]]
id = "raum"
what = "Raum suchen"
owner = "aue"
agreed = 2026-10-01

[[action]]
id = "alt"
what = "Altes Blatt"
owner = "aue"
status = "done"
closed = 2026-10-05

"##]],
        )
        .status(0);
}

#[test]
fn words_that_fit_several_or_none_are_no_answer() {
    with_actions("action done a")
        .stderr(str![[r#"
error[unknown-reference]: action `a` is not known
 |
 = help: `erfa actions --all` lists them, and `erfa action add` adds one


"#]])
        .status(1);
    with_actions("action done kart")
        .stderr(str![[r#"
actions.toml
  action karte
    status: done
    closed: Sunday, 22 November 2026
error[unasked]: nothing is changed: nobody can be asked here
 |
 = help: `-y` does it without asking


"#]])
        .status(1);
    let more = ACTIONS.replace("Raum suchen", "Liste der Räume");
    erfa("action done Lis -y").file("actions.toml", &more).stderr(str![[r#"
error[several-meant]: `Lis` can mean several: `liste` (Liste der Läden, Mühl, open); `raum` (Liste der Räume, Aue, open)
 |
 = help: name one of them by its id


"#]]).status(1);
    erfa("action done der -y").file("actions.toml", &more).stderr(str![[r#"
error[several-meant]: `der` can mean several: `liste` (Liste der Läden, Mühl, open); `raum` (Liste der Räume, Aue, open)
 |
 = help: name one of them by its id


"#]]).status(1);
    with_actions("action add Pirna Liste -y")
        .stderr(str![[r#"
error[unknown-reference]: the name `Pirna` is not known
 |
 = help: `erfa meetings`, `cities`, `venues` and `contacts` list the names


"#]])
        .status(1);
}

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

Offen aus früheren Treffen
--------------------------

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
    let lines = output.stdout.lines().skip_while(|line| !line.starts_with("Open from"));
    let table: Vec<&str> = lines.take_while(|line| !line.starts_with("Actions")).collect();
    same(
        &(table.join("\n") + "\n"),
        str![[r#"
Open from earlier meetings
--------------------------

No.  What             Who       By when     From              State
───────────────────────────────────────────────────────────────────
  1  Liste der Läden  Mühl      2026-11-20  Treffen in Mühl,
                                            2026-09-08
  2  Karte zeichnen   Lea Lang  2026-11-27  Treffen in Mühl,
                                            2026-09-08
  3  Raum suchen      Aue                   2026-10-01


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

Actions that are due

until       state    who       what             from             id
──────────────────────────────────────────────────────────────────────
2026-11-20  overdue  Mühl      Liste der Läden  Treffen in Mühl  liste
2026-11-27  due      Lea Lang  Karte zeichnen   Treffen in Mühl  karte

`erfa action done liste` records it as done, `erfa action move liste DATE
--reason …` moves it; `erfa outbox make action-reminder --to all` reminds all
who have one.

Mühl hosts next, as reckoned for 2 March 2027.

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
    member-until: Donnerstag, 31. Dezember 2026
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

Further places

Lines with name, address or key that belong to none of these purposes. They stay
until somebody changes them; check whether this person is meant.

• owner = "lea-lang" (actions.toml:12)

What is not told here

Signature lists and consents to photographs are on paper, and lists are kept as
long as the funding notice demands; earlier versions may stand in git and in
backups, mails among those sent too; mails and attachments to others may hold
the programme with the name, and nothing is known of what was printed or saved
elsewhere.

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
