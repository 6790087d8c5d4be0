//! Salutations as they are written.

use super::{address_line, full_name, office_line, open, salutation, together};
use crate::domain::contact::Contact;
use crate::domain::line::Line;
use crate::plan::post::sample::person;
use crate::text::Language::{self, English, German};

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
        ("Frau Erika/Muster @ Landtagsabgeordnete", "Sehr geehrte Frau Abgeordnete,"),
        ("Herr Max/Muster @ Bundestagsabgeordneter", "Sehr geehrter Herr Abgeordneter,"),
        ("Frau Erika/Muster @ Landrat", "Sehr geehrte Frau Landrätin,"),
        ("Frau Erika/Muster @ Bürgermeisterin, Stadt Ulm", "Sehr geehrte Frau Bürgermeisterin,"),
        ("Herr Max/Muster @ Ministerialrat", "Sehr geehrter Herr Muster,"),
        ("Frau Erika/Muster @ Ehemalige Landrätin", "Sehr geehrte Frau Muster,"),
        ("Herr Max/Muster @ Altbürgermeister", "Sehr geehrter Herr Muster,"),
        ("Frau Dr. Erika/Muster @ Landrätin a.D.", "Sehr geehrte Frau Dr. Muster,"),
        ("Herr Max/Muster @ Bürgermeister i. R.", "Sehr geehrter Herr Muster,"),
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
        // Words of another language, or of none
        ("Ms Joan/Fairweather", "Sehr geehrte Frau Fairweather,"),
        ("Mr Max/Muster @ Landrat", "Sehr geehrter Herr Landrat,"),
        ("Mx Kim/Steinacker", "Guten Tag Kim Steinacker,"),
        ("Mx Dr. Kim/Steinacker @ Bürgermeister", "Guten Tag Dr. Kim Steinacker,"),
        ("none Kim/Steinacker", "Guten Tag Kim Steinacker,"),
        ("Mx ~Kim/Steinacker", "Hallo Kim,"),
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
        ("Ms Joan/Fairweather", "Dear Ms Fairweather,"),
        ("Mr Max/Muster", "Dear Mr Muster,"),
        ("Mx Kim/Steinacker", "Dear Mx Steinacker,"),
        ("Mx Dr. Kim/Steinacker", "Dear Dr Steinacker,"),
        ("none Kim/Steinacker", "Dear Kim Steinacker,"),
        ("none Dr. Kim/Steinacker", "Dear Dr. Kim Steinacker,"),
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
        ("Mr Max/Muster", "Herrn Max Muster", "Mr Max Muster"),
        ("Mx Kim/Steinacker", "Kim Steinacker", "Mx Kim Steinacker"),
        ("none Kim/Steinacker", "Kim Steinacker", "Kim Steinacker"),
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

#[test]
fn an_office_has_the_form_of_who_holds_it() {
    let cases = [
        ("Frau Erika/Muster @ Bürgermeister", "Bürgermeisterin"),
        ("Frau Erika/Muster @ Bürgermeister der Stadt Ulm", "Bürgermeisterin der Stadt Ulm"),
        ("Herr Max/Muster @ Oberbürgermeisterin", "Oberbürgermeister"),
        ("Frau Erika/Muster @ Beigeordneter", "Beigeordnete"),
        ("Herr Max/Muster @ Beigeordnete", "Beigeordneter"),
        ("Frau Erika/Muster @ Citymanagerin", "Citymanagerin"),
        // Nobody guesses, neither of people nor of what is no known office.
        ("Kim/Steinacker @ Bürgermeister", "Bürgermeister"),
        ("Frau Erika/Muster @ Referent für Handel", "Referent für Handel"),
    ];
    for (words, expected) in cases {
        assert_eq!(office_line(&person(words), German).as_deref(), Some(expected), "{words}");
    }
    let english = person("Frau Erika/Muster @ Bürgermeister");
    assert_eq!(office_line(&english, English).as_deref(), Some("Bürgermeister"));
    assert_eq!(office_line(&person("Frau Erika/Muster"), German), None);
}

#[test]
fn one_letter_greets_high_guests_by_name_and_then_everybody() {
    let cases: [(&[&str], Language, &str); 18] = [
        (&[], German, "Sehr geehrte Damen und Herren,"),
        (&["Frau Erika/Muster"], German, "Sehr geehrte Frau Muster,"),
        (&["Frau Erika/Muster", "Kim/Lang"], German, "Sehr geehrte Damen und Herren,"),
        (
            &["Frau A/A @ Ministerin", "Herr B/B @ Landrat", "Kim/Lang", "Frau C/C"],
            German,
            "Sehr geehrte Frau Ministerin,|sehr geehrter Herr Landrat,|sehr geehrte Damen und Herren,",
        ),
        (
            &["Frau A/A @ Bürgermeisterin", "Herr B/B @ Bürgermeister", "C/C @ Bürgermeister"],
            German,
            "Sehr geehrte Bürgermeisterinnen und Bürgermeister,",
        ),
        (
            &[
                "Herr A/A @ Oberbürgermeister",
                "Herr B/B @ Bürgermeister",
                "Frau C/C @ Bürgermeisterin",
            ],
            German,
            "Sehr geehrte Oberbürgermeisterinnen und Oberbürgermeister,|\
             sehr geehrte Bürgermeisterinnen und Bürgermeister,",
        ),
        (&["Frau ~A/A", "Herr ~B/B"], German, "Liebe Kolleginnen und Kollegen,"),
        (&["Frau ~A/A", "Herr B/B"], German, "Sehr geehrte Damen und Herren,"),
        (
            &["Frau A/A @ Ministerin", "Herr B/B @ Landrat"],
            German,
            "Sehr geehrte Frau Ministerin,|sehr geehrter Herr Landrat,",
        ),
        // Two are no group, and two of one office are told apart by their names.
        (
            &["Frau A/Abel @ Bürgermeisterin", "Herr B/Birk @ Bürgermeister"],
            German,
            "Sehr geehrte Frau Bürgermeisterin,|sehr geehrter Herr Bürgermeister,",
        ),
        (
            &["Frau A/Abel @ Bürgermeisterin", "Frau B/Birk @ Bürgermeisterin"],
            German,
            "Sehr geehrte Frau Bürgermeisterin Abel,|sehr geehrte Frau Bürgermeisterin Birk,",
        ),
        (
            &["Herr A/Abel @ Landrat", "Herr B/Birk @ Landrat", "Frau C/C", "Frau D/D", "Frau E/E"],
            German,
            "Sehr geehrter Herr Landrat Abel,|sehr geehrter Herr Landrat Birk,|\
             sehr geehrte Damen und Herren,",
        ),
        (
            &["Herr A/Abel @ Landrat", "Herr B/Abel @ Landrat"],
            German,
            "Sehr geehrter Herr Landrat A Abel,|sehr geehrter Herr Landrat B Abel,",
        ),
        (
            &["Frau A/Abel", "Frau B/Abel"],
            German,
            "Sehr geehrte Frau A Abel,|sehr geehrte Frau B Abel,",
        ),
        (
            &["Frau A/Abel @ Ministerin", "Frau ~B/Birk @ Ministerin", "C/C"],
            German,
            "Sehr geehrte Frau Ministerin,|liebe B,|sehr geehrte Damen und Herren,",
        ),
        (
            &["Frau A/Abel @ Ministerin", "Herr B/Birk @ Minister"],
            English,
            "Dear Minister Abel,|Dear Minister Birk,",
        ),
        (&["Herr A/Abel", "Frau B/Birk"], English, "Dear Mr Abel,|Dear Ms Birk,"),
        (
            &["Frau A/A @ Ministerin", "Kim/Lang", "Herr B/B"],
            English,
            "Dear Minister,|Dear Sir or Madam,",
        ),
    ];
    for (people, language, expected) in cases {
        let people: Vec<Contact> = people.iter().map(|words| person(words)).collect();
        let people: Vec<&Contact> = people.iter().collect();
        assert_eq!(together(&people, language).join("|"), expected);
    }
}
