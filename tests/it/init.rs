//! `erfa init` without a dialogue: defaults, options, and what is refused.

use std::fs;

use snapbox::str;

use crate::harness::Test;

#[test]
fn defaults_pass_the_strictest_check() {
    for (language, word) in [("de", "Angelegt"), ("en", "Made")] {
        let output = Test::new("init netz -y").env("ERFA_LANG", language).run();
        assert_eq!((output.status, output.stdout.as_str()), (0, ""));
        assert!(output.stderr.contains(&format!("\n{word} in `netz`:\n")), "{}", output.stderr);
        let check = Test::new("check --strict --dir").arg(output.path("netz")).run();
        assert_eq!((check.status, check.stdout.as_str()), (0, ""), "{}", check.stderr);
        let city = Test::new("add city Ely -y --dir").arg(output.path("netz")).run();
        assert_eq!(city.status, 0, "{}", city.stderr);
        let new = Test::new("new -y --dir").arg(output.path("netz")).run();
        assert_eq!(new.status, 0, "{}", new.stderr);
    }
}

#[test]
fn without_a_terminal_nothing_is_written_unless_that_was_said() {
    for (options, status) in [("", 1), ("--dry-run", 0), ("--dry-run -y", 0)] {
        let output = Test::new(&format!("init netz --city Ely {options}")).run();
        assert_eq!(output.status, status, "{}", output.stderr);
        assert!(output.stderr.contains("city ely (new)"), "{}", output.stderr);
        assert_eq!(output.stderr.contains("`-y`"), status == 1, "{}", output.stderr);
        assert!(!output.path("netz").exists());
    }
}

#[test]
fn a_list_names_the_towns() {
    let people = "Name;Ort;E-Mail\nNordhaus, Ada;Wenden;ada@example.org\nElsner, Bo;Aue;\n";
    let towns = "Stadt\tPLZ\tEinwohner\nWenden\t7743\t400\nAue\t08280\t900\n";
    for (list, more) in [(people, ""), (towns, "postcode = \"07743\"\n")] {
        let output = Test::new("init -y --from liste.csv").file("liste.csv", list).run();
        let cities = std::fs::read_to_string(output.path("cities.toml")).unwrap();
        let wenden = format!("\n[[city]]\nid = \"wenden\"\nname = \"Wenden\"\n{more}\n[[city]]\n");
        assert!(cities.contains(&wenden), "{cities}");
        assert_eq!(cities.matches("\n[[city]]\n").count(), 2, "{cities}");
        assert!(!cities.contains("ada@"), "{cities}");
    }
}

#[test]
#[expect(clippy::too_many_lines, reason = "whole files are compared")]
fn options_fill_the_files() {
    Test::new("init --yes --kind Verbund --city Ely,Hove --city Bath --coordinator hove")
        .arg("--name")
        .arg("\"A\" \\ B")
        .stderr(str![[r#"
network.toml (new)
  name: "A" \ B
  kind: Verbund
  meeting name: Exchange of experience
  language: en
  coordinator: hove
  cadence per year: 3
  rotation travel: no
  sender organisation: Verbund "A" \ B
cities.toml (new)
  city ely (new)
    id: ely
    name: Ely
  city hove (new)
    id: hove
    name: Hove
  city bath (new)
    id: bath
    name: Bath
venues.toml (new)
contacts.toml (new)
schema/ (new): by these schemas editors complete and check the files
Made in this folder:
`network.toml`, `cities.toml`, `venues.toml`, `contacts.toml` and `schema/`.
`erfa import contacts LIST` takes in the people,
`erfa import meetings LIST` the meetings before;
`erfa new` makes the next meeting.

"#]])
        .wrote(
            "network.toml",
            str![[r##"
#:schema ./schema/network.schema.json

# The network itself. A line that begins with # explains or shows an example;
# without the # it counts. `erfa check` looks at all files of the folder.

name = '"A" \ B'
# What it is; stands before the name.
kind = "Verbund"
# What a meeting is called.
meeting-name = "Exchange of experience"
# The language of documents: "de" or "en".
language = "en"
# The town that coordinates: its id from cities.toml. Who hosts stands with
# the meeting.
coordinator = "hove"
# Whose holidays the towns keep: "DE-BY", "AT-9", "PL". A town with `region` or a
# municipality key keeps its own.
# region = "DE-BY"
# time-zone = "Europe/London"
# about = "What the network is for, in a sentence or two."
# goals = ["exchange experience", "learn from each other"]
# partners = ["Chamber of Commerce"]

# How often, in which months and on which weekdays the network meets.
[cadence]
per-year = 3
# months = [3, 6, 9, 11]
# weekdays = ["tuesday", "wednesday"]

# Whether the shorter journey decides between towns that are owed the same.
# The towns need coordinates for it.
[rotation]
travel = false
# How many turns at least lie between two of one town; 0 means: twice running is fine.
# min-gap = 1

# Who writes the invitations. Mails need `mail`.
[sender]
organisation = 'Verbund "A" \ B'
# mail = "coordination@example.org"
# name = "Given Family"
# function = "Coordination"
# street = "1 Market Square"
# postcode = "01234"
# town = "Sampleton"
# phone = "01234 567890"

# The mail server for `erfa send`. The password never stands here: a program
# prints it, or it is in the environment variable ERFA_SMTP_PASSWORD.
# [smtp]
# host = "mail.example.org"
# user = "coordination@example.org"
# password-command = ["pass", "show", "mail"]

# How documents look.
# [style]
# accent = "#1b6b50"
# clock = "point"

"##]],
        )
        .wrote(
            "cities.toml",
            str![[r##"
#:schema ./schema/cities.schema.json

# The towns in the network's order: those that are owed the same take turns in
# it. `id` is the name that other files use for the town; it stays even if the
# town's name changes.
#
# A town with further keys, none of them required:
#
# [[city]]
# id = "oldbridge"
# name = "Oldbridge"
# official-name = "Oldbridge-on-Sea"
# postcode = "01234"
# street = "1 High Street"
# mail = "town@example.org"
# latitude = 50.98
# longitude = 11.03
# member-since = 2020-01-01
# member-until = 2030-12-31
#
# [[city.unavailable]]                # cannot host in this time
# from = 2027-05-01
# to = 2027-09-30
# reason = "town anniversary"

[[city]]
id = "ely"
name = "Ely"

[[city]]
id = "hove"
name = "Hove"

[[city]]
id = "bath"
name = "Bath"

"##]],
        )
        .status(0);
}

#[test]
fn comments_are_in_the_language_of_the_documents() {
    let output = Test::new("init netz --yes --lang de").run();
    let text = std::fs::read_to_string(output.path("netz/network.toml")).unwrap();
    let text = text.strip_prefix("#:schema ./schema/network.schema.json\n\n").expect(&text);
    assert!(text.starts_with("# Das Netzwerk selbst."), "{text}");
    assert!(text.contains("\nlanguage = \"de\"\n"), "{text}");
}

#[test]
fn nothing_is_overwritten() {
    Test::new("init --yes")
        .file("cities.toml", "# mine\n")
        .file("contacts.toml/inner", "")
        .stderr(str![[r#"
error[already-there]: `./cities.toml` is already there
 |
 = help: nothing was overwritten; choose another name, or move the file away first

error[already-there]: `./contacts.toml` is already there
 |
 = help: nothing was overwritten; choose another name, or move the file away first

2 errors

"#]])
        .wrote("cities.toml", "# mine\n")
        .status(1);
}

#[test]
fn all_faults_are_named_at_once() {
    let output = Test::new("init netz --yes --city Gotha,Gotha --mail x --per-year 0")
        .arg("--name")
        .arg("a\u{7}")
        .arg("--coordinator")
        .arg("Gohta")
        .stderr(str![[r#"
error[control-character]: the text has an invisible control character (U+0007)
 --> network.toml:6:8
  |
6 | name = "a\u0007"
  |        ^^^^^^^^^
  |
  = help: delete the character; if the editor shows nothing there, type the text anew instead of pasting it

error[unknown-reference]: city `Gohta` is not known
  --> network.toml:15:15
   |
15 | coordinator = "Gohta"
   |               ^^^^^^^
   |
   = help: did you mean `gotha`?

error[out-of-range]: 0 is out of range
  --> network.toml:26:12
   |
26 | per-year = 0
   |            ^
   |
   = help: allowed is 1 to 366

error[control-character]: the text has an invisible control character (U+0007)
  --> network.toml:39:16
   |
39 | organisation = "a\u0007"
   |                ^^^^^^^^^
   |
   = help: delete the character; if the editor shows nothing there, type the text anew instead of pasting it

error[bad-mail]: `x` is not a mail address
  --> network.toml:40:8
   |
40 | mail = "x"
   |        ^^^
   |
   = help: for example "town@example.org", with a dot behind the `@`

error[duplicate-id]: city `gotha` appears twice
  --> cities.toml:31:6
   |
31 | id = "gotha"
   |      ^^^^^^^
   |
  ::: cities.toml:27:6
   |
27 | id = "gotha"
   |      ------- first here
   |
   = help: give one of the two another id

6 errors

"#]])
        .status(1);
    assert!(!output.path("netz").exists());
}

#[test]
fn a_folder_that_cannot_be_made_is_the_outside_failing() {
    let output = Test::new("init closed/netz --yes")
        .prepare(|folder| std::fs::create_dir(folder.join("closed")).unwrap())
        .forbid("closed")
        .run();
    assert_eq!(output.status, 3, "{}", output.stderr);
    assert!(output.stderr.contains("\nerror: cannot write `closed/netz`: "), "{}", output.stderr);
}

#[test]
fn a_list_is_named_only_for_what_it_holds() {
    let towns = "Stadt;PLZ\nJena;07743\nGera;07545\n";
    let people = "Vorname;Name;Stadt\nAda;Nordhaus;Jena\n";
    for (list, [contacts, meetings]) in [(towns, ["LIST", "LIST"]), (people, ["liste.csv", "LIST"])]
    {
        let output = Test::new("init -y --from liste.csv").file("liste.csv", list).run();
        for (kind, named) in [("contacts", contacts), ("meetings", meetings)] {
            let way = format!("`erfa import {kind} {named}`");
            assert!(output.stderr.contains(&way), "{way}: {}", output.stderr);
        }
    }
}

#[test]
fn pasted_rows_are_towns_and_numbers_are_none() {
    let towns = |rows: &str| Test::new("init --yes --city").arg(rows).run();
    let output = towns("Jena;07743;400\nGera;07545;300");
    assert_eq!(output.status, 0, "{}", output.stderr);
    let cities = fs::read_to_string(output.path("cities.toml")).unwrap();
    let names: Vec<&str> = cities.lines().filter_map(|line| line.strip_prefix("name = ")).collect();
    assert_eq!(names, ["\"Jena\"", "\"Gera\""], "{cities}");
    let output = towns("400");
    assert_eq!(output.status, 1, "{}", output.stdout);
    assert!(!output.path("cities.toml").exists());
}
