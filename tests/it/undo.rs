//! Whatever an edit does to a file, undoing it gives back the very bytes, however the file looks.

use std::cell::Cell;
use std::fs;

use chrono::{Days, NaiveDate};
use erfa::input::edit::{
    Agreement, Cause, Entry, Key, NewSkip, Operation, Section, State, add_skip, add_swap, apply,
    cancel, exchange_hosts, inverse, postpone, remove_skip, remove_swap, undo_cancel,
    undo_postpone,
};
use erfa::source::{FileId, Origin, SourceFile, Sources};
use proptest::prelude::{Just, Strategy, any, prop_oneof};
use proptest::sample::select;
use proptest::{prop_assert, prop_assert_eq, proptest};

use crate::harness::{files, project};

/// What happens to a meeting; a day is counted from the first one of 2027.
#[derive(Clone, Debug)]
enum Edit {
    Cancel,
    Postpone(Option<u64>),
}

fn edits() -> impl Strategy<Value = Vec<Edit>> {
    let edit = prop_oneof![
        1 => Just(Edit::Cancel),
        2 => Just(Edit::Postpone(None)),
        4 => (0..700u64).prop_map(|day| Edit::Postpone(Some(day))),
    ];
    proptest::collection::vec(edit, 1..5)
}

/// The files in `folders` whose names end like this, as text.
fn texts(ending: &str) -> Vec<String> {
    let folders = ["examples", "data", "tests/agendas"];
    let found = folders.iter().flat_map(|folder| {
        files(&project(folder), |path| path.to_str().unwrap().ends_with(ending))
    });
    found.map(|path| fs::read_to_string(path).unwrap()).collect()
}

fn meetings() -> Vec<String> {
    let is_meeting = |text: &String| text.contains("[[session]]") || text.contains("date = ");
    texts(".toml")
        .into_iter()
        .filter(|text| text.contains("title = ") && is_meeting(text))
        .collect()
}

/// The same file as another person would have written it: comments and empty lines at these places,
/// other line ends, nothing at the end.
fn varied(text: &str, places: &[(usize, usize)], windows: bool, bare_end: bool) -> String {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    for (place, kind) in places {
        let at = place % (lines.len() + 1);
        // Within a text of several lines a comment would be text.
        if lines[..at].iter().filter(|line| line.contains("\"\"\"")).count() % 2 == 0 {
            let line = ["# date = 2027-01-01", "", "#~ gone = 1", "  # in"][kind % 4];
            lines.insert(at, line.to_owned());
        }
    }
    let mut text = lines.join("\n") + "\n";
    if bare_end {
        text.truncate(text.trim_end().len());
    }
    if windows { text.replace('\n', "\r\n") } else { text }
}

/// Files as some editor or some person may have left them.
const ODD: [&str; 8] = [
    "",
    "# nur ein Satz",
    "\u{feff}title = \"A\"\r\ndate = 2027-01-01 # vorläufig\r\n\r\n[[session]]\r\ntitle = 'x'\r\n",
    "a.b = 1\nhosts = [\n  \"aue\", # eins\n]\ntitle   =   \"\"\"\ndate = 1\n\"\"\" # drei Zeilen",
    "#~ title = \"alt\"\n  title = \"neu\"\n\n# zum ersten\n[[session]] # hier\n  title = \"x\"\n# Ende",
    "session = [{ title = \"x\" }, { date = 2027-01-01 }]\nhistory.date = 1",
    "[[session]]\ntitle = \"x\"\n[[session.items]]\ntitle = \"y\"\n[[session]]\ndate = 1\n[a]\ndate = 1",
    "\u{feff}[[history]]\n#~ date = 1\n[[history]]\ntitle = \"x\"\r\ndate = 2\n\n\n[[session]]",
];

/// Any operations, whether they fit a file or not.
fn operations() -> impl Strategy<Value = Vec<Operation>> {
    let kind = || select(vec!["session", "history"]);
    let section = prop_oneof![
        Just(Section::Head),
        (kind(), 0..3usize).prop_map(|(kind, number)| Section::Entry(kind, number)),
    ];
    let value = || select(vec!["\"alt\"", "2027-01-01", "[\n  1,\n]", "'''\na\r\n'''"]);
    let state = || {
        prop_oneof![
            1 => Just(State::Absent),
            3 => value().prop_map(|value| State::Written(value.to_owned())),
            2 => value().prop_map(|value| State::Aside(value.to_owned())),
        ]
    };
    let name = select(vec!["title", "date", "hosts", "a", "session"]);
    let below = select(vec![&[][..], &["title"], &["hosts", "date"]]);
    let key = (section, name, state(), state(), below).prop_map(
        |(section, name, before, after, below)| {
            Operation::Key(Key { section, name, before, after, below })
        },
    );
    let entry = || {
        let lines = select(vec!["", "title = \"x\"\n", "a = 1\r\ndate = 2\r\n"]);
        let next = select(vec![None, Some("session")]);
        (kind(), 0..3usize, lines, next).prop_map(|(kind, number, lines, next)| Entry {
            kind,
            number,
            lines: lines.to_owned(),
            next,
        })
    };
    let operation = prop_oneof![
        4 => key,
        1 => entry().prop_map(Operation::Add),
        1 => entry().prop_map(Operation::Remove),
    ];
    proptest::collection::vec(operation, 0..8)
}

#[test]
fn what_was_done_is_taken_back_byte_for_byte() {
    let (done, asked) = (Cell::new(0), Cell::new(0));
    proptest!(|(text in select(ODD.to_vec()), operations in operations())| {
        let applied = apply(text, &operations);
        let undone = apply(&applied.text, &inverse(applied.done.clone()));
        prop_assert_eq!(&undone.text, text);
        prop_assert_eq!(&apply(text, &applied.done).text, &applied.text);
        done.set(done.get() + applied.done.len());
        asked.set(asked.get() + operations.len());
    });
    // What does nothing proves nothing.
    assert!(done.get() * 3 > asked.get(), "{} of {}", done.get(), asked.get());
}

fn file() -> FileId {
    Sources::default().add(SourceFile { path: String::new(), text: String::new() })
}

fn day(number: u64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2027, 1, 1).unwrap() + Days::new(number)
}

fn make(edit: &Edit, text: &str) -> String {
    let cause = Cause { changed: day(0), reason: "Grund \"so\"".to_owned() };
    match edit {
        Edit::Cancel => cancel(file(), text, &cause),
        Edit::Postpone(to) => postpone(file(), text, &cause, to.map(day), Some("Saal")),
    }
    .unwrap()
}

fn undo(edit: &Edit, text: &str) -> String {
    match edit {
        Edit::Cancel => undo_cancel(file(), text),
        Edit::Postpone(_) => undo_postpone(file(), text),
    }
    .unwrap()
}

/// Two meetings that can exchange their hosts, before and after it.
fn exchanges() -> impl Strategy<Value = ((String, String), (String, String))> {
    let samples = (select(meetings()), select(meetings()), any::<bool>());
    samples.prop_filter_map("they cannot", |(one, other, windows)| {
        let (one, other) = (varied(&one, &[], windows, false), varied(&other, &[], false, true));
        let after = exchange_hosts(&one, &other)?;
        Some(((one, other), after))
    })
}

proptest! {
    #[test]
    fn meetings_come_back_byte_for_byte(
        text in select(meetings()),
        places in proptest::collection::vec(any::<(usize, usize)>(), 0..6),
        windows: bool,
        bare_end: bool,
        edits in edits(),
    ) {
        let mut texts = vec![varied(&text, &places, windows, bare_end)];
        for edit in &edits {
            let text = make(edit, texts.last().unwrap());
            prop_assert!(toml::from_str::<toml::Table>(&text).is_ok(), "{}", text);
            let ends = text.matches('\n').count();
            prop_assert_eq!(text.matches("\r\n").count(), if windows { ends } else { 0 });
            texts.push(text);
        }
        for edit in edits.iter().rev() {
            let text = undo(edit, &texts.pop().unwrap());
            prop_assert_eq!(&text, texts.last().unwrap());
        }
    }

    #[test]
    fn hosts_go_there_and_back((before, after) in exchanges()) {
        prop_assert_eq!(exchange_hosts(&after.0, &after.1), Some(before));
    }

    #[test]
    fn skips_and_swaps_are_taken_out_as_they_came(
        text in select(texts("rotation.toml")),
        start in 0..3usize,
        places in proptest::collection::vec(any::<(usize, usize)>(), 0..6),
        windows: bool,
        bare_end: bool,
        kinds in proptest::collection::vec(any::<bool>(), 1..4),
    ) {
        let text = match start {
            0 => String::new(),
            1 => "# nur ein Satz".to_owned(),
            _ => text,
        };
        let before = if start == 0 { text } else { varied(&text, &places, windows, bare_end) };
        let mut texts = vec![before];
        for is_skip in &kinds {
            let text = add(*is_skip, texts.last().unwrap());
            prop_assert!(toml::from_str::<toml::Table>(&text).is_ok(), "{}", text);
            texts.push(text);
        }
        for is_skip in kinds.iter().rev() {
            let text = remove_last(*is_skip, &texts.pop().unwrap());
            prop_assert_eq!(&text, texts.last().unwrap());
        }
    }

    #[test]
    fn taking_one_of_two_out_keeps_the_other(first_goes: bool, windows: bool) {
        let text = varied("# oben\n\n# zum ersten\n[[swap]]\nmeetings = [\"a\", \"b\"]\n", &[], windows, false);
        let one = add(true, &text);
        let two = add(true, &one);
        let at = two.match_indices("[[skip]]").map(|(at, _)| at);
        let at = at.clone().nth(usize::from(!first_goes)).unwrap();
        let rest = remove_skip(&two, Origin::new(file(), at..at + 8)).unwrap();
        prop_assert_eq!(rest, one);
    }
}

fn add(is_skip: bool, text: &str) -> String {
    let agreement = Agreement {
        reason: "Wahl".to_owned(),
        agreed_with: Some("allen".to_owned()),
        decided: day(1),
    };
    if is_skip {
        let skip = NewSkip { city: "aue", from: day(2), until: None };
        add_skip(None, text, &skip, &agreement).unwrap()
    } else {
        add_swap(None, text, ["a", "b"], &agreement).unwrap()
    }
}

/// Takes the last of its kind out.
fn remove_last(is_skip: bool, text: &str) -> String {
    let head = if is_skip { "[[skip]]" } else { "[[swap]]" };
    let at = text.rfind(head).unwrap();
    let origin = Origin::new(file(), at..at + head.len());
    if is_skip { remove_skip(text, origin) } else { remove_swap(text, origin) }.unwrap()
}
