//! What letters say on their first line, and to whom they go.

use super::{Letter, letter};
use crate::example::workspace;
use crate::text::{Language, plain};
use crate::view::DocumentKind;
use crate::view::merge::merge_data;
use crate::view::programme::{Edition, programme};
use crate::view::recipient::Recipient;

const NETWORK: &str = r#"
name = "Netz"
meeting-name = "Erfahrungsaustausch (ERFA)"
[sender]
name = "Hanna Eichbaum"
street = "Am Markt 1"
town = "Birkenfurt"
"#;

fn written(kind: Option<DocumentKind>, head: &str, language: Language) -> Letter {
    let cities =
        "[[city]]\nid = \"koeln\"\nname = \"Köln\"\n[[city]]\nid = \"ulm\"\nname = \"Ulm\"";
    let workspace = workspace(&[
        ("network.toml", NETWORK),
        ("cities.toml", cities),
        ("meetings/a.toml", &format!("title = \"A\"\n{head}")),
    ]);
    let meeting = &workspace.meetings[0];
    let answer = programme(&workspace, meeting, language, Edition::Full);
    let today = "2024-08-01".parse().unwrap();
    letter(kind, &workspace, meeting, merge_data(&workspace, meeting, answer, today), None)
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
            "Einladung: Erfahrungsaustausch (ERFA) am 21. und 22. April 2024 in Köln und Ulm",
            "Invitation: Erfahrungsaustausch (ERFA) on 21 and 22 April 2024 in Köln and Ulm",
        ),
        (
            "date-text = \"Herbst 2027\"\nhosts = [\"ulm\"]",
            "Einladung: Erfahrungsaustausch (ERFA), Herbst 2027, in Ulm",
            "Invitation: Erfahrungsaustausch (ERFA), Herbst 2027, in Ulm",
        ),
        ("", "Einladung: Erfahrungsaustausch (ERFA)", "Invitation: Erfahrungsaustausch (ERFA)"),
        (
            "date = 2024-09-24\nstatus = \"postponed\"\n[[history]]\nchanged = 2024-07-01\n\
             date = 2024-09-17\nreason = \"Regen\"",
            "Neuer Termin: Erfahrungsaustausch (ERFA) am 24.09.2024",
            "New date: Erfahrungsaustausch (ERFA) on 24 September 2024",
        ),
    ];
    for (head, german, english) in cases {
        assert_eq!(
            plain(&written(Some(DocumentKind::Invitation), head, Language::German).subject),
            german
        );
        assert_eq!(
            plain(&written(Some(DocumentKind::Invitation), head, Language::English).subject),
            english
        );
    }
}

#[test]
fn every_kind_of_letter_says_what_it_is_for() {
    let head = "date = 2024-09-24\nhosts = [\"ulm\"]";
    let cases = [
        (Some(DocumentKind::SaveTheDate), "Bitte vormerken: ", "Save the date: "),
        (
            Some(DocumentKind::SpeakerInvitation),
            "Einladung zur Mitwirkung: ",
            "Invitation to speak: ",
        ),
        (Some(DocumentKind::Reminder), "Erinnerung: ", "Reminder: "),
        (Some(DocumentKind::Confirmation), "Anmeldebestätigung: ", "Registration confirmed: "),
        (Some(DocumentKind::Change), "Änderung: ", "Change: "),
        (Some(DocumentKind::Cancellation), "Absage: ", "Cancelled: "),
        (Some(DocumentKind::Withdrawal), "Rücknahme der Einladung: ", "Invitation withdrawn: "),
        (Some(DocumentKind::Thanks), "Herzlichen Dank: ", "Thank you: "),
        (None, "", ""),
    ];
    for (kind, german, english) in cases {
        let meeting = "Erfahrungsaustausch (ERFA) am 24.09.2024 in Ulm";
        let letter = written(kind, head, Language::German);
        assert_eq!(plain(&letter.subject), format!("{german}{meeting}"));
        let meeting = "Erfahrungsaustausch (ERFA) on 24 September 2024 in Ulm";
        let letter = written(kind, head, Language::English);
        assert_eq!(plain(&letter.subject), format!("{english}{meeting}"));
    }
    let open =
        written(Some(DocumentKind::Postponement), "status = \"postponed\"", Language::German);
    assert_eq!(open.subject, "Verschoben: Erfahrungsaustausch (ERFA)");
    let request = written(Some(DocumentKind::HostRequest), head, Language::German);
    assert_eq!(
        request.subject,
        "Anfrage zur Gastgeberschaft: Erfahrungsaustausch (ERFA) am 24.09.2024"
    );
}

#[test]
fn an_open_letter_addresses_everybody_and_names_its_sender() {
    let letter = written(Some(DocumentKind::Invitation), "", Language::German);
    assert_eq!(letter.salutation, "Sehr geehrte Damen und Herren,");
    assert!(letter.recipient.is_none() && !letter.familiar);
    assert_eq!(letter.merge.sender.organisation, "Netz");
    assert_eq!(letter.merge.sender.address, ["Am Markt 1", "Birkenfurt"]);
    assert_eq!(letter.merge.sender.mail, None);
}

#[test]
fn a_repetition_and_a_part_say_what_they_need_and_where() {
    let workspace = workspace(&[
        ("network.toml", NETWORK),
        ("cities.toml", "[[city]]\nid = \"ulm\"\nname = \"Ulm\""),
        (
            "contacts.toml",
            "[[contact]]\nid = \"ada\"\ngiven-name = \"Ada\"\nfamily-name = \"Aue\"\nmail = \"ada@example.org\"",
        ),
        (
            "meetings/a.toml",
            "title = \"A\"\ndate = 2024-09-24\nhosts = [\"ulm\"]\n\
             [[session]]\nid = \"licht\"\ntitle = \"Licht\"\nplace = \"Saal\"\nequipment = \"Beamer\"\n\
             responsible = \"Hanna Eichbaum\"\nstart = \"9:45\"\nduration = \"45 min\"\n\
             items = [{ title = \"Lampen\", duration = \"20 min\", place = \"Hof\", \
             people = [{ contact = \"ada\" }] }, { title = \"Masten\", people = [{ contact = \"ada\" }] }]\n\
             [[session]]\nid = \"noch-einmal\"\nrepeat-of = \"licht\"\nequipment = \"Leinwand\"\n",
        ),
    ]);
    let meeting = &workspace.meetings[0];
    let answer = programme(&workspace, meeting, Language::German, Edition::Full);
    let today = "2024-08-01".parse().unwrap();
    let merge = merge_data(&workspace, meeting, answer, today);
    let to = Recipient { id: "ada".to_owned(), ..Recipient::default() };
    let letter = letter(Some(DocumentKind::SpeakerSheet), &workspace, meeting, merge, Some(to));
    let told: Vec<[Option<&str>; 4]> = letter
        .contributions
        .iter()
        .map(|it| {
            let [place, equipment, responsible] =
                [&it.place, &it.equipment, &it.responsible].map(Option::as_deref);
            [Some(it.title.as_str()), place, equipment, responsible]
        })
        .collect();
    // Whoever has a part must not prepare for the whole.
    let times = letter.contributions[..2].iter().filter_map(|it| it.time.as_deref());
    assert_eq!(
        times.map(plain).collect::<Vec<_>>(),
        [
            "20 min, im Rahmen von „Licht“, 09:45 Uhr, 45 min",
            "im Rahmen von „Licht“, 09:45 Uhr, 45 min"
        ]
    );
    let hanna = Some("Hanna Eichbaum");
    assert_eq!(
        told,
        [
            [Some("Lampen"), Some("Hof"), Some("Beamer"), hanna],
            [Some("Masten"), Some("Saal"), Some("Beamer"), hanna],
            [Some("Lampen"), Some("Hof"), Some("Leinwand"), hanna],
            [Some("Masten"), Some("Saal"), Some("Leinwand"), hanna],
        ]
    );
}
