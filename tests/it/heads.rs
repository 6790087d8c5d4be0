//! How many come: the answers, the sheet for the house and the list at the door count alike, and so does
//! what is left after a purge.

use crate::harness::Test;

const MEETING: &str = "title = \"Sommer\"\nid = \"m\"\ndate = 2027-07-06\nstart = \"10:00\"\nend = \"15:00\"\n\
                       hosts = [\"aalheim\"]\nplace = \"Rathaus\"\n";

fn files(test: Test, replies: &str) -> Test {
    let city = |id: &str| format!("[[city]]\nid = \"{}\"\nname = \"{id}\"\n", id.to_lowercase());
    let person = |(id, city): (&str, &str)| {
        format!(
            "[[contact]]\nid = \"{id}\"\ngiven-name = \"{id}\"\nfamily-name = \"Quast\"\ncity = \"{city}\"\n"
        )
    };
    let people = [("ida", "buchau"), ("al", "buchau"), ("eva", "aalheim")].map(person).concat();
    test.file("network.toml", "name = \"Netz\"\n")
        .file("cities.toml", &["Aalheim", "Buchau", "Cronfeld"].map(city).concat())
        .file("contacts.toml", &people)
        .file("meetings/m.toml", MEETING)
        .file("replies/m.toml", replies)
}

fn said(command: &str, replies: &str) -> String {
    let output = files(Test::new(command), replies).run();
    assert_eq!(output.status, 0, "{command}: {}", output.stderr);
    output.stdout
}

fn reply(who: &str, rest: &str) -> String {
    format!("[[reply]]\n{who}\nreceived = 2027-01-05\nfor = 2027-07-06\n{rest}\n")
}

/// The answers and how many people they bring.
fn samples() -> Vec<(String, u64)> {
    let [ida, al, eva] = ["ida", "al", "eva"].map(|id| format!("person = \"{id}\""));
    let [buchau, cronfeld] = ["buchau", "cronfeld"].map(|id| format!("city = \"{id}\""));
    let yes = "answer = \"yes\"";
    let one = |who: &str, rest: &str| reply(who, rest);
    vec![
        (one(&ida, yes), 1),
        (one(&ida, "answer = \"yes\"\nunnamed = 2"), 3),
        (one(&cronfeld, yes), 1),
        (one(&cronfeld, "answer = \"yes\"\nunnamed = 2"), 2),
        (one(&cronfeld, "answer = \"yes\"\nwith = [\"Bo Nimtz\"]\nunnamed = 1"), 2),
        // A town that says what one of its people says sends nobody else.
        (one(&buchau, yes) + &one(&ida, yes), 1),
        (one(&buchau, yes) + &one(&ida, "answer = \"no\""), 1),
        // Whoever perhaps comes brings and sends nobody yet.
        (one(&ida, yes) + &one(&buchau, "answer = \"maybe\"\nunnamed = 2"), 1),
        (one(&ida, yes) + &one(&al, "answer = \"maybe\"\nwith = [\"Ada Nordhaus\"]"), 1),
        (one(&ida, yes) + &one(&al, "answer = \"maybe\"\nsubstitute = \"Ada Nordhaus\""), 1),
        // One name in two orders is one person.
        (one(&ida, "answer = \"yes\"\nwith = [\"Nordhaus, Ada\", \"Ada Nordhaus\"]"), 2),
        (one(&eva, "answer = \"no\"\nsubstitute = \"Elsa Thal\""), 1),
    ]
}

#[test]
fn everybody_counts_alike() {
    for (replies, number) in samples() {
        let answers = said("--today 2027-06-01 replies m --format json", &replies);
        let answers: serde_json::Value = serde_json::from_str(&answers).unwrap();
        assert_eq!(answers["expected"], number, "{replies}");
        let sheet = said("--today 2027-06-01 write logistics-sheet m --format json", &replies);
        let sheet: serde_json::Value = serde_json::from_str(&sheet).unwrap();
        let body = sheet[0]["body"].as_str().unwrap();
        let people = if number == 1 { "1 Person hat" } else { &format!("{number} Personen haben") };
        assert!(body.contains(&format!("{people} bisher zugesagt.")), "{replies}\n{body}");
        let list = said("--today 2027-06-01 write sign-in-list m --format markdown", &replies);
        // Lines for those who come unannounced name no town.
        let is_guest = |line: &&str| line.starts_with("| ") && !line.contains("|  |  |  |");
        let rows = list.lines().filter(is_guest).filter(|line| !line.contains("| Nr. |"));
        let rows = rows.filter(|line| !line.contains("---")).count();
        assert_eq!(rows as u64, number, "{replies}\n{list}");
    }
}

#[test]
fn a_purge_leaves_the_numbers_that_were_counted() {
    for (replies, number) in samples() {
        let test = files(
            Test::new("--today 2027-09-01 privacy purge --until 2027-08-01 --purpose replies -y"),
            &replies,
        );
        let output = test.command().output().unwrap();
        assert!(output.status.success(), "{replies}");
        let test = test.command_line("--today 2027-09-01 replies m --format json");
        let output = test.command().output().unwrap();
        let answers: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!(answers["expected"], number, "{replies}");
    }
}

#[test]
fn a_confirmation_names_all_who_come_along() {
    let letter = |language: &str, with: &str| {
        let ida = reply("person = \"ida\"", &format!("answer = \"yes\"\n{with}"));
        let command = format!("--today 2027-06-01 write confirmation m --to ida --lang {language}");
        said(&command, &ida).replace(['\n', '\u{a0}'], " ")
    };
    let two = "with = [\"Nordhaus, Ada\"]\nunnamed = 2";
    for (language, with, expected) in [
        ("en", "", "We look forward to seeing you."),
        ("en", "with = [\"Ada Nordhaus\"]", "We look forward to seeing you and Ada Nordhaus."),
        ("en", "unnamed = 1", "We look forward to seeing you and one more person."),
        ("en", two, "We look forward to seeing you, Ada Nordhaus and 2 more people."),
        ("de", two, "Wir freuen uns auf Sie sowie auf Ada Nordhaus und 2 weitere Personen."),
        ("de", "unnamed = 1", "Wir freuen uns auf Sie sowie auf eine weitere Person."),
    ] {
        let letter = letter(language, with);
        assert!(letter.contains(expected), "{letter}");
    }
}
