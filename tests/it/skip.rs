//! `erfa skip`: an entry comes into `rotation.toml`, and goes again.

use snapbox::str;

use crate::harness::Test;

const CITIES: &str =
    "[[city]]\nid = \"aue\"\nname = \"Aue\"\n\n[[city]]\nid = \"muehl\"\nname = \"Mühl\"\n";

fn skip(command: &str) -> Test {
    Test::new(&format!("skip -y {command}")).network().file("cities.toml", CITIES)
}

#[test]
fn the_first_entry_makes_the_file_and_the_last_takes_it_away() {
    let output = skip("Mühl --until 2027-06-30 --agreed-with Rathaus --reason")
        .arg("Wahl des \"Rates\"")
        .stderr(str![[r#"
rotation.toml (new)
  skip muehl (new)
    city: muehl
    from: Sunday, 22 November 2026
    until: Wednesday, 30 June 2027
    reason: Wahl des "Rates"
    agreed with: Rathaus
    decided: Sunday, 22 November 2026
Mühl skips one turn; what it is owed stays.

"#]])
        .wrote(
            "rotation.toml",
            str![[r#"
[[skip]]
city = "muehl"
from = 2026-11-22
until = 2027-06-30
reason = 'Wahl des "Rates"'
agreed-with = "Rathaus"
decided = 2026-11-22

"#]],
        )
        .status(0);
    let text = std::fs::read_to_string(output.path("rotation.toml")).unwrap();
    let output = skip("muehl --undo")
        .file("rotation.toml", &text)
        .german()
        .stderr(str![[r#"
rotation.toml (wird gelöscht)
Mühl setzt nicht mehr aus.

"#]])
        .status(0);
    assert!(!output.path("rotation.toml").exists());
}

#[test]
fn an_entry_stands_with_those_of_its_kind_and_changes_nothing_else() {
    let rotation = "# Absprachen\r\n\r\n[[skip]]\r\ncity = \"aue\"\r\nreason = \"Umbau\"\r\n\
                    decided = 2026-01-01\r\n\r\n# Im Mai besprochen\r\n[[skip]]\r\ncity = \"muehl\"\r\n\
                    from = 2029-01-01\r\nreason = \"Fest\"";
    let output = skip("muehl --from 2028-01-01 --until 2028-12-31 --reason Wahl --quiet")
        .file("rotation.toml", rotation)
        .status(0);
    let after = std::fs::read_to_string(output.path("rotation.toml")).unwrap();
    let entry = "\r\n\r\n[[skip]]\r\ncity = \"muehl\"\r\nfrom = 2028-01-01\r\nuntil = 2028-12-31\r\n\
                 reason = \"Wahl\"\r\ndecided = 2026-11-22";
    assert_eq!(after, format!("{rotation}{entry}"));
    // Without `--from` the last one goes, with it the one that begins then, and its comment too.
    for (option, expected) in [
        ("", rotation.to_owned()),
        ("--from 2029-01-01", after.replace("# Im Mai besprochen\r\n[[skip]]\r\ncity = \"muehl\"\r\nfrom = 2029-01-01\r\nreason = \"Fest\"\r\n\r\n", "")),
    ] {
        let command = format!("muehl --undo --quiet {option}");
        let output = skip(&command).file("rotation.toml", &after).status(0);
        assert_eq!(std::fs::read_to_string(output.path("rotation.toml")).unwrap(), expected);
    }
}

#[test]
fn what_took_effect_is_not_taken_back() {
    skip("muehl --undo")
        .file(
            "meetings/herbst.toml",
            "title = \"Herbst\"\nstatus = \"held\"\ndate = 2026-10-13\nhosts = [\"aue\"]\n",
        )
        .file("rotation.toml", "[[skip]]\ncity = \"muehl\"\nfrom = 2026-01-01\nreason = \"Wahl\"\n")
        .stderr(str![[r#"
error[nothing-to-undo]: Mühl has no skip that has not taken effect yet


"#]])
        .status(1);
}

#[test]
fn the_next_turn_goes_to_another() {
    let rotation = "[[skip]]\ncity = \"aue\"\nfrom = 2026-11-22\nreason = \"Wahl\"\n";
    let files = |test: Test| test.network().file("cities.toml", CITIES);
    files(Test::new("next-host")).stdout("Aue\n").status(0);
    files(Test::new("next-host")).file("rotation.toml", rotation).stdout("Mühl\n").status(0);
}

#[test]
fn a_town_is_found_by_its_name_and_a_slip_of_the_pen_is_pointed_out() {
    skip("Mühll --reason Wahl")
        .stderr(str![[r#"
error[unknown-reference]: city `Mühll` is not known
 |
 = help: did you mean `muehl`?


"#]])
        .status(1);
    skip("aue --from 2027-05-01 --until 2027-04-30 --reason Wahl")
        .stderr(str![[r#"
error[reversed-dates]: the last day is before the first
 |
 = help: exchange the two days


"#]])
        .status(1);
}

#[test]
fn a_reason_is_needed_and_nothing_is_written_without() {
    for (arguments, status) in
        [("aue", 2), ("aue --reason Wahl --undo", 2), ("aue --undo --until 2027-01-01", 2)]
    {
        let output = skip(arguments).run();
        assert_eq!(output.status, status, "{}", output.stderr);
        assert!(!output.path("rotation.toml").exists());
    }
    let output = skip("aue").arg("--reason").arg("two\nlines").run();
    assert_eq!((output.status, output.path("rotation.toml").exists()), (2, false));
}

#[test]
fn a_town_that_joins_within_the_days_can_be_passed_over() {
    let joins = CITIES.to_owned() + "member-since = 2028-01-01\n";
    let skip = |days: &str| {
        let test = skip(&format!("muehl {days} --reason Wahl --quiet"));
        test.file("cities.toml", &joins).run().status
    };
    assert_eq!((skip(""), skip("--until 2027-12-31"), skip("--until 2028-01-01")), (0, 1, 0));
}
