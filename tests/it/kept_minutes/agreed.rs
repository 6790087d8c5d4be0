//! What was agreed in minutes, and what is wrong in them.

use snapbox::str;

use super::{MINUTES, erfa, kept, text};

#[test]
fn what_was_agreed_there_is_on_the_list() {
    kept("actions --lang de")
        .stdout(str![[r#"
bis         Stand  wer       was        aus        Kennung
─────────────────────────────────────────────────────────────────────
30.11.2026  offen  Mühl      Pegel      Licht und  pegel-ablesen
                             ablesen    Wasser
01.12.2026  offen  Lea Lang  Liste der  Licht und  liste-der-laternen
                             Laternen   Wasser
            offen  Aue       Schlüssel  Licht und  schluessel-suchen
                             suchen     Wasser

Offen: 3.

"#]])
        .status(0);
    let output = kept("action move laternen 15.12.2026 --reason Nebel -y")
        .stderr(str![[r#"
actions.toml (new)
  action liste-der-laternen (new)
    id: liste-der-laternen
    owner: lea-lang
    meeting: licht
    due: Tuesday, 15 December 2026
    moved from 2026-12-01 (new)
      from: Tuesday, 1 December 2026
      on: Sunday, 22 November 2026
      reason: Nebel
Changed. `erfa undo` takes it back.

"#]])
        .wrote(
            "actions.toml",
            str![[r#"
[[action]]
id = "liste-der-laternen"
owner = "lea-lang"
meeting = "licht"
due = 2026-12-15

[[action.moved]]
from = 2026-12-01
on = 2026-11-22
reason = "Nebel"

"#]],
        )
        .status(0);
    let output = output
        .again()
        .command_line("action done laternen -y")
        .stderr(str![[r#"
actions.toml
  action liste-der-laternen
    status: done
    closed: Sunday, 22 November 2026
Changed. `erfa undo` takes it back.

"#]])
        .wrote(
            "actions.toml",
            str![[r#"
[[action]]
id = "liste-der-laternen"
owner = "lea-lang"
meeting = "licht"
due = 2026-12-15
status = "done"
closed = 2026-11-22

[[action.moved]]
from = 2026-12-01
on = 2026-11-22
reason = "Nebel"

"#]],
        )
        .status(0);
    assert_eq!(text(&output), MINUTES);
    output
        .again()
        .command_line("actions --all --lang de")
        .stdout(str![[r#"
bis         Stand       wer       was        aus     Kennung
───────────────────────────────────────────────────────────────────────
30.11.2026  offen       Mühl      Pegel      Licht   pegel-ablesen
                                  ablesen    und
                                             Wasser
            offen       Aue       Schlüssel  Licht   schluessel-suchen
                                  suchen     und
                                             Wasser
15.12.2026  erledigt    Lea Lang  Liste der  Licht   liste-der-laternen
            22.11.2026            Laternen   und
                                             Wasser

Offen: 2; erledigt oder entfallen: 1.

"#]])
        .status(0);
}

#[test]
fn what_is_wrong_in_them_is_found_at_its_place() {
    let wrong = MINUTES
        .replace("Stadt Aue", "Pirna")
        .replace("Pegel ablesen, bis 30.11.2026", "Pegel ablesen — bis irgendwann")
        .replace("### Wasser", "### Wassr");
    erfa("check")
        .file("minutes/licht.md", &wrong)
        .stdout(str![[r#"
warning[unowned-action]: `Pirna` is no contact and no city; so the action is on no list
  --> minutes/licht.md:10:1
   |
10 | - Aufgabe: Pirna - Schlüssel suchen
   | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   |
   = help: name one city or contact

warning[unknown-item]: “Wassr” is no item of `licht`
  --> minutes/licht.md:12:1
   |
12 | ### Wassr
   | ^^^^^^^^^
   |
   = help: did you mean `Wasser`?

warning[unclear-action]: nothing tells until when this action is to be done: `irgendwann`; so it is on no list
  --> minutes/licht.md:14:1
   |
14 | **Aufgabe:** Mühl — Pegel ablesen — bis irgendwann
   | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   |
   = help: this is understood: `Action: who – what – by 1 March 2027`; the day may be missing


"#]])
        .stderr(str![[r#"
6 files checked: 3 warnings

"#]])
        .status(0);
    erfa("check")
        .file("minutes/lict.md", MINUTES)
        .stdout(str![[r#"
error[unknown-reference]: meeting `lict` is not known
 --> minutes/lict.md:1:1
  |
1 | # Protokoll: Licht und Wasser
  | ^
  |
  = help: did you mean `licht`?


"#]])
        .stderr(str![[r#"
6 files checked: 1 error

"#]])
        .status(1);
    // What became of a line that is there no more belongs to nothing.
    let state = "[[action]]\nid = \"liste-der-laterne\"\nmeeting = \"licht\"\nstatus = \"done\"\n";
    kept("check")
        .file("actions.toml", state)
        .stdout(str![[r#"
warning[action-without-line]: the minutes of `licht` have no line for `liste-der-laterne`; so what stands here belongs to no action
 --> actions.toml:2:6
  |
2 | id = "liste-der-laterne"
  |      ^^^^^^^^^^^^^^^^^^^
  |
  = help: did you mean `liste-der-laternen`?


"#]])
        .stderr(str![[r#"
7 files checked: 1 warning

"#]])
        .status(0);
}

#[test]
fn the_line_that_took_the_place_of_another_is_proposed() {
    let state = |id: &str| {
        format!(
            "[[action]]\nid = \"{id}\"\nowner = \"muehl\"\nmeeting = \"licht\"\nstatus = \"done\"\n\n"
        )
    };
    kept("check")
        .file(
            "minutes/licht.md",
            "Aufgabe: Mühl – Liste\n\nAufgabe: Mühl – Plan der Wege\n\nAufgabe: Aue – Lister\n",
        )
        .file("actions.toml", &[state("liste"), state("listen")].concat())
        .stdout(str![[r#"
warning[action-without-line]: the minutes of `licht` have no line for `listen`; so what stands here belongs to no action
 --> actions.toml:8:6
  |
8 | id = "listen"
  |      ^^^^^^^^
  |
  = help: did you mean `plan-der-wege`?


"#]])
        .stderr(str![[r#"
7 files checked: 1 warning

"#]])
        .status(0);
}

#[test]
fn what_became_of_an_action_never_goes_to_that_of_another() {
    let line = |owner: &str| format!("Aufgabe: {owner} – Liste\n");
    let state = "[[action]]\nid = \"liste\"\nowner = \"muehl\"\nmeeting = \"licht\"\nstatus = \"done\"\nclosed = 2026-11-01\n";
    let actions = |minutes: &str| {
        kept("actions --all --format csv --lang en")
            .file("minutes/licht.md", minutes)
            .file("actions.toml", state)
    };
    actions(&format!("{}\n{}", line("Mühl"), line("Aue")))
        .stdout(str![[r#"
﻿ID;What;Who;City;Until;State;Meeting;Agreed;Closed;Reason;Moved␍
liste-2;Liste;Aue;Aue;;open;licht;2026-10-06;;;0␍
liste;Liste;Mühl;Mühl;;done;licht;2026-10-06;2026-11-01;;0␍

"#]])
        .status(0);
    actions(&format!("{}\n{}", line("Aue"), line("Mühl")))
        .stdout(str![[r#"
﻿ID;What;Who;City;Until;State;Meeting;Agreed;Closed;Reason;Moved␍
liste-2;Liste;Aue;Aue;;open;licht;2026-10-06;;;0␍
liste;Liste;Mühl;Mühl;;done;licht;2026-10-06;2026-11-01;;0␍

"#]])
        .status(0);
    // Where nobody has it any more, it is nobody's.
    actions(&line("Aue"))
        .stdout(str![[r#"
﻿ID;What;Who;City;Until;State;Meeting;Agreed;Closed;Reason;Moved␍
liste-2;Liste;Aue;Aue;;open;licht;2026-10-06;;;0␍

"#]])
        .stderr(str![[r#"
1 warning; see `erfa check`

"#]])
        .status(0);
}

#[test]
fn an_action_is_found_in_every_cell_of_a_table() {
    let table = "| a | Aufgabe: Aue – Liste – bis 1.3.2027 | x |\n|---|---|---|\n\
                 | Aufgabe: Aue – Karte<br>Action: Mühl – Zelle – by 2.3.2027 | x | y |\n";
    kept("actions --format csv --lang en")
        .file("minutes/licht.md", table)
        .stdout(str![[r#"
﻿ID;What;Who;City;Until;State;Meeting;Agreed;Closed;Reason;Moved␍
liste;Liste;Aue;Aue;2027-03-01;open;licht;2026-10-06;;;0␍
zelle;Zelle;Mühl;Mühl;2027-03-02;open;licht;2026-10-06;;;0␍
karte;Karte;Aue;Aue;;open;licht;2026-10-06;;;0␍

"#]])
        .status(0);
}
