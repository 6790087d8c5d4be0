//! Lists of meetings and of cities.

use snapbox::str;

use super::network;

#[test]
fn meetings_and_cities_come_in_one_go() {
    let meetings = "Datum;Gastgeber;Titel;Stand\n24.09.2024;Aue und Birkenfurt;Leerstand;\n\
        Di., 3.3.2026;Aue/Fluss;;abgesagt\n2027-05-04;Köln;;\nAugust 2023;Birkenfurt;;\n\
        24.09.2024;Birkenfurt, Aue;Leerstand;\n24.09.2024;Köln;Anderes;\n";
    network("import meetings treffen.csv --add-cities -y")
        .file("treffen.csv", meetings)
        .stdout(str![[r#"
From the list `treffen.csv`

column  heading    becomes
──────────────────────────
A       Datum      date
B       Gastgeber  hosts
C       Titel      title
D       Stand      status

New in the network: 1

• Köln

New: 4 meetings

date         hosts            title                  status     row
───────────────────────────────────────────────────────────────────
2024-09-24   Aue, Birkenfurt  Leerstand              held         2
2026-03-03   Aue              Treffen in Aue         cancelled    3
2027-05-04   Köln             Treffen in Köln        planned      4
August 2023  Birkenfurt       Treffen in Birkenfurt  held         5

Several times in the list: 1

• Leerstand: rows 2 and 6

Not taken: 1

• Row 7 (Anderes): that day has `2024-09-24-aue-birkenfurt` already, in another
  city

"#]])
        .stderr(str![[r#"
Taken in: 4 meetings new, 1 new city. `erfa undo` takes it back.

"#]])
        .wrote(
            "meetings/2023-08-01-birkenfurt.toml",
            str![[r#"
id = "2023-08-01-birkenfurt"
title = "Treffen in Birkenfurt"
status = "held"
date = 2023-08-01
date-text = "August 2023"
hosts = ["birkenfurt"]

"#]],
        )
        .status(0);
    let cities =
        "Kommune;PLZ;AGS;Mitglied seit\nGemeinde Aue;7743;9162000;1.1.2020\nKöln;50667;;\n";
    network("import cities staedte.csv -y")
        .file("staedte.csv", cities)
        .stdout(str![[r#"
From the list `staedte.csv`

column  heading        becomes
───────────────────────────────────────
A       Kommune        name
B       PLZ            postcode
C       AGS            municipality key
D       Mitglied seit  member since

New: 1 city

city  id     postcode  row
──────────────────────────
Köln  koeln  50667       3

Completed: 1

• Aue – municipality key: 09162000; postcode: 07743; member since: 2020-01-01

Read otherwise than it stands there: 2

• Row 2, municipality key: 9162000 is 09162000: its leading zero was missing
• Row 2, postcode: 7743 is 07743: its leading zero was missing

"#]])
        .stderr(str![[r#"
Taken in: 1 city new, 1 completed. `erfa undo` takes it back.

"#]])
        .wrote(
            "cities.toml",
            str![[r#"
[[city]]
id = "birkenfurt"
name = "Birkenfurt"

[[city]]
id = "aue"
name = "Aue"
official-name = "Aue/Fluss"
municipality-key = "09162000"
postcode = "07743"
member-since = 2020-01-01

[[city]]
id = "koeln"
name = "Köln"
postcode = "50667"

"#]],
        )
        .status(0);
}

#[test]
fn a_host_from_elsewhere_is_named_and_the_way_out_is_true() {
    let known = "title = \"Leerstand\"\nstatus = \"held\"\ndate = 2024-09-24\nhosts = [\"aue\"]\n";
    let import = |more: &str| {
        network(&format!("import meetings treffen.csv {more}"))
            .file("treffen.csv", "Datum;Gastgeber;Titel\n24.9.2024;Stadt Jena;Leerstand\n")
            .file("meetings/2024-09-24-aue.toml", known)
            .run()
    };
    for shown in ["", "--add-cities", "--dry-run"] {
        let output = import(shown);
        assert!(output.stdout.contains("hosts: Aue; in the list Jena"), "{}", output.stdout);
        assert!(output.stdout.contains("`--add-cities` belongs to it"), "{}", output.stdout);
        assert!(!output.stdout.contains("makes them members"), "{}", output.stdout);
    }
    let file = |output: &crate::harness::Output| {
        std::fs::read_to_string(output.path("meetings/2024-09-24-aue.toml")).unwrap()
    };
    let alone = import("--update -y");
    assert!(alone.stdout.contains("not in the network: Stadt Jena"), "{}", alone.stdout);
    assert_eq!(file(&alone), known);
    let both = import("--update --add-cities -y");
    assert_eq!(both.status, 0, "{}", both.stderr);
    assert!(file(&both).contains("hosts = [\"jena\"]"), "{}", file(&both));
}

#[test]
fn people_of_a_town_from_elsewhere_stay_where_they_are() {
    let output = network("import contacts leute.csv --add-cities --dry-run")
        .file("leute.csv", "Name;Stadt;Mail\nAda Nordhaus;Jena;ada@example.org\n")
        .file(
            "contacts.toml",
            "[[contact]]\nid = \"ada\"\ngiven-name = \"Ada\"\nfamily-name = \"Nordhaus\"\ncity = \"aue\"\n\
             mail = \"ada@example.org\"\n",
        )
        .run();
    assert!(output.stdout.contains("Aue; in the list Jena"), "{}", output.stdout);
    assert!(output.stdout.contains("`--add-cities` belongs to it"), "{}", output.stdout);
}
