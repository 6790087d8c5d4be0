//! `erfa swap`: two meetings change their hosts, in three files or in none.

use std::fs;

use snapbox::str;

use crate::harness::Test;

const CITIES: &str = "[[city]]\nid = \"aue\"\nname = \"Aue\"\n\n[[city]]\nid = \"bergen\"\nname = \"Bergen\"\n\n\
                      [[city]]\nid = \"calw\"\nname = \"Calw\"\n";
const SPRING: &str = "title = \"Frühjahr\"\ndate = 2027-03-16\nhosts = [\"aue\"] # seit Mai\n";
const AUTUMN: &str = "\u{feff}title = \"Herbst\"\r\ndate = 2027-10-12\r\nhosts = [\r\n  \"bergen\", # zuerst\r\n  \"calw\",\r\n]\r\n";

fn swap(command: &str) -> Test {
    Test::new(&format!("swap -y {command}"))
        .network()
        .file("cities.toml", CITIES)
        .file("meetings/fruehjahr.toml", SPRING)
        .file("meetings/herbst.toml", AUTUMN)
}

#[test]
fn hosts_go_there_and_back() {
    let output = swap("fruehjahr herbst --reason Umbau")
        .german()
        .stderr(str![[r#"
meetings/fruehjahr.toml
  Gastgeberin: aue → bergen, calw
meetings/herbst.toml
  Gastgeberin: bergen, calw → aue
rotation.toml (neu)
  Tausch 1 (neu)
    Treffen: fruehjahr, herbst
    Grund: Umbau
    Entschieden am: Sonntag, 22. November 2026
`fruehjahr` wird jetzt ausgerichtet von Bergen und Calw.
`herbst` wird jetzt ausgerichtet von Aue.

"#]])
        .wrote(
            "meetings/fruehjahr.toml",
            str![[r#"
title = "Frühjahr"
date = 2027-03-16
hosts = [
  "bergen", # zuerst
  "calw",
] # seit Mai

"#]],
        )
        .wrote(
            "meetings/herbst.toml",
            str![[r#"
﻿title = "Herbst"␍
date = 2027-10-12␍
hosts = ["aue"]␍

"#]],
        )
        .wrote(
            "rotation.toml",
            str![[r#"
[[swap]]
meetings = ["fruehjahr", "herbst"]
reason = "Umbau"
decided = 2026-11-22

"#]],
        )
        .status(0);
    let mut back = swap("herbst fruehjahr --undo --quiet");
    for path in ["meetings/fruehjahr.toml", "meetings/herbst.toml", "rotation.toml"] {
        back = back.bytes(path, &fs::read(output.path(path)).unwrap());
    }
    let output = back.status(0);
    let read = |path| fs::read_to_string(output.path(path)).unwrap();
    assert_eq!(
        (read("meetings/fruehjahr.toml").as_str(), read("meetings/herbst.toml").as_str()),
        (SPRING, AUTUMN)
    );
    assert!(!output.path("rotation.toml").exists());
}

#[test]
fn every_objection_is_named_and_nothing_is_written() {
    let past = "title = \"Alt\"\nstatus = \"cancelled\"\ndate = 2026-03-16\nhosts = [\"aue\"]\n";
    let output = swap("alt offen --reason Umbau")
        .file("meetings/alt.toml", past)
        .file("meetings/offen.toml", "title = \"Offen\"\ndate = 2027-11-01\n")
        .stderr(str![[r#"
error[turn-is-settled]: `alt` cannot be swapped any more: it is cancelled
 --> meetings/alt.toml:2:10
  |
2 | status = "cancelled"
  |          ^^^^^^^^^^^
  |
  = help: only meetings to come can be swapped

error[no-hosts]: `offen` has no host that could change
 --> meetings/offen.toml:1:9
  |
1 | title = "Offen"
  |         ^^^^^^^
  |
  = help: name it in `hosts`; `erfa next-host` says whose turn it is

2 errors

"#]])
        .wrote("meetings/alt.toml", past)
        .status(1);
    assert!(!output.path("rotation.toml").exists());
    swap("fruehjahr herbst --undo")
        .stderr(str![[r#"
error[nothing-to-undo]: no swap of `fruehjahr` and `herbst` is on record


"#]])
        .status(1);
}

#[test]
fn the_finger_is_on_the_words_that_name_the_former_host() {
    let meeting = r#"# Auer Notizen
title = "Wege nach Aue"
subtitle = "Von \u0041ue bis Bach"
theme = 'Wege in Aue'
hosts = ["bach"]
venue = "hof"
room = "saal"
notices = ["Parken ist frei.", "Der Auer Bahnhof ist nah."]
link = "https://aue.example.org"
date = 2027-04-20
description = """
Erst die Begrüßung,
dann ein Gang durch Aue und Bach."""

[registration]
mail = "post@aue.example.org"
how = "im Rathaus Aue"

[[session]]
kind = "tour"
title = "Gang"
description = "Durch Aue."
items = [{ title = "Halt", description = "Am Auer Tor" }]
"#;
    let output = Test::new("check --json")
        .file("network.toml", "name = \"Netz\"\nregion = \"none\"\n")
        .file(
            "cities.toml",
            "city = [{ id = \"aue\", name = \"Aue\" }, { id = \"bach\", name = \"Bach\" }]\n",
        )
        .file(
            "venues.toml",
            "[[venue]]\nid = \"hof\"\nname = \"Hof\"\ncity = \"aue\"\n\
             [[venue.room]]\nid = \"saal\"\nname = \"Saal\"\n",
        )
        .file("meetings/2027-04-20-aue.toml", meeting)
        .run();
    let findings: serde_json::Value = serde_json::from_str(&output.stdout).unwrap();
    let findings = findings.as_array().unwrap().iter();
    let findings = findings.filter(|finding| finding["code"] == "former-host-named");
    let mut pointed: Vec<(usize, String)> = findings
        .map(|finding| {
            let number =
                |key: &str| usize::try_from(finding["place"][key].as_u64().unwrap()).unwrap();
            let line = meeting.lines().nth(number("line") - 1).unwrap();
            let rest = line.chars().skip(number("column") - 1);
            (number("line"), rest.take_while(|letter| letter.is_alphanumeric()).collect())
        })
        .collect();
    pointed.sort();
    let expected = [
        (2, "Aue"),
        // What is written otherwise than it reads is pointed at as a whole.
        (3, ""),
        (4, "Aue"),
        (6, ""),
        (8, "Auer"),
        (9, "aue"),
        (13, "Aue"),
        (16, "aue"),
        (17, "Aue"),
        (22, "Aue"),
        (23, "Auer"),
    ];
    let pointed: Vec<(usize, &str)> =
        pointed.iter().map(|(line, words)| (*line, words.as_str())).collect();
    assert_eq!(pointed, expected, "{}", output.stdout);
}
