//! A venue or contact that could not be read stops what names it, and nothing else.

use snapbox::str;

use super::{CITIES, CONTACT, Fault, NETWORK, latin1};
use crate::harness::{Output, Test};

const HALL: &str = "[[venue]]\nid = \"halle\"\nname = \"Halle\"\ncity = \"ahlen\"\n";

/// A network with two meetings: spring names a venue and a contact, autumn another of each.
fn network(command: &str) -> Test {
    let meeting = |date: &str, venue: &str, contact: &str| {
        format!(
            "title = \"Treffen\"\ndate = {date}\nhosts = [\"ahlen\"]\nvenue = \"{venue}\"\n\
             contact = \"{contact}\"\n[[session]]\ntitle = \"Rundgang\"\nstart = \"10:00\"\n"
        )
    };
    Test::new(command)
        .file("network.toml", NETWORK)
        .file("cities.toml", CITIES)
        .file("contacts.toml", &format!("{CONTACT}{}", other("family-name = \"Ulme\"\n")))
        .file("venues.toml", &format!("{HALL}{}", stage("name = \"Bühne\"\n")))
        .file("meetings/spring.toml", &meeting("2027-04-20", "halle", "l-linde"))
        .file("meetings/autumn.toml", &meeting("2027-09-14", "buehne", "u-ulme"))
        .file("replies/spring.toml", "[[reply]]\nperson = \"l-linde\"\nanswer = \"yes\"\n")
        .file("replies/autumn.toml", "[[reply]]\nperson = \"u-ulme\"\nanswer = \"yes\"\n")
}

fn stage(keys: &str) -> String {
    format!("[[venue]]\nid = \"buehne\"\n{keys}")
}

fn other(keys: &str) -> String {
    format!("[[contact]]\nid = \"u-ulme\"\ncity = \"calw\"\nmail = \"ulme@example.org\"\n{keys}")
}

/// The venue of autumn with a fault: lost, or known but for a key; before or behind the other one.
fn in_a_venue() -> Vec<Fault> {
    let fault = |content: String| Fault { path: "venues.toml", content: content.into_bytes() };
    vec![
        fault(format!("{HALL}{}", stage(""))),
        fault(format!("{}{HALL}", stage("nam = \"Bühne\"\n"))),
        fault(format!("{}{HALL}", stage("name = \"Bühne\nseats = 3\n"))),
        fault(format!("{}{HALL}", stage("name = \"Bühne\"\nseats = \"viele\"\n"))),
        fault(format!("{HALL}{}", stage("name = \"Bühne\"\n[[venue.room]]\nid = \"eins\"\n"))),
        fault(format!("{HALL}[[venue\nid = \"buehne\"\nname = \"Bühne\"\n{}", stage(""))),
    ]
}

fn in_a_contact() -> Vec<Fault> {
    let fault = |content: String| Fault { path: "contacts.toml", content: content.into_bytes() };
    vec![
        fault(format!("{CONTACT}{}", other(""))),
        fault(format!("{}{CONTACT}", other("family-name = \"Ulme\nrank = 2\n"))),
        fault(format!("{}{CONTACT}", other("family-name = \"Ulme\"\nrank = \"hoch\"\n"))),
        fault(format!("{CONTACT}{}", other("family-nam = \"Ulme\"\n"))),
    ]
}

fn beside(fault: &Fault, command: &str) -> Output {
    network(command).bytes(fault.path, &fault.content).run()
}

#[track_caller]
fn goes_on(fault: &Fault, command: &str) {
    let output = beside(fault, command);
    let about = format!("{command} beside {}", String::from_utf8_lossy(&fault.content));
    assert_eq!(output.status, 0, "{about}\n{output:?}");
    assert_eq!(told(&output), told(&network(command).run()), "{about}");
    assert!(output.stderr.ends_with("elsewhere: `erfa check`\n"), "{about}\n{output:?}");
}

/// The answer, but for the line on which an entry stands.
fn told(output: &Output) -> Vec<&str> {
    output.stdout.lines().filter(|line| !line.starts_with("Entry")).collect()
}

#[track_caller]
fn stops(fault: &Fault, command: &str) {
    let output = beside(fault, command);
    let about = format!("{command} beside {}", String::from_utf8_lossy(&fault.content));
    assert_eq!((output.status, output.stdout.as_str()), (1, ""), "{about}\n{output:?}");
    assert!(output.stderr.contains(fault.path), "{about}\n{output:?}");
}

/// Commands about spring, and those to which no venue or contact matters.
const APART: &[&str] = &[
    "programme spring",
    "programme spring --format ics",
    "programme spring --format json",
    "invite spring",
    "invite spring --to l-linde",
    "write press spring",
    "release spring --list",
    "release spring --reason so --yes",
    "outbox make invitation spring --to l-linde --yes",
    "show spring --json",
    "show ahlen",
    "meetings",
    "meetings --json",
    "next-host --why",
    "dates",
    "cities",
    "cancel autumn --reason so --yes",
    "cancel spring --reason so --yes",
    "postpone spring --reason so --yes",
    "new --host bach --date 2027-11-02 --yes",
];

#[test]
fn who_names_another_venue_goes_on() {
    for fault in in_a_venue() {
        let more = ["show halle", "show l-linde", "invite spring --to all", "replies autumn"];
        for command in APART.iter().chain(&more) {
            goes_on(&fault, command);
        }
    }
}

#[test]
fn who_names_a_lost_venue_stops() {
    for fault in in_a_venue() {
        for command in [
            "programme autumn",
            "programme autumn --format ics",
            "invite autumn",
            "release autumn --reason so --yes",
            "outbox make invitation autumn --to l-linde --yes",
            "postpone autumn --reason so --yes",
            "show autumn",
            "show buehne",
            "show nowhere",
            "meetings --format ics",
            "venues",
            "account",
            "new --host bach --date 2027-11-02 --venue buehne --yes",
        ] {
            stops(&fault, command);
        }
    }
}

#[test]
fn who_names_another_contact_goes_on() {
    for fault in in_a_contact() {
        for command in APART.iter().chain(&["show l-linde", "show halle", "venues", "account"]) {
            goes_on(&fault, command);
        }
    }
}

#[test]
fn who_rests_on_a_lost_contact_stops() {
    for fault in in_a_contact() {
        for command in [
            "programme autumn",
            "invite autumn",
            "invite spring --to u-ulme",
            "invite spring --to calw",
            "invite spring --to all",
            "write sign-in-list spring",
            "outbox make invitation spring --to all --yes",
            "replies autumn",
            "replies spring",
            "show autumn",
            "show u-ulme",
            "show nobody",
            "meetings --format ics",
            "privacy show l-linde",
        ] {
            stops(&fault, command);
        }
    }
}

#[test]
fn of_a_file_that_is_no_text_nothing_is_known() {
    for path in ["venues.toml", "contacts.toml"] {
        let fault = Fault { path, content: latin1("# Größe\n") };
        for command in ["programme spring", "programme autumn", "meetings --format ics"] {
            stops(&fault, command);
        }
        for command in ["next-host", "meetings", "cancel autumn --reason so --yes"] {
            goes_on(&fault, command);
        }
    }
}

#[test]
fn a_mail_goes_out_only_where_it_is_known_that_it_is_wanted() {
    let sent = |fault: &Fault, to: &str, number: usize| {
        let made = network(&format!("outbox make invitation spring --to {to} --yes"));
        assert!(made.command().output().unwrap().status.success());
        let test = made.bytes(fault.path, &fault.content);
        test.command_line(&format!("outbox pipe --expect {number} -- wc")).run()
    };
    for fault in in_a_contact() {
        assert_eq!(sent(&fault, "l-linde", 1).status, 0);
        let output = sent(&fault, "l-linde --to u-ulme", 2);
        assert_eq!(output.status, 1, "{output:?}");
        assert!(output.stderr.contains("contacts.toml"), "{output:?}");
    }
}

#[test]
fn a_warning_in_what_is_named_stops_the_strict() {
    let shared = format!("{CONTACT}{}", other("family-name = \"Ulme\"\n"));
    let shared = shared.replace("ulme@example.org", "linde@example.org");
    let run = |command: &str| network(command).file("contacts.toml", &shared).run().status;
    assert_eq!(run("programme autumn"), 0);
    assert_eq!(run("programme autumn --strict"), 1);
    let venue = format!("{HALL}{}", stage("name = \"Bühne\"\nlink = \"TODO\"\n"));
    let run = |command: &str| network(command).file("venues.toml", &venue).run().status;
    assert_eq!(run("programme spring --strict"), 0);
}

#[test]
fn the_fault_itself_is_shown() {
    let fault = &in_a_venue()[0];
    network("programme autumn")
        .bytes(fault.path, &fault.content)
        .stderr(str![[r#"
error[missing-key]: `name` is missing here
 --> venues.toml:5:1
  |
5 | [[venue]]
  | ^^^^^^^^^
  |
  = help: add `name = …`


"#]])
        .status(1);
}
