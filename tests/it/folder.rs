//! `erfa folder`: the whole file of a meeting, numbered, all of it or nothing.

use std::collections::BTreeMap;
use std::fs;

use crate::harness::{Output, Test, files};

const EXAMPLE: &str = "examples/netzwerk-flusstal";
const SPRING: &str = "2027-04-20-eschenquell";

fn erfa(command: &str) -> Test {
    Test::new(&format!("folder {command}")).workspace(EXAMPLE)
}

/// The files in the folder `akte`, with what they say.
fn filed(output: &Output) -> BTreeMap<String, Vec<u8>> {
    let root = output.path("akte");
    let name = |path: &std::path::Path| path.file_name().unwrap().to_str().unwrap().to_owned();
    let all = files(&root, |_| true);
    all.iter().map(|path| (name(path), fs::read(path).unwrap())).collect()
}

#[test]
fn the_file_tells_what_it_holds_and_what_not() {
    let output = erfa(&format!("{SPRING} akte --format html")).run();
    assert_eq!(output.status, 0, "{}", output.stderr);
    let filed = filed(&output);
    let contents =
        String::from_utf8(filed["01-inhalt-2027-04-20-eschenquell.html"].clone()).unwrap();
    for name in filed.keys() {
        assert!(contents.contains(name.as_str()), "{name} is missing in\n{contents}");
    }
    for (name, stands) in [
        ("02-programm.html", true),
        ("04-ablaufplan.html", true),
        ("05-kalendereintrag.ics", true),
        ("07-einladung.html", true),
        ("15-absage.html", false),
        ("30-antworten.html", true),
    ] {
        assert_eq!(filed.contains_key(name), stands, "{name}: {:?}", filed.keys());
    }
    for said in
        ["Bedarfsliste", "vertraulich", "erfa privacy purge", "das Treffen steht noch bevor"]
    {
        assert!(contents.contains(said), "{said}:\n{contents}");
    }
}

#[test]
fn the_same_file_has_the_same_bytes_and_is_renewed_in_its_place() {
    let command = format!("folder {SPRING} akte --format html --today 2026-11-22");
    let first = Test::new(&command).workspace(EXAMPLE).run();
    assert_eq!(first.status, 0, "{}", first.stderr);
    let before = filed(&first);
    let second = first.again().command_line(&command).run();
    assert_eq!(second.status, 0, "{}", second.stderr);
    assert_eq!(filed(&second), before);
    // After the meeting what looked ahead stays, and is said to be of before.
    let later = command.replace("2026-11-22", "2027-05-02");
    let third = second.again().command_line(&later).run();
    assert_eq!(third.status, 0, "{}", third.stderr);
    let after = filed(&third);
    assert_eq!(after["07-einladung.html"], before["07-einladung.html"]);
    let contents =
        String::from_utf8(after["01-inhalt-2027-04-20-eschenquell.html"].clone()).unwrap();
    assert!(contents.contains("Früher abgelegt") && contents.contains("07-einladung.html"));
    assert!(after.contains_key("17-dank.html"), "{:?}", after.keys());
}

#[test]
fn files_of_others_are_never_touched() {
    let command = format!("{SPRING} akte --format text");
    let beside = erfa(&command).file("akte/notiz.txt", "unsere").run();
    assert_eq!(beside.status, 0, "{}", beside.stderr);
    assert_eq!(filed(&beside)["notiz.txt"], b"unsere");
    let foreign = erfa(&command).file("akte/02-programm.txt", "unseres").run();
    assert_eq!(foreign.status, 1, "{}", foreign.stderr);
    assert!(foreign.stderr.contains("[stands-there]"), "{}", foreign.stderr);
    assert_eq!(filed(&foreign).len(), 1);
    let forced = erfa(&format!("{command} --force")).file("akte/02-programm.txt", "unseres").run();
    assert_eq!(forced.status, 0, "{}", forced.stderr);
    let is_a_file = erfa(&command).file("akte", "keine").run();
    assert!(is_a_file.status != 0, "{}", is_a_file.stderr);
    // Nobody knows any more who wrote them: that is one finding.
    let copied = erfa(&command).run();
    fs::remove_dir_all(copied.path(".erfa")).unwrap();
    fs::write(copied.path("akte/02-programm.txt"), "unseres").unwrap();
    fs::write(copied.path("akte/04-ablaufplan.txt"), "auch").unwrap();
    let copied = copied.again().command_line(&format!("folder {command}")).run();
    assert_eq!(copied.stderr.matches("[stands-there]").count(), 1, "{}", copied.stderr);
    assert!(copied.stderr.contains("not to its copy"), "{}", copied.stderr);
    for own in [".", "meetings", "minutes/new", "outbox"] {
        let output = erfa(&format!("{SPRING} {own} --format text")).run();
        assert_eq!(output.status, 1, "{own}: {}", output.stderr);
        assert!(output.stderr.contains("files of the workspace lie there"), "{}", output.stderr);
    }
}

#[test]
fn a_meeting_that_is_cancelled_held_or_an_idea_has_its_file() {
    for (meeting, has, lacks) in [
        ("2026-06-16-tannbrueck", "Absage", "Unterschriftenliste"),
        ("2026-03-17-birkenfurt", "Protokoll", "Einladung"),
        ("2027-herbst-exkursion", "Programm", "Kalendereintrag"),
    ] {
        let output = erfa(&format!("{meeting} akte --format markdown --today 2026-05-20")).run();
        assert_eq!(output.status, 0, "{meeting}: {}", output.stderr);
        let contents =
            String::from_utf8(filed(&output)[&format!("01-inhalt-{meeting}.md")].clone()).unwrap();
        let (held, missing) = contents.split_once("## Nicht in der Akte").unwrap();
        assert!(held.contains(has), "{meeting}: {contents}");
        assert!(missing.contains(lacks), "{meeting}: {contents}");
    }
    let unknown = erfa("nirgends akte --format text").run();
    assert_eq!(unknown.status, 1, "{}", unknown.stderr);
    assert!(!unknown.path("akte").exists());
    let empty = Test::new("folder a akte --format text --lang en")
        .network()
        .file("meetings/a.toml", "title = 'A'\n")
        .run();
    assert_eq!(empty.status, 0, "{}", empty.stderr);
    assert!(filed(&empty).contains_key("01-contents-a.txt"));
}

#[test]
fn the_file_of_another_meeting_is_left_as_it_is() {
    let mut output = erfa(&format!("{SPRING} akte --format text")).run();
    assert_eq!(output.status, 0, "{}", output.stderr);
    let before = filed(&output);
    let other = "2026-03-17-birkenfurt akte --format";
    for format in ["text", "markdown"] {
        output = output.again().command_line(&format!("folder {other} {format}")).run();
        assert_eq!(output.status, 1, "{}", output.stderr);
        assert!(output.stderr.contains("[folder-of-another]"), "{}", output.stderr);
        assert_eq!(filed(&output), before);
    }
    let forced = output.again().command_line(&format!("folder {other} text --force")).run();
    assert_eq!(forced.status, 0, "{}", forced.stderr);
    assert!(filed(&forced).contains_key("01-inhalt-2026-03-17-birkenfurt.txt"));
}

#[test]
fn what_is_not_for_everybody_never_comes_among_pages_for_everybody() {
    let sheet = ("akte/01-inhalt-a.txt", "");
    let pages = ("web/erfa-site.txt", "erfa-site 1\n");
    for (command, (path, text)) in [
        ("folder a web --format text", pages),
        ("folder a web/akte --format text", pages),
        ("programme a --all web", pages),
        ("site akte -y", sheet),
    ] {
        let meeting = "title = 'A'\ndate = 2027-10-05\n";
        let there = Test::new(command).network().file("meetings/a.toml", meeting);
        let output = there.file(path, text).run();
        assert_eq!(output.status, 1, "{command}: {}", output.stderr);
        assert!(output.stderr.contains("[mixed-folder]"), "{command}: {}", output.stderr);
        let folder = output.path(path).parent().unwrap().to_owned();
        assert_eq!(files(&folder, |_| true), [output.path(path)]);
    }
}

#[test]
fn the_file_of_what_was_called_off_tells_so_for_ever() {
    let output = erfa("2026-06-16-tannbrueck akte --format markdown --today 2027-05-20").run();
    assert_eq!(output.status, 0, "{}", output.stderr);
    assert!(filed(&output).contains_key("15-absage.md"), "{:?}", filed(&output).keys());
}

#[test]
fn the_file_of_an_idea_thanks_nobody_and_asks_nobody() {
    let output = Test::new("folder a akte --format text")
        .network()
        .file(
            "meetings/a.toml",
            "title = 'A'\nstatus = 'idea'\ndate = 2027-10-05\nplace = 'Rathaus'\nstart = '10:00'\n",
        )
        .run();
    assert_eq!(output.status, 0, "{}", output.stderr);
    let filed = filed(&output);
    assert!(filed.contains_key("02-programm.txt"), "{:?}", filed.keys());
    for (name, content) in &filed {
        let text = String::from_utf8_lossy(content);
        for said in ["Zusage. Wir freuen", "fehlt uns noch"] {
            assert!(!text.contains(said), "{name}: {text}");
        }
    }
}

#[test]
fn nothing_is_written_through_a_link_out_of_the_folder() {
    let written = erfa(&format!("{SPRING} akte --format text")).run();
    assert_eq!(written.status, 0, "{}", written.stderr);
    let elsewhere = written.path("elsewhere.txt");
    fs::write(&elsewhere, "unseres").unwrap();
    fs::remove_file(written.path("akte/02-programm.txt")).unwrap();
    std::os::unix::fs::symlink(&elsewhere, written.path("akte/02-programm.txt")).unwrap();
    let before = filed(&written);
    let again =
        written.again().command_line(&format!("folder {SPRING} akte --format text --force"));
    let again = again.env("ERFA_LANG", "de").run();
    assert_eq!(again.status, 3, "{}", again.stderr);
    let why = "`akte/02-programm.txt` lässt sich nicht schreiben: dort steht ein Verweis in einen anderen Ordner";
    assert!(again.stderr.contains(why), "{}", again.stderr);
    assert_eq!(filed(&again), before);
}

#[test]
fn no_page_is_written_through_a_link_out_of_its_folder() {
    let meeting = "title = 'A'\ndate = 2027-10-05\nplace = 'Rathaus'\nstart = '10:00'\n";
    let network = || Test::new("site web -y").network().file("meetings/a.toml", meeting);
    // A page, and a folder of pages before there are any.
    for (link, leads_to) in [("web/index.html", "network.toml"), ("web/meetings", "meetings")] {
        let site = network().run();
        assert_eq!(site.status, 0, "{}", site.stderr);
        let link = site.path(link);
        if link.is_dir() {
            fs::remove_dir_all(&link).unwrap();
        } else {
            fs::remove_file(&link).unwrap();
        }
        std::os::unix::fs::symlink(site.path(leads_to), &link).unwrap();
        let before = files(&site.path("meetings"), |_| true);
        let network = fs::read(site.path("network.toml")).unwrap();
        let again = site.again().command_line("site web --force -y").run();
        assert_eq!(again.status, 3, "{}", again.stderr);
        assert!(again.stderr.contains("it is a link to another folder"), "{}", again.stderr);
        assert_eq!(fs::read(again.path("network.toml")).unwrap(), network);
        assert_eq!(files(&again.path("meetings"), |_| true), before);
    }
}
