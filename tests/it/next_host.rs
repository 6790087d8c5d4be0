//! `erfa next-host` for several turns: what is only reckoned is never told as if it had been.

use crate::harness::Test;

/// Three towns; one could not host for as long as anybody remembers. No cadence: all turns are reckoned for
/// one day.
fn network(command: &str) -> Test {
    let meeting = |number: u32| {
        let host = if number.is_multiple_of(2) { "aalheim" } else { "cronfeld" };
        format!(
            "title = \"T\"\nstatus = \"held\"\ndate = 2025-0{}-11\nhosts = [\"{host}\"]\n",
            number + 1
        )
    };
    let test = Test::new(command).file("network.toml", "name = \"Netz\"\n").file(
        "cities.toml",
        "[[city]]\nid = \"aalheim\"\nname = \"Aalheim\"\n[[city]]\nid = \"buchau\"\nname = \"Buchau\"\n\
         [[city.unavailable]]\nfrom = 2025-01-01\nto = 2026-12-31\nreason = \"Umbau\"\n\
         [[city]]\nid = \"cronfeld\"\nname = \"Cronfeld\"\n",
    );
    (0..8)
        .fold(test, |test, number| test.file(&format!("meetings/t{number}.toml"), &meeting(number)))
}

fn hosts(command: &str, turns: &str) -> Vec<String> {
    let answer = network(command).run().stdout;
    let answer: serde_json::Value = serde_json::from_str(&answer).unwrap();
    let turns = answer[turns].as_array().unwrap();
    turns.iter().map(|turn| turn["host"]["name"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn turns_of_one_day_go_by_the_order_in_which_they_were_given_away() {
    let next = hosts("--today 2027-01-05 next-host --count 6 --json", "turns");
    assert_eq!(next, ["Buchau", "Aalheim", "Buchau", "Cronfeld", "Buchau", "Aalheim"]);
    assert_eq!(next, hosts("--today 2027-01-05 plan --count 6 --json", "turns"));
}

#[test]
fn reckoned_turns_are_called_that() {
    let said = network("--today 2027-01-05 next-host --count 3 --why").run().stdout;
    let (first, third) = (
        said.find("• Counted: 8 meetings, since"),
        said.find("Counted: 8 meetings and 2 turns of this reckoning"),
    );
    assert!(first.is_some() && third > first, "{said}");
    assert!(
        said.contains("Last host before: Aalheim, turn 2 of this reckoning (2027-01-05)"),
        "{said}"
    );
    assert!(
        said.replace("\n  ", " ").contains("since turn 1 of this reckoning (2027-01-05)"),
        "{said}"
    );
    assert!(!said.contains("own meeting (2027"), "{said}");
    assert!(
        said.replace("\n  ", " ")
            .contains("10/3 ≈ 3.33 from 8 meetings and 2 turns of this reckoning"),
        "{said}"
    );
}
