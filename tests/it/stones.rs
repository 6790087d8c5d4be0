//! What people write by hand is understood, or the one key that was meant is named.

use snapbox::str;

use crate::harness::Test;

fn meeting(command: &str, text: &str) -> Test {
    Test::new(command)
        .german()
        .network()
        .file("cities.toml", "[[city]]\nid = \"aue\"\nname = \"Aue\"\n")
        .file("meetings/herbst.toml", text)
}

#[test]
fn what_people_write_is_understood() {
    let text = "title = \"Herbst\"\nstatus = \"geplant\"\ndate = 2027-10-12\nhosts = [\"aue\"]\n\
                [[session]]\nkind = \"Begrüßung\"\ntitle = \"Gruß\"\nstart = \"9:30\"\nduration = 20\n\
                people = \"Lena Farnbach, Bauamt; Frau Muster\"\n\
                [[session]]\ntitle = \"Markt\"\nduration = \"40\"\nstatus = \"abgesprochen\"\n\
                people = [\"Veit Salzwinkel\", { name = \"Bo Elsner\" }]\naudience = \"öffentlich\"\n\
                [[session]]\nkind = \"pause\"\n\
                [[session]]\ntitle = \"Rundgang\"\nkind = \"Tour\"\npart-of-day = \"nachmittags\"\nend = \"offen\"\n";
    let check = meeting("check", text).run();
    assert_eq!(check.status, 0, "{}{}", check.stdout, check.stderr);
    meeting("programme herbst --format text", text)
        .stdout(str![[r#"
Netz

Herbst
======

Wann         Dienstag, 12. Oktober 2027
Gastgeberin  Aue

Programm
--------

09:30 Uhr, 20 min        Gruß
                         Lena Farnbach, Bauamt
                         Frau Muster

40 min                   Markt
                         Veit Salzwinkel
                         Bo Elsner

                         Pause

nachmittags, Ende offen  Rundgang

Entwurf

"#]])
        .status(0);
}

#[test]
fn of_what_is_not_understood_the_key_is_named() {
    let text = "title = \"Herbst\"\ndate = \"2.3.2027\"\nhosts = [\"aue\"]\nlocation = \"Halle\"\n\
                time = \"9:30\"\n\
                [[session]]\ntitle = \"Eins\"\nstart = \"nachmittags\"\nspeaker = \"Frau Muster\"\n\
                until = \"14:00\"\nroom = \"Saal\"\n\
                [[session]]\ntitle = \"Zwei\"\nstart = \"13:00 bis 16:00\"\nkind = \"Vortag\"\nDauer = \"1 h\"\n";
    meeting("check", text)
        .stdout(str![[r#"
Fehler[day-in-words]: `2.3.2027` ist hier kein Tag
 --> meetings/herbst.toml:2:8
  |
2 | date = "2.3.2027"
  |        ^^^^^^^^^^
  |
  = Hilfe: schreiben Sie 2027-03-02, ohne Anführungszeichen

Fehler[unknown-key]: unbekannter Schlüssel `location`
 --> meetings/herbst.toml:4:1
  |
4 | location = "Halle"
  | ^^^^^^^^
  |
  = Hilfe: meinten Sie `venue`, etwa `venue = "rathaus"`?

Fehler[unknown-key]: unbekannter Schlüssel `time`
 --> meetings/herbst.toml:5:1
  |
5 | time = "9:30"
  | ^^^^
  |
  = Hilfe: meinten Sie `start`, etwa `start = "09:30"`?

Fehler[bad-time]: `nachmittags` ist keine Uhrzeit
 --> meetings/herbst.toml:8:9
  |
8 | start = "nachmittags"
  |         ^^^^^^^^^^^^^
  |
  = Hilfe: eine Tageszeit steht in `part-of-day = "nachmittags"`

Fehler[unknown-key]: unbekannter Schlüssel `speaker`
 --> meetings/herbst.toml:9:1
  |
9 | speaker = "Frau Muster"
  | ^^^^^^^
  |
  = Hilfe: meinten Sie `people`, etwa `people = [{ name = "Lena Farnbach", function = "Bauamt" }]`?

Fehler[unknown-key]: unbekannter Schlüssel `until`
  --> meetings/herbst.toml:10:1
   |
10 | until = "14:00"
   | ^^^^^
   |
   = Hilfe: meinten Sie `end`, etwa `end = "16:00"`?

Fehler[unknown-key]: unbekannter Schlüssel `room`
  --> meetings/herbst.toml:11:1
   |
11 | room = "Saal"
   | ^^^^
   |
   = Hilfe: meinten Sie `place`, etwa `place = "Saal 1"`?

Fehler[bad-time]: `13:00 bis 16:00` ist keine Uhrzeit
  --> meetings/herbst.toml:14:9
   |
14 | start = "13:00 bis 16:00"
   |         ^^^^^^^^^^^^^^^^^
   |
   = Hilfe: schreiben Sie `start = "13:00"` und `end = "16:00"`

Fehler[bad-choice]: `Vortag` gibt es hier nicht
  --> meetings/herbst.toml:15:8
   |
15 | kind = "Vortag"
   |        ^^^^^^^^
   |
   = Hilfe: meinten Sie `Vortrag`?

Fehler[unknown-key]: unbekannter Schlüssel `Dauer`
  --> meetings/herbst.toml:16:1
   |
16 | Dauer = "1 h"
   | ^^^^^
   |
   = Hilfe: meinten Sie `duration`, etwa `duration = "45 min"`?


"#]])
        .stderr(str![[r#"
3 Dateien geprüft: 10 Fehler

"#]])
        .status(1);
}

#[test]
fn words_are_written_back_as_they_were_typed() {
    let text = "title = \"Herbst\"\ndate = 2027-10-12\nhosts = [\"aue\"]\n\n[[session]]\ntitle = \"Eins\"\n\n\
                [[session.items]]\ntitle = \"Teil\"\n";
    for (what, key, value, line) in [
        ("herbst/eins", "art", "Pause", "kind = \"Pause\""),
        ("herbst/1", "status", "angefragt", "status = \"angefragt\""),
        ("herbst/eins.1", "dauer", "20", "duration = \"20\""),
        ("herbst/1.teil", "titel", "Erster Teil", "title = \"Erster Teil\""),
        ("herbst", "datum", "13.10.2027", "date = 2027-10-13"),
    ] {
        let output = meeting("set -y", text).arg(what).arg(key).arg(value).run();
        assert_eq!(output.status, 0, "{}", output.stderr);
        let written = std::fs::read_to_string(output.path("meetings/herbst.toml")).unwrap();
        assert!(written.lines().any(|written| written == line), "{line}\n{written}");
    }
    let output = meeting("add session Zweiter --under eins -y", text).run();
    let written = std::fs::read_to_string(output.path("meetings/herbst.toml")).unwrap();
    assert_eq!(
        written,
        format!("{text}\n[[session.items]]\ntitle = \"Zweiter\"\n"),
        "{}",
        output.stderr
    );
    let gone = meeting("remove herbst/eins.1 -y", text).run();
    let written = std::fs::read_to_string(gone.path("meetings/herbst.toml")).unwrap();
    assert!(!written.contains("[[session.items]]"), "{written}");
}

#[test]
fn no_words_of_a_library_reach_anybody() {
    for command in ["plan --count x", "plan --count 99999999999999999999", "send --expect 1.5"] {
        let output = Test::new(command).german().run();
        assert_eq!(output.status, 2);
        assert!(output.stderr.ends_with("Hilfe: eine Zahl wie 3\n"), "{}", output.stderr);
    }
}
