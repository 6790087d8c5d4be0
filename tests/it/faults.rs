//! A fault stops only what rests on it: whatever is broken elsewhere is one line.

use crate::harness::{Output, Test};

mod calendar;
mod entries;
mod events;
mod words;

const CITIES: &str = "[[city]]\nid = \"ahlen\"\nname = \"Ahlen\"\n\n\
                      [[city]]\nid = \"bach\"\nname = \"Bach\"\n\n\
                      [[city]]\nid = \"calw\"\nname = \"Calw\"\n";

const CONTACT: &str = "[[contact]]\nid = \"l-linde\"\ngiven-name = \"Lena\"\n\
                       family-name = \"Linde\"\nform-of-address = \"Frau\"\ncity = \"bach\"\n\
                       mail = \"linde@example.org\"\n";

const NETWORK: &str =
    "name = \"Netz\"\n[sender]\nname = \"Hanna Eiche\"\nmail = \"netz@example.org\"\n";

const MARKET: &str =
    "BEGIN:VEVENT\r\nUID:2\r\nDTSTART;VALUE=DATE:20270610\r\nSUMMARY:Markt\r\nEND:VEVENT\r\n";

/// What other people's calendars, files and programs do to a file, with the lines it is named by.
struct Fault {
    path: &'static str,
    content: Vec<u8>,
}

/// A network with a meeting `spring` in which all is well.
fn well(command: &str) -> Test {
    Test::new(command)
        .file("network.toml", NETWORK)
        .file("cities.toml", CITIES)
        .file("contacts.toml", CONTACT)
        .file("venues.toml", "[[venue]]\nid = \"halle\"\nname = \"Halle\"\n")
        .file(
            "meetings/spring.toml",
            "title = \"Frühjahr\"\ndate = 2027-04-20\nhosts = [\"ahlen\"]\nvenue = \"halle\"\n\
             [[session]]\ntitle = \"Rundgang\"\nstart = \"10:00\"\n",
        )
        .file("replies/spring.toml", "[[reply]]\nperson = \"l-linde\"\nanswer = \"yes\"\n")
}

fn calendar(event: &str) -> Vec<u8> {
    format!("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{event}{MARKET}END:VCALENDAR\r\n").into_bytes()
}

fn latin1(text: &str) -> Vec<u8> {
    text.chars().map(|character| u8::try_from(u32::from(character)).unwrap()).collect()
}

/// Faults in the calendar.
fn in_calendar() -> Vec<Fault> {
    let event = |lines: &str| calendar(&format!("BEGIN:VEVENT\r\nUID:1\r\n{lines}END:VEVENT\r\n"));
    let ics = |content| Fault { path: "calendar/bach.ics", content };
    let toml = |content| Fault { path: "calendar/more.toml", content };
    vec![
        ics(event("DTSTART;VALUE=DATE:20270231\r\nSUMMARY:Fest\r\n")),
        ics(event("SUMMARY:Fest\r\n")),
        ics(event("DTSTART;VALUE=DATE:20270608\r\nDTEND;VALUE=DATE:20270601\r\n")),
        ics(latin1(&String::from_utf8(event("SUMMARY:Straße\r\n")).unwrap())),
        ics(event("")[..60].to_vec()),
        ics(b"<html>".to_vec()),
        ics(Vec::new()),
        toml(b"[[period]]\ntitle = \"Rat\nkind = \"council\"\nfrom = 2027-06-08\n".to_vec()),
        toml(latin1("[[period]]\ntitle = \"Straße\"\nkind = \"council\"\nfrom = 2027-06-08\n")),
        toml(b"[[period]]\ntitle = \"Rat\"\nkind = \"rat\"\nfrom = 2027-06-08\n".to_vec()),
        toml(b"[[period]]\ntitle = \"Rat\"\nkind = \"council\"\nfrom = 2027-02-31\n".to_vec()),
        Fault { path: "calendar/elsewhere.ics", content: calendar("") },
    ]
}

/// Faults of another meeting after which nobody knows when and where it is.
fn in_another_meeting() -> Vec<Fault> {
    let fault = |content| Fault { path: "meetings/autumn.toml", content };
    let autumn = "title = \"Herbst\"\ndate = 2027-09-14\nhosts = [\"bach\"]\n";
    vec![
        fault(b"title = \"Herbst\ndate = 2027-09-14\nhosts = [\"bach\"]\n".to_vec()),
        fault(format!("{autumn}[[session]]\ntitle = \"Rund").into_bytes()),
        fault(latin1(&autumn.replace("Herbst", "Spätherbst"))),
        fault(b"title = \"Herbst\"\ndate = 2027-09-14\nhost = [\"bach\"]\n".to_vec()),
        fault(b"title = \"Herbst\"\ndate = 2027-09-14\nhosts = [\"bahc\"]\n".to_vec()),
        fault(b"title = \"Herbst\"\ndate = 2027-09-31\nhosts = [\"bach\"]\n".to_vec()),
        fault(b"date = 2027-09-14\nhosts = [\"bach\"]\n".to_vec()),
        fault(format!("{autumn}status = \"sicher\"\n").into_bytes()),
        fault(Vec::new()),
    ]
}

/// Faults of another meeting that its date and hosts do not rest on, and faults of its replies.
fn beside_another_meeting() -> Vec<Fault> {
    let autumn = "title = \"Herbst\"\ndate = 2027-09-14\nhosts = [\"bach\"]\n";
    let meeting = |more: &str| Fault {
        path: "meetings/autumn.toml",
        content: format!("{autumn}{more}").into_bytes(),
    };
    let replies = |content: &str| Fault { path: "replies/spring-2.toml", content: content.into() };
    vec![
        meeting("[[session]]\ntitle = \"Rundgang\"\nstart = \"25:00\"\n"),
        meeting("[[session]]\ntitel = \"Rundgang\"\n"),
        meeting("start = \"10:00\"\nend = \"09:00\"\n"),
        meeting("previous = \"winter\"\n"),
        replies("[[reply]]\nperson = \"l-linde\"\nanswer = \"yes\n"),
        replies("[[reply]]\nperson = \"l-linde\"\nanswer = \"yes\"\n"),
        Fault { path: "templates/de/thanks.md", content: latin1("# Grüße\n") },
        Fault { path: "templates/de/thanks.md", content: Vec::new() },
        Fault { path: "templates/letter.typ", content: latin1("// Größe\n") },
    ]
}

/// Runs `command` beside the fault.
fn beside(fault: &Fault, command: &str) -> Output {
    well(command).bytes(fault.path, &fault.content).run()
}

/// Whatever is said of faults elsewhere.
fn is_said(output: &Output) -> bool {
    let last = output.stderr.lines().last().unwrap_or_default();
    last.contains("elsewhere: `erfa check`")
}

/// Commands that read one meeting, or none.
const OF_ONE: &[&str] = &[
    "programme spring",
    "programme spring --format json",
    "programme spring --format ics",
    "invite spring --to l-linde",
    "write press spring",
    "write reminder spring --to calw",
    "write sign-in-list spring",
    "write --list",
    "replies spring",
    "replies spring --json",
    "release spring --list",
    "venues",
    "show spring",
    "show l-linde --json",
];

/// Commands that read all meetings.
const OF_ALL: &[&str] = &[
    "meetings",
    "meetings --json",
    "meetings --format ics",
    "cities",
    "cities --json",
    "next-host",
    "next-host --json",
    "account",
    "account --json",
    "plan",
    "plan --json",
    "dates --from 2027-06-08 --until 2027-06-12 --format ics",
    "outbox list",
];

#[track_caller]
fn goes_on(fault: &Fault, command: &str) -> Output {
    let output = beside(fault, command);
    let about = format!("{command} beside {}\n{output:?}", fault.path);
    assert_eq!(output.status, 0, "{about}");
    assert!(is_said(&output), "{about}");
    if command.contains("json") {
        serde_json::from_str::<serde_json::Value>(&output.stdout).expect(&about);
    }
    output
}

/// Whether nothing that `command` words rests on a template or a design.
fn is_plain(command: &str) -> bool {
    let lists = ["venues", "meetings", "cities", "next-host", "account", "plan", "dates"];
    lists.iter().any(|list| command.starts_with(list))
}

#[test]
fn every_fault_is_an_error_of_check() {
    for fault in in_calendar().iter().chain(&in_another_meeting()).chain(&beside_another_meeting())
    {
        assert_eq!(beside(fault, "check").status, 1, "{}", fault.path);
    }
}

#[test]
fn what_does_not_read_a_broken_file_goes_on() {
    for command in OF_ONE.iter().chain(OF_ALL) {
        let sound = well(command).run();
        for fault in in_calendar().iter().chain(&beside_another_meeting()) {
            // Whoever has no use for a template does not read it.
            if is_plain(command) && fault.path.starts_with("templates/") {
                let output = beside(fault, command);
                let [said, expected] = [&output, &sound].map(|it| (&it.stdout, &it.stderr));
                assert_eq!((output.status, said), (0, expected), "{command}");
                continue;
            }
            let output = goes_on(fault, command);
            // The answer is the same as without the file, unless it counts what is well in it.
            let rests_on_it = ["dates", "plan"].iter().any(|it| command.starts_with(it));
            if !rests_on_it && fault.path != "meetings/autumn.toml" {
                assert_eq!(output.stdout, sound.stdout, "{command}");
            }
        }
    }
}

#[test]
fn a_broken_meeting_is_left_out_and_named() {
    let named = "; not counted here: `meetings/autumn.toml`\n";
    for command in OF_ONE.iter().chain(OF_ALL) {
        let sound = well(command).run();
        for fault in in_another_meeting() {
            let output = goes_on(&fault, command);
            assert_eq!(output.stdout, sound.stdout, "{command}");
            assert_eq!(output.stderr.ends_with(named), OF_ALL.contains(command), "{output:?}");
        }
        let quiet = beside(&in_another_meeting()[0], &format!("{command} --quiet"));
        assert_eq!(quiet.stderr.ends_with(named), OF_ALL.contains(command), "{quiet:?}");
    }
}

#[test]
fn a_meeting_that_others_cannot_tell_still_counts_if_its_head_is_well() {
    let autumn = "title = \"Herbst\"\ndate = 2027-02-14\nhosts = [\"ahlen\", \"bach\"]\n";
    let broken = format!("{autumn}[[session]]\ntitle = \"Rundgang\"\nstart = \"25:00\"\n");
    for command in ["next-host --why", "account --why", "cities", "dates --why", "plan --why"] {
        let run = |text| well(command).file("meetings/autumn.toml", text).run();
        let [sound, broken] = [autumn, broken.as_str()].map(run);
        assert_eq!(broken.stdout, sound.stdout, "{command}");
        assert_eq!(broken.stderr.lines().last(), Some("1 finding elsewhere: `erfa check`"));
    }
}

#[test]
fn who_reads_a_broken_file_is_stopped_by_it_alone() {
    let stopped = |fault: &Fault, command: &str| {
        let output = beside(fault, command);
        assert_eq!((output.status, output.stdout.as_str()), (1, ""), "{command}: {output:?}");
        assert!(output.stderr.contains(fault.path), "{command}: {}", output.stderr);
        assert!(!output.stderr.contains("elsewhere"), "{command}: {}", output.stderr);
        output
    };
    for mut fault in in_another_meeting() {
        for command in ["programme autumn", "invite autumn", "show autumn", "replies autumn"] {
            stopped(&fault, command);
        }
        // The whole workspace is what these read.
        stopped(&fault, "privacy show l-linde");
        fault.path = "meetings/spring.toml";
        stopped(&fault, "programme spring --format json");
    }
    let replies = |content: &[u8]| Fault { path: "replies/spring.toml", content: content.to_vec() };
    for fault in [replies(b"[[reply]]\n"), replies(b"[[reply\n"), replies(&latin1("# ä"))] {
        for command in [
            "replies spring",
            "replies set l-linde no --meeting spring --yes",
            "write reminder spring --to calw",
            "write sign-in-list spring",
            "invite spring --to l-linde --json",
        ] {
            stopped(&fault, command);
        }
        goes_on(&fault, "programme spring");
        goes_on(&fault, "invite spring --to l-linde");
        goes_on(&fault, "next-host");
    }
    let template = |path, content: &[u8]| Fault { path, content: content.to_vec() };
    let latin1 = latin1("# Grüße\n");
    stopped(&template("templates/de/programme.md", &latin1), "programme spring");
    stopped(&template("templates/de/programme.md", b""), "programme spring");
    stopped(&template("templates/de/invitation.md", &latin1), "invite spring");
    stopped(&template("templates/de/notes.md", &latin1), "write notes spring");
    // Were it read with a sign that it does not have, it would be a good style sheet.
    let style = template("templates/style.css", b"/* Gr\xF6\xDFe */ p { margin: 0 }\n");
    stopped(&style, "programme spring --format html");
    goes_on(&style, "programme spring");
    let design = template("templates/programme.typ", b"// Gr\xF6\xDFe\n");
    goes_on(&design, "programme spring --format docx --output out.docx");
    if cfg!(feature = "pdf") {
        stopped(&design, "programme spring --format pdf --output out.pdf");
    }
    goes_on(&template("templates/en/programme.md", &latin1), "programme spring");
    let rotation = Fault { path: "rotation.toml", content: b"[[skip]]\n".to_vec() };
    stopped(&rotation, "next-host");
    stopped(&rotation, "account");
    goes_on(&rotation, "programme spring");
    goes_on(&rotation, "dates");
}

#[test]
fn what_is_changed_must_be_known() {
    let said = |test: Test| {
        let output = test.run();
        (output.status, output.stderr)
    };
    for fault in in_another_meeting() {
        let run = |command: &str| said(well(command).bytes(fault.path, &fault.content));
        for command in [
            "skip bach --reason so --yes",
            "new --date 2027-11-02 --yes",
            "plan --count 1 --save --yes",
            "cancel --reason so --yes",
            "held --yes",
            "release --reason so --yes",
            "outbox make invitation --to all --yes",
        ] {
            let (status, stderr) = run(command);
            assert_eq!(status, 1, "{command}: {stderr}");
            assert!(stderr.contains(fault.path), "{command}: {stderr}");
        }
        for command in [
            "cancel spring --reason so --yes",
            "postpone spring --on 2027-05-04 --reason so --yes",
            "release spring --reason so --yes",
            "replies set l-linde no --meeting spring --yes",
            "new --host bach --date 2027-11-02 --yes",
            "outbox make invitation spring --to l-linde --yes",
        ] {
            let (status, stderr) = run(command);
            assert_eq!(status, 0, "{command}: {stderr}");
            assert!(stderr.ends_with("elsewhere: `erfa check`\n"), "{command}: {stderr}");
        }
    }
    for fault in in_calendar() {
        let run = |command: &str| said(well(command).bytes(fault.path, &fault.content));
        assert_eq!(run("skip bach --reason so --yes").0, 0, "{}", fault.path);
        assert_eq!(run("new --date 2027-11-02 --yes").0, 0, "{}", fault.path);
        assert_eq!(run("plan --count 1 --save --yes").0, 1, "{}", fault.path);
    }
}

/// What words nothing by a template does not read any; whoever prints a page reads its look.
#[test]
fn a_broken_template_is_nothing_to_who_needs_none() {
    let broken = |args: &str| {
        let test = Test::new(args)
            .network()
            .file("cities.toml", "[[city]]\nid = \"aue\"\nname = \"Aue\"\n");
        let test = test.file("templates/de/programme.md/x", "").file("templates/style.css/x", "");
        let output = test.run();
        (output.status, output.stdout + &output.stderr)
    };
    assert_eq!(broken("next-host"), (0, "Aue\n".to_owned()));
    assert!(broken("cities --json").1.starts_with('['));
    assert_eq!(broken("cities --json").0, 0);
    let (status, said) = broken("cities --format html");
    assert_eq!((status, said.contains("error[not-a-file]")), (1, true), "{said}");
    assert_eq!(broken("check").0, 1);
}
