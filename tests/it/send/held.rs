//! What has happened since a mail was made is looked at once more before it goes out.

use std::fs;

use snapbox::str;

use super::{Server, TWO, waiting};
use crate::harness::same;

#[test]
fn nobody_is_invited_to_what_is_cancelled_or_over() {
    let server = Server::start();
    let mut story = waiting(&server, TWO);
    let (said, status) = story.run("--today 2027-04-21 send --expect 0");
    same(
        &said,
        str![[r#"
Not to A Müller: the meeting is over
Not to B Müller: the meeting is over
Nobody gets a mail; nothing was sent.

"#]],
    );
    assert_eq!(status, 0);
    story.ends("cancel spring --reason Sturm --yes", 1);
    assert!(story.run("send --expect 2").0.contains("[wrong-count]"));
    same(
        &story.run("send").0,
        str![[r#"
Not to A Müller: the meeting is cancelled
Not to B Müller: the meeting is cancelled
Nobody gets a mail; nothing was sent.

"#]],
    );
    assert_eq!(server.connections(), 0);
}

#[test]
fn old_news_does_not_follow_new() {
    let server = Server::start();
    let mut story = waiting(&server, TWO);
    story.ends("send --only a-a --expect 1", 1);
    story.ends("outbox make invitation spring --to guest --yes", 1);
    story.ends("send spring/2-invitation --expect 2", 1);
    let (said, _) = story.run("send spring/1-save-the-date");
    let held = "Not to B Müller: newer mail from `spring/2-invitation` has gone out already";
    assert!(said.contains(held), "{said}");
    assert_eq!(server.recipients(), ["a@example.org", "a@example.org", "b@example.org"]);
}

/// A mail says what has changed since the one before it: where that one never went out, everything else did
/// not stay as it was.
#[test]
fn news_waits_for_the_news_before_it() {
    let server = Server::start();
    let mut story = waiting(&server, TWO);
    story.ends("send --expect 2", 1);
    story.edit("meetings/spring.toml", "date = 2027-04-20", "date = 2027-04-27");
    story.ends("--today 2026-11-23 outbox make update spring --yes", 1);
    story.edit("meetings/spring.toml", "date = 2027-04-27", "date = 2027-04-28");
    story.ends("--today 2026-11-24 outbox make update spring --yes", 1);
    let (said, _) = story.run("--today 2026-11-24 send spring/3-update");
    let early = "Not to B Müller: it tells what has changed since the mail of `spring/2-update`, which \
                 has not gone out yet; send that one first, or discard both runs and make them anew";
    assert!(said.contains(early), "{said}");
    story.ends("--today 2026-11-25 outbox discard spring/2-update --yes", 1);
    let (said, _) = story.run("--today 2026-11-25 send spring/3-update");
    let unfounded = "Not to B Müller: it tells what has changed since the mail of `spring/2-update`, which \
                     does not arrive; discard this run as well and make it anew";
    assert!(said.contains(unfounded), "{said}");
    assert_eq!(server.recipients(), ["a@example.org", "b@example.org"]);
    story.ends("--today 2026-11-25 outbox discard spring/3-update --yes", 1);
    story.ends("--today 2026-11-25 outbox make update spring --yes", 1);
    story.ends("--today 2026-11-25 send spring/4-update --expect 2", 1);
    assert_eq!(server.recipients().len(), 4);
}

#[test]
fn people_who_are_gone_get_nothing() {
    let server = Server::start();
    let mut story = waiting(&server, TWO);
    story.edit("contacts.toml", "id = \"a-a\"", "id = \"a-neu\"");
    story.edit("contacts.toml", "mail = \"b@example.org\"", "");
    same(
        &story.run("send").0,
        str![[r#"
Not to A Müller: the person or the address is not on file any more
Not to B Müller: the person or the address is not on file any more
Nobody gets a mail; nothing was sent.

"#]],
    );
}

#[test]
fn a_ledger_that_is_replaced_stops_everything() {
    let server = Server::start();
    let mut story = waiting(&server, TWO);
    // What an editor or a program that keeps folders in step does.
    let replace = "outbox pipe --expect 2 -- ./replace";
    let script = "#!/bin/sh\ncat > /dev/null\ncp outbox/ledger.txt new\nmv new outbox/ledger.txt\n";
    fs::write(story.path("replace"), script).unwrap();
    let mode = std::os::unix::fs::PermissionsExt::from_mode(0o755);
    fs::set_permissions(story.path("replace"), mode).unwrap();
    let (said, status) = story.run(replace);
    assert_eq!((status, said.contains("it was replaced meanwhile")), (3, true), "{said}");
    let (listed, _) = story.run("outbox list");
    assert!(listed.contains("1 waiting, 1 unsure"), "{listed}");
    // A ledger that knows nothing of what was sent is not the right one.
    fs::remove_file(story.path("outbox/ledger.txt")).unwrap();
    let (said, status) = story.run("outbox list");
    assert_eq!((status, said.contains("[lost-ledger]")), (0, true), "{said}");
    let (said, status) = story.run("send --expect 2");
    assert_eq!((status, said.matches("[lost-ledger]").count()), (1, 1), "{said}");
    assert_eq!(server.connections(), 0);
}
