//! Whoever gets a part in a meeting, another one, or none any more, hears of it, and what it is.

use std::fs;

use super::story::{MEETING, Story};
use crate::truths::{holds, lacks};

const FILE: &str = "meetings/spring.toml";

/// A panel that Berta Birke moderates, and a talk of hers that comes twice.
const PANEL: &str = "
[[session]]
id = \"panel\"
title = \"Was hilft?\"
start = \"11:00\"
end = \"12:00\"
people = [{ contact = \"b-birke\", role = \"moderator\" }]

[[session]]
id = \"shade\"
title = \"Schatten\"
start = \"13:00\"
end = \"13:45\"
people = [{ contact = \"b-birke\" }]

[[session]]
id = \"again\"
repeat-of = \"shade\"
start = \"14:00\"
end = \"14:45\"
place = \"Stube\"
";

fn invited(to: &str) -> Story {
    let mut story = Story::new();
    let meeting = MEETING.replace("hosts =", "place = \"Alte Mühle\"\nhosts =");
    fs::write(story.path(FILE), format!("{meeting}{PANEL}")).unwrap();
    let erle =
        "\n[[contact]]\nid = \"e-erle\"\nfamily-name = \"Erle\"\nmail = \"erle@example.org\"\n";
    let contacts = story.read("contacts.toml");
    fs::write(story.path("contacts.toml"), contacts + erle).unwrap();
    story.ends(&format!("outbox make invitation spring {to} -y"), 1);
    story.sends("1-invitation");
    story
}

fn updated(story: &mut Story, number: usize) -> Vec<String> {
    story.ends(&format!("--today 2026-11-{} outbox make update spring -y", 22 + number), 1);
    let mails = story.mails(&format!("outbox/spring/{number}-update"));
    story.sends(&format!("{number}-update"));
    mails
}

fn mail(story: &mut Story, run: &str, whose: &str) -> String {
    story.run(&format!("outbox show spring/{run}/{whose}.eml")).0
}

#[test]
fn the_new_moderator_is_told_and_so_is_the_old_one() {
    let mut story = invited("--to guest");
    story.edit(FILE, "\"b-birke\", role", "\"c-cedar\", role");
    assert_eq!(updated(&mut story, 2), ["b-birke", "c-cedar"]);
    holds(
        &mail(&mut story, "2-update", "b-birke"),
        &[
            "„Was hilft?“ bisher: Moderation, 11:00–12:00 Uhr jetzt: ohne eigenen Beitrag",
            "„Was hilft?“, jetzt mit Chris Cedar (Moderation) statt mit Berta Birke",
        ],
    );
    holds(
        &mail(&mut story, "2-update", "c-cedar"),
        &["“Was hilft?” before: not your part now: Moderator, 11:00–12:00"],
    );
}

#[test]
fn another_part_in_the_same_item_is_told_to_whoever_has_it_and_by_name_to_the_others() {
    let mut story = invited("--to guest");
    story.edit(FILE, "role = \"moderator\"", "role = \"chair\"");
    assert_eq!(updated(&mut story, 2), ["b-birke"]);
    let own = mail(&mut story, "2-update", "b-birke");
    holds(
        &own,
        &[
            "„Was hilft?“ bisher: Moderation, 11:00–12:00 Uhr jetzt: Leitung, 11:00–12:00 Uhr",
            "Alles andere bleibt, wie es war.",
        ],
    );
    lacks(&own, &["Rolle oder Zusage", "Berta Birke:"]);
    story.edit(FILE, "start = \"09:00\"", "start = \"08:30\"");
    assert_eq!(updated(&mut story, 3), ["b-birke", "c-cedar"]);
    let other = mail(&mut story, "3-update", "c-cedar");
    holds(&other, &["“Was hilft?”, Berta Birke: now Chair instead of Moderator"]);
    lacks(&mail(&mut story, "3-update", "b-birke"), &["Leitung", "Moderation"]);
}

#[test]
fn a_part_in_the_whole_meeting_is_told_to_whoever_gets_it_or_loses_it() {
    let mut story = invited("--to guest");
    let people = "people = [{ contact = \"c-cedar\", role = \"moderator\" }]\nhosts =";
    story.edit(FILE, "hosts =", people);
    assert_eq!(updated(&mut story, 2), ["c-cedar"]);
    let own = mail(&mut story, "2-update", "c-cedar");
    holds(
        &own,
        &["Part in the meeting before: none now: Moderator Everything else stays as it was."],
    );
    story.edit(FILE, "\"c-cedar\", role = \"moderator\"", "\"b-birke\", role = \"moderator\"");
    assert_eq!(updated(&mut story, 3), ["b-birke", "c-cedar"]);
    let own = mail(&mut story, "3-update", "c-cedar");
    holds(
        &own,
        &["before: Moderator now: none any more", "People now: Berta Birke (Köln, Moderator)"],
    );
    let own = mail(&mut story, "3-update", "b-birke");
    holds(&own, &["Aufgabe beim Treffen bisher: keine jetzt: Moderation"]);
}

#[test]
fn who_gets_a_part_later_is_invited_whoever_was_chosen_before() {
    let mut story = invited("--to b-birke");
    // That Chris Cedar speaks stood there before: nobody wrote to him, and nobody does now.
    story.edit(FILE, "\"b-birke\", role", "\"e-erle\", role");
    assert_eq!(updated(&mut story, 2), ["b-birke", "e-erle"]);
    holds(
        &mail(&mut story, "2-update", "e-erle"),
        &["Einladung", "Für Sie vorgesehen „Was hilft?“ (Moderation, 11:00–12:00 Uhr)"],
    );
    // And taken out again, they are told so.
    story.edit(FILE, "\"e-erle\", role", "\"b-birke\", role");
    assert_eq!(updated(&mut story, 3), ["b-birke", "e-erle"]);
    holds(&mail(&mut story, "3-update", "e-erle"), &["Rücknahme der Einladung"]);
}

#[test]
fn of_an_item_that_is_dropped_its_repetition_stays() {
    let mut story = invited("--to guest");
    story.edit(FILE, "title = \"Schatten\"", "title = \"Schatten\"\nstatus = \"dropped\"");
    assert_eq!(updated(&mut story, 2), ["b-birke"]);
    let own = mail(&mut story, "2-update", "b-birke");
    holds(
        &own,
        &["„Schatten“ bisher: 13:00–13:45 Uhr jetzt: entfällt; es bleibt: 14:00–14:45 Uhr, Stube"],
    );
    // Once is enough, and nobody is without their part.
    lacks(&own, &["Entfällt: ", "ohne eigenen Beitrag"]);
    let told = story.run("programme spring --format text --lang de").0;
    lacks(&told, &["Wiederholung"]);
}

#[test]
fn who_was_only_asked_is_not_told_to_take_part() {
    let mut story = invited("--to guest");
    let asked = "people = [{ name = \"Fritz Fern\", status = \"requested\" }]";
    story.edit(FILE, "people = [{ contact = \"c-cedar\" }]", asked);
    updated(&mut story, 2);
    holds(
        &mail(&mut story, "2-update", "c-cedar"),
        &["“Vortrag”, now with Fritz Fern (to be confirmed) instead of Chris Cedar"],
    );
    holds(
        &story.run("programme spring --since 1 --lang de").0,
        &["„Vortrag“, jetzt mit Fritz Fern (angefragt) statt mit Chris Cedar"],
    );
}

#[test]
fn begin_and_end_of_several_days_are_told_with_their_days() {
    let mut story = Story::new();
    story.edit(FILE, "date = 2027-04-20\n", "date = 2027-04-20\nend-date = 2027-04-21\n");
    story.ends("outbox make invitation spring --to guest -y", 1);
    story.sends("1-invitation");
    story.edit(FILE, "start = \"09:00\"\nend = \"16:00\"", "start = \"10:00\"\nend = \"15:00\"");
    assert_eq!(updated(&mut story, 2), ["b-birke", "c-cedar"]);
    let german = mail(&mut story, "2-update", "b-birke");
    holds(
        &german,
        &[
            "Beginn am ersten Tag bisher: 09:00 Uhr jetzt: 10:00 Uhr",
            "Ende am letzten Tag bisher: 16:00 Uhr jetzt: 15:00 Uhr",
        ],
    );
    lacks(&german, &["09:00–16:00"]);
    holds(
        &mail(&mut story, "2-update", "c-cedar"),
        &[
            "Start on the first day before: 09:00 now: 10:00",
            "End on the last day before: 16:00 now: 15:00",
        ],
    );
    holds(
        &story.run("programme spring --since 1 --lang de").0,
        &["Beginn am ersten Tag: 10:00 Uhr statt 09:00 Uhr"],
    );
}
