//! Every folder in `examples/` is a network in good order that answers the main questions.

use std::fs;

use crate::harness::{Test, project};

#[test]
fn every_example_answers_the_main_questions() {
    let folders = fs::read_dir(project("examples")).unwrap();
    let mut names: Vec<String> =
        folders.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    assert!(!names.is_empty(), "there is no example");
    let mut faults = Vec::new();
    for name in names {
        for command in ["check --strict", "next-host --why", "programme", "invite"] {
            for language in ["de", "en"] {
                let test = Test::new(command).workspace(&format!("examples/{name}"));
                let output = test.arg("--lang").arg(language).run();
                let silent = output.stdout.is_empty() && !command.starts_with("check");
                if output.status != 0 || silent {
                    let said = output.stdout + &output.stderr;
                    faults
                        .push(format!("examples/{name}: erfa {command} --lang {language}\n{said}"));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
