//! Networks whose members are no towns say what they are.

use snapbox::str;

use crate::harness::Test;

fn schools(command: &str, words: &str) -> Test {
    Test::new(command)
        .file("network.toml", &format!("name = \"Schulnetz\"\nabout = \"Wir lernen.\"\n[words]\n{words}"))
        .file(
            "cities.toml",
            "[[city]]\nid = \"linde\"\nname = \"Lindenschule\"\n[[city]]\nid = \"aue\"\nname = \"Auenschule\"\n",
        )
        .file(
            "meetings/tag.toml",
            "title = \"Tag der Hefte\"\ndate = 2027-10-05\nhosts = [\"linde\"]\nstart = \"9:00\"\n[[session]]\nkind = \"talk\"\ntitle = \"Licht\"\n",
        )
}

const WORDS: &str = "member = \"Schule\"\nmember-en = \"school\"\n";

#[test]
fn documents_speak_of_schools() {
    for language in ["de", "en"] {
        for command in [
            "-q write press tag",
            "-q write sign-in-list tag",
            "-q write host-request tag --to aue",
            "-q invite tag --to aue",
            "-q --today 2027-11-01 write thanks tag --to linde",
            "-q programme tag --format text",
        ] {
            let run = schools(&format!("--lang {language} {command}"), WORDS).run();
            assert_eq!(run.status, 0, "{command}\n{}", run.stderr);
            let told = run.stdout.replace("Auenschule", "").replace("Lindenschule", "");
            for word in ["Stadt", "Städte", "town", "Town", "city", "in ,", "in \n"] {
                assert!(!told.contains(word), "{command} says {word}:\n{told}");
            }
        }
    }
    schools("-q --lang de write press tag", WORDS)
        .stdout(str![[r#"
Pressemitteilung
22. November 2026

Treffen, Lindenschule: Tag der Hefte
====================================

Die Schulen des Netzwerks „Schulnetz“ kommen am Dienstag, dem 5. Oktober
2027, um 9 Uhr zusammen. Gastgeberin ist Lindenschule.

Den Auftakt macht der Vortrag „Licht“.

Termin  Dienstag, 5. Oktober 2027, 09:00 Uhr
Ort     Lindenschule

Über das Netzwerk
-----------------

Wir lernen. Mitglieder sind Lindenschule und Auenschule.

"#]])
        .status(0);
    schools("-q --lang en write press tag", WORDS)
        .stdout(str![[r#"
Press release
22 November 2026

Meeting, Lindenschule: Tag der Hefte
====================================

The schools of the network “Schulnetz” meet on Tuesday, 5 October 2027,
at 9 am. The host is Lindenschule.

The programme opens with the talk “Licht”.

When   Tuesday, 5 October 2027, 09:00
Where  Lindenschule

About the network
-----------------

Wir lernen. Its members are Lindenschule and Auenschule.

"#]])
        .status(0);
}

#[test]
fn tables_speak_of_schools() {
    for locale in ["de", "en"] {
        for command in [
            "-q cities",
            "-q replies tag",
            "-q account",
            "-q next-host --why",
            "-q plan --count 2",
            "-q dates --from 2027-11-01 --to 2027-11-10",
        ] {
            let run = schools(command, WORDS).env("ERFA_LANG", locale).run();
            assert_eq!(run.status, 0, "{command}\n{}", run.stderr);
            // The file goes by its name.
            let told = run.stdout.replace("cities.toml", "");
            for word in ["Stadt", "stadt", "Städte", "town", "city", "cities"] {
                assert!(!told.contains(word), "{command} says {word}:\n{told}");
            }
        }
    }
    schools("-q cities", WORDS)
        .stdout(str![[r#"
school        id     postcode  member  hosted last
──────────────────────────────────────────────────
Lindenschule  linde            yes
Auenschule    aue              yes

"#]])
        .status(0);
}

#[test]
fn what_no_ending_tells_is_asked_for() {
    schools("check", "member = \"Dorf\"\n")
        .stderr("3 files checked: 2 errors, 1 note\n")
        .stdout(str![[r#"
note[no-region]: nothing says whose holidays count; whether there are any on the days of the meetings is not known
 |
 = help: name the `region` in `network.toml`, such as `region = "DE-BY"`

error[missing-key]: `members` is missing here
 --> network.toml:3:1
  |
3 | [words]
  | ^^^^^^^
  |
  = help: add `members = …`

error[missing-key]: `gender` is missing here
 --> network.toml:3:1
  |
3 | [words]
  | ^^^^^^^
  |
  = help: add `gender = …`


"#]])
        .status(1);
    let run = schools(
        "-q --lang de write sign-in-list tag",
        "member = \"Dorf\"\nmembers = \"Dörfer\"\ngender = \"neuter\"\n",
    );
    let told = run.run().stdout;
    assert!(told.contains("Dorf oder Einrichtung"), "{told}");
}

/// A network that the town of Bach has left before its meeting; `groups` are those of its people.
fn left(command: &str, groups: &str) -> Test {
    Test::new(command)
        .file("network.toml", "name = \"Netz\"\n[sender]\nname = \"Anna Muster\"\nmail = \"netz@example.org\"\n")
        .file(
            "cities.toml",
            "[[city]]\nid = \"aue\"\nname = \"Aue\"\n[[city]]\nid = \"bach\"\nname = \"Bach\"\nmember-until = 2026-12-31\n",
        )
        .file(
            "contacts.toml",
            &format!("[[contact]]\nid = \"eva\"\ngiven-name = \"Eva\"\nfamily-name = \"Alt\"\ncity = \"bach\"\ngroups = [{groups}]\nmail = \"eva@example.org\"\n[[contact]]\nid = \"udo\"\ngiven-name = \"Udo\"\nfamily-name = \"Neu\"\ncity = \"aue\"\nmail = \"udo@example.org\"\ngroups = [\"rat\"]\n"),
        )
        .file("meetings/m.toml", "title = \"Werkstatt\"\ndate = 2027-04-20\nhosts = [\"aue\"]\nstart = \"9:00\"\n[[session]]\ntitle = \"Licht\"\n")
}

#[test]
fn a_group_invites_nobody_whose_town_has_left() {
    let (note, warning) = ("member until 31 December 2026 only", "former-member");
    let cases = [
        ("-q invite m --to all", true, "Udo Neu", false),
        ("-q invite m --to rat", true, "Udo Neu", false),
        ("-q write save-the-date m --to rat", true, "Udo Neu", false),
        ("-q write host-request m --to rat", true, "Udo Neu", false),
        ("-q invite m --to all --to bach", false, "Eva Alt", true),
        ("-q invite m --to eva", false, "Eva Alt", true),
        ("-q write speaker-invitation m --to rat", false, "Eva Alt", true),
        ("-q invite m --to aue", false, "Udo Neu", false),
    ];
    for (command, is_left_out, name, is_warned) in cases {
        let run = left(&command.replace("-q ", "--today 2027-03-01 "), "\"rat\"").run();
        let said = run.stderr.replace('\u{a0}', " ");
        assert_eq!(said.contains(note), is_left_out, "{command}\n{}", run.stderr);
        assert_eq!(run.stderr.contains(warning), is_warned, "{command}\n{}", run.stderr);
        assert!(run.stdout.contains(name), "{command}\n{}", run.stdout);
        assert_eq!(run.stdout.contains("Eva Alt"), name == "Eva Alt", "{command}\n{}", run.stdout);
    }
    let unchosen = left("--today 2027-03-01 invite m --to alt", "\"alt\"").run();
    assert_eq!(unchosen.status, 1, "{}", unchosen.stderr);
    assert!(unchosen.stderr.contains("nobody-chosen"), "{}", unchosen.stderr);
}

#[test]
fn who_comes_later_is_owed_nothing_for_the_meetings_before() {
    let held = "title = \"A\"\ndate = 2026-03-02\nstatus = \"held\"\nhosts = [\"aue\"]\n";
    let cities = "[[city]]\nid = \"aue\"\nname = \"Aue\"\n";
    for (meeting, given, since) in [
        (Some(held), "", Some("2027-01-15")),
        (Some(held), " --member-since 1.1.2020", Some("2020-01-01")),
        (None, "", None),
    ] {
        let command = format!("add city Bach{given} --today 2027-01-15 -y");
        let test = Test::new(&command).network().file("cities.toml", cities);
        let output = match meeting {
            Some(meeting) => test.file("meetings/a.toml", meeting).run(),
            None => test.run(),
        };
        assert_eq!(output.status, 0, "{}", output.stderr);
        let towns = std::fs::read_to_string(output.path("cities.toml")).unwrap();
        let line = since.map(|since| format!("member-since = {since}"));
        let expected = line.map_or(!towns.contains("member-since"), |line| towns.contains(&line));
        assert!(expected, "{command}\n{towns}");
    }
}
