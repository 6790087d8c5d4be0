//! What a broken calendar leaves of the days: known, unknown, or not told at all.

use snapbox::str;

use super::{Fault, MARKET, beside, calendar, latin1, well};
use crate::harness::Test;

/// The days of June 2027 as `dates` sees them: free, busy or unknown for Bach.
pub(super) fn june(fault: &Fault) -> String {
    let command = "dates --host bach --from 2027-06-01 --until 2027-06-30 --count 31 --json";
    let output = beside(fault, command);
    assert_eq!(output.status, 0, "{output:?}");
    let answer: serde_json::Value = serde_json::from_str(&output.stdout).unwrap();
    let mut days: Vec<_> = answer["days"].as_array().unwrap().iter().collect();
    days.sort_by_key(|day| day["date"].as_str());
    let sign = |day: &&serde_json::Value| {
        let mut reasons = day["reasons"].as_array().unwrap().iter();
        let other = reasons.find(|reason| reason["kind"] == "other");
        match other.map(|other| other["effect"].as_str().unwrap()) {
            Some("unknown") => {
                assert_eq!(day["free_towns"], serde_json::Value::Null);
                '?'
            }
            Some(_) => 'x',
            None => '.',
        }
    };
    days.iter().map(sign).collect()
}

#[test]
fn days_are_unknown_where_the_event_says_which_they_are() {
    let event = |lines: &str| Fault {
        path: "calendar/bach.ics",
        content: calendar(&format!("BEGIN:VEVENT\r\nUID:1\r\n{lines}END:VEVENT\r\n")),
    };
    // What says no day may be on every day.
    let any = "?????????x????????????????????";
    assert_eq!(june(&event("DTSTART;VALUE=DATE:20270231\r\n")), any);
    assert_eq!(june(&event("SUMMARY:Fest\r\n")), any);
    let start = "DTSTART;VALUE=DATE:20270602\r\n";
    assert_eq!(june(&event(&format!("{start}DTEND:x\r\n"))), ".?.......x....................");
    assert_eq!(
        june(&event(&format!("{start}DURATION:-P1D\r\n"))),
        ".?.......x...................."
    );
    assert_eq!(june(&event("DTSTART:x\r\nDTEND:20270605\r\n")), "????.....x....................");
    let reversed = format!("{start}DTEND;VALUE=DATE:20270501\r\n");
    assert_eq!(june(&event(&reversed)), ".?.......x....................");
    let whole = format!("{start}DTEND;VALUE=DATE:20270605\r\nSUMMARY:Straßenfest\r\n");
    let content = latin1(&String::from_utf8(event(&whole).content).unwrap());
    assert_eq!(june(&Fault { content, ..event("") }), ".???.....x....................");
    // What follows a fault in the structure could mean anything; what stands before it is well.
    let cut = |bytes: &str| Fault {
        path: "calendar/bach.ics",
        content: format!("BEGIN:VCALENDAR\r\n{MARKET}BEGIN:VEVENT\r\n{bytes}").into_bytes(),
    };
    assert_eq!(june(&cut("DTSTART;VALUE=DATE:202706")), any);
    assert_eq!(june(&cut(&format!("{start}SUMM"))), any);
}

/// `erfa dates` where a town hall has exported two events that are not readable, one of them without a
/// day, and a meeting is not readable either.
fn dates(more: &str) -> Test {
    let event = |lines: &str| format!("BEGIN:VEVENT\r\nUID:1\r\n{lines}END:VEVENT\r\n");
    let two = event("DTSTART;VALUE=DATE:20270231\r\nSUMMARY:Fest\r\n")
        + &event("DTSTART;VALUE=DATE:20270609\r\nDTEND:x\r\nSUMMARY:Rat\r\n");
    well(&format!("dates --host bach --from 2027-06-09 --until 2027-06-10 {more}"))
        .bytes("calendar/bach.ics", &calendar(&two))
        .file("meetings/autumn.toml", "title = \"\n")
}

#[test]
fn what_dates_leave_out_is_named_in_the_answer() {
    dates("")
        .stdout(str![[r#"
Die besten Tage mit Bach als Gastgeberstadt, 9.–10. Juni 2027:

Tag                             Punkte  frei       was dagegen spricht
──────────────────────────────────────────────────────────────────────
Mittwoch, 09.06.2027    0 bis gesperrt  unbekannt  Schulferien nicht
                                                   bekannt (+3)
Donnerstag,           −30 bis gesperrt  unbekannt  Markt (Bach) (+3)
10.06.2027

2 Tage geprüft, keiner davon gesperrt. „(+3)“ heißt: 3 weitere Gründe;
`--why` nennt alle.

Für 3 von 3 Städten sind die Feiertage 2027 nicht bekannt (Ahlen, Bach,
Calw): Nennen Sie ihre `region` (`none`, wenn alle in `calendar/`
stehen).

Für 3 von 3 Städten sind die Schulferien nicht für alle Tage bekannt
(Ahlen, Bach, Calw): Tragen Sie sie in `calendar/` ein (`kind =
"school-holiday"`).

Nicht mitgezählt, weil nicht lesbar (`erfa check`):

- calendar/bach.ics:5: der Termin hat keinen lesbaren Beginn (`DTSTART`)
- calendar/bach.ics:11: das Ende des Termins ist nicht lesbar oder liegt
  vor dem Beginn
- meetings/autumn.toml:1: kein gültiges TOML: Text ist nicht
  abgeschlossen

"#]])
        .stderr(str![""])
        .status(0);
    dates("--why")
        .german()
        .stdout(str![[r#"
Die besten Tage mit Bach als Gastgeberstadt, 9.–10. Juni 2027:

Tag                             Punkte  frei       was dagegen spricht
──────────────────────────────────────────────────────────────────────
Mittwoch, 09.06.2027    0 bis gesperrt  unbekannt  Schulferien nicht
                                                   bekannt (+3)
Donnerstag,           −30 bis gesperrt  unbekannt  Markt (Bach) (+3)
10.06.2027

Mittwoch, 09.06.2027: 0 bis gesperrt

- ? −40  Schulferien nicht bekannt
- ? gesperrt  gesetzliche Feiertage nicht bekannt
- ? −30  Fest: nicht ganz lesbar (Bach) [calendar/bach.ics:6]
- ? −30  Rat: nicht ganz lesbar (Bach) [calendar/bach.ics:12]

Donnerstag, 10.06.2027: −30 bis gesperrt

- −30  Markt (Bach) [calendar/bach.ics:17]
- ? −40  Schulferien nicht bekannt
- ? gesperrt  gesetzliche Feiertage nicht bekannt
- ? −30  Fest: nicht ganz lesbar (Bach) [calendar/bach.ics:6]

2 Tage geprüft, keiner davon gesperrt.

Für 3 von 3 Städten sind die Feiertage 2027 nicht bekannt (Ahlen, Bach,
Calw): Nennen Sie ihre `region` (`none`, wenn alle in `calendar/`
stehen).

Für 3 von 3 Städten sind die Schulferien nicht für alle Tage bekannt
(Ahlen, Bach, Calw): Tragen Sie sie in `calendar/` ein (`kind =
"school-holiday"`).

Nicht mitgezählt, weil nicht lesbar (`erfa check`):

- calendar/bach.ics:5: der Termin hat keinen lesbaren Beginn (`DTSTART`)
- calendar/bach.ics:11: das Ende des Termins ist nicht lesbar oder liegt
  vor dem Beginn
- meetings/autumn.toml:1: kein gültiges TOML: Text ist nicht
  abgeschlossen

"#]])
        .stderr(str![""])
        .status(0);
}

#[test]
#[expect(clippy::too_many_lines, reason = "one answer is read whole")]
fn what_dates_leave_out_is_named_in_data() {
    dates("--quiet --json --count 1").stdout(str![[r#"
{
  "language": "de",
  "from": "2027-06-09",
  "to": "2027-06-10",
  "host": {
    "id": "bach",
    "name": "Bach"
  },
  "question": "Die besten Tage mit Bach als Gastgeberstadt, 9.–10. Juni 2027:",
  "judged": 2,
  "blocked": 0,
  "summary": "2 Tage geprüft, keiner davon gesperrt.",
  "days": [
    {
      "date": "2027-06-09",
      "words": "Mittwoch, 09.06.2027",
      "blocked": false,
      "points": 0,
      "points_at_worst": null,
      "points_words": "0 bis gesperrt",
      "towns": 3,
      "free_towns": null,
      "towns_words": "unbekannt",
      "reasons": [
        {
          "kind": "school-holiday",
          "effect": "unknown",
          "points": null,
          "points_words": "? −40",
          "words": "Schulferien nicht bekannt",
          "towns": [
            {
              "id": "ahlen",
              "name": "Ahlen"
            },
            {
              "id": "bach",
              "name": "Bach"
            },
            {
              "id": "calw",
              "name": "Calw"
            }
          ],
          "law": null,
          "place": null
        },
        {
          "kind": "holiday",
          "effect": "unknown",
          "points": null,
          "points_words": "? gesperrt",
          "words": "gesetzliche Feiertage nicht bekannt",
          "towns": [
            {
              "id": "ahlen",
              "name": "Ahlen"
            },
            {
              "id": "bach",
              "name": "Bach"
            },
            {
              "id": "calw",
              "name": "Calw"
            }
          ],
          "law": null,
          "place": null
        },
        {
          "kind": "other",
          "effect": "unknown",
          "points": null,
          "points_words": "? −30",
          "words": "Fest: nicht ganz lesbar (Bach)",
          "towns": [
            {
              "id": "bach",
              "name": "Bach"
            }
          ],
          "law": null,
          "place": {
            "file": "calendar/bach.ics",
            "line": 6,
            "column": 1
          }
        },
        {
          "kind": "other",
          "effect": "unknown",
          "points": null,
          "points_words": "? −30",
          "words": "Rat: nicht ganz lesbar (Bach)",
          "towns": [
            {
              "id": "bach",
              "name": "Bach"
            }
          ],
          "law": null,
          "place": {
            "file": "calendar/bach.ics",
            "line": 12,
            "column": 1
          }
        }
      ]
    }
  ],
  "unknown": [
    "Für 3 von 3 Städten sind die Feiertage 2027 nicht bekannt (Ahlen, Bach, Calw): Nennen Sie ihre `region` (`none`, wenn alle in `calendar/` stehen).",
    "Für 3 von 3 Städten sind die Schulferien nicht für alle Tage bekannt (Ahlen, Bach, Calw): Tragen Sie sie in `calendar/` ein (`kind = \"school-holiday\"`)."
  ],
  "left_out": [
    {
      "code": "bad-event",
      "severity": "error",
      "message": "der Termin hat keinen lesbaren Beginn (`DTSTART`)",
      "hint": "ein Tag steht da wie `DTSTART;VALUE=DATE:20270421`, eine Zeit wie `DTSTART:20270421T170000`",
      "acknowledged": null,
      "place": {
        "file": "calendar/bach.ics",
        "line": 5,
        "column": 1
      },
      "related": []
    },
    {
      "code": "bad-event",
      "severity": "error",
      "message": "das Ende des Termins ist nicht lesbar oder liegt vor dem Beginn",
      "hint": "ein Tag steht da wie `DTSTART;VALUE=DATE:20270421`, eine Zeit wie `DTSTART:20270421T170000`",
      "acknowledged": null,
      "place": {
        "file": "calendar/bach.ics",
        "line": 11,
        "column": 1
      },
      "related": []
    },
    {
      "code": "toml-syntax",
      "severity": "error",
      "message": "kein gültiges TOML: Text ist nicht abgeschlossen",
      "hint": "schließen Sie den Text in derselben Zeile mit \"",
      "acknowledged": null,
      "place": {
        "file": "meetings/autumn.toml",
        "line": 1,
        "column": 10
      },
      "related": []
    }
  ]
}

"#]]).status(0);
}

#[test]
fn what_dates_leave_out_stops_the_strict() {
    dates("--format ics --output out.ics")
        .stderr(str![[r#"
3 findings elsewhere: `erfa check`; not counted here: `calendar/bach.ics` and `meetings/autumn.toml`

"#]])
        .status(0);
    dates("--strict")
        .stderr(str![[r#"
error[bad-event]: the event has no readable beginning (`DTSTART`)
 --> calendar/bach.ics:5:1
  |
5 | DTSTART;VALUE=DATE:20270231
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = help: a day stands like `DTSTART;VALUE=DATE:20270421`, a time like `DTSTART:20270421T170000`

error[bad-event]: the end of the event is not readable or before its beginning
  --> calendar/bach.ics:11:1
   |
11 | DTEND:x
   | ^^^^^^^
   |
   = help: a day stands like `DTSTART;VALUE=DATE:20270421`, a time like `DTSTART:20270421T170000`

error[toml-syntax]: not valid TOML: invalid basic string
 --> meetings/autumn.toml:1:10
  |
1 | title = "
  |          ^
  |
  = help: close the text with " on the same line

warning[unknown-day]: not all is known that speaks against Tuesday, 20 April 2027: Fest: cannot be read in full (Bach)
 --> meetings/spring.toml:2:8
  |
2 | date = 2027-04-20
  |        ^^^^^^^^^^
  |
  = help: `erfa dates` says where to enter it; if the day is settled, write `acknowledge = [{ code = "unknown-day", reason = "…" }]`

3 errors, 1 warning

"#]])
        .status(1);
}
