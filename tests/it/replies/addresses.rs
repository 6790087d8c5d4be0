//! Whose a reply is: addresses that two people share, that have changed, that are nobody's any more.

use snapbox::str;

use super::samples::Sample;
use super::{FILE, invited, put};
use crate::harness::same;

#[test]
fn one_address_of_two_people_is_no_name() {
    let mut story = invited();
    story.edit("contacts.toml", "mail = false", "mail = \"cedar@example.org\"");
    // The entry names one of them, so the reply is theirs.
    let named = Sample::cedar("ACCEPTED").ics().replace("RSVP=TRUE", "CN=\"Chris Cedar\"");
    put(&story, "a.ics", named);
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

  erfa replies set c-cedar|d-douglas yes|no|maybe --meeting autumn
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

1 person has said yes.

Open

• Ulm
• Berta Birke
Next meeting: Frühjahr (spring)

"#]],
    );
}

#[test]
fn a_shared_mailbox_goes_by_whom_it_names() {
    let shared = |status: &'static str, cn: &str, from: &'static str, more: &'static str| {
        let sample = Sample { from, more, ..Sample::cedar(status) };
        sample.google_named(cn)
    };
    let judge = |mail: String| {
        let mut story = invited();
        story.edit(
            "contacts.toml",
            "mail = false",
            "mail = \"cedar@example.org\"\ngiven-name = \"Dora\"",
        );
        put(&story, "a.eml", mail);
        let (said, _) = story.run("-q replies read in --yes");
        let file = story.path(FILE);
        let recorded = if file.exists() { story.read(FILE) } else { String::new() };
        let person = recorded.lines().find(|line| line.starts_with("person")).map(str::to_owned);
        person.unwrap_or_else(|| said.split_whitespace().collect::<Vec<_>>().join(" "))
    };
    let box_ = "Rathaus <cedar@example.org>";
    let cases = [
        (shared("ACCEPTED", "Chris Cedar", box_, ""), "person = \"c-cedar\""),
        (
            shared("ACCEPTED", "Rathaus", "\"Douglas, Dora\" <cedar@example.org>", ""),
            "person = \"d-douglas\"",
        ),
        (
            shared("DECLINED", "Rathaus", box_, "COMMENT:Dora Douglas kann nicht\n"),
            "person = \"d-douglas\"",
        ),
        (
            shared("ACCEPTED", "Chris Cedar", "Dora Douglas <cedar@example.org>", ""),
            "`cedar@example.org` is that of several: c-cedar or d-douglas",
        ),
        (
            shared("ACCEPTED", "Rathaus", box_, ""),
            "`cedar@example.org` is that of several: c-cedar or d-douglas",
        ),
    ];
    for (mail, expected) in cases {
        let found = judge(mail);
        assert!(found.contains(expected), "{expected}: {found}");
    }
    // Berta Birke writes from an address that is on file for Chris Cedar alone.
    let mut story = invited();
    put(&story, "a.eml", shared("ACCEPTED", "Chris Cedar", "Berta Birke <cedar@example.org>", ""));
    let (said, _) = story.run("-q replies read in --yes");
    let said = said.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(said.contains("comes from this address, but names “Berta Birke”"), "{said}");
}

#[test]
fn who_answers_for_somebody_is_known_and_kept() {
    let mut story = invited();
    let by = |address: &str| {
        let mail =
            Sample { from: "Rathaus <cedar@example.org>", ..Sample::birke("ACCEPTED") }.google();
        mail.replace("RSVP=TRUE", &format!("SENT-BY=\"mailto:{address}\""))
    };
    // The file beside it is coded and says nothing of that.
    let plain = |mail: String| {
        mail.split("--00000000outer\r\nContent-Type: application/ics").next().unwrap().to_owned()
    };
    put(&story, "a.eml", plain(by("eve@example.net")));
    let (said, _) = story.run("-q replies read in --yes");
    assert!(said.contains("`eve@example.net` belongs to no contact"), "{said}");
    put(&story, "a.eml", plain(by("cedar@example.org")));
    story.ends("replies read in --yes", 1);
    same(
        &story.read(FILE),
        str![[r#"
[[reply]]
person = "b-birke"
answer = "yes"
for = 2027-04-20
received = 2026-11-23T09:15:00+01:00
sequence = 0
by = "c-cedar"

"#]],
    );
}

#[test]
fn a_reply_that_was_forwarded_is_looked_into_with_guests_and_words() {
    let mut story = invited();
    let reply = Sample::birke("ACCEPTED")
        .google()
        .replace("RSVP=TRUE", "X-NUM-GUESTS=2;X-RESPONSE-COMMENT=\"Eine von uns isst vegan\"");
    let reply = reply.split("--00000000outer\r\nContent-Type: application/ics").next().unwrap();
    put(
        &story,
        "a.eml",
        format!(
            "From: Hanna Eiche <netz@example.org>\r\nTo: netz@example.org\r\nSubject: WG: Zusage\r\n\
             MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"f\"\r\n\r\n--f\r\n\
             Content-Type: text/plain\r\n\r\nzur Kenntnis\r\n--f\r\nContent-Type: message/rfc822\r\n\r\n{reply}\r\n--f--\r\n"
        ),
    );
    story.ends("replies read in --yes", 1);
    same(
        &story.read(FILE),
        str![[r#"
[[reply]]
person = "b-birke"
answer = "yes"
for = 2027-04-20
unnamed = 2
received = 2026-11-23T09:15:00+01:00
sequence = 0
note = "Eine von uns isst vegan"

"#]],
    );
    let (said, _) = story.run("-q replies");
    assert!(said.contains("3 people have said yes"), "{said}");
    assert!(said.contains("• Berta Birke (Köln) with 2 people"), "{said}");
}
