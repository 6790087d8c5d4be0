//! Whatever is enough to name one thing is understood by every command, and days as people write them.

use snapbox::str;

use crate::harness::Test;

const CITIES: &str = "[[city]]\nid = \"bad-hallstein\"\nname = \"Bad Hallstein\"\n\n[[city]]\nid = \"bad-luedersau\"\n\
                      name = \"Bad Lüdersau\"\n\n[[city]]\nid = \"wenden\"\nname = \"Wenden\"\n";
const CONTACTS: &str = "[[contact]]\nid = \"ines-aue\"\ngiven-name = \"Ines\"\nfamily-name = \"Aue\"\n\
                        city = \"wenden\"\ngroups = [\"beirat\"]\n\n[[contact]]\nid = \"jan-aue\"\ngiven-name = \"Jan\"\n\
                        family-name = \"Aue\"\nmail = \"aue@example.org\"\ngroups = [\"beirat\", \"presse\"]\n\
                        street = \"Markt 1\"\npostcode = \"07743\"\ntown = \"Wenden\"\n\n[[contact]]\nid = \"ute-moor\"\n\
                        family-name = \"Moor\"\nmail = false\n";

fn meeting(host: &str, date: &str) -> String {
    format!("title = \"Treffen in {host}\"\ndate = {date}\nhosts = [\"{host}\"]\n")
}

fn erfa(command: &str) -> Test {
    let file = |test: Test, host: &str, date: &str| {
        test.file(&format!("meetings/{date}-{host}.toml"), &meeting(host, date))
    };
    let test =
        Test::new(command).network().file("cities.toml", CITIES).file("contacts.toml", CONTACTS);
    let test = file(test, "bad-luedersau", "2027-03-02");
    let test = file(test, "bad-hallstein", "2027-06-11");
    file(test, "wenden", "2026-03-03")
}

#[test]
fn a_meeting_is_named_by_whatever_tells_it_from_others() {
    let cases: [(&[&str], &str); 12] = [
        (&["2027-03-02-bad-luedersau"], "2027-03-02-bad-luedersau"),
        (&["Lüdersau"], "2027-03-02-bad-luedersau"),
        (&["bad lüdersau"], "2027-03-02-bad-luedersau"),
        (&["Hallst"], "2027-06-11-bad-hallstein"),
        (&["2027-03"], "2027-03-02-bad-luedersau"),
        (&["11.6.2027"], "2027-06-11-bad-hallstein"),
        (&["11. Juni 2027"], "2027-06-11-bad-hallstein"),
        (&["Treffen in wenden"], "2026-03-03-wenden"),
        (&["2026"], "2026-03-03-wenden"),
        (&["bad 2027-06"], "2027-06-11-bad-hallstein"),
        (&["treffen 2026"], "2026-03-03-wenden"),
        (&["WENDEN"], "2026-03-03-wenden"),
    ];
    for (words, expected) in cases {
        let test = words.iter().fold(erfa("programme --json"), Test::arg);
        let output = test.run();
        assert_eq!(output.status, 0, "{words:?}: {}", output.stderr);
        assert!(output.stdout.contains(&format!("\"id\": \"{expected}\"")), "{words:?}");
    }
}

/// After one round every town has hosted before: what is to come is prepared, what is over looked back on.
#[test]
fn of_several_meetings_of_a_town_the_one_is_meant_that_the_command_is_for() {
    let twice = |command: &str| {
        let later = meeting("wenden", "2027-09-07");
        erfa(command).file("meetings/2027-09-07-wenden.toml", &later)
    };
    let cases = [
        ("programme wenden", "2027-09-07-wenden"),
        ("postpone wenden --on 2027-09-14 --reason Sturm --dry-run", "2027-09-07-wenden"),
        ("cancel wenden --reason Sturm --dry-run", "2027-09-07-wenden"),
        ("release wenden --reason Anlass --dry-run", "2027-09-07-wenden"),
        ("add session Läden --meeting wenden --dry-run", "2027-09-07-wenden"),
        ("write invitation wenden --to ines-aue", "2027-09-07-wenden"),
        ("write thanks wenden --to ines-aue", "2026-03-03-wenden"),
        ("minutes wenden --dry-run", "2026-03-03-wenden"),
        ("held wenden --dry-run", "2026-03-03-wenden"),
    ];
    for (command, expected) in cases {
        let output = twice(command).run();
        let said = format!("{}{}", output.stdout, output.stderr);
        let told = format!("Meeting: Treffen in wenden ({expected})\n");
        assert!(said.contains(&told), "{command}: {said}");
    }
    // Nothing tells which of two to come is meant.
    let third = meeting("wenden", "2027-11-02");
    let output = twice("programme wenden").file("meetings/2027-11-02-wenden.toml", &third).run();
    assert!(output.stderr.contains("error[several-meant]"), "{}", output.stderr);
}

#[test]
fn several_are_listed_and_none_is_taken() {
    let several = str![[r#"
Fehler[several-meant]: `bad` kann Mehreres heißen: `2027-03-02-bad-luedersau` (Treffen in bad-luedersau, 02.03.2027, geplant); `2027-06-11-bad-hallstein` (Treffen in bad-hallstein, 11.06.2027, geplant)
 |
 = Hilfe: nennen Sie eines davon mit seiner Kennung


"#]];
    let output = erfa("cancel bad --reason Sturm -y").german().stderr(several).status(1);
    assert!(!output.path(".erfa").exists());
    erfa("show Aue")
        .stderr(str![[r#"
error[several-meant]: `Aue` can mean several: `ines-aue` (Ines Aue, Wenden); `jan-aue` (Jan Aue)
 |
 = help: name one of them by its id


"#]])
        .status(1);
    // A letter or two are no name.
    for words in ["ba", "w", "2027", "?", "", "aue 2027"] {
        let output = erfa("programme").arg(words).run();
        assert_eq!(output.status, 1, "{words}: {}", output.stdout);
    }
}

#[test]
fn towns_and_people_go_by_their_names() {
    for (words, expected) in [
        ("Bad Hallstein", "bad-hallstein"),
        ("hallstein", "bad-hallstein"),
        ("wend", "wenden"),
        ("Frau Moor", "ute-moor"),
        ("Jan Aue", "jan-aue"),
        ("2027-03", "2027-03-02-bad-luedersau"),
        ("2. März", "2027-03-02-bad-luedersau"),
        ("Dienstag, 2. März", "2027-03-02-bad-luedersau"),
    ] {
        let output = erfa("show --json").arg(words).run();
        assert_eq!(output.status, 0, "{words}: {}", output.stderr);
        assert!(
            output.stdout.contains(&format!("\"id\": \"{expected}\"")),
            "{words}: {}",
            output.stdout
        );
    }
    let output = erfa("plan --json --pin wend=1 --count 1 --date 2028-01-18").run();
    assert_eq!(output.status, 0, "{}", output.stderr);
}

#[test]
fn a_day_that_depends_on_today_is_told() {
    erfa("skip -y wenden --reason Umbau --from")
        .arg("in 3 Wochen")
        .arg("--until")
        .arg("30. Juni")
        .german()
        .stderr(str![[r#"
in 3 Wochen: Sonntag, 13. Dezember 2026
30. Juni: Mittwoch, 30. Juni 2027
rotation.toml (neu)
  Aussetzen wenden (neu)
    Stadt: wenden
    Von: Sonntag, 13. Dezember 2026
    Bis: Mittwoch, 30. Juni 2027
    Grund: Umbau
    Entschieden am: Sonntag, 22. November 2026
Wenden setzt eine Gastgeberschaft aus; der Anspruch bleibt erhalten.

"#]])
        .status(0);
    let output = erfa("new --host wenden -y --date").arg("next Tuesday").run();
    assert!(
        output.stderr.starts_with("next Tuesday: Tuesday, 24\u{a0}November 2026\n"),
        "{}",
        output.stderr
    );
    assert!(output.path("meetings/2026-11-24-wenden.toml").exists());
    let output = erfa("postpone -y lüdersau --reason Sturm --to").arg("11.5.2027").run();
    assert_eq!(output.status, 0, "{}", output.stderr);
    for words in ["30. Februar", "11/6/2027", "irgendwann"] {
        let output = erfa("dates --from").arg(words).run();
        assert_eq!(output.status, 2, "{words}: {}", output.stderr);
    }
    // So the clock is set, too.
    for words in ["morgen", "11.6.2027"] {
        assert_eq!(erfa("account --today").arg(words).run().status, 0, "{words}");
    }
    assert_eq!(erfa("account --today").arg("irgendwann").run().status, 2);
}

#[test]
fn contacts_and_groups_name_what_is_missing() {
    erfa("contacts")
        .german()
        .stdout(str![[r#"
Name      Kennung   Stadt   E-Mail           Gruppen
───────────────────────────────────────────────────────────
Ines Aue  ines-aue  Wenden  fehlt            beirat
Jan Aue   jan-aue           aue@example.org  beirat, presse
Moor      ute-moor          nie eine Mail

Ohne Mailadresse: 1 Kontakt (ines-aue).

Ohne vollständige Anschrift: 2 Kontakte (ines-aue, ute-moor).

Weder Kontakt noch Mailadresse: bad-hallstein, bad-luedersau (`erfa set
bad-hallstein mail …`).

"#]])
        .status(0);
    erfa("groups")
        .german()
        .stdout(str![[r#"
Gruppe  Personen  wer                ohne Mailadresse  ohne Anschrift
─────────────────────────────────────────────────────────────────────
beirat         2  ines-aue, jan-aue  ines-aue          ines-aue
presse         1  jan-aue

"#]])
        .status(0);
    let output = erfa("contacts --json").run();
    assert!(output.stdout.contains("\"missing\""), "{}", output.stdout);
    Test::new("groups --json").network().stdout("[]\n").status(0);
}

#[test]
fn a_town_stands_for_its_meeting_where_only_that_has_the_key() {
    let meeting = "title = \"A\"\ndate = 2027-03-09\nhosts = [\"aue\"]\n";
    let test = Test::new("set Aue Beginn 9.30 Uhr -y").network().file("meetings/a.toml", meeting);
    let cities = "[[city]]\nid = \"aue\"\nname = \"Aue\"\n";
    let output = test.file("cities.toml", cities).run();
    assert_eq!(output.status, 0, "{}", output.stderr);
    let written = std::fs::read_to_string(output.path("meetings/a.toml")).unwrap();
    assert!(written.contains("start = \"09:30\""), "{written}");
    assert_eq!(std::fs::read_to_string(output.path("cities.toml")).unwrap(), cities);
}
