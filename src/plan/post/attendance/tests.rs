//! What is recorded when somebody says who was there.

use proptest::prelude::{Strategy, any, prop, prop_assert, prop_assert_eq, proptest};

use super::{Change, Decided, Mark, Marked, NotYet, called, decide, objection, towns};
use crate::domain::attendance::{Attendee, Guest, Presence};
use crate::domain::id::{CityId, ContactId};
use crate::domain::reply::Who;
use crate::domain::workspace::Workspace;
use crate::example::{date, line, workspace};
use crate::plan::post::recorded;

const CITIES: &str = "city = [{ id = 'ulm', name = 'Ulm' }, { id = 'bach', name = 'Bach' }, { id = 'aue', name = 'Aue' }]";
const CONTACTS: &str = "contact = [
    { id = 'ada', given-name = 'Ada', family-name = 'Aue', city = 'ulm' },
    { id = 'bo', given-name = 'Bo', family-name = 'Bach', city = 'bach' },
    { id = 'cem', given-name = 'Cem', family-name = 'Celik', city = 'bach' },
    { id = 'dana', given-name = 'Dana', family-name = 'Dorn' }]";

fn network(head: &str, replies: &str) -> Workspace {
    let meeting = format!("title = 'A'\ndate = 2027-03-02\nhosts = ['ulm']\n{head}");
    workspace(&[
        ("network.toml", "name = 'Netz'"),
        ("cities.toml", CITIES),
        ("contacts.toml", CONTACTS),
        ("meetings/a.toml", &meeting),
        ("replies/a.toml", replies),
    ])
}

fn contact(number: usize) -> Attendee {
    Attendee::Contact(ContactId(number))
}

fn guest(name: &str, city: Option<usize>) -> Attendee {
    Attendee::Guest(Guest { name: line(name), city: city.map(CityId), organisation: None })
}

fn mark(who: Attendee, presence: Presence) -> Mark {
    Mark { who: Marked::One(who), presence }
}

fn town(city: usize, presence: Presence) -> Mark {
    Mark { who: Marked::City(CityId(city)), presence }
}

/// The numbers of the towns present and of those excused, where these lists change.
fn lists(decided: &Decided) -> (Option<Vec<usize>>, Option<Vec<usize>>) {
    let numbers = |list: &Option<Vec<CityId>>| {
        list.as_ref().map(|list| list.iter().map(|city| city.0).collect())
    };
    (numbers(&decided.attended), numbers(&decided.excused))
}

#[test]
fn whoever_came_brings_the_town_and_the_last_who_did_not_takes_it_away() {
    use Presence::{Absent, Excused, There};
    let workspace = network("attended = ['aue']\nexcused = ['bach']", "");
    let meeting = &workspace.meetings[0];
    let decided = decide(&workspace, meeting, &[mark(contact(1), There), mark(contact(3), There)]);
    assert_eq!(decided.changes, [Change::Add(contact(1), There), Change::Add(contact(3), There)]);
    assert_eq!(lists(&decided), (Some(vec![2, 1]), Some(vec![])));

    let both =
        "attendance = [{ person = 'bo' }, { person = 'cem' }, { name = 'Zoë', city = 'aue' }]";
    let workspace = network("attended = ['bach', 'aue']", both);
    let meeting = &workspace.meetings[0];
    let of = |marks: &[Mark]| decide(&workspace, meeting, marks);
    let one = of(&[mark(contact(1), Absent)]);
    assert!(matches!(one.changes[..], [Change::Set(_, _, Absent)]), "{one:?}");
    assert_eq!(lists(&one), (None, None));
    let all = of(&[mark(contact(1), Absent), mark(contact(2), Excused)]);
    assert_eq!(lists(&all), (Some(vec![2]), Some(vec![1])));
    // Who did not come without a word leaves no apology.
    let gone = of(&[mark(contact(1), Absent), mark(contact(2), Absent)]);
    assert_eq!(lists(&gone), (Some(vec![2]), None));
    // A guest who did not come leaves nothing behind.
    let guest = of(&[mark(guest("zoe", Some(2)), Absent)]);
    assert!(matches!(guest.changes[..], [Change::Remove(..)]), "{guest:?}");
    assert_eq!(lists(&guest), (Some(vec![1]), None));
    // A town that did not come sent nobody.
    let none = of(&[town(1, Excused)]);
    assert_eq!(none.changes.len(), 2);
    assert_eq!(lists(&none), (Some(vec![2]), Some(vec![1])));
    assert!(of(&[mark(contact(1), There), town(2, There)]).is_empty());
}

#[test]
fn numbers_are_those_of_names_and_of_what_was_purged() {
    let replies = "purged = 2027-08-01\ntotal = [{ city = 'ulm', yes = 1, no = 0, maybe = 0, companions = 0, there = 4 }]\n\
                   attendance = [{ person = 'ada' }, { person = 'dana' }, { person = 'bo', presence = 'excused' }]";
    let workspace = network("attended = ['ulm', 'aue']", replies);
    let found: Vec<_> = towns(&workspace, &workspace.meetings[0])
        .into_iter()
        .map(|town| (town.city.map(|city| city.0), town.people))
        .collect();
    assert_eq!(found, [(Some(0), 5), (Some(2), 0), (None, 1)]);
}

#[test]
fn a_name_is_a_contact_only_if_nothing_speaks_against_it() {
    let workspace = network("", "");
    let of =
        |name: &str, city: Option<usize>| called(&workspace, line(name), city.map(CityId), None);
    assert_eq!(of("Ada Aue", Some(0)), contact(0));
    assert_eq!(of("ada aue", None), contact(0));
    assert_eq!(of("Ada Aue", Some(1)), guest("Ada Aue", Some(1)));
    assert_eq!(of("Aue", Some(0)), guest("Aue", Some(0)));
}

#[test]
fn nobody_was_at_what_has_not_begun() {
    let of = |head: &str, today: &str| {
        let workspace = workspace(&[
            ("network.toml", "name = 'Netz'"),
            ("cities.toml", CITIES),
            ("meetings/a.toml", &format!("title = 'A'\nhosts = ['ulm']\n{head}")),
        ]);
        objection(&workspace.meetings[0], date(today))
    };
    let day = "date = 2027-03-02\n";
    assert_eq!(of(day, "2027-03-01"), Some(NotYet::Ahead(date("2027-03-02"))));
    assert_eq!(of(day, "2027-03-02"), None);
    assert_eq!(of("", "2027-03-02"), Some(NotYet::NoDay));
    assert_eq!(of(&format!("{day}status = 'cancelled'"), "2027-04-01"), Some(NotYet::Cancelled));
    assert_eq!(of(&format!("{day}status = 'idea'"), "2027-04-01"), Some(NotYet::Idea));
}

fn marks() -> impl Strategy<Value = Vec<Mark>> {
    let presence = prop::sample::select(vec![Presence::There, Presence::Excused, Presence::Absent]);
    let who =
        (0..3_u8, 0..4_usize, any::<bool>()).prop_map(|(kind, number, has_town)| match kind {
            0 => Marked::One(contact(number)),
            1 => Marked::One(guest(
                ["Zoë", "Yan", "Xu", "Wim"][number],
                has_town.then_some(number % 3),
            )),
            _ => Marked::City(CityId(number % 3)),
        });
    prop::collection::vec((who, presence).prop_map(|(who, presence)| Mark { who, presence }), 0..12)
}

proptest! {
    #[test]
    fn whatever_is_marked_holds_together(marks in marks(), has_entries in any::<bool>()) {
        let replies = if has_entries { "attendance = [{ person = 'bo' }, { name = 'Yan', city = 'bach' }]" } else { "" };
        let workspace = network("attended = ['bach']\nexcused = ['aue']", replies);
        let meeting = &workspace.meetings[0];
        let decided = decide(&workspace, meeting, &marks);
        let attended = decided.attended.clone().unwrap_or_else(|| vec![CityId(1)]);
        let excused = decided.excused.clone().unwrap_or_else(|| vec![CityId(2)]);
        // No town is on both lists, and none twice.
        for list in [&attended, &excused] {
            let mut once = list.clone();
            once.sort_unstable();
            once.dedup();
            prop_assert_eq!(once.len(), list.len());
        }
        prop_assert!(!attended.iter().any(|city| excused.contains(city)));
        // Whoever is marked last as there brings their town.
        for change in &decided.changes {
            if let Change::Add(who, Presence::There) | Change::Set(_, who, Presence::There) = change {
                let city = recorded::city(&workspace, who);
                prop_assert!(city.is_none_or(|city| attended.contains(&city)));
            }
        }
        // The same marks once more, one after the other, say what the last of each said.
        if let Some(Mark { who: Marked::One(who), presence }) = marks.last() {
            let said = decided.changes.iter().find_map(|change| match change {
                Change::Add(one, presence) | Change::Set(_, one, presence) if one == who => Some(Some(*presence)),
                Change::Remove(_, one) if one == who => Some(None),
                Change::Add(..) | Change::Set(..) | Change::Remove(..) => None,
            });
            let before = match who {
                Attendee::Contact(id) => recorded::presence(&workspace, meeting, Who::Contact(*id)),
                Attendee::Guest(guest) => {
                    let is_there = has_entries && guest.name.as_str() == "Yan" && guest.city == Some(CityId(1));
                    is_there.then_some(Presence::There)
                }
            };
            let is_guest = matches!(who, Attendee::Guest(_));
            let expected = if is_guest && *presence == Presence::Absent { None } else { Some(*presence) };
            prop_assert_eq!(said.unwrap_or(before), expected);
        }
    }
}
