//! `erfa outbox settle`: what went another way, or was unsure, is set down by hand.

use snapbox::str;

use super::{Server, TWO, waiting};
use crate::harness::same;

#[test]
fn what_became_of_a_mail_is_set_down() {
    let server = Server::start();
    let mut story = waiting(&server, TWO);
    same(
        &story.ends("outbox settle -y spring/1-save-the-date/a-a.eml --as sent", 1),
        str!["1 mail: sent"],
    );
    let (said, status) = story.run("outbox settle -y 1-save-the-date/a-a.eml --as pending");
    assert_eq!((status, said.contains("[settled]")), (1, true), "{said}");
    story.ends("outbox settle -y 1-save-the-date/b-b.eml --as failed --reason Postfach-voll", 1);
    // A run means what was refused in it, if that is to go out again.
    same(
        &story.ends("outbox settle -y 1-save-the-date --as pending", 1),
        str!["1 mail: waiting to be sent"],
    );
    story.ends("send --expect 1", 1);
    assert_eq!(server.recipients(), ["b@example.org"]);
    let ledger = story.read("outbox/ledger.txt").replace("2026-11-22T12:00:00+01:00 ", "");
    same(
        &ledger.replace("spring/1-save-the-date/", ""),
        str![[r#"
sent a-a.eml by hand
failed b-b.eml Postfach-voll
pending b-b.eml by hand
sending b-b.eml
sent b-b.eml 250 2.0.0 queued

"#]],
    );
}

#[test]
fn a_name_that_is_nobodys_is_refused() {
    let mut story = waiting(&Server::start(), TWO);
    for name in ["spring/1-save-the-date/c-c.eml", "spring/2-change", "../../network.toml"] {
        let (said, status) = story.run(&format!("outbox settle -y {name} --as sent"));
        assert_eq!((status, said.contains("[unknown-run]")), (1, true), "{said}");
    }
    assert!(!story.path("outbox/ledger.txt").exists());
}

#[test]
fn what_is_unsure_goes_out_again_only_by_name() {
    let server = Server::start();
    let mut story = waiting(&server, &["a@refused.test", "b@drop.test", "c@example.org"]);
    assert_eq!(story.run("send --expect 3").1, 3);
    same(
        &story.ends("outbox settle -y 1-save-the-date --as pending", 1),
        str!["1 mail: waiting to be sent"],
    );
    let (listed, _) = story.run("outbox list");
    assert!(listed.contains("1 waiting, 1 sent, 1 unsure"), "{listed}");
    story.ends("outbox settle -y 1-save-the-date/b-b.eml --as pending", 1);
    let (listed, _) = story.run("outbox list");
    assert!(listed.contains("2 waiting, 1 sent"), "{listed}");
    // How a run ended may be said of all that is open in it.
    same(&story.ends("outbox settle -y 1-save-the-date --as sent", 1), str!["2 mails: sent"]);
}
