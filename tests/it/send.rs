//! `erfa send`: exactly those get a mail who are meant, once, and of each it is known what became of it.

use std::fs;
use std::process::Command;

use snapbox::str;

use crate::conversation::{CONTROL_C, Conversation};
use crate::harness::{PROGRAM, Test, same};
use crate::outbox::story::{CITIES, MEETING, NETWORK, Story};

mod faulty;
mod held;
mod invited;
mod pipe;
mod road;
mod server;
mod settle;

use server::Server;

/// People with these addresses, `a` first.
fn contacts(mails: &[&str]) -> String {
    let contact = |(letter, mail): (char, &&str)| {
        let name = letter.to_uppercase();
        format!(
            "[[contact]]\nid = \"{letter}-{letter}\"\ngiven-name = \"{name}\"\nfamily-name = \
             \"Müller\"\nmail = \"{mail}\"\ngroups = [\"guest\"]\n\n"
        )
    };
    ('a'..='z').zip(mails).map(contact).collect()
}

fn smtp(port: u16) -> String {
    format!("{NETWORK}\n[smtp]\nhost = \"127.0.0.1\"\nport = {port}\nsecurity = \"none\"\n")
}

/// A workspace in which mails to people with these addresses wait.
fn waiting(server: &Server, mails: &[&str]) -> Story {
    waiting_for(&smtp(server.port), mails)
}

/// The same with these settings.
fn waiting_for(network: &str, mails: &[&str]) -> Story {
    let test = Test::new("check")
        .file("network.toml", network)
        .file("cities.toml", CITIES)
        .file("contacts.toml", &contacts(mails))
        .file("meetings/spring.toml", MEETING);
    let mut story = Story(test);
    story.edit("meetings/spring.toml", "people = [{ contact = \"c-cedar\" }]", "");
    story.ends("outbox make save-the-date spring --to guest --yes", 1);
    story
}

const TWO: &[&str] = &["a@example.org", "b@example.org"];

#[test]
fn mails_go_out_once() {
    let server = Server::start();
    let mut story = waiting(&server, TWO);
    let before = story.read("outbox/spring/1-save-the-date/a-a.eml");
    same(
        &story.run("--today 2026-11-23 send --expect 2").0,
        str![[r#"
Sending spring/1-save-the-date: 2 mails

who       address        what
──────────────────────────────────────
A Müller  a@example.org  save-the-date
B Müller  b@example.org  save-the-date

Subject of the first: Bitte vormerken: Werkstatt am 20.04.2027 in Ulm
This cannot be taken back, and afterwards neither can what was changed before.

Sent: 2 of 2 mails.

"#]],
    );
    assert_eq!(server.recipients(), TWO);
    assert_eq!(server.connections(), 1);
    let [first, _] = &server.taken()[..] else { panic!("two mails") };
    assert_eq!(first.envelope[0], "netz@example.org");
    let expected = before.replacen("X-Unsent: 1\r\n", "", 1).replacen(
        "Sun, 22 Nov 2026 11:00:00 +0000",
        "Mon, 23 Nov 2026 12:00:00 +0100",
        1,
    );
    assert_eq!(first.text, expected);
    let after = story.read("outbox/spring/1-save-the-date/a-a.eml");
    assert_eq!(after, before, "it stays as it was made");
    same(
        &story.read("outbox/ledger.txt"),
        str![[r#"
2026-11-23T12:00:00+01:00 sending spring/1-save-the-date/a-a.eml
2026-11-23T12:00:00+01:00 sent spring/1-save-the-date/a-a.eml 250 2.0.0 queued
2026-11-23T12:00:00+01:00 sending spring/1-save-the-date/b-b.eml
2026-11-23T12:00:00+01:00 sent spring/1-save-the-date/b-b.eml 250 2.0.0 queued

"#]],
    );
    same(&story.ends("send", 9), str!["No mail is waiting; nothing was sent."]);
    assert_eq!(story.run("send spring/1-save-the-date --expect 2").1, 1);
    assert_eq!(story.run("outbox discard -y spring/1-save-the-date").1, 1);
    assert_eq!(server.recipients(), TWO);
}

#[test]
fn one_bad_address_does_not_stop_the_rest() {
    let server = Server::start();
    one_bad_address(&server);
    assert_eq!(server.at_once(), 0);
}

#[test]
fn it_does_not_where_all_is_said_at_once() {
    let server = Server::pipelining();
    one_bad_address(&server);
    // Seven, two that the server hung up on once more, and two later.
    assert_eq!(server.at_once(), 11);
}

fn one_bad_address(server: &Server) {
    let mails = [
        "a@refused.test",
        "b@later.test",
        "c@rejected.test",
        "d@busy.test",
        "e@closing.test",
        "f@gone.test",
        "g@example.org",
    ];
    let mut story = waiting(server, &mails);
    let (said, status) = story.run("send --expect 7 --quiet");
    same(
        &said,
        str![[r#"
error: 4 mails are not accepted, or unsure

"#]],
    );
    assert_eq!(status, 3);
    assert_eq!(server.recipients(), ["e@closing.test", "f@gone.test", "g@example.org"]);
    let ledger = story.read("outbox/ledger.txt").replace("2026-11-22T12:00:00+01:00 ", "");
    same(
        &ledger.replace("spring/1-save-the-date/", ""),
        str![[r#"
sending a-a.eml
failed a-a.eml 550 5.1.1 no such user
sending b-b.eml
failed b-b.eml 451 4.7.1 try again later
sending c-c.eml
failed c-c.eml 554 5.7.1 looks like advertisements
sending d-d.eml
failed d-d.eml 451 4.3.0 busy
sending e-e.eml
sent e-e.eml 250 2.0.0 queued
sending f-f.eml
sent f-f.eml 250 2.0.0 queued
sending g-g.eml
sent g-g.eml 250 2.0.0 queued

"#]],
    );
    same(
        &story.ends("send spring/1-save-the-date", 9),
        str![[r#"
2 mails were refused for now; `--retry` tries again.
Nobody gets a mail; nothing was sent.
"#]],
    );
    let (said, status) = story.run("send --retry --expect 2");
    same(
        &said,
        str![[r#"
Sending spring/1-save-the-date: 2 mails

who       address       what
─────────────────────────────────────
B Müller  b@later.test  save-the-date
D Müller  d@busy.test   save-the-date

Subject of the first: Bitte vormerken: Werkstatt am 20.04.2027 in Ulm
This cannot be taken back, and afterwards neither can what was changed before.

Refused for now: B Müller <b@later.test>: 451 4.7.1 try again later
Refused for now: D Müller <d@busy.test>: 451 4.3.0 busy
To try again later: the same command with `--retry`
Sent: 0 of 2 mails; 2 refused.
error: 2 mails are not accepted, or unsure

"#]],
    );
    assert_eq!(status, 3);
}

#[test]
fn what_may_have_arrived_is_unsure_and_stays() {
    let server = Server::start();
    let mails = [
        "a@example.org",
        "b@drop.test",
        "c@example.org",
        "d@nonsense.test",
        "e@drop.test",
        "f@example.org",
    ];
    let mut story = waiting(&server, &mails);
    let (said, status) = story.run("send --expect 6");
    let said = said.split("f@example.org").nth(1).unwrap().split_once('\n').unwrap().1;
    same(
        said,
        str![[r#"

Subject of the first: Bitte vormerken: Werkstatt am 20.04.2027 in Ulm
This cannot be taken back, and afterwards neither can what was changed before.

warning[unsure-mail]: nobody knows whether the mail to B Müller was taken: Message-ID <spring.save-the-date.1.b-b@example.org>
  --> outbox/spring/1-save-the-date/run.toml:16:1
   |
16 | [[message]]
   | ^^^^^^^^^^^
   |
   = help: it does not go out again by itself; look on the server, then `erfa outbox settle spring/1-save-the-date/b-b.eml --as sent`, or `--as pending` to send it again

warning[unsure-mail]: nobody knows whether the mail to D Müller was taken: Message-ID <spring.save-the-date.1.d-d@example.org>
  --> outbox/spring/1-save-the-date/run.toml:38:1
   |
38 | [[message]]
   | ^^^^^^^^^^^
   |
   = help: it does not go out again by itself; look on the server, then `erfa outbox settle spring/1-save-the-date/d-d.eml --as sent`, or `--as pending` to send it again

warning[unsure-mail]: nobody knows whether the mail to E Müller was taken: Message-ID <spring.save-the-date.1.e-e@example.org>
  --> outbox/spring/1-save-the-date/run.toml:49:1
   |
49 | [[message]]
   | ^^^^^^^^^^^
   |
   = help: it does not go out again by itself; look on the server, then `erfa outbox settle spring/1-save-the-date/e-e.eml --as sent`, or `--as pending` to send it again

3 warnings
Sent: 2 of 6 mails; 3 unsure, 1 waiting.
error: sending has stopped; calling it again goes on: the server has hung up

"#]],
    );
    assert_eq!(status, 3);
    // The second run takes what waits and nothing else.
    assert_eq!(story.run("send --expect 1").1, 0);
    assert_eq!(server.recipients(), mails);
    let (listed, _) = story.run("outbox list");
    assert!(listed.contains("3 sent, 3 unsure"), "{listed}");
    let (shown, _) = story.run("outbox show 1-save-the-date --json");
    assert!(shown.contains("\"state\": \"unsure\""), "{shown}");
}

#[test]
fn a_lost_or_hostile_server_leaves_the_rest_waiting() {
    let server = Server::start();
    // One that is answered with nonsense may be the only one.
    let mut story = waiting(&server, &["a@babble.test", "b@example.org", "c@example.org"]);
    let (said, status) = story.run("send --expect 3");
    assert_eq!((status, said.contains("Sent: 2 of 3 mails; 1 waiting.")), (3, true), "{said}");
    let mut story = waiting(&server, &["a@babble.test", "b@babble.test", "c@example.org"]);
    let (said, status) = story.run("send --expect 3");
    let words = "error: sending has stopped; calling it again goes on: ";
    assert_eq!((status, said.contains(words)), (3, true), "{said}");
    assert!(said.contains("Sent: 0 of 3 mails; 3 waiting."), "{said}");
    // Who may not send at all need not try the others.
    let mut story = waiting(&server, &["a@example.org", "b@barred.test", "c@example.org"]);
    let (said, status) = story.run("send --expect 3");
    let end = "goes on: 530 5.7.0 log in first\n";
    assert_eq!((status, said.ends_with(end)), (3, true), "{said}");
    assert!(said.contains("Sent: 1 of 3 mails; 2 waiting."), "{said}");
    let (listed, _) = story.run("outbox list");
    assert!(listed.contains("2 waiting, 1 sent"), "{listed}");
    let mut story = waiting(&server, TWO);
    story.edit("network.toml", &server.port.to_string(), "1");
    let (said, status) = story.run("send --expect 2");
    let end = "error: nothing was sent: nobody takes mails there; check server and port: \
               `erfa set network smtp.host NAME`, `erfa set network smtp.port 587`: Connection refused\n";
    assert_eq!((status, said.ends_with(end)), (3, true), "{said}");
    assert_eq!(story.read("outbox/ledger.txt"), "");
}

#[test]
fn only_who_is_meant_gets_a_mail() {
    let server = Server::start();
    let mails = ["a@example.org", "b@example.org", "c@example.org", "d@example.org"];
    let mut story = waiting(&server, &mails);
    assert_eq!(story.run("send --only a-a --only nobody --expect 2").1, 1);
    assert_eq!(story.run("send --only a-a --expect 2").1, 1);
    assert_eq!(server.connections(), 0);
    story.ends("send --only c-c --expect 1", 1);
    story.edit("contacts.toml", "mail = \"a@example.org\"", "mail = false");
    story.edit("contacts.toml", "mail = \"d@example.org\"", "mail = \"new@example.org\"");
    same(
        &story.run("send --expect 1").0,
        str![[r#"
Not to A Müller: by now “never a mail” is on file
Not to D Müller: the mail would go to d@example.org, the address is new@example.org now
Sending spring/1-save-the-date: 1 mail

who       address        what
──────────────────────────────────────
B Müller  b@example.org  save-the-date

Subject of the first: Bitte vormerken: Werkstatt am 20.04.2027 in Ulm
This cannot be taken back, and afterwards neither can what was changed before.

Sent: 1 of 1 mail.

"#]],
    );
    assert_eq!(server.recipients(), ["c@example.org", "b@example.org"]);
    let mut story = waiting(&server, &mails);
    assert!(story.ends("send --limit 3 --expect 3", 30).contains("1 mail goes on waiting"));
    assert_eq!(server.recipients().len(), 5);
}

#[test]
fn the_number_is_to_be_typed() {
    let server = Server::start();
    let question = "Empfänger ein: ";
    for answer in ["j\r", "1\r", "22\r"] {
        let test = waiting(&server, TWO).0.command_line("send");
        let talk = Conversation::begin(test).sees(question).types(answer);
        let talk = talk.sees("ist nicht die Zahl der Empfänger").sees(question);
        let (screen, _) = talk.types("\r").ends(130);
        assert!(screen.contains("Abgebrochen"), "{screen}");
        assert_eq!(server.connections(), 0);
    }
    for answer in ["n\r", "Nein\r", "\r", CONTROL_C] {
        let test = waiting(&server, TWO).0.command_line("send");
        let (screen, _) = Conversation::begin(test).sees(question).types(answer).ends(130);
        assert!(screen.contains("| Betreff: Bitte vormerken: "), "{screen}");
        assert_eq!(server.connections(), 0);
    }
    let test = waiting(&server, TWO).0.command_line("send");
    let talk = Conversation::begin(test).sees("Versand von spring/1-save-the-date: 2 Mails");
    let (screen, _) = talk.sees(question).types("2\r").sees("Versandt: 2 von 2 Mails.").ends(0);
    assert!(screen.contains("2 Mails"), "{screen}");
    assert_eq!(server.recipients(), TWO);
}

#[test]
fn a_disk_that_cannot_record_stops_everything() {
    let line = "2026-11-22T12:00:00+01:00 sending spring/1-save-the-date/a-a.eml\n".len();
    for (room, taken) in [(10, 0), (line + 10, 1)] {
        let server = Server::start();
        let mut story = waiting(&server, TWO);
        let command = format!(
            "trap '' XFSZ; exec prlimit --fsize={room} {PROGRAM} send --expect 2 --pause 0.1"
        );
        let mut shell = Command::new("sh");
        shell.args(["-c", &command]);
        let output = story.0.isolate(shell).output().unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(3), "{said}");
        assert!(said.contains("error: cannot write `") && said.contains("ledger.txt"), "{said}");
        assert_eq!(server.taken().len(), taken);
        // What was taken but not recorded is unsure; nobody gets it twice.
        let rest = 2 - taken;
        let (said, status) = story.run(&format!("send --expect {rest}"));
        assert_eq!((status, said.contains("[cut-ledger]")), (0, true), "{said}");
        assert_eq!(server.recipients(), TWO);
        let ledger = story.read("outbox/ledger.txt");
        assert!(ledger.contains(" cut ledger.txt\n"), "{ledger}");
        assert_eq!(story.run("outbox list").1, 0);
    }
    // A folder that is closed to an ordinary user.
    let server = Server::start();
    let story = waiting(&server, TWO);
    let output = story.0.command_line("send --expect 2").read_only("outbox").run();
    assert_eq!(output.status, 3, "{}", output.stderr);
    assert!(output.stderr.contains("cannot write"), "{}", output.stderr);
    assert_eq!(server.connections(), 0);
}

#[test]
fn a_password_is_never_shown() {
    let server = Server::start();
    let mut story = waiting(&server, TWO);
    story.edit(
        "network.toml",
        "security",
        "user = \"netz\"\npassword-command = [\"false\"]\nsecurity",
    );
    let (said, status) = story.run("send --expect 2");
    let end = "printed nothing: password-command: exit status: 1\n";
    assert_eq!((status, said.ends_with(end)), (3, true), "{said}");
    assert_eq!(server.connections(), 0);
    // The server knows no way to log in.
    let test = std::mem::replace(&mut story.0, Test::new("check"));
    story.0 = test.env("ERFA_SMTP_PASSWORD", "sehr-geheim");
    let (said, status) = story.run("send --expect 2");
    assert_eq!((status, said.contains("geheim")), (3, false), "{said}");
    assert!(fs::read_to_string(story.path("outbox/ledger.txt")).is_ok_and(|text| text.is_empty()));
}
