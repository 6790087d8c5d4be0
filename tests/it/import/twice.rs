//! A list is taken in twice.

use std::fmt::Write as _;

use proptest::prelude::*;
use proptest::test_runner::{RngSeed, TestRunner};

use super::network;

/// Whatever a list says, taking it in twice changes nothing the second time, and what it makes is sound.
#[test]
fn a_second_time_nothing_changes() {
    let given = prop::sample::select(vec!["Ada", "A.", "Bo", "Kim Maria", ""]);
    let family =
        prop::sample::select(vec!["Nordhaus", "von Thal", "Weiß-Öhl", "\"Q\"", "N. N.", ""]);
    let town =
        prop::sample::select(vec!["Aue", "Stadt Birkenfurt", "Neustadt", "Aue/Fluss", "Bad", ""]);
    let mail = prop::sample::select(vec![
        "a@example.org",
        "B@example.org",
        "b@example.org; c@example.org",
        "x",
        "",
    ]);
    let more = prop::sample::select(vec![
        "7743",
        "07743 Jena",
        "Frau",
        "=1+1",
        "MÃ¼ller",
        "\u{202e}x",
        "",
    ]);
    let row = (given, family, town, mail, more.clone(), more);
    let lists = prop::collection::vec(row, 1..7);
    let mut runner = TestRunner::new(ProptestConfig {
        cases: 24,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(15),
        ..ProptestConfig::default()
    });
    let judged = std::cell::Cell::new(0);
    let changed = std::cell::Cell::new(0);
    runner
        .run(&(lists, any::<bool>()), |(rows, adds)| {
            let mut list = "Vorname;Nachname;Stadt;E-Mail;PLZ;Notiz\n".to_owned();
            for (given, family, town, mail, code, note) in rows {
                let cells =
                    [given, family, town, mail, code, note].map(|it| it.replace('"', "\"\""));
                writeln!(list, "{}", cells.map(|it| format!("\"{it}\"")).join(";")).unwrap();
            }
            let flag = if adds { " --add-cities" } else { "" };
            let command = format!("import contacts liste.csv -y{flag}");
            let test = network(&command).file("liste.csv", &list);
            let folder = test.folder();
            let read = || {
                ["contacts.toml", "cities.toml"]
                    .map(|it| std::fs::read_to_string(folder.join(it)).ok())
            };
            let first = test.command().output().unwrap();
            let said = String::from_utf8_lossy(&first.stderr).into_owned();
            prop_assert!(matches!(first.status.code(), Some(0 | 1)), "{said}\n{list}");
            prop_assert!(!said.contains("error["), "{said}\n{list}");
            let after = read();
            changed.set(changed.get() + u32::from(after[0].is_some()));
            let second = test.command().output().unwrap();
            prop_assert_eq!(read(), after, "{}", list);
            prop_assert!(
                String::from_utf8_lossy(&second.stdout).contains("says nothing new"),
                "{}",
                list
            );
            let check = test.command_line("check").run();
            prop_assert_eq!(check.status, 0, "{}{}\n{}", check.stdout, check.stderr, list);
            judged.set(judged.get() + 1);
            Ok(())
        })
        .unwrap();
    let (judged, changed) = (judged.get(), changed.get());
    assert!(judged >= 24 && changed > 15, "{judged} lists, {changed} of which changed something");
}
