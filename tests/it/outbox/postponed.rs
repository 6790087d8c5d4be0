//! `erfa outbox make update` after `erfa postpone`: the old day and the reason are told.

use snapbox::str;

use super::story::Story;
use crate::harness::same;

fn update(day: &str) -> String {
    format!("--today {day} outbox make update spring --yes")
}

/// The kinds of mails in a run.
fn kinds(story: &Story, run: &str) -> Vec<String> {
    let record = story.read(&format!("outbox/spring/{run}/run.toml"));
    record.lines().filter_map(|line| line.strip_prefix("kind = ")).map(str::to_owned).collect()
}

#[test]
fn a_meeting_without_a_day_is_postponed_and_then_anew() {
    let mut story = Story::new();
    story.ends("outbox make invitation spring --to guest --yes", 1);
    story.sends("1-invitation");
    story.ends("--today 2026-11-23 postpone spring --reason Hochwasser --yes", 1);
    // A new guest is not invited to what has no day.
    let contacts = story.read("contacts.toml");
    let guest = "[[contact]]\nid = \"e-erle\"\nfamily-name = \"Erle\"\n\
                 mail = \"erle@example.org\"\ngroups = [\"guest\"]\n";
    std::fs::write(story.path("contacts.toml"), contacts + guest).unwrap();
    story.ends(&update("2026-11-24"), 1);
    assert_eq!(story.mails("outbox/spring/2-update"), ["b-birke", "c-cedar"]);
    assert_eq!(kinds(&story, "2-update"), ["\"postponement\"", "\"postponement\""]);
    same(
        &story.ends("outbox show spring/2-update/c-cedar.eml", 30),
        str![[r#"
From: Hanna Eiche <netz@example.org>
To: Chris Cedar <cedar@example.org>
Subject: Postponed: Werkstatt in Ulm
Attached: invite.ics (2 kB)

Dear Chris Cedar,

Our meeting is postponed. We will let you know the new date as soon as
it is settled.

Frühjahr

Previous date  Tuesday, 20 April 2027
New date       still to be announced
Reason         Hochwasser

Yours sincerely

Hanna Eiche
Stadt Ulm
netz@example.org
"#]],
    );
    let calendar =
        story.calendar("outbox/spring/2-update/c-cedar.eml", &["METHOD", "SEQUENCE", "STATUS"]);
    assert_eq!(calendar, ["METHOD:CANCEL", "STATUS:CANCELLED", "SEQUENCE:1"]);
    story.sends("2-update");
    assert!(story.ends(&update("2026-11-25"), 1).starts_with("Nobody must be told"));

    // With a day everybody is invited.
    story.ends("--today 2026-11-26 postpone spring --on 2027-05-04 --reason Ersatz --yes", 1);
    story.ends(&update("2026-11-26"), 1);
    assert_eq!(story.mails("outbox/spring/3-update"), ["b-birke", "c-cedar", "e-erle"]);
    assert_eq!(kinds(&story, "3-update"), ["\"invitation\""; 3]);
    // Who waited reads why, of both steps; who never knew another day reads of none.
    same(
        &story.ends("outbox show spring/3-update/c-cedar.eml", 31),
        str![[r#"
From: Hanna Eiche <netz@example.org>
To: Chris Cedar <cedar@example.org>
Subject: New date: Werkstatt on 4 May 2027 in Ulm
Attached: invite.ics (2 kB)
Attached: programme

Dear Chris Cedar,

Our meeting has a new date: Tuesday, 4 May 2027. We cordially invite
you. Please let us know whether you can come, even if you have answered
for the previous date.

Frühjahr

Reason           Hochwasser; Ersatz
When             Tuesday, 4 May 2027, 09:00–16:00
Planned before   Tuesday, 20 April 2027
Host             Ulm
Planned for you  “Vortrag” (10:00–11:00)

Programme
---------

10:00–11:00  Vortrag
             Chris Cedar

Yours sincerely

Hanna Eiche
Stadt Ulm
netz@example.org
"#]],
    );
    same(
        &story.ends("outbox show spring/3-update/e-erle.eml", 30),
        str![[r#"
From: Hanna Eiche <netz@example.org>
To: Erle <erle@example.org>
Subject: Einladung: Werkstatt am 04.05.2027 in Ulm
Attached: invite.ics (2 kB)
Attached: programm

Guten Tag,

wir laden Sie herzlich zum Treffen „Frühjahr“ des Netzwerks „Netz“ am
Dienstag, dem 4. Mai 2027, in Ulm ein.

Frühjahr

Wann         Dienstag, 4. Mai 2027, 09:00–16:00 Uhr
Gastgeberin  Ulm

Programm
--------

10:00–11:00 Uhr  Vortrag
                 Chris Cedar

Bitte sagen Sie uns, ob Sie kommen.

Mit freundlichen Grüßen

Hanna Eiche
Stadt Ulm
netz@example.org
"#]],
    );
}

#[test]
fn who_waits_for_a_day_may_be_invited_by_hand() {
    let mut story = Story::new();
    let invite = "outbox make invitation spring --to b-birke --yes";
    story.ends(invite, 1);
    story.sends("1-invitation");
    story.ends("--today 2026-11-23 postpone spring --reason Hochwasser --yes", 1);
    story.ends(&update("2026-11-24"), 1);
    story.ends("--today 2026-11-26 postpone spring --on 2027-05-04 --reason Ersatz --yes", 1);
    let invite = format!("--today 2026-11-26 {invite}");
    story.ends(&invite, 1);
    assert_eq!(story.mails("outbox/spring/3-invitation"), ["b-birke"]);
    story.ends(&invite, 1);
    assert!(!story.path("outbox/spring/4-invitation").exists());
}

#[test]
fn another_day_comes_with_its_reason() {
    let mut story = Story::new();
    story.ends("outbox make invitation spring --to b-birke --yes", 1);
    story.sends("1-invitation");
    story.ends("--today 2026-11-23 postpone spring --on 2027-05-04 --reason Hochwasser --yes", 1);
    story.ends(&update("2026-11-24"), 1);
    assert_eq!(kinds(&story, "2-update"), ["\"postponement\""]);
    same(
        &story.ends("outbox show spring/2-update/b-birke.eml", 30),
        str![[r#"
From: Hanna Eiche <netz@example.org>
To: Berta Birke <birke@xn--kln-sna.example>
Subject: Neuer Termin: Werkstatt am 04.05.2027 in Ulm
Attached: invite.ics (2 kB)
Attached: programm

Sehr geehrte Frau Birke,

unser Treffen ist verschoben und hat einen neuen Termin.

Frühjahr

Bisheriger Termin  Dienstag, 20. April 2027
Neuer Termin       Dienstag, 4. Mai 2027, 09:00–16:00 Uhr
Wo                 Ulm
Grund              Hochwasser

Bitte teilen Sie uns mit, ob Sie zum neuen Termin kommen können, auch
wenn Sie für den bisherigen schon geantwortet haben.

Mit freundlichen Grüßen

Hanna Eiche
Stadt Ulm
netz@example.org
"#]],
    );
    let calendar = story.calendar("outbox/spring/2-update/b-birke.eml", &["METHOD", "SEQUENCE"]);
    assert_eq!(calendar, ["METHOD:REQUEST", "SEQUENCE:1"]);
    // Of another hour on that day they hear as of any change.
    story.edit("meetings/spring.toml", "start = \"09:00\"", "start = \"08:30\"");
    story.ends(&update("2026-11-25"), 1);
    assert_eq!(kinds(&story, "3-update"), ["\"change\""]);
}

#[test]
fn who_missed_a_postponement_reads_of_the_day_that_they_know() {
    let mut story = Story::new();
    story.ends("outbox make invitation spring --to b-birke --yes", 1);
    story.sends("1-invitation");
    story.ends("--today 2026-11-23 postpone spring --on 2027-05-04 --reason Hochwasser --yes", 1);
    story.ends("--today 2026-11-24 postpone spring --reason Umbau --yes", 1);
    story.ends(&update("2026-11-25"), 1);
    assert_eq!(kinds(&story, "2-update"), ["\"postponement\""]);
    let mail = story.ends("outbox show spring/2-update/b-birke.eml", 30);
    assert!(mail.contains("20. April 2027") && mail.contains("Umbau"), "{mail}");
}

#[test]
fn a_cancellation_names_to_each_reader_the_day_that_they_know() {
    let mut story = Story::new();
    story.ends("outbox make invitation spring --to c-cedar --yes", 1);
    story.ends("outbox settle -y spring/1-invitation --as sent", 1);
    story.ends("postpone spring --on 2027-05-11 --reason Umbau --yes", 1);
    // Only the town hears of the new day.
    story.ends("outbox make invitation spring --to ulm --yes", 1);
    story.ends("outbox settle -y spring/2-invitation --as sent", 1);
    story.ends("cancel spring --reason Sturm --yes", 1);
    story.ends("outbox make update spring --yes", 1);
    let mut days = Vec::new();
    for person in ["c-cedar", "ulm"] {
        let shown = story.run(&format!("outbox show spring/3-update/{person}.eml")).0;
        let names_day = |line: &&str| line.contains("2027") || line.contains("May ");
        days.extend(shown.lines().filter(names_day).map(str::to_owned));
        days.push(String::new());
    }
    same(
        &days.join("\n"),
        str![[r#"
Subject: Cancelled: Werkstatt on 20 April 2027 in Ulm
We are sorry to say that our meeting on Tuesday, 20 April 2027, will not

Subject: Absage: Werkstatt am 11.05.2027 in Ulm
unser Treffen am Dienstag, dem 11. Mai 2027, findet leider nicht statt.

"#]],
    );
    // A letter says the same, and so does a second one.
    for (person, day) in [("c-cedar", "20 April 2027"), ("ulm", "11. Mai 2027")] {
        let letter = story.run(&format!("write cancellation spring --to {person}")).0;
        assert!(letter.replace('\n', " ").contains(day), "{letter}");
    }
    // Calendars strike out what they hold, whatever day it was.
    let entry = |story: &Story, person: &str| {
        story.calendar(&format!("outbox/spring/3-update/{person}.eml"), &["METHOD", "SEQUENCE"])
    };
    assert_eq!(entry(&story, "c-cedar"), ["METHOD:CANCEL", "SEQUENCE:2"]);
    assert_eq!(entry(&story, "ulm"), ["METHOD:CANCEL", "SEQUENCE:2"]);
}

/// A day on which a meeting was to be for a while, and of which nobody ever heard, is nothing to readers.
#[test]
fn a_day_that_was_never_given_out_is_told_to_nobody() {
    let mut story = Story::new();
    story.ends("outbox make invitation spring --to b-birke --yes", 1);
    story.sends("1-invitation");
    story.ends("--today 2026-11-23 postpone spring --on 2027-05-04 --reason Umbau --yes", 1);
    let (moved, _) = story.run("--lang de programme spring");
    let told = "Zuvor geplant  Dienstag, 20. April 2027";
    assert!(moved.contains("verschoben: Umbau") && moved.contains(told), "{moved}");
    // Of two days on the way the one counts that was given out.
    story.ends("--today 2026-11-24 postpone spring --on 2027-05-11 --reason Messe --yes", 1);
    let (moved, _) = story.run("--lang de programme spring");
    assert!(moved.contains(told) && !moved.contains("4. Mai"), "{moved}");
    story.ends("--today 2026-11-25 postpone spring --on 2027-04-20 --reason Doch --yes", 1);
    for command in ["programme spring", "write invitation spring", "write save-the-date spring"] {
        let (back, status) = story.run(&format!("--lang de {command}"));
        assert_eq!(status, 0, "{back}");
        for word in ["verschoben", "Zuvor", "Doch", "Mai", "Neuer Termin"] {
            assert!(!back.contains(word), "{command}: {back}");
        }
    }
    let (said, status) = story.run("write postponement spring");
    let is_back = said.contains("the meeting is back on the day that was given out");
    assert_eq!((status, is_back), (1, true), "{said}");
    // Where the other day was given out, the way back is news.
    story.ends("--today 2026-11-26 postpone spring --on 2027-05-04 --reason Umbau --yes", 1);
    story.ends(&update("2026-11-26"), 1);
    story.sends("2-update");
    story.ends("--today 2026-11-27 postpone spring --on 2027-04-20 --reason Doch --yes", 1);
    story.ends(&update("2026-11-27"), 1);
    let (back, _) = story.run("--lang de programme spring");
    assert!(back.contains("Zuvor geplant  Dienstag, 4. Mai 2027"), "{back}");
}
