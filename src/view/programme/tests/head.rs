//! The head of a programme in words.

use super::{german, read};
use crate::text::Language::English;
use crate::text::plain;
use crate::view::programme::Edition;

#[test]
fn the_head_says_when() {
    let cases = [
        ("date = 2024-09-24", "Dienstag, 24. September 2024", "Tuesday, 24 September 2024"),
        (
            "date = 2024-09-24\nstart = \"ab 9:30\"",
            "Dienstag, 24. September 2024, ab 09:30 Uhr",
            "Tuesday, 24 September 2024, from 09:30",
        ),
        (
            "date = 2024-09-24\nstart = \"16:00\"\nduration = \"max. 90 min\"",
            "Dienstag, 24. September 2024, 16:00 Uhr, max. 90 min",
            "Tuesday, 24 September 2024, 16:00, at most 90 min",
        ),
        (
            "date = 2024-04-21\nend-date = 2024-04-23",
            "Sonntag, 21., bis Dienstag, 23. April 2024",
            "Sunday 21 to Tuesday 23 April 2024",
        ),
        (
            "date = 2024-04-21\nend-date = 2024-04-23\nstart = \"10:00\"\nend = \"13:00\"",
            "Sonntag, 21., bis Dienstag, 23. April 2024, Beginn 10:00 Uhr, Ende 13:00 Uhr",
            "Sunday 21 to Tuesday 23 April 2024, start 10:00, end 13:00",
        ),
        ("date = 2023-08-01\ndate-text = \"August 2023\"", "August 2023", "August 2023"),
        (
            "date-text = \"Herbst 2027\"\nstart = \"18:00\"",
            "Herbst 2027, 18:00 Uhr",
            "Herbst 2027, 18:00",
        ),
    ];
    for (meeting, expected, english) in cases {
        assert_eq!(plain(&german(meeting).meeting.when.unwrap()), expected);
        let when = read(meeting, English, Edition::Full).meeting.when;
        assert_eq!(plain(&when.unwrap()), english);
    }
    let open = |head: &str| german(head).meeting.when;
    assert_eq!(open("").as_deref(), Some("Termin noch offen"));
    assert_eq!(open("status = \"postponed\"").as_deref(), Some("neuer Termin offen"));
    assert_eq!(open("status = \"cancelled\""), None);
    let imprecise = german("date = 2023-08-01\ndate-text = \"August 2023\"").meeting;
    assert_eq!((imprecise.date_in_sentence, imprecise.date_numeric), (None, None));
}

#[test]
fn the_head_says_where_and_by_whom() {
    let meeting = r#"
        number = "7."
        date = 2024-09-24
        venue = "werkstatt"
        room = "saal"
        admission = "9:00"
        hosts = ["muehlhausen", "gotha"]
        contact = "alex"
        organisers = [{ name = "Stiftung", role = "Förderin" }]
        people = [{ contact = "alex", role = "moderator" }, { name = "B. Muster", role = "speaker" }]
        [registration]
        until = 2024-09-10
        seats = 60
    "#;
    let programme = german(meeting);
    let place = programme.meeting.place.unwrap();
    assert_eq!(place.line, "Saal, Stadt-Werkstatt, Steinweg 4, 99974 Mühlhausen");
    assert_eq!(place.access.as_deref(), Some("Stufenlos."));
    assert_eq!(programme.meeting.host_words.as_deref(), Some("Mühlhausen und Gotha"));
    assert_eq!(programme.meeting.full_title, "7.\u{a0}Treffen");
    assert_eq!(programme.meeting.admission.as_deref().map(plain).as_deref(), Some("ab 09:00 Uhr"));
    let contact = "Prof. Dr. Alex Muster, Leitung, Tourismus GmbH (Gotha), Tel. 0171 3920012, alex.muster@example.org";
    assert_eq!(programme.meeting.contact.as_deref().map(plain).as_deref(), Some(contact));
    assert_eq!(programme.meeting.organisers, ["Stiftung (Förderin)"]);
    let parts = programme.meeting.organiser_parts.iter();
    let parts: Vec<_> = parts.map(|part| (part.role.as_deref(), part.names.join(", "))).collect();
    assert_eq!(parts, [(Some("Förderin"), "Stiftung".to_owned())]);
    let roles: Vec<_> = programme.meeting.people.into_iter().map(|person| person.role).collect();
    assert_eq!(roles, [Some("Moderation".to_owned()), Some("Vortrag".to_owned())]);
    let until = programme.meeting.registration.unwrap().until;
    assert_eq!(until.as_deref().map(plain).as_deref(), Some("Dienstag, 10. September 2024"));
    assert_eq!(programme.network.members, ["Gotha", "Mühlhausen"]);
    assert_eq!(programme.network.full_name, "Netzwerkinitiative „Innenstädte erfolgreich machen“");
    assert_eq!(german("date = 2024-01-31").network.members.len(), 3);
}

#[test]
fn readers_learn_what_became_of_a_meeting() {
    let cancelled = german("status = \"cancelled\"\nreason = \"Hochwasser\"").meeting;
    assert_eq!(cancelled.status_words.as_deref(), Some("abgesagt: Hochwasser"));
    let history = "[[history]]\nchanged = 2024-05-01\ndate = 2024-06-04\nreason = \"Umbau\"";
    let postponed =
        german(&format!("status = \"postponed\"\ndate = 2024-09-24\n{history}")).meeting;
    assert_eq!(postponed.status_words.as_deref(), Some("verschoben"));
    let before = postponed.postponed_from.as_deref().map(plain);
    assert_eq!(before.as_deref(), Some("Dienstag, 4. Juni 2024"));
    let held = german(&format!("status = \"held\"\ndate = 2024-09-24\n{history}")).meeting;
    assert_eq!((held.status_words, held.postponed_from), (None, None));
}
