//! Where JSON is asked for, a failure is one JSON object on standard error.

use serde_json::Value;

use crate::harness::{Output, Test};

/// A network with a fault in one of two meetings, and a warning in each.
fn erfa(command: &str) -> Test {
    let meeting = |title: &str, more: &str| {
        format!(
            "title = \"{title}\"\nstatus = \"planned\"\ndate = 2027-12-24\n{more}hosts = [\"aue\"]\n"
        )
    };
    Test::new(command)
        .network()
        .file("cities.toml", "[[city]]\nid = \"aue\"\nname = \"Aue\"\n")
        .file("meetings/gut.toml", &meeting("Gut", ""))
        .file("meetings/schlecht.toml", &meeting("Schlecht", "farbe = 1\n"))
}

/// What a run said on standard error: one object, and nothing else.
fn object(output: &Output) -> Value {
    let object: Value = serde_json::from_str(&output.stderr)
        .unwrap_or_else(|error| panic!("{error}: {}", output.stderr));
    assert_eq!(object["status"], output.status);
    for finding in object["findings"].as_array().unwrap() {
        for key in ["code", "severity", "message", "hint", "place"] {
            assert!(finding.get(key).is_some(), "{key}: {finding}");
        }
    }
    object
}

#[test]
fn findings_come_with_file_line_and_column() {
    for command in ["programme schlecht --json", "programme schlecht --format json"] {
        let output = erfa(command).run();
        assert_eq!((output.status, output.stdout.as_str()), (1, ""), "{}", output.stderr);
        let object = object(&output);
        let finding = &object["findings"][0];
        assert_eq!(finding["code"], "unknown-key");
        assert_eq!(finding["place"]["file"], "meetings/schlecht.toml");
        assert_eq!(finding["place"]["line"], 4);
        assert_eq!(finding["place"]["column"], 1);
    }
}

#[test]
fn wrong_usage_is_an_object_too() {
    for (command, hint) in [
        ("programme --json --bogus", "`erfa programme --help` shows what there is"),
        ("programm gut --json", "did you mean `programme`?"),
        ("outbox --json", "this command does not answer as JSON"),
    ] {
        let output = erfa(command).run();
        assert_eq!((output.status, output.stdout.as_str()), (2, ""), "{}", output.stderr);
        let object = object(&output);
        assert_eq!(object["findings"].as_array().unwrap().len(), 1);
        assert_eq!(object["findings"][0]["code"], "usage");
        assert_eq!(object["findings"][0]["hint"], hint, "{command}");
    }
}

#[test]
fn what_fails_outside_is_an_object_too() {
    let output = erfa("programme gut --json --output missing/there/gut.json").run();
    assert_eq!(output.status, 3, "{}", output.stderr);
    assert_eq!(object(&output)["findings"][0]["code"], "outside");
}

#[test]
fn what_is_said_beside_goes_into_the_object() {
    let output = erfa("programme --json --since 3").run();
    let object = object(&output);
    let notes = object["notes"].as_array().unwrap();
    assert!(notes.iter().any(|note| note.as_str().unwrap().contains("Next meeting")), "{object}");
}

#[test]
fn without_json_a_failure_stays_in_words() {
    let output = erfa("programme schlecht").run();
    assert!(output.stderr.contains("error[unknown-key]"), "{}", output.stderr);
    // What follows `--` is for another program.
    let output = erfa("outbox pipe 1-x -- cat --json").run();
    assert!(output.stderr.starts_with("error"), "{}", output.stderr);
}

#[test]
fn an_answer_that_is_given_says_the_rest_in_words() {
    let output = erfa("programme gut --json").run();
    assert_eq!(output.status, 0);
    assert_eq!(output.stderr, "2 warnings; see `erfa check`\n1 finding elsewhere: `erfa check`\n");
}

#[test]
fn warnings_are_counted_of_the_meeting_at_hand() {
    let quiet = "title = \"Ruhig\"\nstatus = \"planned\"\ndate = 2027-06-09\nhosts = [\"aue\"]\n";
    let erfa = |command: &str| erfa(command).file("meetings/ruhig.toml", quiet);
    for (command, counted) in
        [("show gut", true), ("show ruhig", false), ("programme ruhig", false)]
    {
        let output = erfa(command).run();
        assert_eq!(output.stderr.contains("2 warnings;"), counted, "{command}: {}", output.stderr);
        assert!(output.stderr.contains("1 finding elsewhere"), "{command}: {}", output.stderr);
    }
    // Who asks about no meeting in particular asks about all.
    let output = erfa("cities").run();
    assert!(output.stderr.contains("warning"), "{}", output.stderr);
}
