//! Lists that cannot be taken in say why, and nothing of them is guessed.

use std::fs;

use super::network;

#[test]
fn a_list_with_a_quotation_mark_that_is_never_closed_is_not_empty() {
    for list in ["Name;Stadt\n\"Thal, Bo;Aue\nKim Weiß;Aue\n", "\"Name;Stadt\nBo Thal;Aue\n"] {
        let test = network("import contacts liste.csv --lang de").file("liste.csv", list);
        let output = test.run();
        assert_eq!(output.status, 1, "{}", output.stdout);
        let line = 1 + usize::from(list.starts_with('N'));
        let said = format!("in line {line} a quotation mark is not closed");
        assert!(output.stderr.contains(&said), "{}", output.stderr);
    }
}

#[test]
fn no_address_and_no_name_is_guessed() {
    let list = "Name;E-Mail\nNordhaus, Ada;ada nordhaus@example.org\nThal, Bo;bo@example.org\n\
                18;cy@example.org\n";
    let test = network("import contacts liste.csv -y").env("ERFA_LANG", "de");
    let output = test.file("liste.csv", list).run();
    assert_eq!(output.status, 0, "{}", output.stderr);
    let said = output.stdout.clone() + &output.stderr;
    for words in [
        "„ada nordhaus@example.org“ wird nicht übernommen: davor steht ein Wort",
        "Ohne Mailadresse: Ada Nordhaus. `erfa set NAME mail ADRESSE` trägt eine ein",
        "(18, cy@example.org): kein Name",
    ] {
        assert!(said.replace("\n  ", " ").contains(words), "{words}\n{said}");
    }
    let people = fs::read_to_string(output.path("contacts.toml")).unwrap();
    assert_eq!(people.matches("mail = ").count(), 1, "{people}");
    assert!(!people.contains("\"18\""), "{people}");
}

#[test]
fn a_town_with_and_without_its_river_is_one() {
    let list = "Name;Stadt\nAda Nord;Saalfeld/Saale\nBo Thal;Saalfeld\nCy Wald;Aue/Bach\n";
    let test = network("import contacts liste.csv --add-cities -y").file("liste.csv", list);
    let output = test.run();
    assert_eq!(output.status, 0, "{}", output.stderr);
    assert!(
        output.stdout.contains("Saalfeld/Saale, written Saalfeld as well"),
        "{}",
        output.stdout
    );
    let people = fs::read_to_string(output.path("contacts.toml")).unwrap();
    assert_eq!(people.matches("city = \"saalfeld-saale\"").count(), 2, "{people}");
    assert!(people.contains("city = \"aue\""), "{people}");
    let towns = fs::read_to_string(output.path("cities.toml")).unwrap();
    assert_eq!(towns.matches("[[city]]").count(), 3, "{towns}");
}

#[test]
fn titles_are_spoken_and_a_given_name_alone_is_nobody() {
    let people = "Anrede;Titel;Vorname;Name;E-Mail\nHerr;Prof. Dr.;Uwe;von der Aue;u@x.example\n\
                  Frau;;Käthe;;k@x.example\n;;Bo Thal;;b@x.example\n";
    let output = network("import contacts liste.csv -y").file("liste.csv", people).run();
    let said = &output.stdout;
    assert!(said.contains("Herr Prof. Dr. Uwe von der Aue"), "{said}");
    let refused = "Row 3 (Frau, Käthe, k@x.example): the family name to the given name “Käthe” is";
    assert!(said.contains(refused), "{said}");
    let contacts = fs::read_to_string(output.path("contacts.toml")).unwrap();
    assert!(contacts.contains("titles = [\"Prof.\", \"Dr.\"]"), "{contacts}");
    assert!(contacts.contains("given-name = \"Bo\"\nfamily-name = \"Thal\""), "{contacts}");
    assert!(!contacts.contains("Käthe"), "{contacts}");
}
