//! `erfa cancel`: status and reason change, and what was before is kept.

use snapbox::str;

use crate::harness::Test;

const SPRING: &str = "# Unser Frühjahr\ntitle = 'Frühjahr' # noch zu kürzen\nstatus   =  'invited' # am 1.9.\n\
                      date = 2027-03-16\nhosts = [\"aue\"]\n\n# Vormittag\n[[session]]\ntitle = \"Rundgang\"\n";

fn cancel(command: &str, text: &str) -> Test {
    Test::new(&format!("cancel -y {command}"))
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
fn the_next_meeting_is_cancelled_and_comes_back() {
    let cancelled = cancel("--reason Sturmwarnung", SPRING)
        .german()
        .stderr(str![[r#"
Nächstes Treffen: Frühjahr (fruehjahr)
meetings/fruehjahr.toml
  Stand: eingeladen → abgesagt
  Grund: Sturmwarnung
  Verlauf 22.11.2026 (neu)
    Geändert: Sonntag, 22. November 2026
    Stand: eingeladen
    Grund: Sturmwarnung
Abgesagt: Frühjahr (fruehjahr)

"#]])
        .wrote(
            "meetings/fruehjahr.toml",
            str![[r##"
# Unser Frühjahr
title = 'Frühjahr' # noch zu kürzen
status   =  "cancelled" # am 1.9.
reason = "Sturmwarnung"
date = 2027-03-16
hosts = ["aue"]

[[history]]
changed = 2026-11-22
status = 'invited'
reason = "Sturmwarnung"

# Vormittag
[[session]]
title = "Rundgang"

"##]],
        )
        .status(0);
    let text = std::fs::read_to_string(cancelled.path("meetings/fruehjahr.toml")).unwrap();
    cancel("--undo", &text)
        .stderr(str![[r#"
Meeting: Frühjahr (fruehjahr)
meetings/fruehjahr.toml
  status: cancelled → invited
  reason: Sturmwarnung → removed
  history 2026-11-22 (is removed)
No longer cancelled: Frühjahr (fruehjahr)

"#]])
        .wrote("meetings/fruehjahr.toml", SPRING)
        .status(0);
}

#[test]
fn a_file_without_status_and_last_line_end_gets_both_and_loses_them_again() {
    for before in
        ["title = \"Treffen\"\ndate = 2027-03-16", "date = 2027-03-16\r\ntitle = \"Treffen\""]
    {
        let text = after(cancel("fruehjahr --reason Sturm", before));
        assert_eq!(after(cancel("fruehjahr --undo", &text)), before);
    }
}

#[test]
fn an_older_reason_is_set_aside() {
    let before = SPRING.replace("hosts", "reason = \"Saal\" # der alte\nhosts");
    let text = after(cancel("--reason Sturm", &before));
    assert!(text.contains("#~ reason = \"Saal\" # der alte\nreason = \"Sturm\"\n"), "{text}");
    assert_eq!(after(cancel("--undo", &text)), before);
}

#[test]
fn a_cancelled_meeting_is_no_turn() {
    let cities =
        "[[city]]\nid = \"aue\"\nname = \"Aue\"\n\n[[city]]\nid = \"bergen\"\nname = \"Bergen\"\n";
    let next = |text: &str| {
        cancel("", text).file("cities.toml", cities).command_line("next-host").run().stdout
    };
    assert_eq!(next(SPRING), "Bergen\n");
    assert_eq!(next(&after(cancel("--reason Sturm", SPRING))), "Aue\n");
}

#[test]
fn what_is_over_or_not_on_record_is_left_alone() {
    let refused =
        |command: &str, text: &str| cancel(command, text).wrote("meetings/fruehjahr.toml", text);
    let held = SPRING.replace("invited", "held");
    refused("fruehjahr --reason Sturm", &held)
        .stderr(str![[r#"
error[cannot-be-cancelled]: `fruehjahr` cannot be cancelled: it took place
 --> meetings/fruehjahr.toml:3:13
  |
3 | status   =  'held' # am 1.9.
  |             ^^^^^^


"#]])
        .status(1);
    let by_hand = SPRING.replace("invited", "cancelled");
    refused("fruehjahr --reason Sturm", &by_hand)
        .stderr(str![[r#"
error[cannot-be-cancelled]: `fruehjahr` cannot be cancelled: it is cancelled already
 --> meetings/fruehjahr.toml:3:13
  |
3 | status   =  'cancelled' # am 1.9.
  |             ^^^^^^^^^^^


"#]])
        .status(1);
    refused("fruehjahr --undo", &by_hand)
        .stderr(str![[r#"
error[nothing-to-undo]: `[[history]]` does not say how `fruehjahr` was planned before
 --> meetings/fruehjahr.toml:3:13
  |
3 | status   =  'cancelled' # am 1.9.
  |             ^^^^^^^^^^^


"#]])
        .status(1);
    refused("fruehjahr --undo", SPRING)
        .stderr(str![[r#"
error[nothing-to-undo]: `fruehjahr` is not cancelled
 --> meetings/fruehjahr.toml:3:13
  |
3 | status   =  'invited' # am 1.9.
  |             ^^^^^^^^^


"#]])
        .status(1);
    refused("--undo", SPRING)
        .stderr(str![[r#"
error[which-meeting]: no meeting comes into question
 |
 = help: name its id; `erfa meetings` lists them all


"#]])
        .status(1);
    refused("fruehling --reason Sturm", SPRING)
        .stderr(str![[r#"
error[unknown-reference]: meeting `fruehling` is not known
 |
 = help: `erfa meetings` lists them, and `erfa new` makes one


"#]])
        .status(1);
}
