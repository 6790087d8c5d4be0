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

/// A run of mails to all would stop on it.
#[test]
fn a_town_that_nobody_can_be_written_to_in_is_named() {
    let output =
        workspace("--lang de --today 2027-01-01 contacts", &person("z", "Zora", "Lahn")).run();
    assert!(output.stdout.contains("Neither contact nor mail address: aue"), "{}", output.stdout);
    let known = CITIES.replace("name = 'Aue'", "name = 'Aue'\nmail = 'aue@example.org'");
    let test = workspace("--lang de --today 2027-01-01 contacts", &person("z", "Zora", "Lahn"));
    let output = test.file("cities.toml", &known).run();
    assert!(!output.stdout.contains("Neither"), "{}", output.stdout);
}

#[test]
fn people_of_one_family_name_stand_by_given_name() {
    let contacts = [
        person("z", "Zora", "Lahn"),
        person("o", "Özlem", "Lahn"),
        person("p", "Otto", "Lahn"),
        person("a", "Anna", "Lahn"),
    ]
    .concat();
    let names = |words: &str| {
        let people = words
            .split_whitespace()
            .filter(|word| ["Anna", "Otto", "Özlem", "Zora"].contains(word));
        let mut names: Vec<&str> = people.collect();
        names.dedup();
        names.join(" ")
    };
    let replies = ["z", "p", "o", "a"]
        .map(|id| format!("[[reply]]\nperson = '{id}'\nanswer = 'yes'\n"))
        .concat();
    for command in [
        "-q write sign-in-list",
        "-q write invitation --to berg",
        "-q outbox make invitation --to berg -y",
    ] {
        let output = workspace(command, &contacts).run();
        let said = if command.contains("outbox") {
            std::fs::read_to_string(output.path("outbox/m/1-invitation/list.txt")).unwrap()
        } else {
            output.stdout
        };
        assert_eq!(names(&said), "Anna Otto Özlem Zora", "{command}: {said}{}", output.stderr);
    }
    let output =
        workspace("-q replies --format json", &contacts).file("replies/m.toml", &replies).run();
    assert_eq!(names(&output.stdout.replace('"', " ")), "Anna Otto Özlem Zora");
}

#[test]
fn names_that_are_written_surname_first_are_whole_at_the_door() {
    let output = workspace("-q write sign-in-list", &person("a", "Anna", "Lahn"))
        .file(
            "replies/m.toml",
            "[[reply]]\nperson = 'a'\nanswer = 'yes'\n\
             with = ['Thal, Elsa', 'Bo Lahn, Bauamt', 'von der Aue, Kurt']\n",
        )
        .run();
    let rows: Vec<&str> = output.stdout.lines().filter(|line| line.contains("Berg ")).collect();
    same(
        &rows.join("\n"),
        str![[r#"
  1  Berg                    Kurt von der Aue
  2  Berg                    Anna Lahn
  3  Berg                    Bo Lahn
  4  Berg                    Elsa Thal
"#]],
    );
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

#[test]
fn letters_abroad_end_with_the_country_in_capitals() {
    let contacts = "[[contact]]\nid = 'joan'\ngiven-name = 'Joan'\nfamily-name = 'Reed'\n\
        street = '1 Quay Street'\ntown = 'Riverside RV1 2AB'\ncountry = 'Vereinigtes Königreich'\n\
        [[contact]]\nid = 'ida'\nfamily-name = 'Au'\nstreet = 'Weg 1'\npostcode = '00123'\n\
        town = 'Gießen'\ncountry = 'Deutschland'\n\
        [[contact]]\nid = 'lena'\nfamily-name = 'Bach'\ncity = 'linz'\n";
    let cities = "[[city]]\nid = 'aue'\nname = 'Aue'\n\
        [[city]]\nid = 'linz'\nname = 'Linz'\npostcode = '4020'\nstreet = 'Großer Weg 1'\n\
        country = 'Österreich'\n";
    let output = |command: &str| workspace(command, contacts).file("cities.toml", cities).run();
    let said = output("-q write invitation --to all --format json").stdout;
    let letters: serde_json::Value = serde_json::from_str(&said).unwrap();
    let letters = letters.as_array().unwrap().iter().map(|one| &one["recipient"]["address"]);
    let addresses: Vec<String> = letters
        .map(|lines| {
            let lines = lines.as_array().unwrap().iter().map(|line| line.as_str().unwrap());
            lines.collect::<Vec<_>>().join(" / ")
        })
        .collect();
    same(
        &addresses.join("\n"),
        str![[r#"
Stadt Aue / Aue
Bach / Großer Weg 1 / 4020 LINZ / ÖSTERREICH
Au / Weg 1 / 00123 Gießen
Joan Reed / 1 Quay Street / RIVERSIDE RV1 2AB / VEREINIGTES KÖNIGREICH
"#]],
    );
    let letter = output("-q write invitation --to joan").stdout;
    assert!(
        letter.starts_with("Joan Reed\n1 Quay Street\nRIVERSIDE RV1 2AB\nVEREINIGTES KÖNIGREICH\n"),
        "{letter}"
    );
    let known = output("-q privacy show joan").stdout;
    assert!(known.contains("Country      Vereinigtes Königreich"), "{known}");
}

#[test]
fn addresses_that_no_program_sends_to_are_refused_where_they_stand() {
    for address in ["\"a b\"@example.org", "a b@example.org", "(x)a@example.org"] {
        let contact = format!("[[contact]]\nid = 'a'\nfamily-name = 'Au'\nmail = '{address}'\n");
        let output = workspace("check", &contact).run();
        let place = "contacts.toml:4:8";
        assert_eq!(output.status, 1, "{address}: {}", output.stdout);
        assert!(
            output.stdout.contains("error[bad-mail]") && output.stdout.contains(place),
            "{}",
            output.stdout
        );
    }
}

#[test]
fn a_host_that_has_left_is_named_beside_one_that_has_not() {
    let cities = "[[city]]\nid = 'aue'\nname = 'Aue'\nmember-until = 2026-12-31\n\
        [[city]]\nid = 'berg'\nname = 'Berg'\n[[city]]\nid = 'tal'\nname = 'Tal'\nmember-since = 2028-01-01\n";
    let meeting = "title = 'Höfe'\ndate = 2027-07-06\nhosts = ['aue', 'berg', 'tal']\n";
    let output = workspace("check", &person("a", "Anna", "Lahn"))
        .file("cities.toml", cities)
        .file("meetings/m.toml", meeting)
        .run();
    let said: Vec<&str> =
        output.stdout.lines().filter(|line| line.contains("[host-not-member]")).collect();
    // Who comes later is a guest as yet.
    assert_eq!(
        said,
        ["warning[host-not-member]: Aue is not a member on this day"],
        "{}",
        output.stdout
    );
}

#[test]
fn a_swap_leaves_no_town_behind_unsaid() {
    let rotation = "[[swap]]\nmeetings = ['m', 'n']\nreason = 'Umbau'\n";
    let told = |title: &str| {
        let meeting = format!("title = '{title}'\ndate = 2027-07-06\nhosts = ['berg']\n");
        let output = workspace("check", &person("a", "Anna", "Lahn"))
            .file("meetings/m.toml", &meeting)
            .file("meetings/n.toml", "title = 'Wege'\ndate = 2027-10-05\nhosts = ['aue']\n")
            .file("rotation.toml", rotation)
            .run();
        output.stdout.contains("[former-host-named]")
    };
    assert!(told("Höfe in Aue"));
    assert!(!told("Höfe in Berg"));
    assert!(!told("Auenwege"));
}
