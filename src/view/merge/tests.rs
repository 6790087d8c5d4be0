//! What papers have beside the programme.

use super::{HEADLINE, MergeData, guests, merge_data};
use crate::domain::outbox::Outbox;
use crate::example::workspace;
use crate::plan::post::reply::answers::Answers;
use crate::text::{Language, plain};
use crate::view::programme::{Edition, programme};

const CITIES: &str = r#"
[[city]]
id = "ulm"
name = "Ulm"
[[city]]
id = "oehringen"
name = "Öhringen"
[[city]]
id = "zell"
name = "Zell"
"#;

const CONTACTS: &str = r#"
[[contact]]
id = "ada"
given-name = "Ada"
family-name = "von Öhr"
titles = ["Dr."]
city = "zell"
[[contact]]
id = "bo"
given-name = "Bo"
family-name = "Zahn"
city = "oehringen"
[[contact]]
id = "eva"
family-name = "Fern"
organisation = "Institut"
"#;

fn written(head: &str, replies: &str) -> MergeData {
    let workspace = workspace(&[
        ("network.toml", "name = \"Netz\"\nmeeting-name = \"Werkstattgespräch\""),
        ("cities.toml", CITIES),
        ("contacts.toml", CONTACTS),
        ("meetings/a.toml", head),
        ("meetings/b.toml", "title = \"Ersatz\"\ndate = 2025-01-07\nstatus = \"cancelled\""),
        ("meetings/c.toml", "title = \"Danach\"\ndate = 2025-02-04\nhosts = [\"zell\"]"),
        ("replies/a.toml", replies),
    ]);
    let meeting = workspace.meeting("a").unwrap();
    let answer = programme(&workspace, meeting, Language::German, Edition::Full);
    let mut paper = merge_data(&workspace, meeting, answer, "2024-08-01".parse().unwrap());
    let no_mails = Outbox::default();
    let answers = Answers::new(&workspace, &no_mails, meeting);
    paper.guests = guests(&workspace, meeting, &answers);
    paper
}

#[test]
fn headlines_say_as_much_as_fits() {
    let hosted = |title: &str| format!("title = \"{title}\"\nhosts = [\"ulm\"]");
    let long = "Ein Titel, der so lang ist, dass er die Zeile allein schon füllt";
    let longer = format!("{long} und noch viel weiter geht");
    let cases = [
        (hosted("Grün und Schatten"), "Werkstattgespräch in Ulm: Grün und Schatten".to_owned()),
        (hosted("Netzwerktag in Ulm"), "Netzwerktag in Ulm".to_owned()),
        (hosted("Siebtes Werkstattgespräch"), "Ulm: Siebtes Werkstattgespräch".to_owned()),
        (hosted(long), format!("Ulm: {long}")),
        (hosted(&longer), longer),
        ("title = \"Ohne Ort\"".to_owned(), "Ohne Ort".to_owned()),
    ];
    for (head, expected) in cases {
        let headline = written(&head, "").headline;
        assert_eq!(headline, expected);
        assert!(headline.chars().count() <= HEADLINE || head.contains(&headline));
    }
}

#[test]
fn changes_tell_old_and_new() {
    let head = "title = \"A\"\ndate = 2024-10-01\nstart = \"9:30\"\nplace = \"Rathaus\"\n";
    let change = |keys: &str| {
        let keys = format!("{head}[[history]]\nchanged = 2024-07-01\nreason = \"Umbau\"\n{keys}");
        let paper = written(&keys, "");
        assert_eq!(paper.change_reason.as_deref(), Some("Umbau"));
        let words = |change: &super::ChangedFact| {
            let known = |words: &Option<String>| plain(words.as_deref().unwrap_or("–"));
            format!("{}: {} → {}", change.label, known(&change.before), known(&change.after))
        };
        paper.changes.iter().map(words).collect::<Vec<_>>()
    };
    assert_eq!(change(""), [""; 0]);
    assert_eq!(change("start = \"9:30\"\nplace = \"Rathaus, Ulm\""), [""; 0]);
    assert_eq!(
        change("date = 2024-09-24\nstart = \"10:00\"\nplace = \"Kornhaus\""),
        [
            "Termin: Dienstag, 24. September 2024 → Dienstag, 1. Oktober 2024",
            "Beginn: 10:00 Uhr → 09:30 Uhr",
            "Ort: Kornhaus → Rathaus",
        ]
    );
    assert_eq!(
        change("date-text = \"im Herbst\""),
        ["Termin: im Herbst → Dienstag, 1. Oktober 2024"]
    );
    // The newest entry counts.
    let two =
        "date = 2024-09-24\n[[history]]\nchanged = 2024-06-01\ndate = 2024-09-03\nreason = \"x\"";
    assert_eq!(change(two), ["Termin: Dienstag, 24. September 2024 → Dienstag, 1. Oktober 2024"]);
    assert_eq!(written(head, "").changes.len(), 0);
}

fn listed(head: &str, replies: &str) -> Vec<String> {
    let guests = written(head, replies).guests;
    let line = |guest: &super::Guest| {
        let known = |words: &Option<String>| words.clone().unwrap_or_else(|| "–".to_owned());
        format!("{}: {}", known(&guest.town), known(&guest.name))
    };
    guests.iter().map(line).collect()
}

#[test]
fn the_list_at_the_door_goes_by_town_and_name() {
    let head = "title = \"A\"\n[[session]]\ntitle = \"B\"\npeople = [{ contact = \"eva\" }, \
                { names = [\"Cai Adler\", \"Bo Zahn\"], city = \"oehringen\" }, \
                { name = \"Ulf Fort\", status = \"requested\" }, { any-of = [\"X\", \"Y\"] }]\n\
                [[session]]\ntitle = \"C\"\nstatus = \"dropped\"\npeople = [{ name = \"Nie Da\" }]\n\
                [[session]]\ntitle = \"D\"\naudience = \"internal\"\npeople = [{ name = \"In Tern\" }]";
    // Nobody has answered: all contacts of the towns.
    assert_eq!(
        listed(head, ""),
        ["Öhringen: Cai Adler", "Öhringen: Bo Zahn", "Zell: Dr. Ada von Öhr", "Institut: Fern"]
    );
    let replies = r#"
[[reply]]
person = "ada"
answer = "no"
substitute = "Lea Baum, Amtsleiterin"
[[reply]]
city = "ulm"
answer = "yes"
[[reply]]
city = "oehringen"
answer = "yes"
with = ["Mia Ährle"]
"#;
    assert_eq!(
        listed(head, replies),
        [
            "Öhringen: Cai Adler",
            "Öhringen: Mia Ährle",
            "Öhringen: Bo Zahn",
            "Ulm: –",
            "Zell: Lea Baum",
            "Institut: Fern",
        ]
    );
}

#[test]
fn the_next_meeting_is_one_that_takes_place() {
    let next = written("title = \"A\"\ndate = 2024-09-24", "").next_meeting.unwrap();
    assert_eq!((next.title.as_str(), next.host_words.as_deref()), ("Danach", Some("Zell")));
    assert_eq!(plain(&next.date_words), "Dienstag, 4. Februar 2025");
    assert!(written("title = \"A\"\ndate = 2025-02-05", "").next_meeting.is_none());
    assert!(written("title = \"A\"", "").next_meeting.is_none());
}
