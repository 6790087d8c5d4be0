//! `erfa replies`: who comes, and what became of what came in.

use std::fs;

use snapbox::str;

use crate::harness::same;
use crate::outbox::story::Story;

mod addresses;
mod beside;
mod bounced;
mod broken;
mod meant;
mod moved;
mod newest;
mod rows;
mod samples;
mod set;
mod table;
mod unclear;

use samples::Sample;

/// The file of replies in the story.
const FILE: &str = "replies/spring.toml";

/// A story in which everybody was invited.
fn invited() -> Story {
    let mut story = written();
    story.sends("1-invitation");
    story
}

/// A story in which everybody's invitation waits.
fn written() -> Story {
    let mut story = Story::new();
    story.ends("outbox make invitation spring --to guest --to all --yes", 1);
    // What comes back is read a day later.
    story.0 = story.0.env("ERFA_TODAY", "2026-11-24");
    fs::create_dir(story.path("in")).unwrap();
    story
}

/// Puts a file into the folder of replies.
fn put(story: &Story, name: &str, content: impl AsRef<[u8]>) {
    fs::write(story.path("in").join(name), content).unwrap();
}

#[test]
fn replies_of_four_programs_are_recorded() {
    let mut story = invited();
    put(&story, "1-outlook.eml", Sample::birke("ACCEPTED").outlook());
    put(&story, "2-apple.eml", Sample::cedar("TENTATIVE").apple());
    put(&story, "3-thunderbird.eml", Sample::ulm("DECLINED").thunderbird());
    put(&story, "notes.txt", "Butter, Brot");
    same(
        &story.run("replies read in --yes").0,
        str![[r#"
Replies read

who          answer  so far  meeting  from
──────────────────────────────────────────────────────────
Berta Birke  yes     open    spring   in/1-outlook.eml
Chris Cedar  maybe   open    spring   in/2-apple.eml
Ulm          no      open    spring   in/3-thunderbird.eml

Passed over, no mail, calendar or table: in/notes.txt.
replies/spring.toml (new)
  reply b-birke (new)
    person: b-birke
    answer: yes
    for: Tuesday, 20 April 2027
    received: 2026-11-23 09:15
    sequence: 0
  reply c-cedar (new)
    person: c-cedar
    answer: maybe
    for: Tuesday, 20 April 2027
    received: 2026-11-23 09:15
    sequence: 0
  reply ulm (new)
    city: ulm
    answer: no
    for: Tuesday, 20 April 2027
    received: 2026-11-23 09:15
    sequence: 0
3 replies recorded.

"#]],
    );
    same(
        &story.read(FILE),
        str![[r#"
[[reply]]
person = "b-birke"
answer = "yes"
for = 2027-04-20
received = 2026-11-23T09:15:00+01:00
sequence = 0

[[reply]]
person = "c-cedar"
answer = "maybe"
for = 2027-04-20
received = 2026-11-23T09:15:00+01:00
sequence = 0

[[reply]]
city = "ulm"
answer = "no"
for = 2027-04-20
received = 2026-11-23T09:15:00+01:00
sequence = 0

"#]],
    );
    same(
        &story.run("replies read in --yes").0,
        str![[r#"
Replies read

Nothing new to record. 3 replies are recorded already, or older than what is.

Passed over, no mail, calendar or table: in/notes.txt.

"#]],
    );
    same(
        &story.run("replies").0,
        str![[r#"
Frühjahr

city        invited  yes  no  maybe  open
─────────────────────────────────────────
Ulm               1    0   1      0     0
Köln              1    1   0      0     0
of no city        1    0   0      1     0
sum               3    1   1      1     0

1 person has said yes.
Next meeting: Frühjahr (spring)

"#]],
    );
    // Whoever has answered is reminded of nothing; who was not sure is asked again.
    let (said, status) = story.run("outbox make reminder spring --to guest --to all --yes");
    same(
        &said,
        str![[r#"
Has answered already, no letter: Berta Birke
Has answered already, no letter: Stadt Ulm
No mail for Douglas: “never a mail” is on file
Frühjahr (spring), version 1
1 mail: the reminder, to those without answer only (guest and all)
  Chris Cedar <cedar@example.org>
Attached: calendar entry
1 mail in `outbox/spring/2-reminder/`; nothing is sent. `erfa outbox show spring/2-reminder` shows them.

"#]],
    );
    assert_eq!(status, 0);
}

#[test]
fn a_reminder_goes_to_those_who_are_open() {
    let mut story = invited();
    put(&story, "google.eml", Sample::cedar("ACCEPTED").google());
    same(&story.ends("replies read in --yes", 1), str!["1 reply recorded."]);
    same(
        &story.run("outbox make reminder spring --to all --yes").0,
        str![[r#"
Has answered already, no letter: Chris Cedar
No mail for Douglas: “never a mail” is on file
Frühjahr (spring), version 1
2 mails: the reminder, to those without answer only (all)
  Berta Birke <birke@köln.example>
  Stadt Ulm <stadt@ulm.example.org>
Attached: calendar entry
2 mails in `outbox/spring/2-reminder/`; nothing is sent. `erfa outbox show spring/2-reminder` shows them.

"#]],
    );
    assert_eq!(story.mails("outbox/spring/2-reminder"), ["b-birke", "ulm"]);
    same(
        &story.run("write reminder spring --to guest --format eml --output mails/").0,
        str![[r#"
No mail for Douglas: “never a mail” is on file
Has answered already, no letter: Chris Cedar
1 file in `mails/`

"#]],
    );
    assert_eq!(story.mails("mails"), ["spring-reminder-b-birke"]);
}

#[test]
fn what_became_of_each_is_data_too() {
    let mut story = invited();
    put(&story, "a.ics", Sample::birke("ACCEPTED").ics());
    put(&story, "b.eml", samples::words("Jemand <nobody@example.com>", "", "Wir kommen!"));
    same(
        &story.run("replies read in --yes --json -q").0,
        str![[r#"
{
  "files": 2,
  "recorded": [
    {
      "meeting": "spring",
      "person": "b-birke",
      "name": "Berta Birke",
      "answer": "yes",
      "before": null,
      "received": "2026-11-23T09:15:00+01:00",
      "sent_by": null,
      "file": "in/a.ics",
      "line": null
    }
  ],
  "bounced": [],
  "unclear": [
    {
      "file": "in/b.eml",
      "line": null,
      "sender": "Jemand <nobody@example.com>",
      "reason": "unknown-sender",
      "words": "`nobody@example.com` gehört zu keinem Kontakt und keiner Stadt",
      "excerpt": "Wir kommen!",
      "person": null,
      "meeting": null,
      "command": null
    }
  ],
  "known": 0,
  "reported": 0,
  "unanswered": 0,
  "passed_over": []
}

"#]],
    );
}

#[test]
fn the_table_is_data_too() {
    let mut story = invited();
    story.ends("replies set b-birke yes --with Lena --yes", 1);
    same(
        &story.run("replies spring --json").0,
        str![[r#"
{
  "meeting": "spring",
  "title": "Frühjahr",
  "invitations_known": true,
  "towns": [
    {
      "id": "ulm",
      "name": "Ulm",
      "invited": 1,
      "yes": 0,
      "no": 0,
      "maybe": 0,
      "open": 1
    },
    {
      "id": "koeln",
      "name": "Köln",
      "invited": 1,
      "yes": 1,
      "no": 0,
      "maybe": 0,
      "open": 0
    }
  ],
  "others": {
    "invited": 1,
    "yes": 0,
    "no": 0,
    "maybe": 0,
    "open": 1
  },
  "sum": {
    "invited": 3,
    "yes": 1,
    "no": 0,
    "maybe": 0,
    "open": 2
  },
  "expected": 2,
  "purged": null,
  "people": [
    {
      "id": "ulm",
      "name": "Ulm",
      "city": "Ulm",
      "answer": null,
      "by_town": false,
      "received": null,
      "note": null,
      "earlier": null
    },
    {
      "id": "b-birke",
      "name": "Berta Birke",
      "city": "Köln",
      "answer": "yes",
      "by_town": false,
      "received": "2026-11-24T12:00:00+01:00",
      "note": null,
      "earlier": null
    },
    {
      "id": "c-cedar",
      "name": "Chris Cedar",
      "city": null,
      "answer": null,
      "by_town": false,
      "received": null,
      "note": null,
      "earlier": null
    }
  ],
  "company": [
    {
      "id": "b-birke",
      "name": "Berta Birke",
      "city": "Köln",
      "answer": "yes",
      "with": [
        "Lena"
      ],
      "unnamed": 0,
      "substitute": null
    }
  ]
}

"#]],
    );
}

#[test]
fn whoever_is_asked_sees_first_what_it_is_about() {
    let mut story = invited();
    put(&story, "a.ics", Sample::birke("ACCEPTED").ics());
    story.0 = story.0.german();
    same(
        &story.run("replies read in/a.ics --yes").0,
        str![[r#"
Gelesene Antworten

wer          Antwort  bisher  Treffen  aus
───────────────────────────────────────────────
Berta Birke  ja       offen   spring   in/a.ics
replies/spring.toml (neu)
  Antwort b-birke (neu)
    Person: b-birke
    Antwort: ja
    Zielgruppe: Dienstag, 20. April 2027
    Eingegangen: 23.11.2026 09:15
    Folge: 0
1 Antwort vermerkt.

"#]],
    );
    same(
        &story.run("replies read in/a.ics missing --yes").0,
        str![[r#"
Fehler[no-such-path]: `missing` gibt es nicht
 |
 = Hilfe: nennen Sie Dateien mit Antworten, oder einen Ordner, in dem sie liegen


"#]],
    );
    fs::remove_file(story.path("in/a.ics")).unwrap();
    same(
        &story.run("replies read -y in").0,
        str![[r#"
Gelesene Antworten

Hier liegt keine Antwort.

"#]],
    );
}
