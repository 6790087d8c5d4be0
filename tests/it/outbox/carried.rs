//! What moves or goes with the block that it stands in, the days of several, and whom an address or a town is
//! shared with.

use std::fs;

use super::story::{MEETING, Story};
use crate::truths::{holds, lacks};

/// A block in which Berta Birke and Chris Cedar each lead a group at the same time.
const BLOCK: &str = "
[[session]]
id = \"groups\"
title = \"Gruppen\"
kind = \"parallel\"
start = \"14:00\"
end = \"15:00\"

[[session]]
id = \"trees\"
in = \"groups\"
title = \"Bäume\"
kind = \"workshop\"
people = [{ contact = \"b-birke\" }]

[[session]]
id = \"water\"
in = \"groups\"
title = \"Wasser\"
kind = \"workshop\"
people = [{ contact = \"c-cedar\" }]
";

/// All were invited to a meeting that goes on like that.
fn invited(further: &str) -> Story {
    let mut story = Story::new();
    fs::write(story.path("meetings/spring.toml"), format!("{MEETING}{further}")).unwrap();
    story.edit("meetings/spring.toml", "hosts =", "place = \"Alte Mühle\"\nhosts =");
    story.ends("outbox make invitation spring --to guest --to all -y", 1);
    story.sends("1-invitation");
    story
}

fn updated(story: &mut Story) -> Vec<String> {
    story.ends("--today 2026-11-23 outbox make update spring -y", 1);
    story.mails("outbox/spring/2-update")
}

fn mail(story: &mut Story, whose: &str) -> String {
    story.run(&format!("outbox show spring/2-update/{whose}.eml")).0
}

#[test]
fn an_own_part_moves_with_its_block() {
    let mut story = invited(BLOCK);
    story.edit("meetings/spring.toml", "start = \"14:00\"", "start = \"13:30\"");
    assert_eq!(updated(&mut story), ["b-birke", "c-cedar"]);
    holds(
        &mail(&mut story, "b-birke"),
        &[
            "„Bäume“ bisher: im Rahmen von „Gruppen“, 14:00–15:00 Uhr",
            "jetzt: im Rahmen von „Gruppen“, 13:30–15:00 Uhr",
        ],
    );
    holds(&mail(&mut story, "c-cedar"), &["now: as part of “Gruppen”, 13:30–15:00"]);
}

#[test]
fn what_stands_in_a_dropped_block_is_dropped_for_everybody() {
    let mut story = invited(BLOCK);
    let block = "title = \"Gruppen\"\n";
    story.edit("meetings/spring.toml", block, &format!("{block}status = \"dropped\"\n"));
    assert_eq!(updated(&mut story), ["b-birke", "c-cedar"]);
    holds(
        &mail(&mut story, "b-birke"),
        &[
            "„Bäume“ bisher: im Rahmen von „Gruppen“, 14:00–15:00 Uhr jetzt: entfällt",
            "Entfällt: „Gruppen“",
        ],
    );
    let mut written = |document: &str| {
        let command = "spring --to b-birke --format text";
        story.run(&format!("--today 2026-11-24 write {document} {command}")).0
    };
    lacks(&written("speaker-sheet"), &["Bäume"]);
    lacks(&written("speaker-invitation"), &["Vorgesehen"]);
}

#[test]
fn what_was_dropped_before_it_was_told_is_news_to_nobody() {
    let mut story = invited("");
    let block = "title = \"Gruppen\"\n";
    let text = story.read("meetings/spring.toml");
    let (head, releases) = text.split_at(text.find("[[release]]").unwrap());
    let dropped = BLOCK.replace(block, &format!("{block}status = \"dropped\"\n"));
    fs::write(story.path("meetings/spring.toml"), format!("{head}{dropped}\n{releases}")).unwrap();
    story.edit("meetings/spring.toml", "start = \"09:00\"", "start = \"08:30\"");
    assert_eq!(updated(&mut story), ["b-birke", "c-cedar", "ulm"]);
    lacks(&mail(&mut story, "ulm"), &["Bäume", "Wasser", "Gruppen"]);
}

#[test]
fn an_own_part_of_a_meeting_of_several_days_has_its_day() {
    let two_days = "
[[session]]
id = \"bridges\"
title = \"Brücken\"
date = 2027-04-21
start = \"09:00\"
end = \"10:00\"
people = [{ contact = \"b-birke\" }]
";
    let mut story = Story::new();
    fs::write(story.path("meetings/spring.toml"), format!("{MEETING}{two_days}")).unwrap();
    story.edit(
        "meetings/spring.toml",
        "date = 2027-04-20\n",
        "date = 2027-04-20\nend-date = 2027-04-21\nplace = \"Alte Mühle\"\n",
    );
    story.ends("outbox make invitation spring --to guest --to all -y", 1);
    story.sends("1-invitation");
    story.edit(
        "meetings/spring.toml",
        "date = 2027-04-21\nstart = \"09:00\"\nend = \"10:00\"",
        "date = 2027-04-20\nstart = \"15:00\"\nend = \"16:00\"",
    );
    assert_eq!(updated(&mut story), ["b-birke"]);
    holds(
        &mail(&mut story, "b-birke"),
        &[
            "„Brücken“ bisher: Mittwoch, 21. April 2027, 09:00–10:00 Uhr",
            "jetzt: Dienstag, 20. April 2027, 15:00–16:00 Uhr",
        ],
    );
}

#[test]
fn somebody_new_of_a_town_takes_nothing_from_the_town() {
    let mut story = invited("");
    let one = "[[contact]]\nid = \"u-neu\"\nfamily-name = \"Neu\"\ncity = \"ulm\"\nmail = \"neu@ulm.example.org\"\n\n";
    let contacts = story.read("contacts.toml");
    fs::write(story.path("contacts.toml"), format!("{one}{contacts}")).unwrap();
    let said = story.run("--today 2026-11-23 outbox make update spring -y").0;
    lacks(&said, &["withdrawal"]);
    assert_eq!(story.mails("outbox/spring/2-update"), ["u-neu"]);
    holds(&mail(&mut story, "u-neu"), &["Einladung"]);
}

#[test]
fn a_shared_mailbox_keeps_the_entry_of_who_stays() {
    let mut story = Story::new();
    story.edit("meetings/spring.toml", "hosts =", "place = \"Alte Mühle\"\nhosts =");
    story.edit("contacts.toml", "mail = \"cedar@example.org\"", "mail = \"birke@köln.example\"");
    story.ends("outbox make invitation spring --to b-birke -y", 1);
    story.sends("1-invitation");
    story.ends("--today 2026-11-23 outbox make withdrawal spring --to c-cedar --anyway -y", 1);
    assert_eq!(story.mails("outbox/spring/2-withdrawal"), ["c-cedar"]);
    lacks(&story.read("outbox/spring/2-withdrawal/c-cedar.eml"), &["text/calendar", "CANCEL"]);
    // Where nobody else counts on it, it goes.
    story.ends("--today 2026-11-24 outbox make withdrawal spring --to b-birke -y", 1);
    holds(&story.read("outbox/spring/3-withdrawal/b-birke.eml"), &["CANCEL"]);
}

#[test]
fn who_said_yes_to_one_day_is_asked_about_two() {
    let mut story = invited("");
    let replies = "[[reply]]\nperson = \"b-birke\"\nanswer = \"yes\"\nfor = 2027-04-20\n\
                   received = 2026-11-22T11:00:00+01:00\nsequence = 0\n";
    fs::create_dir_all(story.path("replies")).unwrap();
    fs::write(story.path("replies/spring.toml"), replies).unwrap();
    holds(&story.run("--today 2026-11-23 replies spring").0, &["1 person has said yes"]);
    let day = "date = 2027-04-20\n";
    story.edit("meetings/spring.toml", day, &format!("{day}end-date = 2027-04-21\n"));
    updated(&mut story);
    let told = mail(&mut story, "b-birke");
    holds(
        &told,
        &[
            "Bitte teilen Sie uns mit, ob Sie nun kommen können, auch wenn Sie schon geantwortet haben.",
        ],
    );
    lacks(&told, &["gilt weiter"]);
    let asks = story.calendar("outbox/spring/2-update/b-birke.eml", &["ATTENDEE"]).join("");
    holds(&asks, &["PARTSTAT=NEEDS-ACTION"]);
    let said = story.run("--today 2026-11-24 replies spring").0;
    lacks(&said, &["1 person has said yes"]);
    holds(&said, &["to another number of days"]);
}

#[test]
fn a_no_to_the_day_before_a_move_is_no_yes_to_the_new_one() {
    let mut story = invited(&BLOCK.replace("kind = \"workshop\"", "kind = \"talk\""));
    let replies = "[[reply]]\nperson = \"b-birke\"\nanswer = \"no\"\nfor = 2027-04-20\n\
                   received = 2026-11-22T11:00:00+01:00\nsequence = 0\n";
    fs::create_dir_all(story.path("replies")).unwrap();
    fs::write(story.path("replies/spring.toml"), replies).unwrap();
    let programme = |story: &mut Story| {
        story.run("--today 2026-11-24 programme spring --format text --lang de").0
    };
    lacks(&programme(&mut story), &["Berta Birke"]);
    story.ends("--today 2026-11-23 postpone spring --on 2027-05-04 --reason Saal -y", 1);
    holds(&programme(&mut story), &["Berta Birke, Köln (angefragt)"]);
    story.edit(
        "meetings/spring.toml",
        "people = [{ contact = \"b-birke\" }]",
        "[[session.people]]\ncontact = \"b-birke\"",
    );
    story.ends("--today 2026-11-24 speaker spring trees b-birke confirmed -y", 1);
    holds(&programme(&mut story), &["Berta Birke, Köln Wasser"]);
}

#[test]
fn what_goes_online_with_its_meeting_is_not_open() {
    let mut story = invited("");
    story.edit(
        "meetings/spring.toml",
        "title = \"Vortrag\"",
        "title = \"Vortrag\"\nplace = \"Saal\"",
    );
    story.ends("--today 2026-11-23 outbox make update spring -y", 1);
    story.sends("2-update");
    story.edit("meetings/spring.toml", "\nplace = \"Saal\"", "");
    story.edit(
        "meetings/spring.toml",
        "place = \"Alte Mühle\"",
        "online = \"https://v.example.org\"",
    );
    story.ends("--today 2026-11-24 outbox make update spring -y", 1);
    let own = story.run("outbox show spring/3-update/c-cedar.eml").0;
    holds(&own, &["before: 10:00–11:00, Saal", "now: 10:00–11:00, online"]);
    let other = story.run("outbox show spring/3-update/b-birke.eml").0;
    lacks(&other, &["jetzt offen"]);
}
