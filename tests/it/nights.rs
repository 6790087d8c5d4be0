//! Meetings that last beyond midnight, nights in which clocks are changed, and ends nobody knows.

use snapbox::str;

use crate::harness::Test;

/// A network with one meeting.
fn night(command: &str, meeting: &str) -> Test {
    Test::new(command).network().file("meetings/nacht.toml", meeting)
}

/// The lines of the calendar that say when.
fn times(meeting: &str) -> String {
    let calendar = night("programme nacht --format ics --items", meeting).run().stdout;
    let events = calendar.split("BEGIN:VEVENT").skip(1).flat_map(str::lines);
    let says_when =
        |line: &&str| ["DTSTART", "DTEND", "DURATION"].iter().any(|name| line.starts_with(name));
    let times = events.filter(says_when);
    times
        .map(|line| line.trim_end_matches('␍').replace(";TZID=Europe/Berlin", ""))
        .collect::<Vec<_>>()
        .join(" ")
}

const STARS: &str = "title = \"Sternennacht\"\ndate = 2027-08-12\nstart = \"20:30\"\n";

#[test]
fn an_end_that_is_not_after_the_start_is_on_the_next_day() {
    for (end, ends) in [("01:15", "20270813T011500"), ("00:00", "20270813T000000")] {
        let meeting = format!("{STARS}end = \"{end}\"\n");
        assert_eq!(times(&meeting), format!("DTSTART:20270812T203000 DTEND:{ends}"));
        night("check", &meeting).stderr("2 files checked, all is well\n").status(0);
        let text = night("programme nacht --format text", &meeting).run().stdout;
        assert!(text.contains(&format!("Donnerstag, 12. August 2027, 20:30–{end} Uhr")), "{text}");
    }
}

#[test]
fn items_may_last_as_long_as_the_meeting() {
    let meeting = format!(
        "{STARS}end = \"01:15\"\n[[session]]\ntitle = \"Fernrohr\"\nstart = \"22:00\"\nend = \"01:00\"\n\
         [[session]]\ntitle = \"Heimweg\"\ndate = 2027-08-13\nstart = \"01:00\"\n"
    );
    night("check", &meeting).stderr("2 files checked, all is well\n").status(0);
    let late = meeting.replace("end = \"01:00\"", "end = \"01:30\"");
    let said = night("check", &late).run().stdout;
    assert!(
        said.contains("`Fernrohr` ends at 01:30, 15\u{a0}min after the meeting (01:15)"),
        "{said}"
    );
}

#[test]
fn nobody_meets_for_a_whole_day_by_a_slip() {
    night(
        "check",
        "title = \"Sternennacht\"\ndate = 2027-08-12\nstart = \"12:00\"\nend = \"10:00\"\n",
    )
    .stdout(str![[r#"
error[ends-before-it-begins]: the end is not after the beginning
 --> meetings/nacht.toml:4:7
  |
4 | end = "10:00"
  |       ^^^^^^^
  |
 ::: meetings/nacht.toml:3:9
  |
3 | start = "12:00"
  |         ------- compared with this
  |
  = help: check both; what ends on the next day has `end-date = 2027-08-13`


"#]])
    .stderr("2 files checked: 1 error\n")
    .status(1);
}

#[test]
fn minutes_pass_while_the_clocks_are_changed() {
    let meeting = |day: &str| {
        format!(
            "title = \"Sternennacht\"\ndate = {day}\nstart = \"00:30\"\nduration = \"4 h\"\n\
             [[session]]\ntitle = \"Fernrohr\"\nstart = \"01:15\"\nduration = \"75 min\"\n"
        )
    };
    let expected = "DTSTART:20270328T003000 DTEND:20270328T053000 \
                    DTSTART:20270328T011500 DTEND:20270328T033000";
    assert_eq!(times(&meeting("2027-03-28")), expected);
    let expected = "DTSTART:20271031T003000 DTEND:20271031T033000 \
                    DTSTART:20271031T011500 DTEND:20271031T023000";
    assert_eq!(times(&meeting("2027-10-31")), expected);
    let expected = "DTSTART:20270329T003000 DTEND:20270329T043000 \
                    DTSTART:20270329T011500 DTEND:20270329T023000";
    assert_eq!(times(&meeting("2027-03-29")), expected);
}

#[test]
fn an_end_that_clocks_show_twice_is_no_hour_early_in_calendars() {
    let meeting = |times: &str| format!("title = \"Nacht\"\ndate = 2027-10-31\n{times}");
    // A clock that shows the end shows it for the second time, or for the first.
    for (start, length, when) in [
        ("01:45", 90, "DTSTART:20271031T014500 DURATION:PT90M"),
        ("02:30", 30, "DTSTART:20271031T023000 DURATION:PT30M"),
        ("01:45", 30, "DTSTART:20271031T014500 DTEND:20271031T021500"),
        ("01:45", 150, "DTSTART:20271031T014500 DTEND:20271031T031500"),
    ] {
        let own = format!("start = \"{start}\"\nduration = \"{length} min\"\n");
        assert_eq!(times(&meeting(&own)), when);
        let item = format!("[[session]]\ntitle = \"Sterne\"\n{own}");
        // Where the clocks then show less than at its beginning, the meeting itself has no known end.
        let whole = if start == "02:30" { "DTSTART:20271031T023000" } else { when };
        assert_eq!(times(&meeting(&item)), format!("{whole} {when}"));
    }
    // What people wrote means the first time, as calendars have it, and is named.
    let written = meeting("start = \"01:00\"\nend = \"02:30\"\n");
    assert_eq!(times(&written), "DTSTART:20271031T010000 DTEND:20271031T023000");
    let said = night("check", &written).run().stdout;
    assert!(said.contains("02:30 comes twice"), "{said}");
}

#[test]
fn a_run_sheet_counts_the_minutes_that_pass() {
    let meeting = "title = \"Sternennacht\"\ndate = 2027-03-28\nstart = \"01:00\"\nend = \"05:00\"\n\
                   [[session]]\ntitle = \"Fernrohr\"\nstart = \"01:15\"\nduration = \"75 min\"\n\
                   [[session]]\ntitle = \"Tee\"\nduration = \"30 min\"\n\
                   [[session]]\ntitle = \"Mond\"\nstart = \"04:00\"\nduration = \"30 min\"\n";
    night("programme nacht --edition run-sheet --format text", meeting)
        .stdout(str![[r#"
Netz

Ablaufplan: Sternennacht
========================

Nur für die Leitung

Wann  Sonntag, 28. März 2027, 01:00–05:00 Uhr

Ablauf
------

01:15–03:30 Uhr    75 min  Fernrohr
≈ 03:30–04:00 Uhr  30 min  Tee
04:00–04:30 Uhr    30 min  Mond

≈ Planungswert: aus Reihenfolge, Dauer und Wegen errechnet, nirgends
veröffentlicht.

Entwurf

"#]])
        .stderr("1 warning; see `erfa check`\n")
        .status(0);
    night(
        "check",
        &meeting.replace("\"Tee\"\nduration = \"30 min\"", "\"Tee\"\nduration = \"20 min\""),
    )
    .stdout(str![[r#"
warning[blocked-day]: what speaks against Sunday, 28 March 2027: weekend
 --> meetings/nacht.toml:2:8
  |
2 | date = 2027-03-28
  |        ^^^^^^^^^^
  |
  = help: `erfa dates` names days that suit all; if it is to be this one, write `acknowledge = [{ code = "blocked-day", reason = "…" }]`

warning[gap]: between `Tee` (until 03:50) and `Mond` (from 04:00) there is a gap of 10 min
  --> meetings/nacht.toml:14:9
   |
14 | start = "04:00"
   |         ^^^^^^^
   |
  ::: meetings/nacht.toml:11:12
   |
11 | duration = "20 min"
   |            -------- the other entry
   |
   = help: close the gap, or add a break there: `erfa add session --kind break --start …`


"#]])
    .stderr("2 files checked: 2 warnings\n")
    .status(0);
}

#[test]
fn an_end_that_nobody_knows_is_not_made_up() {
    let days = "title = \"Tage\"\ndate = 2027-10-07\nend-date = 2027-10-08\nstart = \"10:00\"\n";
    let day = "title = \"Tag\"\ndate = 2027-10-07\nstart = \"10:00\"\n";
    let item = |start: &str, rest: &str| {
        format!("[[session]]\ntitle = \"Punkt\"\nstart = \"{start}\"\n{rest}")
    };
    let whole = |meeting: &str| times(meeting).split(' ').take(2).collect::<Vec<_>>().join(" ");
    let with = |rest: &str| whole(&format!("{day}{rest}"));
    let known = "DTSTART:20271007T100000 DTEND:20271007T120000";
    assert_eq!(with(&item("11:00", "end = \"12:00\"\n")), known);
    let open = "DTSTART:20271007T100000 DTSTART:20271007T110000";
    assert_eq!(with(&item("11:00", "")), open);
    assert_eq!(with(&item("11:00", "end = \"open\"\n")), open);
    // Something follows, and nobody knows for how long.
    let more =
        format!("{}[[session]]\ntitle = \"Aussprache\"\n", item("11:00", "end = \"12:00\"\n"));
    assert_eq!(with(&more), open);
    assert_eq!(with(&format!("{more}start = \"13:00\"\n")), open);
    let whole_days = "DTSTART;VALUE=DATE:20271007 DTEND;VALUE=DATE:20271009";
    assert_eq!(whole(days), whole_days);
    let last = |end: &str| format!("{days}{}", item("09:00", &format!("date = 2027-10-08\n{end}")));
    assert_eq!(whole(&last("")), whole_days);
    assert_eq!(whole(&last("end = \"11:00\"\n")), "DTSTART:20271007T100000 DTEND:20271008T110000");
}

#[test]
fn a_length_ends_a_meeting_as_an_end_does() {
    let meeting = |more: &str| {
        format!(
            "title = \"Sternennacht\"\ndate = 2027-03-27\nstart = \"22:00\"\nduration = \"6 h\"\n{more}"
        )
    };
    // Six hours from ten are over at five, for an hour is left out.
    let late = |start: &str, length: &str| {
        meeting(&format!(
            "[[session]]\ntitle = \"Spaet\"\ndate = 2027-03-28\nstart = \"{start}\"\nduration = \"{length}\"\n"
        ))
    };
    let said = |meeting: &str| night("check", meeting).run().stdout;
    assert!(!said(&late("04:00", "1 h")).contains("outside-meeting"));
    let found = said(&late("04:00", "75 min"));
    assert!(
        found.contains("`Spaet` ends at 05:15, 15\u{a0}min after the meeting (05:00)"),
        "{found}"
    );
    let found = said(&late("05:30", "15 min"));
    assert!(found.contains("`Spaet` begins at 05:30, 30\u{a0}min after the end"), "{found}");
}

#[test]
fn what_ends_the_second_time_round_is_after_the_first() {
    let meeting = |length: &str| {
        format!(
            "title = \"Sternennacht\"\ndate = 2027-10-30\nstart = \"22:00\"\nend = \"02:30\"\n\
             [[session]]\ntitle = \"Fernrohr\"\nstart = \"23:00\"\nduration = \"{length}\"\n"
        )
    };
    let said = |length: &str| night("check", &meeting(length)).run().stdout;
    assert!(!said("3 h 30 min").contains("outside-meeting"), "{}", said("3 h 30 min"));
    let found = said("4 h");
    assert!(
        found.contains(
            "`Fernrohr` ends at 02:00, when the clocks have been put back: 30\u{a0}min after the meeting \
             (02:30, the first time)"
        ),
        "{found}"
    );
    assert!(found.contains("if it is the second, give the `duration` instead of `end`"), "{found}");
}

#[test]
fn an_end_at_the_beginning_is_not_called_before_it() {
    let meeting =
        "title = \"Sternennacht\"\ndate = 2027-08-12\nstart = \"10:00\"\nend = \"10:00\"\n";
    let said = night("check", meeting).run().stdout;
    assert!(said.contains("the end is not after the beginning"), "{said}");
}

#[test]
fn small_hours_of_a_meeting_that_goes_on_past_midnight_are_the_next_days() {
    let items = "[[session]]\ntitle = \"Fernrohr\"\nstart = \"21:00\"\nend = \"00:30\"\n\
                 [[session]]\ntitle = \"Punsch\"\nstart = \"00:30\"\nend = \"01:00\"\n\
                 [[session]]\ntitle = \"Heimweg\"\nstart = \"01:00\"\n";
    for lasts in ["end = \"01:15\"", "duration = \"4 h 45 min\""] {
        let meeting = format!("{STARS}{lasts}\n{items}");
        night("check", &meeting).stderr("2 files checked, all is well\n").status(0);
        let times = times(&meeting);
        assert!(times.contains("DTSTART:20270812T210000 DTEND:20270813T003000"), "{times}");
        assert!(times.contains("DTSTART:20270813T003000 DTEND:20270813T010000"), "{times}");
        assert!(times.contains("DTSTART:20270813T010000"), "{times}");
    }
}

#[test]
fn an_hour_that_comes_twice_is_counted_twice() {
    let meeting = "title = \"Sternennacht\"\ndate = 2027-10-31\nstart = \"01:30\"\nend = \"05:00\"\n\
                   acknowledge = [{ code = \"blocked-day\", reason = \"nachts\" }]\n\
                   [[session]]\ntitle = \"Fernrohr\"\nstart = \"01:45\"\nduration = \"90 min\"\n\
                   [[session]]\ntitle = \"Mond\"\nstart = \"02:30\"\nend = \"02:45\"\n\
                   [[session]]\ntitle = \"Tee\"\nduration = \"30 min\"\n\
                   [[session]]\ntitle = \"Lieder\"\nduration = \"30 min\"\n";
    let sheet = night("-q programme nacht --edition run-sheet --format text", meeting).run().stdout;
    let sheet = sheet.split_whitespace().collect::<Vec<_>>().join(" ");
    for line in [
        "01:45–02:15 Uhr (2. Mal) 90 min Fernrohr",
        "02:30–02:45 Uhr 15 min Mond",
        "≈ 02:15–02:45 Uhr (2. Mal) 30 min Tee",
        "≈ 02:45 (2. Mal)–03:15 Uhr 30 min Lieder",
    ] {
        assert!(sheet.contains(line), "{line} is not in {sheet}");
    }
    let english = "-q --lang en programme nacht --edition run-sheet --format text";
    let sheet = night(english, meeting).run().stdout.replace('\u{a0}', " ");
    assert!(sheet.contains("01:45–02:15 (2nd time)"), "{sheet}");
    let said = night("check", meeting).run().stdout.replace('\u{a0}', " ");
    let overlap =
        "`Mond` begins at 02:30, 45 min before `Fernrohr` ends at 02:15 (the second time)";
    assert!(said.contains(overlap), "{said}");
    assert!(said.contains("leave `start` out, then it follows `Fernrohr`"), "{said}");
    assert!(!said.contains("[gap]"), "{said}");
    // What was written means the first time, and half an hour later clocks show less than before.
    let written = meeting.replace("duration = \"90 min\"", "end = \"02:30\"");
    let sheet = night("-q programme nacht --edition run-sheet --format text", &written).run();
    let sheet = sheet.stdout.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(sheet.contains("01:45–02:30 Uhr 45 min Fernrohr"), "{sheet}");
    assert!(sheet.contains("≈ 02:45–02:15 Uhr (2. Mal) 30 min Tee"), "{sheet}");
    let data = night("-q programme nacht --edition run-sheet --format json", meeting).run().stdout;
    let data: serde_json::Value = serde_json::from_str(&data).unwrap();
    let plan = &data["days"][0]["entries"][0]["plan"];
    assert_eq!(
        [&plan["minutes"], &plan["end"]],
        [&serde_json::json!(90), &serde_json::json!("02:15")]
    );
}

#[test]
fn what_clocks_show_later_may_be_over_before() {
    let meeting = "title = \"Sternennacht\"\ndate = 2027-10-31\nstart = \"01:30\"\n\
                   [[session]]\ntitle = \"Mond\"\nstart = \"01:45\"\nend = \"02:45\"\n\
                   [[session]]\ntitle = \"Fernrohr\"\nstart = \"02:30\"\nduration = \"60 min\"\n";
    // To the second half past two it is two hours.
    assert!(
        times(meeting).starts_with("DTSTART:20271031T013000 DURATION:PT120M"),
        "{}",
        times(meeting)
    );
}
