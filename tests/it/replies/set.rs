//! `erfa replies set`: what the user knows is recorded in its place.

use std::fs;

use snapbox::str;

use super::{FILE, invited};
use crate::harness::{Test, same};

const WRITTEN: &str = "\u{feff}# Wer kommt\r\n\r\n[[reply]]          # am Telefon\r\nperson = \"b-birke\"\r\nanswer = \"yes\"     # sicher\r\nwith = [\"Lena Farnbach\"] # Praktikantin\r\nreceived = 2026-11-20\r\n\r\n# die Stadt\r\n[[reply]]\r\ncity = \"ulm\"\r\nanswer = \"maybe\"\r\nsubstitute = \"Udo Ulme\"\r\n";

#[test]
fn an_answer_is_recorded() {
    let mut story = invited();
    same(
        &story.run("replies set b-birke yes --with Lena --with Till --yes").0,
        str![[r#"
Next meeting: Frühjahr (spring)
replies/spring.toml (new)
  reply b-birke (new)
    person: b-birke
    answer: yes
    for: Tuesday, 20 April 2027
    with: Lena, Till
    received: 2026-11-24 12:00
Recorded: Berta Birke comes with Lena and Till (spring).

"#]],
    );
    same(
        &story.run("replies set Ulm vielleicht --meeting spring --note Bahn --yes").0,
        str![[r#"
replies/spring.toml
  reply ulm (new)
    city: ulm
    answer: maybe
    for: Tuesday, 20 April 2027
    received: 2026-11-24 12:00
    note: Bahn
Recorded: Ulm perhaps comes (spring).

"#]],
    );
    same(
        &story.run("replies set b-birke yes --with Lena --with Till --yes").0,
        str![[r#"
Next meeting: Frühjahr (spring)
That is recorded already.

"#]],
    );
    same(
        &story.run("replies set Cedar nein --substitute Chloe --yes").0,
        str![[r#"
Next meeting: Frühjahr (spring)
replies/spring.toml
  reply c-cedar (new)
    person: c-cedar
    answer: no
    for: Tuesday, 20 April 2027
    substitute: Chloe
    received: 2026-11-24 12:00
Recorded: Chris Cedar does not come (spring).

"#]],
    );
    same(
        &story.read(FILE),
        str![[r#"
[[reply]]
person = "b-birke"
answer = "yes"
for = 2027-04-20
with = ["Lena", "Till"]
received = 2026-11-24T12:00:00+01:00

[[reply]]
city = "ulm"
answer = "maybe"
for = 2027-04-20
received = 2026-11-24T12:00:00+01:00
note = "Bahn"

[[reply]]
person = "c-cedar"
answer = "no"
for = 2027-04-20
substitute = "Chloe"
received = 2026-11-24T12:00:00+01:00

"#]],
    );
    same(
        &story.run("replies").0,
        str![[r#"
Frühjahr

city        invited  yes  no  maybe  open
─────────────────────────────────────────
Ulm               1    0   0      1     0
Köln              1    1   0      0     0
of no city        1    0   1      0     0
sum               3    1   1      1     0

4 people have said yes, companions and substitutes included.

Companions and substitutes

• Berta Birke (Köln) with Lena and Till
• Chloe for Chris Cedar
Next meeting: Frühjahr (spring)
1 warning; see `erfa check`

"#]],
    );
}

#[test]
fn entries_change_in_their_place() {
    let mut story = invited();
    fs::create_dir(story.path("replies")).unwrap();
    fs::write(story.path(FILE), WRITTEN).unwrap();
    same(
        &story.run("replies set b-birke no --yes").0,
        str![[r#"
Next meeting: Frühjahr (spring)
replies/spring.toml
  reply b-birke
    answer: yes → no
    for: Tuesday, 20 April 2027
    received: Friday, 20 November 2026 → 2026-11-24 12:00
    with: Lena Farnbach → removed
Recorded: Berta Birke does not come (spring).

"#]],
    );
    same(
        &story.run("replies set ulm yes --yes").0,
        str![[r#"
Next meeting: Frühjahr (spring)
replies/spring.toml
  reply ulm
    answer: maybe → yes
    for: Tuesday, 20 April 2027
    received: 2026-11-24 12:00
    substitute: Udo Ulme → removed
Recorded: Ulm comes (spring).

"#]],
    );
    same(
        &story.run("replies set c-cedar yes --yes").0,
        str![[r#"
Next meeting: Frühjahr (spring)
replies/spring.toml
  reply c-cedar (new)
    person: c-cedar
    answer: yes
    for: Tuesday, 20 April 2027
    received: 2026-11-24 12:00
Recorded: Chris Cedar comes (spring).

"#]],
    );
    let text = story.read(FILE);
    assert!(text.starts_with('\u{feff}'));
    assert!(!text.replace("\r\n", "").contains(['\r', '\n']), "{text:?}");
    same(
        &text.replace("\r\n", "\n"),
        str![[r#"
﻿# Wer kommt

[[reply]]          # am Telefon
person = "b-birke"
answer = "no"     # sicher
for = 2027-04-20
#~ with = ["Lena Farnbach"] # Praktikantin
received = 2026-11-24T12:00:00+01:00

# die Stadt
[[reply]]
city = "ulm"
answer = "yes"
for = 2027-04-20
received = 2026-11-24T12:00:00+01:00

[[reply]]
person = "c-cedar"
answer = "yes"
for = 2027-04-20
received = 2026-11-24T12:00:00+01:00

"#]],
    );
}

#[test]
fn nobody_injects_anything() {
    let story = invited();
    let nasty = "A\"]\nanswer = \"no\"\n[[reply]]\nperson = \"c-cedar\"";
    let run = story.0.command_line("replies set b-birke yes --yes --note").arg(nasty);
    let output = run.arg("--with").arg("B\"]; [x]").run();
    assert_eq!(output.status, 0, "{}", output.stderr);
    let written = fs::read_to_string(output.path(FILE)).unwrap();
    same(
        &written,
        str![[r#"
[[reply]]
person = "b-birke"
answer = "yes"
for = 2027-04-20
with = ['B"]; [x]']
received = 2026-11-24T12:00:00+01:00
note = """
A"]
answer = "no"
[[reply]]
person = "c-cedar""""

"#]],
    );
}

#[test]
fn a_line_is_one_line() {
    Test::new("replies set -y b yes --with")
        .arg("A\nB")
        .stderr(str![[r#"
error: `--with <NAME>` has to stand on one line

help: for example "Lena Farnbach"

"#]])
        .status(2);
    Test::new("replies set -y b ja-aber")
        .stderr(str![[r#"
error: `ja-aber` does not fit `<ANSWER>`

help: did you mean `ja`?

"#]])
        .status(2);
    Test::new("replies set -y b ja-aber")
        .german()
        .stderr(str![[r#"
Fehler: `ja-aber` passt nicht zu `<ANTWORT>`

Hilfe: meinten Sie `ja`?

"#]])
        .status(2);
}

#[test]
fn wrong_usage_is_told() {
    Test::new("replies read -y")
        .stderr(str![[r#"
error: <PATH>... is missing here

help: `erfa replies read --help` shows what there is

"#]])
        .status(2);
    Test::new("replies rread x")
        .stderr(str![[r#"
error: `x` and `[MEETING]` exclude each other

help: `erfa replies --help` shows what there is

"#]])
        .status(2);
    Test::new("replies spring read x")
        .german()
        .stderr(str![[r#"
Fehler: `read` und `[TREFFEN]` schließen sich aus

Hilfe: `erfa replies --help` zeigt, was möglich ist

"#]])
        .status(2);
    Test::new("replies set -y x")
        .stderr(str![[r#"
error: <ANSWER> is missing here

help: `erfa replies set --help` shows what there is

"#]])
        .status(2);
}

#[test]
fn whoever_does_not_come_brings_nobody() {
    let mut story = invited();
    same(
        &story.run("replies set b-birke no --with Lena --yes").0,
        str![[r#"
error[bad-argument]: `Lena` does not fit `--with`
 |
 = help: whoever does not come brings nobody; who comes instead belongs to `--substitute`


"#]],
    );
    assert!(!story.path("replies").exists());
}

#[test]
fn a_list_in_the_place_of_entries_is_refused() {
    let mut story = invited();
    fs::create_dir(story.path("replies")).unwrap();
    fs::write(story.path(FILE), "reply = [{ person = \"b-birke\", answer = \"yes\" }]\n").unwrap();
    same(
        &story.run("replies set b-birke no --yes").0,
        str![[r#"
Next meeting: Frühjahr (spring)
error[not-entries]: `reply` is a list here, to which nothing can be added
 --> replies/spring.toml:1:9
  |
1 | reply = [{ person = "b-birke", answer = "yes" }]
  |         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = help: write each entry on its own: `[[reply]]` and its keys below


"#]],
    );
}
