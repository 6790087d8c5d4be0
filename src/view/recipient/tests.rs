//! How those who are chosen are called, greeted and found.

use super::{Recipient, recipient, together};
use crate::domain::outbox::Outbox;
use crate::domain::reply::ReplyAnswer;
use crate::example::date;
use crate::plan::post::recipient::{Choice, choose};
use crate::plan::post::reply::answers::Answers;
use crate::plan::post::sample::network;
use crate::text::Language;

fn everybody() -> Vec<Recipient> {
    let workspace = network();
    let meeting = &workspace.meetings[0];
    let names = ["all".to_owned()];
    let choice = Choice { names: &names, meeting, today: date("2024-09-24"), by_mail: true };
    let chosen = choose(&workspace, &choice).unwrap().recipients;
    let no_mails = Outbox::default();
    let answers = Answers::new(&workspace, &no_mails, meeting);
    chosen.iter().map(|one| recipient(&workspace, meeting, &answers, one, None)).collect()
}

#[test]
fn letters_find_people() {
    let everybody = everybody();
    let [ali, apolda, zoe, bo] = &everybody[..] else { panic!("{everybody:?}") };
    assert_eq!(
        ali.address,
        ["Stadt Gotha", "Oberbürgermeister", "Herrn Ali Öhler", "Hauptmarkt 1", "99867 Gotha"]
    );
    assert_eq!(
        (ali.mail.as_deref(), ali.salutation.as_str()),
        (None, "Sehr geehrter Herr Oberbürgermeister,")
    );
    assert_eq!(zoe.address, ["Zoe Zahn", "Hauptmarkt 1", "99867 Gotha"]);
    assert_eq!(zoe.mail.as_deref(), Some("zoe@example.org"));
    assert_eq!(apolda.name, "Stadt Apolda");
    assert_eq!(apolda.address, ["Stadt Apolda", "Markt 1", "99510 Apolda"]);
    assert_eq!(apolda.mail.as_deref(), Some("stadt@example.org"));
    assert_eq!(apolda.salutation, "Sehr geehrte Damen und Herren,");
    assert_eq!(bo.address, ["Ms Bo Adler", "Weg 2", "10115 Berlin"]);
    assert_eq!(
        (bo.language, bo.familiar, bo.salutation.as_str()),
        (Language::English, true, "Dear Bo,")
    );
}

#[test]
fn answers_are_a_persons_own_or_the_towns() {
    let everybody = everybody();
    let answers: Vec<(&str, Option<ReplyAnswer>, usize)> =
        everybody.iter().map(|one| (one.id.as_str(), one.answer, one.with.len())).collect();
    let expected = [
        ("ali", Some(ReplyAnswer::No), 0),
        ("apolda", None, 0),
        // Whom the town brings along is not hers.
        ("zoe", Some(ReplyAnswer::Yes), 0),
        ("bo", None, 0),
    ];
    assert_eq!(answers, expected);
    assert_eq!(everybody[2].city.as_deref(), Some("Gotha"));
}

#[test]
fn one_letter_to_several_has_no_address_and_one_greeting() {
    let workspace = network();
    let names = ["board".to_owned(), "bo".to_owned()];
    let meeting = &workspace.meetings[0];
    let choice = Choice { names: &names, meeting, today: date("2024-09-24"), by_mail: false };
    let chosen = choose(&workspace, &choice).unwrap().recipients;
    let all = together(&workspace, &chosen, &names, None);
    assert_eq!((all.name.as_str(), all.address.len(), all.mail), ("board und bo", 0, None));
    assert_eq!(all.salutation, "Sehr geehrte Damen und Herren,");
    assert!(!all.familiar);
}
