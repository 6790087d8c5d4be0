//! Who is chosen, in which order, and how the letter finds them.

use chrono::NaiveDate;

use super::{Choice, Recipient, choose, together};
use crate::domain::workspace::Workspace;
use crate::source::RawFile;
use crate::text::Language;

const CITIES: &str = r#"
[[city]]
id = "gotha"
name = "Gotha"
street = "Hauptmarkt 1"
postcode = "99867"
[[city]]
id = "apolda"
name = "Apolda"
street = "Markt 1"
postcode = "99510"
mail = "stadt@example.org"
[[city]]
id = "worbis"
name = "Worbis"
member-until = 2024-01-31
[[city]]
id = "suhl"
name = "Suhl"
"#;

const CONTACTS: &str = r#"
[[contact]]
id = "zoe"
given-name = "Zoe"
family-name = "Zahn"
city = "gotha"
mail = "zoe@example.org"
groups = ["board"]
[[contact]]
id = "ali"
given-name = "Ali"
family-name = "Öhler"
form-of-address = "Herr"
organisation = "Stadt Gotha"
office = "Oberbürgermeister"
city = "gotha"
rank = 1
groups = ["mayor", "board"]
[[contact]]
id = "bo"
given-name = "Bo"
family-name = "Adler"
form-of-address = "Frau"
familiar = true
language = "en"
street = "Weg 2"
postcode = "10115"
town = "Berlin"
[[contact]]
id = "never"
family-name = "Nie"
city = "suhl"
mail = false
groups = ["board", "quiet"]
"#;

const REPLIES: &str = r#"
[[reply]]
person = "ali"
answer = "no"
[[reply]]
city = "gotha"
answer = "yes"
with = ["Lea Lang"]
"#;

fn workspace() -> Workspace {
    let file = |path: &str, text: &str| RawFile {
        path: path.to_owned(),
        content: Ok(text.as_bytes().to_vec()),
    };
    let files = vec![
        file("network.toml", "name = \"Netz\""),
        file("cities.toml", CITIES),
        file("contacts.toml", CONTACTS),
        file("meetings/spring.toml", "title = \"Spring\"\nhosts = [\"suhl\"]"),
        file("replies/spring.toml", REPLIES),
    ];
    crate::input::read(files).workspace.unwrap()
}

fn chosen(names: &[&str]) -> Result<Vec<Recipient>, Vec<String>> {
    let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
    let on = NaiveDate::from_ymd_opt(2024, 9, 24).unwrap();
    let workspace = workspace();
    let meeting = &workspace.meetings[0];
    let choice = Choice { names: &names, meeting, language: None, on, by_mail: true };
    choose(&workspace, &choice).map_err(|findings| {
        let words = |finding: &crate::diagnostic::Diagnostic| {
            let wording = finding.problem.wording(Language::English);
            format!("{} {}", finding.code(), wording.hint.unwrap_or_default())
        };
        findings.iter().map(words).collect()
    })
}

fn ids(names: &[&str]) -> Vec<String> {
    chosen(names).unwrap().into_iter().map(|recipient| recipient.id).collect()
}

#[test]
fn people_towns_and_groups_are_chosen_once_and_in_order() {
    let cases: [(&[&str], &[&str]); 8] = [
        (&[], &[]),
        (&["zoe"], &["zoe"]),
        (&["bo", "zoe", "ali"], &["ali", "zoe", "bo"]),
        (&["gotha"], &["ali", "zoe"]),
        (&["Gotha", "board", "zoe"], &["ali", "zoe"]),
        (&["apolda", "gotha"], &["ali", "apolda", "zoe"]),
        (&["worbis"], &["worbis"]),
        (&["all"], &["ali", "apolda", "zoe", "bo"]),
    ];
    for (names, expected) in cases {
        assert_eq!(ids(names), expected, "{names:?}");
    }
    assert_eq!(chosen(&["board", "ali", "ali"]).unwrap()[0].chosen_by, ["board", "ali"]);
}

#[test]
fn nobody_is_written_to_by_accident() {
    let refused = ["never", "suhl", "quiet"];
    for name in refused {
        let codes = chosen(&[name]).unwrap_err();
        assert!(codes[0].starts_with("nobody-chosen"), "{name}: {codes:?}");
        assert_eq!(chosen(&["zoe", name]).unwrap().len(), 1, "{name} keeps nobody from a mail");
    }
    let unknown = chosen(&["zoe", "Gota", "mayors", "???"]).unwrap_err();
    assert_eq!(unknown.len(), 3);
    assert_eq!(unknown[0], "unknown-recipient did you mean `gotha`?");
    assert_eq!(unknown[1], "unknown-recipient did you mean `mayor`?");
}

#[test]
fn letters_find_people() {
    let everybody = chosen(&["all"]).unwrap();
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
        (bo.language(), bo.familiar, bo.salutation.as_str()),
        (Language::English, true, "Dear Bo,")
    );
}

#[test]
fn answers_are_a_persons_own_or_the_towns() {
    let everybody = chosen(&["all"]).unwrap();
    let answers: Vec<(&str, Option<&str>, usize)> =
        everybody.iter().map(|one| (one.id.as_str(), one.answer, one.with.len())).collect();
    let expected =
        [("ali", Some("no"), 0), ("apolda", None, 0), ("zoe", Some("yes"), 1), ("bo", None, 0)];
    assert_eq!(answers, expected);
    assert_eq!(everybody[2].city.as_deref(), Some("Gotha"));
}

#[test]
fn one_letter_to_several_has_no_address_and_one_greeting() {
    let workspace = workspace();
    let on = NaiveDate::from_ymd_opt(2024, 9, 24).unwrap();
    let names = ["board".to_owned(), "bo".to_owned()];
    let meeting = &workspace.meetings[0];
    let choice = Choice { names: &names, meeting, language: None, on, by_mail: false };
    let all = together(&workspace, &choice).unwrap();
    assert_eq!((all.name.as_str(), all.address.len(), all.mail), ("board und bo", 0, None));
    assert_eq!(all.salutation, "Sehr geehrte Damen und Herren,");
    assert!(!all.familiar);
}
