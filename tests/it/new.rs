//! `erfa new` without a dialogue: defaults, options, and what is refused.

use std::fs;

use snapbox::str;

use crate::conversation::{Conversation, ENTER, ESCAPE};
use crate::harness::Test;

fn network(command: &str) -> Test {
    Test::new(command)
        .file("network.toml", "name = \"Netz\"\nlanguage = \"en\"\n")
        .file(
            "cities.toml",
            "[[city]]\nid = \"ely\"\nname = \"Ely\"\nmember-until = 2026-12-31\n\
             [[city]]\nid = \"hove\"\nname = \"Hove\"\n[[city]]\nid = \"bath\"\nname = \"Bath Spa\"\n",
        )
        .file("venues.toml", "[[venue]]\nid = \"hall\"\nname = \"Old Hall\"\ncity = \"hove\"\n")
}

#[test]
fn options_fill_the_file() {
    network("new -y --host bath --date 2027-03-02 --start 9:30")
        .arg("--host")
        .arg("hove")
        .arg("--venue")
        .arg("Old Hall")
        .stderr(str![[r#"
meetings/2027-03-02-bath-hove.toml (new)
  id: 2027-03-02-bath-hove
  title: Meeting in Bath Spa and Hove
  status: planned
  date: Tuesday, 2 March 2027
  hosts: bath, hove
  venue: hall
  start: 9:30
  created: Sunday, 22 November 2026
Made; `erfa undo` takes it back.
`erfa add session --meeting 2027-03-02-bath-hove` puts the programme together.

"#]])
        .wrote(
            "meetings/2027-03-02-bath-hove.toml",
            str![[r##"
# A meeting. A line that begins with # explains or shows an example; without
# the # it counts.

# The key of the meeting; it stays even if date, town or file name change.
id = "2027-03-02-bath-hove"
title = "Meeting in Bath Spa and Hove"
# idea, planned, invited, held, cancelled or postponed
status = "planned"
date = 2027-03-02
# Who hosts: ids from cities.toml, several too.
hosts = ["bath", "hove"]
# Where: an id from venues.toml, or in words: place = "Town hall"
venue = "hall"
start = "9:30"
# end = "15:00"
# theme = "What the day is about"
# notices = ["Subject to change"]
created = 2026-11-22

# [registration]
# until = 2027-02-16
# how = "by mail, for apologies too"
# mail = "registration@example.org"

# The programme: the order in the file is the order of the day. Every time may
# be left out.
#
# [[session]]
# kind = "welcome"
# title = "Welcome"
# start = "09:30"
# people = [{ function = "Mayor", role = "speaker" }]
#
# [[session]]
# kind = "talk"
# title = "News from the town"
# duration = "45 min"
#
# [[session]]
# kind = "break"
# title = "Lunch"
#
# [[session]]
# kind = "tour"
# title = "Walk through the town centre"
# start = "about 14:00"
# meet-at = "Market square"

"##]],
        )
        .status(0);
}

#[test]
fn without_options_the_next_host_has_an_idea() {
    network("new -y")
        .file("meetings/2026-ely.toml", "title = \"First\"\nstatus = \"idea\"\nhosts = [\"ely\"]\n")
        .stderr(str![[r#"
meetings/2026-ely-2.toml (new)
  id: 2026-ely-2
  title: Meeting in Ely
  status: idea
  hosts: ely
  created: Sunday, 22 November 2026
Made; `erfa undo` takes it back.
`erfa confirm 2026-ely-2 --date DAY` makes it a planned meeting.

"#]])
        .status(0);
}

#[test]
fn what_is_not_known_is_named_with_what_is_near() {
    let output = network("new --host bahth --venue hull --start soon --id A --date 2027-03-02")
        .stderr(str![[r#"
error[bad-id]: `A` is not an id
 --> meetings/A.toml:5:6
  |
5 | id = "A"
  |      ^^^
  |
  = help: lower-case letters a–z, digits and single hyphens, for example `a`

error[unknown-reference]: city `bahth` is not known
  --> meetings/A.toml:11:10
   |
11 | hosts = ["bahth"]
   |          ^^^^^^^
   |
   = help: did you mean `bath`?

error[unknown-reference]: venue `hull` is not known
  --> meetings/A.toml:13:9
   |
13 | venue = "hull"
   |         ^^^^^^
   |
   = help: did you mean `hall`?

error[bad-time]: `soon` is not a time of day
  --> meetings/A.toml:14:9
   |
14 | start = "soon"
   |         ^^^^^^
   |
   = help: for example "09:30", "from 9:30", "about 14:00", "until 24:00"

4 errors

"#]])
        .status(1);
    assert!(!output.path("meetings").exists());
}

#[test]
fn nothing_is_overwritten() {
    let text = "title = \"First\"\nhosts = [\"hove\"]\ndate = 2027-03-02\n";
    network("new --host hove --date 2027-03-02")
        .file("meetings/2027-03-02-hove.toml", text)
        .stderr(str![[r#"
error[already-there]: `$DIR/meetings/2027-03-02-hove.toml` is already there
 |
 = help: nothing was overwritten; choose another name, or move the file away first


"#]])
        .wrote("meetings/2027-03-02-hove.toml", text)
        .status(1);
    network("new --host hove --date 2027-03-02 --id spring")
        .file("meetings/a.toml", &format!("id = \"spring\"\n{text}"))
        .stderr(str![[r#"
error[duplicate-id]: meeting `spring` appears twice
 --> meetings/spring.toml:5:6
  |
5 | id = "spring"
  |      ^^^^^^^^
  |
 ::: meetings/a.toml:1:6
  |
1 | id = "spring"
  |      -------- first here
  |
  = help: give one of the two another id


"#]])
        .status(1);
}

#[test]
fn a_host_that_is_no_member_is_warned_of() {
    let run = |command| network(command).run();
    let output = run("new -y --host ely --date 2027-03-02");
    assert_eq!(output.status, 0, "{}", output.stderr);
    assert!(output.stderr.contains("warning[host-not-member]: Ely is not a member on this day"));
    let output = run("new --host ely --date 2027-03-02 --strict");
    assert_eq!(output.status, 1, "{}", output.stderr);
    assert!(!output.path("meetings").exists());
}

#[test]
fn the_built_in_network_stays_as_it_is() {
    Test::new("new --yes")
        .stderr(str![[r#"
There is no workspace here (`network.toml`); the built-in network answers.
error[built-in-network]: the built-in network cannot be changed
 |
 = help: make a workspace of your own with `erfa init`, or name it with `--dir`


"#]])
        .status(1);
}

#[test]
fn a_venue_that_is_not_known_comes_with_the_meeting() {
    network("new -y --host bath --date 2027-03-02 --venue")
        .arg("Bürgersaal")
        .stderr(str![[r#"
venues.toml
  venue buergersaal (new)
    id: buergersaal
    name: Bürgersaal
    city: bath
meetings/2027-03-02-bath.toml (new)
  id: 2027-03-02-bath
  title: Meeting in Bath Spa
  status: planned
  date: Tuesday, 2 March 2027
  hosts: bath
  venue: buergersaal
  created: Sunday, 22 November 2026
Made; `erfa undo` takes it back.
`erfa add session --meeting 2027-03-02-bath` puts the programme together.

"#]])
        .wrote(
            "venues.toml",
            "[[venue]]\nid = \"hall\"\nname = \"Old Hall\"\ncity = \"hove\"\n\n\
             [[venue]]\nid = \"buergersaal\"\nname = \"Bürgersaal\"\ncity = \"bath\"\n",
        )
        .status(0);
}

#[test]
fn what_is_past_can_have_been_held() {
    let held = network("new -y --host bath --date 2026-03-02 --held").run();
    assert_eq!(held.status, 0, "{}", held.stderr);
    let meeting = std::fs::read_to_string(held.path("meetings/2026-03-02-bath.toml")).unwrap();
    assert!(meeting.contains("\nstatus = \"held\"\n"), "{meeting}");
    let ahead = network("new -y --host bath --date 2027-03-02 --held").run();
    assert_eq!(ahead.status, 1, "{}", ahead.stderr);
}

#[test]
fn a_past_day_says_nothing_of_the_turn_and_is_asked_about_later() {
    let open = network("new -y --host bath --date 2026-03-02").run();
    let way =
        "That day is past; if the meeting took place, `erfa held 2026-03-02-bath` records it.";
    assert!(open.status == 0 && open.stderr.contains(way), "{}", open.stderr);
    let ahead = network("new -y --host bath --date 2027-03-02").run();
    assert!(!ahead.stderr.contains("That day is past"), "{}", ahead.stderr);
}

#[test]
fn whoever_goes_back_finds_what_was_typed() {
    let day = "noch offen): ";
    let talk = Conversation::begin(network("new")).sees(day).types("20.4.2027\r");
    let talk = talk.sees("An der Reihe ist").sees("Hove").types("<\r");
    // The day was not the turn's to say: it lies behind us.
    let talk = talk.sees("noch offen) [20.4.2027]: ").types("1.2.2022\r");
    let talk = talk.sees("stattgefunden?").types(ENTER).sees("Gastgeberin");
    let (said, _) = talk.types(ESCAPE).ends(130);
    assert_eq!(said.matches("An der Reihe ist").count(), 1, "{said}");
}

/// Every town has a town hall of its own.
#[test]
fn a_venue_is_looked_for_in_the_town_that_hosts() {
    let venues = "[[venue]]\nid = \"rathaus\"\nname = \"Rathaus\"\ncity = \"aue\"\n\n\
                  [[venue]]\nid = \"kulturforum-aue\"\nname = \"Kulturforum\"\ncity = \"aue\"\n";
    let cities =
        "[[city]]\nid = \"aue\"\nname = \"Aue\"\n\n[[city]]\nid = \"gera\"\nname = \"Gera\"\n";
    let erfa = |command: &str| {
        let test = Test::new(command).network().file("cities.toml", cities);
        test.file("venues.toml", venues).file(
            "meetings/2027-03-02-aue.toml",
            "title = \"T\"\ndate = 2027-03-02\nhosts = [\"aue\"]\n",
        )
    };
    let made = |command: &str| {
        let output = erfa(command).run();
        assert_eq!(output.status, 0, "{command}: {}", output.stderr);
        let venues = fs::read_to_string(output.path("venues.toml")).unwrap();
        let path = output.path("meetings/2027-05-04-gera.toml");
        (venues, fs::read_to_string(path).unwrap_or_default())
    };
    let (added, meeting) = made("new --date 2027-05-04 --host gera --venue Rathaus -y");
    let new = "\n[[venue]]\nid = \"rathaus-gera\"\nname = \"Rathaus\"\ncity = \"gera\"\n";
    assert_eq!(added, format!("{venues}{new}"));
    assert!(meeting.contains("venue = \"rathaus-gera\"\n"), "{meeting}");
    // Its key says that the one elsewhere is meant.
    let (added, meeting) = made("new --date 2027-05-04 --host gera --venue rathaus -y");
    assert_eq!((added.as_str(), meeting.contains("venue = \"rathaus\"\n")), (venues, true));
    assert_eq!(made("add venue Rathaus --city gera -y").0, format!("{venues}{new}"));
    assert_eq!(erfa("add venue Rathaus --city aue -y").run().status, 1);
    let set = erfa("set 2027-03-02-aue venue Kultur -y").run();
    let text = fs::read_to_string(set.path("meetings/2027-03-02-aue.toml")).unwrap();
    assert!(text.contains("venue = \"kulturforum-aue\"\n"), "{text}{}", set.stderr);
}
