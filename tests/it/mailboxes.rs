//! People who read the mails to one address.

use std::fs;

use crate::outbox::story::Story;
use crate::truths::{holds, lacks};

/// Ada and Bo read the mails to one address, and both have a part.
fn one_mailbox() -> Story {
    let story = Story::new();
    let person = |id: &str, name: &str| {
        format!(
            "[[contact]]\nid = \"{id}\"\ngiven-name = \"{name}\"\nfamily-name = \"Amt\"\nform-of-address = \"Frau\"\n\
             mail = \"amt@example.org\"\n"
        )
    };
    let contacts = story.read("contacts.toml") + &person("ada", "Ada") + &person("bo", "Bo");
    fs::write(story.path("contacts.toml"), contacts).unwrap();
    let part = |id: &str, title: &str, start: &str| {
        format!(
            "[[session]]\nid = \"{id}\"\ntitle = \"{title}\"\nstart = \"{start}\"\npeople = [{{ contact = \"{id}\" }}]\n"
        )
    };
    let meeting = story.read("meetings/spring.toml")
        + &part("ada", "Wege", "12:00")
        + &part("bo", "Brücken", "13:00");
    fs::write(story.path("meetings/spring.toml"), meeting).unwrap();
    story
}

#[test]
fn whoever_reads_a_mail_that_was_answered_is_not_asked_again() {
    let mut story = one_mailbox();
    let reminder = "--today 2027-03-02 outbox make reminder spring --to guest --to ada --to bo -y";
    let all = "--today 2027-03-02 outbox make reminder spring --to all -y";
    story.ends("--today 2027-03-01 outbox make invitation spring --to ada --to c-cedar -y", 1);
    story.sends("1-invitation");
    // As long as nobody has answered, the one is reminded who was asked by name.
    let said = story.ends(&all.replace(" -y", " --dry-run"), 40);
    holds(&said, &["Ada Amt <amt@example.org>"]);
    lacks(&said, &["Bo Amt <amt@example.org>"]);
    story.ends("--today 2027-03-02 replies set ada no spring -y", 1);
    let said = story.ends(&all.replace(" -y", " --dry-run"), 40);
    holds(&said, &["Has answered already, no letter: Ada Amt"]);
    holds(&said, &["Ada Amt has answered already at the same address, no letter: Bo Amt"]);
    lacks(&said, &["amt@example.org"]);
    // Whoever is named is meant.
    holds(&story.ends(&reminder.replace(" -y", " --dry-run"), 40), &["Bo Amt <amt@example.org>"]);
    let (said, status) = story.run("--today 2027-03-02 write reminder spring --to ada");
    assert_eq!(status, 1);
    holds(&said, &["error[nobody-concerned]"]);
}

#[test]
fn a_sheet_is_for_all_who_read_it() {
    let mut story = one_mailbox();
    let made =
        story.ends("--today 2027-03-02 outbox make speaker-sheet spring --to ada --to bo -y", 40);
    holds(&made, &["1 mail"]);
    let sheet = story.ends("outbox show spring/1-speaker-sheet/ada.eml", 90);
    holds(&sheet, &["Wege", "12:00", "Brücken (Bo Amt)", "13:00"]);
    story.ends("--today 2027-03-02 replies set ada yes spring -y", 1);
    story.ends("--today 2027-03-02 replies set bo yes spring -y", 1);
    story.ends("--today 2027-03-03 outbox make confirmation spring --to ada --to bo -y", 40);
    let confirmation = story.ends("outbox show spring/2-confirmation/ada.eml", 90);
    holds(&confirmation, &["Wir freuen uns auf Sie sowie auf Bo Amt."]);
    let alone = story.ends("write speaker-sheet spring --to ada --format text", 60);
    lacks(&alone, &["Brücken"]);
}

#[test]
fn each_has_a_certificate_of_their_own_at_one_address() {
    let mut story = one_mailbox();
    story.ends("--today 2027-04-21 attended spring ada bo -y", 99);
    let make = "--today 2027-04-21 outbox make attendance-certificate spring --to all -y";
    holds(&story.ends(make, 99), &["2 mails"]);
    for (id, name) in [("ada", "Ada Amt"), ("bo", "Bo Amt")] {
        let mail = story.run(&format!("outbox show spring/1-attendance-certificate/{id}.eml")).0;
        holds(&mail, &[name]);
    }
    // Who has one gets no other.
    holds(&story.ends(make, 99), &["Nobody is left who lacks this mail"]);
}
