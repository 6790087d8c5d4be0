//! What press notices say of a meeting, and of which.

use crate::harness::Test;

/// What a press notice says of a meeting with these keys.
fn notice(keys: &str) -> String {
    let meeting = format!("title = \"Treffen\"\ndate = 2027-04-20\n{keys}\n");
    let output = Test::new("--lang de --today 2027-01-05 -q write press a")
        .file("network.toml", "name = \"Netz\"\n")
        .file(
            "cities.toml",
            "[[city]]\nid = \"aue\"\nname = \"Aue\"\n\n[[city]]\nid = \"bach\"\nname = \"Bach\"\n\
             member-until = 2027-02-28\n",
        )
        .file("meetings/a.toml", &meeting)
        .run();
    assert_eq!(output.status, 0, "{}", output.stderr);
    output.stdout.replace(['\n', '\u{a0}'], " ")
}

#[test]
fn only_what_says_so_is_held_online_alone() {
    let hybrid = notice("hosts = [\"aue\"]\nonline = \"Der Vortrag wird übertragen.\"");
    assert!(hybrid.contains("in Aue zusammen.  Termin"), "{hybrid}");
    assert!(hybrid.contains("Online  Der Vortrag wird übertragen."), "{hybrid}");
    // What is transmitted is no way to take part.
    assert!(!hybrid.contains("auch online"), "{hybrid}");
    let online = notice("hosts = [\"aue\"]\nplace = \"Online (Zoom)\"\nonline = \"Zoom\"");
    assert!(online.contains("online zusammen. Gastgeberin ist Aue."), "{online}");
    assert!(!online.contains("auch online"), "{online}");
}

#[test]
fn a_notice_names_who_is_a_member_when_it_is_written() {
    let notice = notice("hosts = [\"aue\"]");
    assert!(notice.contains("Mitglieder sind Aue und Bach."), "{notice}");
}

#[test]
fn a_time_is_not_said_of_every_day() {
    let notice = notice("end-date = 2027-04-21\nstart = \"9:00\"\nhosts = [\"aue\"]");
    assert!(notice.contains("am 20. und 21. April 2027 in Aue zusammen."), "{notice}");
    assert!(notice.contains("Beginn 09:00 Uhr"), "{notice}");
}

#[test]
fn an_idea_is_told_to_the_press_only_by_name() {
    let network = |command: &str| Test::new(command).workspace("examples/netzwerk-flusstal").run();
    for document in ["press", "save-the-date"] {
        let command = format!("-q write {document} 2027-herbst-exkursion");
        let output = network(&command);
        assert_eq!(output.status, 1, "{document}: {}", output.stderr);
        let output = network(&format!("{command} --anyway"));
        assert_eq!(output.status, 0, "{document}: {}", output.stderr);
    }
}
