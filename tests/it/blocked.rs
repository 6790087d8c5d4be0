//! Days on which no meeting should be, and last days of registration that fit no meeting.

use snapbox::str;

use crate::harness::Test;

const CITIES: &str = "\
[[city]]
id = \"aue\"
name = \"Aue\"
extra-holidays = [\"fronleichnam\"]

[[city]]
id = \"bach\"
name = \"Bach\"
unavailable = [{ from = 2028-05-02, to = 2028-05-05, reason = \"Wahl\" }]
";

/// What `command` says of a meeting on `day` in Bach.
fn meeting(command: &str, day: &str, more: &str) -> Test {
    let head = "title = \"Treffen\"\nhosts = [\"bach\"]\nstart = \"10:00\"\n";
    let text = format!("{head}date = {day}\n{more}");
    Test::new(command).network().file("cities.toml", CITIES).file("meetings/a.toml", &text)
}

/// The reasons that `erfa check` gives against `day`.
fn reasons(day: &str, more: &str) -> Vec<String> {
    let said = meeting("check", day, more).run().stdout;
    let lines = said.lines().filter_map(|line| line.strip_prefix("warning[blocked-day]: "));
    lines.map(|line| line.split_once(": ").unwrap().1.to_owned()).collect()
}

/// What `erfa dates` says of it.
fn dates(day: &str) -> String {
    let command = format!("dates --from {day} --until {day} --host bach --why --lang en");
    Test::new(&command).network().file("cities.toml", CITIES).run().stdout
}

#[test]
fn what_blocks_a_day_is_told_as_dates_tells_it() {
    for (day, reason) in [
        ("2028-09-20", "public holiday: Children’s Day"),
        ("2028-04-14", "public holiday: Good Friday"),
        ("2028-05-06", "weekend"),
        ("2028-05-07", "weekend"),
        ("2028-05-03", "Bach is unavailable: Wahl"),
    ] {
        assert_eq!(reasons(day, ""), [reason], "{day}");
        assert!(dates(day).contains(reason), "{}", dates(day));
    }
    // The eves are no holidays, and yet nobody meets on them.
    for (day, name) in [("2029-12-24", "Christmas Eve"), ("2029-12-31", "New Year’s Eve")] {
        let reason = format!("{name}: no holiday, but many are away");
        assert_eq!(reasons(day, ""), [reason.as_str()], "{day}");
        assert!(dates(day).contains(&reason), "{}", dates(day));
    }
    // Corpus Christi is a holiday in Aue, which does not host.
    assert_eq!(reasons("2028-06-15", ""), [""; 0]);
    assert_eq!(reasons("2028-06-13", ""), [""; 0]);
}

#[test]
fn what_is_over_or_off_or_only_guessed_blocks_nothing() {
    assert_eq!(reasons("2020-09-20", ""), [""; 0]);
    for more in ["status = \"cancelled\"", "status = \"held\"", "date-text = \"Herbst 2028\""] {
        assert_eq!(reasons("2028-09-20", more), [""; 0], "{more}");
    }
}

#[test]
fn holidays_of_the_calendar_and_other_meetings_block_a_day() {
    let period = "[[period]]\nkind = \"holiday\"\ntitle = \"Reformationsjubiläum\"\n\
                  from = 2028-10-17\nto = 2028-10-17\n";
    let other = "title = \"Werkstatt\"\ndate = 2028-10-16\nend-date = 2028-10-17\nhosts = []\n";
    let said = meeting("check", "2028-10-17", "")
        .file("calendar/a.toml", period)
        .file("meetings/b.toml", other)
        .run()
        .stdout
        .replace('\u{a0}', " ");
    for reason in [
        "what speaks against Tuesday, 17 October 2028: public holiday: Reformationsjubiläum",
        "what speaks against Tuesday, 17 October 2028: on the day of the meeting of 2028-10-16",
        "what speaks against Tuesday, 17 October 2028: on the day of the meeting of 2028-10-17",
    ] {
        assert!(said.contains(reason), "{reason}\n{said}");
    }
}

#[test]
fn a_blocked_day_can_be_accepted() {
    let known = "acknowledge = [{ code = \"blocked-day\", reason = \"so gewollt\" }]\n";
    meeting("check --strict", "2028-09-20", known)
        .stdout(str![[r#"
acknowledged[blocked-day]: what speaks against Wednesday, 20 September 2028: public holiday: Children’s Day
 --> meetings/a.toml:4:8
  |
4 | date = 2028-09-20
  |        ^^^^^^^^^^
  |
  = reason: so gewollt


"#]])
        .stderr("3 files checked, all is well, 1 acknowledged\n")
        .status(0);
}

#[test]
fn commands_that_choose_a_day_warn_of_it() {
    let warned = "what speaks against Wednesday, 20 September 2028: public holiday: Children’s Day";
    let new = Test::new("new --date 2028-09-20 --host bach -y").network();
    let new = new.file("cities.toml", CITIES).run();
    assert!(
        new.status == 0 && new.stderr.replace('\u{a0}', " ").contains(warned),
        "{}",
        new.stderr
    );
    for command in
        ["postpone --on 2028-09-20 --reason Umbau -y", "release --by Amt --reason Test -y"]
    {
        let day = if command.starts_with("release") { "2028-09-20" } else { "2028-09-19" };
        let run = meeting(command, day, "").run();
        assert!(
            run.status == 0 && run.stderr.replace('\u{a0}', " ").contains(warned),
            "{command}\n{}",
            run.stderr
        );
    }
}

#[test]
fn the_end_of_registration_moves_with_the_meeting() {
    let registration = "[registration]\nuntil = 2028-09-05\nmail = \"a@example.org\"\n";
    let test = meeting("postpone --on 2028-10-10 --reason Umbau -y", "2028-09-19", registration);
    let run = test.run();
    let moved = std::fs::read_to_string(run.path("meetings/a.toml")).unwrap();
    assert!(moved.contains("until = 2028-09-26"), "{moved}");
    assert!(
        run.stderr.contains("The registration moves with it: it ends on 2028-09-26."),
        "{}",
        run.stderr
    );
    let inline = "registration = { until = 2028-09-05, mail = \"a@example.org\" }\n";
    let run = meeting("postpone --reason Umbau -y", "2028-09-19", inline).run();
    let kept = std::fs::read_to_string(run.path("meetings/a.toml")).unwrap();
    assert!(kept.contains(inline), "{kept}{}", run.stderr);
}

#[test]
fn nobody_is_asked_to_register_by_a_day_that_is_over() {
    let registration = "[registration]\nuntil = 2028-09-05\nmail = \"a@example.org\"\n";
    let today = |day: &str| {
        let command = format!("invite --to bach --lang de --today {day}");
        meeting(&command, "2028-09-19", registration).run()
    };
    let soon = today("2028-09-05");
    assert!(soon.stdout.contains("bis Dienstag, 5. September 2028, an"), "{}", soon.stdout);
    let late = today("2028-09-06");
    assert!(!late.stdout.contains("5. September"), "{}", late.stdout);
    assert!(late.stdout.contains("a@example.org"), "{}", late.stdout);
    assert!(late.stderr.contains("the last day of registration has passed"), "{}", late.stderr);
    // A heading with nothing below it tells nothing.
    let day_alone = "[registration]\nuntil = 2028-09-05\n";
    let late = meeting("invite --to bach --lang de --today 2028-09-06", "2028-09-19", day_alone);
    let late = late.run().stdout;
    assert!(!late.contains("Anmeldung"), "{late}");
}

#[test]
fn what_is_not_known_of_a_day_is_told_once() {
    let network = "name = \"Netz\"\nregion = \"DE-BY\"\n";
    let cities = "[[city]]\nid = \"bach\"\nname = \"Bach\"\n";
    let test = |command: &str, day: &str, network: &str| {
        let head = "title = \"Treffen\"\nhosts = [\"bach\"]\nstart = \"10:00\"\n";
        let meeting = format!("{head}date = {day}\n");
        let test = Test::new(command).file("network.toml", network).file("cities.toml", cities);
        test.file("meetings/a.toml", &meeting)
    };
    let unsaid = "not all is known that speaks against Tuesday, 15 August 2028: Assumption Day: a \
                  holiday in some municipalities, `extra-holidays` does not say";
    let said = |output: crate::harness::Output| {
        assert_eq!(output.status, 0, "{output:?}");
        (output.stdout + &output.stderr).replace('\u{a0}', " ")
    };
    let check = said(test("check", "2028-08-15", network).run());
    assert_eq!(check.matches(unsaid).count(), 1, "{check}");
    let release = test("release --by Amt --reason Test -y", "2028-08-15", network);
    let release = said(release.run());
    assert!(release.contains(unsaid), "{release}");
    let new = Test::new("new --date 2028-08-15 --host bach -y");
    let new = said(new.file("network.toml", network).file("cities.toml", cities).run());
    assert!(new.contains(unsaid), "{new}");
    // A day that is known, one that is over, and a network elsewhere.
    assert!(!said(test("check", "2028-08-16", network).run()).contains("unknown-day"));
    assert!(!said(test("check", "2020-08-15", network).run()).contains("unknown-day"));
    let elsewhere = "name = \"Netz\"\nregion = \"PL\"\n";
    let elsewhere = said(test("check", "2028-08-16", elsewhere).run());
    assert!(elsewhere.contains("16 August 2028: public holidays not known"), "{elsewhere}");
    // Where nothing is said of regions, that is said once and not of each meeting.
    let silent = test("check", "2028-08-16", "name = \"Netz\"\n")
        .file("meetings/b.toml", "title = \"Noch eins\"\ndate = 2028-05-16\nhosts = [\"bach\"]\n");
    let silent = said(silent.run());
    assert_eq!(silent.matches("[no-region]").count(), 1, "{silent}");
    assert!(!silent.contains("unknown-day"), "{silent}");
}

#[test]
fn a_doubtful_entry_makes_the_day_of_a_meeting_unknown() {
    let broken = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:20280919T100000\r\n\
                  RRULE:FREQ=HOURLY\r\nSUMMARY:Rat\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    let said = |more: &str| {
        let test = meeting("check", "2028-09-21", more).file("calendar/aue.ics", broken);
        test.run().stdout.replace('\u{a0}', " ")
    };
    let doubt = "[unknown-day]: not all is known that speaks against Thursday, 21 September 2028: \
                 Rat: may recur (Aue)";
    assert!(said("").contains(&format!("warning{doubt}")), "{}", said(""));
    let known = "acknowledge = [{ code = \"unknown-day\", reason = \"so gewollt\" }]\n";
    assert!(said(known).contains(&format!("acknowledged{doubt}")), "{}", said(known));
}

#[test]
fn a_holiday_of_some_regions_is_told_where_nobody_says_which_this_is() {
    let check = |day: &str, network: &str| {
        let meeting = format!("title = \"Treffen\"\ndate = {day}\nhosts = [\"bach\"]\n");
        let cities = "[[city]]\nid = \"bach\"\nname = \"Bach\"\n";
        let test = Test::new("check").german().file("network.toml", network);
        let output = test.file("cities.toml", cities).file("meetings/a.toml", &meeting).run();
        (output.stdout + &output.stderr).replace('\u{a0}', " ")
    };
    let silent = "name = \"Netz\"\n";
    let told = "Feiertag nach dem Recht einer Region, und keine `region` sagt, welche gilt";
    for (day, name) in [
        ("2028-09-20", "Weltkindertag"),
        ("2028-05-01", "1. Mai"),
        ("2028-11-22", "Buß- und Bettag"),
    ] {
        let said = check(day, silent);
        assert!(said.contains(&format!("{name}: {told}")), "{said}");
        assert_eq!(said.matches(told).count(), 1, "{said}");
    }
    // A day that is one nowhere, and networks that say where they are.
    assert!(!check("2028-09-21", silent).contains("unknown-day"));
    for region in ["DE-TH", "DE-HE", "PL", "none"] {
        let network = format!("{silent}region = \"{region}\"\n");
        assert!(!check("2028-09-20", &network).contains(told), "{region}");
    }
}
