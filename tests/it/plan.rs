//! `erfa plan`: tables, reasons, pins, and what is written.

use snapbox::str;

use crate::harness::Test;

fn network(command: &str) -> Test {
    Test::new(command)
        .file(
            "network.toml",
            "name = \"Netz\"\n[cadence]\nper-year = 4\n[dates]\nregion = \"DE-TH\"\n",
        )
        .file(
            "cities.toml",
            "[[city]]\nid = \"ely\"\nname = \"Ely\"\n\
             unavailable = [{ from = 2026-12-01, to = 2027-03-31, reason = \"new hall\" }]\n\
             [[city]]\nid = \"hove\"\nname = \"Hove\"\n\
             wish = [{ from = 2027-05-01, to = 2027-05-31, reason = \"jubilee\" }]\n\
             [[city]]\nid = \"bath\"\nname = \"Bath\"\n",
        )
}

#[test]
fn the_plan_is_a_table() {
    network("plan --count 4")
        .stdout(str![[r#"
no.  day         host   owed  remark
─────────────────────────────────────────────────────
  1  2026-12-22  Hove  +0.33  Ely cannot host
  2  2027-02-22  Bath  +0.67  is owed most
  3  2027-05-24  Ely   +1.00  is owed most
  4  2027-08-23  Hove  +0.33  Ely: last turn too near

"#]])
        .status(0);
    network("plan --count 4")
        .german()
        .stdout(str![[r#"
Nr.  Tag         Gastgeberstadt  Anspruch  Bemerkung
─────────────────────────────────────────────────────────────────────
  1  22.12.2026  Hove               +0,33  Ely fällt aus
  2  22.02.2027  Bath               +0,67  größter Anspruch
  3  24.05.2027  Ely                +1,00  größter Anspruch
  4  23.08.2027  Hove               +0,33  Ely: letzter Turnus zu nah

"#]])
        .status(0);
}

#[test]
fn reasons_come_with_their_places() {
    network("plan --count 3 --why --pin bath=2027-01")
        .stdout(str![[r#"
no.  day         host   owed  remark
─────────────────────────────────────────────────────
  1  2027-01-04  Bath  +0.33  pinned; Ely cannot host
  2  2027-02-22  Hove  +0.67  Ely cannot host
  3  2027-05-24  Ely   +1.00  is owed most

Turn 1 (2027-01-04): Bath

• Bath: account 0, with the part 1/3 ≈ 0.33 of this turn: 1/3 ≈ 0.33; has waited
  0 days
• Hove: account 0, with the part 1/3 ≈ 0.33 of this turn: 1/3 ≈ 0.33; has waited
  0 days
• Ely is unavailable: new hall (cities.toml:4)

Turn 2 (2027-02-22): Hove

• Hove: account 1/3 ≈ 0.33, with the part 1/3 ≈ 0.33 of this turn: 2/3 ≈ 0.67;
  has waited 49 days
• Bath: account −2/3 ≈ −0.67, with the part 1/3 ≈ 0.33 of this turn: −1/3 ≈
  −0.33; has waited 49 days
• Ely is unavailable: new hall (cities.toml:4)

Turn 3 (2027-05-24): Ely

• Ely: account 2/3 ≈ 0.67, with the part 1/3 ≈ 0.33 of this turn: 1; has waited
  140 days
• Bath: account −1/3 ≈ −0.33, with the part 1/3 ≈ 0.33 of this turn: 0; has
  waited 140 days

What wishes and pins cost:

• Bath in January 2027 moves Hove from turn 1 to 2.
• Hove in May 2027 (wish: jubilee, cities.toml:8) is not planned: it would move
  Ely from turn 3 beyond the plan; the sum of squared accounts grows by 2; 1 gap
  becomes too short.

Largest deviation: Bath, account −2/3 ≈ −0.67 after turn 1; Tijdeman's
yardstick: 3/4 = 0.75.

"#]])
        .status(0);
    network("plan --count 3 --why --pin bath=2027-01")
        .german()
        .stdout(str![[r#"
Nr.  Tag         Gastgeberstadt  Anspruch  Bemerkung
────────────────────────────────────────────────────────────────────
  1  04.01.2027  Bath               +0,33  festgelegt; Ely fällt aus
  2  22.02.2027  Hove               +0,67  Ely fällt aus
  3  24.05.2027  Ely                +1,00  größter Anspruch

Turnus 1 (04.01.2027): Bath

• Bath: Konto 0, mit dem Anteil 1/3 ≈ 0,33 an diesem Turnus: 1/3 ≈ 0,33; wartet
  0 Tage
• Hove: Konto 0, mit dem Anteil 1/3 ≈ 0,33 an diesem Turnus: 1/3 ≈ 0,33; wartet
  0 Tage
• Ely ist verhindert: new hall (cities.toml:4)

Turnus 2 (22.02.2027): Hove

• Hove: Konto 1/3 ≈ 0,33, mit dem Anteil 1/3 ≈ 0,33 an diesem Turnus: 2/3 ≈
  0,67; wartet 49 Tage
• Bath: Konto −2/3 ≈ −0,67, mit dem Anteil 1/3 ≈ 0,33 an diesem Turnus: −1/3 ≈
  −0,33; wartet 49 Tage
• Ely ist verhindert: new hall (cities.toml:4)

Turnus 3 (24.05.2027): Ely

• Ely: Konto 2/3 ≈ 0,67, mit dem Anteil 1/3 ≈ 0,33 an diesem Turnus: 1; wartet
  140 Tage
• Bath: Konto −1/3 ≈ −0,33, mit dem Anteil 1/3 ≈ 0,33 an diesem Turnus: 0;
  wartet 140 Tage

Was Wünsche und Festlegungen kosten:

• Bath im Januar 2027 verschiebt Hove von Turnus 1 auf 2.
• Hove im Mai 2027 (Wunsch: jubilee, cities.toml:8) ist nicht vorgesehen: Es
  verschöbe Ely von Turnus 3 hinter den Plan; die Summe der Kontoquadrate wächst
  um 2; 1 Abstand wird zu kurz.

Größte Abweichung: Bath, Konto −2/3 ≈ −0,67 nach Turnus 1; Maßstab nach
Tijdeman: 3/4 = 0,75.

"#]])
        .status(0);
}

#[test]
fn the_plan_is_data() {
    network("plan --count 1 --json --quiet").stdout(str![[r#"
{
  "language": "de",
  "turns": [
    {
      "number": 1,
      "date": "2026-12-22",
      "date_words": "22.12.2026",
      "meeting": null,
      "host": {
        "id": "hove",
        "name": "Hove"
      },
      "pinned": false,
      "account": "0",
      "claim": "1/3",
      "claim_decimal": 0.3333,
      "claim_words": "+0,33",
      "runner_up": {
        "id": "bath",
        "name": "Bath",
        "claim": "1/3"
      },
      "remark": "Ely fällt aus",
      "grounds": [
        {
          "words": "Hove: Konto 0, mit dem Anteil 1/3 ≈ 0,33 an diesem Turnus: 1/3 ≈ 0,33; wartet 0 Tage",
          "places": []
        },
        {
          "words": "Bath: Konto 0, mit dem Anteil 1/3 ≈ 0,33 an diesem Turnus: 1/3 ≈ 0,33; wartet 0 Tage",
          "places": []
        },
        {
          "words": "Ely ist verhindert: new hall",
          "places": [
            {
              "file": "cities.toml",
              "line": 4,
              "column": 16
            }
          ]
        }
      ],
      "impossible": [
        {
          "id": "ely",
          "name": "Ely",
          "hindrances": [
            {
              "kind": "unavailable",
              "reason": "new hall",
              "place": {
                "file": "cities.toml",
                "line": 4,
                "column": 16
              }
            }
          ]
        }
      ]
    }
  ],
  "hosts": [
    "hove"
  ],
  "objective": {
    "gaps": {
      "broken": 0,
      "missing": 0
    },
    "fairness": "2/3",
    "wishes": "0",
    "waiting": "0",
    "travel": "0",
    "order": "1"
  },
  "accounts": [
    {
      "ely": "1/3",
      "hove": "-2/3",
      "bath": "1/3"
    }
  ],
  "effects": [],
  "deviation": {
    "city": {
      "id": "hove",
      "name": "Hove"
    },
    "turn": 1,
    "account": "-2/3",
    "yardstick": "3/4",
    "words": "Größte Abweichung: Hove, Konto −2/3 ≈ −0,67 nach Turnus 1; Maßstab nach Tijdeman: 3/4 = 0,75."
  },
  "remark": null
}

"#]]).status(0);
}

#[test]
fn next_host_says_when_looking_ahead_would_differ() {
    network("next-host --date 2026-11-22")
        .file(
            "cities.toml",
            "[[city]]\nid = \"ely\"\nname = \"Ely\"\n[[city]]\nid = \"bath\"\nname = \"Bath\"\n\
             unavailable = [{ from = 2026-12-01, to = 2027-09-30, reason = \"new hall\" }]\n",
        )
        .stdout(str![[r#"
Ely

"#]])
        .stderr(str![[r#"
Over 4 turns Bath would host now; Bath is unavailable later: new hall (cities.toml:7). `erfa plan --why` shows the plan.

"#]])
        .status(0);
}

#[test]
fn days_that_somebody_asked_for_are_said_where_they_do_not_fit() {
    let planned = |arguments: &str| {
        let cities: String = ["a", "b", "c", "d"]
            .map(|id| format!("[[city]]\nid = \"{id}\"\nname = \"{}\"\n", id.to_uppercase()))
            .concat();
        let network = "name = \"Netz\"\nregion = \"DE-BY\"\n[cadence]\nper-year = 3\n";
        let mut test = Test::new(&format!("plan {arguments}"))
            .german()
            .file("network.toml", network)
            .file("cities.toml", &cities);
        for day in ["2027-02-02", "2027-04-06", "2027-06-01"] {
            let meeting = format!("title = \"Treffen\"\ndate = {day}\nhosts = [\"a\"]\n");
            test = test.file(&format!("meetings/{day}.toml"), &meeting);
        }
        let output = test.run();
        assert_eq!(output.status, 0, "{output:?}");
        output.stdout.replace('\u{a0}', " ").split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let full = "2027 sind es damit 4 Turnusse, `per-year` will 3.";
    let early =
        "Für den 3. Mai 2027 ist kein Turnus vorgesehen: Vorgesehen wird nach dem letzten Treffen";
    assert!(planned("--date 2027-09-07").contains(full), "{}", planned("--date 2027-09-07"));
    let asked = planned("--date 2027-05-03");
    assert!(asked.contains(early) && !asked.contains("`per-year` will"), "{asked}");
    let free = planned("--date 2028-03-07");
    assert!(
        !free.contains("`per-year` will") && !free.contains("kein Turnus vorgesehen"),
        "{free}"
    );
    assert!(!planned("").contains("`per-year` will"));
}

#[test]
fn bad_pins_are_all_reported_at_once() {
    network("plan --count 3 --pin bth=1 --pin ely=9 --pin hove --pin hove=2027-13")
        .stderr(str![[r#"
error[unknown-reference]: city `bth` is not known
 |
 = help: did you mean `bath`?

error[pin-outside-plan]: `--pin ely=9` meets no turn of the plan
 |
 = help: the plan has 3 turns, from 2026-12-22 to 2027-05-24; `--count` makes it longer

error[bad-argument]: `hove` does not fit `--pin`
 |
 = help: write city and turn: gotha=2, gotha=2027-03 or gotha=2027-03-02

error[bad-argument]: `hove=2027-13` does not fit `--pin`
 |
 = help: write city and turn: gotha=2, gotha=2027-03 or gotha=2027-03-02

4 errors

"#]])
        .status(1);
    network("plan --count 3 --pin ely=2 --pin hove=1 --pin bath=1")
        .stderr(str![[r#"
error[no-plan]: no host is left for turn `1` (2026-12-22): Hove is pinned and Bath is pinned
 |
 = help: without any one of these facts there would be one

error[no-plan]: no host is left for turn `2` (2027-02-22): Ely is pinned and Ely cannot host
 --> cities.toml:4:16
  |
4 | unavailable = [{ from = 2026-12-01, to = 2027-03-31, reason = "new hall" }]
  |                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = help: without any one of these facts there would be one

2 errors

"#]])
        .status(1);
}

#[test]
fn without_a_terminal_files_are_shown_and_not_written() {
    let output = network("plan --count 2 --save").run();
    assert_eq!(output.status, 1);
    assert!(!output.path("meetings").exists());
    assert!(output.stderr.contains("2026-12-22-hove.toml"), "{}", output.stderr);
    assert!(output.stderr.contains("error[unasked]"), "{}", output.stderr);
}

#[test]
fn what_is_there_already_stays_as_it_is() {
    let mine = "title = \"Mine\"\ndate = 2026-11-22\nstatus = \"idea\"\nhosts = [\"hove\"]\n";
    let output = network("plan --count 2 --save --yes")
        .file("meetings/mine.toml", mine)
        .stdout(str![[r#"
no.  day         meeting  host   owed  remark
──────────────────────────────────────────────────────────────
  1  2026-11-22  mine     Ely   +0.33  the file names Hove
  2  2027-02-22           Hove  +0.67  before Bath in the list

"#]])
        .wrote("meetings/mine.toml", mine)
        .stderr(str![[r#"
warning[wish-outside-plan]: no turn of this plan is in the days that Hove wishes for
 --> cities.toml:8:9
  |
8 | wish = [{ from = 2027-05-01, to = 2027-05-31, reason = "jubilee" }]
  |         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = help: if they are before the first turn, the wish is out of date; if they are after the last, `--count` makes the plan longer

`meetings/mine.toml` is there already and stays as it is.
meetings/2027-02-22-hove.toml (new)
  id: 2027-02-22-hove
  title: Treffen in Hove
  status: idea
  date: Monday, 22 February 2027
  hosts: hove
  created: Sunday, 22 November 2026
One file written.

"#]])
        .status(0);
    let files = std::fs::read_dir(output.path("meetings")).unwrap().count();
    assert_eq!(files, 2);
}
