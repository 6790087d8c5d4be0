//! What people hear now because it is theirs to know, and what whoever hears for the first time is not told.

use std::fs;

use super::story::Story;
use crate::truths::{holds, lacks};

const MAYOR: &str = "\n[[contact]]\nid = \"m-mohn\"\ngiven-name = \"Mara\"\nfamily-name = \"Mohn\"\n\
                     city = \"ulm\"\nmail = \"mohn@example.org\"\ngroups = [\"guest\"]\n";

fn invited() -> Story {
    invited_to("")
}

/// All have the invitation to the meeting with these further items.
fn invited_to(items: &str) -> Story {
    let mut story = Story::new();
    let meeting = story.read("meetings/spring.toml") + items;
    fs::write(story.path("meetings/spring.toml"), meeting).unwrap();
    let contacts = story.read("contacts.toml") + MAYOR;
    fs::write(story.path("contacts.toml"), contacts).unwrap();
    story.edit("meetings/spring.toml", "hosts =", "place = \"Alte Mühle\"\nhosts =");
    story.ends("outbox make invitation spring --to guest -y", 1);
    story.sends("1-invitation");
    story
}

fn guest(story: &Story, id: &str) {
    let contacts = story.read("contacts.toml");
    let guest = format!(
        "\n[[contact]]\nid = \"{id}\"\nfamily-name = \"Neu\"\nlanguage = \"en\"\nmail = \"{id}@example.org\"\n"
    );
    fs::write(story.path("contacts.toml"), contacts + &guest).unwrap();
}

#[test]
fn whoever_is_of_the_old_or_the_new_host_hears_that_another_hosts() {
    let mut story = invited();
    story.edit("meetings/spring.toml", "hosts = [\"ulm\"]", "hosts = [\"koeln\"]");
    let said = story.ends("outbox make update spring -y", 99);
    holds(&said, &["Berta Birke", "Mara Mohn", "changed: Host"]);
    assert_eq!(story.mails("outbox/spring/2-update"), ["b-birke", "m-mohn"]);
    let mail = story.run("outbox show spring/2-update/m-mohn.eml").0;
    holds(&mail, &["Gastgeber bisher: Ulm jetzt: Köln"]);
    // To everybody else it is nothing that they must know at once; with the next mail they hear it.
    story.sends("2-update");
    story.edit("meetings/spring.toml", "\"Alte Mühle\"", "\"Neue Mühle\"");
    story.ends("outbox make update spring -y", 1);
    holds(
        &story.run("outbox show spring/3-update/c-cedar.eml").0,
        &["Host before: Ulm now: Köln", "now: Neue Mühle"],
    );
    lacks(&story.run("outbox show spring/3-update/m-mohn.eml").0, &["Gastgeber"]);
}

#[test]
fn the_reason_of_a_cancellation_is_no_reason_to_take_place() {
    let mut story = invited();
    story.ends("cancel spring --reason Hochwasser -y", 1);
    story.ends("outbox make update spring -y", 1);
    story.sends("2-update");
    holds(&story.run("outbox show spring/2-update/b-birke.eml").0, &["Grund Hochwasser"]);
    story.ends("set spring status planned -y", 1);
    holds(
        &story.run("check").0,
        &[
            "warning[idle-reason]: the meeting is neither cancelled nor postponed (`status = \"planned\"`)",
            "erfa set MEETING --remove reason",
        ],
    );
    story.ends("outbox make update spring -y", 1);
    let mail = story.run("outbox show spring/3-update/b-birke.eml").0;
    holds(
        &mail,
        &[
            "findet entgegen unserer Absage doch statt, und zwar am Dienstag, dem 20. April 2027, in Ulm.",
        ],
    );
    lacks(&mail, &["Hochwasser", "Grund"]);
    lacks(&story.run("outbox show spring/3-update/c-cedar.eml").0, &["Hochwasser", "Reason"]);
    lacks(&story.run("programme spring --format text").0, &["Hochwasser"]);
    story.ends("set spring --remove reason -y", 1);
    lacks(&story.run("check").0, &["idle-reason"]);
}

const HOUSES: &str = "[[venue]]\nid = \"rathaus\"\nname = \"Rathaus\"\ncity = \"ulm\"\n\
                      room = [{ id = \"stube\", name = \"Ratsstube\" }]\n\
                      [[venue]]\nid = \"kurhaus\"\nname = \"Kurhaus\"\ncity = \"ulm\"\n";

#[test]
fn another_venue_makes_no_name_of_the_key_of_a_room() {
    let mut story = Story::new();
    fs::write(story.path("venues.toml"), HOUSES).unwrap();
    story.edit("meetings/spring.toml", "hosts =", "venue = \"rathaus\"\nhosts =");
    story.edit("meetings/spring.toml", "end = \"11:00\"", "end = \"11:00\"\nplace = \"stube\"");
    story.ends("outbox make invitation spring --to guest -y", 1);
    story.sends("1-invitation");
    lacks(&story.run("check").0, &["room-elsewhere"]);
    let said = story.ends("set spring venue kurhaus -y", 99);
    let finding = "warning[room-elsewhere]: `stube` is a room of `Rathaus`, not of `Kurhaus`";
    holds(&said, &[finding]);
    holds(&story.run("check").0, &[finding]);
    holds(&story.run("programme spring --format text").0, &["Ratsstube"]);
    lacks(&story.run("programme spring --format text").0, &["stube, ", " stube"]);
    story.ends("outbox make update spring -y", 1);
    for mail in ["b-birke", "c-cedar"] {
        let mail = story.run(&format!("outbox show spring/2-update/{mail}.eml")).0;
        holds(&mail, &["Kurhaus"]);
        lacks(&mail, &["stube"]);
    }
}

#[test]
fn whoever_is_invited_first_hears_of_no_other_day_and_of_nothing_given_up() {
    let swap = "\n[[session]]\nid = \"swap\"\ntitle = \"Tauschbörse\"\nstart = \"12:00\"\nend = \"12:30\"\n";
    let mut story = invited_to(swap);
    story.edit("meetings/spring.toml", "end = \"12:30\"", "end = \"12:30\"\nstatus = \"dropped\"");
    story.ends("--today 2026-11-24 postpone spring --to 2027-05-04 --reason Umbau -y", 1);
    story.ends("--today 2026-11-24 outbox make update spring -y", 1);
    story.sends("2-update");
    guest(&story, "n-neu");
    story.ends("--today 2026-11-25 outbox make invitation spring --to n-neu -y", 1);
    let file = "outbox/spring/3-invitation/n-neu.eml";
    let mail = story.run("outbox show spring/3-invitation/n-neu.eml").0;
    holds(&mail, &["Tuesday, 4 May 2027", "Please let us know whether you can come."]);
    lacks(&mail, &["Umbau", "20 April", "Tauschbörse", "postponed"]);
    let calendar = story.calendar(file, &["DESCRIPTION", "SUMMARY"]).join("\n");
    lacks(&calendar, &["Umbau", "20 April", "Tauschbörse", "ostponed"]);
    // Whoever knew the day before reads of both.
    let mail = story.run("outbox show spring/2-update/c-cedar.eml").0;
    holds(&mail, &["Previous date Tuesday, 20 April 2027", "Reason Umbau", "Tauschbörse"]);
}

#[test]
fn an_answer_to_a_day_that_went_is_asked_for_again_when_one_is_found() {
    let mut story = invited();
    story.ends("--today 2026-11-24 postpone spring --reason Umbau -y", 1);
    story.ends("--today 2026-11-24 outbox make update spring -y", 1);
    story.sends("2-update");
    let mail = story.run("outbox show spring/2-update/b-birke.eml").0;
    // Where it will be, nobody knows without a day.
    lacks(&mail, &["Alte Mühle", "Anmeldeschluss"]);
    story.ends("--today 2026-11-25 postpone spring --to 2027-05-04 --reason gefunden -y", 1);
    story.ends("--today 2026-11-25 outbox make update spring -y", 1);
    holds(
        &story.run("outbox show spring/3-update/b-birke.eml").0,
        &[
            "Bitte sagen Sie uns, ob Sie kommen, auch wenn Sie für den bisherigen Termin schon geantwortet haben.",
        ],
    );
    holds(
        &story.run("outbox show spring/3-update/c-cedar.eml").0,
        &["even if you have answered for the previous date"],
    );
}

#[test]
fn an_invitation_asks_for_an_answer_and_names_the_network_to_strangers() {
    let mut story = Story::new();
    let letter = |story: &mut Story, who: &str| {
        story.run(&format!("write invitation spring --to {who} --format text")).0
    };
    holds(
        &letter(&mut story, "b-birke"),
        &["zu unserem Treffen „Frühjahr“", "Bitte sagen Sie uns, ob Sie kommen."],
    );
    holds(&letter(&mut story, "c-cedar"), &["to the meeting “Frühjahr” of the network “Netz”"]);
    story.edit("meetings/spring.toml", "hosts =", "registration = { until = 2027-04-01 }\nhosts =");
    let mail = letter(&mut story, "c-cedar");
    holds(
        &mail,
        &["Please register by Thursday, 1 April 2027, and let us know even if you cannot come."],
    );
    lacks(&mail, &["whether you can come"]);
}

#[test]
fn a_mail_of_the_minutes_brings_the_minutes() {
    let mut story = invited();
    fs::create_dir(story.path("minutes")).unwrap();
    let minutes = "# Protokoll\n\nWir bauen ein Dach.\n";
    fs::write(story.path("minutes/spring.md"), minutes).unwrap();
    story.ends("--today 2027-04-22 outbox make minutes spring --to b-birke -y", 1);
    let mail = story.run("outbox show spring/2-minutes/b-birke.eml").0;
    holds(&mail, &["Wir bauen ein Dach."]);
    lacks(&mail, &["____", "Protokollführung"]);
    // On paper it stays the form.
    holds(&story.run("--today 2027-04-22 write minutes spring --format text").0, &["____"]);
}

#[test]
fn a_document_goes_by_its_own_word_whatever_it_was_called() {
    let mut story = Story::new();
    story.ends("outbox make einladung spring --to guest -y", 1);
    story.sends("1-invitation");
    let said = story.ends("outbox make update spring -y", 99);
    lacks(&said, &["withdrawal", "no longer chosen"]);
    holds(&said, &["Nobody must be told anything"]);
}
