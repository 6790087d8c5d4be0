//! Published holidays: of Länder, islands and cantons, to the day on which what is published ends.

use crate::harness::Test;

/// What `erfa dates` says of one day to a network of one town in `region`, without line breaks.
fn told(day: &str, region: &str) -> String {
    let test = Test::new(&format!("dates --lang en --from {day} --until {day} --why"));
    let cities = format!("[[city]]\nid = \"aue\"\nname = \"Aue\"\nregion = {region}\n");
    let output = test.file("network.toml", "name = \"Netz\"\n").file("cities.toml", &cities).run();
    assert_eq!(output.status, 0, "{output:?}");
    output.stdout.replace('\u{a0}', " ").split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn school_holidays_of_every_land_are_known() {
    for (day, region, title) in [
        ("2027-03-25", "\"DE-BY\"", "Osterferien 2027 [built-in/calendar/holidays.csv:"),
        ("2027-02-03", "\"DE-NI\"", "nothing"),
        ("2027-02-01", "\"DE-NI\"", "Halbjahresferien 2027"),
        ("2026-12-31", "\"DE-SN\"", "Weihnachtsferien 2026/2027"),
        ("2028-02-07", "\"AT-9\"", "Semesterferien 2028 (vorläufig)"),
        ("2027-10-12", "\"CH-ZH\"", "Herbstferien 2027 (empfohlen)"),
        // Vocational schools of the same Land have two weeks more.
        ("2027-08-23", "\"DE-MV\"", "nothing"),
    ] {
        let told = told(day, region);
        assert!(told.contains(title), "{day} {region}: {told}");
        assert!(!told.contains("not known"), "{told}");
    }
}

#[test]
fn what_is_not_published_yet_is_unknown() {
    for (day, region, is_known) in [
        ("2030-09-06", "\"DE-BW\"", true),
        ("2030-09-10", "\"DE-BW\"", false),
        // Its autumn is published, the summer behind it is not.
        ("2031-04-07", "\"DE-SH\"", true),
        ("2031-06-10", "\"DE-SH\"", false),
        // A single day beyond what is whole does not make the days before it known.
        ("2030-10-15", "\"DE-BY\"", false),
        ("2028-12-28", "\"AT-2\"", true),
        ("2029-02-06", "\"AT-2\"", false),
        ("2027-01-12", "\"CH-UR\"", false),
    ] {
        let told = told(day, region);
        assert_eq!(
            !told.contains("school holidays not known yet"),
            is_known,
            "{day} {region}: {told}"
        );
    }
    // A hole in what is published is none that will be filled.
    let hole = told("2020-04-08", "\"DE-HB\"");
    assert!(hole.contains("school holidays not known"), "{hole}");
}

#[test]
fn islands_have_holidays_of_their_own() {
    let both = |day: &str| {
        ["\"DE-SH\"", "\"DE-SH\"\nisland = true"].map(|region| told(day, region).contains("ferien"))
    };
    // The islands begin in autumn a week earlier, and end in summer a week earlier.
    assert_eq!(both("2026-10-06"), [false, true]);
    assert_eq!(both("2026-10-13"), [true, true]);
    assert_eq!(both("2029-08-01"), [true, false]);
    assert_eq!(both("2028-12-28"), [true, true]);
}

#[test]
fn cantons_keep_what_is_published_of_them() {
    let zurich = "\"CH-ZH\"";
    let labour = told("2028-05-01", zurich);
    assert!(labour.contains("blocked public holiday: Tag der Arbeit"), "{labour}");
    // By custom, and in a part of the canton, until the town says that it does not keep them.
    let custom = told("2027-09-13", zurich);
    assert!(
        custom.contains("Knabenschiessen: not everywhere, and nobody says whether here"),
        "{custom}"
    );
    let none = told("2027-09-13", "\"CH-ZH\"\nextra-holidays = []");
    assert!(!none.contains("Knabenschiessen"), "{none}");
    // Schools of a canton that begin on other days are said to once.
    let partly = told("2027-07-12", "\"CH-BE\"");
    assert_eq!(partly.matches("? −40 Sommerferien 2027: not everywhere").count(), 1, "{partly}");
    assert!(partly.contains("school holidays are not known for all days (Aue)"), "{partly}");
    // A town's own list settles the holidays that stand in it, and no others.
    let own = "from = 2027-07-05\nto = 2027-08-08";
    let settled = |day: &str, days: &str| {
        let period = format!(
            "[[period]]\ntitle = \"Ferien\"\nkind = \"school-holiday\"\ncities = [\"aue\"]\n{days}\n"
        );
        let test = Test::new(&format!("dates --lang en --from {day} --until {day} --why"));
        let test = test.file("network.toml", "name = \"Netz\"\nregion = \"CH-BE\"\n");
        let test = test.file("cities.toml", "[[city]]\nid = \"aue\"\nname = \"Aue\"\n");
        !test.file("calendar/aue.toml", &period).run().stdout.contains("not everywhere")
    };
    assert!(settled("2027-08-10", own));
    assert!(!settled("2027-09-28", own));
    assert!(!settled("2027-08-10", "from = 2027-07-05"));
    // Beyond the years that are published.
    let late = told("2031-08-04", zurich);
    assert!(late.contains("they are published for 2020 to 2030."), "{late}");
    // A meeting is warned of, too, and a canton is not made up.
    let on = |day: &str, region: &str| {
        let city = format!("[[city]]\nid = \"aue\"\nname = \"Aue\"\nregion = \"{region}\"\n");
        let meeting = format!("title = \"Treffen\"\ndate = {day}\nhosts = [\"aue\"]\n");
        let test = Test::new("check").file("network.toml", "name = \"Netz\"\n");
        test.file("cities.toml", &city).file("meetings/a.toml", &meeting).run()
    };
    let blocked = on("2028-05-01", "CH-ZH");
    assert!(blocked.stdout.contains("[blocked-day]"), "{blocked:?}");
    assert!(!on("2028-05-02", "CH-ZH").stdout.contains("[unknown-day]"));
    assert!(on("2028-05-02", "CH").stdout.contains("[unknown-day]"));
    let named = on("2028-05-01", "Zürich");
    assert!(named.stdout.contains("[blocked-day]"), "{named:?}");
    let near = on("2028-05-02", "Zürichh");
    assert!(near.stdout.contains("[bad-region]") && near.stdout.contains("CH-ZH"), "{near:?}");
    assert!(on("2028-05-02", "CH-XX").stdout.contains("[bad-region]"));
}

/// A calendar of these days, each with its title.
fn calendar(events: &[(&str, &str, &str)]) -> String {
    let event = |(title, first, end): &(&str, &str, &str)| {
        format!(
            "BEGIN:VEVENT\r\nUID:{first}-{title}\r\nDTSTAMP:20260101T000000Z\r\nSUMMARY:{title}\r\n\
             DTSTART;VALUE=DATE:{first}\r\nDTEND;VALUE=DATE:{end}\r\nEND:VEVENT\r\n"
        )
    };
    let events: String = events.iter().map(event).collect();
    format!("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Amt//DE\r\n{events}END:VCALENDAR\r\n")
}

#[test]
fn a_published_calendar_serves_its_region() {
    let on = |day: &str, region: &str, file: &str, events: &[(&str, &str, &str)]| {
        let test = Test::new(&format!("dates --lang en --from {day} --until {day} --why"));
        let cities = format!(
            "[[city]]\nid = \"aue\"\nname = \"Aue\"\nregion = \"{region}\"\n\
             [[city]]\nid = \"bach\"\nname = \"Bach\"\nregion = \"DE-SN\"\n"
        );
        let test = test.file("network.toml", "name = \"Netz\"\n").file("cities.toml", &cities);
        let output = test.file(&format!("calendar/{file}.ics"), &calendar(events)).run();
        assert_eq!(output.status, 0, "{output:?}");
        output.stdout.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let poland = [
        ("Święto Konstytucji", "20270503", "20270504"),
        ("Nowy Rok", "20270101", "20270102"),
        ("Trzech Króli", "20270106", "20270107"),
        ("Poniedziałek Wielkanocny", "20270329", "20270330"),
        ("Święto Pracy", "20270501", "20270502"),
        ("Boże Ciało", "20270527", "20270528"),
        ("Wszystkich Świętych", "20271101", "20271102"),
        ("Ferie zimowe", "20270118", "20270201"),
        ("Ferie letnie", "20270626", "20270901"),
    ];
    let told = |day: &str| on(day, "PL-30", "PL", &poland);
    let holiday = told("2027-05-03");
    assert!(
        holiday.contains("public holiday: Święto Konstytucji (Aue) [calendar/PL.ics:7]"),
        "{holiday}"
    );
    assert!(told("2027-01-19").contains("school holidays: Ferie zimowe (Aue)"));
    // A year of which it has as many as a country has is known, others are not.
    let few = on("2027-05-04", "PL-30", "PL", &poland[..6]);
    assert!(few.contains("public holidays not known (Aue)"), "{few}");
    assert!(!told("2027-05-04").contains("public holidays not known"));
    assert!(told("2028-05-04").contains("public holidays not known (Aue)"));
    assert!(on("2027-05-04", "PL", "DE-SN", &poland).contains("public holidays not known (Aue)"));
    // Where the law is known, a file takes nothing away, and makes no public holidays.
    let bavaria = [("Neujahr", "20270101", "20270102"), ("Bürgerfest", "20270602", "20270603")];
    let told = |day: &str| on(day, "DE-BY", "DE-BY", &bavaria);
    assert!(
        told("2027-08-04").contains("school holidays: Sommerferien 2027"),
        "{}",
        told("2027-08-04")
    );
    assert!(
        told("2027-06-02").contains("Bürgerfest (Aue)") && !told("2027-06-02").contains("public")
    );
    assert!(
        told("2027-11-01").contains("public holiday: All Saints’ Day (Aue)"),
        "{}",
        told("2027-11-01")
    );
    let more = [("Zusatzferien", "20270929", "20270930")];
    let more = on("2027-09-29", "DE-BY", "DE-BY", &more);
    assert!(more.contains("school holidays: Zusatzferien (Aue)"), "{more}");
    // An appointment with a clock time is no holiday, whatever the file is called.
    let test = Test::new("dates --lang en --from 2027-04-12 --until 2027-04-12 --why");
    let conference = calendar(&[("Konferenz", "20270412", "20270413")])
        .replace("DTSTART;VALUE=DATE:20270412", "DTSTART:20270412T080000")
        .replace("DTEND;VALUE=DATE:20270413", "DTEND:20270412T090000");
    let test = test.file("network.toml", "name = \"Netz\"\nregion = \"PL\"\n");
    let test = test.file("cities.toml", "[[city]]\nid = \"aue\"\nname = \"Aue\"\n");
    // Calendars are read whatever case their ending has.
    let output = test.file("calendar/PL.ICS", &conference).run().stdout;
    assert!(output.contains("Konferenz") && !output.contains("public holiday: "), "{output}");
    // One of a region in which nobody lies is warned of.
    let idle = Test::new("check").file("network.toml", "name = \"Netz\"\nregion = \"DE-BY\"\n");
    let idle = idle.file("cities.toml", "[[city]]\nid = \"aue\"\nname = \"Aue\"\n");
    let idle = idle.file("calendar/DE-BW.ics", &calendar(&bavaria)).run();
    assert!(idle.stdout.contains("[idle-calendar]"), "{idle:?}");
}

#[test]
fn what_is_built_in_names_its_licence() {
    let said = Test::new("--version --verbose").run();
    assert_eq!((said.status, said.stderr.as_str()), (0, ""));
    assert!(said.stdout.contains("ODbL-1.0") && said.stdout.contains("Apache-2.0"), "{said:?}");
    assert_eq!(Test::new("--verbose next-host").run().status, 2);
}
