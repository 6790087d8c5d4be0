//! What was agreed as a list, as data and as a spreadsheet.

use snapbox::str;

use super::{ACTIONS, erfa, with_actions};

#[test]
fn what_presses_comes_first() {
    with_actions("actions")
        .stdout(str![[r#"
bis         Stand       wer       was             aus         Kennung
─────────────────────────────────────────────────────────────────────
20.11.2026  überfällig  Mühl      Liste der       Treffen in  liste
                                  Läden           Mühl
27.11.2026  fällig      Lea Lang  Karte zeichnen  Treffen in  karte
                                                  Mühl
            offen       Aue       Raum suchen     01.10.2026  raum

Offen: 3; überfällig: 1; binnen einer Woche fällig: 1; erledigt oder
entfallen: 1 (`--all` nennt sie).

"#]])
        .status(0);
    with_actions("actions --all")
        .german()
        .stdout(str![[r#"
bis         Stand       wer       was          aus         Kennung
──────────────────────────────────────────────────────────────────
20.11.2026  überfällig  Mühl      Liste der    Treffen in  liste
                                  Läden        Mühl
27.11.2026  fällig      Lea Lang  Karte        Treffen in  karte
                                  zeichnen     Mühl
            offen       Aue       Raum suchen  01.10.2026  raum
            erledigt    Aue       Altes Blatt              alt
            05.10.2026

Offen: 3; überfällig: 1; binnen einer Woche fällig: 1; erledigt oder
entfallen: 1.

"#]])
        .status(0);
    with_actions("actions --city Mühl --lang de")
        .german()
        .stdout(str![[r#"
bis         Stand       wer       was             aus         Kennung
─────────────────────────────────────────────────────────────────────
20.11.2026  überfällig  Mühl      Liste der       Treffen in  liste
                                  Läden           Mühl
27.11.2026  fällig      Lea Lang  Karte zeichnen  Treffen in  karte
                                                  Mühl

Offen: 2; überfällig: 1; binnen einer Woche fällig: 1.

"#]])
        .status(0);
    with_actions("actions --person lang")
        .stdout(str![[r#"
bis         Stand   wer       was             aus              Kennung
──────────────────────────────────────────────────────────────────────
27.11.2026  fällig  Lea Lang  Karte zeichnen  Treffen in Mühl  karte

Offen: 1; binnen einer Woche fällig: 1.

"#]])
        .status(0);
    with_actions("actions --meeting aue")
        .stdout(str![[r#"
Keine Aufgabe, auf die das passt, ist offen.

"#]])
        .stderr(str![[r#"
Meeting: Treffen in Aue (2027-03-02-aue)

"#]])
        .status(0);
    erfa("actions")
        .stdout(str![[r#"
Keine Aufgabe ist offen.

"#]])
        .status(0);
}

#[test]
fn the_list_is_data_and_a_spreadsheet() {
    with_actions("actions --city muehl --json")
        .stdout(str![[r#"
{
  "today": "2026-11-22",
  "actions": [
    {
      "id": "liste",
      "what": "Liste der Läden",
      "owner": "Mühl",
      "owner_id": "muehl",
      "city": "Mühl",
      "due": "2026-11-20",
      "standing": "overdue",
      "meeting": "2026-09-08-muehl",
      "meeting_title": "Treffen in Mühl",
      "agreed": "2026-09-08",
      "closed": null,
      "reason": null,
      "moved": [],
      "place": {
        "file": "actions.toml",
        "line": 2,
        "column": 1
      }
    },
    {
      "id": "karte",
      "what": "Karte zeichnen",
      "owner": "Lea Lang",
      "owner_id": "lea-lang",
      "city": "Mühl",
      "due": "2026-11-27",
      "standing": "due",
      "meeting": "2026-09-08-muehl",
      "meeting_title": "Treffen in Mühl",
      "agreed": "2026-09-08",
      "closed": null,
      "reason": null,
      "moved": [],
      "place": {
        "file": "actions.toml",
        "line": 9,
        "column": 1
      }
    }
  ],
  "open": 2,
  "due": 1,
  "overdue": 1,
  "left_out": 0
}

"#]])
        .status(0);
    with_actions("actions --all --format csv --lang de")
        .stdout(str![[r#"
﻿Kennung;Was;Wer;Stadt;Bis;Stand;Treffen;Verabredet;Abgeschlossen;Grund;Verschoben␍
liste;Liste der Läden;Mühl;Mühl;2026-11-20;überfällig;2026-09-08-muehl;2026-09-08;;;0␍
karte;Karte zeichnen;Lea Lang;Mühl;2026-11-27;fällig;2026-09-08-muehl;2026-09-08;;;0␍
raum;Raum suchen;Aue;Aue;;offen;;2026-10-01;;;0␍
alt;Altes Blatt;Aue;Aue;;erledigt;;;2026-10-05;;0␍

"#]])
        .status(0);
}

#[test]
fn words_that_fit_several_or_none_are_no_answer() {
    with_actions("action done a")
        .stderr(str![[r#"
error[unknown-reference]: action `a` is not known
 |
 = help: `erfa actions --all` lists them, and `erfa action add` adds one


"#]])
        .status(1);
    with_actions("action done kart")
        .stderr(str![[r#"
actions.toml
  action karte
    status: done
    closed: Sunday, 22 November 2026
error[unasked]: nothing is changed: nobody can be asked here
 |
 = help: `-y` does it without asking


"#]])
        .status(1);
    let more = ACTIONS.replace("Raum suchen", "Liste der Räume");
    erfa("action done Lis -y").file("actions.toml", &more).stderr(str![[r#"
error[several-meant]: `Lis` can mean several: `liste` (Liste der Läden, Mühl, open); `raum` (Liste der Räume, Aue, open)
 |
 = help: name one of them by its id


"#]]).status(1);
    erfa("action done der -y").file("actions.toml", &more).stderr(str![[r#"
error[several-meant]: `der` can mean several: `liste` (Liste der Läden, Mühl, open); `raum` (Liste der Räume, Aue, open)
 |
 = help: name one of them by its id


"#]]).status(1);
    with_actions("action add Pirna Liste -y")
        .stderr(str![[r#"
error[unknown-reference]: the name `Pirna` is not known
 |
 = help: `erfa meetings`, `cities`, `venues` and `contacts` list the names


"#]])
        .status(1);
}
