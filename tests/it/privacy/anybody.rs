//! Whatever people are called and answered: after a purge nobody is found, and the numbers stay.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use erfa::input::outbox::{NewMessage, NewRun, run_text};
use erfa::source::RawFile;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use super::{CITIES, NETWORK, Office};
use crate::harness::Test;

/// Letters that nothing else in the workspace has side by side.
const MARK: &str = "zqx";

#[derive(Clone, Debug)]
struct Somebody {
    /// One letter to three, so that names are often part of each other.
    word: String,
    town: Option<&'static str>,
    answer: Option<&'static str>,
    with: usize,
    substitute: bool,
    note: bool,
    states: Vec<&'static str>,
    kind: &'static str,
}

fn somebody() -> impl Strategy<Value = Somebody> {
    (
        "[a-z]{1,3}",
        prop::sample::select(vec![None, Some("ulm"), Some("koeln")]),
        prop::sample::select(vec![None, Some("yes"), Some("no"), Some("maybe")]),
        0..3_usize,
        any::<bool>(),
        any::<bool>(),
        prop::collection::vec(prop::sample::select(vec!["sent", "failed"]), 1..3),
        prop::sample::select(vec!["invitation", "change", "withdrawal"]),
    )
        .prop_map(|(word, town, answer, with, substitute, note, states, kind)| Somebody {
            word,
            town,
            answer,
            with,
            substitute,
            note,
            states,
            kind,
        })
}

/// The files of a meeting and what must not be found of it.
struct Files {
    contacts: String,
    replies: String,
    run: String,
    ledger: String,
    mails: Vec<(String, String)>,
    secrets: Vec<String>,
    totals: BTreeMap<Option<&'static str>, [u32; 4]>,
}

fn files(meeting: &str, people: &[Somebody]) -> Files {
    let mut files = Files {
        contacts: String::new(),
        replies: String::new(),
        run: String::new(),
        ledger: String::new(),
        mails: Vec::new(),
        secrets: vec![MARK.to_owned()],
        totals: BTreeMap::new(),
    };
    let mut messages = Vec::new();
    let at = "2027-01-06T08:00:00+01:00";
    for (number, one) in people.iter().enumerate() {
        let Somebody { word, town, answer, with, substitute, note, states, kind } = one;
        let key = format!("{MARK}-{word}{number}-{meeting}");
        let name = format!("Z{} \"{word}\" O'{MARK}{number}", &MARK[1..]);
        let mail = format!("{MARK}.{word}{number}@{meeting}.example.org");
        let literal = format!("'''{name}'''");
        writeln!(files.contacts, "[[contact]]\nid = \"{key}\"\nfamily-name = {literal}\nmail = \"{mail}\"\ngroups = [\"gruppe\"]").unwrap();
        if let Some(town) = town {
            writeln!(files.contacts, "city = \"{town}\"").unwrap();
        }
        if let Some(answer) = answer {
            let names: Vec<String> =
                (0..*with).map(|n| format!("\"Mit {MARK}{number}x{n}\"")).collect();
            writeln!(
                files.replies,
                "[[reply]]\nperson = \"{key}\"\nanswer = \"{answer}\"\nwith = [{}]",
                names.join(", ")
            )
            .unwrap();
            if *substitute {
                writeln!(files.replies, "substitute = \"Statt {MARK}{number}\"").unwrap();
            }
            if *note {
                writeln!(files.replies, "note = \"\"\"\n{MARK} isst\nnicht\"\"\"").unwrap();
            }
            let along = match *answer {
                "yes" => *with + usize::from(*substitute),
                "no" => usize::from(*substitute),
                // Who perhaps comes brings and sends nobody yet.
                _ => 0,
            };
            // Whoever heard that the meeting does without them counts nowhere.
            if *kind != "withdrawal" || !states.contains(&"sent") {
                let total = files.totals.entry(*town).or_default();
                total[["yes", "no", "maybe"].iter().position(|word| word == answer).unwrap()] += 1;
                total[3] += u32::try_from(along).unwrap();
            }
        }
        let path = format!("{meeting}/1-invitation/{key}.eml");
        for state in states {
            writeln!(files.ledger, "{at} sending {path}\n{at} {state} {path} 250 <{mail}> {name}")
                .unwrap();
        }
        files.mails.push((path, format!("To: {name} <{mail}>\n\n{literal}\n")));
        messages.push(NewMessage {
            person: key.clone(),
            name: name.clone(),
            mail: mail.clone(),
            language: "de",
            salutation: format!("Guten Tag {name},"),
            familiar: false,
            kind: (*kind).to_owned(),
            sequence: None,
            file: format!("{key}.eml"),
            message_id: format!("{meeting}.invitation.1.{key}@example.org"),
            chosen_by: vec!["gruppe".to_owned(), key.clone()],
            actions: Vec::new(),
        });
        files.secrets.extend([key, name, mail]);
    }
    let to: Vec<String> = messages.iter().map(|one| one.person.clone()).collect();
    let to: Vec<String> =
        to.into_iter().chain(["gruppe", "ulm", "all"].map(str::to_owned)).collect();
    let made = at.parse().unwrap();
    files.run = run_text(&NewRun { made, version: 1, to: &to, messages: &messages });
    files
}

proptest! {
    // The same cases every time; change the seed to look further.
    #![proptest_config(ProptestConfig {
        cases: 24,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(5),
        ..ProptestConfig::default()
    })]

    #[test]
    fn nobody_is_found_after_a_purge(
        past in prop::collection::vec(somebody(), 0..6),
        coming in prop::collection::vec(somebody(), 0..3),
    ) {
        let (old, new) = (files("past", &past), files("coming", &coming));
        let test = Test::new("check").env("ERFA_TODAY", "2027-08-01");
        let mut office = Office(test.file("network.toml", NETWORK).file("cities.toml", CITIES));
        office.write("contacts.toml", &format!("# leer\n{}{}", old.contacts, new.contacts));
        for (meeting, day, files) in [("past", "2027-04-20", &old), ("coming", "2027-09-21", &new)] {
            office.write(&format!("meetings/{meeting}.toml"), &format!("title = \"T\"\ndate = {day}\n"));
            office.write(&format!("replies/{meeting}.toml"), &format!("# leer\n{}", files.replies));
            office.write(&format!("outbox/{meeting}/1-invitation/run.toml"), &files.run);
            office.write(&format!("outbox/{meeting}/1-invitation/list.txt"), &files.secrets.join("\n"));
            for (path, text) in &files.mails {
                office.write(&format!("outbox/{path}"), text);
            }
        }
        office.write("outbox/ledger.txt", &format!("{}{}", old.ledger, new.ledger));
        let untouched = |office: &Office| ["meetings", "outbox/coming"].map(|it| office.content(it));
        let (before, contacts) = (untouched(&office), office.read("contacts.toml"));
        let coming_replies = office.read("replies/coming.toml");

        office.done("privacy purge --before 2027-08-01 --yes");

        for folder in ["replies", "outbox"] {
            for (path, bytes) in office.content(folder) {
                let text = String::from_utf8(bytes).unwrap();
                let of_coming = path.to_str().unwrap().contains("coming");
                let lines = text.lines().filter(|line| !of_coming && !line.contains(" coming/"));
                for line in lines {
                    for secret in &old.secrets {
                        prop_assert!(!line.to_lowercase().contains(&secret.to_lowercase()), "{secret} in {path:?}: {line}");
                    }
                }
                prop_assert!(!path.to_str().unwrap().contains("past/1-invitation/zqx"), "{path:?}");
            }
        }
        prop_assert_eq!(untouched(&office), before);
        prop_assert_eq!(office.read("contacts.toml"), contacts);
        prop_assert_eq!(office.read("replies/coming.toml"), coming_replies);
        prop_assert_eq!(tally(&office), old.totals);
        // One that says nothing goes.
        let told = [&old.ledger, &new.ledger].iter().any(|ledger| !ledger.is_empty());
        let ledger = if told { office.read("outbox/ledger.txt") } else { String::new() };
        prop_assert!(ledger.ends_with(&new.ledger));
        prop_assert_eq!(ledger.lines().count(), old.ledger.lines().count() + new.ledger.lines().count());
        office.done("check");
        office.done("outbox list");
        let said = office.done("privacy purge -y --before 2027-08-01");
        prop_assert!(said.starts_with("There is nothing to purge.\n"), "{said}");
    }
}

/// The numbers of the past meeting, as the program reads them.
fn tally(office: &Office) -> BTreeMap<Option<&'static str>, [u32; 4]> {
    let names =
        ["network.toml", "cities.toml", "contacts.toml", "meetings/past.toml", "replies/past.toml"];
    let raw = names.map(|path| RawFile::from((path, office.read(path))));
    let reading = erfa::input::read(raw.into());
    assert!(reading.findings.is_empty(), "{:?}", reading.findings);
    let workspace = reading.workspace.unwrap();
    let totals = workspace.tallies.iter().flat_map(|tally| &tally.totals);
    let number = |total: &erfa::domain::tally::Total| {
        let city = total.city.map(|city| ["ulm", "koeln"][city.0]);
        let counts = total.counts;
        (city, [counts.yes, counts.no, counts.maybe, counts.companions])
    };
    totals.map(number).collect()
}
