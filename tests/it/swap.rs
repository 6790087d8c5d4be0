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
  hosts: aue → bergen, calw
meetings/herbst.toml
  hosts: bergen, calw → aue
rotation.toml (neu)
  Tausch 1 (neu)
    meetings: fruehjahr, herbst
    reason: Umbau
    decided: Sonntag, 22. November 2026
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
