//! Lives of meetings: whatever becomes of one, the calendars of its guests end with the truth, and every
//! move asks them again.
//!
//! A calendar here is what RFC 5546 makes of one: of two mails about an entry the one with the higher
//! sequence counts, of two with the same the one that was made later (2.1.5); who is asked to come again
//! has not answered.

use std::collections::BTreeMap;
use std::fs;

use super::story::Story;

const PEOPLE: [&str; 3] = ["ada", "bo", "cai"];
const DAYS: [&str; 4] = ["2027-04-20", "2027-04-27", "2027-05-04", "2027-05-11"];
const STARTS: [&str; 2] = ["09:00", "09:30"];
const ENDS: [&str; 2] = ["16:00", "15:30"];
const PLACES: [&str; 2] = ["Rathaus", "Kornhaus"];

/// Numbers that are the same in every run (Marsaglia's xorshift).
struct Dice(u64);

impl Dice {
    fn below(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(sides).unwrap()).unwrap()
    }

    /// Another one of `choices`.
    fn other<'c>(&mut self, choices: &[&'c str], than: &str) -> &'c str {
        let others: Vec<&str> = choices.iter().copied().filter(|one| *one != than).collect();
        others[self.below(others.len())]
    }
}

/// What is true of the meeting.
#[derive(Clone)]
struct Truth {
    day: Option<&'static str>,
    start: &'static str,
    end: &'static str,
    place: &'static str,
    is_cancelled: bool,
    guests: Vec<&'static str>,
}

impl Truth {
    /// Begin, end and place as calendars have them, if it takes place.
    fn entry(&self) -> Option<[String; 3]> {
        let day = self.day.filter(|_| !self.is_cancelled)?.replace('-', "");
        let at = |time: &str| format!("{day}T{}00", time.replace(':', ""));
        Some([at(self.start), at(self.end), self.place.to_owned()])
    }
}

/// An entry in somebody's calendar.
#[derive(Clone)]
struct Entry {
    sequence: u32,
    stamp: String,
    /// Begin, end and place; none if it was struck out.
    holds: Option<[String; 3]>,
}

/// A workspace, what is true, and the calendars of all people.
struct Life {
    story: Story,
    truth: Truth,
    calendars: BTreeMap<&'static str, Entry>,
    runs: usize,
    uid: Option<String>,
    asked: usize,
    taken_back: usize,
}

impl Life {
    fn begin() -> Self {
        let truth = Truth {
            day: Some(DAYS[0]),
            start: STARTS[0],
            end: ENDS[0],
            place: PLACES[0],
            is_cancelled: false,
            guests: vec!["ada", "bo"],
        };
        let story = Story::new();
        let life = Self {
            story,
            truth,
            calendars: BTreeMap::new(),
            runs: 0,
            uid: None,
            asked: 0,
            taken_back: 0,
        };
        let meeting = "title = \"Frühjahr\"\ndate = 2027-04-20\nstart = \"09:00\"\nend = \"16:00\"\n\
                       place = \"Rathaus\"\nhosts = [\"ulm\"]\n";
        fs::write(life.story.path("meetings/spring.toml"), meeting).unwrap();
        life.write_guests();
        life
    }

    fn write_guests(&self) {
        let contact = |id: &&str| {
            let group = if self.truth.guests.contains(id) { "\"guest\"" } else { "" };
            format!(
                "[[contact]]\nid = \"{id}\"\nfamily-name = \"Muster\"\ngiven-name = \"{id}\"\n\
                 mail = \"{id}@example.org\"\ngroups = [{group}]\n"
            )
        };
        let contacts: String = PEOPLE.iter().map(contact).collect();
        fs::write(self.story.path("contacts.toml"), contacts).unwrap();
    }

    /// Something happens; what, in a word.
    fn happens(&mut self, dice: &mut Dice, today: &str) -> String {
        let Truth { day, start, end, place, is_cancelled, guests } = self.truth.clone();
        let quoted = |word: &str| format!("\"{word}\"");
        match dice.below(9) {
            0 if let Some(day) = day => {
                let to = dice.other(&DAYS, day);
                self.edit("date = ", day, to);
                self.truth.day = Some(to);
                format!("moved to {to}")
            }
            1 => {
                self.truth.start = dice.other(&STARTS, start);
                self.edit("start = ", &quoted(start), &quoted(self.truth.start));
                "another start".to_owned()
            }
            2 => {
                self.truth.end = dice.other(&ENDS, end);
                self.edit("end = ", &quoted(end), &quoted(self.truth.end));
                "another end".to_owned()
            }
            3 => {
                self.truth.place = dice.other(&PLACES, place);
                self.edit("place = ", &quoted(place), &quoted(self.truth.place));
                "another place".to_owned()
            }
            4 => {
                let person = PEOPLE[dice.below(PEOPLE.len())];
                match guests.iter().position(|guest| *guest == person) {
                    Some(at) => _ = self.truth.guests.remove(at),
                    None => self.truth.guests.push(person),
                }
                self.write_guests();
                format!("{person} comes or goes")
            }
            5 if !is_cancelled => {
                let to = dice.other(&DAYS, day.unwrap_or_default());
                self.does(&format!(
                    "--today {today} postpone spring --to {to} --reason Regen --yes"
                ));
                self.truth.day = Some(to);
                format!("postponed to {to}")
            }
            6 if !is_cancelled && day.is_some() => {
                self.does(&format!("--today {today} postpone spring --reason Regen --yes"));
                self.truth.day = None;
                "postponed".to_owned()
            }
            7 => {
                let undo = if is_cancelled { "--undo" } else { "--reason Sturm" };
                self.does(&format!("--today {today} cancel spring {undo} --yes"));
                self.truth.is_cancelled = !is_cancelled;
                format!("cancelled {undo}")
            }
            8 if !is_cancelled && day.is_some() && !guests.is_empty() => {
                self.does(&format!("--today {today} outbox make reminder spring --to guest --yes"));
                self.deliver();
                "reminded".to_owned()
            }
            _ => "nothing".to_owned(),
        }
    }

    fn edit(&self, key: &str, from: &str, to: &str) {
        self.story.edit("meetings/spring.toml", &format!("\n{key}{from}"), &format!("\n{key}{to}"));
    }

    #[track_caller]
    fn does(&mut self, command: &str) {
        self.story.ends(command, 1);
    }

    /// The mails of new runs reach the calendars.
    fn deliver(&mut self) {
        let folder = self.story.path("outbox/spring");
        let names = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name());
        let mut runs: Vec<String> = names.map(|name| name.into_string().unwrap()).collect();
        runs.sort_by_key(|name| name.split('-').next().unwrap().parse::<usize>().unwrap());
        for run in runs.split_off(self.runs) {
            self.runs += 1;
            self.story.sends(&run);
            for person in PEOPLE {
                let path = format!("outbox/spring/{run}/{person}.eml");
                if self.story.path(&path).exists() && self.story.read(&path).contains("invite.ics")
                {
                    self.enter(person, &path);
                }
            }
        }
    }

    /// What a mail makes of somebody's calendar.
    fn enter(&mut self, person: &'static str, path: &str) {
        let lines = self.story.calendar(path, &[""]);
        let of = |key: &str| {
            let mut lines = lines.iter().filter_map(|line| line.split_once(':'));
            let found = lines.find(|(name, _)| name.split(';').next() == Some(key));
            found.map(|(_, value)| value.to_owned())
        };
        // The zone has dates of its own, before the entry.
        let event = lines.iter().position(|line| line == "BEGIN:VEVENT").unwrap();
        let start = |key: &str| {
            let line = lines[event..].iter().find(|line| line.starts_with(key));
            line.and_then(|line| line.rsplit(':').next()).unwrap_or_default().to_owned()
        };
        let uid = of("UID").unwrap();
        assert_eq!(self.uid.get_or_insert_with(|| uid.clone()), &uid);
        let place = of("LOCATION").unwrap_or_default();
        let asks = of("METHOD").unwrap() == "REQUEST";
        let new = Entry {
            sequence: of("SEQUENCE").unwrap().parse().unwrap(),
            stamp: of("DTSTAMP").unwrap(),
            holds: asks.then(|| [start("DTSTART"), start("DTEND"), place]),
        };
        if asks {
            let attendee = lines.iter().find(|line| line.starts_with("ATTENDEE")).unwrap();
            assert!(attendee.contains("PARTSTAT=NEEDS-ACTION;RSVP=TRUE"), "{attendee}");
        }
        if let Some(old) = self.calendars.get(person) {
            let order = (new.sequence, &new.stamp).cmp(&(old.sequence, &old.stamp));
            assert!(order.is_ge(), "{path} comes too late");
            if old.holds != new.holds {
                assert!(new.sequence > old.sequence, "{path} moves the entry and asks nobody");
                self.asked += usize::from(asks);
            }
            self.taken_back += usize::from(!asks);
        }
        self.calendars.insert(person, new);
    }
}

#[test]
fn calendars_end_with_the_truth_and_every_move_asks_again() {
    let (mut asked, mut taken_back) = (0, 0);
    for life in 0..8_u64 {
        let mut dice = Dice(0x9e37_79b9_7f4a_7c15 ^ (life + 1));
        let mut one = Life::begin();
        one.does("outbox make invitation spring --to guest --yes");
        one.deliver();
        let mut told = vec!["invited".to_owned()];
        for day in 1..=9 {
            let today = format!("2026-12-{day:02}");
            told.push(one.happens(&mut dice, &today));
            // Several changes between two mails add up.
            if day == 9 || dice.below(3) > 0 {
                one.does(&format!("--today {today} outbox make update spring --yes"));
                one.deliver();
                told.push("told".to_owned());
                for person in PEOPLE {
                    let holds = one.calendars.get(person).and_then(|entry| entry.holds.clone());
                    let is_meant = one.truth.guests.contains(&person);
                    let truth = one.truth.entry().filter(|_| is_meant);
                    assert_eq!(holds, truth, "{person} in life {life}: {told:?}");
                }
            }
        }
        asked += one.asked;
        taken_back += one.taken_back;
    }
    assert!(asked > 20 && taken_back > 10, "{asked} {taken_back}");
}
