//! Nothing that was agreed is lost on the way from one meeting to the next.

use std::collections::HashSet;

use proptest::prelude::{Strategy, any};
use proptest::{prop_assert, prop_assert_eq, proptest};

use super::{Standing, Wanted, listed, named, standing, taken_over};
use crate::domain::action::{ActionStatus, key};
use crate::domain::workspace::Workspace;
use crate::example::{date, workspace};
use crate::text::is_slug;

const NETWORK: (&str, &str) = ("network.toml", "name = 'Netz'");
const CITIES: (&str, &str) =
    ("cities.toml", "city = [{ id = 'aue', name = 'Aue' }, { id = 'ulm', name = 'Ulm' }]");
const CONTACTS: (&str, &str) =
    ("contacts.toml", "contact = [{ id = 'lea', family-name = 'Lang', city = 'aue' }]");
const MEETINGS: [(&str, &str); 3] = [
    ("meetings/m1.toml", "title = 'Eins'\ndate = 2027-02-01\nstatus = 'held'\nhosts = ['aue']"),
    ("meetings/m2.toml", "title = 'Zwei'\ndate = 2027-05-01\nhosts = ['ulm']"),
    ("meetings/m3.toml", "title = 'Drei'\nhosts = ['aue']"),
];

fn network(actions: &str) -> Workspace {
    let [one, two, three] = MEETINGS;
    workspace(&[NETWORK, CITIES, CONTACTS, one, two, three, ("actions.toml", actions)])
}

/// An action: whose, agreed at which meeting or on which day of February, due when, what became of it.
type Drawn = (bool, Option<u8>, u32, Option<u32>, u8, u32);

fn drawn() -> impl Strategy<Value = Vec<Drawn>> {
    let meeting = proptest::option::of(1u8..=3);
    let due = proptest::option::of(1u32..=28);
    let one = (any::<bool>(), meeting, 1u32..=28, due, 0u8..3, 1u32..=28);
    proptest::collection::vec(one, 0..8)
}

fn written(drawn: &[Drawn]) -> String {
    let mut text = String::new();
    for (number, (is_person, meeting, agreed, due, status, closed)) in drawn.iter().enumerate() {
        let owner = if *is_person { "lea" } else { "ulm" };
        let status = ["open", "done", "dropped"][usize::from(*status)];
        let agreed = format!("agreed = 2027-04-{agreed:02}\n");
        let closed = format!("closed = 2027-04-{closed:02}\nreason = 'Anders gelöst'\n");
        let lines = [
            format!("[[action]]\nid = 'a{number}'\nwhat = 'Liste {number}'\nowner = '{owner}'\n"),
            meeting.map_or(agreed, |meeting| format!("meeting = 'm{meeting}'\n")),
            due.map_or_else(String::new, |due| format!("due = 2027-04-{due:02}\n")),
            format!("status = '{status}'\n"),
            if status == "open" { String::new() } else { closed },
        ];
        text.extend(lines);
    }
    text
}

proptest! {
    #[test]
    fn all_are_listed_once_and_what_presses_comes_first(drawn in drawn(), day in 1u32..=28) {
        let workspace = network(&written(&drawn));
        let today = date(&format!("2027-04-{day:02}"));
        let all = listed(&workspace, &Wanted::default());
        let ids: HashSet<&str> = all.iter().map(|action| action.id.as_str()).collect();
        prop_assert_eq!((ids.len(), all.len()), (drawn.len(), drawn.len()));
        let standings: Vec<Standing> = all.iter().map(|it| standing(it, today)).collect();
        let rank = |it: &Standing| (!it.is_open(), if it.is_open() { *it as u8 } else { 0 });
        prop_assert!(standings.is_sorted_by_key(rank), "{standings:?}");
        // Every action belongs to one town, its own or that of its person.
        let of = |number: usize| Wanted { city: workspace.numbered_cities().nth(number).map(|it| it.0), ..Wanted::default() };
        let [aue, ulm] = [0, 1].map(|number| listed(&workspace, &of(number)).len());
        prop_assert_eq!(aue + ulm, drawn.len());
    }

    #[test]
    fn a_meeting_takes_over_what_is_open_from_before_it(drawn in drawn()) {
        let workspace = network(&written(&drawn));
        let second = workspace.meeting("m2").unwrap();
        let taken: HashSet<&str> =
            taken_over(&workspace, second).iter().map(|action| action.id.as_str()).collect();
        for (action, (_, meeting, ..)) in workspace.actions.iter().zip(&drawn) {
            // All days drawn are in April, after the first meeting and before the second.
            let is_open = action.status == ActionStatus::Open;
            let expected = is_open && *meeting != Some(2);
            prop_assert_eq!(taken.contains(action.id.as_str()), expected, "{:?}", action);
        }
        // On the first meeting's day those were open that were closed later, but none was agreed before.
        let first = taken_over(&workspace, workspace.meeting("m1").unwrap());
        prop_assert!(first.iter().all(|it| it.meeting.as_ref().is_some_and(|id| id.as_str() == "m3")));
    }

    #[test]
    fn keys_are_slugs_that_nobody_has(words in proptest::collection::vec("\\PC{0,60}", 0..6)) {
        let mut keys: Vec<String> = Vec::new();
        for what in words.iter().chain(&words) {
            let new = key(what, |key| keys.iter().any(|known| known == key));
            prop_assert!(is_slug(&new) && new.len() <= 48 && !keys.contains(&new), "{new}");
            keys.push(new);
        }
    }
}

#[test]
fn words_name_what_is_open_before_what_is_done() {
    let actions = "action = [
        { id = 'liste', what = 'Liste der Läden', owner = 'ulm', status = 'done' },
        { id = 'plan', what = 'Lageplan zeichnen', owner = 'aue' },
        { id = 'liste-2', what = 'Liste der Förderstellen', owner = 'lea' },
    ]";
    let workspace = network(actions);
    let names = |words: &str| -> Vec<String> {
        named(&workspace, words).iter().map(|action| action.id.to_string()).collect()
    };
    assert_eq!(names("liste"), ["liste"]);
    assert_eq!(names("List"), ["liste-2"]);
    assert_eq!(names("Förderst"), ["liste-2"]);
    assert_eq!(names("Liste der Läden"), ["liste"]);
    assert_eq!(names("li"), [""; 0]);
    assert_eq!(names("zei"), ["plan"]);
}

#[test]
fn a_day_that_has_passed_is_overdue_and_a_week_ahead_is_due() {
    let workspace = network("action = [{ id = 'a', what = 'A', owner = 'aue', due = 2027-03-10 }]");
    let on = |day: &str| standing(&workspace.actions[0], date(day));
    assert_eq!(
        ["2027-03-02", "2027-03-03", "2027-03-10", "2027-03-11"].map(on),
        [Standing::Open, Standing::Due, Standing::Due, Standing::Overdue]
    );
}
