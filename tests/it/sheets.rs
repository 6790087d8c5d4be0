//! Papers about rooms, people and attendance: what nobody said stands on none of them, and what is not known is
//! not taken for nothing.

use std::fs;

use crate::outbox::story::Story;
use crate::truths::{holds, lacks};

fn with(meeting: &str) -> Story {
    let story = Story::new();
    fs::write(story.path("meetings/spring.toml"), meeting).unwrap();
    story
}

const DAY: &str = "title = \"Frühjahr\"\ndate = 2027-04-20\nhosts = [\"ulm\"]\nplace = \"Festsaal\"\n\
                   [registration]\nuntil = 2027-04-01\n";

const ITEMS: &str = r#"
[[session]]
title = "Podium"
start = "11:00"
end = "12:00"
people = [{ name = "Ada Aue", status = "requested" }, { any-of = ["Bo", "Cy"], status = "requested" }, { name = "Dora" }]
[[session]]
kind = "tour"
title = "Rundgang"
start = "12:00"
end = "13:00"
[[session]]
title = "Bäume"
connector = "danach"
duration = "30 min"
[[session]]
title = "Wasser"
connector = "danach"
duration = "30 min"
[[session]]
kind = "meal"
title = "Imbiss"
cost = "Suppe frei"
[[session]]
id = "wahl"
kind = "parallel"
title = "Werkstätten"
start = "15:00"
end = "16:00"
[[session]]
in = "wahl"
track = "Grün"
title = "Kleingruppe"
[[session]]
in = "wahl"
track = "Blau"
title = "Kleingruppe"
[[session]]
id = "haus"
kind = "frame"
title = "Im ganzen Haus"
[[session]]
in = "haus"
title = "Sprechstunde"
part-of-day = "afternoon"
"#;

#[test]
fn a_sheet_lays_nothing_into_a_room_that_nobody_named() {
    let mut story = with(&format!("{DAY}{ITEMS}"));
    let signs = story.run("write door-signs spring --lang de --format text").0;
    holds(&signs, &["Festsaal", "nach „Rundgang“, 30 min Bäume", "danach, 30 min Wasser"]);
    lacks(&signs, &["Kleingruppe", "Sprechstunde", "danach, 30 min Bäume"]);
    let english = story.run("write door-signs spring --lang en --format text").0;
    holds(&english, &["after “Rundgang”, 30 min Bäume", "after that, 30 min Wasser"]);
    let sheet = story.run("write logistics-sheet spring --lang de --format text").0;
    lacks(&sheet, &["Kleingruppe", "Sprechstunde", "Gezählt wird"]);
    // A room of their own is one, and there strands tell apart what goes by one name.
    let in_rooms = ITEMS
        .replace("track = \"Grün\"", "track = \"Grün\"\nplace = \"Kammer\"")
        .replace("track = \"Blau\"", "track = \"Blau\"\nplace = \"Diele\"");
    let mut story = with(&format!("{DAY}{in_rooms}"));
    let sheet = story.run("write logistics-sheet spring --lang de --format text").0;
    holds(&sheet, &["Kammer", "Grün: Kleingruppe", "Diele", "Blau: Kleingruppe"]);
}

#[test]
fn house_and_kitchen_hear_of_those_asked_and_of_what_is_paid() {
    let mut story = with(&format!("{DAY}{ITEMS}"));
    let sheet = story.run("write logistics-sheet spring --lang en --format text").0;
    holds(
        &sheet,
        &[
            "Imbiss not known Suppe frei",
            "no answers have come in as of 22 November 2026",
            "No answers have come in yet that could say anything of food and help.",
        ],
    );
    lacks(&sheet, &["The answers say nothing"]);
    fs::create_dir(story.path("replies")).unwrap();
    let yes = "[[reply]]\nperson = \"b-birke\"\nanswer = \"yes\"\nfor = 2027-04-20\n";
    fs::write(story.path("replies/spring.toml"), yes).unwrap();
    let sheet = story.run("write logistics-sheet spring --lang de --format text").0;
    holds(
        &sheet,
        &[
            "Erwartet: 2",
            "2 Personen sind angefragt, im Programm mitzuwirken; sie sind nicht mitgezählt.",
            "Die Anmeldung ist bis zum 1. April 2027 offen.",
        ],
    );
    lacks(&sheet, &["12:00 Uhr."]);
    holds(&story.run("replies spring").0, &["1 person has said yes."]);
    let town =
        "[[reply]]\ncity = \"koeln\"\nanswer = \"yes\"\nfor = 2027-04-20\nnote = \"vegan\"\n";
    fs::write(story.path("replies/spring.toml"), town).unwrap();
    let list = story.run("write needs-list spring --lang de --format text").0;
    holds(&list, &["Köln ohne Namen vegan"]);
}

#[test]
fn a_meeting_online_has_no_house() {
    let mut story = with(&DAY.replace("Festsaal", "online"));
    for paper in ["door-signs", "logistics-sheet"] {
        let (said, status) = story.run(&format!("write {paper} spring"));
        assert_eq!(status, 1, "{said}");
        holds(&said, &["error[unfit-document]", "the meeting is online: there is no house"]);
    }
    lacks(&story.run("write feedback-sheet spring --lang en --format text").0, &["exit"]);
    holds(
        &with(DAY).run("write feedback-sheet spring --lang en --format text").0,
        &["by the exit"],
    );
    // What is online of a meeting on site needs no door.
    let hybrid =
        "[[session]]\ntitle = \"Blick\"\nplace = \"online\"\n[[session]]\ntitle = \"Gruß\"\n";
    let signs = with(&format!("{DAY}{hybrid}")).run("write door-signs spring --format text").0;
    holds(&signs, &["Festsaal", "Gruß"]);
    lacks(&signs, &["online", "Blick"]);
}

#[test]
fn of_whom_nothing_is_recorded_nobody_says_that_they_were_away() {
    let mut story = with(&DAY.replace("date", "status = \"held\"\ndate"));
    let late = "--today 2027-04-22";
    fs::create_dir(story.path("replies")).unwrap();
    let there = "[[attendance]]\nperson = \"b-birke\"\n[[attendance]]\nname = \"Joy Reed\"\norganisation = \"Bridge Trust\"\n";
    fs::write(story.path("replies/spring.toml"), there).unwrap();
    story.edit("meetings/spring.toml", "hosts =", "attended = [\"koeln\"]\nhosts =");
    let said = story.run(&format!("{late} attended spring")).0;
    holds(&said, &["at least 2", "Nothing is recorded of: Ulm."]);
    let report = story.run(&format!("{late} write report --lang de --format text")).0;
    holds(
        &report,
        &[
            "Wer dabei war, ist nur zum Teil festgehalten.",
            "mindestens 2 Personen, 1 Stadt",
            "Ulm nicht festgehalten",
            "Köln 1 von 1",
        ],
    );
    lacks(&report, &["0 von"]);
    // Minutes name those of no town as well.
    let form = story.run(&format!("{late} write minutes spring --lang de --format text")).0;
    holds(&form, &["Anwesend Köln und Joy Reed (Bridge Trust)"]);
    story.edit("meetings/spring.toml", "attended =", "excused = [\"ulm\"]\nattended =");
    let report = story.run(&format!("{late} write report --lang en --format text")).0;
    holds(&report, &["It is on record who was there.", "Ulm 0 of 1"]);
    lacks(
        &story.run(&format!("{late} attended spring")).0,
        &["at least", "Nothing is recorded of"],
    );
}

#[test]
fn a_line_that_names_its_subject_goes_on_with_no_action() {
    let mut story = Story::new();
    fs::create_dir(story.path("minutes")).unwrap();
    let minutes = "# Frühjahr\n\nAufgabe: Ulm – Foto schicken\nBeschluss: Das nächste Treffen ist in Köln.\n\n\
                   Aufgabe: Köln – Liste\nder Läden prüfen\n";
    fs::write(story.path("minutes/spring.md"), minutes).unwrap();
    let said = story.run("--today 2027-05-01 actions").0;
    holds(&said, &["Foto schicken", "liste-der-laeden-pruefen", "Offen: 2."]);
    lacks(&said, &["Beschluss"]);
}

#[test]
fn speakers_read_what_their_part_holds() {
    let talk = r#"
people = [{ contact = "b-birke", role = "chair" }]
online = "Übertragung"
notices = ["Es wird fotografiert."]
start = "9:00"
[[session]]
title = "Vortrag"
start = "10:00"
people = [{ contact = "c-cedar" }]
items = [{ number = "2.1", title = "Regen", duration = "15 min", people = [{ name = "Ada Aue" }] }]
"#;
    let head = DAY.replace("[registration]\nuntil = 2027-04-01\n", "");
    let mut story = with(&format!("{head}{talk}"));
    let said = story.run("write speaker-sheet spring --to c-cedar --format text").0;
    holds(&said, &["2.1 Regen (15 min) – Ada Aue", "Online Übertragung", "Es wird fotografiert."]);
    let said = story.run("write speaker-sheet spring --to b-birke --format text").0;
    holds(&said, &["Zeit das ganze Treffen, 09:00 Uhr", "Raum Festsaal"]);
}

#[test]
fn a_survey_is_about_no_single_meeting() {
    let mut story = with(DAY);
    let topics = "[[topic]]\nid = \"a\"\nnumber = 1\ntitle = \"Bäume\"\n\
                  wanted = [{ city = \"koeln\", date = 2026-11-01 }]\n";
    fs::write(story.path("topics.toml"), topics).unwrap();
    let said = story.run("write topic-survey spring --to c-cedar --format text").0;
    holds(&said, &["Topic survey: Netz"]);
    lacks(&said, &["20 April", "we already have"]);
    // What a town has said it is not asked for as if it had not.
    let said = story.run("write topic-survey spring --to b-birke --format text").0;
    holds(&said, &["Themenumfrage: Netz", "Von Köln kennen wir schon: Wunsch: 1."]);
}

#[test]
fn a_status_says_of_each_step_what_was_done_for_it() {
    let mut story = with(&format!("{DAY}{ITEMS}"));
    holds(&story.run("status").0, &["2 people still open"]);
    story.edit(
        "meetings/spring.toml",
        "title = \"Wasser\"",
        "title = \"Wasser\"\nstatus = \"requested\"",
    );
    holds(&story.run("status").0, &["2 people and 1 item still open"]);
    story.ends("outbox make invitation spring --to guest -y", 1);
    story.sends("1-invitation");
    let said = story.run("--today 2027-02-01 status").0;
    holds(&said, &["send a save-the-date the invitation is out"]);
    holds(&said, &["hosts next, after the meeting of 20 April 2027."]);
    // What cannot be done before the day is found is not said to be the next step.
    let mut story = with(&DAY.replace("date = 2027-04-20\n", "status = \"idea\"\n"));
    let said = story.run("write handover --lang en --format text").0;
    holds(&said, &["(settle the day first)"]);
}
