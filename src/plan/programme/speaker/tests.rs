//! What may move up, and who is meant.

use proptest::prelude::{Strategy, prop, prop_assert, proptest};

use super::{called, may_move_up, parts};
use crate::domain::workspace::Workspace;
use crate::example::workspace;

const CONTACTS: &str = "contact = [
    { id = 'ada', given-name = 'Ada', family-name = 'Aue' },
    { id = 'bo', given-name = 'Bo', family-name = 'Bach' }]";

fn network(sessions: &str) -> Workspace {
    let meeting = format!(
        "title = 'A'\ndate = 2027-03-02\nhosts = ['ulm']\nstart = '9:00'\nend = '16:00'\n{sessions}"
    );
    workspace(&[
        ("network.toml", "name = 'Netz'"),
        ("cities.toml", "city = [{ id = 'ulm', name = 'Ulm' }]"),
        ("contacts.toml", CONTACTS),
        ("meetings/a.toml", &meeting),
    ])
}

fn talk(title: &str, start: &str, end: &str, more: &str) -> String {
    format!(
        "[[session]]\nkind = 'talk'\ntitle = '{title}'\nstart = '{start}'\nend = '{end}'\n{more}\n"
    )
}

/// The titles of what may move up, with the minutes at which they would begin and end.
fn found(sessions: &[String], number: usize) -> Vec<(String, u32, u32)> {
    let workspace = network(&sessions.concat());
    let meeting = &workspace.meetings[0];
    let ups = may_move_up(&workspace, meeting, number).into_iter();
    ups.map(|up| {
        let title = meeting.sessions[up.session].title.as_ref().unwrap().value.to_string();
        (title, up.after.begins.unwrap().minutes, up.after.ends.unwrap().minutes)
    })
    .collect()
}

#[test]
fn only_what_fits_and_is_free_moves_up() {
    let one = |who: &str| format!("people = [{{ name = '{who}' }}]");
    let sessions = [
        talk("Erster", "9:00", "9:30", &one("Eva Fern")),
        talk("Lang", "10:00", "11:30", &one("Udo Lang")),
        talk("Kurz", "11:30", "12:00", &one("Ina Kurz")),
        talk("Ohne", "12:00", "12:20", ""),
        talk(
            "Angefragt",
            "12:20",
            "12:40",
            "people = [{ name = 'Rolf Rath', status = 'requested' }]",
        ),
        talk("Weg", "12:40", "13:00", &format!("status = 'dropped'\n{}", one("Max Muth"))),
    ];
    // What moves up leaves its own time free, so that a long one fits, too.
    assert_eq!(found(&sessions, 0), [("Lang".to_owned(), 540, 630), ("Kurz".to_owned(), 540, 570)]);
    assert_eq!(found(&sessions, 1), [("Kurz".to_owned(), 600, 630)]);
    assert_eq!(found(&sessions, 2), []);
}

#[test]
fn whoever_is_elsewhere_then_does_not_move_up() {
    let with_guide = |who: &str| {
        [
            talk("Erster", "9:00", "9:30", "people = [{ name = 'Eva Fern' }]"),
            talk("Kurz", "11:00", "11:30", "people = [{ contact = 'ada' }]"),
            "[[session]]\nkind = 'frame'\nid = 'rahmen'\ntitle = 'Rahmen'\nstart = '9:00'\nend = '12:00'\n".to_owned(),
            talk("Stand", "9:10", "9:20", &format!("in = 'rahmen'\npeople = [{{ contact = '{who}' }}]")),
        ]
    };
    assert_eq!(found(&with_guide("ada"), 0), []);
    assert_eq!(found(&with_guide("bo"), 0), [("Kurz".to_owned(), 540, 570)]);
}

#[test]
fn people_go_by_key_name_or_family_name() {
    let session = talk(
        "Podium",
        "9:00",
        "9:30",
        "people = [{ contact = 'ada' }, { name = 'Dr. Eva Fern' }, { any-of = ['Udo Lang', 'Ina Kurz'] }, { function = 'Ortschaftsrat' }]",
    );
    let workspace = network(&session);
    let parts = parts(&workspace.meetings[0].sessions[0]);
    let of = |words: &str| -> Vec<usize> {
        called(&workspace, &parts, words).iter().map(|part| part.at).collect()
    };
    assert_eq!(of("ada"), [0]);
    assert_eq!(of("Ada Aue"), [0]);
    assert_eq!(of("Aue"), [0]);
    assert_eq!(of("eva fern"), [1]);
    assert_eq!(of("Fern"), [1]);
    assert_eq!(of("Kurz"), [2]);
    assert_eq!(of("Ortschaftsrat"), [3]);
    assert_eq!(of("Bo Bach"), [0; 0]);
}

fn programmes() -> impl Strategy<Value = Vec<String>> {
    let item = (9_u32..15, 0_u32..2, 1_u32..8, 0..3_u8);
    prop::collection::vec(item, 1..7).prop_map(|items| {
        let item = |(at, (hour, half, quarters, who)): (usize, &(u32, u32, u32, u8))| {
            let (begin, length) = (hour * 60 + half * 30, quarters * 15);
            let end = begin + length;
            let clock = |minutes: u32| format!("{}:{:02}", minutes / 60, minutes % 60);
            let who = ["people = [{ contact = 'ada' }]", "people = [{ name = 'Udo Lang' }]", ""]
                [usize::from(*who)];
            talk(&format!("T{at}"), &clock(begin), &clock(end), who)
        };
        items.iter().enumerate().map(item).collect()
    })
}

proptest! {
    #[test]
    fn what_moves_up_keeps_its_length_and_runs_into_nothing(sessions in programmes()) {
        let workspace = network(&sessions.concat());
        let meeting = &workspace.meetings[0];
        for number in 0..sessions.len() {
            for up in may_move_up(&workspace, meeting, number) {
                prop_assert!(up.session != number);
                prop_assert!(up.before.minutes() == up.after.minutes());
                let (begin, end) = (up.after.begins.unwrap().minutes, up.after.ends.unwrap().minutes);
                prop_assert!(begin < up.before.begins.unwrap().minutes);
                let spans = super::timetable(&workspace, meeting).spans;
                for (other, span) in spans.iter().enumerate() {
                    let next = span.begins.unwrap().minutes;
                    let is_other = other != number && other != up.session;
                    prop_assert!(!(is_other && next > begin && next < end), "runs into {}", other);
                }
            }
        }
    }
}
