//! Whose a reply is: addresses that two people share, that have changed, that are nobody's any more.

use snapbox::str;

use super::samples::Sample;
use super::{FILE, invited, put};
use crate::harness::same;

#[test]
fn one_address_of_two_people_is_no_name() {
    let mut story = invited();
    story.edit("contacts.toml", "mail = false", "mail = \"cedar@example.org\"");
    // The mail went to one of them, so the reply is theirs.
    put(&story, "a.ics", Sample::cedar("ACCEPTED").ics());
    story.ends("replies read in --yes", 1);
    same(
        &story.read(FILE),
        str![[r#"
[[reply]]
person = "c-cedar"
answer = "yes"
for = 2027-04-20
received = 2026-11-23T09:15:00+01:00
sequence = 0

"#]],
    );
    // Of another meeting nobody can tell.
    let autumn = "title = \"Herbst\"\ndate = 2027-10-20\nhosts = [\"ulm\"]\n";
    std::fs::write(story.path("meetings/autumn.toml"), autumn).unwrap();
    put(
        &story,
        "b.ics",
        Sample { uid: "autumn.netz@erfa.invalid", ..Sample::cedar("ACCEPTED") }.ics(),
    );
    same(
        &story.run("replies read in --yes").0,
        str![[r#"
Replies read

Nothing new to record. 1 reply is recorded already, or older than what is.

For you to look at: 1

• in/b.ics: `cedar@example.org` is that of several: c-cedar or d-douglas
1 warning; see `erfa check`

"#]],
    );
}

#[test]
fn an_address_that_has_changed_since_is_still_known() {
    let mut story = invited();
    story.edit("contacts.toml", "cedar@example.org", "new@example.org");
    put(&story, "a.eml", Sample::cedar("ACCEPTED").google());
    story.ends("replies read in --yes", 1);
    same(
        &story.read(FILE),
        str![[r#"
[[reply]]
person = "c-cedar"
answer = "yes"
for = 2027-04-20
received = 2026-11-23T09:15:00+01:00
sequence = 0

"#]],
    );
    // Who is gone cannot be recorded.
    let contacts = story.read("contacts.toml");
    let at = contacts.find("[[contact]]\nid = \"d-douglas\"").unwrap();
    let birke = contacts.find("[[contact]]\nid = \"c-cedar\"").unwrap();
    std::fs::write(story.path("contacts.toml"), [&contacts[birke..at], &contacts[at..]].concat())
        .unwrap();
    put(&story, "b.ics", Sample::birke("ACCEPTED").ics());
    same(
        &story.run("replies read in/b.ics --yes").0,
        str![[r#"
Replies read

Nothing new to record.

For you to look at: 1

• in/b.ics: Berta Birke was written to, but is not in `contacts.toml` any more

"#]],
    );
    same(
        &story.run("replies").0,
        str![[r#"
Frühjahr

city        invited  yes  no  maybe  open
─────────────────────────────────────────
Ulm               1    0   0      0     1
Köln              0    0   0      0     0
of no city        2    1   0      0     1
sum               3    1   0      0     2

1 person is expected.

Open

• Ulm
• Berta Birke
Next meeting: Frühjahr (spring)

"#]],
    );
}
