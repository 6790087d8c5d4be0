//! What an invitation says on its first line.

use super::{Invitation, invitation};
use crate::source::RawFile;
use crate::text::{Language, plain};
use crate::view::programme::{Edition, programme};

const NETWORK: &str = r#"
name = "Netz"
meeting-name = "Erfahrungsaustausch (ERFA)"
[sender]
name = "Hanna Eichbaum"
street = "Am Markt 1"
town = "Birkenfurt"
"#;

fn written(head: &str, language: Language) -> Invitation {
    let file = |path: &str, text: &str| RawFile {
        path: path.to_owned(),
        content: Ok(text.as_bytes().to_vec()),
    };
    let cities =
        "[[city]]\nid = \"koeln\"\nname = \"Köln\"\n[[city]]\nid = \"ulm\"\nname = \"Ulm\"";
    let files = vec![
        file("network.toml", NETWORK),
        file("cities.toml", cities),
        file("meetings/a.toml", &format!("title = \"A\"\n{head}")),
    ];
    let workspace = crate::input::read(files).workspace.unwrap();
    let meeting = &workspace.meetings[0];
    let answer = programme(&workspace, meeting, language, Edition::Full);
    invitation(&workspace, meeting, answer, None)
}

#[test]
fn subjects_say_what_when_and_where() {
    let cases = [
        (
            "date = 2024-09-24\nhosts = [\"ulm\"]",
            "Einladung: Erfahrungsaustausch (ERFA) am 24.09.2024 in Ulm",
            "Invitation: Erfahrungsaustausch (ERFA) on 24 September 2024 in Ulm",
        ),
        (
            "date = 2024-04-21\nend-date = 2024-04-22\nhosts = [\"koeln\", \"ulm\"]",
            "Einladung: Erfahrungsaustausch (ERFA), 21.–22. April 2024, in Köln und Ulm",
            "Invitation: Erfahrungsaustausch (ERFA), 21–22 April 2024, in Köln and Ulm",
        ),
        (
            "date-text = \"Herbst 2027\"\nhosts = [\"ulm\"]",
            "Einladung: Erfahrungsaustausch (ERFA), Herbst 2027, in Ulm",
            "Invitation: Erfahrungsaustausch (ERFA), Herbst 2027, in Ulm",
        ),
        ("", "Einladung: Erfahrungsaustausch (ERFA)", "Invitation: Erfahrungsaustausch (ERFA)"),
        (
            "date = 2024-09-24\nstatus = \"cancelled\"",
            "Absage: Erfahrungsaustausch (ERFA) am 24.09.2024",
            "Cancelled: Erfahrungsaustausch (ERFA) on 24 September 2024",
        ),
        (
            "date = 2024-09-24\nstatus = \"postponed\"",
            "Neuer Termin: Erfahrungsaustausch (ERFA) am 24.09.2024",
            "New date: Erfahrungsaustausch (ERFA) on 24 September 2024",
        ),
        (
            "status = \"postponed\"",
            "Verschoben: Erfahrungsaustausch (ERFA)",
            "Postponed: Erfahrungsaustausch (ERFA)",
        ),
    ];
    for (head, german, english) in cases {
        assert_eq!(plain(&written(head, Language::German).subject), german);
        assert_eq!(plain(&written(head, Language::English).subject), english);
    }
}

#[test]
fn an_open_letter_addresses_everybody_and_names_its_sender() {
    let letter = written("", Language::German);
    assert_eq!(letter.salutation, "Sehr geehrte Damen und Herren,");
    assert!(letter.recipient.is_none() && !letter.familiar);
    assert_eq!(letter.sender.organisation, "Netz");
    assert_eq!(letter.sender.address, ["Am Markt 1", "Birkenfurt"]);
    assert_eq!(letter.sender.mail, None);
}
