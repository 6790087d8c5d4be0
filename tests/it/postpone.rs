//! `erfa postpone`: the dates move, and what was planned is kept.

use snapbox::str;

use crate::harness::Test;

const SPRING: &str = "title = \"Frühjahr\"\nstatus = \"planned\"\nweekday = \"Dienstag\" # wie immer\n\
    date = 2027-03-16 # nach der Wahl\nend-date = 2027-03-17\nhosts = [\"aue\"]\nstart = \"9.30\"\nplace = \"Rathaus\"\n\n\
    [registration]\nuntil = 2027-03-01\n\n\
    [[session]]\ntitle = \"Rundgang\"\nstart = \"10:00\"\nend = \"12:00\"\n\n\
    [[session]]\ntitle = \"Gespräch\"\ndate = 2027-03-17 # zweiter Tag\nstart = \"10:00\"\nend = \"12:00\"\n";

fn postpone(command: &str, text: &str) -> Test {
    Test::new(&format!("postpone -y {command}"))
        .network()
        .file("cities.toml", "[[city]]\nid = \"aue\"\nname = \"Aue\"\n")
        .file("meetings/fruehjahr.toml", text)
}

fn after(test: Test) -> String {
    let output = test.run();
    assert_eq!(output.status, 0, "{}", output.stderr);
    std::fs::read_to_string(output.path("meetings/fruehjahr.toml")).unwrap()
}

#[test]
fn all_days_move_together_and_come_back() {
    let output = postpone("--to 2027-04-20 --reason Hochwasser", SPRING)
        .german()
        .stderr(str![[r#"
Nächstes Treffen: Frühjahr (fruehjahr)
meetings/fruehjahr.toml
  Stand: geplant → verschoben
  Grund: Hochwasser
  Datum: Dienstag, 16. März 2027 → Dienstag, 20. April 2027
  Letzter Tag: Mittwoch, 17. März 2027 → Mittwoch, 21. April 2027
  Anmeldeschluss: Montag, 1. März 2027 → Montag, 5. April 2027
  Wochentag: Dienstag → entfällt
  Verlauf 22.11.2026 (neu)
    Geändert: Sonntag, 22. November 2026
    Datum: Dienstag, 16. März 2027
    Letzter Tag: Mittwoch, 17. März 2027
    Wochentag: Dienstag
    Beginn: 9.30
    Ort: Rathaus
    Stand: geplant
    Grund: Hochwasser
  Programmpunkt Gespräch
    Datum: Mittwoch, 17. März 2027 → Mittwoch, 21. April 2027
Verschoben auf Dienstag, 20. April 2027: Frühjahr (fruehjahr)
Der Anmeldeschluss rückt mit auf den 05.04.2027.

"#]])
        .wrote(
            "meetings/fruehjahr.toml",
            str![[r#"
title = "Frühjahr"
status = "postponed"
reason = "Hochwasser"
#~ weekday = "Dienstag" # wie immer
date = 2027-04-20 # nach der Wahl
end-date = 2027-04-21
hosts = ["aue"]
start = "9.30"
place = "Rathaus"

[registration]
until = 2027-04-05

[[history]]
changed = 2026-11-22
date = 2027-03-16
end-date = 2027-03-17
weekday = "Dienstag"
start = "9.30"
place = "Rathaus"
status = "planned"
reason = "Hochwasser"

[[session]]
title = "Rundgang"
start = "10:00"
end = "12:00"

[[session]]
title = "Gespräch"
date = 2027-04-21 # zweiter Tag
start = "10:00"
end = "12:00"

"#]],
        )
        .status(0);
    let text = std::fs::read_to_string(output.path("meetings/fruehjahr.toml")).unwrap();
    postpone("--undo", &text)
        .stderr(str![[r#"
Meeting: Frühjahr (fruehjahr)
meetings/fruehjahr.toml
  status: postponed → planned
  weekday: Dienstag
  date: Tuesday, 20 April 2027 → Tuesday, 16 March 2027
  end date: Wednesday, 21 April 2027 → Wednesday, 17 March 2027
  registration until: Monday, 5 April 2027 → Monday, 1 March 2027
  reason: Hochwasser → removed
  session Gespräch
    date: Wednesday, 21 April 2027 → Wednesday, 17 March 2027
  history 2026-11-22 (is removed)
No longer postponed: Frühjahr (fruehjahr)

"#]])
        .wrote("meetings/fruehjahr.toml", SPRING)
        .status(0);
}

#[test]
fn without_a_new_day_the_dates_wait_on_their_lines() {
    let open = after(postpone("--reason Hochwasser", SPRING));
    for line in [
        "#~ date = 2027-03-16 # nach der Wahl\n",
        "#~ end-date = 2027-03-17\n",
        "#~ date = 2027-03-17 # zweiter Tag\n",
    ] {
        assert!(open.contains(line), "{line}{open}");
    }
    let found = after(postpone("fruehjahr --to 2027-05-04 --reason Ersatz", &open));
    for line in [
        "\ndate = 2027-05-04 # nach der Wahl\n",
        "\nend-date = 2027-05-05\n",
        "\ndate = 2027-05-05 # zweiter Tag\n",
    ] {
        assert!(found.contains(line), "{line}{found}");
    }
    assert_eq!(after(postpone("--undo", &found)), open);
    assert_eq!(after(postpone("--undo", &open)), SPRING);
}

#[test]
fn no_finding_comes_up_while_a_meeting_waits_for_its_day() {
    let open = after(postpone("--reason Hochwasser", SPRING));
    let check = postpone("", &open).command_line("check --strict").run();
    assert_eq!(check.status, 0, "{}{}", check.stdout, check.stderr);
}

#[test]
fn days_that_do_not_do_are_refused() {
    let refused =
        |command: &str, text: &str| postpone(command, text).wrote("meetings/fruehjahr.toml", text);
    refused("fruehjahr --to 2027-03-16 --reason Sturm", SPRING)
        .stderr(str![[r#"
error[cannot-be-postponed]: `fruehjahr` cannot be postponed like this: it is on that day already
 --> meetings/fruehjahr.toml:4:8
  |
4 | date = 2027-03-16 # nach der Wahl
  |        ^^^^^^^^^^


"#]])
        .status(1);
    refused("fruehjahr --to 2026-11-21 --reason Sturm", SPRING)
        .stderr(str![[r#"
error[cannot-be-postponed]: `fruehjahr` cannot be postponed like this: the new day is over
 --> meetings/fruehjahr.toml:1:9
  |
1 | title = "Frühjahr"
  |         ^^^^^^^^^^


"#]])
        .status(1);
    let held = SPRING.replace("planned", "held");
    refused("fruehjahr --to 2027-05-04 --reason Sturm", &held)
        .stderr(str![[r#"
error[cannot-be-postponed]: `fruehjahr` cannot be postponed like this: it took place
 --> meetings/fruehjahr.toml:2:10
  |
2 | status = "held"
  |          ^^^^^^


"#]])
        .status(1);
    let cancelled = SPRING.replace("planned", "cancelled");
    refused("fruehjahr --to 2027-05-04 --reason Sturm", &cancelled).stderr(str![[r#"
error[cannot-be-postponed]: `fruehjahr` cannot be postponed like this: it is cancelled; `erfa cancel --undo` takes that back
 --> meetings/fruehjahr.toml:2:10
  |
2 | status = "cancelled"
  |          ^^^^^^^^^^^


"#]]).status(1);
    refused("fruehjahr --reason Sturm", "title = \"Frühjahr\"\n").stderr(str![[r#"
error[cannot-be-postponed]: `fruehjahr` cannot be postponed like this: it has no date yet; `--on` gives it one
 --> meetings/fruehjahr.toml:1:9
  |
1 | title = "Frühjahr"
  |         ^^^^^^^^^^


"#]]).status(1);
    refused("fruehjahr --to 2127-11-23 --reason Sturm", SPRING).stderr(str![[r#"
error[cannot-be-postponed]: `fruehjahr` cannot be postponed like this: the new day is more than a hundred years away
 --> meetings/fruehjahr.toml:1:9
  |
1 | title = "Frühjahr"
  |         ^^^^^^^^^^


"#]]).status(1);
    refused("fruehjahr --undo", SPRING)
        .stderr(str![[r#"
error[nothing-to-undo]: `fruehjahr` is not postponed
 --> meetings/fruehjahr.toml:2:10
  |
2 | status = "planned"
  |          ^^^^^^^^^


"#]])
        .status(1);
    let listed = format!("history = []\n{SPRING}");
    refused("fruehjahr --to 2027-05-04 --reason Sturm", &listed)
        .stderr(str![[r#"
error[not-entries]: `history` is a list here, to which nothing can be added
 --> meetings/fruehjahr.toml:1:11
  |
1 | history = []
  |           ^^
  |
  = help: write each entry on its own: `[[history]]` and its keys below


"#]])
        .status(1);
}

#[test]
fn a_programme_says_what_the_day_was() {
    let moved = after(postpone("--to 2027-04-20 --reason Hochwasser", SPRING));
    let output = postpone("", &moved).command_line("programme --format text --lang de").run();
    assert!(output.stdout.contains("verschoben: Hochwasser"), "{}", output.stdout);
    assert!(output.stdout.contains("16., bis Mittwoch, 17. März 2027"), "{}", output.stdout);
}
