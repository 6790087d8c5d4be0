//! What a command asks about mails and days on a terminal.

use crate::conversation::{Conversation, ENTER};
use crate::harness::Test;

const NETWORK: &str = "name = \"Netz\"\n[sender]\nname = \"H\"\nmail = \"h@example.org\"\n";
const CITIES: &str = "[[city]]\nid = \"aue\"\nname = \"Aue\"\nmail = \"aue@example.org\"\n";
const MEETING: &str = "title = \"A\"\ndate = 2027-04-20\nplace = \"Rathaus\"\nstart = \"10:00\"\n\
                       hosts = [\"aue\"]\n";
const PEOPLE: &str = "[[contact]]\nid = \"ada\"\nfamily-name = \"Ada\"\nmail = \"ada@example.org\"\n\
                      groups = [\"rat\"]\n[[contact]]\nid = \"bo\"\nfamily-name = \"Bo\"\ngroups = [\"rat\"]\n";

fn network(command: &str) -> Test {
    Test::new(command)
        .file("network.toml", NETWORK)
        .file("cities.toml", CITIES)
        .file("contacts.toml", PEOPLE)
        .file("meetings/spring.toml", MEETING)
}

#[test]
fn mails_go_on_without_those_whom_none_reaches_if_somebody_wants_that() {
    let make = || network("outbox make invitation spring --to rat");
    let question = "Keine Mailadresse ist bekannt für Bo. Ohne sie weitermachen? [j/N] ";
    let (screen, test) = Conversation::begin(make())
        .sees(question)
        .types("j\r")
        .sees("Das ändern? [J/n] ")
        .types(ENTER)
        .ends(0);
    assert!(screen.contains("1 Mail in `outbox/spring/1-invitation/`"), "{screen}");
    let run = std::fs::read_to_string(test.folder().join("outbox/spring/1-invitation/list.txt"));
    assert!(run.unwrap().contains("Ohne Mail bleibt Bo: keine Adresse bekannt"));
    let (screen, test) = Conversation::begin(make()).sees(question).types(ENTER).ends(1);
    assert!(screen.contains("no-mail-address"), "{screen}");
    assert!(!test.folder().join("outbox").exists(), "{screen}");
    // Nobody can be asked.
    let output = make().env("ERFA_LANG", "de").run();
    assert_eq!(output.status, 1, "{}", output.stderr);
}

#[test]
fn a_program_for_mails_is_typed_with_its_arguments() {
    let made = network("outbox make invitation spring --to ada -y").run();
    assert_eq!(made.status, 0, "{}", made.stderr);
    let test = made.again().command_line("outbox pipe");
    let (_, _test) = Conversation::begin(test)
        .sees("Mit welchem Programm, etwa `msmtp -t`: ")
        .types("cat -u\r")
        .sees("1")
        .types("1\r")
        .ends(0);
}

#[test]
fn a_postponed_meeting_can_get_its_new_day_at_once() {
    let (_, test) = Conversation::begin(network("postpone spring --reason Wahl"))
        .sees("Neuer Tag, zum Beispiel 2.3.2027 (leer: noch offen): ")
        .types("27.4.2027\r")
        .sees("Das ändern? [J/n] ")
        .types(ENTER)
        .ends(0);
    let meeting = std::fs::read_to_string(test.folder().join("meetings/spring.toml")).unwrap();
    assert!(meeting.contains("date = 2027-04-27"), "{meeting}");
}
