//! What status, letters and findings say of people whose answers, addresses and parts are at odds, and of
//! meetings without a day or a place.

use std::fs;

use crate::harness::Test;
use crate::outbox::story::Story;

fn with_replies(replies: &str) -> Story {
    let story = Story::new();
    fs::create_dir(story.path("replies")).unwrap();
    fs::write(story.path("replies/spring.toml"), replies).unwrap();
    story
}

#[track_caller]
pub(crate) fn holds(said: &str, wanted: &[&str]) {
    let said = said.split_whitespace().collect::<Vec<_>>().join(" ");
    for words in wanted {
        assert!(said.contains(words), "not there: {words}\n{said}");
    }
}

#[track_caller]
pub(crate) fn lacks(said: &str, unwanted: &[&str]) {
    for words in unwanted {
        assert!(!said.contains(words), "there: {words}\n{said}");
    }
}

#[test]
fn a_speaker_who_says_no_is_announced_to_nobody() {
    let no = "[[reply]]\nperson = \"c-cedar\"\nanswer = \"no\"\nfor = 2027-04-20\n";
    let mut story = with_replies(no);
    let (said, status) = story.run("check");
    assert_eq!(status, 0);
    holds(
        &said,
        &[
            "warning[speaker-absent]: `Chris Cedar` has said no to the day, but still has a part in `Vortrag`",
        ],
    );
    for command in [
        "programme spring --format text",
        "programme spring --format ics",
        "write press spring --format text",
        "write invitation spring --to b-birke --format text",
        "write confirmation spring --to b-birke --format text",
    ] {
        lacks(&story.run(command).0.replace("`Chris Cedar` has", ""), &["Cedar"]);
    }
    let run_sheet = story.run("programme spring --edition run-sheet --lang en --format text").0;
    holds(&run_sheet, &["Cedar (unable to come)"]);
    holds(&story.run("status").0, &["Declined, nobody in their place yet: Chris Cedar (Vortrag)"]);
    let (said, status) = story.run("write speaker-sheet spring --to all");
    assert_eq!(status, 1);
    holds(&said, &["error[nobody-concerned]"]);
    // Once that is recorded, nothing is left to ask.
    story.ends("speaker spring talk cedar declined -y", 1);
    lacks(&story.run("check").0, &["speaker-absent"]);
    holds(&story.read("meetings/spring.toml"), &["status = \"dropped\""]);
}

#[test]
fn an_answer_to_another_day_takes_no_speaker_away() {
    let no = "[[reply]]\nperson = \"c-cedar\"\nanswer = \"no\"\nfor = 2027-03-20\n";
    let mut story = with_replies(no);
    story.edit(
        "meetings/spring.toml",
        "hosts = [\"ulm\"]\n",
        "hosts = [\"ulm\"]\n[[history]]\nchanged = 2026-11-01\ndate = 2027-03-20\nreason = \"Umbau\"\n",
    );
    lacks(&story.run("check").0, &["speaker-absent"]);
    holds(&story.run("programme spring --format text").0, &["Chris Cedar"]);
    // Nor does one of somebody of the same name.
    let no = "[[reply]]\nperson = \"c-cedar\"\nanswer = \"no\"\nfor = 2027-04-20\n";
    let mut story = with_replies(no);
    story.edit("meetings/spring.toml", "contact = \"c-cedar\"", "name = \"Chris Cedar\"");
    holds(&story.run("check").0, &["speaker-absent"]);
    let double = "\n[[contact]]\nid = \"other\"\ngiven-name = \"Chris\"\nfamily-name = \"Cedar\"\n";
    let contacts = story.read("contacts.toml") + double;
    fs::write(story.path("contacts.toml"), contacts).unwrap();
    lacks(&story.run("check").0, &["speaker-absent"]);
}

#[test]
fn a_mail_to_an_address_tells_of_the_parts_of_all_who_read_it() {
    let mut story = Story::new();
    story.edit("contacts.toml", "cedar@example.org", "birke@köln.example");
    story.ends("outbox make invitation spring --to guest -y", 1);
    story.sends("1-invitation");
    story.edit("meetings/spring.toml", "10:00", "10:30");
    story.edit("meetings/spring.toml", "11:00", "11:30");
    let said = story.ends("outbox make update spring -y", 99);
    holds(&said, &["Birke", "changed: “Vortrag”"]);
    assert_eq!(story.mails("outbox/spring/2-update"), ["b-birke"]);
}

#[test]
fn whoever_has_a_part_is_not_told_that_the_meeting_does_without_them() {
    let mut story = Story::new();
    story.edit(
        "contacts.toml",
        "groups = [\"guest\"]\n\n[[contact]]\nid = \"d",
        "groups = [\"guest\"]\ncity = \"koeln\"\n\n[[contact]]\nid = \"d",
    );
    story.ends("outbox make invitation spring --to guest -y", 1);
    story.sends("1-invitation");
    story.edit("cities.toml", "name = \"Köln\"", "name = \"Köln\"\nmember-until = 2027-01-31");
    let said = story.ends("outbox make update spring -y", 99);
    holds(
        &said,
        &["Still expected is Chris Cedar: no longer chosen, but with a part in the programme"],
    );
    assert_eq!(story.mails("outbox/spring/2-update"), ["b-birke"]);
    holds(&story.read("outbox/spring/2-update/run.toml"), &["kind = \"withdrawal\""]);
}

#[test]
fn status_names_the_mails_that_wait_and_advises_nothing_that_is_made() {
    let mut story = Story::new();
    story.ends("outbox make invitation spring --to guest -y", 1);
    story.sends("1-invitation");
    story.ends("cancel spring --reason Hochwasser -y", 1);
    holds(
        &story.run("status").0,
        &["`erfa outbox make update spring` tells those whom it concerns"],
    );
    story.ends("outbox make update spring -y", 1);
    let said = story.run("status").0;
    holds(
        &said,
        &[
            "2 mails wait in spring/2-update (cancellation), `erfa send spring/2-update` sends them.",
        ],
    );
    lacks(&said, &["make update"]);
    holds(&story.run("status --json").0, &["\"run\": \"spring/2-update\", \"number\": 2"]);
    story.sends("2-update");
    lacks(&story.run("status").0, &["2-update"]);
}

#[test]
fn nobody_answers_a_meeting_without_a_day() {
    let mut story = Story::new();
    story.ends("outbox make invitation spring --to guest -y", 1);
    story.sends("1-invitation");
    story.ends("postpone spring --reason Hochwasser -y", 1);
    let (said, status) = story.run("replies set birke yes spring -y");
    assert_eq!(status, 1, "{said}");
    holds(&said, &["the meeting has no day that anybody could answer"]);
    fs::write(story.path("in.csv"), "E-Mail;Antwort\nbirke@köln.example;ja\n").unwrap();
    let said = story.run("replies read in.csv --meeting spring -y").0;
    holds(&said, &["the meeting has no day that anybody could answer"]);
    // What stands there already counts for no day, either.
    fs::create_dir_all(story.path("replies")).unwrap();
    let yes = "[[reply]]\nperson = \"b-birke\"\nanswer = \"yes\"\nreceived = 2026-11-23\n";
    fs::write(story.path("replies/spring.toml"), yes).unwrap();
    lacks(&story.run("status").0, &["1 yes"]);
}

#[test]
fn nobody_looks_for_the_venue_of_a_meeting_online() {
    let mut story = Story::new();
    let late = "--today 2027-03-30 status";
    holds(&story.run(late).0, &["erfa set spring venue …"]);
    story.edit("meetings/spring.toml", "hosts", "online = \"https://v.example.org/\"\nhosts");
    lacks(&story.run(late).0, &["erfa set spring venue"]);
    // Where it was somewhere before, the letter says where it is now.
    let mut story = Story::new();
    story.edit("meetings/spring.toml", "hosts", "place = \"Rathaus\"\nhosts");
    story.ends("outbox make invitation spring --to guest -y", 1);
    story.sends("1-invitation");
    story.edit(
        "meetings/spring.toml",
        "place = \"Rathaus\"",
        "online = \"https://v.example.org/\"",
    );
    story.ends("outbox make update spring -y", 1);
    holds(
        &story.run("outbox show spring/2-update/b-birke.eml").0,
        &["bisher: Rathaus", "jetzt: online"],
    );
}

#[test]
fn whoever_comes_sends_nobody_instead() {
    let mut story = Story::new();
    let (said, status) = story.run("replies set birke yes spring --substitute Chloe -y");
    assert_eq!(status, 1, "{said}");
    holds(&said, &["whoever comes sends nobody instead; who comes along belongs to `--with`"]);
    fs::write(story.path("in.csv"), "E-Mail;Antwort;Vertretung\nbirke@köln.example;ja;Elsa Thal\n")
        .unwrap();
    let said = story.run("replies read in.csv --meeting spring -y").0;
    holds(&said, &["says yes and yet names who comes instead"]);
    assert!(!story.path("replies/spring.toml").exists());
}

#[test]
fn nobody_owed_anything_before_the_meeting_at_which_it_was_agreed() {
    let mut story = Story::new();
    fs::create_dir(story.path("minutes")).unwrap();
    let minutes = "# Frühjahr\n\nAction: Ulm – list of grants – by 1 March 2027\n";
    fs::write(story.path("minutes/spring.md"), minutes).unwrap();
    let said = story.run("--today 2027-05-01 check").0;
    holds(
        &said,
        &[
            "warning[unclear-action]: this would be to do before the meeting at which it was agreed: `1 March 2027`",
        ],
    );
    lacks(&story.run("--today 2027-05-01 actions").0, &["grants"]);
}

#[test]
fn another_name_is_told_by_both_names() {
    let mut story = Story::new();
    story.ends("outbox make invitation spring --to guest -y", 1);
    story.sends("1-invitation");
    story.edit("meetings/spring.toml", "title = \"Vortrag\"", "title = \"Gespräch\"");
    story.ends("outbox make update spring -y", 1);
    holds(
        &story.run("outbox show spring/2-update/c-cedar.eml").0,
        &["before: “Vortrag”, 10:00–11:00", "now: “Gespräch”, 10:00–11:00"],
    );
}

const PARALLEL: &str = r#"title = "Treffen"
date = 2027-04-20
start = "10:00"
hosts = ["aue"]
[[session]]
id = "p"
kind = "parallel"
title = "Nebeneinander"
start = "10:00"
end = "11:00"
[[session]]
in = "p"
title = "A"
place = "Saal"
[[session]]
in = "p"
title = "B"
start = "10:00"
end = "11:00"
place = "Saal"
[[session]]
in = "p"
title = "C"
start = "10:30"
end = "11:30"
place = "Rathaus"
[[session]]
title = "D"
start = "11:30"
end = "12:00"
"#;

#[test]
fn a_block_goes_on_as_long_as_anything_in_it() {
    let check = |meeting: &str| {
        let test = Test::new("check").file("network.toml", "name = \"Netz\"\nregion = \"DE-TH\"\n");
        let test = test.file("cities.toml", "[[city]]\nid = \"aue\"\nname = \"Aue\"\n");
        test.file("meetings/a.toml", meeting).run().stdout
    };
    let said = check(PARALLEL);
    lacks(&said, &["warning[gap]"]);
    holds(&said, &["warning[overrun]", "30 min before `C` can end", "warning[room-twice]"]);
    // Two rooms of one house are no room, and what ends with its block leaves a gap.
    let said = check(
        &PARALLEL.replace("\"Saal\"", "\"Rathaus\"").replace("end = \"11:30\"", "end = \"11:00\""),
    );
    lacks(&said, &["warning[overrun]", "warning[room-twice]"]);
    holds(&said, &["warning[gap]"]);
}

#[test]
fn all_who_hosted_together_were_the_last_hosts() {
    let test =
        Test::new("next-host --why").file("network.toml", "name = \"Netz\"\nregion = \"DE-TH\"\n");
    let cities = "[[city]]\nid = \"aue\"\nname = \"Aue\"\n[[city]]\nid = \"bach\"\nname = \"Bach\"\n\
                  [[city]]\nid = \"cronfeld\"\nname = \"Cronfeld\"\n";
    let meeting =
        "title = \"T\"\ndate = 2026-03-10\nstatus = \"held\"\nhosts = [\"aue\", \"bach\"]\n";
    let said = test.file("cities.toml", cities).file("meetings/a.toml", meeting).run().stdout;
    holds(&said, &["Last hosts before: Aue and Bach, 2026-03-10"]);
}

#[test]
fn a_day_with_nothing_says_so() {
    let mut story = Story::new();
    story.edit(
        "meetings/spring.toml",
        "start = \"09:00\"\nend = \"16:00\"\n",
        "end-date = 2027-04-22\n",
    );
    let text = story.read("meetings/spring.toml")
        + "\n[[session]]\ntitle = \"Ausklang\"\ndate = 2027-04-22\nstart = \"10:00\"\n";
    fs::write(story.path("meetings/spring.toml"), text).unwrap();
    let said = story.run("programme spring --lang de --format text").0;
    holds(&said, &["Mittwoch, 21. April 2027: ohne öffentliche Programmpunkte"]);
    let said = story.run("programme spring --lang en --edition run-sheet --format text").0;
    holds(&said, &["Wednesday, 21 April 2027: no items"]);
}

#[test]
fn who_comes_instead_has_not_said_no() {
    let mut story = with_replies(
        "[[reply]]\nperson = \"b-birke\"\nanswer = \"no\"\nsubstitute = \"Chris Cedar\"\n\
         [[reply]]\nperson = \"c-cedar\"\nanswer = \"no\"\n",
    );
    lacks(&story.run("replies spring").0, &["Chris Cedar for"]);
    let found = "warning[company-declined]: these answers name, as a companion or a substitute, who said no \
                 themselves: `b-birke` (Chris Cedar)";
    holds(&story.run("check").0, &[found]);
    story.edit(
        "replies/spring.toml",
        "person = \"c-cedar\"\nanswer = \"no\"",
        "person = \"c-cedar\"\nanswer = \"yes\"",
    );
    lacks(&story.run("check").0, &["company-declined"]);
    holds(&story.run("replies spring").0, &["Chris Cedar for Berta Birke"]);
    story.edit(
        "replies/spring.toml",
        "person = \"b-birke\"\nanswer = \"no\"",
        "person = \"b-birke\"\nanswer = \"yes\"",
    );
    let found = "warning[yes-with-substitute]: these answers say yes and yet name who comes instead: `b-birke`";
    holds(&story.run("check").0, &[found]);
}

#[test]
fn a_registration_that_outlasts_the_meeting_is_told_with_the_invitation() {
    let mut story = Story::new();
    let late = "hosts = [\"ulm\"]\nregistration = { until = 2027-04-22 }";
    story.ends("check", 1);
    story.edit("meetings/spring.toml", "hosts = [\"ulm\"]", late);
    let found = "warning[odd-moment]: `invitation` probably does not fit now: the last day of registration is after the meeting";
    for command in
        ["invite spring --to guest", "outbox make invitation spring --to guest --dry-run"]
    {
        holds(&story.ends(command, 80), &[found]);
    }
    let meant = "registration = { until = 2027-04-22 }\nacknowledge = [{ code = \"registration-late\", \
                 reason = \"der Mitschnitt\" }]";
    story.edit("meetings/spring.toml", "registration = { until = 2027-04-22 }", meant);
    lacks(&story.ends("invite spring --to guest", 80), &["odd-moment"]);
}

#[test]
fn a_day_that_no_letter_tells_invites_nobody() {
    let mut story = Story::new();
    story.edit(
        "meetings/spring.toml",
        "date = 2027-04-20\n",
        "date = 2027-04-20\ndate-text = \"Ende April 2027\"\n",
    );
    let (said, status) = story.run("invite spring --to b-birke");
    assert_eq!(status, 1, "{said}");
    holds(&said, &["error[not-ready]", "the day is missing"]);
    let (said, status) = story.run("outbox make invitation spring --to b-birke --anyway -y");
    assert_eq!(status, 0, "{said}");
    let mail = story.read("outbox/spring/1-invitation/b-birke.eml");
    holds(&mail, &["Ende April 2027"]);
    let calendar = story.run("programme spring --format ics").0;
    holds(&calendar, &["STATUS:TENTATIVE", "DTSTART;VALUE=DATE:20270420"]);
}
