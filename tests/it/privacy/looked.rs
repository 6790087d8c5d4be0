//! Where an access request looks: behind an address of before, in mails that came in, at a single word.

use super::Office;
use crate::harness::Test;

#[test]
fn an_address_of_before_leads_to_the_person() {
    let mut office = Office::with_mails();
    let now = office.read("contacts.toml").replace("cedar@example.org", "new@example.org");
    office.write("contacts.toml", &now);
    let by_key = office.done("privacy show c-cedar");
    assert_eq!(office.done("privacy show cedar@example.org"), by_key);
    for held in
        ["new@example.org", "cedar@example.org", "contacts.toml:12", "replies/spring.toml:11"]
    {
        assert!(by_key.contains(held), "{held}: {by_key}");
    }
    // So does the name under which they were written to.
    let now = office.read("contacts.toml").replace("\"Cedar\"", "\"Spruce\"");
    office.write("contacts.toml", &now);
    office.write("notes.txt", "Chris Cedar fragt nach Parkplätzen\n");
    let said = office.done("privacy show Chris-Cedar");
    assert!(said.contains("Chris Spruce") && said.contains("notes.txt:1"), "{said}");
}

#[test]
fn mails_that_came_in_are_looked_into_behind_their_coding() {
    let mut office = Office::new();
    office.write(
        "in/1.eml",
        "From: \"Dr. Berta Birke\" <b.birke@example.org>\r\nTo: netz@example.org\r\nSubject: Ja\r\n\
         Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n\
         SWNoIGJyaW5nZSBMZW5hIExpbmRlIG1pdC4=\r\n",
    );
    let said = office.done("privacy show b-birke");
    assert!(said.contains("(in/1.eml:1)"), "{said}");
    let said = office.done("privacy show lena-linde");
    assert!(said.contains("Ich bringe Lena Linde mit."), "{said}");
    // Tables as Windows writes them, too.
    std::fs::write(office.path("liste.csv"), b"Name\nJ\xf6rg M\xfcller\n").unwrap();
    let said = office.done("privacy show jörg-müller");
    assert!(said.contains("Jörg Müller (liste.csv:2)"), "{said}");
}

#[test]
fn a_single_word_is_never_said_to_stand_nowhere_where_it_does() {
    let mut office = Office::new();
    let (said, status) = office.run("privacy show Birke");
    assert_eq!(status, 1, "{said}");
    assert!(said.contains("`Birke` alone names nobody for certain; the word stands in"), "{said}");
    assert!(said.contains("`b-birke` may be meant"), "{said}");
    let (said, status) = office.run("privacy show Niemandsland");
    assert_eq!(status, 1, "{said}");
    assert!(said.contains("the workspace holds nothing about `Niemandsland`"), "{said}");
}

#[test]
fn a_name_is_found_in_either_order_and_a_surname_is_to_be_looked_at() {
    let told = |person: &str| {
        let output = Test::new("-q privacy show")
            .arg(person)
            .file("network.toml", "name = 'Netz'\n")
            .file(
                "contacts.toml",
                "[[contact]]\nid = 'ida'\ngiven-name = 'Ida'\nfamily-name = 'Quell'\n",
            )
            .file(
                "meetings/m.toml",
                "title = 'Höfe'\ndate = 2027-07-06\nnote = 'Thalheim wegen Parkplatz'\n\
                 [[session]]\ntitle = 'Vortrag'\npeople = [{ name = 'Elsa Thalheim' }]\n",
            )
            .file(
                "replies/m.toml",
                "[[reply]]\nperson = 'ida'\nanswer = 'yes'\nwith = ['Thalheim, Elsa']\n\
                 note = 'Frau Thalheim isst kein Fleisch'\n",
            )
            .file("minutes/m.md", "# Höfe\n\nFrau Thalheim fragt nach Bänken.\nThalheimer Straße\n")
            .file("list.csv", "Name\n\"Thalheim, Elsa\"\n")
            .run();
        assert_eq!(output.status, 0, "{}", output.stderr);
        output.stdout
    };
    let found = told("Elsa Thalheim");
    let words = |said: &str| said.split_whitespace().collect::<Vec<_>>().join(" ");
    for expected in [
        "Höfe (m): Vortrag; in the programme (meetings/m.toml:6)",
        "(replies/m.toml:1)",
        "note = 'Thalheim wegen Parkplatz'; the family name alone (meetings/m.toml:3)",
        "Frau Thalheim fragt nach Bänken.; the family name alone (minutes/m.md:3)",
        "\"Thalheim, Elsa\" (list.csv:2)",
    ] {
        assert!(words(&found).contains(expected), "{expected}: {found}");
    }
    assert!(!found.contains("Thalheimer"), "{found}");
    let places = |said: &str| -> Vec<String> {
        said.lines().filter(|line| line.starts_with('•')).map(str::to_owned).collect()
    };
    for other in ["Thalheim, Elsa", "Frau Elsa Thalheim"] {
        assert_eq!(places(&told(other)), places(&found), "{other}");
    }
}
