//! People: in which order they stand, and where letters find them.

use snapbox::str;

use crate::harness::{Test, same};

const NETWORK: &str = "name = 'Talrunde'\n\
    [sender]\nname = 'Hanna Eiche'\nmail = 'tal@example.org'\n";

const CITIES: &str = "[[city]]\nid = 'aue'\nname = 'Aue'\n[[city]]\nid = 'berg'\nname = 'Berg'\n";

const MEETING: &str = "title = 'Höfe'\ndate = 2027-07-06\nhosts = ['aue']\nplace = 'Rathaus'\n";

fn workspace(command: &str, contacts: &str) -> Test {
    Test::new(command)
        .file("network.toml", NETWORK)
        .file("cities.toml", CITIES)
        .file("contacts.toml", contacts)
        .file("meetings/m.toml", MEETING)
}

/// Somebody in Berg.
fn person(id: &str, given: &str, family: &str) -> String {
    format!(
        "[[contact]]\nid = '{id}'\ngiven-name = '{given}'\nfamily-name = '{family}'\n\
         city = 'berg'\nmail = '{id}@example.org'\n"
    )
}

#[test]
fn attachments_of_one_mail_have_different_names() {
    let output = workspace("-q outbox make invitation --to a -y", &person("a", "Anna", "Lahn"))
        .file("Übersicht.pdf", "1")
        .file("uebersicht.pdf", "2")
        .file("UEBERSICHT-2.PDF", "3")
        .file("invite.ics", "4")
        .file("plan", "5")
        .file("x/plan", "6")
        .arg("--attach=Übersicht.pdf")
        .arg("--attach=uebersicht.pdf")
        .arg("--attach=UEBERSICHT-2.PDF")
        .arg("--attach=invite.ics")
        .arg("--attach=plan")
        .arg("--attach=x/plan")
        .run();
    let mail = std::fs::read_to_string(output.path("outbox/m/1-invitation/a.eml")).unwrap();
    let names: Vec<&str> = mail.lines().filter_map(|line| line.split("filename=").nth(1)).collect();
    same(
        &names.join("\n"),
        str![[r#"
"invite.ics"
"uebersicht.pdf"
"uebersicht-2.pdf"
"uebersicht-2-2.pdf"
"invite-2.ics"
"plan"
"plan-2"
"#]],
    );
}

