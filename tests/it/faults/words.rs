//! One line says that something is wrong elsewhere, in the user's language.

use snapbox::str;

use super::well;

#[test]
fn one_line_says_it_in_the_users_language() {
    let broken = |command: &str| well(command).file("meetings/autumn.toml", "title = \"\n");
    let both = |command: &str| broken(command).file("replies/autumn.toml", "reply = 1\n");
    both("programme spring --format json --output out.json")
        .stderr(str![[r#"
2 findings elsewhere: `erfa check`

"#]])
        .status(0);
    both("programme spring --format json --output out.json")
        .german()
        .stderr(str![[r#"
2 Befunde anderswo: `erfa check`

"#]])
        .status(0);
    both("next-host")
        .stdout(str![[r#"
Bach

"#]])
        .stderr(str![[r#"
2 findings elsewhere: `erfa check`; not counted here: `meetings/autumn.toml`

"#]])
        .status(0);
    both("next-host")
        .german()
        .stdout(str![[r#"
Bach

"#]])
        .stderr(str![[r#"
2 Befunde anderswo: `erfa check`; hier nicht mitgezählt: `meetings/autumn.toml`

"#]])
        .status(0);
    both("programme spring --quiet --format json --output out.json").status(0);
    let warned = "title = \"Herbst\"\ndate = 2027-09-14\nweekday = \"Montag\"\n";
    well("next-host --strict")
        .file("meetings/autumn.toml", warned)
        .file("calendar/bach.ics", "")
        .stderr(str![[r#"
warning[unknown-day]: not all is known that speaks against Tuesday, 14 September 2027: calendar/bach.ics: cannot be read in full (Bach)
 --> meetings/autumn.toml:2:8
  |
2 | date = 2027-09-14
  |        ^^^^^^^^^^
  |
  = help: `erfa dates` says where to enter it; if the day is settled, write `acknowledge = [{ code = "unknown-day", reason = "…" }]`

warning[weekday-mismatch]: 14 September 2027 is a Tuesday
 --> meetings/autumn.toml:3:11
  |
3 | weekday = "Montag"
  |           ^^^^^^^^
  |
 ::: meetings/autumn.toml:2:8
  |
2 | date = 2027-09-14
  |        ---------- compared with this
  |
  = help: check date and weekday; the weekday may be left out

warning[unknown-day]: not all is known that speaks against Tuesday, 20 April 2027: calendar/bach.ics: cannot be read in full (Bach)
 --> meetings/spring.toml:2:8
  |
2 | date = 2027-04-20
  |        ^^^^^^^^^^
  |
  = help: `erfa dates` says where to enter it; if the day is settled, write `acknowledge = [{ code = "unknown-day", reason = "…" }]`

3 warnings

"#]])
        .status(1);
    well("programme spring --strict --format json --output out.json")
        .file("meetings/autumn.toml", warned)
        .stderr(str![[r#"
1 finding elsewhere: `erfa check`

"#]])
        .status(0);
}
