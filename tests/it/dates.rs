//! `erfa dates`: days with what speaks against them, as a table, as data and as calendar entries.

use snapbox::str;

use crate::harness::Test;

const CITIES: &str =
    "[[city]]\nid = \"aue\"\nname = \"Aue\"\n[[city]]\nid = \"bach\"\nname = \"Bach\"\n";

fn towns(command: &str) -> Test {
    Test::new(command).network().file("cities.toml", CITIES)
}

#[test]
fn the_best_day_comes_first() {
    Test::new("dates --count 4")
        .workspace("data")
        .german()
        .stdout(str![[r#"
Die besten Tage, 22. November 2026 bis 23. Mai 2027:

Tag                   Punkte  frei     was dagegen spricht
──────────────────────────────────────────────────────────
Dienstag, 05.01.2027       0  9 von 9  nichts
Dienstag, 12.01.2027       0  9 von 9  nichts
Dienstag, 19.01.2027       0  9 von 9  nichts
Dienstag, 26.01.2027       0  9 von 9  nichts

183 Tage geprüft, 59 davon gesperrt.

"#]])
        .status(0);
}

#[test]
fn every_reason_names_its_place() {
    Test::new("dates --from 2027-05-27 --until 2027-05-28 --host leinefelde-worbis --why")
        .workspace("data")
        .german()
        .stdout(str![[r#"
Die besten Tage mit Leinefelde-Worbis als Gastgeberstadt, 27.–28. Mai
2027:

Tag                       Punkte  frei     was dagegen spricht
─────────────────────────────────────────────────────────────────────
Freitag, 28.05.2027          −74  8 von 9  Brückentag zu Fronleichnam
                                           (Leinefelde-Worbis) (+2)
Donnerstag, 27.05.2027  gesperrt  8 von 9  Feiertag: Fronleichnam
                                           (Leinefelde-Worbis) (+2)

Freitag, 28.05.2027: −74

- −30  Brückentag zu Fronleichnam (Leinefelde-Worbis) [cities.toml:101]
- −29  spät: 976 Tage nach dem letzten Treffen
  [meetings/2024-09-24-muehlhausen.toml:6]
- −15  kein bevorzugter Wochentag [network.toml:36]

Donnerstag, 27.05.2027: gesperrt

- gesperrt  Feiertag: Fronleichnam (Leinefelde-Worbis) [§ 2 Abs. 2 und
  § 10 Abs. 1 ThürFGtG, cities.toml:101]
- −29  spät: 975 Tage nach dem letzten Treffen
  [meetings/2024-09-24-muehlhausen.toml:6]
- −15  kein bevorzugter Wochentag [network.toml:36]

2 Tage geprüft, 1 davon gesperrt.

"#]])
        .status(0);
    Test::new("dates --lang en --from 2027-04-19 --until 2027-04-22 --host Eschenquell --why")
        .workspace("examples/netzwerk-flusstal")
        .stdout(str![[r#"
The best days with Eschenquell as the host, 19–22 April 2027:

day                    points  free    what speaks against it
───────────────────────────────────────────────────────────────────────
Tuesday, 2027-04-20       −70  6 of 6  on the day of the meeting of
                                       2027-04-20 (+1)
Monday, 2027-04-19        −74  6 of 6  only 1 day before the meeting of
                                       2027-04-20 (+1)
Thursday, 2027-04-22      −85  6 of 6  only 2 days after the meeting of
                                       2027-04-20 (+2)
Wednesday, 2027-04-21    −130  5 of 6  Stadtratssitzung (Eschenquell)
                                       (+2)

Tuesday, 2027-04-20: −70

- −60  on the day of the meeting of 2027-04-20
  [meetings/2027-04-20-eschenquell.toml:8]
- −10  only 50 days before the meeting of 2027-06-09
  [meetings/2027-06-09-lindenwehr.toml:4]

Monday, 2027-04-19: −74

- −59  only 1 day before the meeting of 2027-04-20
  [meetings/2027-04-20-eschenquell.toml:8]
- −15  not a preferred weekday [network.toml:44]

Thursday, 2027-04-22: −85

- −58  only 2 days after the meeting of 2027-04-20
  [meetings/2027-04-20-eschenquell.toml:8]
- −15  not a preferred weekday [network.toml:44]
- −12  only 48 days before the meeting of 2027-06-09
  [meetings/2027-06-09-lindenwehr.toml:4]

Wednesday, 2027-04-21: −130

- −60  Stadtratssitzung (Eschenquell) [calendar/flusstal.toml:5]
- −59  only 1 day after the meeting of 2027-04-20
  [meetings/2027-04-20-eschenquell.toml:8]
- −11  only 49 days before the meeting of 2027-06-09
  [meetings/2027-06-09-lindenwehr.toml:4]

4 days judged, none of them blocked.

"#]])
        .status(0);
}

#[test]
fn school_holidays_serve_every_workspace_in_thuringia() {
    let day = "dates --lang en --from 2027-03-23 --until 2027-03-23 --why";
    towns(day)
        .stdout(str![[r#"
The best days, 23 March 2027:

day                  points  free    what speaks against it
──────────────────────────────────────────────────────────────────────
Tuesday, 2027-03-23     −40  0 of 2  school holidays: Osterferien 2027

Tuesday, 2027-03-23: −40

- −40  school holidays: Osterferien 2027
  [built-in/calendar/school-holidays-thuringia.toml:181]

1 day judged, none of them blocked.

"#]])
        .status(0);
    // A file of that name takes the place of the built-in one.
    let own = "[[period]]\ntitle = \"Eigene Ferien\"\nkind = \"school-holiday\"\n\
               from = 2027-03-23\nto = 2027-03-24\n";
    towns(day)
        .file("calendar/school-holidays-thuringia.toml", own)
        .stdout(str![[r#"
The best days, 23 March 2027:

day                  points  free    what speaks against it
───────────────────────────────────────────────────────────────────
Tuesday, 2027-03-23     −40  0 of 2  school holidays: Eigene Ferien

Tuesday, 2027-03-23: −40

- −40  school holidays: Eigene Ferien
  [calendar/school-holidays-thuringia.toml:1]

1 day judged, none of them blocked.

"#]])
        .status(0);
    towns(day)
        .file("network.toml", "name = \"Netz\"\n[dates]\nregion = \"none\"\n")
        .stdout(str![[r#"
The best days, 23 March 2027:

day                        points  free     what speaks against it
─────────────────────────────────────────────────────────────────────
Tuesday, 2027-03-23  0 to blocked  unknown  school holidays not known
                                            (+1)

Tuesday, 2027-03-23: 0 to blocked

- ? −40  school holidays not known
- ? blocked  public holidays not known

1 day judged, none of them blocked.

For 2 of 2 cities the public holidays of 2027 are not known (Aue, Bach):
list them in `calendar/`.

For 2 of 2 cities the school holidays are not known for all days (Aue,
Bach): list them in `calendar/` (`kind = "school-holiday"`).

"#]])
        .status(0);
}

#[test]
fn what_is_not_published_is_not_free() {
    towns("dates --lang en --from 2030-08-22 --until 2030-08-27")
        .stdout(str![[r#"
The best days, 22–27 August 2030:

day                     points  free     what speaks against it
──────────────────────────────────────────────────────────────────────
Monday, 2030-08-26    0 to −40  unknown  school holidays not known yet
Tuesday, 2030-08-27   0 to −40  unknown  school holidays not known yet
Thursday, 2030-08-22       −40  0 of 2   school holidays: Sommerferien
                                         2030
Friday, 2030-08-23         −40  0 of 2   school holidays: Sommerferien
                                         2030
Saturday, 2030-08-24   blocked  unknown  weekend (+1)
Sunday, 2030-08-25     blocked  unknown  weekend (+1)

6 days judged, 2 of them blocked. “(+1)” means one more reason; `--why`
tells all.

"#]])
        .status(0);
}

#[test]
fn the_answer_is_data() {
    towns("dates --from 2027-05-05 --until 2027-05-07 --weekday Do --json")
        .stdout(str![[r#"
{
  "language": "de",
  "from": "2027-05-05",
  "to": "2027-05-07",
  "host": null,
  "question": "Die besten Tage, 5.–7. Mai 2027:",
  "judged": 1,
  "blocked": 1,
  "summary": "1 Tag geprüft, 1 davon gesperrt.",
  "days": [
    {
      "date": "2027-05-06",
      "words": "Donnerstag, 06.05.2027",
      "blocked": true,
      "points": 0,
      "points_at_worst": null,
      "points_words": "gesperrt",
      "towns": 2,
      "free_towns": 0,
      "towns_words": "0 von 2",
      "reasons": [
        {
          "kind": "holiday",
          "effect": "block",
          "points": null,
          "points_words": "gesperrt",
          "words": "Feiertag: Christi Himmelfahrt",
          "towns": [
            {
              "id": "aue",
              "name": "Aue"
            },
            {
              "id": "bach",
              "name": "Bach"
            }
          ],
          "law": "§ 2 Abs. 1 ThürFGtG",
          "place": null
        }
      ]
    }
  ]
}

"#]])
        .status(0);
}

#[test]
fn holds_go_into_calendars() {
    Test::new(
        "dates --from 2027-03-01 --until 2027-03-09 --count 2 --format ics --output holds.ics",
    )
    .workspace("examples/netzwerk-flusstal")
    .wrote(
        "holds.ics",
        str![[r#"
BEGIN:VCALENDAR␍
VERSION:2.0␍
PRODID:-//erfa//erfa//DE␍
CALSCALE:GREGORIAN␍
BEGIN:VEVENT␍
UID:hold.2027-03-02.lebendige-ortskerne-im-flusstal@example.org␍
DTSTAMP:20261122T110000Z␍
DTSTART;VALUE=DATE:20270302␍
DTEND;VALUE=DATE:20270303␍
SUMMARY:Vorgemerkt: Werkstattgespräch␍
DESCRIPTION:−46  nur 14 Tage nach dem Treffen vom 16.02.2027\n−15  kein␍
  bevorzugter Monat\n−11  nur 49 Tage vor dem Treffen am 20.04.2027␍
STATUS:TENTATIVE␍
TRANSP:TRANSPARENT␍
END:VEVENT␍
BEGIN:VEVENT␍
UID:hold.2027-03-03.lebendige-ortskerne-im-flusstal@example.org␍
DTSTAMP:20261122T110000Z␍
DTSTART;VALUE=DATE:20270303␍
DTEND;VALUE=DATE:20270304␍
SUMMARY:Vorgemerkt: Werkstattgespräch␍
DESCRIPTION:−45  nur 15 Tage nach dem Treffen vom 16.02.2027\n−15  kein␍
  bevorzugter Monat\n−12  nur 48 Tage vor dem Treffen am 20.04.2027␍
STATUS:TENTATIVE␍
TRANSP:TRANSPARENT␍
END:VEVENT␍
END:VCALENDAR␍

"#]],
    )
    .status(0);
}

#[test]
fn days_of_the_week_are_chosen_in_both_languages() {
    let days = |option: &str| {
        let output =
            towns(&format!("dates --lang en --from 2027-03-01 --until 2027-03-07 {option}")).run();
        assert_eq!(output.status, 0, "{}", output.stderr);
        output.stdout.lines().filter(|line| line.contains("2027-03-")).count()
    };
    assert_eq!(days("--weekday tuesday"), 1);
    assert_eq!(days("--weekday Dienstag --weekday sat"), 2);
    assert_eq!(days(""), 7);
    towns("dates --weekday Feiertag")
        .stderr(str![[r#"
error: `Feiertag` does not fit `--weekday <WEEKDAY>`

help: for example tuesday, Dienstag, Di

"#]])
        .status(2);
}

#[test]
fn requests_that_make_no_sense_are_refused_at_once() {
    towns("dates --from 1994-05-01 --until 1994-04-01 --host bahc --format ics --output holds.ics")
        .stderr(str![[r#"
error[bad-argument]: `1994-05-01` does not fit `--from`
 |
 = help: public holidays are known from 1995 on in Thuringia, elsewhere from 2016 on only

error[bad-argument]: `1994-04-01` does not fit `--until`
 |
 = help: the last day is before the first, 1994-05-01

error[unknown-reference]: city `bahc` is not known
 |
 = help: did you mean `bach`?

3 errors

"#]])
        .status(1);
    towns("dates --from 2027-01-01 --until 2127-01-02")
        .stderr(str![[r#"
error[bad-argument]: `2127-01-02` does not fit `--until`
 |
 = help: a hundred years are the most that can be judged at once


"#]])
        .status(1);
    let hundred = towns("dates --from 2027-01-01 --until 2127-01-01 --count 1").run();
    assert_eq!(hundred.status, 0, "{}", hundred.stderr);
    let end = towns("dates --from 9999-12-30").run();
    assert_eq!(end.status, 0, "{}", end.stderr);
}

#[test]
fn a_month_is_named_as_people_do() {
    let said = |month: &str| towns("dates --month").arg(month).run();
    let expected = said("2027-06");
    assert!(expected.status == 0 && expected.stdout.contains("Juni 2027"), "{expected:?}");
    for month in ["Juni 2027", "06.2027", "6/2027", "june 2027", "2027/6", "Jun. 2027"] {
        assert_eq!(said(month).stdout, expected.stdout, "{month}");
    }
    for month in ["13.2027", "Juni", "6.27", "2027", "1.6.2027", "2027-06-01", "Lenz 2027", ""] {
        assert_eq!(said(month).status, 2, "{month}");
    }
}
