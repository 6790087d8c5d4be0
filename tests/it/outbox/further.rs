//! What is told of changes beside day, time and place: what decides at once who hears of it, and whom or what
//! it is about.

use std::fs;

use super::story::Story;
use crate::truths::{holds, lacks};

const BEFORE: &str = "title = \"Frühjahr\"\ndate = 2027-04-20\nstart = \"09:00\"\nend = \"16:00\"\nhosts = [\"ulm\"]\n\
                      place = \"Alte Mühle\"\nonline = \"Zoom\"\nadmission = \"ab 8:30\"\n\
                      registration = { until = 2027-04-06, cost = \"10 Euro\" }\n";

/// Both guests have the invitation to this.
fn invited(meeting: &str) -> Story {
    let mut story = Story::new();
    fs::write(story.path("meetings/spring.toml"), meeting).unwrap();
    story.ends("outbox make invitation spring --to guest -y", 1);
    story.sends("1-invitation");
    story
}

fn updated(story: &mut Story) -> String {
    story.ends("outbox make update spring -y", 99)
}

#[test]
fn who_could_come_too_late_or_stand_before_a_closed_door_hears_at_once() {
    let both = ["b-birke", "c-cedar"];
    let cases = [
        ("until = 2027-04-06", "until = 2027-03-30", true),
        ("until = 2027-04-06", "until = 2027-04-10", false),
        ("online = \"Zoom\"\n", "", true),
        ("\"Zoom\"", "\"Jitsi\"", true),
        ("10 Euro", "15 Euro", false),
    ];
    for (from, to, at_once) in cases {
        let mut story = invited(BEFORE);
        story.edit("meetings/spring.toml", from, to);
        let said = updated(&mut story);
        if at_once {
            assert_eq!(story.mails("outbox/spring/2-update"), both, "{to}");
        } else {
            holds(
                &said,
                &[
                    "2 people were told otherwise than it is now, but of nothing to be known at once",
                ],
            );
            holds(&said, &["Nobody must be told anything at once; nothing was made."]);
        }
    }
    // Access that is new and registration that ends nowhere any more close no door.
    let mut story = invited(&BEFORE.replace("online = \"Zoom\"\n", ""));
    story.edit("meetings/spring.toml", "hosts =", "online = \"Zoom\"\nhosts =");
    holds(&updated(&mut story), &["Nobody must be told anything at once"]);
}

#[test]
fn times_are_told_in_the_words_of_the_reader() {
    let lunch = "[[session]]\nid = \"lunch\"\nkind = \"meal\"\ntitle = \"Mittagessen\"\nduration = \"45 min\"\n";
    let mut story = invited(&format!("{BEFORE}{lunch}"));
    story.edit("meetings/spring.toml", "ab 8:30", "8:45");
    story.edit("meetings/spring.toml", "45 min", "60 min");
    story.edit("meetings/spring.toml", "\"Alte Mühle\"", "\"Neue Mühle\"");
    updated(&mut story);
    let english = story.run("outbox show spring/2-update/c-cedar.eml").0;
    holds(
        &english,
        &[
            "Admission: 08:45 instead of from 08:30",
            "“Mittagessen”, length: 60 min instead of 45 min",
        ],
    );
    let german = story.run("outbox show spring/2-update/b-birke.eml").0;
    holds(
        &german,
        &["Einlass: 08:45 Uhr statt ab 08:30 Uhr", "„Mittagessen“, Dauer: 60 min statt 45 min"],
    );
}

#[test]
fn of_two_that_go_by_one_name_it_is_said_which() {
    let block = |id: &str, start: &str| {
        format!(
            "[[session]]\nid = \"{id}\"\nkind = \"parallel\"\ntitle = \"Wahl {id}\"\nstart = \"{start}\"\n\
             [[session]]\nid = \"in-{id}\"\nin = \"{id}\"\ntitle = \"Schatten\"\nplace = \"Stube {id}\"\n\
             people = [{{ contact = \"c-cedar\" }}]\n"
        )
    };
    let mut story = invited(&format!("{BEFORE}{}{}", block("a", "10:45"), block("b", "15:00")));
    story.edit("meetings/spring.toml", "\"Stube a\"", "\"Dachboden\"");
    updated(&mut story);
    assert_eq!(story.mails("outbox/spring/2-update"), ["c-cedar"]);
    let mail = story.run("outbox show spring/2-update/c-cedar.eml").0;
    let within = "as part of “Wahl a”, 10:45";
    holds(&mail, &[&format!("{within}, Stube a"), &format!("{within}, Dachboden")]);
    lacks(&mail, &["15:00"]);
}

#[test]
fn who_has_agreed_is_told_by_name() {
    let talk = "[[session]]\nid = \"talk\"\ntitle = \"Begrüßung\"\nstart = \"09:00\"\n\
                people = [{ name = \"Ada Arndt\", role = \"speaker\", status = \"requested\" }, \
                { name = \"Bo Brandis\", role = \"chair\" }]\n\
                [[session]]\nid = \"two\"\ntitle = \"Zwei\"\nstart = \"11:00\"\n\
                people = [{ name = \"Cora Czerny\", status = \"requested\" }, { name = \"Dirk Dahlke\" }]\n";
    let mut story = invited(&format!("{BEFORE}{talk}"));
    story.edit("meetings/spring.toml", ", status = \"requested\"", "");
    story.edit("meetings/spring.toml", "\"Alte Mühle\"", "\"Neue Mühle\"");
    updated(&mut story);
    let german = story.run("outbox show spring/2-update/b-birke.eml").0;
    holds(&german, &["„Begrüßung“, Ada Arndt hat zugesagt"]);
    holds(&german, &["„Zwei“, Cora Czerny hat zugesagt"]);
    lacks(&german, &["Rolle oder Zusage"]);
    holds(
        &story.run("outbox show spring/2-update/c-cedar.eml").0,
        &["“Begrüßung”, Ada Arndt has agreed"],
    );
}

#[test]
fn nobody_does_anything_in_what_was_given_up() {
    let talk = "[[session]]\nid = \"talk\"\ntitle = \"Zwei\"\nstart = \"09:00\"\nend = \"09:30\"\nplace = \"Stube\"\n\
                meet-at = \"Löwentor\"\nlink = \"https://zwei.example.org\"\ndescription = \"Worum es geht.\"\n\
                people = [{ name = \"Joy Reed\", organisation = \"Bridge Trust\" }]\n\
                [[session]]\nid = \"rest\"\ntitle = \"Drei\"\nstart = \"10:00\"\nend = \"10:30\"\n\
                people = [{ name = \"Bo Brandis\" }]\n";
    let mut story = invited(&format!("{BEFORE}{talk}"));
    let papers = [
        "programme spring --format text",
        "programme spring --format ics --items",
        "programme spring --edition run-sheet --format text",
        "programme spring --format json",
    ];
    for paper in papers {
        holds(&story.run(paper).0, &["Joy Reed"]);
    }
    story.edit(
        "meetings/spring.toml",
        "title = \"Zwei\"",
        "title = \"Zwei\"\nstatus = \"dropped\"",
    );
    for paper in papers {
        let said = story.run(paper).0;
        holds(&said, &["Zwei", "Bo Brandis"]);
        lacks(
            &said,
            &["Joy Reed", "Bridge Trust", "Stube", "Löwentor", "zwei.example", "Worum es"],
        );
    }
}

#[test]
fn nobody_is_reminded_on_the_day_or_later() {
    let mut story = invited(BEFORE);
    for day in ["2027-04-20", "2027-04-21"] {
        let (said, status) =
            story.run(&format!("--today {day} outbox make reminder spring --to all -y"));
        assert_eq!(status, 1, "{said}");
        holds(&said, &["error[unfit-document]", "the meeting is today or over"]);
        lacks(&story.run(&format!("--today {day} status")).0, &["remind of the answer"]);
    }
    holds(&story.run("--today 2027-04-19 status").0, &["remind of the answer"]);
    story.ends("--today 2027-04-05 outbox make reminder spring --to all -y", 1);
}
