//! `erfa confirm`, `rename`, `remove`: what stands in several files changes in all of them.

use std::fs;

use snapbox::str;

use crate::conversation::{CONTROL_U, Conversation, ENTER};
use crate::edits::{CITIES, MEETING, erfa};
use crate::harness::Test;

const REPLY: &str = "[[reply]]\nperson = \"lena-farnbach\"\nanswer = \"yes\"\n\n[[reply]]\ncity = \"aue\"\nanswer = \"no\"\n";
const EVENT: &str = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:20260101T000000Z\r\n\
                 DTSTART;VALUE=DATE:20270501\r\nSUMMARY:Fest\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

const PATH: &str = "meetings/2027-03-02-aue.toml";

/// Files that name the town and the person.
fn linked(command: &str) -> Test {
    erfa(command)
        .file("network.toml", "name = \"Netz\"\nregion = \"DE-TH\"\ncoordinator = \"aue\"\n")
        .file("replies/2027-03-02-aue.toml", REPLY)
        .file("rotation.toml", "[[skip]]\ncity = \"aue\"\nfrom = 2027-01-01\nreason = \"Umbau\"\n")
        .file("calendar/aue.ics", EVENT)
}

#[test]
fn an_idea_becomes_a_planned_meeting() {
    let idea = "title = \"Idee\"\nstatus = \"idea\" # noch\ndate-text = \"Herbst 2027\"\nhosts = [\"aue\"]\n";
    let erfa = |command: &str| erfa(command).file("meetings/idee.toml", idea);
    erfa("confirm idee --date 11.6.2027 --venue rathaus --start 9:30 -y")
        .german()
        .stderr(str![[r#"
meetings/idee.toml
  Stand: Idee → geplant
  Datum: Freitag, 11. Juni 2027
  Tagungsort: rathaus
  Beginn: 09:30
  Datum in Worten: Herbst 2027 → entfällt
Geändert. `erfa undo` nimmt es zurück.

"#]])
        .wrote(
            "meetings/idee.toml",
            str![[r#"
title = "Idee"
status = "planned" # noch
hosts = ["aue"]
date = 2027-06-11
venue = "rathaus"
start = "09:30"

"#]],
        )
        .status(0);
    erfa("confirm idee -y")
        .stderr(str![[r#"
error[bad-argument]: `idee`: it has no day yet
 |
 = help: say it with `--date`


"#]])
        .wrote("meetings/idee.toml", idea)
        .status(1);
    erfa("confirm 2027-03-02-aue")
        .stderr(str![[r#"
The meeting is planned already; `erfa set` changes single keys.

"#]])
        .status(0);
    let question = "Datum, zum Beispiel 11.6.2027: ";
    let talk = Conversation::begin(erfa("confirm idee")).sees(question).types("bald\r");
    let talk = talk
        .sees("`bald` ist kein Kalendertag")
        .sees(question)
        .types(&format!("{CONTROL_U}11. Juni 2027\r"));
    let (_, test) = talk.sees("Das ändern? [J/n] ").types(ENTER).ends(0);
    let after = fs::read_to_string(test.folder().join("meetings/idee.toml")).unwrap();
    assert!(after.contains("date = 2027-06-11\n"), "{after}");
}

#[test]
fn an_id_is_renamed_wherever_it_stands() {
    let erfa = linked;
    let output = erfa("rename aue neu-aue -y")
        .german()
        .stderr(str![[r#"
network.toml
  Koordination: aue → neu-aue
cities.toml
  Stadt aue
    Kennung: aue → neu-aue
venues.toml
  Tagungsort rathaus
    Stadt: aue → neu-aue
contacts.toml
  Kontakt lena-farnbach
    Stadt: aue → neu-aue
rotation.toml
  Aussetzen aue
    Stadt: aue → neu-aue
meetings/2027-03-02-aue.toml
  Gastgeberin: aue → neu-aue
replies/2027-03-02-aue.toml
  Antwort aue
    Stadt: aue → neu-aue
calendar/aue.ics → calendar/neu-aue.ics
Geändert. `erfa undo` nimmt es zurück.

"#]])
        .status(0);
    assert!(!output.path("calendar/aue.ics").exists());
    assert_eq!(fs::read_to_string(output.path("calendar/neu-aue.ics")).unwrap(), EVENT);
    let replies = fs::read_to_string(output.path("replies/2027-03-02-aue.toml")).unwrap();
    assert_eq!(replies, REPLY.replace("\"aue\"", "\"neu-aue\""));
    // The meeting keeps its own.
    let meeting = fs::read_to_string(output.path("meetings/2027-03-02-aue.toml")).unwrap();
    assert!(meeting.starts_with("id = \"2027-03-02-aue\"\n"), "{meeting}");
    let back = Test::new("undo -y -q").prepare(|folder| {
        fs::remove_dir(folder).unwrap();
        fs::rename(output.path(""), folder).unwrap();
    });
    let back =
        back.wrote("cities.toml", CITIES).wrote("replies/2027-03-02-aue.toml", REPLY).status(0);
    assert!(back.path("calendar/aue.ics").exists());
    assert!(!back.path("calendar/neu-aue.ics").exists());
}

#[test]
fn rooms_and_people_have_ids_that_others_say() {
    let erfa = linked;
    let output = erfa("rename farnbach lena-moor -y -q").status(0);
    let replies = fs::read_to_string(output.path("replies/2027-03-02-aue.toml")).unwrap();
    assert_eq!(replies, REPLY.replace("lena-farnbach", "lena-moor"));
    let output = erfa("rename rathaus/saal grosser-saal -y -q")
        .file(
            "meetings/2027-03-02-aue.toml",
            &MEETING.replace("title = \"Rundgang\"", "title = \"R\"\nplace = \"saal\""),
        )
        .status(0);
    let meeting = fs::read_to_string(output.path("meetings/2027-03-02-aue.toml")).unwrap();
    assert!(meeting.ends_with("place = \"grosser-saal\"\n"), "{meeting}");
    for (what, id, code) in [
        ("aue", "muehl", "bad-argument"),
        ("aue", "../aue", "bad-id"),
        ("aue", "con", "device-name"),
        ("aue", "", "bad-id"),
        ("2027-03-02-aue", "x", "bad-argument"),
        ("network", "x", "bad-argument"),
        ("2027-03-02-aue/rundgang", "begruessung", "bad-argument"),
        ("elm", "ulm", "unknown-reference"),
    ] {
        let output = erfa("rename -y").arg(what).arg(id).run();
        assert_eq!(output.status, 1, "{what} {id}");
        assert!(
            output.stderr.contains(&format!("error[{code}]")),
            "{what} {id}: {}",
            output.stderr
        );
        assert!(!output.path(".erfa/changes/000001").exists(), "{what} {id}");
    }
}

#[test]
fn what_nobody_names_can_go() {
    let gone = |command: &str, path: &str| {
        let output = erfa(command).status(0);
        fs::read_to_string(output.path(path)).unwrap_or_default()
    };
    let cities = gone("remove muehl -y -q", "cities.toml");
    assert_eq!(cities, "# Die Städte\n[[city]]\nid = \"aue\"\nname = \"Aue\" # kurz\n");
    assert_eq!(gone("remove farnbach -y -q", "contacts.toml"), "");
    let meeting = gone("remove 2027-03-02-aue/begruessung -y -q", "meetings/2027-03-02-aue.toml");
    assert!(
        meeting.ends_with("venue = \"rathaus\"\n\n[[session]]\ntitle = \"Rundgang\"\n"),
        "{meeting}"
    );
    assert_eq!(gone("remove treffen:2027-03 -y -q", "meetings/2027-03-02-aue.toml"), "");
    erfa("remove aue")
        .german()
        .stderr(str![[r#"
Fehler[still-named]: Stadt `aue` wird hier noch genannt
 --> venues.toml:4:8
  |
4 | city = "aue"
  |        ^^^^^
  |
  = Hilfe: ändern Sie zuerst diese Stelle

Fehler[still-named]: Stadt `aue` wird hier noch genannt
 --> contacts.toml:5:8
  |
5 | city = "aue"
  |        ^^^^^
  |
  = Hilfe: ändern Sie zuerst diese Stelle

Fehler[still-named]: Stadt `aue` wird hier noch genannt
 --> meetings/2027-03-02-aue.toml:4:10
  |
4 | hosts = ["aue"]
  |          ^^^^^
  |
  = Hilfe: ändern Sie zuerst diese Stelle

3 Fehler

"#]])
        .status(1);
    erfa("remove rathaus -y")
        .stderr(str![[r#"
error[still-named]: venue `rathaus` is still named here
 --> meetings/2027-03-02-aue.toml:5:9
  |
5 | venue = "rathaus"
  |         ^^^^^^^^^
  |
  = help: change this place first


"#]])
        .status(1);
    // Only that it was held may have been typed by mistake.
    let held = MEETING.replace("hosts", "status = \"held\"\nhosts");
    let path = "meetings/2027-03-02-aue.toml";
    let removed = erfa("remove 2027-03 -y").file(path, &held).run();
    assert_eq!((removed.status, removed.path(path).exists()), (0, false), "{}", removed.stderr);
    assert!(removed.stderr.starts_with("As held it counted in the account"), "{}", removed.stderr);
    // What counted for nobody takes nothing with it.
    let idle = held.replace("hosts", "counts = false\nhosts");
    let removed = erfa("remove 2027-03 -y").file(path, &idle).run();
    assert_eq!((removed.status, removed.stderr.contains("counted")), (0, false));
    let held = held.replace("hosts", "attended = [\"aue\"]\nhosts");
    erfa("remove 2027-03 -y")
        .file(path, &held)
        .stderr(str![[r#"
error[bad-argument]: `2027-03-02-aue`: something of it stays (who was there)


"#]])
        .wrote(path, &*held)
        .status(1);
    erfa("remove network -y")
        .stderr(str![[r#"
error[bad-argument]: `network`: without its network there is no workspace


"#]])
        .status(1);
}

#[test]
fn an_item_that_no_version_tells_of_gets_another_id() {
    let release = "release 2027-03-02-aue --by Muster --reason erste -y";
    let released = fs::read_to_string(erfa(release).run().path(PATH)).unwrap();
    let later =
        released.replacen("[[release]]", "[[session]]\ntitle = \"Neues\"\n\n[[release]]", 1);
    let rename = |words: &str| {
        let output = erfa(&format!("rename 2027-03-02-aue/{words} -y")).file(PATH, &later).run();
        (output.status, fs::read_to_string(output.path(PATH)).unwrap(), output.stderr)
    };
    let (status, text, said) = rename("neues anderes");
    assert!(status == 0 && text.contains("id = \"anderes\""), "{said}");
    let (status, text, said) = rename("begruessung hallo");
    assert!(status == 1 && said.contains("a version of the programme tells of the item"), "{said}");
    assert_eq!(text, later);
}
