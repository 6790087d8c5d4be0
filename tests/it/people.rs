//! People: in which order they stand, and where letters find them.

use snapbox::str;

use crate::harness::{Test, same};

const NETWORK: &str = "name = 'Talrunde'\n\
    [sender]\nname = 'Hanna Eiche'\nmail = 'tal@example.org'\n";

const CITIES: &str = "[[city]]\nid = 'aue'\nname = 'Aue'\n[[city]]\nid = 'berg'\nname = 'Berg'\n";

const MEETING: &str =
    "start = '9:00'\ntitle = 'Höfe'\ndate = 2027-07-06\nhosts = ['aue']\nplace = 'Rathaus'\n";

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
    let output = workspace("outbox make invitation --to a -y", &person("a", "Anna", "Lahn"))
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
        // Nobody needs the same file twice.
        .arg("--attach=./plan")
        .run();
    let told = format!("{}{}", output.stdout, output.stderr);
    let attached =
        "invite-2.ics, plan, plan-2, uebersicht-2-2.pdf, uebersicht-2.pdf and uebersicht.pdf\n";
    assert!(told.contains(attached), "{told}");
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

/// What is said of a meeting that was swapped from Aue to Berg.
fn swapped(meeting: &str, command: &str) -> String {
    let meeting = format!("date = 2027-07-06\nhosts = ['berg']\n{meeting}");
    let output = workspace(command, &person("a", "Anna", "Lahn"))
        .file("venues.toml", "[[venue]]\nid = 'hof'\nname = 'Alter Hof'\ncity = 'aue'\n")
        .file("meetings/m.toml", &meeting)
        .file("meetings/n.toml", "title = 'Wege'\ndate = 2027-10-05\nhosts = ['aue']\n")
        .file("rotation.toml", "[[swap]]\nmeetings = ['m', 'n']\nreason = 'Umbau'\n")
        .run();
    output.stdout + &output.stderr
}

#[test]
fn a_swap_leaves_no_town_behind_unsaid() {
    let told = |meeting: &str| -> Vec<String> {
        let said = swapped(meeting, "check");
        let found =
            said.lines().filter_map(|line| line.strip_prefix("warning[former-host-named]: "));
        found.map(|found| found.replace(", which does not host the meeting any more", "")).collect()
    };
    let title = |title: &str| format!("title = '{title}'\n");
    assert_eq!(told(&title("Höfe in Aue")), ["`Höfe in Aue` still names Aue"]);
    assert_eq!(told(&title("Auer Höfe")), ["`Auer Höfe` still names Aue"]);
    assert!(told(&title("Höfe in Berg")).is_empty());
    assert!(told(&title("Auenwege")).is_empty());
    // Each is named by its own words, wherever its place can be shown.
    assert_eq!(
        told(&(title("Höfe") + "subtitle = 'Was Aue bewegt'\ndescription = 'Aue zeigt sie.'\n")),
        ["`Was Aue bewegt` still names Aue", "`Aue zeigt sie.` still names Aue"]
    );
    let session = |more: &str| title("Höfe") + "[[session]]\n" + more;
    assert_eq!(
        told(&session("title = 'Rundgang durch Aue'\nkind = 'tour'\nplace = 'hof'\n")),
        ["`Rundgang durch Aue` still names Aue", "the venue `Alter Hof` is still that of Aue"]
    );
    let host = "people = [{ function = 'Bürgermeisterin', city = 'aue', role = 'host' }]\n";
    assert_eq!(
        told(&session(&format!("title = 'Gruß'\n{host}"))),
        ["for the hosts there is still somebody of Aue"]
    );
    // What the town tells of itself it tells anywhere, and what is dropped is told nobody.
    assert!(told(&session("title = 'Leerstand in Aue'\nkind = 'talk'\n")).is_empty());
    let guest = "people = [{ name = 'Rosa Frey', organisation = 'Stadt Aue' }]\n";
    assert!(told(&session(&format!("title = 'Bericht'\n{guest}"))).is_empty());
    assert!(told(&session("title = 'Weg durch Aue'\nstatus = 'dropped'\n")).is_empty());
}

#[test]
fn another_host_by_hand_leaves_no_town_behind_unsaid() {
    let set = |title: &str| {
        let meeting = format!("title = '{title}'\ndate = 2027-07-06\nhosts = ['aue']\n");
        let output = workspace("set m hosts berg --yes", &person("a", "Anna", "Lahn"))
            .file("meetings/m.toml", &meeting)
            .run();
        output.stdout + &output.stderr
    };
    assert!(set("Höfe in Aue").contains("`Höfe in Aue` still names Aue"), "{}", set("Höfe in Aue"));
    assert!(!set("Höfe").contains("former-host-named"));
}

#[test]
fn whoever_is_no_member_yet_is_written_to_with_a_warning_alone() {
    let cities = "[[city]]\nid = 'aue'\nname = 'Aue'\n[[city]]\nid = 'berg'\nname = 'Berg'\n\
        member-since = 2027-08-01\n";
    let said = |command: &str, since: &str| {
        let output = workspace(command, &person("a", "Anna", "Lahn"))
            .file("cities.toml", &cities.replace("2027-08-01", since))
            .run();
        (output.stdout + &output.stderr).replace('\u{a0}', " ")
    };
    let warning = "Berg becomes a member on 1 August 2027, after the meeting, yet is written to";
    let all = said("write save-the-date m --to all", "2027-08-01");
    assert!(all.contains(warning) && all.contains("Anna Lahn"), "{all}");
    let named = said("write save-the-date m --to a", "2027-08-01");
    assert!(!named.contains("becomes a member"), "{named}");
    let member = said("write save-the-date m --to all", "2027-07-06");
    assert!(!member.contains("becomes a member"), "{member}");
    // Whoever is no member is expected by nobody unless they say so.
    assert!(!said("write sign-in-list m", "2027-08-01").contains("Lahn"));
    assert!(said("write sign-in-list m", "2027-07-06").contains("Lahn"));
}

#[test]
fn a_family_name_means_nobody_of_whom_the_words_before_it_are_not_true() {
    let contacts = person("jw", "Jörg", "Weiß").replace("city", "form-of-address = 'Herr'\ncity")
        + &person("zk", "Zoë", "Kühn")
        + &person("am", "Anna", "Moor").replace("city", "titles = ['Dr.']\ncity");
    for (words, written) in [
        ("Weiß", "{ contact = \"jw\" }"),
        ("Herr Weiß", "{ contact = \"jw\" }"),
        ("Frau Weiß", "{ name = \"Frau Weiß\" }"),
        ("Dr. Kühn", "{ name = \"Dr. Kühn\" }"),
        ("Dr. Moor", "{ contact = \"am\" }"),
    ] {
        let command = "add session Rundgang --kind tour -y --people";
        let output = workspace(command, &contacts).arg(words).run();
        assert_eq!(output.status, 0, "{words}: {}", output.stderr);
        let meeting = std::fs::read_to_string(output.path("meetings/m.toml")).unwrap();
        assert!(meeting.contains(&format!("people = [{written}]")), "{words}: {meeting}");
    }
}
