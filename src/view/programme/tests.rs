//! Programmes in words, from the files that people write.

use super::{Edition, Entry, Programme, programme};
use crate::example::reading;
use crate::text::Language::{self, English, German};
use crate::text::plain;

mod head;
mod schema;

const NETWORK: &str = r#"
name = "Innenstädte erfolgreich machen"
kind = "Netzwerkinitiative"
"#;

const CITIES: &str = r#"
[[city]]
id = "gotha"
name = "Gotha"
[[city]]
id = "muehlhausen"
name = "Mühlhausen"
[[city]]
id = "worbis"
name = "Worbis"
member-until = 2024-01-31
"#;

const VENUES: &str = r#"
[[venue]]
id = "werkstatt"
name = "Stadt-Werkstatt"
city = "muehlhausen"
street = "Steinweg 4"
postcode = "99974"
access = "Stufenlos."
[[venue.room]]
id = "saal"
name = "Saal"
[[venue]]
id = "laden"
name = "Tauschladen"
city = "muehlhausen"
street = "Markt 1"
[[venue]]
id = "halle"
name = "Halle"
city = "gotha"
[[venue.room]]
id = "buehne"
name = "Bühne"
"#;

const CONTACTS: &str = r#"
[[contact]]
id = "alex"
given-name = "Alex"
family-name = "Muster"
titles = ["Prof.", "Dr."]
office = "Leitung"
organisation = "Tourismus GmbH"
city = "gotha"
phone = "0171 3920012"
mail = "alex.muster@example.org"
"#;

fn read(meeting: &str, language: Language, edition: Edition) -> Programme {
    let reading = reading(&[
        ("network.toml", NETWORK),
        ("cities.toml", CITIES),
        ("venues.toml", VENUES),
        ("contacts.toml", CONTACTS),
        ("meetings/treffen.toml", &format!("title = \"Treffen\"\n{meeting}")),
    ]);
    assert_eq!(format!("{:?}", reading.findings), "[]", "{meeting}");
    let workspace = reading.workspace.unwrap();
    programme(&workspace, &workspace.meetings[0], language, edition)
}

fn german(meeting: &str) -> Programme {
    read(meeting, German, Edition::Full)
}

/// The only entry of a meeting on 24 September 2024 in the workshop.
fn entry(session: &str, language: Language) -> Entry {
    let head = "date = 2024-09-24\nvenue = \"werkstatt\"";
    let meeting = format!("{head}\n[[session]]\ntitle = \"Punkt\"\n{session}");
    read(&meeting, language, Edition::Full).days.remove(0).entries.remove(0)
}

/// Each day's heading and its entries, indented by their level.
fn outline(programme: &Programme) -> Vec<String> {
    let entry = |entry: &Entry| format!("{}{}", "  ".repeat(entry.level), entry.title);
    let days = programme.days.iter();
    days.flat_map(|day| {
        day.heading.as_deref().map(plain).into_iter().chain(day.entries.iter().map(entry))
    })
    .collect()
}

#[test]
fn the_time_column_keeps_what_was_given() {
    let cases = [
        ("start = \"11:00\"\nend = \"13:00\"", "11:00–13:00 Uhr", "11:00–13:00"),
        ("start = \"18:00\"\nend = \"open\"", "18:00 Uhr, Ende offen", "18:00, open-ended"),
        (
            "part-of-day = \"evening\"\nend = \"open\"",
            "abends, Ende offen",
            "in the evening, open-ended",
        ),
        (
            "start = \"16:00\"\nduration = \"max. 90 min\"",
            "16:00 Uhr, max. 90 min",
            "16:00, at most 90 min",
        ),
        (
            "start = \"16:00\"\nend = \"16:45\"\nduration = \"45 min\"",
            "16:00–16:45 Uhr",
            "16:00–16:45",
        ),
        ("duration = \"45 min\"", "45 min", "45 min"),
        ("part-of-day = \"afternoon\"", "nachmittags", "in the afternoon"),
        ("connector = \"danach\"", "danach", "after that"),
        (
            "connector = \"danach\"\nduration = \"ca. 25 min\"",
            "danach, ca. 25 min",
            "after that, about 25 min",
        ),
        (
            "connector = \"danach\"\nstart = \"ca. 14:00\"",
            "danach, ca. 14:00 Uhr",
            "after that, about 14:00",
        ),
    ];
    for (session, expected, english) in cases {
        assert_eq!(plain(&entry(session, German).time.unwrap()), expected);
        assert_eq!(plain(&entry(session, English).time.unwrap()), english);
    }
    assert_eq!(entry("", German).time, None);
    let data = |session| {
        let entry = entry(session, German);
        (entry.start, entry.end)
    };
    let both = (Some("09:30".to_owned()), Some("24:00".to_owned()));
    assert_eq!(data("start = \"ab 9.30\"\nend = \"24:00\""), both);
    assert_eq!(data("start = \"bis 15:30\"\nend = \"open\""), (None, None));
}

#[test]
fn people_are_named_with_what_is_known() {
    let cases = [
        ("{ name = \"A. Muster\", role = \"speaker\" }", None, "A. Muster"),
        (
            "{ name = \"A. Muster\", function = \"Leiterin\", organisation = \"Amt\", city = \"gotha\", role = \"moderator\" }",
            Some("Moderation"),
            "A. Muster, Leiterin, Amt (Gotha)",
        ),
        (
            "{ function = \"Bürgermeister\", city = \"gotha\", role = \"host\" }",
            None,
            "Bürgermeister, Gotha",
        ),
        (
            "{ name = \"A. Muster\", organisation = \"Stadt Gotha\", city = \"gotha\", role = \"chair\" }",
            Some("Leitung"),
            "A. Muster, Stadt Gotha",
        ),
        ("{ city = \"gotha\", role = \"panellist\" }", None, "Gotha"),
        (
            "{ names = [\"A. Muster\", \"B. Muster\"], organisation = \"Amt\" }",
            None,
            "A. Muster und B. Muster, Amt",
        ),
        (
            "{ any-of = [\"A. Muster\", \"B. Muster\"], organisation = \"Amt\" }",
            None,
            "A. Muster oder B. Muster, Amt",
        ),
        (
            "{ contact = \"alex\", role = \"guide\" }",
            Some("Führung"),
            "Prof. Dr. Alex Muster, Leitung, Tourismus GmbH (Gotha)",
        ),
        (
            "{ contact = \"alex\", function = \"Gast\", status = \"requested\" }",
            None,
            "Prof. Dr. Alex Muster, Gast, Tourismus GmbH (Gotha) (angefragt)",
        ),
    ];
    for (person, role, line) in cases {
        let person = entry(&format!("people = [{person}]"), German).people.remove(0);
        assert_eq!((person.role.as_deref(), person.line.as_str()), (role, line));
    }
}

#[test]
fn details_take_a_line_each() {
    let session = r#"
        place = "saal"
        meet-at = "Brunnen"
        transport = "zu Fuß"
        online = "Zugangsdaten folgen"
        seats = 1
        cost = "Selbstzahler"
        language = "Englisch"
        for = "Mitglieder"
    "#;
    let (german, english) = (entry(session, German), entry(session, English));
    assert_eq!(
        german.details,
        ["Saal", "Treffpunkt: Brunnen", "zu Fuß", "Online: Zugangsdaten folgen"]
    );
    assert_eq!(
        german.terms,
        ["1 Platz", "Selbstzahler", "Sprache: Englisch", "Zielgruppe: Mitglieder"]
    );
    assert_eq!(english.details[1], "Meeting point: Brunnen");
    assert_eq!(english.terms, ["1 place", "Selbstzahler", "Language: Englisch", "For: Mitglieder"]);
    // The closer a place, the shorter its words.
    let places = [
        ("werkstatt", "Stadt-Werkstatt, Steinweg 4"),
        ("laden", "Tauschladen, Markt 1"),
        ("halle", "Halle, Gotha"),
        ("Brunnen", "Brunnen"),
    ];
    for (place, expected) in places {
        assert_eq!(entry(&format!("place = \"{place}\""), German).details, [expected]);
    }
    let items = "[[session.items]]\ntitle = \"Teil\"\nduration = \"15 min\"\nplace = \"saal\"";
    assert_eq!(plain(&entry(items, German).items[0].details.join(", ")), "15 min, Saal");
}

#[test]
fn what_is_not_certain_says_so() {
    let cases = [
        ("fixed", None, None),
        ("requested", Some("angefragt"), Some("to be confirmed")),
        ("dropped", Some("entfällt"), Some("cancelled")),
    ];
    for (status, german, english) in cases {
        let session = format!("status = \"{status}\"");
        assert_eq!(entry(&session, German).status.as_deref(), german);
        assert_eq!(entry(&session, English).status.as_deref(), english);
    }
}

const BLOCKS: &str = r#"
date = 2024-09-24
[[session]]
id = "block"
kind = "parallel"
[[session]]
title = "Abend"
date = 2024-09-25
[[session]]
in = "block"
track = "Grün"
title = "Schatten"
date = 2024-09-24
people = [{ name = "A. Muster" }]
[[session]]
in = "block"
track = "Handel"
title = "Läden"
[[session]]
in = "block"
track = "Grün"
title = "Bäume"
[[session]]
id = "intern"
kind = "frame"
title = "Beratung"
audience = "internal"
[[session]]
in = "intern"
title = "Haushalt"
[[session]]
repeat-of = "schatten"
start = "16:00"
[[session]]
title = "Vorstand"
audience = "lead"
[[session]]
repeat-of = "vorstand"
"#;

#[test]
fn blocks_hold_what_belongs_to_them() {
    let first = "Dienstag, 24. September 2024";
    let second = "Mittwoch, 25. September 2024";
    let block = ["Zur gleichen Zeit", "  Schatten", "  Bäume", "  Läden"];
    let (public, internal, lead) = (
        &["Schatten"][..],
        &["Beratung", "  Haushalt", "Schatten"][..],
        &["Beratung", "  Haushalt", "Schatten", "Vorstand", "Vorstand"][..],
    );
    for (reader, rest) in
        [(Edition::Full, public), (Edition::Internal, internal), (Edition::RunSheet, lead)]
    {
        let expected = [&[first], &block[..], rest, &[second, "Abend"]].concat();
        assert_eq!(outline(&read(BLOCKS, German, reader)), expected);
    }
}

#[test]
fn a_repetition_takes_over_what_it_does_not_say() {
    let mut programme = german(BLOCKS);
    let repetition = programme.days[0].entries.remove(4);
    assert_eq!((repetition.title.as_str(), repetition.track), ("Schatten", None));
    assert_eq!(repetition.people[0].line, "A. Muster");
    assert_eq!(repetition.details, ["Wiederholung"]);
    assert_eq!(repetition.time.as_deref().map(plain).as_deref(), Some("16:00 Uhr"));
}

#[test]
fn days_have_headings_only_where_there_are_several() {
    let cases = [
        ("date = 2024-09-24\n[[session]]\ntitle = \"A\"", &["A"][..]),
        ("date-text = \"2019\"\n[[session]]\ntitle = \"A\"", &["A"]),
        (
            "date = 2024-09-24\nend-date = 2024-09-25\n[[session]]\ntitle = \"A\"",
            &["Dienstag, 24. September 2024", "A"],
        ),
        (
            "date = 2024-09-24\n[[session]]\ndate = 2024-09-23\ntitle = \"Vorabend\"",
            &["Montag, 23. September 2024", "Vorabend"],
        ),
        (
            "date = 2024-09-24\nend-date = 2024-09-27\n[[session]]\ntitle = \"A\"\n\
             [[session]]\ndate = 2024-09-26\ntitle = \"Vorstand\"\naudience = \"lead\"",
            &[
                "Dienstag, 24. September 2024",
                "A",
                "Mittwoch, 25. September 2024: ohne öffentliche Programmpunkte",
                "Donnerstag, 26. September 2024: ohne öffentliche Programmpunkte",
            ],
        ),
        (
            "[[session]]\ntitle = \"A\"\n[[session]]\ndate = 2024-09-26\ntitle = \"B\"",
            &["Tag noch offen", "A", "Donnerstag, 26. September 2024", "B"],
        ),
    ];
    for (meeting, expected) in cases {
        assert_eq!(outline(&german(meeting)), expected);
    }
}
