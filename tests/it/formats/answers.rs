//! Every answer as JSON, and what fails, is as its schema says.

use std::collections::BTreeSet;
use std::fs;

use serde_json::{Value, json};

use super::{ACTS, ANSWERS, ELSEWHERE, network};
use crate::harness::{Test, files, project};

mod validator;

use validator::faults;

/// The lists that are taken in.
const LISTS: [(&str, &str); 3] = [
    ("kontakte.csv", "Name;Stadt;E-Mail\nAda Neu;Birkenfurt;ada@example.org\nBo Neu;Jena;\n"),
    ("staedte.csv", "Stadt;PLZ\nJena;7743\n"),
    ("treffen.csv", "Datum;Stadt;Titel\n1.2.2020;Birkenfurt;Früher\n2.2.2020;Jena;Fremd\n"),
];

/// What else answers, with arguments.
const FURTHER: &[(&str, &str)] = &[
    ("handbook", ""),
    ("import cities", "staedte.csv --dry-run"),
    ("import contacts", "kontakte.csv --dry-run"),
    ("import meetings", "treffen.csv --dry-run"),
    ("invite", "2027-04-20-eschenquell --to all"),
    ("log", ""),
    ("outbox pipe", "2027-04-20-eschenquell/1-invitation --dry-run --json -- true"),
    ("plan", "--problem conflict.json"),
    ("privacy purge", "--before 2026-11-01 --dry-run"),
    ("programme", "2027-04-20-eschenquell --item vortrag-schwammstadt"),
    ("replies read", "replies/ --dry-run"),
    ("send", "2027-04-20-eschenquell/1-invitation --dry-run"),
    ("show", "lindenwehr"),
    ("site", "seiten/ --dry-run"),
    ("show", "kornhaus"),
    ("show", "joan-fairweather"),
    (
        "speaker",
        "2027-04-20-eschenquell vortrag-schwammstadt rosa-weidner-korff declined --dry-run",
    ),
    ("topics read", "antworten.csv --dry-run"),
];

/// A problem that has no plan.
const CONFLICT: &str = r#"{
  "cities": [{"id": "a", "account": "0"}],
  "slots": [{"id": "s1"}],
  "forbidden": [["a", "s1"]]
}
"#;

/// What commands fail with.
const FAILURES: [&str; 3] =
    ["programme nirgends --json", "programme --json --bogus", "check --json --strict --dir none"];

/// The schemas that are checked in, by name.
fn schema(name: &str) -> Value {
    let file = project(format!("data/schema/{name}.schema.json"));
    let text =
        fs::read_to_string(&file).unwrap_or_else(|_| panic!("there is no {}", file.display()));
    serde_json::from_str(&text).unwrap()
}

/// The schema of what a use of a command answers.
fn schema_of(name: &str, usage: &str) -> Value {
    let since = if usage.contains("--since") { "-since" } else { "" };
    schema(&format!("{}{since}", name.replace(' ', "-")))
}

#[test]
fn every_answer_is_as_its_schema_says() {
    let mut test = network().file("conflict.json", CONFLICT);
    for (name, text) in LISTS {
        test = test.file(name, text);
    }
    test = test.file("antworten.csv", "Stadt;Wünsche\nTannbrück;1\nNirgends;2\n");
    let uses =
        ANSWERS.iter().flat_map(|(name, uses)| uses.iter().map(move |usage| (*name, *usage)));
    let mut wrong = Vec::new();
    let mut seen = BTreeSet::new();
    for (name, usage) in uses.chain(FURTHER.iter().copied()) {
        // What a file of the outbox says is no answer.
        if std::path::Path::new(usage).extension().is_some_and(|it| it == "eml") {
            continue;
        }
        let command = format!("{name} {usage} --json");
        test = test.command_line(&command);
        let output = test.command().output().unwrap();
        let Ok(answer) = serde_json::from_slice::<Value>(&output.stdout) else {
            wrong.push(format!("{command}: {}", String::from_utf8_lossy(&output.stderr)));
            continue;
        };
        seen.insert(name);
        let faults = faults(&answer, &schema_of(name, usage));
        wrong.extend(faults.into_iter().map(|fault| format!("{command}: {fault}")));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    // Commands that tell of nothing but a failure as JSON have no answer.
    let all = ANSWERS.iter().map(|(name, _)| *name).chain(ACTS).chain(ELSEWHERE);
    let silent: Vec<&str> = all.filter(|name| !seen.contains(name)).collect();
    // What prints schemas only speaks of answers.
    assert_eq!(silent, ["replies set", "schema"]);
}

#[test]
fn every_failure_is_as_its_schema_says() {
    for command in FAILURES {
        let output = Test::new(command).workspace("examples/netzwerk-flusstal").run();
        assert_ne!(output.status, 0, "{command}");
        let failure: Value = serde_json::from_str(&output.stderr).unwrap();
        assert_eq!(faults(&failure, &schema("error")), [""; 0], "{command}");
    }
}

#[test]
fn schemas_refuse_what_is_otherwise() {
    let output = Test::new("status --json").workspace("examples/netzwerk-flusstal").run();
    let answer: Value = serde_json::from_str(&output.stdout).unwrap();
    let schema = schema("status");
    assert_eq!(faults(&answer, &schema), [""; 0]);
    let changed = |key: &str, value: Value| {
        let mut changed = answer.clone();
        changed[key] = value;
        changed
    };
    for wrong in [
        changed("today", json!(3)),
        changed("today", json!("morgen")),
        changed("language", json!("fr")),
        changed("meetings", json!([{}])),
        changed("more", json!(null)),
    ] {
        assert_eq!(faults(&wrong, &schema).len(), 1, "{wrong}");
    }
}

#[test]
fn all_schemas_are_written_and_each_can_be_printed() {
    let output = Test::new("schema --answers --output antworten/").run();
    assert_eq!((output.status, output.stdout.as_str()), (0, ""), "{}", output.stderr);
    let named = |folder: &std::path::Path| -> Vec<(String, String)> {
        let read = |path: &std::path::PathBuf| {
            let name = path.file_name().unwrap().to_str().unwrap().to_owned();
            (name, fs::read_to_string(path).unwrap())
        };
        files(folder, |_| true).iter().map(read).collect()
    };
    let written = named(&output.path("antworten"));
    assert_eq!(written, named(&project("data/schema")));
    for (name, text) in written {
        let command = format!("schema --answers {}", name.trim_end_matches(".schema.json"));
        assert_eq!(Test::new(&command).run().stdout, text, "{command}");
    }
    for (command, way) in
        [("schema status", "`--answers`"), ("schema --answers rotation", "ohne `--answers`")]
    {
        let output = Test::new(command).env("ERFA_LANG", "de").run();
        assert_eq!(output.status, 1);
        assert!(output.stderr.contains(way), "{}", output.stderr);
    }
}
