//! Salutations as they are written.

use super::{address_line, full_name, open, salutation};
use crate::domain::contact::{Contact, FormOfAddress, Mail};
use crate::domain::id::Id;
use crate::domain::line::Line;
use crate::source::{Origin, SourceFile, Sources};
use crate::text::Language::{English, German};

/// A person in one line: form of address, titles, given name, `/`, family name, `@` office. A given
/// name with `~` before it is on first-name terms.
fn person(words: &str) -> Contact {
    let file = Sources::default().add(SourceFile { path: String::new(), text: String::new() });
    let line = |words: &str| Line::new(words).ok();
    let (words, office) = words.split_once(" @ ").unwrap_or((words, ""));
    let (before, family_name) = words.split_once('/').unwrap();
    let mut before: Vec<&str> = before.split_whitespace().collect();
    let form_of_address = match before.first() {
        Some(&"Frau") => Some(FormOfAddress::Frau),
        Some(&"Herr") => Some(FormOfAddress::Herr),
        _ => None,
    };
    if form_of_address.is_some() {
        before.remove(0);
    }
    let is_title = |word: &&str| word.ends_with('.') || word.contains("Dipl") || *word == "PD";
    let titles = before.iter().filter(|word| is_title(word)).filter_map(|word| line(word));
    let given_name = before.iter().rfind(|word| !is_title(word)).copied().unwrap_or_default();
    Contact {
        id: Id::new("x").unwrap(),
        origin: Origin::new(file, 0..0),
        titles: titles.collect(),
        familiar: given_name.starts_with('~'),
        given_name: line(given_name.trim_start_matches('~')),
        family_name: line(family_name).unwrap(),
        form_of_address,
        office: line(office),
        organisation: None,
        department: None,
        city: None,
        street: None,
        postcode: None,
        town: None,
        mail: Mail::Unknown,
        phone: None,
        language: None,
        rank: None,
        groups: Vec::new(),
        salutation: None,
        note: None,
    }
}

#[test]
fn german_salutations() {
    let cases = [
        // Names
        ("Frau Erika/Muster", "Sehr geehrte Frau Muster,"),
        ("Herr Max/Muster", "Sehr geehrter Herr Muster,"),
        ("Frau/Muster", "Sehr geehrte Frau Muster,"),
        ("Frau Rosa/Weidner-Korff", "Sehr geehrte Frau Weidner-Korff,"),
        ("Frau Maria/von Hohenadel", "Sehr geehrte Frau von Hohenadel,"),
        ("Herr Konrad/von der Aue", "Sehr geehrter Herr von der Aue,"),
        ("Herr Karl/zu Wald", "Sehr geehrter Herr zu Wald,"),
        ("Herr Karl/Graf von Hohenadel", "Sehr geehrter Graf von Hohenadel,"),
        ("Frau Maria/Gräfin Hohenadel", "Sehr geehrte Gräfin Hohenadel,"),
        ("Herr Karl/Freiherr von Wald", "Sehr geehrter Freiherr von Wald,"),
        ("Frau Maria/Prinzessin zu Wald", "Sehr geehrte Prinzessin zu Wald,"),
        ("Frau Steffi/Graf", "Sehr geehrte Frau Graf,"),
        ("Frau Steffi/Graf-Baron", "Sehr geehrte Frau Graf-Baron,"),
        ("Herr Karl/Prinz", "Sehr geehrter Herr Prinz,"),
        ("Herr Dr. Karl/Graf von Hohenadel", "Sehr geehrter Herr Dr. Graf von Hohenadel,"),
        // Grades
        ("Frau Dr. Erika/Muster", "Sehr geehrte Frau Dr. Muster,"),
        ("Herr Dr. med. Max/Muster", "Sehr geehrter Herr Dr. Muster,"),
        ("Herr Dr. Dr. h.c. Max/Muster", "Sehr geehrter Herr Dr. Muster,"),
        ("Herr Dr.-Ing. Max/Muster", "Sehr geehrter Herr Dr. Muster,"),
        ("Frau PD Dr. Erika/Muster", "Sehr geehrte Frau Dr. Muster,"),
        ("Frau Prof. Dr. Erika/Muster", "Sehr geehrte Frau Professorin Muster,"),
        ("Herr Prof. Dr. Max/Muster", "Sehr geehrter Herr Professor Muster,"),
        ("Herr Dr. Prof. Max/Muster", "Sehr geehrter Herr Professor Muster,"),
        ("Frau Jun.-Prof. Erika/Muster", "Sehr geehrte Frau Professorin Muster,"),
        ("Herr Dipl.-Ing. Max/Muster", "Sehr geehrter Herr Muster,"),
        ("Frau M.A. Erika/Muster", "Sehr geehrte Frau Muster,"),
        // Offices
        ("Frau Erika/Muster @ Oberbürgermeisterin", "Sehr geehrte Frau Oberbürgermeisterin,"),
        ("Herr Max/Muster @ Oberbürgermeister", "Sehr geehrter Herr Oberbürgermeister,"),
        ("Frau Dr. Erika/Muster @ Bürgermeisterin", "Sehr geehrte Frau Bürgermeisterin,"),
        ("Herr Max/Muster @ Bürgermeister der Stadt Ulm", "Sehr geehrter Herr Bürgermeister,"),
        ("Frau Erika/Muster @ Bürgermeister", "Sehr geehrte Frau Bürgermeisterin,"),
        ("Frau Erika/Muster @ Landrätin", "Sehr geehrte Frau Landrätin,"),
        ("Herr Max/Muster @ Landrat", "Sehr geehrter Herr Landrat,"),
        ("Frau Erika/Muster @ Ministerin für Infrastruktur", "Sehr geehrte Frau Ministerin,"),
        ("Herr Max/Muster @ Staatssekretär", "Sehr geehrter Herr Staatssekretär,"),
        ("Frau Erika/Muster @ Ministerpräsidentin", "Sehr geehrte Frau Ministerpräsidentin,"),
        ("Herr Max/Muster @ Abgeordneter", "Sehr geehrter Herr Abgeordneter,"),
        ("Frau Erika/Muster @ Abgeordnete", "Sehr geehrte Frau Abgeordnete,"),
        ("Herr Prof. Max/Muster @ Präsident", "Sehr geehrter Herr Präsident,"),
        ("Frau Erika/Muster @ Beigeordnete", "Sehr geehrte Frau Muster,"),
        ("Herr Max/Muster @ Zweiter Beigeordneter", "Sehr geehrter Herr Muster,"),
        ("Herr Max/Muster @ Oberbürgermeister a. D.", "Sehr geehrter Herr Muster,"),
        ("Herr Max/Muster @ Stellvertretender Landrat", "Sehr geehrter Herr Muster,"),
        ("Herr Max/Muster @ Referent des Oberbürgermeisters", "Sehr geehrter Herr Muster,"),
        ("Frau Erika/Muster @ Amtsleiterin", "Sehr geehrte Frau Muster,"),
        ("Frau Dr. Erika/Muster @ Citymanagerin", "Sehr geehrte Frau Dr. Muster,"),
        // No form of address: nobody guesses
        ("Kim/Steinacker", "Guten Tag Kim Steinacker,"),
        ("Erika/Muster", "Guten Tag Erika Muster,"),
        ("Dr. Kim/Steinacker", "Guten Tag Dr. Kim Steinacker,"),
        ("Prof. Dr. Kim/Steinacker", "Guten Tag Prof. Kim Steinacker,"),
        ("Kim/Steinacker @ Bürgermeister", "Guten Tag Kim Steinacker,"),
        ("/Steinacker", "Guten Tag,"),
        // First-name terms
        ("Frau ~Erika/Muster", "Liebe Erika,"),
        ("Herr ~Max/Muster", "Lieber Max,"),
        ("~Kim/Steinacker", "Hallo Kim,"),
        ("Frau Dr. ~Erika/Muster @ Oberbürgermeisterin", "Liebe Erika,"),
        ("Frau ~/Muster", "Sehr geehrte Frau Muster,"),
    ];
    for (words, expected) in cases {
        assert_eq!(salutation(&person(words), German), expected, "{words}");
    }
}

#[test]
fn english_salutations() {
    let cases = [
        ("Frau Joan/Fairweather", "Dear Ms Fairweather,"),
        ("Herr Max/Muster", "Dear Mr Muster,"),
        ("Frau Dr. Erika/Muster", "Dear Dr Muster,"),
        ("Frau Prof. Dr. Erika/Muster", "Dear Professor Muster,"),
        ("Kim/Steinacker", "Dear Kim Steinacker,"),
        ("/Steinacker", "Hello,"),
        ("Frau ~Erika/Muster", "Dear Erika,"),
        ("Frau Erika/Muster @ Oberbürgermeisterin", "Dear Mayor,"),
        ("Herr Max/Muster @ Mayor", "Dear Mayor,"),
        ("Herr Max/Muster @ Landrat", "Dear District Administrator,"),
        ("Kim/Steinacker @ Ministerin", "Dear Minister,"),
        ("Herr Max/Muster @ Abgeordneter", "Dear Mr Muster,"),
        ("Frau Erika/Muster @ Beigeordnete", "Dear Ms Muster,"),
    ];
    for (words, expected) in cases {
        assert_eq!(salutation(&person(words), English), expected, "{words}");
    }
}

#[test]
fn addresses_are_in_the_accusative_with_all_titles() {
    let cases = [
        ("Herr Dr. Veit/Salzwinkel", "Herrn Dr. Veit Salzwinkel", "Dr. Veit Salzwinkel"),
        ("Frau Prof. Dr. Rosa/Weidner", "Frau Prof. Dr. Rosa Weidner", "Prof. Dr. Rosa Weidner"),
        ("Herr Konrad/von der Aue", "Herrn Konrad von der Aue", "Mr Konrad von der Aue"),
        ("Frau Joan/Fairweather", "Frau Joan Fairweather", "Ms Joan Fairweather"),
        ("Kim/Steinacker", "Kim Steinacker", "Kim Steinacker"),
    ];
    for (words, german, english) in cases {
        assert_eq!(address_line(&person(words), German), german);
        assert_eq!(address_line(&person(words), English), english);
    }
    assert_eq!(full_name(&person("Herr Dr. Dr. Max/Muster")), "Dr. Dr. Max Muster");
}

#[test]
fn own_words_outrank_every_rule() {
    let own = Line::new("Verehrter Herr Altbürgermeister,").ok();
    let contact = Contact { salutation: own, ..person("Herr ~Max/Muster @ Bürgermeister") };
    assert_eq!(salutation(&contact, German), "Verehrter Herr Altbürgermeister,");
    assert_eq!(salutation(&contact, English), "Verehrter Herr Altbürgermeister,");
    assert_eq!(open(German), "Sehr geehrte Damen und Herren,");
}
