//! Agreements come, and something becomes of them.

use snapbox::str;

use super::{ACTIONS, erfa, text, with_actions};

#[test]
fn an_agreement_is_written_down() {
    let output = erfa("action add Lea")
        .arg("Liste der Förderstellen schicken")
        .arg("--due")
        .arg("1.3.2027")
        .arg("--meeting")
        .arg("mühl")
        .arg("-y")
        .stderr(str![[r#"
Meeting: Treffen in Mühl (2026-09-08-muehl)
actions.toml (new)
  action liste-der-foerderstellen-schicken (new)
    id: liste-der-foerderstellen-schicken
    what: Liste der Förderstellen schicken
    owner: lea-lang
    due: Monday, 1 March 2027
    meeting: 2026-09-08-muehl
Agreed: Lea Lang – Liste der Förderstellen schicken – by 1 March 2027 (`liste-der-foerderstellen-schicken` in `actions.toml`).

"#]])
        .wrote("actions.toml", str![[r#"
[[action]]
id = "liste-der-foerderstellen-schicken"
what = "Liste der Förderstellen schicken"
owner = "lea-lang"
due = 2027-03-01
meeting = "2026-09-08-muehl"

"#]])
        .status(0);
    // The second of the same words gets another key; without a meeting the day is kept.
    output
        .again()
        .command_line("action add muehl")
        .arg("Liste der Förderstellen schicken")
        .arg("-y")
        .german()
        .stderr(str![[r#"
actions.toml
  Aufgabe liste-der-foerderstellen-schicken-2 (neu)
    Kennung: liste-der-foerderstellen-schicken-2
    Was: Liste der Förderstellen schicken
    Zuständig: muehl
    Verabredet am: Sonntag, 22. November 2026
Verabredet: Mühl – Liste der Förderstellen schicken (`liste-der-foerderstellen-schicken-2` in `actions.toml`).

"#]])
        .wrote("actions.toml", str![[r#"
[[action]]
id = "liste-der-foerderstellen-schicken"
what = "Liste der Förderstellen schicken"
owner = "lea-lang"
due = 2027-03-01
meeting = "2026-09-08-muehl"

[[action]]
id = "liste-der-foerderstellen-schicken-2"
what = "Liste der Förderstellen schicken"
owner = "muehl"
agreed = 2026-11-22

"#]])
        .status(0);
}

#[test]
fn nothing_is_written_unless_somebody_agrees() {
    erfa("action add aue Liste")
        .stderr(str![[r#"
actions.toml (new)
  action liste (new)
    id: liste
    what: Liste
    owner: aue
    agreed: Sunday, 22 November 2026
error[unasked]: nothing is changed: nobody can be asked here
 |
 = help: `-y` does it without asking


"#]])
        .status(1);
    let output = with_actions("action done liste --dry-run")
        .stderr(str![[r#"
actions.toml
  action liste
    status: done
    closed: Sunday, 22 November 2026
Only shown; nothing is changed.

"#]])
        .status(0);
    assert_eq!(text(&output), ACTIONS);
}

#[test]
#[expect(clippy::too_many_lines, reason = "what is said is compared whole")]
fn what_became_of_it_is_kept_with_its_day() {
    let output = with_actions("action done läd -y")
        .stderr(str![[r#"
actions.toml
  action liste
    status: done
    closed: Sunday, 22 November 2026
Changed. `erfa undo` takes it back.

"#]])
        .wrote(
            "actions.toml",
            str![[r##"
# Verabredet
[[action]]
id = "liste"
what = "Liste der Läden"
owner = "muehl"
due = 2026-11-20 # der Freitag
meeting = "2026-09-08-muehl"
status = "done"
closed = 2026-11-22

[[action]]
id = "karte"
what = "Karte zeichnen"
owner = "lea-lang"
due = 2026-11-27
meeting = "2026-09-08-muehl"

[[action]]
id = "raum"
what = "Raum suchen"
owner = "aue"
agreed = 2026-10-01

[[action]]
id = "alt"
what = "Altes Blatt"
owner = "aue"
status = "done"
closed = 2026-10-05

"##]],
        )
        .status(0);
    // Said twice, nothing changes; what is done is neither moved nor dropped.
    let output = output
        .again()
        .command_line("action done liste -y")
        .stderr(str![[r#"
It says so already; nothing is changed.

"#]])
        .status(0);
    let output = output
        .again()
        .command_line("action move liste 2027-01-01 --reason Urlaub -y")
        .german()
        .stderr(str![[r#"
Fehler[bad-argument]: `liste`: ist seit 22.11.2026 erledigt
 |
 = Hilfe: `status = "open"` in `actions.toml` öffnet sie wieder


"#]])
        .status(1);
    // Taken back, every byte is as it was.
    let output = output.again().command_line("undo -y").run();
    assert_eq!(text(&output), ACTIONS);
    let output = output
        .again()
        .command_line("action move karte 15.1.2027 --reason Urlaub -y")
        .german()
        .stderr(str![[r#"
actions.toml
  Aufgabe karte
    Fällig am: Freitag, 27. November 2026 → Freitag, 15. Januar 2027
    verschoben vom 27.11.2026 (neu)
      Von: Freitag, 27. November 2026
      Am: Sonntag, 22. November 2026
      Grund: Urlaub
Geändert. `erfa undo` nimmt es zurück.

"#]])
        .status(0);
    output
        .again()
        .command_line("action drop karte -y --reason")
        .arg("Das Amt hat eine")
        .german()
        .stderr(str![[r#"
actions.toml
  Aufgabe karte
    Stand: entfallen
    Geschlossen: Sonntag, 22. November 2026
    Grund: Das Amt hat eine
Geändert. `erfa undo` nimmt es zurück.

"#]])
        .wrote(
            "actions.toml",
            str![[r##"
# Verabredet
[[action]]
id = "liste"
what = "Liste der Läden"
owner = "muehl"
due = 2026-11-20 # der Freitag
meeting = "2026-09-08-muehl"

[[action]]
id = "karte"
what = "Karte zeichnen"
owner = "lea-lang"
due = 2027-01-15
meeting = "2026-09-08-muehl"
status = "dropped"
closed = 2026-11-22
reason = "Das Amt hat eine"

[[action.moved]]
from = 2026-11-27
on = 2026-11-22
reason = "Urlaub"

[[action]]
id = "raum"
what = "Raum suchen"
owner = "aue"
agreed = 2026-10-01

[[action]]
id = "alt"
what = "Altes Blatt"
owner = "aue"
status = "done"
closed = 2026-10-05

"##]],
        )
        .status(0);
}

#[test]
fn nothing_was_agreed_where_nobody_met() {
    let with = |status: &str| {
        with_actions("action add aue Plan -y --meeting").file(
            "meetings/weg.toml",
            &format!(
                "title = \"Weg\"\ndate = 2026-10-06\nhosts = [\"aue\"]\nstatus = \"{status}\"\n"
            ),
        )
    };
    for (test, meeting, why) in [
        (with("cancelled"), "weg", "it is cancelled"),
        (with("idea"), "weg", "it is only an idea"),
        (with("held"), "2027-03-02-aue", "it begins on Tuesday, 2 March 2027"),
    ] {
        let output = test.arg(meeting).run();
        assert_eq!(output.status, 1, "{meeting}");
        let said = format!("error[nobody-was-there]: nobody can have been at `{meeting}`: {why}");
        let stderr = output.stderr.replace('\u{a0}', " ");
        assert!(stderr.contains(&said), "{stderr}");
        assert_eq!(text(&output), ACTIONS);
    }
    let early = "action add aue Plan --due 2026-09-01 --meeting 2026-09-08-muehl -y";
    let output = with_actions(early).run();
    assert_eq!(output.status, 1);
    assert!(output.stderr.contains("was on 2026-09-08"), "{}", output.stderr);
}

#[test]
fn what_is_to_be_done_stands_on_one_line() {
    for (words, why) in [("", "must not be empty"), ("a\nb", "has to stand on one line")] {
        let output = erfa("action add aue -y").arg(words).run();
        assert_eq!(output.status, 2, "{words}");
        assert!(output.stderr.contains(&format!("error: `<WORDS>` {why}")), "{}", output.stderr);
    }
}
