//! `erfa set`, `join`, `leave`: a key changes, and nothing else; shown in words, and asked about.

use std::fs;

use snapbox::str;

use crate::conversation::{Conversation, ENTER};
use crate::harness::Test;

pub(crate) const CITIES: &str = "# Die Städte\n[[city]]\nid = \"aue\"\nname = \"Aue\" # kurz\n\n[[city]]\nid = \"muehl\"\n\
                      name = \"Mühl\"\nmember-since = 2020-01-01\n";
const VENUES: &str = "[[venue]]\nid = \"rathaus\"\nname = \"Altes Rathaus\"\ncity = \"aue\"\n\n\
                      [[venue.room]]\nid = \"saal\"\nname = \"Großer Saal\"\n";
const CONTACTS: &str = "[[contact]]\nid = \"lena-farnbach\"\ngiven-name = \"Lena\"\nfamily-name = \"Farnbach\"\n\
                        city = \"aue\"\n";
pub(crate) const MEETING: &str = "id = \"2027-03-02-aue\"\ntitle = \"Treffen in Aue\"\ndate = 2027-03-02 # Dienstag\n\
                       hosts = [\"aue\"]\nvenue = \"rathaus\"\n\n# Der Anfang\n[[session]]\nid = \"begruessung\"\n\
                       kind = \"welcome\"\ntitle = \"Begrüßung\"\nstart = \"9:00\"\n\n[[session]]\ntitle = \"Rundgang\"\n";

pub(crate) fn erfa(command: &str) -> Test {
    Test::new(command)
        .network()
        .file("cities.toml", CITIES)
        .file("venues.toml", VENUES)
        .file("contacts.toml", CONTACTS)
        .file("meetings/2027-03-02-aue.toml", MEETING)
}

#[test]
fn a_change_is_shown_and_not_made_where_nobody_can_be_asked() {
    let output = erfa("set aue postcode 07743")
        .german()
        .stderr(str![[r#"
cities.toml
  Stadt aue
    Postleitzahl: 07743
Fehler[unasked]: nichts ist geändert: Hier kann niemand gefragt werden
 |
 = Hilfe: mit `-y` geschieht es ohne Rückfrage


"#]])
        .wrote("cities.toml", CITIES)
        .status(1);
    assert!(!output.path(".erfa").exists());
    erfa("set aue postcode 07743 --dry-run --yes")
        .stderr(str![[r#"
cities.toml
  city aue
    postcode: 07743
Only shown; nothing is changed.

"#]])
        .wrote("cities.toml", CITIES)
        .status(0);
}

#[test]
fn a_change_is_asked_about_on_a_terminal() {
    let question = "Das ändern? [J/n] ";
    let (screen, test) =
        Conversation::begin(erfa("set Aue plz 07743")).sees(question).types(ENTER).ends(0);
    assert!(screen.contains("Postleitzahl: 07743"), "{screen}");
    let after = fs::read_to_string(test.folder().join("cities.toml")).unwrap();
    assert_eq!(after, CITIES.replace("# kurz\n", "# kurz\npostcode = \"07743\"\n"));
    let refused = Conversation::begin(erfa("set aue plz 07743")).sees(question).types("n\r");
    let (_, test) = refused.sees("Abgebrochen; nichts wurde geschrieben.").ends(130);
    assert_eq!(fs::read_to_string(test.folder().join("cities.toml")).unwrap(), CITIES);
}

/// What becomes of the files when a command is run, each line that comes or goes.
fn changes(command: &str, words: &[&str]) -> (i32, String) {
    let test = words.iter().fold(erfa(command), Test::arg).arg("-y").arg("-q");
    let output = test.run();
    let mut said = output.stderr.clone();
    let files = [
        ("cities.toml", CITIES),
        ("venues.toml", VENUES),
        ("contacts.toml", CONTACTS),
        ("meetings/2027-03-02-aue.toml", MEETING),
        ("network.toml", "name = \"Netz\"\nregion = \"DE-TH\"\n"),
    ];
    for (path, before) in files {
        let after = fs::read_to_string(output.path(path)).unwrap();
        let lines = |text: &str| text.lines().map(str::to_owned).collect::<Vec<_>>();
        let (before, after) = (lines(before), lines(&after));
        let gone = before.iter().filter(|line| !after.contains(line));
        let new = after.iter().filter(|line| !before.contains(line));
        said.extend(gone.map(|line| format!("-{line}\n")));
        said.extend(new.map(|line| format!("+{line}\n")));
    }
    (output.status, said)
}

#[test]
fn values_are_taken_as_people_write_them() {
    let cases: &[(&str, &[&str], &str)] = &[
        ("set 2027-03-02-aue start", &["9:30"], "+start = \"09:30\"\n"),
        ("set 2027-03-02-aue Beginn", &["ab 9:30"], "+start = \"ab 9:30\"\n"),
        ("set 2027-03-02-aue ende", &["16", "Uhr"], "+end = \"16:00\"\n"),
        (
            "set 2027-03-02-aue date",
            &["11. Juni 2027"],
            "-date = 2027-03-02 # Dienstag\n+date = 2027-06-11 # Dienstag\n",
        ),
        ("set 2027-03-02-aue Gastgeber", &["Mühl"], "-hosts = [\"aue\"]\n+hosts = [\"muehl\"]\n"),
        ("set 2027-03-02-aue counts", &["nein"], "+counts = false\n"),
        ("set 2027-03-02-aue status", &["eingeladen"], "+status = \"eingeladen\"\n"),
        ("set 2027-03-02-aue raum", &["Großer Saal"], "+room = \"saal\"\n"),
        (
            "set 2027-03-02-aue anmeldeschluss",
            &["1.2.2027"],
            "+[registration]\n+until = 2027-02-01\n",
        ),
        (
            "set 2027-03-02-aue/begruessung start",
            &["09.15"],
            "-start = \"9:00\"\n+start = \"09:15\"\n",
        ),
        ("set aue/rundgang room", &["Großer Saal"], "+place = \"saal\"\n"),
        ("set aue/2 kind", &["Pause"], "+kind = \"Pause\"\n"),
        ("set aue/2 ort", &["Marktplatz"], "+place = \"Marktplatz\"\n"),
        (
            "set aue/2 people",
            &["Lena Farnbach; Veit Salzwinkel, Bauamt"],
            "+people = [{ contact = \"lena-farnbach\" }, { name = \"Veit Salzwinkel\", function = \"Bauamt\" }]\n",
        ),
        ("set rathaus/saal seats", &["80"], "+seats = 80\n"),
        ("set Farnbach e-mail", &["lena@example.org"], "+mail = \"lena@example.org\"\n"),
        ("set Farnbach mail", &["nie"], "+mail = false\n"),
        ("set Farnbach Anrede", &["frau"], "+form-of-address = \"frau\"\n"),
        ("set Farnbach gruppen", &["beirat,", "presse"], "+groups = [\"beirat\", \"presse\"]\n"),
        ("set Farnbach stadt", &["Mühl"], "-city = \"aue\"\n+city = \"muehl\"\n"),
        ("set network checklist.press", &["nein"], "+\n+[checklist]\n+press = false\n"),
        ("set network checklist.press", &["10"], "+\n+[checklist]\n+press = 10\n"),
        ("set network cadence.months", &["3, 9"], "+\n+[cadence]\n+months = [3, 9]\n"),
        ("set netzwerk rotation.travel", &["ja"], "+\n+[rotation]\n+travel = true\n"),
        ("set Mühl --remove member-since", &[], "-member-since = 2020-01-01\n"),
        ("join aue --on", &["1.1.2027"], "+member-since = 2027-01-01\n"),
        ("leave mühl --on", &["31.12.2027"], "+member-until = 2027-12-31\n"),
    ];
    for (command, words, expected) in cases {
        let (status, said) = changes(command, words);
        assert_eq!((status, said.as_str()), (0, *expected), "{command} {words:?}");
    }
}

#[test]
fn what_would_be_wrong_is_refused() {
    let cases: &[(&str, &[&str], &str)] = &[
        ("set aue postcode", &["7743"], "bad-digits"),
        ("set aue name", &["a\nid = \"x\""], "control-character"),
        ("set aue foo", &["bar"], "unknown-key"),
        ("set aue id", &["elm"], "bad-argument"),
        ("set aue name", &[""], "bad-argument"),
        ("set aue name --remove", &[], "missing-key"),
        ("set aue note", &["\u{7}"], "control-character"),
        ("set aue share", &["viel"], "wrong-type"),
        ("set aue member-since", &["32.1.2027"], "day-in-words"),
        ("set aue member-since", &["1\nid = 2"], "day-in-words"),
        ("set 2027-03-02-aue date", &["31.2.2027"], "no calendar has this day"),
        ("set 2027-03-02-aue status", &["durchgeführt"], "cannot-be-held"),
        ("set 2027-03-02-aue id", &["x"], "bad-argument"),
        ("set 2027-03-02-aue venue", &["Kurhaus"], "unknown-reference"),
        ("set 2027-03-02-aue session", &["x"], "bad-argument"),
        ("set 2027-03-02-aue people", &["[{ name = \"a\" }]\nx = 1"], "wrong-type"),
        ("set 2027-03-02-aue/nichts start", &["9:00"], "unknown-reference"),
        ("set rathaus/keller seats", &["8"], "unknown-reference"),
        ("set ../cities name", &["x"], "unknown-reference"),
        ("set treffen:aue/7 title", &["x"], "unknown-reference"),
        ("leave elm", &[], "unknown-reference"),
        ("join aue --on", &["31.2.2027"], "error"),
    ];
    for (command, words, code) in cases {
        let (status, said) = changes(command, words);
        assert_ne!(status, 0, "{command} {words:?}: {said}");
        assert!(said.contains(code), "{command} {words:?}: {said}");
        assert!(!said.lines().any(|line| line.starts_with(['+', '-'])), "{command}: {said}");
    }
}

#[test]
fn nothing_changes_where_it_says_so_already() {
    erfa("set aue name Aue")
        .german()
        .stderr("Das steht schon so da; nichts ist geändert.\n")
        .status(0);
    erfa("set aue note --remove")
        .stderr("It does not say so at all; nothing is changed.\n")
        .status(0);
    erfa("join muehl --on 2026-01-01")
        .stderr("Mühl is a member since 1\u{a0}January 2020; nothing is changed.\n")
        .status(0);
}

#[test]
fn a_like_fault_elsewhere_does_not_matter() {
    let broken = "title = \"Alt\"\ndate = \"bald\"\nhosts = [\"aue\"]\n";
    let output =
        erfa("set 2027-03-02-aue date 11.6.2027 -y -q").file("meetings/alt.toml", broken).run();
    assert_eq!(output.status, 0, "{}", output.stderr);
    let text = fs::read_to_string(output.path("meetings/2027-03-02-aue.toml")).unwrap();
    assert!(text.contains("date = 2027-06-11 # Dienstag\n"), "{text}");
}

#[test]
fn line_ends_and_a_byte_order_mark_stay() {
    let before = format!("\u{feff}{}", CITIES.replace('\n', "\r\n"));
    let output = erfa("set aue plz 07743 -y -q").bytes("cities.toml", before.as_bytes()).status(0);
    let after = fs::read_to_string(output.path("cities.toml")).unwrap();
    assert_eq!(after, before.replace("# kurz\r\n", "# kurz\r\npostcode = \"07743\"\r\n"));
}

#[test]
fn a_city_that_comes_back_keeps_what_was() {
    let left = "[[city]]\nid = \"aue\"\nname = \"Aue\"\nmember-since = 2020-01-01\nmember-until = 2024-12-31\n";
    erfa("join aue --on 2027-01-01 -y")
        .file("cities.toml", &format!("{left}\n[[city]]\nid = \"muehl\"\nname = \"Mühl\"\n"))
        .german()
        .stderr(str![[r#"
cities.toml
  Stadt aue
    Mitglied seit: Mittwoch, 1. Januar 2020 → Freitag, 1. Januar 2027
    Mitglied bis: Dienstag, 31. Dezember 2024 → entfällt
    früher Mitglied seit 01.01.2020 (neu)
      Seit: Mittwoch, 1. Januar 2020
      Bis: Dienstag, 31. Dezember 2024
Geändert. `erfa undo` nimmt es zurück.

"#]])
        .wrote(
            "cities.toml",
            str![[r#"
[[city]]
id = "aue"
name = "Aue"
member-since = 2027-01-01

[[city.earlier-membership]]
since = 2020-01-01
until = 2024-12-31

[[city]]
id = "muehl"
name = "Mühl"

"#]],
        )
        .status(0);
}

#[test]
fn what_was_set_can_be_taken_back() {
    let output = erfa("set 2027-03-02-aue/2 beginn 10 -y -q").status(0);
    let test = Test::new("undo -y -q").prepare(|folder| {
        fs::remove_dir(folder).unwrap();
        fs::rename(output.path(""), folder).unwrap();
    });
    test.wrote("meetings/2027-03-02-aue.toml", MEETING).status(0);
}

#[test]
fn values_are_taken_as_people_say_them() {
    // What is set, as a shell gives it, and the lines that come of it.
    let cases: [(&str, &[&str], &str, &str); 7] = [
        (
            "aue",
            &["koordinaten", "50,93 11,6"],
            "cities.toml",
            "latitude = 50.93\nlongitude = 11.6\n",
        ),
        (
            "aue",
            &["latitude", "50.93, 11.6"],
            "cities.toml",
            "latitude = 50.93\nlongitude = 11.6\n",
        ),
        ("aue", &["postcode", "\"07743\""], "cities.toml", "postcode = \"07743\"\n"),
        ("network", &["cadence.months", "März, Juni, 9"], "network.toml", "months = [3, 6, 9]\n"),
        (
            "network",
            &["smtp.password-command", "pass show 'my mail'"],
            "network.toml",
            "password-command = [\"pass\", \"show\", \"my mail\"]\n",
        ),
        ("network", &["smtp.security", "keine"], "network.toml", "security = \"keine\"\n"),
        ("2027-03-02-aue", &["counts", "nein"], "meetings/2027-03-02-aue.toml", "counts = false\n"),
    ];
    for (what, words, path, expected) in cases {
        let host = if what == "network" { "\n[smtp]\nhost = \"localhost\"\n" } else { "" };
        let network = format!("name = \"Netz\"\nregion = \"DE-TH\"\n{host}");
        let test = erfa(&format!("set {what} -y")).file("network.toml", &network);
        let output = words.iter().fold(test, Test::arg).run();
        let written = fs::read_to_string(output.path(path)).unwrap();
        assert!(
            output.status == 0 && written.contains(expected),
            "{words:?}: {}{written}",
            output.stderr
        );
    }
    for half in ["50,93", "50.93"] {
        assert_eq!(erfa("set aue latitude -y").arg(half).run().status, 1);
    }
    let half = erfa("set aue coordinates -y 50.93").run();
    assert!(half.status == 1 && half.stderr.contains("two numbers"), "{}", half.stderr);
    let nothing = erfa("set aue mail --remove").run();
    assert!(nothing.stderr.contains("does not say so at all"), "{}", nothing.stderr);
}
