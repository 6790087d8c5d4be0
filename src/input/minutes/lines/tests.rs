//! An agreement is understood wherever it stands, and nothing else is taken for one.

use proptest::prelude::{Strategy, any};
use proptest::{prop_assert, prop_assert_eq, proptest};

use super::{Found, Spoken, read_lines};

fn spoken(owner: &str, what: &str, due: Option<&str>) -> Spoken {
    let part = |words: &str| Some(words.to_owned()).filter(|words| !words.is_empty());
    Spoken { owner: part(owner), what: part(what), due: due.map(str::to_owned) }
}

fn actions(text: &str) -> Vec<Spoken> {
    let found = read_lines(text).into_iter();
    let action = |(_, found)| match found {
        Found::Action(spoken) => Some(spoken),
        Found::Heading(..) => None,
    };
    found.filter_map(action).collect()
}

#[test]
fn one_form_is_understood_in_both_languages() {
    let list = "Liste der Förderstellen";
    let cases = [
        (
            "Aufgabe: Gotha – Liste der Förderstellen – bis 1.3.2027",
            spoken("Gotha", list, Some("1.3.2027")),
        ),
        (
            "aufgabe: Gotha - Liste der Förderstellen - bis zum 1. März 2027",
            spoken("Gotha", list, Some("1. März 2027")),
        ),
        (
            "**Aufgabe:** Gotha — Liste der Förderstellen — 1.3.2027",
            spoken("Gotha", list, Some("1.3.2027")),
        ),
        ("- [ ] Aufgabe: Gotha -- Liste der Förderstellen", spoken("Gotha", list, None)),
        (
            "| Aufgabe: Gotha – Liste der Förderstellen – bis 1\\.3\\.2027 |",
            spoken("Gotha", list, Some("1.3.2027")),
        ),
        (
            "3. Aufgabe: Gotha – Liste der Förderstellen, bis 1.3.2027.",
            spoken("Gotha", list, Some("1.3.2027")),
        ),
        (
            "> Aufgabe: Gotha – Liste der Förderstellen (bis 1.3.2027)",
            spoken("Gotha", list, Some("1.3.2027")),
        ),
        (
            "Action: Gotha – list of grants – by 1 March 2027",
            spoken("Gotha", "list of grants", Some("1 March 2027")),
        ),
        ("Aufgabe: Gotha – Liste – neu – bis 1.3.", spoken("Gotha", "Liste – neu", Some("1.3."))),
        (
            "Aufgabe: Bad Aue – Bad-Aue-Karte – bis bald",
            spoken("Bad Aue", "Bad-Aue-Karte", Some("bald")),
        ),
        ("Aufgabe: alle", spoken("alle", "", None)),
        ("Aufgaben: Aue – Liste – bis 1.3.", spoken("Aue", "Liste", Some("1.3."))),
        ("- **Actions:** Aue – list", spoken("Aue", "list", None)),
        ("Aufgabe:", spoken("", "", None)),
    ];
    for (line, expected) in cases {
        assert_eq!(actions(line), [expected], "{line}");
    }
}

#[test]
fn other_lines_are_none() {
    let text = "# Aufgabe: keine\nDie Aufgabe: schwierig\nAufgaben: viele\n<!-- Aufgabe: Wer – Was -->\n\
        <!--\nAufgabe: Wer – Was\n-->\n```\nAufgabe: Wer – Was\n```\nReaction: none\n";
    assert_eq!(actions(text), []);
}

#[test]
fn a_paragraph_goes_on_until_it_ends() {
    let text = "Aufgabe: Gotha – Liste der\nFörderstellen – bis\n1.3.2027\n\nNach der Pause.\n\
        - Aufgabe: Aue – Karte\\\n  und Plan\n- Punkt\n";
    let expected = [
        spoken("Gotha", "Liste der Förderstellen", Some("1.3.2027")),
        spoken("Aue", "Karte", None),
    ];
    assert_eq!(actions(text), expected);
    let places: Vec<&str> = read_lines(text).into_iter().map(|(range, _)| &text[range]).collect();
    assert!(places[0].ends_with("1.3.2027") && places[1].starts_with("- Aufgabe"), "{places:?}");
}

fn word() -> impl Strategy<Value = String> {
    "[A-Za-zÄÖÜäöüß]{1,9}"
        .prop_filter("no sign", |word| !["by", "bis"].contains(&word.to_lowercase().as_str()))
}

proptest! {
    #[test]
    fn what_is_written_in_the_form_is_read_back(
        owner in word(), first in word(), second in word(), day in 1u32..=28, german in any::<bool>(),
        dash in 0usize..3, before in 0usize..5, is_bold in any::<bool>(),
    ) {
        let dash = ["–", "-", "—"][dash];
        let before = ["", "- ", "> ", "2. ", "* [x] "][before];
        let sign = if german { "Aufgabe:" } else { "Action:" };
        let sign = if is_bold { format!("**{sign}**") } else { sign.to_owned() };
        let until = if german { format!("bis {day}.3.2027") } else { format!("by 2027-03-{day:02}") };
        let line = format!("Vorher.\n\n{before}{sign} {owner} {dash} {first} {second} {dash} {until}\n\nNachher");
        let what = format!("{first} {second}");
        let due = until.split_once(' ').map(|(_, day)| day);
        prop_assert_eq!(actions(&line), [spoken(&owner, &what, due)]);
    }

    #[test]
    fn any_text_is_read(text in "(\\PC|[\n#`|>*-]){0,200}") {
        for (range, _) in read_lines(&text) {
            prop_assert!(text.get(range).is_some());
        }
    }
}
