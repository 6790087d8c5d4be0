//! What documents state is what the files say, whatever stands in these and whatever became of them: no
//! name is dropped, no clock time is told that nobody gave, and nothing else is said to be as it was
//! beside a difference.
//!
//! The files are made at random. The documents are read by somebody who knows words and clock times, and
//! none of the program's code.

use std::collections::BTreeSet;
use std::fs;

use crate::harness::{Output, Test};

mod fates;

/// So many lives of a meeting are looked at.
const LIVES: u64 = 10;

const KINDS: [&str; 6] = ["item", "talk", "presentation", "discussion", "panel", "workshop"];
const TITLES: [&str; 8] = [
    "Laternen",
    "Brunnen",
    "Ladenleben",
    "Lindenhof",
    "Wochenmarkt",
    "Kinderwege",
    "Fassaden",
    "Nachtruhe",
];
const PEOPLE: [&str; 8] = [
    "Ada Arndt",
    "Bo Brandis",
    "Cora Czerny",
    "Dirk Dahlke",
    "Edda Ehlert",
    "Falk Frese",
    "Gesa Grote",
    "Hans Hille",
];
const NEWCOMER: &str = "Zoe Zander";
const ROOMS: [&str; 3] = ["Kornboden", "Zunftstube", "Gewölbekeller"];
const NEW_ROOM: &str = "Wintergarten";
const NEW_BODY: &str = "Turmverein";
const NEW_MEETING_POINT: &str = "Löwentor";

/// Documents in which every part of the programme is told.
const WITH_PROGRAMME: [&str; 5] = [
    "programme m --format text",
    "programme m --edition run-sheet --format text",
    "invite m --to udo",
    "write press m",
    "write minutes m",
];

/// All others that `erfa write` knows; which of them fit, the meeting decides.
const OTHERS: [&str; 19] = [
    "speaker-sheet",
    "attendance-certificate",
    "save-the-date",
    "speaker-invitation",
    "host-request",
    "topic-survey",
    "reminder",
    "confirmation",
    "change",
    "postponement",
    "cancellation",
    "withdrawal",
    "thanks",
    "door-signs",
    "logistics-sheet",
    "needs-list",
    "name-badges",
    "sign-in-list",
    "feedback-sheet",
];

/// Numbers that nobody foresees and that are the same in every run (Knuth's MMIX generator).
struct Dice(u64);

impl Dice {
    fn below(&mut self, many: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from((self.0 >> 33) % many as u64).unwrap()
    }

    fn one_in(&mut self, many: usize) -> bool {
        self.below(many) == 0
    }
}

#[derive(Clone)]
struct Item {
    id: usize,
    kind: &'static str,
    title: &'static str,
    /// Minutes from midnight.
    start: Option<usize>,
    end: Option<usize>,
    people: Vec<&'static str>,
    room: Option<&'static str>,
    /// Whom the first of the people works for.
    body: Option<&'static str>,
    meet_at: Option<&'static str>,
    is_dropped: bool,
}

/// What the file of the meeting says.
#[derive(Clone)]
struct Plan {
    start: usize,
    items: Vec<Item>,
}

fn clock(minutes: usize) -> String {
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

impl Plan {
    fn new(dice: &mut Dice) -> Self {
        let start = 8 * 60 + 5 * dice.below(24);
        let (mut now, mut people) = (start, PEOPLE.to_vec());
        let count = 2 + dice.below(4);
        let first = dice.below(TITLES.len());
        let item = |id: usize| {
            let begins = now;
            let length = 20 + 5 * dice.below(10);
            now += length + 5 * dice.below(4);
            let is_timed = id == 0 || !dice.one_in(3);
            let ends = (is_timed && dice.one_in(2)).then_some(begins + length);
            let speakers = dice.below(3).min(people.len());
            Item {
                id,
                kind: KINDS[dice.below(KINDS.len())],
                title: TITLES[(first + id) % TITLES.len()],
                start: is_timed.then_some(begins),
                end: ends,
                people: people.drain(..speakers).collect(),
                room: dice.one_in(2).then(|| ROOMS[dice.below(ROOMS.len())]),
                body: None,
                meet_at: None,
                is_dropped: id > 0 && dice.one_in(7),
            }
        };
        Self { start, items: (0..count).map(item).collect() }
    }

    fn text(&self) -> String {
        let item = |item: &Item| {
            let people = item.people.iter().enumerate().map(|(at, name)| {
                let body = item.body.filter(|_| at == 0);
                let body = body.map(|body| format!(", organisation = \"{body}\""));
                format!("{{ name = \"{name}\"{} }}", body.unwrap_or_default())
            });
            let time = |key: &str, time: Option<usize>| {
                time.map(|time| format!("{key} = \"{}\"\n", clock(time))).unwrap_or_default()
            };
            format!(
                "[[session]]\nid = \"i{}\"\nkind = \"{}\"\ntitle = \"{}\"\n{}{}people = [{}]\n{}{}{}",
                item.id,
                item.kind,
                item.title,
                time("start", item.start),
                time("end", item.end),
                people.collect::<Vec<_>>().join(", "),
                item.room.map(|room| format!("place = \"{room}\"\n")).unwrap_or_default(),
                item.meet_at.map(|at| format!("meet-at = \"{at}\"\n")).unwrap_or_default(),
                if item.is_dropped { "status = \"dropped\"\n" } else { "" },
            )
        };
        format!(
            "id = \"m\"\ntitle = \"Werkstatt\"\nstatus = \"invited\"\ndate = 2027-04-20\nhosts = [\"aue\"]\n\
             start = \"{}\"\n{}",
            clock(self.start),
            self.items.iter().map(item).collect::<String>()
        )
    }

    /// The minutes that somebody gave.
    fn clocks(&self) -> BTreeSet<usize> {
        let own = self.items.iter().flat_map(|item| [item.start, item.end]);
        own.flatten().chain([self.start]).collect()
    }

    /// Changes something that readers notice, or nothing.
    fn change(&mut self, dice: &mut Dice) {
        let at = dice.below(self.items.len());
        let is_last = at + 1 == self.items.len();
        let is_new = !self.items.iter().any(|item| item.people.contains(&NEWCOMER));
        let item = &mut self.items[at];
        match dice.below(7) {
            0 => item.is_dropped = true,
            1 if is_last && item.end.is_none() => item.start = item.start.map(|start| start + 7),
            2 if is_new => item.people.push(NEWCOMER),
            3 => item.room = Some(NEW_ROOM),
            4 => self.start -= 3,
            5 if !item.people.is_empty() => item.body = Some(NEW_BODY),
            6 => item.meet_at = Some(NEW_MEETING_POINT),
            _ => {}
        }
    }

    /// The words that whoever knew the plan `before` must be told.
    fn news(&self, before: &Self) -> Vec<String> {
        let start = (self.start != before.start).then(|| clock(self.start));
        let pairs = self.items.iter().zip(&before.items);
        let of_items = pairs.filter(|(_, before)| !before.is_dropped).flat_map(|(now, before)| {
            if now.is_dropped {
                return vec![now.title.to_owned()];
            }
            let start = now.start.filter(|_| now.start != before.start).map(clock);
            let room = now.room.filter(|_| now.room != before.room);
            let body = now.body.filter(|_| now.body != before.body);
            let meet_at = now.meet_at.filter(|_| now.meet_at != before.meet_at);
            let room = room.into_iter().chain(body).chain(meet_at);
            let people = now.people.iter().filter(|name| !before.people.contains(name));
            let words = room.chain(people.copied()).map(str::to_owned);
            start.into_iter().chain(words).collect()
        });
        start.into_iter().chain(of_items).collect()
    }
}

fn test(command: &str, meeting: &str) -> Test {
    Test::new(command)
        .file("network.toml", "name = \"Netz\"\n[sender]\nname = \"Ina Ihle\"\nmail = \"netz@example.org\"\n")
        .file("cities.toml", "[[city]]\nid = \"aue\"\nname = \"Aue\"\n[[city]]\nid = \"bach\"\nname = \"Bach\"\n")
        .file(
            "contacts.toml",
            "[[contact]]\nid = \"udo\"\ngiven-name = \"Udo\"\nfamily-name = \"Uhl\"\ncity = \"bach\"\n\
             mail = \"udo@example.org\"\n",
        )
        .file("meetings/m.toml", meeting)
}

/// The clock times in a text: "09:30", "9.30 Uhr", "9 Uhr", "9:30 pm", "9 am".
fn clocks(text: &str) -> BTreeSet<usize> {
    let text = text.replace(['–', '—', '\u{a0}'], " ");
    let words: Vec<&str> = text
        .split_whitespace()
        .map(|word| word.trim_matches(|it: char| !it.is_alphanumeric()))
        .collect();
    let number = |word: &str| word.parse::<usize>().ok().filter(|_| word.len() <= 2);
    let mut found = BTreeSet::new();
    for (at, word) in words.iter().enumerate() {
        let next = words.get(at + 1).copied().unwrap_or_default();
        let half = |hour: usize| match next {
            "pm" if hour < 12 => hour + 12,
            "am" if hour == 12 => 0,
            _ => hour,
        };
        let parts: Vec<&str> = word.split([':', '.']).collect();
        match parts[..] {
            [hour, minute] if minute.len() == 2 => {
                found.extend(
                    number(hour).zip(number(minute)).map(|(hour, minute)| half(hour) * 60 + minute),
                );
            }
            [hour] if ["Uhr", "am", "pm"].contains(&next) => {
                found.extend(number(hour).map(|hour| half(hour) * 60));
            }
            _ => {}
        }
    }
    found
}

/// What is wrong with the times of a run sheet: those without a mark were given, those of items that have
/// one are theirs, and no item begins before the one above it.
fn judge_run_sheet(text: &str, plan: &Plan, given: &BTreeSet<usize>) -> Result<usize, String> {
    let marked = text.replace("≈ ", "≈");
    let fixed: String = marked
        .split_whitespace()
        .filter(|word| !word.contains('≈'))
        .flat_map(|it| [it, " "])
        .collect();
    if let Some(invented) = clocks(&fixed).difference(given).next() {
        return Err(format!("{} is not marked as planned", clock(*invented)));
    }
    let row = |line: &str| {
        let word = line.split([' ', '–']).next()?;
        let (is_planned, word) = (word.starts_with('≈'), word.trim_start_matches('≈'));
        Some((is_planned, *clocks(word).first()?))
    };
    // What is dropped stands there with its old time, and is no part of the plan.
    let dropped = || plan.items.iter().filter(|item| item.is_dropped);
    let is_held = |line: &&str| !dropped().any(|item| line.contains(item.title));
    let rows: Vec<(bool, usize)> = marked.lines().filter(is_held).filter_map(row).collect();
    let items: Vec<&Item> = plan.items.iter().filter(|item| !item.is_dropped).collect();
    if rows.len() != items.len() {
        return Err(format!("{} rows for {} items", rows.len(), items.len()));
    }
    for ((is_planned, begins), item) in rows.iter().zip(&items) {
        if item.start.is_some_and(|start| *is_planned || start != *begins) {
            return Err(format!("{} does not begin when it says", item.title));
        }
    }
    let is_back = |pair: &&[(bool, usize)]| pair[1].1 < pair[0].1;
    match rows.windows(2).find(is_back) {
        Some(pair) => Err(format!("{} comes after {}", clock(pair[1].1), clock(pair[0].1))),
        None => Ok(rows.len()),
    }
}

/// What a run printed, in one line.
fn told(run: &Output) -> String {
    run.stdout.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn documents_state_what_the_files_say() {
    let mut dice = Dice(20_270_420);
    let [mut documents, mut times, mut names, mut changes, mut rests, mut rows] = [0; 6];
    for life in 0..LIVES {
        let before = Plan::new(&mut dice);
        let mut after = before.clone();
        (0..4).for_each(|_| after.change(&mut dice));
        let news = after.news(&before);
        let released = test("release m --by Amt --reason Probe -y", &before.text()).run();
        assert_eq!(released.status, 0, "{life}: {}", released.stderr);
        let file = fs::read_to_string(released.path("meetings/m.toml")).unwrap();
        let version = &file[file.find("[[release]]").unwrap()..];
        let meeting = format!("{}{version}", after.text());
        let given: BTreeSet<usize> = before.clocks().union(&after.clocks()).copied().collect();
        let others = OTHERS.map(|kind| format!("write {kind} m"));
        for language in ["de", "en"] {
            for command in WITH_PROGRAMME.into_iter().chain(others.iter().map(String::as_str)) {
                let run = test(&format!("-q --lang {language} {command}"), &meeting).run();
                let is_whole = WITH_PROGRAMME.contains(&command);
                assert!(run.status == 0 || !is_whole, "{life} {command}: {}", run.stderr);
                if run.status != 0 {
                    continue;
                }
                documents += 1;
                let text = told(&run);
                let context = format!("{life} {language} {command}\n{}", run.stdout);
                let planned = command.contains("run-sheet");
                let found = clocks(&text);
                times += found.len();
                let invented: Vec<&usize> = found.difference(&given).collect();
                assert!(planned || invented.is_empty(), "{invented:?} {context}");
                if planned {
                    let all = judge_run_sheet(&run.stdout, &after, &given);
                    rows += all.unwrap_or_else(|fault| panic!("{fault}: {context}"));
                }
                for item in after.items.iter().filter(|item| is_whole && !item.is_dropped) {
                    for words in item.people.iter().chain([&item.title]) {
                        assert!(text.contains(words), "`{words}` is missing: {context}");
                        names += 1;
                    }
                }
                let is_rest = text.contains("Alles andere") || text.contains("All else");
                rests += usize::from(is_rest);
                if command == "write change m" || is_rest {
                    for words in &news {
                        assert!(text.contains(words.as_str()), "`{words}` is not told: {context}");
                        changes += 1;
                    }
                }
            }
        }
    }
    assert!(documents > 200 && times > 500, "{documents} documents, {times} times");
    assert!(names > 300 && rows > 50, "{names} names, {rows} rows of run sheets");
    assert!(changes > 20 && rests > 5, "{changes} changes, {rests} times nothing else");
}

#[test]
fn clock_times_are_told_from_other_numbers() {
    let text = "am 20.04.2027 um 9.30 Uhr, 10:00–11:15 Uhr, gegen 12 Uhr; at 2:05 pm, 9 am, 7. Treffen, 030 23125-101";
    assert_eq!(clocks(text), BTreeSet::from([540, 570, 600, 675, 720, 845]));
}
