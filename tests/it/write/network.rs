//! `erfa write report` and `erfa write handover`: what is told of the network as a whole.

use std::fs;

use serde_json::Value;

use crate::harness::{Output, Test, project};

const EXAMPLE: &str = "examples/netzwerk-flusstal";

fn written(command: &str) -> Output {
    Test::new(&format!("write {command}")).workspace(EXAMPLE).run()
}

#[test]
fn a_report_names_nobody_and_tells_no_note() {
    let contacts = fs::read_to_string(project(EXAMPLE).join("contacts.toml")).unwrap();
    let names = contacts.lines().filter_map(|line| line.strip_prefix("family-name = "));
    let names: Vec<&str> = names.map(|name| name.split('"').nth(1).unwrap()).collect();
    assert!(names.len() > 5, "{names:?}");
    for language in ["de", "en"] {
        for year in ["2026", "2027"] {
            let command = format!("report --year {year} --lang {language} --today 2027-12-01");
            for format in ["markdown", "html", "json"] {
                let report = written(&format!("{command} --format {format}"));
                assert_eq!(report.status, 0, "{}", report.stderr);
                for name in names.iter().chain(&["Haushalt 2027", "kennt die Kosten", "@example"]) {
                    assert!(!report.stdout.contains(name), "{name}: {}", report.stdout);
                }
            }
        }
    }
}

#[test]
fn an_action_that_names_somebody_is_counted_and_not_told() {
    let action = "\n[[action]]\nid = 'x'\nwhat = 'Frau Steinacker zurückrufen'\nowner = 'dornwerder'\nagreed = 2026-05-01\n";
    let actions = fs::read_to_string(project(EXAMPLE).join("actions.toml")).unwrap() + action;
    let report = Test::new("write report --year 2026 --json")
        .workspace(EXAMPLE)
        .file("actions.toml", &actions)
        .run();
    let report: Value = serde_json::from_str(&report.stdout).unwrap();
    let agreed = report["agreed"].as_array().unwrap();
    assert!(agreed.iter().any(|one| one["what"].is_null() && one["who"] == "Dornwerder"));
    assert!(agreed.iter().any(|one| one["what"] == "Mit der Küche die Essenszeiten klären"));
}

#[test]
fn what_is_not_on_record_is_called_that() {
    let meetings = |status: &str, attended: &str| {
        format!("title = 'A'\ndate = 2026-03-02\nhosts = ['ulm']\n{status}{attended}")
    };
    let report = |meeting: &str| {
        let test = Test::new("write report --year 2026 --format markdown --lang en");
        let test = test.network().file("cities.toml", "[[city]]\nid = 'ulm'\nname = 'Ulm'\n");
        let output = test.file("meetings/a.toml", meeting).run();
        assert_eq!(output.status, 0, "{}", output.stderr);
        output.stdout
    };
    let unrecorded = report(&meetings("", ""));
    assert!(unrecorded.contains("whether it was is not on record"), "{unrecorded}");
    let held = report(&meetings("status = 'held'\n", ""));
    assert!(held.contains("One meeting was held in 2026 so far."), "{held}");
    assert!(held.contains("There is no record of who was at any of the meetings."), "{held}");
    assert!(held.contains("not on record"), "{held}");
    let there = report(&meetings("status = 'held'\n", "attended = ['ulm']\n"));
    assert!(there.contains("people not counted"), "{there}");
    let cancelled = report(&meetings("status = 'cancelled'\n", ""));
    assert!(cancelled.contains("1 meeting was cancelled."), "{cancelled}");
    assert!(
        cancelled.contains("It is not known of any meeting this year that it was held."),
        "{cancelled}"
    );
}

#[test]
fn a_year_and_a_reader_must_make_sense() {
    for (arguments, status) in [
        ("report --year 2027", 1),
        ("report --year 9999", 1),
        ("report --year 0", 2),
        ("report --year soon", 2),
        ("report 2026-03-17-birkenfurt", 1),
        ("report --to all", 1),
        ("report --format eml", 1),
        ("handover --year 2026", 1),
        ("handover --format eml", 1),
        ("press --year 2026", 1),
    ] {
        let output = written(arguments);
        assert_eq!(output.status, status, "{arguments}: {}", output.stdout);
        assert_eq!(output.stdout, "", "{arguments}");
    }
    for kind in ["report", "handover"] {
        let make = Test::new(&format!("outbox make {kind} -y --to all")).workspace(EXAMPLE).run();
        assert_eq!(make.status, 1, "{}", make.stderr);
        assert!(!make.path("outbox").exists(), "{kind}");
    }
}

#[test]
fn a_broken_meeting_stops_the_report_and_is_named_in_the_handover() {
    let broken = |command: &str| {
        let test = Test::new(command).workspace(EXAMPLE);
        test.file("meetings/kaputt.toml", "title = 'Kaputt'\ndate = 2027-13-01\n").run()
    };
    let report = broken("write report --year 2026");
    assert_eq!((report.status, report.stdout.as_str()), (1, ""), "{}", report.stderr);
    let handover = broken("write handover --lang en");
    assert_eq!(handover.status, 0, "{}", handover.stderr);
    assert!(handover.stdout.contains("Findings in the files"), "{}", handover.stdout);
}
