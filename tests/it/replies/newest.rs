//! The newest reply wins, whatever the order of files and of reading.

use snapbox::str;

use super::samples::{Sample, words};
use super::{FILE, invited, put};
use crate::harness::same;

#[test]
fn the_latest_time_wins_whatever_the_order_of_files() {
    for names in
        [["1.ics", "2.ics", "3.ics"], ["3.ics", "1.ics", "2.ics"], ["2.ics", "3.ics", "1.ics"]]
    {
        let mut story = invited();
        let [first, second, third] = names;
        put(&story, first, Sample::birke("ACCEPTED").ics());
        let later = Sample { stamp: "20261123T120000Z", ..Sample::birke("DECLINED") };
        put(&story, second, later.ics());
        let between = Sample { stamp: "20261123T100000Z", ..Sample::birke("TENTATIVE") };
        put(&story, third, between.ics());
        story.ends("replies read in --yes", 1);
        same(
            &story.read(FILE),
            str![[r#"
[[reply]]
person = "b-birke"
answer = "no"
for = 2027-04-20
received = 2026-11-23T13:00:00+01:00
sequence = 0

"#]],
        );
    }
}

#[test]
fn what_stands_there_already_counts_too() {
    let mut story = invited();
    // On the 23rd, by telephone: a day counts until its end.
    let entry = "[[reply]]\nperson = \"b-birke\"\nanswer = \"yes\"\nreceived = 2026-11-23\n";
    std::fs::create_dir(story.path("replies")).unwrap();
    std::fs::write(story.path(FILE), entry).unwrap();
    put(&story, "same-day.ics", Sample::birke("DECLINED").ics());
    same(
        &story.run("replies read in --yes").0,
        str![[r#"
Replies read

Nothing new to record. 1 reply is recorded already, or older than what is.

"#]],
    );
    let next_day = Sample { stamp: "20261124T060000Z", ..Sample::birke("DECLINED") };
    put(
        &story,
        "next-day.ics",
        Sample { more: "COMMENT:Leider krank\\, sorry\nCOMMENT:B. B.\n", ..next_day }.ics(),
    );
    same(
        &story.ends("replies read in --yes", 2),
        str![[r#"
    note: Leider krank, sorry B. B.
1 reply recorded.
"#]],
    );
    same(
        &story.read(FILE),
        str![[r#"
[[reply]]
person = "b-birke"
answer = "no"
for = 2027-04-20
received = 2026-11-24T07:00:00+01:00
sequence = 0
note = """
Leider krank, sorry
B. B."""

"#]],
    );
    // What the user says after that is not overruled by the same files.
    story.ends("replies set b-birke maybe --yes", 1);
    same(
        &story.run("replies read in --yes").0,
        str![[r#"
Replies read

Nothing new to record. 2 replies are recorded already, or older than what is.

"#]],
    );
}

#[test]
fn an_entry_without_a_date_is_left_to_a_person() {
    let mut story = invited();
    let entry = "[[reply]]\nperson = \"b-birke\"\nanswer = \"yes\"\n";
    std::fs::create_dir(story.path("replies")).unwrap();
    std::fs::write(story.path(FILE), entry).unwrap();
    put(&story, "a.ics", Sample::birke("DECLINED").ics());
    same(
        &story.run("replies read in --yes").0,
        str![[r#"
Replies read

Nothing new to record.

For you to look at: 1

• in/a.ics: what is recorded has no `received`; nobody can say which is newer

  erfa replies set b-birke yes|no|maybe --meeting spring

"#]],
    );
    assert_eq!(story.read(FILE), entry);
}

#[test]
fn replies_to_old_facts_are_listed() {
    let mut story = invited();
    put(&story, "old.eml", Sample::birke("ACCEPTED").outlook());
    story.edit("meetings/spring.toml", "start = \"09:00\"", "start = \"10:00\"");
    story.ends("outbox make update spring --yes", 1);
    same(
        &story.run("replies read in --yes").0,
        str![[r#"
Replies read

Nothing new to record.

For you to look at: 1

• in/old.eml, Berta Birke <birke@xn--kln-sna.example>: answers old facts
  (revision 0, the last is 1): time or place changed since, or it is cancelled

  erfa replies set b-birke yes|no|maybe --meeting spring

"#]],
    );
    let start = "20270420T080000Z";
    let stamp = "20261124T060000Z";
    let new = Sample { sequence: 1, stamp, start, ..Sample::birke("DECLINED") };
    put(&story, "new.eml", new.outlook());
    same(
        &story.run("replies read in --yes").0,
        str![[r#"
Replies read

who          answer  so far  meeting  from
────────────────────────────────────────────────
Berta Birke  no      open    spring   in/new.eml

1 reply is recorded already, or older than what is.
replies/spring.toml (new)
  reply b-birke (new)
    person: b-birke
    answer: no
    for: Tuesday, 20 April 2027
    received: 2026-11-24 07:00
    sequence: 1
1 reply recorded.

"#]],
    );
    same(
        &story.read(FILE),
        str![[r#"
[[reply]]
person = "b-birke"
answer = "no"
for = 2027-04-20
received = 2026-11-24T07:00:00+01:00
sequence = 1

"#]],
    );
}

#[test]
fn a_higher_revision_wins_over_a_later_time() {
    let mut story = invited();
    story.edit("meetings/spring.toml", "start = \"09:00\"", "start = \"10:00\"");
    // Recorded before the time changed, but dated later than the reply to the new time.
    let entry = "[[reply]]\nperson = \"b-birke\"\nanswer = \"yes\"\nreceived = 2026-11-23T10:00:00Z\nsequence = 0\n";
    std::fs::create_dir(story.path("replies")).unwrap();
    std::fs::write(story.path(FILE), entry).unwrap();
    story.ends("outbox make update spring --yes", 1);
    let start = "20270420T080000Z";
    let stamp = "20261123T110000Z";
    let new = Sample { sequence: 1, stamp, start, ..Sample::birke("DECLINED") };
    put(&story, "new.ics", new.ics());
    story.ends("replies read in --yes", 1);
    same(
        &story.read(FILE),
        str![[r#"
[[reply]]
person = "b-birke"
answer = "no"
for = 2027-04-20
received = 2026-11-23T12:00:00+01:00
sequence = 1

"#]],
    );
}

#[test]
fn replies_of_one_moment_that_contradict_are_listed() {
    let mut story = invited();
    put(&story, "a.ics", Sample::birke("ACCEPTED").ics());
    put(&story, "b.ics", Sample::birke("DECLINED").ics());
    put(&story, "c.ics", Sample { stamp: "20261122T120000Z", ..Sample::birke("TENTATIVE") }.ics());
    same(
        &story.run("replies read in --yes").0,
        str![[r#"
Replies read

Nothing new to record. 1 reply is recorded already, or older than what is.

For you to look at: 2

• in/a.ics: another reply of the same time says something else

  erfa replies set b-birke yes|no|maybe --meeting spring

• in/b.ics: another reply of the same time says something else

  erfa replies set b-birke yes|no|maybe --meeting spring

"#]],
    );
    assert!(!story.path(FILE).exists());
}

#[test]
fn words_are_settled_once_somebody_has_looked() {
    let mut story = invited();
    let more = "In-Reply-To: <spring.invitation.1.b-birke@example.org>\n";
    let text = "Liebe Frau Eiche,\n\nwir kommen zu zweit.\n\nAm 22.11.2026 schrieb Hanna Eiche:\n> Sehr geehrte";
    put(&story, "a.eml", words("Vorzimmer <vorzimmer@example.org>", more, text));
    same(
        &story.run("replies read in --yes").0,
        str![[r#"
Replies read

Nothing new to record.

For you to look at: 1

• in/a.eml, Vorzimmer <vorzimmer@example.org>: answers in words

  “Liebe Frau Eiche, wir kommen zu zweit.”

  erfa replies set b-birke yes|no|maybe --meeting spring

"#]],
    );
    story.ends("replies set b-birke yes --with Zweite --meeting spring --yes", 1);
    same(
        &story.run("replies read in --yes").0,
        str![[r#"
Replies read

Nothing new to record. 1 reply is recorded already, or older than what is.

"#]],
    );
}
