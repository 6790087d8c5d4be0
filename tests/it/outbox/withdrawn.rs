//! Who was told that the meeting does without them counts nowhere, until they are invited again; and then they
//! are asked again, whatever they said before.

use std::fs;

use super::story::Story;
use crate::truths::{holds, lacks};

const REPLIES: &str = "[[reply]]\nperson = \"b-birke\"\nanswer = \"yes\"\nfor = 2027-04-20\n\
                       received = 2026-11-22T11:00:00+01:00\nnote = \"vegan\"\n\
                       [[reply]]\nperson = \"c-cedar\"\nanswer = \"yes\"\nfor = 2027-04-20\n\
                       received = 2026-11-22T11:00:00+01:00\n";

/// All have the invitation; Berta Birke has said yes, and was told that the meeting does without her.
fn withdrawn() -> Story {
    let mut story = Story::new();
    story.edit("meetings/spring.toml", "hosts =", "place = \"Alte Mühle\"\nhosts =");
    story.ends("outbox make invitation spring --to guest -y", 1);
    story.sends("1-invitation");
    fs::create_dir_all(story.path("replies")).unwrap();
    fs::write(story.path("replies/spring.toml"), REPLIES).unwrap();
    for document in ["sign-in-list", "name-badges"] {
        holds(&written(&mut story, document), &["Berta Birke"]);
    }
    holds(
        &written(&mut story, "logistics-sheet"),
        &["vegan 1", "2 Personen haben bisher zugesagt."],
    );
    story.edit(
        "contacts.toml",
        "groups = [\"guest\"]\n\n[[contact]]\nid = \"c",
        "\n[[contact]]\nid = \"c",
    );
    story.ends("--today 2026-11-23 outbox make update spring -y", 1);
    assert_eq!(story.mails("outbox/spring/2-update"), ["b-birke"]);
    story
}

fn written(story: &mut Story, document: &str) -> String {
    story.run(&format!("--today 2026-11-24 write {document} spring --format text")).0
}

#[test]
fn who_was_withdrawn_counts_nowhere() {
    let mut story = withdrawn();
    // A mail that waits has told nobody anything.
    holds(&written(&mut story, "sign-in-list"), &["Berta Birke"]);
    story.sends("2-update");
    for document in ["sign-in-list", "name-badges", "needs-list"] {
        lacks(&written(&mut story, document), &["Birke", "vegan"]);
    }
    let sheet = written(&mut story, "logistics-sheet");
    holds(&sheet, &["1 Person hat bisher zugesagt."]);
    lacks(&sheet, &["vegan", "weitere Antwort"]);
    for (document, why) in [
        ("confirmation", "The invitation is withdrawn, no letter: Berta Birke"),
        ("reminder", "The invitation is withdrawn, no letter: Berta Birke"),
    ] {
        let (said, status) = story
            .run(&format!("--today 2026-11-24 write {document} spring --to b-birke --format text"));
        assert_eq!(status, 1);
        holds(&said, &[why, "error[nobody-concerned]"]);
    }
    let said = story.run("--today 2026-11-24 outbox make reminder spring --to all -y").0;
    holds(&said, &["The invitation is withdrawn, no letter: Berta Birke"]);
    assert_eq!(story.mails("outbox/spring/3-reminder"), ["ulm"]);
    let said = story.run("--today 2027-04-21 attended spring --all-who-said-yes -n").0;
    lacks(&said, &["Birke"]);
    let said = story.run("--today 2027-04-21 write thanks spring --to b-birke --format text").0;
    holds(&said, &["The invitation is withdrawn, no letter: Berta Birke"]);
    lacks(&story.run("--today 2026-11-24 replies spring").0, &["Birke"]);
}

#[test]
fn who_is_invited_again_is_asked_again() {
    let mut story = withdrawn();
    story.sends("2-update");
    story.edit(
        "contacts.toml",
        "mail = \"birke@köln.example\"\n",
        "mail = \"birke@köln.example\"\ngroups = [\"guest\"]\n",
    );
    let said = story.ends("--today 2026-11-24 outbox make update spring -y", 99);
    holds(&said, &["invited again"]);
    let mail = story.run("outbox show spring/3-update/b-birke.eml").0;
    holds(
        &mail,
        &[
            "entgegen unserer letzten Nachricht laden wir Sie herzlich zu unserem Treffen „Frühjahr“ am \
             Dienstag, dem 20. April 2027, in Ulm ein. Bitte sagen Sie uns, ob Sie kommen, auch wenn Sie \
             schon einmal geantwortet haben.",
        ],
    );
    assert_eq!(mail.matches("sagen Sie uns").count(), 1, "{mail}");
    story.sends("3-update");
    for document in ["sign-in-list", "name-badges", "needs-list"] {
        lacks(&written(&mut story, document), &["Berta Birke"]);
    }
    let replies = story.run("--today 2026-11-25 replies spring").0;
    holds(&replies, &["Berta Birke (Köln): yes, before the invitation was withdrawn"]);
    let letter = "--today 2026-11-25 write reminder spring --to b-birke --format text";
    holds(
        &story.run(letter).0,
        &["danke für Ihre frühere Antwort. Seitdem haben wir Sie noch einmal eingeladen;"],
    );
    // What she answers now counts.
    story.ends("--today 2026-11-25 replies set b-birke yes --meeting spring -y", 99);
    holds(&written(&mut story, "sign-in-list"), &["Berta Birke"]);
    // Nothing of what she said before the withdrawal is taken over.
    lacks(&written(&mut story, "needs-list"), &["vegan"]);
}

#[test]
fn a_fault_in_the_outbox_matters_to_what_counts_people() {
    let mut story = withdrawn();
    story.sends("2-update");
    let path = story.path("outbox/spring/2-update/run.toml");
    fs::write(&path, "made = 1\n").unwrap();
    for document in ["sign-in-list", "name-badges", "logistics-sheet", "needs-list"] {
        let (said, status) = story.run(&format!("write {document} spring --format text"));
        assert_eq!(status, 1, "{said}");
        holds(&said, &["outbox/spring/2-update/run.toml"]);
    }
    for document in ["minutes", "press"] {
        assert_eq!(story.run(&format!("write {document} spring --format text")).1, 0, "{document}");
    }
}

#[test]
fn a_speaker_who_was_taken_off_is_announced_to_nobody_until_they_are_asked_again() {
    let mut story = Story::new();
    story.edit("meetings/spring.toml", "hosts =", "place = \"Alte Mühle\"\nhosts =");
    story.ends("outbox make invitation spring --to guest -y", 1);
    story.sends("1-invitation");
    let papers = [
        "programme spring --format text",
        "programme spring --format json",
        "programme spring --format ics --items",
        "write press spring --format text",
        "write invitation spring --to b-birke --format text",
    ];
    for paper in papers {
        holds(&story.run(&format!("--today 2026-11-23 {paper}")).0, &["Chris Cedar"]);
    }
    story.ends("--today 2026-11-23 outbox make withdrawal spring --to c-cedar -y", 1);
    story.sends("2-withdrawal");
    for paper in papers {
        lacks(&story.run(&format!("--today 2026-11-24 {paper}")).0, &["Chris Cedar"]);
    }
    let sheet = story.run("--today 2026-11-24 programme spring --edition run-sheet --lang en").0;
    holds(&sheet, &["Chris Cedar (no longer invited)"]);
    lacks(&story.run("--today 2026-11-24 status").0, &["Declined"]);
    let said = story.run("--today 2026-11-24 check").0;
    holds(&said, &["warning[speaker-withdrawn]: the invitation of `Chris Cedar` is withdrawn"]);
    // Whoever reads of a change reads that as well.
    story.edit("meetings/spring.toml", "start = \"09:00\"", "start = \"08:30\"");
    story.ends("--today 2026-11-24 outbox make update spring -y", 1);
    story.sends("3-update");
    let told = story.run("outbox show spring/3-update/b-birke.eml").0;
    holds(&told, &["„Vortrag“, jetzt ohne Chris Cedar"]);
    // Asked again they read for what, and that it takes the withdrawal back.
    story.ends("--today 2026-11-25 outbox make speaker-invitation spring --to c-cedar -y", 1);
    let asked = story.run("outbox show spring/4-speaker-invitation/c-cedar.eml").0;
    holds(
        &asked,
        &[
            "Contrary to our last message, we would be glad if you took part in the programme of \
             our meeting after all.",
            "“Vortrag” (10:00–11:00)",
        ],
    );
    story.sends("4-speaker-invitation");
    holds(&story.run("--today 2026-11-26 programme spring --format text").0, &["Chris Cedar"]);
    // What the file says itself is no news.
    lacks(&story.run("--today 2026-11-26 check").0, &["speaker-withdrawn"]);
}
