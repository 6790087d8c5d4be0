//! `erfa check`: all findings of all files in one run, for people and as data.

use snapbox::str;

use crate::harness::Test;

/// Faults in three files, several in one of them.
fn faulty(command: &str) -> Test {
    Test::new(command)
        .file("network.toml", "name = \"Netz\"\nlanguage = \"latein\"\ncoordinator = \"bach\"\n")
        .file(
            "cities.toml",
            "[[city]]\nid = \"bachh\"\nname = \"Bach\"\nshare = 0\n\n[[city]]\nid = \"Aue\"\n",
        )
        .file("meetings/a.toml", "title = \"A\"\nstart = \"25:00\"\nhost = [\"bachh\"]\n")
        .file("meetings/b.toml", "title = \"B\"\ndate = 2027-03-16\nweekday = \"Montag\"\n")
}

/// One warning, no error.
fn doubtful(command: &str) -> Test {
    Test::new(command)
        .network()
        .file("meetings/b.toml", "title = \"B\"\ndate = 2027-03-16\nweekday = \"Montag\"\n")
}

#[test]
fn only_what_can_be_acknowledged_is_offered() {
    let meeting =
        "title = \"B\"\ndate = 2027-03-16\nacknowledge = [{ code = \"???\", reason = \"so\" }]\n";
    for (code, hint) in
        [("gapp", "did you mean `gap`?"), ("missing-key", "possible: `weekday-mismatch`")]
    {
        let said = Test::new("check")
            .network()
            .file("meetings/b.toml", &meeting.replace("???", code))
            .run();
        assert!(said.stdout.contains(hint), "{}", said.stdout);
        assert!(!said.stdout.contains("toml-syntax"), "{}", said.stdout);
    }
}

#[test]
fn all_faults_of_all_files_come_at_once() {
    faulty("check")
        .stdout(str![[r#"
error[bad-choice]: `latein` is not known here
 --> network.toml:2:12
  |
2 | language = "latein"
  |            ^^^^^^^^
  |
  = help: possible: `de` or `en`

error[unknown-reference]: city `bach` is not known
 --> network.toml:3:15
  |
3 | coordinator = "bach"
  |               ^^^^^^
  |
  = help: did you mean `bachh`?

error[out-of-range]: 0 is out of range
 --> cities.toml:4:9
  |
4 | share = 0
  |         ^
  |
  = help: allowed is 1 to 1000

error[missing-key]: `name` is missing here
 --> cities.toml:6:1
  |
6 | [[city]]
  | ^^^^^^^^
  |
  = help: add `name = …`

error[bad-id]: `Aue` is not an id
 --> cities.toml:7:6
  |
7 | id = "Aue"
  |      ^^^^^
  |
  = help: lower-case letters a–z, digits and single hyphens, for example `aue`

error[bad-time]: `25:00` is not a time of day
 --> meetings/a.toml:2:9
  |
2 | start = "25:00"
  |         ^^^^^^^
  |
  = help: for example "09:30", "from 9:30", "about 14:00", "until 24:00"

error[unknown-key]: unknown key `host`
 --> meetings/a.toml:3:1
  |
3 | host = ["bachh"]
  | ^^^^
  |
  = help: did you mean `hosts`, such as `hosts = ["gotha"]`?


"#]])
        .stderr(str![[r#"
4 files checked: 7 errors

"#]])
        .status(1);
}

#[test]
fn german_users_read_german() {
    doubtful("check")
        .env("LANG", "de_DE.UTF-8")
        .stdout(str![[r#"
Warnung[weekday-mismatch]: der 16. März 2027 ist ein Dienstag
 --> meetings/b.toml:3:11
  |
3 | weekday = "Montag"
  |           ^^^^^^^^
  |
 ::: meetings/b.toml:2:8
  |
2 | date = 2027-03-16
  |        ---------- verglichen hiermit
  |
  = Hilfe: prüfen Sie Datum und Wochentag; der Wochentag darf auch fehlen


"#]])
        .stderr(str![[r#"
2 Dateien geprüft: 1 Warnung

"#]])
        .status(0);
}

#[test]
fn findings_are_data_too() {
    Test::new("check --json")
        .network()
        .file("cities.toml", "[[city]]\nid = \"aue\"\nname = \"Aue\"\n".repeat(2).as_str())
        .stdout(str![[r#"
[
  {
    "code": "duplicate-id",
    "severity": "error",
    "message": "Stadt `aue` kommt zweimal vor",
    "hint": "geben Sie einem der beiden eine andere Kennung",
    "acknowledged": null,
    "place": {
      "file": "cities.toml",
      "line": 5,
      "column": 6
    },
    "related": [
      {
        "label": "zuerst hier",
        "place": {
          "file": "cities.toml",
          "line": 2,
          "column": 6
        }
      }
    ]
  }
]

"#]])
        .stderr(str![])
        .status(1);
    // Data is in the language of the network, whoever asks.
    doubtful("check --json")
        .env("LANG", "en_GB.UTF-8")
        .stdout(str![[r#"
[
  {
    "code": "weekday-mismatch",
    "severity": "warning",
    "message": "der 16. März 2027 ist ein Dienstag",
    "hint": "prüfen Sie Datum und Wochentag; der Wochentag darf auch fehlen",
    "acknowledged": null,
    "place": {
      "file": "meetings/b.toml",
      "line": 3,
      "column": 11
    },
    "related": [
      {
        "label": "verglichen hiermit",
        "place": {
          "file": "meetings/b.toml",
          "line": 2,
          "column": 8
        }
      }
    ]
  }
]

"#]])
        .status(0);
    doubtful("check --json --lang en")
        .german()
        .stdout(str![[r#"
[
  {
    "code": "weekday-mismatch",
    "severity": "warning",
    "message": "16 March 2027 is a Tuesday",
    "hint": "check date and weekday; the weekday may be left out",
    "acknowledged": null,
    "place": {
      "file": "meetings/b.toml",
      "line": 3,
      "column": 11
    },
    "related": [
      {
        "label": "compared with this",
        "place": {
          "file": "meetings/b.toml",
          "line": 2,
          "column": 8
        }
      }
    ]
  }
]

"#]])
        .status(0);
    Test::new("check --json")
        .network()
        .stdout(str![[r#"
[]

"#]])
        .status(0);
}

#[test]
fn warnings_fail_only_if_asked_to() {
    doubtful("check")
        .stdout(str![[r#"
warning[weekday-mismatch]: 16 March 2027 is a Tuesday
 --> meetings/b.toml:3:11
  |
3 | weekday = "Montag"
  |           ^^^^^^^^
  |
 ::: meetings/b.toml:2:8
  |
2 | date = 2027-03-16
  |        ---------- compared with this
  |
  = help: check date and weekday; the weekday may be left out


"#]])
        .stderr(str![[r#"
2 files checked: 1 warning

"#]])
        .status(0);
    doubtful("check --strict --quiet")
        .stdout(str![[r#"
warning[weekday-mismatch]: 16 March 2027 is a Tuesday
 --> meetings/b.toml:3:11
  |
3 | weekday = "Montag"
  |           ^^^^^^^^
  |
 ::: meetings/b.toml:2:8
  |
2 | date = 2027-03-16
  |        ---------- compared with this
  |
  = help: check date and weekday; the weekday may be left out


"#]])
        .status(1);
}

#[test]
fn colour_comes_when_wanted() {
    let coloured = doubtful("check --quiet --color always")
        .stdout(str![[r#"
␛[1m␛[33mwarning[weekday-mismatch]␛[0m␛[1m: 16 March 2027 is a Tuesday␛[0m
 ␛[1m␛[94m--> ␛[0mmeetings/b.toml:3:11
  ␛[1m␛[94m|␛[0m
␛[1m␛[94m3␛[0m ␛[1m␛[94m|␛[0m weekday = "Montag"
  ␛[1m␛[94m|␛[0m           ␛[1m␛[33m^^^^^^^^␛[0m
  ␛[1m␛[94m|␛[0m
 ␛[1m␛[94m::: ␛[0mmeetings/b.toml:2:8
  ␛[1m␛[94m|␛[0m
␛[1m␛[94m2␛[0m ␛[1m␛[94m|␛[0m date = 2027-03-16
  ␛[1m␛[94m|␛[0m        ␛[1m␛[94m----------␛[0m ␛[1m␛[94mcompared with this␛[0m
  ␛[1m␛[94m|␛[0m
  ␛[1m␛[94m= ␛[0m␛[1mhelp␛[0m: check date and weekday; the weekday may be left out


"#]])
        .status(0);
    let terminal = |command: &str| doubtful(command).on_a_terminal();
    let by_itself = terminal("check --quiet").env("NO_COLOR", "").run();
    assert_eq!(by_itself.stdout, coloured.stdout);
    let unwelcome = terminal("check --quiet").run();
    assert!(!unwelcome.stdout.contains('␛'), "{}", unwelcome.stdout);
    let never = terminal("check --quiet --color never").env("NO_COLOR", "").run();
    assert_eq!(never.stdout, unwelcome.stdout);
}

#[test]
fn the_workspace_is_found_from_below_and_beside() {
    let clean = |command: &str| Test::new(command).file("netz/network.toml", "name = \"Netz\"\n");
    clean("check --dir netz")
        .stderr(str![[r#"
1 file checked, all is well

"#]])
        .status(0);
    clean("check")
        .env("ERFA_DIR", "netz")
        .stderr(str![[r#"
1 file checked, all is well

"#]])
        .status(0);
    clean("check --dir nets")
        .stderr(str![[r#"
error[no-workspace]: `nets` is not a workspace: `network.toml` is missing in it
 |
 = help: `erfa init` makes one


"#]])
        .status(1);
    Test::new("check")
        .file("data/network.toml", "name = \"Netz\"\n")
        .stderr(str![[r#"
1 file checked, all is well

"#]])
        .status(0);
    Test::new("check")
        .file("../network.toml", "name = \"Netz\"\n")
        .stderr(str![[r#"
1 file checked, all is well

"#]])
        .status(0);
}

#[test]
fn the_built_in_network_answers_where_there_is_no_workspace() {
    Test::new("check")
        .stderr(str![[r#"
There is no workspace here (`network.toml`); the built-in network answers.
13 files checked, all is well

"#]])
        .status(0);
    Test::new("check --quiet").status(0);
}

#[test]
fn invisible_characters_are_named_in_words_and_all_at_once() {
    let said = |key: &str, command: &str| {
        let meeting = format!("title = \"Treffen\"\ndate = 2027-04-20\n{key}\n");
        let test = Test::new(command).network().file("meetings/m.toml", &meeting);
        test.run().stdout
    };
    let marks = "description = \"Ein \u{202a}Satz\u{202c} und \u{202e}noch einer.\"";
    let found = said(marks, "check");
    for words in [
        "the text has invisible marks for the direction of reading (U+202A, U+202C and U+202E)",
        "delete these characters; if the editor shows nothing there, type the text anew",
    ] {
        assert!(found.contains(words), "{found}");
    }
    // A text of several lines is not said to be one line.
    assert!(!found.contains("single line"), "{found}");
    let german = said(marks, "--lang de check");
    assert!(german.contains("the text has"), "findings go by the locale: {german}");
    let mixed = said(
        "subtitle = \"Ein\\nSatz\u{2067} \u{7}\"".replace('\u{7}', "\\u0007").as_str(),
        "check",
    );
    let words = "the text has a line break, an invisible mark for the direction of reading (U+2067) and an \
                 invisible control character (U+0007)";
    assert!(mixed.contains(words), "{mixed}");
    assert!(mixed.contains("this text is a single line; delete these characters"), "{mixed}");
}
