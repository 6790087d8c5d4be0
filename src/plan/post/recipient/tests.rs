//! Who is chosen, and in which order.

use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};

use proptest::collection::{btree_set, vec};
use proptest::prelude::Strategy;
use proptest::sample::select;
use proptest::{option, prop_assert, prop_assert_eq};

use super::{Addressee, Choice, Chosen, choose, order};
use crate::diagnostic::Diagnostic;
use crate::domain::id::CityId;
use crate::domain::reply::Who;
use crate::domain::workspace::Workspace;
use crate::example::{date, workspace};
use crate::plan::post::sample::{network, runner};
use crate::text::Language;

fn choice<'a>(workspace: &'a Workspace, names: &'a [String], by_mail: bool) -> Choice<'a> {
    Choice { names, meeting: &workspace.meetings[0], today: date("2024-09-24"), by_mail }
}

fn chosen(names: &[&str]) -> Result<Vec<(String, Vec<String>)>, Vec<String>> {
    let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
    let workspace = network();
    let chosen = choose(&workspace, &choice(&workspace, &names, true));
    let chosen = chosen.map_err(|findings| {
        let words = |finding: &Diagnostic| {
            let wording = finding.problem.wording(Language::English);
            format!("{} {}", finding.code(), wording.hint.unwrap_or_default())
        };
        findings.iter().map(words).collect::<Vec<_>>()
    })?;
    let recipients = chosen.recipients.into_iter();
    Ok(recipients.map(|one| (one.who.id(&workspace).to_string(), one.chosen_by)).collect())
}

fn ids(names: &[&str]) -> Vec<String> {
    chosen(names).unwrap().into_iter().map(|(id, _)| id).collect()
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
    assert_eq!(chosen(&["board", "ali", "ali"]).unwrap()[0].1, ["board", "ali"]);
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

/// A person: town, groups, whether they get mail, office.
type Sketch = (Option<usize>, BTreeSet<usize>, Option<bool>, Option<&'static str>);

const TOWNS: [&str; 3] = ["ulm", "zell", "gera"];
const NAMES: [&str; 9] = ["all", "ulm", "zell", "gera", "board", "press", "p0", "p3", "nobody"];
const GROUPS: [&str; 2] = ["board", "press"];
const OFFICES: [&str; 3] = ["Bürgermeisterin", "Oberbürgermeister", "Amtsleiter"];

fn people() -> impl Strategy<Value = Vec<Sketch>> {
    let town = option::of(0..TOWNS.len());
    let groups = btree_set(0..GROUPS.len(), 0..=2);
    vec((town, groups, option::of(proptest::bool::ANY), option::of(select(&OFFICES[..]))), 0..7)
}

/// A network of these people whose town Gera has left, and a meeting in Zell.
fn with(people: &[Sketch]) -> Workspace {
    let cities = "city = [{ id = 'ulm', name = 'Ulm' }, { id = 'zell', name = 'Zell' }, \
                  { id = 'gera', name = 'Gera', member-until = 2020-01-01 }]";
    let contact = |(number, (town, groups, mail, office)): (usize, &Sketch)| {
        let town = town.map(|town| format!("city = '{}', ", TOWNS[town])).unwrap_or_default();
        let groups: Vec<&str> = groups.iter().map(|group| GROUPS[*group]).collect();
        let mail = match mail {
            Some(true) => format!("mail = 'p{number}@example.org', "),
            Some(false) => "mail = false, ".to_owned(),
            None => String::new(),
        };
        let office = office.map(|office| format!("office = '{office}', ")).unwrap_or_default();
        let name = format!("id = 'p{number}', family-name = 'Muster {number}'");
        format!("{{ {town}{mail}{office}{name}, groups = {groups:?} }}")
    };
    let contacts: Vec<String> = people.iter().enumerate().map(contact).collect();
    workspace(&[
        ("network.toml", "name = 'Netz'"),
        ("cities.toml", cities),
        ("contacts.toml", &format!("contact = [{}]", contacts.join(", "))),
        ("meetings/a.toml", "title = 'A'\nhosts = ['zell']"),
    ])
}

/// Whom `name` means, said in another way.
fn means(people: &[Sketch], name: &str) -> BTreeSet<String> {
    let lives_in = |town: usize| people.iter().any(|(own, ..)| *own == Some(town));
    let persons = people.iter().enumerate().filter(|(number, (town, groups, ..))| {
        name == "all"
            || name == format!("p{number}")
            || town.is_some_and(|town| TOWNS[town] == name)
            || groups.iter().any(|group| GROUPS[*group] == name)
    });
    let towns = TOWNS
        .iter()
        .enumerate()
        .filter(|(town, id)| !lives_in(*town) && (name == **id || name == "all" && **id != "gera"));
    let persons = persons.map(|(number, _)| format!("p{number}"));
    persons.chain(towns.map(|(_, id)| (*id).to_owned())).collect()
}

#[test]
fn everybody_who_is_meant_is_chosen_once_and_nobody_else() {
    let samples = (people(), vec(select(&NAMES[..]), 0..4), proptest::bool::ANY);
    let [written, refused] = [Cell::new(0), Cell::new(0)];
    let judged = runner().run(&samples, |(people, names, by_mail)| {
        let workspace = with(&people);
        let wants_none = |id: &String| {
            let number = id.strip_prefix('p').and_then(|number| number.parse::<usize>().ok());
            by_mail && number.is_some_and(|number| people[number].2 == Some(false))
        };
        let mut expected: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
        for name in &names {
            for id in means(&people, name) {
                expected.entry(id).or_default().insert(name);
            }
        }
        let is_unknown = names.iter().any(|name| means(&people, name).is_empty());
        let (refusing, writable): (BTreeSet<_>, BTreeSet<_>) =
            expected.keys().cloned().partition(wants_none);
        let given: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
        let Ok(chosen) = choose(&workspace, &choice(&workspace, &given, by_mail)) else {
            // An empty choice is said to be one, and never everybody.
            prop_assert!(is_unknown || writable.is_empty(), "{names:?}");
            refused.set(refused.get() + 1);
            return Ok(());
        };
        prop_assert!(!is_unknown && (names.is_empty() || !writable.is_empty()), "{names:?}");
        let Chosen { recipients, refusing: none } = chosen;
        let ids = |one: Who| workspace.id_of(one).to_string();
        let none: Vec<String> = none.into_iter().map(|id| ids(Who::Contact(id))).collect();
        prop_assert_eq!(none.len(), refusing.len());
        prop_assert_eq!(none.into_iter().collect::<BTreeSet<_>>(), refusing);
        let mut who = Vec::new();
        for one in &recipients {
            let Addressee::Known(known) = one.who else { panic!("{one:?}") };
            let by: BTreeSet<&str> = one.chosen_by.iter().map(String::as_str).collect();
            prop_assert_eq!(one.chosen_by.len(), by.len());
            prop_assert_eq!(Some(&by), expected.get(&ids(known)));
            who.push(known);
        }
        prop_assert_eq!(who.len(), writable.len());
        prop_assert_eq!(who.iter().copied().map(ids).collect::<BTreeSet<_>>(), writable);
        let hosts = [CityId(1)];
        prop_assert!(who.is_sorted_by_key(|who| order(&workspace, *who, &hosts)));
        written.set(written.get() + who.len());
        Ok(())
    });
    judged.unwrap();
    assert!(written.get() > 300 && refused.get() > 30, "{written:?} {refused:?}");
}
