//! `erfa plan --problem`: plain problems, exact answers, and what is wrong with a file.

use snapbox::str;

use crate::harness::Test;

const PROBLEM: &str = r#"{
  "cities": [
    {"id": "a", "share": 1, "account": "-3/4", "wait": 365, "from": "s1", "until": "s2"},
    {"id": "b", "account": "3/4", "wait": 10}
  ],
  "slots": [{"id": "s1", "date": "2027-03-02"}, {"id": "s2"}],
  "forbidden": [["b", "s2"]],
  "pins": [["b", "s1"]],
  "wishes": [{"city": "a", "slots": ["s1", "s2"], "weight": 2}],
  "travel": {"a": 340, "b": 512}
}
"#;

#[test]
fn a_problem_file_is_solved_exactly() {
    let test = |command: &str| Test::new(command).file("problem.json", PROBLEM);
    test("plan --problem problem.json --json")
        .stdout(str![[r#"
{
  "hosts": [
    "b",
    "a"
  ],
  "objective": {
    "fairness": "5/4",
    "wishes": "2",
    "waiting": "385",
    "travel": "852",
    "order": "2"
  },
  "accounts": [
    {
      "a": "-1/4",
      "b": "1/4"
    },
    {
      "a": "-3/4",
      "b": "3/4"
    }
  ]
}

"#]])
        .status(0);
    test("plan --problem problem.json")
        .stdout(str![[r#"
slot  day         host  account after  exactly
──────────────────────────────────────────────
s1    2027-03-02  b             +0.25      1/4
s2                a             −0.75     -3/4

Objective: fairness 5/4, wishes 2, waiting 385, travel 852, order 2.

"#]])
        .status(0);
    test("plan --problem problem.json")
        .german()
        .stdout(str![[r#"
Turnus  Tag         Gastgeberin  Konto danach  genau
────────────────────────────────────────────────────
s1      02.03.2027  b                   +0,25    1/4
s2                  a                   −0,75   -3/4

Ergebnis: Ausgleich 5/4, Wünsche 2, Warten 385, Wege 852, Reihenfolge 2.

"#]])
        .status(0);
}

#[test]
fn a_gap_that_so_few_cities_cannot_keep_is_said() {
    let problem = |gap: u32| {
        let slots: Vec<String> =
            (1..=7).map(|number| format!("{{\"id\": \"s{number}\"}}")).collect();
        let cities = r#"[{"id": "a"}, {"id": "b"}, {"id": "c"}]"#;
        let text = format!(
            "{{\"cities\": {cities}, \"slots\": [{}], \"min_gap\": {gap}}}\n",
            slots.join(", ")
        );
        let output =
            Test::new("plan --problem problem.json").german().file("problem.json", &text).run();
        assert_eq!(output.status, 0, "{output:?}");
        output.stdout.replace('\n', " ")
    };
    let said = "gerechnet mit einem Abstand von 2: mehr andere gibt es nicht";
    assert!(problem(5).contains(said), "{}", problem(5));
    assert!(!problem(2).contains("gerechnet"), "{}", problem(2));
}

#[test]
fn a_broken_problem_file_is_all_reported_at_once() {
    Test::new("plan --problem problem.json")
        .file(
            "problem.json",
            r#"{
  "cities": [{"id": "gotha", "shares": 1}, {"id": "gotha", "share": 0}, {"id": "ulm", "from": "s3"}],
  "slots": [{"id": "s1", "date": "2027-13-02"}],
  "forbidden": [["gota", "s1"], ["ulm"]],
  "pins": "none",
  "wishes": [{"city": "ulm", "slots": ["s4"], "weight": 1.5}],
  "travel": {"ulmm": 3}
}
"#,
        )
        .stderr(str![[r#"
error[unknown-key]: unknown key `shares`
 --> problem.json:2:30
  |
2 |   "cities": [{"id": "gotha", "shares": 1}, {"id": "gotha", "share": 0}, {"id": "ulm", "from": "s3"}],
  |                              ^^^^^^^^
  |
  = help: did you mean `share`?

error[duplicate-id]: city `gotha` appears twice
 --> problem.json:2:51
  |
2 |   "cities": [{"id": "gotha", "shares": 1}, {"id": "gotha", "share": 0}, {"id": "ulm", "from": "s3"}],
  |                     ------- first here            ^^^^^^^
  |
  = help: give one of the two another id

error[out-of-range]: 0 is out of range
 --> problem.json:2:69
  |
2 |   "cities": [{"id": "gotha", "shares": 1}, {"id": "gotha", "share": 0}, {"id": "ulm", "from": "s3"}],
  |                                                                     ^
  |
  = help: allowed is 1 to 1000000

error[unknown-reference]: slot `s3` is not known
 --> problem.json:2:95
  |
2 |   "cities": [{"id": "gotha", "shares": 1}, {"id": "gotha", "share": 0}, {"id": "ulm", "from": "s3"}],
  |                                                                                               ^^^^
  |
  = help: known names stand in `slots`

error[bad-date]: this is not a calendar day
 --> problem.json:3:34
  |
3 |   "slots": [{"id": "s1", "date": "2027-13-02"}],
  |                                  ^^^^^^^^^^^^
  |
  = help: write the day alone: 2024-09-24

error[unknown-reference]: city `gota` is not known
 --> problem.json:4:17
  |
4 |   "forbidden": [["gota", "s1"], ["ulm"]],
  |                 ^^^^^^^^^^^^^^
  |
  = help: did you mean `gotha`?

error[wrong-type]: this is a list
 --> problem.json:4:33
  |
4 |   "forbidden": [["gota", "s1"], ["ulm"]],
  |                                 ^^^^^^^
  |
  = help: expected is a pair of city and slot such as ["a", "s1"]

error[wrong-type]: this is a text
 --> problem.json:5:11
  |
5 |   "pins": "none",
  |           ^^^^^^
  |
  = help: expected is a list in square brackets

error[unknown-reference]: slot `s4` is not known
 --> problem.json:6:40
  |
6 |   "wishes": [{"city": "ulm", "slots": ["s4"], "weight": 1.5}],
  |                                        ^^^^
  |
  = help: known names stand in `slots`

error[wrong-type]: this is a number with a point
 --> problem.json:6:57
  |
6 |   "wishes": [{"city": "ulm", "slots": ["s4"], "weight": 1.5}],
  |                                                         ^^^
  |
  = help: expected is a whole number

error[unknown-reference]: city `ulmm` is not known
 --> problem.json:7:14
  |
7 |   "travel": {"ulmm": 3}
  |              ^^^^^^
  |
  = help: did you mean `ulm`?

11 errors

"#]])
        .status(1);
}

#[test]
fn no_slots_too_many_slots_and_no_problem_at_all_are_refused() {
    Test::new("plan --problem problem.json")
        .file("problem.json", r#"{"cities": [{"id": "a"}], "slots": []}"#)
        .stderr(str![[r#"
error[out-of-range]: 0 is out of range
 --> problem.json:1:36
  |
1 | {"cities": [{"id": "a"}], "slots": []}
  |                                    ^^
  |
  = help: allowed is 1 to 10000


"#]])
        .status(1);
    let slots: Vec<String> = (0..100_000).map(|slot| format!("{{\"id\": \"{slot}\"}}")).collect();
    let problem =
        format!("{{\"cities\": [{{\"id\": \"a\"}}],\n\"slots\":\n[{}]}}", slots.join(",\n"));
    let output = Test::new("plan --problem problem.json").file("problem.json", &problem).run();
    assert_eq!(output.status, 1);
    assert!(
        output.stderr.starts_with("error[out-of-range]: 100000 is out of range"),
        "{}",
        output.stderr
    );
    Test::new("plan --problem nowhere.json")
        .stderr(str![[r#"
error[file-unreadable]: cannot read `nowhere.json`: No such file or directory
 |
 = help: check its permissions, and where a link leads


"#]])
        .status(1);
    Test::new("plan --problem problem.json")
        .file("problem.json", "[1]")
        .stderr(str![[r#"
error[wrong-type]: this is a list
 --> problem.json:1:1
  |
1 | [1]
  | ^^^
  |
  = help: expected is a table of keys


"#]])
        .status(1);
}
