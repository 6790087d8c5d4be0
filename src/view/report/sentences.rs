//! What is said of a year, German and English side by side: counted, and nothing else.

use chrono::NaiveDate;

use crate::plan::actions::standing;
use crate::plan::post::attendance::Town;
use crate::plan::year::{Agreed, Attendance, Event, Fate, Presence, Year};
use crate::text::Language::{English, German};
use crate::text::{count, list};
use crate::view::Standing;
use crate::view::words::Words;

/// What the sentences are made with.
pub(super) struct Sentences<'a> {
    pub(super) words: Words,
    pub(super) year: Year,
    /// What one member is called, and several.
    pub(super) members: [&'a str; 2],
}

impl Sentences<'_> {
    /// What there is to say of the year as a whole.
    pub(super) fn summary(
        &self,
        events: &[Event<'_>],
        undated: usize,
        first: Option<NaiveDate>,
    ) -> Vec<String> {
        let Self { words, year, .. } = self;
        let number = |is: &dyn Fn(Fate) -> bool| events.iter().filter(|it| is(it.fate)).count();
        let mut said = vec![self.held(number(&|it| it == Fate::Held), events.is_empty())];
        let meetings = |number: usize| {
            let (german, english) =
                (count(number, "Treffen", "Treffen"), count(number, "meeting", "meetings"));
            words.pick(german.to_string(), english.to_string())
        };
        let several = |number: usize| number != 1;
        let mut say = |number: usize, german: [&str; 2], english: [&str; 2]| {
            if number > 0 {
                let at = usize::from(several(number));
                said.push(format!("{} {}", meetings(number), words.pick(german[at], english[at])));
            }
        };
        say(
            number(&|it| it == Fate::Unrecorded),
            [
                "sollte stattfinden; ob es so war, ist nicht festgehalten.",
                "sollten stattfinden; ob es so war, ist nicht festgehalten.",
            ],
            [
                "was to be held; whether it was is not on record.",
                "were to be held; whether they were is not on record.",
            ],
        );
        say(
            number(&|it| it == Fate::Ahead),
            ["steht in diesem Jahr noch bevor.", "stehen in diesem Jahr noch bevor."],
            ["is still to come this year.", "are still to come this year."],
        );
        say(
            number(&|it| it == Fate::Cancelled),
            ["wurde abgesagt.", "wurden abgesagt."],
            ["was cancelled.", "were cancelled."],
        );
        say(
            number(&|it| matches!(it, Fate::Moved(_))),
            ["wurde aus dem Jahr verschoben.", "wurden aus dem Jahr verschoben."],
            ["was moved out of the year.", "were moved out of the year."],
        );
        say(
            undated,
            [
                "fand statt, ohne dass der Tag festgehalten ist; es ist hier nicht mitgezählt.",
                "fanden statt, ohne dass der Tag festgehalten ist; sie sind hier nicht mitgezählt.",
            ],
            [
                "was held on a day that is not on record; it is not counted here.",
                "were held on days that are not on record; they are not counted here.",
            ],
        );
        if let Some(first) = first.filter(|first| *first > year.last) {
            let day = words.dates.long(first);
            said.push(match words.language {
                German => format!("Das erste verzeichnete Treffen ist das vom {day}."),
                English => format!("The first meeting on record is that of {day}."),
            });
        }
        said
    }

    fn held(&self, held: usize, is_empty: bool) -> String {
        let Self { words, year, .. } = self;
        let number = year.number;
        let so_far = if year.is_running() { words.pick(" bis heute", " so far") } else { "" };
        match (words.language, held) {
            (German, 0) if is_empty => {
                format!("Für {number} ist{so_far} kein Treffen verzeichnet.")
            }
            (English, 0) if is_empty => format!("No meeting is on record for {number}{so_far}."),
            (German, 0) => {
                format!(
                    "Für {number} ist{so_far} von keinem Treffen festgehalten, dass es stattfand."
                )
            }
            (English, 0) => {
                format!("There is no record{so_far} of any meeting held in {number}.")
            }
            (German, 1) => format!("{number} fand{so_far} 1 Treffen statt."),
            (German, _) => format!("{number} fanden{so_far} {held} Treffen statt."),
            (English, 1) => format!("One meeting was held in {number}{so_far}."),
            (English, _) => format!("{held} meetings were held in {number}{so_far}."),
        }
    }

    /// What became of a meeting.
    pub(super) fn fate(&self, fate: Fate) -> String {
        let Self { words, .. } = self;
        let say = |german: &str, english: &str| words.pick(german, english).to_owned();
        match fate {
            Fate::Held => say("fand statt", "held"),
            Fate::Unrecorded => say(
                "ob es stattfand, ist nicht festgehalten",
                "whether it was held is not on record",
            ),
            Fate::Ahead => say("steht bevor", "to come"),
            Fate::Cancelled => say("abgesagt", "cancelled"),
            Fate::Moved(None) => {
                say("verschoben, noch ohne neuen Tag", "postponed, no new date yet")
            }
            Fate::Moved(Some(day)) => {
                let day = words.dates.numeric(day);
                match words.language {
                    German => format!("verschoben auf den {day}"),
                    English => format!("postponed to {day}"),
                }
            }
        }
    }

    /// How many were at a meeting; of some members nothing is on record if that `is_partial`.
    pub(super) fn attendance(&self, towns: &[Town], is_partial: bool) -> String {
        let Self { words, members: [one, several], .. } = self;
        if towns.is_empty() {
            return words.pick("nicht festgehalten", "not on record").to_owned();
        }
        let of_towns = towns.iter().filter(|town| town.city.is_some()).count();
        let members = count(of_towns, one, several);
        let people = towns.iter().fold(0_u32, |sum, town| sum.saturating_add(town.people));
        let uncounted = towns.iter().filter(|town| town.people == 0).count();
        let people = self.people(people, u32::try_from(uncounted).unwrap_or(u32::MAX), true);
        let people = if of_towns == 0 { people } else { format!("{people}, {members}") };
        let least = words.pick("mindestens", "at least");
        if is_partial && !people.starts_with(least) { format!("{least} {people}") } else { people }
    }

    /// At how many meetings a town was.
    pub(super) fn meetings_of(&self, presence: &Presence) -> String {
        let Presence { meetings, possible, unknown, .. } = presence;
        if meetings > possible {
            return meetings.to_string();
        }
        let known = format!("{meetings} {} {possible}", self.words.pick("von", "of"));
        let open = self.words.pick("nicht festgehalten", "not on record");
        match (possible, unknown) {
            (_, 0) => known,
            (0, _) => open.to_owned(),
            _ => format!("{known} ({unknown} {open})"),
        }
    }

    /// How many people came for it.
    pub(super) fn people_of(&self, presence: &Presence) -> String {
        let Presence { meetings, people, uncounted, .. } = *presence;
        if meetings == 0 { "–".to_owned() } else { self.people(people, uncounted, false) }
    }

    /// So many people; of each that nobody counted at least one came.
    fn people(&self, people: u32, uncounted: u32, has_noun: bool) -> String {
        let Self { words, .. } = self;
        if people == 0 {
            let told = words.pick("nicht gezählt", "not counted");
            let noun = words.pick("Personen", "people");
            return if has_noun { format!("{noun} {told}") } else { told.to_owned() };
        }
        let number = people.saturating_add(uncounted);
        let whole = usize::try_from(number).unwrap_or(usize::MAX);
        let told = match (has_noun, words.language) {
            (false, _) => number.to_string(),
            (true, German) => count(whole, "Person", "Personen").to_string(),
            (true, English) => count(whole, "person", "people").to_string(),
        };
        if uncounted == 0 {
            told
        } else {
            format!("{} {told}", words.pick("mindestens", "at least"))
        }
    }

    /// Those who are of no town.
    pub(super) fn of_no_town(&self) -> String {
        let [one, _] = self.members;
        format!("{} {one}", self.words.pick("ohne", "of no"))
    }

    /// Of how many meetings it is on record who was there.
    pub(super) fn recorded(&self, events: &[Event<'_>], there: &Attendance) -> Option<String> {
        let is_over = |event: &&Event<'_>| matches!(event.fate, Fate::Held | Fate::Unrecorded);
        let (over, Attendance { recorded, partly, .. }) =
            (events.iter().filter(is_over).count(), there);
        let (recorded, partly) = (*recorded, *partly);
        let language = self.words.language;
        let partial = match (partly, language) {
            (0, _) => String::new(),
            (_, German) => format!(", von {partly} nur zum Teil"),
            (_, English) => format!(", of {partly} only in part"),
        };
        let say = |german: &str, english: &str| self.words.pick(german, english).to_owned();
        Some(match (over, recorded) {
            (0, _) => return None,
            (_, 0) => say(
                "Wer dabei war, ist von keinem Treffen festgehalten.",
                "There is no record of who was at any of the meetings.",
            ),
            (1, _) if partly > 0 => say(
                "Wer dabei war, ist nur zum Teil festgehalten.",
                "It is only partly on record who was there.",
            ),
            (1, _) => say("Wer dabei war, ist festgehalten.", "It is on record who was there."),
            _ if over == recorded => match language {
                German => {
                    format!("Wer dabei war, ist von allen {over} Treffen festgehalten{partial}.")
                }
                English => format!("It is on record who was at all {over} meetings{partial}."),
            },
            _ => match language {
                German => format!(
                    "Wer dabei war, ist von {recorded} der {over} Treffen festgehalten{partial}; nur diese zählen hier."
                ),
                English => format!(
                    "It is on record who was at {recorded} of the {over} meetings{partial}; these alone count here."
                ),
            },
        })
    }

    /// What the accounts mean; `former` are those among them who are members no more, and `is_open` whether
    /// meetings count of which nobody knows whether they were held.
    pub(super) fn accounts(&self, former: &[String], is_open: bool) -> String {
        let Self { words, year, .. } = self;
        let day = words.dates.long(year.until());
        let mut said = match words.language {
            German => format!(
                "Alle sollen reihum Gastgeber sein. Das Konto sagt, wie viele Treffen jemandem noch zustehen \
                 (+) oder wie weit jemand voraus ist (−). Es ist der Stand vom {day}; spätere Treffen zählen \
                 hier nicht."
            ),
            English => format!(
                "All are to host in turn. The account says how many meetings a member is still owed (+), or how \
                 far it is ahead (−). It is that of {day}; later meetings do not count here."
            ),
        };
        if !former.is_empty() {
            let towns = list::and(former, words.language);
            let rests = match (words.language, former.len()) {
                (German, 1) => format!(
                    " {towns} ist nicht mehr Mitglied: Das Konto ruht und begründet keinen Anspruch mehr."
                ),
                (German, _) => format!(
                    " {towns} sind nicht mehr Mitglied: Diese Konten ruhen und begründen keinen Anspruch mehr."
                ),
                (English, 1) => {
                    format!(" {towns} is a member no more: its account rests, and nothing is owed.")
                }
                (English, _) => format!(
                    " {towns} are members no more: these accounts rest, and nothing is owed."
                ),
            };
            said.push_str(&rests);
        }
        if is_open {
            said.push_str(words.pick(
                " Mitgezählt sind auch Treffen, von denen nicht festgehalten ist, ob sie stattfanden.",
                " Meetings count as well of which it is not on record whether they were held.",
            ));
        }
        said
    }

    /// What was agreed and what became of it.
    pub(super) fn agreed(&self, agreed: &Agreed<'_>) -> Vec<String> {
        let Self { words, year, .. } = self;
        let language = words.language;
        let Agreed { own, closed, left, undated } = agreed;
        let of = |wanted: Standing| {
            own.iter().filter(|action| standing(action, year.today) == wanted).count()
        };
        let open = own.iter().filter(|action| standing(action, year.today).is_open()).count();
        let mut said = Vec::new();
        let so_far = if year.is_running() { words.pick(" bis heute", " so far") } else { "" };
        said.push(match (language, own.len()) {
            (German, 0) => format!("Es ist{so_far} nichts festgehalten, was in diesem Jahr verabredet wurde."),
            (English, 0) => format!("Nothing is on record{so_far} that was agreed this year."),
            (German, number) => {
                let actions = count(number, "Aufgabe wurde", "Aufgaben wurden");
                format!(
                    "{actions}{so_far} verabredet; davon erledigt: {}, offen: {open}, entfallen: {}.",
                    of(Standing::Done),
                    of(Standing::Dropped)
                )
            }
            (English, number) => {
                let actions = count(number, "action was", "actions were");
                format!(
                    "{actions} agreed{so_far}; of these done: {}, open: {open}, dropped: {}.",
                    of(Standing::Done),
                    of(Standing::Dropped)
                )
            }
        });
        if !closed.is_empty() {
            let number = closed.len();
            said.push(match language {
                German => format!("Aus früheren Jahren abgeschlossen: {number}."),
                English => format!("Closed from earlier years: {number}."),
            });
        }
        if *left > 0 {
            said.push(match language {
                German => format!("Aus früheren Jahren noch offen: {left}."),
                English => format!("Still open from earlier years: {left}."),
            });
        }
        if *undated > 0 {
            said.push(match language {
                German => {
                    format!("Ohne bekannten Tag verabredet und hier nicht mitgezählt: {undated}.")
                }
                English => {
                    format!("Agreed on days that are not known, and not counted here: {undated}.")
                }
            });
        }
        said
    }
}
