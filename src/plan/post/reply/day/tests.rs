//! Whatever a meeting goes through, no answer counts for a day that it was not given for.

use std::fmt::Write as _;

use chrono::{Days, NaiveDate};

use super::{Since, Standing, standing};
use crate::domain::workspace::Workspace;
use crate::example;
use crate::example::date;

/// Numbers without a pattern, the same in every run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }
}

/// The life of a meeting, and the days that answers were given for.
struct Life {
    history: String,
    releases: String,
    replies: String,
    /// The day of the meeting at the end.
    day: NaiveDate,
    /// When it begins at the end.
    start: &'static str,
    /// Whether it is cancelled at the end.
    is_cancelled: bool,
    /// What was given out: its day, when it begins, and whether it was cancelled.
    told: Vec<(NaiveDate, &'static str, bool)>,
    /// When it was moved to another day, and off which.
    left: Vec<(NaiveDate, NaiveDate)>,
    /// What is true of each answer.
    answers: Vec<Truth>,
}

struct Truth {
    day: NaiveDate,
    came: NaiveDate,
    /// Whether the file says the day, the revision, the time.
    says: [bool; 3],
    /// How many versions had been given out.
    told: usize,
}

impl Life {
    /// Why whoever gave an answer was asked again, as far as it says which version it answers.
    fn asked_again(&self, truth: &Truth) -> Option<Since> {
        let [_, says_revision, says_time] = truth.says;
        let told = self.told[..truth.told].last().filter(|_| says_revision || says_time);
        let Some((_, start, _)) = told.copied() else {
            let has_left = self.left.iter().any(|(on, day)| *on > truth.came && *day == self.day);
            return (says_time && has_left).then_some(Since::Moved);
        };
        let mut pairs = self.told[truth.told - 1..].windows(2);
        let was_cancelled = pairs.clone().any(|pair| !pair[0].2 && pair[1].2);
        if was_cancelled && !self.is_cancelled {
            return Some(Since::Cancelled);
        }
        if pairs.any(|pair| pair[0].0 == self.day && pair[1].0 != self.day) {
            return Some(Since::Moved);
        }
        (start != self.start).then_some(Since::Time)
    }
}

fn live(dice: &mut Dice) -> (Life, Vec<NaiveDate>) {
    let mut today = date("2028-01-01");
    let mut day = date("2028-09-01");
    let mut moved = Vec::new();
    let (mut number, mut sequence, mut told) = (0, 0, None);
    let (mut start, mut is_cancelled) = ("09:00", false);
    let mut life = Life {
        history: String::new(),
        releases: String::new(),
        replies: String::new(),
        day,
        start,
        is_cancelled,
        told: Vec::new(),
        left: Vec::new(),
        answers: Vec::new(),
    };
    for minute in 10..10 + dice.roll(16) {
        today = today + Days::new(dice.roll(3));
        match dice.roll(6) {
            0 => {
                writeln!(
                    life.history,
                    "[[history]]\nchanged = {today}\ndate = {day}\nreason = \"r\""
                )
                .unwrap();
                let before = day;
                day = date("2028-09-01") + Days::new(dice.roll(3));
                life.left.extend((before != day).then_some((today, before)));
                moved.push(today);
            }
            1 => {
                let now = (day, start, is_cancelled);
                sequence += u32::from(told.is_some_and(|told| told != now));
                told = Some(now);
                life.told.push((day, start, is_cancelled));
                let status = if is_cancelled { "cancelled" } else { "planned" };
                number += 1;
                writeln!(
                    life.releases,
                    "[[release]]\nnumber = {number}\nreleased = {today}T12:{minute}:00+01:00\nby = \"H\"\nreason = \"r\"\n\
                     sequence = {sequence}\nuid = \"t@erfa.invalid\"\ntitle = \"T\"\ndate = {day}\n\
                     start = \"{start}\"\nstatus = \"{status}\""
                )
                .unwrap();
            }
            2 => start = if start == "09:00" { "14:00" } else { "09:00" },
            3 => is_cancelled = !is_cancelled && dice.roll(2) == 0,
            _ if life.answers.len() < 4 => {
                let is_told = told.is_some_and(|(told, ..)| told == day);
                let says = [dice.roll(3) == 0, is_told && dice.roll(2) == 0, dice.roll(4) > 0];
                let name = ["a", "b", "c", "d"][life.answers.len()];
                writeln!(life.replies, "[[reply]]\nperson = \"{name}\"\nanswer = \"yes\"").unwrap();
                if says[0] {
                    writeln!(life.replies, "for = {day}").unwrap();
                }
                if says[1] {
                    writeln!(life.replies, "sequence = {sequence}").unwrap();
                }
                if says[2] {
                    writeln!(life.replies, "received = {today}T12:{minute}:00+01:00").unwrap();
                }
                life.answers.push(Truth { day, came: today, says, told: life.told.len() });
            }
            _ => {}
        }
    }
    (life.day, life.start, life.is_cancelled) = (day, start, is_cancelled);
    (life, moved)
}

fn workspace(life: &Life) -> Workspace {
    let person = |id| format!("[[contact]]\nid = \"{id}\"\nfamily-name = \"{id}\"\n");
    let status = if life.is_cancelled { "cancelled" } else { "planned" };
    let files = [
        ("network.toml", "name = \"Netz\"\n".to_owned()),
        ("contacts.toml", ["a", "b", "c", "d"].map(person).concat()),
        (
            "meetings/t.toml",
            format!(
                "title = \"T\"\ndate = {}\nstart = \"{}\"\nstatus = \"{status}\"\n{}{}",
                life.day, life.start, life.history, life.releases
            ),
        ),
        ("replies/t.toml", life.replies.clone()),
    ];
    example::workspace(&files.each_ref().map(|(path, text)| (*path, text.as_str())))
}

#[test]
fn no_answer_counts_for_a_day_that_it_was_not_given_for() {
    let mut judged = [0, 0, 0, 0];
    for seed in 0..600 {
        let (life, moved) = live(&mut Dice(seed));
        let workspace = workspace(&life);
        let meeting = workspace.meeting("t").unwrap();
        for (reply, truth) in workspace.replies.iter().zip(&life.answers) {
            let Truth { day, came, says: [says_day, _, says_time], .. } = truth;
            let found = standing(meeting, &reply.said);
            let is_to_the_day = matches!(found, Standing::Counts | Standing::AskedAgain(_));
            if is_to_the_day {
                assert_eq!(*day, life.day, "{seed}: {reply:?} {moved:?}");
                // Whoever was asked again since is asked again, and nobody else.
                let expected =
                    life.asked_again(truth).map_or(Standing::Counts, Standing::AskedAgain);
                assert_eq!(found, expected, "{seed}: {reply:?} {}", life.releases);
            }
            match found {
                Standing::Counts | Standing::AskedAgain(_) => {}
                Standing::Earlier(from) if *says_day => assert_eq!(from, Some(*day), "{seed}"),
                Standing::Never(said) => {
                    let said = said.to_string();
                    assert!(*says_day, "{seed}: {reply:?}");
                    assert!(!life.history.contains(&said), "{seed}: {reply:?}");
                    assert!(!life.releases.contains(&said), "{seed}: {reply:?}");
                }
                // Whoever answered before a move is asked again even if the old day comes back.
                Standing::Earlier(_) => assert!(
                    *day != life.day || moved.iter().any(|on| on >= came),
                    "{seed}: {reply:?} {moved:?}"
                ),
                Standing::Withdrawn => panic!("{seed}: nobody was told anything by mail"),
                Standing::Unknown => assert!(
                    !says_day && (!says_time || moved.contains(came)),
                    "{seed}: {reply:?} {moved:?}"
                ),
            }
            if *says_day {
                assert_ne!(found, Standing::Unknown, "{seed}");
                assert_eq!(is_to_the_day, *day == life.day, "{seed}");
            }
            if moved.is_empty() {
                assert!(is_to_the_day, "{seed}: {found:?}");
            }
            judged[match found {
                Standing::Counts => 0,
                Standing::Earlier(_) | Standing::Never(_) => 1,
                Standing::Unknown => 2,
                Standing::AskedAgain(_) | Standing::Withdrawn => 3,
            }] += 1;
        }
    }
    assert!(judged.iter().all(|number| *number > 100), "{judged:?}");
}
