//! The sentences of the answer, German and English side by side.

use chrono::NaiveDate;

use crate::domain::id::CityId;
use crate::domain::meeting::Meeting;
use crate::domain::workspace::Workspace;
use crate::plan::rotation::lookahead::{Gain, Lookahead, LookaheadReason};
use crate::plan::rotation::next_host::{Decision, NextHosts};
use crate::plan::rotation::standing::{Criterion, Hindrance, Since, Standing};
use crate::plan::rotation::turn::Turn;
use crate::text::Language::{self, English, German};
use crate::text::list;
use crate::view::finding::FilePlace;
use crate::view::words::Words;
use crate::view::words::too_near;

/// What the sentences are made with.
pub(super) struct Sentences<'a> {
    pub(super) workspace: &'a Workspace,
    pub(super) words: Words,
}

impl<'a> Sentences<'a> {
    pub(super) fn new(workspace: &'a Workspace, language: Language) -> Self {
        Self { workspace, words: Words::new(&workspace.network, language) }
    }

    /// Who it is and for when; begins with the name of the host.
    pub(super) fn answer(&self, decision: &Decision<'_>, first: bool) -> String {
        let host = self.name(decision.host);
        let Some(meeting) = decision.meeting else {
            let date = self.words.dates.long(decision.date);
            // The day is that of the meeting before it, where nobody knows another yet.
            let is_after = decision
                .last_turn
                .as_ref()
                .is_some_and(|(turn, _)| turn.date == decision.date && turn.meeting.is_some());
            if is_after && first {
                return match self.words.language {
                    German => {
                        format!("{host} ist nach dem Treffen vom {date} als Nächstes an der Reihe.")
                    }
                    English => format!("{host} hosts next, after the meeting of {date}."),
                };
            }
            return match (self.words.language, first) {
                (German, true) => {
                    format!("{host} ist als Nächstes an der Reihe, gerechnet für den {date}.")
                }
                (German, false) => {
                    format!("{host} ist danach an der Reihe, gerechnet für den {date}.")
                }
                (English, true) => format!("{host} hosts next, as reckoned for {date}."),
                (English, false) => format!("{host} hosts after that, as reckoned for {date}."),
            };
        };
        let title = self.words.quoted(&meeting.title.value);
        let when = self.when(decision.date, meeting);
        match self.words.language {
            German => format!("{host} ist an der Reihe für {title} {when}."),
            English => format!("{host} hosts {title} {when}."),
        }
    }

    /// Since when a town has waited: "seit dem Beitritt (01.07.2023)".
    pub(super) fn since(&self, decision: &Decision<'_>, standing: &Standing<'_>) -> Option<String> {
        let (date, since) = standing.waiting.since?;
        if let Some(number) = standing.waiting.reckoned {
            return Some(match self.words.language {
                German => format!("seit {}", self.reckoned(number, date)),
                English => format!("since {}", self.reckoned(number, date)),
            });
        }
        let meeting = match since {
            Since::LastTurn => standing.account.last().and_then(|hosting| hosting.meeting),
            Since::Joining => None,
            Since::FirstTurn => decision.first_turn.as_ref().and_then(|turn| turn.meeting),
        };
        let day = self.day(date, meeting);
        Some(match (self.words.language, since) {
            (German, Since::LastTurn) => format!("seit dem eigenen Treffen ({day})"),
            (German, Since::Joining) => format!("seit dem Beitritt ({day})"),
            (German, Since::FirstTurn) => format!("seit dem ersten gezählten Treffen ({day})"),
            (English, Since::LastTurn) => format!("since its own meeting ({day})"),
            (English, Since::Joining) => format!("since joining ({day})"),
            (English, Since::FirstTurn) => format!("since the first meeting that counts ({day})"),
        })
    }

    /// A turn of this reckoning: "Turnus 2 dieser Rechnung (05.01.2027)".
    pub(super) fn reckoned(&self, number: usize, date: NaiveDate) -> String {
        let day = self.words.dates.numeric(date);
        match self.words.language {
            German => format!("Turnus {number} dieser Rechnung ({day})"),
            English => format!("turn {number} of this reckoning ({day})"),
        }
    }

    /// What parts a candidate from the host; nothing parts the host from itself.
    pub(super) fn remark(&self, town: &Standing<'_>, criterion: Option<Criterion>) -> &'static str {
        let (german, english) = match criterion {
            None => ("an der Reihe", "next"),
            Some(Criterion::Gap) => return too_near(town.near, self.words.language),
            Some(Criterion::Account) => ("geringerer Anspruch", "owed less"),
            Some(Criterion::Wish) => ("geringerer Terminwunsch", "lesser wish for the date"),
            Some(Criterion::Waiting) => ("wartet kürzer", "has waited less"),
            Some(Criterion::Travel) => ("weitere Wege", "longer ways"),
            Some(Criterion::Order) => ("später in der Liste", "later in the list"),
        };
        self.words.pick(german, english)
    }

    /// Why a town cannot host.
    pub(super) fn hindered(&self, standing: &Standing<'_>) -> String {
        let words =
            standing.hindrances.iter().map(|hindrance| match (self.words.language, hindrance) {
                (German, Hindrance::Unavailable(it)) => format!("verhindert: {}", it.reason),
                (English, Hindrance::Unavailable(it)) => format!("unavailable: {}", it.reason),
                (German, Hindrance::Skipped(it)) => format!("ausgesetzt: {}", it.reason),
                (English, Hindrance::Skipped(it)) => format!("passed over: {}", it.reason),
            });
        words.collect::<Vec<_>>().join("; ")
    }

    /// Why the turn is not on the day that was asked for, if it is not.
    pub(super) fn other_day(&self, answer: &NextHosts<'_>) -> Option<String> {
        let (asked, first) = (answer.question.date?, answer.decisions.first()?);
        if asked == first.date {
            return None;
        }
        let (asked, date) = (self.words.dates.numeric(asked), self.words.dates.numeric(first.date));
        let members = &self.workspace.network.members;
        let a_host = members.pick("eine Gastgeberstadt", "jemanden, der es ausrichtet");
        Some(match (self.words.language, first.meeting) {
            (German, Some(_)) => format!(
                "Gefragt war nach dem {asked}; vorher braucht noch das Treffen am {date} {a_host}."
            ),
            (German, None) => {
                format!(
                    "Gefragt war nach dem {asked}; bis zum {date} sind die Treffen schon vergeben."
                )
            }
            (English, Some(_)) => format!(
                "You asked for {asked}; the meeting on {date} still needs a host and comes first."
            ),
            (English, None) => {
                format!("You asked for {asked}; the meetings up to {date} have hosts already.")
            }
        })
    }

    /// A coming turn with its hosts: "„Herbsttreffen“ (24.09.2026): Gotha".
    pub(super) fn assigned(&self, turn: &Turn<'_>) -> Option<String> {
        let meeting = turn.meeting?;
        let title = self.words.quoted(&meeting.title.value);
        let day = self.day(turn.date, Some(meeting));
        let hosts = list::and(turn.hosts.iter().map(|host| self.name(*host)), self.words.language);
        Some(format!("{title} ({day}): {hosts}"))
    }

    /// What the account is.
    pub(super) fn account_note(&self) -> &'static str {
        let members = &self.workspace.network.members;
        members.pick(
            self.words.pick(
            "Das Konto zählt Gastgeberschaften: Bei jedem Treffen bekommt jede Mitgliedsstadt ihren \
             Anteil gutgeschrieben, die Gastgeberstadt gibt eine ganze ab. Ein Plus heißt: Der Stadt \
             steht noch etwas zu.",
            "The account counts turns as host: at each meeting every member is credited its part, \
             and the host pays a whole turn. A plus means: the city is still owed something.",
        ),
            self.words.pick(
                "Das Konto zählt Gastgeberschaften: Bei jedem Treffen bekommt jedes Mitglied seinen \
                 Anteil gutgeschrieben, wer ausrichtet, gibt eine ganze ab. Ein Plus heißt: Dem Mitglied \
                 steht noch etwas zu.",
                "The account counts turns as host: at each meeting every member is credited its part, \
                 and the host pays a whole turn. A plus means: the member is still owed something.",
            ),
        )
    }

    /// Who would host if later turns were looked at too, and why.
    pub(super) fn lookahead(&self, ahead: &Lookahead<'_>, place: Option<&FilePlace>) -> String {
        let (host, turns) = (self.name(ahead.host), ahead.slots);
        let at = place.map(|FilePlace { file, line, .. }| format!(" ({file}:{line})"));
        let at = at.unwrap_or_default();
        let name = |city: &CityId| self.name(*city);
        match self.words.language {
            German => {
                let reason = match &ahead.reason {
                    Some(LookaheadReason::Hindered(city, Hindrance::Unavailable(it))) => {
                        format!("{} ist später verhindert: {}{at}", name(city), it.reason)
                    }
                    Some(LookaheadReason::Hindered(city, Hindrance::Skipped(it))) => {
                        format!("{} wird später ausgesetzt: {}{at}", name(city), it.reason)
                    }
                    Some(LookaheadReason::Wish(city, wish)) => {
                        format!("{} hat einen Wunsch: {}{at}", name(city), wish.reason)
                    }
                    Some(LookaheadReason::Membership(city, _)) => {
                        format!("{} ist nicht bei allen Mitglied{at}", name(city))
                    }
                    None => match ahead.gain {
                        Gain::Gaps => "so liegen Turnusse seltener zu nah beieinander",
                        Gain::Fairness => "so bleiben die Konten ausgeglichener",
                        Gain::Rest => {
                            "bei gleich ausgeglichenen Konten passt das besser zu Wünschen, Wartezeiten, Wegen und Reihenfolge"
                        }
                    }
                    .to_owned(),
                };
                format!(
                    "Über {turns} Turnusse hinweg wäre jetzt {host} an der Reihe; {reason}. \
                     `erfa plan --why` zeigt den Plan."
                )
            }
            English => {
                let reason = match &ahead.reason {
                    Some(LookaheadReason::Hindered(city, Hindrance::Unavailable(it))) => {
                        format!("{} is unavailable later: {}{at}", name(city), it.reason)
                    }
                    Some(LookaheadReason::Hindered(city, Hindrance::Skipped(it))) => {
                        format!("{} is passed over later: {}{at}", name(city), it.reason)
                    }
                    Some(LookaheadReason::Wish(city, wish)) => {
                        format!("{} has a wish: {}{at}", name(city), wish.reason)
                    }
                    Some(LookaheadReason::Membership(city, _)) => {
                        format!("{} is not a member at all of them{at}", name(city))
                    }
                    None => match ahead.gain {
                        Gain::Gaps => "that keeps turns further apart",
                        Gain::Fairness => "that keeps the accounts more even",
                        Gain::Rest => {
                            "with the accounts as even, that suits wishes, waiting, ways and the order better"
                        }
                    }
                    .to_owned(),
                };
                format!(
                    "Over {turns} turns {host} would host now; {reason}. `erfa plan --why` shows \
                     the plan."
                )
            }
        }
    }

    /// A day as the meeting prints it: its own words, else in digits.
    pub(super) fn day(&self, date: NaiveDate, meeting: Option<&Meeting>) -> String {
        let words = meeting.and_then(|meeting| meeting.when.date_text.as_ref());
        words.map_or_else(|| self.words.dates.numeric(date), ToString::to_string)
    }

    pub(super) fn name(&self, city: CityId) -> &'a str {
        self.workspace.city(city).name.as_str()
    }

    /// When a meeting is: "am Dienstag, dem 24. September 2024", "(Herbst 2027)".
    fn when(&self, date: NaiveDate, meeting: &Meeting) -> String {
        let last = meeting.when.last_day().unwrap_or(date);
        match &meeting.when.date_text {
            Some(words) => format!("({words})"),
            None => self.words.dates.in_sentence(date, last),
        }
    }
}
